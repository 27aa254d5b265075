package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	"heardback/cadence"
	"heardback/cmd/heardback/config"
	"heardback/digest"
	"heardback/drafts"
	"heardback/employer"
	"heardback/employer/sqlite"
	"heardback/mailbox"
	"heardback/mailbox/imap"
	"heardback/round"
)

// databaseName is the file of the book in the state folder.
const databaseName = "heardback.db"

// house is what a configuration wires together.
type house struct {
	config *config.Config
	store  *sqlite.Store
	boxes  []*imap.Client
	round  *round.Round
	unlock func() error
	kept   kept // the snapshot that was kept last
}

// open wires the configuration: one instance per state folder, the database, a client per account. Nothing is connected yet.
func (p *Program) open(ctx context.Context, c *config.Config, log *slog.Logger) (*house, error) {
	if err := os.MkdirAll(c.StateDir, 0o700); err != nil {
		return nil, fmt.Errorf("making the state folder: %w; choose another one with state_dir", err)
	}
	unlock, err := sqlite.Lock(c.StateDir)
	if err != nil {
		return nil, err
	}
	h := &house{config: c, unlock: unlock}
	if h.store, err = openBook(ctx, c); err != nil {
		return nil, h.close(err)
	}
	h.round = newRound(c, h.store, log)
	for i := range c.Accounts {
		a := &c.Accounts[i]
		box, err := imap.New(p.account(a))
		if err != nil {
			return nil, h.close(err)
		}
		h.boxes = append(h.boxes, box)
		h.round.Accounts = append(h.round.Accounts, round.Account{Box: box, Addresses: a.Addresses})
	}
	return h, nil
}

// openBook opens the database of a configuration.
func openBook(ctx context.Context, c *config.Config) (*sqlite.Store, error) {
	return sqlite.Open(ctx, filepath.Join(c.StateDir, databaseName))
}

// record commits what the user said to the book.
func record(ctx context.Context, c *config.Config, events ...employer.Event) error {
	store, err := openBook(ctx, c)
	if err != nil {
		return err
	}
	return errors.Join(store.Commit(ctx, "", events, nil), store.Close())
}

// house opens what the configuration wires together, for one command.
func (p *Program) house(ctx context.Context) (*house, error) {
	c, err := p.config()
	if err != nil {
		return nil, err
	}
	return p.open(ctx, c, p.log(slog.LevelWarn))
}

// clockBack is how far the clock may stand before the newest event of the book: more is a clock that is wrong.
const clockBack = 24 * time.Hour

// run runs one round at now. A clock that jumped back is an error, and nothing is done: drafts would be withdrawn that are not due "yet".
func (h *house) run(ctx context.Context, now time.Time) (round.Report, error) {
	latest, err := h.store.Latest(ctx)
	if err != nil {
		return round.Report{}, err
	}
	if latest.Sub(now) > clockBack {
		return round.Report{}, fmt.Errorf("%w: it says %s, and the book was last written at %s; set the clock, nothing is done until then; if it is right now and was ahead then, put a heardback backup in the place of %s, or move that file aside: the mailbox is read again, and no draft is placed twice",
			errClock, now.Format(time.RFC1123Z), latest.In(now.Location()).Format(time.RFC1123Z), h.store.Path())
	}
	return h.round.Run(ctx, now)
}

var errClock = errors.New("this computer's clock went back")

// close ends all that open began and passes err on.
func (h *house) close(err error) error {
	for _, b := range h.boxes {
		b.Close()
	}
	if h.store != nil {
		if cerr := h.store.Close(); err == nil {
			err = cerr
		}
	}
	if uerr := h.unlock(); err == nil {
		err = uerr
	}
	return err
}

// newRound makes a round without accounts from the configuration.
func newRound(c *config.Config, store round.Store, log *slog.Logger) *round.Round {
	return &round.Round{
		Store:    store,
		Writer:   newWriter(c.Path),
		Identity: drafts.Identity{Name: c.Seeker.Name, Phone: c.Seeker.Phone, Signature: c.Seeker.Signature, Fit: c.Seeker.Fit, Links: c.Seeker.Links, Language: c.Seeker.Language},
		Policy:   c.Policy,
		Seeker:   seeker(c),
		Observe:  c.Policy.Mode == "observe",
		Letters:  letters(c),
		Log:      log,
	}
}

// seeker is what the policy has to know of the user.
func seeker(c *config.Config) cadence.Seeker {
	s := cadence.Seeker{
		Zone: c.Seeker.Location, Country: c.Seeker.Country, CurrentEmployerDomains: c.Seeker.CurrentEmployerDomains,
		Phone: c.Seeker.Calls, Language: c.Seeker.Language,
	}
	for _, a := range c.Accounts {
		s.Addresses = append(s.Addresses, a.Addresses...)
	}
	return s
}

// letters says which letters the user wants to get.
func letters(c *config.Config) *round.Letters {
	l := &round.Letters{
		Account: c.Digest.Account, Language: c.Seeker.Language, Notices: c.Digest.Notices == nil || *c.Digest.Notices, Empty: c.Digest.Empty == "short",
		Schedule: digest.Schedule{Frequency: c.Digest.Frequency, Day: c.Digest.Weekday(), Hour: c.Digest.Hour, Zone: c.Seeker.Location},
	}
	for _, a := range c.Accounts {
		if a.Name == c.Digest.Account {
			l.To = mailbox.Address{Name: c.Seeker.Name, Address: a.Addresses[0]}
		}
	}
	return l
}

// overrides returns the user's own templates beside the configuration, nil without a folder of that name.
func overrides(configPath string) fs.FS {
	dir := filepath.Join(filepath.Dir(configPath), "templates")
	if fi, err := os.Stat(dir); err != nil || !fi.IsDir() {
		return nil
	}
	return os.DirFS(dir)
}

// folders returns the names that the configuration gives to folders with a role.
func folders(a *config.Account) map[mailbox.Folder]string {
	names := map[mailbox.Folder]string{}
	for f, name := range map[mailbox.Folder]string{mailbox.Drafts: a.Drafts, mailbox.Sent: a.Sent, mailbox.Trash: a.Trash} {
		if name != "" {
			names[f] = name
		}
	}
	return names
}

// account turns the configuration of an account into that of its client.
func (p *Program) account(a *config.Account) imap.Account {
	acc := imap.Account{
		Name: a.Name, Host: a.Host, Port: a.Port, TLS: a.TLS, CAFile: a.CAFile, Pin: a.Pin,
		Username: a.Username, Auth: a.Auth, Secret: a.Secret,
		LoginAgain: a.LoginAgain(), Refused: a.Refused,
		Folders: a.Folders, Corrections: a.Corrections, Names: folders(a), Since: a.Since.Duration(),
		Parse:   mailbox.Options{Own: a.Own(), AuthServID: a.AuthServID},
		Timeout: time.Duration(a.TimeoutSecs) * time.Second,
		Idle:    time.Duration(a.IdleMinutes) * time.Minute, Poll: time.Duration(a.PollMinutes) * time.Minute,
		Now: p.Now, Dial: p.dial,
	}
	if p.traceWrites {
		acc.Trace = p.Stderr
	}
	return acc
}
