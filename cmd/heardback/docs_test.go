package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// documents are README.md and all of docs/.
func documents(t *testing.T) map[string]string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(top, "docs", "*.md"))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, f := range append(files, filepath.Join(top, "README.md")) {
		text, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		all[f] = string(text)
	}
	return all
}

var (
	mdLink   = regexp.MustCompile(`\]\(([^)\s]+)\)`)
	mdInline = regexp.MustCompile("`(heardback [^`]*)`")
	testName = regexp.MustCompile("`(Test[A-Z][A-Za-z]*)`")
)

// TestDocsLinks follows every link to a file, every make target, and every test that the docs name.
func TestDocsLinks(t *testing.T) {
	t.Parallel()
	makefile, err := os.ReadFile(filepath.Join(top, "Makefile"))
	if err != nil {
		t.Fatal(err)
	}
	tests := ""
	for _, pattern := range []string{"cmd/heardback/*_test.go", "*/*_test.go", "*/*/*_test.go"} {
		files, _ := filepath.Glob(filepath.Join(top, pattern))
		for _, f := range files {
			text, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			tests += string(text)
		}
	}
	links := 0
	for file, text := range documents(t) {
		for _, m := range mdLink.FindAllStringSubmatch(text, -1) {
			target, _, _ := strings.Cut(m[1], "#")
			if strings.Contains(target, "://") || target == "" {
				continue
			}
			links++
			if _, err := os.Stat(filepath.Join(filepath.Dir(file), target)); err != nil {
				t.Errorf("%s links to %s: %v", file, m[1], err)
			}
		}
		for _, m := range regexp.MustCompile("(?m)(?:^    |`)make ([a-z-]+)").FindAllStringSubmatch(text, -1) {
			if !strings.Contains(string(makefile), "\n"+m[1]+":") {
				t.Errorf("%s tells to make %s, which the Makefile does not know", file, m[1])
			}
		}
		for _, m := range testName.FindAllStringSubmatch(text, -1) {
			if !strings.Contains(tests, "func "+m[1]+"(") {
				t.Errorf("%s names the test %s, which is not there", file, m[1])
			}
		}
	}
	if links < 10 {
		t.Errorf("only %d links: the test does not see them", links)
	}
}

// runnable are the commands in a document's text: the lines of its blocks, without their comments.
func runnable(text string) (lines []string) {
	for line := range strings.Lines(text) {
		line, block := strings.CutPrefix(line, "    ")
		line, _, _ = strings.Cut(line, "   #")
		line = strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(line, "sudo "), "./"))
		if block && strings.HasPrefix(line, "heardback ") {
			lines = append(lines, line)
		}
	}
	return lines
}

// TestDocsCommands holds every command that the docs show against the program: it is there and takes these flags. Those in blocks of
// the documents for users are run, on a mailbox of the test's own.
func TestDocsCommands(t *testing.T) {
	t.Parallel()
	for file, text := range documents(t) {
		lines := runnable(text)
		for _, m := range mdInline.FindAllStringSubmatch(text, -1) {
			lines = append(lines, m[1])
		}
		for _, line := range lines {
			args := words(t, line)[1:]
			if i := slices.Index(args, "<"); i >= 0 {
				args = args[:i]
			}
			root := (&Program{}).root()
			root.InitDefaultVersionFlag()
			c, rest, err := root.Find(args)
			if err != nil || !c.Runnable() && !c.HasSubCommands() {
				t.Errorf("%s shows %q: %v", file, line, err)
				continue
			}
			if err := c.ParseFlags(rest); err != nil && !strings.Contains(err.Error(), "help requested") {
				t.Errorf("%s shows %q: %v", file, line, err)
			}
		}
	}
	h := newHosted(t)
	h.searching()
	ran := 0
	for _, name := range []string{"README.md", "docs/providers.md", "docs/operations.md", "docs/faq.md", "docs/privacy.md"} {
		text, err := os.ReadFile(filepath.Join(top, name))
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range runnable(string(text)) {
			args := words(t, line)[1:]
			want := 0
			switch {
			case slices.Contains(args, "init"):
				continue // TestFromNothingToADraft runs it
			case args[0] == "check":
				want = 1 // no service runs here
			case args[0] == "backup":
				args[1] = filepath.Join(h.dir, args[1])
			}
			ran++
			if out, code := h.run(due, args...); code != want {
				t.Errorf("%s shows %q: exit code %d, want %d\n%s", name, line, code, want, out)
			}
		}
	}
	if ran < 3 {
		t.Errorf("only %d commands were run: the test does not see them", ran)
	}
}
