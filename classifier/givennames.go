package classifier

import (
	"strings"
	"sync"
)

// givenNames are the first names of people from rules/given-names.txt, folded: true for the sure ones; the others are as often a surname, a place
// or a word.
var givenNames = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for l := range ruleLines("rules/given-names.txt") {
		for w := range strings.FieldsSeq(l) {
			name, doubtful := strings.CutSuffix(w, "?")
			m[name] = m[name] || !doubtful
		}
	}
	return m
})

// personTitles stand before the names of people.
var personTitles = setOf("dr prof professor professorin mr mrs ms mx miss sir dame rev fr herr herrn frau dipl mag ing ra mme mlle monsieur madame m senor senora sr sra don dona d dott dottssa dottor sig signor signora avv dhr mevr mevrouw drs ir exmo exma")

// personLike reports whether the words of a name begin with the title of a person, and whether what follows is, or may be, a first name.
func personLike(words []string) (titled, given, doubtful bool) {
	k := 0
	for k < len(words)-1 && personTitles[foldWord(trim(words[k], ".,"))] {
		k++
	}
	if k+1 < len(words) && len(words[k+1]) <= 3 && allUpper(words[k+1]) {
		return k > 0, false, false // "Fritz AI"
	}
	first, _, _ := strings.Cut(foldWord(trim(words[k], ".,")), "-")
	sure, known := givenNames()[first]
	return k > 0, sure, known && !sure
}
