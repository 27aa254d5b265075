package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"heardback/cadence"
	"heardback/drafts"
	"heardback/employer"
	"heardback/mailbox"
	"heardback/mailbox/mbox"
	"heardback/round"
	"heardback/templates"
)

// rehearseFlags are the flags of rehearse.
type rehearseFlags struct {
	me          []string
	from, until string
	zone        string
	country     string
	calls       bool
	imap        bool
	json        bool
}

// rehearse plays old mail back and says what heardback would have done.
func (p *Program) rehearse() *cobra.Command {
	var f rehearseFlags
	c := &cobra.Command{
		Use:   "rehearse {PATH… | --imap}",
		Short: "Replay an mbox, a Maildir, a folder of .eml files or your mailbox and say what would have been placed, and when",
		Long: `rehearse replays old mail message by message with a simulated clock, a round at every arrival, at every due time and
at every 07:00, with the same code as the daemon. It needs no configuration, connects to nothing and writes nothing.

With --imap it reads the accounts of the configuration instead, which also says who and where you are and what the policy is. It only
reads: nothing in the mailbox is changed, and nothing is kept.`,
		Example: `  heardback rehearse --me alex@example.com --zone Europe/Berlin Takeout/Mail/All.mbox
  heardback rehearse --me alex@example.com --from 2026-01-01 --json ~/Maildir
  heardback rehearse --imap --from 2026-01-01`,
		Args: func(_ *cobra.Command, args []string) error { return f.check(args) },
		RunE: func(c *cobra.Command, args []string) error { return p.rehearsal(c.Context(), args, f) },
	}
	c.Flags().StringSliceVar(&f.me, "me", nil, "an `ADDRESS` of yours: a message from it is your own; may be repeated")
	c.Flags().StringVar(&f.from, "from", "", "first `DATE` (2026-01-31) for which rounds are run; earlier mail is read first")
	c.Flags().StringVar(&f.until, "until", "", "last `DATE`, inclusive (default: 60 days after the last message)")
	c.Flags().StringVar(&f.zone, "zone", "", "your time zone, an `IANA` name (default: that of this machine)")
	c.Flags().StringVar(&f.country, "country", "", "your country, `CC` of ISO 3166; the employer's too where nothing says otherwise")
	c.Flags().BoolVar(&f.calls, "calls", false, "telephone calls are opted in")
	c.Flags().BoolVar(&f.imap, "imap", false, "read the accounts of the configuration instead of files, and change nothing there")
	c.Flags().BoolVar(&f.json, "json", false, "print JSON lines")
	return c
}

// check reports what of arguments and flags does not go together.
func (f *rehearseFlags) check(args []string) error {
	switch {
	case !f.imap && len(args) == 0:
		return usageError{errors.New("name an mbox file, a Maildir or a folder of .eml files, or write --imap for your mailbox")}
	case f.imap && len(args) > 0:
		return usageError{errors.New("--imap reads your mailbox: leave out the files")}
	case f.imap && (len(f.me) > 0 || f.zone != "" || f.country != "" || f.calls):
		return usageError{errors.New("--imap takes who and where you are from the configuration: leave out --me, --zone, --country and --calls")}
	}
	return nil
}

// afterLast is how long a rehearsal goes on after the last message.
const afterLast = 60 * 24 * time.Hour

func (p *Program) rehearsal(ctx context.Context, paths []string, f rehearseFlags) error {
	old := p.fromFiles
	if f.imap {
		old = p.fromAccounts
	}
	r, messages, err := old(ctx, paths, f)
	if err != nil {
		return err
	}
	zone := r.Seeker.Zone
	from, err := day(f.from, zone, "--from")
	if err != nil {
		return err
	}
	until, err := day(f.until, zone, "--until")
	if err != nil {
		return err
	}
	replay := mbox.NewReplay("rehearsal", messages)
	arrivals := replay.Arrivals()
	if from.IsZero() {
		from = arrivals[0]
	}
	if until.IsZero() {
		until = arrivals[len(arrivals)-1].Add(afterLast)
	} else {
		until = until.AddDate(0, 0, 1).Add(-time.Nanosecond)
	}
	r.Accounts = []round.Account{{Box: replay, Addresses: r.Seeker.Addresses}}
	if len(r.Seeker.Addresses) > 0 {
		r.Identity.Address = r.Seeker.Addresses[0]
	}
	out := p.actionPrinter(f.json, zone)
	sim := simulation{
		round: func() *round.Round { return r }, zone: zone, arrivals: arrivals,
		advance: func(now time.Time) error { replay.Advance(now); return nil },
		tell: func(rep *round.Report) error {
			for _, a := range rep.Actions {
				if err := out(a); err != nil {
					return err
				}
			}
			return nil
		},
	}
	last, err := sim.run(ctx, from, until)
	if err != nil {
		return err
	}
	return p.rehearsalSummary(last, f.json)
}

// fromFiles returns the round of a user of whom the flags tell all, and the messages of files.
func (p *Program) fromFiles(ctx context.Context, paths []string, f rehearseFlags) (*round.Round, []mailbox.Message, error) {
	zone := time.Local
	if f.zone != "" {
		z, err := time.LoadLocation(f.zone)
		if err != nil {
			return nil, nil, usageError{fmt.Errorf(`--zone %q is no IANA time zone: write one such as "Europe/Berlin"`, f.zone)}
		}
		zone = z
	}
	messages, problems, err := readFiles(ctx, paths, mailbox.Options{Own: f.me})
	if err != nil {
		return nil, nil, err
	}
	for _, s := range problems {
		fmt.Fprintf(p.Stderr, "heardback: %s\n", s)
	}
	if len(messages) == 0 {
		return nil, nil, fmt.Errorf("there is no message in %s: name an mbox file, a Maildir, or a folder of .eml files", strings.Join(paths, ", "))
	}
	me := ""
	if len(f.me) > 0 {
		me = f.me[0]
	}
	return &round.Round{
		Store:    round.NewMemory(nil, nil),
		Writer:   drafts.New(templates.FS, nil),
		Identity: drafts.Identity{Name: nameOf(messages, me)},
		Policy:   cadence.Default(),
		Seeker:   cadence.Seeker{Zone: zone, Country: strings.ToUpper(f.country), Addresses: f.me, Phone: f.calls, Language: "en"},
		Log:      p.log(slog.LevelError),
	}, messages, nil
}

// day reads a date in zone; "" is the zero time.
func day(s string, zone *time.Location, flag string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	t, err := time.ParseInLocation(time.DateOnly, s, zone)
	if err != nil {
		return t, usageError{fmt.Errorf("%s %q is no date: write one such as 2026-01-31", flag, s)}
	}
	return t, nil
}

// readFiles reads all messages of paths. What cannot be read is passed over and said in problems; the error is for a walk that
// ended early.
func readFiles(ctx context.Context, paths []string, o mailbox.Options) (messages []mailbox.Message, problems []string, err error) {
	seen := map[string]bool{}
	err = mbox.Walk(ctx, paths, func(i mbox.Item) error {
		if i.Flags&(mbox.Draft|mbox.Trashed|mbox.Spam) != 0 {
			return nil
		}
		m, err := mailbox.Parse(bytes.NewReader(i.Raw), o)
		switch {
		case err != nil:
			problems = append(problems, fmt.Sprintf("%s at byte %d: %v", i.Path, i.Offset, err))
		case m.Received.IsZero():
			problems = append(problems, fmt.Sprintf("%s at byte %d: the message has no date, it is passed over", i.Path, i.Offset))
		case !seen[m.Key]:
			seen[m.Key] = true
			m.Own = m.Own || i.Sent
			messages = append(messages, m)
		}
		return nil
	})
	var unread *mbox.Error
	if errors.As(err, &unread) && ctx.Err() == nil {
		problems, err = append(problems, err.Error()), nil
	}
	return messages, problems, err
}

// nameOf returns the name that the user's own mail is signed with in From, else the local part of the address.
func nameOf(messages []mailbox.Message, me string) string {
	for i := len(messages) - 1; i >= 0; i-- {
		if m := &messages[i]; m.Own && m.Author().Name != "" {
			return m.Author().Name
		}
	}
	local, _, _ := strings.Cut(me, "@")
	return local
}

// actionLine is one line of rehearse --json.
type actionLine struct {
	At       string `json:"at"`
	Action   string `json:"action"`
	Employer string `json:"employer"`
	Role     string `json:"role"`
	Kind     string `json:"kind"`
	To       string `json:"to"`
	Subject  string `json:"subject"`
	Lang     string `json:"lang"`
	Rule     string `json:"rule"`
	Why      string `json:"why"`
}

// actionPrinter returns what prints one action, as a JSON line or as a line for people.
func (p *Program) actionPrinter(asJSON bool, zone *time.Location) func(round.Action) error {
	enc := json.NewEncoder(p.Stdout)
	enc.SetEscapeHTML(false)
	return func(a round.Action) error {
		at := a.At.In(zone)
		if asJSON {
			return enc.Encode(actionLine{At: at.Format(time.RFC3339), Action: string(a.Action), Employer: a.Employer, Role: a.Role, Kind: a.Kind,
				To: a.To, Subject: a.Subject, Lang: a.Lang, Rule: a.Rule, Why: a.Why})
		}
		return printAction(p.Stdout, a, zone)
	}
}

// printAction writes one action for people.
func printAction(w io.Writer, a round.Action, zone *time.Location) error {
	who := a.Employer
	if a.Role != "" {
		who += " (" + a.Role + ")"
	}
	what := a.Kind
	if a.To != "" {
		what += " to " + a.To
	}
	line := fmt.Sprintf("%s  %-8s", a.At.In(zone).Format("Mon 2006-01-02 15:04"), a.Action)
	for _, part := range []string{who, what, a.Why} {
		if part != "" {
			line += "  " + part
		}
	}
	_, err := fmt.Fprintln(w, line)
	return err
}

func (p *Program) rehearsalSummary(rep round.Report, asJSON bool) error {
	stages := cadence.Stages(rep.Book, rep.Plan)
	type line struct {
		Name  string         `json:"name"`
		Role  string         `json:"role"`
		Stage employer.Stage `json:"stage"`
	}
	employers := []line{}
	for _, a := range rep.Book.Applications {
		employers = append(employers, line{a.Employer, a.Role, stages[a.ID]})
	}
	slices.SortStableFunc(employers, func(a, b line) int { return strings.Compare(a.Name, b.Name) })
	if asJSON {
		enc := json.NewEncoder(p.Stdout)
		enc.SetEscapeHTML(false)
		return enc.Encode(map[string]any{"action": "summary", "employers": employers})
	}
	fmt.Fprintln(p.Stdout)
	for _, e := range employers {
		fmt.Fprintf(p.Stdout, "%-30s %-36s %s\n", e.Name, e.Role, e.Stage)
	}
	return nil
}
