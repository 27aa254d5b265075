package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/emersion/go-imap/v2/imapclient"
)

// The crash test: a round is broken at every write to the book, at every IMAP command before and after the server has it, and at
// every 50th octet of every APPEND; then the program is started again, and again. Whatever happened, each letter must lie in
// the mailbox exactly once, and one that the user deleted must not come back.

// point is one place where a round breaks.
type point struct {
	write int
	at    breakPoint
	done  bool // of a write
	lives bool // only the connection breaks, the process goes on
	// unheard: an APPEND is done, and its answer lost.
	unheard bool
}

func (p point) String() string {
	how := "the process ends"
	if p.lives {
		how = "the connection breaks"
	}
	switch {
	case p.write > 0:
		return fmt.Sprintf("%s at write %d, done %v", how, p.write, p.done)
	case p.at.append > 0:
		return fmt.Sprintf("%s at octet %d of APPEND %d", how, p.at.octet, p.at.append)
	}
	return fmt.Sprintf("%s at command %d, done %v", how, p.at.command, p.at.done)
}

// scenario is a round that is broken, with what leads to it and what follows.
type scenario struct {
	name      string
	digest    string // of the configuration
	noUIDPlus bool
	before    func(*crash) // brings mailbox and book to where the round begins
	at        string       // of the round
	meanwhile func(*crash) // what the user does between the break and the next start
	later     []time.Duration
	anywhere  bool // what counts is that each letter is there once, not in which folder
	expunges  bool // meanwhile the user deletes without a trace what came: it stays away, and only that
}

// crash is a scenario on a server of its own.
type crash struct {
	*hosted
	scenario
	hand *imapclient.Client // the user's own program
}

// soon are the starts after a crash: an open intent is looked for twice before the letter is placed once more.
var soon = []time.Duration{time.Minute, 5 * time.Minute, 15 * time.Minute}

// days are starts until nothing can come any more.
var days = []time.Duration{time.Minute, 15 * time.Minute, 26 * time.Hour, 52 * time.Hour, 5 * 24 * time.Hour}

var scenarios = []scenario{
	{name: "placing", at: due, later: soon},
	{name: "placing without UIDPLUS", noUIDPlus: true, at: due, later: soon},
	{name: "placing, and the user deletes what came", at: due, later: days, anywhere: true,
		meanwhile: func(c *crash) { c.moveAll("Drafts", "Trash") }},
	{name: "placing, and the user expunges what came", at: due, later: days, expunges: true},
	{name: "placing without UIDPLUS, and the user expunges what came", noUIDPlus: true, at: due, later: days, expunges: true},
	{name: "placing, and the user sends what came", at: due, later: days, anywhere: true,
		meanwhile: func(c *crash) { c.moveAll("Drafts", "Sent") }},
	{name: "digest and notices", digest: "frequency = \"daily\"\nhour = 9\nnotices = true", at: due, later: soon,
		before: func(c *crash) { c.clean("2021-02-03T12:00:00-05:00") }},
	{name: "withdrawing", at: "2021-02-04T13:00:00-05:00", later: soon,
		before: func(c *crash) { c.clean(due); c.deliver(noShow) }},
	{name: "noticing a deletion", at: "2021-02-04T13:00:00-05:00", later: days,
		before: func(c *crash) { c.clean(due); c.moveAll("Drafts", "Trash") }},
	{name: "noticing that a draft is gone", at: "2021-02-04T13:00:00-05:00", later: days,
		before: func(c *crash) { c.clean(due); c.empty(c.hand, "Drafts") }},
	{name: "noticing that a draft was sent", at: "2021-02-04T13:00:00-05:00", later: days,
		before: func(c *crash) { c.clean(due); c.moveAll("Drafts", "Sent") }},
}

// noShow takes its reason from the thanks for the interview.
var noShow = delivery{"INBOX", "2021-02-04T12:50:00-05:00", `Message-ID: <8@larkfieldanalytics.example>
From: Dana Ostrow <dana.ostrow@larkfieldanalytics.example>
In-Reply-To: <2@larkfieldanalytics.example>
References: <2@larkfieldanalytics.example>
Subject: Re: Invitation: Interview Research Associate
Content-Type: text/plain; charset=utf-8

Hi Robin,

we are so sorry that we missed you for the interview today. Something must have gone wrong on our side, and the interview did not take
place. Could we find another time next week?

Best regards,
Dana Ostrow
Larkfield Analytics
`}

func TestCrash(t *testing.T) {
	var points, lost, doubled atomic.Int64
	t.Run("scenario", func(t *testing.T) {
		for _, s := range scenarios {
			t.Run(s.name, func(t *testing.T) {
				t.Parallel()
				c := newCrash(t, s)
				want, all := c.points()
				t.Logf("%d letters, %d points", len(want), len(all))
				for _, p := range sampled(all) {
					points.Add(1)
					l, d := c.survives(p, want)
					lost.Add(int64(l))
					doubled.Add(int64(d))
				}
			})
		}
	})
	t.Logf("%d points: %d lost, %d doubled or placed again", points.Load(), lost.Load(), doubled.Load())
	if full() && points.Load() < 1000 {
		t.Errorf("only %d points", points.Load())
	}
}

// full reports whether every point is to be tried.
func full() bool { return os.Getenv("HEARDBACK_FULL") != "" }

// sampled returns all points, or the same few each time: those at which most could go wrong, and some others.
func sampled(all []point) []point {
	if full() {
		return all
	}
	r := rand.New(rand.NewPCG(7, uint64(len(all))))
	r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	slices.SortStableFunc(all, func(a, b point) int { return rank(a) - rank(b) })
	return all[:min(len(all), 7)]
}

// rank puts an APPEND whose answer is lost first.
func rank(p point) int {
	if p.unheard {
		return 0
	}
	return 1
}

func newCrash(t *testing.T, s scenario) *crash {
	c := &crash{hosted: newHosted(t), scenario: s}
	c.breaker.noUIDPlus = s.noUIDPlus
	c.hand = c.user()
	t.Cleanup(func() { c.hand.Close() })
	if s.digest != "" {
		text, err := os.ReadFile(c.config)
		if err != nil {
			t.Fatal(err)
		}
		changed := strings.Replace(string(text), "frequency = \"off\"\nnotices = false", s.digest, 1)
		if err := os.WriteFile(c.config, []byte(changed), 0o600); err != nil || changed == string(text) {
			t.Fatal("the configuration did not change", err)
		}
	}
	return c
}

// begin empties the mailbox, forgets the book and comes to where the round begins.
func (c *crash) begin() {
	c.t.Helper()
	if err := os.RemoveAll(filepath.Join(c.dir, "state")); err != nil {
		c.t.Fatal(err)
	}
	for _, folder := range []string{"INBOX", "Drafts", "Sent", "Trash"} {
		c.empty(c.hand, folder)
	}
	c.breaker.arm(breakPoint{})
	c.searching()
	if c.before != nil {
		c.before(c)
	}
}

// points runs the scenario unharmed: where each letter lies in the end, and where the round can be broken.
func (c *crash) points() (map[string]string, []point) {
	c.t.Helper()
	c.begin()
	c.breaker.arm(breakPoint{})
	writes := c.round(c.at, &fate{})
	commands, appends := c.breaker.count()
	c.recover()
	want := map[string]string{}
	for id, folders := range c.letters() {
		if len(folders) != 1 {
			c.t.Fatalf("unharmed, %s lies in %v", id, folders)
		}
		want[id] = folders[0]
	}
	var all []point
	for n := 1; n <= writes; n++ {
		all = append(all, point{write: n}, point{write: n, done: true})
	}
	for _, lives := range []bool{false, true} {
		for n := 1; n <= commands; n++ {
			unheard := slices.ContainsFunc(appends, func(a appended) bool { return a.command == n })
			all = append(all, point{at: breakPoint{command: n}, lives: lives}, point{at: breakPoint{command: n, done: true}, lives: lives, unheard: unheard})
		}
		for n, a := range appends {
			for octet := 0; octet <= a.octets; octet += 50 {
				all = append(all, point{at: breakPoint{append: n + 1, octet: octet}, lives: lives})
			}
		}
	}
	return want, all
}

// survives breaks the round at p, starts again, and says how many letters are lost and how many lie there too often.
func (c *crash) survives(p point, want map[string]string) (lost, doubled int) {
	c.t.Helper()
	c.begin()
	f := &fate{at: p.write, done: p.done}
	at := p.at
	if !p.lives {
		at.then = f.end
	}
	c.breaker.arm(at)
	c.round(c.at, f)
	if came := f.gone() || p.write == 0 && !c.breaker.waiting(); !came {
		c.t.Errorf("%s: never came there", p)
	}
	c.breaker.arm(breakPoint{})
	if c.meanwhile != nil {
		c.meanwhile(c)
	}
	away := map[string][]string{}
	if c.expunges {
		away = c.letters()
		c.empty(c.hand, "Drafts")
	}
	c.recover()
	got := c.letters()
	for id := range away {
		if len(got[id]) > 0 {
			doubled++
			c.t.Errorf("%s: %s was deleted and lies in %v again", p, id, got[id])
		}
	}
	for id, folder := range want {
		if away[id] != nil {
			continue
		}
		if len(got[id]) == 0 {
			lost++
			c.t.Errorf("%s: %s is lost, want it in %s", p, id, folder)
		}
	}
	for id, folders := range got {
		if _, ok := want[id]; len(folders) > 1 || !ok {
			doubled++
			c.t.Errorf("%s: %s lies in %v, want %q", p, id, folders, want[id])
		} else if folders[0] != want[id] && !c.anywhere {
			c.t.Errorf("%s: %s lies in %s, want %s", p, id, folders[0], want[id])
		}
	}
	return lost, doubled
}
