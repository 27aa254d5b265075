package employer

import (
	"slices"
	"strings"
)

// How an event finds its application. Strong evidence first: the user's word, the thread, the calendar entry, the requisition; then
// the employer by name or domain, and of its applications the one with the role; then the person.

// takeMail places a mail of the employer's.
func (b *builder) takeMail(e *Event) {
	if e.Kind == KindNotice {
		b.attach(e, b.existing(e))
		return
	}
	if to := b.forced(e); to != nil {
		if e.Party.Name != "" && e.Party.Agency == "" {
			b.nameFirm(to[0].firm, e.Party.Name) // the user said that it is one employer
		}
		b.attach(e, to)
		return
	}
	if split, ok := b.sel.alone[e.ID]; ok {
		s := b.open(e, nil)
		if v := split.User.Value; v != "" {
			ev := *e
			ev.Role, ev.roleByUser = v, true
			e = &ev
		}
		b.attach(e, []*state{s})
		return
	}
	e = b.mended(e)
	if e.Uncertain || e.Mail != nil && e.Mail.AuthFailed {
		b.doubt(e)
		return
	}
	switch e.Kind {
	case KindConfirmation:
		if both := b.bothRoles(e); len(both) > 0 {
			b.attach(e, both)
			return
		}
		b.attach(e, []*state{b.opened(e)})
	case KindBounce, KindOutOfOffice:
		b.attach(e, b.existing(e))
	default:
		b.takeNews(e)
	}
}

// takeNews places a mail that moves an application but opens none.
func (b *builder) takeNews(e *Event) {
	to := b.existing(e)
	if both := b.bothRoles(e); len(both) > 0 {
		b.attach(e, both)
		return
	}
	switch {
	case len(to) == 1 && b.otherName(e, to[0]):
		b.whichEmployer(e, to)
	case len(to) == 1:
		if score, ok := fit(to[0], e); ok && score < roleFar && !b.inThread(e, to[0]) {
			b.otherRole(e, to[0])
			return
		}
		b.attach(e, to)
	case len(to) > 1:
		switch e.Kind {
		case KindContact, KindOutreach:
			b.attach(e, to)
		default:
			b.whichRole(e, to)
		}
	case e.opens:
		b.attach(e, []*state{b.open(e, nil)})
	case b.probable(e) != nil:
		b.attach(e, []*state{b.openProbable(b.probable(e))})
	case (e.Kind == KindRejection || e.Kind == KindFilled) && len(b.perhaps(e)) > 0:
		b.whichEmployer(e, b.perhaps(e))
	case (e.Kind == KindRejection || e.Kind == KindFilled) && b.fromEmployer(e):
		// The user must have applied, though no mail says so: the numbers should.
		b.attach(e, []*state{b.open(e, nil)})
	default:
		b.stray(e)
	}
}

// fromEmployer reports whether a mail that names an employer seems to come from there: through a hiring system, about a role, or from a
// domain of that name. A friend who writes how it went does not.
func (b *builder) fromEmployer(e *Event) bool {
	return e.Party.Name != "" && (e.Source != "" || e.Role != "" || !e.Human || b.memo.labelled(b.memo.senderDomain(e), e.Party.Name))
}

// inThread reports whether thread or calendar entry tie a mail to an application, so that another title does not matter.
func (b *builder) inThread(e *Event, s *state) bool {
	return slices.Contains(b.thread(e.Mail), s) || e.Interview != nil && e.Interview.UID != "" && b.byUID[e.Interview.UID] == s
}

// existing finds the applications that a mail of the employer's is about.
func (b *builder) existing(e *Event) []*state {
	if e.Kind == KindBounce {
		return b.bouncedFrom(e)
	}
	if iv := e.Interview; iv != nil && iv.UID != "" {
		if s := b.byUID[iv.UID]; s != nil {
			return []*state{s}
		}
	}
	named := b.named(e)
	if s := b.sameTalk(e); s != nil && len(named) == 0 {
		return []*state{s}
	}
	if th := b.thread(e.Mail); len(th) > 0 {
		return b.inThreadOf(e, th, named)
	}
	if k := b.memo.reqKey(e.Req); k != "" {
		var hit []*state
		for _, s := range b.byReq[k] {
			if len(named) == 0 || slices.Contains(named, s) {
				hit = append(hit, s)
			}
		}
		if len(hit) > 0 && (len(named) > 0 || e.Party.Name == "") {
			return pick(e, hit)
		}
	}
	if len(named) > 0 {
		return pick(e, b.byWriter(e, named))
	}
	return pick(e, b.byPeople(e))
}

// inThreadOf chooses within a thread. The thread is better evidence than a name read off the text, unless an agency writes, which puts
// several employers into one thread, or the user named the employer.
func (b *builder) inThreadOf(e *Event, thread, named []*state) []*state {
	var both []*state
	for _, s := range thread {
		if slices.Contains(named, s) {
			both = append(both, s)
		}
	}
	if len(both) > 0 {
		to := pick(e, both)
		if len(to) == 1 {
			if score, ok := fit(to[0], e); ok && score < roleNear {
				if other := pick(e, named); len(other) == 1 {
					if o, ok := fit(other[0], e); ok && o >= roleNear {
						return other
					}
				}
			}
		}
		return to
	}
	agency := e.Party.Agency != "" || slices.ContainsFunc(thread, func(s *state) bool { return s.app.Agency != "" })
	if len(named) > 0 && (agency || e.Party.From == "user") {
		return pick(e, named)
	}
	if agency && e.Party.Name != "" && !b.isAgencyName(e.Party.Name, thread) {
		// A client that the agency has not named before; one still without a name takes it.
		var unnamed []*state
		for _, s := range thread {
			if s.app.Employer == "" || s.app.Employer == s.app.Agency {
				unnamed = append(unnamed, s)
			}
		}
		return pick(e, unnamed)
	}
	return pick(e, thread)
}

// isAgencyName reports whether a name is that of the agency behind one of the applications.
func (b *builder) isAgencyName(name string, among []*state) bool {
	for _, s := range among {
		if s.app.Agency != "" && FoldName(name) == FoldName(s.app.Agency) {
			return true
		}
	}
	return false
}

// named returns the applications of the employer that the event names, or whose domain it comes from.
func (b *builder) named(e *Event) []*state {
	var firms []*firm
	if e.Party.Name != "" {
		sure, perhaps := b.firmsNamed(e.Party.Name)
		firms = sure
		if len(firms) == 0 && e.Party.Agency == "" {
			firms = b.firmsAt(e.Party.Domain)
			if len(firms) == 0 {
				firms = b.firmsAt(b.memo.senderDomain(e))
			}
		}
		if len(firms) == 0 && len(perhaps) == 1 && e.Party.From != "user" {
			firms = perhaps
		}
		if len(firms) == 0 {
			// A name that one mail guessed, or that an agency gave to an application that had none.
			for _, f := range b.weak {
				if slices.ContainsFunc(f.weak, func(n []string) bool { return compareNames(n, b.memo.name(e.Party.Name)) == same }) {
					firms = append(firms, f)
				}
			}
			for _, s := range b.agencies {
				if b.memo.folded(s.app.Employer) == b.memo.folded(e.Party.Name) {
					firms = append(firms, s.firm)
				}
			}
		}
	} else {
		firms = b.firmsAt(e.Party.Domain)
		if len(firms) == 0 {
			firms = b.firmsAt(b.memo.senderDomain(e))
		}
	}
	var apps []*state
	for _, f := range firms {
		for _, s := range f.apps {
			if !slices.Contains(apps, s) {
				apps = append(apps, s)
			}
		}
	}
	return apps
}

// byWriter narrows several applications to those that the person who wrote has to do with. What closes or stops an application
// needs better evidence (POLICY.md rule 9).
func (b *builder) byWriter(e *Event, among []*state) []*state {
	if len(among) < 2 || e.Mail == nil || !e.Human || e.Kind == KindRejection || e.Kind == KindFilled || e.Kind == KindHold {
		return among
	}
	if e.Role != "" || b.memo.reqKey(e.Req) != "" {
		return among
	}
	var with []*state
	for _, s := range b.byPerson[strings.ToLower(e.Mail.From.Address)] {
		if slices.Contains(among, s) {
			with = append(with, s)
		}
	}
	open := func(s *state) bool { return s.app.Stage.Open() }
	if len(with) == 0 || slices.ContainsFunc(among, open) && !slices.ContainsFunc(with, open) {
		return among
	}
	return with
}

// byPeople finds applications by the writer's address, by the people of a talk, or by the agency.
func (b *builder) byPeople(e *Event) []*state {
	people := b.withPeople(e)
	if len(people) == 0 {
		people = b.resembles(e)
	}
	if e.Party.Name != "" && !b.knownAgency(e.Party.Name) {
		if e.Party.Agency != "" || !b.misnamed(e) || slices.ContainsFunc(people, func(s *state) bool { return s.app.Agency != "" }) {
			return nil // it names an employer that is not in the book
		}
		return people
	}
	if len(people) > 0 {
		return people
	}
	if e.Party.Agency != "" {
		if s := b.byAgency[FoldName(e.Party.Agency)]; len(s) > 0 {
			return s
		}
	}
	if d := b.memo.senderDomain(e); d != "" && !b.memo.freeMail(d) && !b.system[d] {
		return b.byAgency[d]
	}
	return nil
}

// knownAgency reports whether an agency of that name acts for an application in the book.
func (b *builder) knownAgency(name string) bool { return len(b.byAgency[FoldName(name)]) > 0 }

// bouncedFrom finds the applications whose mail came back.
func (b *builder) bouncedFrom(e *Event) []*state {
	if e.Mail == nil {
		return nil
	}
	if s := b.byMsg[e.Mail.Original]; e.Mail.Original != "" && len(s) > 0 {
		return s
	}
	return b.byPerson[strings.ToLower(e.Mail.Bounced)]
}
