package main

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"

	"heardback/cadence"
	"heardback/drafts"
	"heardback/employer"
	"heardback/mailbox"
	"heardback/mailbox/imap"
	"heardback/mailbox/imap/embedded"
	"heardback/round"
	"heardback/round/story"
	"heardback/templates"
)

// TestStories tells every story of round/testdata/stories on an IMAP server: raw mail in, drafts out.
func TestStories(t *testing.T) {
	dir := filepath.Join(top, "round", "testdata", "stories")
	files, err := fs.Glob(os.DirFS(dir), "*.story")
	if err != nil || len(files) == 0 {
		t.Fatalf("no stories in %s: %v", dir, err)
	}
	for _, name := range files {
		text, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		s, err := story.Parse(name, bytes.NewReader(text))
		if err != nil {
			t.Error(err)
			continue
		}
		for _, run := range s.Runs() {
			t.Run(strings.TrimSuffix(run.Name, ".story"), func(t *testing.T) {
				t.Parallel()
				tell(t, run)
			})
		}
	}
}

// stage is a story while it is told.
type stage struct {
	t      *testing.T
	story  story.Story
	now    time.Time
	server *embedded.Server
	client *imap.Client
	store  *round.Memory
	round  *round.Round
	last   round.Report
	acts   []story.Entry // mails and acts still to come
	done   []done
	told   map[string]bool
	read   map[string]string // message id → what was understood
}

// done is something that the program did.
type done struct {
	at                                            time.Time
	action, kind, to, who, role, lang, about, why string
}

func (d done) String() string {
	return fmt.Sprintf("%s %s %s to %q employer %q role %q lang %q about %q: %s", d.at.Format("Mon 2006-01-02 15:04"), d.action, d.kind, d.to, d.who, d.role, d.lang, d.about, d.why)
}

// tell tells a story and returns the stage as it stands at its end.
func tell(t *testing.T, s story.Story) *stage {
	st := &stage{t: t, story: s, told: map[string]bool{}, read: map[string]string{}, store: round.NewMemory(nil, nil)}
	st.server = embedded.New(embedded.Options{User: s.Me.Address, Password: "secret", Now: func() time.Time { return st.now }})
	defer st.server.Close()
	st.start()
	defer func() { st.client.Close() }()
	sim := simulation{zone: s.Zone, advance: st.advance, tell: st.note}
	for _, e := range s.Entries {
		switch e.(type) {
		case story.Mail, story.Act:
			st.acts = append(st.acts, e)
			if e.When().After(s.From) {
				sim.arrivals = append(sim.arrivals, e.When())
			}
		}
	}
	sim.round = func() *round.Round { return st.round }
	if _, err := sim.run(context.Background(), s.From, s.Until.AddDate(0, 0, 1).Add(-time.Second)); err != nil {
		t.Fatal(err)
	}
	if err := st.server.Law(); err != nil {
		t.Errorf("the law of the wire: %v", err)
	}
	st.judge()
	return st
}

// start makes a client and a round on the store, as a start of the daemon does.
func (st *stage) start() {
	s := st.story
	if st.client != nil {
		st.client.Close()
	}
	me := mailbox.Address{Name: s.Me.Name, Address: s.Me.Address}
	var err error
	st.client, err = imap.New(imap.Account{
		Name: "story", Host: "localhost", TLS: "none", Dial: st.server.Dial, Username: st.server.User(),
		Secret: func(context.Context) (string, error) { return st.server.Password(), nil },
		Since:  -1, Parse: mailbox.Options{Own: []string{me.Address}}, Now: func() time.Time { return st.now },
	})
	if err != nil {
		st.t.Fatal(err)
	}
	st.round = &round.Round{
		Store:    st.store,
		Accounts: []round.Account{{Box: st.client, Addresses: []string{me.Address}}},
		Writer:   drafts.New(templates.FS, nil),
		Identity: drafts.Identity{Name: me.Name, Phone: "+1 555 0100"},
		Policy:   cadence.Default(),
		Seeker:   cadence.Seeker{Zone: s.Zone, Country: s.Country, Addresses: []string{me.Address}, Phone: s.Has("phone"), Language: "en"},
		Observe:  s.Has("observe"),
		Log:      slog.New(slog.DiscardHandler),
	}
}

// advance does what happens until now: mail arrives, the user acts.
func (st *stage) advance(now time.Time) error {
	st.now = now
	for len(st.acts) > 0 && !st.acts[0].When().After(now) {
		e := st.acts[0]
		st.acts = st.acts[1:]
		var err error
		switch e := e.(type) {
		case story.Mail:
			folder := "INBOX"
			if e.Folder == "sent" {
				folder = "Sent"
			}
			_, err = st.server.Deliver(folder, e.Raw, e.At)
		case story.Act:
			err = st.act(e)
		}
		if err != nil {
			st.t.Errorf("line %d: %v", e.LineNo(), err)
		}
	}
	return nil
}

var dateField = regexp.MustCompile(`(?m)^Date: .*$`)

func (st *stage) act(a story.Act) error {
	switch a.Verb {
	case "restart":
		st.start()
		return nil
	case "reindex":
		for _, f := range []string{"INBOX", "Sent", "Drafts", "Trash"} {
			if err := st.server.Renumber(f); err != nil {
				return err
			}
		}
		return nil
	case "run":
		return st.command(a.Args)
	}
	uid, raw, err := st.draft(a)
	if err != nil {
		return err
	}
	switch a.Verb {
	case "sends-draft":
		raw = dateField.ReplaceAll(raw, []byte("Date: "+a.At.Format(time.RFC1123Z)+"\r"))
		if _, err := st.server.Deliver("Sent", raw, a.At); err != nil {
			return err
		}
		return st.server.Delete("Drafts", uid)
	case "edits-draft":
		_, err := st.server.Replace("Drafts", uid, append(raw, "One more line of mine.\r\n"...), a.At)
		return err
	case "deletes-draft":
		return st.server.Move("Drafts", uid, "Trash")
	}
	return fmt.Errorf("unknown act %q", a.Verb)
}

// draft finds the draft that an act is about.
func (st *stage) draft(a story.Act) (uint32, []byte, error) {
	lying, err := st.server.Messages("Drafts")
	if err != nil {
		return 0, nil, err
	}
	for _, d := range st.last.Book.Drafts {
		if d.Kind != a.Kind || a.To != "" && d.To.Address != a.To {
			continue
		}
		for _, m := range lying {
			if bytes.Contains(m.Raw, []byte("<"+d.MessageID+">")) {
				return m.UID, m.Raw, nil
			}
		}
	}
	return 0, nil, fmt.Errorf("there is no %s to %s in Drafts", a.Kind, a.To)
}

// command runs log or correct.
func (st *stage) command(args []string) error {
	known := must(st.store.Events(context.Background()))
	v := &view{events: known, book: employer.Fold(known, st.now), zone: st.story.Zone}
	v.plan = cadence.Make(v.book, st.round.Policy, st.round.Seeker, st.now)
	v.stages = cadence.Stages(v.book, v.plan)
	var l logFlags
	var c correctFlags
	flags := new(cobra.Command)
	if args[0] == "log" {
		l.register(flags)
	} else {
		c.register(flags)
	}
	if err := flags.ParseFlags(args[1:]); err != nil {
		return err
	}
	rest := flags.Flags().Args()
	var events []employer.Event
	var err error
	switch args[0] {
	case "log":
		events, err = logEvents(v, l, rest, st.now)
	case "correct":
		events, err = correctEvents(v, c, rest, st.now)
	default:
		err = fmt.Errorf("unknown command %q", args[0])
	}
	if err != nil {
		return err
	}
	return st.store.Commit(context.Background(), "", events, nil)
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// note takes down what a round did.
func (st *stage) note(rep *round.Report) error {
	st.last = *rep
	for _, n := range rep.News {
		if m := n.Event.Mail; m != nil {
			sure := ""
			if n.Event.Uncertain {
				sure = " uncertain"
			}
			st.read[m.MessageID] = fmt.Sprintf("%s%s %.2f, employer %q role %q acts %v statements %d", n.Event.Kind, sure, n.Event.Confidence, n.Event.Party.Name, n.Event.Role, n.Event.Acts, len(n.Event.Statements))
		}
	}
	for _, a := range rep.Actions {
		st.done = append(st.done, done{at: a.At, action: string(a.Action), kind: a.Kind, to: a.To, who: a.Employer, role: a.Role, lang: a.Lang, about: a.About, why: a.Why})
	}
	app := func(id string) (name, role string) {
		for _, a := range rep.Book.Applications {
			if a.ID == id {
				return a.Employer, a.Role
			}
		}
		return "", ""
	}
	for _, n := range rep.Plan.Notices {
		if n.SameDay && !st.told["notice:"+n.Key] {
			st.told["notice:"+n.Key] = true
			who, role := app(n.App)
			st.done = append(st.done, done{at: rep.Now, action: "notice", who: who, role: role, about: n.Kind, why: n.Text})
		}
	}
	for _, c := range rep.Plan.Calls {
		if c.Allowed && !c.Due.After(rep.Now) && !st.told["call:"+c.Key] {
			st.told["call:"+c.Key] = true
			who, role := app(c.App)
			st.done = append(st.done, done{at: rep.Now, action: "call", to: c.To.Address, who: who, role: role, about: c.Reason, why: c.Why})
		}
	}
	for _, err := range rep.Errors {
		st.t.Errorf("%s: %v", rep.Now.Format("2006-01-02 15:04"), err)
	}
	return nil
}

// judge compares what was done with what the story demands.
func (st *stage) judge() {
	used := make([]bool, len(st.done))
	var allow []story.Expectation
	failed := false
	for _, e := range st.story.Entries {
		x, ok := e.(story.Expectation)
		if !ok {
			continue
		}
		if x.Mode == story.Allow {
			allow = append(allow, x)
			continue
		}
		found := -1
		for i, d := range st.done {
			if describes(x, d) && (x.Mode == story.Forbid || !used[i]) {
				found = i
				break
			}
		}
		switch {
		case x.Mode == story.Forbid && found >= 0:
			failed = true
			st.t.Errorf("line %d forbids %s", x.Line, st.done[found])
		case x.Mode == story.Expect && found < 0:
			failed = true
			st.t.Errorf("line %d: missing %s %s %s to %q employer %q role %q lang %q about %q", x.Line, x.At.Format("Mon 2006-01-02 15:04"), x.Action, x.Kind, x.To, x.Employer, x.Role, x.Lang, x.About)
		case x.Mode == story.Expect:
			used[found] = true
		}
	}
	for i, d := range st.done {
		if used[i] || !story.Exhaustive(d.action) || slices.ContainsFunc(allow, func(x story.Expectation) bool { return describes(x, d) }) {
			continue
		}
		failed = true
		st.t.Errorf("unexpected: %s", d)
	}
	if failed {
		for _, m := range st.story.Mails() {
			st.t.Logf("line %d means %q: read as %s", m.Line, m.Means, st.read[m.ID])
		}
		for _, d := range st.done {
			st.t.Logf("did %s", d)
		}
		for _, a := range st.last.Book.Applications {
			st.t.Logf("application %q %q %s", a.Employer, a.Role, a.Stage)
			for _, i := range a.Interviews {
				st.t.Logf("    interview %s %s–%s %s", i.State, i.Start.In(st.story.Zone).Format("2006-01-02 15:04"), i.End.In(st.story.Zone).Format("15:04"), i.UID)
			}
			for _, e := range a.Timeline {
				st.t.Logf("    %s %s %s", e.At.In(st.story.Zone).Format("2006-01-02 15:04"), e.Kind, e.Text)
			}
		}
	}
}

// describes reports whether x speaks of d.
func describes(x story.Expectation, d done) bool {
	same := func(want, got string) bool {
		return want == "" || employer.FoldName(want) == employer.FoldName(got)
	}
	kind := x.Kind == "" || x.Kind == "*" || slices.Contains(strings.Split(x.Kind, "|"), d.kind)
	role := same(x.Role, d.role) || x.Role != "" && strings.Contains(employer.FoldName(d.role), employer.FoldName(x.Role))
	return x.Action == d.action && kind && role && !d.at.Before(x.At) && d.at.Before(x.End) &&
		(x.To == "" || strings.EqualFold(x.To, d.to)) && same(x.Employer, d.who) && (x.Lang == "" || x.Lang == d.lang) && (x.About == "" || x.About == d.about)
}
