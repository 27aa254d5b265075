package config

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"heardback/cmd/heardback/oauth"
)

// maxSecret is how long a password or token may be, octets.
const maxSecret = 16 << 10

// commandTimeout bounds a password_command (MAIL.md section 3).
const commandTimeout = 30 * time.Second

// Secret returns the account's password or token. It reads the file, or runs the command, at every call: a token that was
// refreshed outside is used at the next connection. One of our own is refreshed where that is due. The error never holds what was read.
func (a *Account) Secret(ctx context.Context) (string, error) {
	switch {
	case a.OAuth.Provider != "":
		return a.token(ctx)
	case a.Password != "":
		return a.Password, nil
	case a.PasswordFile != "":
		if err := private(a.PasswordFile); err != nil {
			return "", err
		}
		return readSecret(a.PasswordFile)
	case a.PasswordCredential != "":
		return a.credential()
	}
	return a.runCommand(ctx)
}

// LoginAgain returns how long after a refused login the secret is asked for once more: a command may have had to refresh its
// token first. It is 0 for a password that nobody refreshes.
func (a *Account) LoginAgain() time.Duration {
	switch {
	case a.OAuth.Provider != "":
		return time.Second // Refused has it refreshed at once
	case len(a.PasswordCommand) > 0:
		return 30 * time.Second
	}
	return 0
}

// CheckSecret returns an error when others than the owner can read the file that holds the password or the tokens. It runs no command
// and asks nobody. That nobody has logged in yet is the login's matter.
func (a *Account) CheckSecret() error {
	if t := a.Tokens(); t != nil {
		if err := t.Check(); !oauth.NeedsLogin(err) {
			return err
		}
	}
	if a.PasswordFile == "" {
		return nil
	}
	return private(a.PasswordFile)
}

func readSecret(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", fmt.Errorf("reading the password: %w", err)
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, maxSecret+1))
	if err != nil {
		return "", fmt.Errorf("reading the password: %w", err)
	}
	return clean(b, path)
}

// credential reads what systemd or a container hands over. A command that is started by hand finds the same file beside the configuration.
func (a *Account) credential() (string, error) {
	name := a.PasswordCredential
	if filepath.Base(name) != name {
		return "", fmt.Errorf("account %q: password_credential = %q: it is a plain name, without a folder", a.Name, name)
	}
	if dir := os.Getenv("CREDENTIALS_DIRECTORY"); dir != "" {
		return readSecret(filepath.Join(dir, name))
	}
	path := filepath.Join(a.folder, name)
	if err := private(path); err != nil {
		return "", fmt.Errorf("account %q: password_credential = %q: systemd hands it over with LoadCredential=%s:FILE in the unit, and a command by hand looks beside the configuration: %w", a.Name, name, name, err)
	}
	return readSecret(path)
}

func (a *Account) runCommand(ctx context.Context) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, commandTimeout)
	defer cancel()
	cmd := exec.CommandContext(ctx, a.PasswordCommand[0], a.PasswordCommand[1:]...)
	cmd.WaitDelay = time.Second
	var out, errOut limited
	cmd.Stdout, cmd.Stderr = &out, &errOut
	err := cmd.Run()
	if ctx.Err() != nil {
		return "", fmt.Errorf("account %q: password_command %s did not end within %s", a.Name, a.PasswordCommand[0], commandTimeout)
	}
	if err != nil {
		return "", fmt.Errorf("account %q: password_command %s failed (%w); run it by hand to see why", a.Name, a.PasswordCommand[0], err)
	}
	first, _, _ := bytes.Cut(out.b.Bytes(), []byte("\n")) // password managers print notes behind it
	return clean(first, a.PasswordCommand[0])
}

// limited keeps the first octets of what is written to it and swallows the rest.
type limited struct{ b bytes.Buffer }

func (l *limited) Write(p []byte) (int, error) {
	if room := maxSecret + 1 - l.b.Len(); room > 0 {
		l.b.Write(p[:min(room, len(p))])
	}
	return len(p), nil
}

func clean(b []byte, source string) (string, error) {
	if len(b) > maxSecret {
		return "", fmt.Errorf("the password from %s is longer than %d octets: this cannot be one", source, maxSecret)
	}
	s := strings.TrimRight(string(b), "\r\n")
	if s == "" {
		return "", fmt.Errorf("the password from %s is empty", source)
	}
	if strings.ContainsAny(s, "\r\n\x00") {
		return "", fmt.Errorf("the password from %s has more than one line: print the password only", source)
	}
	return s, nil
}

// private reports an error when others than the owner can read path.
func private(path string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	fi, err := os.Stat(path)
	if err != nil {
		return fmt.Errorf("reading the password: %w", err)
	}
	if fi.Mode().Perm()&0o077 != 0 {
		return fmt.Errorf("%s can be read by others (mode %04o): run chmod 600 %s", path, fi.Mode().Perm(), path)
	}
	return nil
}
