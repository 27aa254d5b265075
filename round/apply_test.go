package round

import (
	"context"
	"log/slog"
	"strconv"
	"strings"
	"testing"
	"time"

	"heardback/cadence"
	"heardback/drafts"
	"heardback/mailbox"
	"heardback/mailbox/mbox"
	"heardback/templates"
)

// A bulk mail of an employer whose first mail lies in the same batch is read, wherever the batch began and ended.
func TestEmployerOfTheSameBatch(t *testing.T) {
	start := time.Date(2026, 3, 2, 8, 0, 0, 0, time.UTC)
	messages := func() (all []mailbox.Message) {
		for i, raw := range []string{
			"From: Lindgrove <news@lindgrove.example>\nSubject: Newsletter: 50% off all garden chairs this weekend\nList-Unsubscribe: <mailto:x@lindgrove.example>\n\nNobody has applied here yet.",
			"From: Kim Doe <kim@lindgrove.example>\nSubject: Your application as Buyer\n\nDear Robin,\n\nthank you for your application for the Buyer position at Lindgrove. We have received it and will review it.\n\nKim Doe\nLindgrove",
			"From: Lindgrove <team@lindgrove.example>\nSubject: Newsletter: 50% off all garden chairs this weekend\nList-Unsubscribe: <mailto:x@lindgrove.example>\n\n" +
				"Dear Robin,\n\nunfortunately we have decided not to take your application for the Buyer position forward.\n\nLindgrove",
		} {
			m, err := mailbox.Parse(strings.NewReader("Message-ID: <"+strconv.Itoa(i)+"@lindgrove.example>\nTo: robin@seeker.example\n"+raw), mailbox.Options{})
			if err != nil {
				t.Fatal(err)
			}
			m.Received = start.Add(time.Duration(i) * time.Hour)
			m.Date = m.Received
			all = append(all, m)
		}
		return all
	}
	for _, together := range []bool{false, true} {
		box := mbox.NewReplay("a", messages())
		r := Round{
			Store: NewMemory(nil, nil), Accounts: []Account{{Box: box, Addresses: []string{"robin@seeker.example"}}}, Writer: drafts.New(templates.FS, nil),
			Policy: cadence.Default(), Seeker: cadence.Seeker{Zone: time.UTC}, Observe: true, Log: slog.New(slog.DiscardHandler),
		}
		read, skipped := 0, 0
		for h := range 3 {
			if together && h < 2 {
				continue
			}
			now := start.Add(time.Duration(h)*time.Hour + time.Minute)
			box.Advance(now)
			rep, err := r.Run(context.Background(), now)
			if err != nil || len(rep.Errors) > 0 {
				t.Fatal(err, rep.Errors)
			}
			read, skipped = read+rep.Read, skipped+rep.Skipped
		}
		events, _, err := r.Store.Since(context.Background(), 0)
		if err != nil {
			t.Fatal(err)
		}
		kinds := ""
		for _, e := range events {
			kinds += string(e.Kind) + " "
		}
		if read != 2 || skipped != 1 || kinds != "confirmation rejection " {
			t.Errorf("in one batch %v: read %d, left %d unread, events %s", together, read, skipped, kinds)
		}
	}
}
