package employer

import (
	"slices"
	"strings"
	"time"
)

// said is what the user said by command, in words for a timeline.
func said(e *Event) string {
	u := e.User
	var more []string
	add := func(name, value string) {
		if value != "" {
			more = append(more, strings.TrimSpace(name+" "+value))
		}
	}
	date := func(t time.Time) string {
		if t.IsZero() {
			return ""
		}
		if h, m, _ := t.Clock(); h+m != 0 {
			return t.Format("2 Jan 2006 15:04")
		}
		return t.Format("2 Jan 2006")
	}
	text := rows[e.Kind].Heading
	switch e.Kind {
	case KindLog:
		text += ": " + u.Verb
		add("", u.Outcome)
		add("", u.Warmth)
		if u.Signed {
			add("", "signed")
		}
		add("about", date(u.Date))
	case KindCorrect:
		switch u.Verb {
		case "answer":
			text = "You answered a question: " + u.Value
		case "date":
			text += " the date: " + date(u.Date)
		default:
			text += " the " + u.Verb + ": " + u.Value
		}
	case KindSplit:
		add("as", u.Value)
	}
	if len(more) > 0 {
		text += " (" + strings.Join(more, ", ") + ")"
	}
	return text
}

// takenBack is what the user said and took back, by application, so that a timeline is the whole story.
func (b *builder) takenBack() map[*state][]Entry {
	h := &b.shown
	if h.undone == nil {
		h.undone = map[string]*Event{}
		for _, e := range b.sel.old {
			if e.User != nil && !b.isEvent(e.ID) && h.undone[e.ID] == nil {
				h.undone[e.ID] = e
				h.taken = append(h.taken, e)
			}
		}
		slices.SortFunc(h.taken, canonical)
		for _, e := range b.sel.events {
			if e.Kind == KindUndo && e.User != nil && h.undone[e.User.Target] != nil {
				h.undos = append(h.undos, e)
			}
		}
	}
	back := map[*state][]Entry{}
	for _, e := range h.taken {
		for _, s := range b.heldBy(e, h.undone, map[string]bool{}) {
			entry := entryOf(e, said(e)+", taken back")
			entry.Superseded = true
			back[s] = append(back[s], entry)
		}
	}
	for _, e := range h.undos {
		for _, s := range b.heldBy(h.undone[e.User.Target], h.undone, map[string]bool{}) {
			back[s] = append(back[s], entryOf(e, said(e)))
		}
	}
	return back
}

// sameEntry compares two lines about what was taken back.
func sameEntry(x, y Entry) bool { return x.Event == y.Event && x.Text == y.Text }

// heldBy returns the applications that a command was about: those that hold its target, or the target of what it took back, or else
// those that it would belong to by name.
func (b *builder) heldBy(e *Event, old map[string]*Event, seen map[string]bool) []*state {
	if seen[e.ID] {
		return nil
	}
	seen[e.ID] = true
	for _, id := range []string{e.User.Target, e.User.Other} {
		if at := b.byEvent[id]; len(at) > 0 {
			return at
		}
		if o := old[id]; o != nil {
			return b.heldBy(o, old, seen)
		}
	}
	if e.Party.Name == "" {
		return nil
	}
	return slices.Clone(pick(e, slices.Clone(b.named(e))))
}
