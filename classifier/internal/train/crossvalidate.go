package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"sort"
	"strings"
	"sync"

	"heardback/classifier"
	"heardback/classifier/eval"
)

// version names the weights by what they are: the first hex digits of their hash.
func (m *weights) version() string {
	h := sha256.New()
	for f, name := range m.d.names {
		fmt.Fprintf(h, "%s %.3f\n", name, m.w[f])
	}
	for g, name := range m.d.grams {
		fmt.Fprintf(h, "%s %.2f\n", name, m.g[g])
	}
	return fmt.Sprintf("%x", h.Sum(nil))[:10]
}

// folds lists the groups that are held out together: each source once, and a fifth of the ordinary mail at a time.
func folds(d *dataset) [][]string {
	seen := map[string]bool{}
	for i := range d.samples {
		seen[d.samples[i].group] = true
	}
	family := func(g string) string {
		switch g {
		case "web", "horilla", "dfe", "itou", "lba", "opencats":
			return "hr"
		case "argus", "applictus":
			return "tests"
		}
		return g
	}
	joined := map[string][]string{}
	for g := range seen {
		joined[family(g)] = append(joined[family(g)], g)
	}
	var out [][]string
	for _, groups := range joined {
		sort.Strings(groups)
		out = append(out, groups)
	}
	sort.Slice(out, func(i, j int) bool { return out[i][0] < out[j][0] })
	return out
}

// fold is a model and the groups that it has not seen.
type fold struct {
	m    *weights
	held map[string]bool
}

// outside learns a model for each fold.
func outside(d *dataset) []fold {
	groups := folds(d)
	out := make([]fold, len(groups))
	var wg sync.WaitGroup
	for i := range groups {
		held := map[string]bool{}
		for _, g := range groups[i] {
			held[g] = true
		}
		wg.Go(func() { out[i] = fold{learn(d, held), held} })
	}
	wg.Wait()
	return out
}

// calibrate finds the temperature that makes the probabilities for sources unseen in training most likely.
func calibrate(d *dataset, out []fold) float64 {
	type prediction struct {
		logits  []float64
		allowed []int
		weight  float64
	}
	var all []prediction
	p := make([]float64, len(classifier.Kinds))
	for _, f := range out {
		m, held := f.m, f.held
		for i := range d.samples {
			if s := &d.samples[i]; held[s.group] && !s.row.Ambiguous {
				m.predictAll(s, p)
				logits := make([]float64, len(p))
				for k := range p {
					logits[k] = math.Log(math.Max(p[k], 1e-300))
				}
				all = append(all, prediction{logits, s.allowed, s.weight})
			}
		}
	}
	best, bestLoss := 1.0, math.Inf(1)
	for t := 0.7; t < 3.01; t += 0.05 {
		loss := 0.0
		for _, x := range all {
			sum, in := 0.0, 0.0
			for _, l := range x.logits {
				sum += math.Exp(l / t)
			}
			for _, k := range x.allowed {
				in += math.Exp(x.logits[k] / t)
			}
			loss -= x.weight * math.Log(math.Max(in/sum, 1e-12))
		}
		if loss < bestLoss {
			best, bestLoss = t, loss
		}
	}
	return best
}

// crossValidate classifies every row with weights that have not seen its source and prints the report of all of them.
func crossValidate(d *dataset, errors string) error {
	models := outside(d)
	temperature := calibrate(d, models)
	var rows, own []eval.Outcome
	ordinary := [4]int{}
	for _, x := range models {
		m, held := x.m, x.held
		var b, wording bytes.Buffer
		if err := m.write(&b, temperature); err != nil {
			return err
		}
		if err := m.writeWording(&wording); err != nil {
			return err
		}
		reader, err := classifier.NewReader(&b, wording.String())
		if err != nil {
			return err
		}
		for i := range d.samples {
			s := &d.samples[i]
			if !held[s.group] {
				continue
			}
			f := reader.Classify(s.message, classifier.Context{}, classifier.UserLayer{})
			if strings.HasPrefix(s.group, "ham") {
				ordinary[0]++
				if f.Accepted && f.Kind != classifier.Outreach && f.Kind != classifier.JobAlert {
					ordinary[1]++
				}
				if f.Ask {
					ordinary[2]++
				}
				if f.Accepted && (f.Kind == classifier.Outreach || f.Kind == classifier.JobAlert) {
					ordinary[3]++
				}
				if errors != "" && strings.HasPrefix(s.row.ID, errors) && (f.Ask || f.Accepted) {
					show(s, &f)
				}
				continue
			}
			if strings.HasPrefix(s.group, "own") {
				own = append(own, eval.Outcome{Row: s.row, Finding: f})
				continue
			}
			rows = append(rows, eval.Outcome{Row: s.row, Finding: f})
			if errors != "" && strings.HasPrefix(s.row.ID, errors) && eval.LabelOf(f.Kind) != s.row.Label {
				show(s, &f)
			}
		}
	}
	eval.Measure(rows).Text(os.Stdout)
	fmt.Println("\nour own messages, a fifth held out at a time:")
	report := eval.Measure(own)
	if errors == "" {
		report.Errors = nil
	}
	report.Text(os.Stdout)
	fmt.Printf("\nordinary mail, unseen: %d messages, %d accepted as an employer's event, %d asked, %d as outreach or alert\ntemperature %.2f\n", ordinary[0], ordinary[1], ordinary[2], ordinary[3], temperature)
	return nil
}

func show(s *sample, f *classifier.Finding) {
	body := s.row.Body
	if body == "" {
		body = s.message.Text
	}
	if len(body) > 700 {
		body = body[:700]
	}
	e, _ := json.Marshal(f.Evidence)
	fmt.Printf("## %s want %s got %s %.2f accepted=%v ask=%v lang=%s/%s amb=%v | %s\n%s\n%s\n%v\n", s.row.ID, s.row.Label, f.Kind, f.Confidence, f.Accepted, f.Ask, s.row.Lang, f.Language, s.row.Ambiguous, s.message.Subject, strings.Join(strings.Fields(body), " "), e, f.Alternatives)
}
