package classifier

import "strings"

// around is what the page shows of the places where a name stands.
type around struct {
	inBody, inSubject  int
	first              int // token of the first place in the body, else in the subject; -1 without one
	before, after      [neighbours]bool
	lineStart, lineEnd bool
	subjectFirst       bool // it opens the subject
	runHead            bool // in the subject, more capitals follow
	runTail            bool // a capital stands before it
	afterBody          bool // "Department of" stands before it
	inside             bool // some place is not the beginning of its sentence
}

// neighbour is the kind of a word beside a name.
type neighbour uint8

const (
	besideNothing neighbour = iota
	besideAt
	besideWith
	besideFrom
	besideFor
	besideOf
	besideThe
	besideTeam
	besideVerb
	besideOur
	besideOwn // possessive
	besideComma
	besideBracket
	besideStop
	besideGreeting
	neighbours
)

const greetings = `dear hi hello hey frau herr herrn mr ms mrs liebe lieber geehrte geehrter hallo moin servus madame monsieur mme bonjour cher chere senor senora hola
	estimado estimada beste geachte dag hoi gentile egregio signor signora ciao caro cara buongiorno ola oi prezado prezada exmo exma gruß`

var greetingWords = setOf(greetings)

var neighbourOf = func() map[string]neighbour {
	m := map[string]neighbour{}
	for n, words := range [neighbours]string{
		besideAt:       "at bei beim chez presso bij en na no em joining join within",
		besideWith:     "with mit avec con met com",
		besideFrom:     "from von vom by par por da dal dalla door via",
		besideFor:      "for fur pour para per voor to an als as come como comme",
		besideOf:       "of der des de di do del della du van zum zur",
		besideThe:      "the die das den dem le la les el los las il lo gli het o a os our unsere unser notre ons onze nuestra nuestro nostra nossa",
		besideTeam:     "team recruiting recruitment talent careers career hr people hiring recrutement equipe equipo seleccion selezione karriere personal rh human",
		besideVerb:     "has have is will was would received ist hat haben wird est a ha es tiene ti te heeft is e tem vous wir decided invites",
		besideGreeting: greetings + " dr dott dottssa",
		besideOur:      "we our wir unser nous nos notre noi nostra nostro wij onze nosotros nuestro nuestra nosso nossa",
	} {
		for _, w := range strings.Fields(words) {
			if _, ok := m[w]; !ok || neighbour(n) == besideTeam {
				m[w] = neighbour(n)
			}
		}
	}
	return m
}()

// look finds the places of the folded words of a name.
func (p *page) look(words []string) around {
	a := around{first: -1}
	if len(words) == 0 {
		return a
	}
	passed := 0
	for i := p.place(words[0]); i >= 0; i = p.placeAfter(i, words[0]) {
		if i < passed {
			continue
		}
		end, ok := p.matches(i, words)
		if !ok {
			continue
		}
		sent := p.sents[p.tokens[i].sent]
		if sent.subject {
			a.inSubject++
			a.subjectFirst = a.subjectFirst || i == 0 || int(sent.first) == i || allMarks(p, i)
			a.runHead = a.runHead || end < int(sent.last) && p.capital(end) && p.gap(end) == " "
		} else {
			if a.inBody++; a.inBody == 1 {
				a.first = i
			}
		}
		if a.first < 0 {
			a.first = i
		}
		first, last := int(sent.first), int(sent.last)
		if i > first {
			a.inside = true
			a.runTail = a.runTail || i-1 > first && p.capital(i-1) && p.gap(i) == " " && !p.kind(i-1).any(wordStop)
			a.afterBody = a.afterBody || i-1 > first && ofWords[string(p.word(i-1))] && p.capital(i-2) && institutionWords[string(p.word(i-2))]
			if n := p.kind(i - 1).beside; n != besideNothing && softGap(p.gap(i)) {
				a.before[n] = true
			}
		}
		g := p.gap(i)
		a.lineStart = a.lineStart || i == 0 || strings.Contains(g, "\n")
		a.before[besideComma] = a.before[besideComma] || strings.HasPrefix(g, ",")
		a.before[besideBracket] = a.before[besideBracket] || strings.HasSuffix(strings.TrimSpace(g), "(")
		g = p.gap(end)
		a.lineEnd = a.lineEnd || end >= len(p.tokens) || strings.Contains(g, "\n")
		a.after[besideComma] = a.after[besideComma] || strings.HasPrefix(g, ",")
		a.after[besideBracket] = a.after[besideBracket] || strings.HasPrefix(strings.TrimSpace(g), "(")
		a.after[besideStop] = a.after[besideStop] || end >= last || strings.HasPrefix(g, ".") || strings.HasPrefix(g, "!")
		if end < last {
			if n := p.kind(end).beside; n != besideNothing && softGap(g) {
				a.after[n] = true
			}
			if string(p.word(end)) == "s" && strings.ContainsAny(g, "'’") {
				a.after[besideOwn] = true
			}
		}
		passed = end
	}
	return a
}

// withArticle reports whether "The" stands before the words of a name where no sentence begins: it is the name's own.
func (p *page) withArticle(words []string) bool {
	if len(words) == 0 {
		return false
	}
	for i := p.place(words[0]); i >= 0; i = p.placeAfter(i, words[0]) {
		if i > int(p.sents[p.tokens[i].sent].first)+1 && p.written(i-1) == "The" && p.gap(i) == " " {
			if end, ok := p.matches(i, words); ok && !(end < len(p.tokens) && p.gap(end) == " " && (p.capital(end) || p.kind(end).beside == besideTeam)) { // "The Northwind Team"
				return true
			}
		}
	}
	return false
}

// allMarks reports whether only marks of replies stand before token i: "Re", "AW", "Fwd".
func allMarks(p *page, i int) bool {
	for j := range i {
		if len(p.word(j)) > 4 || !strings.HasPrefix(p.gap(j+1), ":") {
			return false
		}
	}
	return true
}

// matches reports whether the words stand at token i one after the other, "and" and legal forms between them passed over, and where
// they end.
func (p *page) matches(i int, words []string) (end int, ok bool) {
	k := 0
	for ; k < len(words) && i < len(p.tokens); i++ {
		w := string(p.word(i))
		if k > 0 && (w == "and" || w == "und" || w == "et") && w != words[k] {
			continue
		}
		if w != words[k] && !(w == "fh" && words[k] == "fachhochschule") {
			return 0, false
		}
		k++
	}
	return i, k == len(words)
}

// folded returns the folded word of token i.
func (p *page) folded(i int) string { return string(p.word(i)) }

// ofWords join a body and its field or its town: "Department of Fisheries".
var ofWords = setOf("of for de du des der fur di del della da do van voor")
