package drafts

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"heardback/cadence"
)

var update = flag.Bool("update", false, "write the golden files and docs/letters.md anew")

// allKinds are the kinds of drafts and the merged letter.
func allKinds() []cadence.Kind { return append(Kinds[:len(Kinds):len(Kinds)], Several) }

// compareFile holds got against a file, or writes the file with -update.
func compareFile(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("%v (write it with go test ./drafts -update)", err)
	}
	if got != string(want) {
		t.Errorf("%s is out of date: look at the change with go test ./drafts -update and git diff", file)
	}
}

// TestGolden holds every kind × language × formality × variant, with all facts and with none.
func TestGolden(t *testing.T) {
	w := shipped(t)
	for _, lang := range w.Languages() {
		for _, kind := range allKinds() {
			var b strings.Builder
			for _, formal := range []bool{true, false} {
				for _, c := range trials(kind, lang, formal) {
					l, text := w.languages[lang], w.languages[lang].texts[kind]
					for _, v := range text.variants {
						d, err := w.write(l, text, v, factsOf(c.Step, c.Identity, l), c.Identity)
						if err != nil {
							t.Fatalf("%s %s: %v", lang, kind, err)
						}
						fmt.Fprintf(&b, "=== %s, variant %s, %s\nSubject: %s\n\n%s\n", level(formal), v, c.name, d.Subject, d.Body)
					}
				}
			}
			compareFile(t, filepath.Join("testdata", "golden", lang, string(kind)+".txt"), b.String())
		}
	}
}

func level(formal bool) string {
	if formal {
		return "formal"
	}
	return "informal"
}

// TestLettersDocument keeps docs/letters.md: every letter with the sample facts, formal and informal side by side.
func TestLettersDocument(t *testing.T) {
	w := shipped(t)
	var b strings.Builder
	b.WriteString("# The letters\n\nEvery kind of draft in every language, formal beside informal, written from the same sample facts by the shipped templates.\n" +
		"This file is generated: `go test ./drafts -run Letters -update`. Greeting, text and closing are shown; the signature follows in each.\n" +
		"The words are in [templates/](../templates), the rules that they keep in section 4 of the policy.\n\n")
	for _, kind := range allKinds() {
		fmt.Fprintf(&b, "- [%s](#%s), at most %d words\n", kind, kind, MaxWords[kind])
	}
	for _, kind := range allKinds() {
		fmt.Fprintf(&b, "\n## %s\n", kind)
		for _, lang := range w.Languages() {
			formal, err := w.Preview(kind, lang, true)
			if err != nil {
				t.Fatal(err)
			}
			informal, err := w.Preview(kind, lang, false)
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(&b, "\n### %s: %s\n\nSubject of a new thread: %s\n\n| | formal | informal |\n|---|---|---|\n", w.languages[lang].Name, kind, formal[0].Subject)
			for i := range formal {
				fmt.Fprintf(&b, "| %s | %s | %s |\n", formal[i].Variant, cell(formal[i]), cell(informal[i]))
			}
		}
	}
	compareFile(t, filepath.Join("..", "docs", "letters.md"), b.String())
}

// cell is a letter in a cell of a Markdown table, without its signature.
func cell(d Draft) string {
	_, id := Sample(cadence.Thanks, d.Language, d.Formal)
	text := strings.TrimSpace(strings.TrimSuffix(d.Body, signature(id)+"\n"))
	return strings.NewReplacer("|", `\|`, "\n", "<br>").Replace(text)
}
