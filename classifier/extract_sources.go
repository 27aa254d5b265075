package classifier

import (
	"slices"
	"strings"
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
		if w := p.word(j); !joiners[string(w)] && (generic(p, j) || stopNames[string(w)]) {
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
				if len(next) < 60 && capitalised(next) && !strings.HasSuffix(next, ".") && (!h.textLooksRole(next) || institution(next)) {
					h.company(next, "body", 1.8)
				}
				break
			}
		}
	}
}

// textLooksRole is looksRole for words outside the page.
func (h *hearing) textLooksRole(s string) bool {
	var words [16]string
	return slices.ContainsFunc(appendFields(words[:0], s), h.wordOfRoles)
}

// wordOfRoles is roleWord for a word outside the page.
func (h *hearing) wordOfRoles(w string) bool {
	var buf [64]byte
	folded := appendFolded(buf[:0], trim(w, ".,;:()/"))
	return h.p.facts.titleWord(folded) || h.p.facts.alone(h.p.facts.lang.lexicon.find(folded), cueRole)
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
		for _, part := range h.cut(l) {
			h.signed(part, i+1 == len(ls))
		}
	}
	h.fromBlock(ls)
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
		bare := foldWord(trim(w, ".,;:!()'’"))
		if jobWords[bare] {
			return // a person's title
		}
		if stopNames[bare] && !joiners[bare] && !officeWords[bare] || strings.ContainsAny(w, "[]{}<>:") || digitsAt(w) > 3 {
			return
		}
		if isTeam(bare) {
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

// isTeam reports whether a folded word is one of [teamWords] or a compound of team: "Nachwuchsteam".
func isTeam(w string) bool {
	return teamWords[w] || len(w) > 6 && strings.HasSuffix(w, "team")
}

// teamWords are the words that make a sign-off line an employer's and not a person's.
var teamWords = setOf(`team teams recruiting recruitment recruiters talent careers hr staffing hiring human resources personalabteilung personalmanagement equipe equipo squad
	recrutement recrutamento reclutamiento reclutamento werving selection seleccion selezione selecao rrhh rh ops gente gestao personas pessoas recursos ressources risorse people personal department careerteam bewerbermanagement karriere`)

// jobWords are the titles of those who write to applicants.
var jobWords = setOf(`recruiter sourcer coordinator manager director specialist head lead vp officer assistant generalist advisor consultant president ceo cto founder cofounder
	engineer leiter leiterin leitung referent referentin manager managerin responsable directeur directrice chargee charge gerente directora medewerker adviseur responsabile analista
	diretor diretora coordenador coordenadora powered sent interviewer`)

func hasLegalForm(s string) bool {
	var buf [128]byte
	w, more := lastWord(appendName(buf[:0], s))
	return more && legalForms[string(w)]
}

var signSeparators = strings.NewReplacer(" - ", "|", " – ", "|", " — ", "|", " at ", "|", " @ ", "|", " bei ", "|", " chez ", "|", ", ", "|", "•", "|", "·", "|")

// separated puts a bar in place of each separator.
func separated(s string) string {
	for i := range len(s) {
		switch c := s[i]; {
		case c >= utf8.RuneSelf, (c == '-' || c == '@' || c == ',') && i+1 < len(s) && s[i+1] == ' ':
			return signSeparators.Replace(s)
		}
	}
	if strings.Contains(s, " at ") || strings.Contains(s, " bei ") || strings.Contains(s, " chez ") {
		return signSeparators.Replace(s)
	}
	return s
}

// barred cuts s at its separators.
func barred(s string) []string {
	s = separated(s)
	if s != "" && strings.IndexByte(s, '|') < 0 {
		return []string{s}
	}
	return strings.FieldsFunc(s, func(r rune) bool { return r == '|' })
}

// longForm is a length in octets that no legal form has: "GmbH & Co. KG".
const longForm = 64

// signParts cuts a sign-off line at its separators.
func signParts(l string) []string {
	parts := barred(l)
	if len(parts) == 1 {
		return parts
	}
	// "Acme, Inc." is one part.
	out := parts[:0]
	for _, s := range parts {
		s = strings.TrimSpace(s)
		if len(out) > 0 && len(s) < longForm && legalForms[FoldName(s)] {
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
	if h.c.Employers == nil {
		return
	}
	var b strings.Builder
	for i := range h.p.tokens {
		b.WriteByte(' ')
		b.Write(h.p.word(i))
	}
	b.WriteByte(' ')
	domain := registrable(domainOf(h.m.Author().Address))
	own := label(domain)
	if senderOfDomain(domain).system() {
		domain, own = "", ""
	}
	h.c.Employers.named(b.String(), domain, own, func(k *KnownEmployer) { h.employers.vote(k.Name, "context", 2) })
}
