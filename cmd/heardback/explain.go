package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"heardback/classifier"
	"heardback/mailbox"
)

// explain says what one message means and why.
func (p *Program) explain() *cobra.Command {
	var asJSON bool
	var me []string
	c := &cobra.Command{
		Use:   "explain FILE|-",
		Short: "Say what one message means to a job search, how sure that is and why",
		Example: `  heardback explain mail.eml
  heardback explain --json - < mail.eml`,
		Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			in := p.Stdin
			if args[0] != "-" {
				f, err := os.Open(args[0])
				if err != nil {
					return fmt.Errorf("opening the message: %w", err)
				}
				defer f.Close()
				in = f
			}
			m, err := mailbox.Parse(in, mailbox.Options{Own: me})
			if err != nil {
				return fmt.Errorf("reading %s: %w", args[0], err)
			}
			own := make([]mailbox.Address, len(me))
			for i, a := range me {
				own[i].Address = a
			}
			f := classifier.Classify(&m, classifier.Context{Me: own}, classifier.UserLayer{})
			if asJSON {
				return writeJSON(p.Stdout, finding(f))
			}
			return explainText(p.Stdout, &m, f)
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print the whole finding as JSON")
	c.Flags().StringSliceVar(&me, "me", nil, "an `ADDRESS` of yours: mail from it is your own")
	return c
}

// finding completes a finding for JSON: lists are never null, and accepted means what is not asked, mail that is left alone
// included.
func finding(f classifier.Finding) classifier.Finding {
	f.Accepted = !f.Ask
	if f.Contacts == nil {
		f.Contacts = []classifier.Contact{}
	}
	if f.Statements == nil {
		f.Statements = []classifier.Statement{}
	}
	if f.Evidence == nil {
		f.Evidence = []classifier.Evidence{}
	}
	return f
}

func writeJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}

func explainText(w io.Writer, m *mailbox.Message, f classifier.Finding) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	line := func(name, format string, args ...any) {
		if v := fmt.Sprintf(format, args...); strings.TrimSpace(v) != "" {
			fmt.Fprintf(t, "%s\t%s\n", name, v)
		}
	}
	verdict := "left alone"
	switch {
	case f.Accepted:
		verdict = "accepted"
	case f.Ask:
		verdict = "you would be asked"
	}
	line("subject", "%s", m.Subject)
	line("kind", "%s %s", f.Kind, f.SubKind)
	line("confidence", "%.3f, %s", f.Confidence, verdict)
	line("language", "%s", f.Language)
	line("employer", "%s %s", f.Employer.Name, f.Employer.Domain)
	line("agency", "%s", f.Employer.Agency)
	line("role", "%s %s", f.Role, f.Requisition)
	for _, c := range f.Contacts {
		line("contact", "%s <%s> %s", c.Name, c.Address, c.Phone)
	}
	if i := f.Interview; i != nil {
		line("interview", "%s %s", interviewTime(i), i.Method)
	}
	if d := f.Deadline; d != nil {
		line("deadline", "%s for %s: %q", d.At.Format(time.RFC3339), d.For, d.Quote)
	}
	for _, s := range f.Statements {
		until := ""
		if !s.Until.IsZero() {
			until = "until " + s.Until.Format("Mon 2 Jan 2006")
		} else if s.BusinessDays > 0 {
			until = fmt.Sprintf("%d business days", s.BusinessDays)
		}
		line("statement", "%s %s: %q", s.Class, until, s.Quote)
	}
	if len(f.Acts) > 0 {
		line("acts", "%v", f.Acts)
	}
	if err := t.Flush(); err != nil {
		return err
	}
	fmt.Fprintln(w, "\nwhy")
	for _, e := range f.Evidence {
		fmt.Fprintf(t, "%+.2f\t%s\t%q\n", e.Weight, e.Rule, e.Quote)
	}
	return t.Flush()
}

// interviewTime says when a talk is, as far as the mail told.
func interviewTime(i *classifier.InterviewInfo) string {
	switch {
	case i.Start.IsZero():
		return "no time is named,"
	case i.DateOnly:
		return i.Start.Format("Mon 2 Jan 2006")
	case i.End.IsZero():
		return i.Start.Format("Mon 2 Jan 2006 15:04 ") + i.Zone
	}
	return i.Start.Format("Mon 2 Jan 2006 15:04") + i.End.Format(" – 15:04 ") + i.Zone
}
