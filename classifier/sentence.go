package classifier

import (
	_ "embed"
	"math"
	"slices"
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

var shippedSentences = sync.OnceValue(func() *gramModel {
	m, err := readGrams(sentencesText, Meanings)
	if err != nil {
		panic("rules/sentences.txt: " + err.Error()) // embedded data, held by a test
	}
	return m
})

// read fills out with the probability of each meaning of sentence n of s, and reports whether anything in it is known.
func (m *gramModel) read(r *ruleSet, s *sight, n int, out *[meanings]float32) bool {
	counted, known := m.bias, gram(0)
	count := func(g gram) {
		if g > 0 {
			known |= g
			m.add(g, &counted)
		}
	}
	sen := s.text.sents[n]
	tokens := s.text.tokens[sen.first:sen.last]
	count(s.vocabulary.word(&tokens[0]).first)
	for i := range tokens {
		w := s.vocabulary.word(&tokens[i])
		count(w.gram)
		count(w.stem)
		if i+1 < len(tokens) {
			count(m.find(hashPair(w.hash, s.vocabulary.word(&tokens[i+1]).hash, false)))
		}
		if i+2 < len(tokens) {
			count(m.find(hashPair(w.hash, s.vocabulary.word(&tokens[i+2]).hash, true)))
		}
	}
	if s.text.asks(int(sen.last)) {
		count(m.find(hashByte(hashStart, '?')))
	}
	for _, h := range s.hits {
		if int(h.sent) == n {
			count(r.phraseGram(h))
		}
	}
	if known == 0 {
		return false
	}
	top := slices.Max(counted[:meanings])
	total := float32(0)
	for i := range out {
		out[i] = 0
		if d := int(top - counted[i]); d < len(powers) {
			out[i] = powers[d]
		}
		total += out[i]
	}
	for i := range out {
		out[i] /= total
	}
	return true
}

// powers are those of e by less and less hundredths, down to next to nothing.
var powers = func() (t [2048]float32) {
	for i := range t {
		t[i] = float32(math.Exp(-float64(i) / 100))
	}
	return t
}()

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
func (r *ruleSet) readSentences(s *sight, refused bool) {
	m := shippedSentences()
	s.readings = s.readings[:0]
	var best, p [meanings]float32
	var at [meanings]int32
	for i := range s.text.sents {
		top := said{life: 1}
		if s.inherited && s.text.sents[i].subject {
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

// phraseGram is the gram of phraseName.
func (r *ruleSet) phraseGram(h hit) gram { return r.phrases[int(h.concept)*int(moods)+int(h.mood)] }
