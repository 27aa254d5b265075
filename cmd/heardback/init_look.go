package main

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"heardback/cmd/heardback/config"
	"heardback/cmd/heardback/provider"
	"heardback/employer"
	"heardback/mailbox"
	"heardback/mailbox/imap"
	"heardback/round"
)

// firstLook is a book in memory, made of the mailbox as it is. Nothing is written, neither there nor on disk.
type firstLook struct {
	box   *imap.Client
	seen  *onlooker
	store *round.Memory
}

// onlooker reads a mailbox, writes nothing, and notes who writes.
type onlooker struct {
	readOnly
	domain     string          // of the user's address
	colleagues map[string]bool // addresses of others in the same domain
	names      map[string]int  // that the user's own mail bears in From
	phones     map[string]int  // that it is signed with
}

// Sync implements round.Mailbox.
func (o *onlooker) Sync(ctx context.Context, cursor mailbox.Cursor, want func(*mailbox.Header) mailbox.Want, take func(mailbox.Batch) error) error {
	return o.readOnly.Sync(ctx, cursor, want, func(b mailbox.Batch) error {
		for i := range b.Messages {
			o.note(&b.Messages[i])
		}
		return take(b)
	})
}

func (o *onlooker) note(m *mailbox.Message) {
	from := m.Author()
	switch {
	case m.Own:
		if from.Name != "" && !strings.Contains(from.Name, "@") {
			o.names[from.Name]++
		}
		if phone := phoneIn(m.Signature); phone != "" {
			o.phones[phone]++
		}
	case !m.Own && m.Auto == mailbox.ByHand && provider.Domain(from.Address) == o.domain:
		o.colleagues[from.Address] = true
	}
}

// phoneNumber is one in a signature.
var phoneNumber = regexp.MustCompile(`\+?\(?[0-9][0-9 ()/.-]{5,18}[0-9]`)

// phoneIn returns the first telephone number of a signature; a fax is none.
func phoneIn(signature string) string {
	for line := range strings.Lines(signature) {
		if strings.Contains(strings.ToLower(line), "fax") {
			continue
		}
		if n := phoneNumber.FindString(line); n != "" {
			return n
		}
	}
	return ""
}

// most returns what was seen most often, "" where nothing was.
func most(seen map[string]int) (best string) {
	for s, times := range seen {
		if times > seen[best] || times == seen[best] && s < best {
			best = s
		}
	}
	return best
}

// enoughColleagues are how many people of one's own domain write to one at work.
const enoughColleagues = 3

// look begins a first look at the account of a configuration.
func (p *Program) beginLook(c *config.Config) (*firstLook, error) {
	a := &c.Accounts[0]
	box, err := imap.New(p.account(a))
	if err != nil {
		return nil, err
	}
	seen := &onlooker{readOnly: readOnly{box}, domain: provider.Domain(a.Addresses[0]), colleagues: map[string]bool{}, names: map[string]int{}, phones: map[string]int{}}
	return &firstLook{box: box, seen: seen, store: round.NewMemory(nil, nil)}, nil
}

// round reads what is new and plans as the configuration says, in observe mode.
func (l *firstLook) round(ctx context.Context, p *Program, c *config.Config) (round.Report, error) {
	r := newRound(c, l.store, p.log(slog.LevelError))
	r.Observe, r.Letters = true, nil
	r.Accounts = []round.Account{{Box: l.seen, Addresses: c.Accounts[0].Addresses}}
	end := p.showReading(r)
	rep, err := r.Run(ctx, p.Now())
	end()
	if err != nil {
		return rep, err
	}
	if rep.Read+rep.Skipped == 0 {
		return rep, together(rep.Errors)
	}
	return rep, nil
}

// language returns the language that most of the understood mail is in, "" if none is a language of the letters.
func language(news []round.News) string {
	count := map[string]int{}
	for _, n := range news {
		if l := n.Event.Language; slices.Contains(config.Languages, l) {
			count[l]++
		}
	}
	return most(count)
}

// region reads language and country from the environment, as in de_AT.UTF-8.
func region() (language, country string) {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		l, rest, ok := strings.Cut(os.Getenv(name), "_")
		if !ok || len(l) != 2 || len(rest) < 2 {
			continue
		}
		return l, rest[:2]
	}
	return "", ""
}

// deciding returns the entry of the timeline that the stage rests on: the last one that a mail of the employer's made.
func deciding(a *employer.Application) (employer.Entry, bool) {
	for _, e := range slices.Backward(a.Timeline) {
		if e.Mail != nil && !e.Mail.Own && !e.Superseded {
			return e, true
		}
	}
	return employer.Entry{}, false
}

// show writes the table of employers and the drafts that would be placed now.
func (l *firstLook) show(w io.Writer, rep round.Report, zone timeZone) {
	fmt.Fprintf(w, "\nWhat heardback understands:\n\n")
	for i, a := range rep.Book.Applications {
		fmt.Fprintf(w, "%3d  %-28s %-30s %s since %s\n", i+1, short(a.Employer, 28), short(a.Role, 30), rep.Plan.Stage(a), rep.Plan.Since(a).In(zone).Format("2 Jan 2006"))
		if e, ok := deciding(a); ok && e.Quote != "" {
			fmt.Fprintf(w, "     %q\n", short(e.Quote, 100))
		}
	}
	if len(rep.Book.Applications) == 0 {
		fmt.Fprintln(w, "     no application yet; they appear as soon as mail tells of them")
	}
	drafts := 0
	for _, a := range rep.Actions {
		if a.Action != round.WouldPlace {
			continue
		}
		drafts++
		fmt.Fprintf(w, "\nA draft that would be placed now, since %s (rule %s):\n\n%s\n", a.Why, a.Rule, indent(readable(a.Letter.Raw)))
	}
	if drafts == 0 {
		fmt.Fprintf(w, "\nNo draft would be placed now.\n")
	}
	fmt.Fprintln(w)
}

// kindKeys are the keys that say what a message is instead.
var kindKeys = []struct{ key, kind, text string }{
	{"x", "other", "no application of mine"},
	{"c", "confirmation", "it arrived"},
	{"i", "interview", "an interview"},
	{"r", "rejection", "a rejection"},
	{"o", "offer", "an offer"},
}

// wrongRow is a number and the key that says what is right; without a key it is no application.
var wrongRow = regexp.MustCompile(`^(\d+)\s*([a-z]?)$`)

// checkRow returns what checks an answer to "is this right?": nothing, y, or a row that is wrong.
func checkRow(rows int) func(string) error {
	return func(s string) error {
		if s == "" || s == "y" {
			return nil
		}
		m := wrongRow.FindStringSubmatch(s)
		if m == nil {
			return fmt.Errorf("%q: press Enter, or write the number of a row that is wrong", s)
		}
		if n, err := strconv.Atoi(m[1]); err != nil || n < 1 || n > rows {
			return fmt.Errorf("there is no row %s", m[1])
		}
		if kindOfKey(m[2]) == "" {
			return fmt.Errorf("%q is none of the keys x, c, i, r and o", m[2])
		}
		return nil
	}
}

func kindOfKey(key string) string {
	for _, k := range kindKeys {
		if k.key == key || key == "" && k.key == "x" {
			return k.kind
		}
	}
	return ""
}

// correct writes down that a row is wrong, and returns the events, which the book of the daemon gets too.
func (l *firstLook) correct(ctx context.Context, p *Program, rep round.Report, answer string) ([]employer.Event, error) {
	m := wrongRow.FindStringSubmatch(answer)
	n, err := strconv.Atoi(m[1])
	if err != nil {
		return nil, err
	}
	app, kind, now := rep.Book.Applications[n-1], kindOfKey(m[2]), p.Now()
	var events []employer.Event
	say := func(e employer.Entry) {
		events = append(events, newUserEvent(employer.KindCorrect, now, now, employer.UserAct{Verb: "kind", Target: e.Event, Value: kind}))
	}
	if kind == "other" {
		for _, e := range app.Timeline {
			if e.Mail != nil && !e.Superseded {
				say(e)
			}
		}
	} else if e, ok := deciding(app); ok {
		say(e)
	}
	return events, l.store.Commit(ctx, "", events, nil)
}
