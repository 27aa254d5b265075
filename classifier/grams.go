package classifier

import "strings"

// The grams of a sentence are its words, the beginnings of its long words ("inter~"), its pairs of neighbours ("go with"), the
// pairs with one word between ("go _ someone"), the word it begins with ("^thanks") and its question mark. A number is "#".
const stemLength = 5

// FNV-1a.
const (
	hashStart = 14695981039346656037
	hashPrime = 1099511628211
)

func hashByte(h uint64, c byte) uint64 { return (h ^ uint64(c)) * hashPrime }

func hashBytes(h uint64, b []byte) uint64 {
	for _, c := range b {
		h = hashByte(h, c)
	}
	return h
}

func hashString(s string) uint64 {
	h := uint64(hashStart)
	for i := range len(s) {
		h = hashByte(h, s[i])
	}
	return h
}

// hashPair is the hash of two words beside each other, or with one between them, by the hashes of the words.
func hashPair(a, b uint64, apart bool) uint64 {
	h := (a*hashPrime ^ b) * 0x9E3779B97F4A7C15
	if apart {
		h = ^h
	}
	return h ^ h>>32
}

// underCondition stands before a gram of a sentence that is a condition from its first words on, as the wording model counts it.
const underCondition = "if:"

// hashCondition is the hash of a gram under a condition, by the hash of the gram.
func hashCondition(h uint64) uint64 { return (h ^ h>>29) * hashPrime }

// hashGram is the hash of a gram as gramNames spells it.
func hashGram(name string) uint64 {
	if name, conditional := strings.CutPrefix(name, underCondition); conditional {
		return hashCondition(hashGram(name))
	}
	first, second, pair := strings.Cut(name, " ")
	if !pair {
		return hashString(name)
	}
	second, apart := strings.CutPrefix(second, "_ ")
	return hashPair(hashString(first), hashString(second), apart)
}

var hashMark = []byte("#") // stands for every number

// gramWord is a folded word as grams spell it.
func gramWord(w []byte) []byte {
	if w[0] >= '0' && w[0] <= '9' {
		return hashMark
	}
	return w
}

// gramNames spells what grams hashes.
func (t *text) gramNames(from, to int) []string {
	if from >= to {
		return nil
	}
	names := []string{"^" + string(gramWord(t.word(from)))}
	for i := from; i < to; i++ {
		w := string(gramWord(t.word(i)))
		names = append(names, w)
		if len(w) > stemLength {
			names = append(names, w[:stemLength]+"~")
		}
		if i+1 < to {
			names = append(names, w+" "+string(gramWord(t.word(i+1))))
		}
		if i+2 < to {
			names = append(names, w+" _ "+string(gramWord(t.word(i+2))))
		}
	}
	if t.asks(to) {
		names = append(names, "?")
	}
	return names
}

// asks reports whether a question mark follows the token before to.
func (t *text) asks(to int) bool {
	rest := t.orig[t.tokens[to-1].to:]
	return strings.HasPrefix(strings.TrimLeft(rest[:min(len(rest), 4)], " )\"»"), "?")
}
