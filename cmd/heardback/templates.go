package main

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"heardback/cadence"
	"heardback/cmd/heardback/config"
	"heardback/drafts"
	"heardback/employer"
	"heardback/round"
	"heardback/templates"
)

// templateFlags are the flags that the templates commands share.
type templateFlags struct {
	lang, employer string
	informal       bool
	asJSON         bool
}

// templatesCommand shows the words of the drafts and checks those of the user.
func (p *Program) templatesCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "templates",
		Short: "Show the words of the drafts, and check your own",
		Long: `templates shows the texts that drafts are written from. To change one, put a file of the same name beside your configuration, such as
templates/en/status-1.txt; "heardback templates show status-1 > …/templates/en/status-1.txt" makes a start. A file that does not
stand the check is left out, and the text that comes with heardback is used meanwhile.`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	var f templateFlags
	sub := func(use, short, example string, args cobra.PositionalArgs, run func(c *cobra.Command, args []string) error) *cobra.Command {
		s := &cobra.Command{Use: use, Short: short, Example: example, Args: args, RunE: run}
		s.Flags().BoolVar(&f.asJSON, "json", false, "print it as JSON")
		c.AddCommand(s)
		return s
	}
	list := sub("list", "List the templates in use", "  heardback templates list --lang de", cobra.NoArgs,
		func(*cobra.Command, []string) error { return p.listTemplates(f) })
	show := sub("show KIND", "Print a template as it is written", "  heardback templates show status-1 --lang de", cobra.ExactArgs(1),
		func(_ *cobra.Command, args []string) error { return p.showTemplate(cadence.Kind(args[0]), f) })
	sub("check", "Check all templates, and name file and line of what is wrong", "  heardback templates check", cobra.NoArgs,
		func(*cobra.Command, []string) error { return p.checkTemplates(f.asJSON) })
	preview := sub("preview KIND", "Write every variant of a draft, with invented facts or those of an employer",
		"  heardback templates preview thank-you --lang fr --informal\n  heardback templates preview status-1 --employer acme", cobra.ExactArgs(1),
		func(c *cobra.Command, args []string) error {
			return p.previewTemplate(c.Context(), cadence.Kind(args[0]), f)
		})
	list.Flags().StringVar(&f.lang, "lang", "", "only this `LANGUAGE`, such as en")
	show.Flags().StringVar(&f.lang, "lang", "", "the `LANGUAGE` (default: en)")
	preview.Flags().StringVar(&f.lang, "lang", "", "the `LANGUAGE` (default: the employer's, else en)")
	preview.Flags().StringVar(&f.employer, "employer", "", "write it to this `EMPLOYER`, with what the book knows")
	preview.Flags().BoolVar(&f.informal, "informal", false, "to somebody who is on first-name terms")
	return c
}

// writer reads the templates with the user's over them. It needs no configuration file, only its folder.
func (p *Program) writer() *drafts.Writer {
	path := p.configPath
	if path == "" {
		path = config.DefaultPath()
	}
	return newWriter(path)
}

// shippedWriter is the writer without templates of the user's: one for all rounds, since it never changes.
var shippedWriter = sync.OnceValue(func() *drafts.Writer { return drafts.New(templates.FS, nil) })

// newWriter reads the templates with those beside the configuration over them.
func newWriter(configPath string) *drafts.Writer {
	if own := overrides(configPath); own != nil {
		return drafts.New(templates.FS, own)
	}
	return shippedWriter()
}

// templateEntry is a template in the JSON of list and show.
type templateEntry struct {
	Kind     cadence.Kind `json:"kind"`
	Language string       `json:"language"`
	File     string       `json:"file"`
	Own      bool         `json:"own"` // the user's file, not the shipped one
	Variants int          `json:"variants"`
	Source   string       `json:"source,omitempty"`
}

func (p *Program) listTemplates(f templateFlags) error {
	w := p.writer()
	entries := []templateEntry{}
	for _, e := range w.List() {
		if f.lang == "" || e.Language == f.lang {
			entries = append(entries, templateEntry{Kind: e.Kind, Language: e.Language, File: e.File, Own: e.Own, Variants: e.Variants})
		}
	}
	if len(entries) == 0 {
		return usageError{fmt.Errorf("there are no templates in %q: choose one of %s", f.lang, strings.Join(w.Languages(), ", "))}
	}
	if f.asJSON {
		return writeJSON(p.Stdout, entries)
	}
	t := tabwriter.NewWriter(p.Stdout, 0, 0, 2, ' ', 0)
	for _, e := range entries {
		whose := "shipped"
		if e.Own {
			whose = "yours"
		}
		fmt.Fprintf(t, "%s\t%d variants\t%s\n", e.File, e.Variants, whose)
	}
	return t.Flush()
}

func (p *Program) showTemplate(kind cadence.Kind, f templateFlags) error {
	lang := or(f.lang, "en")
	w := p.writer()
	source, err := w.Show(kind, lang)
	if err != nil {
		return noTemplate(err)
	}
	if !f.asJSON {
		_, err := fmt.Fprint(p.Stdout, source)
		return err
	}
	for _, e := range w.List() {
		if e.Kind == kind && e.Language == lang {
			return writeJSON(p.Stdout, templateEntry{Kind: e.Kind, Language: e.Language, File: e.File, Own: e.Own, Variants: e.Variants, Source: source})
		}
	}
	return nil
}

// noTemplate says where the names of kinds and languages stand.
func noTemplate(err error) error {
	return usageError{fmt.Errorf("%w: heardback templates list shows all", err)}
}

// templateProblem is something wrong with a template in the JSON of check.
type templateProblem struct {
	File  string `json:"file"`
	Line  int    `json:"line,omitempty"`
	Error string `json:"error"`
}

func (p *Program) checkTemplates(asJSON bool) error {
	w := p.writer()
	problems := []templateProblem{}
	for _, x := range w.Check() {
		problems = append(problems, templateProblem{x.File, x.Line, x.Err})
		if !asJSON {
			fmt.Fprintln(p.Stdout, x)
		}
	}
	if asJSON {
		if err := writeJSON(p.Stdout, problems); err != nil {
			return err
		}
	}
	if n := len(problems); n > 0 {
		return fmt.Errorf("problems with templates: %d; what comes with heardback is used in their place until they are mended", n)
	}
	if !asJSON {
		fmt.Fprintf(p.Stdout, "all %d templates are in order\n", len(w.List()))
	}
	return nil
}

// templatePreview is one variant in the JSON of preview.
type templatePreview struct {
	Variant string `json:"variant"`
	File    string `json:"file"`
	Subject string `json:"subject"`
	Body    string `json:"body"`
}

func (p *Program) previewTemplate(ctx context.Context, kind cadence.Kind, f templateFlags) error {
	w := p.writer()
	step, id := drafts.Sample(kind, or(f.lang, "en"), !f.informal)
	if f.employer != "" {
		var err error
		if step, id, err = p.realStep(ctx, kind, f); err != nil {
			return err
		}
	}
	if step.Facts.Language == "" {
		step.Facts.Language = or(id.Language, "en")
	}
	if _, err := w.Show(kind, step.Facts.Language); err != nil {
		return noTemplate(err)
	}
	all, err := w.Variants(step, id)
	if err != nil {
		return err
	}
	out := []templatePreview{}
	for _, d := range all {
		out = append(out, templatePreview{d.Variant, d.File, d.Subject, d.Body})
	}
	if f.asJSON {
		return writeJSON(p.Stdout, out)
	}
	for _, d := range out {
		fmt.Fprintf(p.Stdout, "--- %s, variant %s\nSubject of a new thread: %s\n\n%s\n", d.File, d.Variant, d.Subject, d.Body)
	}
	return nil
}

// realStep is a step of kind with what the book knows of an employer: the one that is planned, else one made of the application.
func (p *Program) realStep(ctx context.Context, kind cadence.Kind, f templateFlags) (cadence.Step, drafts.Identity, error) {
	c, err := p.config()
	if err != nil {
		return cadence.Step{}, drafts.Identity{}, err
	}
	v, err := p.view(ctx, "")
	if err != nil {
		return cadence.Step{}, drafts.Identity{}, err
	}
	apps, err := employer.Find(v.book, f.employer)
	if err != nil {
		return cadence.Step{}, drafts.Identity{}, err
	}
	if len(apps) == 0 {
		return cadence.Step{}, drafts.Identity{}, fmt.Errorf("there is no employer %q in the book", f.employer)
	}
	id := newRound(c, nil, nil).Identity
	id.Address = c.Accounts[0].Addresses[0]
	id.Notes = round.Notes(v.book)
	step := stepOf(v.plan, apps, kind)
	if f.lang != "" {
		step.Facts.Language = f.lang
	}
	if f.informal {
		step.Facts.Formality = "informal"
	}
	return step, id, nil
}

// stepOf finds the planned step of kind of one of the applications, or makes one of what the first of them holds.
func stepOf(plan cadence.Plan, apps []*employer.Application, kind cadence.Kind) cadence.Step {
	var other *cadence.Step
	for _, a := range apps {
		for i := range plan.Steps {
			s := &plan.Steps[i]
			switch {
			case s.App != a.ID:
			case s.Kind == kind:
				return *s
			case other == nil && s.Facts.Recipient.Address != "":
				other = s
			}
		}
	}
	a := apps[0]
	made := cadence.Step{Kind: kind, App: a.ID}
	if other != nil {
		made.To, made.Facts, made.Thread = other.To, other.Facts, other.Thread
		return made
	}
	made.Facts = cadence.Facts{Employer: a.Employer, Role: a.Role, Agency: a.Agency != "", Applied: a.AppliedAt, Held: a.HoldUntil}
	for _, x := range a.Contacts {
		if x.Human && !x.LastWrote.Before(made.To.LastWrote) {
			made.To = x
			made.Facts.Recipient, made.Facts.Language, made.Facts.Formality = x, x.Language, x.Formality
		}
	}
	if n := len(a.Interviews); n > 0 {
		last := a.Interviews[n-1]
		made.Facts.Interview, made.Facts.InterviewZone, made.Facts.Method, made.Facts.Interviewed = last.Start, last.Zone, last.Method, last.State == "held"
	}
	return made
}
