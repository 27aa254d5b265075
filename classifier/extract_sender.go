package classifier

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// fromSender reads display name and address of the author by what its family is known to do.
func (h *hearing) fromSender() {
	a := h.m.Author()
	if h.m.Own {
		for _, to := range h.m.To { // written to the employer
			if d := domainOf(to.Address); d != "" && !senderOfDomain(d).system() {
				h.byLabel(label(d), 1.2)
			}
		}
		return
	}
	domain := domainOf(a.Address)
	name, company := splitDisplay(a.Name)
	switch {
	case h.sender.Type == "agency":
		h.agency = agencyName(a.Name, domain)
	case h.sender.Type == "ats":
		if company == "" {
			company = name
		}
		if h.sender.namesake("display") && !looksPerson(company) {
			h.company(peel(company, officeWords), "sender-name", 2.4)
		} else if h.sender.namesake("display") && !h.signsOff(company) {
			h.company(peel(company, officeWords), "sender-name", 1.9) // "Acme Foods" reads like a person's name too
		}
		if n := peel(company, officeWords); h.sender.namesake("display") && h.p.names(n) {
			h.company(n, "sender-name", 2)
		}
		if h.sender.namesake("local") {
			h.byLabel(strings.TrimPrefix(localOf(a.Address), "no-reply-"), 1.6)
		}
		if h.sender.namesake("subdomain") {
			if left := strings.TrimSuffix(domain, h.sender.Domain); strings.Contains(left, ".") {
				first, _, _ := strings.Cut(left, ".")
				h.byLabel(first, 1.6)
			}
		}
		for _, r := range h.m.ReplyTo {
			if d := domainOf(r.Address); h.sender.namesake("reply-to") && d != "" && !senderOfDomain(d).system() {
				h.byLabel(label(d), 1.6)
			}
		}
	case h.sender.system():
		if company != "" {
			h.company(peel(company, officeWords), "sender-name", 1.5)
		} else if n := peel(cleanCompany(name), officeWords); n != "" && h.sender.Type != "freemail" && !h.brand(n) && (!looksPerson(n) || institution(n) || h.p.names(n)) {
			h.company(n, "sender-name", 2)
		}
	default:
		if company != "" {
			h.company(peel(company, officeWords), "sender-name", 2.2)
		}
		rest := peel(cleanCompany(beforeOffice(name)), officeWords)
		local := localOf(a.Address)
		switch {
		case rest == "" || company != "" && !institution(rest):
		case robotLocal(local) || roleLocal(local) && !personal[local]:
			h.company(rest, "sender-name", 2.4) // nobody's own mailbox
		case rest != strings.TrimSpace(name) || labelNames(label(domain), rest) || institution(rest):
			h.company(rest, "sender-name", 2.4)
		case !looksPerson(rest):
			h.company(rest, "sender-name", 1)
		}
		if domain != "" {
			h.byLabel(label(domain), 1.3)
		}
	}
	if h.client || h.c.Employers.agencyAt(registrable(domain)) || recruits(label(domain)) && humanAddress(a.Address, a.Name) {
		h.asAgency(a.Name, company, domain)
	}
}

// signsOff reports whether the text ends with a person's name, whole or the first name alone, on a line of its own.
func (h *hearing) signsOff(name string) bool {
	first, _, _ := strings.Cut(name, " ")
	ls := lines(tail(h.m.Text, 600))
	for _, l := range append(ls, lines(clip(h.m.Signature, 300))...) {
		if l = trim(l, " ,.!"); strings.EqualFold(l, name) || strings.EqualFold(l, first) {
			return true
		}
	}
	return false
}

// beforeOffice cuts a display name where an office of its firm begins: "Larch Talent Network", and takes the words in front of a firm
// that say "work at".
func beforeOffice(s string) string {
	for _, at := range [...]string{"werken bij ", "travailler chez ", "arbeiten bei ", "work at ", "trabaja en "} {
		if len(s) > len(at) && strings.EqualFold(s[:len(at)], at) {
			s = s[len(at):]
		}
	}
	f := strings.Fields(s)
	for i := 1; i < len(f); i++ {
		if w := foldWord(f[i]); teamWords[w] && w != "people" && w != "personal" && w != "squad" || w == "assessment" || w == "scheduling" || w == "admissions" {
			return strings.Join(f[:i], " ")
		}
	}
	return s
}

// personal are the mailboxes of small firms, behind which one person may be.
var personal = setOf("info contact office hello kontakt contacto contatto contato mail")

// brand reports whether a display name is the system's own: "InfoJobs".
func (h *hearing) brand(name string) bool {
	joined := strings.ReplaceAll(FoldName(name), " ", "")
	own := h.label
	return strings.Contains(joined, h.sender.Family) || strings.Contains(h.sender.Family, joined) || strings.Contains(joined, own) || strings.Contains(own, joined)
}

// byLabel lets a label of an address speak: for a name that it stands for, else for itself, weakly.
func (h *hearing) byLabel(label string, score float64) {
	label, _, _ = strings.Cut(label, "+")
	if label == "" || robotLocal(label) || roleLocal(label) {
		return
	}
	var best *candidate
	for i := range h.employers {
		if c := &h.employers[i]; labelNames(label, c.name) && (best == nil || len(c.folded) > len(best.folded)) {
			best = c
		}
	}
	for i := range h.employers {
		if c := &h.employers[i]; best == nil && c.from == "signature" && c.best > 1.5 && h.kinOfSender(c.name) {
			best = c
		}
	}
	if best != nil {
		best.score += score + 1
		return
	}
	h.company(h.spelt(label), "domain", score)
}

// spelt makes a name of a label, cut where the word for a kind of house or the writer's surname begins or ends: "talleresbeltran".
func (h *hearing) spelt(label string) string {
	const short, rest = 4, 3
	if strings.ContainsAny(label, "-_.") {
		return titled(label)
	}
	known := func(w string) bool { return len(w) >= short && (firmKinds[w] || institutes[w] || trades[w]) }
	if f := nameWords(h.m.Author().Name); len(f) > 1 {
		surname := f[len(f)-1]
		if before, ok := strings.CutSuffix(label, surname); ok && len(before) >= rest && len(surname) >= short {
			return titled(before + "-" + surname)
		}
		if after, ok := strings.CutPrefix(label, surname); ok && len(after) >= rest && len(surname) >= short {
			return titled(surname + "-" + after)
		}
	}
	for i := len(label) - rest; i >= rest; i-- { // the longest beginning
		if known(label[:i]) {
			return titled(label[:i] + "-" + label[i:])
		}
	}
	for i := rest; i <= len(label)-rest; i++ { // the longest end
		if known(label[i:]) {
			return titled(label[:i] + "-" + label[i:])
		}
	}
	return titled(label)
}

// trades are words with which names of firms end, beside [firmKinds].
var trades = setOf(`labs studio studios search staffing talent software analytics insurance security libraries joinery books brewing housing energy media design digital capital partners
	recruitment consulting solutions health care bank hotels foods wines travel games music print press publishing architects legal finance payments mobility
	bau technik logistik pflege energie druck reisen moden versicherung versicherungen
	conseil interim transports conservas librerias grupo clinica editorial studio officina cantine pasticceria albergo bouw zorg recruitment uitgeverij boekhandel livraria editora`)

// titled makes a name of a label: "acme-robotics" gives "Acme Robotics".
func titled(label string) string {
	f := strings.FieldsFunc(label, func(r rune) bool { return r == '-' || r == '_' || r == '.' })
	for i, w := range f {
		r, n := utf8.DecodeRuneInString(w)
		f[i] = string(unicode.ToUpper(r)) + w[n:]
	}
	return strings.Join(f, " ")
}

// splitDisplay reads a display name: "Jane Roe at Acme", "Jane (Acme)", "Acme via Greenhouse", "Jane Roe | Acme".
func splitDisplay(s string) (name, company string) {
	s = strings.Trim(strings.TrimSpace(s), "\"'")
	lower := strings.ToLower(s)
	for _, via := range [...]string{" via ", " through ", " über ", " por meio de ", " a través de "} {
		if i := strings.Index(lower, via); i > 0 && i+len(via) <= len(s) {
			return splitDisplay(s[:i])
		}
	}
	for _, at := range [...]string{" at ", " @ ", " from ", " bei ", " von ", " chez ", " de chez ", " | ", " - ", " – ", " · "} {
		if i := strings.Index(lower, at); i > 0 && i+len(at) <= len(s) {
			name, company = strings.TrimSpace(s[:i]), strings.TrimSpace(s[i+len(at):])
			if peel(company, officeWords) == "" {
				return name, "" // "Lindau - Personnel", "Acme - Work with us"
			}
			return name, company
		}
	}
	if i := strings.IndexByte(s, '('); i > 0 && strings.HasSuffix(s, ")") {
		if w, _, ok := strings.Cut(s[i+1:], "/"); ok && personalPronouns[strings.ToLower(w)] {
			return strings.TrimSpace(s[:i]), ""
		}
		if peel(s[i+1:len(s)-1], officeWords) == "" {
			return strings.TrimSpace(s[:i]), "" // "Acme (Recruiting)"
		}
		return strings.TrimSpace(s[:i]), s[i+1 : len(s)-1]
	}
	return s, ""
}

// personalPronouns are what people put in brackets behind their names.
var personalPronouns = setOf("she he they sie er elle il iel ella el")

// looksPerson reports whether a display name reads like a person's: two or three capitalised words, none of them an
// office's or a legal form.
func looksPerson(s string) bool {
	var buf [16]string
	f := appendFields(buf[:0], strings.ReplaceAll(s, ",", " "))
	if len(f) < 2 || len(f) > 4 {
		return false
	}
	for _, w := range f {
		bare := foldWord(trim(w, ".,"))
		if teamWords[bare] || legalForms[bare] || strings.ContainsAny(w, "0123456789&@/") || !capitalised(w) && !joiners[bare] {
			return false
		}
	}
	return true
}
