package classifier

import (
	"bytes"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// legalForms are folded company suffixes. They stay in a displayed name and do not count in comparisons.
var legalForms = setOf(`inc incorporated llc llp lp ltd limited plc corp corporation co company pty gmbh mbh ag kg kgaa ohg gbr ug se ek ev eg
	sa sas sasu sarl eurl sca snc sci sl slu sau sc spa srl srls scarl coop bv nv vof cv ltda me eireli sgps lda unipessoal oy oyj ab as asa aps
	kft zrt doo sro spzoo pvt private pte sdn bhd kk gk pjsc ooo zao holding holdings group gruppe groupe grupo gruppo
	dac clg cic ggmbh gesmbh partg partgmbb mbb scop eirl bvba vzw asbl gie`)

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
	var buf [128]byte
	words := foldName(buf[:0], s)
	if string(words) == s {
		return s
	}
	return string(words)
}

// foldName is FoldName into an empty buffer.
func foldName(buf []byte, s string) []byte {
	words := bytes.TrimSuffix(appendName(buf, s), []byte(" "))
	for {
		w, more := lastWord(words)
		switch n := len(words); {
		case more && legalForms[string(w)]:
			words = words[:n-len(w)-1]
			continue
		case more && len(w) == 1 && n > 4 && words[n-4] == ' ' && legalForms[string([]byte{words[n-3], words[n-1]})]: // "e. V."
			words = words[:n-4]
			continue
		}
		break
	}
	return bytes.TrimPrefix(words, []byte("the "))
}

var folder = cases.Fold()

// decompose folds the case of s and takes the letters and their accents apart.
func decompose(s string) string {
	var buf [128]byte
	b, parts := buf[:0], decomposed()
	for _, r := range s {
		switch {
		case r < utf8.RuneSelf:
			b = appendBase(b, r)
		case int(r) < len(parts.latin):
			b = append(b, parts.latin[r]...)
		case r >= punctuation && int(r-punctuation) < len(parts.marks):
			b = append(b, parts.marks[r-punctuation]...)
		default:
			return folder.String(norm.NFKD.String(s))
		}
	}
	return string(b)
}

// punctuation is the first of Unicode's general punctuation.
const punctuation = 0x2000

// decomposed holds the parts of the letters of Latin scripts and of punctuation. None of them changes beside another one.
var decomposed = sync.OnceValue(func() *struct {
	latin [0x250]string
	marks [0x70]string
} {
	var t struct {
		latin [0x250]string
		marks [0x70]string
	}
	parts := func(r rune) string { return folder.String(norm.NFKD.String(string(r))) }
	for r := range t.latin {
		t.latin[r] = parts(rune(r))
	}
	for r := range t.marks {
		t.marks[r] = parts(punctuation + rune(r))
	}
	return &t
})

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
	var buf [128]byte
	return strings.Fields(string(appendName(buf[:0], s)))
}

// appendName appends the folded words of s, each with a space behind it.
func appendName(folded []byte, s string) []byte {
	if !ascii(s) {
		s = decompose(s)
	}
	begin := len(folded)
	flush := func() {
		switch string(folded[begin:]) {
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
		if r < utf8.RuneSelf {
			if c := lower[r]; c != 0 {
				folded = append(folded, c)
			} else if r != '\'' && !(r == '.' && dotted(s[:i])) {
				flush()
			}
			continue
		}
		switch {
		case unicode.Is(unicode.Mn, r):
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			folded = utf8.AppendRune(folded, r)
		case r == '’' || r == '®' || r == '™':
		default:
			flush()
		}
	}
	flush()
	return folded
}

// lastWord is the last of the words that appendName made, and whether others stand before it.
func lastWord(folded []byte) (w []byte, more bool) {
	folded = bytes.TrimSuffix(folded, []byte(" "))
	i := bytes.LastIndexByte(folded, ' ')
	return folded[i+1:], i >= 0
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
	var buf [32]byte
	b := buf[:0]
	for i := range len(folded) {
		if folded[i] != ' ' && (i == 0 || folded[i-1] == ' ') {
			b = append(b, folded[i])
		}
	}
	return string(b)
}

// umlauts spells German names as domains do.
var umlauts = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "Ä", "Ae", "Ö", "Oe", "Ü", "Ue", "ß", "ss")

// german spells the umlauts of a name as domains do.
func german(name string) string {
	if ascii(name) {
		return name
	}
	return umlauts.Replace(name)
}

// labelNames reports whether a domain label stands for a company name: equal without spaces, one beginning with the other
// at a word of the name, or its initials.
func labelNames(label, name string) bool {
	if spelt := german(name); spelt != name && labelNames(label, spelt) {
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
	if before, after, ok := strings.Cut(name, "&"); ok {
		before, after = strings.ReplaceAll(FoldName(before), " ", ""), strings.ReplaceAll(FoldName(after), " ", "")
		for _, and := range [...]string{"and", "und", "et", "y", "e", "en"} { // "Vellum & Ink" at vellumandink.example
			if label == before+and+after {
				return true
			}
		}
	}
	if label == joined || label == "the"+joined || len(label) >= 3 && label == initials(folded) {
		return true
	}
	if len(joined) >= 4 && strings.HasPrefix(label, joined) {
		return true
	}
	length := 0 // of the words so far, without spaces
	for w := range strings.SplitSeq(folded, " ") {
		length += len(w)
		if length >= 4 && label == joined[:length] {
			return true
		}
	}
	return false
}
