package round

import (
	"context"
	"fmt"
	"log/slog"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"heardback/cadence"
	"heardback/mailbox"
)

// deadlyBox holds messages of which one kills the program that reads it.
type deadlyBox struct {
	inbox
	messages []mailbox.Message
	bad      int
	die      func()
}

func (b *deadlyBox) Sync(_ context.Context, cursor mailbox.Cursor, want func(*mailbox.Header) mailbox.Want, take func(mailbox.Batch) error) error {
	next, _ := strconv.Atoi(string(cursor))
	var batch mailbox.Batch
	hand := func(i int) error {
		batch.Cursor = mailbox.Cursor(strconv.Itoa(i))
		defer func() { batch = mailbox.Batch{} }()
		return take(batch)
	}
	for i := next; i < len(b.messages); i++ {
		m := b.messages[i]
		h := mailbox.Header{Message: m}
		h.Text = ""
		w := want(&h)
		if w == mailbox.WantHeader {
			batch.Skipped = append(batch.Skipped, h)
			continue
		}
		if i == b.bad {
			b.die()
		}
		batch.Messages = append(batch.Messages, m)
		if w == mailbox.WantAlone {
			if err := hand(i + 1); err != nil {
				return err
			}
		}
	}
	return hand(len(b.messages))
}

// grave is a store that takes nothing more from a program that died.
type grave struct {
	*Memory
	dead  bool
	notes int // how often one was written
}

func (g *grave) SetMeta(ctx context.Context, key, value string) error {
	g.notes++
	if g.dead {
		return nil
	}
	return g.Memory.SetMeta(ctx, key, value)
}

// TestCareIsBounded: after a death a thousand messages are noted one by one, read or not, and no more; a deadly one behind them, in one batch
// with all of those before it, is found nevertheless.
func TestCareIsBounded(t *testing.T) {
	at := time.Date(2027, 3, 1, 9, 0, 0, 0, time.UTC)
	box := &deadlyBox{bad: 2500}
	for i := range 6000 {
		id := fmt.Sprintf("%d@shop.example", i)
		m := mailbox.Message{Key: id, ID: id, Date: at, Received: at.Add(time.Duration(i) * time.Minute), List: "garden.club.example",
			From: []mailbox.Address{{Name: "Ann", Address: "ann@garden.example"}}, To: []mailbox.Address{{Address: "garden@club.example"}}, Subject: "Re: roses"}
		if i == box.bad {
			m.List, m.To[0].Address, m.From[0], m.Subject = "", "robin@seeker.example", mailbox.Address{Name: "Lindgrove", Address: "jobs@lindgrove.example"}, "Thank you for applying to Lindgrove"
		}
		box.messages = append(box.messages, m)
	}
	memory, deaths, notes := NewMemory(nil, nil), 0, []int(nil)
	for range 8 {
		store := &grave{Memory: memory}
		box.die = func() { store.dead = true; panic("dead") }
		r := &Round{Store: store, Accounts: []Account{{Box: box, Addresses: []string{"robin@seeker.example"}}}, Policy: cadence.Default(),
			Seeker: cadence.Seeker{Zone: time.UTC}, Log: slog.New(slog.DiscardHandler)}
		func() {
			defer func() {
				if recover() != nil {
					deaths++
				}
			}()
			if _, err := r.Run(t.Context(), at.Add(time.Hour)); err != nil {
				t.Fatal(err)
			}
		}()
		notes = append(notes, store.notes)
	}
	if deaths != 5 || notes[1] > carefulFor+5 || notes[2] > 2*carefulFor+5 || notes[7] > 5 {
		t.Errorf("%d deaths, notes %v", deaths, notes)
	}
}

// TestDeadlyMessage: a message upon which the program dies is read again, alone, and then passed over and reported; all others are read.
func TestDeadlyMessage(t *testing.T) {
	at := time.Date(2027, 3, 1, 9, 0, 0, 0, time.UTC)
	box := &deadlyBox{bad: 2}
	for i := range 5 {
		id := fmt.Sprintf("%d@lindgrove.example", i)
		box.messages = append(box.messages, mailbox.Message{Key: id, ID: id, Date: at, Received: at.Add(time.Duration(i) * time.Minute),
			From: []mailbox.Address{{Name: "Lindgrove", Address: "jobs@lindgrove.example"}}, To: []mailbox.Address{{Address: "robin@seeker.example"}},
			Subject: fmt.Sprintf("Thank you for applying to Lindgrove, %d", i),
			Text:    fmt.Sprintf("Dear Robin,\n\nThank you for applying for the Clerk %d position at Lindgrove. We have received your application.\n", i)})
	}
	memory := NewMemory(nil, nil)
	deaths, failed := 0, []mailbox.Failure(nil)
	for range 10 {
		store := &grave{Memory: memory}
		box.die = func() { store.dead = true; panic("dead") }
		r := &Round{Store: store, Accounts: []Account{{Box: box, Addresses: []string{"robin@seeker.example"}}}, Policy: cadence.Default(),
			Seeker: cadence.Seeker{Zone: time.UTC}, Log: slog.New(slog.DiscardHandler)}
		died := func() (died bool) {
			defer func() { died = recover() != nil }()
			rep, err := r.Run(t.Context(), at.Add(time.Hour))
			if err != nil || len(rep.Errors) > 0 {
				t.Fatal(err, rep.Errors)
			}
			failed = append(failed, rep.Failed...)
			return
		}()
		if died {
			deaths++
		}
	}
	events, _, err := memory.Since(t.Context(), 0)
	if err != nil {
		t.Fatal(err)
	}
	var read []string
	for _, e := range events {
		if e.Mail != nil {
			read = append(read, e.Mail.Key)
		}
	}
	slices.Sort(read)
	if got := strings.Join(read, " "); got != "0@lindgrove.example 1@lindgrove.example 3@lindgrove.example 4@lindgrove.example" {
		t.Errorf("read %s", got)
	}
	if deaths != 3 || len(failed) != 1 || !strings.Contains(failed[0].Err, "applying to Lindgrove, 2") {
		t.Errorf("%d deaths, reported %+v", deaths, failed)
	}
	if note, err := memory.Meta(t.Context(), metaReading+box.Name()); err != nil || note != "" {
		t.Errorf("the note is left: %q, %v", note, err)
	}
}
