package classifier

import (
	"strings"
)

// bare cuts what stands around a name in a run of capitals: words of subject lines, titles of those who write, fields of work.
func (h *hearing) bare(name string) string {
	if owner, rest, ok := strings.Cut(strings.ReplaceAll(name, "’", "'"), "'s "); ok && h.onlyWords(strings.Fields(rest)) {
		return owner // "Acme's SDE"
	}
	var buf [16]string
	f := appendFields(buf[:0], name)
	if len(f) > 1 && housePrepositions[foldWord(f[0])] {
		f = f[1:]
	}
	n := len(f)
	if n > 2 && institution(name) {
		return strings.Join(f, " ")
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
	return strings.Join(f[:n], " ")
}

// onlyWords reports whether the words name nobody: titles of those who write and words of subject lines.
func (h *hearing) onlyWords(f []string) bool {
	for _, s := range f {
		w := foldWord(strings.Trim(s, ".,;:!?"))
		if firmWords[w] || legalForms[w] || w == "re" || !jobWords[w] && !h.p.facts.genericWord(w) && !h.titleLike(w) {
			return false
		}
	}
	return true
}

// spelledAtHome reports whether the author's own domain spells a name whole, with the words that are else cut off: "Larch Staffing".
func (h *hearing) spelledAtHome(name string) bool {
	return domainOf(h.m.Author().Address) != "" && strings.Contains(name, " ") && strings.ReplaceAll(FoldName(german(name)), " ", "") == strings.ReplaceAll(h.label, "-", "")
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
	for _, w := range strings.Fields(strings.ReplaceAll(name, "’", "'")) {
		if _, end, ok := strings.Cut(w, "'"); ok && (end == "ve" || end == "re" || end == "m" || end == "ll" || end == "t" || end == "d") {
			return true
		}
	}
	return false
}
