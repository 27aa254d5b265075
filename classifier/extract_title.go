package classifier

import (
	"strings"
	"unicode/utf8"
)

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
