//go:build unix

package round

import (
	"context"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"runtime"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"heardback/cadence"
	"heardback/drafts"
	"heardback/employer"
	"heardback/mailbox"
	"heardback/templates"
)

// search is a job search that goes on: the last 50 applications are alive, those before them are over for three months and longer, a
// third of them rejected and the others silent, and to every other one a letter of ours was sent. Each has so many events.
func search(now time.Time, applications, events int) []employer.Event {
	kinds := []employer.Kind{employer.KindConfirmation, employer.KindContact, employer.KindInvite, employer.KindAnswer, employer.KindScheduled,
		employer.KindContact, employer.KindFollowup, employer.KindContact}
	me := employer.Address{Name: "Robin Lake", Address: "robin@example.com"}
	var all []employer.Event
	for i := range applications {
		host := fmt.Sprintf("works%d.example", i)
		them := employer.Address{Name: "Kim Vale", Address: "kim@" + host}
		start := now.AddDate(0, 0, -35).Add(-time.Duration(applications-i) * time.Minute)
		if i < applications-50 {
			start = start.AddDate(0, 0, -90).Add(-time.Duration(applications-i) * 8 * time.Hour)
		}
		for j := range events {
			at := start.Add(time.Duration(j) * 33 * 24 * time.Hour / time.Duration(events))
			id := fmt.Sprintf("%d.%d@%s", i, j, host)
			e := employer.Event{ID: "mail:" + id, Kind: kinds[j%len(kinds)], At: at, Learned: at, Rules: "2027.1", Account: "home", Language: "en", Human: j > 0,
				Party: employer.Party{Name: fmt.Sprintf("%c%c%c Works", 'A'+i%26, 'a'+i/26%26, 'a'+i/676%26), From: "sender-name"}, Role: fmt.Sprintf("Role Number %d", i),
				Confidence: 0.97, Quote: "Thank you, we have received this.", Contacts: []employer.Contact{{Name: them.Name, Address: them.Address, Human: true, Wrote: true}},
				Mail: &employer.Mail{Key: id, MessageID: id, From: them, To: []employer.Address{me}, Subject: "Your application", Sent: at}}
			if j > 0 {
				e.Mail.References = []string{fmt.Sprintf("%d.%d@%s", i, j-1, host)}
			}
			switch {
			case j > 0 && e.Kind == employer.KindConfirmation:
				e.Kind = employer.KindContact
			case j == events-1 && i%3 == 0 && i < applications-50:
				e.Kind = employer.KindRejection
			case e.Kind == employer.KindAnswer || e.Kind == employer.KindFollowup:
				e.Mail.From, e.Mail.To, e.Mail.Own, e.Contacts = me, []employer.Address{them}, true, nil
			case e.Kind == employer.KindScheduled:
				e.Interview = &employer.Interview{UID: "u" + id, Start: at.Add(30 * time.Hour), End: at.Add(31 * time.Hour), Zone: "Europe/Berlin"}
			}
			all = append(all, e)
		}
		if i%2 == 0 && i < applications-50 {
			act := employer.DraftAct{Key: "step of " + host, Kind: "status-1", Account: "home", App: fmt.Sprintf("mail:%d.0@%s", i, host), To: them, Subject: "Your application"}
			for j, kind := range []employer.Kind{employer.KindDraftIntended, employer.KindDraftPlaced, employer.KindDraftSent} {
				at := start.AddDate(0, 0, 30).Add(time.Duration(j) * time.Minute)
				all = append(all, employer.Event{ID: fmt.Sprintf("draft:%d %d", i, j), Kind: kind, At: at, Learned: at, Account: "home", Draft: &act})
			}
		}
	}
	return all
}

// arriving is an account into which one mail more comes with each sync.
type arriving struct {
	inbox
	next func() mailbox.Message
}

func (a *arriving) Sync(_ context.Context, _ mailbox.Cursor, _ func(*mailbox.Header) mailbox.Want, take func(mailbox.Batch) error) error {
	return take(mailbox.Batch{Messages: []mailbox.Message{a.next()}, Cursor: mailbox.Cursor("1")})
}

// processor is the processor's time that this process took: a busy machine changes it less than the clock's.
func processor(b *testing.B) time.Duration {
	b.Helper()
	var u unix.Rusage
	if err := unix.Getrusage(unix.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// BenchmarkRound is a round after one mail more, of an employer who is alive, with a new application, or of an employer of whom nothing was heard for
// months, in searches of several ages: with the same 50
// applications alive, ten and a hundred times as many over, and five times the events in each.
func BenchmarkRound(b *testing.B) {
	for _, size := range []struct{ applications, events int }{{50, 8}, {500, 8}, {5000, 8}, {50, 40}, {500, 40}, {5000, 40}} {
		for _, whose := range []string{"alive", "new", "resting"} {
			if whose == "resting" && size.applications == 50 {
				continue
			}
			b.Run(fmt.Sprintf("%dx%d/%s", size.applications, size.events, whose), func(b *testing.B) {
				now := time.Date(2027, 3, 17, 9, 0, 0, 0, time.UTC)
				past := search(now, size.applications, size.events)
				last, n := past[len(past)-1], 0
				box := &arriving{next: func() mailbox.Message {
					n++
					id := fmt.Sprintf("next%d@works.example", n)
					m := mailbox.Message{Key: id, ID: id, From: []mailbox.Address{{Name: "Kim Vale", Address: last.Mail.From.Address}}, To: []mailbox.Address{{Address: "robin@example.com"}},
						Subject: "Your application", Date: now, Received: now, InReplyTo: []string{last.Mail.MessageID},
						Text: "Dear Robin,\n\nThank you, we have received this and shall look at it with care.\n\nKim Vale\n"}
					switch whose {
					case "resting":
						old := &past[n*13%(size.applications-60)*size.events]
						for old.Mail == nil || old.Mail.Own {
							old = &past[rand.IntN(len(past)/2)]
						}
						m.From[0].Address, m.InReplyTo[0] = old.Mail.From.Address, old.Mail.MessageID
					case "new":
						firm := fmt.Sprintf("%c%c%c Forge", 'A'+n%26, 'a'+n/26%26, 'a'+n/676%26)
						m.From = []mailbox.Address{{Name: firm, Address: fmt.Sprintf("jobs@forge%d.example", n)}}
						m.InReplyTo, m.Subject = nil, "Your application at "+firm
						m.Text = "Dear Robin,\n\nThank you for your application for the position of Smith at " + firm + ". We have received it and will review it.\n\n" + firm + "\n"
					}
					return m
				}}
				r := &Round{Store: NewMemory(past, nil), Accounts: []Account{{Box: box, Addresses: []string{"robin@example.com"}}},
					Writer: drafts.New(templates.FS, nil), Identity: drafts.Identity{Name: "Robin Lake"},
					Policy: cadence.Default(), Seeker: cadence.Seeker{Zone: time.UTC, Country: "US"}, Observe: true, Log: slog.New(slog.DiscardHandler)}
				run := func() {
					rep, err := r.Run(b.Context(), now)
					if err != nil || len(rep.Book.Applications) < size.applications || len(rep.News) != 1 {
						b.Fatalf("%d applications, news %v, %v", len(rep.Book.Applications), rep.News, err)
					}
					now = now.Add(time.Minute)
				}
				run()        // the first one folds all events
				runtime.GC() // and leaves what is not the others' to collect
				before := processor(b)
				for b.Loop() {
					run()
				}
				b.ReportMetric(float64(processor(b)-before)/float64(time.Millisecond)/float64(b.N), "cpu-ms/op")
			})
		}
	}
}
