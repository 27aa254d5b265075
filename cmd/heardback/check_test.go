package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	goimap "github.com/emersion/go-imap/v2"

	"heardback/mailbox/imap/embedded"
)

// checkNames are the lines of a check that gets as far as it can.
var checkNames = []string{"configuration", "permissions", "login", "folders", "special-use", "clock", "zone data", "disk", "database", "service"}

// TestCheckAllRight runs check beside a daemon: every line is right and nothing has changed.
func TestCheckAllRight(t *testing.T) {
	t.Parallel()
	h := newHosted(t)
	h.searching()
	h.start(due)
	h.until(dueDrafts)
	out, code := h.run(due, "check")
	if code != 0 || strings.Count(out, "✓ ") != len(checkNames) || strings.Contains(out, "✗") {
		t.Errorf("exit code %d, want 0 and %d lines that are right:\n%s", code, len(checkNames), out)
	}
	for i, line := range strings.Split(strings.TrimSpace(out), "\n") {
		if i < len(checkNames) && !strings.HasPrefix(line, "✓ "+checkNames[i]) {
			t.Errorf("line %d is %q, want that of %s", i+1, line, checkNames[i])
		}
	}
	out, code = h.run(due, "check", "--json")
	var lines []checkLine
	if err := json.Unmarshal([]byte(out), &lines); err != nil || code != 0 || len(lines) != len(checkNames) {
		t.Errorf("--json: exit code %d, %d lines, %v", code, len(lines), err)
	}
}

// TestCheckSays gives check everything that can be wrong: the line that it concerns says so with the remedy, and the exit code is 1.
func TestCheckSays(t *testing.T) {
	t.Parallel()
	h := newHosted(t)
	h.searching()
	plain := []string{`tls = "none"`, fmt.Sprintf("port = %d", h.server.Port)}
	state := filepath.Join(h.dir, "state")
	fresh := func() { os.RemoveAll(state); os.Remove(h.config); h.write(`mode = "draft"`, plain...) }
	for _, tc := range []struct {
		name, now string
		make      func()
		line      string
		says      []string
	}{
		{"no configuration", due, func() { os.Remove(h.config) }, "configuration", []string{"there is no configuration", "--config"}},
		{"misspelt", due, func() { h.write(`mod = "draft"`, plain...) }, "configuration", []string{`"policy.mode"`}},
		{"zone", due, func() { fresh(); h.replace("America/New_York", "New_York") }, "configuration", []string{"IANA"}},
		{"configuration open to others", due, func() { fresh(); h.secretFile(0o600); os.Chmod(h.config, 0o666) }, "permissions", []string{"chmod go-w"}},
		{"secret open to others", due, func() { fresh(); h.secretFile(0o644) }, "permissions", []string{"chmod 600"}},
		{"state folder open to others", due, func() { fresh(); os.Mkdir(state, 0o755) }, "permissions", []string{"chmod 700"}},
		{"wrong password", due, func() { fresh(); h.replace(fmt.Sprintf("password = %q", h.server.Password), `password = "wrong"`) }, "login of robin", []string{"password"}},
		{"certificate", due, func() { fresh(); h.write(`mode = "draft"`, fmt.Sprintf("port = %d", h.server.TLSPort)) }, "login of robin", []string{"ca_file"}},
		{"no Drafts", due, func() {
			h.write(`mode = "draft"`, `tls = "none"`, fmt.Sprintf("port = %d", without(t, embedded.Folder{Name: "Sent", Use: goimap.MailboxAttrSent})))
		}, "folders of robin", []string{"Drafts", "create"}},
		{"no Sent", due, func() {
			h.write(`mode = "draft"`, `tls = "none"`, fmt.Sprintf("port = %d", without(t, embedded.Folder{Name: "Drafts", Use: goimap.MailboxAttrDrafts})))
		}, "special-use of robin", []string{"sent_folder"}},
		{"clock", "2015-02-04T12:05:00-05:00", fresh, "clock", []string{"2015", "2021", "set-ntp"}},
		{"state folder is a file", due, func() { fresh(); os.WriteFile(state, nil, 0o600) }, "disk", []string{"state_dir"}},
		{"damaged", due, func() {
			fresh()
			os.Mkdir(state, 0o700)
			os.WriteFile(filepath.Join(state, databaseName), []byte(strings.Repeat("no database ", 1000)), 0o600)
		}, "database", []string{"damaged", "backup"}},
		{"not running", due, fresh, "service", []string{"heardback run"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			tc.make()
			out, code := h.run(tc.now, "check")
			if code != 1 {
				t.Errorf("exit code %d, want 1", code)
			}
			found := ""
			for _, line := range strings.Split(out, "\n") {
				if strings.HasPrefix(line, "✗ "+tc.line+": ") {
					found = line
				}
			}
			for _, want := range tc.says {
				if !strings.Contains(found, want) {
					t.Errorf("the line of %s is %q and does not say %q; all:\n%s", tc.line, found, want, out)
				}
			}
		})
	}
}

// secretFile moves the password out of the configuration into a file of these permissions.
func (h *hosted) secretFile(mode os.FileMode) {
	h.t.Helper()
	path := filepath.Join(h.dir, "password")
	os.Remove(path)
	if err := os.WriteFile(path, []byte(h.server.Password), mode); err != nil {
		h.t.Fatal(err)
	}
	h.replace(fmt.Sprintf("password = %q", h.server.Password), fmt.Sprintf("password_file = %q", path))
}
