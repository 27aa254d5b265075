package main

import (
	"context"
	"os"
	"path/filepath"

	"heardback/cmd/heardback/config"
)

// reader is who reads the configuration that the guide writes.
type reader struct {
	folder, file os.FileMode
	keep         func(ctx context.Context, secret, username, configPath string) (keys map[string]config.Value, where string, err error)
	next         string // what the user does when all is written
}

// theUser runs heardback and may read what belongs to them only.
var theUser = reader{folder: 0o700, file: 0o600, keep: keep, next: `
    heardback run                                the daemon, here and now; or as a service:
    systemctl --user enable --now heardback
    heardback check                              everything in order?
`}

// theService is the system service (contrib/systemd/heardback.service): a user that exists only while it runs. It can read no file of
// root's, so that the configuration is open and holds no secret: that is handed over by systemd.
var theService = reader{folder: 0o755, file: 0o644, keep: keepCredential, next: `
    systemctl enable --now heardback             the daemon as a service
    heardback check                              everything in order?
`}

const (
	serviceState      = "/var/lib/heardback" // its StateDirectory
	serviceCredential = "imap"               // its LoadCredential, beside the configuration
)

// keepCredential writes the secret to where the unit has systemd look for it.
func keepCredential(_ context.Context, secret, _, configPath string) (map[string]config.Value, string, error) {
	path := filepath.Join(filepath.Dir(configPath), serviceCredential)
	err := writeNew(path, secret+"\n", 0o600)
	return map[string]config.Value{"account.password_command": config.Unset, "account.password_credential": config.Text(serviceCredential)}, path, err
}
