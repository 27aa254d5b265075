package employer

import (
	"slices"
	"time"
)

// Which events open an application, and when two of them tell of the same one.

// probable finds a mail that was probably the confirmation of the application that e is about: one reading that is not sure, and now a
// second one that is. Alone neither opens the book.
func (b *builder) probable(e *Event) *Event {
	if e.Kind == KindOutreach {
		return nil
	}
	var found *Event
	for _, o := range b.straysSince(e.At.Add(-2 * longApplication)) {
		if o.Kind != KindConfirmation || !o.Uncertain || len(b.byEvent[o.ID]) > 0 || o.Mail == nil || o.Mail.AuthFailed {
			continue
		}
		if r, q := b.memo.role(o.Role), b.memo.role(e.Role); !r.empty() && !q.empty() && r.similar(q) <= roleFar {
			continue
		}
		d := b.memo.senderDomain(o)
		if compareNames(b.memo.name(o.Party.Name), b.memo.name(e.Party.Name)) == same || d != "" && !b.memo.freeMail(d) && !b.system[d] && d == b.memo.senderDomain(e) {
			found = o
		}
	}
	return found
}

// straysSince are the strays from a moment on: they were kept in the order of time.
func (b *builder) straysSince(at time.Time) []*Event {
	n, _ := slices.BinarySearchFunc(b.strays, at, func(e *Event, t time.Time) int { return e.At.Compare(t) })
	return b.strays[n:]
}

// openProbable opens the application by the confirmation that was not sure.
func (b *builder) openProbable(confirmation *Event) *state {
	s := b.open(confirmation, nil)
	b.attach(confirmation, []*state{s})
	return s
}

// opened returns the application that a confirmation or an application of the user's is about: one that is there already, if employer
// and role agree and the time does, else a new one.
func (b *builder) opened(e *Event) *state {
	if th := b.thread(e.Mail); len(th) > 0 {
		if to := pick(e, slices.DeleteFunc(slices.Clone(th), func(s *state) bool { return otherClient(s, e) })); len(to) >= 1 {
			if score, ok := fit(to[0], e); !ok || score >= roleNear {
				return latestOpened(to)
			}
		}
	}
	var firms []*firm
	var perhaps []*firm
	if e.Party.Name != "" {
		firms, perhaps = b.firmsNamed(e.Party.Name)
	}
	if len(firms) == 0 && e.Party.Agency == "" {
		for _, d := range []string{e.Party.Domain, b.memo.senderDomain(e), b.recipientDomain(e)} {
			if firms = b.firmsAt(d); len(firms) > 0 {
				break
			}
		}
	}
	var same []*state
	var f *firm
	for _, x := range firms {
		f = x
		same = append(same, x.apps...)
	}
	if e.Party.Name == "" && e.Party.Agency != "" {
		same = append(same, b.byAgency[FoldName(e.Party.Agency)]...)
	}
	if s := b.duplicate(e, same); s != nil {
		return s
	}
	for _, p := range perhaps {
		if s := b.duplicate(e, p.apps); s != nil {
			if score, ok := fit(s, e); ok && score >= roleNear && !s.hasSource(e) { // one system names an employer in one way
				return s
			}
			b.perhapsOne = append(b.perhapsOne, perhapsOne{e, s})
		}
	}
	s := b.open(e, f)
	b.adoptStrays(e, s)
	return s
}

// otherClient reports whether an agency speaks of another employer than the application's.
func otherClient(s *state, e *Event) bool {
	if s.app.Agency == "" && e.Party.Agency == "" || e.Party.Name == "" || s.app.Employer == s.app.Agency {
		return false
	}
	if s.app.Agency == "" && s.names[s.app.Employer] < spelled {
		return false // nobody named the employer yet: the application went to the agency, which now says for whom
	}
	return compareNames(s.memo.name(e.Party.Name), s.memo.name(s.app.Employer)) == different
}

// recipientDomain is the registrable domain to which the user's own mail went.
func (b *builder) recipientDomain(e *Event) string {
	if e.Mail == nil || !e.Mail.Own || len(e.Mail.To) == 0 {
		return ""
	}
	return b.memo.domain(e.Mail.To[0].Address)
}

// duplicate finds the application of an employer that an opening event tells of once more.
func (b *builder) duplicate(e *Event, among []*state) *state {
	var hits []*state
	top := 0.0
	for _, s := range among {
		age := e.At.Sub(s.openedAt())
		score, ok := fit(s, e)
		unconfirmed := e.Kind == KindConfirmation && s.app.ConfirmedAt.IsZero() && s.app.Stage.Open()
		switch {
		case score == 2:
			score = 3
			if !s.app.Stage.Open() && age > longApplication {
				continue
			}
		case !ok:
			// One of the two names no role.
			score = 0.5
			if unconfirmed && age < longApplication/3*2 {
				score = 0.6
			} else if age > sameApplication/2 || !s.app.Stage.Open() {
				continue
			}
		case score < roleNear:
			continue
		case score < 0.99 && s.hasSource(e) && !(e.Mail != nil && e.Human && e.Source == ""):
			continue // one system names two titles: two applications; a person shortens one
		case !s.app.Stage.Open():
			if age > sameApplication/4 {
				continue // applied again
			}
		case unconfirmed:
			if age > longApplication {
				continue
			}
		case e.Kind != KindConfirmation && age > longApplication/3:
			continue
		case age > longApplication*2:
			continue
		}
		switch {
		case score > top+0.01:
			hits, top = []*state{s}, score
		case score > top-0.01:
			hits = append(hits, s)
		}
	}
	return latestOpened(hits)
}

// hasSource reports whether the application was opened by the same hiring system.
func (s *state) hasSource(e *Event) bool {
	for _, o := range s.events {
		if o.Kind == e.Kind && o.Source == e.Source {
			return true
		}
	}
	return false
}

// latestOpened prefers the newest of several; nil for none.
func latestOpened(among []*state) *state {
	var last *state
	for _, s := range among {
		if last == nil || s.openedAt().After(last.openedAt()) {
			last = s
		}
	}
	return last
}

// adoptStrays brings in what came from the employer shortly before anything was known of the application.
func (b *builder) adoptStrays(e *Event, s *state) {
	for _, o := range b.straysSince(e.At.Add(-longApplication / 3)) {
		if len(b.byEvent[o.ID]) > 0 || o.Kind == KindOutreach || o.Uncertain || o.Mail != nil && o.Mail.AuthFailed {
			continue
		}
		if compareNames(b.memo.name(o.Party.Name), b.memo.name(e.Party.Name)) != same {
			continue
		}
		r, q := b.memo.role(o.Role), b.memo.role(e.Role)
		if !r.empty() && !q.empty() && r.similar(q) < roleNear {
			continue
		}
		b.attach(o, []*state{s})
	}
}
