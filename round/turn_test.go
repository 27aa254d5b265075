package round

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strconv"
	"testing"
	"time"

	"heardback/cadence"
	"heardback/drafts"
	"heardback/mailbox"
	"heardback/templates"
)

// large is an account in which so many batches of ten messages have not been read yet.
type large struct {
	inbox
	batches int
	breaks  int       // the connection breaks once before this batch, if it is not 0
	read    *[]string // of which account a batch was handed over, in order
}

func (b *large) Name() string { return "large" }

func (b *large) Sync(_ context.Context, cursor mailbox.Cursor, _ func(*mailbox.Header) mailbox.Want, take func(mailbox.Batch) error) error {
	from, _ := strconv.Atoi(string(cursor))
	for n := from; n < b.batches; n++ {
		if n > 0 && n == b.breaks {
			b.breaks = 0
			return errors.New("the connection broke")
		}
		*b.read = append(*b.read, fmt.Sprint("large ", n))
		if err := take(mailbox.Batch{Skipped: make([]mailbox.Header, 10), Cursor: mailbox.Cursor(strconv.Itoa(n + 1)), Done: 10 * (n + 1 - from), Total: 10 * (b.batches - from)}); err != nil {
			return err
		}
	}
	return nil
}

// small is read within a turn.
type small struct {
	inbox
	read *[]string
}

func (b *small) Sync(context.Context, mailbox.Cursor, func(*mailbox.Header) mailbox.Want, func(mailbox.Batch) error) error {
	*b.read = append(*b.read, "small")
	return nil
}

// TestTurns: an account with much to read holds up neither the mail nor the drafts of another, and gets no draft itself before all of it is read,
// also if its connection breaks meanwhile, which is no reason for a round at once.
func TestTurns(t *testing.T) {
	now := time.Date(2027, 3, 16, 9, 0, 0, 0, time.UTC)
	for _, x := range []struct {
		turn, breaks int
		want         []string
		again        string // whether the next round follows at once, for each
	}{
		{0, 0, []string{"large 0 large 1 large 2 large 3 large 4 small 2 drafts"}, "n"},
		{20, 0, []string{"large 0 large 1 small 1 drafts", "large 2 large 3 small 0 drafts", "large 4 small 1 drafts"}, "yyn"},
		{0, 2, []string{"large 0 large 1 small 1 drafts", "large 2 large 3 large 4 small 1 drafts"}, "nn"},
		{20, 2, []string{"large 0 large 1 small 1 drafts", "small 0 drafts", "large 2 large 3 small 0 drafts", "large 4 small 1 drafts"}, "ynyn"},
	} {
		turn, want := x.turn, x.want
		var read []string
		a, b := &large{batches: 5, breaks: x.breaks, read: &read}, &small{read: &read}
		at := now.AddDate(0, 0, -15)
		r := &Round{
			Store: NewMemory(slices.Concat(contacted("large", "robin@example.org", "northwind.example", at), contacted("home", "robin@example.com", "southwind.example", at)), nil), Turn: turn,
			Accounts: []Account{{Box: a, Addresses: []string{"robin@example.org"}}, {Box: b, Addresses: []string{"robin@example.com"}}},
			Writer:   drafts.New(templates.FS, nil), Identity: drafts.Identity{Name: "Robin Lake"},
			Policy: cadence.Default(), Seeker: cadence.Seeker{Zone: time.UTC, Country: "US"}, Log: slog.New(slog.DiscardHandler),
		}
		for i, w := range want {
			read = nil
			rep, err := r.Run(t.Context(), now)
			if err != nil {
				t.Fatal(err)
			}
			placed := slices.DeleteFunc(rep.Actions, func(a Action) bool { return a.Action != Place })
			got := ""
			for _, x := range read {
				got += x + " "
			}
			if got += fmt.Sprintf("%d drafts", len(placed)); got != w {
				t.Errorf("turns of %d, round %d: %q, want %q", turn, i, got, w)
			}
			if again := rep.Next.Equal(now); again != (x.again[i] == 'y') {
				t.Errorf("turns of %d, round %d: the next one at %s", turn, i, rep.Next)
			}
		}
	}
}
