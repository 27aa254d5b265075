package classifier

import "strings"

// joiners are small words inside the names of companies, persons and titles.
var joiners = setOf("of and for de la le du des del della di da do dos das der den van von y e et und en")

// institutes are the words after which "for" goes on a name.
var institutes = setOf("institute institut center centre foundation society agency office council association bank school academy museum ministry department partnership alliance fund")

// phrase is a stretch of tokens that may be a name or a title.
type phrase struct {
	from, to int // tokens [from, to)
	text     string
	quoted   bool
}

// name reads the name at token i: capitalised words, with joiners between them, up to punctuation, the end of the sentence
// or a word in lower case. The empty phrase means that none stands there.
func (p *page) name(i, last int) phrase {
	if q, ok := p.quoted(i, last); ok {
		return q
	}
	end := i
	for j := i; j < last && j-i < 12; j++ {
		if j > i && !joins(p.gap(j), p.written(j-1), p.written(j)) {
			break
		}
		w := string(p.word(j))
		if j > i && p.gap(j) == "." && domainEnds[w] && !p.capital(j) { // "Acme.io"
			end = j + 1
			continue
		}
		if j > i && strings.Contains(p.gap(j), "\n") && p.fieldLine(j, last) {
			break
		}
		if (w == "fur" || w == "voor") && j > i && j+1 < last && p.capital(j+1) && officeOf(string(p.word(j-1))) {
			continue
		}
		if j > i && stopNames[w] && !joiners[w] && (w != "i" || end != j || j+1 < last && strings.ContainsAny(p.gap(j+1), "'’")) {
			break
		}
		if p.capital(j) || j > i && p.gap(j) == "-" || (w == "in" || w == "innen" || w == "r") && j > i && p.gap(j) != " " && p.gap(j) != "\n" ||
			w == "on" && j > i && j+1 < last && string(p.word(j+1)) == "rails" || len(w) == 1 && j > i && p.gap(j) == "." {
			end = j + 1
			continue
		}
		if w == "en" && p.facts.code != "nl" {
			break
		}
		if w == "for" && (j == i || !institutes[string(p.word(j-1))]) || w == "the" && (j == i || string(p.word(j-1)) != "of") {
			break
		}
		if j == i || !joiners[w] && w != "the" || j+1 >= last || j-end >= 2 {
			break
		}
	}
	return p.phrase(i, end)
}

// officeOf reports whether a German word names a house whose field "für" follows: "Bundesamt für Statistik".
func officeOf(w string) bool {
	for _, end := range [...]string{"amt", "ministerium", "institut", "zentrum", "stiftung", "anstalt", "museum", "behorde", "verband", "verwaltung", "gesellschaft", "dienst", "agentur", "kammer", "ministerie", "instituut", "centrum", "agentschap"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

var domainEnds = setOf("health care team tech app cloud software systems design agency xyz com net org io ai co ly app dev de fr es it nl eu uk us me tv")

// fieldLine reports whether a line such as "Location: …" begins at token i.
func (p *page) fieldLine(i, last int) bool {
	for j := i + 1; j <= i+3 && j <= last; j++ {
		if g := p.gap(j); strings.HasPrefix(g, ":") {
			return true
		} else if strings.Contains(g, "\n") {
			return false
		}
	}
	return false
}

// phrase makes the phrase of tokens [i, end).
func (p *page) phrase(i, end int) phrase {
	if end <= i {
		return phrase{from: i, to: i}
	}
	return phrase{from: i, to: end, text: strings.Clone(p.stretch(i, end))}
}

// stretch is the text of phrase, which may be a part of the mail's.
func (p *page) stretch(i, end int) string {
	to := p.tokens[end-1].to
	for int(to) < len(p.orig) && (p.orig[to] == '+' || p.orig[to] == '#') {
		to++
	}
	const longest = 120
	s := p.orig[p.tokens[i].from:to]
	if len(s) > longest || !squeezed(s) {
		s = squeeze(s, longest)
	}
	if strings.HasSuffix(p.gap(i), " .") { // ".NET"
		s = "." + s
	}
	if strings.Count(s, "(") > strings.Count(s, ")") && int(to) < len(p.orig) && p.orig[to] == ')' {
		s += ")"
	}
	return s
}

const openQuotes, closeQuotes = "\"“„«‚‘'", "\"”“»’'"

// quoted reads a name that stands in quotation marks right before token i.
func (p *page) quoted(i, last int) (phrase, bool) {
	if i >= last {
		return phrase{}, false
	}
	g := strings.TrimRight(p.gap(i), " ")
	if g == "" || !strings.ContainsRune(openQuotes, lastRune(g)) {
		return phrase{}, false
	}
	for j := i + 1; j <= last && j-i < 16; j++ {
		if strings.ContainsAny(p.gap(j), closeQuotes[:1]+"”“»’") {
			q := p.phrase(i, j)
			q.quoted = true
			g := p.gap(j)
			if k := strings.IndexAny(g, closeQuotes); k > 0 && strings.HasPrefix(g, ")") {
				q.text += ")"
			}
			return q, true
		}
	}
	return phrase{}, false
}

func lastRune(s string) rune {
	var r rune
	for _, r = range s {
	}
	return r
}

// joins reports whether the gap between two words holds a name together.
func joins(gap, before, after string) bool {
	if strings.Contains(gap, "\n\n") {
		return false
	}
	switch after {
	case "in", "innen", "r":
		if gap == "*" || gap == ":" || gap == "/" || gap == "_" || gap == "(" || gap == "/-" { // "Leiter*in"
			return true
		}
	}
	g := strings.TrimSpace(gap)
	switch g {
	case "", "&", "-", "‑", "+", "'", "’", "®", "™", "/", "_", "·":
		return g != "-" && g != "·" || gap == g // " - " separates
	case ".":
		return gap == "." || abbreviated(before) && before != "I" || legalForms[FoldName(after)]
	case ",", ".,":
		return legalForms[FoldName(after)]
	}
	return false
}

// abbreviated reports whether a period after the word belongs to it.
func abbreviated(w string) bool {
	switch strings.ToLower(w) {
	case "inc", "co", "corp", "ltd", "st", "dr", "mr", "mrs", "ms", "sr", "jr", "no", "dept", "prof", "ing", "dipl", "hr", "fr", "nr", "sra", "dott", "mag":
		return true
	}
	return len(w) == 1
}

// peel removes words from both ends of a name that say what the sender does, not who it is.
func peel(name string, words map[string]bool) string {
	var buf [16]string
	f := buf[:0]
	if ascii(name) && !strings.ContainsAny(name, "\r\n\v\f") {
		f = appendFields(f, name)
	} else {
		f = strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '\t' || r == '\u00a0' })
	}
	all, first := f, 0
	for len(f) > 0 && peels(f[0], words) && !ownArticle(f, words) {
		f, first = f[1:], first+1
	}
	for n := len(f); len(f) > 0 && peels(f[len(f)-1], words); f = f[:len(f)-1] {
		if len(f) == n && n > 1 && firmWords[foldWord(f[n-1])] { // "Larch University", but "Larch University Recruiting"
			break
		}
	}
	if len(f) > 0 && (f[0] == "for" || f[0] == "of") { // "Department for Coastal Affairs" is one name
		return strings.TrimSpace(name)
	}
	return trim(wordsOf(name, all, first, first+len(f)), " ,;:.-–—|/&@")
}

// ownArticle reports whether a name begins with an article or a preposition that is its own: "Van Dormael", "La Halle".
func ownArticle(f []string, words map[string]bool) bool {
	next := 1
	for next < len(f) && nameArticles[foldWord(f[next])] {
		next++
	}
	return nameArticles[foldWord(f[0])] && capitalised(f[0]) && next < len(f) && !peels(f[next], words)
}

// nameArticles begin names of firms and persons.
var nameArticles = setOf("der de van la le las los les el het il lo del della di da do den")

func peels(w string, words map[string]bool) bool {
	w = trim(w, ".,;:!|()[]\"'")
	if w == "" || w == "-" || w == "–" || w == "—" || w == "&" || w == "/" || w == "@" {
		return true
	}
	if a, b, ok := strings.Cut(w, "-"); ok && words[foldWord(a)] && words[foldWord(b)] {
		return true // "Recruiting-Team"
	}
	return words[foldWord(w)] || words["team"] && isTeam(foldWord(w))
}

// officeWords are the words around an employer's name in display names and sign-offs, in all languages together.
var officeWords = setOf(`careers career karriere carriere carrieres jobs job recruiting recruitment recruiter recruiters recruit recruteur recrutement
	rekrutierung recruitingteam hiring talent talents talento talenti acquisition human resources hr ressources humaines rh rrhh recursos humanos risorse umane personal
	personalabteilung personalmanagement personalwesen bewerbermanagement bewerbung bewerbungen team teams equipe equipo squad staffing people operations culture
	department dept abteilung office notifications notification notify mailer no-reply noreply donotreply do not reply the your our ihr ihre euer dein deine l' le la
	les el los het de der die das il lo i o a os as of at from by and & und et y e candidate candidates candidatures candidature applicant applicants applications application
	experience engagement services service center centre via workday greenhouse lever icims smartrecruiters talentteam selection seleccion selezione selecao
	atracao vacatures werving selectie sollicitaties sollicitatie empleo trabajo emploi lavoro vagas workforce system automated reply support info contact mail email update updates campus university
	global corporate development sourcing assessment assessments onboarding interview interviews coordinator support admin administration from hello team's us d' di da do del della van dell' dell' all partner business manager specialist
	buro selezioni lavora con noi join us rejoignez nous rejoindre trabalhe conosco connosco trabaja nosotros werken bij
	early graduates area settore unidad unita servizio dienst personeelszaken personeelsdienst hrm afdeling personnel personale resourcing personalamt personalteam personalstelle personalburo ufficio secretaria secretariat secretariaat sekretariat gente gestao pessoas pessoal equipa`)
