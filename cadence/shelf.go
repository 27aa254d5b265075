package cadence

import (
	"slices"
	"strings"
	"time"

	"heardback/employer"
)

// silent is what a plan said of an application of which nothing can be due any more; the next one says it again while the application stays
// as it is.
type silent struct {
	mark   employer.Mark
	change Change // without App: none
}

// shelf is what there is to say for good of the applications that rest ([employer.Shelf]).
type shelf struct {
	of       *employer.Shelf
	changes  []Change
	byApp    map[string]*Change      // the same
	rejected map[string]time.Time    // by employer: the latest rejection
	open     []*employer.Application // of which there is nothing to say for good: each plan asks them
	places   []*employer.Application // one in each place
}

// readShelf asks all that rest what there is to say for good.
func (pl *planner) readShelf() *shelf {
	n := len(pl.book.Shelf().Applications)
	x := &shelf{of: pl.book.Shelf(), changes: make([]Change, 0, n), rejected: map[string]time.Time{}}
	aside := *pl // what is asked here is no part of the plan
	aside.places = nil
	f := &file{}
	for _, a := range x.of.Applications {
		c, shelved := aside.silence(f, a, true)
		if !shelved || a.Stage.Open() && !aside.settled(c) {
			x.open = append(x.open, a)
			continue
		}
		if c.App != "" {
			x.changes = append(x.changes, c)
			if !slices.ContainsFunc(x.places, func(o *employer.Application) bool { return o.Country == a.Country && o.Zone == a.Zone }) {
				x.places = append(x.places, a)
			}
		}
		if key := firmKey(a); a.Stage == employer.Rejected {
			x.rejected[key] = latest(x.rejected[key], a.RejectedAt)
		}
	}
	x.byApp = byApp(x.changes)
	return x
}

// byApp finds changes by their application.
func byApp(changes []Change) map[string]*Change {
	m := make(map[string]*Change, len(changes))
	for i := range changes {
		m[changes[i].App] = &changes[i]
	}
	return m
}

// settled reports whether a change is no news to anybody, and never will be.
func (pl *planner) settled(c Change) bool { return c.App != "" && !c.At.After(pl.stale) }

// shelved reports whether nothing can be due for an application: it is old, and no draft of it was ever placed, or it rests, so that none
// lies anywhere. Only silence is still asked of it.
func (pl *planner) shelved(a *employer.Application, rests bool) bool {
	return (rests || len(a.Drafts) == 0 && len(pl.ofApp[a.ID]) == 0) && pl.old(a) && pl.on("2.13.stale")
}

// silence returns the change that silence has brought to a shelved application, one without App for none. For any other application shelved
// is false. The file is for its own use.
func (pl *planner) silence(f *file, a *employer.Application, rests bool) (c Change, shelved bool) {
	mark := a.Mark()
	if was, ok := pl.silent[a.ID]; ok && was.mark == mark && (rests || len(pl.ofApp[a.ID]) == 0) {
		if c = was.change; pl.settled(c) {
			c.Why = ""
		}
		return c, true
	}
	if !pl.shelved(a, rests) {
		return c, false
	}
	if a.Stage.Open() {
		pl.open(f, a)
		f.shelved = true
		f.readClock()
		said := len(pl.plan.Changes)
		if f.silence(); len(pl.plan.Changes) > said {
			c = pl.plan.Changes[said]
			pl.plan.Changes = pl.plan.Changes[:said]
		}
	}
	if pl.silent != nil && mark != (employer.Mark{}) && (c.App != "" || !a.Stage.Open()) {
		pl.silent[a.ID] = silent{mark, c}
	}
	return c, true
}

// letters finds the drafts of a book by key and by application. A merged draft belongs to each of its applications.
type letters struct {
	list     []employer.Draft
	drafts   map[string]*employer.Draft
	ofApp    map[string][]*employer.Draft
	variants map[string]int    // how many, by kind and recipient
	recent   []*employer.Draft // that may still be sent, or that something became of lately
}

// of reports whether the letters are those of a book.
func (l *letters) of(list []employer.Draft) bool {
	return l != nil && len(l.list) == len(list) && (len(list) == 0 || &l.list[0] == &list[0])
}

// readLetters reads the letters of a book; what became of one before a moment counts for no gap and no cap any more.
func readLetters(list []employer.Draft, before time.Time) *letters {
	l := &letters{list: list, drafts: make(map[string]*employer.Draft, len(list)), ofApp: make(map[string][]*employer.Draft, len(list)), variants: make(map[string]int, len(list))}
	for i := range list {
		d := &list[i]
		l.drafts[d.Key] = d
		if unsent(d) || latest(d.PlacedAt, d.StateAt).After(before) {
			l.recent = append(l.recent, d)
		}
		apps := d.Apps
		if !slices.Contains(apps, d.App) {
			apps = append([]string{d.App}, apps...)
		}
		for _, id := range apps {
			l.ofApp[id] = append(l.ofApp[id], d)
		}
		if d.State != employer.DraftWithdrawn && d.State != employer.DraftRestored && d.State != employer.DraftRefused {
			l.variants[d.Kind+" "+strings.ToLower(d.To.Address)]++
		}
	}
	return l
}
