package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"
)

var update = flag.Bool("update", false, "write docs/commands.md anew")

// leaves are the commands that do something, with their full names.
func leaves(c *cobra.Command) []*cobra.Command {
	var all []*cobra.Command
	for _, sub := range c.Commands() {
		if sub.Hidden || sub.Name() == "help" || sub.Name() == "completion" {
			continue
		}
		if sub.Runnable() && (sub.Example != "" || !sub.HasSubCommands()) {
			all = append(all, sub)
		}
		all = append(all, leaves(sub)...)
	}
	return all
}

// manual is docs/commands.md as the commands themselves tell it.
func manual(root *cobra.Command) string {
	var out strings.Builder
	fmt.Fprintf(&out, "# The commands\n\nWhat each command does, with an example. `heardback COMMAND --help` says more. Where it says JSON, `--json` prints all of it for programs.\nThe exit code is 0, 1 for a failure, and 2 for wrong usage.\n\nAn employer may be written by the beginning of its name, by a word of it, or nearly right; where several may be meant, nothing is done and\nthe candidates are named.\n\nThis page is made by `go test ./cmd/heardback -run TestManual -update`.\n")
	for _, c := range leaves(root) {
		example, _, _ := strings.Cut(strings.TrimSpace(c.Example), "\n")
		if example == "" {
			example = c.CommandPath()
		}
		json := ""
		if c.Flags().Lookup("json") != nil {
			json = " JSON."
		}
		fmt.Fprintf(&out, "\n## %s\n\n%s.%s\n\n    %s\n", strings.TrimSuffix(c.UseLine(), " [flags]"), strings.TrimSuffix(c.Short, "."), json, example)
		if c.Name() == "log" {
			out.WriteString("\n| What | Meaning |\n|---|---|\n")
			for _, v := range logVerbs {
				fmt.Fprintf(&out, "| `%s` | %s |\n", v.verb, v.help)
			}
		}
	}
	return out.String()
}

// TestManual: docs/commands.md says what the commands say, each has an example, and each example and --help can be run.
func TestManual(t *testing.T) {
	t.Parallel()
	root := func() *cobra.Command { return (&Program{}).root() }
	want := manual(root())
	path := filepath.Join(top, "docs", "commands.md")
	if *update {
		if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != want {
		t.Errorf("docs/commands.md is not what the commands say (%v): make it anew as it tells", err)
	}
	if readme, err := os.ReadFile(filepath.Join(top, "README.md")); err != nil || !bytes.Contains(readme, []byte("docs/commands.md")) {
		t.Errorf("the README does not lead to docs/commands.md (%v)", err)
	}
	for _, c := range leaves(root()) {
		if c.Example == "" {
			t.Errorf("%s has no example", c.CommandPath())
		}
		var out bytes.Buffer
		p := &Program{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &out, Now: time.Now}
		if code := p.Run(context.Background(), append(strings.Fields(c.CommandPath())[1:], "--help")); code != 0 || !strings.Contains(out.String(), "Usage:") {
			t.Errorf("%s --help: code %d\n%s", c.CommandPath(), code, out.String())
		}
		for line := range strings.Lines(c.Example) {
			line, _, _ = strings.Cut(line, " > ")
			line, _, _ = strings.Cut(line, " < ")
			words := words(t, line)
			if len(words) == 0 {
				continue
			}
			found, rest, err := root().Find(words[1:])
			if words[0] != "heardback" || err != nil || !strings.HasPrefix(found.CommandPath(), c.CommandPath()) {
				t.Errorf("the example %q is none of %s (%v)", line, c.CommandPath(), err)
				continue
			}
			if err := found.ParseFlags(rest); err != nil {
				t.Errorf("the example %q: %v", line, err)
			} else if err := found.ValidateArgs(found.Flags().Args()); err != nil {
				t.Errorf("the example %q: %v", line, err)
			}
		}
	}
}

// words splits a command line as a shell does, as far as examples need it.
func words(t *testing.T, line string) []string {
	t.Helper()
	var all []string
	word, quote, started := "", rune(0), false
	for _, r := range strings.TrimSpace(line) {
		switch {
		case quote == 0 && (r == '"' || r == '\''):
			quote, started = r, true
		case r == quote:
			quote = 0
		case quote == 0 && r == ' ':
			if started {
				all = append(all, word)
			}
			word, started = "", false
		default:
			word, started = word+string(r), true
		}
	}
	if started {
		all = append(all, word)
	}
	return all
}
