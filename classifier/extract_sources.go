package classifier

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// fromSubject reads names that stand in a subject by themselves: "Acme - Application received", "Your Acme application".
func (h *hearing) fromSubject() {
	p := h.p
	for s := 0; s < p.body; s++ {
		first, last := int(p.sents[s].first), int(p.sents[s].last)
		for i := first; i < last; {
			np := h.subjectRun(i, last)
			if np.to <= i {
				i++
				continue
			}
			i = np.to
			alone := h.alone(np, first, last)
			switch {
			case h.looksRole(np):
				score := 0.9
				if alone {
					score = 1.6
				}
				h.role(p.longTitle(np, last).text, "subject", score)
			case alone:
				h.parts = append(h.parts, np.text)
				h.company(np.text, "subject", 1.4)
			case np.to < last && generic(p, np.to) && softGap(p.gap(np.to)):
				h.company(np.text, "subject", 1.7)
			default:
				h.company(np.text, "subject", 0.7)
			}
		}
	}
}

// subjectRun reads a run of capitals at token i that holds no word of subject lines.
func (h *hearing) subjectRun(i, last int) phrase {
	p := h.p
	if !p.capital(i) || generic(p, i) || stopNames[string(p.word(i))] {
		return phrase{from: i, to: i}
	}
	np := p.name(i, last)
	end := np.from
	for j := np.from; j < np.to; j++ {
		if generic(p, j) && !joiners[string(p.word(j))] || stopNames[string(p.word(j))] {
			break
		}
		end = j + 1
	}
	for end > i && joiners[string(p.word(end-1))] {
		end--
	}
	return p.phrase(i, end)
}

// alone reports whether np fills a part of the subject between separators.
func (h *hearing) alone(np phrase, first, last int) bool {
	g := strings.TrimSpace(h.p.gap(np.from))
	left := np.from == first || strings.ContainsAny(g, "-–—|:[]•·/(")
	g = strings.TrimSpace(h.p.gap(np.to))
	right := np.to == last || strings.ContainsAny(g, "-–—|:[]•·/()#")
	return left && right
}

// fromLines reads mails that are built of lines, as the boards send them: the title, and below it the employer, perhaps
// with a place after a dot.
func (h *hearing) fromLines() {
	ls := lines(clip(h.m.Text, 4<<10))
	for i, l := range ls {
		if left, _, ok := strings.Cut(l, " · "); ok && len(left) < 60 && capitalised(left) {
			h.company(left, "body", 2)
		}
		if l = strings.TrimLeft(l, "•*-–· \u2003"); i > 0 && strings.HasSuffix(ls[i-1], ":") && len(l) < 80 && capitalised(l) && !strings.HasSuffix(l, ".") && !strings.ContainsAny(l, ":,") && !strings.Contains(l, " with ") && !strings.Contains(l, " at ") && h.textLooksRole(l) {
			h.role(l, "body", 1.8)
		}
		if h.sender.Type == "board" && len(l) < 80 && capitalised(l) && !strings.HasSuffix(l, ".") && !strings.Contains(l, " · ") && h.textLooksRole(l) {
			h.role(l, "body", 1.2)
		}
		if i+1 >= len(ls) || len(l) > 100 {
			continue
		}
		folded := FoldName(cleanRole(l))
		for _, r := range h.roles {
			if r.folded == folded && folded != "" {
				next, _, _ := strings.Cut(ls[i+1], " · ")
				next, _, _ = strings.Cut(next, " - ")
				if len(next) < 60 && capitalised(next) && !strings.HasSuffix(next, ".") && !h.textLooksRole(next) {
					h.company(next, "body", 1.8)
				}
				break
			}
		}
	}
}

// textLooksRole is looksRole for words outside the page.
func (h *hearing) textLooksRole(s string) bool {
	for _, w := range strings.Fields(s) {
		folded := []byte(foldWord(strings.Trim(w, ".,;:()/")))
		if h.p.facts.titleWord(folded) {
			return true
		}
		k := h.p.facts.lang.lexicon.find(folded)
		if k == nil {
			continue
		}
		for _, id := range k.starts {
			pat := &h.p.facts.lang.patterns[id]
			if cue(pat.concept) == cueRole && len(pat.code) == 2 { // of one word
				return true
			}
		}
	}
	return false
}

// fromSignOff reads the last lines of the text and the signature: "The Acme Recruiting Team", "Jane Roe | Acme".
func (h *hearing) fromSignOff() {
	ls := lines(tail(h.m.Text, 1500))
	if len(ls) > 8 {
		ls = ls[len(ls)-8:]
	}
	sig := lines(clip(h.m.Signature, 1500))
	if len(sig) > 10 {
		sig = sig[:10]
	}
	ls = append(ls, sig...)
	for i, l := range ls {
		if utf8.RuneCountInString(l) > 90 {
			continue
		}
		for _, part := range signParts(l) {
			h.signed(part, i+1 == len(ls))
		}
	}
}

// signed votes for the name in one part of a sign-off line. A line that holds a word like Team or Recruiting names the
// employer; a bare name may be a person's, so it only supports what else was found.
func (h *hearing) signed(part string, final bool) {
	f := strings.Fields(part)
	if len(f) == 0 || len(f) > 9 {
		return
	}
	office, capitals := false, true
	for _, w := range f {
		bare := foldWord(strings.Trim(w, ".,;:!()'’"))
		if jobWords[bare] {
			return // a person's title
		}
		if stopNames[bare] && !joiners[bare] && !officeWords[bare] || strings.ContainsAny(w, "[]{}<>:") || digitsAt(w) > 3 {
			return
		}
		if teamWords[bare] {
			office = true
		} else if !capitalised(w) && !officeWords[bare] && !joiners[bare] && w != "&" && w != "|" {
			capitals = false
		}
	}
	if !capitals {
		return
	}
	rest := peel(part, officeWords)
	if rest == "" || h.textLooksRole(rest) {
		return
	}
	n := len(strings.Fields(rest))
	switch {
	case office && rest != part && n <= 5:
		h.company(rest, "signature", 2.4)
	case hasLegalForm(rest) || institution(rest):
		h.company(rest, "signature", 1.8)
	case final && n <= 4:
		h.company(rest, "signature", 0.8)
	default:
		h.company(rest, "signature", 0.4)
	}
}

// teamWords are the words that make a sign-off line an employer's and not a person's.
var teamWords = setOf(`team teams recruiting recruitment recruiters talent careers hr staffing hiring human resources personalabteilung personalmanagement equipe equipo squad
	recrutement selection seleccion selezione selecao recursos ressources risorse people personal department careerteam bewerbermanagement karriere`)

// jobWords are the titles of those who write to applicants.
var jobWords = setOf(`recruiter sourcer coordinator manager director specialist head lead vp officer assistant generalist advisor consultant president ceo cto founder cofounder
	engineer leiter leiterin leitung referent referentin manager managerin responsable directeur directrice chargee charge gerente directora medewerker adviseur responsabile analista
	diretor diretora coordenador coordenadora powered sent interviewer`)

func hasLegalForm(s string) bool {
	w := nameWords(s)
	return len(w) > 1 && legalForms[w[len(w)-1]]
}

var signSeparators = strings.NewReplacer(" - ", "|", " – ", "|", " — ", "|", " at ", "|", " @ ", "|", " bei ", "|", " chez ", "|", ", ", "|", "•", "|", "·", "|")

// signParts cuts a sign-off line at its separators.
func signParts(l string) []string {
	parts := strings.FieldsFunc(signSeparators.Replace(l), func(r rune) bool { return r == '|' })
	if len(parts) == 1 {
		return parts
	}
	// "Acme, Inc." is one part.
	out := parts[:0]
	for _, s := range parts {
		s = strings.TrimSpace(s)
		if len(out) > 0 && legalForms[FoldName(s)] {
			out[len(out)-1] += ", " + s
			continue
		}
		out = append(out, s)
	}
	return out
}

func tail(s string, n int) string {
	if len(s) <= n {
		return s
	}
	s = s[len(s)-n:]
	if i := strings.IndexByte(s, '\n'); i >= 0 {
		s = s[i+1:]
	}
	return s
}

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
		} else if h.sender.namesake("display") {
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
		case rest == "":
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
	if h.client || h.bookAgency(domain) || recruits(label(domain)) && humanAddress(a.Address, a.Name) {
		h.asAgency(a.Name, company, domain)
	}
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
	own := label(domainOf(h.m.Author().Address))
	return strings.Contains(joined, h.sender.Family) || strings.Contains(h.sender.Family, joined) || strings.Contains(joined, own) || strings.Contains(own, joined)
}

// names reports whether the words of a name stand in the subject or the text, one after the other.
func (p *page) names(name string) bool { return p.after(name) > 0 }

// saysInBody is names for the text alone.
func (p *page) saysInBody(name string) bool {
	from := len(p.tokens)
	if p.body < len(p.sents) {
		from = int(p.sents[p.body].first)
	}
	return p.afterFrom(from, name) > 0
}

// after returns the token behind the first place where the words of a name stand one after the other, 0 without one.
func (p *page) after(name string) int { return p.afterFrom(0, name) }

func (p *page) afterFrom(from int, name string) int {
	words := strings.Fields(FoldName(name))
	if len(words) == 0 {
		return 0
	}
	for i := from; i+len(words) <= len(p.tokens); i++ {
		k := 0
		for k < len(words) && string(p.word(i+k)) == words[k] {
			k++
		}
		if k == len(words) && p.capital(i) {
			return i + k
		}
	}
	return 0
}

// institution reports whether a name holds a word or a legal form that no person's name has.
func institution(s string) bool {
	for _, w := range nameWords(s) {
		if institutes[w] || firmKinds[w] || strings.HasPrefix(w, "universi") || strings.HasSuffix(w, "hochschule") || w == "fh" || w == "tu" {
			return true
		}
	}
	return hasLegalForm(s)
}

// firmKinds are the words by which firms, schools and public bodies call themselves, folded, in all languages together.
var firmKinds = setOf(`group hospital college university school academy trust council county district authority museum library foundation society clinic surgery
	nursery hotel farm bakery brewery dental practice logistics transport freight motors foods mutual robotics technologies laboratories systems stockholders
	stadt hansestadt landkreis gemeinde landratsamt klinik klinikum krankenhaus pflegedienst tischlerei schreinerei backerei metzgerei kanzlei praxis verlag stadtwerke ministerium
	grundschule gymnasium kita kindergarten stiftung maschinenbau steuerberater ingenieurburo autohaus gasthof brauerei gartnerei apotheke spedition energiehandel dachtechnik
	mairie ville ateliers atelier clinique hopital chu ecole lycee cabinet boulangerie librairie ehpad domaine laboratoires transports
	ayuntamiento colegio clinica universidad talleres bodegas hoteles residencia fundacion instituto diputacion farmacia panaderia construcciones
	comune ospedale officine fonderie banca cooperativa universita istituto scuola liceo ristorante
	gemeente ziekenhuis stichting basisschool bakkerij zorggroep provincie hogeschool universiteit
	camara universidade construcoes pastelaria escola fundacao banco`)

// asAgency makes the author's own company the agency, so that only its client can be the employer.
func (h *hearing) asAgency(display, company, domain string) {
	if h.agency == "" {
		h.agency = company
	}
	for i := range h.employers {
		if c := &h.employers[i]; labelNames(label(domain), c.name) || h.agency != "" && c.folded == FoldName(h.agency) {
			h.agency = c.name
			c.score -= 8
		}
	}
	if own := h.ownName(domain); own != "" {
		h.agency = own
	}
	if h.agency == "" {
		h.agency = agencyName(display, domain)
	}
}

// ownName finds the name of the writer's company in the last lines: the part that the domain's label stands for.
func (h *hearing) ownName(domain string) string {
	if domain == "" || senderOfDomain(domain).Type == "freemail" {
		return ""
	}
	ls := lines(tail(h.m.Text, 600))
	for _, l := range append(ls, lines(clip(h.m.Signature, 600))...) {
		for _, part := range signParts(l) {
			if len(strings.Fields(part)) <= 6 && capitalised(part) && labelNames(label(domain), part) {
				return part
			}
		}
	}
	return ""
}

// recruits reports whether a domain's label says that its owner recruits for others.
func recruits(label string) bool {
	for _, w := range [...]string{"recruit", "personalberatung", "personaldienst", "staffing", "headhunt", "executivesearch", "recrutement", "detachering", "uitzend"} {
		if strings.Contains(label, w) {
			return true
		}
	}
	return strings.HasSuffix(label, "search")
}

func (h *hearing) bookAgency(domain string) bool {
	for _, k := range h.c.Employers {
		for _, d := range k.Domains {
			if k.Agency && registrable(d) == registrable(domain) && domain != "" {
				return true
			}
		}
	}
	return false
}

func agencyName(display, domain string) string {
	if _, company := splitDisplay(display); company != "" {
		return company
	}
	if n := peel(display, officeWords); n != "" && labelNames(label(domain), n) {
		return n
	}
	if senderOfDomain(domain).Type == "freemail" {
		return ""
	}
	return titled(label(domain))
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
	if best != nil {
		best.score += score + 1
		return
	}
	h.company(titled(label), "domain", score)
}

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
				return name, "" // "Lindau - Personnel"
			}
			return name, company
		}
	}
	if i := strings.IndexByte(s, '('); i > 0 && strings.HasSuffix(s, ")") {
		if w, _, ok := strings.Cut(s[i+1:], "/"); ok && personalPronouns[strings.ToLower(w)] {
			return strings.TrimSpace(s[:i]), ""
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
	f := strings.Fields(strings.ReplaceAll(s, ",", " "))
	if len(f) < 2 || len(f) > 4 {
		return false
	}
	for _, w := range f {
		bare := foldWord(strings.Trim(w, ".,"))
		if teamWords[bare] || legalForms[bare] || strings.ContainsAny(w, "0123456789&@/") || !capitalised(w) && !joiners[bare] {
			return false
		}
	}
	return true
}

// fromCalendar lets the organizer's domain speak.
func (h *hearing) fromCalendar() {
	for _, c := range h.m.Calendars {
		if d := domainOf(c.Organizer.Address); d != "" && !senderOfDomain(d).system() {
			h.byLabel(label(d), 0.8)
		}
	}
}

// fromBook recognises employers that the book knows, in the text, by domain and by thread.
func (h *hearing) fromBook() {
	for _, t := range h.c.Thread {
		if t.Employer != "" {
			h.employers.vote(t.Employer, "context", 1.5)
		}
		if t.Role != "" {
			h.roles.vote(t.Role, "context", 1)
		}
	}
	if len(h.c.Employers) == 0 {
		return
	}
	var b strings.Builder
	for i := range h.p.tokens {
		b.WriteByte(' ')
		b.Write(h.p.word(i))
	}
	b.WriteByte(' ')
	all := b.String()
	domain := registrable(domainOf(h.m.Author().Address))
	own := label(domain)
	if senderOfDomain(domain).system() {
		own = ""
	}
	for _, k := range h.c.Employers {
		if k.Agency {
			continue
		}
		if own != "" && labelNames(own, k.Name) {
			h.employers.vote(k.Name, "context", 2)
		}
		if f := foldKnown(k.Name); len(f) > 1 && strings.Contains(all, " "+f+" ") {
			h.employers.vote(k.Name, "context", 2)
		}
		for _, d := range k.Domains {
			if domain != "" && registrable(d) == domain && !senderOfDomain(domain).system() {
				h.employers.vote(k.Name, "context", 2)
				break
			}
		}
	}
}
