package main

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"heardback/cmd/heardback/sheet"
	"heardback/employer"
)

// importCommand takes over what the user kept before.
func (p *Program) importCommand() *cobra.Command {
	var yes, asJSON bool
	var account string
	c := &cobra.Command{
		Use:   "import FILE.csv | PATH…",
		Short: "Take over the applications of a spreadsheet, or old mail from an mbox file, a Maildir or a folder of .eml files",
		Long: `import takes over what you kept before. First it shows what it understood and stores nothing; with --yes it stores all of it. What
was imported before is passed over.

A spreadsheet is saved as CSV, one application per line. The columns are found by their names in English, German, French, Spanish,
Dutch, Italian or Portuguese: employer and date of application must be there; role, status, date of the status, requisition, location
and notes may be. A line that the book knows from mail joins it.

Mail is read as if the account had received it. It is read twice, so its order does not matter, and nothing is drafted for what is
long past.`,
		Example: `  heardback import applications.csv
  heardback import applications.csv --yes
  heardback import Takeout/Mail/All.mbox --yes`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			sheets := slices.ContainsFunc(args, isSheet)
			switch {
			case sheets && len(args) > 1:
				return usageError{errors.New("a spreadsheet is imported by itself: name one .csv file, or mail")}
			case sheets:
				return p.importSheet(c.Context(), args[0], yes, asJSON)
			}
			return p.importMail(c.Context(), args, account, yes, asJSON)
		},
	}
	c.Flags().StringVar(&account, "account", "", "the `ACCOUNT` that received the mail (default: the first)")
	c.Flags().BoolVar(&yes, "yes", false, "store it")
	c.Flags().BoolVar(&asJSON, "json", false, "print what was understood as JSON")
	return c
}

// isSheet tells a spreadsheet from mail by its name.
func isSheet(path string) bool {
	return slices.Contains([]string{".csv", ".tsv", ".xlsx", ".xls", ".ods"}, strings.ToLower(filepath.Ext(path)))
}

// imported is what import says in JSON.
type imported struct {
	Columns map[sheet.Column]string `json:"columns"`
	Unused  []string                `json:"unused"`
	Dates   sheet.DateOrder         `json:"dates"`
	Rows    []importedRow           `json:"rows"`
	Skipped []skippedRow            `json:"skipped"`
	Stored  bool                    `json:"stored"`
}

type importedRow struct {
	Line     int       `json:"line"`
	Employer string    `json:"employer"`
	Role     string    `json:"role"`
	Applied  time.Time `json:"applied"`
	Status   string    `json:"status,omitempty"`  // the word that stands there
	Outcome  string    `json:"outcome,omitempty"` // what it is taken for: rejected, offered, …; none for a mere application
	Undated  bool      `json:"undated,omitempty"` // the outcome has no date and is not taken over
	State    string    `json:"state"`             // "new", "known", "imported"
	events   []employer.Event
}

type skippedRow struct {
	Line int    `json:"line"`
	Why  string `json:"why"`
}

func (p *Program) importSheet(ctx context.Context, path string, yes, asJSON bool) (err error) {
	if ext := strings.ToLower(filepath.Ext(path)); ext != ".csv" && ext != ".tsv" {
		return usageError{fmt.Errorf("%s is no .csv file: save the spreadsheet as CSV", path)}
	}
	c, err := p.config()
	if err != nil {
		return err
	}
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("opening the spreadsheet: %w", err)
	}
	defer f.Close()
	prefer := sheet.DayFirst
	if c.Seeker.Country == "US" {
		prefer = sheet.MonthFirst
	}
	s, err := sheet.Read(f, c.Seeker.Location, prefer)
	if err != nil {
		return fmt.Errorf("%s: nothing was stored: %w", path, err)
	}
	store, err := openBook(ctx, c)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	events, err := store.Events(ctx)
	if err != nil {
		return err
	}
	out, err := understand(s, events, p.Now())
	if err != nil {
		return fmt.Errorf("%s: nothing was stored: %w", path, err)
	}
	if yes {
		var fresh []employer.Event
		for _, r := range out.Rows {
			fresh = append(fresh, r.events...)
		}
		if err := store.Commit(ctx, "", fresh, nil); err != nil {
			return err
		}
		out.Stored = true
	}
	if asJSON {
		return writeJSON(p.Stdout, out)
	}
	out.print(p.Stdout, p.width())
	return nil
}

// understand turns the rows into events, and says of each whether the book knows its application.
func understand(s *sheet.Sheet, events []employer.Event, now time.Time) (*imported, error) {
	out := &imported{Columns: s.Columns, Unused: append([]string{}, s.Unused...), Dates: s.Order, Rows: []importedRow{}, Skipped: []skippedRow{}}
	for _, x := range s.Skipped {
		out.Skipped = append(out.Skipped, skippedRow{x.Line, x.Why})
	}
	have := map[string]bool{}
	for _, e := range events {
		have[e.ID] = true
	}
	lines := map[string]int{}
	var wrong []error
	all := slices.Clone(events)
	for _, r := range s.Rows {
		if r.Applied.After(now) || r.StatusDate.After(now) {
			wrong = append(wrong, fmt.Errorf("line %d: the date lies in the future", r.Line))
		}
		if !r.StatusDate.IsZero() && r.StatusDate.Before(r.Applied) {
			wrong = append(wrong, fmt.Errorf("line %d: the date of the status lies before the application", r.Line))
		}
		row := importedRow{Line: r.Line, Employer: r.Employer, Role: r.Role, Applied: r.Applied, Status: r.Status, Outcome: r.Verb, State: "new"}
		e := applicationOf(r, now)
		switch {
		case lines[e.ID] > 0:
			out.Skipped = append(out.Skipped, skippedRow{r.Line, fmt.Sprintf("%s: the same as line %d", r.Employer, lines[e.ID])})
			continue
		case have[e.ID]:
			row.State = "imported"
		default:
			row.events = []employer.Event{e}
			all = append(all, e)
		}
		lines[e.ID] = r.Line
		o, ok := outcomeOf(r, e, now)
		if ok && !have[o.ID] {
			row.events = append(row.events, o)
		}
		row.Undated = !ok && r.Verb != ""
		out.Rows = append(out.Rows, row)
	}
	if len(wrong) > 0 {
		return nil, errors.Join(wrong...)
	}
	out.match(employer.Fold(all, now), have)
	return out, nil
}

// match finds the applications that the book knows without the spreadsheet. An outcome without a date of its own comes after all
// that is known of its application.
func (out *imported) match(b employer.Book, have map[string]bool) {
	known := map[string]time.Time{}
	for _, a := range b.Applications {
		var last time.Time
		for _, t := range a.Timeline {
			if have[t.Event] && t.At.After(last) {
				last = t.At
			}
		}
		for _, t := range a.Timeline {
			known[t.Event] = last
		}
	}
	for i := range out.Rows {
		r := &out.Rows[i]
		for j := range r.events {
			e := &r.events[j]
			last := known[e.ID]
			if t := e.User.Target; t != "" {
				last = known[t]
				if e.At.Equal(r.Applied) && last.After(e.At) {
					e.At = last
				}
			} else if !last.IsZero() {
				r.State = "known"
			}
		}
	}
}

// applicationOf is the application of a row. Its ID comes from the content alone: importing it again changes nothing.
func applicationOf(r sheet.Row, now time.Time) employer.Event {
	sum := sha256.Sum256([]byte(strings.Join([]string{employer.FoldName(r.Employer), employer.FoldName(r.Role), strings.ToLower(r.Requisition), r.Applied.Format(time.DateOnly)}, "\x00")))
	return employer.Event{ID: fmt.Sprintf("user:import-%x", sum[:8]), Kind: employer.KindLog, At: r.Applied, Learned: now, Role: r.Role, Req: r.Requisition, Location: r.Location,
		Party: employer.Party{Name: r.Employer, From: "user"}, User: &employer.UserAct{Verb: "applied", Note: r.Notes}}
}

// outcomeOf is what the status of a row says happened since. An interview or an offer without its date says too little.
func outcomeOf(r sheet.Row, applied employer.Event, now time.Time) (employer.Event, bool) {
	if r.Verb == "" || r.StatusDate.IsZero() && (r.Verb == "interviewed" || r.Verb == "offered") {
		return employer.Event{}, false
	}
	at := r.Applied
	if !r.StatusDate.IsZero() {
		at = r.StatusDate
	}
	e := employer.Event{ID: applied.ID + "-" + r.Verb, Kind: employer.KindLog, At: at, Learned: now, Party: applied.Party, Role: r.Role,
		User: &employer.UserAct{Verb: r.Verb, Target: applied.ID, Note: r.Status}}
	if r.Verb == "interviewed" {
		e.User.Date = r.StatusDate
	}
	return e, true
}

// print writes what was understood, in lines of at most width columns, 0 for no limit.
func (out *imported) print(w io.Writer, width int) {
	var columns []string
	for _, c := range []sheet.Column{sheet.Employer, sheet.Role, sheet.Applied, sheet.Status, sheet.StatusDate, sheet.Requisition, sheet.Location, sheet.Notes} {
		if h, ok := out.Columns[c]; ok {
			columns = append(columns, fmt.Sprintf("%s from %q", c, h))
		}
	}
	fmt.Fprintf(w, "Columns: %s\n", strings.Join(columns, ", "))
	if len(out.Unused) > 0 {
		fmt.Fprintf(w, "Not used: %s\n", strings.Join(out.Unused, ", "))
	}
	fmt.Fprintf(w, "Dates are read as %s.\n\n", out.Dates)
	said := map[string]string{"new": "new", "known": "known from your mail or the log", "imported": "imported before"}
	count := map[string]int{}
	t := table{soft: 2}
	for _, r := range out.Rows {
		count[r.State]++
		outcome := "applied"
		if r.Outcome != "" && !r.Undated {
			outcome = r.Outcome
		} else if r.Outcome == "" && r.Status != "" && !strings.EqualFold(r.Status, outcome) {
			outcome += fmt.Sprintf(" (%q)", r.Status)
		}
		t.add(r.Employer, r.Role, r.Applied.Format("2 Jan 2006"), outcome, said[r.State])
	}
	for i, line := range t.lines("       ", width) {
		r := &out.Rows[i]
		fmt.Fprintf(w, "%5d  %s\n", r.Line, line[7:])
		if r.Undated {
			paragraph(w, "       ", fmt.Sprintf("not taken over: %s, which has no date of its own; add a column %q, or log it after the import", r.Outcome, "Status date"), width)
		}
	}
	for _, s := range out.Skipped {
		fmt.Fprintf(w, "%5d  left out: %s\n", s.Line, s.Why)
	}
	fmt.Fprintf(w, "\n%d new, %d known, %d imported before, %d left out\n", count["new"], count["known"], count["imported"], len(out.Skipped))
	if out.Stored {
		fmt.Fprintln(w, "stored")
	} else {
		fmt.Fprintln(w, "Nothing is stored yet: repeat it with --yes.")
	}
}
