package classifier

import (
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
}
