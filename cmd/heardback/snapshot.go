package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	fastjson "github.com/go-json-experiment/json"

	"heardback/cmd/heardback/config"
	"heardback/employer"
	"heardback/employer/sqlite"
	"heardback/round"
)

// A snapshot is what status and show say, kept in the database by the last round or command that worked it out, so that the next one
// need not fold the whole history. It says for which events, which configuration and which span of time it holds; outside of
// them it is not used. The events remain the truth: a snapshot may be lost at any time.

// Names of its parts. Of each application there are three: its line of status and its part of status --json, under names that sort as a
// book does, and the whole of it, under its ID.
const (
	partHead   = "head"
	partNeeds  = "needs"
	partAsked  = "asked"
	partLine   = "line:"
	partStatus = "status:"
	partApp    = "app:"
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

// kept is what a process knows of the snapshot that it kept last: enough to change it where something changed.
type kept struct {
	head  head
	sum   []byte
	rows  map[string]*row // by application
	shelf *employer.Shelf // of the book
	// planned are the applications of which the plan said something: of those that rest they alone are looked at again.
	planned []string
}

// row is what is kept of one application.
type row struct {
	app   *employer.Application
	stage employer.Stage
	next  string
	steps []byte
	key   string // by which line and status sort
}

// same reports whether two rows say the same.
func (r *row) same(o *row) bool {
	return r.app.Same(o.app) && r.stage == o.stage && r.next == o.next && bytes.Equal(r.steps, o.steps)
}

// parts are the names of what is kept of the application.
func (r *row) parts() []string {
	return []string{partLine + r.key, partStatus + r.key, partApp + r.app.ID}
}

// rows brings what is kept of each application up to the view. It returns what changed and the names
// of the parts that are to go. Of those that rest it looks only if others do than before.
func (v *view) rows(k *kept) (changed map[string]*row, gone []string, err error) {
	steps, next := v.stepsByApp(), v.nextSteps()
	changed = map[string]*row{}
	look := func(a *employer.Application) error {
		r := &row{app: a, stage: v.plan.Stage(a), next: next[a.ID]}
		if s := steps[a.ID]; len(s) > 0 {
			if r.steps, err = compact(s); err != nil {
				return err
			}
		}
		old := k.rows[a.ID]
		if old != nil && r.same(old) {
			return nil
		}
		r.key = strings.Join([]string{employer.FoldName(a.Employer), a.Role, a.ID}, "\x01")
		if old != nil && old.key != r.key {
			gone = append(gone, old.parts()...)
		}
		changed[a.ID], k.rows[a.ID] = r, r
		return nil
	}
	apps := v.book.Active()
	if k.shelf != v.book.Shelf() {
		apps = v.book.Applications
	}
	for _, a := range apps {
		if err := look(a); err != nil {
			return nil, nil, err
		}
	}
	was := k.planned
	k.shelf, k.planned = v.book.Shelf(), slices.Collect(maps.Keys(steps))
	for _, c := range v.plan.Changes {
		k.planned = append(k.planned, c.App)
	}
	for _, id := range slices.Concat(was, k.planned) {
		if a := k.shelf.Application(id); a != nil {
			if err := look(a); err != nil {
				return nil, nil, err
			}
		}
	}
	if len(k.rows) > len(v.book.Applications) {
		for id, r := range k.rows {
			if v.book.Application(id) == nil {
				gone = append(gone, r.parts()...)
				delete(k.rows, id)
			}
		}
	}
	return changed, gone, nil
}

// remember keeps a snapshot of a view that is complete up to the event with the number newest. Of before, what this process kept last,
// only what changed is written anew; it is of no use afterwards.
func (v *view) remember(ctx context.Context, store *sqlite.Store, c *config.Config, newest int64, before kept) (kept, error) {
	fp, err := fingerprint(c)
	if err != nil {
		return kept{}, err
	}
	now := kept{head: head{newest, fp, v.plan.Now, v.until()}, rows: before.rows, shelf: before.shelf, planned: before.planned}
	if before.sum == nil {
		now.rows, now.shelf = map[string]*row{}, nil
	}
	changed, gone, err := v.rows(&now)
	if err != nil {
		return kept{}, err
	}
	values, sums, parts := map[string][]byte{}, map[string][]byte{}, map[string]*row{}
	for name, part := range map[string]any{partHead: now.head, partNeeds: v.needs(), partAsked: v.asked()} {
		if values[name], err = compact(part); err != nil {
			return kept{}, err
		}
		sum := sha256.Sum256(values[name])
		sums[name] = sum[:]
	}
	now.sum = sums[partHead]
	value := func(name string) ([]byte, error) {
		switch r := parts[name]; {
		case r == nil:
			return values[name], nil
		case name == partApp+r.app.ID:
			return compact(v.whole(r.app))
		case strings.HasPrefix(name, partLine):
			return compact(v.line(r.app, r.next))
		default:
			return compact(v.application(r.app))
		}
	}
	enter := func(rows map[string]*row) {
		for _, r := range rows {
			sum := v.sum(r)
			for _, name := range r.parts() {
				sums[name], parts[name] = sum, r
			}
		}
	}
	if before.sum != nil {
		enter(changed)
		if err = store.Amend(ctx, partHead, before.sum, sums, gone, value); !errors.Is(err, sqlite.ErrOther) {
			return now, err
		}
	}
	enter(now.rows)
	return now, store.Remember(ctx, sums, value)
}

// sum tells whether what is kept of an application is still the same, without writing it all out.
func (v *view) sum(r *row) []byte {
	h, a := sha256.New(), r.app
	fmt.Fprint(h, a.Employer, "\x00", a.Role, "\x00", a.Agency, "\x00", a.Names, a.Domains, a.AgencyDomains, "\x00", r.stage, v.plan.Since(a).UnixNano(), len(a.Inbound), "\x00", r.next, "\x00")
	for _, t := range a.Timeline {
		fmt.Fprint(h, t.Event, "\x00", t.Text, "\x00", t.Quote, "\x00", t.At.UnixNano(), t.Superseded, "\x00")
	}
	for _, d := range a.Drafts {
		fmt.Fprint(h, d.Key, "\x00", d.State, d.StateAt.UnixNano(), d.Reason, "\x00")
	}
	h.Write(r.steps)
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

// recall hands read the snapshot. The error is errStale, or read's own.
func (p *Program) recall(ctx context.Context, c *config.Config, read func(*sqlite.Snapshot) error) error {
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
	err = store.Recall(ctx, func(k *sqlite.Snapshot) error {
		var h head
		if err := part(k, partHead, &h); err != nil || h.Newest != k.Newest || h.For != fp || now.Before(h.From) || !now.Before(h.Until) {
			return errStale
		}
		own = read(k)
		return nil
	})
	if err != nil {
		return errStale
	}
	return own
}

// part reads one part of a snapshot; a missing one makes it stale.
func part(k *sqlite.Snapshot, name string, to any) error {
	b, err := k.Value(name)
	if err != nil || b == nil || fastjson.Unmarshal(b, to) != nil {
		return errStale
	}
	return nil
}

// recallOverview reads what status prints.
func recallOverview(k *sqlite.Snapshot) (o overview, err error) {
	if err := part(k, partNeeds, &o.Needs); err != nil {
		return o, err
	}
	err = k.All(partLine, func(b []byte) error {
		var l line
		if fastjson.Unmarshal(b, &l) != nil {
			return errStale
		}
		o.Apps = append(o.Apps, l)
		return nil
	})
	return o, err
}

// recallStatus reads what status prints as JSON.
func recallStatus(k *sqlite.Snapshot) (s statusReport, err error) {
	if err := part(k, partAsked, &s); err != nil {
		return s, err
	}
	err = k.All(partStatus, func(b []byte) error {
		s.Applications = append(s.Applications, bytes.Clone(b))
		return nil
	})
	return s, err
}

// keep remembers a view for the next command. It is no more than a convenience: what goes wrong is logged.
func (v *view) keep(ctx context.Context, store *sqlite.Store, c *config.Config, newest int64, before kept, log *slog.Logger) kept {
	if newest == 0 {
		return before
	}
	now, err := v.remember(ctx, store, c, newest, before)
	if err != nil {
		if ctx.Err() == nil {
			log.Warn("the snapshot for status and show was not written", "why", err)
		}
		return kept{}
	}
	return now
}

// keep remembers what a round knows, unless what is kept says the same.
func (h *house) keep(ctx context.Context, rep *round.Report, log *slog.Logger) {
	if rep.Newest == 0 || rep.Newest == h.kept.head.Newest && rep.Now.Before(h.kept.head.Until) {
		return
	}
	v := &view{book: rep.Book, plan: rep.Plan, zone: h.config.Seeker.Location}
	h.kept = v.keep(ctx, h.store, h.config, rep.Newest, h.kept, log)
}

// compact is the JSON of a value, as writeJSON writes it but in one line.
func compact(v any) ([]byte, error) {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	err := enc.Encode(v)
	return bytes.TrimSpace(out.Bytes()), err
}
