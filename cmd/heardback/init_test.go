//go:build linux

package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"heardback/cmd/heardback/config"
	"heardback/cmd/heardback/oauth"
	"heardback/cmd/heardback/oauth/oauthtest"
	"heardback/cmd/heardback/provider"
	"heardback/mailbox/imap/dovecot"
)

const enter = "\r"

// newcomer is a user with a mailbox on the test's Dovecot and nothing on disk.
type newcomer struct {
	*hosted
	home string
	env  []string
}

func newNewcomer(t *testing.T) *newcomer {
	t.Helper()
	n := &newcomer{hosted: newHosted(t), home: t.TempDir()}
	n.searching()
	n.deliver(delivery{"Sent", "2021-01-20T10:00:00-05:00", `Message-ID: <sent@example.com>
From: Robin Hale <robin@example.com>
Subject: Rent
Content-Type: text/plain; charset=utf-8

Dear landlord, the rent is on its way.

Kind regards,
Robin Hale
+1 555 0134
`})
	n.config = filepath.Join(n.home, ".config", "heardback", "config.toml")
	n.env = []string{"HOME=" + n.home, "PATH=" + os.Getenv("PATH"), "TZ=America/New_York", "LANG=en_US.UTF-8", envNow + "=" + due}
	n.knows(provider.Settings{Provider: "Example Mail", Host: "localhost", Port: n.server.Port, TLS: "none", Username: n.server.User,
		Auth: "password", Login: "Example Mail wants an app password.", From: "known provider"})
	return n
}

// knows says what the guide finds for any address.
func (n *newcomer) knows(s provider.Settings) {
	n.t.Helper()
	settings, err := json.Marshal(s)
	if err != nil {
		n.t.Fatal(err)
	}
	n.env = append(n.env, envServer+"="+string(settings))
}

// once runs one round from the configuration that the guide wrote.
func (n *newcomer) once() (string, int) {
	n.t.Helper()
	n.t.Setenv("HOME", n.home)
	return n.run(due, "once")
}

var numbered = regexp.MustCompile(`Question (\d+): `)

// TestFromNothingToADraft is a new user's first five minutes, keystroke by keystroke: at most 7 questions for a known provider, and
// then a draft lies in Drafts.
func TestFromNothingToADraft(t *testing.T) {
	n := newNewcomer(t)
	y := sit(t, n.env, "init")
	y.answers("Question 1: Your mail address", "robin@example.com"+enter)
	y.sees("Example Mail wants an app password.")
	y.secret("Question 2: The password", "mistyped"+enter)
	y.sees("✗ ")
	y.secret("Question 3: The password", n.server.Password+enter)
	y.sees("Drafts (0 messages, by its special use)")
	y.answers("Question 4: Your name", enter)
	y.answers("Question 5: A telephone number under your name, or - for none [+1 555 0134]", enter)
	y.answers("Question 6: Time zone America/New_York, country US, letters to you in en", enter)
	y.sees("Larkfield Analytics")
	y.sees("A draft that would be placed now")
	y.sees("To: ")
	y.answers("Question 7: Is this right?", enter)
	y.answers("Question 8: What may it do?", "2"+enter)
	out, code := y.leaves()
	if code != 0 {
		t.Fatalf("exit code %d:\n%s", code, out)
	}
	asked := map[string]bool{}
	for _, m := range numbered.FindAllStringSubmatch(out, -1) {
		asked[m[1]] = true
	}
	if len(asked)-1 > 7 { // but for the password, which was mistyped once
		t.Errorf("%d questions, want at most 7", len(asked)-1)
	}
	if got := n.drafts(); len(got) != 0 {
		t.Errorf("the guide placed %q", got)
	}
	n.holds(t, `name = "Robin Hale"`, `phone = "+1 555 0134"`, `mode = "draft"`, `zone = "America/New_York"`, `# signature =`)
	d := n.start(due, "HOME="+n.home)
	if got := n.until(dueDrafts); !slices.Equal(got, dueDrafts) {
		t.Errorf("run placed %q, want %q\n%s", got, dueDrafts, d.out.String())
	}
	d.ends(t)
	if strings.Contains(out, n.server.Password) || strings.Contains(out, "mistyped") {
		t.Error("the terminal shows the password")
	}
	again := sit(t, n.env, "init")
	if out, code := again.leaves(); code != 1 || !strings.Contains(out, "never overwrites") {
		t.Errorf("a second init: exit code %d:\n%s", code, out)
	}
}

// holds checks what the guide left on disk: a configuration for the owner alone, with these lines and without the secret.
func (n *newcomer) holds(t *testing.T, lines ...string) {
	t.Helper()
	text, err := os.ReadFile(n.config)
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range lines {
		if !strings.Contains(string(text), "\n"+l) {
			t.Errorf("the configuration does not hold %q", l)
		}
	}
	if strings.Contains(string(text), fmt.Sprintf("%q", n.server.Password)) {
		t.Error("the configuration holds the password")
	}
	for _, f := range []string{n.config, filepath.Join(filepath.Dir(n.config), "password")} {
		if fi, err := os.Stat(f); err == nil && fi.Mode().Perm() != 0o600 {
			t.Errorf("%s has the mode %o", f, fi.Mode().Perm())
		}
	}
	if _, err := config.Parse(string(text)); err != nil {
		t.Error(err)
	}
}

// TestInitCorrected says by one row and one key that a row is wrong: the look changes, and the daemon's book knows it.
func TestInitCorrected(t *testing.T) {
	n := newNewcomer(t)
	y := sit(t, n.env, "init", "--address", "robin@example.com", "--name", "Robin Hale", "--phone", "+1 555 0100", "--zone", "America/New_York", "--country", "US",
		"--language", "en", "--mode", "draft")
	y.secret("Question 1: The password", n.server.Password+enter)
	y.sees("What heardback understands")
	y.sees("Question 2: Is this right?")
	row := regexp.MustCompile(`(\d+)  Larkfield Analytics`).FindStringSubmatch(escape.ReplaceAllString(y.screen, ""))
	if row == nil {
		t.Fatalf("no row of Larkfield Analytics:\n%s", y.screen)
	}
	y.answers("", row[1]+"x"+enter)
	y.answers("Question 2: Is this right?", enter)
	if out, code := y.leaves(); code != 0 {
		t.Fatalf("exit code %d:\n%s", code, out)
	}
	n.holds(t, `phone = "+1 555 0100"`)
	if out, code := n.once(); code != 0 || !slices.Equal(n.drafts(), dueDrafts[1:]) {
		t.Errorf("once: exit code %d, drafts %q, want %q\n%s", code, n.drafts(), dueDrafts[1:], out)
	}
}

// TestInitByFlags asks nothing.
func TestInitByFlags(t *testing.T) {
	n := newNewcomer(t)
	secret := filepath.Join(n.home, "secret")
	if err := os.WriteFile(secret, []byte(n.server.Password+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, e := range n.env {
		k, v, _ := strings.Cut(e, "=")
		t.Setenv(k, v)
	}
	t.Setenv(envServer, "")
	args := []string{"init", "--address", "robin@example.com", "--host", "localhost", "--tls", "none", "--port", fmt.Sprint(n.server.Port), "--username", n.server.User,
		"--name", "Robin Hale", "--zone", "America/New_York", "--country", "US", "--mode", "draft"}
	if out, code := n.run(due, args...); code != 2 || !strings.Contains(out, "--password-file") {
		t.Errorf("without a password: exit code %d:\n%s", code, out)
	}
	if out, code := n.run(due, append(args, "--password-file", secret)...); code != 0 || !strings.Contains(out, "A draft that would be placed now") {
		t.Fatalf("exit code %d:\n%s", code, out)
	}
	n.holds(t, fmt.Sprintf("password_file = %q", secret), `tls = "none"`)
	if out, code := n.run(due, "once"); code != 0 || !slices.Equal(n.drafts(), dueDrafts) {
		t.Errorf("once: exit code %d, drafts %q\n%s", code, n.drafts(), out)
	}
}

// TestInitAtWork shows a mailbox in which colleagues write: the guide warns, and stops unless told otherwise.
func TestInitAtWork(t *testing.T) {
	n := newNewcomer(t)
	for i, who := range []string{"ann", "ben", "cem"} {
		n.deliver(delivery{"INBOX", "2021-01-22T10:00:00-05:00", fmt.Sprintf("Message-ID: <%d@example.com>\nFrom: %[2]s <%[2]s@example.com>\nSubject: Meeting\nContent-Type: text/plain\n\nSee you at ten in the big room.\n", i, who)})
	}
	y := sit(t, n.env, "init", "--address", "robin@example.com")
	y.secret("Question 1: The password", n.server.Password+enter)
	y.sees("This looks like an employer's mailbox: 3 other people of example.com write to it.")
	y.answers("Question 2: Go on with this mailbox?", enter)
	out, code := y.leaves()
	if _, err := os.Stat(n.config); code != 1 || err == nil || !strings.Contains(out, "nothing was written") {
		t.Errorf("exit code %d, configuration %v:\n%s", code, err, out)
	}
}

// TestInitWithCommand is a provider that takes tokens only, and a user who has a program that prints them: mistyped at first, it is
// asked for again; the configuration names the program, and no file holds what it prints.
func TestInitWithCommand(t *testing.T) {
	s := oauthtest.Start(t)
	n := &newcomer{hosted: newHosted(t, dovecot.OAuth(s.Introspection())), home: t.TempDir()}
	n.config = filepath.Join(n.home, ".config", "heardback", "config.toml")
	n.env = []string{"HOME=" + n.home, "PATH=" + os.Getenv("PATH"), "TZ=America/New_York", envNow + "=" + due}
	n.knows(provider.Settings{Provider: "Example Mail", Host: "localhost", Port: n.server.Port, TLS: "none", Username: n.server.User, Auth: "xoauth2", From: "known provider"})
	s.Approve("")
	known := oauth.Client{Server: s.Server(true), ID: oauthtest.ClientID, Secret: oauthtest.ClientSecret, User: n.server.User}
	token, err := known.Device(t.Context(), func(_, _ string) {})
	if err != nil {
		t.Fatal(err)
	}
	program := file(t, filepath.Join(n.home, "token"), "#!/bin/sh\necho "+token.AccessToken+"\n", 0o700)
	y := sit(t, n.env, "init", "--address", "robin@example.com", "--name", "Robin Hale", "--phone", "1", "--zone", "America/New_York", "--country", "US", "--language", "en", "--mode", "observe")
	y.answers("Question 1: The command that prints a token", program+"s"+enter)
	y.sees("✗ ")
	y.answers("Question 2: The command that prints a token", program+enter)
	y.sees("The login works")
	out, code := y.leaves()
	if code != 0 {
		t.Fatalf("exit code %d:\n%s", code, out)
	}
	text, err := os.ReadFile(n.config)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(text), fmt.Sprintf("\npassword_command = [%q]", program)) || strings.Contains(out+string(text), token.AccessToken) {
		t.Errorf("the configuration does not name the program, or holds what it prints:\n%s", text)
	}
	if entries, err := os.ReadDir(filepath.Dir(n.config)); err != nil || len(entries) != 1 {
		t.Errorf("beside the configuration lie %v, %v", entries, err)
	}
	if out, code := n.once(); code != 0 {
		t.Errorf("once: exit code %d\n%s", code, out)
	}
}

// TestInitStops presses Ctrl-C at a question: nothing is written.
func TestInitStops(t *testing.T) {
	n := newNewcomer(t)
	y := sit(t, n.env, "init")
	y.answers("Question 1: Your mail address", "robin@example.com"+enter)
	y.secret("Question 2: The password", "\x03")
	out, code := y.leaves()
	if entries, _ := os.ReadDir(n.home); code != 1 || len(entries) != 0 || !strings.Contains(out, "stopped; nothing was written") {
		t.Errorf("exit code %d, home %v:\n%s", code, entries, out)
	}
}

// TestSecretGoesToTheBestPlace gives the guide a password store: the configuration names the command, and no file holds the secret.
func TestSecretGoesToTheBestPlace(t *testing.T) {
	n := newNewcomer(t)
	bin := filepath.Join(n.home, "bin")
	script := "#!/bin/sh\ncase $1 in store) cat > \"$HOME/keyring\";; lookup) cat \"$HOME/keyring\";; esac\n"
	if err := os.Mkdir(bin, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(bin, "secret-tool"), []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	n.env = append(n.env, "PATH="+bin+":"+os.Getenv("PATH"), "DBUS_SESSION_BUS_ADDRESS=unix:path=/nowhere")
	y := sit(t, n.env, "init", "--address", "robin@example.com", "--name", "Robin Hale", "--zone", "America/New_York", "--country", "US", "--language", "en", "--mode", "observe", "--phone", "1")
	y.secret("The password", n.server.Password+enter)
	y.answers("Is this right?", enter)
	if out, code := y.leaves(); code != 0 || !strings.Contains(out, "kept in your keyring") {
		t.Fatalf("exit code %d:\n%s", code, out)
	}
	n.holds(t, `password_command = ["secret-tool","lookup","service","heardback","account","robin"]`)
	if _, err := os.Stat(filepath.Join(filepath.Dir(n.config), "password")); err == nil {
		t.Error("the password lies in a file too")
	}
}
