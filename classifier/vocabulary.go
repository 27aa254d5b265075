package classifier

import "bytes"

// vocabulary remembers the words of the messages read, so that what the rules and the sentence model know of a word is looked up when it first
// comes and not wherever it stands.
type vocabulary struct {
	rules   *ruleSet
	wording *wordingModel  // nil: of no interest
	table   [1 << 14]int32 // an open hash table of the places in words, counted from one
	words   []spelling
	bytes   []byte
}

// maxVocabulary is how many words are remembered from one message to the next. With those of one message more the table is not yet half full.
const maxVocabulary = 4096

// spelling is a folded word with what is known of it.
type spelling struct {
	from, to          int32    // in vocabulary.bytes
	gram, stem, first gram     // of the sentence model: the word, its beginning, and the word at the beginning of a sentence
	looked            uint32   // languages whose known is filled, by bit
	hash              uint64   // as pairs of words count it
	opening           uint64   // hash of the beginning of a long word, 0 of others
	wording, stemmed  gram     // of the wording model: the word and its beginning
	stop              uint64   // languages of which it is a function word, by bit
	known             [7]*word // by language
	day               bool     // see dayWords
}

// learn gives each token of t its word, and forgets those of other messages where they are too many.
func (v *vocabulary) learn(r *ruleSet, wording *wordingModel, t *text) {
	if v.rules != r || v.wording != wording || len(v.words) > maxVocabulary {
		v.rules, v.wording, v.words, v.bytes = r, wording, v.words[:0], v.bytes[:0]
		clear(v.table[:])
	}
	for i := range t.tokens {
		t.tokens[i].spelling = v.place(t.word(i))
	}
}

// word is the word of a token.
func (v *vocabulary) word(t *token) *spelling { return &v.words[t.spelling] }

// place returns where a folded word stands, and adds it if it is new.
func (v *vocabulary) place(w []byte) int32 {
	h := hashBytes(hashStart, w)
	for i := h ^ h>>32; ; i++ {
		at := &v.table[i%uint64(len(v.table))]
		if *at == 0 {
			v.words = append(v.words, v.spell(w, h))
			*at = int32(len(v.words))
			return *at - 1
		}
		if s := &v.words[*at-1]; bytes.Equal(v.bytes[s.from:s.to], w) {
			return *at - 1
		}
	}
}

func (v *vocabulary) spell(w []byte, h uint64) spelling {
	m, from := shippedSentences(), len(v.bytes)
	v.bytes = append(v.bytes, w...)
	s := spelling{from: int32(from), to: int32(len(v.bytes)), hash: h, stop: v.rules.stop[string(w)], day: dayWords[string(w)]}
	if w = gramWord(w); len(w) == 1 {
		s.hash = hashBytes(hashStart, w)
	}
	s.gram, s.first = m.find(s.hash), m.find(hashBytes(hashByte(hashStart, '^'), w))
	if len(w) > stemLength {
		s.opening = hashByte(hashBytes(hashStart, w[:stemLength]), '~')
		s.stem = m.find(s.opening)
		if v.wording != nil {
			s.stemmed = v.wording.find(s.opening)
		}
	}
	if v.wording != nil {
		s.wording = v.wording.find(s.hash)
	}
	return s
}

// known returns what the rules of a language know of the word of a token.
func (v *vocabulary) known(t *token, l *language) *word {
	s := v.word(t)
	if s.looked>>l.place&1 == 0 {
		s.looked |= 1 << l.place
		s.known[l.place] = l.lexicon.find(v.bytes[s.from:s.to])
	}
	return s.known[l.place]
}
