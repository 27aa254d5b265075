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

// contacted is an application at an employer of this domain, and a question that came an hour later and waits for an answer.
func contacted(account, own, domain string, at time.Time) []employer.Event {
	kim := employer.Address{Name: "Kim Vale", Address: "kim@" + domain}
	asked := employer.Event{ID: "mail:1@" + domain, Kind: employer.KindContact, At: at, Learned: at, Account: account, Language: "en", Human: true, Confidence: 1, Acts: []string{"acknowledge"},
		Party: employer.Party{Name: domain, Domain: domain, From: "signature"}, Role: "Data Analyst",
		Contacts: []employer.Contact{{Name: kim.Name, Address: kim.Address, Human: true, Wrote: true}},
		Mail:     &employer.Mail{Account: account, Key: "1@" + domain, MessageID: "1@" + domain, From: kim, To: []employer.Address{{Address: own}}, Subject: "Your application", Sent: at}}
	applied, mail := asked, *asked.Mail
	mail.Key, mail.MessageID, mail.From, mail.To, mail.Own, mail.Sent = "0@"+domain, "0@"+domain, mail.To[0], []employer.Address{kim}, true, at.Add(-time.Hour)
	applied.ID, applied.Kind, applied.At, applied.Acts, applied.Contacts, applied.Mail, applied.Human = "mail:0@"+domain, employer.KindApplied, mail.Sent, nil, nil, &mail, false
	return []employer.Event{asked, applied}
}

// TestRefusedDraft: a server that takes no drafts for days is asked ever more seldom, by a daemon and by a process for each round alike, and
// gets the draft once it takes it again.
func TestRefusedDraft(t *testing.T) {
	for name, restart := range map[string]bool{"daemon": false, "once": true} {
		t.Run(name, func(t *testing.T) {
			start := time.Date(2027, 3, 15, 9, 0, 0, 0, time.UTC)
			at := start.AddDate(0, 0, -14)
			store := NewMemory(contacted("home", "robin@example.com", "northwind.example", at), nil)
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
