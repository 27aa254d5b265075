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
	return newPlanner(&b, &p, &s, now, nil).run()
}

// A Planner makes the plans of one book after the other, by the same policy for the same user: what it found of an application that is
// long silent it says again as long as the book does. Its plans are those of [Make]. It is not safe for concurrent use.
type Planner struct {
	Policy  Policy
	Seeker  Seeker
	silent  map[string]silent // by application
	planned time.Time
}

// silent is what a plan said of an application that lies on the shelf, and always will as long as the application stays as it is.
type silent struct {
	mark   employer.Mark
	change Change // without App: none
}

// Make is [Make] for the next book of an [employer.Folder].
func (k *Planner) Make(b employer.Book, now time.Time) Plan {
	if k.silent == nil || now.Before(k.planned) {
		k.silent = map[string]silent{}
	}
	k.planned = now
	pl := newPlanner(&b, &k.Policy, &k.Seeker, now, nil)
	if k.Policy.StaleDays >= 2 { // else a talk of the last days may lie on the shelf
		pl.silent = k.silent
	}
	return pl.run()
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

	today    day
	stale    time.Time                    // a last sign of life before this is too old (rule 13)
	places   []where                      // of the employers met so far
	drafts   map[string]*employer.Draft   // by key
	ofApp    map[string][]*employer.Draft // by application, merged ones under each
	variants map[string]int               // drafts by kind and recipient
	files    []*file                      // of the applications that are not shelved
	firms    map[string]*firm
	silent   map[string]silent    // of applications on the shelf; nil to look at each anew
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
	pl.indexDrafts()
	return pl
}

// on reports whether a rule is in force; all are, except in the mutation test.
func (pl *planner) on(rule string) bool { return !pl.off[rule] }

// run makes the plan. The order matters: all rows speak first, then the rules about each step, then those that look across
// applications; silence follows from what is left to come, and the caps count what is really due.
func (pl *planner) run() Plan {
	pl.read()
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
func (pl *planner) read() {
	apps := pl.book.Applications
	var decided []*employer.Application
	old := &file{}
	for _, a := range apps {
		if offerStands(a) || a.Stage == employer.Accepted || a.Stage == employer.Rejected {
			decided = append(decided, a)
		}
		switch {
		case pl.stillSilent(a):
		case !pl.shelved(a):
			f := &file{}
			pl.open(f, a)
			f.readClock()
			f.heard()
			pl.files = append(pl.files, f)
		case a.Stage.Open():
			pl.open(old, a)
			old.shelved = true
			old.readClock()
			said := len(pl.plan.Changes)
			old.silence()
			if len(pl.plan.Changes) > said {
				pl.keepSilent(a, pl.plan.Changes[said])
			}
		default:
			pl.keepSilent(a, Change{})
		}
	}
	pl.indexFirms(decided)
}

// keepSilent remembers what is said of an application on the shelf. A change that is still to come, or news, is looked at again.
func (pl *planner) keepSilent(a *employer.Application, c Change) {
	if pl.silent != nil && a.Mark() != (employer.Mark{}) && !c.At.After(pl.stale) {
		pl.silent[a.ID] = silent{a.Mark(), c}
	}
}

// stillSilent says of an application on the shelf what was said before, and reports whether it could.
func (pl *planner) stillSilent(a *employer.Application) bool {
	was, ok := pl.silent[a.ID]
	if !ok || was.mark != a.Mark() || len(a.Drafts) > 0 || len(pl.ofApp[a.ID]) > 0 {
		return false
	}
	if was.change.App != "" {
		pl.where(a) // its midnight counts
		pl.plan.Changes = append(pl.plan.Changes, was.change)
	}
	return true
}

// indexDrafts finds the drafts by key and by application. A merged draft belongs to each of its applications.
func (pl *planner) indexDrafts() {
	n := len(pl.book.Drafts)
	pl.drafts = make(map[string]*employer.Draft, n)
	pl.ofApp = make(map[string][]*employer.Draft, n)
	pl.variants = make(map[string]int, n)
	for i := range pl.book.Drafts {
		d := &pl.book.Drafts[i]
		pl.drafts[d.Key] = d
		apps := d.Apps
		if !slices.Contains(apps, d.App) {
			apps = append([]string{d.App}, apps...)
		}
		for _, id := range apps {
			pl.ofApp[id] = append(pl.ofApp[id], d)
		}
		if d.State != employer.DraftWithdrawn && d.State != employer.DraftRestored && d.State != employer.DraftRefused {
			pl.variants[d.Kind+" "+strings.ToLower(d.To.Address)]++
		}
	}
	pl.told = map[string]time.Time{}
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
		pl.firms[firmKey(f.a)] = &firm{}
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
