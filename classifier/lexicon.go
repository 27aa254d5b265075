package classifier

import (
	"cmp"
	"encoding/binary"
	"iter"
	"maps"
	"math/bits"
	"slices"
	"strings"
)

// word is what the rules of one language know of a word: the classes it belongs to, those of them that are guards, and the patterns that can
// begin with it, in their order.
type word struct {
	classes bitset // from class 64*base on, without the zeros at both ends: few of thousands are set
	base    int32
	negates bool
	starts  []start
	guards  guards
}

// start is a pattern that can begin with a word. It is tried only where the words from there on have its guards, two classes that it cannot do
// without.
type start struct {
	pattern int32
	guards  [2]uint16
}

// guards is a set of classes that guard patterns. Several of them share a bit, so that it may seem to have one that it has not.
type guards [guardBits / 64]uint64

const guardBits = 512

func (g *guards) has(two [2]uint16) bool {
	a, b := two[0]%guardBits, two[1]%guardBits
	return g[a/64]>>(a%64)&(g[b/64]>>(b%64))&1 != 0
}

func (g *guards) put(i uint16) { g[i/64] |= 1 << (i % 64) }

func (w *word) in(class int32) bool {
	i := uint32(class>>6 - w.base) // large if it is negative
	return i < uint32(len(w.classes)) && w.classes[i]>>(class&63)&1 != 0
}

// bitset is a set of small numbers.
type bitset []uint64

func newBitset(n int) bitset { return make(bitset, bitWords(n)) }

// bitWords is the length of a set of numbers below n.
func bitWords(n int) int { return (n + 63) / 64 }

func (b bitset) put(i int32) { b[i>>6] |= 1 << (i & 63) }

// all are the numbers in the set.
func (b bitset) all() iter.Seq[int32] {
	return func(yield func(int32) bool) {
		for i, x := range b {
			for ; x != 0; x &= x - 1 {
				if !yield(int32(i<<6 + bits.TrailingZeros64(x))) {
					return
				}
			}
		}
	}
}

// lexicon finds the word of a token: a trie over bytes in which a prefix pattern ends inside. The children of a node stand side by
// side, in the order of their bytes.
type lexicon struct {
	nodes []trieNode
	words []word
}

// trieNode holds indices of words, none for none.
type trieNode struct {
	children int32
	exact    int32 // a token that ends here
	prefix   int32 // a token that goes on from here to where the trie does not follow
	count    uint8
	char     byte
}

// entry is one key of the trie: the classes that name the word, and those that name it as a beginning of words.
type entry struct{ exact, prefix []int32 }

// lexiconBuilder makes the trie of all classes of a compiler.
type lexiconBuilder struct {
	lexicon
	c        *compiler
	starters map[int32][]start // by class, the patterns that can begin with it
	guards   map[int32]uint16  // by class that is a guard, its bit
	negators map[string]bool
	entries  map[string]*entry
	interned map[string]int32
	classes  bitset // buffers
	key      []byte
}

func (b *lexiconBuilder) build() *lexicon {
	b.entries, b.interned, b.classes = map[string]*entry{}, map[string]int32{}, newBitset(len(b.c.members))
	for id, words := range b.c.members {
		for _, w := range words {
			if p, ok := strings.CutSuffix(w, "*"); ok {
				e := b.entry(p)
				e.prefix = append(e.prefix, int32(id))
			} else {
				e := b.entry(w)
				e.exact = append(e.exact, int32(id))
			}
		}
	}
	for n := range b.negators {
		b.entry(n)
	}
	b.nodes = append(b.nodes, trieNode{exact: none, prefix: none})
	b.grow(0, slices.Sorted(maps.Keys(b.entries)), 0, nil)
	return &lexicon{nodes: slices.Clone(b.nodes), words: slices.Clone(b.words)}
}

func (b *lexiconBuilder) entry(k string) *entry {
	if b.entries[k] == nil {
		b.entries[k] = &entry{}
	}
	return b.entries[k]
}

// grow builds what is below node: the sorted keys that share its first depth bytes. The beginnings of words passed so far belong to inherited.
func (b *lexiconBuilder) grow(node int32, keys []string, depth int, inherited []int32) {
	if len(keys[0]) == depth && depth > 0 {
		e := b.entries[keys[0]]
		inherited = slices.Concat(inherited, e.prefix)
		b.nodes[node].prefix = b.intern(inherited, nil, false)
		b.nodes[node].exact = b.intern(inherited, e.exact, b.negators[keys[0]])
		keys = keys[1:]
	}
	first, prefix := int32(len(b.nodes)), b.nodes[node].prefix
	b.nodes[node].children = first
	for i, k := range keys {
		if i == 0 || k[depth] != keys[i-1][depth] {
			b.nodes = append(b.nodes, trieNode{char: k[depth], exact: prefix, prefix: prefix})
			b.nodes[node].count++
		}
	}
	for child := first; len(keys) > 0; child++ {
		n := 1
		for n < len(keys) && keys[n][depth] == keys[0][depth] {
			n++
		}
		b.grow(child, keys[:n], depth+1, inherited)
		keys = keys[n:]
	}
}

// intern returns the index of the word with these classes.
func (b *lexiconBuilder) intern(classes, more []int32, negates bool) int32 {
	if len(classes)+len(more) == 0 && !negates {
		return none
	}
	clear(b.classes)
	for _, list := range [][]int32{classes, more} {
		for _, c := range list {
			b.classes.put(c)
			for _, union := range b.c.unions[c] {
				b.classes.put(union)
			}
		}
	}
	b.key = b.key[:0]
	for i, x := range b.classes {
		if x != 0 {
			b.key = binary.LittleEndian.AppendUint64(append(b.key, byte(i), byte(i>>8)), x)
		}
	}
	if negates {
		b.key = append(b.key, '!')
	}
	if i, ok := b.interned[string(b.key)]; ok {
		return i
	}
	w := word{negates: negates}
	isSet := func(x uint64) bool { return x != 0 }
	if first := slices.IndexFunc(b.classes, isSet); first >= 0 {
		end := len(b.classes)
		for b.classes[end-1] == 0 {
			end--
		}
		w.base, w.classes = int32(first), slices.Clone(b.classes[first:end])
	}
	for c := range b.classes.all() {
		w.starts = append(w.starts, b.starters[c]...)
		if bit, ok := b.guards[c]; ok {
			w.guards.put(bit)
		}
	}
	slices.SortFunc(w.starts, func(x, y start) int { return cmp.Compare(x.pattern, y.pattern) })
	w.starts = slices.Clip(slices.Compact(w.starts))
	b.words = append(b.words, w)
	b.interned[string(b.key)] = int32(len(b.words) - 1)
	return int32(len(b.words) - 1)
}

// find returns what is known of the folded token, nil for nothing.
func (l *lexicon) find(tok []byte) *word {
	n := &l.nodes[0]
next:
	for _, c := range tok {
		children := l.nodes[n.children : n.children+int32(n.count)]
		for i := range children {
			if children[i].char == c {
				n = &children[i]
				continue next
			}
		}
		return l.word(n.prefix)
	}
	return l.word(n.exact)
}

func (l *lexicon) word(i int32) *word {
	if i == none {
		return nil
	}
	return &l.words[i]
}
