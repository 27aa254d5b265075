package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"

	"github.com/spf13/cobra"

	"heardback/mailbox"
	"heardback/round"
)

// once runs a single round against the configured accounts.
func (p *Program) once() *cobra.Command {
	var dry bool
	c := &cobra.Command{
		Use:   "once",
		Short: "Run one round: read what is new, plan, place what is due",
		Example: `  heardback once --dry-run
  heardback once`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return p.oneRound(c.Context(), dry) },
	}
	c.Flags().BoolVar(&dry, "dry-run", false, "change nothing, neither in the mailbox nor on disk, and say what would be done")
	return c
}

func (p *Program) oneRound(ctx context.Context, dry bool) (err error) {
	h, err := p.house(ctx)
	if err != nil {
		return err
	}
	defer func() { err = h.close(err) }()
	if dry {
		if err := h.dry(ctx); err != nil {
			return err
		}
	}
	end := p.showReading(h.round)
	rep, err := h.run(ctx, p.Now())
	end()
	if err != nil {
		return err
	}
	if !dry {
		h.keep(ctx, &rep, p.log(slog.LevelWarn))
	}
	if err := p.printReport(rep, h.round.Seeker.Zone); err != nil {
		return err
	}
	return together(rep.Errors)
}

// showReading shows how far a round is in reading each account, until end is called.
func (p *Program) showReading(r *round.Round) (end func()) {
	shown, of := (*progress)(nil), ""
	end = func() {
		if shown != nil {
			shown.end()
		}
	}
	r.Progress = func(account string, done, total int) {
		if shown == nil || of != account {
			end()
			shown, of = p.progress("reading "+account, "messages", 1), account
		}
		shown.show(int64(done), int64(total))
	}
	return end
}

// together joins errors, each sentence once.
func together(all []error) error {
	var different []error
	said := map[string]bool{}
	for _, err := range all {
		if !said[err.Error()] {
			said[err.Error()] = true
			different = append(different, err)
		}
	}
	return errors.Join(different...)
}

// dry puts a book in memory before the real one and a mailbox that only reads before each account; letters to the user are not written.
func (h *house) dry(ctx context.Context) error {
	events, err := h.store.Events(ctx)
	if err != nil {
		return err
	}
	cursors := map[string]mailbox.Cursor{}
	for i, a := range h.round.Accounts {
		if cursors[a.Box.Name()], err = h.store.Cursor(ctx, a.Box.Name()); err != nil {
			return err
		}
		h.round.Accounts[i].Box = readOnly{a.Box}
	}
	h.round.Store = round.NewMemory(events, cursors)
	h.round.Observe, h.round.Letters = true, nil
	return nil
}

// readOnly is a mailbox that reads and never writes.
type readOnly struct{ round.Mailbox }

var errReadOnly = errors.New("a dry run writes nothing")

func (readOnly) Place(context.Context, mailbox.Letter) (mailbox.Where, error) {
	return mailbox.Where{}, errReadOnly
}

func (readOnly) Withdraw(context.Context, mailbox.Placed) error { return mailbox.ErrCannot }

// printReport says for people what a round did.
func (p *Program) printReport(rep round.Report, zone timeZone) error {
	fmt.Fprintf(p.Stdout, "read %d messages, %d told something\n", rep.Read+rep.Skipped, len(rep.News))
	for _, n := range rep.News {
		printNews(p.Stdout, n, zone)
	}
	for _, a := range rep.Actions {
		if err := printAction(p.Stdout, a, zone); err != nil {
			return err
		}
	}
	for _, f := range rep.Failed {
		fmt.Fprintf(p.Stderr, "heardback: %s\n", f)
	}
	if rep.Plan.Brake != "" {
		fmt.Fprintf(p.Stderr, "heardback: %s\n", rep.Plan.Brake)
	}
	return nil
}
