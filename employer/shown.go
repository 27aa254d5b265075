package employer

import (
	"cmp"
	"slices"
)

// shown is what the books of one builder have in common, so that the next is not made anew: it costs what happened since the last.
type shown struct {
	domains map[string]string   // employers' and agencies' domains → name
	readers map[string][]*state // address or domain → applications that say whether a draft may go there
	written bool                // the map of addresses is a book's
	sorted  []*state            // as a book lists them
	old     map[string][]*Event // readings that no longer count
	undone  map[string]*Event   // commands that were taken back, by ID
	taken   []*Event            // the same, in order
	undos   []*Event            // commands that take one back
}

// book puts everything together.
func (b *builder) book() Book {
	b.finishAll()
	out := Book{Now: b.now, Written: b.written, Paused: b.paused, Drafts: b.letters.all()}
	b.shown.written = true
	b.questions(&out)
	out.Next = b.next()
	out.Applications = slices.Grow(out.Applications, len(b.shown.sorted))
	for _, s := range b.shown.sorted {
		out.Applications = append(out.Applications, s.done.app)
	}
	for _, e := range b.strays {
		if len(b.byEvent[e.ID]) == 0 && rows[e.Kind].Source == "mail" {
			out.Strays = append(out.Strays, entryOf(e, rows[e.Kind].Heading))
		}
	}
	return out
}

// finishAll brings all applications to now. Only those to which something happened, or whose time has come, are worked out.
func (b *builder) finishAll() {
	var fresh []*finishing
	back, renamed := b.takenBack(), false
	for _, s := range b.apps {
		was := s.done
		if was.holds(b.now) && slices.EqualFunc(was.back, back[s], sameEntry) {
			continue
		}
		fresh = append(fresh, s.begin(b.now))
		renamed = renamed || was == nil || !sameNames(was.app, s.done.app)
	}
	if renamed {
		for _, d := range b.nameDomains() {
			for _, s := range b.shown.readers[d] {
				if !slices.ContainsFunc(fresh, func(f *finishing) bool { return f.of == s }) {
					fresh = append(fresh, s.begin(b.now))
				}
			}
		}
	}
	for _, f := range fresh {
		b.complete(f, back[f.of])
	}
	for _, f := range fresh {
		nameApplications(f.firm)
	}
	if len(fresh) > 0 {
		b.sort()
	}
}

// Mark stands for what the books of one [Folder] say of an application: as long as it is the same, they surely say the same. It compares no
// contents: another may only mean that the application was worked out once more. The zero Mark is that of nothing.
type Mark struct {
	timeline        *Entry
	entries         int
	firm, suspended string
}

// Mark returns the application's mark.
func (a *Application) Mark() Mark {
	if len(a.Timeline) == 0 {
		return Mark{}
	}
	return Mark{&a.Timeline[0], len(a.Timeline), a.Firm, a.Suspended}
}

// Same reports whether two books of one [Folder] surely say the same of an application.
func (a *Application) Same(b *Application) bool { return a.Mark() != Mark{} && a.Mark() == b.Mark() }

// sort lists the applications in the order of the book.
func (b *builder) sort() {
	b.shown.sorted = append(b.shown.sorted, b.apps[len(b.shown.sorted):]...)
	order := func(x, y *state) int {
		return cmp.Or(cmp.Compare(x.done.folded, y.done.folded), cmp.Compare(x.done.app.Role, y.done.app.Role), cmp.Compare(x.done.app.ID, y.done.app.ID))
	}
	if !slices.IsSortedFunc(b.shown.sorted, order) {
		slices.SortFunc(b.shown.sorted, order)
	}
}

// nameApplications gives all applications with one employer the same name for it.
func nameApplications(f *firm) {
	name := ""
	for _, s := range f.apps {
		if n := s.done.folded; name == "" || n != "" && n < name {
			name = n
		}
	}
	for _, s := range f.apps {
		if s.done.app.Firm != name {
			s.done.change(func(a *Application) { a.Firm = name })
		}
	}
}

// sameNames reports whether two states of an application give their domains the same names.
func sameNames(x, y *Application) bool {
	return x.Employer == y.Employer && x.Agency == y.Agency && slices.Equal(x.Domains, y.Domains) && slices.Equal(x.AgencyDomains, y.AgencyDomains)
}

// nameDomains keeps one name for each domain of an employer or agency, the same in any order, and returns the domains whose name changed.
func (b *builder) nameDomains() (changed []string) {
	was, now := b.shown.domains, map[string]string{}
	name := func(domains []string, name string) {
		for _, d := range domains {
			if have, ok := now[d]; !ok || name < have {
				now[d] = name
			}
		}
	}
	for _, s := range b.apps {
		name(s.done.app.Domains, s.done.app.Employer)
		name(s.done.app.AgencyDomains, s.done.app.Agency)
	}
	for d, n := range now {
		if have, ok := was[d]; !ok || have != n {
			changed = append(changed, d)
		}
	}
	for d := range was {
		if _, ok := now[d]; !ok {
			changed = append(changed, d)
		}
	}
	b.shown.domains = now
	return changed
}

// reads notes that an application says whether a draft may go to an address.
func (b *builder) reads(s *state, address, domain string) {
	if b.shown.readers == nil {
		b.shown.readers = map[string][]*state{}
	}
	for _, where := range [...]string{address, domain} {
		if where != "" && !b.memo.freeMail(where) && !slices.Contains(b.shown.readers[where], s) {
			b.shown.readers[where] = append(b.shown.readers[where], s)
		}
	}
}

// changed has the applications finished anew that say whether a draft may go to an address or domain.
func (b *builder) changed(where string) {
	for _, s := range b.shown.readers[where] {
		s.touch()
	}
}

// touched has the applications finished anew that a letter is about.
func (b *builder) touched(d *Draft) {
	if d == nil {
		return
	}
	for _, id := range d.about() {
		for _, s := range b.byEvent[id] {
			s.touch()
		}
	}
}

// superseded are the readings that no longer count, by event ID, in a stable order.
func (b *builder) superseded() map[string][]*Event {
	if b.shown.old != nil {
		return b.shown.old
	}
	m := map[string][]*Event{}
	for _, e := range b.sel.old {
		if !slices.ContainsFunc(m[e.ID], func(o *Event) bool { return fingerprint(o) == fingerprint(e) }) && !b.counts(e) {
			m[e.ID] = append(m[e.ID], e)
		}
	}
	for _, v := range m {
		slices.SortFunc(v, func(x, y *Event) int {
			return cmp.Or(x.Learned.Compare(y.Learned), cmp.Compare(fingerprint(x), fingerprint(y)))
		})
	}
	b.shown.old = m
	return m
}

// counts reports whether an event says the same as the reading that counts: a mere duplicate.
func (b *builder) counts(e *Event) bool {
	x := b.sel.original[e.ID]
	return x != nil && (x == e || fingerprint(x) == fingerprint(e))
}
