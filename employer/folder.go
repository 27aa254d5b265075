package employer

import (
	"slices"
	"time"
)

// Folder folds a list of events that grows. Its books are those that [Fold] makes of all events so far, but an event that comes after all
// others in time, and tells nothing that changes how they are read, is only added to what stands, and of the applications only those are
// worked out that something happened to since the last book. Anything else is folded anew. It is not safe for concurrent use.
type Folder struct {
	events  []Event
	ids     map[string]bool
	targets map[string]bool // what commands and drafts are about, there or not
	b       *builder        // nil: to be folded anew
}

// Add takes events in. They may not be changed afterwards.
func (f *Folder) Add(events ...Event) {
	if f.ids == nil {
		f.ids, f.targets = map[string]bool{}, map[string]bool{}
	}
	for i := range events {
		e := events[i]
		if f.b != nil && f.simple(&e) && !f.b.foresee(&e) {
			f.b.append(&e)
		} else {
			f.b = nil
		}
		f.events = append(f.events, e)
		f.ids[e.ID] = true
		if u := e.User; u != nil {
			f.targets[u.Target], f.targets[u.Other] = true, true
		}
		if d := e.Draft; d != nil {
			for _, id := range d.Apps {
				f.targets[id] = true
			}
			f.targets[d.App] = true
		}
	}
}

// Len is how many events there are.
func (f *Folder) Len() int { return len(f.events) }

// Events are all of them, as they came. The slice is not to be changed.
func (f *Folder) Events() []Event { return f.events }

// Book returns the book as it stands at now.
func (f *Folder) Book(now time.Time) Book {
	if f.b == nil {
		f.b = newBuilder(choose(f.events), now)
		for _, e := range f.b.sel.events {
			f.b.take(e)
		}
	}
	f.b.now = now
	return f.b.book()
}

// simple reports whether an event can be added to what stands: it is new and the last in time, no command or draft is about it, it is none that
// changes what was read.
func (f *Folder) simple(e *Event) bool {
	b := f.b
	if f.ids[e.ID] || f.targets[e.ID] || e.Kind == KindDraftSent {
		return false
	}
	if n := len(b.sel.events); n > 0 && canonical(b.sel.events[n-1], e) >= 0 {
		return false
	}
	if u := e.User; u != nil && (e.Kind != KindLog || u.Verb == "answer") {
		return false
	}
	return e.Mail == nil || !f.targets[e.Mail.Key]
}

// append folds one event that comes after all others.
func (b *builder) append(e *Event) {
	b.sel.events = append(b.sel.events, e)
	if b.sel.ids != nil {
		b.sel.ids[e.ID] = e
	}
	b.take(e)
}

// clone copies an application so far that neither of the two can be seen to change through the other.
func (a *Application) clone() Application {
	c := *a
	c.Names, c.Domains, c.AgencyDomains = slices.Clone(a.Names), slices.Clone(a.Domains), slices.Clone(a.AgencyDomains)
	c.Contacts, c.Interviews, c.Statements = slices.Clone(a.Contacts), slices.Clone(a.Interviews), slices.Clone(a.Statements)
	for i := range c.Contacts {
		c.Contacts[i].ThreadKeys = slices.Clone(c.Contacts[i].ThreadKeys)
	}
	for i := range c.Interviews {
		c.Interviews[i].Interviewers = slices.Clone(c.Interviews[i].Interviewers)
	}
	c.Requests, c.Inbound, c.Outbound = slices.Clone(a.Requests), slices.Clone(a.Inbound), slices.Clone(a.Outbound)
	c.Calls, c.Notes, c.Drafts = slices.Clone(a.Calls), slices.Clone(a.Notes), slices.Clone(a.Drafts)
	c.Bounces, c.Timeline = slices.Clone(a.Bounces), slices.Clone(a.Timeline)
	if a.Offer != nil {
		o := *a.Offer
		c.Offer = &o
	}
	return c
}
