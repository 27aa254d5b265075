package employer

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"
)

// moot is how long a question is asked; nothing is drafted for what is older (POLICY.md rule 13).
const moot = 60 * 24 * time.Hour

// questionID stays the same as long as its event does; the answer names it.
func questionID(kind string, e *Event) string { return kind + ":" + e.ID }

// raise asks a question about an event. One about an invitation, an offer or a rejection cannot wait (POLICY.md rule 8).
func (b *builder) raise(q Question, e *Event) {
	asked := asked(q, e)
	b.hints[asked.ID] = asked
}

// asked completes a question about an event.
func asked(q Question, e *Event) *Question {
	q.ID, q.Event, q.At, q.Mail = questionID(q.Kind, e), e.ID, e.At, e.Mail
	switch e.Kind {
	case KindInvite, KindScheduled, KindRescheduled, KindOffer, KindRejection:
		q.Urgent = true
	}
	if len(q.Apps) == 1 {
		q.App = q.Apps[0]
	}
	return &q
}

// ids lists applications in a stable order.
func ids(states []*state) []string {
	var out []string
	for _, s := range states {
		out = append(out, s.app.ID)
	}
	slices.Sort(out)
	return out
}

// target is how a command names the event: by its message where it has one.
func target(e *Event) string {
	if e.Mail != nil && e.Mail.Key != "" {
		return e.Mail.Key
	}
	return e.ID
}

// ShellWord quotes a word for a command line: what a mail says never becomes more than one word of it, and never a flag. One that begins
// with "-" gets a space before it, which the commands leave away.
func ShellWord(s string) string {
	if strings.HasPrefix(s, "-") {
		s = " " + s
	}
	plain := func(r rune) bool {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("@.-_+:/", r)
	}
	if s != "" && strings.IndexFunc(s, func(r rune) bool { return !plain(r) }) < 0 {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}

// subject names a mail in a sentence.
func subject(e *Event) string {
	if e.Mail != nil && e.Mail.Subject != "" {
		return fmt.Sprintf("the mail %q", e.Mail.Subject)
	}
	return "a mail"
}

// doubt turns a reading that is not sure, or a mail whose authentication failed, into a question. It moves nothing, and what it may be
// about waits.
func (b *builder) doubt(e *Event) {
	if _, answered := b.sel.answers[questionID("kind", e)]; answered {
		return
	}
	to := b.existing(e)
	if e.Kind == KindConfirmation && e.Mail != nil && !e.Mail.AuthFailed && len(to) == 0 && e.Confidence >= 0.5 {
		if o := b.probable(e); o != nil && o.Confidence >= 0.5 && o.Mail.From.Address != e.Mail.From.Address {
			b.attach(e, []*state{b.openProbable(o)})
			return
		}
	}
	if e.Uncertain && len(to) == 0 && b.idle(e) {
		b.keepStray(e)
		return
	}
	q := Question{Kind: "kind", Apps: ids(to), Guess: string(e.Kind),
		Text:    fmt.Sprintf("Is %s of %s: %s?", subject(e), orUnknown(e.Party.Name), rows[e.Kind].Heading),
		Command: fmt.Sprintf("heardback correct %s --kind %s", ShellWord(target(e)), e.Kind)}
	if !e.Uncertain {
		q.Kind = "auth"
		q.Text = fmt.Sprintf("%s claims to come from %s, but its authentication failed. Is it genuine?", subject(e), orUnknown(e.Party.Name))
	}
	b.raise(q, e)
	if len(to) == 0 {
		b.keepStray(e)
	}
	if e.Kind == KindOutreach {
		return
	}
	for _, s := range to {
		if e.Kind == KindConfirmation && e.At.Sub(s.openedAt()) < 48*time.Hour {
			continue // most likely one confirmation more
		}
		s.doubt(e, q.Text)
	}
}

// idle reports whether a mail that belongs to no application would move nothing even if it were read right: bad news of somebody who seems
// to be no employer.
func (b *builder) idle(e *Event) bool {
	switch e.Kind {
	case KindRejection, KindFilled, KindHold, KindCancelled, KindMissed:
		return b.probable(e) == nil && !b.fromEmployer(e)
	}
	return false
}

// doubt is a question that keeps an application from being drafted for, until it is settled or the employer writes anew.
type doubt struct {
	event *Event
	text  string
}

// doubt keeps an application from being drafted for.
func (s *state) doubt(e *Event, text string) {
	s.doubts = append(s.doubts, doubt{e, text})
	s.wake()
}

// keepStray keeps a mail that belongs to no application, or not yet.
func (b *builder) keepStray(e *Event) {
	b.strays = append(b.strays, e)
	b.strayed[e.ID] = true
}

// orUnknown names an employer in a sentence.
func orUnknown(name string) string {
	if name == "" {
		return "an unknown employer"
	}
	return name
}

// whichRole asks which of several open applications a mail means, and suspends them all (POLICY.md rule 9).
func (b *builder) whichRole(e *Event, among []*state) {
	text := fmt.Sprintf("%s from %s names no role that tells which of %d applications it means.", rows[e.Kind].Heading, strings.Join(employersOf(among), " or "), len(among))
	b.raise(Question{Kind: "which-role", Apps: ids(among), Text: text, Guess: string(e.Kind),
		Command: fmt.Sprintf("heardback correct %s --role ROLE", ShellWord(target(e)))}, e)
	b.keepStray(e)
	for _, s := range among {
		s.doubt(e, text)
	}
}

// employersOf names the employers of some applications in a sentence, sorted.
func employersOf(among []*state) (names []string) {
	for _, s := range among {
		if n := orUnknown(s.app.Employer); !slices.ContainsFunc(names, func(have string) bool { return FoldName(have) == FoldName(n) }) {
			names = append(names, n)
		}
	}
	slices.Sort(names)
	return names
}

// whichEmployer asks whether a mail that names an employer in another way means one of some applications, and suspends them.
func (b *builder) whichEmployer(e *Event, among []*state) {
	names := employersOf(among)
	text := fmt.Sprintf("%s from %s: is that your application at %s?", rows[e.Kind].Heading, e.Party.Name, strings.Join(names, " or "))
	name := "EMPLOYER"
	if len(names) == 1 {
		name = ShellWord(names[0])
	}
	b.raise(Question{Kind: "which-employer", Apps: ids(among), Text: text, Guess: e.Party.Name,
		Otherwise: fmt.Sprintf("heardback correct %s --employer %s", ShellWord(target(e)), ShellWord(e.Party.Name)),
		Command:   fmt.Sprintf("heardback correct %s --employer %s", ShellWord(target(e)), name)}, e)
	b.keepStray(e)
	for _, s := range among {
		s.doubt(e, text)
	}
}

// otherRole asks whether a mail that names another role means the only application that is known.
func (b *builder) otherRole(e *Event, s *state) {
	text := fmt.Sprintf("%s from %s is about %q; the book knows %q.", rows[e.Kind].Heading, orUnknown(s.app.Employer), e.Role, s.app.Role)
	b.raise(Question{Kind: "role", Apps: []string{s.app.ID}, Text: text, Guess: s.app.Role,
		Command: fmt.Sprintf("heardback correct %s --role %s", ShellWord(target(e)), ShellWord(s.app.Role))}, e)
	b.keepStray(e)
	s.doubt(e, text)
}

// stray keeps job mail that belongs to no application; an invitation or an offer of a stranger becomes a question (POLICY.md rule 12).
func (b *builder) stray(e *Event) {
	b.keepStray(e)
	if e.Mail != nil && e.Mail.MessageID != "" {
		b.strayMsg[e.Mail.MessageID] = e
	}
	switch e.Kind {
	case KindInvite, KindScheduled, KindRescheduled, KindOffer, KindAssessment, KindInfoRequest:
	default:
		return
	}
	b.raise(Question{Kind: "stranger", Guess: string(e.Kind),
		Text:    fmt.Sprintf("%s: %s wrote, but no application there is known. Did you apply?", rows[e.Kind].Heading, orUnknown(e.Party.Name)),
		Command: "heardback log " + ShellWord(cmp.Or(e.Party.Name, "EMPLOYER")) + " applied"}, e)
}

// perhapsOne is an event that opened an application, and another one with an employer who may be the same.
type perhapsOne struct {
	event *Event
	app   *state
}

// perhapsSame asks whether two names mean one employer; nil if there is nothing to ask.
func (b *builder) perhapsSame(e *Event, s *state) *Question {
	mine := b.byEvent[e.ID]
	if b.now.Sub(e.At) > moot || len(mine) == 0 || mine[0] == s || b.sel.answers[questionID("employer", e)] != nil {
		return nil
	}
	return asked(Question{Kind: "employer", Apps: ids([]*state{s, mine[0]}), Guess: "no", Otherwise: "heardback correct split " + ShellWord(target(e)),
		Text:    fmt.Sprintf("Are %s and %s one employer, and one application?", mine[0].app.Employer, s.app.Employer),
		Command: "heardback correct merge " + ShellWord(s.app.Employer) + " " + ShellWord(mine[0].app.Employer)}, e)
}

// questions hands the open questions to the book and suspends what they are about.
func (b *builder) questions(out *Book) {
	late := map[string]*Question{} // known only when all is folded
	for _, s := range b.shelves.active {
		for _, q := range s.done.raised {
			late[q.ID] = q
		}
		if len(s.doubts) > 0 {
			why := ""
			for _, d := range s.doubts {
				if !b.settled(s, d.event) {
					why = d.text
				}
			}
			if a := s.done.app; a.Suspended != why || a.Ambiguous != why {
				s.done.change(func(a *Application) { a.Suspended, a.Ambiguous = why, why })
				b.shelves.replace(s)
			}
		}
	}
	for _, o := range b.perhapsOne {
		if q := b.perhapsSame(o.event, o.app); q != nil {
			late[q.ID] = q
		}
	}
	for _, some := range [...]map[string]*Question{b.hints, late} {
		for _, q := range some {
			if b.now.Sub(q.At) > moot {
				continue
			}
			if e := b.eventOf(q.Event); e != nil && b.waits(q, e) {
				out.Questions = append(out.Questions, b.asNow(*q))
			}
		}
	}
	slices.SortFunc(out.Questions, func(x, y Question) int { return cmp.Or(x.At.Compare(y.At), cmp.Compare(x.ID, y.ID)) })
}

// waits reports whether a question about an event still waits for the user's answer.
func (b *builder) waits(q *Question, e *Event) bool {
	if q.Kind == "employer" || q.Kind == "address" {
		return true
	}
	return len(b.byEvent[e.ID]) == 0 && !(len(q.Apps) > 0 && b.settledAll(q.Apps, e))
}

// asNow names the applications that a question is about as they stand.
func (b *builder) asNow(q Question) Question {
	var now []*state
	for _, id := range q.Apps {
		now = append(now, b.byEvent[id]...)
	}
	q.Apps, q.App = slices.Compact(ids(now)), ""
	if len(q.Apps) == 1 {
		q.App = q.Apps[0]
	}
	return q
}

// eventOf finds an event that counts by its ID.
func (b *builder) eventOf(id string) *Event {
	if !b.isEvent(id) {
		return nil
	}
	return b.sel.ids[id]
}

// settledAll reports whether nothing waits for the answer any more: the user closed one of the applications after the mail, or all
// have moved on.
func (b *builder) settledAll(apps []string, e *Event) bool {
	all := true
	for _, id := range apps {
		for _, s := range b.byEvent[id] {
			all = all && b.settled(s, e)
		}
	}
	return all
}

// settled reports whether the doubt about e no longer holds an application back: it is closed, the employer has written about it
// since, the user has closed one of those that were meant, or it is too long ago.
func (b *builder) settled(s *state, e *Event) bool {
	if b.now.Sub(e.At) > moot || !s.app.Stage.Open() || len(b.byEvent[e.ID]) > 0 {
		return true
	}
	for i := len(s.app.Inbound) - 1; i >= 0; i-- {
		if t := s.app.Inbound[i]; t.At.After(e.At) && !t.Ack && (t.Human || t.Kind != string(KindConfirmation)) {
			return true
		}
	}
	q := cmp.Or(b.hints[questionID("which-role", e)], b.hints[questionID("which-employer", e)])
	if q == nil {
		return false
	}
	for _, id := range q.Apps {
		for _, o := range b.byEvent[id] {
			if !o.app.Stage.Open() && o.app.StageSince.After(e.At) {
				return true
			}
		}
	}
	return false
}
