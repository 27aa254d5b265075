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
	var entry story
	entry.mail("3-01 09:00", KindConfirmation, "Northwind", "Data Engineer", "ats")
	entry.mail("3-02 09:00", KindScheduled, "Northwind", "Data Engineer", kim.Address, talkAt("u1", 0, "3-08 10:00"), acts("human", "question"))
	if !waits(entry, "3-02 10:00") {
		t.Error("does not wait where a calendar entry comes with the question")
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

// TestAnswerThatSaysNeitherYesNorNo: a direct answer to the proposal of one time counts as a yes until another time is named.
func TestAnswerThatSaysNeitherYesNorNo(t *testing.T) {
	proposed := func(kind Kind, answers bool, acts ...string) story {
		var s story
		s.mail("3-01 09:00", KindConfirmation, "Northwind", "Data Engineer", "ats")
		m := s.mail("3-02 09:00", KindInvite, "Northwind", "Data Engineer", kim.Address, talkAt("", 0, "3-08 10:00"))
		if !answers {
			m = nil
		}
		s.own("3-02 11:00", kind, kim.Address, m, acts...)
		return s
	}
	for _, c := range []struct {
		name string
		s    story
		want Stage
	}{
		{"a reply", proposed(KindReply, true, "reply"), Interviewed},
		{"thanks", proposed(KindThanks, true, "thanks"), Interviewed},
		{"times", proposed(KindAnswer, true, "availability"), Interviewed},
		{"a no", proposed(KindAnswer, true, "declines"), Invited},
		{"elsewhere", proposed(KindReply, false, "reply"), Invited},
	} {
		b := c.s.at(t, "3-09 09:00")
		if a := one(t, b); a.Stage != c.want {
			t.Errorf("%s: %s, want %s", c.name, a.Stage, c.want)
		} else if c.want == Interviewed && a.Interviews[0].Confirmed {
			t.Errorf("%s: counts as confirmed", c.name)
		}
	}
	for _, kind := range []Kind{KindInvite, KindScheduled} {
		s := proposed(KindReply, true, "reply")
		s.mail("3-03 09:00", kind, "Northwind", "Data Engineer", kim.Address, talkAt("", 0, "3-10 10:00"))
		if a := one(t, s.at(t, "3-09 09:00")); a.Stage == Interviewed || len(a.Interviews) != 1 {
			t.Errorf("after another time (%s): %s, talks %+v", kind, a.Stage, a.Interviews)
		}
	}
}

// TestThanksForAFixedTime: who thanks for a time that is fixed comes.
func TestThanksForAFixedTime(t *testing.T) {
	for _, direct := range []bool{true, false} {
		var s story
		s.mail("3-01 09:00", KindConfirmation, "Northwind", "Data Engineer", "ats")
		m := s.mail("3-02 09:00", KindScheduled, "Northwind", "Data Engineer", kim.Address, talkAt("", 0, "3-08 10:00"))
		if !direct {
			m = nil
		}
		s.own("3-02 11:00", KindThanks, kim.Address, m, "thanks")
		if iv := one(t, s.at(t, "3-09 09:00")).Interviews[0]; iv.Confirmed != direct {
			t.Errorf("direct %v: confirmed %v", direct, iv.Confirmed)
		}
	}
}

// TestWorkHandedInForAnUnsureTask: who sends work was asked for it.
func TestWorkHandedInForAnUnsureTask(t *testing.T) {
	var s story
	s.mail("3-01 09:00", KindConfirmation, "Northwind", "Data Engineer", "ats")
	m := s.mail("3-02 09:00", KindAssessment, "Northwind", "Data Engineer", kim.Address, unsure)
	s.own("3-05 11:00", KindAnswer, kim.Address, m, "documents")
	if b := s.at(t, "3-06 09:00"); len(b.Questions) != 0 || one(t, b).SubmittedAt.IsZero() {
		t.Errorf("questions %+v, submitted %v", b.Questions, one(t, b).SubmittedAt)
	}
}

// TestTitleOfOneWord: a title is not cut down to a word, unless the rest is the employer's name.
func TestTitleOfOneWord(t *testing.T) {
	for _, c := range []struct{ first, then, want string }{
		{"Chef de projet digital", "Chef", "Chef de projet digital"}, {"Northwind Buyer", "Buyer", "Buyer"}, {"Data Engineer Platform Team", "Data Engineer", "Data Engineer"},
	} {
		var s story
		m := *s.mail("3-01 09:00", KindConfirmation, "Northwind", c.first, "ats")
		for range 3 {
			s.mail("3-02 09:00", KindContact, "Northwind", c.then, kim.Address, answering(&m))
		}
		if got := one(t, s.at(t, "3-03 09:00")).Role; got != c.want {
			t.Errorf("%s, then %s: got %s", c.first, c.then, got)
		}
	}
}

// TestThanksThatAnswer: thanks alone give nobody what was asked for; what is said beside them does. A hold takes no request back:
// who asked for papers may still want them.
func TestThanksThatAnswer(t *testing.T) {
	for _, c := range []struct {
		acts     []string
		held     bool
		answered bool
	}{{[]string{"thanks"}, false, false}, {[]string{"thanks", "reply"}, false, true}, {[]string{"thanks"}, true, false}} {
		var s story
		s.mail("3-01 09:00", KindConfirmation, "Northwind", "Data Engineer", "ats")
		m := *s.mail("3-02 09:00", KindInfoRequest, "Northwind", "Data Engineer", kim.Address)
		s.own("3-02 11:00", KindThanks, kim.Address, &m, c.acts...)
		if c.held {
			s.mail("3-09 09:00", KindHold, "Northwind", "Data Engineer", kim.Address, answering(&m))
		}
		if r := one(t, s.at(t, "3-10 09:00")).Requests[0]; r.Answered.IsZero() == c.answered {
			t.Errorf("%v, held %v: %+v", c.acts, c.held, r)
		}
	}
}
