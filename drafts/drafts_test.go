package drafts

import (
	"testing"

	"heardback/templates"
)

// shipped is the writer that users get.
func shipped(t testing.TB) *Writer {
	t.Helper()
	w := New(templates.FS, nil)
	for _, p := range w.Problems() {
		t.Errorf("shipped template: %s", p)
	}
	return w
}

func TestShippedTemplates(t *testing.T) {
	w := shipped(t)
	for _, p := range w.Check() {
		t.Errorf("shipped template: %s", p)
	}
	for _, e := range w.List() {
		ds, err := w.Preview(e.Kind, e.Language, true)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range ds {
			t.Logf("%s %s\n%s\n\n%s", e.File, d.Variant, d.Subject, d.Body)
		}
	}
}

func TestComposeEnglish(t *testing.T) {
	w := shipped(t)
	for _, e := range w.List() {
		if e.Language != "en" {
			continue
		}
		s, id := Sample(e.Kind, "en", true)
		l, err := w.Compose(s, id, s.Facts.Interview)
		if err != nil {
			t.Errorf("%s: %v", e.Kind, err)
			continue
		}
		t.Logf("%s", l.Raw)
	}
}
