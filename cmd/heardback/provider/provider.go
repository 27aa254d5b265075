// Package provider finds the IMAP settings that belong to a mail address: from a table, then, when that is allowed, by asking
// DNS (MX, RFC 6186) and Mozilla's autoconfiguration. It never connects to the mail server itself.
package provider

import (
	"fmt"
	"strings"
)

// Settings are what an [[account]] needs besides its secret.
type Settings struct {
	Provider string // its name, "" for one that the table does not know
	Host     string
	Port     int
	TLS      string // "implicit" or "starttls"
	Username string
	Auth     string // "password" or "xoauth2"
	OAuth    string // who hands out tokens, as in the configuration; "" for one that takes passwords only
	Login    string // what to do at the provider first, in sentences for the user; "" where nothing is special
	From     string // how it was found, for the user: "known provider", "MX record", …
	Business bool   // the provider hosts this domain for somebody: perhaps an employer
}

// row is one provider of the table: data.
type row struct {
	name    string
	domains []string // of addresses
	mx      []string // what the MX of a hosted domain ends in; a company may be behind it
	hosted  bool     // most hosted domains of this provider are companies
	host    string
	port    int
	tls     string
	auth    string
	oauth   string
	login   string
}

// table holds the providers in the order in which they are looked through (docs/providers.md has the steps in full).
var table = []row{
	{
		name: "Gmail", domains: []string{"gmail.com", "googlemail.com"}, mx: []string{".google.com", ".googlemail.com"}, hosted: true,
		host: "imap.gmail.com", port: 993, tls: "implicit", auth: "password", oauth: "google",
		login: "Gmail wants an app password, not the password of your account. Switch on two-step verification, then make one at " +
			"myaccount.google.com/apppasswords and enter its 16 letters here.",
	},
	{
		name: "Outlook", domains: []string{"outlook.com", "hotmail.com", "live.com", "msn.com", "outlook.de", "hotmail.de", "hotmail.fr", "outlook.fr", "hotmail.co.uk", "live.co.uk", "outlook.es", "hotmail.es", "hotmail.it", "outlook.it"},
		mx: []string{".protection.outlook.com", ".mx.microsoft"}, hosted: true,
		host: "outlook.office365.com", port: 993, tls: "implicit", auth: "xoauth2", oauth: "microsoft",
		login: "Microsoft takes no passwords over IMAP, only tokens. Register an application of your own, which takes some minutes " +
			"(docs/providers.md says how), and enter its client id here; or enter the command of a program that prints tokens, such as: oama access you@outlook.com",
	},
	{
		name: "iCloud", domains: []string{"icloud.com", "me.com", "mac.com"}, mx: []string{".mail.icloud.com"},
		host: "imap.mail.me.com", port: 993, tls: "implicit", auth: "password",
		login: "iCloud wants an app-specific password: make one at account.apple.com under Sign-In and Security, and enter it here.",
	},
	{
		name: "Yahoo", domains: []string{"yahoo.com", "ymail.com", "rocketmail.com", "yahoo.co.uk", "yahoo.de", "yahoo.fr", "yahoo.es", "yahoo.it"},
		mx:   []string{".yahoodns.net"},
		host: "imap.mail.yahoo.com", port: 993, tls: "implicit", auth: "password",
		login: "Yahoo wants an app password: make one in the security settings of your account under \"Generate app password\", and enter it here.",
	},
	{
		name: "AOL", domains: []string{"aol.com", "aim.com", "aol.de"},
		host: "imap.aol.com", port: 993, tls: "implicit", auth: "password",
		login: "AOL wants an app password: make one in the security settings of your account under \"Generate app password\", and enter it here.",
	},
	{
		name: "Fastmail", domains: []string{"fastmail.com", "fastmail.fm", "messagingengine.com"}, mx: []string{".messagingengine.com"},
		host: "imap.fastmail.com", port: 993, tls: "implicit", auth: "password",
		login: "Fastmail wants an app password: make one in the settings under Privacy & Security, for IMAP, and enter it here.",
	},
	{
		name: "GMX", domains: []string{"gmx.net", "gmx.de", "gmx.at", "gmx.ch"}, mx: []string{".gmx.net"},
		host: "imap.gmx.net", port: 993, tls: "implicit", auth: "password",
		login: "GMX wants IMAP switched on first: in the web settings under E-Mail, POP3 & IMAP. With two-factor login it also wants an " +
			"application password.",
	},
	{
		name: "GMX", domains: []string{"gmx.com", "gmx.us", "gmx.co.uk", "mail.com"}, mx: []string{".mail.com"},
		host: "imap.gmx.com", port: 993, tls: "implicit", auth: "password",
		login: "GMX wants IMAP switched on first: in the web settings under Email, POP3 & IMAP.",
	},
	{
		name: "web.de", domains: []string{"web.de"},
		host: "imap.web.de", port: 993, tls: "implicit", auth: "password",
		login: "web.de wants IMAP switched on first: in the web settings under E-Mail, POP3 & IMAP. With two-factor login it also wants an " +
			"application password.",
	},
	{
		name: "Proton Bridge", domains: []string{"proton.me", "protonmail.com", "pm.me", "protonmail.ch"}, mx: []string{".protonmail.ch"},
		host: "127.0.0.1", port: 1143, tls: "starttls", auth: "password",
		login: "Proton is read through Proton Bridge, which must run on this machine. Enter the password that Bridge shows for IMAP, not the " +
			"one of your account.",
	},
}

// Known returns the settings of a provider of the table, by the domain of the address. It asks nobody.
func Known(address string) (Settings, bool) {
	domain := Domain(address)
	for i := range table {
		for _, d := range table[i].domains {
			if d == domain {
				return table[i].settings(address, "known provider"), true
			}
		}
	}
	return Settings{}, false
}

// hosting returns the settings of the provider that a mail exchanger belongs to.
func hosting(mx, address string) (Settings, bool) {
	mx = "." + strings.TrimSuffix(strings.ToLower(mx), ".")
	for i := range table {
		for _, suffix := range table[i].mx {
			if strings.HasSuffix(mx, suffix) {
				s := table[i].settings(address, "mail exchanger in DNS")
				s.Business = table[i].hosted
				return s, true
			}
		}
	}
	return Settings{}, false
}

func (r *row) settings(address, from string) Settings {
	return Settings{Provider: r.name, Host: r.host, Port: r.port, TLS: r.tls, Username: address, Auth: r.auth, OAuth: r.oauth, Login: r.login, From: from}
}

// Domain returns the domain of an address in lower case, "" where there is none.
func Domain(address string) string {
	return strings.ToLower(address[strings.LastIndex(address, "@")+1:])
}

// CheckAddress returns an error that says what a mail address looks like when this is none.
func CheckAddress(address string) error {
	local, domain, ok := strings.Cut(address, "@")
	if !ok || local == "" || !strings.Contains(domain, ".") || strings.ContainsAny(address, " \t<>,;\"") || strings.Contains(domain, "@") {
		return fmt.Errorf("%q is no mail address: write one such as alex@example.com", address)
	}
	return nil
}
