package classifier

import (
	"bytes"
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

// try adds the phrase of tokens [i, end), once.
func (s *spans) try(i, end int) {
	tried, length := &s.h.p.index.tried[i], uint16(1)<<(end-i)
	if *tried&length == 0 {
		*tried |= length
		s.add(s.h.p.phrase(i, end).text)
	}
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
	s := spans{h: h, out: make([]option, 0, 64), seen: p.index.options}
	if s.seen == nil {
		s.seen = map[string]int{}
		p.index.options = s.seen
	}
	clear(s.seen)
	clear(p.index.tried)
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
	employer = FoldName(employer)
	if employer != "" {
		s.out = slices.DeleteFunc(s.out, func(o option) bool { return within(o.folded, employer) })
	}
	h.seeRoles(s.out, FoldRole(heard), employer)
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
			s.try(i, j)
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
			if end > i+1 && !inTitleGap(p.gap(end-1)) {
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
	return !k.any(wordJoiner|wordPronoun) && (!k.any(wordLink|wordArticle|wordStop) || len(s.h.p.word(i)) == 1) && !(k.any(wordVerb) && !s.h.p.capital(i))
}

// seeRoles fills in what is seen of each option.
func (h *hearing) seeRoles(out []option, heard, employer string) {
	p := h.p
	code := p.facts.code
	romance := code != "en" && code != "de"
	var parts []string
	for _, part := range strings.FieldsFunc(separated(strings.ReplaceAll(h.m.Subject, ": ", "|")), func(r rune) bool { return r == '|' }) {
		parts = append(parts, FoldRole(part))
	}
	var signed []string
	for _, l := range h.ends() {
		for _, part := range l.parts {
			signed = append(signed, FoldRole(part))
		}
	}
	roles := make([]string, len(h.roles))
	for i := range h.roles {
		roles[i] = FoldRole(h.roles[i].name)
	}
	author := FoldName(h.m.Author().Name)
	earliest, first := -1, len(p.tokens)
	cells := p.rows(len(out), roleSeen)
	t := &p.index.option
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
			switch folded := roles[j]; {
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
		t.words(o.name)
		body, subject, some := 0, 0, -1
		if len(t.tokens) > 0 {
			word := string(t.word(0))
			for at := p.place(word); at >= 0; at = p.placeAfter(at, word) {
				if !p.follows(at, t) {
					continue
				}
				some = at
				if p.sents[p.tokens[at].sent].subject {
					subject++
				} else {
					if body++; body == 1 {
						set(rfLate, at > len(p.tokens)*3/5)
						if at < first {
							first, earliest = at, i
						}
					}
				}
				h.seeRoleAt(x, at, at+len(t.tokens), romance)
			}
		}
		set(rfSigned, slices.Contains(signed, o.folded))
		set(rfSubject, subject > 0)
		set(rfSubjectOnly, subject > 0 && body == 0)
		set(rfBody1, body > 0)
		set(rfBody2, body > 1)
		h.seeTitle(x, o, t, some, romance)
		set(rfEmployer, employer != "" && o.folded == employer)
		set(rfEmployerIn, employer != "" && o.folded != employer && within(employer, o.folded))
		set(rfPerson, author == o.folded || h.isMyName(o.name))
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
	for start > first && p.kind(start-1).any(wordArticle) {
		start--
	}
	set(rfAfterThe, start < at)
	cues := p.index.cues
	set(rfAfterTitle, at > first && cues[at]&titleEnds != 0 || start > first && cues[start]&(titleEnds|titleEndsAll) != 0)
	set(rfBeforeHead, end < last && cues[end]&headBegins != 0)
	if at > first {
		k := p.kind(at - 1)
		plain, capital := g == " ", p.capital(at-1)
		set(rfAfterFor, k.beside == besideFor)
		set(rfAfterOf, k.beside == besideOf)
		set(rfPrevCapital, plain && capital)
		set(rfPrevLower, plain && !capital && k.beside == besideNothing && !k.any(wordStop|wordArticle|wordJoiner))
		set(rfPrevRole, (plain || g == "-") && p.roleWord(at-1))
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
		k := p.kind(end)
		set(rfBeforeAt, k.beside == besideAt)
		set(rfBeforeWith, k.beside == besideWith)
		set(rfBeforeFor, k.beside == besideFor)
		set(rfBeforeVerb, k.beside == besideVerb || k.any(wordVerb))
		plain, capital := g == " " || g == "-", p.capital(end)
		content := k.beside == besideNothing && !k.any(wordStop|wordVerb|wordJoiner|wordLink)
		set(rfNextLower, plain && !capital && content)
		set(rfNextLowerRomance, romance && plain && !capital && (content || k.any(wordLink)))
		set(rfNextCapital, plain && capital)
		set(rfNextRole, plain && p.roleWord(end))
	}
}

// seeTitle notes what the words of a title are. They stand at token at of the page, or nowhere if it is negative.
func (h *hearing) seeTitle(x []float64, o *option, words *text, at int, romance bool) {
	set := func(f int, yes bool) {
		if yes {
			x[f] = 1
		}
	}
	p, n := h.p, len(words.tokens)
	x[rfWords1+min(max(n, 1), 6)-1] = 1
	upper, lower, roles, common := 0, 0, 0, 0
	for rest := o.name; rest != ""; {
		i := strings.IndexAny(rest, " -/")
		w := rest
		if i >= 0 {
			w, rest = rest[:i], rest[i+1:]
		} else {
			rest = ""
		}
		if w == "" {
			continue
		}
		if folded := foldWord(w); joiners[folded] || titleLinks[folded] {
			x[rfJoiner] = 1
		} else if capitalised(w) {
			upper++
		} else {
			lower++
		}
	}
	for i := range n {
		w := words.word(i)
		var k wordKind
		if at >= 0 {
			k = p.kind(at + i)
		} else {
			k = p.facts.kind(w, p.facts.lang.lexicon.find(w))
		}
		role := k.any(wordTitle)
		if role {
			roles++
			set(rfRoleFirst, i == 0)
			set(rfRoleLast, i == n-1)
		}
		if k.any(wordCommon) {
			common++
		}
		gen := k.any(wordGeneric) && !role
		set(rfGenericFirst, gen && i == 0)
		set(rfGenericLast, gen && i == n-1)
		set(rfGenericIn, gen && i > 0 && i < n-1)
		tied := k.any(wordJoiner | wordLink)
		set(rfStopIn, k.any(wordStop) && !tied && len(w) > 1)
		set(rfVerbIn, k.any(wordVerb) && !tied)
		set(rfDateIn, k.any(wordDate))
		set(rfArticle, k.any(wordArticle) && i == 0)
		set(rfArticleIn, k.any(wordArticle) && i > 0 && !tied && len(w) > 1)
		beside := k.beside == besideFor || k.beside == besideAt || k.beside == besideWith || k.beside == besideFrom
		set(rfForIn, i > 0 && beside && !k.any(wordLink))
		set(rfOffice, k.any(wordOffice) && !role)
	}
	set(rfRoleAny, roles > 0)
	set(rfRoleTwice, roles > 1)
	set(rfCapital, upper > 0 && lower == 0)
	set(rfLower, upper == 0)
	set(rfMixed, upper > 0 && lower > 0)
	set(rfLowerRomance, romance && upper == 0)
	set(rfMixedRomance, romance && upper > 0 && lower > 0)
	set(rfCommonAll, n > 0 && common == n)
	set(rfDigit, digitsAt(o.name) > 0)
	set(rfComma, strings.Contains(o.name, ","))
	set(rfDash, strings.Contains(o.name, " - ") || strings.Contains(o.name, " – "))
	set(rfBrackets, strings.ContainsAny(o.name, "(["))
	set(rfSlash, strings.Contains(o.name, "/"))
}

// titleLike is roleWord for a folded word outside the page.
func (h *hearing) titleLike(w string) bool {
	f := h.p.facts
	return f.titleWord([]byte(w)) || f.alone(f.lang.lexicon.find([]byte(w)), cueRole)
}

// words cuts and folds a name as the page does its text.
func (t *text) words(s string) {
	t.orig = clip(s, maxText)
	t.fold, t.tokens, t.sents = t.fold[:0], t.tokens[:0], t.sents[:0]
	t.scan(0, len(t.orig))
}

// follows reports whether exactly the words of a name stand at token i one after the other.
func (p *page) follows(i int, name *text) bool {
	if i+len(name.tokens) > len(p.tokens) {
		return false
	}
	for k := range name.tokens {
		if !bytes.Equal(p.word(i+k), name.word(k)) {
			return false
		}
	}
	return true
}
