package cadence

import (
	"slices"
	"strings"
	"time"

	"heardback/employer"
)

// Make is POLICY.md applied to the book at now: what is due, when and why, what stands against it, and which drafts lost
// their reason. It is pure; the same arguments give the same plan. The policy is taken as valid (see [Policy.Validate]).
func Make(b employer.Book, p Policy, s Seeker, now time.Time) Plan {
	return newPlanner(&b, &p, &s, now, nil).alone()
}

// A Planner makes the plans of one book after the other, by the same policy for the same user: what it found of an application that is
// long silent it says again as long as the book does. Its plans are those of [Make]. It is not safe for concurrent use.
type Planner struct {
	Policy  Policy
	Seeker  Seeker
	silent  map[string]silent // by application
	shelf   *shelf
	letters *letters
	planned time.Time
}

// Make is [Make] for the next book of an [employer.Folder].
func (k *Planner) Make(b employer.Book, now time.Time) Plan {
	if k.silent == nil || now.Before(k.planned) {
		k.silent, k.shelf, k.letters = map[string]silent{}, nil, nil
	}
	k.planned = now
	for {
		pl := newPlanner(&b, &k.Policy, &k.Seeker, now, nil)
		if !k.letters.of(b.Drafts) {
			k.letters = readLetters(b.Drafts, pl.lately())
		}
		pl.letters = k.letters
		if k.Policy.StaleDays >= 2 { // else a talk of the last days may be shelved
			pl.silent = k.silent
		}
		if k.shelf == nil || k.shelf.of != b.Shelf() || pl.silent == nil {
			k.shelf = pl.readShelf()
		}
		pl.shelf = k.shelf
		if pl.read() {
			return pl.run()
		}
		k.shelf = nil // there is more to say for good
	}
}

// planner holds what one plan is made from. It reads the book and never changes it.
type planner struct {
	book *employer.Book
	p    *Policy
	s    *Seeker
	now  time.Time
	zone *time.Location // the user's
	off  map[string]bool

	place, sendFrom, sendUntil clock
	firstDay, lastDay          time.Weekday
	pauseFrom, pauseUntil      monthDay

	today  day
	stale  time.Time // a last sign of life before this is too old (rule 13)
	places []where   // of the employers met so far
	*letters
	files    []*file // of the applications that are not shelved
	firms    map[string]*firm
	silent   map[string]silent    // of applications that are shelved; nil to look at each anew
	shelf    *shelf               // what there is to say of the applications that rest
	aside    file                 // for a short look
	told     map[string]time.Time // by employer: the last mail of either side, or word of the user's about it
	accepted []*employer.Application
	offers   []*employer.Application
	plan     Plan
}

// newPlanner prepares a plan; off names rules that a test switches off to see that they are needed.
func newPlanner(b *employer.Book, p *Policy, s *Seeker, now time.Time, off map[string]bool) *planner {
	pl := &planner{book: b, p: p, s: s, now: now, zone: s.Zone, off: off, plan: Plan{Now: now}}
	if pl.zone == nil {
		pl.zone = time.UTC
	}
	pl.place, _ = parseClock(p.PlaceAt)
	pl.sendFrom, _ = parseClock(p.SendFrom)
	pl.sendUntil, _ = parseClock(p.SendUntil)
	pl.firstDay, _ = parseWeekday(p.FirstWeekday)
	pl.lastDay, _ = parseWeekday(p.LastWeekday)
	pl.pauseFrom, _ = parseMonthDay(p.PauseFrom)
	pl.pauseUntil, _ = parseMonthDay(p.PauseUntil)
	pl.today = dayOf(now, pl.zone)
	pl.stale = now.AddDate(0, 0, -p.StaleDays)
	pl.midnight(pl.zone)
	pl.told = map[string]time.Time{}
	return pl
}

// alone makes the plan from the book alone.
func (pl *planner) alone() Plan {
	pl.letters = readLetters(pl.book.Drafts, pl.lately())
	pl.shelf = pl.readShelf()
	pl.read()
	return pl.run()
}

// lately is the moment before which no letter counts for a gap or a cap of rules 1 and 14.
func (pl *planner) lately() time.Time { return pl.now.AddDate(0, 0, -max(7, pl.p.GapDays)-2) }

// on reports whether a rule is in force; all are, except in the mutation test.
func (pl *planner) on(rule string) bool { return !pl.off[rule] }

// run makes the plan. The order matters: all rows speak first, then the rules about each step, then those that look across
// applications; silence follows from what is left to come, and the caps count what is really due.
func (pl *planner) run() Plan {
	for _, f := range pl.files {
		f.rows()
	}
	for _, f := range pl.files {
		for _, s := range f.steps {
			f.rules(s)
		}
	}
	pl.merge()
	pl.withdrawals()
	for _, f := range pl.files {
		f.silence()
		f.notices()
		f.calls()
	}
	pl.bookNotices()
	pl.caps()
	pl.finish()
	return pl.plan
}

// read goes through the book once: the applications of which something may be due become files, of the shelved ones only silence is asked.
// It reports false if there is more to say for good of the applications that rest than the shelf says.
func (pl *planner) read() bool {
	for _, a := range pl.shelf.places {
		pl.where(a) // its midnight counts
	}
	pl.plan.Settled, pl.plan.settled = pl.shelf.changes, pl.shelf.byApp
	var decided []*employer.Application
	look := func(a *employer.Application, rests bool) bool {
		if offerStands(a) || a.Stage == employer.Accepted || a.Stage == employer.Rejected {
			decided = append(decided, a)
		}
		c, shelved := pl.silence(&pl.aside, a, rests)
		if !shelved {
			f := &file{}
			pl.open(f, a)
			f.readClock()
			f.heard()
			pl.files = append(pl.files, f)
			return true
		}
		if c.App != "" {
			pl.where(a)
			pl.plan.Changes = append(pl.plan.Changes, c)
		}
		return !rests || a.Stage.Open() && !pl.settled(c)
	}
	for _, a := range pl.shelf.open {
		if !look(a, true) {
			return false
		}
	}
	for _, a := range pl.book.Active() {
		look(a, false)
	}
	pl.indexFirms(decided)
	return true
}

// heard notes the last mail between the user and the employer, and when the user last said something about it by command.
func (f *file) heard() {
	at := f.lastMail()
	for i := len(f.a.Timeline) - 1; i >= 0; i-- {
		if e := &f.a.Timeline[i]; e.Source == "user" {
			at = latest(at, e.At)
			break
		}
	}
	key := firmKey(f.a)
	f.pl.told[key] = latest(f.pl.told[key], at)
}

// finish sorts the plan and finds the next moment at which it may differ.
func (pl *planner) finish() {
	var steps []*step
	for _, f := range pl.files {
		for _, s := range f.steps {
			if !s.gone {
				steps = append(steps, s)
			}
		}
	}
	slices.SortStableFunc(steps, func(a, b *step) int {
		if c := a.Due.Compare(b.Due); c != 0 {
			return c
		}
		return strings.Compare(a.Key, b.Key)
	})
	pl.plan.Steps = make([]Step, len(steps))
	for i, s := range steps {
		pl.plan.Steps[i] = s.Step
	}
	pl.plan.changed = byApp(pl.plan.Changes)
	pl.next()
}

// firm is what the whole of an employer's applications says about each of them.
type firm struct {
	offered  *employer.Application
	accepted *employer.Application
	rejected time.Time // the latest rejection
}

// firmKey tells whether two applications are with the same employer.
func firmKey(a *employer.Application) string {
	if a.Firm != "" {
		return a.Firm
	}
	return strings.ToLower(a.Employer)
}

// indexFirms collects what offers, acceptances and rejections say about the other applications with the same employer.
func (pl *planner) indexFirms(decided []*employer.Application) {
	pl.firms = make(map[string]*firm, len(pl.files))
	for _, f := range pl.files {
		key := firmKey(f.a)
		pl.firms[key] = &firm{rejected: pl.shelf.rejected[key]}
	}
	for _, a := range decided {
		switch a.Stage {
		case employer.Offered:
			pl.offers = append(pl.offers, a)
		case employer.Accepted:
			pl.accepted = append(pl.accepted, a)
		}
		fm := pl.firms[firmKey(a)]
		if fm == nil {
			continue // nothing there is left to ask
		}
		switch {
		case a.Stage == employer.Accepted:
			fm.accepted = a
		case a.Stage == employer.Rejected:
			fm.rejected = latest(fm.rejected, a.RejectedAt)
		default:
			fm.offered = a
		}
	}
}

// offerStands reports whether an offer waits for the user's decision. A hold does not take it back.
func offerStands(a *employer.Application) bool {
	return a.Stage == employer.Offered || a.Stage == employer.OnHold && a.Offer != nil && a.Offer.At.After(a.DeclinedAt)
}
