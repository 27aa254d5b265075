package main

import (
	"crypto/tls"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	goimap "github.com/emersion/go-imap/v2"

	"heardback/mailbox/imap/cert"
	"heardback/mailbox/imap/embedded"
)

// TestTroubleIsOneClearSentence gives the program everything that goes wrong on a first day: each ends with exit code 1 (2 for
// wrong usage), one line that says what to do, and nothing half done.
func TestTroubleIsOneClearSentence(t *testing.T) {
	t.Parallel()
	h := newHosted(t)
	h.searching()
	plain := []string{`tls = "none"`, fmt.Sprintf("port = %d", h.server.Port)}
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	closed := free.Addr().(*net.TCPAddr).Port
	free.Close()
	state := filepath.Join(h.dir, "state")
	for _, tc := range []struct {
		name string
		make func()
		args []string
		code int
		says []string
	}{
		{"no configuration", func() { os.Remove(h.config) }, []string{"once"}, 1, []string{"there is no configuration at", "config.example.toml"}},
		{"unknown command", nil, []string{"onec"}, 2, []string{`"onec"`}},
		{"unknown flag", nil, []string{"once", "--dry"}, 2, []string{"--dry"}},
		{"wrong password", func() {
			h.write(`mode = "draft"`, plain...)
			h.replace(fmt.Sprintf("password = %q", h.server.Password), `password = "wrong"`)
		}, []string{"once"}, 1, []string{"password", h.server.User}},
		{"unreachable host", func() { h.write(`mode = "draft"`, `tls = "none"`, fmt.Sprintf("port = %d", closed)) }, []string{"once"}, 1, []string{"localhost"}},
		{"unknown authority", func() { h.write(`mode = "draft"`, fmt.Sprintf("port = %d", h.server.TLSPort)) }, []string{"once"}, 1, []string{"certificate"}},
		{"expired certificate", func() {
			port, ca := expired(t)
			h.write(`mode = "draft"`, fmt.Sprintf("port = %d", port), fmt.Sprintf("ca_file = %q", ca))
		}, []string{"once"}, 1, []string{"certificate", "expired", "clock"}},
		{"no Drafts folder", func() {
			h.write(`mode = "draft"`, `tls = "none"`, fmt.Sprintf("port = %d", without(t, embedded.Folder{Name: "Sent", Use: goimap.MailboxAttrSent})))
		}, []string{"once"}, 1, []string{"Drafts"}},
		{"Drafts is read-only", func() {
			h.write(`mode = "draft"`, `tls = "none"`, fmt.Sprintf("port = %d", without(t, embedded.Folder{Name: "Drafts", Use: goimap.MailboxAttrDrafts, ReadOnly: true})))
		}, []string{"once"}, 1, []string{"Drafts"}},
		{"database is no database", func() {
			h.write(`mode = "draft"`, plain...)
			os.RemoveAll(state)
			os.MkdirAll(state, 0o700)
			os.WriteFile(filepath.Join(state, databaseName), []byte(strings.Repeat("no database ", 1000)), 0o600)
		}, []string{"once"}, 1, []string{databaseName}},
		{"state folder is a file", func() {
			os.RemoveAll(state)
			os.WriteFile(state, nil, 0o600)
		}, []string{"once"}, 1, []string{"state_dir"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if tc.make != nil {
				tc.make()
			}
			out, code := h.run(due, tc.args...)
			if code != tc.code {
				t.Errorf("exit code %d, want %d", code, tc.code)
			}
			for _, want := range tc.says {
				if !strings.Contains(out, want) {
					t.Errorf("it does not say %q", want)
				}
			}
			last := strings.TrimSpace(out)
			last = last[strings.LastIndex(last, "\n")+1:]
			if tc.code == 1 && !strings.HasPrefix(last, "heardback: ") {
				t.Errorf("the last line is no sentence of the program: %q", last)
			}
			t.Logf("it says: %s", out)
		})
	}
	os.Remove(state)
	if got := h.drafts(); len(got) != 0 {
		t.Errorf("something was placed: %q", got)
	}
	h.write(`mode = "draft"`, plain...)
	if out, code := h.run(due, "once"); code != 0 || len(h.drafts()) != len(dueDrafts) {
		t.Errorf("after all that, a good round: exit code %d, drafts %q\n%s", code, h.drafts(), out)
	}
}

// expired serves with a certificate that ended an hour ago, and returns the loopback port and the file of the authority.
func expired(t *testing.T) (port int, ca string) {
	t.Helper()
	pair, err := cert.New(time.Now().Add(-48*time.Hour), time.Now().Add(-time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	config, err := pair.Config()
	if err != nil {
		t.Fatal(err)
	}
	ln, err := tls.Listen("tcp", "127.0.0.1:0", config)
	if err != nil {
		t.Fatal(err)
	}
	s := embedded.New(embedded.Options{User: "robin", Password: "secret"})
	t.Cleanup(func() { s.Close() })
	s.Serve(ln)
	ca = filepath.Join(t.TempDir(), "ca.pem")
	if err := os.WriteFile(ca, pair.Cert, 0o600); err != nil {
		t.Fatal(err)
	}
	return ln.Addr().(*net.TCPAddr).Port, ca
}

// without serves a mailbox in which something is due, with INBOX and one more folder only, and returns its loopback port.
func without(t *testing.T, only embedded.Folder) int {
	t.Helper()
	s := embedded.New(embedded.Options{User: "robin", Password: "secret", Folders: []embedded.Folder{{Name: "INBOX"}, only}})
	t.Cleanup(func() { s.Close() })
	at, err := s.Listen("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range search {
		raw, when := m.raw(t)
		if _, err := s.Deliver(m.folder, raw, when); err != nil {
			t.Fatal(err)
		}
	}
	return at.Port
}

// replace changes the configuration.
func (h *hosted) replace(old, new string) {
	h.t.Helper()
	text, err := os.ReadFile(h.config)
	if err != nil {
		h.t.Fatal(err)
	}
	if !strings.Contains(string(text), old) {
		h.t.Fatalf("the configuration does not hold %q", old)
	}
	if err := os.WriteFile(h.config, []byte(strings.Replace(string(text), old, new, 1)), 0o600); err != nil {
		h.t.Fatal(err)
	}
}
