package digest

import (
	"bytes"
	"fmt"
	"image/png"
	"math"
	"strings"
	"testing"
	"time"

	"heardback/employer"
)

func TestWilsonInterval(t *testing.T) {
	// Worked out from the formula of E. B. Wilson (1927) by hand.
	for _, c := range []struct {
		k, n      int
		low, high float64
	}{{0, 10, 0, 0.2775}, {5, 10, 0.2366, 0.7634}, {10, 10, 0.7225, 1}, {1, 20, 0.0089, 0.2361}} {
		low, high := wilson(c.k, c.n)
		if math.Abs(low-c.low) > 0.0005 || math.Abs(high-c.high) > 0.0005 {
			t.Errorf("%d of %d: got %.4f–%.4f, want %.4f–%.4f", c.k, c.n, low, high, c.low, c.high)
		}
	}
}

// No rate and no median under five cases, in any language.
func TestNoRateUnderFiveCases(t *testing.T) {
	for n := 1; n <= 6; n++ {
		for _, language := range languages {
			if language != "en" && n != 4 && n != 5 {
				continue
			}
			s := newSearch()
			s.Language = language
			for i := range n {
				a := s.app(fmt.Sprintf("Firm %d", i), "Clerk", employer.InContact, 1+i)
				heard(a, at(10+i, 9, 0), employer.KindContact, "")
			}
			text, err := Text(s.Input)
			if err != nil {
				t.Fatal(err)
			}
			if got, want := strings.Contains(text, "%"), n >= fewest; got != want {
				t.Errorf("%s, %d cases: a rate %v, want %v", language, n, got, want)
			}
		}
	}
}

func TestFatesOfApplications(t *testing.T) {
	for stage, want := range map[employer.Stage]string{
		employer.Applied: "waiting", employer.Confirmed: "waiting", employer.InContact: "contact", employer.Assessing: "contact", employer.Invited: "talked", employer.Scheduled: "talked",
		employer.Interviewed: "talked", employer.Pending: "talked", employer.Offered: "offered", employer.Accepted: "offered", employer.Declined: "ended", employer.Rejected: "ended",
		employer.Withdrawn: "ended", employer.Filled: "ended", employer.Quiet: "ended", employer.Closed: "ended", employer.OnHold: "waiting",
	} {
		s := newSearch()
		s.app("Firm", "Clerk", stage, 3)
		g, err := newGatherer(s.Input)
		if err != nil {
			t.Fatal(err)
		}
		all := g.fates()
		if len(all) != 1 || fates[all[0].end] != want {
			t.Errorf("%s: got %+v, want %s", stage, all, want)
		}
	}
}

func TestPictureShowsWhatItsAlternativeSays(t *testing.T) {
	in := busy()
	g, err := newGatherer(in)
	if err != nil {
		t.Fatal(err)
	}
	p := g.numbers().Picture
	if p == nil {
		t.Fatal("no picture")
	}
	img, err := png.Decode(bytes.NewReader(p.PNG))
	if err != nil {
		t.Fatal(err)
	}
	if got := img.Bounds().Dx(); got != 2*pictureWidth {
		t.Errorf("width: got %d, want %d", got, 2*pictureWidth)
	}
	if len(p.PNG) > 20<<10 {
		t.Errorf("the picture has %d bytes", len(p.PNG))
	}
	seen := map[string]int{}
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			r, gr, b, a := img.At(x, y).RGBA()
			if a != 0xffff {
				t.Fatal("the picture is transparent: on a dark page it could not be read")
			}
			seen[fmt.Sprint(r>>8, gr>>8, b>>8)]++
		}
	}
	for i, name := range fates {
		c := fateColours[i]
		said := strings.Contains(p.Alt, g.w.say("chart."+name))
		if shown := seen[fmt.Sprint(c.R, c.G, c.B)] > 200; shown != said {
			t.Errorf("%s: shown %v, said %v", name, shown, said)
		}
	}
}

// The same search gives the same bytes, so that the letter of a period is one letter.
func TestPictureIsTheSameEachTime(t *testing.T) {
	a, err := HTML(busy())
	if err != nil {
		t.Fatal(err)
	}
	b, err := HTML(busy())
	if err != nil || a != b {
		t.Errorf("two pages of one search differ, error %v", err)
	}
}

func TestWeeksOfALongSearch(t *testing.T) {
	s := newSearch()
	for i := range 60 {
		a := s.app(fmt.Sprint("Firm ", i), "Clerk", employer.Applied, 1)
		a.AppliedAt = s.Now.AddDate(0, 0, -5*i)
	}
	g, err := newGatherer(s.Input)
	if err != nil {
		t.Fatal(err)
	}
	weeks, counts, shown := g.byWeek(g.fates())
	if len(weeks) != pictureWeeks {
		t.Errorf("weeks: got %d, want %d", len(weeks), pictureWeeks)
	}
	total := 0
	for i, c := range counts {
		if weeks[i].Weekday() != time.Monday {
			t.Errorf("%s is no Monday", weeks[i])
		}
		for _, n := range c {
			total += n
		}
	}
	if total != shown {
		t.Errorf("counted %d, said %d", total, shown)
	}
}
