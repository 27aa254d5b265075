package main

import (
	"context"
	"crypto/rand"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"heardback/employer"
	"heardback/employer/sqlite"
)

// logVerbs are what can be logged, with what it means.
var logVerbs = []struct{ verb, help string }{
	{"applied", "you applied, off mail or on a page"},
	{"submitted", "you handed in a test or a task"},
	{"answered", "you answered what they asked, off mail"},
	{"interviewed", "an interview took place (--date)"},
	{"no-show", "an interview did not take place (--date)"},
	{"thanked", "you thanked them already"},
	{"called", "you called (--outcome, --given, --warmth)"},
	{"offered", "they offered you the job (--date: its deadline)"},
	{"rejected", "they rejected you"},
	{"withdrew", "you withdrew (--outcome phone: they know already)"},
	{"accepted", "you accepted (--signed: the contract is signed)"},
	{"declined", "you declined their offer"},
	{"pause", "draft nothing for this employer until resume"},
	{"resume", "draft again"},
	{"allow-contact", "lift their wish not to be asked, for this application"},
	{"note", "keep a note"},
}

// userFlags are the flags of log and correct.
type userFlags struct {
	kind, employer, role string
	date, given, at      string
	outcome, warmth      string
	signed               bool
}

// log writes down what happened off mail.
func (p *Program) logCommand() *cobra.Command {
	var f userFlags
	long := "log writes down what happened or was decided off mail. It creates an application that the mailbox never saw.\n\nWhat can be logged:\n"
	for _, v := range logVerbs {
		long += fmt.Sprintf("  %-14s %s\n", v.verb, v.help)
	}
	c := &cobra.Command{
		Use:   "log EMPLOYER WHAT [NOTE…]",
		Short: "Write down what happened off mail: a call, an interview, a decision",
		Long:  long,
		Example: `  heardback log acme called --outcome reached --given 2027-03-12
  heardback log "Northwind Example" accepted --signed
  heardback log acme applied --role "Data Engineer" --date 2027-03-01`,
		Args: cobra.MinimumNArgs(2),
		RunE: func(c *cobra.Command, args []string) error {
			return p.userEvent(c.Context(), func(v *view) ([]employer.Event, error) { return logEvents(v, f, args, p.Now()) })
		},
	}
	f.register(c)
	return c
}

func (f *userFlags) register(c *cobra.Command) {
	c.Flags().StringVar(&f.role, "role", "", "the `ROLE`, where there are several")
	c.Flags().StringVar(&f.date, "date", "", "the `DATE` it is about (2027-01-31, or 2027-01-31T14:00)")
	c.Flags().StringVar(&f.given, "given", "", "the `DATE` by which they said they will answer")
	c.Flags().StringVar(&f.at, "at", "", "`WHEN` it happened (default: now)")
	c.Flags().StringVar(&f.outcome, "outcome", "", "of a call: reached, voicemail or silent")
	c.Flags().StringVar(&f.warmth, "warmth", "", "of a call: warm, neutral or cold")
	c.Flags().BoolVar(&f.signed, "signed", false, "the contract is signed")
	c.Flags().StringVar(&f.kind, "kind", "", "what a message is: confirmation, interview, rejection, …, or other")
	c.Flags().StringVar(&f.employer, "employer", "", "whom a message is about")
}

// correct puts right what heardback understood.
func (p *Program) correctCommand() *cobra.Command {
	var f userFlags
	c := &cobra.Command{
		Use:   "correct MESSAGE | merge A B | split MESSAGE | undo EVENT",
		Short: "Put right what heardback understood of a message, or which applications belong together",
		Example: `  heardback correct MESSAGE-ID --kind rejection
  heardback correct MESSAGE-ID --employer "Northwind Example" --role "Data Engineer"
  heardback correct merge acme "Acme Holding"
  heardback correct undo user:3f…`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return p.userEvent(c.Context(), func(v *view) ([]employer.Event, error) { return correctEvents(v, f, args, p.Now()) })
		},
	}
	f.register(c)
	return c
}

// userEvent commits what make returns, on the book as it stands.
func (p *Program) userEvent(ctx context.Context, make func(*view) ([]employer.Event, error)) error {
	v, err := p.view(ctx, "")
	if err != nil {
		return err
	}
	events, err := make(v)
	if err != nil {
		return err
	}
	c, err := p.config()
	if err != nil {
		return err
	}
	store, err := sqlite.Open(ctx, filepath.Join(c.StateDir, databaseName))
	if err != nil {
		return err
	}
	defer store.Close()
	if err := store.Commit(ctx, "", events, nil); err != nil {
		return err
	}
	for _, e := range events {
		fmt.Fprintf(p.Stdout, "noted; take it back with: heardback correct undo %s\n", e.ID)
	}
	return nil
}

func newUserEvent(kind employer.Kind, at, now time.Time, act employer.UserAct) employer.Event {
	return employer.Event{ID: "user:" + strings.ToLower(rand.Text()[:12]), Kind: kind, At: at, Learned: now, User: &act}
}

// logEvents makes the event of a log command.
func logEvents(v *view, f userFlags, args []string, now time.Time) ([]employer.Event, error) {
	name, verb, note := args[0], args[1], strings.Join(args[2:], " ")
	if !slices.ContainsFunc(logVerbs, func(x struct{ verb, help string }) bool { return x.verb == verb }) {
		return nil, usageError{fmt.Errorf("%q cannot be logged: see heardback log --help", verb)}
	}
	if !slices.Contains([]string{"", "reached", "voicemail", "silent", "phone"}, f.outcome) {
		return nil, usageError{fmt.Errorf("--outcome %q: write reached, voicemail or silent", f.outcome)}
	}
	act := employer.UserAct{Verb: verb, Outcome: f.outcome, Warmth: f.warmth, Signed: f.signed, Note: note}
	at, err := f.times(v.zone, &act, now)
	if err != nil {
		return nil, err
	}
	e := newUserEvent(employer.KindLog, at, now, act)
	e.Party.Name, e.Party.From, e.Role = name, "user", f.role
	apps, err := employer.Find(v.book, name)
	if err != nil {
		return nil, err
	}
	if f.role != "" {
		apps = slices.DeleteFunc(apps, func(a employer.Application) bool { return employer.FoldName(a.Role) != employer.FoldName(f.role) })
	}
	if verb != "applied" && len(apps) > 1 {
		open := slices.DeleteFunc(slices.Clone(apps), func(a employer.Application) bool { return !v.stages[a.ID].Open() })
		if len(open) == 1 {
			apps = open
		}
	}
	switch {
	case len(apps) == 1 && (verb != "applied" || employer.FoldName(apps[0].Role) == employer.FoldName(f.role)):
		e.User.Target, e.Party.Name = apps[0].ID, apps[0].Employer
	case len(apps) > 1 && verb != "applied":
		var roles []string
		for _, a := range apps {
			roles = append(roles, fmt.Sprintf("%q", a.Role))
		}
		return nil, fmt.Errorf("%s has several applications: say which one with --role, one of %s", apps[0].Employer, strings.Join(roles, ", "))
	}
	if verb == "applied" && !act.Date.IsZero() {
		e.At = act.Date
	}
	return []employer.Event{e}, nil
}

// times reads the dates of the flags: a date given by the employer stands for Date in a call.
func (f userFlags) times(zone timeZone, act *employer.UserAct, now time.Time) (at time.Time, err error) {
	at = now
	for _, x := range []struct {
		flag, value string
		to          *time.Time
	}{{"--date", f.date, &act.Date}, {"--given", f.given, &act.Date}, {"--at", f.at, &at}} {
		if x.value == "" {
			continue
		}
		if *x.to, err = moment(x.value, zone, x.flag); err != nil {
			return at, err
		}
	}
	return at, nil
}

// moment reads a date, or a date and a time of day, in zone.
func moment(s string, zone timeZone, flag string) (time.Time, error) {
	for _, layout := range []string{time.DateOnly, "2006-01-02T15:04", "2006-01-02 15:04"} {
		if t, err := time.ParseInLocation(layout, s, zone); err == nil {
			return t, nil
		}
	}
	return time.Time{}, usageError{fmt.Errorf("%s %q is no date: write one such as 2027-01-31 or 2027-01-31T14:00", flag, s)}
}

// correctEvents makes the events of a correct command.
func correctEvents(v *view, f userFlags, args []string, now time.Time) ([]employer.Event, error) {
	one := func(kind employer.Kind, act employer.UserAct) []employer.Event {
		return []employer.Event{newUserEvent(kind, now, now, act)}
	}
	switch args[0] {
	case "merge":
		if len(args) != 3 {
			return nil, usageError{fmt.Errorf("merge wants two employers")}
		}
		var ids [2]string
		for i, name := range args[1:] {
			apps, err := employer.Find(v.book, name)
			if err != nil {
				return nil, err
			}
			if len(apps) == 0 {
				return nil, fmt.Errorf("there is no employer %q in the book", name)
			}
			ids[i] = apps[0].ID
		}
		return one(employer.KindMerge, employer.UserAct{Verb: "merge", Target: ids[0], Other: ids[1]}), nil
	case "split", "undo":
		if len(args) != 2 {
			return nil, usageError{fmt.Errorf("%s wants one message or event", args[0])}
		}
		kind := map[string]employer.Kind{"split": employer.KindSplit, "undo": employer.KindUndo}[args[0]]
		return one(kind, employer.UserAct{Verb: args[0], Target: args[1]}), nil
	}
	if len(args) != 1 {
		return nil, usageError{fmt.Errorf("correct wants one message")}
	}
	target := strings.Trim(args[0], "<>")
	var events []employer.Event
	for _, x := range []struct{ verb, value string }{{"kind", f.kind}, {"employer", f.employer}, {"role", f.role}} {
		if x.value != "" {
			events = append(events, one(employer.KindCorrect, employer.UserAct{Verb: x.verb, Target: target, Value: x.value})...)
		}
	}
	if f.date != "" {
		d, err := moment(f.date, v.zone, "--date")
		if err != nil {
			return nil, err
		}
		events = append(events, one(employer.KindCorrect, employer.UserAct{Verb: "date", Target: target, Date: d})...)
	}
	if len(events) == 0 {
		return nil, usageError{fmt.Errorf("say what is right: --kind, --employer, --role or --date")}
	}
	return events, nil
}
