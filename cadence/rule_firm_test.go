package cadence

import (
	"testing"

	"heardback/employer"
)

// One employer under two spellings is one employer: its offer freezes the other role, and it is never told of its own offer.
func TestOneEmployerUnderTwoNames(t *testing.T) {
	s := newSim(t, "America/New_York")
	met(s, north, ada, "2027-01-20 10:00", "2027-01-27 10:00", "u1", "2027-02-04 10:00")
	s.at("2027-02-04 18:00", sends(ThankYou))
	other := north2
	other.name += " Inc."
	body := func(_ *sim, e *employer.Event) { e.Party.From = "body" }
	s.at("2027-01-20 11:00", mails(employer.KindConfirmation, other, noreply, body))
	s.at("2027-02-09 10:00", mails(employer.KindOffer, other, ada, body, deadline("2027-02-26")))
	s.run("2027-02-24")
	s.expect("Thu 4 Feb 12:00 place thank-you ada@northwindlooms.example", "Tue 9 Feb 10:00 place offer-next-steps ada@northwindlooms.example")
}

// A day that is named again without its hour moves nothing.
func TestDayNamedAgain(t *testing.T) {
	s := newSim(t, "America/New_York")
	met(s, north, ada, "2027-01-20 10:00", "2027-01-27 10:00", "u1", "2027-02-04 10:00")
	bob := writerT{name: "Bob Reed", address: "bob@northwindlooms.example", human: true}
	s.at("2027-02-02 10:00", mails(employer.KindScheduled, north, bob, func(s *sim, e *employer.Event) {
		e.Interview = &employer.Interview{Start: s.time("2027-02-04 00:00"), DateOnly: true}
	}))
	s.run("2027-02-03")
	s.expect()
}
