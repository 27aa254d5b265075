package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"heardback/employer"
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
	{"pause", "draft nothing for this employer until resume; EMPLOYER all: for nobody"},
	{"resume", "draft again"},
	{"allow-contact", "lift their wish not to be asked, for this application"},
	{"note", "keep a note; one that begins with topic:, gap:, news: or opening: is used in the letters that have a place for it"},
}

// logFlags are the flags of log.
type logFlags struct {
	role, date, given, at string
	outcome, warmth       string
	signed, json          bool
}

// log writes down what happened off mail.
func (p *Program) logCommand() *cobra.Command {
	var f logFlags
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
			return p.userEvent(c.Context(), f.json, func(v *view) ([]employer.Event, error) { return logEvents(v, f, args, p.Now()) })
		},
	}
	f.register(c)
	return c
}

func (f *logFlags) register(c *cobra.Command) {
	c.Flags().StringVar(&f.role, "role", "", "the `ROLE`, where there are several")
	c.Flags().StringVar(&f.date, "date", "", "the `DATE` it is about (2027-01-31, or 2027-01-31T14:00): of an interview, the deadline of an offer, else when it happened")
	c.Flags().StringVar(&f.given, "given", "", "called: the `DATE` by which they said they will answer")
	c.Flags().StringVar(&f.at, "at", "", "`WHEN` it happened (default: now)")
	c.Flags().StringVar(&f.outcome, "outcome", "", "called: reached, voicemail or silent; withdrew: phone")
	c.Flags().StringVar(&f.warmth, "warmth", "", "called: warm, neutral or cold")
	c.Flags().BoolVar(&f.signed, "signed", false, "accepted: the contract is signed")
	c.Flags().BoolVar(&f.json, "json", false, "print what was noted as JSON")
}

// logEvents makes the events of a log command: one, or for pause, resume and allow-contact one for each application that is meant.
func logEvents(v *view, f logFlags, args []string, now time.Time) ([]employer.Event, error) {
	name, verb, note := strings.TrimSpace(args[0]), args[1], strings.Join(args[2:], " ")
	f.role = strings.TrimSpace(f.role)
	act := employer.UserAct{Verb: verb, Outcome: f.outcome, Warmth: f.warmth, Signed: f.signed, Note: note}
	if err := f.check(verb, note); err != nil {
		return nil, usageError{err}
	}
	at, err := f.times(v.zone, &act, now)
	if err != nil {
		return nil, err
	}
	e := newUserEvent(employer.KindLog, at, now, act)
	if name == "all" && (verb == "pause" || verb == "resume") {
		return []employer.Event{e}, nil
	}
	switch {
	case employer.FoldName(name) == "":
		return nil, usageError{errors.New("write the name of the employer")}
	case name == "all":
		return nil, usageError{fmt.Errorf("%s is for one employer: only pause and resume can be logged for all", verb)}
	}
	e.Party, e.Role = employer.Party{Name: name, From: "user"}, f.role
	if verb == "applied" {
		return []employer.Event{v.applied(e, f.role)}, nil
	}
	apps, err := v.meant(name, f.role, verb)
	if err != nil {
		return nil, err
	}
	if len(apps) == 0 && slices.Contains([]string{"pause", "resume", "allow-contact", "note"}, verb) {
		return nil, fmt.Errorf("there is no employer %q in the book: log it as applied first", name)
	}
	if len(apps) == 0 {
		return []employer.Event{e}, nil // the mailbox never saw it
	}
	var events []employer.Event
	for _, a := range apps {
		one := newUserEvent(employer.KindLog, at, now, act)
		one.Party, one.Role, one.User.Target = employer.Party{Name: a.Employer, From: "user"}, a.Role, a.ID
		events = append(events, one)
	}
	return events, nil
}

// applied completes the event of an application: it belongs to one in the book if employer and role are written in full.
func (v *view) applied(e employer.Event, role string) employer.Event {
	for _, a := range v.book.Applications {
		named := slices.ContainsFunc(append(a.Names, a.Employer), func(n string) bool { return employer.FoldName(n) == employer.FoldName(e.Party.Name) })
		if !named {
			continue
		}
		e.Party.Name = a.Employer
		if v.stages[a.ID].Open() && employer.FoldName(a.Role) == employer.FoldName(role) {
			e.User.Target = a.ID
			break
		}
	}
	return e
}

// meant returns the application that a command is about: the one of the role, or the only one, or the only open one. What holds for
// the employer as a whole is about all of them.
func (v *view) meant(name, role, verb string) ([]*employer.Application, error) {
	apps, err := employer.Find(v.book, name)
	if err != nil {
		return nil, err
	}
	if role != "" && len(apps) > 0 {
		var with []*employer.Application
		for _, a := range apps {
			if employer.FoldName(a.Role) == employer.FoldName(role) {
				return []*employer.Application{a}, nil
			}
			if strings.HasPrefix(employer.FoldName(a.Role), employer.FoldName(role)) {
				with = append(with, a)
			}
		}
		if len(with) == 0 {
			return nil, fmt.Errorf("%s has no application as %q: say which one with --role, one of %s; or log it as applied first", apps[0].Employer, role, roles(apps))
		}
		apps = with
	}
	if len(apps) < 2 || verb == "pause" || verb == "resume" {
		return apps, nil
	}
	open := slices.DeleteFunc(slices.Clone(apps), func(a *employer.Application) bool { return !v.stages[a.ID].Open() })
	if len(open) == 1 {
		return open, nil
	}
	if len(open) == 0 {
		open = apps
	}
	return nil, fmt.Errorf("%s has several applications: say which one with --role, one of %s", apps[0].Employer, roles(open))
}

// roles lists the roles of applications for a message.
func roles(apps []*employer.Application) string {
	var all []string
	for _, a := range apps {
		all = append(all, fmt.Sprintf("%q", a.Role))
	}
	return strings.Join(all, ", ")
}

// check refuses what a verb does not go with: a flag that would be lost.
func (f logFlags) check(verb, note string) error {
	if !slices.ContainsFunc(logVerbs, func(x struct{ verb, help string }) bool { return x.verb == verb }) {
		var all []string
		for _, x := range logVerbs {
			all = append(all, x.verb)
		}
		return fmt.Errorf("%q cannot be logged: write one of %s", verb, strings.Join(all, ", "))
	}
	outcomes := map[string][]string{"called": {"reached", "voicemail", "silent"}, "withdrew": {"phone"}}
	switch {
	case verb == "note" && note == "":
		return fmt.Errorf("there is no text to note: write it behind note")
	case f.outcome != "" && outcomes[verb] == nil:
		return fmt.Errorf("--outcome goes with called and withdrew, not with %s", verb)
	case f.outcome != "" && !slices.Contains(outcomes[verb], f.outcome):
		return fmt.Errorf("--outcome %q: with %s write %s", f.outcome, verb, strings.Join(outcomes[verb], ", "))
	case (f.warmth != "" || f.given != "") && verb != "called":
		return fmt.Errorf("--warmth and --given go with called, not with %s", verb)
	case f.warmth != "" && !slices.Contains([]string{"warm", "neutral", "cold"}, f.warmth):
		return fmt.Errorf("--warmth %q: write warm, neutral or cold", f.warmth)
	case f.signed && verb != "accepted":
		return fmt.Errorf("--signed goes with accepted, not with %s", verb)
	case f.date != "" && f.given != "":
		return fmt.Errorf("--date and --given: a call has one date, the one that they gave")
	}
	return nil
}

// times reads the dates of the flags. In a call the date is the one that the employer gave; with an interview and an offer it is what
// the event is about; everything else happened on it.
func (f logFlags) times(zone timeZone, act *employer.UserAct, now time.Time) (at time.Time, err error) {
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
	if !slices.Contains([]string{"interviewed", "no-show", "offered", "called"}, act.Verb) && !act.Date.IsZero() {
		if f.at == "" {
			at = act.Date
		}
		act.Date = time.Time{}
	}
	if at.After(now) {
		return at, usageError{fmt.Errorf("it cannot have happened on %s, which is still to come", at.Format("2 Jan 2006"))}
	}
	if act.Verb == "interviewed" && act.Date.After(now) {
		return at, usageError{fmt.Errorf("the interview of %s is still to come: log it when it is over", act.Date.Format("2 Jan 2006"))}
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
