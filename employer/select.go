package employer

import (
	"cmp"
	"slices"
	"strings"
)

// selected are the events that count, in canonical order, with what the user's commands say about them.
type selected struct {
	events  []*Event
	answers map[string]*Event // question ID → the user's latest answer
	joined  map[string][]string
	alone   map[string]*Event // event ID → the split that takes it out
	dropped map[string]bool   // event IDs that a correction called no job mail
	renamed map[string]string // event ID → employer's name before the correction
	old     []*Event          // superseded readings, undone commands: for the timeline

	original map[string]*Event // the reading that counts where there are several, before corrections
	ids      map[string]*Event // those that count, made when it is asked for
}

// choose drops superseded readings and undone events and applies corrections. Its result depends on the set of events alone.
func choose(events []Event) *selected {
	s := &selected{answers: map[string]*Event{}, joined: map[string][]string{}, alone: map[string]*Event{},
		dropped: map[string]bool{}, renamed: map[string]string{}, original: map[string]*Event{}}
	latest := make(map[string]*Event, len(events))
	for i := range events {
		e := &events[i]
		have, ok := latest[e.ID]
		switch {
		case !ok:
			latest[e.ID] = e
		case supersedes(e, have):
			latest[e.ID] = e
			s.old = append(s.old, have)
		default:
			s.old = append(s.old, e)
		}
	}
	undone := undoneBy(latest)
	s.events = make([]*Event, 0, len(latest))
	for id, e := range latest {
		if undone[id] {
			s.old = append(s.old, e)
			continue
		}
		s.events = append(s.events, e)
	}
	slices.SortFunc(s.events, canonical)
	for _, o := range s.old {
		if e := latest[o.ID]; e != o {
			s.original[o.ID] = e
		}
	}
	s.obey()
	return s
}

// canonical is the order in which events take effect.
func canonical(a, b *Event) int {
	if c := a.At.Compare(b.At); c != 0 {
		return c
	}
	return cmp.Or(cmp.Compare(kindOrder(a.Kind), kindOrder(b.Kind)), cmp.Compare(a.ID, b.ID))
}

// kindOrder settles what comes first at the same second: what the mails say, then what the user says, then what became of drafts.
func kindOrder(k Kind) int {
	if row, ok := rows[k]; ok {
		return row.order
	}
	return 0
}

// supersedes reports whether a replaces b, which has the same ID: by the newer rules, then the later learned, then by content, so
// that the choice never depends on order.
func supersedes(a, b *Event) bool {
	if c := compareVersions(a.Rules, b.Rules); c != 0 {
		return c > 0
	}
	if c := a.Learned.Compare(b.Learned); c != 0 {
		return c > 0
	}
	if c := cmp.Or(a.At.Compare(b.At), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Party.Name, b.Party.Name), cmp.Compare(a.Role, b.Role),
		cmp.Compare(a.Confidence, b.Confidence), cmp.Compare(a.Quote, b.Quote)); c != 0 {
		return c > 0
	}
	return fingerprint(a) > fingerprint(b)
}

// compareVersions compares by runs of digits as numbers: "2026.9" is older than "2026.10".
func compareVersions(a, b string) int {
	for a != "" && b != "" {
		an, arest := digits(a)
		bn, brest := digits(b)
		if an != "" && bn != "" {
			an, bn = strings.TrimLeft(an, "0"), strings.TrimLeft(bn, "0")
			if c := cmp.Or(cmp.Compare(len(an), len(bn)), cmp.Compare(an, bn)); c != 0 {
				return c
			}
			a, b = arest, brest
			continue
		}
		if a[0] != b[0] {
			return cmp.Compare(a[0], b[0])
		}
		a, b = a[1:], b[1:]
	}
	return cmp.Compare(len(a), len(b))
}

// digits splits off the number that a version begins with.
func digits(s string) (number, rest string) {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return s[:n], s[n:]
}

// undoneBy resolves undo events, which may undo each other; of a circle nothing is undone.
func undoneBy(latest map[string]*Event) map[string]bool {
	undos := map[string][]*Event{}
	for _, e := range latest {
		if e.Kind == KindUndo && e.User != nil && e.User.Target != "" {
			undos[e.User.Target] = append(undos[e.User.Target], e)
		}
	}
	undone := map[string]bool{}
	var active func(id string, seen map[string]bool) bool
	active = func(id string, seen map[string]bool) bool {
		if seen[id] {
			return false
		}
		seen[id] = true
		defer delete(seen, id)
		for _, u := range undos[id] {
			if active(u.ID, seen) {
				return false
			}
		}
		return true
	}
	for target := range undos {
		if !active(target, map[string]bool{}) {
			undone[target] = true
		}
	}
	return undone
}

// obey applies the user's corrections to the events, oldest first, so that the latest wins. A target is a message key, which means
// all that was read of that message, or an event's ID.
func (s *selected) obey() {
	var commands []*Event
	for _, e := range s.events {
		if e.User != nil {
			commands = append(commands, e)
		}
	}
	if len(commands) == 0 {
		return
	}
	index := make(map[string]int, len(s.events))
	byKey := map[string][]*Event{}
	for i, e := range s.events {
		index[e.ID] = i
		if e.Mail != nil && e.Mail.Key != "" {
			byKey[e.Mail.Key] = append(byKey[e.Mail.Key], e)
		}
	}
	targets := func(target string) []int {
		var at []int
		if i, ok := index[target]; ok {
			at = append(at, i)
		}
		for _, e := range byKey[target] {
			if i := index[e.ID]; !slices.Contains(at, i) {
				at = append(at, i)
			}
		}
		slices.Sort(at)
		return at
	}
	slices.SortFunc(commands, func(a, b *Event) int { return cmp.Or(a.Learned.Compare(b.Learned), canonical(a, b)) })
	for _, c := range commands {
		u := c.User
		switch {
		case u.Verb == "answer":
			s.answers[u.Target] = c
			s.obeyAnswer(c, targets, index)
		case c.Kind == KindCorrect:
			for _, i := range targets(u.Target) {
				s.events[i] = s.corrected(s.events[i], u)
			}
		case c.Kind == KindMerge:
			s.join(u.Target, u.Other)
		case c.Kind == KindSplit:
			for _, i := range targets(u.Target) {
				s.alone[s.events[i].ID] = c
			}
		}
	}
	slices.SortStableFunc(s.events, canonical)
}

// join notes that two events belong to one application, whichever comes first.
func (s *selected) join(a, b string) {
	if a == "" || b == "" || a == b {
		return
	}
	s.joined[a] = append(s.joined[a], b)
	s.joined[b] = append(s.joined[b], a)
}

// obeyAnswer applies the answer to a question. Its ID is the question's kind and the event's ID.
func (s *selected) obeyAnswer(c *Event, targets func(string) []int, index map[string]int) {
	kind, id, ok := strings.Cut(c.User.Target, ":")
	if !ok {
		return
	}
	verb := ""
	switch kind {
	case "kind", "auth":
		verb = "kind"
	case "which-role", "role":
		verb = "role"
	case "stranger":
		if yes(c.User.Value) {
			verb = "open"
		} else {
			verb = "kind"
		}
	default:
		return
	}
	for _, i := range targets(id) {
		e := s.events[i]
		u := *c.User
		u.Verb = verb
		if verb == "kind" && yes(u.Value) {
			u.Value = string(e.Kind)
		}
		if verb == "role" {
			if _, known := index[u.Value]; known {
				s.join(e.ID, u.Value)
				continue
			}
		}
		s.events[i] = s.corrected(e, &u)
	}
}

// yes reads an answer.
func yes(v string) bool {
	switch strings.ToLower(v) {
	case "yes", "y", "true", "open", "same", "right":
		return true
	}
	return false
}

// corrected returns the event as the user says it is.
func (s *selected) corrected(old *Event, u *UserAct) *Event {
	e := *old
	switch u.Verb {
	case "kind":
		k, ok := kindNamed(u.Value, &e)
		if !ok {
			s.dropped[e.ID] = true
			return &e
		}
		delete(s.dropped, e.ID)
		e.Kind, e.Uncertain, e.Confidence, e.kindByUser = k, false, 1, true
		e.trust()
	case "employer":
		if _, ok := s.renamed[e.ID]; !ok {
			s.renamed[e.ID] = e.Party.Name
		}
		e.Party.Name, e.Party.From = u.Value, "user"
	case "role":
		e.Role = u.Value
		if e.Party.From == "" || e.Party.Name != "" {
			e.roleByUser = true
		}
	case "open":
		e.opens = true
		e.trust()
	case "date":
		d := u.Date
		if e.Interview != nil {
			iv := *e.Interview
			length := iv.End.Sub(iv.Start)
			iv.Start, iv.End = d, time0
			if length > 0 && !old.Interview.End.IsZero() {
				iv.End = d.Add(length)
			}
			e.Interview = &iv
		} else if e.Kind == KindInvite || e.Kind == KindScheduled || e.Kind == KindRescheduled {
			e.Interview = &Interview{Start: d, DateOnly: d.Hour() == 0 && d.Minute() == 0}
			if e.kindByUser {
				e.Kind = KindScheduled // whoever calls a mail an interview, and says when it is, speaks of a fixed time
			}
		} else if !e.Deadline.IsZero() || e.Kind == KindOffer || e.Kind == KindAssessment {
			e.Deadline = d
		} else {
			e.At = d
		}
	}
	return &e
}

// trust lifts a failed authentication: the user vouches for the mail.
func (e *Event) trust() {
	if e.Mail != nil && e.Mail.AuthFailed {
		m := *e.Mail
		m.AuthFailed = false
		e.Mail = &m
	}
}
