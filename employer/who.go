package employer

import (
	"slices"
	"strings"
	"time"
)

// firm is one employer under all its names.
type firm struct {
	names [][]string // folded words of each name, the first one first
	weak  [][]string // names that only the user's correction took away: good for replies, not for new applications
	apps  []*state
	// guessed: nobody wrote the name out, it was read off a domain.
	guessed bool
}

// sameApplication is how long after an application was opened its confirmation may come from somewhere else.
const (
	sameApplication = 14 * 24 * time.Hour
	longApplication = 90 * 24 * time.Hour
)

// firmsNamed returns the employers that a name surely means and those that it perhaps means.
func (b *builder) firmsNamed(name string) (sure, perhaps []*firm) {
	for _, words := range b.memo.spellings(name) {
		if f := b.byKey[strings.Join(words, "")]; f != nil {
			return []*firm{f}, nil
		}
	}
	for _, words := range b.memo.spellings(name) {
		s, p := b.firmsLike(words)
		for _, f := range s {
			if !slices.Contains(sure, f) {
				sure = append(sure, f)
			}
		}
		for _, f := range p {
			if !slices.Contains(perhaps, f) {
				perhaps = append(perhaps, f)
			}
		}
	}
	return sure, slices.DeleteFunc(perhaps, func(f *firm) bool { return slices.Contains(sure, f) })
}

// firmsLike is firmsNamed for the words of a name that none is known to bear as it stands.
func (b *builder) firmsLike(words []string) (sure, perhaps []*firm) {
	if len(words) == 0 {
		return nil, nil
	}
	for _, key := range []string{words[0], "initials:" + initials(words), "initials:" + words[0]} {
		for _, f := range b.byFirst[key] {
			best := different
			for _, n := range f.names {
				best = max(best, compareNames(words, n))
			}
			switch {
			case best == same && !slices.Contains(sure, f):
				sure = append(sure, f)
			case best == doubtful && !slices.Contains(perhaps, f):
				perhaps = append(perhaps, f)
			}
		}
	}
	return sure, perhaps
}

// otherName reports whether a mail names an employer that may be the application's, and need not be, and nothing else ties the two: no
// thread, no person, no domain, no role.
func (b *builder) otherName(e *Event, s *state) bool {
	if e.Party.Name == "" || e.Party.Agency != "" || s.app.Agency != "" || b.inThread(e, s) {
		return false
	}
	words, best := b.memo.name(e.Party.Name), different
	for _, n := range slices.Concat(s.firm.names, s.firm.weak) {
		best = max(best, compareNames(words, n))
	}
	oneSystem := func(o *Event) bool { return e.Source != "" && o.Source == e.Source } // it names an employer in one way
	if score, ok := fit(s, e); best != doubtful || ok && score >= roleNear && !slices.ContainsFunc(s.events, oneSystem) {
		return false
	}
	if e.Human && e.Mail != nil && slices.Contains(b.byPerson[strings.ToLower(e.Mail.From.Address)], s) {
		return false
	}
	return !slices.Contains(b.firmsAt(e.Party.Domain), s.firm) && !slices.Contains(b.firmsAt(b.memo.senderDomain(e)), s.firm)
}

// perhaps returns the open applications that a mail may mean whose employer's name fits several half, or none: those that no other role
// rules out.
func (b *builder) perhaps(e *Event) (open []*state) {
	if e.Party.From == "user" || e.Party.Agency != "" {
		return nil
	}
	sure, perhaps := b.firmsNamed(e.Party.Name)
	if len(sure) > 0 {
		return nil
	}
	for _, f := range perhaps {
		for _, s := range f.apps {
			if score, ok := fit(s, e); s.app.Stage.Open() && (!ok || score >= roleFar) && !slices.Contains(open, s) {
				open = append(open, s)
			}
		}
	}
	return open
}

// firmsAt returns the employers whose domain it is, or whose name is its label.
func (b *builder) firmsAt(domain string) []*firm {
	if domain == "" || b.memo.freeMail(domain) || b.system[domain] {
		return nil
	}
	if f := b.byDomain[domain]; len(f) > 0 {
		return f
	}
	label := strings.Join(foldWords(domainLabel(domain)), "")
	if f := b.byLabel[label]; len(f) > 0 {
		return f
	}
	return b.byLabel[umlautPlain(label)]
}

// nameFirm enters a name of an employer.
func (b *builder) nameFirm(f *firm, name string) {
	for _, words := range b.memo.spellings(name) {
		b.enterName(f, words)
	}
}

func (b *builder) enterName(f *firm, words []string) {
	if len(words) == 0 || slices.ContainsFunc(f.names, func(n []string) bool { return slices.Equal(n, words) }) {
		return
	}
	key := strings.Join(words, "")
	if _, taken := b.byKey[key]; taken && b.byKey[key] != f {
		return
	}
	f.names = append(f.names, words)
	b.byKey[key] = f
	b.byFirst[words[0]] = append(b.byFirst[words[0]], f)
	if len(words) >= 3 {
		b.byFirst["initials:"+initials(words)] = append(b.byFirst["initials:"+initials(words)], f)
	}
	if len(words) == 1 {
		b.byFirst["initials:"+words[0]] = append(b.byFirst["initials:"+words[0]], f)
	}
	for _, label := range labelsOf(words) {
		if !slices.Contains(b.byLabel[label], f) {
			b.byLabel[label] = append(b.byLabel[label], f)
		}
	}
}

// open makes a new application for an event.
func (b *builder) open(e *Event, f *firm) *state {
	if f == nil {
		name := e.Party.Name
		if name == "" {
			name = e.Party.Agency
		}
		if sure, _ := b.firmsNamed(name); len(sure) > 0 {
			f = sure[0]
		} else {
			f = &firm{guessed: e.Party.From == "domain"}
			b.nameFirm(f, name)
		}
	}
	s := &state{firm: f, system: b.system, memo: b.memo, shelves: b.shelves}
	s.wake()
	f.apps = append(f.apps, s)
	b.apps = append(b.apps, s)
	return s
}

// index learns how the application can be found again.
func (b *builder) index(s *state, e *Event) {
	put := func(m map[string][]*state, key string) {
		if key != "" && !slices.Contains(m[key], s) {
			m[key] = append(m[key], s)
		}
	}
	if m := e.Mail; m != nil {
		put(b.byMsg, m.MessageID)
		if m.Key != m.MessageID {
			put(b.byMsg, m.Key)
		}
	}
	if d := e.Draft; d != nil {
		put(b.byMsg, d.MessageID)
	}
	if e.Interview != nil && e.Interview.UID != "" {
		b.byUID[e.Interview.UID] = s
	}
	put(b.byReq, b.memo.reqKey(e.Req))
	for i := range s.app.Contacts {
		put(b.byPerson, strings.ToLower(s.app.Contacts[i].Address))
	}
	if e.Mail != nil && e.Mail.Own && e.Kind == KindApplied {
		for _, to := range e.Mail.To {
			put(b.byPerson, strings.ToLower(to.Address))
		}
	}
	for _, d := range s.app.Domains {
		if !slices.Contains(b.byDomain[d], s.firm) {
			b.byDomain[d] = append(b.byDomain[d], s.firm)
		}
	}
	if s.app.Agency != "" {
		put(b.byAgency, b.memo.folded(s.app.Agency))
		if !slices.Contains(b.agencies, s) {
			b.agencies = append(b.agencies, s)
		}
	}
	for _, d := range s.app.AgencyDomains {
		put(b.byAgency, d)
	}
	if e.Party.Name != "" && (len(s.firm.names) == 0 || s.firm.guessed && e.Party.From != "domain") {
		b.nameFirm(s.firm, e.Party.Name)
		s.firm.guessed = false
	}
	if e.Party.From == "user" {
		b.nameFirm(s.firm, e.Party.Name)
		if old := b.sel.renamed[e.ID]; old != "" {
			s.firm.weak = append(s.firm.weak, b.memo.name(old))
			if !slices.Contains(b.weak, s.firm) {
				b.weak = append(b.weak, s.firm)
			}
		}
	}
}

// reqKey folds a requisition number; short ones, and ones without a digit, say nothing.
func reqKey(req string) string {
	k := strings.ToLower(strings.TrimLeft(strings.Join(foldWords(req), ""), "0"))
	if len(k) < 3 || !strings.ContainsAny(k, "0123456789") {
		return ""
	}
	return k
}

// thread returns the applications that hold the mail which this one answers: the direct parent's first.
func (b *builder) thread(m *Mail) []*state {
	if m == nil {
		return nil
	}
	for _, id := range m.InReplyTo {
		if s := b.byMsg[id]; len(s) > 0 {
			return s
		}
	}
	for i := len(m.References) - 1; i >= 0; i-- {
		if s := b.byMsg[m.References[i]]; len(s) > 0 {
			return s
		}
	}
	if s := b.byMsg[m.MessageID]; len(s) > 0 && m.MessageID != "" {
		return s
	}
	return nil
}

// forced returns where the user's merges put an event, if they do.
func (b *builder) forced(e *Event) []*state {
	seen := map[string]bool{e.ID: true}
	queue := []string{e.ID}
	for len(queue) > 0 {
		id := queue[0]
		queue = queue[1:]
		for _, next := range b.sel.joined[id] {
			if seen[next] {
				continue
			}
			if s := b.byEvent[next]; len(s) > 0 {
				return slices.Clone(s[:1])
			}
			seen[next] = true
			queue = append(queue, next)
		}
	}
	return nil
}

// fit says how well an event's role and requisition agree with an application: 2 the same requisition, 1 the same title, 0 something
// else; the same title under another requisition is half way. ok is false if the two say nothing about each other.
func fit(s *state, e *Event) (score float64, ok bool) {
	k := s.memo.reqKey(e.Req)
	otherReq := false
	for _, r := range s.reqs {
		if have := s.memo.reqKey(r); k != "" && have == k {
			return 2, true
		} else if k != "" && have != "" {
			otherReq = true
		}
	}
	r := s.memo.role(e.Role)
	if r.empty() || len(s.roles) == 0 {
		return 0, otherReq
	}
	for _, o := range s.roles {
		score = max(score, r.similar(o))
	}
	if otherReq {
		score = min(score, 0.5)
	}
	return score, true
}

// pick chooses among the applications of one employer the one that an event is about. Several mean that it cannot be told.
func pick(e *Event, among []*state) []*state {
	if len(among) < 2 {
		return among
	}
	var best []*state
	top := 0.0
	for _, s := range among {
		score, ok := fit(s, e)
		if !ok || score < roleNear && score <= roleFar {
			continue
		}
		switch {
		case score > top+0.05:
			best, top = []*state{s}, score
		case score > top-0.05:
			best = append(best, s)
		}
	}
	if len(best) == 1 {
		return best
	}
	if len(best) > 1 {
		return preferOpen(best)
	}
	if e.Role != "" || among[0].memo.reqKey(e.Req) != "" {
		// Known by another role: one whose role was never told may be it.
		var blank []*state
		for _, s := range among {
			if _, ok := fit(s, e); !ok {
				blank = append(blank, s)
			}
		}
		return preferOpen(blank)
	}
	return preferOpen(among)
}

// preferOpen leaves the open applications; if none is open, the one heard of last.
func preferOpen(among []*state) []*state {
	var open []*state
	var last *state
	for _, s := range among {
		if s.app.Stage.Open() {
			open = append(open, s)
		}
		if last == nil || s.lastAt().After(last.lastAt()) {
			last = s
		}
	}
	if len(open) > 0 {
		return open
	}
	if last == nil {
		return nil
	}
	return []*state{last}
}
