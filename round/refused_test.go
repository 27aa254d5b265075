package round

import (
	"context"
	"fmt"
	"log/slog"
	"testing"
	"time"

	"heardback/cadence"
	"heardback/drafts"
	"heardback/employer"
	"heardback/mailbox"
	"heardback/templates"
)

// TestRefusedDraft: a server that takes no drafts for days is asked ever more seldom, by a daemon and by a process for each round alike, and
// gets the draft once it takes it again.
func TestRefusedDraft(t *testing.T) {
	for name, restart := range map[string]bool{"daemon": false, "once": true} {
		t.Run(name, func(t *testing.T) {
			start := time.Date(2027, 3, 15, 9, 0, 0, 0, time.UTC)
			at := start.AddDate(0, 0, -14)
			kim := employer.Address{Name: "Kim Vale", Address: "kim@northwind.example"}
			past := []employer.Event{{ID: "mail:1@northwind.example", Kind: employer.KindContact, At: at, Learned: at, Account: "home", Language: "en", Human: true, Confidence: 1,
				Party: employer.Party{Name: "Northwind", Domain: "northwind.example", From: "signature"}, Role: "Data Analyst",
				Contacts: []employer.Contact{{Name: kim.Name, Address: kim.Address, Human: true, Wrote: true}},
				Mail:     &employer.Mail{Key: "1@northwind.example", MessageID: "1@northwind.example", From: kim, To: []employer.Address{{Address: "robin@example.com"}}, Subject: "Your application", Sent: at}}}
			past[0].Acts = []string{"acknowledge"}
			applied := past[0]
			mail := *applied.Mail
			mail.Key, mail.MessageID, mail.From, mail.To, mail.Own, mail.Sent = "0@example.com", "0@example.com", mail.To[0], []employer.Address{kim}, true, at.Add(-time.Hour)
			applied.ID, applied.Kind, applied.At, applied.Acts, applied.Contacts, applied.Mail, applied.Human = "mail:0@example.com", employer.KindApplied, mail.Sent, nil, nil, &mail, false
			store := NewMemory(append(past, applied), nil)
			box := &inbox{refuse: fmt.Errorf("NO [OVERQUOTA] the mailbox is full: %w", mailbox.ErrRefused)}
			fresh := func() *Round {
				return &Round{Store: store, Accounts: []Account{{Box: box, Addresses: []string{"robin@example.com"}}},
					Writer: drafts.New(templates.FS, nil), Identity: drafts.Identity{Name: "Robin Lake"},
					Policy: cadence.Default(), Seeker: cadence.Seeker{Zone: time.UTC, Country: "US"}, Log: slog.New(slog.DiscardHandler)}
			}
			r := fresh()
			told, tries := 0, func() (n int) {
				events, _, err := store.Since(context.Background(), 0)
				if err != nil {
					t.Fatal(err)
				}
				for _, e := range events {
					if e.Kind == employer.KindDraftIntended {
						n++
					}
				}
				return n
			}
			now := start
			round := func() Report {
				if restart {
					r = fresh()
				}
				rep, err := r.Run(context.Background(), now)
				if err != nil {
					t.Fatal(err)
				}
				now = now.Add(15 * time.Minute)
				return rep
			}
			for range 2 * 24 * 4 { // two days
				told += len(round().Errors)
			}
			n := tries()
			if n < 8 || n > 16 || told != n {
				t.Errorf("%d tries in two days, told %d times", n, told)
			}
			if len(r.trouble) != 1 {
				t.Errorf("the digest would tell %+v", r.trouble)
			}
			box.refuse = nil
			var placed []mailbox.Letter
			for range 6 * 4 {
				for _, a := range round().Actions {
					if a.Action == Place {
						placed = append(placed, a.Letter)
					}
				}
			}
			if len(placed) != 1 || len(box.letters) != 1 {
				t.Errorf("placed %d, the server has %d", len(placed), len(box.letters))
			}
		})
	}
}
