package main

import (
	"bufio"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"heardback/cmd/heardback/oauth/oauthtest"
	"heardback/mailbox/imap/dovecot"
)

// tokened is a mailbox on Dovecot that opens with tokens of a local authorization server, and with nothing else.
type tokened struct {
	*hosted
	oauth *oauthtest.Server
}

// newTokened configures the account for a server that has codes for devices, or the browser only.
func newTokened(t *testing.T, auth string, device bool) *tokened {
	t.Helper()
	s := oauthtest.Start(t)
	h := &tokened{hosted: newHosted(t, dovecot.OAuth(s.Introspection())), oauth: s}
	at := s.Server(device)
	lines := []string{`tls = "none"`, fmt.Sprintf("port = %d", h.breaker.port()), fmt.Sprintf("auth = %q", auth), `oauth = "example"`,
		fmt.Sprintf("oauth_client_id = %q", oauthtest.ClientID), fmt.Sprintf("oauth_client_secret = %q", oauthtest.ClientSecret),
		fmt.Sprintf("oauth_auth_url = %q", at.AuthURL), fmt.Sprintf("oauth_token_url = %q", at.TokenURL), fmt.Sprintf("oauth_device_url = %q", at.DeviceURL),
		`oauth_scopes = ["mail", "offline"]`}
	h.write(`mode = "observe"`, lines...)
	h.replace(fmt.Sprintf("password = %q\n", h.server.Password), "")
	at2, err := time.Parse(time.RFC3339, due)
	if err != nil {
		t.Fatal(err)
	}
	if err := h.server.Deliver("INBOX", at2, []byte("Message-ID: <1@family.example>\nFrom: Aunt <aunt@family.example>\nSubject: Sunday\n\nWe eat at one.\n")); err != nil {
		t.Fatal(err)
	}
	return h
}

// says runs a command and holds its output against what it must say; no output ever holds a secret.
func (h *tokened) says(code int, want string, args ...string) string {
	h.t.Helper()
	out, got := h.run(due, args...)
	if got != code || !strings.Contains(out, want) {
		h.t.Errorf("%v: exit code %d, want %d and %q:\n%s", args, got, code, want, out)
	}
	h.silent(out)
	return out
}

func (h *tokened) silent(out string) {
	h.t.Helper()
	for _, secret := range append(h.oauth.Secrets(), oauthtest.ClientSecret) {
		if strings.Contains(out, secret) {
			h.t.Errorf("the output holds %s:\n%s", secret, out)
		}
	}
}

// TestLoginByDevice is the way of Microsoft: a code on any device, then tokens that are refreshed, end, are withdrawn and come back.
func TestLoginByDevice(t *testing.T) {
	t.Parallel()
	h := newTokened(t, "xoauth2", true)
	h.says(1, "nobody has logged in yet: run heardback login robin", "once")
	h.oauth.Approve("access_denied")
	h.says(1, "try again and allow it", "login")
	h.oauth.Approve("")
	out := h.says(0, "robin at localhost", "login")
	if !strings.Contains(out, "WDJB-MJHT") || !strings.Contains(out, "/device on any device") {
		t.Errorf("it shows no code:\n%s", out)
	}
	file := filepath.Join(h.dir, "state", "tokens", "robin.json")
	if fi, err := os.Stat(file); err != nil || fi.Mode().Perm() != 0o600 {
		t.Errorf("the tokens: %v, %v", fi, err)
	}
	h.says(0, "read 1 messages", "once")
	h.says(1, "✓ login of robin: robin at localhost", "check") // no service runs here: that line alone is wrong
	asked := len(h.oauth.Requests())
	h.says(0, "read 0 messages", "once")
	if n := len(h.oauth.Requests()); n != asked {
		t.Errorf("a good token was refreshed %d times", n-asked)
	}

	first := h.oauth.Access()
	h.oauth.Expire()
	h.says(0, "read 0 messages", "once") // the mail server says no, a fresh token is got, the second try works
	if h.oauth.Access() == first || h.oauth.Access() == "" {
		t.Error("an expired token was not refreshed")
	}

	if err := os.Chmod(file, 0o640); err != nil {
		t.Fatal(err)
	}
	h.says(1, "run chmod 600", "once")
	if out := h.says(1, "✗ permissions", "check"); !strings.Contains(out, "chmod 600 "+file) {
		t.Errorf("check does not name the file:\n%s", out)
	}
	if err := os.Chmod(file, 0o600); err != nil {
		t.Fatal(err)
	}

	h.oauth.Revoke()
	h.says(1, "the login has expired or was revoked at example", "once")
	h.says(1, "run heardback login robin", "check")
	h.says(0, "✓ robin at localhost", "login", "robin")
	h.says(0, "read 0 messages", "once")
}

// TestLoginByBrowser is the way of Google: a page in the browser, which comes back to a port of this machine, or whose address is
// pasted.
func TestLoginByBrowser(t *testing.T) {
	t.Parallel()
	h := newTokened(t, "oauthbearer", false)
	for name, open := range map[string]func(page string, in io.Writer){
		"here": func(page string, _ io.Writer) {
			r, err := http.Get(page)
			if err != nil {
				t.Error(err)
				return
			}
			defer r.Body.Close()
			if text, _ := io.ReadAll(r.Body); !strings.Contains(string(text), "You are logged in") {
				t.Errorf("the browser shows %q", text)
			}
		},
		"elsewhere": func(page string, in io.Writer) {
			stay := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
			r, err := stay.Get(page)
			if err != nil {
				t.Error(err)
				return
			}
			r.Body.Close()
			fmt.Fprintln(in, r.Header.Get("Location"))
		},
	} {
		t.Run(name, func(t *testing.T) {
			cmd := exec.Command(os.Args[0], "--config", h.config, "login")
			cmd.Env = append(os.Environ(), envProgram+"=1", envNow+"="+due)
			in, err := cmd.StdinPipe()
			if err != nil {
				t.Fatal(err)
			}
			stdout, err := cmd.StdoutPipe()
			if err != nil {
				t.Fatal(err)
			}
			cmd.Stderr = cmd.Stdout
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			stop := time.AfterFunc(time.Minute, func() { cmd.Process.Kill() })
			defer stop.Stop()
			said, lines := "", bufio.NewScanner(stdout)
			for lines.Scan() {
				said += lines.Text() + "\n"
				if strings.HasPrefix(lines.Text(), "http") {
					go open(lines.Text(), in)
				}
			}
			if err := cmd.Wait(); err != nil || !strings.Contains(said, "✓ robin at localhost") {
				t.Fatalf("login: %v\n%s", err, said)
			}
			h.silent(said)
		})
	}
	h.says(0, "read 1 messages", "once")
	h.oauth.Expire()
	h.says(0, "read 0 messages", "once")
	h.oauth.Revoke()
	h.says(1, "run heardback login robin", "once")
}

// TestLoginWhere names the account that is meant.
func TestLoginWhere(t *testing.T) {
	t.Parallel()
	p := &hosted{t: t, dir: t.TempDir()}
	p.breaker = newBreaker(t, 1)
	p.config = filepath.Join(p.dir, "config.toml")
	account := func(name, more string) string {
		return fmt.Sprintf("[[account]]\nname = %q\nhost = \"imap.example.com\"\nusername = \"robin@example.com\"\n%s\n", name, more)
	}
	token := func(name string) string {
		return account(name, "oauth = \"microsoft\"\noauth_client_id = \"x\"")
	}
	for _, tc := range []struct{ accounts, args, want string }{
		{account("home", "password = \"x\""), "login", "no account opens with tokens"},
		{account("home", "password = \"x\""), "login home", "opens with a password"},
		{account("home", "password = \"x\"") + token("work"), "login play", "choose one of work"},
		{token("home") + token("work"), "login", "several accounts open with tokens: choose one of home, work"},
	} {
		text := "[seeker]\nname = \"Robin Hale\"\nzone = \"UTC\"\n" + tc.accounts
		if err := os.WriteFile(p.config, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if out, code := p.run(due, strings.Fields(tc.args)...); code != 2 || !strings.Contains(out, tc.want) {
			t.Errorf("%s: exit code %d, want 2 and %q:\n%s", tc.args, code, tc.want, out)
		}
	}
}
