package classifier

import (
	"strings"
)

// bare cuts what stands around a name in a run of capitals: words of subject lines, titles of those who write, fields of work.
func (h *hearing) bare(name string) string {
	if owner, rest, ok := strings.Cut(straight(name), "'s "); ok && h.onlyWords(strings.Fields(rest)) {
		return owner // "Acme's SDE"
	}
	var buf [16]string
	all := appendFields(buf[:0], name)
	f, first := all, 0
	if len(f) > 1 && housePrepositions[foldWord(f[0])] {
		f, first = f[1:], 1
	}
	n := len(f)
	if n > 2 && institution(name) {
		return wordsOf(name, all, first, len(all))
	}
	for n > 1 && h.onlyWords(f[n-1:n]) {
		n--
	}
	k := n
	for k > 1 && fieldWords[foldWord(f[k-1])] {
		k--
	}
	if n-k > 1 || k < n && n < len(f) { // "Premise Data" is a firm, "Acme Software Development" is none
		n = k
	}
	return wordsOf(name, all, first, first+n)
}

// straight writes apostrophes as ASCII does.
func straight(s string) string {
	if ascii(s) {
		return s
	}
	return strings.ReplaceAll(s, "’", "'")
}

// onlyWords reports whether the words name nobody: titles of those who write and words of subject lines.
func (h *hearing) onlyWords(f []string) bool {
	for _, s := range f {
		w := foldWord(trim(s, ".,;:!?"))
		if firmWords[w] || legalForms[w] || w == "re" || !jobWords[w] && !h.p.facts.genericWord(w) && !h.titleLike(w) {
			return false
		}
	}
	return true
}

// spelledAtHome reports whether the author's own domain spells a name whole, with the words that are else cut off: "Larch Staffing".
func (h *hearing) spelledAtHome(name string) bool {
	if strings.IndexByte(name, ' ') < 0 || domainOf(h.m.Author().Address) == "" {
		return false
	}
	var buf [128]byte
	rest := h.label
	for _, c := range foldName(buf[:0], german(name)) {
		if c == ' ' {
			continue
		}
		if rest = strings.TrimLeft(rest, "-"); rest == "" || rest[0] != c {
			return false
		}
		rest = rest[1:]
	}
	return trim(rest, "-") == ""
}

// houseArticles begin a sentence that names its house, and housePlace are the words before one.
var (
	houseArticles = setOf("das der die the le la les el il het o a os")
	housePlace    = setOf("bei beim von vom at via fur zur zu mit")
)

// ownWords say whose something is.
var ownWords = setOf(`your our my their ihr ihre ihren ihrem ihrer dein deine unser unsere unserem votre notre vos nuestro nuestra uw jouw onze tuo tua suo sua nostro nostra
	seu teu nosso nossa`)

// contracted reports whether a name holds a pronoun with its verb: "We've".
func contracted(name string) bool {
	if !strings.ContainsAny(name, "'’") {
		return false
	}
	for _, w := range strings.Fields(strings.ReplaceAll(name, "’", "'")) {
		if _, end, ok := strings.Cut(w, "'"); ok && (end == "ve" || end == "re" || end == "m" || end == "ll" || end == "t" || end == "d") {
			return true
		}
	}
	return false
}
