package classifier

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// longTitle extends a title over commas, dashes and brackets: "Engineer, Front End", "Engineer (Node.js)".
func (p *page) longTitle(np phrase, last int) phrase {
	if np.quoted {
		return np
	}
	end := p.onward(np, last)
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
			if more.text == "" || strings.HasPrefix(g, ")") && strings.Contains(p.gap(end), "\n") || stopNames[string(p.word(end))] {
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

// onward returns where a title goes on in lower case, as the Romance languages and Dutch write it: "Chef de projet digital".
func (p *page) onward(np phrase, last int) int {
	code := p.facts.code
	if code == "en" || code == "de" || np.text == "" || !p.roleWord(np.to-1) && !p.roleWord(np.from) && !p.agentive(np) {
		return p.inField(np, last)
	}
	end, loose := np.to, 0
	for i := np.to; i < last && i-np.to < 6; i++ {
		w := string(p.word(i))
		if i == end && p.genderEnding(i) {
			end = i + 1 // "Chargé(e) de …", "Addetta/o …"
			continue
		}
		if g := strings.TrimPrefix(p.gap(i), ")"); g != " " && g != "'" && g != "’" && g != "-" || p.ends(i) || determinersLower[w] && !titleLinks[w] || digitsAt(w) > 0 || !titleLinks[w] && p.dates(w) {
			break
		}
		if titleLinks[w] {
			if w == "en" && i+1 < last && p.capital(i+1) {
				break // "Recepcionista en Hoteles …"
			}
			continue
		}
		_, place := p.is(i, cuePlace)
		if place || pronouns[w] || stopNames[w] || joiners[w] || officeNouns[w] || p.facts.speaksForHouse(w) {
			break
		}
		if link := string(p.word(i - 1)); titleLinks[link] && (p.capital(i) && (!p.capital(np.from) || link == "a") || hoursWords[w]) {
			break // "de Valdelagua", "a Reggio", "à temps complet"
		}
		if !titleLinks[string(p.word(i-1))] {
			loose++
		}
		if loose > 2 {
			break
		}
		end = i + 1
	}
	return end
}

// ends reports whether token i ends a title in lower case. "al" is Dutch for already and "a" French for has; elsewhere they join titles.
func (p *page) ends(i int) bool {
	w, code := string(p.word(i)), p.facts.code
	if titleLinks[w] {
		return verbs[w] && code == "nl" || w == "a" && code == "fr" && p.written(i) == "a"
	}
	return verbs[w] || p.facts.speaksForHouse(w) || p.numbers(i)
}

// numbers reports whether token i announces a number: "n° 0412".
func (p *page) numbers(i int) bool {
	return string(p.word(i)) == "n" && (strings.HasPrefix(p.gap(i+1), "°") || strings.HasPrefix(p.gap(i+1), "º") || strings.HasPrefix(p.gap(i+1), ".º"))
}

// dates reports whether a folded word is one of time expressions.
func (p *page) dates(w string) bool {
	return p.facts.words[w].is&^(isPhrase|isGlue|isBegin|isEnd|isNext|isTo|isAt) != 0
}

// genderEnding reports whether token i is the other gender's ending of the word before it: "Técnica/o", "Chargé(e)", "Leiter:in".
func (p *page) genderEnding(i int) bool {
	switch p.gap(i) {
	case "/", "(", "·", "/-", "(-", ".", ":", "*":
		return genderEndings[string(p.word(i))]
	}
	return false
}

var genderEndings = setOf("e a o as os es ne le ere euse rice trice ra in innen r se te")

// titleLinks join the words of a title.
var titleLinks = setOf("de d des du del della delle dei degli di da do dos das al alla allo alle au aux a en")

// pronouns stand behind a title where the sentence goes on.
var pronouns = setOf("auquel auxquels auxquelles laquelle lequel duquel dont aqui cui te se le les lo la me nos os vos vous nous ti si vi ci je me mij ons u zich jou hem haar wij we ik")

// hoursWords say how much or how long one works.
var hoursWords = setOf("temps tempo tiempo jornada tijd")

// officeNouns say whose a title is.
var officeNouns = setOf("empresa sociedad sociedade societe azienda firma bedrijf unternehmen entreprise compania grupo groupe gruppo behorde arbeitgeber dienststelle")

// speaksForHouse reports whether a folded word ends as verbs do that speak for an employer.
func (f *facts) speaksForHouse(w string) bool {
	return slices.ContainsFunc(f.finite, func(end string) bool { return strings.HasSuffix(w, end) })
}

// roleWord reports whether token i is a word of job titles.
func (p *page) roleWord(i int) bool {
	_, ok := p.is(i, cueRole)
	return ok || p.facts.titleWord(p.word(i))
}

// inField returns where a title ends that names its field: "Lecturer in Soil Science", "Elektroniker für Betriebstechnik", "Web developer".
func (p *page) inField(np phrase, last int) int {
	if np.text == "" || np.to+1 > last {
		return np.to
	}
	if p.facts.code == "en" && np.to < last && p.gap(np.to) == " " && !p.capital(np.to) && p.roleWord(np.to) && !p.roleWord(np.to-1) {
		return np.to + 1
	}
	if p.facts.code == "de" && np.to+1 < last && string(p.word(np.to)) == "fur" && p.gap(np.to) == " " && p.gap(np.to+1) == " " && p.capital(np.to+1) && p.roleWord(np.to-1) {
		if np.to+3 < last && p.gap(np.to+2) == "- " && string(p.word(np.to+2)) == "und" && p.capital(np.to+3) {
			return np.to + 4 // "Energie- und Gebäudetechnik"
		}
		return np.to + 2
	}
	if np.to > 0 && np.to+1 < last && academic[string(p.word(np.to-1))] && string(p.word(np.to)) == "in" && p.gap(np.to) == " " && p.capital(np.to+1) {
		if field := p.name(np.to+1, last); field.text != "" {
			return field.to
		}
	}
	return np.to
}

var academic = setOf("lecturer professor reader fellow chair postdoc instructor docent studentship researcher")

// lowerTitle reads a title whose words are in lower case, as the Romance languages and Dutch write it, up to a place word,
// punctuation or a verb. It reports whether such a title stood there.
func (h *hearing) lowerTitle(i, last int, weight float64, from string) bool {
	p := h.p
	if p.facts.code == "de" {
		return false // nouns are written with a capital
	}
	if p.facts.code == "en" {
		return h.lowerEnglish(i, last, weight, from)
	}
	end, lower := i, false
	for end < last && end-i < 9 {
		if end > i && !p.genderEnding(end) && p.gap(end) != "-" && (hardGap(strings.TrimPrefix(p.gap(end), ")")) || strings.Contains(p.gap(end), "(")) {
			break
		}
		w := string(p.word(end))
		if end > i && strings.Contains(p.gap(end), "\n") && p.fieldLine(end, last) {
			break
		}
		if end > i && (pronouns[w] && !titleLinks[w] || titleLinks[string(p.word(end-1))] && p.capital(end) && end-i > 1) {
			break // "de Valdelagua"
		}
		if end-i > 2 && titleLinks[string(p.word(end-1))] && determinersLower[w] && p.facts.code != "fr" {
			break // "jefe de cocina de la temporada"
		}
		if _, ok := p.is(end, cuePlace); ok && end > i && !(w == "de" || w == "di" || w == "da" || w == "do" || w == "para" && end == i) {
			break
		}
		if end > i && p.genderEnding(end) {
			end++
			continue
		}
		if end > i && !joiners[string(p.word(end-1))] && !titleLinks[w] && (determinersLower[w] || p.dates(w)) {
			break
		}
		if end > i && p.ends(end) || verbs[w] && !titleLinks[w] || stopNames[w] && !joiners[w] && !titleLinks[w] && !(w == "i" && p.capital(end)) {
			break
		}
		lower = lower || !p.capital(end) && !joiners[w]
		end++
	}
	for end > i && (joiners[string(p.word(end-1))] || titleLinks[string(p.word(end-1))]) {
		end--
	}
	np := p.phrase(i, end)
	if end == i || !lower || !h.looksRole(np) && !p.agentive(np) {
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
	h.linked(end, last, weight-1, from)
	return true
}

// lowerEnglish reads a title in lower case up to its last word of titles: "our new receptionist", "as a bench joiner".
func (h *hearing) lowerEnglish(i, last int, weight float64, from string) bool {
	const longest = 4
	p, end := h.p, i
	for j := i; j < last && j-i < longest; j++ {
		w := p.folded(j)
		if p.capital(j) || j > i && p.gap(j) != " " && p.gap(j) != "-" || stopNames[w] || verbs[w] || joiners[w] || articles[w] {
			break
		}
		if p.roleWord(j) {
			end = j + 1
		}
	}
	if end == i || end == i+1 && vagueTitles[string(p.word(i))] {
		return false
	}
	h.role(p.phrase(i, end).text, from, weight-0.6)
	h.at(end, last, weight, from)
	return true
}

// vagueTitles are words of titles that name none by themselves.
var vagueTitles = setOf("senior junior lead head member manager candidate employee intern partner owner graduate staff assistant fellow agent host server")

// agentive reports whether a phrase behind words that announce a title begins with a noun for one who does something.
func (p *page) agentive(np phrase) bool {
	w := string(p.word(np.from))
	if len(w) < 6 {
		return false
	}
	for _, end := range p.facts.agents {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// linked reads the employer behind a title that a preposition ties to it: "la oferta Mozo de almacén de Almacenes Torrealba".
func (h *hearing) linked(i, last int, weight float64, from string) {
	p := h.p
	if i+1 >= last || !titleLinks[string(p.word(i))] || string(p.word(i)) == "a" || p.gap(i+1) != " " || !h.sender.system() {
		return
	}
	if np := p.name(i+1, last); np.text != "" && p.capital(i+1) && !h.looksRole(np) {
		h.company(np.text, from, weight)
	}
}

// determinersLower begin another part of the sentence behind a title.
var determinersLower = setOf("el la los las le les l il lo gli o os as het een un una une um uma ce cette este esta questo questa deze")

// verbs end a title in lower case.
var verbs = setOf(`ha han hemos esta sera fue es son a ete est sera sont avons avez e stata stato sono foi sera estao is wordt heeft hebben sind werden teilnehmen verder te om af nao partir ab zijn was has have will are been que qui che die
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
	s = trimHeads(s)
	const longest = 14 // words
	var buf [longest + 2]string
	folded := FoldName(s)
	if utf8.RuneCountInString(s) < 2 || len(appendFields(buf[:0], s)) > longest || strings.Trim(s, "0123456789 .,/-") == "" || genericRole[folded] {
		return
	}
	h.roles.voteFolded(s, folded, from, score)
}

// trimHeads takes the words off a title that announce one.
func trimHeads(s string) string {
	rest := singleSpaced(s)
	whole := len(rest)
	for {
		i := strings.IndexByte(rest, ' ')
		if i < 0 || !headWords[foldWord(rest[:i])] && !strings.HasSuffix(rest[:i], "gespräch") {
			break
		}
		rest = rest[i+1:]
	}
	for {
		i := strings.LastIndexByte(rest, ' ')
		if i < 0 || !headWords[foldWord(rest[i+1:])] {
			break
		}
		rest = rest[:i]
	}
	if len(rest) < whole {
		return cleanRole(rest)
	}
	return s
}

// headWords stand beside a title and are no part of it.
var headWords = setOf("bereich programm competition concours concorso concurso selectie cv resume curriculum vida hoja lebenslauf position role opening job vacancy stelle rolle vakanz funktion poste puesto vacante functie vacature posizione ruolo vaga cargo rejection absage")

var genericRole = setOf("the a this job jobs position role opening open current new your our it us my candidate applicant position( recruiting team req requisition reference ref id kennziffer monate months wochen weeks")
