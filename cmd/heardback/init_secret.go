package main

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"heardback/cmd/heardback/config"
)

// secretTimeout bounds a password store that waits for somebody to unlock it.
const secretTimeout = 30 * time.Second

// keep puts a secret into the best place that this machine has and returns the keys of [[account]] that find it again: the desktop's
// keyring, else pass, else a file for the owner's eyes beside the configuration.
func keep(ctx context.Context, secret, address, configPath string) (map[string]config.Value, string, error) {
	for _, s := range stores(address) {
		if !s.there() || s.save(ctx, secret) != nil {
			continue
		}
		if got, err := s.lookup(ctx); err == nil && got == secret {
			return map[string]config.Value{"account.password_command": config.Text(s.get)}, s.name, nil
		}
	}
	path := filepath.Join(filepath.Dir(configPath), "password")
	if err := writeNew(path, secret+"\n", 0o600); err != nil {
		return nil, "", err
	}
	return map[string]config.Value{"account.password_command": config.Unset, "account.password_file": config.Text(path)}, path, nil
}

// store is a program that keeps passwords.
type store struct {
	name     string
	put, get []string // put reads the secret from its standard input; get prints it
	there    func() bool
}

// stores lists the programs that are known, the better first.
func stores(address string) []store {
	return []store{
		{
			name: "your keyring (secret-tool)",
			put:  []string{"secret-tool", "store", "--label", "heardback " + address, "service", "heardback", "account", address},
			get:  []string{"secret-tool", "lookup", "service", "heardback", "account", address},
			there: func() bool {
				return found("secret-tool") && os.Getenv("DBUS_SESSION_BUS_ADDRESS") != ""
			},
		},
		{
			name: "pass",
			put:  []string{"pass", "insert", "--multiline", "--force", "heardback/" + address},
			get:  []string{"pass", "show", "heardback/" + address},
			there: func() bool {
				dir := os.Getenv("PASSWORD_STORE_DIR")
				if home, err := os.UserHomeDir(); dir == "" && err == nil {
					dir = filepath.Join(home, ".password-store")
				}
				_, err := os.Stat(filepath.Join(dir, ".gpg-id"))
				return found("pass") && err == nil
			},
		},
	}
}

func found(program string) bool {
	_, err := exec.LookPath(program)
	return err == nil
}

func (s *store) save(ctx context.Context, secret string) error {
	ctx, cancel := context.WithTimeout(ctx, secretTimeout)
	defer cancel()
	cmd := exec.CommandContext(ctx, s.put[0], s.put[1:]...)
	cmd.Stdin = strings.NewReader(secret)
	return cmd.Run()
}

// lookup reads the secret in the way in which the daemon will.
func (s *store) lookup(ctx context.Context) (string, error) {
	a := config.Account{Name: "init", PasswordCommand: s.get}
	return a.Secret(ctx)
}
