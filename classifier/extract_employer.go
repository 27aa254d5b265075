package classifier

import (
	"strings"
	"unicode/utf8"

	"heardback/mailbox"
)

// candidate is a name that may be the employer's, or a title that may be the role's, with what speaks for it.
type candidate struct {
	name   string
	folded string
	from   string // the first place of evidence, as in [Employer.From]
	score  float64
	best   float64 // the strongest single piece, which decides name and from
}

// ballot collects candidates. Spellings that fold to the same name are one.
type ballot []candidate

func (b *ballot) vote(name, from string, score float64) {
	folded := FoldName(name)
	if folded == "" {
		return
	}
	for i := range *b {
		if c := &(*b)[i]; c.folded == folded {
			c.score += score
			if score > c.best {
				c.best, c.from = score, from
			}
			if score >= c.best && len(name) > len(c.name) {
				c.name = name
			}
			return
		}
	}
	*b = append(*b, candidate{name, folded, from, score, score})
}

// winner returns the best candidate. One whose words begin or end a longer one lends it a part of its weight, and the longer
// one a part to the shorter: "Acme" speaks for "Acme Robotics" and the other way round.
func (b ballot) winner(toLonger, toShorter float64) (candidate, bool) {
	best, top := -1, 0.0
	for i := range b {
		score := b[i].score
		for j := range b {
			if i != j && b[j].score > 0 && partOf(b[j].folded, b[i].folded) {
				score += b[j].score * toLonger
			}
			if i != j && b[j].score > 0 && partOf(b[i].folded, b[j].folded) {
				score += b[j].score * toShorter
			}
		}
		if score > top+1e-9 {
			best, top = i, score
		}
	}
	if best < 0 {
		return candidate{}, false
	}
	return b[best], true
}

// partOf reports whether a's words begin or end b.
func partOf(a, b string) bool {
	return len(a) < len(b) && (strings.HasPrefix(b, a+" ") || strings.HasSuffix(b, " "+a))
}

// hearing collects what a message says of employer and role.

type hearing struct {
	m         *mailbox.Message
	c         *Context
	p         *page
	sender    Sender
	employers ballot
	roles     ballot
	parts     []string // parts of the subject that stand alone
	agency    string
	client    bool
	forRole   bool // the object stands after "for", where titles stand
}

// forWords are the prepositions after which an application names a title rather than an employer.
var forWords = setOf("for als fur pour para per voor um como come")

// employer settles who decides about the application, and where its name stands.
func (h *hearing) employer() Employer {
	if h.m.Bounce != nil {
		return Employer{} // a mail system wrote it
	}
	h.fromText()
	h.fromGenderMarks()
	h.fromSubject()
	h.fromLines()
	h.fromSignOff()
	h.fromBook()
	h.fromSender()
	h.fromCalendar()
	author := ""
	if !h.sender.system() && looksPerson(h.m.Author().Name) {
		author = FoldName(orderName(h.m.Author().Name))
	}
	for i := range h.employers {
		c := &h.employers[i]
		for _, r := range h.roles { // a part of a title
			if r.score > 3 && strings.Contains(r.folded+" ", " "+c.folded+" ") {
				c.score -= min(5, r.score-1)
				break
			}
			if r.score >= 1 && (r.folded == c.folded || strings.HasPrefix(r.folded, c.folded+" ")) && h.senderNamesOther(c) {
				c.score -= 3
				break
			}
		}
		if w, _, _ := strings.Cut(c.folded, " "); toolNames[w] || w == h.sender.Family {
			c.score -= 3.5
		}
		if c.folded == author && !labelNames(label(domainOf(h.m.Author().Address)), c.name) {
			c.score -= 5
		}
		if h.isPlace(c) {
			c.score -= 3
		}
		for _, me := range h.me() {
			if c.folded == me || strings.HasPrefix(me, c.folded+" ") {
				c.score -= 5
			}
		}
	}
	win, ok := h.employers.winner(1./2, 1./3)
	if !ok || win.score < 0.7 {
		return Employer{Agency: h.agency}
	}
	e := Employer{Name: h.fuller(win), From: win.from}
	if e.Domain = h.ownDomain(win); e.Domain == "" && e.Name != win.name {
		e.Domain = h.ownDomain(candidate{name: e.Name, folded: FoldName(e.Name)})
	}
	if h.agency != "" && FoldName(h.agency) != win.folded {
		e.Agency = h.agency
	}
	return e
}

// senderNames reports whether the author's display name or domain holds the name.
func (h *hearing) senderNames(c *candidate) bool {
	a := h.m.Author()
	return labelNames(label(domainOf(a.Address)), c.name) || strings.Contains(" "+FoldName(a.Name)+" ", " "+c.folded+" ")
}

// senderNamesOther reports whether the author's display name or domain holds another candidate than c.
func (h *hearing) senderNamesOther(c *candidate) bool {
	if h.senderNames(c) {
		return false
	}
	for i := range h.employers {
		if o := &h.employers[i]; o.folded != c.folded && o.score > 0 && h.senderNames(o) && (h.sender.system() || labelNames(label(domainOf(h.m.Author().Address)), o.name)) {
			return true
		}
	}
	return false
}

// isPlace reports whether a name is where a talk takes place rather than whose it is: the calendar's location, or followed by
// the number of a house. The author's own company is none.
func (h *hearing) isPlace(c *candidate) bool {
	if d := domainOf(h.m.Author().Address); d == "" || senderOfDomain(d).system() || labelNames(label(d), c.name) {
		return false
	}
	for _, e := range h.m.Calendars {
		if l := FoldName(e.Location); l == c.folded || strings.HasPrefix(l, c.folded+" ") {
			return true
		}
	}
	end := h.p.after(c.name)
	return end > 0 && end < len(h.p.tokens) && strings.TrimSpace(h.p.gap(end)) == "," && isDigit(h.p.word(end)[0])
}

// ownDomain is the registrable domain of the author where it is the employer's own: no system's, board's or free-mail
// provider's, and its label stands for the name (POLICY.md rule 12), or the book knows it.
func (h *hearing) ownDomain(win candidate) string {
	from := append([]mailbox.Address{h.m.Author()}, h.m.ReplyTo...)
	if h.m.Own {
		from = h.m.To
	}
	for _, a := range from {
		d := registrable(domainOf(a.Address))
		if d == "" || senderOfDomain(domainOf(a.Address)).system() {
			continue
		}
		if labelNames(label(d), win.name) {
			return d
		}
		for _, k := range h.c.Employers {
			if FoldName(k.Name) != win.folded {
				continue
			}
			for _, known := range k.Domains {
				if registrable(known) == d {
					return d
				}
			}
		}
	}
	return ""
}

// me returns the user's own names, folded.
func (h *hearing) me() []string {
	var out []string
	for _, a := range h.c.Me {
		if n := FoldName(a.Name); n != "" {
			out = append(out, n)
		}
	}
	mine := h.m.To
	if h.m.Own {
		mine = h.m.From
	}
	for _, a := range mine {
		if n := FoldName(a.Name); n != "" {
			out = append(out, n)
		}
	}
	return out
}

// toolNames are products that mail about jobs speaks of all the time, and that are seldom the employer.
var toolNames = setOf("zoom teams skype webex calendly hackerrank codility codesignal docusign github gitlab slack whatsapp telegram facebook twitter instagram youtube linkedin indeed glassdoor xing stepstone coderpad hirevue")

// fromText reads the body's and the subject's cues: what follows "your application to", "interest in", "position at".
func (h *hearing) fromText() {
	p := h.p
	for s := range p.sents {
		last := int(p.sents[s].last)
		weight, from := 3.0, "body"
		if p.sents[s].subject {
			weight, from = 3.2, "subject"
		}
		for _, k := range p.in(s) {
			switch k.cue {
			case cueObject:
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
				h.object(int(k.to), last, weight+2, from, false)
			case cueActor:
				if !p.passive(k) {
					h.actor(int(k.from), int(p.sents[s].first), weight, from)
				}
			case cueForRole:
				if np := p.name(int(k.to), last); np.text != "" && softGap(p.gap(int(k.to))) && h.looksRole(np) {
					h.role(p.longTitle(np, last).text, from, 1.6)
				}
			case cueHead:
				h.before(int(k.from), int(p.sents[s].first), int(k.to), last, weight, from)
			}
		}
	}
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

// colon moves the end of what is read from token i into the next sentence, where only a colon and a line end part them.
func (h *hearing) colon(i, last int) int {
	if i == last && i < len(h.p.tokens) && strings.HasPrefix(h.p.gap(i), ":") {
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
		if roleOnly && i < last {
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
	case np.quoted || h.looksRole(np):
		h.role(np.text, from, weight-0.7)
	case h.forRole:
		h.role(long.text, from, weight-1)
		h.company(np.text, from, weight-2)
	default:
		h.company(np.text, from, weight)
	}
}

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

// before reads the title in front of "position" or "role": "the Data Analyst position at Acme".
func (h *hearing) before(i, first, end, last int, weight float64, from string) {
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
		if depth == 0 && start == i && !softGap(g) && strings.Trim(g, ") \n\"”’»") != "" {
			return
		}
		if start < i && depth == 0 && !joins(g, p.written(start-1), p.written(start)) && strings.Trim(g, " \n") != "/" && strings.Trim(g, " \n") != "," {
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
		h.at(end, last, weight, from)
		return
	}
	np := p.phrase(start, i)
	if np.from == int(p.sents[p.tokens[i].sent].first) && !h.looksRole(np) {
		return
	}
	w := weight - 0.8
	if h.looksRole(np) {
		w = weight
	}
	h.role(np.text, from, w)
	h.at(end, last, weight, from)
}

// generic reports whether token i is a word of subject lines and no name.
func generic(p *page, i int) bool {
	_, ok := p.is(i, cueGeneric)
	return ok
}

// longTitle extends a title over commas, dashes and brackets: "Engineer, Front End", "Engineer (Node.js)".
func (p *page) longTitle(np phrase, last int) phrase {
	end := np.to
	if np.quoted {
		return np
	}
	last = min(last, np.from+24) // no title is longer, and lists must stay cheap
	for end < last {
		g := strings.TrimSpace(p.gap(end))
		switch {
		case g == "(" || g == "[":
			k := end
			for k < last && k-end < 8 && !strings.ContainsAny(p.gap(k+1), ")]") {
				k++
			}
			if k >= last || k-end >= 8 {
				return p.phrase(np.from, end)
			}
			end = k + 1
			continue
		case g == "," || g == "-" || g == "–" || g == "/" || g == "|" || g == ")" || g == "-)":
			more := p.name(end, last)
			if more.text == "" || stopNames[string(p.word(end))] {
				return p.phrase(np.from, end)
			}
			if g == "," || g == "-" || g == "–" || g == "|" {
				_, head := p.is(more.to, cueHead)
				_, place := p.is(more.to, cuePlace)
				if !head && !place {
					if longer := p.longTitle(more, last); longer.to > more.to {
						_, head = p.is(longer.to, cueHead)
						_, place = p.is(longer.to, cuePlace)
						more = longer
					}
				}
				if !head && !place {
					return p.phrase(np.from, end)
				}
			}
			end = more.to
			continue
		}
		break
	}
	return p.phrase(np.from, end)
}

// lowerTitle reads a title whose words are in lower case, as the Romance languages and Dutch write it, up to a place word,
// punctuation or a verb. It reports whether such a title stood there.
func (h *hearing) lowerTitle(i, last int, weight float64, from string) bool {
	p := h.p
	if p.facts.code == "de" || p.facts.code == "en" {
		return false // nouns, or titles, are written with a capital
	}
	end, lower := i, false
	for end < last && end-i < 9 {
		if end > i && (hardGap(p.gap(end)) || strings.Contains(p.gap(end), "(")) {
			break
		}
		w := string(p.word(end))
		if _, ok := p.is(end, cuePlace); ok && end > i && !(w == "de" || w == "di" || w == "da" || w == "do" || w == "para" && end == i) {
			break
		}
		if end > i && !joiners[string(p.word(end-1))] && (determinersLower[w] || p.facts.words[w].is&^(isPhrase|isGlue|isBegin|isEnd|isNext|isTo|isAt) != 0) {
			break
		}
		if verbs[w] || stopNames[w] && !joiners[w] && !(w == "i" && p.capital(end)) {
			break
		}
		lower = lower || !p.capital(end) && !joiners[w]
		end++
	}
	for end > i && joiners[string(p.word(end-1))] {
		end--
	}
	np := p.phrase(i, end)
	if end == i || !lower || !h.looksRole(np) {
		return false
	}
	h.role(np.text, from, weight)
	for k := 0; k < 8 && end < last && strings.Contains(p.gap(end), "("); k++ { // the gender mark
		for end < last && !strings.Contains(p.gap(end+1), ")") {
			end++
		}
		end++
	}
	h.at(end, last, weight, from)
	return true
}

// determinersLower begin another part of the sentence behind a title.
var determinersLower = setOf("el la los las le les l il lo gli o os as het een un una une um uma ce cette este esta questo questa deze")

// verbs end a title in lower case.
var verbs = setOf(`ha han hemos esta sera fue es son a ete est sera sont avons avez e stata stato sono foi sera estao is wordt heeft hebben zijn was has have will are been que qui che die
	welche ist wird wurde haben and und y et publicada publicado publiee fica queda reste blijft goed bien bem ya deja gia al ja mi ma mon mio mia minha meu mijn nuestro nuestra notre nostro nostra nossa nosso inviata enviada ontvangen erhalten recibida recibido ricevuta`)

// lowerName accepts a name in lower case only if the sender's own domain says the same word.
func (h *hearing) lowerName(i, last int, weight float64, from string) bool {
	if i >= last {
		return false
	}
	p := h.p
	if i+1 < last && legalForms[string(p.word(i+1))] && joins(p.gap(i+1), p.written(i), p.written(i+1)) {
		if weight > 0 {
			h.company(p.phrase(i, i+2).text, from, weight)
		}
		return true
	}
	d := domainOf(h.m.Author().Address)
	if d == "" || senderOfDomain(d).system() || label(d) != string(p.word(i)) {
		return false
	}
	if weight > 0 {
		h.company(p.written(i), from, weight)
	}
	return true
}

func hardGap(g string) bool { return strings.Trim(g, " \n\t\"“„«‘'’:#*_(") != "" }

func softGap(g string) bool { return strings.Trim(g, " \n\t\"”’»“*_)") == "" }

// looksRole reports whether a phrase holds a word of job titles.
func (h *hearing) looksRole(np phrase) bool {
	for i := np.from; i < np.to; i++ {
		if _, ok := h.p.is(i, cueRole); ok || h.p.facts.titleWord(h.p.word(i)) {
			return true
		}
	}
	return false
}

// titleWord reports whether a compound ends like a title: "Projektleiterin".
func (f *facts) titleWord(w []byte) bool {
	for _, e := range f.endings {
		if len(w) >= len(e) && string(w[len(w)-len(e):]) == e {
			return true
		}
	}
	return false
}

// noise reports whether a phrase names nobody: words of subject lines only, or one common noun, which German writes with a
// capital too.
func (h *hearing) noise(np phrase) bool {
	if np.to == np.from+1 || h.p.facts.code == "de" && np.to == np.from+2 && genericCompany[string(h.p.word(np.from))] {
		w := string(h.p.word(np.from))
		if genericCompany[w] || h.p.facts.code == "de" && abstract(w) && !allUpper(h.p.written(np.from)) {
			return true
		}
	}
	for i := np.from; i < np.to; i++ {
		if !generic(h.p, i) {
			return false
		}
	}
	return np.to > np.from
}

// abstract reports whether a German noun ends like an abstract one.
func abstract(w string) bool {
	for _, end := range [...]string{"ung", "ungen", "keit", "keiten", "heit", "heiten", "schaft", "tion", "tionen", "nis", "nisse", "arbeit", "suche", "prozess", "verfahren", "gesprach", "weg", "stelle", "unterlagen"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

func (h *hearing) role(s, from string, score float64) {
	s = cleanRole(s)
	for _, sep := range [...]string{" / ", " | ", " - ", " – "} { // "Alex Doe / Analyst"
		if left, right, ok := strings.Cut(s, sep); ok {
			switch {
			case h.isMyName(left):
				s = right
			case h.isMyName(right):
				s = left
			}
		}
	}
	f := strings.Fields(s)
	for len(f) > 1 && headWords[foldWord(f[0])] {
		f = f[1:]
	}
	for len(f) > 1 && headWords[foldWord(f[len(f)-1])] {
		f = f[:len(f)-1]
	}
	if len(f) > 0 && len(f) < len(strings.Fields(s)) {
		s = cleanRole(strings.Join(f, " "))
	}
	if utf8.RuneCountInString(s) < 2 || len(strings.Fields(s)) > 14 || strings.Trim(s, "0123456789 .,/-") == "" || genericRole[FoldName(s)] {
		return
	}
	h.roles.vote(s, from, score)
}

// headWords stand beside a title and are no part of it.
var headWords = setOf("position role opening job vacancy stelle rolle vakanz funktion poste puesto vacante functie vacature posizione ruolo vaga cargo rejection absage")

var genericRole = setOf("the a this job jobs position role opening open current new your our it us my candidate applicant position( recruiting team")

// company votes for a name after cleaning; words that name nobody are dropped.
func (h *hearing) company(s, from string, score float64) {
	s = cleanCompany(s)
	if s == "" || stopNames[foldWord(s)] || utf8.RuneCountInString(s) < 2 {
		return
	}
	f := FoldName(s)
	for _, w := range strings.Fields(f) {
		if toolNames[w] && label(domainOf(h.m.Author().Address)) != w && (w != "zoom" && w != "teams" || from == "body") {
			return
		}
	}
	if h.dateName(f) || clockName(f) {
		return
	}
	if genericCompany[f] || h.p.facts.code == "de" && !strings.Contains(f, " ") && abstract(f) && !allUpper(s) || strings.Trim(f, "0123456789 ") == "" {
		return
	}
	h.employers.vote(s, from, score)
}

// clockName reports whether a folded name is a time of day: "14h30".
func clockName(folded string) bool {
	left, right, ok := strings.Cut(folded, "h")
	return ok && left != "" && len(left) <= 2 && strings.Trim(left+right, "0123456789") == ""
}

// dateName reports whether a folded name is a date: "march 2", "tuesday".
func (h *hearing) dateName(folded string) bool {
	dated := false
	for _, w := range strings.Fields(folded) {
		x := h.p.facts.words[w]
		switch {
		case x.is&(isMonth|isWeekday) != 0:
			dated = true
		case x.is&^isPhrase != 0 || digitsAt(w) > 0:
		default:
			return false
		}
	}
	return dated
}

func cleanCompany(s string) string {
	s = strings.TrimSpace(s)
	for _, end := range []string{"'s", "’s", "'", "’", "-Team", "-Recruiting", "-HR", "-Karriere"} {
		s = strings.TrimSuffix(s, end)
	}
	f := strings.Fields(s)
	for len(f) > 1 && trailWords[foldWord(strings.Trim(f[len(f)-1], ".,"))] {
		f = f[:len(f)-1]
	}
	for len(f) > 2 && teamWords[foldWord(f[0])] { // "Personalabteilung der X", "Talent Team at X"
		k := 1
		for k < len(f)-1 && (teamWords[foldWord(f[k])] || officeWords[foldWord(f[k])] && !capitalised(f[k])) {
			k++
		}
		if k < 2 || !joiners[foldWord(f[k-1])] && !officeWords[foldWord(f[k-1])] {
			break
		}
		f = f[k:]
	}
	s = strings.Trim(strings.Join(f, " "), " ,;:-–—|\"“”„«»*_")
	return strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(s, "The "), "the "))
}

// trailWords end a stretch of capitals after a company's name without belonging to it.
var trailWords = setOf(`team careers career recruiting recruitment talent acquisition hr application interview position role opening job jobs human resources hiring staff
	staffing campus opportunity opportunities website site page portal blog culture process and candidate candidates`)

// genericCompany are phrases that stand where a company's name would.
var genericCompany = setOf(`corporate headquarters remote home community talent
	programs program programme technical awesome account details date again company organization organisation team hr recruiting recruitment careers career us our employer unternehmen firma entreprise empresa bedrijf azienda
	home interview zoom phone talent acquisition human resources applicant candidate monday tuesday wednesday thursday friday saturday sunday january february march april may
	june july august september october november december linkedin job jobs position role future full time part
	mitarbeit vertrauen ausdruck zukunft fragen zeit moglichkeit verfugung rahmen grund haus standort bereich abteilung beruf leben kandidat kandidatin bewerber bewerberin qualifikationen profil termin
	job ort nachricht absage zusage kunde kunden mandant herrn herr frau poste entreprise societe equipe puesto proceso functie vacature baan posizione ruolo selezione vaga cargo processo`)

// stopNames never begin or make a name, even with a capital.
var stopNames = setOf(`i we you your our us it this that these those they he she if when while after before as so but or unfortunately however please thank thanks dear hello hi
	regards best sincerely kind there here all any some each every more other others further possible general reference response regards question questions accordance what which who
	how where why not no yes with at in on for from by to is are was were has have had will would can could should may might do does did
	ihnen dir dich mir mich euch hallo guten tag liebe lieber gruße grusse freundliche schonen
	wir sie ihr ihre ihren ihrem ihrer ich du dein deine uns unser unsere es er leider bitte vielen danke mit freundlichen viele sehr bei fur und oder aber wenn falls sollten nach
	nous vous votre vos notre il elle je merci malheureusement cordialement bonjour madame monsieur si et ou mais dans pour avec sur
	usted su sus tu nos nosotros gracias lamentablemente estimado estimada hola saludos si y o pero para con por que
	wij u uw jij je jouw ons onze helaas dank bedankt beste geachte met vriendelijke groet als en of maar
	lei suo sua voi noi grazie purtroppo gentile cordiali saluti se e o ma per con che
	voce seu sua nos nosso obrigado obrigada infelizmente prezado prezada ola atenciosamente se mas para com por que`)
