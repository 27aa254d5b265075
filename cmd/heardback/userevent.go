package main

import (
	"context"
	"crypto/rand"
	"fmt"
	"strings"
	"time"

	"heardback/employer"
)

func newUserEvent(kind employer.Kind, at, now time.Time, act employer.UserAct) employer.Event {
	return employer.Event{ID: "user:" + strings.ToLower(rand.Text()[:12]), Kind: kind, At: at, Learned: now, User: &act}
}

// noted is one event of the user's in the JSON of log and correct.
type noted struct {
	ID           string             `json:"id"`
	Kind         employer.Kind      `json:"kind"`
	Verb         string             `json:"verb"`
	At           time.Time          `json:"at"`
	Applications []notedApplication `json:"applications"`
	Undo         string             `json:"undo"` // the command that takes it back
}

type notedApplication struct {
	ID       string         `json:"id"`
	Employer string         `json:"employer"`
	Role     string         `json:"role"`
	Stage    employer.Stage `json:"stage"`
	New      bool           `json:"new"` // it did not exist before
}

// userEvent commits what make returns for the book as it stands, and says where it went.
func (p *Program) userEvent(ctx context.Context, asJSON bool, make func(*view) ([]employer.Event, error)) error {
	v, err := p.view(ctx, "")
	if err != nil {
		return err
	}
	events, err := make(v)
	if err != nil {
		return err
	}
	c, err := p.config()
	if err != nil {
		return err
	}
	if err := record(ctx, c, events...); err != nil {
		return err
	}
	after, err := p.view(ctx, "")
	if err != nil {
		return err
	}
	out := []noted{}
	for _, e := range events {
		out = append(out, after.noted(e, v))
	}
	if asJSON {
		return writeJSON(p.Stdout, out)
	}
	for i, n := range out {
		where := "for all applications"
		var names []string
		for _, a := range n.Applications {
			name := fmt.Sprintf("%s (%s), now %s", or(a.Employer, "employer unknown"), or(a.Role, "role unknown"), a.Stage)
			if a.New {
				name = "a new application: " + name
			}
			names = append(names, name)
		}
		if len(names) > 0 {
			where = "for " + strings.Join(names, "; ")
		} else if events[i].Kind != employer.KindLog {
			where = "for a mail that belongs to no application"
		}
		fmt.Fprintf(p.Stdout, "noted %s\ntake it back with: %s\n", where, n.Undo)
	}
	return nil
}

// noted says where an event went. Before is the book without it.
func (v *view) noted(e employer.Event, before *view) noted {
	n := noted{ID: e.ID, Kind: e.Kind, Verb: e.User.Verb, At: e.At, Applications: []notedApplication{}, Undo: "heardback correct undo " + e.ID}
	for _, a := range v.book.Applications {
		for _, t := range a.Timeline {
			if t.Event == e.ID {
				n.Applications = append(n.Applications, notedApplication{a.ID, a.Employer, a.Role, v.stages[a.ID], before.stages[a.ID] == ""})
				break
			}
		}
	}
	return n
}
