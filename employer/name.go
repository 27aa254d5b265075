package employer

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// FoldName gives the form in which two spellings of an employer's name are the same: Unicode compatibility form, case folded,
// without accents, punctuation, legal forms and the words of a hiring team. "The ÄCME Robotics GmbH & Co. KG" gives "acme robotics".
// A name that consists of such words alone keeps them.
func FoldName(name string) string { return strings.Join(nameTokens(name), " ") }

// displayName is a name as a letter may use it: without the desk that sent the mail ("Careers", "Hiring Team") and the system behind it
// ("via …").
func displayName(name string) string {
	name = strings.Join(strings.Fields(name), " ")
	if i := strings.Index(strings.ToLower(name), " via "); i > 0 {
		name = name[:i]
	}
	words := strings.Fields(name)
	for len(words) > 1 && (teamWords[foldText(strings.Trim(words[len(words)-1], ".,-|()"))] || strings.Trim(words[len(words)-1], "-|@") == "") {
		words = words[:len(words)-1]
	}
	if n := len(words); n > 1 && strings.EqualFold(words[n-1], "talent") && strings.Contains(strings.ToLower(name), "acquisition") {
		words = words[:n-1]
	}
	if len(words) > 1 && strings.EqualFold(words[0], "team") {
		words = words[1:]
	}
	name = strings.TrimRight(strings.Join(words, " "), " ,-|")
	if dotted.MatchString(name) {
		name += "." // lost to the end of a sentence
	}
	return name
}

// dotted is a name whose last word is an abbreviation without its last dot: "Acme S.L".
var dotted = regexp.MustCompile(`\s(\pL\.)+\pL$`)

// spellings are the words of a name, and those of the other ways in which it is written: without umlauts, "Müller" is "muller" and "mueller",
// and with "&" for its "und". "Bauer" has one only, and is not "Baur".
func spellings(name string) [][]string {
	all := [][]string{nameTokens(name)}
	add := func(words []string) {
		if !slices.ContainsFunc(all, func(have []string) bool { return slices.Equal(have, words) }) {
			all = append(all, words)
		}
	}
	if plain := norm.NFC.String(name); !isPlain(plain) {
		add(nameTokens(umlautsSpelled.Replace(plain)))
	}
	for _, words := range slices.Clone(all) {
		words = slices.Clone(words)
		for i, w := range words {
			if i > 0 && (w == "und" || w == "et" || w == "en") {
				words[i] = "and"
			}
		}
		add(words)
	}
	return all
}

var umlautsSpelled = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "Ä", "Ae", "Ö", "Oe", "Ü", "Ue", "ø", "oe", "Ø", "Oe", "å", "aa", "Å", "Aa")

// nameTokens are the words of FoldName.
func nameTokens(name string) []string {
	words := foldWords(name)
	full := words
	if len(words) > 1 && articles[words[0]] {
		words = words[1:]
	}
	var kept []string
	for i, w := range words {
		if i > 0 && legalAnywhere[w] {
			continue
		}
		kept = append(kept, w)
	}
	for len(kept) > 1 {
		last := kept[len(kept)-1]
		if !legalEnd[last] && last != "and" && !teamWords[last] {
			break
		}
		kept = kept[:len(kept)-1]
	}
	if n := len(kept); n > 1 && kept[n-1] == "talent" && slices.Contains(words, "acquisition") {
		kept = kept[:n-1]
	}
	if len(kept) > 1 && kept[0] == "team" {
		kept = kept[1:]
	}
	if len(kept) == 0 {
		return full
	}
	return kept
}

// foldWords splits text into folded words. Dots and slashes between single letters join them: "S.p.A." is "spa".
func foldWords(s string) []string {
	if i := strings.Index(strings.ToLower(s), " via "); i > 0 {
		s = s[:i]
	}
	folded := foldText(s)
	var words []string
	var b strings.Builder
	flush := func() {
		if b.Len() > 0 {
			words = append(words, b.String())
			b.Reset()
		}
	}
	runes := []rune(folded)
	for i, r := range runes {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(r)
		case r == '\'' || r == '’' || r == '\u00ad':
		case r == '&' || r == '+':
			flush()
			words = append(words, "and")
		case (r == '.' || r == '/') && abbreviates(runes, i):
		default:
			flush()
		}
	}
	flush()
	return words
}

// abbreviates reports whether the dot or slash at i stands after a single letter that begins a word or follows such a dot.
func abbreviates(r []rune, i int) bool {
	if i == 0 || !unicode.IsLetter(r[i-1]) {
		return false
	}
	return i == 1 || !unicode.IsLetter(r[i-2]) && !unicode.IsDigit(r[i-2])
}

var fold = cases.Fold()

// foldText folds case and removes accents.
func foldText(s string) string {
	if isPlain(s) {
		return strings.ToLower(s)
	}
	s = fold.String(norm.NFKD.String(s))
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		if to, ok := bareLetters[r]; ok {
			return to
		}
		return r
	}, s)
}

// isPlain reports whether s is ASCII, which needs no Unicode folding.
func isPlain(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// bareLetters have no decomposition in Unicode.
var bareLetters = map[rune]rune{'ø': 'o', 'ł': 'l', 'đ': 'd', 'ð': 'd', 'ħ': 'h', 'ı': 'i', 'æ': 'a', 'œ': 'o', 'þ': 't'}

var (
	articles = set("the", "die", "der", "das", "le", "la", "les", "el", "los", "las", "il", "lo", "gli", "de", "het", "o", "os", "a", "as")

	legalAnywhere = set("gmbh", "ggmbh", "mbh", "kgaa", "inc", "incorporated", "llc", "llp", "ltd", "limited", "sarl", "sasu", "srl", "sro",
		"ltda", "eireli", "pty", "pvt", "oyj", "aps", "asa", "zrt", "kft", "bvba", "besloten", "vennootschap", "aktiengesellschaft")

	legalEnd = set("ag", "kg", "ohg", "ug", "se", "ev", "eg", "gbr", "lp", "plc", "corp", "corporation", "co", "company", "cie", "pte", "private",
		"sa", "sas", "spa", "sl", "slu", "sca", "snc", "bv", "nv", "vof", "oy", "ab", "as", "kk", "gk", "doo", "spzoo", "zoo", "haftungsbeschrankt", "tbk", "pt")

	// teamWords name the sender's desk, not the employer.
	teamWords = set("careers", "career", "recruiting", "recruitment", "hiring", "team", "hr", "karriere", "bewerbermanagement",
		"personalabteilung", "recrutement", "seleccion", "selezione", "talentteam", "recruiters", "acquisition")

	// genericWords tell little: "Acme" and "Acme Technologies" are one employer, "Acme" and "Acme Bakery" perhaps not.
	genericWords = set("group", "gruppe", "groupe", "grupo", "gruppo", "groep", "holding", "holdings", "international", "global", "worldwide",
		"technologies", "technology", "tech", "software", "systems", "solutions", "services", "labs", "lab", "studio", "studios", "digital", "online",
		"consulting", "partners", "enterprises", "industries", "ventures", "io", "ai", "app", "hq", "com", "talent", "jobs", "people", "human", "resources",
		"germany", "deutschland", "austria", "osterreich", "switzerland", "schweiz", "suisse", "france", "spain", "espana", "italy", "italia",
		"netherlands", "nederland", "belgium", "belgie", "belgique", "portugal", "brasil", "brazil", "uk", "us", "usa", "ireland", "india", "canada", "europe",
		"emea", "eu", "america", "americas", "australia", "poland", "polska", "and", "the")
)

// sameness says how surely two names mean one employer.
type sameness int

const (
	different sameness = iota
	doubtful           // may become a question
	same
)

// compareNames compares the words of two names.
func compareNames(a, b []string) sameness {
	if len(a) == 0 || len(b) == 0 {
		return different
	}
	if length(a) == length(b) && strings.Join(a, "") == strings.Join(b, "") {
		return same
	}
	short, long := a, b
	if len(short) > len(long) {
		short, long = long, short
	}
	if len(long) >= 3 && len(short) == 1 && short[0] == initials(long) {
		return doubtful
	}
	if short[0] != long[0] || genericWords[short[0]] || len([]rune(short[0])) < 2 {
		return different
	}
	n := 0
	for n < len(short) && short[n] == long[n] {
		n++
	}
	shortRest, longRest := short[n:], long[n:]
	switch {
	case len(shortRest) == 0 && allGeneric(longRest):
		return same
	case len(shortRest) == 0, allGeneric(shortRest) && allGeneric(longRest):
		return doubtful
	}
	return different
}

// length is that of the words in one.
func length(words []string) int {
	n := 0
	for _, w := range words {
		n += len(w)
	}
	return n
}

// allGeneric reports whether none of the words tells employers apart.
func allGeneric(words []string) bool {
	for _, w := range words {
		if !genericWords[w] {
			return false
		}
	}
	return true
}

// initials joins the first letters.
func initials(words []string) string {
	var b strings.Builder
	for _, w := range words {
		for _, r := range w {
			b.WriteRune(r)
			break
		}
	}
	return b.String()
}
