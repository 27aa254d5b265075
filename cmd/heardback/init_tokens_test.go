//go:build linux

package main

import (
	"encoding/json"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"heardback/cmd/heardback/oauth/oauthtest"
	"heardback/cmd/heardback/provider"
	"heardback/mailbox/imap/dovecot"
)

// TestInitWithTokens leads a new user whose provider takes tokens only from nothing to a configuration that works, with at most seven
// questions, and one more where the login is in a browser and has a secret.
func TestInitWithTokens(t *testing.T) {
	for name, device := range map[string]bool{"device": true, "browser": false} {
		t.Run(name, func(t *testing.T) {
			s := oauthtest.Start(t)
			n := &newcomer{hosted: newHosted(t, dovecot.OAuth(s.Introspection())), home: t.TempDir()}
			at, err := time.Parse(time.RFC3339, due)
			if err != nil {
				t.Fatal(err)
			}
			if err := n.server.Deliver("INBOX", at, []byte("Message-ID: <1@family.example>\nFrom: Aunt <aunt@family.example>\nSubject: Sunday\n\nWe eat at one.\n")); err != nil {
				t.Fatal(err)
			}
			n.config = filepath.Join(n.home, ".config", "heardback", "config.toml")
			settings, err := json.Marshal(provider.Settings{Provider: "Example Mail", Host: "localhost", Port: n.server.Port, TLS: "none", Username: n.server.User,
				Auth: "xoauth2", OAuth: "example", Login: "Example Mail takes tokens only.", From: "known provider"})
			if err != nil {
				t.Fatal(err)
			}
			known, err := json.Marshal(s.Server(device))
			if err != nil {
				t.Fatal(err)
			}
			n.env = []string{"HOME=" + n.home, "PATH=" + os.Getenv("PATH"), "TZ=America/New_York", "LANG=en_US.UTF-8", envNow + "=" + due, envServer + "=" + string(settings), envOAuth + "=" + string(known)}
			s.Approve("")
			y := sit(t, n.env, "init", "--oauth-client-secret", oauthtest.ClientSecret)
			y.answers("Question 1: Your mail address", "robin@example.com"+enter)
			y.answers("Question 2: The client id of your application", oauthtest.ClientID+enter)
			if !device {
				y.sees("Press Enter when the page says that you are logged in")
				page := regexp.MustCompile(`http://\S+authorize\S+`).FindString(y.screen)
				r, err := http.Get(page)
				if err != nil {
					t.Fatal(err)
				}
				if text, _ := io.ReadAll(r.Body); !strings.Contains(string(text), "You are logged in") {
					t.Fatalf("the browser shows %q", text)
				}
				r.Body.Close()
				y.types(enter)
			}
			y.sees("The login works")
			y.answers("Your name", "Robin Hale"+enter)
			y.answers("A telephone number", enter)
			y.answers("Time zone", enter)
			y.answers("What may it do?", "1"+enter)
			out, code := y.leaves()
			if code != 0 {
				t.Fatalf("exit code %d:\n%s", code, out)
			}
			if asked := len(numbered.FindAllString(out, -1)); asked > 7 {
				t.Errorf("%d questions", asked)
			}
			text, err := os.ReadFile(n.config)
			if err != nil {
				t.Fatal(err)
			}
			for _, secret := range s.Secrets() {
				if strings.Contains(out+string(text), secret) {
					t.Errorf("the terminal or the configuration holds %s", secret)
				}
			}
			for _, want := range []string{"\noauth = \"example\"", "\nauth = \"xoauth2\"", oauthtest.ClientID, "\n# password_command"} {
				if !strings.Contains(string(text), want) {
					t.Errorf("the configuration does not hold %q", want)
				}
			}
			tokens := filepath.Join(n.home, ".local", "state", "heardback", "tokens", "robin.json")
			if fi, err := os.Stat(tokens); err != nil || fi.Mode().Perm() != 0o600 {
				t.Errorf("the tokens: %v, %v", fi, err)
			}
			n.environment = n.env
			first := s.Access()
			s.Expire()
			if out, code := n.run(due, "once"); code != 0 || s.Access() == first {
				t.Errorf("once, with a token that ended: exit code %d\n%s", code, out)
			}
		})
	}
}
