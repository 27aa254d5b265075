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
	h := hearing{m: m, c: &c, p: p, sender: s}
	f.Employer = h.employer()
	f.Role = h.title(f.Employer.Name)
	f.Requisition = p.requisition()
	f.Contacts = h.contacts(f)
	sent := m.Sent()
	p.readDates(sent, monthFirst(f.Language, sent, &c))
	base := midnight(sent)
	f.Interview = h.interview(f, sent)
	if !m.Own {
		f.Statements = p.statements(f, base)
		f.Deadline = p.deadline(f, base)
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
