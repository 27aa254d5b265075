package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"

	"heardback/classifier"
	"heardback/classifier/eval"
	"heardback/mailbox"
)

// sample is one training row: its features, the kinds that its label allows, and its weight.
type sample struct {
	row      eval.Row
	group    string // source group: what is held out together
	features []int
	grams    []int32 // of the wording model
	share    float64 // how much each of them counts
	allowed  []int   // indices into classifier.Kinds
	label    int     // the one of them that is called like the label
	weight   float64
	message  *mailbox.Message
}

// dataset is everything that is learned from, in a fixed order.
type dataset struct {
	names  []string       // features
	index  map[string]int // by name
	priors [][]float64
	// structural marks the features that are no phrases.
	structural []bool
	samples    []sample
	grams      []string // of the wording model
	worded     [][]string
}

// Weights of the sources: ordinary mail is plenty, ambiguous rows count half.
const (
	weightOwn       = 1.0
	weightRow       = 1.0
	weightAmbiguous = 0.5
	weightHam       = 0.25
)

// ownFolds is how many parts of our own messages are held out one after the other. A part is what stands together in its file, so that most of what
// one hand wrote is held out together.
const ownFolds = 5

func load(corpus, examples string) (*dataset, error) {
	d := &dataset{index: map[string]int{}}
	priors := classifier.Priors()
	for name := range priors {
		d.names = append(d.names, name)
	}
	sort.Strings(d.names)
	for i, name := range d.names {
		d.index[name] = i
		d.priors = append(d.priors, priors[name])
		d.structural = append(d.structural, name == "bias" || strings.Contains(name, "."))
	}
	files, err := exampleFiles(examples)
	if err != nil {
		return nil, err
	}
	for _, f := range files {
		if err := d.rows(f, "own", weightOwn); err != nil {
			return nil, err
		}
	}
	d.chooseGrams()
	if corpus == "" {
		d.countGrams()
		return d, nil
	}
	if err := d.rows(filepath.Join(corpus, "jobmail.jsonl"), "", weightRow); err != nil {
		return nil, err
	}
	for _, folder := range []string{"ham", "spam"} {
		if err := d.ordinary(corpus, folder); err != nil {
			return nil, err
		}
	}
	d.countGrams()
	return d, nil
}

// exampleFiles lists the files of our own messages in the folders, in a fixed order.
func exampleFiles(folders string) ([]string, error) {
	var files []string
	for _, folder := range filepath.SplitList(folders) {
		some, err := filepath.Glob(filepath.Join(folder, "*.jsonl"))
		if err != nil {
			return nil, err
		}
		sort.Strings(some)
		files = append(files, some...)
	}
	return files, nil
}

func (d *dataset) rows(file, group string, weight float64) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	rows, err := eval.ReadRows(f)
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	for i, r := range rows {
		if r.Own {
			continue
		}
		s := sample{row: r, group: group, weight: weight, message: r.Message()}
		if group == "" {
			s.group, _, _ = strings.Cut(r.ID, "-")
		} else {
			s.group = fmt.Sprintf("%s%d", group, i*ownFolds/len(rows))
		}
		if r.Ambiguous {
			s.weight *= weightAmbiguous
		}
		for k, kind := range classifier.Kinds {
			if r.Kind == string(kind) || r.Kind == "" && eval.LabelOf(kind) == r.Label {
				s.allowed = append(s.allowed, k)
			}
		}
		s.label = slices.Index(classifier.Kinds, classifier.Kind(r.Label))
		if len(s.allowed) == 0 {
			return fmt.Errorf("%s: row %s: unknown label %q", file, r.ID, r.Label)
		}
		d.add(s)
	}
	return nil
}

// ordinary reads the raw messages of a folder, all of which are to be left alone. One file in five is held out by its
// number, as group "ham-test", in cross-validation.
func (d *dataset) ordinary(corpus, folder string) error {
	names, err := filepath.Glob(filepath.Join(corpus, folder, "*"))
	if err != nil {
		return err
	}
	sort.Strings(names)
	for i, name := range names {
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		m, err := mailbox.Parse(f, mailbox.Options{})
		f.Close()
		if err != nil {
			continue
		}
		s := sample{group: fmt.Sprintf("ham%d", i%5), weight: weightHam, message: &m}
		s.row = eval.Row{ID: folder + "-" + filepath.Base(name), Label: "other", Real: folder}
		s.label = slices.Index(classifier.Kinds, classifier.Other)
		s.allowed = []int{s.label}
		d.add(s)
	}
	return nil
}

func (d *dataset) add(s sample) {
	for _, f := range classifier.Features(s.message, classifier.Context{}) {
		s.features = append(s.features, d.index[f.Name])
	}
	sort.Ints(s.features)
	if unknown := d.index["language.unknown"]; len(s.features) < 8 && slices.Contains(s.features, unknown) && !strings.HasPrefix(s.group, "own") {
		s.weight = 0 // nothing to learn from a text that no rules read
	}
	d.samples = append(d.samples, s)
	d.worded = append(d.worded, classifier.Wording(s.message, classifier.Context{}))
}
