package main

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"heardback/employer"
	"heardback/employer/sqlite"
)

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
			return p.showEmployer(c.Context(), strings.Join(args, " "), at, asJSON)
		},
	}
	c.Flags().StringVar(&at, "at", "", "`DATE` (2027-01-31): as it will be, or would have been, at the end of that day")
	c.Flags().BoolVar(&asJSON, "json", false, "print all of it as JSON")
	return c
}

// showEmployer prints what the snapshot says of an employer, or works it out.
func (p *Program) showEmployer(ctx context.Context, query, at string, asJSON bool) error {
	c, err := p.config()
	if err != nil {
		return err
	}
	var out []applicationStatus
	err = errStale
	if at == "" {
		err = p.recall(ctx, c, func(k *sqlite.Snapshot) error {
			o, err := recallOverview(k)
			if err != nil {
				return err
			}
			ids, err := o.find(query)
			for _, id := range ids {
				var a applicationStatus
				if err := part(k, partApp+id, &a); err != nil {
					return err
				}
				out = append(out, a)
			}
			return err
		})
	}
	print := func() error {
		if asJSON {
			return writeJSON(p.Stdout, out)
		}
		for _, s := range out {
			printApplication(p.Stdout, s, c.Seeker.Location, p.width())
		}
		return nil
	}
	switch {
	case errors.Is(err, errStale):
		return p.withView(ctx, at, func(v *view) error {
			apps, err := findEmployer(v.book, query)
			if err != nil {
				return err
			}
			out = nil
			for _, a := range apps {
				out = append(out, v.whole(a))
			}
			return print()
		})
	case err != nil:
		return err
	}
	return print()
}

// whole is the status of an application with its timeline and drafts.
func (v *view) whole(a *employer.Application) applicationStatus {
	s := v.application(a)
	for _, e := range a.Timeline {
		x := eventStatus{ID: e.Event, Handle: handle(e.Event), At: e.At, Kind: string(e.Kind), Text: e.Text, Quote: e.Quote, Source: e.Source, Superseded: e.Superseded}
		if e.Mail != nil {
			x.Subject, x.From = e.Mail.Subject, e.Mail.From.Address
		}
		s.Events = append(s.Events, x)
	}
	for _, d := range a.Drafts {
		s.Drafts = append(s.Drafts, draftStatus{d.Kind, d.To.Address, d.State, d.StateAt, d.Reason})
	}
	return s
}

// printApplication writes an application: where it stands, its timeline with the evidence, its drafts, what comes next by which rule and
// what stands against it. The handles in brackets are what heardback correct takes.
func printApplication(w io.Writer, s applicationStatus, zone timeZone, width int) {
	when := func(t time.Time) string { return t.In(zone).Format("Mon 2 Jan 2006 15:04") }
	paragraph(w, "", fmt.Sprintf("%s — %s: %s since %s [%s]", or(s.Employer, "employer unknown"), or(s.Role, "role unknown"), s.Stage, when(s.Since), handle(s.ID)), width)
	for _, e := range s.Events {
		text := brief(e.Text)
		if e.Superseded {
			text = "(" + text + ")"
		}
		paragraph(w, "  "+when(e.At)+"  ", text+" ["+handle(e.ID)+"]", width)
		if e.Subject != "" {
			paragraph(w, "      ", strings.TrimSpace(e.From+": "+e.Subject), width)
		}
		if e.Quote != "" {
			paragraph(w, "      ", fmt.Sprintf("%q", e.Quote), width)
		}
	}
	for _, d := range s.Drafts {
		paragraph(w, "  draft  ", fmt.Sprintf("%s to %s: %s, %s", d.Kind, d.To, d.State, when(d.At)), width)
		if d.Reason != "" {
			paragraph(w, "      ", d.Reason, width)
		}
	}
	for _, t := range s.Steps {
		state := "next"
		if t.Suppressed {
			state = "not"
		}
		paragraph(w, "  "+state+"  ", fmt.Sprintf("%s to %s on %s, by rule %s", t.Kind, or(t.To, "nobody"), when(t.Due), t.Rule), width)
		paragraph(w, "      ", t.Why, width)
		said := ""
		for _, a := range t.Against {
			if _, reason, _ := strings.Cut(a, ": "); reason != said { // two rules may have one reason
				paragraph(w, "      against it: ", a, width)
				said = reason
			}
		}
	}
	if len(s.Steps) == 0 {
		fmt.Fprintln(w, "  next  nothing is planned")
	}
	fmt.Fprintln(w)
}

// brief leaves out the stage that an entry led to where its words say the same.
func brief(text string) string {
	what, stage, moved := strings.Cut(text, " → ")
	stage = strings.ReplaceAll(stage, "-", " ")
	if !moved || strings.HasSuffix(strings.ToLower(what), stage) {
		return what
	}
	return what + " → " + stage
}

// handle is a short name of an event, to be typed.
func handle(id string) string {
	return fmt.Sprintf("%x", sha256.Sum256([]byte(id)))[:handleLength]
}

const handleLength = 7

// event returns the ID of the event that a user means: by its handle or the beginning of one, its ID, or the message's key or
// Message-ID. A message that the book does not know has no event.
func (v *view) event(query string) (string, error) {
	q := strings.TrimSpace(strings.Trim(strings.TrimSpace(query), "<>[]"))
	var hits []string
	for i := range v.events {
		e := &v.events[i]
		if e.ID == q || e.Mail != nil && (e.Mail.Key == q || e.Mail.MessageID == q) {
			return e.ID, nil
		}
		if len(q) >= 4 && strings.HasPrefix(handle(e.ID), strings.ToLower(q)) && !slices.Contains(hits, e.ID) {
			hits = append(hits, e.ID)
		}
	}
	switch len(hits) {
	case 1:
		return hits[0], nil
	case 0:
		return "", fmt.Errorf("there is no message or event %q in the book: heardback show EMPLOYER names them in brackets", query)
	}
	return "", fmt.Errorf("%q may be %s: write more of it", query, strings.Join(hits, " or "))
}
