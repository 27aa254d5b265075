package employer

import (
	"cmp"
	"slices"
)

// shown is what the books of one builder have in common, so that the next is not made anew: it costs what happened since the last.
type shown struct {
	domains map[string]string   // employers' and agencies' domains → name
	bearers map[string][]*state // … → applications that have, or had, the domain
	readers map[string][]*state // address or domain → applications that say whether a draft may go there
	strays  []Entry             // of the last book
	shown   int                 // how many strays that was made of; 0 since one found its application
	old     map[string][]*Event // readings that no longer count
	undone  map[string]*Event   // commands that were taken back, by ID
	taken   []*Event            // the same, in order
	undos   []*Event            // commands that take one back
}

// book puts everything together.
func (b *builder) book() Book {
	b.shelves.awake(b.apps, b.now)
	b.finishAll()
	out := Book{Now: b.now, Paused: b.paused, Drafts: b.letters.all(), Strays: b.straysShown()}
	b.questions(&out)
	out.Next = b.next()
	b.shelves.list()
	b.shelve(&out)
	return out
}

// finishAll brings all applications to now. Only those to which something happened, or whose time has come, are worked out.
func (b *builder) finishAll() {
	var fresh []*finishing
	begin := func(s *state) {
		b.shelves.replace(s)
		fresh = append(fresh, s.begin(b.now))
	}
	back := b.takenBack()
	for s := range back {
		b.shelves.take(s)
	}
	var renamed []string
	for _, s := range slices.Clone(b.shelves.active) {
		was := s.done
		if was.holds(b.now) && slices.EqualFunc(was.back, back[s], sameEntry) {
			continue
		}
		begin(s)
		renamed = append(renamed, b.bears(s, was)...)
	}
	for _, d := range b.nameDomains(renamed) {
		for _, s := range b.shown.readers[d] {
			if !slices.ContainsFunc(fresh, func(f *finishing) bool { return f.of == s }) {
				begin(s)
			}
		}
	}
	for _, f := range fresh {
		b.complete(f, back[f.of])
	}
	for _, f := range fresh {
		b.nameApplications(f.firm)
	}
}

// straysShown are the job mails that belong to no application.
func (b *builder) straysShown() []Entry {
	h := &b.shown
	for _, e := range b.strays[h.shown:] {
		if len(b.byEvent[e.ID]) == 0 && rows[e.Kind].Source == "mail" {
			h.strays = append(h.strays, entryOf(e, rows[e.Kind].Heading))
		}
	}
	h.shown = len(b.strays)
	return slices.Clip(h.strays)
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

// nameApplications gives all applications with one employer the same name for it.
func (b *builder) nameApplications(f *firm) {
	name := ""
	for _, s := range f.apps {
		if n := s.done.folded; name == "" || n != "" && n < name {
			name = n
		}
	}
	for _, s := range f.apps {
		if s.done.app.Firm != name {
			s.done.change(func(a *Application) { a.Firm = name })
			b.shelves.replace(s)
		}
	}
}

// bears notes the domains that an application gives a name, and returns those whose name may be another than before.
func (b *builder) bears(s *state, was *finished) (domains []string) {
	is := s.done.app
	if was != nil {
		if o := was.app; o.Employer == is.Employer && o.Agency == is.Agency && slices.Equal(o.Domains, is.Domains) && slices.Equal(o.AgencyDomains, is.AgencyDomains) {
			return nil
		}
		domains = slices.Concat(was.app.Domains, was.app.AgencyDomains)
	}
	for _, d := range slices.Concat(is.Domains, is.AgencyDomains) {
		domains = append(domains, d)
		if b.shown.bearers == nil {
			b.shown.bearers, b.shown.domains = map[string][]*state{}, map[string]string{}
		}
		if !slices.Contains(b.shown.bearers[d], s) {
			b.shown.bearers[d] = append(b.shown.bearers[d], s)
		}
	}
	return domains
}

// nameDomains keeps one name for each domain of an employer or agency, the same in any order, and returns those of some domains whose name
// changed.
func (b *builder) nameDomains(some []string) (changed []string) {
	slices.Sort(some)
	for _, d := range slices.Compact(some) {
		name, borne := "", false
		bear := func(domains []string, n string) {
			if slices.Contains(domains, d) && (!borne || n < name) {
				name, borne = n, true
			}
		}
		for _, s := range b.shown.bearers[d] {
			bear(s.done.app.Domains, s.done.app.Employer)
			bear(s.done.app.AgencyDomains, s.done.app.Agency)
		}
		if have, ok := b.shown.domains[d]; ok == borne && have == name {
			continue
		}
		changed = append(changed, d)
		if borne {
			b.shown.domains[d] = name
		} else {
			delete(b.shown.domains, d)
		}
	}
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
