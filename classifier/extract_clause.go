package classifier

import (
	"strings"
)

// fromText reads the body's and the subject's cues: what follows "your application to", "interest in", "position at".
func (h *hearing) fromText() {
	p := h.p
	for s := range p.sents {
		last := int(p.sents[s].last)
		weight, from := 3.0, "body"
		if p.sents[s].subject {
			weight, from = 3.2, "subject"
		}
		h.opening(int(p.sents[s].first), last, from)
		for _, k := range p.in(s) {
			k.to = p.unbracketed(k)
			switch k.cue {
			case cueObject:
				if h.titleWithin(s, k) {
					continue // "candidatura come addetto al …"
				}
				h.forRole = forWords[string(p.word(int(k.to)-1))]
				h.object(int(k.to), h.colon(int(k.to), last), weight, from, false)
				h.forRole = false
			case cueField:
				if strings.HasPrefix(p.gap(int(k.to)), ":") {
					h.object(int(k.to), h.colon(int(k.to), last), weight, from, false)
				}
			case cueTitle:
				h.object(int(k.to), h.colon(int(k.to), last), weight-0.5, from, true)
			case cueClient:
				h.client = true
				if strings.TrimSpace(p.gap(int(k.to))) == "," && int(k.to) < last { // "my client, Acme, …"
					h.company(p.name(int(k.to), last).text, from, weight+2)
				}
				h.isClient(p.name(int(k.to), last))
				h.object(int(k.to), last, weight+2, from, false)
			case cueActor:
				if !p.passive(k) {
					h.actor(int(k.from), int(p.sents[s].first), weight, from)
				}
			case cueForRole:
				if np := p.name(int(k.to), last); np.text != "" && softGap(p.gap(int(k.to))) && h.looksRole(np) {
					h.role(p.longTitle(np, last).text, from, 1.6)
				}
			case cueNear:
				h.before(int(k.from), int(p.sents[s].first), int(k.to), last, weight-0.6, from, true)
			case cueHead:
				if p.heads(k, last) {
					h.object(int(k.to), h.colon(int(k.to), last), weight, from, true)
					continue
				}
				h.before(int(k.from), int(p.sents[s].first), int(k.to), last, weight, from, false)
			}
		}
	}
}

// isClient notes that an agency writes for np.
func (h *hearing) isClient(np phrase) {
	if np.text == "" || h.looksRole(np) {
		return
	}
	if h.clients == nil {
		h.clients = map[string]bool{}
	}
	h.clients[FoldName(cleanCompany(np.text))] = true
}

// opening reads the house that speaks of itself: "At Acme, we believe", "Bei Acme legen wir", "Chez Acme, nous".
func (h *hearing) opening(i, last int, from string) {
	p := h.p
	start := i
	if i+2 < last && string(p.word(i)) == "here" {
		i++
	}
	if !housePrepositions[string(p.word(i))] || i+2 >= last || !p.capital(start) {
		return
	}
	np := p.name(i+1, last)
	if np.text == "" || np.to >= last || h.looksRole(np) || h.noise(np) {
		return
	}
	for j := np.to; j < min(last, np.to+3); j++ {
		if ourWords[string(p.word(j))] {
			h.company(np.text, from, 2)
			return
		}
	}
}

// housePrepositions stand before the house at the beginning of a sentence, and ourWords behind it.
var (
	housePrepositions = setOf("at bei chez presso bij en na no")
	ourWords          = setOf("we our wir unser unsere uns nous notre nos nosotros nuestro nuestra noi nostra nostro wij we onze ons nossa nosso acreditamos creemos buscamos")
)

// unbracketed returns the end of a mark, cut in front of a word that a bracket follows: in "vaga Operador(a)" the a is no preposition.
func (p *page) unbracketed(k mark) int32 {
	for i := k.from + 2; i < k.to; i++ {
		if strings.HasPrefix(p.gap(int(i)), "(") {
			return i - 1
		}
	}
	return k.to
}

// titleWithin reports whether words that announce a title end inside k, right before a word of titles.
func (h *hearing) titleWithin(s int, k mark) bool {
	for _, t := range h.p.in(s) {
		if t.cue == cueTitle && t.from == k.from && t.to < k.to && h.p.roleWord(int(t.to)) {
			return true
		}
	}
	return false
}

// heads reports whether a mark is the label of its line: "Post: Lecturer".
func (p *page) heads(k mark, last int) bool {
	lead := p.gap(int(k.from))
	return strings.HasPrefix(p.gap(int(k.to)), ":") && (k.from == 0 || strings.Contains(lead, "\n") || p.tokens[k.from].sent != p.tokens[k.from-1].sent)
}

// passives make what stands in front of the verb the object: "your application for X has been received".
var passives = setOf("been ete sido stato stata")

func (p *page) passive(k mark) bool {
	for i := k.from; i < k.to; i++ {
		if passives[string(p.word(int(i)))] {
			return true
		}
	}
	return false
}

// colon moves the end of what is read from token i into the next sentence, where only a colon or a line end parts them.
func (h *hearing) colon(i, last int) int {
	if i == last && i < len(h.p.tokens) && int(h.p.tokens[i].sent) > h.p.body && (strings.HasPrefix(h.p.gap(i), ":") || strings.Trim(h.p.gap(i), " \t\r\n\"“„«*") == "") {
		return int(h.p.sents[h.p.tokens[i].sent].last)
	}
	return last
}

// object reads what an application is for: an employer, a role, or a role at an employer.
func (h *hearing) object(i, last int, weight float64, from string, roleOnly bool) {
	p := h.p
	if i < last && hardGap(p.gap(i)) && !roleOnly {
		return
	}
	i, titled := h.skip(i, last)
	roleOnly = roleOnly || titled
	np := p.name(i, last)
	if roleOnly && !np.quoted && h.lowerTitle(i, last, weight-0.3, from) {
		return
	}
	if np.text != "" && !np.quoted && h.noise(np) {
		h.at(np.to, last, weight, from)
		return
	}
	if np.text == "" || stopNames[string(p.word(np.from))] && np.to == np.from+1 {
		if i < last && (roleOnly || p.roleWord(i)) {
			h.lowerTitle(i, last, weight-1, from)
		} else {
			h.lowerName(i, last, weight, from)
		}
		return
	}
	if end, ok := p.is(np.to, cueHead); ok && softGap(p.gap(np.to)) {
		h.role(np.text, from, weight)
		h.at(end, last, weight, from)
		return
	}
	long := p.longTitle(np, last)
	if end, ok := p.is(long.to, cueHead); ok && softGap(p.gap(long.to)) {
		h.role(long.text, from, weight)
		h.at(end, last, weight, from)
		return
	}
	if _, ok := p.is(long.to, cuePlace); ok && softGap(p.gap(long.to)) && (roleOnly || h.looksRole(long) || h.at(long.to, last, 0, from)) {
		h.role(long.text, from, weight)
		h.at(long.to, last, weight, from)
		return
	}
	switch {
	case roleOnly && !np.quoted && !h.looksRole(long):
		h.role(long.text, from, weight-1.4)
	case roleOnly:
		h.role(long.text, from, weight-0.3)
	case np.quoted:
		h.role(np.text, from, weight-0.7)
	case h.looksRole(np):
		end := p.onward(np, last)
		h.role(p.phrase(np.from, end).text, from, weight-0.7)
		h.linked(end, last, weight-1, from)
	case h.forRole:
		h.role(long.text, from, weight-1)
		h.company(np.text, from, weight-2)
	default:
		h.meets(i-1, np)
		h.company(np.text, from, weight)
	}
}

// meets notes that a name which may be a person's stands behind "with" at token i.
func (h *hearing) meets(i int, np phrase) {
	if i < 0 || !withWords[string(h.p.word(i))] || !looksPerson(np.text) || hasLegalForm(np.text) || institution(np.text) {
		return
	}
	if h.met == nil {
		h.met = map[string]bool{}
	}
	h.met[FoldName(np.text)] = true
}

// withWords stand before the people whom one meets, and before the house.
var withWords = setOf("with mit con avec met com")

// skip passes over articles and the like, and over "the position of"; titled tells that a title follows.
func (h *hearing) skip(i, last int) (next int, titled bool) {
	p := h.p
	for n := 0; i < last && n < 6; n++ {
		if end, ok := p.is(i, cueTitle); ok && end < last {
			i, titled = end, true
			continue
		}
		if end, ok := p.is(i, cueHead); ok && end < last && !p.capital(i) {
			i, titled = end, true
			continue
		}
		if articles[string(p.word(i))] && (!p.capital(i) || string(p.word(i)) == "the") {
			i++
			continue
		}
		break
	}
	return i, titled
}

var articles = setOf(`the our a an following open new vacant current available der die das den dem des unsere unserer unserem unseren einer eine
	ein einem einen als zur zum le la les l notre nos un une de du des d el los las nuestra nuestro una il lo gli i la nostra nostro uno del della dell di o os as nossa
	nosso um uma da do het onze een of for as to be becoming role job jobs title`)

// at reads "at X" and votes for X; it reports whether a name stood there.
func (h *hearing) at(i, last int, weight float64, from string) bool {
	p := h.p
	end, ok := p.is(i, cuePlace)
	if !ok || i < last && !softGap(p.gap(i)) {
		return false
	}
	for end < last && articles[string(p.word(end))] && (!p.capital(end) || string(p.word(end)) == "the") {
		end++
	}
	if end < last && hardGap(p.gap(end)) {
		return false
	}
	np := p.name(end, last)
	if np.to < last && placeNouns[string(p.word(np.to))] && softGap(p.gap(np.to)) {
		return false // "at our Leeds store"
	}
	if np.text == "" || h.looksRole(np) {
		if np.text == "" {
			return h.lowerName(end, last, weight, from)
		}
		return false
	}
	if head, ok := p.is(np.to, cueHead); ok && softGap(p.gap(np.to)) { // "for the X position"
		if weight > 0 {
			h.role(np.text, from, weight-0.5)
			h.at(head, last, weight, from)
		}
		return false
	}
	if weight > 0 && i > 0 && p.orders(i-1) && forWords[string(p.word(end-1))] && !institution(np.text) { // "an application for X": a title, more often
		weight = max(0.5, weight-1.5)
	}
	if weight > 0 {
		h.meets(end-1, np)
		h.company(np.text, from, weight)
	}
	return true
}

// placeNouns follow the name of a town.
var placeNouns = setOf("store stores office offices branch site location plant depot factory warehouse shop")

// orders reports whether token i is an application, which is for a title and to an employer.
func (p *page) orders(i int) bool {
	switch string(p.word(i)) {
	case "application", "applications", "bewerbung", "candidature", "candidatura", "sollicitatie":
		return true
	}
	return false
}

// actor reads the name in front of "has decided" and its like, at the beginning of its sentence.
func (h *hearing) actor(i, first int, weight float64, from string) {
	p := h.p
	start := i
	for start > first && i-start < 7 && (start == i && softGap(p.gap(start)) || start < i && joins(p.gap(start), p.written(start-1), p.written(start))) &&
		(p.capital(start-1) || joiners[string(p.word(start-1))]) && !stopNames[string(p.word(start-1))] {
		start--
	}
	if start == i || start > first && softGap(p.gap(start)) && !stopNames[string(p.word(start-1))] {
		return
	}
	np := p.phrase(start, i)
	if !p.capital(start) || h.looksRole(np) || h.noise(np) || looksPerson(np.text) && !hasLegalForm(np.text) && h.isPersonHere(np.text) {
		return
	}
	h.company(np.text, from, weight-0.3)
}

// isPersonHere reports whether a name is that of the author or the user.
func (h *hearing) isPersonHere(name string) bool {
	return FoldName(name) == FoldName(h.m.Author().Name) || h.isMyName(name)
}

// between reads a title of any spelling between a determiner and its head: "the Developer - Remote / Part time position".
func (h *hearing) between(i, first int) (phrase, bool) {
	p := h.p
	for j := i - 1; j >= first && i-j <= 12; j-- {
		g := p.gap(j + 1)
		if strings.ContainsAny(g, ".;!?:\"“”") && !strings.Contains(g, ".N") {
			break
		}
		w := string(p.word(j))
		if _, head := p.is(j, cueHead); head || verbs[w] || stopNames[w] && !determiners[w] && !joiners[w] && w != "i" && w != "to" && w != "from" && w != "in" {
			break
		}
		if !determiners[w] || p.capital(j) && w != "the" {
			continue
		}
		np := p.phrase(j+1, i)
		if j+2 < i && p.capital(j+1) && h.looksRole(np) && !stopNames[string(p.word(j+1))] {
			return np, true
		}
		break
	}
	return phrase{}, false
}

var determiners = setOf("the our your a an this der die unsere")

// before reads the title in front of "position" or "role": "the Data Analyst position at Acme". In front of words that other things
// than titles precede too, such as "process", only what holds a word of titles is one.
func (h *hearing) before(i, first, end, last int, weight float64, from string, roleOnly bool) {
	p := h.p
	if np, ok := h.between(i, first); ok {
		h.role(np.text, from, weight)
		h.at(end, last, weight, from)
		return
	}
	start := i
	depth := 0
	for start > first && i-start < 12 {
		g := p.gap(start)
		if strings.Contains(g, ")") {
			depth++
		}
		if depth == 0 && start == i && !softGap(g) && trim(g, ") \n\"”’»") != "" {
			return
		}
		if start < i && depth == 0 && !joins(g, p.written(start-1), p.written(start)) && trim(g, " \n") != "/" && trim(g, " \n") != "," {
			break
		}
		w := string(p.word(start - 1))
		if depth == 0 && !p.capital(start-1) && !joiners[w] || stopNames[w] && !(w == "i" && start == i) || articles[w] && !p.capital(start-1) && w != "of" && w != "de" {
			break
		}
		start--
		if strings.Contains(p.gap(start), "(") {
			depth = max(0, depth-1)
		}
	}
	for start < i && (!p.capital(start) || articles[string(p.word(start))] || generic(p, start)) && !strings.HasSuffix(p.gap(start), ".") {
		start++
	}
	if start == i {
		if !h.lowerBefore(i, first, weight, from) {
			h.at(end, last, weight, from)
		}
		return
	}
	np := p.phrase(start, i)
	if (roleOnly || np.from == int(p.sents[p.tokens[i].sent].first)) && !h.looksRole(np) {
		return
	}
	w := weight - 0.8
	if h.looksRole(np) {
		w = weight
	}
	h.role(np.text, from, w)
	h.at(end, last, weight, from)
}

// lowerBefore reads an English title in lower case between a determiner and its head: "the bench joiner role".
func (h *hearing) lowerBefore(i, first int, weight float64, from string) bool {
	p := h.p
	if p.facts.code != "en" || i <= first || p.capital(i-1) || !p.roleWord(i-1) || p.gap(i) != " " {
		return false
	}
	for j := i - 1; j >= first && i-j <= 4; j-- {
		w := p.folded(j)
		if determiners[w] && i-j > 1 {
			if h.lowerEnglish(j+1, i, weight, from) {
				return true
			}
			break
		}
		if stopNames[w] || verbs[w] || p.gap(j+1) != " " && p.gap(j+1) != "-" {
			break
		}
	}
	return false
}

// generic reports whether token i is a word of subject lines and no name.
func generic(p *page, i int) bool {
	_, ok := p.is(i, cueGeneric)
	return ok
}

func hardGap(g string) bool { return trim(g, " \n\t\"“„«‘'’:#*_(") != "" }

func softGap(g string) bool { return g == " " || trim(g, " \n\t\"”’»“*_)") == "" }
