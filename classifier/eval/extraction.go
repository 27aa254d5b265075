package eval

import (
	"strings"
	"unicode"

	"heardback/classifier"
)

// legalForms are endings of company names that say nothing of who is meant.
var legalForms = []string{"inc", "incorporated", "llc", "ltd", "limited", "plc", "corp", "corporation", "co", "company", "gmbh", "mbh", "ag", "se", "kg", "ohg", "ev", "bv", "nv", "sa", "sas", "sarl",
	"srl", "spa", "sl", "slu", "lda", "ltda", "oy", "ab", "as", "aps", "pty", "pvt", "group", "holding", "holdings"}

// fold makes names comparable: lower case, no punctuation, no legal form at the end.
func fold(s string) string {
	s = strings.NewReplacer("&", " and ", "e.V.", " ev ", ".", "").Replace(s)
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '+' && r != '#' })
	if len(words) > 1 && words[0] == "the" {
		words = words[1:]
	}
	for len(words) > 1 {
		last, cut := words[len(words)-1], false
		for _, l := range legalForms {
			cut = cut || last == l
		}
		if !cut {
			break
		}
		words = words[:len(words)-1]
		if words[len(words)-1] == "and" && len(words) > 1 { // "GmbH & Co KG"
			words = words[:len(words)-1]
		}
	}
	return strings.Join(words, " ")
}

// extraction counts what the finding extracted against what the row knows. A value that the text does not show is passed over.
func (p *Part) extraction(o *Outcome) {
	r, f := &o.Row, &o.Finding
	text := fold(r.Subject + " " + r.From + " " + r.Body)
	visible := func(value string, said *bool) bool {
		if value == "" || said != nil && !*said {
			return false
		}
		return said != nil || strings.Contains(text, fold(value))
	}
	if visible(r.Employer, r.EmployerInText) {
		p.Employer.count(fold(f.Employer.Name) == fold(r.Employer))
	}
	if visible(r.Role, r.RoleInText) {
		p.Role.count(fold(f.Role) == fold(r.Role))
	}
	if name, addr := contact(r.Contact); name != "" || addr != "" {
		hit := false
		for _, c := range f.Contacts {
			hit = hit || addr != "" && strings.EqualFold(c.Address, addr) || name != "" && fold(c.Name) == fold(name)
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
