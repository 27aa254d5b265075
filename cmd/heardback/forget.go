package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"heardback/employer"
	"heardback/employer/sqlite"
)

// forget removes an employer from the database.
func (p *Program) forget() *cobra.Command {
	var yes, dry, asJSON bool
	c := &cobra.Command{
		Use:   "forget EMPLOYER",
		Short: "Remove everything about an employer from the database, for good",
		Long: `forget removes all applications at an employer: what mail said, the quotes, the headers, what you logged and corrected, and the
record of drafts, also from the unused parts of the database file. It cannot be taken back.

Your mailbox is not touched: the messages and any drafts stay there until you delete them. So do backups that you made, and a later
mail of the employer opens it anew. Stop heardback run first.`,
		Example: `  heardback forget acme --dry-run
  heardback forget acme`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return p.forgetEmployer(c.Context(), strings.Join(args, " "), yes, dry, asJSON)
		},
	}
	c.Flags().BoolVar(&yes, "yes", false, "do not ask")
	c.Flags().BoolVar(&dry, "dry-run", false, "say what would be removed and remove nothing")
	c.Flags().BoolVar(&asJSON, "json", false, "print the result as JSON; needs --yes or --dry-run")
	c.MarkFlagsMutuallyExclusive("yes", "dry-run")
	return c
}

// forgotten is what forget says in JSON.
type forgotten struct {
	Applications []forgottenApplication `json:"applications"`
	Events       int                    `json:"events"`
	Forgotten    bool                   `json:"forgotten"`
}

type forgottenApplication struct {
	ID       string `json:"id"`
	Employer string `json:"employer"`
	Role     string `json:"role"`
}

func (p *Program) forgetEmployer(ctx context.Context, query string, yes, dry, asJSON bool) (err error) {
	if asJSON && !yes && !dry {
		return usageError{errors.New("--json asks nothing: add --yes or --dry-run")}
	}
	c, err := p.config()
	if err != nil {
		return err
	}
	if !dry { // a daemon would write down again what it remembers
		unlock, err := sqlite.Lock(c.StateDir)
		if err != nil {
			return err
		}
		defer unlock()
	}
	store, err := existing(ctx, c)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	events, err := store.Events(ctx)
	if err != nil {
		return err
	}
	book := employer.Fold(events, p.Now())
	apps, err := findEmployer(book, query)
	if err != nil {
		return err
	}
	ids := employer.About(events, book, apps)
	out := forgotten{Events: len(ids)}
	for _, a := range apps {
		out.Applications = append(out.Applications, forgottenApplication{a.ID, a.Employer, a.Role})
	}
	if !asJSON {
		for _, a := range apps {
			fmt.Fprintf(p.Stdout, "%s — %s, %s since %s\n", or(a.Employer, "employer unknown"), or(a.Role, "role unknown"), a.Stage, a.StageSince.In(c.Seeker.Location).Format("2 Jan 2006"))
		}
		fmt.Fprintf(p.Stdout, "%d events in all\n", len(ids))
	}
	if !dry {
		if !yes && !p.confirm("Forget all of this for good?") {
			return errors.New("nothing was forgotten: answer yes, or repeat it with --yes")
		}
		if err := store.Forget(ctx, ids...); err != nil {
			return err
		}
		out.Forgotten = true
	}
	switch {
	case asJSON:
		return writeJSON(p.Stdout, out)
	case dry:
		fmt.Fprintln(p.Stdout, "a dry run: nothing was forgotten")
	default:
		fmt.Fprintln(p.Stdout, "forgotten; your mailbox, and backups that you made, keep what they hold")
	}
	return nil
}

// confirm asks a question that yes answers.
func (p *Program) confirm(question string) bool {
	fmt.Fprintf(p.Stdout, "%s [y/N] ", question)
	line, _ := bufio.NewReader(p.Stdin).ReadString('\n')
	fmt.Fprintln(p.Stdout)
	return slices.Contains([]string{"y", "yes"}, strings.ToLower(strings.TrimSpace(line)))
}

// findEmployer returns the applications at the employer that a query means, an error if there are none or several may be meant.
func findEmployer(b employer.Book, query string) ([]*employer.Application, error) {
	apps, err := employer.Find(b, query)
	if err == nil && len(apps) == 0 {
		err = fmt.Errorf("there is no employer %q in the book: heardback status lists them", query)
	}
	return apps, err
}
