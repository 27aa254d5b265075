package sqlite

import (
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"heardback/employer"
)

// search makes a job search of the size that the plan is measured on: applications with 40 events each.
func search(applications int) []employer.Event {
	base := time.Date(2026, 1, 5, 8, 0, 0, 0, time.UTC)
	var events []employer.Event
	kinds := []employer.Kind{employer.KindConfirmation, employer.KindContact, employer.KindInvite, employer.KindAnswer, employer.KindScheduled,
		employer.KindContact, employer.KindFollowup, employer.KindContact}
	for i := range applications {
		name := fmt.Sprintf("%c%c%c Works", 'A'+i%26, 'a'+i/26%26, 'a'+i/676%26)
		host := fmt.Sprintf("works%d.example", i)
		start := base.Add(time.Duration(i) * time.Hour)
		for j := range 40 {
			k := kinds[j%len(kinds)]
			at := start.Add(time.Duration(j) * 20 * time.Hour)
			if j > 0 && k == employer.KindConfirmation {
				k = employer.KindContact
			}
			id := fmt.Sprintf("%d.%d@%s", i, j, host)
			e := employer.Event{ID: "mail:" + id, Kind: k, At: at, Learned: at, Rules: "2026.1", Account: "home", Party: employer.Party{Name: name, From: "sender-name"},
				Role: fmt.Sprintf("Role Number %d", i), Language: "en", Human: j > 0, Confidence: 0.97, Features: []string{"subject.receipt", "body.thanks"},
				Quote: "Thank you, we have received this and shall look at it with care.",
				Mail: &employer.Mail{Key: id, MessageID: id, From: employer.Address{Name: "Kim Doe", Address: "kim@" + host}, To: []employer.Address{{Name: "Alex Roe", Address: "alex@example.com"}},
					Subject: "Your application", Sent: at}}
			if j > 0 {
				e.Mail.InReplyTo = []string{fmt.Sprintf("%d.%d@%s", i, j-1, host)}
				e.Mail.References = e.Mail.InReplyTo
				e.Contacts = []employer.Contact{{Name: "Kim Doe", Address: "kim@" + host, Human: true, Wrote: true}}
			}
			if k == employer.KindAnswer || k == employer.KindFollowup {
				e.Mail.From, e.Mail.To, e.Mail.Own, e.Contacts = e.Mail.To[0], []employer.Address{e.Mail.From}, true, nil
			}
			if k == employer.KindScheduled {
				e.Interview = &employer.Interview{UID: fmt.Sprintf("u%d.%d@%s", i, j, host), Start: at.Add(30 * time.Hour), End: at.Add(31 * time.Hour), Zone: "Europe/Berlin"}
			}
			events = append(events, e)
		}
	}
	return events
}

func benchStore(b *testing.B) *Store {
	b.Helper()
	s, err := Open(b.Context(), filepath.Join(b.TempDir(), "book.db"))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { s.Close() })
	events := search(5000)
	for len(events) > 0 {
		n := min(500, len(events))
		if err := s.Commit(b.Context(), "home", events[:n], []byte("c")); err != nil {
			b.Fatal(err)
		}
		events = events[n:]
	}
	return s
}

func BenchmarkEvents(b *testing.B) {
	s := benchStore(b)
	for b.Loop() {
		if _, err := s.Events(b.Context()); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkOpen(b *testing.B) {
	s := benchStore(b)
	for b.Loop() {
		o, err := Open(b.Context(), s.Path())
		if err != nil {
			b.Fatal(err)
		}
		o.Close()
	}
}

func BenchmarkFold(b *testing.B) {
	events := search(5000)
	now := time.Date(2026, 9, 1, 9, 0, 0, 0, time.UTC)
	for b.Loop() {
		employer.Fold(events, now)
	}
}

func BenchmarkCommit500(b *testing.B) {
	s, err := Open(b.Context(), filepath.Join(b.TempDir(), "book.db"))
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	events := search(50)[:500]
	n := 0
	for b.Loop() {
		for i := range events {
			n++
			events[i].ID = fmt.Sprint("mail:", n)
		}
		if err := s.Commit(b.Context(), "home", events, nil); err != nil {
			b.Fatal(err)
		}
	}
}
