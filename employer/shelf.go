package employer

import (
	"cmp"
	"slices"
	"time"
)

// A Shelf holds the applications of a book that rest: nothing happened to them for 60 days, nothing is fixed or asked, no offer stands and no
// letter of theirs may lie in the mailbox. Time alone changes nothing about them. Books of one [Folder] share a shelf as long as all that lies
// there is the same; nobody changes it.
type Shelf struct {
	Applications []*Application // in the order of the book
	byID         map[string]*Application
	firms        map[string]int // how many of each employer, by Firm
}

// noShelf is that of a book which was not folded.
var noShelf = &Shelf{}

// Shelf returns the applications that rest.
func (b *Book) Shelf() *Shelf {
	if b.shelf == nil {
		return noShelf
	}
	return b.shelf
}

// Application finds an application that rests by its ID; nil for any other.
func (h *Shelf) Application(id string) *Application { return h.byID[id] }

// Active returns the applications that do not rest, in the order of the book.
func (b *Book) Active() []*Application {
	if b.shelf == nil {
		return b.Applications
	}
	return b.active
}

// Application finds an application by its ID; nil for one that is not in the book.
func (b *Book) Application(id string) *Application {
	for _, a := range b.Active() {
		if a.ID == id {
			return a
		}
	}
	return b.Shelf().Application(id)
}

// WithFirm is how many applications there are with one employer, by [Application.Firm].
func (b *Book) WithFirm(firm string) int {
	n := b.Shelf().firms[firm]
	for _, a := range b.Active() {
		if a.Firm == firm {
			n++
		}
	}
	return n
}

// order is where an application stands in the book.
type order struct{ employer, role, id string }

// order is where the application, as it was finished, belongs.
func (f *finished) order() order { return order{f.folded, f.app.Role, f.app.ID} }

func inOrder(x, y *state) int {
	a, b := &x.order, &y.order
	return cmp.Or(cmp.Compare(a.employer, b.employer), cmp.Compare(a.role, b.role), cmp.Compare(a.id, b.id))
}

// shelves keeps the applications of one builder in the order of the book, those that rest apart.
type shelves struct {
	at       time.Time // of the last book
	sorted   []*state
	apps     []*Application // of sorted; in books by now, so that none is put in place of another
	active   []*state
	shelf    *Shelf
	left     bool     // something that lay on the shelf does not any more
	woken    []*state // that something happened to since the last book, and new ones
	replaced []*state // of which the next book says something else
}

// wake has the next book look at an application.
func (s *state) wake() {
	if s.shelves != nil {
		s.shelves.woken = append(s.shelves.woken, s)
	}
}

// awake takes off the shelf what something happened to; all of it if the clock went back.
func (h *shelves) awake(all []*state, now time.Time) {
	if now.Before(h.at) {
		h.woken = all
	}
	for _, s := range h.woken {
		h.take(s)
	}
	h.woken, h.at = nil, now
}

// take takes an application off the shelf.
func (h *shelves) take(s *state) {
	if !s.active {
		s.active = true
		h.active = append(h.active, s)
		h.left = h.left || s.order != order{}
	}
}

// replace notes that the next book says something else of an application.
func (h *shelves) replace(s *state) {
	h.take(s)
	h.replaced = append(h.replaced, s)
}

// list brings the lists up to what was replaced.
func (h *shelves) list() {
	var moved []*state
	again := false
	for _, s := range h.replaced {
		if !s.moving && s.order != s.done.order() {
			s.moving, moved, again = true, append(moved, s), again || s.order != order{}
		}
	}
	if again {
		h.sorted = slices.DeleteFunc(h.sorted, func(s *state) bool { return s.moving })
	}
	for _, s := range moved {
		s.moving, s.order = false, s.done.order()
	}
	switch {
	case again || len(moved) > 8:
		h.sorted = append(h.sorted, moved...)
		slices.SortFunc(h.sorted, inOrder)
		h.apps = make([]*Application, len(h.sorted))
		for i, s := range h.sorted {
			h.apps[i] = s.done.app
		}
	case len(h.replaced) > 0:
		h.apps = slices.Grow(slices.Clone(h.apps), len(moved))
		for _, s := range moved {
			i, _ := slices.BinarySearchFunc(h.sorted, s, inOrder)
			h.sorted, h.apps = slices.Insert(h.sorted, i, s), slices.Insert(h.apps, i, s.done.app)
		}
		for _, s := range h.replaced {
			i, _ := slices.BinarySearchFunc(h.sorted, s, inOrder)
			h.apps[i] = s.done.app
		}
	}
	h.replaced = nil
	slices.SortFunc(h.active, inOrder)
}

// shelve puts on the shelf what rests by now, and gives the book its lists.
func (b *builder) shelve(out *Book) {
	h := b.shelves
	was := len(h.active)
	h.active = slices.DeleteFunc(h.active, func(s *state) bool {
		s.active = !b.rests(s)
		return !s.active
	})
	if h.shelf == nil || h.left || len(h.active) != was {
		n := len(h.sorted) - len(h.active)
		h.shelf, h.left = &Shelf{make([]*Application, 0, n), make(map[string]*Application, n), make(map[string]int, n)}, false
		for i, s := range h.sorted {
			if !s.active {
				a := h.apps[i]
				h.shelf.Applications = append(h.shelf.Applications, a)
				h.shelf.byID[a.ID] = a
				h.shelf.firms[a.Firm]++
			}
		}
	}
	out.Applications, out.shelf = slices.Clip(h.apps), h.shelf
	for _, s := range h.active {
		out.active = append(out.active, s.done.app)
	}
}

// rests reports whether an application belongs on the shelf.
func (b *builder) rests(s *state) bool {
	f := s.done
	if f.stale || !f.until.IsZero() || len(f.back) > 0 || b.now.Sub(s.lastAt()) <= moot {
		return false
	}
	switch f.app.Stage {
	case Offered, Accepted, OnHold:
		return false // they say something of other applications too
	}
	return !slices.ContainsFunc(s.doubts, func(d doubt) bool { return b.now.Sub(d.event.At) <= moot }) &&
		!slices.ContainsFunc(f.app.Drafts, func(d Draft) bool { return !d.State.over() })
}

// over reports whether a draft lies in no folder any more, and will not by itself.
func (s DraftState) over() bool { return s == DraftSent || s == DraftDeleted || s == DraftWithdrawn }
