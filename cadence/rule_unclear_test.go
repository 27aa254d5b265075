package cadence

import (
	"testing"

	"heardback/employer"
)

// Rule 8: a mail of which nothing was recognised holds what asks where things stand, until somebody says what it was.
func TestMailOfWhichNothingWasRecognised(t *testing.T) {
	for name, c := range map[string]struct {
		more func(*sim)
		want string
	}{
		"nothing more":         {func(s *sim) {}, ""},
		"the user only thanks": {func(s *sim) { s.at("2027-02-10 10:00", writes(employer.KindThanks, north, ada)) }, ""},
		"the employer again": {func(s *sim) {
			s.at("2027-02-10 10:00", mails(employer.KindContact, north, ada, acts("human", "acknowledge")))
		}, "Thu 18 Feb 07:00 place status-1 ada@northwindlooms.example"},
		"the user says so": {func(s *sim) {
			s.at("2027-02-10 10:00", func(s *sim) {
				last := s.events[len(s.events)-1].Mail.Key
				s.add(employer.Event{ID: "user:1", Kind: employer.KindCorrect, User: &employer.UserAct{Verb: "kind", Target: last, Value: "contact"}})
			})
		}, "Thu 18 Feb 07:00 place status-1 ada@northwindlooms.example"},
	} {
		t.Run(name, func(t *testing.T) {
			s := newSim(t, "America/New_York")
			met(s, north, ada, "2027-01-20 10:00", "2027-01-27 10:00", "u1", "2027-02-04 10:00")
			s.at("2027-02-04 18:00", sends(ThankYou))
			s.at("2027-02-08 10:00", mails(employer.KindContact, north, ada, acts("human")))
			c.more(s)
			s.run("2027-02-19")
			want := []string{"Thu 4 Feb 12:00 place thank-you ada@northwindlooms.example"}
			if c.want != "" {
				want = append(want, c.want)
			}
			s.expect(want...)
		})
	}
}

// Before any talk too: it may be a question. An answer of the user's settles it; a reply that is none of what is known is one question of the user's own.
func TestMailOfWhichNothingWasRecognisedBeforeATalk(t *testing.T) {
	for kind, want := range map[employer.Kind][]string{
		"":                  nil,
		employer.KindThanks: nil,
		employer.KindReply:  nil,
		employer.KindAnswer: {"Wed 17 Mar 07:00 place status-1 ada@northwindlooms.example"},
	} {
		s := newSim(t, "America/New_York")
		s.at("2027-03-01 10:00", mails(employer.KindConfirmation, north, noreply))
		s.at("2027-03-09 15:00", mails(employer.KindContact, north, ada, acts("human")))
		if kind != "" {
			s.at("2027-03-10 11:00", writes(kind, north, ada))
		}
		s.run("2027-03-25")
		s.expect(want...)
	}
}

// What answers the user's times is most likely the time: nothing asks where things stand before it is known.
func TestAnswerToTimesThatWasNotRecognised(t *testing.T) {
	s := newSim(t, "America/New_York")
	s.at("2027-03-01 10:00", mails(employer.KindConfirmation, north, noreply))
	s.at("2027-03-03 10:00", mails(employer.KindInvite, north, ada))
	s.at("2027-03-03 11:00", writes(employer.KindAnswer, north, ada, acts("availability")))
	s.at("2027-03-03 15:00", mails(employer.KindContact, north, ada, acts("human")))
	s.run("2027-03-16")
	s.expect("Wed 3 Mar 10:00 place availability ada@northwindlooms.example", "Wed 3 Mar 11:00 withdraw availability Northwind Looms")
}

// A question beside a date holds the letter only until the date has passed: then it is the employer who is late.
func TestQuestionBesideADate(t *testing.T) {
	for until, want := range map[string]string{"2027-02-12": "Wed 17 Feb 07:00 place decision-date ada@northwindlooms.example", "": ""} {
		s := newSim(t, "America/New_York")
		met(s, north, ada, "2027-01-20 10:00", "2027-01-27 10:00", "u1", "2027-02-04 10:00")
		s.at("2027-02-04 18:00", sends(ThankYou))
		more := []func(*sim, *employer.Event){acts("human", "question")}
		lines := []string{"Thu 4 Feb 12:00 place thank-you ada@northwindlooms.example"}
		if until != "" {
			more, lines = append(more, states("window", until)), append(lines, want)
		}
		s.at("2027-02-08 09:00", mails(employer.KindContact, north, ada, more...))
		s.run("2027-02-19")
		s.expect(lines...)
	}
}
