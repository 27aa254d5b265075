package imap

import "strings"

// quirks are the ways of one provider: data, one row each (MAIL.md section 3).
type quirks struct {
	name   string
	hosts  []string // host, or host:port, or a domain that the host ends in
	sendID bool     // ID is expected after login (RFC 2971)
	login  string   // what to do when a login is refused
}

var providers = []quirks{
	{
		name: "Gmail", hosts: []string{"imap.gmail.com", "imap.googlemail.com"}, sendID: true,
		login: `with two-step verification make an app password, or use oauth = "google" and heardback login`,
	},
	{
		name: "Outlook", hosts: []string{"outlook.office365.com", "outlook.office.com", "imap-mail.outlook.com"},
		login: "Microsoft takes no passwords, only tokens for IMAP.AccessAsUser.All of this very user: heardback login gets one",
	},
	{
		name: "iCloud", hosts: []string{"imap.mail.me.com"},
		login: "make an app-specific password on account.apple.com",
	},
	{
		name: "Yahoo", hosts: []string{"imap.mail.yahoo.com", "imap.aol.com"},
		login: "make an app password in the account's security settings",
	},
	{
		name: "Fastmail", hosts: []string{"imap.fastmail.com"},
		login: "make an app password in the settings under Privacy and Security",
	},
	{
		name: "GMX", hosts: []string{"imap.gmx.net", "imap.gmx.com", "imap.web.de"},
		login: "switch on IMAP in the web settings first, then check the password",
	},
	{
		name: "Proton", hosts: []string{"127.0.0.1:1143"},
		login: "use the password that Proton Bridge shows, not the one for the web",
	},
}

// provider returns the row of an account's host, the zero row for a server of no special ways.
func (a *Account) provider() quirks {
	host := strings.ToLower(a.Host)
	for _, q := range providers {
		for _, h := range q.hosts {
			if host == h || a.addr() == h || strings.HasSuffix(host, "."+h) {
				return q
			}
		}
	}
	return quirks{}
}
