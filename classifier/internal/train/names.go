package main

import (
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"heardback/classifier"
	"heardback/classifier/eval"
)

// How the choice of names is learned.
const (
	namesPull   = 0.02 // how strongly each weight is held near zero
	namesRounds = 1500
	namesStep   = 0.3
	namesReal   = 8   // what a row of the corpus, which is real mail, weighs beside one of our own
	namesBare   = 1.0 // what one of our own weighs without its sender
	namesSilent = 0.3 // what one weighs that names nobody
)

// choice is one message: the options for a name, which of them are right, and whether saying nothing is.
type choice struct {
	row     eval.Row
	of      string
	group   string
	options []named
	right   []bool
	nothing bool // the text names none
	weight  float64
}

// named is an option with what is seen of it, without the zeros.
type named struct {
	name string
	f    []int
	x    []float64
}

func sparse(options []classifier.Option) []named {
	out := make([]named, len(options))
	for i, o := range options {
		out[i].name = o.Name
		for f, x := range o.Seen {
			if x != 0 {
				out[i].f, out[i].x = append(out[i].f, f), append(out[i].x, x)
			}
		}
	}
	return out
}

func (o *named) score(w []float64) float64 {
	sum := 0.0
	for k, f := range o.f {
		sum += w[f] * o.x[k]
	}
	return sum
}

// runNames learns by which the employer's name and the role are chosen among the options, and writes rules/names.txt.
func runNames(corpus, examples, out string, cv bool, also, errors string) error {
	rows, err := namesRows(corpus, examples)
	if err != nil {
		return err
	}
	var tests [][]choice
	employers, roles := choices(rows)
	if also != "" {
		for _, f := range filepath.SplitList(also) {
			extra, err := readGroup(f, filepath.Base(filepath.Dir(f)))
			if err != nil {
				return err
			}
			e, r := choices(extra)
			tests = append(tests, e, r)
		}
	}
	en, rn := classifier.OptionFeatures()
	if cv {
		for i, set := range [][]choice{employers, roles} {
			fmt.Println([]string{"employer", "role"}[i])
			crossValidateNames(set, []int{len(en), len(rn)}[i], errors)
		}
	}
	we, wr := learnNames(employers, len(en), nil), learnNames(roles, len(rn), nil)
	for i, t := range tests {
		w := [][]float64{we, wr}[i%2]
		hits, reach := measureNames(t, w, errors)
		fmt.Printf("%s %s: %d of %d, among the options %d\n", t[0].group, []string{"employer", "role"}[i%2], hits, len(t), reach)
	}
	if cv {
		return nil
	}
	f, err := os.Create(filepath.Clean(out))
	if err != nil {
		return err
	}
	if err := writeNames(f, en, we, rn, wr); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

type groupedRow struct {
	row   eval.Row
	group string
	bare  bool // the same without its sender
}

func readGroup(file, group string) ([]groupedRow, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	rows, err := eval.ReadRows(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	var out []groupedRow
	for _, r := range rows {
		if r.Own {
			continue
		}
		g := group
		if g == "" {
			g, _, _ = strings.Cut(r.ID, "-")
		}
		out = append(out, groupedRow{row: r, group: g})
	}
	return out, nil
}

func namesRows(corpus, examples string) ([]groupedRow, error) {
	var out []groupedRow
	files, err := exampleFiles(examples)
	if err != nil {
		return nil, err
	}
	for _, f := range files {
		rows, err := readGroup(f, "own-"+strings.TrimSuffix(filepath.Base(f), ".jsonl"))
		if err != nil {
			return nil, err
		}
		out = append(out, rows...)
	}
	if corpus == "" {
		return out, nil
	}
	rows, err := readGroup(filepath.Join(corpus, "jobmail.jsonl"), "")
	return append(out, rows...), err
}

// choices makes of each row that says what is right a choice of employer and of role.
func choices(rows []groupedRow) (employers, roles []choice) {
	job := map[string]bool{"confirmation": true, "interview": true, "assessment": true, "rejection": true, "offer": true, "info_request": true}
	for i := range rows { // the same without the sender, where the text names the employer
		if r := rows[i]; strings.HasPrefix(r.group, "own") && r.row.From != "" && r.row.Employer != "" && strings.Contains(classifier.FoldName(r.row.Subject+" "+r.row.Body), classifier.FoldName(r.row.Employer)) {
			r.row.From, r.bare = "", true
			rows = append(rows, r)
		}
	}
	for _, r := range rows {
		es, rs := classifier.Options(r.row.Message(), classifier.Context{}, r.row.Employer)
		for i, right := range []string{r.row.Employer, r.row.Role} {
			fold, options, shown := classifier.FoldName, es, r.row.EmployerInText
			if i == 1 {
				fold, options, shown = classifier.FoldRole, rs, r.row.RoleInText
			}
			c := choice{of: []string{"employer", "role"}[i], row: r.row, group: r.group, options: sparse(options), weight: 1}
			if right == "" || shown != nil && !*shown {
				if right != "" || !job[r.row.Label] || !strings.HasPrefix(r.group, "own") {
					continue // what is not labelled may still be there
				}
				c.nothing, c.weight = true, namesSilent
			}
			if !strings.HasPrefix(r.group, "own") {
				c.weight *= namesReal
			}
			if r.bare {
				c.weight *= namesBare
			}
			for _, o := range options {
				c.right = append(c.right, right != "" && fold(o.Name) == fold(right))
			}
			if i == 0 {
				employers = append(employers, c)
			} else {
				roles = append(roles, c)
			}
		}
	}
	return employers, roles
}

// learnNames fits a conditional logit over the options of each choice and the option to say nothing, whose worth is zero.
func learnNames(set []choice, features int, held map[string]bool) []float64 {
	w, grad, scale := make([]float64, features), make([]float64, features), make([]float64, features)
	w[0] = 1
	for round := range namesRounds {
		for f := range grad {
			grad[f] = namesPull * w[f]
		}
		for i := range set {
			c := &set[i]
			if held[c.group] {
				continue
			}
			p, q := shares(c, w)
			if q == nil {
				continue // what is right is not among the options
			}
			for j := range c.options {
				o, d := &c.options[j], c.weight*(p[j]-q[j])
				for k, f := range o.f {
					grad[f] += d * o.x[k]
				}
			}
		}
		for f, g := range grad {
			scale[f] += g * g
			w[f] -= namesStep / math.Sqrt(1+float64(round)*0.02) * g / (math.Sqrt(scale[f]) + 1e-9)
		}
	}
	return w
}

// shares returns the probabilities of the options, and those among the right ones, nil if none is.
func shares(c *choice, w []float64) (p, q []float64) {
	p, q = make([]float64, len(c.options)), make([]float64, len(c.options))
	top := 0.0
	for j := range c.options {
		p[j] = c.options[j].score(w)
		top = math.Max(top, p[j])
	}
	sum, in := math.Exp(-top), 0.0
	for j := range p {
		p[j] = math.Exp(p[j] - top)
		sum += p[j]
		if c.right[j] {
			in += p[j]
		}
	}
	if in == 0 && !c.nothing {
		return p, nil
	}
	for j := range p {
		if c.right[j] {
			q[j] = p[j] / in
		}
		p[j] /= sum
	}
	return p, q
}

// measureNames counts where the best option is right, and where a right one is among them. It prints the wrong ones whose id begins with errors.
func measureNames(set []choice, w []float64, errors string) (hits, reach int) {
	for i := range set {
		c := &set[i]
		best, top := -1, 0.0
		any := c.nothing
		for j := range c.options {
			sum := c.options[j].score(w)
			if sum > top {
				best, top = j, sum
			}
			any = any || c.right[j]
		}
		if any {
			reach++
		}
		if best >= 0 && c.right[best] || best < 0 && c.nothing {
			hits++
		} else if errors != "" && strings.HasPrefix(c.row.ID, errors) {
			said := ""
			if best >= 0 {
				said = c.options[best].name
			}
			fmt.Printf("%s %s want %q %q (among %v) said %q | %s | %s\n", c.row.ID, c.of, c.row.Employer, c.row.Role, any, said, c.row.From, c.row.Subject)
		}
	}
	return hits, reach
}

func crossValidateNames(set []choice, features int, errors string) {
	groups := map[string][]choice{}
	for _, c := range set {
		if !c.nothing {
			groups[c.group] = append(groups[c.group], c)
		}
	}
	var names []string
	for g := range groups {
		names = append(names, g)
	}
	sort.Strings(names)
	for _, g := range names {
		w := learnNames(set, features, map[string]bool{g: true})
		hits, reach := measureNames(groups[g], w, errors)
		fmt.Printf("  %-12s %d of %d, among the options %d\n", g, hits, len(groups[g]), reach)
	}
}

func writeNames(dst io.Writer, en []string, we []float64, rn []string, wr []float64) error {
	if _, err := fmt.Fprintln(dst, "# Learned weights by which the employer's name and the role are chosen. Made by classifier/internal/train -names; see docs/accuracy.md."); err != nil {
		return err
	}
	for i, names := range [][]string{en, rn} {
		for f, name := range names {
			if strings.HasSuffix(name, "known") {
				continue // single messages do not show it
			}
			if _, err := fmt.Fprintf(dst, "%s %s %.3f\n", []string{"employer", "role"}[i], name, [][]float64{we, wr}[i][f]); err != nil {
				return err
			}
		}
	}
	return nil
}
