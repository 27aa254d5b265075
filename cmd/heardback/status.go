package main

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"heardback/cadence"
	"heardback/employer"
	"heardback/employer/sqlite"
)

// view is the book and the plan at one moment, for the commands that only show.
type view struct {
	book   employer.Book
	plan   cadence.Plan
	stages map[string]employer.Stage
	zone   timeZone
}

// view reads the book and plans at the date of --at, or now. It does not connect and changes nothing.
func (p *Program) view(ctx context.Context, at string) (*view, error) {
	c, err := p.config()
	if err != nil {
		return nil, err
	}
	now := p.Now().In(c.Seeker.Location)
	if at != "" {
		if now, err = day(at, c.Seeker.Location, "--at"); err != nil {
			return nil, err
		}
		now = time.Date(now.Year(), now.Month(), now.Day(), 23, 59, 0, 0, c.Seeker.Location)
	}
	store, err := sqlite.Open(ctx, filepath.Join(c.StateDir, databaseName))
	if err != nil {
		return nil, err
	}
	defer store.Close()
	events, err := store.Events(ctx)
	if err != nil {
		return nil, err
	}
	r := newRound(c, nil, p.log(slog.LevelError))
	v := &view{book: employer.Fold(events, now), zone: c.Seeker.Location}
	v.plan = cadence.Make(v.book, r.Policy, r.Seeker, now)
	v.stages = cadence.Stages(v.book, v.plan)
	return v, nil
}

// status says what needs the user, then every application by stage.
func (p *Program) status() *cobra.Command {
	var at string
	var asJSON bool
	c := &cobra.Command{
		Use:   "status",
		Short: "Say what needs you, where every application stands and what comes next",
		Example: `  heardback status
  heardback status --at 2027-03-01 --json`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			v, err := p.view(c.Context(), at)
			if err != nil {
				return err
			}
			if asJSON {
				return writeJSON(p.Stdout, v.status())
			}
			v.printStatus(p.Stdout)
			return nil
		},
	}
	c.Flags().StringVar(&at, "at", "", "`DATE` (2027-01-31): as it will be, or would have been, at the end of that day")
	c.Flags().BoolVar(&asJSON, "json", false, "print all of it as JSON")
	return c
}

// applicationStatus is one application in the JSON of status and show.
type applicationStatus struct {
	ID        string         `json:"id"`
	Employer  string         `json:"employer"`
	Role      string         `json:"role"`
	Stage     employer.Stage `json:"stage"`
	Since     time.Time      `json:"since"`
	LastHeard time.Time      `json:"last_heard,omitzero"`
	Steps     []stepStatus   `json:"steps"`
	Events    []eventStatus  `json:"events,omitempty"`
	Drafts    []draftStatus  `json:"drafts,omitempty"`
}

type stepStatus struct {
	Kind       cadence.Kind `json:"kind"`
	To         string       `json:"to"`
	Due        time.Time    `json:"due"`
	Expires    time.Time    `json:"expires,omitzero"`
	Rule       string       `json:"rule"`
	Why        string       `json:"why"`
	Suppressed bool         `json:"suppressed"`
	Against    []string     `json:"against,omitempty"`
}

type eventStatus struct {
	At     time.Time `json:"at"`
	Kind   string    `json:"kind"`
	Text   string    `json:"text"`
	Quote  string    `json:"quote,omitempty"`
	Source string    `json:"source"`
}

type draftStatus struct {
	Kind   string              `json:"kind"`
	To     string              `json:"to"`
	State  employer.DraftState `json:"state"`
	At     time.Time           `json:"at"`
	Reason string              `json:"reason"`
}

type noticeStatus struct {
	Kind    string    `json:"kind"`
	App     string    `json:"application,omitempty"`
	Text    string    `json:"text"`
	By      time.Time `json:"by,omitzero"`
	Command string    `json:"command,omitempty"`
}

type questionStatus struct {
	ID      string `json:"id"`
	Kind    string `json:"kind"`
	Text    string `json:"text"`
	Urgent  bool   `json:"urgent"`
	Command string `json:"command"`
}

type statusReport struct {
	Now          time.Time           `json:"now"`
	Questions    []questionStatus    `json:"questions"`
	Notices      []noticeStatus      `json:"notices"`
	Applications []applicationStatus `json:"applications"`
}

func (v *view) status() statusReport {
	s := statusReport{Now: v.plan.Now, Questions: []questionStatus{}, Notices: []noticeStatus{}, Applications: []applicationStatus{}}
	for _, q := range v.book.Questions {
		s.Questions = append(s.Questions, questionStatus{q.ID, q.Kind, q.Text, q.Urgent, q.Command})
	}
	for _, n := range v.plan.Notices {
		s.Notices = append(s.Notices, noticeStatus{n.Kind, n.App, n.Text, n.By, n.Command})
	}
	for _, a := range v.book.Applications {
		s.Applications = append(s.Applications, v.application(a))
	}
	return s
}

func (v *view) application(a employer.Application) applicationStatus {
	s := applicationStatus{ID: a.ID, Employer: a.Employer, Role: a.Role, Stage: v.stages[a.ID], Since: a.StageSince, Steps: []stepStatus{}}
	if n := len(a.Inbound); n > 0 {
		s.LastHeard = a.Inbound[n-1].At
	}
	for _, step := range v.plan.Steps {
		if step.App != a.ID && !slices.Contains(step.Apps, a.ID) {
			continue
		}
		j := stepStatus{Kind: step.Kind, To: step.To.Address, Due: step.Due, Expires: step.Expires, Rule: step.Rule, Why: step.Why, Suppressed: step.Suppressed}
		for _, x := range step.Against {
			j.Against = append(j.Against, x.Rule+": "+x.Reason)
		}
		s.Steps = append(s.Steps, j)
	}
	return s
}

// stageOrder is the order in which status lists the stages: what asks for attention first.
var stageOrder = []employer.Stage{
	employer.Offered, employer.Invited, employer.Scheduled, employer.Assessing, employer.Pending, employer.Interviewed, employer.InContact,
	employer.Confirmed, employer.Applied, employer.OnHold, employer.Quiet, employer.Accepted, employer.Declined, employer.Rejected,
	employer.Filled, employer.Withdrawn, employer.Closed,
}

func (v *view) printStatus(w io.Writer) {
	if len(v.plan.Notices)+len(v.book.Questions) > 0 {
		fmt.Fprintln(w, "What needs you")
		for _, n := range v.plan.Notices {
			fmt.Fprintf(w, "  %s\n", n.Text)
			if n.Command != "" {
				fmt.Fprintf(w, "      %s\n", n.Command)
			}
		}
		for _, q := range v.book.Questions {
			fmt.Fprintf(w, "  %s\n      %s\n", q.Text, q.Command)
		}
		fmt.Fprintln(w)
	}
	for _, stage := range stageOrder {
		heading := false
		for _, a := range v.book.Applications {
			if v.stages[a.ID] != stage {
				continue
			}
			if !heading {
				fmt.Fprintf(w, "%s\n", strings.ToUpper(string(stage)[:1])+strings.ReplaceAll(string(stage)[1:], "-", " "))
				heading = true
			}
			fmt.Fprintf(w, "  %-28s %-34s %s\n", short(a.Employer, 28), short(a.Role, 34), v.next(a))
		}
	}
}

// next says in a few words what comes next for an application.
func (v *view) next(a employer.Application) string {
	for _, s := range v.plan.Steps {
		if (s.App == a.ID || slices.Contains(s.Apps, a.ID)) && !s.Suppressed {
			return fmt.Sprintf("%s on %s", s.Kind, s.Due.In(v.zone).Format("Mon 2 Jan"))
		}
	}
	if n := len(a.Inbound); n > 0 {
		return "last heard " + a.Inbound[n-1].At.In(v.zone).Format("2 Jan 2006")
	}
	return "nothing heard yet"
}

// show prints everything about one employer.
func (p *Program) show() *cobra.Command {
	var at string
	var asJSON bool
	c := &cobra.Command{
		Use:     "show EMPLOYER",
		Short:   "Show an employer's timeline with its evidence, its drafts, the next step and what stands against it",
		Example: `  heardback show acme`,
		Args:    cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			v, err := p.view(c.Context(), at)
			if err != nil {
				return err
			}
			apps, err := findEmployer(v.book, strings.Join(args, " "))
			if err != nil {
				return err
			}
			var out []applicationStatus
			for _, a := range apps {
				out = append(out, v.whole(a))
			}
			if asJSON {
				return writeJSON(p.Stdout, out)
			}
			for _, s := range out {
				printApplication(p.Stdout, s, v.zone)
			}
			return nil
		},
	}
	c.Flags().StringVar(&at, "at", "", "`DATE` (2027-01-31): as it will be, or would have been, at the end of that day")
	c.Flags().BoolVar(&asJSON, "json", false, "print all of it as JSON")
	return c
}

// whole is the status of an application with its timeline and drafts.
func (v *view) whole(a employer.Application) applicationStatus {
	s := v.application(a)
	for _, e := range a.Timeline {
		s.Events = append(s.Events, eventStatus{e.At, string(e.Kind), e.Text, e.Quote, e.Source})
	}
	for _, d := range a.Drafts {
		s.Drafts = append(s.Drafts, draftStatus{d.Kind, d.To.Address, d.State, d.StateAt, d.Reason})
	}
	return s
}

func printApplication(w io.Writer, s applicationStatus, zone timeZone) {
	when := func(t time.Time) string { return t.In(zone).Format("Mon 2 Jan 2006 15:04") }
	fmt.Fprintf(w, "%s — %s: %s since %s\n", s.Employer, or(s.Role, "role unknown"), s.Stage, when(s.Since))
	for _, e := range s.Events {
		fmt.Fprintf(w, "  %s  %s\n", when(e.At), e.Text)
		if e.Quote != "" {
			fmt.Fprintf(w, "      %q\n", e.Quote)
		}
	}
	for _, d := range s.Drafts {
		fmt.Fprintf(w, "  draft %s to %s: %s, %s\n      %s\n", d.Kind, d.To, d.State, when(d.At), d.Reason)
	}
	for _, t := range s.Steps {
		state := "next"
		if t.Suppressed {
			state = "not"
		}
		fmt.Fprintf(w, "  %s: %s to %s on %s (%s)\n      %s\n", state, t.Kind, or(t.To, "nobody"), when(t.Due), t.Rule, t.Why)
		for _, a := range t.Against {
			fmt.Fprintf(w, "      against: %s\n", a)
		}
	}
	fmt.Fprintln(w)
}

func or(s, fallback string) string {
	if s == "" {
		return fallback
	}
	return s
}
