package cadence

import (
	"slices"
	"testing"

	"heardback/employer"
)

// TestSilenceCountsFromTheLastLetter: where the user asked before an interview, the reason names that letter and not the application.
func TestSilenceCountsFromTheLastLetter(t *testing.T) {
	for asked, want := range map[bool]string{true: "nothing was heard since the letter on Tue 23 Mar 2027", false: "nothing was heard since the application on Mon 1 Mar 2027"} {
		s := newSim(t, "America/New_York")
		s.at("2027-03-01 10:00", mails(employer.KindConfirmation, north, noreply))
		if asked {
			s.at("2027-03-23 14:00", writes(employer.KindFollowup, north, ada))
		}
		got := ""
		s.check = func(_ *sim, _ employer.Book, plan Plan) {
			for _, c := range slices.Concat(plan.Settled, plan.Changes) {
				got = c.Why
			}
		}
		s.run("2027-04-08")
		if got != want {
			t.Errorf("asked %v: got %q, want %q", asked, got, want)
		}
	}
}
