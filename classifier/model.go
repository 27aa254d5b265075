package classifier

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"sync"
)

// weightsFile holds the learned weights; docs/accuracy.md names the command that makes it.
const weightsFile = "rules/weights.txt"

// model is a multinomial logistic regression over named features.
type model struct {
	rules       *ruleSet
	weights     [][]float64 // by feature, by index in Kinds
	wording     *wordingModel
	temperature float64
	version     string
}

var kindIndex = func() map[Kind]int {
	t := make(map[Kind]int, len(Kinds))
	for i, k := range Kinds {
		t[k] = i
	}
	return t
}()

var shipped = sync.OnceValue(func() *model {
	m := newModel(rules(), shippedWording())
	f, err := ruleFiles.Open(weightsFile)
	if err != nil {
		return m
	}
	defer f.Close()
	if err := m.readWeights(f); err != nil {
		panic(weightsFile + ": " + err.Error()) // embedded data, held by a test
	}
	return m
})

// newModel returns a model whose weights are the priors of concepts.toml and structure.toml.
func newModel(r *ruleSet, wording *wordingModel) *model {
	m := &model{rules: r, wording: wording, temperature: 1, version: "priors"}
	m.weights = make([][]float64, r.featureCount())
	for f := range m.weights {
		m.weights[f] = r.prior(f)
	}
	return m
}

// prior returns the prior weights of feature f by kind.
func (r *ruleSet) prior(f int) []float64 {
	w := make([]float64, len(Kinds))
	put := func(t map[Kind]float64, factor float64) {
		for k, x := range t {
			if i, ok := kindIndex[k]; ok {
				w[i] = x * factor
			}
		}
	}
	n := len(r.concepts) * perConcept
	if f >= n {
		put(r.structure0[structural[f-n]], 1)
		return w
	}
	c := &r.concepts[f/perConcept]
	switch f % perConcept {
	case int(Decided):
		put(c.For, 1)
	case int(Hypothetical):
		put(c.If, 1)
	case int(Negated):
		put(c.Not, 1)
	default:
		put(c.For, 0.4)
	}
	return w
}

// scores fills out with the probability of each kind.
func (m *model) scores(s *sight, u UserLayer, out *[16]float64) {
	for i := range out {
		out[i] = 0
	}
	for _, f := range s.list {
		for k, w := range m.weights[f] {
			out[k] += w
		}
	}
	if len(u.Weights) > 0 {
		for _, f := range s.list {
			name := m.rules.featureName(int(f))
			for k, t := range u.Weights {
				out[kindIndex[k]] += t[name]
			}
		}
	}
	m.wording.weigh(s, out[:len(Kinds)])
	softmax(out[:len(Kinds)], m.temperature)
}

func softmax(x []float64, temperature float64) {
	top := math.Inf(-1)
	for _, v := range x {
		top = max(top, v)
	}
	sum := 0.0
	for i, v := range x {
		x[i] = math.Exp((v - top) / temperature)
		sum += x[i]
	}
	for i := range x {
		x[i] /= sum
	}
}

// readWeights reads lines "feature kind weight" after a head of "version …" and "temperature …".
func (m *model) readWeights(r io.Reader) error {
	index := map[string]int{}
	for f := range m.weights {
		index[m.rules.featureName(f)] = f
	}
	sc := bufio.NewScanner(r)
	for n := 1; sc.Scan(); n++ {
		fields := strings.Fields(sc.Text())
		switch {
		case len(fields) == 0 || fields[0][0] == '#':
			continue
		case len(fields) == 2 && fields[0] == "version":
			m.version = fields[1]
			continue
		case len(fields) == 2 && fields[0] == "temperature":
			t, err := strconv.ParseFloat(fields[1], 64)
			if err != nil || t <= 0 {
				return fmt.Errorf("line %d: bad temperature %q", n, fields[1])
			}
			m.temperature = t
			continue
		case len(fields) != 3:
			return fmt.Errorf("line %d: want feature, kind, weight", n)
		}
		f, ok := index[fields[0]]
		if !ok {
			return fmt.Errorf("line %d: no feature %q", n, fields[0])
		}
		k, ok := kindIndex[Kind(fields[1])]
		if !ok {
			return fmt.Errorf("line %d: no kind %q", n, fields[1])
		}
		w, err := strconv.ParseFloat(fields[2], 64)
		if err != nil {
			return fmt.Errorf("line %d: %w", n, err)
		}
		m.weights[f][k] = w
	}
	return sc.Err()
}
