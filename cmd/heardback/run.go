package main

import (
	"context"
	"log/slog"
	"time"

	"github.com/spf13/cobra"
)

// maxNap bounds the time between two rounds whatever the plan says: a machine that slept, or a clock that jumped, is
// noticed within it.
const maxNap = 15 * time.Minute

// run is the daemon.
func (p *Program) run() *cobra.Command {
	return &cobra.Command{
		Use:     "run",
		Short:   "Watch the mailbox and place drafts when they are due, until stopped",
		Example: `  heardback run`,
		Args:    cobra.NoArgs,
		RunE:    func(c *cobra.Command, _ []string) error { return p.daemon(c.Context()) },
	}
}

// daemon runs rounds until ctx ends: when mail arrives, when the plan says that something is due, and every maxNap.
func (p *Program) daemon(ctx context.Context) (err error) {
	c, err := p.config()
	if err != nil {
		return err
	}
	log := p.log(slog.LevelInfo)
	h, err := p.open(ctx, c, log)
	if err != nil {
		return err
	}
	defer func() { err = h.close(err) }()
	for _, w := range c.Warnings {
		log.Warn("the policy departs from the advice", "what", w)
	}
	log.Info("started", "accounts", len(h.boxes), "mode", c.Policy.Mode)
	arrived := make(chan struct{}, 1)
	for first := true; ; first = false {
		rep, err := h.round.Run(ctx, p.Now())
		if ctx.Err() != nil {
			log.Info("stopped")
			return nil
		}
		if err != nil {
			return err
		}
		if first && len(rep.Errors) == len(h.boxes) && rep.Read+rep.Skipped == 0 {
			return together(rep.Errors) // nothing works at all: say so now, to the person who started it
		}
		for _, e := range rep.Errors {
			log.Error(sentence(e))
		}
		nap := maxNap
		if d := rep.Next.Sub(p.Now()); !rep.Next.IsZero() && d < nap {
			nap = max(d, time.Second)
		}
		if !h.wait(ctx, nap, arrived) {
			log.Info("stopped")
			return nil
		}
	}
}

// wait returns true when mail arrived in any account or nap is over, false when ctx ended. Every account waits on its own
// connection; all have given it back when wait returns.
func (h *house) wait(ctx context.Context, nap time.Duration, arrived chan struct{}) bool {
	waiting, stop := context.WithTimeout(ctx, nap)
	defer stop()
	done := make(chan struct{})
	for _, b := range h.boxes {
		go func() {
			if err := b.Wait(waiting); err == nil {
				select {
				case arrived <- struct{}{}:
				default:
				}
			}
			done <- struct{}{}
		}()
	}
	select {
	case <-arrived:
	case <-waiting.Done():
	}
	stop()
	for range h.boxes {
		<-done
	}
	select { // what came while stopping is part of the next round anyway
	case <-arrived:
	default:
	}
	return ctx.Err() == nil
}
