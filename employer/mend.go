package employer

import (
	"slices"
	"strings"
)

// How what else is known corrects a reading: whose name was read, what was agreed on, which people and which talk a mail is about.

// mended returns a reading as what else is known corrects it: a person of the mail is no employer, and a time that is agreed on is no
// question.
func (b *builder) mended(e *Event) *Event {
	m := e
	own := func() *Event { // the copy that may be changed
		if m == e {
			c := *e
			m = &c
		}
		return m
	}
	if m.Party.Name != "" && m.Party.From != "user" && b.isPerson(e) && (len(b.withPeople(e)) > 0 || len(b.thread(e.Mail)) > 0) {
		own().Party.Name = ""
	}
	if k := b.memo.reqKey(m.Party.Name); k != "" && m.Party.From != "user" && (k == b.memo.reqKey(m.Req) || m.Req == "" && len(b.byReq[k]) > 0) {
		own().Req = m.Party.Name // the number of the position, read as a name
		m.Party.Name = ""
	}
	if m.Uncertain && b.agreedOn(m) {
		own().Uncertain = false
	}
	return m
}

// agreedOn reports whether an unsure reading is borne out: by the user's own answer, since who agrees to a time was invited and who sends
// work was asked for it; by the user's yes that it answers with a time; by the calendar entry that it changes; or by a talk at that time
// which is known already.
func (b *builder) agreedOn(e *Event) bool {
	if e.Mail == nil || e.Mail.AuthFailed {
		return false
	}
	switch e.Kind {
	case KindAssessment, KindInfoRequest:
		return b.handed[e.Mail.MessageID]
	case KindInvite, KindScheduled, KindRescheduled:
	default:
		return false
	}
	if b.agreed[e.Mail.MessageID] {
		return true
	}
	if e.Interview == nil || e.Interview.DateOnly || e.Interview.Start.IsZero() {
		return false
	}
	if uid := e.Interview.UID; uid != "" && b.byUID[uid] != nil {
		return true
	}
	if e.Kind == KindScheduled && slices.ContainsFunc(e.Mail.InReplyTo, func(id string) bool { return b.yes[id] }) {
		return true
	}
	if e.Kind == KindRescheduled {
		return false
	}
	to := b.existing(e)
	return len(to) == 1 && to[0].roundAt(e.Interview.Start, false) != nil
}

// sameTalk returns the application that has a talk at the time of the mail with one of its people. Who has an agency between them learns
// the client's name from such a calendar entry; while nobody has named the client, time and role are enough.
func (b *builder) sameTalk(e *Event) *state {
	if e.Interview == nil || e.Interview.DateOnly {
		return nil
	}
	for _, s := range b.withPeople(e) {
		if s.roundAt(e.Interview.Start, false) != nil {
			return s
		}
	}
	var found *state
	for _, s := range b.agencies {
		if s.app.Employer != s.app.Agency || !s.app.Stage.Open() {
			continue
		}
		if score, ok := fit(s, e); !ok || score < roleNear {
			continue
		}
		if r := s.roundAt(e.Interview.Start, false); r == nil || r.DateOnly || r.State == "cancelled" {
			continue
		}
		if found != nil {
			return nil
		}
		found = s
	}
	return found
}

// withPeople returns the applications of the person who wrote a mail, else of the people whom its calendar entry names: a scheduling
// page sends in their stead.
func (b *builder) withPeople(e *Event) []*state {
	if e.Mail != nil && e.Source == "" {
		if s := b.byPerson[strings.ToLower(e.Mail.From.Address)]; len(s) > 0 {
			return s
		}
	}
	if e.Interview == nil {
		return nil
	}
	for _, c := range e.Interview.Interviewers {
		if s := b.byPerson[strings.ToLower(c.Address)]; c.Address != "" && len(s) > 0 {
			return s
		}
	}
	return nil
}

// misnamed reports whether what was read as the employer's name is only guessed from a domain, repeats such a guess, or is the name of a
// person of the mail: a single word under a private letter is more often a first name.
func (b *builder) misnamed(e *Event) bool {
	signed := e.Party.From == "signature" && len(b.memo.name(e.Party.Name)) == 1 && e.Mail != nil && b.memo.freeMail(RegistrableDomain(e.Mail.From.Address))
	return e.Party.From == "domain" || e.Party.From == "context" || signed || b.isPerson(e)
}

// isPerson reports whether the name of the employer is that of a person of the mail, or the first name of one who is known in its thread.
func (b *builder) isPerson(e *Event) bool {
	name := b.memo.name(e.Party.Name)
	is := func(c Contact) bool { return c.Name != "" && slices.Equal(b.memo.name(c.Name), name) }
	if slices.ContainsFunc(e.Contacts, is) || e.Interview != nil && slices.ContainsFunc(e.Interview.Interviewers, is) {
		return true
	}
	if len(name) != 1 {
		return false
	}
	for _, s := range b.thread(e.Mail) {
		for i := range s.app.Contacts {
			c := &s.app.Contacts[i]
			if w := b.memo.name(c.Name); c.Human && len(w) > 1 && w[0] == name[0] && !slices.Equal(b.memo.name(s.app.Employer), name) {
				return true
			}
		}
	}
	return false
}

// resembles returns the only open application whose role a mail names and whose employer's name begins as the domain that the mail's
// name was guessed from: "elmgroveschools" of the Elm Grove School District. It places mail; whom a draft may go to is another matter.
func (b *builder) resembles(e *Event) []*state {
	label := strings.Join(b.memo.name(e.Party.Name), "")
	if e.Party.From != "domain" || e.Role == "" || len(label) < distinctive {
		return nil
	}
	var found []*state
	for i := range label {
		for _, f := range b.byFirst[label[:i]] {
			if !slices.ContainsFunc(f.names, func(n []string) bool { return resemble(label, n) }) {
				continue
			}
			for _, s := range f.apps {
				if score, ok := fit(s, e); ok && score >= 0.99 && s.app.Stage.Open() && !slices.Contains(found, s) {
					found = append(found, s)
				}
			}
		}
	}
	if len(found) != 1 {
		return nil
	}
	return found
}

// resemble reports whether a label in one word begins with the first two words of a name, or the name with the label.
func resemble(label string, name []string) bool {
	if len(name) < 2 {
		return false
	}
	head := name[0] + name[1]
	return len(head) >= distinctive && strings.HasPrefix(label, head) || strings.HasPrefix(strings.Join(name, ""), label)
}

// distinctive is how many letters tell employers apart.
const distinctive = 6
