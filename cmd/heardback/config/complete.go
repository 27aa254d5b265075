package config

import (
	"fmt"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/language"
)

// complete fills in the defaults and refuses what cannot work.
func (c *Config) complete() error {
	c.StateDir = expand(or(c.StateDir, defaultStateDir()))
	if err := c.Seeker.complete(); err != nil {
		return err
	}
	if len(c.Accounts) == 0 {
		return fmt.Errorf("there is no [[account]]: add one with host, username and a password source")
	}
	names := map[string]bool{}
	for i := range c.Accounts {
		a := &c.Accounts[i]
		if err := a.complete(); err != nil {
			return err
		}
		if err := a.completeOAuth(c.StateDir); err != nil {
			return err
		}
		if names[a.Name] {
			return fmt.Errorf("two accounts are named %q: give each [[account]] a name of its own", a.Name)
		}
		names[a.Name] = true
	}
	var own []string
	for _, a := range c.Accounts {
		own = append(own, a.Addresses...)
	}
	for i := range c.Accounts {
		c.Accounts[i].own = own
	}
	if err := c.Digest.complete(c.Accounts); err != nil {
		return err
	}
	for _, p := range c.Policy.Validate(false) {
		if !p.Warning {
			return fmt.Errorf("[policy] %s: %s", p.Key, p.Text)
		}
		c.Warnings = append(c.Warnings, p.String())
	}
	return nil
}

func (s *Seeker) complete() error {
	if strings.TrimSpace(s.Name) == "" {
		return fmt.Errorf("[seeker] name is missing: it signs your drafts")
	}
	if s.Zone == "" {
		s.Zone = LocalZone()
	}
	loc, err := time.LoadLocation(s.Zone)
	if err != nil {
		return fmt.Errorf(`[seeker] zone = %q is no IANA time zone: write one such as "Europe/Berlin"`, s.Zone)
	}
	s.Location = loc
	if s.Country != "" {
		country, err := language.ParseRegion(s.Country)
		if country = country.Canonicalize(); err != nil || !country.IsCountry() || len(country.String()) != 2 {
			return fmt.Errorf(`[seeker] country = %q: write the two letters of ISO 3166 such as "DE" or "US"`, s.Country)
		}
		s.Country = country.String() // "UK" is GB
	}
	s.Language = or(s.Language, "en")
	if !slices.Contains(Languages, s.Language) {
		return fmt.Errorf("[seeker] language = %q: choose one of %s", s.Language, strings.Join(Languages, ", "))
	}
	for i, d := range s.CurrentEmployerDomains {
		if s.CurrentEmployerDomains[i], err = employerDomain(d); err != nil {
			return err
		}
	}
	return nil
}

// Languages are the languages of digest and drafts, ISO 639-1.
var Languages = []string{"en", "de", "fr", "es", "nl", "it", "pt"}

func (a *Account) complete() error {
	if a.Host == "" {
		return fmt.Errorf("an [[account]] has no host: write the IMAP server of your provider, such as imap.example.com")
	}
	if a.Username == "" {
		return fmt.Errorf("account at %s has no username: it is mostly your mail address", a.Host)
	}
	a.Name = or(a.Name, a.Username)
	if len(a.Addresses) == 0 {
		if !strings.Contains(a.Username, "@") {
			return fmt.Errorf("account %q has no addresses: list the addresses that you write from, the first is the default", a.Name)
		}
		a.Addresses = []string{a.Username}
	}
	for i, address := range a.Addresses {
		own, err := ownAddress(address)
		if err != nil {
			return fmt.Errorf("account %q: addresses: %w", a.Name, err)
		}
		a.Addresses[i] = own
	}
	a.TLS = or(a.TLS, "implicit")
	ports := map[string]int{"implicit": 993, "starttls": 143, "none": 143}
	port, ok := ports[a.TLS]
	if !ok {
		return fmt.Errorf(`account %q: tls = %q: write "implicit", "starttls", or "none" (loopback only)`, a.Name, a.TLS)
	}
	if a.Port == 0 {
		a.Port = port
	}
	if a.Port < 1 || a.Port > 65535 {
		return fmt.Errorf("account %q: port = %d: a port lies between 1 and 65535", a.Name, a.Port)
	}
	if a.TLS == "none" && !loopback(a.Host) {
		return fmt.Errorf(`account %q: tls = "none" is allowed for a server on this machine only; %s would see your password in the clear`, a.Name, a.Host)
	}
	if a.OAuth.Provider != "" {
		a.Auth = or(a.Auth, "xoauth2")
	}
	a.Auth = or(a.Auth, "password")
	if !slices.Contains([]string{"password", "xoauth2", "oauthbearer"}, a.Auth) {
		return fmt.Errorf(`account %q: auth = %q: write "password", "xoauth2" or "oauthbearer"`, a.Name, a.Auth)
	}
	sources := 0
	for _, set := range []bool{a.Password != "", a.PasswordFile != "", len(a.PasswordCommand) > 0, a.PasswordCredential != "", a.OAuth.Provider != ""} {
		if set {
			sources++
		}
	}
	if sources != 1 {
		return fmt.Errorf("account %q needs exactly one of password_command, password_file, password_credential, password and oauth; it has %d", a.Name, sources)
	}
	if a.Since.Days == 0 {
		a.Since.Days = 180
	}
	if a.IdleMinutes == 0 {
		a.IdleMinutes = 9
	}
	if a.PollMinutes == 0 {
		a.PollMinutes = 15
	}
	if a.TimeoutSecs == 0 {
		a.TimeoutSecs = 60
	}
	for key, v := range map[string]int{"idle_minutes": a.IdleMinutes, "poll_minutes": a.PollMinutes, "timeout_seconds": a.TimeoutSecs} {
		if v < 1 || v > 1440 {
			return fmt.Errorf("account %q: %s = %d: it lies between 1 and 1440", a.Name, key, v)
		}
	}
	a.CAFile, a.PasswordFile = expand(a.CAFile), expand(a.PasswordFile)
	return nil
}

func (d *Digest) complete(accounts []Account) error {
	d.Account = or(d.Account, accounts[0].Name)
	if !slices.ContainsFunc(accounts, func(a Account) bool { return a.Name == d.Account }) {
		return fmt.Errorf("[digest] account = %q: there is no account of that name", d.Account)
	}
	d.Frequency = or(d.Frequency, "weekly")
	if !slices.Contains([]string{"weekly", "daily", "off"}, d.Frequency) {
		return fmt.Errorf(`[digest] frequency = %q: write "weekly", "daily" or "off"`, d.Frequency)
	}
	d.Day = or(strings.ToLower(d.Day), "sunday")
	if _, ok := weekdays[d.Day]; !ok {
		return fmt.Errorf(`[digest] day = %q: write a day of the week in English, such as "sunday"`, d.Day)
	}
	if d.Hour == 0 {
		d.Hour = 18
	}
	if d.Hour < 0 || d.Hour > 23 {
		return fmt.Errorf("[digest] hour = %d: it lies between 0 and 23 (0 means the default, 18)", d.Hour)
	}
	d.Empty = or(d.Empty, "short")
	if d.Empty != "short" && d.Empty != "none" {
		return fmt.Errorf(`[digest] empty = %q: write "short" for a short letter in a week without news, or "none"`, d.Empty)
	}
	return nil
}

var weekdays = map[string]time.Weekday{"sunday": 0, "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6}

// Weekday returns the digest's day.
func (d *Digest) Weekday() time.Weekday { return weekdays[d.Day] }

func or(s, fallback string) string {
	if s == "" {
		return fallback
	}
	return s
}

func loopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// expand replaces a leading ~/ by the home folder.
func expand(path string) string {
	rest, ok := strings.CutPrefix(path, "~/")
	if !ok {
		return path
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return path
	}
	return filepath.Join(home, rest)
}

// defaultStateDir follows systemd's StateDirectory, then the XDG base directories.
func defaultStateDir() string {
	if d := os.Getenv("STATE_DIRECTORY"); d != "" {
		return d
	}
	if d := os.Getenv("XDG_STATE_HOME"); d != "" {
		return filepath.Join(d, "heardback")
	}
	return "~/.local/state/heardback"
}

// LocalZone returns the machine's zone by its IANA name, "UTC" where it has none.
func LocalZone() string {
	if z := os.Getenv("TZ"); z != "" {
		return strings.TrimPrefix(z, ":")
	}
	if b, err := os.ReadFile("/etc/timezone"); err == nil {
		return strings.TrimSpace(string(b))
	}
	if l, err := os.Readlink("/etc/localtime"); err == nil {
		if _, name, ok := strings.Cut(l, "zoneinfo/"); ok {
			return name
		}
	}
	return "UTC"
}
