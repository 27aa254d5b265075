package drafts

import (
	"strings"
	"testing"
	"testing/fstest"

	"heardback/cadence"
	"heardback/templates"
)

func override(file, text string) fstest.MapFS {
	return fstest.MapFS{file: &fstest.MapFile{Data: []byte(text)}}
}

// A user's file of the same name takes the place of the shipped one; without a define it is one letter as a whole and keeps the
// shipped subject.
func TestOverride(t *testing.T) {
	w := New(templates.FS, override("en/status-1.txt", "My own words\nabout {{.Position.the}}.\n\nThank you."))
	for _, p := range w.Problems() {
		t.Errorf("got problem %s", p)
	}
	s, id := Sample(cadence.Status1, "en", true)
	d, err := w.Render(s, id)
	if err != nil {
		t.Fatal(err)
	}
	if want := "Dear Mira Solberg,\n\nMy own words about the Data Analyst position.\n\nThank you.\n\nKind regards,\n"; !strings.HasPrefix(d.Body, want) {
		t.Errorf("got %q, want it to begin with %q", d.Body, want)
	}
	if want := "The interview on 4 March for the Data Analyst position"; d.Subject != want {
		t.Errorf("subject: got %q, want %q", d.Subject, want)
	}
	for _, e := range w.List() {
		if own := e.Language == "en" && e.Kind == cadence.Status1; e.Own != own {
			t.Errorf("%s: own is %v", e.File, e.Own)
		}
	}
	if got, err := w.Show(cadence.Status1, "en"); err != nil || !strings.HasPrefix(got, "My own words") {
		t.Errorf("show: got %q, %v", got, err)
	}
}

// A broken file is named with its line, and the shipped one is used meanwhile.
func TestBrokenOverride(t *testing.T) {
	shippedText, err := New(templates.FS, nil).Show(cadence.Status1, "en")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, file, text string
		line             int
		want             string
	}{
		{"syntax", "en/status-1.txt", "one\ntwo\n{{if .Role}}three\n", 4, "unexpected EOF"},
		{"unknown function", "en/status-1.txt", "one\n{{shout .Role}}", 2, "shout"},
		{"unknown fact", "en/status-1.txt", "one\n\n{{.Salary}}", 3, "Salary"},
		{"unknown case", "en/status-1.txt", "{{.Position.dative}}", 1, "dative"},
		{"fact without a guard", "en/status-1.txt", "one\n{{.Interview.On}}", 2, "Interview"},
		{"no letter", "en/status-1.txt", `{{define "subject"}}x{{end}}`, 0, "no letter"},
		{"forbidden phrase", "en/status-1.txt", "I am just checking in on {{.Position.the}}.", 1, "checking in"},
		{"too long", "en/status-1.txt", strings.Repeat("word ", 120), 1, "length"},
		{"too long, a later variant", "en/status-1.txt", "{{define \"1\"}}fine{{end}}\n\n{{define \"2\"}}" + strings.Repeat("word ", 120) + "{{end}}", 3, "length"},
		{"mark", "en/status-1.txt", "Hello [[you]]", 1, "marks"},
		{"mixed levels", "de/status-1.txt", "wie geht es dir bei {{.Position.dat}}?", 1, "formality"},
		{"unknown kind", "en/status-9.txt", "x", 0, "status-9"},
		{"unknown language", "xx/status-1.txt", "x", 0, "language.toml"},
		{"not UTF-8", "en/status-1.txt", "\xff", 0, "UTF-8"},
		{"language file", "en/language.toml", "name = \"x\"\nweekdays = [\"a\"", 2, ""},
		{"language file, unknown key", "en/language.toml", "name = \"x\"\ncolour = \"red\"", 2, "colour"},
		{"language file, too few days", "en/language.toml", "weekdays = [\"a\"]", 0, "seven"},
	} {
		w := New(templates.FS, override(c.file, c.text))
		got := w.Problems()
		if len(got) != 1 {
			t.Errorf("%s: got %v, want one problem", c.name, got)
			continue
		}
		if !strings.HasPrefix(c.file, got[0].File) || got[0].Line != c.line || !strings.Contains(got[0].Err, c.want) {
			t.Errorf("%s: got %s, want %s:%d: …%s…", c.name, got[0], c.file, c.line, c.want)
		}
		if text, err := w.Show(cadence.Status1, "en"); err != nil || text != shippedText {
			t.Errorf("%s: the shipped template is not in use: %v", c.name, err)
		}
	}
}

// The user's language file may hold a few keys only.
func TestLanguageOverride(t *testing.T) {
	w := New(templates.FS, override("en/language.toml", "[closing]\nformal = \"Yours sincerely,\"\n"))
	for _, p := range w.Problems() {
		t.Errorf("got problem %s", p)
	}
	s, id := Sample(cadence.Thanks, "en", true)
	d, err := w.Render(s, id)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(d.Body, "\nYours sincerely,\nRobin Vale\n") {
		t.Errorf("got %q", d.Body)
	}
}

// A second language is a folder: language.toml and texts.
func TestNewLanguage(t *testing.T) {
	toml, err := templates.FS.ReadFile("en/language.toml")
	if err != nil {
		t.Fatal(err)
	}
	w := New(templates.FS, fstest.MapFS{
		"xx/language.toml": &fstest.MapFile{Data: toml},
		"xx/thanks.txt":    &fstest.MapFile{Data: []byte(`{{define "subject"}}Thanks{{end}}{{define "1"}}Thanks for {{.Position.the}}.{{end}}`)},
	})
	for _, p := range w.Problems() {
		t.Errorf("got problem %s", p)
	}
	s, id := Sample(cadence.Thanks, "xx", true)
	if _, err := w.Render(s, id); err != nil {
		t.Error(err)
	}
	s, id = Sample(cadence.Status1, "xx", true)
	if _, err := w.Render(s, id); err == nil {
		t.Error("a kind without a template gave a letter")
	}
}
