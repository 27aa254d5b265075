package classifier

import (
	"sort"
	"strings"
)

// word is what the rules of one language know of a word: the classes it belongs to and the patterns that can begin with it.
type word struct {
	classes []uint64
	starts  []int32
	negates bool
}

func (w *word) in(class int32) bool { return w.classes[class>>6]>>(class&63)&1 != 0 }

// lexicon finds the word of a token: a trie over bytes in which a prefix pattern ends inside.
type lexicon struct {
	nodes   []trieNode
	classes int // length of word.classes
}

type trieNode struct {
	keys   []byte
	next   []int32
	exact  *word // a token that ends here
	prefix *word // a token that goes on from here to where the trie does not follow
}

// build makes the trie of all classes; starters lists for each class the patterns that can begin with it.
func buildLexicon(members [][]string, starters map[int32][]int32, negators map[string]bool) *lexicon {
	type marks struct{ exact, prefix []int32 }
	at := map[string]*marks{}
	get := func(k string) *marks {
		if at[k] == nil {
			at[k] = &marks{}
		}
		return at[k]
	}
	for id, words := range members {
		for _, w := range words {
			if p, ok := strings.CutSuffix(w, "*"); ok {
				get(p).prefix = append(get(p).prefix, int32(id))
			} else {
				get(w).exact = append(get(w).exact, int32(id))
			}
		}
	}
	for n := range negators {
		get(n)
	}
	keys := make([]string, 0, len(at))
	for k := range at {
		keys = append(keys, k)
	}
	sort.Strings(keys)

	size := (len(members) + 63) / 64
	interned := map[string]*word{}
	make_ := func(classes []int32, negates bool) *word {
		if len(classes) == 0 && !negates {
			return nil
		}
		bits := make([]uint64, size)
		for _, c := range classes {
			bits[c>>6] |= 1 << (c & 63)
		}
		var key strings.Builder
		for _, b := range bits {
			for ; b != 0; b >>= 8 {
				key.WriteByte(byte(b))
			}
			key.WriteByte(0xFF)
			key.WriteByte(0)
		}
		if negates {
			key.WriteByte('!')
		}
		if w := interned[key.String()]; w != nil && sameBits(w.classes, bits) {
			return w
		}
		w := &word{classes: bits, negates: negates}
		seen := map[int32]bool{}
		for _, c := range classes {
			for _, p := range starters[c] {
				if !seen[p] {
					seen[p] = true
					w.starts = append(w.starts, p)
				}
			}
		}
		sort.Slice(w.starts, func(i, j int) bool { return w.starts[i] < w.starts[j] })
		interned[key.String()] = w
		return w
	}

	l := &lexicon{nodes: make([]trieNode, 1), classes: size}
	inherited := map[int32][]int32{0: nil} // prefix classes valid at a node
	for _, k := range keys {
		n := int32(0)
		for i := 0; i < len(k); i++ {
			n = l.child(n, k[i], inherited)
		}
		inherited[n] = append(append([]int32{}, inherited[n]...), at[k].prefix...)
		l.nodes[n].prefix = make_(inherited[n], false)
		l.nodes[n].exact = make_(append(append([]int32{}, inherited[n]...), at[k].exact...), negators[k])
	}
	return l
}

func sameBits(a, b []uint64) bool {
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// child returns the node below n at c. Keys arrive sorted, so a prefix is always marked before its extensions.
func (l *lexicon) child(n int32, c byte, inherited map[int32][]int32) int32 {
	for i, k := range l.nodes[n].keys {
		if k == c {
			return l.nodes[n].next[i]
		}
	}
	id := int32(len(l.nodes))
	l.nodes = append(l.nodes, trieNode{prefix: l.nodes[n].prefix, exact: l.nodes[n].prefix})
	inherited[id] = inherited[n]
	l.nodes[n].keys = append(l.nodes[n].keys, c)
	l.nodes[n].next = append(l.nodes[n].next, id)
	return id
}

// find returns what is known of the folded token, nil for nothing.
func (l *lexicon) find(tok []byte) *word {
	n := &l.nodes[0]
next:
	for _, c := range tok {
		for i, k := range n.keys {
			if k == c {
				n = &l.nodes[n.next[i]]
				continue next
			}
		}
		return n.prefix
	}
	return n.exact
}
