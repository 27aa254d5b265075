package cadence

import (
	"testing"

	"heardback/employer"
)

// One talk that the book has under two roles of an employer is thanked for once.
func TestOneThanksForOneTalk(t *testing.T) {
	s := newSim(t, "America/New_York")
	dyer := north
	dyer.role = "Dyer"
	met(s, north, ada, "2027-01-20 10:00", "2027-01-27 10:00", "", "2027-02-04 10:00")
	met(s, dyer, ada, "2027-01-20 11:00", "2027-01-27 11:00", "u1", "2027-02-04 10:00")
	s.run("2027-02-05")
	s.expect("Thu 4 Feb 12:00 place thank-you ada@northwindlooms.example")
}

// Rule 3 and rule 6: a letter to a contact who has handed over since is taken back, and goes to the successor; one that the user has
// edited is the user's.
func TestHandoverWhileALetterLies(t *testing.T) {
	bob := writerT{name: "Bob Reed", address: "bob@northwindlooms.example", human: true}
	for _, edited := range []bool{false, true} {
		s := newSim(t, "America/New_York")
		met(s, north, ada, "2027-01-20 10:00", "2027-01-27 10:00", "u1", "2027-02-04 10:00")
		s.at("2027-02-04 18:00", sends(ThankYou))
		want := []string{"Thu 4 Feb 12:00 place thank-you ada@northwindlooms.example", "Tue 16 Feb 07:00 place status-1 ada@northwindlooms.example"}
		if edited {
			s.at("2027-02-16 09:00", edits(Status1))
		} else {
			want = append(want, "Wed 17 Feb 11:00 withdraw status-1 Northwind Looms", "Wed 24 Feb 07:00 place status-1 bob@northwindlooms.example")
		}
		s.at("2027-02-17 11:00", mails(employer.KindContact, north, bob, acts("handover")))
		s.run("2027-02-25")
		s.expect(want...)
	}
}
