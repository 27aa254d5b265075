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

// takenBack adds to the applications what the user said and took back, so that a timeline is the whole story.
func (b *builder) takenBack() {
	byID := map[string]*Event{}
	var undone []*Event
	for _, e := range b.sel.old {
		if e.User != nil && !b.isEvent(e.ID) && byID[e.ID] == nil {
			byID[e.ID] = e
			undone = append(undone, e)
		}
	}
	slices.SortFunc(undone, canonical)
	for _, e := range undone {
		for _, s := range b.heldBy(e, byID, map[string]bool{}) {
			entry := entryOf(e, said(e)+", taken back")
			entry.Superseded = true
			s.app.Timeline = append(s.app.Timeline, entry)
		}
	}
	for _, e := range b.sel.events {
		if e.Kind != KindUndo || e.User == nil || byID[e.User.Target] == nil {
			continue
		}
		for _, s := range b.heldBy(byID[e.User.Target], byID, map[string]bool{}) {
			s.app.Timeline = append(s.app.Timeline, entryOf(e, said(e)))
		}
	}
}

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
