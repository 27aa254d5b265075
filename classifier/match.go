package classifier

import "slices"

// Mood says in what sense a phrase stands in the text.
type Mood uint8

const (
	Decided      Mood = iota // stated as a fact
	Hypothetical             // under a condition: "if you are selected"
	Negated
	moods
)

var moodMarks = [moods]string{"", "?", "!"}

// hit is one phrase found: concept in mood at tokens [from, to).
type hit struct {
	concept  int32
	mood     Mood
	from, to int32
	sent     int32
	lang     *language
}

// maxSteps bounds the work of one pattern at one place.
const maxSteps = 400

// matcher finds the phrases of one language in a text.
type matcher struct {
	t      *text
	words  *vocabulary // of t; nil if it has none
	lang   *language
	steps  int
	stated []bool   // concepts stated as a fact in earlier sentences
	rest   []guards // by token of the sentence at hand: the guards among the words from there on, where a pattern can begin
}

// find appends the hits of lang in t.
func (m *matcher) find(hits []hit) []hit {
	clear(m.stated)
	t := m.t
	for i := range t.tokens {
		if k := &t.tokens[i]; m.words != nil && m.lang.own != nil {
			k.known = m.words.known(k, m.lang)
		} else {
			k.known = m.lang.lexicon.find(t.word(i))
		}
	}
	for s := range t.sents {
		if !t.sents[s].button {
			hits = m.sentence(int32(s), hits)
		}
	}
	return hits
}

func (m *matcher) sentence(s int32, hits []hit) []hit {
	sen := m.t.sents[s]
	begin := len(hits)
	condition, whole := sen.last, false
	open := sen.last // where a condition begins, be it a polite one
	m.guard(sen)
	polite, politeFrom := int32(-1), int32(-1)
	for i := sen.first; i < sen.last; i++ {
		w := m.t.tokens[i].known
		if w == nil || len(w.starts) == 0 {
			continue
		}
		rest, matched := &m.rest[i-sen.first], int32(none)
		for _, p := range w.starts {
			if !rest.has(p.guards) {
				continue
			}
			pat := &m.lang.patterns[p.pattern]
			if pat.source == matched || pat.anchor && i != sen.first {
				continue
			}
			if pat.concept >= 0 && (found(hits[begin:], pat.concept) || m.settled(pat.concept)) {
				continue
			}
			end := m.try(pat, i, sen.last)
			if end < 0 {
				continue
			}
			matched = pat.source
			switch pat.concept {
			case moodIf:
				if i > polite && i < condition {
					condition = i
				}
				if i > polite || i == politeFrom {
					open = min(open, i)
				}
			case moodWhole:
				whole = true
			case moodPolite:
				polite, politeFrom = end, i
				if condition == i {
					open = min(open, i)
				}
				if condition <= i && condition >= i-1 || condition == i {
					condition = sen.last
				}
			default:
				mood := Decided
				if !pat.own && m.negated(i, end, sen.first) {
					mood = Negated
				}
				hits = append(hits, hit{concept: pat.concept, mood: mood, from: i, to: end, sent: s, lang: m.lang})
			}
		}
	}
	for k := begin; k < len(hits) && m.stated != nil && !sen.subject; k++ {
		if hits[k].mood == Decided && !whole && hits[k].from < condition {
			m.stated[hits[k].concept] = true
		}
	}
	if whole || condition <= sen.first+1 {
		m.t.sents[s].conditional = true
	}
	refused := false
	for k := begin; k < len(hits); k++ {
		h := &hits[k]
		if whole || h.from >= condition || h.from >= open && m.lang.refuses != nil && m.lang.refuses[h.concept] {
			h.mood = Hypothetical // "if this is not the right one for you" refuses nobody
		}
		refused = refused || h.mood == Decided && m.lang.refuses != nil && m.lang.refuses[h.concept]
	}
	for k := begin; refused && k < len(hits); k++ {
		if m.lang.yields[hits[k].concept] {
			hits[k].mood = Negated
		}
	}
	return hits
}

// settled reports whether an earlier sentence stated concept as a fact and a second one could say nothing new: a concept that refuses
// or yields depends on the rest of its sentence.
func (m *matcher) settled(concept int32) bool {
	if m.lang.refuses == nil || m.lang.refuses[concept] || m.lang.yields[concept] {
		return false
	}
	if len(m.stated) <= int(concept) {
		m.stated = make([]bool, len(m.lang.refuses))
	}
	return m.stated[concept]
}

// guard notes, from the end of the sentence to its beginning, the guards among the words from there on.
func (m *matcher) guard(sen sentence) {
	n := int(sen.last - sen.first)
	m.rest = slices.Grow(m.rest[:0], n)[:n]
	var rest guards
	for i := n - 1; i >= 0; i-- {
		w := m.t.tokens[int(sen.first)+i].known
		if w == nil {
			continue
		}
		for k, x := range w.guards {
			rest[k] |= x
		}
		if len(w.starts) > 0 {
			m.rest[i] = rest
		}
	}
}

func found(hits []hit, concept int32) bool {
	for i := range hits {
		if hits[i].concept == concept && hits[i].mood == Decided {
			return true
		}
	}
	return false
}

// negated reports whether a negating word stands inside tokens [i, end) or up to four words before.
func (m *matcher) negated(i, end, first int32) bool {
	for k := max(i-4, first); k < end; k++ {
		if w := m.t.tokens[k].known; w != nil && w.negates && !(int(k)+1 < len(m.t.tokens) && m.lang.harmless[string(m.t.word(int(k)+1))]) {
			return true
		}
	}
	return false
}

// try returns the end of the match of p at token i, with a word of which it can begin, -1 for none.
func (m *matcher) try(p *pattern, i, last int32) int32 {
	m.steps = maxSteps
	if p.code[0].op == opWord {
		return m.run(p.code, 1, i+1, last)
	}
	return m.run(p.code, 0, i, last)
}

// run tries code at token i and returns the end of the match, -1 for none.
func (m *matcher) run(code []inst, pc, i, last int32) int32 {
	for {
		if m.steps--; m.steps < 0 {
			return -1
		}
		in := &code[pc]
		if in.first != none && !m.begins(in.first, i, last) {
			return -1
		}
		switch in.op {
		case opMatch:
			return i
		case opWord:
			i++
			pc++
		case opAny:
			if i >= last {
				return -1
			}
			i++
			pc++
		case opJump:
			pc = in.x
		case opSplit:
			if first := code[in.x].first; first == none || m.begins(first, i, last) {
				if end := m.run(code, in.x, i, last); end >= 0 {
					return end
				}
			}
			pc = in.y
		case opGap:
			first := code[pc+1].first
			for k := i; k <= min(i+in.x, last); k++ {
				if first != none && !m.begins(first, k, last) {
					continue
				}
				if end := m.run(code, pc+1, k, last); end >= 0 {
					return end
				}
			}
			return -1
		}
	}
}

// begins reports whether token i is a word of class.
func (m *matcher) begins(class, i, last int32) bool {
	if i >= last {
		return false
	}
	w := m.t.tokens[i].known
	return w != nil && w.in(class)
}
