package employer

import (
	"strings"
	"testing"
	"time"
)

func contactOf(t *testing.T, a Application, address string) Contact {
	t.Helper()
	for _, c := range a.Contacts {
		if c.Address == address {
			return c
		}
	}
	t.Fatalf("no contact %s in %+v", address, a.Contacts)
	return Contact{}
}

// TestKnownContacts holds POLICY.md rule 12: whom a draft may be addressed to.
func TestKnownContacts(t *testing.T) {
	var s story
	s.mail("3-01 09:00", KindConfirmation, "Northwind", "Data Engineer", "ats")
	m := s.mail("3-02 09:00", KindContact, "Northwind", "Data Engineer", kim.Address)
	s.mail("3-03 09:00", KindContact, "Northwind", "", "pat@northwind-jobs.example", answering(m))
	s.mail("3-04 09:00", KindContact, "Northwind", "", "lou@gmail.com", answering(m))
	s.mail("3-05 09:00", KindContact, "Northwind", "", "sam@partner.example", answering(m))
	s.own("3-05 10:00", KindWritten, "someone.else@partner.example", nil)
	s.own("3-05 11:00", KindWritten, "friend@gmail.com", nil)
	a := one(t, s.at(t, "3-06 09:00"))
	for address, known := range map[string]bool{kim.Address: true, "pat@northwind-jobs.example": false, "lou@gmail.com": false, "sam@partner.example": true} {
		if got := contactOf(t, a, address).KnownBecause; (got != "") != known {
			t.Errorf("%s: known because %q, want known %v", address, got, known)
		}
	}
	if c := contactOf(t, a, "no-reply@hiring.test"); c.KnownBecause != "" || c.Human {
		t.Errorf("the hiring system: %+v", c)
	}
}

func TestDomainOfALongerName(t *testing.T) {
	var s story
	s.mail("3-01 09:00", KindConfirmation, "Northwind Office Bakery", "Data Engineer", "ats")
	s.mail("3-02 09:00", KindContact, "Northwind", "Data Engineer", "kim@northwindofficebakery.example")
	if c := one(t, s.at(t, "3-03 09:00")).Contacts[0]; c.KnownBecause == "" {
		t.Errorf("contact %+v", c)
	}
}

func TestNameInAThreadTeachesNoDomain(t *testing.T) {
	var s story
	m := s.mail("3-01 09:00", KindConfirmation, "Northwind", "Data Engineer", kim.Address)
	s.mail("3-02 09:00", KindContact, "Elsewhere", "", "pat@elsewhere.example", answering(m))
	if c := contactOf(t, one(t, s.at(t, "3-03 09:00")), "pat@elsewhere.example"); c.KnownBecause != "" {
		t.Errorf("contact %+v", c)
	}
}

func TestReplyToElsewhere(t *testing.T) {
	for reply, want := range map[string]string{"desk@northwind.example": "", "kim@partner.example": "", "kim@elsewhere.example": "address"} {
		var s story
		s.mail("3-01 09:00", KindConfirmation, "Northwind", "Data Engineer", "ats")
		s.own("3-01 10:00", KindWritten, "someone@partner.example", nil)
		s.mail("3-02 09:00", KindContact, "Northwind", "Data Engineer", kim.Address, func(e *Event) { e.Mail.ReplyTo.Address = reply })
		b := s.at(t, "3-03 09:00")
		a := one(t, b)
		if got := strings.Join(questionKinds(b), " "); got != want {
			t.Errorf("%s: questions %q, want %q", reply, got, want)
		}
		if c := a.Contacts[0]; (c.KnownBecause != "") != (want == "") || want == "" && c.Address != reply {
			t.Errorf("%s: contact %+v", reply, c)
		}
	}
}

func TestHandoverAndAbsence(t *testing.T) {
	var s story
	s.mail("3-01 09:00", KindConfirmation, "Northwind", "Data Engineer", "ats")
	m := s.mail("3-02 09:00", KindContact, "Northwind", "Data Engineer", kim.Address)
	s.mail("3-05 09:00", KindContact, "Northwind", "", kim.Address, answering(m), acts("handover"), func(e *Event) {
		e.Contacts = append(e.Contacts, Contact{Name: "Pat Poe", Address: "pat@northwind.example", Human: true})
	})
	s.mail("3-08 09:00", KindOutOfOffice, "Northwind", "", "pat@northwind.example", func(e *Event) { e.ReturnAt = day("3-15 00:00") })
	a := one(t, s.at(t, "3-09 09:00"))
	if c := a.Contacts[0]; c.Address != "pat@northwind.example" || !c.HandedOver || c.Wrote || !c.OutUntil.Equal(day("3-15 00:00")) {
		t.Errorf("first contact: %+v", c)
	}
	if n := len(a.Inbound); n != 3 {
		t.Errorf("an absence counts as a mail: %d inbound", n)
	}
}

func TestBounce(t *testing.T) {
	var s story
	o := *s.own("3-01 09:00", KindApplied, "jobs@northwind.example", nil, "application")
	s.events[0].Party, s.events[0].Role = Party{Name: "Northwind"}, "Data Engineer"
	s.mail("3-01 09:01", KindBounce, "", "", "ats", func(e *Event) {
		e.Mail.From.Address, e.Mail.Original = "mailer-daemon@mail.example", o.Mail.MessageID
	})
	a := one(t, s.at(t, "3-02 09:00"))
	if a.Stage != Applied || a.AppliedTo.Address != "jobs@northwind.example" || len(a.Bounces) != 1 || a.Bounces[0].Who.Address != "jobs@northwind.example" {
		t.Errorf("got %s, applied to %v, bounces %+v", a.Stage, a.AppliedTo, a.Bounces)
	}
}

func TestStableZone(t *testing.T) {
	berlin := func(at string, hours int) time.Time {
		return day(at).In(time.FixedZone("", hours*3600))
	}
	for _, c := range []struct {
		sent []time.Time
		want string
	}{
		{[]time.Time{berlin("2-01 09:00", 1), berlin("2-03 09:00", 1)}, "+01:00"},
		{[]time.Time{berlin("2-01 09:00", 1), berlin("4-03 09:00", 2)}, "+02:00"},
		{[]time.Time{berlin("2-01 09:00", 1), berlin("2-03 09:00", -5)}, ""},
		{[]time.Time{berlin("2-01 09:00", 0)}, ""},
	} {
		var s story
		s.mail("1-01 09:00", KindConfirmation, "Northwind", "Data Engineer", "ats")
		for i, sent := range c.sent {
			s.mail([]string{"2-01 09:00", "4-03 09:00"}[i], KindContact, "Northwind", "", kim.Address, func(e *Event) { e.Mail.Sent = sent })
		}
		if got := contactOf(t, one(t, s.at(t, "5-01 09:00")), kim.Address).Zone; got != c.want {
			t.Errorf("%v: got %q, want %q", c.sent, got, c.want)
		}
	}
}

func TestPanelAndHost(t *testing.T) {
	var s story
	s.mail("3-01 09:00", KindConfirmation, "Northwind", "Data Engineer", "ats")
	m := s.mail("3-02 09:00", KindScheduled, "Northwind", "", kim.Address, talkAt("u1", 0, "3-08 10:00"), func(e *Event) {
		e.Interview.Interviewers = []Contact{{Name: "Pat Poe", Address: "pat@northwind.example", Human: true}, {Name: "Lou Low", Address: "lou@northwind.example", Human: true}}
	})
	s.mail("3-09 09:00", KindContact, "Northwind", "", "pat@northwind.example", answering(m))
	iv := one(t, s.at(t, "3-10 09:00")).Interviews[0]
	if iv.Host.Address != kim.Address || iv.State != "held" || iv.Round != 1 {
		t.Errorf("round: %+v", iv)
	}
	if len(iv.Interviewers) != 2 || !iv.Interviewers[0].Wrote || iv.Interviewers[1].Wrote {
		t.Errorf("interviewers: %+v", iv.Interviewers)
	}
}

func TestCalls(t *testing.T) {
	var s story
	first := s.mail("3-01 09:00", KindConfirmation, "Northwind", "Data Engineer", "ats").ID
	s.mail("3-02 09:00", KindContact, "Northwind", "", kim.Address, acts("call-invited"))
	a := one(t, s.at(t, "3-02 10:00"))
	if c := contactOf(t, a, kim.Address); !c.CallInvited || a.Requests[0].Kind != "call" {
		t.Errorf("contact %+v, requests %+v", c, a.Requests)
	}
	s.user("3-03 09:00", KindLog, UserAct{Verb: "called", Target: first, Outcome: "reached", Date: day("3-20 00:00")})
	s.user("3-25 09:00", KindLog, UserAct{Verb: "called", Target: first, Outcome: "silent"})
	s.user("3-26 09:00", KindLog, UserAct{Verb: "called", Target: first, Outcome: "voicemail"})
	a = one(t, s.at(t, "3-27 10:00"))
	if len(a.Calls) != 3 || len(a.Outbound) != 2 || a.Outbound[0].Nudge || !a.Outbound[1].Nudge || a.Requests[0].Answered.IsZero() {
		t.Errorf("calls %+v, outbound %+v, requests %+v", a.Calls, a.Outbound, a.Requests)
	}
	if len(a.Statements) != 1 || !a.Statements[0].Until.Equal(day("3-20 00:00")) {
		t.Errorf("the date given by phone: %+v", a.Statements)
	}
}

func TestPublicSectorAndCountry(t *testing.T) {
	for name, want := range map[string]bool{"Ministry of Examples": true, "Stadtverwaltung Musterstadt": true, "Elm Grove School District": true, "Northwind": false} {
		var s story
		s.mail("3-01 09:00", KindConfirmation, name, "Clerk", "ats")
		if got := one(t, s.at(t, "3-02 09:00")).Public; got != want {
			t.Errorf("%s: public %v", name, got)
		}
	}
	for domain, want := range map[string]string{"northwind.de": "DE", "northwind.co.uk": "GB", "northwind.io": "", "northwind.com": ""} {
		if got := countryOf(domain); got != want {
			t.Errorf("%s: got %q, want %q", domain, got, want)
		}
	}
}
