package main

import (
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"heardback/employer"
)

// correctFlags are the flags of correct.
type correctFlags struct {
	kind, employer, role, date string
	json                       bool
}

// correct puts right what heardback understood.
func (p *Program) correctCommand() *cobra.Command {
	var f correctFlags
	c := &cobra.Command{
		Use:   "correct MESSAGE | merge A B | split MESSAGE | undo EVENT",
		Short: "Put right what heardback understood of a message, or which applications belong together",
		Long: `correct changes what heardback understood. MESSAGE and EVENT are what heardback show prints in brackets, or a Message-ID. A and B are
employers, or applications by what stands in brackets behind them, where an employer has several. Nothing is overwritten: each
correction can be taken back with undo, and undo too.`,
		Example: `  heardback correct 3f9c2ab --kind rejection
  heardback correct 3f9c2ab --kind other
  heardback correct MESSAGE-ID --employer "Northwind Example" --role "Data Engineer"
  heardback correct 3f9c2ab --date 2027-03-12T14:00
  heardback correct merge acme "Acme Holding"
  heardback correct split 3f9c2ab
  heardback correct undo 77d01e2`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return p.userEvent(c.Context(), f.json, func(v *view) ([]employer.Event, error) { return correctEvents(v, f, args, p.Now()) })
		},
	}
	f.register(c)
	return c
}

func (f *correctFlags) register(c *cobra.Command) {
	c.Flags().StringVar(&f.kind, "kind", "", "what the message is: confirmation, interview, assessment, offer, rejection, hold, filled, info-request, contact, …, or other: no job mail")
	c.Flags().StringVar(&f.employer, "employer", "", "whom it is about")
	c.Flags().StringVar(&f.role, "role", "", "the `ROLE` it is about; with split, of the new application")
	c.Flags().StringVar(&f.date, "date", "", "the `DATE` that it names (2027-01-31, or 2027-01-31T14:00): of the interview, or the deadline")
	c.Flags().BoolVar(&f.json, "json", false, "print what was noted as JSON")
}

// correctEvents makes the events of a correct command.
func correctEvents(v *view, f correctFlags, args []string, now time.Time) ([]employer.Event, error) {
	f.employer, f.role = strings.TrimSpace(f.employer), strings.TrimSpace(f.role)
	one := func(kind employer.Kind, act employer.UserAct) []employer.Event {
		return []employer.Event{newUserEvent(kind, now, now, act)}
	}
	if what := args[0]; f.kind+f.employer+f.date != "" && (what == "merge" || what == "split" || what == "undo") || f.role != "" && (what == "merge" || what == "undo") {
		return nil, usageError{fmt.Errorf("%s takes none of these flags: repeat it without them, and correct the message by itself", what)}
	}
	switch args[0] {
	case "merge":
		if len(args) != 3 {
			return nil, usageError{fmt.Errorf("merge wants two employers or applications")}
		}
		a, err := v.single(args[1])
		if err != nil {
			return nil, err
		}
		b, err := v.single(args[2])
		if err != nil {
			return nil, err
		}
		if a.ID == b.ID {
			return nil, fmt.Errorf("%q and %q are one application already: %s (%s)", args[1], args[2], a.Employer, or(a.Role, "role unknown"))
		}
		return one(employer.KindMerge, employer.UserAct{Verb: "merge", Target: a.ID, Other: b.ID}), nil
	case "split", "undo":
		if len(args) != 2 {
			return nil, usageError{fmt.Errorf("%s wants one message or event", args[0])}
		}
		id, err := v.event(args[1])
		if err != nil {
			return nil, err
		}
		if args[0] == "undo" {
			if !strings.HasPrefix(id, "user:") {
				return nil, fmt.Errorf("%q is no command of yours: say what it is with --kind, or --kind other if it is no job mail", args[1])
			}
			return one(employer.KindUndo, employer.UserAct{Verb: "undo", Target: id}), nil
		}
		return one(employer.KindSplit, employer.UserAct{Verb: "split", Target: id, Value: f.role}), nil
	}
	if len(args) != 1 {
		return nil, usageError{fmt.Errorf("correct wants one message")}
	}
	return v.corrections(args[0], f, now)
}

// corrections makes one event for each thing that is put right.
func (v *view) corrections(message string, f correctFlags, now time.Time) ([]employer.Event, error) {
	if f.kind+f.employer+f.role+f.date == "" {
		return nil, usageError{fmt.Errorf("say what is right: --kind, --employer, --role or --date")}
	}
	if f.kind != "" && !employer.KnownKind(f.kind) {
		return nil, usageError{fmt.Errorf("%q is no kind of message: write confirmation, interview, assessment, offer, rejection, hold, filled, info-request or contact; or other, if it is no job mail", f.kind)}
	}
	target, err := v.event(message)
	if err != nil {
		return nil, err
	}
	var events []employer.Event
	for _, x := range []struct{ verb, value string }{{"kind", f.kind}, {"employer", f.employer}, {"role", f.role}} {
		if x.value != "" {
			events = append(events, newUserEvent(employer.KindCorrect, now, now, employer.UserAct{Verb: x.verb, Target: target, Value: x.value}))
		}
	}
	if f.date != "" {
		d, err := moment(f.date, v.zone, "--date")
		if err != nil {
			return nil, err
		}
		if f.kind == "" && d.After(now) && v.past(target) {
			return nil, usageError{fmt.Errorf("%s is still to come: the mail names no interview and no deadline, so that --date says when it was sent", d.Format("2 Jan 2006"))}
		}
		events = append(events, newUserEvent(employer.KindCorrect, now, now, employer.UserAct{Verb: "date", Target: target, Date: d}))
	}
	return events, nil
}

// past reports whether an event is about nothing to come, as the book understands it: its date is when it happened.
func (v *view) past(event string) bool {
	for i := range v.events {
		if e := &v.events[i]; e.ID == event && (e.Interview != nil || !e.Deadline.IsZero()) {
			return false
		}
	}
	for _, a := range v.book.Applications {
		for _, t := range a.Timeline {
			if t.Event != event || t.Superseded {
				continue
			}
			switch t.Kind {
			case employer.KindInvite, employer.KindScheduled, employer.KindRescheduled, employer.KindOffer, employer.KindAssessment:
				return false
			}
		}
	}
	return true
}

// single returns the one application that a name or a handle means.
func (v *view) single(query string) (*employer.Application, error) {
	for _, a := range v.book.Applications {
		if handle(a.ID) == strings.Trim(query, "[]") {
			return a, nil
		}
	}
	apps, err := findEmployer(v.book, query)
	if err != nil {
		return nil, err
	}
	if len(apps) > 1 {
		var all []string
		for _, a := range apps {
			all = append(all, fmt.Sprintf("%s (%s)", handle(a.ID), or(a.Role, "role unknown")))
		}
		return nil, fmt.Errorf("%s has several applications: write one of %s", apps[0].Employer, strings.Join(all, ", "))
	}
	return apps[0], nil
}
