package employer

import (
	"slices"
	"time"
)

// finished is an application as a book shows it. It is the same from one moment, inclusive, until another, exclusive, unless it is stale.
type finished struct {
	app         *Application // in books by now: whoever changes it makes a copy, see change
	from, until time.Time    // until is zero for ever
	stale       bool         // something happened that it may tell of
	folded      string       // the employer's name, for the order
	raised      []*Question
	back        []Entry // what the user took back, in the timeline
}

// touch has the application finished anew in the next book.
func (s *state) touch() {
	if s.done != nil {
		s.done.stale = true
		s.wake()
	}
}

// change changes a copy of the application: earlier books keep what they have.
func (f *finished) change(how func(*Application)) {
	app := *f.app
	how(&app)
	f.app = &app
}

// holds reports whether what was finished is the same at now.
func (f *finished) holds(now time.Time) bool {
	return f != nil && !f.stale && !now.Before(f.from) && (f.until.IsZero() || now.Before(f.until))
}

// finishing is an application on the way into a book: a copy, so that what stands stays as it is.
type finishing struct {
	of *state
	state
}

// begin brings a copy of an application to now, as far as its own events say.
func (s *state) begin(now time.Time) *finishing {
	f := &finishing{s, *s}
	f.app = s.app.clone()
	f.finish(now)
	s.done = &finished{app: &f.app, from: now}
	for i := range f.app.Interviews {
		if iv := &f.app.Interviews[i]; iv.State == "scheduled" && (s.done.until.IsZero() || iv.End.Before(s.done.until)) {
			s.done.until = iv.End
		}
	}
	s.done.stale = f.app.StageSince.Equal(now) // the next moment may be another
	return f
}

// complete adds what the rest of the book knows: whom the user may write to, what became of letters, what was read or said before.
func (b *builder) complete(f *finishing, back []Entry) {
	s, a := f.of, &f.app
	b.finishContacts(f)
	f.finishTalks()
	a.Drafts = b.letters.of(s.events)
	a.Timeline = append(a.Timeline, back...)
	for _, e := range s.events {
		for _, o := range b.superseded()[e.ID] {
			entry := entryOf(o, rows[o.Kind].Heading)
			entry.Superseded = true
			a.Timeline = append(a.Timeline, entry)
		}
	}
	slices.SortStableFunc(a.Timeline, func(x, y Entry) int { return x.At.Compare(y.At) })
	app := *a // without the rest of f
	s.done.app, s.done.back, s.done.folded = &app, back, b.memo.folded(a.Employer)
}

// finish brings the application to now and puts what depends on its events alone in place.
func (s *state) finish(now time.Time) {
	s.settle(now)
	a := &s.app
	if a.Stage == Interviewed && s.promised() {
		a.Stage = Pending
	}
	if a.Country == "" {
		for _, d := range slices.Concat(a.Domains, a.AgencyDomains) {
			if c := countryOf(d); c != "" {
				a.Country = c
				break
			}
		}
	}
	a.Public = a.Public || publicSector(a)
	slices.SortStableFunc(a.Interviews, func(x, y Interview) int { return x.Start.Compare(y.Start) })
	n := 0
	for i := range a.Interviews {
		iv := &a.Interviews[i]
		if iv.State != "cancelled" && iv.State != "declined" {
			n++
		}
		iv.Round = max(n, 1)
	}
	slices.Sort(a.Names)
	slices.Sort(a.Domains)
	slices.Sort(a.AgencyDomains)
}

// finishTalks names host and interviewers as the contacts stand now.
func (s *state) finishTalks() {
	for i := range s.app.Interviews {
		s.host(&s.app.Interviews[i])
	}
}

// promised reports whether a dated window is in force after the last talk.
func (s *state) promised() bool {
	var end time.Time
	for _, iv := range s.app.Interviews {
		if iv.State == "held" && iv.End.After(end) {
			end = iv.End
		}
	}
	for i := len(s.app.Statements) - 1; i >= 0; i-- {
		st := s.app.Statements[i]
		switch st.Class {
		case "window":
			return !st.At.Before(end) || st.Until.After(end)
		case "decision-no-date":
			return false
		}
	}
	return false
}
