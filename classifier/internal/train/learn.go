package main

import (
	"fmt"
	"io"
	"math"

	"heardback/classifier"
)

// How training is held near the priors: the strength of the pull for weights that have a prior and for those that have none.
const (
	pullPrior = 0.6
	pullNone  = 2.5
	moveBase  = 0.4 // how far a weight may move at most: the base, and a share of its prior
	moveShare = 0.6
	rounds    = 400
	step      = 0.5
)

// weights is a learned model, by feature and kind.
type weights struct {
	d *dataset
	w [][]float64
	g [][]float64 // of the wording model, by gram and kind; the last row is the bias
}

// learn fits a multinomial logistic regression by maximum a posteriori estimation: Gaussian priors around the priors of the
// rules, signs kept, by proximal gradient steps with per-weight scaling. A row that its label leaves between several kinds (a filled
// position among rejections) counts by the sum of their probabilities. Held names the groups to leave out.
func learn(d *dataset, held map[string]bool) *weights {
	kinds := len(classifier.Kinds)
	m := &weights{d: d, g: learnWording(d, held)}
	grad := make([][]float64, len(d.names))
	scale := make([][]float64, len(d.names))
	for f := range d.names {
		m.w = append(m.w, append([]float64{}, d.priors[f]...))
		grad[f] = make([]float64, kinds)
		scale[f] = make([]float64, kinds)
	}
	p, q := make([]float64, kinds), make([]float64, kinds)
	for round := range rounds {
		for f := range grad {
			for k := range grad[f] {
				grad[f][k] = m.pull(f, k) * (m.w[f][k] - d.priors[f][k])
			}
		}
		for i := range d.samples {
			s := &d.samples[i]
			if held[s.group] {
				continue
			}
			m.posterior(s, p, q)
			for _, f := range s.features {
				for k := range p {
					grad[f][k] += s.weight * (p[k] - q[k])
				}
			}
		}
		for f := range grad {
			for k, g := range grad[f] {
				if m.d.priors[f][k] == 0 && m.d.structural[f] {
					continue // what is known beside the words says only what its prior names
				}
				scale[f][k] += g * g
				if scale[f][k] == 0 {
					continue
				}
				m.w[f][k] = m.lawful(f, k, m.w[f][k]-step/math.Sqrt(1+float64(round)*0.02)*g/(math.Sqrt(scale[f][k])+1e-9))
			}
		}
	}
	return m
}

func (m *weights) pull(f, k int) float64 {
	if m.d.priors[f][k] == 0 {
		return pullNone
	}
	return pullPrior
}

// lawful keeps a weight's sign and its distance from the prior.
func (m *weights) lawful(f, k int, w float64) float64 {
	prior := m.d.priors[f][k]
	reach := moveBase + moveShare*math.Abs(prior)
	w = math.Max(prior-reach, math.Min(prior+reach, w))
	switch {
	case prior > 0:
		return math.Max(w, 0.2*prior)
	case prior < 0:
		return math.Min(w, 0.2*prior)
	}
	return w
}

// posterior fills p with the model's probabilities and q with those among the kinds that the label allows.
func (m *weights) posterior(s *sample, p, q []float64) {
	m.predict(s, p)
	sum := 0.0
	for k := range q {
		q[k] = 0
	}
	for _, k := range s.allowed {
		sum += p[k]
	}
	for _, k := range s.allowed {
		q[k] = p[k] / math.Max(sum, 1e-12)
	}
}

func (m *weights) predict(s *sample, p []float64) {
	for k := range p {
		p[k] = 0
	}
	for _, f := range s.features {
		for k, w := range m.w[f] {
			p[k] += w
		}
	}
	normalize(p)
}

// normalize makes probabilities of log-odds.
func normalize(p []float64) {
	top := math.Inf(-1)
	for _, x := range p {
		top = math.Max(top, x)
	}
	sum := 0.0
	for k, x := range p {
		p[k] = math.Exp(x - top)
		sum += p[k]
	}
	for k := range p {
		p[k] /= sum
	}
}

// write writes the weights that are not zero, in the order of the feature names.
func (m *weights) write(w io.Writer, temperature float64) error {
	if _, err := fmt.Fprintf(w, "# Learned weights: feature, kind, log-odds. Made by classifier/internal/train; see docs/accuracy.md.\nversion %s\ntemperature %.3f\n", m.version(), temperature); err != nil {
		return err
	}
	for f, name := range m.d.names {
		for k, x := range m.w[f] {
			if prior := m.d.priors[f][k]; math.Abs(x) < 0.005 && prior == 0 {
				continue
			}
			if _, err := fmt.Fprintf(w, "%s %s %.3f\n", name, classifier.Kinds[k], x); err != nil {
				return err
			}
		}
	}
	return nil
}
