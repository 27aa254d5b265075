package classifier

import (
	"slices"
	"strings"
)

// What is seen of a phrase that may be the title of the job. The names stand in rules/names.txt.
const (
	rfVotes = iota // what the rules of extract_*.go say of it, and whether they say anything
	rfNoVotes
	rfHeard // the title that the rules choose
	rfLonger
	rfShorter
	rfMarked // a gender mark follows
	rfAfterTitle
	rfBeforeHead
	rfLabelled // "Position: …"
	rfAfterFor
	rfAfterOf
	rfAfterThe
	rfBeforeAt
	rfBeforeWith
	rfBeforeComma
	rfBeforeBracket
	rfBeforeStop
	rfBeforeVerb
	rfBeforeFor
	rfLine
	rfLineStart
	rfLineEnd
	rfSubjectPart
	rfSubject
	rfSubjectOnly
	rfBody1
	rfBody2
	rfWords1
	rfWords2
	rfWords3
	rfWords4
	rfWords5
	rfWords6
	rfRoleLast
	rfRoleFirst
	rfRoleAny
	rfRoleTwice
	rfCapital
	rfLower
	rfMixed
	rfLowerRomance
	rfMixedRomance
	rfDigit
	rfComma
	rfDash
	rfBrackets
	rfSlash
	rfJoiner
	rfGenericFirst
	rfGenericLast
	rfGenericIn
	rfCommonAll
	rfEmployerIn
	rfEmployer
	rfPerson
	rfStopIn
	rfVerbIn
	rfDateIn
	rfArticle
	rfNextLower
	rfNextCapital
	rfNextLowerRomance
	rfPrevCapital
	rfPrevLower
	rfNextRole
	rfPrevRole
	rfOffice
	rfEarliest
	rfLate
	rfSigned
	rfArticleIn
	rfForIn
	rfKnown
	roleSeen
)

var roleFeatures = [roleSeen]string{"votes", "no-votes", "heard", "longer-votes", "shorter-votes", "gender-mark", "after-title", "before-head", "labelled", "after-for", "after-of", "after-the",
	"before-at", "before-with", "before-comma", "before-bracket", "before-stop", "before-verb", "before-for", "line", "line-start", "line-end", "subject-part", "subject", "subject-only",
	"body-1", "body-2", "words-1", "words-2", "words-3", "words-4", "words-5", "words-6", "role-last", "role-first", "role-any", "role-twice", "capital", "lower", "mixed", "lower-romance",
	"mixed-romance", "digit", "comma", "dash", "brackets", "slash", "joiner", "generic-first", "generic-last", "generic-in", "common-all", "employer-in", "employer", "person", "stop-in",
	"verb-in", "date-in", "article", "next-lower", "next-capital", "next-lower-romance", "prev-capital", "prev-lower", "next-role", "prev-role", "office", "earliest", "late", "signed", "article-in", "for-in", "known"}

// spans collects the phrases of the page that may be a title.
type spans struct {
	h    *hearing
	out  []option
	seen map[string]int
}

func (s *spans) add(name string) {
	const most = 160
	name = trimHeads(cleanRole(name))
	folded := FoldRole(name)
	if folded == "" || len(s.out) >= most || strings.Trim(folded, "0123456789 ") == "" || genericRole[folded] {
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
	s := spans{h: h, seen: map[string]int{}}
	heard := h.title(employer)
	s.add(heard)
	for i := range h.roles {
		s.add(h.roles[i].name)
	}
	for n := range p.sents {
		first, last := int(p.sents[n].first), int(p.sents[n].last)
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
			if p.roleWord(i) && (!generic(p, i) || p.sents[n].subject) {
				s.around(i, first, last)
			}
		}
		if p.sents[n].subject {
			for _, part := range strings.FieldsFunc(separated(strings.ReplaceAll(h.m.Subject, ": ", "|")), func(r rune) bool { return r == '|' }) {
				s.add(part)
			}
		}
	}
	if f := " " + FoldName(employer) + " "; f != "  " {
		s.out = slices.DeleteFunc(s.out, func(o option) bool { return strings.Contains(f, " "+o.folded+" ") })
	}
	h.seeRoles(s.out, FoldRole(heard), FoldName(employer))
	return s.out
}

// jobTitle chooses the title of the job.
func (h *hearing) jobTitle(r *ranker, employer string) string {
	options := h.roleOptions(employer)
	if i := r.pick(options, margin); i >= 0 {
		return options[i].name
	}
	return ""
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
	p := s.h.p
	if !s.begins(i) {
		return
	}
	for j := end; j <= last && j-i <= longest; j++ {
		if j > end && !inTitleGap(p.gap(j-1)) || j > i+1 && !inTitleGap(p.gap(j-1)) {
			break
		}
		if s.ends(j - 1) {
			s.add(p.phrase(i, j).text)
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
			s.add(p.phrase(i, end).text)
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
			if end > i+1 && !inTitleGap(p.gap(end-1)) {
				break
			}
			if s.ends(end - 1) {
				s.add(p.phrase(from, end).text)
			}
		}
	}
}

// parts reports whether token i is a word over which no title goes.
func (s *spans) parts(i int) bool {
	w := s.h.p.folded(i)
	return stopNames[w] && !joiners[w] || verbs[w]
}

func (s *spans) begins(i int) bool {
	w := s.h.p.folded(i)
	return !joiners[w] && !titleLinks[w] && !articles[w] && (!stopNames[w] || w == "it") && !pronouns[w] && !verbs[w]
}

func (s *spans) ends(i int) bool {
	w := s.h.p.folded(i)
	return !joiners[w] && (!titleLinks[w] || len(w) == 1) && (!articles[w] || len(w) == 1) && (!stopNames[w] || len(w) == 1) && !pronouns[w] && !(verbs[w] && !s.h.p.capital(i))
}

// seeRoles fills in what is seen of each option.
func (h *hearing) seeRoles(out []option, heard, employer string) {
	p := h.p
	code := p.facts.code
	romance := code != "en" && code != "de"
	places := map[string][]int32{}
	for i := range p.tokens {
		places[string(p.word(i))] = append(places[string(p.word(i))], int32(i))
	}
	var parts []string
	for _, part := range strings.FieldsFunc(separated(strings.ReplaceAll(h.m.Subject, ": ", "|")), func(r rune) bool { return r == '|' }) {
		parts = append(parts, FoldRole(part))
	}
	var signed []string
	for _, l := range h.lastLines() {
		for _, part := range signParts(l) {
			signed = append(signed, FoldRole(part))
		}
	}
	earliest, first := -1, len(p.tokens)
	cells := make([]float64, len(out)*roleSeen)
	for i := range out {
		o := &out[i]
		x := cells[i*roleSeen : (i+1)*roleSeen]
		o.seen = x
		set := func(f int, yes bool) {
			if yes {
				x[f] = 1
			}
		}
		votes, voted := 0., false
		for j := range h.roles {
			b := &h.roles[j]
			switch folded := FoldRole(b.name); {
			case folded == o.folded:
				votes, voted = max(votes, b.score-b.known), voted || b.score != b.known
				x[rfKnown] = b.known
			case partOf(o.folded, folded) && b.score > 0:
				x[rfLonger] += b.score
			case partOf(folded, o.folded) && b.score > 0:
				x[rfShorter] += b.score
			}
		}
		x[rfVotes] = clipTo(votes, -4, 8) / 2
		x[rfLonger], x[rfShorter] = clipTo(x[rfLonger], 0, 6)/2, clipTo(x[rfShorter], 0, 6)/2
		set(rfNoVotes, !voted)
		set(rfHeard, heard == o.folded)
		set(rfSubjectPart, slices.Contains(parts, o.folded))
		words := tokenWords(o.name)
		body, subject := 0, 0
		if len(words) > 0 {
			for _, at := range places[words[0]] {
				end, ok := p.follows(int(at), words)
				if !ok {
					continue
				}
				if p.sents[p.tokens[at].sent].subject {
					subject++
				} else {
					if body++; body == 1 {
						set(rfLate, int(at) > len(p.tokens)*3/5)
						if int(at) < first {
							first, earliest = int(at), i
						}
					}
				}
				h.seeRoleAt(x, int(at), end, romance)
			}
		}
		set(rfSigned, slices.Contains(signed, o.folded))
		set(rfSubject, subject > 0)
		set(rfSubjectOnly, subject > 0 && body == 0)
		set(rfBody1, body > 0)
		set(rfBody2, body > 1)
		h.seeTitle(x, o, words, romance)
		set(rfEmployer, employer != "" && o.folded == employer)
		set(rfEmployerIn, employer != "" && o.folded != employer && strings.Contains(" "+o.folded+" ", " "+employer+" "))
		set(rfPerson, h.isMyName(o.name) || FoldName(h.m.Author().Name) == o.folded)
	}
	if earliest >= 0 {
		for i := range out { // all that begin or end with the earliest one's words
			if i == earliest || partOf(out[i].folded, out[earliest].folded) || partOf(out[earliest].folded, out[i].folded) {
				out[i].seen[rfEarliest] = 1
			}
		}
	}
}

// seeRoleAt notes what stands beside tokens [at, end).
func (h *hearing) seeRoleAt(x []float64, at, end int, romance bool) {
	p := h.p
	set := func(f int, yes bool) {
		if yes {
			x[f] = 1
		}
	}
	sent := p.sents[p.tokens[at].sent]
	first, last := int(sent.first), int(sent.last)
	g := p.gap(at)
	set(rfLineStart, at == 0 || strings.Contains(g, "\n"))
	set(rfLabelled, strings.Contains(g, ":") && !sent.subject)
	start := at
	for start > first && articles[string(p.word(start-1))] {
		start--
	}
	if start < at && start >= first {
		x[rfAfterThe] = 1
	}
	for _, k := range p.in(int(p.tokens[at].sent)) {
		switch k.cue {
		case cueTitle:
			set(rfAfterTitle, int(p.unbracketed(k)) == at || int(p.unbracketed(k)) == start || int(k.to) == start)
		case cueHead, cueNear:
			set(rfBeforeHead, int(k.from) == end)
		}
	}
	if at > first {
		w := p.folded(at - 1)
		n, ok := neighbourOf[w]
		set(rfAfterFor, ok && n == besideFor)
		set(rfAfterOf, ok && n == besideOf)
		set(rfPrevCapital, p.gap(at) == " " && p.capital(at-1))
		set(rfPrevLower, p.gap(at) == " " && !p.capital(at-1) && !ok && !stopNames[w] && !articles[w] && !joiners[w])
		set(rfPrevRole, (p.gap(at) == " " || p.gap(at) == "-") && p.roleWord(at-1))
	}
	g = p.gap(end)
	trimmed := strings.TrimSpace(g)
	set(rfLineEnd, end >= len(p.tokens) || strings.Contains(g, "\n"))
	set(rfLine, x[rfLineEnd] == 1 && (at == 0 || strings.Contains(p.gap(at), "\n")))
	set(rfBeforeComma, strings.HasPrefix(trimmed, ","))
	if strings.HasPrefix(trimmed, "(") || strings.HasPrefix(trimmed, "[") {
		x[rfBeforeBracket] = 1
		if end < len(p.tokens) {
			from := int(p.tokens[end].from)
			if n := strings.IndexAny(p.orig[from:min(len(p.orig), from+24)], ")],;"); n > 0 && isGenderMark(p.orig[from:from+n]) {
				x[rfMarked] = 1
			}
		}
	}
	set(rfBeforeStop, end >= last || strings.HasPrefix(trimmed, ".") || strings.HasPrefix(trimmed, "!") || strings.HasPrefix(trimmed, "\""))
	if end < last {
		w := p.folded(end)
		n, ok := neighbourOf[w]
		set(rfBeforeAt, ok && n == besideAt)
		set(rfBeforeWith, ok && n == besideWith)
		set(rfBeforeFor, ok && n == besideFor)
		set(rfBeforeVerb, ok && n == besideVerb || verbs[w])
		plain := g == " " || g == "-"
		content := !ok && !stopNames[w] && !verbs[w] && !joiners[w] && !titleLinks[w]
		set(rfNextLower, plain && !p.capital(end) && content)
		set(rfNextLowerRomance, romance && plain && !p.capital(end) && (content || titleLinks[w]))
		set(rfNextCapital, plain && p.capital(end))
		set(rfNextRole, plain && p.roleWord(end))
	}
}

// seeTitle notes what the words of a title are.
func (h *hearing) seeTitle(x []float64, o *option, words []string, romance bool) {
	set := func(f int, yes bool) {
		if yes {
			x[f] = 1
		}
	}
	p, model := h.p, shippedSentences()
	x[rfWords1+min(max(len(words), 1), 6)-1] = 1
	upper, lower, roles, common := 0, 0, 0, 0
	for _, w := range strings.FieldsFunc(o.name, func(r rune) bool { return r == ' ' || r == '-' || r == '/' }) {
		if folded := foldWord(w); joiners[folded] || titleLinks[folded] {
			x[rfJoiner] = 1
		} else if capitalised(w) {
			upper++
		} else {
			lower++
		}
	}
	for i, w := range words {
		role := h.titleLike(w)
		if role {
			roles++
			set(rfRoleFirst, i == 0)
			set(rfRoleLast, i == len(words)-1)
		}
		if model.slot(hashString(w)).to > 0 {
			common++
		}
		gen := p.facts.genericWord(w) && !role
		set(rfGenericFirst, gen && i == 0)
		set(rfGenericLast, gen && i == len(words)-1)
		set(rfGenericIn, gen && i > 0 && i < len(words)-1)
		set(rfStopIn, stopNames[w] && !joiners[w] && !titleLinks[w] && len(w) > 1)
		set(rfVerbIn, verbs[w] && !joiners[w] && !titleLinks[w])
		set(rfDateIn, p.facts.words[w].is&(isMonth|isWeekday|isUnit|isDay) != 0)
		set(rfArticle, articles[w] && i == 0)
		set(rfArticleIn, articles[w] && i > 0 && !joiners[w] && !titleLinks[w] && len(w) > 1)
		n, beside := neighbourOf[w]
		set(rfForIn, i > 0 && beside && (n == besideFor || n == besideAt || n == besideWith || n == besideFrom) && !titleLinks[w])
		set(rfOffice, (teamWords[w] || bodyWords[w]) && !role)
	}
	set(rfRoleAny, roles > 0)
	set(rfRoleTwice, roles > 1)
	set(rfCapital, upper > 0 && lower == 0)
	set(rfLower, upper == 0)
	set(rfMixed, upper > 0 && lower > 0)
	set(rfLowerRomance, romance && upper == 0)
	set(rfMixedRomance, romance && upper > 0 && lower > 0)
	set(rfCommonAll, len(words) > 0 && common == len(words))
	set(rfDigit, digitsAt(o.name) > 0)
	set(rfComma, strings.Contains(o.name, ","))
	set(rfDash, strings.Contains(o.name, " - ") || strings.Contains(o.name, " – "))
	set(rfBrackets, strings.ContainsAny(o.name, "(["))
	set(rfSlash, strings.Contains(o.name, "/"))
}

// titleLike is roleWord for a folded word outside the page.
func (h *hearing) titleLike(w string) bool {
	f := h.p.facts
	if f.titleWord([]byte(w)) {
		return true
	}
	k := f.lang.lexicon.find([]byte(w))
	if k == nil {
		return false
	}
	for _, id := range k.starts {
		if pat := &f.lang.patterns[id]; cue(pat.concept) == cueRole && len(pat.code) == 2 {
			return true
		}
	}
	return false
}

// tokenWords cuts and folds a name as the page does its text.
func tokenWords(s string) []string {
	var t text
	t.read("", s)
	out := make([]string, len(t.tokens))
	for i := range t.tokens {
		out[i] = string(t.word(i))
	}
	return out
}

// follows reports whether exactly the words stand at token i one after the other, and where they end.
func (p *page) follows(i int, words []string) (end int, ok bool) {
	if i+len(words) > len(p.tokens) {
		return 0, false
	}
	for k, w := range words {
		if string(p.word(i+k)) != w {
			return 0, false
		}
	}
	return i + len(words), true
}
