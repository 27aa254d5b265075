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
	if e.Uncertain || e.Mail != nil && e.Mail.AuthFailed {
		b.doubt(e)
		return
	}
	switch e.Kind {
	case KindConfirmation:
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
	switch {
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
	case (e.Kind == KindRejection || e.Kind == KindFilled) && e.Party.Name != "":
		// The user must have applied, though no mail says so: the numbers should.
		b.attach(e, []*state{b.open(e, nil)})
	default:
		b.stray(e)
	}
}

// probable finds a mail that was probably the confirmation of the application that e is about: one reading that is not sure, and now a
// second one that is. Alone neither opens the book.
func (b *builder) probable(e *Event) *Event {
	if e.Kind == KindOutreach {
		return nil
	}
	var found *Event
	for _, o := range b.strays {
		if o.Kind != KindConfirmation || !o.Uncertain || len(b.byEvent[o.ID]) > 0 || o.Mail == nil || o.Mail.AuthFailed || e.At.Sub(o.At) > longApplication*2 {
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

func (b *builder) openProbable(confirmation *Event) *state {
	s := b.open(confirmation, nil)
	b.attach(confirmation, []*state{s})
	return s
}

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
	if th := b.thread(e.Mail); len(th) > 0 {
		return b.inThreadOf(e, th, named)
	}
	if k := reqKey(e.Req); k != "" {
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
		if len(firms) == 0 && len(perhaps) == 1 {
			firms = perhaps
		}
		if len(firms) == 0 {
			for _, s := range b.apps {
				if slices.ContainsFunc(s.firm.weak, func(n []string) bool { return compareNames(n, b.memo.name(e.Party.Name)) == same }) {
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
	if e.Role != "" || reqKey(e.Req) != "" {
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

// byPeople finds applications by the writer's address, or by the agency.
func (b *builder) byPeople(e *Event) []*state {
	if e.Party.Name != "" && !b.knownAgency(e.Party.Name) {
		return nil // it names an employer that is not in the book
	}
	if e.Mail != nil && e.Source == "" {
		if s := b.byPerson[strings.ToLower(e.Mail.From.Address)]; len(s) > 0 {
			return s
		}
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
			if score, ok := fit(s, e); ok && score >= roleNear {
				return s
			}
			b.perhapsSame(e, s)
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
	return compareNames(s.memo.name(e.Party.Name), s.memo.name(s.app.Employer)) == different
}

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
		case score < 0.99 && s.hasSource(e):
			continue // one system names two titles: two applications
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

func latestOpened(among []*state) *state {
	var last *state
	for _, s := range among {
		if last == nil || s.openedAt().After(last.openedAt()) {
			last = s
		}
	}
	return last
}

// takeOwn places a mail of the user's. One to a person who stands for several applications counts for all, but a withdrawal has to
// name what it withdraws.
func (b *builder) takeOwn(e *Event) {
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
	for _, to := range e.Mail.To {
		if s := b.byPerson[strings.ToLower(to.Address)]; len(s) > 0 {
			return b.withOpen(e, s)
		}
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
		if len(apps) > 0 {
			return b.withOpen(e, apps)
		}
	}
	return nil
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

// adoptStrays brings in what came from the employer shortly before anything was known of the application.
func (b *builder) adoptStrays(e *Event, s *state) {
	for _, o := range b.strays {
		if len(b.byEvent[o.ID]) > 0 || e.At.Sub(o.At) > longApplication/3 || o.Kind == KindOutreach || o.Uncertain || o.Mail != nil && o.Mail.AuthFailed {
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

// placeLog finds or opens the application that the user logs something about.
func (b *builder) placeLog(e *Event) []*state {
	if e.Party.Name == "" {
		return nil
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
