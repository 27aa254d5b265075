package classifier

import (
	"fmt"
	"math/bits"
	"strings"
)

// gramModel holds the weights of a multinomial logistic regression over grams: the sentence model, or the wording model. They are counted in
// hundredths, so that a sum is the same in whatever order.
type gramModel struct {
	bias    sum
	table   []slot // an open hash table, as long as a power of two
	weights []weight
}

// slot holds a gram: the upper half of its hash, whose lower half finds the slot.
type slot struct {
	hash uint32
	gram gram
}

// gram says where the weights of a gram stand: the place of the first, and in the lowest bits how many there are. Zero is an unknown gram.
type gram uint32

// weight is one in hundredths, and in the lowest bits what it is for.
type weight int16

// nameBits are enough for what a weight is for, a meaning or a kind, and for how many there are.
const nameBits = 5

// sum counts weights by what they are for.
type sum [1 << nameBits]int32

// readGrams reads lines of a gram, a tab and "name:weight" pairs, each weight with two decimals and the name of what it is for; the gram "" is the
// bias. A line without a tab is a comment.
func readGrams(text string, names []string) (*gramModel, error) {
	m := &gramModel{table: make([]slot, 1<<bits.Len(uint(strings.Count(text, "\n")))), weights: make([]weight, 0, strings.Count(text, ":"))}
	n, k := 0, 0
	for line := range strings.Lines(text) {
		n++
		words, pairs, more := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if !more {
			continue
		}
		from := len(m.weights)
		for more {
			var pair string
			pair, pairs, more = strings.Cut(pairs, " ")
			name, spelled, _ := strings.Cut(pair, ":")
			for tried := 0; names[k] != name; tried++ { // they stand in one order
				if k = (k + 1) % len(names); tried == len(names) {
					return nil, fmt.Errorf("line %d: bad pair %q", n, pair)
				}
			}
			w, ok := hundredths(spelled)
			if !ok {
				return nil, fmt.Errorf("line %d: bad pair %q", n, pair)
			}
			m.weights = append(m.weights, weight(w<<nameBits|k))
		}
		g := gram(from<<nameBits | (len(m.weights) - from))
		if words == "" {
			m.add(g, &m.bias)
		} else {
			m.put(hashGram(words), g)
		}
	}
	return m, nil
}

// hundredths reads a number with two decimals that a weight has room for.
func hundredths(s string) (n int, ok bool) {
	digits := strings.TrimPrefix(s, "-")
	point := len(digits) - 3
	for i := range len(digits) {
		switch c := digits[i]; {
		case i == point && c == '.':
		case c >= '0' && c <= '9' && n < 1000:
			n = 10*n + int(c-'0')
		default:
			return 0, false
		}
	}
	if len(digits) < len(s) {
		n = -n
	}
	return n, point > 0 && n>>(15-nameBits) == n>>63
}

// slot returns where a gram stands or belongs.
func (m *gramModel) slot(h uint64) *slot {
	for i := h; ; i++ {
		s := &m.table[i&uint64(len(m.table)-1)]
		if s.gram == 0 || s.hash == uint32(h>>32) {
			return s
		}
	}
}

// put adds a gram, in place of one of the same words.
func (m *gramModel) put(h uint64, g gram) { *m.slot(h) = slot{uint32(h >> 32), g} }

// find returns the gram with a hash.
func (m *gramModel) find(h uint64) gram { return m.slot(h).gram }

// knows reports whether the model has a gram.
func (m *gramModel) knows(h uint64) bool { return m.find(h) > 0 }

// add counts the weights of g.
func (m *gramModel) add(g gram, out *sum) {
	from := g >> nameBits
	for _, w := range m.weights[from : from+g&(1<<nameBits-1)] {
		out[w&(1<<nameBits-1)] += int32(w >> nameBits)
	}
}
