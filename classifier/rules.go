package classifier

import (
	"cmp"
	"embed"
	"fmt"
	"iter"
	"maps"
	"path"
	"slices"
	"sort"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
)

//go:embed rules/*.toml rules/titles-*.txt rules/weights.txt rules/names.txt rules/given-names.txt rules/places.txt
var ruleFiles embed.FS

// Pseudo-concepts of the [mood] table.
const (
	moodIf     = -1 - iota // what follows in the sentence is a condition
	moodWhole              // the whole sentence is one
	moodPolite             // looks like a condition and is none
)

// language is one compiled rules file.
type language struct {
	code     string
	place    int // in ruleSet.languages
	lexicon  *lexicon
	patterns []pattern
	refuses  []bool // by concept, as in concepts.toml
	yields   []bool
	harmless map[string]bool
	own      *language // what the user's own mail does; concepts are indices of ownActNames
}

// lazyLanguage is a rules file that is compiled at the first call of rules.
type lazyLanguage struct {
	code  string
	rules func() *language
}

// languageFile is rules/<code>.toml as written; docs/languages.md explains each table.
type languageFile struct {
	Code     string
	Name     string
	Stop     string
	Negators string
	Harmless string // nouns whose negation is a courtesy: no problem
	Words    map[string]string
	Mood     struct{ If, Whole, Polite []string }
	Concepts map[string][]string
	Own      map[string][]string
}

// ruleSet is everything that rules/ says.
type ruleSet struct {
	concepts  []concept
	byName    map[string]int32
	languages []lazyLanguage
	stop      map[string]uint64 // function word → languages, by bit
	names     []string          // code per bit of stop; the compiled languages first
	foreign   map[string]foreignWords
	phrases   []gram // by concept and mood
	// structure0 is the prior of rules/structure.toml by structural feature.
	structure0 map[string]map[Kind]float64
}

// foreignWords are parts of words by which job mail in a language without rules is known: of an application, and of a
// list of jobs, about which no question is worth asking.
type foreignWords struct{ job, alert []string }

// spaced cuts a list of parts of words; "_" stands for a space within one.
func spaced(list string) []string {
	parts := strings.Fields(list)
	for i := range parts {
		parts[i] = strings.ReplaceAll(parts[i], "_", " ")
	}
	return parts
}

// concept is one row of rules/concepts.toml.
type concept struct {
	Name  string
	About string
	// For holds prior weights by kind: what the phrase says when stated as a fact. If and Not are those of the hypothetical
	// and the negated mood. Their signs are laws that training keeps.
	For map[Kind]float64
	If  map[Kind]float64
	Not map[Kind]float64
	// Job marks words of recruiting, Foreign the words of another trade that uses the same phrases.
	Job     bool
	Foreign bool
	// In one sentence with a concept that Refuses, one that Yields counts as negated.
	Refuses bool
	Yields  bool
	// Moot says nothing in a message that refuses.
	Moot bool
	// Advert praises other jobs: beside a receipt or a refusal it says nothing.
	Advert bool
	// Subject counts in the subject alone: elsewhere it may be anybody's, in a signature for example.
	Subject bool
}

var rules = sync.OnceValue(func() *ruleSet {
	r, err := loadRules()
	if err != nil {
		panic("rules: " + err.Error()) // embedded data, held by a test
	}
	return r
})

func loadRules() (*ruleSet, error) {
	r := &ruleSet{byName: map[string]int32{}, stop: map[string]uint64{}}
	var table struct {
		Concept map[string]concept
	}
	if err := decode("rules/concepts.toml", &table); err != nil {
		return nil, err
	}
	names := make([]string, 0, len(table.Concept))
	for name := range table.Concept {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		c := table.Concept[name]
		c.Name = name
		r.byName[name] = int32(len(r.concepts))
		r.concepts = append(r.concepts, c)
		for mood := range moods {
			r.phrases = append(r.phrases, shippedSentences().find(hashString(r.phraseName(hit{concept: int32(len(r.concepts) - 1), mood: mood}))))
		}
	}
	var priors struct{ Prior map[string]map[Kind]float64 }
	if err := decode("rules/structure.toml", &priors); err != nil {
		return nil, err
	}
	r.structure0 = priors.Prior
	for _, code := range []string{"en", "de", "fr", "es", "nl", "it", "pt"} {
		if err := r.loadLanguage(code); err != nil {
			return nil, err
		}
	}
	var others struct {
		Stop       map[string]string
		Job, Alert map[string]string
	}
	if err := decode("rules/other-languages.toml", &others); err != nil {
		return nil, err
	}
	codes := make([]string, 0, len(others.Stop))
	for code := range others.Stop {
		codes = append(codes, code)
	}
	sort.Strings(codes)
	for _, code := range codes {
		r.stopWords(code, others.Stop[code])
	}
	r.foreign = map[string]foreignWords{}
	for code, words := range others.Job {
		r.foreign[code] = foreignWords{job: spaced(words), alert: spaced(others.Alert[code])}
	}
	return r, nil
}

func decode(name string, into any) error {
	b, err := ruleFiles.ReadFile(name)
	if err != nil {
		return err
	}
	meta, err := toml.Decode(string(b), into)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if extra := meta.Undecoded(); len(extra) > 0 {
		return fmt.Errorf("%s: unknown key %s", name, extra[0])
	}
	return nil
}

func (r *ruleSet) stopWords(code, words string) {
	bit := uint64(1) << len(r.names)
	r.names = append(r.names, code)
	for _, w := range strings.Fields(words) {
		r.stop[foldWord(w)] |= bit
	}
}

func foldWord(s string) string { return string(appendFolded(make([]byte, 0, 64), s)) }

func appendFolded(b []byte, s string) []byte {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			for _, c := range s[i:] {
				b = appendBase(b, c)
			}
			break
		}
		b = appendBase(b, rune(s[i]))
	}
	return b
}

// loadLanguage reads a rules file, and compiles it when a mail first needs it.
func (r *ruleSet) loadLanguage(code string) error {
	name := path.Join("rules", code+".toml")
	var f languageFile
	if err := decode(name, &f); err != nil {
		return err
	}
	r.stopWords(code, f.Stop)
	place := len(r.languages)
	r.languages = append(r.languages, lazyLanguage{code, sync.OnceValue(func() *language {
		l, err := r.compile(&f, place)
		if err != nil {
			panic(name + ": " + err.Error()) // embedded data, held by a test
		}
		return l
	})})
	return nil
}

func (r *ruleSet) compile(f *languageFile, place int) (*language, error) {
	for k, v := range f.Words {
		f.Words[k] = foldWord(v)
	}
	negators, stop, harmless := foldedSet(f.Negators), foldedSet(f.Stop), foldedSet(f.Harmless)
	start := func() builder {
		b := builder{c: newCompiler(f.Words), l: &language{code: f.Code, place: place, harmless: harmless}, negators: negators, stop: stop}
		b.add(moodIf, f.Mood.If)
		b.add(moodWhole, f.Mood.Whole)
		b.add(moodPolite, f.Mood.Polite)
		return b
	}
	b, own := start(), start()
	for i := range r.concepts {
		b.l.refuses = append(b.l.refuses, r.concepts[i].Refuses)
		b.l.yields = append(b.l.yields, r.concepts[i].Yields)
	}
	for _, k := range sortedKeys(f.Concepts) {
		id, ok := r.byName[k]
		if !ok {
			return nil, fmt.Errorf("no concept %q in concepts.toml", k)
		}
		b.add(id, f.Concepts[k])
	}
	for _, k := range sortedKeys(f.Own) {
		id := slices.Index(ownActNames, Act(k))
		if id < 0 {
			return nil, fmt.Errorf("no own act %q", k)
		}
		own.add(int32(id), f.Own[k])
	}
	for _, x := range []*builder{&b, &own} {
		if x.err != nil {
			return nil, x.err
		}
		x.finish()
	}
	b.l.own = own.l
	return b.l, nil
}

// foldedSet is the set of the words of s, folded.
func foldedSet(s string) map[string]bool {
	t := map[string]bool{}
	for _, w := range strings.Fields(s) {
		t[foldWord(w)] = true
	}
	return t
}

func sortedKeys(m map[string][]string) []string { return slices.Sorted(maps.Keys(m)) }

// builder compiles the patterns of one table of a rules file; the first error stays.
type builder struct {
	c        *compiler
	l        *language
	negators map[string]bool
	stop     map[string]bool
	sources  int32 // how many there were
	err      error
}

func (b *builder) add(concept int32, sources []string) {
	for _, src := range sources {
		if b.err != nil {
			return
		}
		patterns, err := b.c.compile(foldWord(src))
		if err != nil {
			b.err = err
			return
		}
		negates := slices.ContainsFunc(patterns, b.negates)
		for _, p := range patterns {
			p.concept, p.source, p.own, p.alone = concept, b.sources, negates, len(patterns) == 1 && len(p.code) == 2
			b.l.patterns = append(b.l.patterns, p)
		}
		b.sources++
	}
}

// negates reports whether a pattern names a negating word.
func (b *builder) negates(p pattern) bool {
	return slices.ContainsFunc(p.code, func(in inst) bool {
		return in.op == opWord && slices.ContainsFunc(b.c.members[in.x], func(w string) bool { return b.negators[w] })
	})
}

// finish builds the lexicon. A pattern is guarded by the rarest of the classes that it needs.
func (b *builder) finish() {
	lexicon := lexiconBuilder{c: b.c, starters: map[int32][]start{}, guards: map[int32]uint16{}, negators: b.negators}
	common := make([]int, len(b.c.members))
	for class, words := range b.c.members {
		for _, w := range words {
			if common[class]++; b.stop[w] {
				common[class] += 1000
			}
		}
		for _, union := range b.c.unions[class] {
			common[union] += common[class]
		}
	}
	for i := range b.l.patterns {
		p := &b.l.patterns[i]
		s := start{pattern: int32(i)}
		must := p.needs()
		slices.SortStableFunc(must, func(a, b int32) int { return cmp.Compare(common[a], common[b]) })
		for k := range s.guards {
			guard := must[min(k, len(must)-1)]
			if _, ok := lexicon.guards[guard]; !ok {
				lexicon.guards[guard] = uint16(len(lexicon.guards) % guardBits)
			}
			s.guards[k] = lexicon.guards[guard]
		}
		classes, _ := p.starts(0)
		for _, class := range classes {
			lexicon.starters[class] = append(lexicon.starters[class], s)
		}
	}
	b.l.lexicon = lexicon.build()
}

// ruleLines yields the lines of an embedded list without comments and blank ones.
func ruleLines(file string) iter.Seq[string] {
	b, err := ruleFiles.ReadFile(file)
	if err != nil {
		panic(err) // embedded data
	}
	return func(yield func(string) bool) {
		for l := range strings.Lines(string(b)) {
			if l = strings.TrimSpace(l); l != "" && l[0] != '#' && !yield(l) {
				return
			}
		}
	}
}
