package classifier

import (
	"time"

	"heardback/mailbox"
)

// extract fills the facts of f from m: employer, role, contacts, dates and statements. Kind, SubKind, Language and
// Acts of f are set before; extract only appends to Acts.
func extract(m *mailbox.Message, c Context, f *Finding) {
	s := senderOf(m)
	f.Family, f.Board = s.Family, s.Type == "board"
	p := readPage(m.Subject, m.Text, factsOf(f.Language))
	defer p.free()
	sent := m.Sent()
	p.readDates(sent, monthFirst(f.Language, sent, &c))

	h := listen(m, &c, p, s)
	f.Employer, f.Role = h.names(ranked())
	f.Requisition = p.requisition()
	f.Location = p.location()
	f.Contacts = h.contacts(f)
	if m.Own {
		return
	}
	if f.Employer.Agency != "" || s.Type == "agency" {
		f.act(ActAgency)
	}
	if f.Kind == Interview && h.bookingLink() {
		f.act(ActBookingLink)
	}
	base := midnight(sent)
	f.Statements = p.statements(f, base)
	f.Interview = h.interview(f, sent)
	f.Deadline = p.deadline(f, base)
	f.Formality = p.formality()
	if f.Has(ActOutOfOffice) {
		f.ReturnAt = p.returns(base)
	}
}

// act appends a once.
func (f *Finding) act(a Act) {
	if !f.Has(a) {
		f.Acts = append(f.Acts, a)
	}
}

// monthFirst reports whether 3/4 is the fourth of March: English from a zone of the Americas.
func monthFirst(language string, sent time.Time, c *Context) bool {
	if language != "en" && language != "" {
		return false
	}
	_, offset := sent.In(defaultZone(sent, c)).Zone()
	return offset <= -3*3600 && offset >= -10*3600
}
