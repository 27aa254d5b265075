package cadence

import (
	"strings"
	"time"

	"heardback/employer"
)

// recipient chooses the one person to write to (rule 11): the last human who wrote about the application, with an agency only
// the agency; never a panel member who has not written, never the friend who referred the user. Nil if there is none.
func (f *file) recipient() *employer.Contact {
	for i := range f.a.Contacts {
		c := &f.a.Contacts[i]
		if f.usable(c) && (c.Wrote || c.HandedOver) {
			return c
		}
	}
	return nil
}

// named is the recipient, else a person who was named to the user but has not written: good enough to follow up an application.
func (f *file) named() *employer.Contact {
	if c := f.recipient(); c != nil {
		return c
	}
	for i := range f.a.Contacts {
		c := &f.a.Contacts[i]
		if f.usable(c) && !c.Interviewer && c.Role != "interviewer" {
			return c
		}
	}
	return nil
}

// usable reports whether c is a person who can be answered and belongs to the right side.
func (f *file) usable(c *employer.Contact) bool {
	if c.Address == "" || f.pl.on("2.11") && (!c.Human || c.Role == "referrer" || !c.BouncedAt.IsZero() || f.noReply(c.Address)) {
		return false
	}
	return c.OfAgency || f.a.Agency == "" || !f.pl.on("2.11.agency")
}

// contact returns the application's contact with an address.
func (f *file) contact(address string) *employer.Contact {
	if address == "" {
		return nil
	}
	for i := range f.a.Contacts {
		if strings.EqualFold(f.a.Contacts[i].Address, address) {
			return &f.a.Contacts[i]
		}
	}
	return nil
}

// answerable returns the contact behind the one who asked for something, if a draft can go there.
func (f *file) answerable(from employer.Contact) *employer.Contact {
	c := f.contact(from.Address)
	if c == nil {
		c = &from
	}
	if !f.usable(c) {
		return nil
	}
	return c
}

// noReply reports whether a mail from the address said that it is not read (POLICY.md section 5).
func (f *file) noReply(address string) bool {
	for i := range f.a.Statements {
		if s := &f.a.Statements[i]; s.Class == "no-reply" {
			if t := f.touch(s.Event); t != nil && strings.EqualFold(t.Who.Address, address) {
				return true
			}
		}
	}
	return false
}

// forbidden says why no draft may go to c (rule 12), "" if one may.
func (f *file) forbidden(c *employer.Contact) string {
	at := strings.LastIndexByte(c.Address, '@')
	domain := strings.ToLower(c.Address[at+1:])
	for _, own := range f.pl.s.CurrentEmployerDomains {
		if own = strings.ToLower(strings.TrimPrefix(own, "@")); own != "" && (domain == own || strings.HasSuffix(domain, "."+own)) {
			return c.Address + " is at your current employer, where nothing is ever addressed"
		}
	}
	for _, own := range f.pl.s.Addresses {
		if strings.EqualFold(c.Address, own) {
			return c.Address + " is an address of your own"
		}
	}
	if c.KnownBecause == "" && f.pl.on("2.12") {
		return c.Address + " is a stranger: you have not written there, and it belongs to no employer or agency you applied to"
	}
	return ""
}

// thread finds the mail to answer: the last one to or from the person; nil starts a new thread.
func (f *file) thread(c *employer.Contact) *employer.Mail {
	var m *employer.Mail
	var at time.Time
	for i := range f.a.Inbound {
		if t := &f.a.Inbound[i]; t.Mail != nil && !t.Mail.NoReply && strings.EqualFold(t.Who.Address, c.Address) && !t.At.Before(at) {
			m, at = t.Mail, t.At
		}
	}
	if m == nil {
		for i := range f.a.Outbound {
			if t := &f.a.Outbound[i]; t.Mail != nil && strings.EqualFold(t.Who.Address, c.Address) && !t.At.Before(at) {
				m, at = t.Mail, t.At
			}
		}
	}
	return m
}

// address fills who the step goes to, in which thread, from which of the user's addresses, and the facts of the person.
func (f *file) address(s *step, c *employer.Contact) {
	s.To = *c
	s.Key = stepKey(s.Kind, c.Address, s.Cause)
	if s.Thread == nil {
		s.Thread = f.thread(c)
	}
	m := s.Thread
	if m == nil {
		m = f.anyMail()
	}
	if m != nil {
		s.Account = m.Account
		s.From = f.ownAddress(m)
	}
	s.Facts.Recipient = *c
	s.Facts.Language = identity(c.Language, f.a.Language, f.pl.s.Language)
	s.Facts.Formality = identity(c.Formality, f.a.Formality)
	zone := recipientZone(f.a, c, f.pl.zone)
	s.Facts.Zone = zone.String()
	s.Variant = f.pl.variants[string(s.Kind)+" "+strings.ToLower(c.Address)]
	if f.pl.drafts[s.Key] != nil && s.Variant > 0 {
		s.Variant--
	}
}

// anyMail is the latest mail of the application, which tells the account.
func (f *file) anyMail() *employer.Mail {
	for i := len(f.a.Inbound) - 1; i >= 0; i-- {
		if m := f.a.Inbound[i].Mail; m != nil {
			return m
		}
	}
	for i := len(f.a.Outbound) - 1; i >= 0; i-- {
		if m := f.a.Outbound[i].Mail; m != nil {
			return m
		}
	}
	return nil
}

// ownAddress is the user's address that the mail used, "" if it names none of them.
func (f *file) ownAddress(m *employer.Mail) string {
	for _, own := range f.pl.s.Addresses {
		if strings.EqualFold(m.From.Address, own) {
			return own
		}
		for _, to := range m.To {
			if strings.EqualFold(to.Address, own) {
				return own
			}
		}
	}
	return ""
}
