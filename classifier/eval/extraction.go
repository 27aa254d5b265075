package eval

import (
	"strings"

	"heardback/classifier"
)

// extraction counts what the finding extracted against what the row knows. A value that the text does not show is passed over.
func (p *Part) extraction(o *Outcome) {
	r, f := &o.Row, &o.Finding
	text := classifier.FoldName(r.Subject + " " + r.From + " " + r.Body)
	visible := func(fold func(string) string, value string, said *bool) bool {
		if value == "" || said != nil && !*said {
			return false
		}
		return said != nil || strings.Contains(text, fold(value))
	}
	if visible(classifier.FoldName, r.Employer, r.EmployerInText) {
		p.Employer.count(classifier.FoldName(counterpart(f)) == classifier.FoldName(r.Employer))
	}
	if visible(classifier.FoldRole, r.Role, r.RoleInText) {
		p.Role.count(classifier.FoldRole(f.Role) == classifier.FoldRole(r.Role))
	}
	if name, addr := contact(r.Contact); name != "" || addr != "" {
		hit := false
		for _, c := range f.Contacts {
			hit = hit || addr != "" && strings.EqualFold(c.Address, addr) || name != "" && classifier.FoldName(c.Name) == classifier.FoldName(name)
		}
		p.Contact.count(hit)
	}
	if r.Timeline == "" {
		return
	}
	found := false
	for _, s := range f.Statements {
		switch s.Class {
		case classifier.Window, classifier.AssumeNo, classifier.DecisionPending:
			found = found || s.Class != classifier.DecisionPending
		}
	}
	if trap := strings.Contains(r.Timeline, "(NO") || strings.Contains(r.Timeline, "TRAP") || strings.Contains(r.Timeline, "(candidate"); trap {
		p.UnpromisedRows++
		if found {
			p.FalseWindows++
		}
		return
	}
	p.Window.count(found)
}

// counterpart is the employer, or the agency that does not name it.
func counterpart(f *classifier.Finding) string {
	if f.Employer.Name == "" {
		return f.Employer.Agency
	}
	return f.Employer.Name
}

func (m *Match) count(hit bool) {
	m.Rows++
	if hit {
		m.Hits++
	}
}

// contact reads the contact of a row: a string "Name <address>" or an object with name and address or email.
func contact(v any) (name, addr string) {
	switch c := v.(type) {
	case string:
		a := address(c)
		return a.Name, a.Address
	case map[string]any:
		name, _ = c["name"].(string)
		if addr, _ = c["address"].(string); addr == "" {
			addr, _ = c["email"].(string)
		}
	case []any:
		if len(c) > 0 {
			return contact(c[0])
		}
	}
	return name, addr
}
