package main

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net"
	"strings"
	"testing"
	"time"

	"heardback/cmd/heardback/config"
	"heardback/mailbox/imap/embedded"
)

// TestProgress is a work of 100 seconds, resumed at a fifth, as a terminal and as a log file see it.
func TestProgress(t *testing.T) {
	t.Parallel()
	for _, width := range []int{0, 80, 30} {
		var out strings.Builder
		now := time.Unix(0, 0)
		g := &progress{doing: "reading private", unit: "messages", scale: 1, width: width, out: &out, now: func() time.Time { return now }}
		for done := int64(200); done <= 1000; done++ {
			g.show(done, 1000)
			now = now.Add(100 * time.Millisecond)
		}
		g.end()
		got := out.String()
		lines := strings.FieldsFunc(got, func(r rune) bool { return r == '\r' || r == '\n' })
		middle := lines[len(lines)/2]
		switch width {
		case 0:
			if len(lines) != 7 || lines[0] != "reading private: 30 %, 300 of 1000 messages, 10/s, 1m10s left" || strings.ContainsAny(got, "\r\x1b") {
				t.Errorf("plain: %d lines:\n%s", len(lines), got)
			}
		case 80:
			if len(lines) < 700 || !strings.Contains(middle, "[######") || !strings.Contains(middle, "60 %, 603 of 1000 messages, 10/s, 40s left") || !strings.HasSuffix(got, "\r\x1b[K") || strings.Contains(got, "\n") {
				t.Errorf("bar: %d times, in the middle %q", len(lines), middle)
			}
		}
		for _, l := range lines {
			if l = strings.TrimSuffix(l, "\x1b[K"); width > 0 && len(l) >= width {
				t.Errorf("%d columns: a line of %d: %q", width, len(l), l)
			}
		}
	}
	var out strings.Builder
	short := &progress{doing: "x", unit: "MB", scale: 1 << 20, width: 80, out: &out, now: time.Now}
	short.show(0, 0)
	short.show(1, 2)
	short.show(2, 2)
	short.end()
	if out.Len() > 0 {
		t.Errorf("work that takes no time says %q", out.String())
	}
}

// TestFirstSyncIsInterrupted tells the program to stop in the middle of a first sync, as Ctrl-C does: what was read is kept, and the next
// run reads the rest and says how far it is of that.
func TestFirstSyncIsInterrupted(t *testing.T) {
	t.Parallel()
	const messages = 4500
	s := embedded.New(embedded.Options{User: "robin", Password: "secret"})
	t.Cleanup(func() { s.Close() })
	at, err := time.Parse(time.RFC3339, due)
	if err != nil {
		t.Fatal(err)
	}
	for i := range messages {
		if _, err := s.Deliver("INBOX", fmt.Appendf(nil, "Message-ID: <%d@family.example>\nFrom: Aunt <aunt@family.example>\nSubject: Sunday\n\nWe eat at one.\n", i), at); err != nil {
			t.Fatal(err)
		}
	}
	c, err := config.Parse(fmt.Sprintf("state_dir = %q\n[seeker]\nname = \"Robin Hale\"\nzone = \"UTC\"\n[digest]\nfrequency = \"off\"\nnotices = false\n[[account]]\nname = \"home\"\naddresses = [\"robin@example.com\"]\nhost = \"localhost\"\ntls = \"none\"\nusername = \"robin\"\npassword = \"secret\"\nsince = \"all\"\n", t.TempDir()))
	if err != nil {
		t.Fatal(err)
	}
	p := &Program{Stdout: io.Discard, Stderr: io.Discard, Now: func() time.Time { return at },
		dial: func(ctx context.Context, network, addr string) (net.Conn, error) { return s.Dial(ctx, network, addr) }}
	round := func(stopAt int) (looked int, totals []int, err error) {
		ctx, stop := context.WithCancel(t.Context())
		defer stop()
		h, err := p.open(ctx, c, slog.New(slog.DiscardHandler))
		if err != nil {
			t.Fatal(err)
		}
		h.round.Progress = func(account string, done, total int) {
			if account != "home" {
				t.Errorf("the account is %q", account)
			}
			totals = append(totals, total)
			if done >= stopAt {
				stop()
			}
		}
		rep, err := h.run(ctx, at)
		if cerr := h.close(nil); cerr != nil {
			t.Fatal(cerr)
		}
		return rep.Read + rep.Skipped, totals, err
	}
	first, totals, err := round(1)
	if err == nil || first == 0 || first >= messages || totals[0] != messages {
		t.Fatalf("interrupted: looked at %d of %v, %v", first, totals, err)
	}
	second, totals, err := round(messages + 1)
	if err != nil || first+second != messages || totals[0] != messages-first {
		t.Errorf("resumed: looked at %d of %v after %d, want %d in all: %v", second, totals, first, messages, err)
	}
}
