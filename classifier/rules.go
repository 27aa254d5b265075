package classifier

import (
	"embed"
	"fmt"
	"path"
	"sort"
	"strings"
	"sync"

	"github.com/BurntSushi/toml"
)

//go:embed rules/*.toml rules/weights.txt
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
	name     string
	lexicon  *lexicon
	patterns []pattern
}

// languageFile is rules/<code>.toml as written; docs/languages.md explains each table.
type languageFile struct {
	Code     string
	Name     string
	Stop     string
	Negators string
	Words    map[string]string
	Mood     struct{ If, Whole, Polite []string }
	Concepts map[string][]string
}

// ruleSet is everything that rules/ says.
type ruleSet struct {
	concepts  []concept
	byName    map[string]int32
	languages []*language
	stop      map[string]uint64 // function word → languages, by bit
	names     []string          // code per bit of stop; the compiled languages first
	// structure0 is the prior of rules/structure.toml by structural feature.
	structure0 map[string]map[Kind]float64
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
	var others struct{ Stop map[string]string }
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

func foldWord(s string) string {
	var b []byte
	for _, c := range s {
		b = appendBase(b, c)
	}
	return string(b)
}

func (r *ruleSet) loadLanguage(code string) error {
	name := path.Join("rules", code+".toml")
	var f languageFile
	if err := decode(name, &f); err != nil {
		return err
	}
	r.stopWords(code, f.Stop)
	l := &language{code: code, name: f.Name}
	for k, v := range f.Words {
		f.Words[k] = foldWord(v)
	}
	c := newCompiler(f.Words)
	negators := map[string]bool{}
	for _, w := range strings.Fields(f.Negators) {
		negators[foldWord(w)] = true
	}
	add := func(concept int32, sources []string) error {
		for _, src := range sources {
			p, err := c.compile(foldWord(src))
			if err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
			p.concept = concept
			for _, in := range p.code {
				if in.op == opWord {
					for _, w := range c.members[in.x] {
						p.own = p.own || negators[w]
					}
				}
			}
			l.patterns = append(l.patterns, p)
		}
		return nil
	}
	if err := add(moodIf, f.Mood.If); err != nil {
		return err
	}
	if err := add(moodWhole, f.Mood.Whole); err != nil {
		return err
	}
	if err := add(moodPolite, f.Mood.Polite); err != nil {
		return err
	}
	keys := make([]string, 0, len(f.Concepts))
	for k := range f.Concepts {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	for _, k := range keys {
		id, ok := r.byName[k]
		if !ok {
			return fmt.Errorf("%s: no concept %q in concepts.toml", name, k)
		}
		if err := add(id, f.Concepts[k]); err != nil {
			return err
		}
	}
	starters := map[int32][]int32{}
	for i := range l.patterns {
		for _, class := range l.patterns[i].starts() {
			starters[class] = append(starters[class], int32(i))
		}
	}
	l.lexicon = buildLexicon(c.members, starters, negators)
	r.languages = append(r.languages, l)
	return nil
}
