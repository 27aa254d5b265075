package main

import (
	"context"
	"log/slog"
	"os"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

// killAtWrite runs the round of "--config FILE once" and ends the process by SIGKILL at a write to the book: before the one with
// that number, or after it where the number has a plus. It returns, which is a failure, if there are fewer.
func killAtWrite(p *Program, at string) {
	n, err := strconv.Atoi(strings.TrimSuffix(at, "+"))
	if err != nil {
		panic(err)
	}
	p.configPath = os.Args[2]
	conf, err := p.config()
	if err != nil {
		panic(err)
	}
	h, err := p.open(context.Background(), conf, slog.New(slog.DiscardHandler))
	if err != nil {
		panic(err)
	}
	f := &fate{at: n, done: strings.HasSuffix(at, "+"), die: func() { syscall.Kill(os.Getpid(), syscall.SIGKILL); select {} }}
	h.round.Store = mortal{h.store, f}
	if _, err := h.round.Run(context.Background(), p.Now()); err != nil {
		panic(err)
	}
	os.Exit(0)
}

// TestKilledAtWrites ends the process itself at writes of its first round to the book, before and after each, and starts it again.
func TestKilledAtWrites(t *testing.T) {
	t.Parallel()
	h := newHosted(t)
	h.searching()
	killed := 0
	for n := 1; n < 100; n++ {
		if !full() && n%3 != 1 {
			continue
		}
		before := killed
		for _, after := range []string{"", "+"} {
			h.reset()
			h.environment = []string{envKill + "=" + strconv.Itoa(n) + after}
			_, code := h.run(due, "once")
			h.environment = nil
			if code != -1 {
				continue // there are fewer
			}
			killed++
			for _, later := range []string{"2021-02-04T12:06:00-05:00", "2021-02-04T12:10:00-05:00", "2021-02-04T12:20:00-05:00"} {
				if out, code := h.run(later, "once"); code != 0 {
					t.Fatalf("write %d%s: exit code %d:\n%s", n, after, code, out)
				}
			}
			if got := h.drafts(); !slices.Equal(got, dueDrafts) {
				t.Errorf("killed at write %d%s: got %q, want %q", n, after, got, dueDrafts)
			}
		}
		if killed == before {
			break
		}
	}
	if killed < 4 {
		t.Errorf("the process was killed %d times", killed)
	}
	t.Logf("killed %d times", killed)
}
