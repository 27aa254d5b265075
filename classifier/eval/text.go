package eval

import (
	"fmt"
	"io"
	"strings"
)

// Text prints the report for people.
func (r Report) Text(w io.Writer) {
	fmt.Fprintf(w, "rules %s\n\n", r.Rules)
	for _, s := range r.All.Labels {
		fmt.Fprintf(w, "  %-13s precision %.3f  recall %.3f  F1 %.3f  support %d\n", s.Label, s.Precision, s.Recall, s.F1, s.Support)
	}
	fmt.Fprintln(w)
	for _, s := range r.All.Groups {
		fmt.Fprintf(w, "  %-13s precision %.3f  recall %.3f  F1 %.3f  support %d\n", s.Label, s.Precision, s.Recall, s.F1, s.Support)
	}
	fmt.Fprintf(w, "\n  %-12s %5s %8s %8s %8s %6s %13s %13s %5s %6s %9s %9s %9s %9s %6s\n", "part", "rows", "macroF1", "groupF1", "accuracy", "asked", "settled", "accepted", "grave", "ECE", "employer", "role", "contact", "window", "false")
	parts := append([]Part{r.All}, r.ByOrigin...)
	parts = append(append(parts, r.ByLang...), r.Ambiguous)
	for _, p := range parts {
		fmt.Fprintf(w, "  %-12s %5d %8.3f %8.3f %8.3f %6.3f %6.3f (%4d) %6.3f (%4d) %5d %6.3f %9s %9s %9s %9s %6s\n", p.Name, p.Rows, p.MacroF1, p.GroupF1, p.Accuracy, p.Asked,
			p.Settled, p.SettledRows, p.Accepted, p.AcceptedRows, p.Dangerous, p.ECE, p.Employer, p.Role, p.Contact, p.Window, fmt.Sprintf("%d/%d", p.FalseWindows, p.UnpromisedRows))
	}
	fmt.Fprintf(w, "\n  %-13s", "label \\ said")
	for _, l := range Labels {
		fmt.Fprintf(w, " %6s", l[:min(6, len(l))])
	}
	fmt.Fprintln(w)
	for _, l := range Labels {
		fmt.Fprintf(w, "  %-13s", l)
		for _, g := range Labels {
			fmt.Fprintf(w, " %6d", r.Confusion[l][g])
		}
		fmt.Fprintln(w)
	}
	for _, e := range r.Errors {
		state := "left alone"
		switch {
		case e.Accepted:
			state = "accepted"
		case e.Ask:
			state = "asked"
		}
		fmt.Fprintf(w, "\n%s: %s, said %s (%.2f, %s)\n  %s\n", e.ID, e.Want, e.Got, e.Confidence, state, strings.Join(strings.Fields(e.Subject), " "))
		for _, v := range e.Evidence {
			fmt.Fprintf(w, "  %+6.2f %-28s %s\n", v.Weight, v.Rule, v.Quote)
		}
	}
}

// String is "hits/rows".
func (m Match) String() string { return fmt.Sprintf("%d/%d", m.Hits, m.Rows) }
