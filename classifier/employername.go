package classifier

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// legalForms are folded company suffixes. They stay in a displayed name and do not count in comparisons.
var legalForms = setOf(`inc incorporated llc llp lp ltd limited plc corp corporation co company pty gmbh mbh ag kg kgaa ohg gbr ug se ek ev eg
	sa sas sasu sarl eurl sca snc sci sl slu sau sc spa srl srls scarl coop bv nv vof cv ltda me eireli sgps lda unipessoal oy oyj ab as asa aps
	kft zrt doo sro spzoo pvt private pte sdn bhd kk gk pjsc ooo zao holding holdings group gruppe groupe grupo gruppo`)

func setOf(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// FoldName returns the form of a company or person name, or of a job title, in which two spellings of it are equal: Unicode
// case folding, no diacritics (NFKD), no punctuation, "&" and "and" left out, no legal form at the end, no article in front.
// A name that consists of legal forms only keeps them.
func FoldName(s string) string {
	words := nameWords(s)
	end := len(words)
	for end > 1 && legalForms[words[end-1]] {
		end--
	}
	start := 0
	if end > 1 && words[0] == "the" {
		start = 1
	}
	return strings.Join(words[start:end], " ")
}

var folder = cases.Fold()

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// nameWords folds s and cuts it into words. Dotted abbreviations are one word: "S.p.A." is "spa", "B.V." is "bv".
func nameWords(s string) []string {
	if !ascii(s) {
		s = folder.String(norm.NFKD.String(s))
	}
	folded := make([]byte, 0, len(s)+1) // words, each with a space behind it
	begin := 0
	flush := func() {
		switch w := string(folded[begin:]); w {
		case "", "and", "und", "et":
			folded = folded[:begin]
		case "fh":
			folded = append(folded[:begin], "fachhochschule "...)
			begin = len(folded)
		default:
			folded = append(folded, ' ')
			begin = len(folded)
		}
	}
	for i, r := range s {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			folded = append(folded, byte(r))
		case r >= 'A' && r <= 'Z':
			folded = append(folded, byte(r)+'a'-'A')
		case unicode.Is(unicode.Mn, r):
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			folded = utf8.AppendRune(folded, r)
		case r == '.' && dotted(s[:i]):
		case r == '\'' || r == '’' || r == '®' || r == '™':
		default:
			flush()
		}
	}
	flush()
	return strings.Fields(string(folded))
}

// dotted reports whether before ends in a single letter, behind which a period belongs to an abbreviation.
func dotted(before string) bool {
	last, n := utf8.DecodeLastRuneInString(before)
	if !unicode.IsLetter(last) {
		return false
	}
	ahead, _ := utf8.DecodeLastRuneInString(before[:len(before)-n])
	return ahead == '.' || !unicode.IsLetter(ahead)
}

// initials returns the first letters of a folded name, by which a domain label may stand for it.
func initials(folded string) string {
	var b strings.Builder
	for _, w := range strings.Fields(folded) {
		b.WriteByte(w[0])
	}
	return b.String()
}

// umlauts spells German names as domains do.
var umlauts = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "Ä", "Ae", "Ö", "Oe", "Ü", "Ue", "ß", "ss")

// labelNames reports whether a domain label stands for a company name: equal without spaces, one beginning with the other
// at a word of the name, or its initials.
func labelNames(label, name string) bool {
	if umlauts.Replace(name) != name && labelNames(label, umlauts.Replace(name)) {
		return true
	}
	folded := FoldName(name)
	if folded == "" || len(label) < 2 {
		return false
	}
	label = strings.ReplaceAll(strings.ReplaceAll(strings.ToLower(label), "-", ""), "_", "")
	joined := strings.ReplaceAll(folded, " ", "")
	if rest, ok := strings.CutPrefix(folded, "fachhochschule "); ok && label == "fh"+strings.ReplaceAll(rest, " ", "") {
		return true
	}
	for _, and := range [...]string{"and", "und", "et", "y", "e", "en"} { // "Vellum & Ink" at vellumandink.example
		if before, after, ok := strings.Cut(name, "&"); ok && label == strings.ReplaceAll(FoldName(before)+and+FoldName(after), " ", "") {
			return true
		}
	}
	if label == joined || label == "the"+joined || len(label) >= 3 && label == initials(folded) {
		return true
	}
	if len(joined) >= 4 && strings.HasPrefix(label, joined) {
		return true
	}
	prefix := ""
	for _, w := range strings.Fields(folded) {
		prefix += w
		if label == prefix && len(prefix) >= 4 {
			return true
		}
	}
	return false
}
