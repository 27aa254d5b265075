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
	rfJobFirst // words of rules/titles-*.txt
	rfJobLast
	rfJobAny
	rfJobNone
	rfDoubtful
	rfPhrase
	rfPhraseAll
	rfAfterObject  // "your application for"
	rfAfterAs      // "work as a"
	rfAboveHouse   // a line, and the next one begins with the employer
	rfBehindOthers // words before say that other jobs follow
	rfBeforeField  // the field goes on: "Lecturer" in "Lecturer in Nursing"
	rfField
	rfAfterOur  // "our Head of Sales"
	rfBeforeAnd // "profesora de Física" in "profesora de Física y Química"
	rfAfterAnd
	rfBeforeIn // the same as rfBeforeField behind any title
	rfIn
	rfBeforeTail  // what follows a comma, a dash or a bracket seems to belong to the title: "Account Executive, Mid-Market"
	rfBeforeStray // it is a place, a number, the employer or the like
	rfTail
	rfStray
	rfGiven // the name of a person
	rfKnown
	roleSeen
)

var roleFeatures = [roleSeen]string{"votes", "no-votes", "heard", "longer-votes", "shorter-votes", "gender-mark", "after-title", "before-head", "labelled", "after-for", "after-of", "after-the",
	"before-at", "before-with", "before-comma", "before-bracket", "before-stop", "before-verb", "before-for", "line", "line-start", "line-end", "subject-part", "subject", "subject-only",
	"body-1", "body-2", "words-1", "words-2", "words-3", "words-4", "words-5", "words-6", "role-last", "role-first", "role-any", "role-twice", "capital", "lower", "mixed", "lower-romance",
	"mixed-romance", "digit", "comma", "dash", "brackets", "slash", "joiner", "generic-first", "generic-last", "generic-in", "common-all", "employer-in", "employer", "person", "stop-in",
	"verb-in", "date-in", "article", "next-lower", "next-capital", "next-lower-romance", "prev-capital", "prev-lower", "next-role", "prev-role", "office", "earliest", "late", "signed", "article-in", "for-in", "job-first", "job-last", "job-any", "job-none", "doubtful", "phrase", "phrase-all", "after-object", "after-as", "above-employer", "behind-others", "before-field", "field", "after-our", "before-and", "after-and", "before-in", "in", "before-tail", "before-stray", "tail", "stray", "given", "known"}

// jobTitle chooses the title of the job at an employer, and says what it is worth.
func (h *hearing) jobTitle(r *ranker, employer string) (title string, worth float64) {
	for _, o := range h.roleOptions(employer) {
		if x := r.score(o.seen); x > worth {
			title, worth = o.name, x
		}
	}
	return strings.Clone(title), worth
}

// seeRoles fills in what is seen of each option.
func (h *hearing) seeRoles(out []option, heard, employer string) {
	p := h.p
	code := p.facts.code
	romance := code != "en" && code != "de"
	h.houseWords = employer
	var parts []string
	for _, part := range barred(strings.ReplaceAll(h.m.Subject, ": ", "|")) {
		parts = append(parts, FoldRole(part))
	}
	var signed []string
	for _, l := range h.ends() {
		for i := range l.parts {
			signed = append(signed, l.parts[i].role)
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
				set(rfAboveHouse, x[rfLine] == 1 && employer != "" && p.saysAt(at+len(t.tokens), employer))
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
		set(rfAfterOur, possessives[string(p.word(start))])
	}
	set(rfAfterThe, start < at)
	set(rfAfterOur, start > first && possessives[string(p.word(start-1))])
	cues := p.index.cues
	set(rfAfterTitle, at > first && cues[at]&titleEnds != 0 || start > first && cues[start]&(titleEnds|titleEndsAll) != 0)
	set(rfAfterObject, at > first && (cues[at]|cues[start])&objectEnds != 0)
	set(rfAfterAs, start > first && start < at && asWords[string(p.word(start-1))])
	set(rfBehindOthers, at > p.index.others)
	set(rfBeforeField, end < last && p.gap(end) == " " && fieldHeads[string(p.word(end-1))] && fieldLinks[string(p.word(end))])
	set(rfBeforeHead, end < last && cues[end]&headBegins != 0)
	if at > first {
		k := p.kind(at - 1)
		plain, capital := g == " ", p.capital(at-1)
		set(rfAfterFor, k.beside == besideFor)
		set(rfAfterOf, k.beside == besideOf)
		set(rfAfterAnd, g == " " && andWords[string(p.word(at-1))])
		set(rfPrevCapital, plain && capital)
		set(rfPrevLower, plain && !capital && k.beside == besideNothing && !k.any(wordStop|wordArticle|wordJoiner))
		set(rfPrevRole, (plain || g == "-") && p.roleWord(at-1))
	}
	if end < len(p.tokens) && p.tokens[end].sent == p.tokens[at].sent && tailGap(p.gap(end)) {
		stray := p.stray(end, h.houseWords)
		set(rfBeforeStray, stray)
		set(rfBeforeTail, !stray && p.capital(end))
	}
	for i := at + 1; i < end; i++ {
		if tailGap(p.gap(i)) {
			stray := p.stray(i, h.houseWords)
			set(rfStray, stray)
			set(rfTail, !stray)
		}
		set(rfIn, i+1 < end && plainIn(p.gap(i), p.word(i)))
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
		set(rfBeforeAnd, (g == " " || g == "- ") && end+1 < last && andWords[string(p.word(end))] && p.capital(end+1) == p.capital(end-1) && p.goesWith(end+1))
		set(rfBeforeIn, plainIn(g, p.word(end)) && p.goesWith(end+1))
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
	upper, lower, roles, jobs, common := 0, 0, 0, 0, 0
	for rest := o.name; rest != ""; {
		i := strings.IndexFunc(rest, func(r rune) bool { return r == ' ' || r == '-' || r == '/' })
		w := rest
		if i >= 0 {
			w, rest = rest[:i], rest[i+1:]
		} else {
			rest = ""
		}
		if w == "" {
			continue
		}
		if wordKinds[foldWord(w)].any(wordJoiner | wordLink) {
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
		if k.any(wordOccupation) {
			jobs++
			set(rfJobFirst, i == 0)
			set(rfJobLast, i == n-1)
		}
		set(rfDoubtful, k.any(wordDoubtful))
		if at >= 0 {
			end := p.phraseAt(at+i, at+n)
			set(rfPhrase, end > at+i)
			set(rfPhraseAll, i == 0 && end == at+n)
		}
		if k.any(wordCommon) {
			common++
		}
		gen := k.any(wordGeneric) && !role
		set(rfGenericFirst, gen && i == 0)
		set(rfGenericLast, gen && i == n-1)
		set(rfGenericIn, gen && i > 0 && i < n-1)
		given := givenNames()[string(w)]
		set(rfGiven, given && !k.any(wordTitle|wordOccupation|wordDoubtful))
		set(rfField, i > 0 && i < n-1 && fieldLinks[string(w)] && fieldHeads[string(words.word(i-1))])
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
	set(rfJobAny, jobs > 0)
	set(rfJobNone, jobs == 0 && roles == 0 && x[rfPhrase] == 0)
	set(rfCapital, upper > 0 && lower == 0)
	set(rfLower, upper == 0)
	set(rfMixed, upper > 0 && lower > 0)
	set(rfLowerRomance, romance && upper == 0)
	set(rfMixedRomance, romance && upper > 0 && lower > 0)
	set(rfCommonAll, n > 0 && common == n)
	set(rfDigit, digitsAt(o.name) > 0)
	set(rfComma, strings.Contains(o.name, ","))
	set(rfDash, strings.Contains(o.name, " - ") || strings.Contains(o.name, " – "))
	set(rfBrackets, strings.IndexByte(o.name, '(') >= 0 || strings.IndexByte(o.name, '[') >= 0)
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

// saysAt reports whether the folded words of name stand from token i on.
func (p *page) saysAt(i int, name string) bool {
	for w := range strings.FieldsSeq(name) {
		if i >= len(p.tokens) || string(p.word(i)) != w {
			return false
		}
		i++
	}
	return name != ""
}
