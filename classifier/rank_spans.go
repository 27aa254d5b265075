package classifier

import (
	"slices"
	"strings"
)

// spans collects the phrases of the page that may be a title.
type spans struct {
	h    *hearing
	out  []option
	seen map[string]int
}

// try adds the phrase of tokens [i, end), once.
func (s *spans) try(i, end int) {
	tried, length := &s.h.p.index.tried[i], uint16(1)<<(end-i)
	if *tried&length == 0 {
		*tried |= length
		s.add(s.h.p.stretch(i, end))
	}
}

func (s *spans) add(name string) {
	const most = 160
	name = trimHeads(cleanRole(name))
	folded := FoldRole(name)
	if folded == "" || len(s.out) >= most || numeral(folded) || genericRole[folded] {
		return
	}
	if i, ok := s.seen[folded]; ok {
		if len(name) > len(s.out[i].name) && strings.Contains(name, "/") {
			s.out[i].name = name
		}
		return
	}
	s.seen[folded] = len(s.out)
	s.out = append(s.out, option{name: name, folded: folded})
}

// roleOptions lists the phrases that may be the title of the job: those that the rules heard, and the stretches of words around words of
// titles and behind words that announce one.
func (h *hearing) roleOptions(employer string) []option {
	p := h.p
	s := spans{h: h, out: make([]option, 0, 64), seen: p.index.options}
	if s.seen == nil {
		s.seen = map[string]int{}
		p.index.options = s.seen
	}
	clear(s.seen)
	clear(p.index.tried)
	heard, house := h.title(employer), FoldName(employer)
	s.add(heard)
	for i := range h.roles {
		s.add(h.roles[i].name)
	}
	for n := range p.sents {
		first, last := int(p.sents[n].first), int(p.sents[n].last)
		if first > 0 && employer != "" && strings.Contains(p.gap(first), "\n") && p.saysAt(first, house) {
			s.above(first)
		}
		for _, k := range p.in(n) {
			switch k.cue {
			case cueTitle, cueObject, cueForRole:
				if i, _ := h.skip(int(p.unbracketed(k)), last); i < last {
					s.from(i, i+1, last)
				}
			case cueHead, cueNear:
				s.until(int(k.from), first)
			}
		}
		for i := first; i < last; i++ {
			if (p.roleWord(i) || p.kind(i).any(wordOccupation|wordDoubtful)) && (!generic(p, i) || p.sents[n].subject) {
				s.around(i, first, last)
			}
			if end := p.phraseAt(i, last); end > i {
				s.try(i, end)
				s.from(i, end, last)
			}
		}
		if p.sents[n].subject {
			for _, part := range barred(strings.ReplaceAll(h.m.Subject, ": ", "|")) {
				s.add(part)
			}
		}
	}
	if house != "" {
		s.out = slices.DeleteFunc(s.out, func(o option) bool { return within(o.folded, house) })
	}
	h.seeRoles(s.out, FoldRole(heard), house)
	return s.out
}

// inTitleGap reports whether the gap in front of token i may stand within a title.
func inTitleGap(g string) bool {
	switch g {
	case " ", "-", "/", "'", "’", " & ", " / ", "&", "+", ", ", " - ", " – ", "(", ") ", "*", ":", "_", " (", "·", ".", "\n", " + ", "‑", ")":
		return true
	}
	return false
}

// from adds the phrases that begin at token i and end behind token end.
func (s *spans) from(i, end, last int) {
	const longest = 8
	if !s.begins(i) {
		return
	}
	for j := end; j <= last && j-i <= longest; j++ {
		if j > i+1 && !s.goesOn(j-1, last) {
			break
		}
		if s.ends(j - 1) {
			s.try(i, j)
		}
	}
}

// goesOn reports whether a title may go on at token i.
func (s *spans) goesOn(i, last int) bool {
	g := s.h.p.gap(i)
	return inTitleGap(g) && !(g == "\n" && s.h.p.fieldLine(i, last))
}

// above adds the line that ends in front of token end: on the pages of job boards the title stands above the employer.
func (s *spans) above(end int) {
	const longest = 8
	for i := end - 1; i >= 0 && end-i <= longest; i-- {
		if g := s.h.p.gap(i); i == 0 || strings.Contains(g, "\n") {
			s.try(i, end)
			return
		}
	}
}

// until adds the phrases that end in front of token end.
func (s *spans) until(end, first int) {
	const longest = 7
	p := s.h.p
	if end <= first || !s.ends(end-1) {
		return
	}
	for i := end - 1; i >= first && end-i <= longest; i-- {
		if i < end-1 && !inTitleGap(p.gap(i+1)) {
			break
		}
		if s.begins(i) {
			s.try(i, end)
		}
	}
}

// around adds the phrases that hold token i.
func (s *spans) around(i, first, last int) {
	const before, behind = 4, 5
	p := s.h.p
	for from := i; from >= first && i-from <= before; from-- {
		if from < i && !inTitleGap(p.gap(from+1)) {
			break
		}
		if !s.begins(from) {
			if s.parts(from) {
				break
			}
			continue
		}
		for end := i + 1; end <= last && end-i <= behind; end++ {
			if end > i+1 && !s.goesOn(end-1, last) {
				break
			}
			if s.ends(end - 1) {
				s.try(from, end)
			}
		}
	}
}

// parts reports whether token i is a word over which no title goes.
func (s *spans) parts(i int) bool {
	k := s.h.p.kind(i)
	return k.any(wordStop) && !k.any(wordJoiner) || k.any(wordVerb)
}

func (s *spans) begins(i int) bool {
	k := s.h.p.kind(i)
	return !k.any(wordJoiner|wordLink|wordArticle|wordPronoun|wordVerb) && (!k.any(wordStop) || string(s.h.p.word(i)) == "it")
}

func (s *spans) ends(i int) bool {
	k := s.h.p.kind(i)
	return !k.any(wordJoiner|wordPronoun) && !s.h.p.numbers(i) && (!k.any(wordLink|wordArticle|wordStop) || len(s.h.p.word(i)) == 1) && !(k.any(wordVerb) && !s.h.p.capital(i))
}
