package config

import (
	"fmt"
	"strings"

	"golang.org/x/net/idna"

	"heardback/mailbox"
)

// ownAddress returns an address that the user writes from as mail holds it: "Alex <alex@müller.example>" is alex@xn--mller-kva.example.
// One that no draft could be written from is an error.
func ownAddress(s string) (string, error) {
	a := mailbox.ParseAddress(s).Address
	local, domain, _ := strings.Cut(a, "@")
	if strings.ContainsFunc(local, func(r rune) bool { return r > '~' || r == '"' }) || !strings.Contains(domain, ".") {
		return "", fmt.Errorf("%q is no mail address that a draft can be written from: write one such as \"alex@example.com\"", s)
	}
	return a, nil
}

// Own returns all addresses of the user, of this account and of the others: what the user sends from one to another is no stranger's mail.
func (a *Account) Own() []string { return a.own }

// employerDomain returns the domain of mail addresses as they are compared, from what the user may have written: with @, *. or www.
// before it, as the address of a page, in letters of any script. What is no domain is an error, since nothing would be kept from it.
func employerDomain(s string) (string, error) {
	d := strings.ToLower(strings.TrimSpace(s))
	if _, rest, ok := strings.Cut(d, "://"); ok {
		d, _, _ = strings.Cut(rest, "/")
	}
	for _, before := range []string{"@", "*.", "www."} {
		d = strings.TrimPrefix(d, before)
	}
	d = strings.Trim(d, ".")
	ascii, err := idna.Lookup.ToASCII(d)
	if err != nil || !strings.Contains(ascii, ".") {
		return "", fmt.Errorf("[seeker] current_employer_domains: %q is no domain: write what stands behind the @ of the addresses there, such as \"current-employer.example\"", s)
	}
	return ascii, nil
}
