package classifier

import "math/bits"

// guess is what language recognition found.
type guess struct {
	code   string // ISO 639-1, "" when nothing speaks for any
	known  []int  // indices of the compiled languages worth matching, the likeliest first
	sure   bool
	others bool // a language without rules
}

// maxStopTokens is how many words language recognition reads.
const maxStopTokens = 250

// recognise tells the language by script, then by function words. A word that several languages share counts in parts.
func (r *ruleSet) recognise(t *text, v *vocabulary) guess {
	if code := scriptCode(t); code != "" {
		return guess{code: code, others: true, sure: true, known: []int{0}}
	}
	var score [64]float64
	for i := range t.tokens[:min(len(t.tokens), maxStopTokens)] {
		mask := v.word(&t.tokens[i]).stop
		share := 1 / float64(bits.OnesCount64(mask))
		for ; mask != 0; mask &= mask - 1 {
			score[bits.TrailingZeros64(mask)] += share
		}
	}
	best := 0
	for b := range r.names {
		if score[b] > score[best] {
			best = b
		}
	}
	g := guess{}
	if score[best] < 0.9 { // next to nothing: try all
		for i := range r.languages {
			g.known = append(g.known, i)
		}
		if score[best] > 0 {
			g.code = r.names[best]
		}
		return g
	}
	g.code = r.names[best]
	g.sure = score[best] >= 2.5
	g.others = best >= len(r.languages)
	if !g.others {
		g.known = append(g.known, best)
	}
	for i := range r.languages {
		if i != best && (score[i] >= 0.4*score[best] && score[i] > 0.3 || score[best] < 2.5 && score[i] > 0) {
			g.known = append(g.known, i)
		}
	}
	return g
}

// scriptCode names the language of a text that is not mostly Latin.
func scriptCode(t *text) string {
	total := 0
	for _, n := range t.chars {
		total += n
	}
	if total == 0 || t.chars[latin]*2 > total*3/2 {
		return ""
	}
	top := hebrew
	for s := hebrew; s < scripts; s++ {
		if t.chars[s] > t.chars[top] {
			top = s
		}
	}
	if t.chars[top]*5 < t.chars[latin] {
		return ""
	}
	switch top {
	case hebrew:
		return "he"
	case arabic:
		return "ar"
	case cyrillic:
		for _, r := range t.orig {
			if r == 'і' || r == 'ї' || r == 'є' {
				return "uk"
			}
		}
		return "ru"
	case kana:
		return "ja"
	case han:
		if t.chars[kana] > 0 {
			return "ja"
		}
		return "zh"
	case hangul:
		return "ko"
	case thai:
		return "th"
	case greek:
		return "el"
	}
	return ""
}
