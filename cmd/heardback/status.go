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
	events []employer.Event
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
	v := &view{events: events, book: employer.Fold(events, now), zone: c.Seeker.Location}
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
			v.printStatus(p.Stdout, p.width())
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
	ID         string    `json:"id"`
	Handle     string    `json:"handle"` // short, for heardback correct
	At         time.Time `json:"at"`
	Kind       string    `json:"kind"`
	Text       string    `json:"text"`
	From       string    `json:"from,omitempty"`
	Subject    string    `json:"subject,omitempty"`
	Quote      string    `json:"quote,omitempty"`
	Source     string    `json:"source"`
	Superseded bool      `json:"superseded,omitempty"` // an older reading, or taken back: it no longer counts
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

// printStatus writes what needs the user, and then one line for each application: whom and what, when something was heard last, and
// what comes next and when. No line is longer than width, 0 for no limit.
func (v *view) printStatus(w io.Writer, width int) {
	if len(v.plan.Notices)+len(v.book.Questions) > 0 {
		fmt.Fprintln(w, "What needs you")
		for _, n := range v.plan.Notices {
			paragraph(w, "  ", n.Text, width)
			if n.Command != "" {
				fmt.Fprintf(w, "      %s\n", n.Command)
			}
		}
		for _, q := range v.book.Questions {
			paragraph(w, "  ", q.Text, width)
			if q.Command != "" {
				fmt.Fprintf(w, "      %s\n", q.Command)
			}
		}
		fmt.Fprintln(w)
	}
	if len(v.book.Applications) == 0 {
		fmt.Fprintln(w, "There is no application in the book yet. heardback once reads your mailbox, heardback import takes over a spreadsheet.")
		return
	}
	byStage := map[employer.Stage][]employer.Application{}
	for _, a := range v.book.Applications {
		byStage[v.stages[a.ID]] = append(byStage[v.stages[a.ID]], a)
	}
	next := v.nextSteps()
	t := table{soft: 2}
	var headings []string // before the row of the same place
	for _, stage := range stageOrder {
		for i, a := range byStage[stage] {
			heading := ""
			if i == 0 {
				heading = fmt.Sprintf("%s (%d)", strings.ToUpper(string(stage)[:1])+strings.ReplaceAll(string(stage)[1:], "-", " "), len(byStage[stage]))
			}
			headings = append(headings, heading)
			t.add(a.Employer, or(a.Role, "role unknown"), v.heard(a), next[a.ID])
		}
	}
	for i, line := range t.lines("  ", width) {
		if headings[i] != "" {
			fmt.Fprintln(w, headings[i])
		}
		fmt.Fprintln(w, line)
	}
}

// heard says when the employer wrote last.
func (v *view) heard(a employer.Application) string {
	if n := len(a.Inbound); n > 0 {
		return "heard " + a.Inbound[n-1].At.In(v.zone).Format("2 Jan 2006")
	}
	return "nothing heard"
}

// nextSteps says for each application in a few words what comes next and when.
func (v *view) nextSteps() map[string]string {
	next := map[string]string{}
	for _, s := range v.plan.Steps {
		if s.Suppressed {
			continue
		}
		for _, id := range append([]string{s.App}, s.Apps...) {
			if next[id] != "" {
				continue
			}
			when := "due now"
			if s.Due.After(v.plan.Now) {
				when = "on " + s.Due.In(v.zone).Format("Mon 2 Jan")
			}
			if s.Drafted {
				when = "lies in Drafts"
			}
			next[id] = fmt.Sprintf("%s %s", s.Kind, when)
		}
	}
	return next
}
