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

// A message that shows a fault of the program, here a missing log, is told and passed over; the next one is read.
func TestFaultOfOneMessage(t *testing.T) {
	now := time.Date(2026, 3, 2, 8, 0, 0, 0, time.UTC)
	message := func(id, subject, text string) mailbox.Message {
		m, err := mailbox.Parse(strings.NewReader("Message-ID: <"+id+"@lindgrove.example>\nFrom: Kim Doe <kim@lindgrove.example>\nTo: robin@seeker.example\nSubject: "+subject+"\n\n"+text), mailbox.Options{})
		if err != nil {
			t.Fatal(err)
		}
		m.Received = now
		return m
	}
	box := mbox.NewReplay("a", []mailbox.Message{
		message("1", "Your application as Buyer", "Dear Robin,\n\nthank you for your application for the Buyer position at Lindgrove. We have received it and will review it.\n\nKim Doe\nLindgrove"),
		message("2", "Roses", "They bloom."),
	})
	box.Advance(now)
	r := Round{
		Store: NewMemory(nil, nil), Accounts: []Account{{Box: box, Addresses: []string{"robin@seeker.example"}}}, Writer: drafts.New(templates.FS, nil),
		Policy: cadence.Default(), Seeker: cadence.Seeker{Zone: time.UTC}, Observe: true,
	}
	rep, err := r.Run(t.Context(), now)
	if err != nil || len(rep.Errors) > 0 {
		t.Fatal(err, rep.Errors)
	}
	if rep.Read != 2 || len(rep.Failed) != 1 || !strings.Contains(rep.Failed[0].String(), "the message 1@lindgrove.example shows a fault") {
		t.Errorf("read %d, set aside %v", rep.Read, rep.Failed)
	}
	if len(r.trouble) != 1 || !strings.Contains(r.trouble[0].Text, `account "a": the message 1@`) {
		t.Errorf("told: %+v", r.trouble)
	}
}

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
