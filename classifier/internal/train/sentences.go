package main

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"

	"heardback/classifier"
)

// How the sentence model is learned: grams seen less often than rare are left out, the pull holds weights near zero, and what is
// smaller than least in the end is not written.
const (
	rare           = 2
	sentencePull   = 0.8
	sentenceRounds = 150
	sentenceStep   = 0.5
	least          = 0.06
)

// sentence is one line of the project's labelled sentences.
type sentence struct {
	label int
	text  string
	grams []int
}

// readSentences reads "meaning<TAB>sentence" lines from every .tsv file of the folder.
func readSentences(folder string) ([]sentence, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.tsv"))
	if err != nil {
		return nil, err
	}
	sort.Strings(files)
	var all []sentence
	for _, name := range files {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		sc := bufio.NewScanner(f)
		for n := 1; sc.Scan(); n++ {
			label, text, ok := strings.Cut(sc.Text(), "\t")
			k := slices.Index(classifier.Meanings, label)
			if !ok || k < 0 {
				f.Close()
				return nil, fmt.Errorf("%s:%d: want a meaning, a tab and a sentence", name, n)
			}
			all = append(all, sentence{label: k, text: text})
		}
		f.Close()
		if err := sc.Err(); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	return all, nil
}

// sentenceWeights is a learned sentence model.
type sentenceWeights struct {
	names []string
	w     [][]float64 // by gram and meaning; the last row is the bias
}

// learnSentences fits a multinomial logistic regression with a Gaussian prior around zero by proximal-free AdaGrad over the
// whole set; nothing is random.
func learnSentences(set []sentence) *sentenceWeights {
	count := map[string]int{}
	for _, s := range set {
		for _, g := range unique(classifier.Grams(s.text)) {
			count[g]++
		}
	}
	m := &sentenceWeights{}
	for g, n := range count {
		if n >= rare {
			m.names = append(m.names, g)
		}
	}
	sort.Strings(m.names)
	index := make(map[string]int, len(m.names))
	for i, g := range m.names {
		index[g] = i
	}
	kinds, bias := len(classifier.Meanings), len(m.names)
	for i := range set {
		set[i].grams = set[i].grams[:0]
		for _, g := range classifier.Grams(set[i].text) {
			if j, ok := index[g]; ok {
				set[i].grams = append(set[i].grams, j)
			}
		}
		set[i].grams = append(set[i].grams, bias)
	}
	m.w = table(bias+1, kinds)
	scale, grad, p := table(bias+1, kinds), table(bias+1, kinds), make([]float64, kinds)
	for round := range sentenceRounds {
		for f := range grad {
			for k := range grad[f] {
				grad[f][k] = sentencePull * m.w[f][k]
			}
		}
		for i := range set {
			m.predict(set[i].grams, p)
			p[set[i].label]--
			for _, f := range set[i].grams {
				for k, d := range p {
					grad[f][k] += d
				}
			}
		}
		rate := sentenceStep / math.Sqrt(1+float64(round)*0.05)
		for f := range grad {
			for k, g := range grad[f] {
				scale[f][k] += g * g
				if scale[f][k] > 0 {
					m.w[f][k] -= rate * g / (math.Sqrt(scale[f][k]) + 1e-9)
				}
			}
		}
	}
	return m
}

func table(rows, columns int) [][]float64 {
	t := make([][]float64, rows)
	for i := range t {
		t[i] = make([]float64, columns)
	}
	return t
}

func unique(grams []string) []string {
	sort.Strings(grams)
	return slices.Compact(grams)
}

func (m *sentenceWeights) predict(grams []int, p []float64) {
	clear(p)
	for _, f := range grams {
		for k, w := range m.w[f] {
			p[k] += w
		}
	}
	softmax(p)
}

func softmax(p []float64) {
	top, sum := slices.Max(p), 0.0
	for k, x := range p {
		p[k] = math.Exp(x - top)
		sum += p[k]
	}
	for k := range p {
		p[k] /= sum
	}
}

// write writes a line for each gram; see rules/sentences.txt.
func (m *sentenceWeights) write(w io.Writer) error {
	b := bufio.NewWriter(w)
	fmt.Fprintln(b, "# Weights of the sentence model: gram, tab, meaning:log-odds. The line without a gram is the bias. Made by classifier/internal/train.")
	for f, row := range m.w {
		name := ""
		if f < len(m.names) {
			name = m.names[f]
		}
		var pairs []string
		for k, x := range row {
			if math.Abs(x) >= least {
				pairs = append(pairs, fmt.Sprintf("%s:%.2f", classifier.Meanings[k], x))
			}
		}
		if len(pairs) > 0 {
			fmt.Fprintf(b, "%s\t%s\n", name, strings.Join(pairs, " "))
		}
	}
	return b.Flush()
}

// crossValidateSentences prints how well each fifth of the sentences is read by a model of the other four.
func crossValidateSentences(set []sentence) {
	const folds = 5
	kinds := len(classifier.Meanings)
	confusion := table(kinds, kinds)
	right, sure, surelyRight := 0, 0, 0
	p := make([]float64, kinds)
	for fold := range folds {
		var train []sentence
		for i, s := range set {
			if i%folds != fold {
				train = append(train, s)
			}
		}
		m := learnSentences(train)
		index := map[string]int{}
		for i, g := range m.names {
			index[g] = i
		}
		for i := fold; i < len(set); i += folds {
			grams := []int{len(m.names)}
			for _, g := range classifier.Grams(set[i].text) {
				if j, ok := index[g]; ok {
					grams = append(grams, j)
				}
			}
			m.predict(grams, p)
			best := slices.Index(p, slices.Max(p))
			confusion[set[i].label][best]++
			if best == set[i].label {
				right++
			}
			if p[best] >= 0.8 {
				sure++
				if best == set[i].label {
					surelyRight++
				}
			}
		}
	}
	fmt.Printf("sentences: %d, right %.3f; plainly %.3f of them, of which right %.3f\n", len(set), float64(right)/float64(len(set)), float64(sure)/float64(len(set)), float64(surelyRight)/float64(max(sure, 1)))
	for k, row := range confusion {
		n := 0.0
		for _, x := range row {
			n += x
		}
		fmt.Printf("  %-10s %5.0f  recall %.3f ", classifier.Meanings[k], n, row[k]/math.Max(n, 1))
		for j, x := range row {
			if j != k && x >= 0.04*n && x > 1 {
				fmt.Printf(" %s %.0f", classifier.Meanings[j], x)
			}
		}
		fmt.Println()
	}
}
