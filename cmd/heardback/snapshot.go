package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"time"

	"heardback/cadence"
	"heardback/cmd/heardback/config"
	"heardback/employer"
	"heardback/employer/sqlite"
	"heardback/round"
)

// A snapshot is what status and show say, kept in the database by the last round or command that worked it out, so that the next one
// need not fold the whole history. It says for which events, which configuration and which span of time it holds; outside of
// them it is not used. The events remain the truth: a snapshot may be lost at any time.

// Names of its parts. The whole of each application lies under its own ID.
const (
	partHead     = "head"
	partOverview = "overview"
	partStatus   = "status"
	partApp      = "app:"
)

// head says for what a snapshot holds.
type head struct {
	Newest      int64     // number of the newest event in it
	For         string    // configuration and program
	From, Until time.Time // from, inclusive, until, exclusive
}

// fingerprint changes with everything but events and time that decides what a view says: the configuration, and the program itself.
func fingerprint(c *config.Config) (string, error) {
	program, err := os.Executable()
	if err != nil {
		return "", err
	}
	info, err := os.Stat(program)
	if err != nil {
		return "", err
	}
	settings, err := json.Marshal([]any{c.Policy, seeker(c), c.Seeker.Location.String(), info.Size(), info.ModTime()})
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("%x", sha256.Sum256(settings)), nil
}

// remember keeps a snapshot of a view that is complete up to the event with the number newest.
func (v *view) remember(ctx context.Context, store *sqlite.Store, c *config.Config, newest int64) error {
	fp, err := fingerprint(c)
	if err != nil {
		return err
	}
	fixed := map[string][]byte{}
	for name, part := range map[string]any{partHead: head{newest, fp, v.plan.Now, v.until()}, partOverview: v.overview(), partStatus: v.status()} {
		if fixed[name], err = compact(part); err != nil {
			return err
		}
	}
	sums, apps := map[string][]byte{}, map[string]employer.Application{}
	for name, value := range fixed {
		sum := sha256.Sum256(value)
		sums[name] = sum[:]
	}
	steps := v.stepsByApp()
	for _, a := range v.book.Applications {
		apps[partApp+a.ID] = a
		sums[partApp+a.ID] = v.sum(a, steps[a.ID])
	}
	return store.Remember(ctx, sums, func(name string) ([]byte, error) {
		if b, ok := fixed[name]; ok {
			return b, nil
		}
		return compact(v.whole(apps[name]))
	})
}

// sum tells whether what show says of an application is still the same, without writing it all out.
func (v *view) sum(a employer.Application, steps []stepStatus) []byte {
	h := sha256.New()
	fmt.Fprint(h, a.Employer, "\x00", a.Role, "\x00", v.stages[a.ID], a.StageSince.UnixNano(), len(a.Inbound), "\x00")
	for _, t := range a.Timeline {
		fmt.Fprint(h, t.Event, "\x00", t.Text, "\x00", t.Quote, "\x00", t.At.UnixNano(), t.Superseded, "\x00")
	}
	for _, d := range a.Drafts {
		fmt.Fprint(h, d.Key, "\x00", d.State, d.StateAt.UnixNano(), d.Reason, "\x00")
	}
	json.NewEncoder(h).Encode(steps)
	return h.Sum(nil)
}

// until returns the moment up to which the view says the same without new events: the next one of the fold or the plan.
func (v *view) until() time.Time {
	at := v.plan.Midnight
	for _, t := range []time.Time{v.plan.Next, v.book.Next} {
		if !t.IsZero() && t.Before(at) {
			at = t
		}
	}
	return at
}

// errStale says that there is no snapshot that holds now.
var errStale = errors.New("there is no snapshot that holds now")

// recall hands read what looks up the parts of the snapshot. The error is errStale, or read's own.
func (p *Program) recall(ctx context.Context, c *config.Config, read func(value func(name string) ([]byte, error)) error) error {
	fp, err := fingerprint(c)
	if err != nil {
		return errStale
	}
	store, err := sqlite.Peek(ctx, filepath.Join(c.StateDir, databaseName))
	if err != nil {
		return errStale // opening it in earnest says what is wrong
	}
	defer store.Close()
	now := p.Now()
	var own error
	err = store.Recall(ctx, func(newest int64, value func(name string) ([]byte, error)) error {
		b, err := value(partHead)
		if err != nil || b == nil {
			return errStale
		}
		var h head
		if err := json.Unmarshal(b, &h); err != nil || h.Newest != newest || h.For != fp || now.Before(h.From) || !now.Before(h.Until) {
			return errStale
		}
		own = read(value)
		return nil
	})
	if err != nil {
		return errStale
	}
	return own
}

// part reads one part of a snapshot; a missing one makes it stale.
func part(value func(name string) ([]byte, error), name string, to any) error {
	b, err := value(name)
	if err != nil || b == nil {
		return errStale
	}
	if raw, ok := to.(*[]byte); ok {
		*raw = slices.Clone(b)
		return nil
	}
	if json.Unmarshal(b, to) != nil {
		return errStale
	}
	return nil
}

// keep remembers a view for the next command. It is no more than a convenience: what goes wrong is logged.
func (v *view) keep(ctx context.Context, store *sqlite.Store, c *config.Config, newest int64, log *slog.Logger) {
	if newest == 0 {
		return
	}
	if err := v.remember(ctx, store, c, newest); err != nil && ctx.Err() == nil {
		log.Warn("the snapshot for status and show was not written", "why", err)
	}
}

// keep remembers what a round knows, unless what is kept says the same.
func (h *house) keep(ctx context.Context, rep *round.Report, log *slog.Logger) {
	if rep.Newest == 0 || rep.Newest == h.kept.Newest && rep.Now.Before(h.kept.Until) {
		return
	}
	v := &view{book: rep.Book, plan: rep.Plan, stages: cadence.Stages(rep.Book, rep.Plan), zone: h.config.Seeker.Location}
	v.keep(ctx, h.store, h.config, rep.Newest, log)
	h.kept = head{Newest: rep.Newest, Until: v.until()}
}

// compact is the JSON of a value, as writeJSON writes it but in one line.
func compact(v any) ([]byte, error) {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	err := enc.Encode(v)
	return bytes.TrimSpace(out.Bytes()), err
}
