package main

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"heardback/cadence"
	"heardback/digest"
	"heardback/employer"
)

// call prints a call sheet, or says why there is none.
func (p *Program) call() *cobra.Command {
	var asHTML, asJSON bool
	c := &cobra.Command{
		Use:   "call EMPLOYER",
		Short: "Print the sheet for a telephone call, where one is all right, or say why it is not",
		Long: `call prints one page for one call: why it is all right, the number and when to ring, what to say and what to ask, and the
commands that write down how it went. Where a call would do harm it prints none and says why.`,
		Example: `  heardback call acme
  heardback call acme --html > call.html`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return p.printCall(c.Context(), strings.Join(args, " "), asHTML, asJSON)
		},
	}
	c.Flags().BoolVar(&asHTML, "html", false, "print a page for the browser or the printer")
	c.Flags().BoolVar(&asJSON, "json", false, "print the sheet as JSON")
	c.MarkFlagsMutuallyExclusive("html", "json")
	return c
}

func (p *Program) printCall(ctx context.Context, query string, asHTML, asJSON bool) error {
	c, err := p.config()
	if err != nil {
		return err
	}
	in, err := p.digestInput(ctx)
	if err != nil {
		return err
	}
	apps, err := findEmployer(in.Book, query)
	if err != nil {
		return err
	}
	for _, call := range in.Plan.Calls {
		if !call.Allowed || !slices.ContainsFunc(apps, func(a *employer.Application) bool { return a.ID == call.App }) {
			continue
		}
		s, err := digest.CallSheet(in, call, c.Seeker.Name, c.Seeker.Phone)
		if err != nil {
			return err
		}
		if asJSON {
			return writeJSON(p.Stdout, callReport{call.App, exportedContact{call.To.Name, call.To.Address, call.To.Phone, call.To.Human}, call.Reason, call.Why, call.From, call.Until, s})
		}
		if !asHTML {
			fmt.Fprint(p.Stdout, s.Text())
			return nil
		}
		page, err := s.HTML()
		if err != nil {
			return err
		}
		fmt.Fprint(p.Stdout, page)
		return nil
	}
	var why []string
	for _, a := range apps {
		name := a.Employer
		if a.Role != "" {
			name += " (" + a.Role + ")"
		}
		why = append(why, fmt.Sprintf("no call to %s: %s", name, noCall(a, in, c.Seeker.Calls)))
	}
	return fmt.Errorf("%s", strings.Join(why, "; "))
}

// callReport is a call sheet in JSON, with what it was made of.
type callReport struct {
	App    string          `json:"app"`
	To     exportedContact `json:"to"`
	Reason string          `json:"reason"`
	Why    string          `json:"why"`
	From   time.Time       `json:"from,omitzero"` // the next hours for it
	Until  time.Time       `json:"until,omitzero"`
	Sheet  digest.Sheet    `json:"sheet"`
}

// noCall says why the plan has no call for an application (POLICY.md rule 7 and section 3).
func noCall(a *employer.Application, in digest.Input, optedIn bool) string {
	asked := slices.ContainsFunc(a.Contacts, func(c employer.Contact) bool { return c.CallInvited })
	for _, s := range a.Statements {
		if !asked && s.Class == "no-calls" {
			return "they ask for no calls"
		}
		if !asked && s.Class == "no-enquiries" {
			return "they ask for no enquiries"
		}
	}
	var later string
	for _, c := range in.Plan.Calls {
		if c.App != a.ID {
			continue
		}
		if i := slices.IndexFunc(c.Against, func(x cadence.Against) bool { return x.Blocks }); i >= 0 {
			return c.Against[i].Reason
		}
		if c.Due.After(in.Now) && later == "" {
			later = fmt.Sprintf("it is too early; from %s on it is all right, since %s", c.Due.Format("Mon 2 Jan 2006"), c.Why)
		}
	}
	number := slices.ContainsFunc(a.Contacts, func(c employer.Contact) bool { return c.Phone != "" && c.Human })
	switch {
	case !in.Plan.Stage(a).Open():
		return fmt.Sprintf("the application is over (%s)", in.Plan.Stage(a))
	case !optedIn:
		return "calls are not switched on; set calls = true under [seeker] in the configuration if you are willing to call"
	case later != "":
		return later
	case !number:
		return "no person there has given a number in a mail"
	}
	return "there is no reason for one that an employer would welcome; write instead, or wait until they ask for a call"
}
