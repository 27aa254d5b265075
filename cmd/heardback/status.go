package main

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"heardback/cadence"
	"heardback/cmd/heardback/config"
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
	steps  map[string][]stepStatus // by application, made when it is asked for
}

// view reads the book and plans at the date of --at, or now. It does not connect and changes nothing, but that the view of now is kept for
// the next command.
func (p *Program) view(ctx context.Context, at string) (*view, error) {
	var v *view
	err := p.withView(ctx, at, func(made *view) error {
		v = made
		return nil
	})
	return v, err
}

// withView hands show the view, as view makes it, and keeps it once it is shown: who asked need not wait for that.
func (p *Program) withView(ctx context.Context, at string, show func(*view) error) error {
	c, err := p.config()
	if err != nil {
		return err
	}
	now := p.Now().In(c.Seeker.Location)
	if at != "" {
		if now, err = day(at, c.Seeker.Location, "--at"); err != nil {
			return err
		}
		now = time.Date(now.Year(), now.Month(), now.Day(), 23, 59, 0, 0, c.Seeker.Location)
	}
	store, err := openBook(ctx, c)
	if err != nil {
		return err
	}
	defer store.Close()
	events, newest, err := store.Since(ctx, 0)
	if err != nil {
		return err
	}
	v := makeView(c, events, now)
	err = show(v)
	if at == "" {
		v.keep(ctx, store, c, newest, kept{}, p.log(slog.LevelError))
	}
	return err
}

// makeView folds events and plans at now.
func makeView(c *config.Config, events []employer.Event, now time.Time) *view {
	v := &view{events: events, book: employer.Fold(events, now), zone: c.Seeker.Location}
	v.plan = cadence.Make(v.book, c.Policy, seeker(c), now)
	v.stages = cadence.Stages(v.book, v.plan)
	return v
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
			return p.printStatus(c.Context(), at, asJSON)
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
	// Otherwise settles it the other way.
	Otherwise string `json:"otherwise,omitempty"`
}

type statusReport struct { // "now" stands before it
	Questions    []questionStatus  `json:"questions"`
	Notices      []noticeStatus    `json:"notices"`
	Applications []json.RawMessage `json:"applications"` // each an applicationStatus
}

// asked is the report of status without the applications.
func (v *view) asked() statusReport {
	s := statusReport{Questions: []questionStatus{}, Notices: []noticeStatus{}, Applications: []json.RawMessage{}}
	for _, q := range v.book.Questions {
		s.Questions = append(s.Questions, questionStatus{q.ID, q.Kind, q.Text, q.Urgent, q.Command, q.Otherwise})
	}
	commands := v.commands()
	for i, n := range v.plan.Notices {
		s.Notices = append(s.Notices, noticeStatus{n.Kind, n.App, n.Text, n.By, commands[i]})
	}
	return s
}

// status is the report of status.
func (v *view) status() (statusReport, error) {
	s := v.asked()
	for _, a := range v.book.Applications {
		text, err := compact(v.application(a))
		if err != nil {
			return s, err
		}
		s.Applications = append(s.Applications, text)
	}
	return s, nil
}

func (v *view) application(a *employer.Application) applicationStatus {
	if v.steps == nil {
		v.steps = v.stepsByApp()
	}
	s := applicationStatus{ID: a.ID, Employer: a.Employer, Role: a.Role, Stage: v.plan.Stage(a), Since: v.plan.Since(a), Steps: v.steps[a.ID]}
	if s.Steps == nil {
		s.Steps = []stepStatus{}
	}
	if n := len(a.Inbound); n > 0 {
		s.LastHeard = a.Inbound[n-1].At
	}
	return s
}

// stepsByApp returns the steps of each application.
func (v *view) stepsByApp() map[string][]stepStatus {
	all := map[string][]stepStatus{}
	for _, step := range v.plan.Steps {
		j := stepStatus{Kind: step.Kind, To: step.To.Address, Due: step.Due, Expires: step.Expires, Rule: step.Rule, Why: step.Why, Suppressed: step.Suppressed}
		for _, x := range step.Against {
			j.Against = append(j.Against, x.Rule+": "+x.Reason)
		}
		apps := step.Apps
		if !slices.Contains(apps, step.App) {
			apps = append([]string{step.App}, apps...)
		}
		for _, id := range apps {
			all[id] = append(all[id], j)
		}
	}
	return all
}

// printStatus prints what the snapshot says, or works it out.
func (p *Program) printStatus(ctx context.Context, at string, asJSON bool) error {
	if at == "" {
		c, err := p.config()
		if err != nil {
			return err
		}
		err = p.recall(ctx, c, func(k *sqlite.Snapshot) error {
			if asJSON {
				s, err := recallStatus(k)
				if err != nil {
					return err
				}
				return p.writeStatus(s, p.Now().In(c.Seeker.Location))
			}
			o, err := recallOverview(k)
			if err == nil {
				o.print(p.Stdout, p.width())
			}
			return err
		})
		if !errors.Is(err, errStale) {
			return err
		}
	}
	return p.withView(ctx, at, func(v *view) error {
		if !asJSON {
			o := v.overview()
			o.print(p.Stdout, p.width())
			return nil
		}
		s, err := v.status()
		if err != nil {
			return err
		}
		return p.writeStatus(s, v.plan.Now)
	})
}

// writeStatus writes the JSON of status with the time at which it holds.
func (p *Program) writeStatus(s statusReport, now time.Time) error {
	return writeJSON(p.Stdout, struct {
		Now time.Time `json:"now"`
		statusReport
	}{now, s})
}
