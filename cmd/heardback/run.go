package main

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"heardback/cmd/heardback/config"
	"heardback/round"
)

// maxNap bounds the time between two rounds whatever the plan says.
const maxNap = 15 * time.Minute

// turn is how many messages of one account are read before the others have their turn: more than most first syncs have to read, and some minutes on
// a slow line.
const turn = 5000

// much is after how many messages in one round the daemon gives its memory back.
const much = 500

// run is the daemon.
func (p *Program) run() *cobra.Command {
	return &cobra.Command{
		Use:   "run",
		Short: "Watch the mailbox and place drafts when they are due, until stopped",
		Long: `run is the daemon. It stops in order on SIGTERM and Ctrl-C, reads its configuration anew on SIGHUP, and tells systemd when it is
ready and that it is alive.`,
		Example: `  heardback run`,
		Args:    cobra.NoArgs,
		RunE:    func(c *cobra.Command, _ []string) error { return p.daemon(c.Context()) },
	}
}

// daemon serves until ctx ends; on SIGHUP it reads the configuration anew.
func (p *Program) daemon(ctx context.Context) error {
	c, err := p.config()
	if err != nil {
		return err
	}
	reload := make(chan os.Signal, 1)
	signal.Notify(reload, syscall.SIGHUP)
	defer signal.Stop(reload)
	heart := newHeart()
	defer heart.stop()
	for first := true; c != nil && err == nil; first = false {
		c, err = p.serve(ctx, c, first, heart, reload)
	}
	return err
}

// serve runs rounds: when mail arrives, when the plan says that something is due, and every maxNap. It returns nil when ctx ended, or
// the configuration to go on with.
func (p *Program) serve(ctx context.Context, c *config.Config, first bool, heart *heart, reload chan os.Signal) (next *config.Config, err error) {
	log := p.log(slog.LevelInfo)
	h, err := p.open(ctx, c, log)
	if err != nil {
		return nil, err
	}
	defer func() { err = h.close(err) }()
	for _, w := range c.Warnings {
		log.Warn("the policy departs from the advice", "what", w)
	}
	h.round.Progress, h.round.Turn = logReading(log), turn
	log.Info("started", "accounts", len(h.boxes), "mode", c.Policy.Mode)
	for arrived := make(chan struct{}, 1); ; first = false {
		heart.beat()
		rep, err := h.run(ctx, p.Now())
		if ctx.Err() != nil {
			log.Info("stopped")
			return nil, nil
		}
		if errors.Is(err, errClock) && !first {
			rep, err = round.Report{Errors: []error{err}}, nil // it may be set while we wait
		}
		if err != nil {
			return nil, err
		}
		if first && rep.Unread == len(h.boxes) && rep.Read+rep.Skipped == 0 {
			return nil, together(rep.Errors) // nothing works at all: say so now, to the person who started it
		}
		for _, e := range rep.Errors {
			log.Error(sentence(e))
		}
		h.keep(ctx, &rep, log)
		if rep.Read+rep.Skipped >= much {
			debug.FreeOSMemory() // nothing like it comes soon
		}
		heart.ready()
		nap := maxNap
		if d := rep.Next.Sub(p.Now()); !rep.Next.IsZero() && d < nap {
			nap = max(d, time.Second)
		}
		switch h.nap(ctx, nap, p.Now, arrived, reload) {
		case toldToStop:
			log.Info("stopped")
			return nil, nil
		case toldToReload:
			heart.reloading()
			fresh, err := p.config()
			if err == nil {
				log.Info("reading the configuration anew")
				return fresh, nil
			}
			log.Error("the new configuration is not used, the old one goes on: " + sentence(err))
			heart.ready()
		}
	}
}
