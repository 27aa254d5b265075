package eval

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
	"sort"

	"heardback/classifier"
)

// Options of a run.
type Options struct {
	Predictions io.Writer // nil: none; else a JSON line per row
	Errors      bool      // keep the wrong rows with their evidence in the report
	// Reader classifies; nil means the shipped weights.
	Reader *classifier.Reader
}

// Outcome is a row and what the classifier said of it.
type Outcome struct {
	Row     Row
	Finding classifier.Finding
}

// Score is precision, recall and F1 of one label.
type Score struct {
	Label     string  `json:"label"`
	Precision float64 `json:"precision"`
	Recall    float64 `json:"recall"`
	F1        float64 `json:"f1"`
	Support   int     `json:"support"`
	Predicted int     `json:"predicted"`
	Hits      int     `json:"hits"`
}

// Part is the measure of one part of the rows: all, one origin, one language.
type Part struct {
	Name string `json:"name"`
	Rows int    `json:"rows"`
	// Labels are the nine labels of the rows. MacroF1 is over those with a support of at least 10; Groups and GroupF1 are
	// the same over confirmation, interview, rejection and what is left alone.
	Labels   []Score `json:"labels"`
	MacroF1  float64 `json:"macro_f1"`
	Groups   []Score `json:"groups"`
	GroupF1  float64 `json:"group_f1"`
	Accuracy float64 `json:"accuracy"`
	// Asked is the share of rows that become a question. Settled is the share of right labels, with outreach, job_alert and
	// other as one, among the rows that do not; Accepted that among the accepted findings alone.
	Asked          float64 `json:"asked"`
	Settled        float64 `json:"settled_precision"`
	SettledRows    int     `json:"settled_rows"`
	Accepted       float64 `json:"accepted_precision"`
	AcceptedRows   int     `json:"accepted_rows"`
	Dangerous      int     `json:"dangerous"` // accepted rejections, interviews and offers taken for another of the three
	ECE            float64 `json:"ece"`
	Employer       Match   `json:"employer"`
	Role           Match   `json:"role"`
	Contact        Match   `json:"contact"`
	Window         Match   `json:"window"`
	FalseWindows   int     `json:"false_windows"` // rows whose timeline is marked as no promise, with a window all the same
	UnpromisedRows int     `json:"unpromised_rows"`
}

// Match counts exact matches, case and legal form folded, among the rows that name a value visible in the text.
type Match struct {
	Hits int `json:"hits"`
	Rows int `json:"rows"`
}

// Share is Hits / Rows, 0 without rows.
func (m Match) Share() float64 { return ratio(m.Hits, m.Rows) }

// Error is a row whose label was missed.
type Error struct {
	ID         string                `json:"id"`
	Want       string                `json:"want"`
	Got        string                `json:"got"`
	Confidence float64               `json:"confidence"`
	Accepted   bool                  `json:"accepted"`
	Ask        bool                  `json:"ask"`
	Subject    string                `json:"subject"`
	Evidence   []classifier.Evidence `json:"evidence"`
}

// Report is everything that a run measured. Rows marked ambiguous are scored apart.
type Report struct {
	Rules     string                    `json:"rules"`
	All       Part                      `json:"all"`
	ByOrigin  []Part                    `json:"by_origin"`
	ByLang    []Part                    `json:"by_language"`
	Ambiguous Part                      `json:"ambiguous"`
	Confusion map[string]map[string]int `json:"confusion"` // label → predicted → rows
	Errors    []Error                   `json:"errors,omitempty"`
}

// Labels are the labels of the rows, in the order of reports.
var Labels = []string{"confirmation", "interview", "assessment", "rejection", "offer", "info_request", "outreach", "job_alert", "other"}

var groups = []string{"confirmation", "interview", "rejection", LeftAlone}

// Run classifies the rows of r and measures. It fails on unreadable rows and on a writer that fails.
func Run(r io.Reader, opt Options) (Report, error) {
	rows, err := ReadRows(r)
	if err != nil {
		return Report{}, err
	}
	reader := opt.Reader
	if reader == nil {
		reader = classifier.Shipped()
	}
	var out []Outcome
	var enc *json.Encoder
	if opt.Predictions != nil {
		enc = json.NewEncoder(opt.Predictions)
	}
	for _, row := range rows {
		f := reader.Classify(row.Message(), classifier.Context{}, classifier.UserLayer{})
		o := Outcome{Row: row, Finding: f}
		out = append(out, o)
		if enc != nil {
			if err := enc.Encode(o.prediction()); err != nil {
				return Report{}, fmt.Errorf("writing predictions: %w", err)
			}
		}
	}
	rep := Measure(out)
	if !opt.Errors {
		rep.Errors = nil
	}
	return rep, nil
}

// Prediction is one line of the predictions. Accepted means settled without asking the user: the plan moves, or the mail is
// left alone.
type Prediction struct {
	ID         string                 `json:"id"`
	Label      string                 `json:"label"`
	Kind       classifier.Kind        `json:"kind"`
	SubKind    classifier.SubKind     `json:"sub_kind,omitempty"`
	Confidence float64                `json:"confidence"`
	Accepted   bool                   `json:"accepted"`
	Ask        bool                   `json:"ask"`
	Language   string                 `json:"language"`
	Employer   string                 `json:"employer"`
	Role       string                 `json:"role"`
	Contacts   []classifier.Contact   `json:"contacts"`
	Statements []classifier.Statement `json:"statements"`
}

func (o *Outcome) prediction() Prediction {
	f := &o.Finding
	return Prediction{ID: o.Row.ID, Label: LabelOf(f.Kind), Kind: f.Kind, SubKind: f.SubKind, Confidence: f.Confidence, Accepted: !f.Ask, Ask: f.Ask,
		Language: f.Language, Employer: counterpart(f), Role: f.Role, Contacts: f.Contacts, Statements: f.Statements}
}

// Measure scores outcomes.
func Measure(all []Outcome) Report {
	rep := Report{Confusion: map[string]map[string]int{}}
	var clear, ambiguous []Outcome
	origins, langs := map[string][]Outcome{}, map[string][]Outcome{}
	for _, o := range all {
		rep.Rules = o.Finding.Rules
		if o.Row.Ambiguous {
			ambiguous = append(ambiguous, o)
			continue
		}
		clear = append(clear, o)
		origins[o.Row.Real] = append(origins[o.Row.Real], o)
		langs[o.Row.Lang] = append(langs[o.Row.Lang], o)
		got := LabelOf(o.Finding.Kind)
		if rep.Confusion[o.Row.Label] == nil {
			rep.Confusion[o.Row.Label] = map[string]int{}
		}
		rep.Confusion[o.Row.Label][got]++
		if got != o.Row.Label {
			rep.Errors = append(rep.Errors, Error{ID: o.Row.ID, Want: o.Row.Label, Got: got, Confidence: o.Finding.Confidence,
				Accepted: o.Finding.Accepted, Ask: o.Finding.Ask, Subject: o.Row.Subject, Evidence: o.Finding.Evidence})
		}
	}
	rep.All = part("all", clear)
	rep.Ambiguous = part("ambiguous", ambiguous)
	rep.ByOrigin = parts(origins)
	rep.ByLang = parts(langs)
	return rep
}

func parts(by map[string][]Outcome) []Part {
	var names []string
	for n := range by {
		names = append(names, n)
	}
	sort.Strings(names)
	var out []Part
	for _, n := range names {
		out = append(out, part(n, by[n]))
	}
	return out
}

func part(name string, rows []Outcome) Part {
	p := Part{Name: name, Rows: len(rows)}
	var want, got, gwant, ggot []string
	asked, right, settled, accepted := 0, 0, 0, 0
	for i := range rows {
		o := &rows[i]
		w, g := o.Row.Label, LabelOf(o.Finding.Kind)
		want, got = append(want, w), append(got, g)
		gwant, ggot = append(gwant, Group(w)), append(ggot, Group(g))
		if w == g {
			right++
		}
		same := Group(w) == Group(g)
		if o.Finding.Ask {
			asked++
		} else {
			p.SettledRows++
			if same {
				settled++
			}
		}
		if o.Finding.Accepted {
			p.AcceptedRows++
			if same {
				accepted++
			} else if grave(w) && grave(g) {
				p.Dangerous++
			}
		}
		p.extraction(o)
	}
	p.Labels, p.MacroF1 = scores(Labels, want, got, 10)
	p.Groups, p.GroupF1 = scores(groups, gwant, ggot, 1)
	p.Accuracy, p.Asked = ratio(right, len(rows)), ratio(asked, len(rows))
	p.Settled, p.Accepted = ratio(settled, p.SettledRows), ratio(accepted, p.AcceptedRows)
	p.ECE = ece(rows)
	return p
}

// grave are the labels of which none may be taken for another.
func grave(label string) bool {
	return label == "rejection" || label == "interview" || label == "offer"
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

// scores returns the scores of each label and the mean F1 of those with at least min rows.
func scores(labels, want, got []string, min int) ([]Score, float64) {
	var out []Score
	sum, n := 0.0, 0
	for _, l := range labels {
		s := Score{Label: l}
		for i := range want {
			if want[i] == l {
				s.Support++
			}
			if got[i] == l {
				s.Predicted++
			}
			if want[i] == l && got[i] == l {
				s.Hits++
			}
		}
		s.Precision, s.Recall = ratio(s.Hits, s.Predicted), ratio(s.Hits, s.Support)
		if s.Hits > 0 {
			s.F1 = 2 * s.Precision * s.Recall / (s.Precision + s.Recall)
		}
		if s.Support >= min {
			sum += s.F1
			n++
		}
		out = append(out, s)
	}
	if n == 0 {
		return out, 0
	}
	return out, sum / float64(n)
}

// ece is the expected calibration error of the label's probability in ten bins of equal width.
func ece(rows []Outcome) float64 {
	var n, right [10]int
	var sum [10]float64
	for i := range rows {
		f := &rows[i].Finding
		p := f.Confidence
		for k, x := range f.Alternatives { // kinds that share a label
			if k != f.Kind && LabelOf(k) == LabelOf(f.Kind) {
				p += x
			}
		}
		b := int(math.Min(p*10, 9))
		n[b]++
		sum[b] += p
		if LabelOf(f.Kind) == rows[i].Row.Label {
			right[b]++
		}
	}
	e := 0.0
	for b := range n {
		if n[b] > 0 {
			e += math.Abs(sum[b]-float64(right[b])) / float64(len(rows))
		}
	}
	return e
}
