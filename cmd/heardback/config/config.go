// Package config reads the configuration, a TOML file whose manual is config.example.toml.
//
// A key that nobody knows is an error that names the nearest known one: a misspelt brake must not be a missing brake.
package config

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/BurntSushi/toml"

	"heardback/cadence"
)

// Config is the whole configuration. The zero value of a field means its default, which Load fills in.
type Config struct {
	Path     string `toml:"-"` // of the file it was read from
	StateDir string `toml:"state_dir"`

	Seeker   Seeker         `toml:"seeker"`
	Accounts []Account      `toml:"account"`
	Policy   cadence.Policy `toml:"policy"`
	Digest   Digest         `toml:"digest"`

	Warnings []string `toml:"-"` // policy values that break the advice, accepted by i_know
}

// Seeker is the user.
type Seeker struct {
	Name                   string            `toml:"name"`
	Phone                  string            `toml:"phone"`
	Signature              string            `toml:"signature"`
	Zone                   string            `toml:"zone"`
	Country                string            `toml:"country"`
	Language               string            `toml:"language"`
	Calls                  bool              `toml:"calls"`
	Links                  []string          `toml:"links"`
	Fit                    map[string]string `toml:"fit"`
	CurrentEmployerDomains []string          `toml:"current_employer_domains"`

	Location *time.Location `toml:"-"` // of Zone
}

// Account is one mailbox.
type Account struct {
	Name      string   `toml:"name"`
	Addresses []string `toml:"addresses"`

	Host   string `toml:"host"`
	Port   int    `toml:"port"`
	TLS    string `toml:"tls"`
	CAFile string `toml:"ca_file"`
	Pin    string `toml:"pin_sha256"`

	Username           string   `toml:"username"`
	Auth               string   `toml:"auth"`
	Password           string   `toml:"password"`
	PasswordFile       string   `toml:"password_file"`
	PasswordCommand    []string `toml:"password_command"`
	PasswordCredential string   `toml:"password_credential"`
	OAuth

	Folders     []string `toml:"folders"`
	Corrections string   `toml:"correction_folder"`
	Drafts      string   `toml:"drafts_folder"`
	Sent        string   `toml:"sent_folder"`
	Trash       string   `toml:"trash_folder"`
	Since       Since    `toml:"since"`
	AuthServID  string   `toml:"authserv_id"`
	IdleMinutes int      `toml:"idle_minutes"`
	PollMinutes int      `toml:"poll_minutes"`
	TimeoutSecs int      `toml:"timeout_seconds"`

	folder string   // of the configuration
	own    []string // the user's addresses in all accounts
}

// Digest says when and where the letters to the user go.
type Digest struct {
	Account   string `toml:"account"`
	Frequency string `toml:"frequency"`
	Day       string `toml:"day"`
	Hour      int    `toml:"hour"`
	Empty     string `toml:"empty"`
	Notices   *bool  `toml:"notices"`
}

// Since is how far back a first sync reads: a number of days, or all of it (-1).
type Since struct{ Days int }

// UnmarshalText reads "180d", "26w" or "all".
func (s *Since) UnmarshalText(b []byte) error {
	t := strings.TrimSpace(string(b))
	if t == "all" {
		s.Days = -1
		return nil
	}
	var n int
	var unit string
	if _, err := fmt.Sscanf(t, "%d%s", &n, &unit); err != nil || n <= 0 || n > 36500 {
		return fmt.Errorf(`since = %q: write a number of days such as "180d", of weeks such as "26w", or "all"`, t)
	}
	switch unit {
	case "d":
		s.Days = n
	case "w":
		s.Days = 7 * n
	default:
		return fmt.Errorf(`since = %q: the unit is "d" for days or "w" for weeks`, t)
	}
	return nil
}

// Duration returns how far back to read; it is negative for everything.
func (s Since) Duration() time.Duration {
	return time.Duration(s.Days) * 24 * time.Hour
}

// SystemPath is the configuration of the system service (contrib/systemd/heardback.service).
const SystemPath = "/etc/heardback/config.toml"

// DefaultPath returns where the configuration is looked for when no flag names it: $HEARDBACK_CONFIG, else
// heardback/config.toml in the user's configuration folder, else SystemPath.
func DefaultPath() string {
	if p := os.Getenv("HEARDBACK_CONFIG"); p != "" {
		return p
	}
	dir, err := os.UserConfigDir()
	if err != nil {
		return SystemPath
	}
	p := filepath.Join(dir, "heardback", "config.toml")
	if _, err := os.Stat(p); errors.Is(err, fs.ErrNotExist) {
		if _, err := os.Stat(SystemPath); err == nil {
			return SystemPath
		}
	}
	return p
}

// Load reads, completes and checks the file at path. Every error is a sentence that says what to do.
func Load(path string) (*Config, error) {
	data, err := os.ReadFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("there is no configuration at %s: run heardback init, or copy config.example.toml there and fill in your account; --config names another file", path)
	case err != nil:
		return nil, fmt.Errorf("reading the configuration: %w; make %s readable for the user that runs heardback", err, path)
	}
	c, err := Parse(string(data))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	c.Path = path
	for i := range c.Accounts {
		c.Accounts[i].folder = filepath.Dir(path)
	}
	if err := c.checkPermissions(); err != nil {
		return nil, err
	}
	return c, nil
}

// Parse reads a configuration from text, fills in the defaults and checks it.
func Parse(text string) (*Config, error) {
	c := &Config{Policy: cadence.Default()}
	c.Policy.Mode = "observe" // nobody gets drafts without having asked for them
	meta, err := toml.Decode(text, c)
	if err != nil {
		var p toml.ParseError
		if errors.As(err, &p) {
			return nil, fmt.Errorf("line %d: %s", p.Position.Line, p.Message)
		}
		return nil, err
	}
	if unknown := meta.Undecoded(); len(unknown) > 0 {
		return nil, unknownKey(unknown[0])
	}
	if err := c.complete(); err != nil {
		return nil, err
	}
	return c, nil
}

// checkPermissions refuses a file with a password in it that others can read.
func (c *Config) checkPermissions() error {
	for _, a := range c.Accounts {
		if a.Password == "" {
			continue
		}
		if err := private(c.Path); err != nil {
			return fmt.Errorf("%w; it holds the password of account %q", err, a.Name)
		}
	}
	return nil
}
