package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"heardback/cmd/heardback/sheet"
	"heardback/employer"
)

// exports are the formats by name.
var exports = map[string]func(v *view, w io.Writer) error{"csv": (*view).csv, "json": (*view).json, "ics": (*view).calendar}

// export writes the applications for other programs.
func (p *Program) export() *cobra.Command {
	var format string
	var asJSON bool
	c := &cobra.Command{
		Use:   "export [FILE]",
		Short: "Write all applications for a spreadsheet (csv) or a program (json), or interviews and deadlines for a calendar (ics)",
		Long: `export writes all applications as CSV for a spreadsheet or as JSON with everything that is known, or the interviews and
deadlines as a calendar. Without FILE it prints; FILE must not be there yet, is readable by you alone, and its ending says the
format unless --format does. What was exported as CSV can be imported again.`,
		Example: `  heardback export applications.csv
  heardback export --format json
  heardback export interviews.ics`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			file := ""
			if asJSON {
				format = "json"
			}
			if len(args) > 0 {
				file = args[0]
			}
			return p.writeExport(c.Context(), format, file)
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "the same as --format json")
	c.Flags().StringVar(&format, "format", "", "`FORMAT`: csv, json or ics (default: by the ending of FILE, else csv)")
	c.MarkFlagsMutuallyExclusive("json", "format")
	return c
}

func (p *Program) writeExport(ctx context.Context, format, file string) (err error) {
	if format == "" {
		format = strings.TrimPrefix(strings.ToLower(filepath.Ext(file)), ".")
	}
	if file == "" && format == "" {
		format = "csv"
	}
	write, ok := exports[format]
	if !ok {
		return usageError{fmt.Errorf("%q is no format of export: choose one with --format csv, json or ics", format)}
	}
	v, err := p.view(ctx, "")
	if err != nil {
		return err
	}
	if file == "" {
		return write(v, p.Stdout)
	}
	f, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s is there already: choose another name", file)
	}
	if err != nil {
		return fmt.Errorf("writing the export: %w", err)
	}
	if err := errors.Join(write(v, f), f.Close()); err != nil {
		os.Remove(file)
		return fmt.Errorf("writing %s: %w", file, err)
	}
	fmt.Fprintf(p.Stdout, "written to %s\n", file)
	return nil
}

// csv writes one line for each application, under headers that import knows.
func (v *view) csv(w io.Writer) error {
	var rows [][]string
	on := func(t time.Time) string {
		if t.IsZero() {
			return ""
		}
		return t.In(v.zone).Format(time.DateOnly)
	}
	for _, a := range v.book.Applications {
		s := v.application(a)
		var step, due string
		for _, t := range s.Steps {
			if !t.Suppressed {
				step, due = string(t.Kind), on(t.Due)
				break
			}
		}
		var contact employer.Contact
		for _, c := range a.Contacts {
			if c.Human {
				contact = c
				break
			}
		}
		rows = append(rows, []string{a.Employer, a.Role, a.Req, a.Location, on(appliedAt(a)), string(s.Stage), on(s.Since), on(s.LastHeard), step, due, contact.Name, contact.Address, a.Agency, a.Source})
	}
	return sheet.Write(w, []string{"Employer", "Role", "Requisition", "Location", "Applied", "Status", "Since", "Last heard", "Next step", "Next step on", "Contact", "Contact address", "Agency", "Source"}, rows)
}

// appliedAt is when the user applied, as far as it is known: the confirmation or the first sign stands for it.
func appliedAt(a *employer.Application) time.Time {
	switch {
	case !a.AppliedAt.IsZero():
		return a.AppliedAt
	case !a.ConfirmedAt.IsZero():
		return a.ConfirmedAt
	case len(a.Timeline) > 0:
		return a.Timeline[0].At
	}
	return a.StageSince
}

// exported is an application in the JSON of export: all that show tells, and the facts that a spreadsheet has columns for.
type exported struct {
	applicationStatus
	Requisition string              `json:"requisition,omitempty"`
	Location    string              `json:"location,omitempty"`
	Applied     time.Time           `json:"applied,omitzero"`
	Agency      string              `json:"agency,omitempty"`
	Source      string              `json:"source,omitempty"`
	Contacts    []exportedContact   `json:"contacts"`
	Interviews  []exportedInterview `json:"interviews"`
	Deadlines   []exportedDeadline  `json:"deadlines"`
}

type exportedContact struct {
	Name    string `json:"name"`
	Address string `json:"address"`
	Phone   string `json:"phone,omitempty"`
	Human   bool   `json:"human"`
}

type exportedInterview struct {
	Start  time.Time `json:"start"`
	End    time.Time `json:"end,omitzero"`
	State  string    `json:"state"`
	Round  int       `json:"round"`
	Method string    `json:"method,omitempty"`
	Place  string    `json:"place,omitempty"`
}

type exportedDeadline struct {
	At  time.Time `json:"at"`
	For string    `json:"for"`
}

func (v *view) json(w io.Writer) error {
	out := []exported{}
	for _, a := range v.book.Applications {
		x := exported{applicationStatus: v.whole(a), Requisition: a.Req, Location: a.Location, Applied: appliedAt(a), Agency: a.Agency, Source: a.Source,
			Contacts: []exportedContact{}, Interviews: []exportedInterview{}, Deadlines: []exportedDeadline{}}
		for _, c := range a.Contacts {
			x.Contacts = append(x.Contacts, exportedContact{c.Name, c.Address, c.Phone, c.Human})
		}
		for _, iv := range a.Interviews {
			x.Interviews = append(x.Interviews, exportedInterview{iv.Start, iv.End, iv.State, iv.Round, iv.Method, iv.Place})
		}
		for _, d := range deadlines(a) {
			x.Deadlines = append(x.Deadlines, exportedDeadline{d.at, d.what})
		}
		out = append(out, x)
	}
	return writeJSON(w, out)
}
