package classifier

import "slices"

// wordKind is what the choice of names and titles asks of a folded word.
type wordKind struct {
	is     wordClass
	beside neighbour
}

type wordClass uint16

const (
	wordRead wordClass = 1 << iota // it was looked up
	wordStop
	wordJoiner
	wordArticle
	wordVerb
	wordLink
	wordPronoun
	wordOffice
	wordTitle   // of titles, by itself or by its ending
	wordCommon  // of our own sentences
	wordGeneric // of subject lines
	wordDate
	wordOccupation // of rules/titles-*.txt
	wordDoubtful   // the same, where it means something else as often
)

func (k wordKind) any(c wordClass) bool { return k.is&c != 0 }

// wordKinds holds what is known of words whatever the language.
var wordKinds = func() map[string]wordKind {
	m := map[string]wordKind{}
	for c, words := range map[wordClass]map[string]bool{
		wordStop: stopNames, wordJoiner: joiners, wordArticle: articles, wordVerb: verbs, wordLink: titleLinks, wordPronoun: pronouns,
	} {
		for w := range words {
			k := m[w]
			k.is |= c
			m[w] = k
		}
	}
	for _, words := range []map[string]bool{teamWords, bodyWords} {
		for w := range words {
			k := m[w]
			k.is |= wordOffice
			m[w] = k
		}
	}
	for w, n := range neighbourOf {
		k := m[w]
		k.beside = n
		m[w] = k
	}
	return m
}()

// kind looks a folded word up. Known is what the lexicon has of it.
func (f *facts) kind(w []byte, known *word) wordKind {
	k := wordKinds[string(w)]
	k.is |= wordRead
	if f.titleWord(w) || f.alone(known, cueRole) {
		k.is |= wordTitle
	}
	switch sure, doubtful := f.jobs.sure(w); {
	case sure:
		k.is |= wordOccupation
	case doubtful:
		k.is |= wordDoubtful
	}
	if f.alone(known, cueGeneric) {
		k.is |= wordGeneric
	}
	if shippedSentences().knows(hashBytes(hashStart, w)) {
		k.is |= wordCommon
	}
	if f.words[string(w)].is&(isMonth|isWeekday|isUnit|isDay) != 0 {
		k.is |= wordDate
	}
	return k
}

// alone reports whether a word is a cue by itself.
func (f *facts) alone(known *word, c cue) bool {
	if known == nil {
		return false
	}
	for _, s := range known.starts {
		if pat := &f.lang.patterns[s.pattern]; cue(pat.concept) == c && pat.alone {
			return true
		}
	}
	return false
}

// index is what the choice of names and titles notes of the tokens of a page, and the buffers that it needs.
type index struct {
	kinds   []wordKind
	heads   [256]int32 // by hash of a word, the first token with it, counted from one
	next    []int32    // by token, the next one with the same hash, counted from one
	cues    []cueEnds
	others  int  // the first token that announces other jobs than the one that the mail is about
	option  text // the words of an option
	cells   []float64
	options map[string]int
	tried   []uint16 // by token, the lengths of the phrases from it that were tried
}

// cueEnds says which cues end in front of a token or begin at it.
type cueEnds uint8

const (
	titleEnds    cueEnds = 1 << iota // words that announce a title, without what stands behind a bracket
	titleEndsAll                     // the same with it
	headBegins
	objectEnds // words behind which stands what was applied for, or where
)

// note makes the index of p.
func (p *page) note() {
	n := len(p.tokens)
	x := &p.index
	x.kinds = cleared(x.kinds, n)
	x.tried = cleared(x.tried, n)
	x.cues = cleared(x.cues, n+1)
	x.next = cleared(x.next, n)
	clear(x.heads[:])
	for i := n - 1; i >= 0; i-- {
		head := &x.heads[hashBytes(hashStart, p.word(i))%uint64(len(x.heads))]
		x.next[i], *head = *head, int32(i+1)
	}
	x.others = n
	for _, k := range p.cues {
		switch k.cue {
		case cueTitle:
			x.cues[p.unbracketed(k)] |= titleEnds
			x.cues[k.to] |= titleEndsAll
		case cueHead, cueNear:
			x.cues[k.from] |= headBegins
		case cueObject:
			x.cues[k.to] |= objectEnds
		case cueOthers:
			x.others = min(x.others, int(k.from))
		}
	}
}

// cleared returns s with n zeros.
func cleared[T any](s []T, n int) []T {
	s = slices.Grow(s[:0], n)[:n]
	clear(s)
	return s
}

// rows returns zeros for what is seen of n options. They hold until the next call.
func (p *page) rows(n, width int) []float64 {
	p.index.cells = cleared(p.index.cells, n*width)
	return p.index.cells
}

// kind is what token i is.
func (p *page) kind(i int) wordKind {
	k := &p.index.kinds[i]
	if k.is == 0 {
		*k = p.facts.kind(p.word(i), p.tokens[i].known)
	}
	return *k
}

// place returns the first token from i on that is the folded word w, -1 for none.
func (p *page) place(w string) int {
	return p.placeFrom(p.index.heads[hashString(w)%uint64(len(p.index.heads))], w)
}

// placeAfter returns the next token behind i that is the same word w.
func (p *page) placeAfter(i int, w string) int { return p.placeFrom(p.index.next[i], w) }

func (p *page) placeFrom(n int32, w string) int {
	for ; n > 0; n = p.index.next[n-1] {
		if string(p.word(int(n-1))) == w {
			return int(n - 1)
		}
	}
	return -1
}
