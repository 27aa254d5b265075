package main

import (
	"fmt"
	"io"
	"math"
	"slices"
	"sort"
	"strings"

	"heardback/classifier"
	"heardback/classifier/eval"
)

// What the wording model learns: only what enough of our own messages hold, so that no name and no turn of the corpus is written. The pull
// holds weights near zero; those below leastWording are left out.
const (
	rareWording   = 3
	pullWording   = 0.1
	wordingRounds = 150
	wordingStep   = 0.5
	leastWording  = 0.15
)

// chooseGrams makes the grams of the samples so far those of the wording model.
func (d *dataset) chooseGrams() {
	count := map[string]int{}
	for _, names := range d.worded {
		for _, g := range names {
			count[g]++
		}
	}
	for g, n := range count {
		if n >= rareWording {
			d.grams = append(d.grams, g)
		}
	}
	sort.Strings(d.grams)
}

// countGrams gives each sample the grams that it holds.
func (d *dataset) countGrams() {
	index := make(map[string]int32, len(d.grams))
	for i, g := range d.grams {
		index[g] = int32(i)
	}
	for i := range d.samples {
		s := &d.samples[i]
		for _, name := range d.worded[i] {
			if g, ok := index[name]; ok {
				s.grams = append(s.grams, g)
			}
		}
		s.share = 1 / math.Sqrt(math.Max(1, float64(len(s.grams))))
	}
	d.worded = nil
}

// learnWording fits a multinomial logistic regression over the words alone, as if nothing else were known: beside features whose priors were
// made by looking at the same messages, words would learn nothing. Held names the groups to leave out.
func learnWording(d *dataset, held map[string]bool) [][]float64 {
	kinds, bias := len(classifier.Kinds), len(d.grams)
	w, grad, scale, p := table(bias+1, kinds), table(bias+1, kinds), table(bias+1, kinds), make([]float64, kinds)
	for round := range wordingRounds {
		for g := range grad {
			for k := range grad[g] {
				grad[g][k] = pullWording * w[g][k]
			}
		}
		clear(grad[bias])
		for i := range d.samples {
			s := &d.samples[i]
			if held[s.group] || s.weight == 0 {
				continue
			}
			d.predictWording(w, s, p)
			p[s.label]--
			for k := range p {
				grad[bias][k] += s.weight * p[k]
				p[k] *= s.weight * s.share
			}
			for _, g := range s.grams {
				for k, x := range p {
					grad[g][k] += x
				}
			}
		}
		rate := wordingStep / math.Sqrt(1+float64(round)*0.05)
		for g := range grad {
			for k, x := range grad[g] {
				if scale[g][k] += x * x; scale[g][k] > 0 {
					w[g][k] -= rate * x / math.Sqrt(scale[g][k])
				}
			}
		}
	}
	return w
}

// predictWording fills p with the probability of each kind by the words of s.
func (d *dataset) predictWording(w [][]float64, s *sample, p []float64) {
	copy(p, w[len(d.grams)])
	for _, g := range s.grams {
		for k, x := range w[g] {
			p[k] += s.share * x
		}
	}
	normalize(p)
}

// predictAll fills p with the probability of each kind by the features and the words, as the classifier puts them together.
func (m *weights) predictAll(s *sample, p []float64) {
	q := make([]float64, len(p))
	m.d.predictWording(m.g, s, q)
	m.predict(s, p)
	for k, kind := range classifier.Kinds {
		l := slices.Index(classifier.Kinds, classifier.Kind(eval.LabelOf(kind)))
		p[k] = math.Log(math.Max(p[k], 1e-300)) + classifier.WordingCounts*math.Log(math.Max(q[l], 1e-300))
	}
	normalize(p)
}

// writeWording writes the grams with weights that matter, as classifier/rules/wording.txt.
func (m *weights) writeWording(w io.Writer) error {
	if _, err := fmt.Fprintf(w, "# Learned weights of words, beginnings of words and pairs of words by kind. Made by classifier/internal/train; see docs/accuracy.md.\n"); err != nil {
		return err
	}
	for g, name := range append(slices.Clone(m.d.grams), "") {
		var pairs []string
		for k, x := range m.g[g] {
			if math.Abs(x) >= leastWording {
				pairs = append(pairs, fmt.Sprintf("%s:%.2f", classifier.Kinds[k], x))
			}
		}
		if len(pairs) == 0 {
			continue
		}
		if _, err := fmt.Fprintf(w, "%s\t%s\n", name, strings.Join(pairs, " ")); err != nil {
			return err
		}
	}
	return nil
}
