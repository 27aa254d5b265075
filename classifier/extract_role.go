package classifier

import (
	"strings"
	"unicode"
)

// genderMarks are the letters in brackets that follow a title in countries with a duty to neutral advertising.
var genderMarks = setOf("m f d w x h g a i gn div all genders mwd wmd fmd mfd mw wm mf fm hf fh gmwd mwdi mwx wmx dmw dwm mvx mv vm vmx vx hfx fhx h/f")

// cleanRole removes from a title what is not part of it: quotes, gender marks, requisition numbers, trailing punctuation.
func cleanRole(s string) string {
	if plainWords(s) {
		return s
	}
	s = trim(s, " \t\"“”„«»'‘’*_")
	for {
		open := strings.IndexByte(s, '(')
		if i := strings.IndexByte(s, '['); open < 0 || i >= 0 && i < open {
			open = i
		}
		if open < 0 {
			break
		}
		n := strings.IndexAny(s[open:], ")]")
		if n < 0 {
			if in := s[open+1:]; isGenderMark(in) || in == "" {
				s = s[:open]
			}
			break
		}
		in := s[open+1 : open+n]
		marks, _, _ := strings.Cut(strings.ReplaceAll(in, ";", ","), ",")
		if isGenderMark(marks) || isNumberMark(in) || digitsAt(in) > 3 {
			s = strings.TrimSpace(s[:open]) + " " + strings.TrimSpace(s[open+n+1:])
			continue
		}
		break
	}
	s = singleSpaced(s)
	for {
		i := strings.LastIndexByte(s, ' ')
		if i < 0 || !isNumberMark(s[i+1:]) && !isSlashMark(s[i+1:]) && trim(s[i+1:], "-–—|,:;#") != "" {
			break
		}
		s = s[:i]
	}
	for {
		i := strings.IndexByte(s, ' ')
		if i < 0 || !isNumberMark(s[:i]) && trim(s[:i], "-–—|,:;#") != "" {
			break
		}
		s = s[i+1:]
	}
	return trim(s, " ,;:-–—|\"“”„«»'‘’*")
}

// plainWords reports whether s is but words of ASCII's letters with one space between them.
func plainWords(s string) bool {
	letter := false
	for i := range len(s) {
		before := letter
		letter = lower[s[i]] > '9'
		if !letter && (s[i] != ' ' || !before) {
			return false
		}
	}
	return letter
}

// appendFields appends the words of s as strings.Fields cuts it.
func appendFields(f []string, s string) []string {
	if !ascii(s) {
		return append(f, strings.Fields(s)...)
	}
	from := 0
	for i := range len(s) {
		if c := s[i]; c == ' ' || c >= '\t' && c <= '\r' {
			if i > from {
				f = append(f, s[from:i])
			}
			from = i + 1
		}
	}
	if from < len(s) {
		f = append(f, s[from:])
	}
	return f
}

// wordsOf returns the words from the i-th to the one before the j-th of s, of which f are all, with one space between them.
func wordsOf(s string, f []string, i, j int) string {
	if i >= j || !squeezed(s) {
		return strings.Join(f[i:j], " ")
	}
	from := 0
	for _, w := range f[:i] {
		from += len(w) + 1
	}
	to := from - 1
	for _, w := range f[i:j] {
		to += len(w) + 1
	}
	return s[from:to]
}

// numeral reports whether a folded name has no letters.
func numeral(folded string) bool {
	return strings.IndexFunc(folded, func(r rune) bool { return r != ' ' && (r < '0' || r > '9') }) < 0
}

// trim is strings.Trim for a cutset without letters and digits of ASCII, between which most words stand.
func trim(s, cutset string) string {
	if s != "" && isWordByte(s[0]) && isWordByte(s[len(s)-1]) {
		return s
	}
	return strings.Trim(s, cutset)
}

// singleSpaced returns s with one space between its words and none around them.
func singleSpaced(s string) string {
	if squeezed(s) {
		return s
	}
	before := ' '
	for _, r := range s {
		if (r < ' ' || r > '~') && unicode.IsSpace(r) || r == ' ' && before == ' ' {
			return strings.Join(strings.Fields(s), " ")
		}
		before = r
	}
	if before == ' ' {
		return strings.TrimSuffix(s, " ")
	}
	return s
}

// FoldRole returns the form of a job title in which two spellings of it are equal: cleaned of gender marks and numbers, without
// the endings that name both genders ("Leiter*in", "Leiter:in", "Leiter/in"), and folded as by [FoldName].
func FoldRole(s string) string {
	s = cleanRole(s)
	if !hasGenderEnd(s) {
		return FoldName(s)
	}
	for _, mark := range [...]string{"*in", ":in", "/in", "_in", "(in)", "/-in", "*r", ":r", "/-r", "·e", "(e)", "(a)", "/a", "(ne)", "(rice)", "(euse)"} {
		for i := strings.Index(s, mark); i > 0; i = strings.Index(s, mark) {
			end := i + len(mark)
			if end < len(s) && s[end] != ' ' && s[end] != ',' && s[end] != '/' && s[end] != '-' {
				break
			}
			s = s[:i] + s[end:]
		}
	}
	return FoldName(s)
}

// hasGenderEnd reports whether s may hold one of the endings that FoldRole leaves out.
func hasGenderEnd(s string) bool {
	for i := range len(s) {
		switch s[i] {
		case '*', ':', '/', '_', '(', "·"[0]:
			return true
		}
	}
	return false
}

// isGenderMark reports whether the content of brackets only lists genders: m/w/d, f/m/x, H/F, all genders.
func isGenderMark(s string) bool {
	n := 0
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && r != '*' }) {
		if n++; !genderMarks[strings.Trim(w, "*")] {
			return false
		}
	}
	return n > 0
}

// isSlashMark reports whether a bare word is a gender mark: m/w/d, H/F.
func isSlashMark(w string) bool {
	return (strings.IndexByte(w, '/') >= 0 || strings.IndexByte(w, '|') >= 0) && isGenderMark(w)
}

// isNumberMark reports whether a word is a requisition number: at least four digits, with few letters around them.
func isNumberMark(w string) bool {
	digits, letters := 0, 0
	for _, r := range w {
		switch {
		case unicode.IsDigit(r):
			digits++
		case unicode.IsLetter(r):
			letters++
		case r != '-' && r != '_' && r != '#' && r != '/' && r != ':' && r != '.' && r != ' ':
			return false
		}
	}
	return (digits >= 4 || digits >= 3 && letters > 0 && strings.ContainsAny(w, "-_/")) && letters <= 6
}

// fromGenderMarks reads the titles in front of "(m/w/d)" and its like, back to the words that announce them.
func (h *hearing) fromGenderMarks() {
	p := h.p
	for i := 1; i < len(p.tokens); i++ {
		g := p.gap(i)
		open := strings.LastIndexAny(g, "([")
		if open < 0 || strings.ContainsAny(g[:open], ".:;!?\n") {
			continue
		}
		from := int(p.tokens[i-1].to) + open + 1
		n := strings.IndexAny(p.orig[from:min(len(p.orig), from+24)], ")],;")
		if n < 0 || !isGenderMark(p.orig[from:from+n]) {
			continue
		}
		if start := h.titleStart(i); start < i {
			weight := 3.4
			if p.sents[p.tokens[i].sent].subject {
				weight = 3.6
			}
			h.role(p.phrase(start, i).text, "body", weight)
		}
	}
}

// titleStart walks back from token i over the words of a title.
func (h *hearing) titleStart(i int) int {
	p := h.p
	first := int(p.sents[p.tokens[i-1].sent].first)
	start := i
	for start > first && i-start < 14 {
		if start < i {
			if g := strings.Trim(p.gap(start), " \n"); g != "" && g != "-" && g != "/" && g != "&" && g != "," && g != "." && g != ":" && g != "*" && g != ")" && g != "+" && g != "_" ||
				strings.HasPrefix(p.gap(start), " -") || p.gap(start) == ": " || p.gap(start) == ". " {
				break
			}
		}
		w := string(p.word(start - 1))
		if h.announces(start-1, i) || stopNames[w] && !joiners[w] && w != "fur" && w != "in" && w != "pour" && w != "with" && w != "for" && !(w == "i" && start == i) {
			break
		}
		start--
	}
	for start < i && (joiners[string(p.word(start))] || articles[string(p.word(start))] && !p.capital(start) || generic(p, start) && !h.looksRole(phrase{from: start, to: start + 1}) || verbs[string(p.word(start))]) {
		start++
	}
	return start
}

// announces reports whether token i ends words that announce a title or an application.
func (h *hearing) announces(i, limit int) bool {
	for _, k := range h.p.in(int(h.p.tokens[i].sent)) {
		if (k.cue == cueTitle || k.cue == cueHead || k.cue == cuePlace) && int(k.to) == i+1 && int(k.to) < limit {
			return true
		}
	}
	return false
}

// requisition finds the number of the opening: "R-12345", "JR00123", or what follows "Req ID", "Kennziffer", "réf.".
func (p *page) requisition() string {
	for i := range p.tokens {
		if w := p.written(i); len(w) >= 1 && len(w) <= 3 && allUpper(w) && p.next(i, "-", "_") && digitsAt(p.written(i+1)) >= 3 && requisitionPrefix[w] {
			return w + p.gap(i+1) + p.written(i+1)
		}
		if w := p.written(i); len(w) >= 6 && len(w) <= 12 && requisitionPrefix[strings.TrimRight(w, "0123456789")] && digitsAt(strings.TrimLeft(w, "JREQ")) >= 4 {
			return w
		}
	}
	for s := range p.sents {
		for _, k := range p.in(s) {
			if k.cue != cueRef || int(k.to) >= int(p.sents[s].last) {
				continue
			}
			if n := p.numberAt(int(k.to), int(p.sents[s].last)); n != "" {
				return n
			}
		}
	}
	return ""
}

var requisitionPrefix = setOf("R JR REQ RQ J JOB REF ID P")

// numberAt reads an identifier with at least three digits that starts at token i.
func (p *page) numberAt(i, last int) string {
	g := strings.TrimSpace(p.gap(i))
	if g != "" && strings.Trim(g, ":#.-–°º()[] ") != "" {
		return ""
	}
	end, digits := i, 0
	for j := i; j < last && j-i < 5; j++ {
		if j > i && strings.Trim(p.gap(j), "-_/.") != "" {
			break
		}
		w := p.written(j)
		if digitsAt(w) == 0 && !(j == i && allUpper(w)) && !(j > i && allUpper(w)) {
			break
		}
		digits += digitsAt(w)
		end = j + 1
	}
	if digits < 3 || end == i {
		return ""
	}
	return p.orig[p.tokens[i].from:p.tokens[end-1].to]
}

func (p *page) next(i int, gaps ...string) bool {
	if i+1 >= len(p.tokens) {
		return false
	}
	for _, g := range gaps {
		if p.gap(i+1) == g {
			return true
		}
	}
	return false
}

func digitsAt(w string) (n int) {
	for _, r := range w {
		if unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

func allUpper(w string) bool {
	for _, r := range w {
		if !unicode.IsUpper(r) && !unicode.IsDigit(r) {
			return false
		}
	}
	return w != ""
}

// title settles the role among what was heard. The employer's own name is none.
func (h *hearing) title(employer string) string {
	folded := FoldName(employer)
	for i := range h.roles {
		if c := &h.roles[i]; c.folded == folded {
			c.score -= 10
		}
	}
	win, ok := h.roles.winner(1, 0)
	if !ok || win.score < 0.8 {
		if s := h.subjectTitle(folded); s != "" {
			return s
		}
		return h.aloneTitle(folded)
	}
	return win.name + h.extension(win.folded, folded)
}

// aloneTitle returns the part of the subject that stands alone and is neither the employer nor the user, where the sender
// names the employer by itself: "Acme - Falconer", sent by Acme's system.
func (h *hearing) aloneTitle(employer string) string {
	if employer == "" || h.sender.Type != "ats" {
		return ""
	}
	for _, s := range h.parts {
		if f := FoldName(s); f != employer && !partOf(f, employer) && !partOf(employer, f) && !h.isMyName(s) && FoldName(h.m.Author().Name) != f {
			return cleanRole(s)
		}
	}
	return ""
}

// subjectTitle returns the stretch of the subject around a word of job titles, in capitals or not: "Re: bar supervisor",
// "Entrevista jefe de taller".
func (h *hearing) subjectTitle(employer string) string {
	p := h.p
	for s := 0; s < p.body; s++ {
		first, last := int(p.sents[s].first), int(p.sents[s].last)
		for i := first; i < last; i++ {
			if !p.roleWord(i) || generic(p, i) {
				continue
			}
			start, end := i, i+1
			for start > first && p.gap(start) == " " && h.ofTitle(start-1) && !titleLinks[string(p.word(start-1))] {
				start--
			}
			for end < last && (p.gap(end) == " " || p.gap(end) == "-") && end-start < 6 && h.ofTitle(end) {
				end++
			}
			end = max(end, p.onward(p.phrase(start, i+1), last))
			for end > i+1 && titleLinks[string(p.word(end-1))] {
				end--
			}
			title := cleanRole(p.phrase(start, end).text)
			if f := FoldName(title); f != employer && !partOf(employer, f) && !h.isMyName(title) && !genericRole[f] {
				return title
			}
		}
	}
	return ""
}

// ofTitle reports whether a token of the subject may be part of a title: no word of subject lines, no function word, no date.
func (h *hearing) ofTitle(i int) bool {
	w := string(h.p.word(i))
	return !generic(h.p, i) && (!stopNames[w] || joiners[w]) && !pronouns[w] && !headWords[w] && !verbs[w] && !nameArticlesOnly[w] && digitsAt(w) == 0 && h.p.facts.words[w].is&^(isPhrase|isGlue|isBegin|isEnd|isNext|isTo|isAt) == 0
}

// nameArticlesOnly are articles that no title holds.
var nameArticlesOnly = setOf("the a an der die das den ein eine einen el los las il lo gli les un une una uno het een o os")

// fieldWords are fields of work that follow a title behind a comma: "Engineer, Front End".
var fieldWords = setOf(`software development front back end frontend backend full stack technology technologies platform platforms data cloud marketing sales mobile infrastructure web product
	products design operations research finance security engineering systems services analytics hardware embedded machine learning ai ml ios android ui ux growth partnerships payments risk
	legal compliance quality entwicklung vertrieb finanzen forschung technik informatik developpement ventes finances desarrollo ventas ontwikkeling verkoop sviluppo vendite desenvolvimento vendas`)

// extension returns ", Front End" or " - Front End" where the text shows the title in that longer form: where the rest names
// a field of work, or the whole stands there twice. An employer's name is none.
func (h *hearing) extension(role, employer string) string {
	p := h.p
	words := strings.Fields(role)
	n := len(words)
	seen := map[string]bool{}
	for i := range p.tokens {
		if i+n >= len(p.tokens) || string(p.word(i)) != words[0] || !p.capital(i) || FoldName(p.phrase(i, i+n).text) != role {
			continue
		}
		last := int(p.sents[p.tokens[i].sent].last)
		if i+n >= last {
			continue
		}
		sep := strings.TrimSpace(p.gap(i + n))
		if sep != "," && sep != "-" && sep != "–" {
			continue
		}
		np := p.name(i+n, last)
		f := FoldName(np.text)
		if np.text == "" || f == employer || p.tokens[i].sent != p.tokens[np.to-1].sent {
			continue
		}
		if sep != "," {
			sep = " " + sep
		}
		if seen[f] {
			return sep + " " + np.text
		}
		seen[f] = true
		for _, w := range strings.Fields(strings.ReplaceAll(f, "-", " ")) {
			if fieldWords[w] {
				return sep + " " + np.text
			}
		}
	}
	return ""
}
