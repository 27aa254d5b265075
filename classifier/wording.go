package classifier

import (
	_ "embed"
	"math"
	"slices"
	"sync"

	"heardback/mailbox"
)

// wordingText holds the weights of the wording model; docs/accuracy.md names the command that makes it.
//
//go:embed rules/wording.txt
var wordingText string

// wordingLength is how many words of a message the wording model reads: what it brings stands near its beginning.
const wordingLength = 800

// wordingModel reads a message as a whole, where the sentence model reads each sentence alone: every word, every beginning of a long word and every
// pair of neighbours, counted once, weighs for some kinds and against others. The sum is divided by the root of how many of them are known,
// so that a long mail is no surer than a short one. It is learned as if nothing else were known and tells only the kinds apart that labels
// tell: it is silent on whether a refusal says that the position is gone, and whether other mail puts the application on hold.
type wordingModel struct{ *gramModel }

var shippedWording = sync.OnceValue(func() *wordingModel {
	m, err := readWording(wordingText)
	if err != nil {
		panic("rules/wording.txt: " + err.Error()) // embedded data, held by a test
	}
	return m
})

// readWording reads lines of a gram, a tab and "kind:weight" pairs.
func readWording(text string) (*wordingModel, error) {
	names := make([]string, len(Kinds))
	for i, k := range Kinds {
		names[i] = string(k)
	}
	m, err := readGrams(text, names)
	return &wordingModel{m}, err
}

// worded calls f with each sentence that the wording model reads. The subject of a reply is not this mail's.
func (s *sight) worded(f func(n int, tokens []token)) {
	left := wordingLength
	for n, sen := range s.text.sents {
		if sen.subject && s.inherited {
			continue
		}
		tokens := s.text.tokens[sen.first:sen.last]
		f(n, tokens[:min(len(tokens), left)])
		if left -= len(tokens); left <= 0 {
			return
		}
	}
}

// grams calls f with every gram of a sentence that the model knows.
func (m *wordingModel) grams(s *sight, sentence int, tokens []token, f func(g gram)) {
	known := func(g gram) {
		if g > 0 {
			f(g)
		}
	}
	conditional := s.text.sents[sentence].conditional
	for i := range tokens {
		w := s.vocabulary.word(&tokens[i])
		var pair uint64
		if i+1 < len(tokens) {
			pair = hashPair(w.hash, s.vocabulary.word(&tokens[i+1]).hash, false)
		}
		if conditional {
			known(m.find(hashCondition(w.hash)))
			known(m.find(hashCondition(w.opening)))
			known(m.find(hashCondition(pair)))
		} else {
			known(w.wording)
			known(w.stemmed)
			known(m.find(pair))
		}
	}
}

// WordingCounts is how much the words count beside the other features, chosen on mail that neither had seen; less in a thread or from an employer
// that is known, where what went before says more than words that were learned from single mails.
const (
	WordingCounts     = 2.0
	wordingCountsHome = 0.7
)

// weigh adds to odds how the words of s speak for each kind, as log-odds, and notes in s how probable an event is by them alone.
func (m *wordingModel) weigh(s *sight, odds []float64) {
	counts := WordingCounts
	if s.known {
		counts = wordingCountsHome
	}
	var counted sum
	known := 0
	s.weighed.begin(len(m.weights))
	s.worded(func(n int, tokens []token) {
		m.grams(s, n, tokens, func(g gram) {
			if s.weighed.add(int(g >> nameBits)) {
				m.add(g, &counted)
				known++
			}
		})
	})
	s.sounds, s.wordingOdds = 0, [16]float64{}
	if known == 0 {
		return
	}
	var alone [16]float64
	for k := range Kinds {
		alone[k] = float64(m.bias[k])/100 + float64(counted[k])/100/math.Sqrt(float64(known))
	}
	for k, kind := range Kinds {
		s.wordingOdds[k] = counts * alone[kindIndex[kind.labelled()]]
		odds[k] += s.wordingOdds[k]
	}
	softmax(alone[:len(Kinds)], 1)
	for k, kind := range Kinds {
		if kind.event() {
			s.sounds += alone[k]
		}
	}
}

// evidence is what the wording says for kind against the others, with the sentence that says it most.
func (m *wordingModel) evidence(s *sight, kind int) Evidence {
	e := Evidence{Rule: "wording", Weight: towards(s.wordingOdds[:len(Kinds)], kind)}
	label, most := kindIndex[Kinds[kind].labelled()], 0
	s.worded(func(n int, tokens []token) {
		var counted sum
		m.grams(s, n, tokens, func(g gram) { m.add(g, &counted) })
		says, quote := int(counted[label])*len(Kinds), s.text.sents[n]
		for _, x := range counted {
			says -= int(x)
		}
		if e.Weight < 0 {
			says = -says
		}
		if says > most {
			most, e.Quote = says, s.text.quote(int(quote.first), int(quote.last))
		}
	})
	return e
}

// labelled is the kind that labelled mail calls k: what puts an application on hold is other mail there, a position that is gone a refusal.
func (k Kind) labelled() Kind {
	switch k {
	case Hold:
		return Other
	case Filled:
		return Rejection
	}
	return k
}

// places is a set of places in a table.
type places struct {
	bits []uint64
	set  []int32
}

// begin empties p for places below n.
func (p *places) begin(n int) {
	if len(p.bits) != n/64+1 {
		p.bits, p.set = make([]uint64, n/64+1), p.set[:0]
	}
	for _, i := range p.set {
		p.bits[i/64] = 0
	}
	p.set = p.set[:0]
}

// add puts i into p and reports whether it was not there.
func (p *places) add(i int) bool {
	if p.bits[i/64]>>(i%64)&1 != 0 {
		return false
	}
	p.bits[i/64] |= 1 << (i % 64)
	p.set = append(p.set, int32(i))
	return true
}

// Wording returns what the wording model could know of m, each once and sorted, as rules/wording.txt names it.
func Wording(m *mailbox.Message, c Context) []string {
	r := Shipped()
	s := r.sight()
	defer r.sights.Put(s)
	r.model.rules.look(s, m, c)
	var names []string
	s.worded(func(n int, tokens []token) {
		mood, before := "", ""
		if s.text.sents[n].conditional {
			mood = underCondition
		}
		for i := range tokens {
			w := string(gramWord(s.text.fold[tokens[i].start:tokens[i].end]))
			names = append(names, mood+w)
			if len(w) > stemLength {
				names = append(names, mood+w[:stemLength]+"~")
			}
			if before != "" {
				names = append(names, mood+before+" "+w)
			}
			before = w
		}
	})
	slices.Sort(names)
	return slices.Compact(names)
}
