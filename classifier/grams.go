package classifier

import "strings"

// The grams of a sentence are its words, the beginnings of its long words ("inter~"), its pairs of neighbours ("go with"), the
// pairs with one word between ("go _ someone"), the word it begins with ("^thanks") and its question mark. A number is "#".
const stemLength = 5

// FNV-1a, so that a pair's hash continues that of its first word.
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

var hashMark = []byte("#") // stands for every number

// gramWord is the word of token i as grams spell it.
func (t *text) gramWord(i int) []byte {
	w := t.word(i)
	if w[0] >= '0' && w[0] <= '9' {
		return hashMark
	}
	return w
}

// grams calls f with the hash of every gram of tokens [from, to).
func (t *text) grams(from, to int, f func(h uint64)) {
	if from >= to {
		return
	}
	f(hashBytes(hashByte(hashStart, '^'), t.gramWord(from)))
	for i := from; i < to; i++ {
		w := t.gramWord(i)
		h := hashBytes(hashStart, w)
		f(h)
		if len(w) > stemLength {
			f(hashByte(hashBytes(hashStart, w[:stemLength]), '~'))
		}
		h = hashByte(h, ' ')
		if i+1 < to {
			f(hashBytes(h, t.gramWord(i+1)))
		}
		if i+2 < to {
			f(hashBytes(hashByte(hashByte(h, '_'), ' '), t.gramWord(i+2)))
		}
	}
	if t.asks(to) {
		f(hashByte(hashStart, '?'))
	}
}

// gramNames spells what grams hashes.
func (t *text) gramNames(from, to int) []string {
	if from >= to {
		return nil
	}
	names := []string{"^" + string(t.gramWord(from))}
	for i := from; i < to; i++ {
		w := string(t.gramWord(i))
		names = append(names, w)
		if len(w) > stemLength {
			names = append(names, w[:stemLength]+"~")
		}
		if i+1 < to {
			names = append(names, w+" "+string(t.gramWord(i+1)))
		}
		if i+2 < to {
			names = append(names, w+" _ "+string(t.gramWord(i+2)))
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
