package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"heardback/employer"
	"heardback/employer/sqlite"
)

// other is a mail of another employer on a day of February.
func (o *offline) other(day int, kind employer.Kind) employer.Event {
	e := o.mail(day, kind, "")
	e.ID, e.Mail.Key, e.Mail.MessageID = "mail:other", "o@oakmere.example", "o@oakmere.example"
	e.Mail.From = employer.Address{Name: "Sam Reed", Address: "sam@oakmere.example"}
	e.Party = employer.Party{Name: "Oakmere Parcel", Domain: "oakmere.example"}
	e.Contacts, e.Role, e.Quote = []employer.Contact{{Name: "Sam Reed", Address: "sam@oakmere.example", Human: true, Wrote: true}}, "Route Planner", "We have your papers."
	return e
}

// traces returns what of the words the files of the state folder hold.
func (o *offline) traces(words ...string) []string {
	o.t.Helper()
	files, err := filepath.Glob(filepath.Join(o.dir, "state", "*"))
	if err != nil || len(files) == 0 {
		o.t.Fatal(files, err)
	}
	var found []string
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			o.t.Fatal(err)
		}
		for _, w := range words {
			if bytes.Contains(bytes.ToLower(data), []byte(strings.ToLower(w))) {
				found = append(found, filepath.Base(name)+": "+w)
			}
		}
	}
	return found
}

func TestForgetCommandLeavesNoTrace(t *testing.T) {
	t.Parallel()
	o := newOffline(t, "")
	wrote := employer.Event{ID: "mail:w@example.com", Kind: employer.KindWritten, At: o.now, Learned: o.now,
		Mail: &employer.Mail{Key: "w@example.com", From: employer.Address{Address: "robin@example.com"}, To: []employer.Address{{Address: "office@northwind.example"}}, Own: true}}
	stray := o.mail(24, employer.KindOffer, "")
	stray.Uncertain, stray.Mail.From.Address, stray.Contacts = true, "stranger@elsewhere.example", nil
	draft := employer.Event{ID: "draft:k:draft-placed", Kind: employer.KindDraftPlaced, At: o.now, Learned: o.now,
		Draft: &employer.DraftAct{Key: "k", Kind: "status-1", App: "mail:m22@northwind.example", To: employer.Address{Address: "kim.vale@northwind.example"}, Subject: "Re: Your application"}}
	refused := draft
	refused.ID, refused.Kind = "draft:x:draft-failed", employer.KindDraftFailed
	refused.Draft = &employer.DraftAct{Key: "x", App: "mail:m22@northwind.example", Reason: "Kim Vale is not known"}
	o.learn(o.mail(22, employer.KindConfirmation, "no-calls"), o.mail(23, employer.KindContact, ""), stray, wrote, draft, refused, o.other(20, employer.KindConfirmation))
	if out, code := o.run("log", "northwind", "note", "Kim Vale likes tea"); code != 0 {
		t.Fatal(out)
	}
	store, err := sqlite.Open(context.Background(), filepath.Join(o.dir, "state", databaseName))
	if err != nil {
		t.Fatal(err)
	}
	if err := store.SetMeta(context.Background(), "told:offer:mail:m24@northwind.example", "x"); err != nil {
		t.Fatal(err)
	}
	store.Close()
	words := []string{"northwind", "kim.vale", "kim vale", "phone calls please", "likes tea"}
	before := o.traces(words...)
	for name, args := range map[string][]string{"dry run": {"forget", "northwind", "--dry-run"}, "not confirmed": {"forget", "northwind"}, "no answer": {"forget", "northwind", "--json"}} {
		if out, code := o.run(args...); strings.Contains(out, "forgotten;") || (code == 0) != (name == "dry run") {
			t.Errorf("%s: code %d\n%s", name, code, out)
		}
	}
	if got := o.traces(words...); len(got) < len(words) || len(got) > len(before) {
		t.Fatalf("it was forgotten without a yes: %v", got)
	}
	if out, code := o.run("forget", "nobody", "--yes"); code != 1 || !strings.Contains(out, `no employer "nobody"`) {
		t.Errorf("an unknown employer: code %d\n%s", code, out)
	}
	unlock, err := sqlite.Lock(filepath.Join(o.dir, "state"))
	if err != nil {
		t.Fatal(err)
	}
	if out, code := o.run("forget", "northwind", "--yes"); code != 1 || !strings.Contains(out, fmt.Sprint(os.Getpid())) {
		t.Errorf("while another heardback works: code %d\n%s", code, out)
	}
	unlock()
	out, code := o.run("forget", "northwind", "--yes", "--json")
	if code != 0 || !strings.Contains(out, `"events": 7`) || !strings.Contains(out, `"forgotten": true`) {
		t.Fatalf("code %d\n%s", code, out)
	}
	if got := o.traces(words...); len(got) != 0 {
		t.Errorf("traces are left: %v", got)
	}
	if out, code := o.run("status"); code != 0 || !strings.Contains(out, "Oakmere Parcel") || strings.Contains(out, "Northwind") {
		t.Errorf("status afterwards: code %d\n%s", code, out)
	}
}

func TestForgetAsks(t *testing.T) {
	t.Parallel()
	o := newOffline(t, "")
	o.learn(o.mail(22, employer.KindConfirmation, ""))
	var out bytes.Buffer
	p := &Program{Stdin: strings.NewReader("yes\n"), Stdout: &out, Stderr: &out, Now: func() time.Time { return o.now }}
	if code := p.Run(context.Background(), []string{"--config", filepath.Join(o.dir, "config.toml"), "forget", "north"}); code != 0 || !strings.Contains(out.String(), "Data Analyst") {
		t.Errorf("code %d\n%s", code, out.String())
	}
	if got := o.traces("northwind"); len(got) != 0 {
		t.Errorf("traces are left: %v", got)
	}
}

func TestBackupCommand(t *testing.T) {
	t.Parallel()
	o := newOffline(t, "")
	file := filepath.Join(o.dir, "copy.db")
	if out, code := o.run("backup", file); code != 1 || !strings.Contains(out, "no database") {
		t.Errorf("without a database: code %d\n%s", code, out)
	}
	o.learn(o.mail(22, employer.KindConfirmation, ""))
	unlock, err := sqlite.Lock(filepath.Join(o.dir, "state")) // as the daemon holds it
	if err != nil {
		t.Fatal(err)
	}
	defer unlock()
	if out, code := o.run("backup", file, "--json"); code != 0 || !strings.Contains(out, `"bytes"`) {
		t.Fatalf("code %d\n%s", code, out)
	}
	if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the backup: %v, %v", info.Mode(), err)
	}
	if out, code := o.run("backup", file); code != 1 || !strings.Contains(out, "is there already") {
		t.Errorf("a second time: code %d\n%s", code, out)
	}
	// It is a database to start from.
	if err := os.Rename(file, filepath.Join(o.dir, "state", databaseName)); err != nil {
		t.Fatal(err)
	}
	if out, code := o.run("status"); code != 0 || !strings.Contains(out, "Northwind Example") {
		t.Errorf("from the backup: code %d\n%s", code, out)
	}
}

// TestDamageIsReportedByEveryCommand: one line that says what to do, exit code 1, and the file stays as it is.
func TestDamageIsReportedByEveryCommand(t *testing.T) {
	t.Parallel()
	o := newOffline(t, "")
	var many []employer.Event
	for i := range 800 {
		e := o.mail(22, employer.KindContact, "")
		e.ID = fmt.Sprintf("mail:%d", i)
		many = append(many, e)
	}
	o.learn(many...)
	path := filepath.Join(o.dir, "state", databaseName)
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	for page := int64(3); page < 60; page += 4 {
		if _, err := f.WriteAt(bytes.Repeat([]byte("?"), 4096), page*4096); err != nil {
			t.Fatal(err)
		}
	}
	f.Close()
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"run"}, {"once"}, {"status"}, {"show", "northwind"}, {"log", "northwind", "note", "x"}, {"digest"}, {"forget", "northwind", "--yes"}, {"backup", filepath.Join(o.dir, "copy.db")}} {
		out, code := o.run(args...)
		if code != 1 || strings.Count(out, "\n") != 1 || !strings.Contains(out, "damaged") || !strings.Contains(out, "backup") || !strings.Contains(out, path) {
			t.Errorf("%v: code %d\n%s", args, code, out)
		}
		if after, err := os.ReadFile(path); err != nil || !bytes.Equal(before, after) {
			t.Errorf("%v changed the damaged file (%v)", args, err)
		}
	}
	if _, err := os.Stat(filepath.Join(o.dir, "copy.db")); err == nil {
		t.Error("a damaged database was copied")
	}
}
