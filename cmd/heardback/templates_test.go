package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"heardback/employer"
)

// override puts a template of the user's beside the configuration.
func (o *offline) override(name, text string) {
	o.t.Helper()
	file := filepath.Join(o.dir, "templates", name)
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		o.t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		o.t.Fatal(err)
	}
}

// ok runs a command line that must succeed.
func (o *offline) ok(args ...string) string {
	o.t.Helper()
	out, code := o.run(args...)
	if code != 0 {
		o.t.Fatalf("%q: code %d\n%s", args, code, out)
	}
	return out
}

func TestTemplatesCommand(t *testing.T) {
	t.Parallel()
	o := newOffline(t, "")
	if out := o.ok("templates", "list", "--lang", "nl"); !strings.Contains(out, "nl/status-2.txt") || strings.Contains(out, "yours") || strings.Contains(out, "en/") {
		t.Errorf("list said\n%s", out)
	}
	var list []templateEntry
	if err := json.Unmarshal([]byte(o.ok("templates", "list", "--json")), &list); err != nil || len(list) != 7*17 {
		t.Errorf("list --json: %d entries, %v", len(list), err)
	}
	if out := o.ok("templates", "show", "status-1"); !strings.HasPrefix(out, `{{define "subject"}}`) {
		t.Errorf("show said\n%s", out)
	}
	if out := o.ok("templates", "check"); !strings.Contains(out, "in order") {
		t.Errorf("check said\n%s", out)
	}
	out := o.ok("templates", "preview", "availability", "--lang", "de", "--informal")
	if strings.Count(out, "Hallo Mira,") != 3 || !strings.Contains(out, "variant 3") {
		t.Errorf("preview said\n%s", out)
	}
	for _, wrong := range [][]string{{"show", "status-9"}, {"preview", "status-1", "--lang", "xx"}, {"list", "--lang", "xx"}, {"preview"}} {
		if out, code := o.run(append([]string{"templates"}, wrong...)...); code != 2 {
			t.Errorf("%q: code %d\n%s", wrong, code, out)
		}
	}
}

// A file of the user's takes the place of the shipped one; a broken one is named with its line by check and digest, and the
// shipped one is used meanwhile.
func TestTemplatesOfTheUser(t *testing.T) {
	t.Parallel()
	o := newOffline(t, "")
	o.override("en/status-1.txt", "My own words about {{.Position.the}}.\n")
	if out := o.ok("templates", "list", "--lang", "en"); !strings.Contains(out, "yours") {
		t.Errorf("list said\n%s", out)
	}
	if out := o.ok("templates", "preview", "status-1"); !strings.Contains(out, "My own words about the Data Analyst position.") {
		t.Errorf("preview said\n%s", out)
	}
	o.override("en/thanks.txt", "Thank you.\n\n{{if .Role}}oops\n")
	out, code := o.run("templates", "check")
	if code != 1 || !strings.Contains(out, "en/thanks.txt:4: unexpected EOF") {
		t.Errorf("check: code %d\n%s", code, out)
	}
	var problems []templateProblem
	out, _ = o.run("templates", "check", "--json")
	if err := json.NewDecoder(strings.NewReader(out)).Decode(&problems); err != nil || len(problems) != 1 || problems[0].File != "en/thanks.txt" || problems[0].Line != 4 {
		t.Errorf("check --json: %+v, %v", problems, err)
	}
	if out := o.ok("templates", "show", "thanks"); strings.Contains(out, "oops") {
		t.Errorf("the broken file is in use:\n%s", out)
	}
	if out := o.ok("digest"); !strings.Contains(out, "A template of yours has an error") || !strings.Contains(out, "en/thanks.txt:4: unexpected EOF") {
		t.Errorf("the digest does not tell:\n%s", out)
	}
}

// A preview for an employer is written from what the book holds.
func TestTemplatesPreviewForEmployer(t *testing.T) {
	o := newOffline(t, "")
	o.learn(o.mail(22, employer.KindConfirmation, ""), o.mail(23, employer.KindContact, ""))
	for kind, want := range map[string]string{"status-1": "the Data Analyst position", "withdrawal": "the Data Analyst position"} {
		out := o.ok("templates", "preview", kind, "--employer", "northwind")
		if !strings.Contains(out, "Dear Kim Vale,") || !strings.Contains(out, want) || !strings.Contains(out, "Robin Hale\n+1 555 0100") {
			t.Errorf("%s:\n%s", kind, out)
		}
	}
	if out, code := o.run("templates", "preview", "competing-deadline", "--employer", "northwind"); code != 1 || !strings.Contains(out, "is not known") {
		t.Errorf("without a deadline: code %d\n%s", code, out)
	}
	if out, code := o.run("templates", "preview", "thanks", "--employer", "nobody"); code != 1 || !strings.Contains(out, "no employer") {
		t.Errorf("unknown employer: code %d\n%s", code, out)
	}
}
