package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	goimap "github.com/emersion/go-imap/v2"

	"heardback/employer"
	"heardback/employer/sqlite"
)

// offline is a user with a book and no mail server.
type offline struct {
	t   testing.TB
	dir string
	now time.Time
}

func newOffline(t testing.TB, seeker string) *offline {
	t.Helper()
	o := &offline{t: t, dir: t.TempDir(), now: time.Date(2027, time.March, 1, 12, 0, 0, 0, time.UTC)}
	text := fmt.Sprintf("state_dir = %q\n[seeker]\nname = \"Robin Hale\"\nphone = \"+1 555 0100\"\nzone = \"UTC\"\ncountry = \"US\"\n%s\n[[account]]\naddresses = [\"robin@example.com\"]\nhost = \"localhost\"\nusername = \"robin\"\npassword = \"x\"\n",
		filepath.Join(o.dir, "state"), seeker)
	if err := os.MkdirAll(filepath.Join(o.dir, "state"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(o.dir, "config.toml"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return o
}

// learn writes events into the book: a mail of Kim Vale at Northwind Example on a day of February.
func (o *offline) learn(events ...employer.Event) {
	o.t.Helper()
	store, err := sqlite.Open(context.Background(), filepath.Join(o.dir, "state", databaseName))
	if err != nil {
		o.t.Fatal(err)
	}
	defer store.Close()
	if err := store.Commit(context.Background(), "", events, nil); err != nil {
		o.t.Fatal(err)
	}
}

func (o *offline) mail(day int, kind employer.Kind, statement string, acts ...string) employer.Event {
	at := time.Date(2027, time.February, day, 9, 0, 0, 0, time.UTC)
	from := employer.Address{Name: "Kim Vale", Address: "kim.vale@northwind.example"}
	key := fmt.Sprintf("m%d@northwind.example", day)
	e := employer.Event{ID: "mail:" + key, Kind: kind, At: at, Learned: at, Account: "robin@example.com", Human: true, Confidence: 1, Acts: acts, Role: "Data Analyst", Language: "en",
		Mail:     &employer.Mail{Key: key, MessageID: key, Account: "robin@example.com", From: from, Subject: "Your application", Sent: at},
		Party:    employer.Party{Name: "Northwind Example", Domain: "northwind.example", From: "signature"},
		Contacts: []employer.Contact{{Name: from.Name, Address: from.Address, Phone: "+1 555 0142", Human: true, Wrote: true}}}
	if statement != "" {
		e.Statements = []employer.Statement{{Class: statement, Quote: "No phone calls please."}}
	}
	return e
}

// run runs one command line and returns what it printed and its exit code.
func (o *offline) run(args ...string) (string, int) {
	var out bytes.Buffer
	p := &Program{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &out, Now: func() time.Time { return o.now }}
	code := p.Run(context.Background(), append([]string{"--config", filepath.Join(o.dir, "config.toml")}, args...))
	return out.String(), code
}

func TestDigestCommand(t *testing.T) {
	o := newOffline(t, `language = "de"`)
	o.learn(o.mail(22, employer.KindConfirmation, ""))
	out, code := o.run("digest")
	if code != 0 || !strings.Contains(out, "Hallo Robin,") || !strings.Contains(out, "Northwind Example · Data Analyst") {
		t.Errorf("digest: code %d\n%s", code, out)
	}
	var report struct {
		Subject, Lead string
		Sections      []struct {
			ID, Title string
			Items     []struct{ Who, Text string }
		}
	}
	if err := json.Unmarshal([]byte(o.ok("digest", "--json")), &report); err != nil || report.Subject == "" || len(report.Sections) == 0 ||
		report.Sections[0].ID == "" || report.Sections[0].Items[0].Who != "Northwind Example · Data Analyst" {
		t.Errorf("digest --json: %v, %+v", err, report)
	}
	if out, code := o.run("digest", "--json", "--preview", "x.html"); code != 2 || !strings.Contains(out, "write only one of --json and --preview") {
		t.Errorf("--json and --preview: code %d\n%s", code, out)
	}
	page := filepath.Join(o.dir, "digest.html")
	if out, code := o.run("digest", "--preview", page); code != 0 || !strings.Contains(out, page) {
		t.Errorf("digest --preview: code %d\n%s", code, out)
	}
	data, err := os.ReadFile(page)
	if err != nil || !bytes.Contains(data, []byte("<h1")) {
		t.Errorf("the preview: error %v\n%s", err, data)
	}
	if info, err := os.Stat(page); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the preview can be read by others: %v, error %v", info.Mode(), err)
	}
}

func TestCallCommand(t *testing.T) {
	o := newOffline(t, "calls = true")
	o.learn(o.mail(22, employer.KindConfirmation, ""), o.mail(26, employer.KindContact, "", "human", "call-invited"))
	out, code := o.run("call", "northwind")
	if code != 0 {
		t.Fatalf("call: code %d\n%s", code, out)
	}
	for _, want := range []string{"+1 555 0142", "Kim Vale", "Robin Hale", "heardback log 'Northwind Example' called --outcome reached --given DATE --warmth WARMTH NOTE"} {
		if !strings.Contains(out, want) {
			t.Errorf("the sheet lacks %q:\n%s", want, out)
		}
	}
	if out, code := o.run("call", "northwind", "--html"); code != 0 || !strings.Contains(out, "<h1>") {
		t.Errorf("call --html: code %d\n%s", code, out)
	}
	var report callReport
	if err := json.Unmarshal([]byte(o.ok("call", "northwind", "--json")), &report); err != nil || report.To.Phone != "+1 555 0142" || report.Why == "" || len(report.Sheet.Blocks) < 4 {
		t.Errorf("call --json: %v, %+v", err, report)
	}
	// The way back: the command of the form is one that log takes.
	if out, code := o.run("log", "Northwind Example", "called", "--outcome", "reached", "--given", "2027-03-12", "--warmth", "warm", "friendly"); code != 0 {
		t.Errorf("log called: code %d\n%s", code, out)
	}
}

func TestCallCommandSaysWhyNot(t *testing.T) {
	confirmed := func(o *offline) []employer.Event { return []employer.Event{o.mail(22, employer.KindConfirmation, "")} }
	for _, c := range []struct {
		seeker string
		events func(o *offline) []employer.Event
		want   string
	}{
		{"calls = true", func(o *offline) []employer.Event {
			return []employer.Event{o.mail(22, employer.KindConfirmation, "no-calls")}
		}, "they ask for no calls"},
		{"calls = true", func(o *offline) []employer.Event {
			return []employer.Event{o.mail(22, employer.KindConfirmation, "no-enquiries")}
		}, "they ask for no enquiries"},
		{"calls = false", confirmed, "calls are not switched on"},
		{"calls = true", confirmed, "no reason for one"},
		{"calls = true", func(o *offline) []employer.Event { return append(confirmed(o), o.mail(25, employer.KindRejection, "")) }, "the application is over"},
		{"calls = true", func(o *offline) []employer.Event {
			e := o.mail(22, employer.KindConfirmation, "")
			e.Contacts = nil
			return []employer.Event{e}
		}, "no person there has given a number"},
	} {
		o := newOffline(t, c.seeker)
		o.learn(c.events(o)...)
		if out, code := o.run("call", "northwind"); code != 1 || !strings.Contains(out, c.want) || strings.Contains(out, "555 0142") {
			t.Errorf("want %q, got code %d:\n%s", c.want, code, out)
		}
	}
	o := newOffline(t, "calls = true")
	if out, code := o.run("call", "nobody"); code != 1 || !strings.Contains(out, `no employer "nobody"`) {
		t.Errorf("got code %d:\n%s", code, out)
	}
}

func TestDigestNowComesUnseenIntoTheInbox(t *testing.T) {
	t.Parallel()
	h := newHosted(t)
	h.searching()
	if out, code := h.run("2021-02-05T12:00:00-05:00", "once"); code != 0 {
		t.Fatalf("once: code %d\n%s", code, out)
	}
	for _, now := range []string{"2021-02-05T13:00:00-05:00", "2021-02-05T14:00:00-05:00"} {
		if out, code := h.run(now, "digest", "--now"); code != 0 {
			t.Fatalf("digest --now: code %d\n%s", code, out)
		}
	}
	c := h.user()
	defer c.Close()
	if _, err := c.Select("INBOX", &goimap.SelectOptions{ReadOnly: true}).Wait(); err != nil {
		t.Fatal(err)
	}
	found, err := c.Search(&goimap.SearchCriteria{Header: []goimap.SearchCriteriaHeaderField{{Key: "List-Id", Value: "heardback.letters"}}, NotFlag: []goimap.Flag{goimap.FlagSeen}}, nil).Wait()
	if err != nil {
		t.Fatal(err)
	}
	if got := len(found.AllSeqNums()); got != 2 {
		t.Errorf("unseen letters in the INBOX: got %d, want 2", got)
	}
	// The letters are heardback's own: reading them changes nothing.
	if out, code := h.run("2021-02-05T15:00:00-05:00", "once"); code != 0 || !strings.Contains(out, "0 told something") {
		t.Errorf("once after the letters: code %d\n%s", code, out)
	}
}
