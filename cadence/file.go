package cadence

import (
	"slices"
	"strings"
	"time"

	"heardback/employer"
)

// file is one application as the planner reads it.
type file struct {
	pl   *planner
	a    *employer.Application
	r    *region
	zone *time.Location // of the employer
	// The rounds of talks: the last one held, the next one fixed.
	held, coming *employer.Interview
	drafts       []*employer.Draft
	ask          *employer.Request // the oldest thing that the employer waits for, nil if the ball is not with the user
	steps        []*step
	clock        clockState
	shelved      bool // read for its silence only, see planner.shelved
}

// step is a Step in the making.
type step struct {
	Step
	f      *file
	day    day             // on which it is due, before the hour is put on
	gone   bool            // merged into another
	wrong  bool            // suppressed because it would be wrong to send it, not because it has to wait
	merged *employer.Draft // the unsent merged draft that it is part of
}

// open reads one application.
func (pl *planner) open(f *file, a *employer.Application) {
	*f = file{pl: pl, a: a, drafts: pl.ofApp[a.ID]}
	for i := range a.Drafts {
		d := pl.drafts[a.Drafts[i].Key]
		if d != nil && !slices.Contains(f.drafts, d) {
			f.drafts = append(f.drafts, d)
		}
	}
	w := pl.where(a)
	f.r, f.zone = w.region, w.zone
	for i := range a.Interviews {
		iv := &a.Interviews[i]
		switch {
		case f.took(iv):
			if f.held == nil || !iv.Start.Before(f.held.Start) {
				f.held = iv
			}
		case iv.State == "scheduled":
			if f.coming == nil || iv.Start.Before(f.coming.Start) {
				f.coming = iv
			}
		}
	}
	for i := range a.Requests {
		if q := &a.Requests[i]; f.waits(q) && (f.ask == nil || q.At.Before(f.ask.At)) {
			f.ask = q
		}
	}
}

// lastMail is the last mail of either side.
func (f *file) lastMail() (at time.Time) {
	if n := len(f.a.Inbound); n > 0 {
		at = f.a.Inbound[n-1].At
	}
	if n := len(f.a.Outbound); n > 0 {
		at = latest(at, f.a.Outbound[n-1].At)
	}
	return at
}

// lastSign is the last sign of life of either side.
func (f *file) lastSign() time.Time {
	at := latest(f.a.AppliedAt, f.a.ConfirmedAt, f.a.SubmittedAt, f.lastMail())
	for i := range f.a.Interviews {
		if iv := &f.a.Interviews[i]; f.took(iv) || iv.State == "scheduled" {
			at = latest(at, iv.Start)
		}
	}
	for i := range f.a.Calls {
		at = latest(at, f.a.Calls[i].At)
	}
	return at
}

// where is what the place of an employer decides.
type where struct {
	country, named string // as the application tells them
	region         *region
	zone           *time.Location
}

// where looks up the employer's business days, under the policy's pause, and its zone.
func (pl *planner) where(a *employer.Application) *where {
	for i := range pl.places { // there are few
		if w := &pl.places[i]; w.country == a.Country && w.named == a.Zone {
			return w
		}
	}
	w := where{a.Country, a.Zone, regionOf(country(a, pl.s), pl.pauseFrom, pl.pauseUntil), recipientZone(a, nil, pl.zone)}
	pl.places = append(pl.places, w)
	pl.midnight(w.zone)
	return &w
}

// waits reports whether the employer still waits for the user: a new time that is past needs no confirmation any more, and a question
// beside a date of theirs does not outlive the date.
func (f *file) waits(q *employer.Request) bool {
	if !q.Answered.IsZero() {
		return false
	}
	if q.Kind == "question" && slices.ContainsFunc(f.a.Statements, func(s employer.Statement) bool {
		return s.Event == q.Event && s.Class == "window" && (!s.Until.IsZero() || s.BusinessDays > 0) && f.until(&s) < f.day(f.pl.now)
	}) {
		return false
	}
	if q.Kind != "reschedule" {
		return true
	}
	iv := f.proposed(q)
	return iv == nil || iv.Start.After(f.pl.now)
}

// took reports whether a fixed time counts as held: it is past, and was neither cancelled, moved, missed nor declined.
func (f *file) took(iv *employer.Interview) bool {
	if iv.Start.IsZero() || iv.State != "held" && iv.State != "scheduled" {
		return false
	}
	return !f.end(iv).After(f.pl.now)
}

// end is when an interview is over: its end, an hour after its start where none is known, and 17:00 where only the day is.
func (f *file) end(iv *employer.Interview) time.Time {
	switch {
	case iv.DateOnly:
		return dayOf(iv.Start, iv.Start.Location()).at(17, 0, f.zone)
	case iv.End.After(iv.Start):
		return iv.End
	}
	return iv.Start.Add(time.Hour)
}

// old reports whether rule 13 bars every draft: the last sign of life is too long ago. A date that the employer stated, or
// an interview to come, is a sign of life.
func (pl *planner) old(a *employer.Application) bool {
	known := false
	recent := func(t time.Time) bool {
		if t.After(pl.stale) {
			pl.soon(t.In(pl.now.Location()).AddDate(0, 0, pl.p.StaleDays))
			return true
		}
		known = known || !t.IsZero()
		return false
	}
	if recent(a.AppliedAt) || recent(a.ConfirmedAt) || recent(a.SubmittedAt) {
		return false
	}
	if n := len(a.Inbound); n > 0 && recent(a.Inbound[n-1].At) {
		return false
	}
	if n := len(a.Outbound); n > 0 && recent(a.Outbound[n-1].At) {
		return false
	}
	for i := range a.Interviews {
		if iv := &a.Interviews[i]; (iv.State == "held" || iv.State == "scheduled") && (recent(iv.Start) || recent(iv.End)) {
			return false
		}
	}
	for i := range a.Calls {
		if recent(a.Calls[i].At) {
			return false
		}
	}
	if !known {
		return false
	}
	for i := range a.Statements {
		if s := &a.Statements[i]; recent(s.At) || recent(s.Until) {
			return false
		}
	}
	return !(recent(a.StageSince) || recent(a.HoldUntil) || recent(a.ClosingDate) || recent(a.AcceptedAt) || recent(a.WithdrawnAt) ||
		recent(a.RejectedAt) || recent(a.FilledAt))
}

// day returns the day of t where the employer is.
func (f *file) day(t time.Time) day { return dayOf(t, f.zone) }

// stated returns the day that a statement names: midnight in its own zone, as the classifier reads dates.
func (f *file) stated(t time.Time) day {
	if h, m, _ := t.Clock(); h == 0 && m == 0 {
		return dayOf(t, t.Location())
	}
	return f.day(t)
}

// wait returns the n-th business day after from; where August is kept free it adds the policy's days (rule 10).
func (f *file) wait(from day, n int) day {
	d := f.r.add(from, n)
	if !f.pl.on("2.10.august") || n == 0 || !contains(f.pl.p.AugustIn, f.r.country) {
		return d
	}
	for x := from + 1; x <= d; x++ {
		if _, month, _ := x.date(); month == time.August {
			return f.r.add(from, n+f.pl.p.AugustBusinessDays)
		}
	}
	return d
}

// slow reports whether a decision takes longer here: the policy's slow countries and the public sector.
func (f *file) slow() bool { return f.a.Public || contains(f.pl.p.SlowCountries, f.r.country) }

// touch returns the touch of an event.
func (f *file) touch(event string) *employer.Touch {
	for i := range f.a.Inbound {
		if f.a.Inbound[i].Event == event {
			return &f.a.Inbound[i]
		}
	}
	return nil
}

// has reports whether the employer has ever made a statement of class, and returns the latest.
func (f *file) has(class string) *employer.Statement {
	var found *employer.Statement
	for i := range f.a.Statements {
		if s := &f.a.Statements[i]; s.Class == class && (found == nil || !s.At.Before(found.At)) {
			found = s
		}
	}
	return found
}

// latest returns the last of some times, the zero time if all are zero.
func latest(times ...time.Time) time.Time {
	var t time.Time
	for _, x := range times {
		if x.After(t) {
			t = x
		}
	}
	return t
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if strings.EqualFold(x, s) {
			return true
		}
	}
	return false
}
