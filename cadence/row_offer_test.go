package cadence

import (
	"testing"

	"heardback/employer"
)

// TestOwnWordsInsteadOfCompetingDeadline: who has written to the other employer since the offer came needs no letter about it; bare thanks
// say nothing of it.
func TestOwnWordsInsteadOfCompetingDeadline(t *testing.T) {
	b := firmT{name: "Birch Foundry", domain: "birchfoundry.example", role: "Founder"}
	bea := writerT{name: "Bea Stone", address: "bea@birchfoundry.example", human: true}
	for kind, withdrawn := range map[employer.Kind]bool{employer.KindFollowup: true, employer.KindThanks: false} {
		s := newSim(t, "America/New_York")
		met(s, north, ada, "2027-03-01 10:00", "2027-03-08 10:00", "ua", "2027-03-30 10:00")
		met(s, b, bea, "2027-03-01 11:00", "2027-03-20 10:00", "ub", "2027-04-01 10:00")
		s.at("2027-03-30 15:00", sends(ThankYou))
		s.at("2027-04-01 15:00", sends(ThankYou))
		s.at("2027-04-05 10:00", mails(employer.KindOffer, north, ada, deadline("2027-04-12")))
		s.at("2027-04-05 14:00", writes(kind, b, bea))
		s.run("2027-04-06")
		s.demand("Mon 5 Apr 10:00 place competing-deadline bea@birchfoundry.example")
		if gone := "Mon 5 Apr 14:00 withdraw competing-deadline Birch Foundry"; withdrawn {
			s.demand(gone)
		} else {
			s.forbid(gone)
		}
	}
}

// TestCompetingDeadlineRestartsTheClock (POLICY.md section 1): the status letter counts from the letter about the other offer, even where its
// words read like thanks.
func TestCompetingDeadlineRestartsTheClock(t *testing.T) {
	b := firmT{name: "Birch Foundry", domain: "birchfoundry.example", role: "Founder"}
	bea := writerT{name: "Bea Stone", address: "bea@birchfoundry.example", human: true}
	asLetter := func(s *sim, e *employer.Event) {
		if d := s.open(CompetingDeadline); d != nil {
			e.Mail.MessageID = d.MessageID
		}
	}
	s := newSim(t, "America/New_York")
	met(s, north, ada, "2027-03-01 10:00", "2027-03-08 10:00", "ua", "2027-03-30 10:00")
	met(s, b, bea, "2027-03-01 11:00", "2027-03-20 10:00", "ub", "2027-04-01 10:00")
	s.at("2027-03-30 15:00", sends(ThankYou))
	s.at("2027-04-01 15:00", sends(ThankYou))
	s.at("2027-04-05 10:00", mails(employer.KindOffer, north, ada, deadline("2027-04-12")))
	s.at("2027-04-05 15:00", writes(employer.KindThanks, b, bea, asLetter))
	s.at("2027-04-05 15:01", sends(CompetingDeadline))
	s.run("2027-04-20")
	s.demand("Mon 5 Apr 10:00 place competing-deadline bea@birchfoundry.example")
	s.demand("Wed 14 Apr 07:00 place status-1 bea@birchfoundry.example")
}
