package employer

import "testing"

// TestTimeThatAsksForAnAnswer: a person who names a time and asks waits for an answer, until the time has passed.
func TestTimeThatAsksForAnAnswer(t *testing.T) {
	var s story
	s.mail("3-01 09:00", KindConfirmation, "Northwind", "Data Engineer", "ats")
	m := s.mail("3-02 09:00", KindScheduled, "Northwind", "Data Engineer", kim.Address, talkAt("", 0, "3-08 10:00"), acts("human", "question"))
	waits := func(s story, now string) bool {
		for _, r := range one(t, s.at(t, now)).Requests {
			if r.Kind == "invitation" && r.Answered.IsZero() {
				return true
			}
		}
		return false
	}
	if !waits(s, "3-02 10:00") || waits(s, "3-08 12:00") {
		t.Errorf("waits %v before the talk, %v after it", waits(s, "3-02 10:00"), waits(s, "3-08 12:00"))
	}
	wantStage(t, s.at(t, "3-08 12:00"), Interviewed)
	s.own("3-02 11:00", KindThanks, kim.Address, m, "thanks")
	if waits(s, "3-02 12:00") {
		t.Error("waits after the user's answer")
	}
	var plain story
	plain.mail("3-01 09:00", KindConfirmation, "Northwind", "Data Engineer", "ats")
	plain.mail("3-02 09:00", KindScheduled, "Northwind", "Data Engineer", kim.Address, talkAt("", 0, "3-08 10:00"), acts("human"))
	if waits(plain, "3-02 10:00") {
		t.Error("waits though nothing was asked")
	}
}

// TestOffersNewDeadline: the latest date of a person counts while an offer stands; an earlier one does not shorten it.
func TestOffersNewDeadline(t *testing.T) {
	for deadline, want := range map[string]string{"3-22 00:00": "3-22 00:00", "3-12 00:00": "3-15 00:00"} {
		var s story
		s.mail("3-01 09:00", KindConfirmation, "Northwind", "Data Engineer", "ats")
		m := s.mail("3-08 09:00", KindOffer, "Northwind", "Data Engineer", kim.Address, func(e *Event) { e.Deadline = day("3-15 00:00") })
		s.mail("3-09 09:00", KindContact, "Northwind", "", kim.Address, answering(m), func(e *Event) { e.Deadline = day(deadline) })
		if got := one(t, s.at(t, "3-10 09:00")).Offer.Deadline; !got.Equal(day(want)) {
			t.Errorf("%s: got %v", deadline, got)
		}
	}
}

// TestAppliedAnewAfterABounce: the application that was sent anew is the one that may be asked about.
func TestAppliedAnewAfterABounce(t *testing.T) {
	var s story
	for i, c := range []struct{ at, to string }{{"3-01 09:00", "jobs@northwind.example"}, {"3-03 09:00", "hr@northwindmills.example"}} {
		o := s.own(c.at, KindApplied, c.to, nil, "application")
		o.Party, o.Role = Party{Name: "Northwind"}, "Data Engineer"
		if i == 0 {
			first := o.Mail.MessageID
			s.mail("3-01 09:01", KindBounce, "", "", "ats", func(e *Event) {
				e.Mail.From.Address, e.Mail.Original, e.Mail.Bounced = "mailer-daemon@mail.example", first, "jobs@northwind.example"
			})
		}
	}
	a := one(t, s.at(t, "3-05 09:00"))
	if a.AppliedTo.Address != "hr@northwindmills.example" || !a.AppliedAt.Equal(day("3-03 09:00")) {
		t.Errorf("applied to %s at %v", a.AppliedTo.Address, a.AppliedAt)
	}
}
