package classifier

import (
	"strings"
	"testing"
)

func TestRulesLoad(t *testing.T) {
	r, err := loadRules()
	if err != nil {
		t.Fatal(err)
	}
	m := newModel(r, shippedWording())
	f, err := ruleFiles.Open(weightsFile)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := m.readWeights(f); err != nil {
		t.Fatal(err)
	}
	for i := range m.weights { // training keeps the signs
		for k, prior := range r.prior(i) {
			if prior*m.weights[i][k] < 0 {
				t.Errorf("%s %s: prior %g, weight %g", r.featureName(i), Kinds[k], prior, m.weights[i][k])
			}
		}
	}
	for _, lazy := range r.languages {
		l := lazy.rules()
		seen := map[int32]bool{}
		for _, p := range l.patterns {
			seen[p.concept] = true
		}
		for _, need := range []string{"received", "decided-no", "others-chosen", "invite", "test-do", "offer-made", "on-hold", "filled", "unfinished", "came-across", "job-list"} {
			if !seen[r.byName[need]] {
				t.Errorf("%s: no pattern for %s", l.code, need)
			}
		}
		if len(l.own.patterns) == 0 {
			t.Errorf("%s: nothing for the user's own mail", l.code)
		}
	}
	for name := range r.structure0 {
		if _, ok := structuralIndex[name]; !ok {
			t.Errorf("structure.toml: no feature %q", name)
		}
	}
}

func TestPatterns(t *testing.T) {
	macros := map[string]string{"job": "position|role", "num": "1*|2*"}
	for _, x := range []struct {
		pattern, text string
		want          bool
	}{
		{"we (decided|chose) not to", "we chose not to", true},
		{"we decided not", "we have decided not", false},
		{"invit* _2 interview", "invitation to the interview", true},
		{"invit* _2 interview", "invitation to the very first interview", false},
		{"(very )*good <job>", "very very good role", true},
		{"(very )+good <job>", "good role", false},
		{"the? <job>", "position", true},
		{"^hello", "oh hello", false},
		{"<num> (new )?jobs", "12 new jobs", true},
		{"can not make it", "I can't make it", true},
		{"did not make it", "I did n't make it", true}, // as some programs cut words
		{"will not", "we won’t", true},
		{"we can not offer", "we cannot offer", true},
		{"i did not", "I didnt", true},
		{"a _ c", "a b c", true},
		{"a c", "a. C", false},
	} {
		c := newCompiler(macros)
		b := builder{c: c, l: &language{yields: make([]bool, 1), refuses: make([]bool, 1)}}
		b.add(0, []string{x.pattern})
		if b.err != nil {
			t.Fatal(b.err)
		}
		b.finish()
		var tx text
		tx.read("", x.text)
		m := matcher{t: &tx, lang: b.l}
		if got := len(m.find(nil)) > 0; got != x.want {
			t.Errorf("%q on %q: got %v, want %v", x.pattern, x.text, got, x.want)
		}
	}
	for _, bad := range []string{"(a", "a <no>", "_3 a", "a)", "a <x"} {
		if _, err := newCompiler(macros).compile(bad); err == nil {
			t.Errorf("%q: no error", bad)
		}
	}
}

func TestSentences(t *testing.T) {
	var tx text
	tx.read("Subject here", "First sentence\nwrapped over lines because it is long enough to. Second one! Third?\n\n- item one\n- item two")
	if got, want := len(tx.sents), 6; got != want {
		t.Errorf("got %d sentences, want %d", got, want)
	}
	if got := tx.quote(0, 1); !strings.HasPrefix(got, "Subject") {
		t.Errorf("quote %q", got)
	}
}
