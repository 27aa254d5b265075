package employer

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"
)

// Fold turns events into the book as it stands at now. It depends on the set of events alone, not on their order or on how often one
// is given. The book shares memory with the events: neither may be changed afterwards.
func Fold(events []Event, now time.Time) Book {
	b := newBuilder(choose(events), now)
	for _, e := range b.sel.events {
		b.take(e)
	}
	return b.book()
}

// builder folds events, oldest first.
type builder struct {
	sel  *selected
	now  time.Time
	apps []*state

	agencies   []*state             // applications through an agency
	weak       []*firm              // employers with a name that a correction took away
	byKey      map[string]*firm     // folded name in one word
	byFirst    map[string][]*firm   // first word of the name
	byDomain   map[string][]*firm   // the employers' own domains
	byLabel    map[string][]*firm   // what their domains may be called
	byAgency   map[string][]*state  // folded agency names and their domains
	byMsg      map[string][]*state  // message ids
	byUID      map[string]*state    // calendar entries
	byReq      map[string][]*state  // requisition numbers
	byPerson   map[string][]*state  // addresses of contacts
	byEvent    map[string][]*state  // event IDs
	late       map[string][]*Event  // events that wait for the event they are about
	strays     []*Event             // job mail that belongs to no application
	strayMsg   map[string]*Event    // message ids of strays
	hints      map[string]*Question // open questions by ID
	perhapsOne []perhapsOne         // asked about when both applications are placed

	letters        letters
	written        map[string]time.Time // every address that the user has written to
	writtenDomains map[string]bool
	agreed, handed map[string]bool // message ids of mail in whose answer the user agrees to a time, or sends what was asked for
	yes            map[string]bool // message ids of the user's mail that agrees to a time or names some
	system         map[string]bool // domains of hiring systems and boards
	paused         bool
	sent           map[string][]*Event // drafts that went out, by recipient
	memo           *memo

	shown   shown // what the last book is made of
	shelves *shelves
	strayed map[string]bool // event IDs of strays
}

// newBuilder learns first what does not depend on order: the domains of hiring systems, the addresses written to, the letters that went
// out.
func newBuilder(sel *selected, now time.Time) *builder {
	b := &builder{sel: sel, now: now,
		byKey: map[string]*firm{}, byFirst: map[string][]*firm{}, byDomain: map[string][]*firm{}, byLabel: map[string][]*firm{}, byAgency: map[string][]*state{},
		byMsg: map[string][]*state{}, byUID: map[string]*state{}, byReq: map[string][]*state{}, byPerson: map[string][]*state{},
		byEvent: map[string][]*state{}, late: map[string][]*Event{}, strayMsg: map[string]*Event{}, hints: map[string]*Question{},
		letters: letters{byKey: map[string]*Draft{}, byApp: map[string][]*Draft{}},
		written: map[string]time.Time{}, writtenDomains: map[string]bool{}, agreed: map[string]bool{}, handed: map[string]bool{}, yes: map[string]bool{}, system: map[string]bool{}, memo: newMemo(),
		shelves: &shelves{}, strayed: map[string]bool{}}
	b.sent = sentLetters(sel.events)
	for _, own := range []bool{false, true} { // the domains of systems first
		for _, e := range sel.events {
			if e.Mail != nil && e.Mail.Own == own {
				b.foresee(e)
			}
		}
	}
	return b
}

// foresee learns from an event what counts for the events before it too, and reports whether that is new for any of them.
func (b *builder) foresee(e *Event) (news bool) {
	learn := func(known map[string]bool, key string) {
		if key != "" && !known[key] {
			known[key], news = true, true
		}
	}
	switch {
	case e.Mail == nil:
	case !e.Mail.Own:
		if e.Source != "" || e.Board {
			learn(b.system, b.memo.domain(e.Mail.From.Address))
		}
	default:
		for _, to := range e.Mail.To {
			b.wroteTo(to.Address, e.At) // asked for when all is folded
		}
		agrees := e.has("accepts") || e.has("availability")
		if agrees {
			learn(b.yes, e.Mail.MessageID)
		}
		for _, id := range e.Mail.InReplyTo {
			if agrees {
				learn(b.agreed, id)
			}
			if e.has("documents") {
				learn(b.handed, id)
			}
		}
	}
	return news
}

// wroteTo notes that the user has written to an address, and so to its domain.
func (b *builder) wroteTo(address string, at time.Time) {
	a := strings.ToLower(strings.TrimSpace(address))
	if a == "" {
		return
	}
	if at.After(b.written[a]) {
		b.written[a] = at
		b.changed(a)
	}
	if d := b.memo.domain(a); d != "" && !b.writtenDomains[d] && !b.memo.freeMail(d) && !b.system[d] {
		b.writtenDomains[d] = true
		b.changed(d)
	}
}

// take puts one event where it belongs.
func (b *builder) take(e *Event) {
	if b.sel.dropped[e.ID] {
		return
	}
	switch rows[e.Kind].Source {
	case "draft":
		b.takeDraft(e)
	case "user":
		b.takeUser(e)
	case "sent":
		b.takeOwn(e)
	case "mail":
		b.takeMail(e)
	}
}

// takeDraft folds what became of a letter and hands it to the applications that it was about when it was placed.
func (b *builder) takeDraft(e *Event) {
	if e.Draft != nil {
		b.touched(b.letters.byKey[e.Draft.Key])
	}
	d := b.letters.take(e)
	if d == nil {
		return
	}
	b.touched(d)
	if e.Kind == KindDraftSent {
		b.wroteTo(d.To.Address, e.At)
	}
	if e.Draft.App == "" || e.Draft.To.Address == "" {
		full := *e
		act := d.DraftAct
		full.Draft = &act
		e = &full
	}
	b.attachTo(e, e.Draft.about())
}

// takeUser hands a command to the application that its target is in. pause and resume without an employer are for everything.
func (b *builder) takeUser(e *Event) {
	u := e.User
	if u == nil {
		return
	}
	switch {
	case e.Kind == KindLog && u.Target == "" && e.Party.Name == "" && (u.Verb == "pause" || u.Verb == "resume"):
		b.paused = u.Verb == "pause"
	case e.Kind == KindLog && b.isEvent(u.Target):
		b.attachTo(e, []string{u.Target})
	case e.Kind == KindLog:
		b.attach(e, b.placeLog(e))
	case e.Kind == KindCorrect, e.Kind == KindMerge, e.Kind == KindSplit, e.Kind == KindUndo:
		for _, id := range [...]string{u.Target, "mail:" + u.Target} { // an event, or a message by its key
			if b.isEvent(id) {
				b.attachTo(e, []string{id})
			}
		}
	}
}

// isEvent reports whether an event with the ID counts.
func (b *builder) isEvent(id string) bool {
	if id == "" {
		return false
	}
	if b.sel.ids == nil {
		b.sel.ids = make(map[string]*Event, len(b.sel.events))
		for _, e := range b.sel.events {
			b.sel.ids[e.ID] = e
		}
	}
	return b.sel.ids[id] != nil
}

// attachTo adds an event to the applications that hold the events of the given IDs, now or once those are placed.
func (b *builder) attachTo(e *Event, ids []string) {
	var to []*state
	for _, id := range ids {
		if at := b.byEvent[id]; len(at) > 0 {
			to = append(to, at...)
		} else if b.isEvent(id) {
			b.late[id] = append(b.late[id], e)
		}
	}
	b.attach(e, to)
}

// attach adds an event to applications and learns from it how to find them again.
func (b *builder) attach(e *Event, to []*state) {
	to = slices.Clone(to)
	slices.SortFunc(to, func(x, y *state) int { return cmp.Compare(x.app.ID, y.app.ID) })
	to = slices.Compact(to)
	if len(to) == 0 {
		return
	}
	for _, s := range to {
		s.add(e)
		b.index(s, e)
		if !slices.Contains(b.byEvent[e.ID], s) {
			b.byEvent[e.ID] = append(b.byEvent[e.ID], s)
		}
	}
	if b.strayed[e.ID] {
		b.shown.strays, b.shown.shown = nil, 0
	}
	if late := b.late[e.ID]; len(late) > 0 {
		delete(b.late, e.ID)
		for _, l := range late {
			b.attach(l, slices.Clone(to))
		}
	}
}

// fingerprint tells two readings apart that agree in all that is compared before.
func fingerprint(e *Event) string {
	return fmt.Sprintf("%v|%s|%v|%v|%v|%v|%v|%v|%v|%+v|%+v", e.Kind, e.Rules, e.Party, e.Role, e.Req, e.Acts, e.Uncertain, e.Deadline.Unix(), e.Human, deref(e.Mail), deref(e.User))
}

// deref lets absent and empty parts print alike.
func deref[T any](p *T) T {
	var zero T
	if p == nil {
		return zero
	}
	return *p
}
