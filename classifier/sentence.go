package classifier

import (
	_ "embed"
	"fmt"
	"math"
	"math/bits"
	"slices"
	"strconv"
	"strings"
	"sync"

	"heardback/mailbox"
)

// sentencesText holds the weights of the sentence model; docs/accuracy.md names the command that makes it.
//
//go:embed rules/sentences.txt
var sentencesText string

// Meanings are what the sentence model tells apart: what one sentence says when it stands alone. The phrases of the rules know
// an idiom exactly or not at all; the model knows the words around it too, and so reads wordings that nobody foresaw.
var Meanings = []string{
	"received", "process", "refused", "filled", "hold", "invite", "fixed", "moved", "cancelled", "test", "offer", "ask", "pending",
	"outreach", "alert", "chat", "life",
}

const meanings = 17

// Probabilities from which a sentence says something, and says it plainly.
const (
	saysAt    = 0.45
	plainlyAt = 0.80
)

// sentenceModel is a multinomial logistic regression over the words of one sentence.
type sentenceModel struct {
	bias     [meanings]float32
	table    []int32 // an open hash table of the places in grams, counted from one, as long as a power of two
	grams    []gram
	meanings []uint8 // what the weight at the same place is for
	weights  []float32
}

// gram has the weights [from, to) and the hash of its words.
type gram struct {
	hash     uint64
	from, to int32
}

var shippedSentences = sync.OnceValue(func() *sentenceModel {
	m, err := readSentences(sentencesText)
	if err != nil {
		panic("rules/sentences.txt: " + err.Error()) // embedded data, held by a test
	}
	return m
})

// readSentences reads lines of a gram, a tab and "meaning:weight" pairs; the gram "" is the bias. A line without a tab is a comment.
func readSentences(text string) (*sentenceModel, error) {
	index := map[string]uint8{}
	for i, n := range Meanings {
		index[n] = uint8(i)
	}
	m := &sentenceModel{}
	m.table = make([]int32, 1<<bits.Len(uint(2*strings.Count(text, "\n"))))
	m.grams = make([]gram, 0, strings.Count(text, "\t"))
	m.meanings, m.weights = make([]uint8, 0, strings.Count(text, ":")), make([]float32, 0, strings.Count(text, ":"))
	n := 0
	for line := range strings.Lines(text) {
		n++
		words, pairs, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if !ok {
			continue
		}
		from := int32(len(m.weights))
		for pair := range strings.SplitSeq(pairs, " ") {
			name, weight, _ := strings.Cut(pair, ":")
			k, known := index[name]
			w, err := strconv.ParseFloat(weight, 32)
			if !known || err != nil {
				return nil, fmt.Errorf("line %d: bad pair %q", n, pair)
			}
			if words == "" {
				m.bias[k] = float32(w)
			} else {
				m.meanings, m.weights = append(m.meanings, k), append(m.weights, float32(w))
			}
		}
		if words != "" {
			m.put(gram{hashString(words), from, int32(len(m.weights))})
		}
	}
	return m, nil
}

// place returns where in the table a gram stands or belongs.
func (m *sentenceModel) place(h uint64) *int32 {
	for i := h; ; i++ {
		k := &m.table[i&uint64(len(m.table)-1)]
		if *k == 0 || m.grams[*k-1].hash == h {
			return k
		}
	}
}

// put adds g, in place of one of the same words.
func (m *sentenceModel) put(g gram) {
	m.grams = append(m.grams, g)
	*m.place(g.hash) = int32(len(m.grams))
}

// knows reports whether the model has a gram.
func (m *sentenceModel) knows(h uint64) bool { return *m.place(h) > 0 }

// read fills out with the probability of each meaning of sentence n of s, and reports whether anything in it is known.
func (m *sentenceModel) read(r *ruleSet, s *sight, n int, out *[meanings]float32) bool {
	*out = m.bias
	known := 0
	count := func(h uint64) {
		k := *m.place(h)
		if k == 0 {
			return
		}
		known++
		g := m.grams[k-1]
		weights := m.weights[g.from:g.to]
		for i, meaning := range m.meanings[g.from:g.to] {
			out[meaning] += weights[i]
		}
	}
	sen := s.text.sents[n]
	s.text.grams(int(sen.first), int(sen.last), count)
	for _, h := range s.hits {
		if int(h.sent) == n {
			count(r.phraseGram(h))
		}
	}
	if known == 0 {
		return false
	}
	top := out[0]
	for _, x := range out {
		top = max(top, x)
	}
	sum := float32(0)
	for i, x := range out {
		out[i] = float32(math.Exp(float64(x - top)))
		sum += out[i]
	}
	for i := range out {
		out[i] /= sum
	}
	return true
}

// said is what one sentence says most probably.
type said struct {
	meaning int
	p       float32
	life    float32 // probability that it has nothing to do with getting a job
}

// jobNews reports whether the sentence plainly says something of an application, so that a word of another trade in it is none.
func (g said) jobNews() bool { return g.p >= plainlyAt && g.meaning < meaningChat }

// meaningChat is the index of the first meaning that is no news of an application.
const meaningChat = meanings - 2

// meaningLife is the index of what has nothing to do with a job; a heading or a signature of fewer words than lifeWords says no such thing.
const (
	meaningLife    = meanings - 1
	lifeWords      = 5
	meaningPending = meaningChat - 3
)

// readSentences reads every sentence of the text and adds the features of what the text says: each meaning by the sentence that
// says it best.
func (r *ruleSet) readSentences(s *sight, inherited, refused bool) {
	m := shippedSentences()
	s.readings = s.readings[:0]
	var best, p [meanings]float32
	var at [meanings]int32
	for i := range s.text.sents {
		top := said{life: 1}
		if inherited && s.text.sents[i].subject {
			s.readings = append(s.readings, top) // the subject of a reply is not this mail's
			continue
		}
		if len(m.weights) > 0 && !s.text.sents[i].button && m.read(r, s, i, &p) {
			top.life = p[meaningLife]
			for k, x := range p {
				if s.text.sents[i].conditional {
					x = min(x, conditionalCap(k))
				}
				if x > top.p {
					top.meaning, top.p = k, x
				}
				if x > best[k] && (k != meaningLife || int(s.text.sents[i].last-s.text.sents[i].first) >= lifeWords) {
					best[k], at[k] = x, int32(i)
				}
			}
		}
		s.readings = append(s.readings, top)
	}
	base := len(r.concepts) * perConcept
	for k, x := range best {
		if k == meaningLife && slices.ContainsFunc(s.readings, said.jobNews) {
			continue // every mail has a sentence about life
		}
		if k == meaningPending && refused {
			continue // an apology for the long wait, before the answer
		}
		if x >= saysAt {
			s.add(base+saysIndex[k], quoteSentence-at[k])
		}
		if x >= plainlyAt {
			s.add(base+saysIndex[meanings+k], quoteSentence-at[k])
		}
	}
}

// conditionalCap is the most that a sentence says which is a condition from its first words on: no refusal and no offer, and an
// invitation not plainly.
func conditionalCap(meaning int) float32 {
	switch Meanings[meaning] {
	case "refused", "filled", "hold", "cancelled", "offer":
		return saysAt - 0.01
	case "invite":
		return plainlyAt - 0.01
	}
	return 1
}

// quoteSentence less i stands in sight.first for a feature that sentence i showed.
const quoteSentence = -2

// saysIndex are the structural indices of "says.<meaning>" and, behind them, "says.<meaning>.plainly".
var saysIndex = func() (t [2 * meanings]int) {
	for k, name := range Meanings {
		t[k], t[meanings+k] = structuralIndex["says."+name], structuralIndex["says."+name+".plainly"]
	}
	return t
}()

// Grams returns the grams of a text that is one sentence, as training counts them and rules/sentences.txt names them. The
// phrases of the rules that stand in it are among them: "<decided-no>", "<invite?>".
func Grams(sentence string) []string {
	r, s := rules(), &sight{}
	r.look(s, &mailbox.Message{Text: sentence}, Context{})
	names := s.text.gramNames(0, len(s.text.tokens))
	for _, h := range s.hits {
		names = append(names, r.phraseName(h))
	}
	return names
}

// phraseName is the gram of a phrase found.
func (r *ruleSet) phraseName(h hit) string {
	return "<" + r.featureName(int(h.concept)*perConcept+int(h.mood)) + ">"
}

// phraseGram is the hash of phraseName.
func (r *ruleSet) phraseGram(h hit) uint64 { return r.phrases[int(h.concept)*int(moods)+int(h.mood)] }
