package main

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"heardback/employer"
)

// draftWords are the states of a draft in the user's words.
var draftWords = map[employer.DraftState]string{
	employer.DraftIntended: "being placed", employer.DraftUntouched: "lies in Drafts", employer.DraftEdited: "edited by you",
	employer.DraftGone: "not found, looked for again", employer.DraftSent: "sent", employer.DraftDeleted: "declined by you",
	employer.DraftWithdrawn: "taken back", employer.DraftReported: "without its reason, left to you", employer.DraftRestored: "allowed again",
	employer.DraftRefused: "refused by a check",
}

// draftsCommand lists the drafts and takes back a refusal of the user's.
func (p *Program) draftsCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "drafts",
		Short: "List all drafts with what became of them and why they were written",
		Long: `drafts lists every draft that was placed or prepared, the newest first, with its state, its reason and the short name by which
restore knows it. A draft that you deleted counts as declined and is never placed again, unless you restore it.`,
		Example: `  heardback drafts
  heardback drafts restore acme`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			v, err := p.view(c.Context(), "")
			if err != nil {
				return err
			}
			if asJSON {
				return writeJSON(p.Stdout, v.drafts())
			}
			return p.printDrafts(v)
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print all of it as JSON")
	restore := &cobra.Command{
		Use:   "restore DRAFT|EMPLOYER",
		Short: "Allow a draft that you deleted to be placed again",
		Example: `  heardback drafts restore 3f29ab10
  heardback drafts restore acme`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return p.restoreDraft(c.Context(), strings.Join(args, " "))
		},
	}
	c.AddCommand(restore)
	return c
}

// draftEntry is one draft in the JSON of drafts.
type draftEntry struct {
	ID       string              `json:"id"` // the step's key, of which the first eight letters do as a name
	Kind     string              `json:"kind"`
	Employer string              `json:"employer"`
	Role     string              `json:"role,omitempty"`
	To       string              `json:"to"`
	Subject  string              `json:"subject"`
	State    employer.DraftState `json:"state"`
	At       time.Time           `json:"at"` // of the state
	Placed   time.Time           `json:"placed,omitzero"`
	Reason   string              `json:"reason"`
}

// drafts lists the drafts, the newest state first.
func (v *view) drafts() []draftEntry {
	out := []draftEntry{}
	for _, d := range v.book.Drafts {
		e := draftEntry{ID: d.Key, Kind: d.Kind, To: d.To.Address, Subject: d.Subject, State: d.State, At: d.StateAt, Placed: d.PlacedAt, Reason: d.Reason}
		if i := slices.IndexFunc(v.book.Applications, func(a *employer.Application) bool { return a.ID == d.App }); i >= 0 {
			e.Employer, e.Role = v.book.Applications[i].Employer, v.book.Applications[i].Role
		}
		out = append(out, e)
	}
	slices.SortStableFunc(out, func(a, b draftEntry) int { return b.At.Compare(a.At) })
	return out
}

func (p *Program) printDrafts(v *view) error {
	all := v.drafts()
	if len(all) == 0 {
		fmt.Fprintln(p.Stdout, "no drafts yet")
		return nil
	}
	t := tabwriter.NewWriter(p.Stdout, 0, 0, 2, ' ', 0)
	for _, d := range all {
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%s on %s\n", shortID(d.ID), short(or(d.Employer, "unknown"), 28), d.Kind, d.To, draftWords[d.State], d.At.In(v.zone).Format("Mon 2 Jan 2006"))
		fmt.Fprintf(t, "\t  %s\n", d.Reason)
	}
	return t.Flush()
}

// shortID is the name of a draft that is short enough to be typed.
func shortID(key string) string { return key[:min(len(key), 8)] }

// restoreDraft writes down that a declined draft may be placed again, and says whether it will be.
func (p *Program) restoreDraft(ctx context.Context, query string) error {
	v, err := p.view(ctx, "")
	if err != nil {
		return err
	}
	d, err := v.declined(query)
	if err != nil {
		return err
	}
	c, err := p.config()
	if err != nil {
		return err
	}
	now := p.Now()
	act := employer.DraftAct{Key: d.Key, App: d.App, Apps: d.Apps, Reason: "you asked for it again"}
	e := employer.Event{ID: fmt.Sprintf("draft:%s:%s:%d", d.Key, employer.KindDraftRestored, now.Unix()), Kind: employer.KindDraftRestored, At: now, Learned: now, Account: d.Account, Draft: &act}
	if err := record(ctx, c, e); err != nil {
		return err
	}
	if v, err = p.view(ctx, ""); err != nil {
		return err
	}
	fmt.Fprintf(p.Stdout, "the %s to %s is allowed again: %s\n", d.Kind, d.To.Address, v.prospect(d.Key))
	return nil
}

// declined finds the one draft that the user deleted and now means, by the beginning of its name or by its employer.
func (v *view) declined(query string) (employer.Draft, error) {
	var found []employer.Draft
	for _, d := range v.book.Drafts {
		if len(query) >= 4 && strings.HasPrefix(d.Key, strings.ToLower(query)) {
			found = append(found, d)
		}
	}
	if len(found) == 0 {
		apps, err := employer.Find(v.book, query)
		if err != nil {
			return employer.Draft{}, err
		}
		for _, d := range v.book.Drafts {
			if slices.ContainsFunc(apps, func(a *employer.Application) bool { return a.ID == d.App || slices.Contains(d.Apps, a.ID) }) {
				found = append(found, d)
			}
		}
	}
	deleted := slices.DeleteFunc(slices.Clone(found), func(d employer.Draft) bool { return d.State != employer.DraftDeleted })
	switch {
	case len(found) == 0:
		return employer.Draft{}, fmt.Errorf("there is no draft %q, nor an employer of that name with one: heardback drafts lists all", query)
	case len(deleted) == 0 && len(found) == 1:
		return employer.Draft{}, fmt.Errorf("the %s to %s is not one that you deleted: %s", found[0].Kind, found[0].To.Address, draftWords[found[0].State])
	case len(deleted) == 0:
		return employer.Draft{}, fmt.Errorf("you deleted none of the %d drafts to %q", len(found), query)
	case len(deleted) > 1:
		var names []string
		for _, d := range deleted {
			names = append(names, fmt.Sprintf("%s (%s to %s)", shortID(d.Key), d.Kind, d.To.Address))
		}
		return employer.Draft{}, fmt.Errorf("%q has several: say which one, %s", query, strings.Join(names, " or "))
	}
	return deleted[0], nil
}

// prospect says what the plan makes of the step with that key.
func (v *view) prospect(key string) string {
	for _, s := range v.plan.Steps {
		if s.Key != key {
			continue
		}
		for _, x := range s.Against {
			if x.Blocks {
				return fmt.Sprintf("but it is not placed, since %s (%s)", x.Reason, x.Rule)
			}
		}
		if s.Due.After(v.plan.Now) {
			return "it is placed on " + s.Due.In(v.zone).Format("Mon 2 Jan 2006 15:04")
		}
		return "it is placed in the next round"
	}
	return "but nothing asks for it any more, so it is not placed"
}
