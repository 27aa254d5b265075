package classifier

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// page is a text read for facts: tokens, sentences, and the cues of one language found in it.
type page struct {
	text
	facts   *facts
	cues    []mark
	first   []int32 // per token, the first of its cues; one more at the end
	begin   []int32 // per sentence, the first of its cues; one more at the end
	whens   []when
	dated   []dateWord // per token, what it means in a time expression
	matcher matcher
	index   index
}

// mark is one cue at tokens [from, to).
type mark struct {
	cue      cue
	from, to int32
}

var pages = sync.Pool{New: func() any { return new(page) }}

// readPage reads subject and body with the cues of f. The caller returns it by [page.free].
func readPage(subject, body string, f *facts) *page {
	p := pages.Get().(*page)
	p.facts = f
	p.text.read(subject, body)
	p.rejoin()
	p.cues, p.first, p.begin, p.whens = p.cues[:0], p.first[:0], p.begin[:0], p.whens[:0]
	p.matcher.t, p.matcher.lang = &p.text, f.lang
	for i := range p.tokens {
		p.tokens[i].known = f.lang.lexicon.find(p.word(i))
	}
	for _, s := range p.sents {
		p.begin = append(p.begin, int32(len(p.cues)))
		p.mark(&p.matcher, s)
	}
	p.begin = append(p.begin, int32(len(p.cues)))
	p.first = append(p.first, int32(len(p.cues)))
	p.note()
	return p
}

// rejoin undoes cuts after a period that ends no sentence: "4. März", "p.m. on", "Mr. Roe", "z. B.".
func (p *page) rejoin() {
	out := p.sents[:0]
	body := p.body
	for i, s := range p.sents {
		if n := len(out); n > 0 && i != body && p.falseStop(int(s.first)) {
			out[n-1].last = s.last
			if i < body {
				p.body--
			}
			continue
		}
		out = append(out, s)
	}
	p.sents = out
	for i, s := range p.sents {
		for j := s.first; j < s.last; j++ {
			p.tokens[j].sent = int32(i)
		}
	}
}

// falseStop reports whether the sentence that begins at token i goes on one that an abbreviation or a day's number ended.
func (p *page) falseStop(i int) bool {
	g := p.gap(i)
	if i == 0 || !strings.HasPrefix(g, ".") || strings.Count(g, "\n") > 1 || trim(g[1:], " \t\r\n,(") != "" {
		return false
	}
	w := p.word(i - 1)
	if n, ok := number(w); ok && n >= 1 && n <= 31 {
		next := p.facts.words[string(p.word(i))]
		return next.is&isMonth != 0 || isDigit(p.word(i)[0])
	}
	if w[0] != 'i' && len(w) == 1 && (p.gap(i-1) == "." || p.gap(i-1) == " " && p.capital(i-1)) {
		return len(g) > 1 && (p.gap(i-1) != "." || !p.capital(i)) || p.gap(i-1) == "."
	}
	if shortened[string(w)] && (isDigit(p.word(i)[0]) || !p.capital(i)) {
		return true
	}
	return abbreviated(p.written(i-1)) && p.capital(i-1) && p.written(i-1) != "No" && !legalForms[string(w)]
}

// shortened are abbreviations in lower case that go on with a number or a word in lower case.
var shortened = setOf("ref nr no ca bzw inkl evtl ggf tel approx num max min kw art gem lt vgl usw etc sog abs ext apt av rif prot n p pag ing dott")

func (p *page) free() { p.facts = nil; pages.Put(p) }

// mark finds every cue of one sentence: at each token, each cue once, by its longest match.
func (p *page) mark(m *matcher, s sentence) {
	m.guard(s)
	for i := s.first; i < s.last; i++ {
		p.first = append(p.first, int32(len(p.cues)))
		w := p.tokens[i].known
		if w == nil {
			continue
		}
		at, rest, matched := len(p.cues), &m.rest[i-s.first], int32(none)
		for _, x := range w.starts {
			pat := &m.lang.patterns[x.pattern]
			if !rest.has(x.guards) || pat.source == matched || pat.anchor && i != s.first {
				continue
			}
			end := m.try(pat, i, s.last)
			if end <= i {
				continue
			}
			matched = pat.source
			p.addMark(at, mark{cue(pat.concept), i, end})
		}
	}
}

func (p *page) addMark(at int, k mark) {
	for i := at; i < len(p.cues); i++ {
		if p.cues[i].cue == k.cue {
			p.cues[i].to = max(p.cues[i].to, k.to)
			return
		}
	}
	p.cues = append(p.cues, k)
}

// in returns the cues of sentence s.
func (p *page) in(s int) []mark { return p.cues[p.begin[s]:p.begin[s+1]] }

// has reports whether sentence s holds cue c.
func (p *page) has(s int, c cue) bool {
	_, ok := p.find(s, c)
	return ok
}

func (p *page) find(s int, c cue) (mark, bool) {
	for _, k := range p.in(s) {
		if k.cue == c {
			return k, true
		}
	}
	return mark{}, false
}

// is reports whether cue c begins at token i, and where it ends.
func (p *page) is(i int, c cue) (end int, ok bool) {
	if i >= len(p.tokens) {
		return 0, false
	}
	for _, k := range p.cues[p.first[i]:p.first[i+1]] {
		if k.cue == c {
			return int(k.to), true
		}
	}
	return 0, false
}

// written returns token i as it stands in the text.
func (p *page) written(i int) string { return p.orig[p.tokens[i].from:p.tokens[i].to] }

// gap returns what stands between token i-1 and token i: white space and punctuation.
func (p *page) gap(i int) string {
	from := int32(0)
	if i > 0 {
		from = p.tokens[i-1].to
	}
	to := int32(len(p.orig))
	if i < len(p.tokens) {
		to = p.tokens[i].from
	}
	if from > to {
		return ""
	}
	return p.orig[from:to]
}

// whole returns the sentence s as a quote.
func (p *page) whole(s int) string {
	sen := p.sents[s]
	return squeeze(p.orig[p.tokens[sen.first].from:p.tokens[sen.last-1].to], 240)
}

// sentence returns sentence s as written, with the bracket or sign in front of its first word.
func (p *page) sentence(s int) string {
	sen := p.sents[s]
	return clip(p.orig[p.tokens[sen.first].from:p.tokens[sen.last-1].to], 1<<10)
}

// capital reports whether token i is written like a name: a capital or a digit in front, or a capital inside ("iRobot").
func (p *page) capital(i int) bool { return capitalised(p.written(i)) }

func capitalised(w string) bool {
	for i, r := range w {
		if unicode.IsUpper(r) || unicode.IsDigit(r) && i == 0 {
			return true
		}
		if i > 2 {
			break
		}
	}
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsTitle(r) || unicode.IsLetter(r) && !unicode.IsLower(r)
}

// lines returns the lines of s without white space around them, the empty ones left out.
func lines(s string) []string {
	var out []string
	for l := range strings.Lines(s) {
		if l = strings.TrimSpace(l); l != "" {
			out = append(out, l)
		}
	}
	return out
}
