package employer

import (
	"slices"
	"strings"
)

// Where the user's own mail and commands belong.

// takeOwn places a mail of the user's. One to a person who stands for several applications counts for all, but a withdrawal has to
// name what it withdraws.
func (b *builder) takeOwn(e *Event) {
	e = b.asLetter(e)
	to := b.placeOwn(e)
	if e.Kind == KindWithdrawal && len(to) > 1 {
		b.whichRole(e, to)
		return
	}
	b.attach(e, to)
}

// placeOwn finds the applications that a mail of the user's is about.
func (b *builder) placeOwn(e *Event) []*state {
	if to := b.forced(e); to != nil {
		return to
	}
	if _, ok := b.sel.alone[e.ID]; ok {
		return []*state{b.open(e, nil)}
	}
	if th := b.thread(e.Mail); len(th) > 0 {
		if to := pick(e, th); len(to) > 0 {
			return to
		}
		return th
	}
	if e.Kind == KindApplied {
		return []*state{b.opened(e)}
	}
	if s := b.answered(e); s != nil {
		return []*state{s}
	}
	if e.Mail == nil {
		return nil
	}
	var toPerson []*state
	for _, to := range e.Mail.To {
		if s := b.byPerson[strings.ToLower(to.Address)]; len(s) > 0 {
			toPerson = b.withOpen(e, s)
			break
		}
	}
	if len(toPerson) > 0 && !aboutNone(e, toPerson) {
		return toPerson
	}
	for _, to := range e.Mail.To {
		d := b.memo.domain(to.Address)
		var apps []*state
		for _, f := range b.firmsAt(d) {
			apps = append(apps, f.apps...)
		}
		if d != "" && !b.memo.freeMail(d) && !b.system[d] {
			apps = append(apps, b.byAgency[d]...)
		}
		if len(apps) == 0 {
			continue
		}
		if there := b.withOpen(e, apps); len(toPerson) == 0 || len(there) > 0 && !aboutNone(e, there) {
			return there
		}
	}
	return toPerson
}

// aboutNone reports whether a mail names a role, and that of none of the applications: the person who is written to has not had to do with
// that role so far, but the employer may.
func aboutNone(e *Event, among []*state) bool {
	return !slices.ContainsFunc(among, func(s *state) bool {
		score, ok := fit(s, e)
		return !ok || score >= roleNear
	})
}

// withOpen narrows by role and employer's name; a mail that says neither is about all that is open.
func (b *builder) withOpen(e *Event, among []*state) []*state {
	if named := b.named(e); e.Party.Name != "" {
		var both []*state
		for _, s := range among {
			if slices.Contains(named, s) {
				both = append(both, s)
			}
		}
		if len(both) > 0 {
			among = both
		}
	}
	return slices.Clone(pick(e, slices.Clone(among)))
}

// answered opens an application by the user's answer to a stranger's mail; nil if the mail answers none, or refuses.
func (b *builder) answered(e *Event) *state {
	if e.Mail == nil || e.Kind == KindWithdrawal || e.Kind == KindThanks || e.has("declines") {
		return nil
	}
	var first *Event
	for _, id := range slices.Concat(e.Mail.InReplyTo, e.Mail.References) {
		if st := b.strayMsg[id]; st != nil && opensWhenAnswered(st.Kind) {
			first = st
			break
		}
	}
	if first == nil || len(b.byEvent[first.ID]) > 0 {
		return nil
	}
	s := b.open(first, nil)
	b.attach(first, []*state{s})
	b.adoptThread(s, first)
	return s
}

// opensWhenAnswered lists what a stranger may write that the user's answer makes an application of (POLICY.md rule 12).
func opensWhenAnswered(k Kind) bool {
	switch k {
	case KindInvite, KindScheduled, KindRescheduled, KindOffer, KindOutreach, KindAssessment, KindInfoRequest:
		return true
	}
	return false
}

// adoptThread brings in the other strays of a thread.
func (b *builder) adoptThread(s *state, first *Event) {
	for _, e := range b.strays {
		if len(b.byEvent[e.ID]) > 0 || e.Mail == nil || first.Mail == nil {
			continue
		}
		if slices.Contains(e.Mail.InReplyTo, first.Mail.MessageID) || slices.Contains(e.Mail.References, first.Mail.MessageID) ||
			slices.Contains(first.Mail.References, e.Mail.MessageID) || slices.Contains(first.Mail.InReplyTo, e.Mail.MessageID) {
			b.attach(e, []*state{s})
		}
	}
}

// placeLog finds or opens the application that the user logs something about.
func (b *builder) placeLog(e *Event) []*state {
	if e.Party.Name == "" {
		return nil
	}
	if to := b.forced(e); to != nil { // merged with another one
		return to
	}
	ev := *e
	ev.Party.From = "user"
	if ev.Role != "" {
		ev.roleByUser = true
	}
	named := b.named(e)
	if e.User.Verb == "applied" {
		s := b.duplicate(e, named)
		if s == nil {
			s = b.open(&ev, nil)
			b.adoptStrays(e, s)
		}
		return []*state{s}
	}
	if to := pick(e, named); len(to) == 1 {
		return to
	}
	return []*state{b.open(&ev, nil)}
}
