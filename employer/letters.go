package employer

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// nudges are the kinds of drafts that ask where things stand (POLICY.md rule 10).
var nudges = set("application-followup", "arrived-safely", "status-1", "status-2", "decision-date", "check-in")

// answersTo says which requests of the employer a sent draft answers.
var answersTo = map[string][]string{
	"availability": {"invitation", "question"}, "confirm-reschedule": {"reschedule"}, "offer-next-steps": {"offer"},
	"acknowledge-hold": {"question"},
}

// letters folds what became of our drafts, by the step's key.
type letters struct {
	byKey map[string]*Draft
	order []*Draft
	byApp map[string][]*Draft // event ID → drafts that are, or once were, about the application that holds it
	book  []Draft             // of the last book, nil since something changed
}

// about are events of the applications that a letter is about.
func (d *DraftAct) about() []string {
	if len(d.Apps) > 0 {
		return d.Apps
	}
	return []string{d.App}
}

// byPlacing is the order of letters: as they were placed.
func byPlacing(x, y *Draft) int {
	return cmp.Or(firstTime(x.PlacedAt, x.StateAt).Compare(firstTime(y.PlacedAt, y.StateAt)), cmp.Compare(x.Key, y.Key))
}

// all lists the letters as they stand.
func (l *letters) all() []Draft {
	if l.book == nil {
		slices.SortStableFunc(l.order, byPlacing)
		for _, d := range l.order {
			l.book = append(l.book, *d)
		}
	}
	return slices.Clip(l.book)
}

// of lists the letters about the application that holds some events.
func (l *letters) of(events []*Event) []Draft {
	var found []*Draft
	for _, e := range events {
		for _, d := range l.byApp[e.ID] {
			if slices.Contains(d.about(), e.ID) && !slices.Contains(found, d) {
				found = append(found, d)
			}
		}
	}
	slices.SortFunc(found, byPlacing)
	var out []Draft
	for _, d := range found {
		out = append(out, *d)
	}
	return out
}

var draftStates = map[Kind]DraftState{
	KindDraftIntended: DraftIntended, KindDraftPlaced: DraftUntouched, KindDraftEdited: DraftEdited, KindDraftGone: DraftGone,
	KindDraftSent: DraftSent, KindDraftDeleted: DraftDeleted, KindDraftWithdrawn: DraftWithdrawn, KindDraftReported: DraftReported,
	KindDraftRestored: DraftRestored, KindDraftFailed: DraftRefused,
}

// take folds one event. Sent is final; a draft taken back by the user's restore may be placed again.
func (l *letters) take(e *Event) *Draft {
	act := e.Draft
	if act == nil || act.Key == "" {
		return nil
	}
	d := l.byKey[act.Key]
	if d == nil {
		d = &Draft{}
		l.byKey[act.Key] = d
		l.order = append(l.order, d)
	}
	l.book = nil
	inTrash := d.State == DraftDeleted && !d.Doubt // it was there, whether or not this book saw it come
	d.DraftAct = mergeActs(d.DraftAct, *act)
	for _, id := range d.about() {
		if !slices.Contains(l.byApp[id], d) {
			l.byApp[id] = append(l.byApp[id], d)
		}
	}
	state, ok := draftStates[e.Kind]
	if !ok || d.State == DraftSent {
		return d
	}
	switch e.Kind {
	case KindDraftIntended:
		d.Unconfirmed, d.Hash = true, ""
	case KindDraftPlaced:
		d.Unconfirmed, d.PlacedAt = false, e.At
	case KindDraftRestored:
		if inTrash || !d.Unconfirmed && !d.PlacedAt.IsZero() && d.State != DraftRestored {
			d.Again++
		}
	}
	d.State, d.StateAt = state, e.At
	return d
}

// mergeActs fills what a later event leaves out from what was known before.
func mergeActs(old, act DraftAct) DraftAct {
	for _, p := range [...]struct{ to, from *string }{{&act.Kind, &old.Kind}, {&act.Account, &old.Account}, {&act.MessageID, &old.MessageID}, {&act.App, &old.App}, {&act.To.Address, &old.To.Address},
		{&act.To.Name, &old.To.Name}, {&act.Subject, &old.Subject}, {&act.InReplyTo, &old.InReplyTo}, {&act.Language, &old.Language}, {&act.Cause, &old.Cause},
		{&act.Folder, &old.Folder}, {&act.Hash, &old.Hash}, {&act.Reason, &old.Reason}} {
		if *p.to == "" {
			*p.to = *p.from
		}
	}
	if len(act.Apps) == 0 {
		act.Apps = old.Apps
	}
	if len(act.Thread) == 0 {
		act.Thread = old.Thread
	}
	if act.UID == 0 {
		act.UID, act.UIDValid = old.UID, old.UIDValid
	}
	if act.Variant == 0 {
		act.Variant = old.Variant
	}
	if act.DueAt.IsZero() {
		act.DueAt = old.DueAt
	}
	return act
}

// drafted is the effect of a draft's event on an application: one that was sent is the user's own mail.
func drafted(s *state, e *Event) {
	d := e.Draft
	if d == nil || e.Kind != KindDraftSent {
		return
	}
	for i := range s.app.Outbound {
		o := &s.app.Outbound[i]
		if o.DraftKey == d.Key {
			return
		}
		if o.DraftKey == "" && o.Mail != nil && isLetter(d, o.Mail, e.At) {
			o.DraftKey, o.DraftKind, o.Nudge = d.Key, d.Kind, nudges[d.Kind]
			s.letterSent(d, o.At)
			return
		}
	}
	t := Touch{At: e.At, Event: e.ID, Kind: string(e.Kind), Who: d.To, Human: true, Nudge: nudges[d.Kind], DraftKey: d.Key, DraftKind: d.Kind}
	s.app.Outbound = append(s.app.Outbound, t)
	s.letterSent(d, e.At)
}

// letterSent lets a letter answer what its kind answers.
func (s *state) letterSent(d *DraftAct, at time.Time) {
	if c := s.known(d.To.Address); c != nil {
		c.UserWrote = true
	}
	s.settleRequests(at, answersTo[d.Kind]...)
	if d.Kind == "confirm-reschedule" {
		if r := s.nextRound(at); r != nil {
			r.Confirmed = true
		}
	}
	if d.Kind == "withdrawal" {
		s.withdraw(at, "mail")
	}
}

// isLetter reports whether an own mail is the letter d that went out: by Message-ID, else by what survives in every client
// (MAIL.md section 2): the mail that is answered and the recipient, else recipient and subject, within two days of the sighting.
func isLetter(d *DraftAct, m *Mail, at time.Time) bool {
	if d.MessageID != "" && m.MessageID == d.MessageID {
		return true
	}
	if !slices.ContainsFunc(m.To, func(a Address) bool { return strings.EqualFold(a.Address, d.To.Address) }) || at.Sub(m.Sent).Abs() > 48*time.Hour {
		return false
	}
	if d.InReplyTo != "" && (slices.Contains(m.InReplyTo, d.InReplyTo) || slices.Contains(m.References, d.InReplyTo)) {
		return true
	}
	return len(m.InReplyTo) == 0 && reSubject(m.Subject) == reSubject(d.Subject)
}

// sentLetters lists the drafts that went out, with all that is known of them, by recipient.
func sentLetters(events []*Event) map[string][]*Event {
	known := map[string]DraftAct{}
	sent := map[string][]*Event{}
	for _, e := range events {
		if e.Draft == nil || e.Draft.Key == "" {
			continue
		}
		act := mergeActs(known[e.Draft.Key], *e.Draft)
		known[act.Key] = act
		if e.Kind == KindDraftSent {
			full := *e
			full.Draft = &act
			to := strings.ToLower(act.To.Address)
			sent[to] = append(sent[to], &full)
		}
	}
	return sent
}

// asLetter marks an own mail that is a draft of ours.
func (b *builder) asLetter(e *Event) *Event {
	if e.Mail == nil || len(b.sent) == 0 {
		return e
	}
	for _, to := range e.Mail.To {
		for _, d := range b.sent[strings.ToLower(to.Address)] {
			if isLetter(d.Draft, e.Mail, d.At) {
				marked := *e
				marked.letter = d.Draft
				return &marked
			}
		}
	}
	return e
}

// sentAs reports whether a touch that a sent draft made is the own mail m.
func (s *state) sentAs(o *Touch, m *Mail, at time.Time) bool {
	for _, e := range s.events {
		if e.Kind == KindDraftSent && e.Draft != nil && e.Draft.Key == o.DraftKey {
			return isLetter(e.Draft, m, e.At)
		}
	}
	return false
}

// draftOf returns the letter of ours whose Message-ID an own mail bears, nil if none.
func (s *state) draftOf(e *Event) *DraftAct {
	if e.Mail == nil || e.Mail.MessageID == "" {
		return nil
	}
	for _, x := range s.events {
		if x.Draft != nil && x.Draft.MessageID == e.Mail.MessageID {
			return x.Draft
		}
	}
	return nil
}
