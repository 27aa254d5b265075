package main

import (
	"fmt"
	"io"
	"log/slog"
	"os"
	"strings"
	"time"

	"golang.org/x/term"
)

const (
	// Work that is done within firstShown is not worth a word.
	firstShown = 500 * time.Millisecond
	// redraw is how often a bar is drawn, and plainEvery how often a line is written where there is no terminal.
	redraw     = 100 * time.Millisecond
	plainEvery = 10 * time.Second
)

// progress shows how far a long work has come, with its rate and the time that is left: on a terminal as a bar in one line that is drawn
// anew and gone at the end, elsewhere as a plain line now and then. It decides nothing; its clock is for the eye.
type progress struct {
	doing string
	unit  string // "messages" or "MB"
	scale int64  // of what is counted in one unit
	width int    // of the terminal, 0 for none
	out   io.Writer
	now   func() time.Time

	began, shown time.Time
	start        int64 // what was done when it began
	drawn        bool
}

// progress begins to show a work on stderr.
func (p *Program) progress(doing, unit string, scale int64) *progress {
	g := &progress{doing: doing, unit: unit, scale: scale, out: p.Stderr, now: time.Now}
	if f, ok := p.Stderr.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		g.width = 80
		if w, _, err := term.GetSize(int(f.Fd())); err == nil && w > 0 {
			g.width = w
		}
	}
	return g
}

// show says that done of total is done. It may be called as often as one likes.
func (g *progress) show(done, total int64) {
	now := g.now()
	if g.began.IsZero() {
		g.began, g.start = now, done
		return
	}
	wait := plainEvery
	if g.width > 0 {
		if wait = redraw; !g.drawn {
			wait = firstShown
		}
	}
	if last := later(g.began, g.shown); total <= 0 || done >= total || now.Sub(last) < wait {
		return
	}
	g.shown = now
	text := g.text(done, total, now.Sub(g.began))
	if g.width == 0 {
		fmt.Fprintf(g.out, "%s: %s\n", g.doing, text)
		return
	}
	line := fmt.Sprintf("%s %s %s", g.doing, bar(done, total, g.width-len(g.doing)-len(text)-6), text)
	fmt.Fprintf(g.out, "\r%.*s\x1b[K", g.width-1, line)
	g.drawn = true
}

// end takes the bar away.
func (g *progress) end() {
	if g.drawn {
		fmt.Fprint(g.out, "\r\x1b[K")
	}
	g.drawn = false
}

// logReading has the log of a daemon say now and then how far the reading of an account has come.
func logReading(log *slog.Logger) func(account string, done, total int) {
	reading := map[string]*progress{}
	return func(account string, done, total int) {
		if reading[account] == nil {
			reading[account] = &progress{doing: "reading " + account, unit: "messages", scale: 1, out: lines{log}, now: time.Now}
		}
		if reading[account].show(int64(done), int64(total)); done >= total {
			delete(reading, account)
		}
	}
}

// lines writes each line to a log.
type lines struct{ *slog.Logger }

func (l lines) Write(b []byte) (int, error) {
	l.Info(strings.TrimSpace(string(b)))
	return len(b), nil
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

// text is share, amount, rate and remaining time; the rate is that since the beginning of this run, which may have resumed another.
func (g *progress) text(done, total int64, took time.Duration) string {
	s := fmt.Sprintf("%d %%, %d of %d %s", 100*done/total, done/g.scale, total/g.scale, g.unit)
	if fresh := done - g.start; fresh > 0 && took > 0 {
		rate := float64(fresh) / took.Seconds()
		left := time.Duration(float64(total-done) / rate * float64(time.Second))
		s += fmt.Sprintf(", %.0f/s, %s left", rate/float64(g.scale), max(left.Round(time.Second), time.Second))
	}
	return s
}

// bar draws a bar of so many characters, or none where there is no room.
func bar(done, total int64, room int) string {
	room = min(room, 40)
	if room < 5 {
		return ""
	}
	full := int(done * int64(room) / total)
	return "[" + strings.Repeat("#", full) + strings.Repeat(".", room-full) + "]"
}
