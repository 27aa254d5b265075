package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"strings"
	"time"

	"heardback/cadence"
	"heardback/cmd/heardback/config"
	"heardback/mailbox"
	"heardback/mailbox/mbox"
	"heardback/round"
)

// importedMail is what import says of mail in JSON.
type importedMail struct {
	Read         int                `json:"read"`
	Known        int                `json:"known"` // passed over
	Understood   int                `json:"understood"`
	Applications []notedApplication `json:"applications"` // that are new or were added to
	Problems     []string           `json:"problems"`
	Stored       bool               `json:"stored"`
}

// importBatch is how much mail is held at a time: messages, and octets of them.
const (
	importBatch  = 500
	importOctets = 8 << 20
)

// importMail takes over mail from files.
func (p *Program) importMail(ctx context.Context, paths []string, account string, yes, asJSON bool) (err error) {
	c, err := p.config()
	if err != nil {
		return err
	}
	if account, err = accountNamed(c, account); err != nil {
		return err
	}
	for _, path := range paths {
		if _, err := os.Stat(path); err != nil {
			return fmt.Errorf("%s cannot be read: name an mbox file, a Maildir, a folder of .eml files, or a .csv file: %w", path, err)
		}
	}
	store, err := openBook(ctx, c)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	events, _, err := store.Since(ctx, 0)
	if err != nil {
		return err
	}
	r := newRound(c, store, p.log(slog.LevelError))
	for _, a := range c.Accounts {
		r.Accounts = append(r.Accounts, round.Account{Box: mbox.NewReplay(a.Name, nil), Addresses: a.Addresses})
	}
	if !yes {
		r.Store = round.NewMemory(events, nil)
	}
	out := importedMail{Applications: []notedApplication{}, Problems: []string{}, Stored: yes}
	pass := 0
	rep, err := r.Import(ctx, account, p.Now(), func(take func([]mailbox.Message) error) error {
		pass++
		out.Problems = out.Problems[:0]
		return p.readArchive(ctx, paths, seeker(c).Addresses, fmt.Sprintf("reading, pass %d of 2", pass), &out.Problems, take)
	})
	if err != nil {
		return err
	}
	if rep.Read+rep.Skipped == 0 {
		return fmt.Errorf("there is no message in %s: name an mbox file, a Maildir, or a folder of .eml files", strings.Join(paths, ", "))
	}
	for _, f := range rep.Failed {
		out.Problems = note(out.Problems, f.String())
	}
	out.Read, out.Known, out.Understood = rep.Read, rep.Skipped, len(rep.News)
	v := &view{book: rep.Book, plan: rep.Plan, stages: cadence.Stages(rep.Book, rep.Plan), zone: c.Seeker.Location}
	out.Applications = v.touched(makeView(c, events, p.Now()), rep.News)
	if asJSON {
		return writeJSON(p.Stdout, out)
	}
	p.printImportedMail(v, out)
	return nil
}

// accountNamed returns the name of an account of the configuration; the first one for "".
func accountNamed(c *config.Config, name string) (string, error) {
	var all []string
	for _, a := range c.Accounts {
		if name == "" || a.Name == name {
			return a.Name, nil
		}
		all = append(all, a.Name)
	}
	return "", usageError{fmt.Errorf("there is no account %q in the configuration: choose one of %s with --account", name, strings.Join(all, ", "))}
}

// readArchive hands over the messages of files in batches. Memory does not grow with the files.
func (p *Program) readArchive(ctx context.Context, paths, me []string, doing string, problems *[]string, take func([]mailbox.Message) error) error {
	var batch []mailbox.Message
	octets := 0
	flush := func() error {
		err := take(batch)
		batch, octets = batch[:0], 0
		return err
	}
	shown := p.progress(doing, "MB", 1<<20)
	defer shown.end()
	o := mbox.Options{Progress: shown.show}
	err := o.Walk(ctx, paths, func(i mbox.Item) error {
		if i.Flags&(mbox.Draft|mbox.Trashed|mbox.Spam) != 0 {
			return nil
		}
		m, err := mailbox.Parse(bytes.NewReader(i.Raw), mailbox.Options{Own: me})
		switch {
		case err != nil:
			*problems = note(*problems, fmt.Sprintf("%s at byte %d: %v", i.Path, i.Offset, err))
			return nil
		case m.Received.IsZero():
			*problems = note(*problems, fmt.Sprintf("%s at byte %d: the message has no date, it is passed over", i.Path, i.Offset))
			return nil
		}
		m.Own = m.Own || i.Sent
		batch = append(batch, m)
		if octets += len(i.Raw); len(batch) >= importBatch || octets >= importOctets {
			return flush()
		}
		return nil
	})
	var unread *mbox.Error
	if errors.As(err, &unread) && ctx.Err() == nil {
		*problems, err = note(*problems, sentence(err)), nil
	}
	if err != nil {
		return err
	}
	return flush()
}

// note adds a problem to a list that stays short.
func note(problems []string, s string) []string {
	const most = 20
	if len(problems) == most {
		return append(problems, "and more")
	}
	if len(problems) > most {
		return problems
	}
	return append(problems, s)
}

// touched are the applications that hold one of the messages.
func (v *view) touched(before *view, news []round.News) []notedApplication {
	in := map[string]bool{}
	for _, n := range news {
		in[n.Event.ID] = true
	}
	out := []notedApplication{}
	for _, a := range v.book.Applications {
		for _, t := range a.Timeline {
			if in[t.Event] {
				out = append(out, notedApplication{a.ID, a.Employer, a.Role, v.stages[a.ID], before.stages[a.ID] == ""})
				break
			}
		}
	}
	return out
}

func (p *Program) printImportedMail(v *view, out importedMail) {
	for _, s := range out.Problems {
		fmt.Fprintf(p.Stderr, "heardback: %s\n", s)
	}
	since := map[string]time.Time{}
	for _, a := range v.book.Applications {
		since[a.ID] = v.plan.Since(a)
	}
	t := table{soft: 2}
	for _, a := range out.Applications {
		when := ""
		if since := since[a.ID]; !since.IsZero() {
			when = "since " + since.In(v.zone).Format("2 Jan 2006")
		}
		t.add(or(a.Employer, "employer unknown"), or(a.Role, "role unknown"), string(a.Stage), when)
	}
	for _, line := range t.lines("  ", p.width()) {
		fmt.Fprintln(p.Stdout, line)
	}
	fmt.Fprintf(p.Stdout, "%d messages read, %d known before, %d understood, %d applications\n", out.Read, out.Known, out.Understood, len(out.Applications))
	if out.Stored {
		fmt.Fprintln(p.Stdout, "stored; nothing is drafted for what is long past")
	} else {
		fmt.Fprintln(p.Stdout, "Nothing is stored yet: repeat it with --yes.")
	}
}
