package classifier

import (
	"strings"
	"sync"
)

// placeNames are countries, regions and cities from rules/places.txt, folded.
var placeNames = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for place := range ruleLines("rules/places.txt") {
		m[place] = true
	}
	return m
})

// placesOnly reports whether a folded name is nothing but places: "nevada and arizona".
func placesOnly(words []string) bool {
	const most = 4 // words of a place
	known := placeNames()
	found := false
next:
	for i := 0; i < len(words); {
		if found && andWords[words[i]] {
			i++
			continue
		}
		for n := min(most, len(words)-i); n > 0; n-- {
			if known[strings.Join(words[i:i+n], " ")] {
				i, found = i+n, true
				continue next
			}
		}
		return false
	}
	return found
}

// isPlaceAt reports whether a place begins at token i.
func (p *page) isPlaceAt(i int) bool {
	const most = 3
	known := placeNames()
	var buf [64]byte
	b := buf[:0]
	for n := 0; n < most && i+n < len(p.tokens); n++ {
		if n > 0 {
			b = append(b, ' ')
		}
		b = append(b, p.word(i+n)...)
		if known[string(b)] {
			return true
		}
	}
	return false
}
