package employer

import (
	"fmt"
	"slices"
	"testing"
	"time"
)

func TestKindsAreComplete(t *testing.T) {
	seen := map[Kind]bool{}
	for _, r := range Kinds {
		if seen[r.Kind] {
			t.Errorf("%s stands twice in the table", r.Kind)
		}
		seen[r.Kind] = true
		if r.Heading == "" || r.Effect == "" {
			t.Errorf("%s: heading %q, effect %q", r.Kind, r.Heading, r.Effect)
		}
		if r.Example.Kind != r.Kind || r.Example.ID == "" || r.Example.At.IsZero() {
			t.Errorf("%s: example %+v", r.Kind, r.Example)
		}
		switch r.Source {
		case "mail", "sent":
			if r.Example.Mail == nil || r.Example.Mail.Own != (r.Source == "sent") {
				t.Errorf("%s: example mail %+v", r.Kind, r.Example.Mail)
			}
		case "user":
			if r.Example.User == nil {
				t.Errorf("%s: example without the user's act", r.Kind)
			}
		case "draft":
			if r.Example.Draft == nil {
				t.Errorf("%s: example without a draft", r.Kind)
			}
		default:
			t.Errorf("%s: source %q", r.Kind, r.Source)
		}
	}
	for _, m := range moves {
		if !seen[m.on] {
			t.Errorf("the table of moves names %q, which is no kind", m.on)
		}
	}
	var all []Event
	for _, r := range Kinds {
		all = append(all, r.Example)
	}
	Fold(all, day("4-01 09:00"))
}

func TestInterviewFollowsFromTime(t *testing.T) {
	var s story
	s.mail("3-01 09:00", KindConfirmation, "Northwind", "Data Engineer", "ats")
	s.mail("3-02 09:00", KindScheduled, "Northwind", "Data Engineer", kim.Address, talkAt("u1", 0, "3-08 10:00"))
	wantStage(t, s.at(t, "3-08 10:30"), Scheduled)
	wantStage(t, s.at(t, "3-08 11:00"), Interviewed)

	moved := s
	moved.mail("3-07 09:00", KindRescheduled, "Northwind", "", kim.Address, talkAt("u1", 1, "3-11 10:00"))
	b := moved.at(t, "3-08 12:00")
	wantStage(t, b, Scheduled)
	a := one(t, b)
	if len(a.Interviews) != 1 || !a.Interviews[0].Previous.Equal(day("3-08 10:00")) {
		t.Errorf("moved round: got %+v", a.Interviews)
	}
	if r := a.Requests[len(a.Requests)-1]; r.Kind != "reschedule" || !r.Answered.IsZero() {
		t.Errorf("request after a move: got %+v", r)
	}

	late := s
	late.mail("3-08 13:00", KindCancelled, "Northwind", "", kim.Address, talkAt("u1", 1, "3-08 10:00"))
	wantStage(t, late.at(t, "3-08 12:30"), Invited)
	wantStage(t, late.at(t, "3-09 12:00"), Invited)

	missed := s
	missed.mail("3-08 12:00", KindMissed, "Northwind", "", kim.Address)
	b = missed.at(t, "3-08 12:30")
	wantStage(t, b, Invited)
	if got := one(t, b).Interviews[0].State; got != "missed" {
		t.Errorf("missed round: got %s", got)
	}
}

func TestLateMailNeverRegresses(t *testing.T) {
	var s story
	s.mail("3-01 09:00", KindConfirmation, "Northwind", "Data Engineer", "ats")
	s.mail("3-02 09:00", KindInvite, "Northwind", "Data Engineer", kim.Address)
	s.mail("3-10 09:00", KindRejection, "Northwind", "Data Engineer", "ats")
	s.mail("3-01 09:02", KindConfirmation, "Northwind GmbH", "Data Engineer (m/w/d)", "ats", func(e *Event) { e.Source, e.Board = "indeed", true })
	wantStage(t, s.at(t, "3-11 09:00"), Rejected)
}

func TestRejectionWithoutRoleSuspends(t *testing.T) {
	var s story
	s.mail("3-01 09:00", KindConfirmation, "Northwind", "Data Engineer", "ats")
	second := s.mail("3-01 10:00", KindConfirmation, "Northwind", "Product Manager", "ats").ID
	s.mail("3-10 09:00", KindRejection, "Northwind", "", "ats")
	b := s.at(t, "3-11 09:00")
	if got := questionKinds(b); !slices.Equal(got, []string{"which-role"}) {
		t.Fatalf("questions: got %v", got)
	}
	for _, a := range b.Applications {
		if a.Suspended == "" || a.Stage != Confirmed {
			t.Errorf("%s: stage %s, suspended %q", a.Role, a.Stage, a.Suspended)
		}
	}
	s.user("3-17 09:00", KindLog, UserAct{Verb: "rejected", Target: second})
	b = s.at(t, "3-17 10:00")
	if len(b.Questions) != 0 {
		t.Errorf("questions after the user's word: got %+v", b.Questions)
	}
	for _, a := range b.Applications {
		if a.Suspended != "" {
			t.Errorf("%s is still suspended: %s", a.Role, a.Suspended)
		}
	}
}

func TestStrangersInvitationOpensNothing(t *testing.T) {
	var s story
	inv := s.mail("3-01 09:00", KindInvite, "Fabrikam", "Designer", "lee@fabrikam.example")
	b := s.at(t, "3-01 10:00")
	if len(b.Applications) != 0 || len(b.Strays) != 1 || len(b.Questions) != 1 || b.Questions[0].Kind != "stranger" {
		t.Fatalf("got %d applications, strays %v, questions %+v", len(b.Applications), b.Strays, b.Questions)
	}
	s.own("3-01 12:00", KindAnswer, "lee@fabrikam.example", inv, "availability")
	b = s.at(t, "3-01 13:00")
	a := one(t, b)
	if a.Employer != "Fabrikam" || len(b.Questions) != 0 || len(b.Strays) != 0 {
		t.Errorf("got %s, %v, %v", a.Employer, b.Questions, b.Strays)
	}
	if r := a.Requests[0]; r.Answered.IsZero() {
		t.Errorf("the invitation is still open: %+v", r)
	}
}

func TestOwnMailSpendsANudge(t *testing.T) {
	var s story
	s.mail("3-01 09:00", KindConfirmation, "Northwind", "Data Engineer", "ats")
	ack := s.mail("3-01 11:00", KindContact, "Northwind", "Data Engineer", kim.Address, acts("acknowledge"))
	s.own("3-11 09:00", KindFollowup, kim.Address, ack)
	q := s.mail("3-12 09:00", KindContact, "Northwind", "", kim.Address, acts("question"), answering(ack))
	s.own("3-12 10:00", KindReply, kim.Address, q)
	a := one(t, s.at(t, "3-13 09:00"))
	if len(a.Outbound) != 2 || !a.Outbound[0].Nudge || a.Outbound[1].Nudge {
		t.Fatalf("outbound: %+v", a.Outbound)
	}
	if !a.Outbound[0].Answered.Equal(day("3-12 09:00")) {
		t.Errorf("answered: %v", a.Outbound[0].Answered)
	}
	if len(a.Contacts) == 0 || a.Contacts[0].Address != kim.Address || a.Contacts[0].KnownBecause == "" || !a.Contacts[0].UserWrote {
		t.Errorf("contacts: %+v", a.Contacts)
	}
	if !a.Inbound[1].Ack || a.Inbound[2].Ack {
		t.Errorf("acknowledgement: %+v", a.Inbound)
	}
}

// TestOwnMailAboutAnotherRole: a person who has written about one role is asked about another one there: the question counts for that one.
func TestOwnMailAboutAnotherRole(t *testing.T) {
	for _, tt := range []struct{ role, want string }{{"Data Engineer", "Data Engineer"}, {"Warehouse Clerk", "Warehouse Clerk"}, {"Pastry Chef", "Warehouse Clerk"}, {"", "Warehouse Clerk"}} {
		var s story
		s.mail("3-01 09:00", KindConfirmation, "Northwind", "Data Engineer", "ats")
		s.mail("3-01 10:00", KindConfirmation, "Northwind", "Warehouse Clerk", "ats")
		s.mail("3-02 09:00", KindContact, "Northwind", "Warehouse Clerk", "kim@northwind.example", acts("acknowledge"))
		s.own("3-11 09:00", KindFollowup, "kim@northwind.example", nil).Role = tt.role
		for _, a := range s.at(t, "3-12 09:00").Applications {
			if got, want := len(a.Outbound), a.Role == tt.want; got != 1 == want {
				t.Errorf("a question about %q: %d letters at %s", tt.role, got, a.Role)
			}
		}
	}
}

// TestMovedAwayAndBack: the employer who takes up a time again that they had moved away from asks anew.
func TestMovedAwayAndBack(t *testing.T) {
	var s story
	s.mail("3-01 09:00", KindConfirmation, "Northwind", "Data Engineer", "ats")
	s.mail("3-02 09:00", KindScheduled, "Northwind", "Data Engineer", kim.Address, talkAt("u1", 0, "3-12 10:00"))
	for i, start := range []string{"3-15 10:00", "3-16 10:00", "3-15 10:00"} {
		s.mail(fmt.Sprintf("3-0%d 09:00", 4+i), KindRescheduled, "Northwind", "Data Engineer", kim.Address, talkAt("u1", i+1, start))
	}
	a := one(t, s.at(t, "3-07 09:00"))
	keys := map[string]bool{}
	for _, q := range a.Requests {
		keys[q.Key] = true
	}
	if len(a.Requests) != 3 || len(keys) != 3 || !a.Requests[2].Answered.IsZero() {
		t.Errorf("requests: %+v", a.Requests)
	}
}

func TestSentDraftIsOneTouch(t *testing.T) {
	var s story
	s.mail("3-01 09:00", KindConfirmation, "Northwind", "Data Engineer", "ats")
	talk := s.mail("3-02 09:00", KindScheduled, "Northwind", "Data Engineer", kim.Address, talkAt("u1", 0, "3-04 10:00"))
	app := s.events[0].ID
	letter := DraftAct{Key: "k1", Kind: "status-1", MessageID: "d1@mail.example", App: app, To: Address{Address: kim.Address}, InReplyTo: talk.Mail.MessageID}
	draft := func(at string, k Kind, act DraftAct) {
		s.events = append(s.events, Event{ID: "draft:k1:" + string(k), Kind: k, At: day(at), Learned: day(at), Draft: &act})
	}
	draft("3-16 07:00", KindDraftIntended, letter)
	draft("3-16 07:01", KindDraftPlaced, letter)
	b := s.at(t, "3-16 08:00")
	if len(b.Drafts) != 1 || b.Drafts[0].State != DraftUntouched || len(one(t, b).Drafts) != 1 {
		t.Fatalf("drafts: %+v", b.Drafts)
	}
	for _, ownFirst := range []bool{true, false} {
		c := story{events: slices.Clone(s.events), n: s.n}
		at, sight := "3-16 10:00", "3-16 10:05"
		if !ownFirst {
			sight = "3-16 09:59"
		}
		c.own(at, KindWritten, kim.Address, &c.events[1])
		sent := letter
		c.events = append(c.events, Event{ID: "draft:k1:draft-sent", Kind: KindDraftSent, At: day(sight), Learned: day(sight), Draft: &sent})
		b = c.at(t, "3-17 08:00")
		a := one(t, b)
		if len(a.Outbound) != 1 || !a.Outbound[0].Nudge || a.Outbound[0].DraftKind != "status-1" || a.Outbound[0].Mail == nil {
			t.Errorf("own first %v: outbound %+v", ownFirst, a.Outbound)
		}
		if b.Drafts[0].State != DraftSent {
			t.Errorf("draft: %+v", b.Drafts[0])
		}
	}
}

func TestSupersedeCorrectUndo(t *testing.T) {
	var s story
	s.mail("3-01 09:00", KindConfirmation, "Northwind", "Data Engineer", "ats")
	m := *s.mail("3-05 09:00", KindRejection, "Northwind", "Data Engineer", "ats")
	wantStage(t, s.at(t, "3-06 09:00"), Rejected)
	better := m
	better.Kind, better.Rules, better.Learned = KindHold, "2", m.Learned.Add(time.Hour)
	s.events = append(s.events, better)
	b := s.at(t, "3-06 09:00")
	wantStage(t, b, OnHold)
	if !slices.ContainsFunc(one(t, b).Timeline, func(e Entry) bool { return e.Superseded && e.Kind == KindRejection }) {
		t.Errorf("the timeline does not show the older reading: %+v", one(t, b).Timeline)
	}
	fix := s.user("3-06 10:00", KindCorrect, UserAct{Verb: "kind", Target: m.Mail.Key, Value: "filled"}).ID
	wantStage(t, s.at(t, "3-06 11:00"), Filled)
	undo := s.user("3-06 12:00", KindUndo, UserAct{Verb: "undo", Target: fix}).ID
	wantStage(t, s.at(t, "3-06 13:00"), OnHold)
	s.user("3-06 14:00", KindUndo, UserAct{Verb: "undo", Target: undo})
	wantStage(t, s.at(t, "3-06 15:00"), Filled)
}

func TestOfferAcceptedAndRevival(t *testing.T) {
	var s story
	s.mail("3-01 09:00", KindConfirmation, "Northwind", "Data Engineer", "ats")
	s.mail("3-03 09:00", KindRejection, "Northwind", "Data Engineer", "ats")
	s.mail("3-20 09:00", KindInvite, "Northwind", "Data Engineer", kim.Address)
	wantStage(t, s.at(t, "3-20 10:00"), Invited)
	o := s.mail("3-22 09:00", KindOffer, "Northwind", "Data Engineer", kim.Address, func(e *Event) { e.Deadline = day("3-29 00:00") })
	b := s.at(t, "3-22 10:00")
	wantStage(t, b, Offered)
	if a := one(t, b); a.Offer == nil || !a.Offer.Deadline.Equal(day("3-29 00:00")) {
		t.Errorf("offer: %+v", a.Offer)
	}
	s.mail("3-24 09:00", KindContact, "Northwind", "", kim.Address, answering(o), acts("offer-extended"), func(e *Event) { e.Deadline = day("4-02 00:00") })
	if a := one(t, s.at(t, "3-24 10:00")); !a.Offer.Deadline.Equal(day("4-02 00:00")) {
		t.Errorf("extended offer: %+v", a.Offer)
	}
	s.own("3-25 09:00", KindAnswer, kim.Address, o, "takes-offer")
	wantStage(t, s.at(t, "3-25 10:00"), Accepted)
}

func TestCalendarEntries(t *testing.T) {
	begin := func() *story {
		var s story
		s.mail("3-01 09:00", KindConfirmation, "Northwind", "Data Engineer", "ats")
		s.mail("3-02 09:00", KindScheduled, "Northwind", "", kim.Address, talkAt("u1", 0, "3-08 10:00"))
		return &s
	}
	starts := func(a Application, state string) (out []string) {
		for _, iv := range a.Interviews {
			if iv.State == state {
				out = append(out, iv.Start.Format("1-02 15:04"))
			}
		}
		return out
	}
	for name, c := range map[string]struct {
		tell func(*story)
		held []string
	}{
		"a second mail about the same time": {func(s *story) {
			s.mail("3-03 09:00", KindScheduled, "Northwind", "", "ats", talkAt("", 0, "3-08 10:05"))
		}, []string{"3-08 10:05"}},
		"an update by sequence": {func(s *story) {
			s.mail("3-03 09:00", KindScheduled, "Northwind", "", kim.Address, talkAt("u1", 1, "3-09 10:00"))
		}, []string{"3-09 10:00"}},
		"an older state told later": {func(s *story) {
			s.mail("3-03 09:00", KindRescheduled, "Northwind", "", kim.Address, talkAt("u1", 2, "3-09 10:00"))
			s.mail("3-04 09:00", KindScheduled, "Northwind", "", kim.Address, talkAt("u1", 1, "3-08 15:00"))
		}, []string{"3-09 10:00"}},
		"moved to a new entry, the old one cancelled": {func(s *story) {
			s.mail("3-03 09:00", KindRescheduled, "Northwind", "", kim.Address, talkAt("u2", 0, "3-09 10:00"))
			s.mail("3-03 09:01", KindCancelled, "Northwind", "", kim.Address, talkAt("u1", 1, "3-08 10:00"))
		}, []string{"3-09 10:00"}},
		"the old entry cancelled, then a new one": {func(s *story) {
			s.mail("3-03 09:00", KindCancelled, "Northwind", "", kim.Address, talkAt("u1", 1, "3-08 10:00"))
			s.mail("3-03 09:01", KindScheduled, "Northwind", "", kim.Address, talkAt("u2", 0, "3-09 10:00"))
		}, []string{"3-09 10:00"}},
		"moved in words that name the old time": {func(s *story) {
			s.mail("3-03 09:00", KindScheduled, "Northwind", "", kim.Address, talkAt("", 0, "3-09 10:00"), func(e *Event) { e.Interview.Previous = day("3-08 10:00") })
		}, []string{"3-09 10:00"}},
		"two rounds": {func(s *story) {
			s.mail("3-03 09:00", KindScheduled, "Northwind", "", kim.Address, talkAt("u2", 0, "3-09 10:00"))
		}, []string{"3-08 10:00", "3-09 10:00"}},
		"cancelled before it was seen": {func(s *story) {
			s.mail("3-03 09:00", KindCancelled, "Northwind", "", kim.Address, talkAt("u2", 3, "3-09 10:00"))
			s.mail("3-03 09:01", KindScheduled, "Northwind", "", kim.Address, talkAt("u2", 1, "3-09 10:00"))
		}, []string{"3-08 10:00"}},
		"declined by the user": {func(s *story) {
			s.own("3-03 09:00", KindAnswer, kim.Address, &s.events[1], "declines")
		}, nil},
		"a day, then its hour": {func(s *story) {
			s.mail("3-03 09:00", KindScheduled, "Northwind", "", kim.Address, talkAt("", 0, "3-12 00:00"), func(e *Event) { e.Interview.DateOnly = true })
			s.mail("3-04 09:00", KindScheduled, "Northwind", "", kim.Address, talkAt("u2", 0, "3-12 14:00"))
		}, []string{"3-08 10:00", "3-12 14:00"}},
		"a time that was proposed and accepted": {func(s *story) {
			m := s.mail("3-03 09:00", KindInvite, "Northwind", "", kim.Address, talkAt("", 0, "3-12 14:00"))
			s.own("3-03 10:00", KindAnswer, kim.Address, m, "accepts")
		}, []string{"3-08 10:00", "3-12 14:00"}},
		"a time that was only proposed": {func(s *story) {
			s.mail("3-03 09:00", KindInvite, "Northwind", "", kim.Address, talkAt("", 0, "3-12 14:00"))
		}, []string{"3-08 10:00"}},
		"rejected before the talk": {func(s *story) {
			s.mail("3-05 09:00", KindRejection, "Northwind", "", kim.Address)
		}, nil},
	} {
		s := begin()
		c.tell(s)
		if got := starts(one(t, s.at(t, "3-20 09:00")), "held"); !slices.Equal(got, c.held) {
			t.Errorf("%s: held %v, want %v", name, got, c.held)
		}
	}
}

// TestThankYouAnswersNoInvitation: a letter of ours does what its kind does, whatever its words read like.
func TestThankYouAnswersNoInvitation(t *testing.T) {
	var s story
	app := s.mail("3-01 09:00", KindConfirmation, "Northwind", "Data Engineer", "ats").ID
	talk := *s.mail("3-02 09:00", KindScheduled, "Northwind", "", kim.Address, talkAt("u1", 0, "3-04 10:00"))
	s.mail("3-04 11:30", KindInvite, "Northwind", "", kim.Address, answering(&talk))
	s.own("3-04 12:30", KindAnswer, kim.Address, &talk, "accepts")
	letter := DraftAct{Key: "k1", Kind: "thank-you", MessageID: "d1@mail.example", App: app, To: Address{Address: kim.Address}, InReplyTo: talk.Mail.MessageID}
	for _, k := range []Kind{KindDraftPlaced, KindDraftSent} {
		s.events = append(s.events, Event{ID: "draft:k1:" + string(k), Kind: k, At: day("3-04 12:31"), Learned: day("3-04 12:31"), Draft: &letter})
	}
	a := one(t, s.at(t, "3-05 09:00"))
	if r := a.Requests[len(a.Requests)-1]; r.Kind != "invitation" || !r.Answered.IsZero() {
		t.Errorf("requests: %+v", a.Requests)
	}
	if len(a.Outbound) != 1 || a.Outbound[0].DraftKind != "thank-you" || a.Outbound[0].Nudge || a.Stage != Invited {
		t.Errorf("%s, outbound: %+v", a.Stage, a.Outbound)
	}
}
