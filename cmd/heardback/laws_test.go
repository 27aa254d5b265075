package main

import (
	"encoding/json"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The laws of the house that can be read off its source: who may import whom, that nothing can send, and who may read the
// clock. The law of the wire is held where IMAP is spoken.

// top is the root of the module as seen from this package.
const top = "../.."

// floors is the table of allowed imports inside the module: a package may import those listed and packages of its own folder.
var floors = map[string][]string{
	"mailbox":         {},
	"employer":        {},
	"templates":       {},
	"classifier":      {"mailbox", "employer", "templates"},
	"cadence":         {"mailbox", "employer", "templates"},
	"mailbox/imap":    {"mailbox"},
	"mailbox/mbox":    {"mailbox"},
	"employer/sqlite": {"employer", "mailbox"}, // the cursor
	"drafts":          {"cadence", "mailbox", "employer", "templates"},
	"digest":          {"cadence", "mailbox", "employer", "templates"},
	"round":           {"drafts", "digest", "classifier", "cadence", "mailbox", "employer", "templates"},
	"cmd":             {"*"},
	"heardback":       {}, // the top of the module: the manual of the configuration
}

// room returns the key of floors that a package path below the module belongs to: the longest that is a prefix.
func room(path string) string {
	for p := path; ; {
		if _, ok := floors[p]; ok {
			return p
		}
		i := strings.LastIndex(p, "/")
		if i < 0 {
			return ""
		}
		p = p[:i]
	}
}

type goPackage struct {
	ImportPath string
	Imports    []string
}

func packages(t *testing.T) []goPackage {
	t.Helper()
	cmd := exec.Command("go", "list", "-json=ImportPath,Imports", "./...")
	cmd.Dir = top
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var all []goPackage
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p goPackage
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

func TestImportsPointDown(t *testing.T) {
	const module = "heardback/"
	seen := map[string]bool{}
	for _, p := range packages(t) {
		from := room(strings.TrimPrefix(p.ImportPath, module))
		if from == "" {
			t.Errorf("%s stands in no room of the table", p.ImportPath)
			continue
		}
		seen[from] = true
		for _, i := range p.Imports {
			path, ours := strings.CutPrefix(i, module)
			if !ours {
				continue
			}
			to := room(path)
			if to == from || slices.Contains(floors[from], to) || slices.Contains(floors[from], "*") {
				continue
			}
			t.Errorf("%s must not import %s", p.ImportPath, i)
		}
	}
	for name := range floors {
		if !seen[name] {
			t.Errorf("the table names %s, which has no package", name)
		}
	}
}

// owners lists who alone may import what reaches the outside.
var owners = map[string][]string{
	"net":                         {"mailbox/imap", "cmd"},
	"net/http":                    {"mailbox/imap", "cmd"},
	"net/smtp":                    {},
	"database/sql":                {"employer/sqlite"},
	"github.com/wneessen/go-mail": {"drafts", "digest"},
	"github.com/emersion/go-imap/v2/imapclient": {"mailbox/imap"},
	"os/exec": {"mailbox/imap", "cmd"}, // imap: the tests' Dovecot
}

func TestOutsideHasOneDoor(t *testing.T) {
	for _, p := range packages(t) {
		from := room(strings.TrimPrefix(p.ImportPath, "heardback/"))
		for _, i := range p.Imports {
			if allowed, ok := owners[i]; ok && !slices.Contains(allowed, from) {
				t.Errorf("%s must not import %s", p.ImportPath, i)
			}
		}
	}
}

// TestNothingCanSend looks at the symbols of the finished binary.
func TestNothingCanSend(t *testing.T) {
	t.Parallel()
	bin := filepath.Join(t.TempDir(), "heardback")
	build := exec.Command("go", "build", "-o", bin, ".")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	out, err := exec.Command("go", "tool", "nm", bin).Output()
	if err != nil {
		t.Fatalf("go tool nm: %v", err)
	}
	symbols := string(out)
	if !strings.Contains(symbols, "main.main") || !strings.Contains(symbols, "go-mail") {
		t.Fatal("the symbol table does not show what the binary must hold")
	}
	for _, bad := range []string{"net/smtp.", "go-mail/smtp.", "go-mail.(*Client)", "go-mail.NewClient", "WriteToSendmail"} {
		if i := strings.Index(symbols, bad); i >= 0 {
			line := symbols[strings.LastIndex(symbols[:i], "\n")+1:]
			line, _, _ = strings.Cut(line, "\n")
			t.Errorf("the binary can send: it holds %s", strings.TrimSpace(line))
		}
	}
}

// clockReaders may call time.Now: the daemon's loop hands it on, the connection has deadlines and back-off.
var clockReaders = []string{"cmd", "mailbox/imap"}

func TestOnlyTheRoofReadsTheClock(t *testing.T) {
	files := token.NewFileSet()
	err := filepath.WalkDir(top, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(top, path)
		if d.IsDir() && (strings.HasPrefix(d.Name(), ".") && rel != "." || d.Name() == "testdata") {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || slices.Contains(clockReaders, room(filepath.ToSlash(filepath.Dir(rel)))) {
			return nil
		}
		f, err := parser.ParseFile(files, path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(f, func(n ast.Node) bool {
			sel, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			if x, ok := sel.X.(*ast.Ident); ok && x.Name == "time" && slices.Contains([]string{"Now", "Since", "Until", "After", "Tick", "Sleep", "NewTimer", "NewTicker", "AfterFunc"}, sel.Sel.Name) {
				t.Errorf("%s reads the clock: time.%s", files.Position(n.Pos()), sel.Sel.Name)
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
