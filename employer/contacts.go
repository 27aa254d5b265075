package employer

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// sameContact compares by address where both have one, else by folded name.
func sameContact(a, b Contact) bool {
	if a.Address != "" && b.Address != "" {
		return strings.EqualFold(a.Address, b.Address)
	}
	return a.Name != "" && FoldName(a.Name) == FoldName(b.Name)
}

// find returns the book's contact for c, by address, else by name.
func (s *state) find(c Contact) *Contact {
	for i := range s.app.Contacts {
		if sameContact(s.app.Contacts[i], c) {
			return &s.app.Contacts[i]
		}
	}
	return nil
}

// known returns the contact with an address.
func (s *state) known(address string) *Contact {
	if address == "" {
		return nil
	}
	return s.find(Contact{Address: address})
}

// contact returns the contact for c and enters it if it is new; nil for one without name and address.
func (s *state) contact(c Contact) *Contact {
	if c.Address == "" && c.Name == "" {
		return nil
	}
	if old := s.find(c); old != nil {
		for _, p := range [...]struct{ to, from *string }{{&old.Name, &c.Name}, {&old.Address, &c.Address}, {&old.Phone, &c.Phone}, {&old.Title, &c.Title}, {&old.Role, &c.Role}} {
			if *p.to == "" {
				*p.to = *p.from
			}
		}
		old.Human = old.Human || c.Human
		return old
	}
	c.Wrote = false
	c.ThreadKeys = nil
	s.app.Contacts = append(s.app.Contacts, c)
	return &s.app.Contacts[len(s.app.Contacts)-1]
}

// meet enters the people of a mail of the employer's. The one who wrote it becomes the last who wrote; one who hands over leaves that
// to the successor.
func (s *state) meet(e *Event) {
	for _, c := range e.Contacts {
		s.contact(c)
	}
	if e.Interview != nil {
		for _, c := range e.Interview.Interviewers {
			if k := s.contact(c); k != nil {
				k.Interviewer = true
			}
		}
	}
	w := writer(e)
	if m := e.Mail; m != nil && w.Human && sameDomain(m.ReplyTo.Address, w.Address) {
		// Answers go where the writer asks for them, within the same domain.
		if k := s.known(w.Address); k != nil && s.known(m.ReplyTo.Address) == nil {
			k.Address = m.ReplyTo.Address
		}
		w.Address = m.ReplyTo.Address
	}
	k := s.contact(w)
	if k == nil {
		return
	}
	if m := e.Mail; m != nil && w.Human {
		delete(s.replyTo, k.Address)
		if d := s.memo.domain(m.ReplyTo.Address); d != "" && d != s.memo.domain(w.Address) {
			if s.replyTo == nil {
				s.replyTo = map[string]*Event{}
			}
			s.replyTo[k.Address] = e
		}
	}
	if e.Mail != nil && e.Mail.NoReply {
		k.Human = false
	}
	k.Wrote = true
	if e.At.After(k.LastWrote) {
		k.LastWrote = e.At
	}
	k.Language = s.heard(k.Address, e.Language)
	if e.Formality != "" {
		k.Formality = e.Formality
	}
	if e.has("call-invited") {
		k.CallInvited = true
	}
	if e.Mail != nil {
		if e.Human && e.Mail.Key != "" && !slices.Contains(k.ThreadKeys, e.Mail.Key) {
			k.ThreadKeys = append(k.ThreadKeys, e.Mail.Key)
		}
		if e.Human {
			k.Zone = stableZone(k.Zone, e.Mail.Sent)
		}
	}
	if k.OutUntil.After(e.At) {
		k.OutUntil = time0
	}
	if e.has("handover") && len(e.Contacts) > 0 {
		s.handOver(e, w.Address)
	}
}

// handOver makes the person that the mail names the one to write to.
func (s *state) handOver(e *Event, from string) {
	for _, c := range e.Contacts {
		if c.Wrote || c.Address == "" || strings.EqualFold(c.Address, from) {
			continue
		}
		if to := s.known(c.Address); to != nil {
			to.Human = to.Human || c.Human
			to.LastWrote = e.At.Add(time.Second)
			to.HandedOver = true
		}
		return
	}
}

// sameDomain reports whether two different addresses share a registrable domain that is not free mail's.
func sameDomain(a, b string) bool {
	if a == "" || b == "" || strings.EqualFold(a, b) {
		return false
	}
	d := RegistrableDomain(a)
	return d != "" && !FreeMail(d) && d == RegistrableDomain(b)
}

// stableZone keeps the offset of a person's Date fields while they agree; summer time moves it by one hour. UTC is what many servers
// write for everybody and says nothing.
func stableZone(have string, sent time.Time) string {
	name, offset := sent.Zone()
	if offset == 0 || name == "UTC" {
		return have
	}
	now := sent.Format("-07:00")
	if have == "" || have == now {
		return now
	}
	if have == "unstable" {
		return have
	}
	before, err := time.Parse("-07:00", have)
	if err != nil {
		return "unstable"
	}
	_, was := before.Zone()
	if d := offset - was; d == 3600 || d == -3600 {
		return now
	}
	return "unstable"
}

// finishContacts sorts the contacts, last human who wrote first, and says of each whether a draft may go there (POLICY.md rule 12).
func (b *builder) finishContacts(f *finishing) {
	a := &f.app
	for i := range a.Contacts {
		c := &a.Contacts[i]
		if c.Zone == "unstable" {
			c.Zone = ""
		}
		d := b.memo.domain(c.Address)
		b.reads(f.of, strings.ToLower(c.Address), d)
		c.OfAgency = slices.Contains(a.AgencyDomains, d)
		if _, ok := b.written[strings.ToLower(c.Address)]; ok {
			c.UserWrote = true
		}
		c.KnownBecause = b.knownBecause(c.Address, d)
		if e := f.replyTo[c.Address]; e != nil {
			b.redirect(f, c, e)
		}
	}
	slices.SortStableFunc(a.Contacts, func(x, y Contact) int {
		if x.Human != y.Human {
			if x.Human {
				return -1
			}
			return 1
		}
		if c := y.LastWrote.Compare(x.LastWrote); c != 0 {
			return c
		}
		return strings.Compare(x.Address+x.Name, y.Address+y.Name)
	})
}

// redirect follows a Reply-To in another domain if rule 12 knows the address; else nothing is addressed to the writer, and the user is
// asked.
func (b *builder) redirect(f *finishing, c *Contact, e *Event) {
	to := e.Mail.ReplyTo.Address
	b.reads(f.of, strings.ToLower(to), b.memo.domain(to))
	if known := b.knownBecause(to, b.memo.domain(to)); known != "" {
		if f.known(to) == nil {
			c.Address = to
		}
		c.KnownBecause = known
		return
	}
	c.KnownBecause = ""
	if f.app.Stage.Open() {
		f.of.done.raised = append(f.of.done.raised, asked(Question{Kind: "address", Apps: []string{f.app.ID},
			Text: fmt.Sprintf("%s of %s wants answers sent to %s, which is nobody you know. Nothing is drafted to either; write there yourself if it is right.", c.Name, f.app.Employer, to)}, e))
	}
}

// knownBecause is POLICY.md rule 12: the reason why a draft may go to an address, "" if it may not. The domains it knows are those of all
// applications in the book.
func (b *builder) knownBecause(address, domain string) string {
	if address == "" {
		return ""
	}
	if at, ok := b.written[strings.ToLower(address)]; ok {
		return "you wrote to this address on " + at.Format("2 January 2006")
	}
	if domain == "" || b.memo.freeMail(domain) || b.system[domain] {
		return ""
	}
	if name, ok := b.shown.domains[domain]; ok {
		return domain + " is the domain of " + name
	}
	if b.writtenDomains[domain] {
		return "you have written to " + domain
	}
	return ""
}
