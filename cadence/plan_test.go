package cadence

import (
	"reflect"
	"testing"
	"time"

	"heardback/employer"
)

// hand makes a book of one application as a person would describe it, without events.
func hand(change func(*employer.Application)) employer.Book {
	at := time.Date(2027, 3, 1, 15, 0, 0, 0, time.UTC)
	a := employer.Application{ID: "mail:1", Employer: "Northwind Looms", Role: "Weaver", Country: "US", Stage: employer.Confirmed, StageSince: at,
		AppliedAt: at, ConfirmedAt: at, Contacts: []employer.Contact{{Name: "Ada Quill", Address: "ada@northwindlooms.example", Human: true, Wrote: true, KnownBecause: "known"}}}
	if change != nil {
		change(&a)
	}
	return employer.Book{Applications: []*employer.Application{&a}}
}

func seekerIn(t *testing.T, zone string) Seeker {
	t.Helper()
	l, err := time.LoadLocation(zone)
	if err != nil {
		t.Fatal(err)
	}
	return Seeker{Zone: l, Country: "US"}
}

func only(t *testing.T, p Plan) Step {
	t.Helper()
	if len(p.Steps) != 1 {
		t.Fatalf("got %d steps, want 1: %+v", len(p.Steps), p.Steps)
	}
	return p.Steps[0]
}

func TestHourIsTheUsersAndTheRecipients(t *testing.T) {
	now := time.Date(2027, 3, 2, 12, 0, 0, 0, time.UTC)
	for _, tt := range []struct{ user, employer, due, send string }{
		{"America/New_York", "America/New_York", "2027-03-16 07:00", "2027-03-16 09:30"},
		{"America/New_York", "America/Los_Angeles", "2027-03-16 07:00", "2027-03-16 12:30"},
		{"Europe/Berlin", "America/New_York", "2027-03-16 07:00", "2027-03-16 14:30"},
		// In Berlin it is past 11:30 at 07:00 in Los Angeles: the next morning there.
		{"America/Los_Angeles", "Europe/Berlin", "2027-03-16 07:00", "2027-03-17 01:30"},
	} {
		s := only(t, Make(hand(func(a *employer.Application) { a.Zone = tt.employer }), Default(), seekerIn(t, tt.user), now))
		if got := s.Due.Format("2006-01-02 15:04"); got != tt.due {
			t.Errorf("%s → %s: due %s, want %s", tt.user, tt.employer, got, tt.due)
		}
		if got := s.SendAt.Format("2006-01-02 15:04"); got != tt.send {
			t.Errorf("%s → %s: send at %s, want %s", tt.user, tt.employer, got, tt.send)
		}
	}
}

func TestKeyIsOfKindRecipientAndCause(t *testing.T) {
	now := time.Date(2027, 3, 2, 12, 0, 0, 0, time.UTC)
	seeker := seekerIn(t, "UTC")
	key := func(change func(*employer.Application)) string {
		return only(t, Make(hand(change), Default(), seeker, now)).Key
	}
	same := key(nil)
	if got := key(func(a *employer.Application) { a.ClosingDate = time.Date(2027, 3, 20, 0, 0, 0, 0, time.UTC) }); got != same {
		t.Error("another due date makes another key")
	}
	if got := key(func(a *employer.Application) { a.Contacts[0].Address = "ben@northwindlooms.example" }); got == same {
		t.Error("another recipient makes the same key")
	}
	if got := key(func(a *employer.Application) { a.Contacts[0].Address = "ADA@northwindlooms.example" }); got != same {
		t.Error("the case of an address makes another key")
	}
}

func TestDeletedForOneIsDeletedForAll(t *testing.T) {
	now := time.Date(2027, 3, 16, 7, 0, 0, 0, time.UTC)
	seeker := seekerIn(t, "UTC")
	b := hand(nil)
	first := Make(b, Default(), seeker, now)
	due := first.Due()
	if len(due) != 1 {
		t.Fatalf("got %d due, want 1", len(due))
	}
	b.Drafts = []employer.Draft{{DraftAct: employer.DraftAct{Key: due[0].Key, Kind: string(due[0].Kind), App: due[0].App, Cause: due[0].Cause, To: employer.Address{Address: due[0].To.Address}},
		State: employer.DraftDeleted, PlacedAt: now, StateAt: now}}
	b.Applications[0].Contacts[0].Address = "ben@northwindlooms.example"
	if again := Make(b, Default(), seeker, now.AddDate(0, 0, 1)); len(again.Due()) != 0 {
		t.Errorf("a deleted draft comes back to another person: %+v", again.Due())
	}
	b.Drafts[0].State = employer.DraftRestored
	b.Applications[0].Contacts[0].Address = "ada@northwindlooms.example"
	if again := Make(b, Default(), seeker, now.AddDate(0, 0, 1)); len(again.Due()) != 1 {
		t.Errorf("a restored draft is due %d times, want once", len(again.Due()))
	}
}

func TestPausedKeepsDrafts(t *testing.T) {
	now := time.Date(2027, 3, 16, 7, 0, 0, 0, time.UTC)
	b := hand(func(a *employer.Application) { a.PausedByUser = true })
	p := Make(b, Default(), seekerIn(t, "UTC"), now)
	if s := only(t, p); !s.Suppressed || len(p.Due()) != 0 || len(s.Against) == 0 {
		t.Errorf("paused, but got %+v", s)
	}
}

func TestMakeChangesNothing(t *testing.T) {
	now := time.Date(2027, 3, 16, 7, 0, 0, 0, time.UTC)
	b, again := hand(nil), hand(nil)
	one := Make(b, Default(), seekerIn(t, "UTC"), now)
	if !reflect.DeepEqual(b, again) {
		t.Error("Make changed the book")
	}
	if two := Make(b, Default(), seekerIn(t, "UTC"), now); !reflect.DeepEqual(one, two) {
		t.Error("the same book gives two plans")
	}
}

func TestStages(t *testing.T) {
	b := hand(nil)
	p := Make(b, Default(), seekerIn(t, "UTC"), time.Date(2027, 4, 20, 7, 0, 0, 0, time.UTC))
	if got := Stages(b, p)["mail:1"]; got != employer.Quiet {
		t.Errorf("got %s, want quiet", got)
	}
	a := b.Applications[0]
	if since := p.Since(a); p.Stage(a) != employer.Quiet || len(p.Changes) != 1 || !since.Equal(p.Changes[0].At) || !since.After(a.StageSince) {
		t.Errorf("%s since %s, changes %+v", p.Stage(a), since, p.Changes)
	}
	if p := Make(b, Default(), seekerIn(t, "UTC"), a.StageSince.Add(time.Hour)); p.Stage(a) != a.Stage || !p.Since(a).Equal(a.StageSince) {
		t.Errorf("before it: %s since %s", p.Stage(a), p.Since(a))
	}
}

func TestCallSheetWindow(t *testing.T) {
	seeker := seekerIn(t, "America/New_York")
	seeker.Phone = true
	ask := time.Date(2027, 3, 5, 14, 0, 0, 0, seeker.Zone) // a Friday
	b := hand(func(a *employer.Application) {
		a.Stage, a.Zone = employer.InContact, "America/New_York"
		a.Contacts[0].Phone, a.Contacts[0].CallInvited = "+1 212 555 0100", true
		a.Requests = []employer.Request{{Kind: "call", At: ask, Event: "mail:2", Key: "mail:2", From: a.Contacts[0]}}
	})
	for _, tt := range []struct{ now, from, until string }{
		{"2027-03-05 14:00", "2027-03-05 16:00", "2027-03-05 17:30"},
		{"2027-03-05 16:30", "2027-03-05 16:30", "2027-03-05 17:30"},
		{"2027-03-05 18:00", "2027-03-08 08:00", "2027-03-08 09:15"},
	} {
		now, _ := time.ParseInLocation("2006-01-02 15:04", tt.now, seeker.Zone)
		p := Make(b, Default(), seeker, now)
		if len(p.Calls) != 1 || !p.Calls[0].Allowed || p.Calls[0].Reason != "invited" {
			t.Fatalf("got %+v", p.Calls)
		}
		c := p.Calls[0]
		if from, until := c.From.Format("2006-01-02 15:04"), c.Until.Format("2006-01-02 15:04"); from != tt.from || until != tt.until {
			t.Errorf("at %s: got %s to %s, want %s to %s", tt.now, from, until, tt.from, tt.until)
		}
	}
	seeker.Phone = false
	if p := Make(b, Default(), seeker, ask); len(p.Calls) != 0 {
		t.Error("a call sheet without phone opted in")
	}
}
