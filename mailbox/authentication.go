package mailbox

import (
	"strings"

	"golang.org/x/net/publicsuffix"
)

// authentication reads the Authentication-Results (RFC 8601) of the user's own provider: fields whose authserv-id is id
// or lies below it. They count down to the first Received field that another organisation wrote: what stands below
// that one came with the mail and can be forged. For each method the topmost field decides.
func authentication(fields []field, id string) Auth {
	var a Auth
	id = strings.ToLower(strings.TrimSpace(id))
	if id == "" {
		return a
	}
	// Fields are read from the top. The topmost Received is always the provider's own.
	hops := 0
	for i := range fields {
		switch fields[i].name {
		case "received":
			if hops++; hops > 1 && !ownHop(fields[i].value, id) {
				return a
			}
		case "authentication-results":
			a.topmost(results(fields[i].value, id))
		}
	}
	return a
}

// results reads one Authentication-Results field, the zero Auth where it is not of id. Exchange Online writes no
// authserv-id at all: its fields count where id is Microsoft's.
func results(value, id string) Auth {
	var a Auth
	parts := splitOutside(withoutComments(value), ';')
	words := strings.Fields(parts[0])
	switch {
	case len(words) == 0:
		return a
	case strings.Contains(words[0], "="):
		if !below("outlook.com", id) && !below("microsoft.com", id) {
			return a
		}
	case !below(id, strings.ToLower(strings.Trim(words[0], `"`))):
		return a
	default:
		parts = parts[1:]
	}
	for _, part := range parts {
		a.add(part)
	}
	return a
}

// below says whether host is domain or a host in it.
func below(domain, host string) bool {
	return host == domain || strings.HasSuffix(host, "."+domain)
}

// ownHop says whether a Received field was written by a host of the organisation that id belongs to.
func ownHop(received, id string) bool {
	organisation, err := publicsuffix.EffectiveTLDPlusOne(id)
	if err != nil {
		organisation = id
	}
	words := strings.Fields(strings.ToLower(withoutComments(received)))
	for i, w := range words[:max(len(words)-1, 0)] {
		if w == "by" {
			return below(organisation, strings.TrimRight(words[i+1], ";."))
		}
	}
	return false
}

// topmost takes over what no field above has said.
func (a *Auth) topmost(b Auth) {
	if a.SPF == Unverified {
		a.SPF = b.SPF
	}
	if a.DKIM == Unverified {
		a.DKIM = b.DKIM
	}
	if a.DMARC == Unverified {
		a.DMARC = b.DMARC
	}
}

// add reads one result such as "dkim=pass header.d=example.com". One pass among several DKIM signatures is a pass.
func (a *Auth) add(result string) {
	method, value, ok := strings.Cut(strings.ToLower(result), "=")
	if !ok {
		return
	}
	method, _, _ = strings.Cut(strings.TrimSpace(method), "/")
	v := Unverified
	switch firstWord(value) {
	case "pass":
		v = Pass
	case "fail", "hardfail", "permerror", "policy":
		v = Fail
	}
	set := func(at *Verdict) {
		if *at != Pass && v != Unverified {
			*at = v
		}
	}
	switch strings.TrimSpace(method) {
	case "spf":
		set(&a.SPF)
	case "dkim":
		set(&a.DKIM)
	case "dmarc":
		set(&a.DMARC)
	}
}

// withoutComments drops what stands in parentheses outside of quotes.
func withoutComments(s string) string {
	if !strings.Contains(s, "(") {
		return s
	}
	var b strings.Builder
	depth, quoted := 0, false
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == '\\' && i+1 < len(s):
			if depth == 0 {
				b.WriteByte(c)
				b.WriteByte(s[i+1])
			}
			i++
			continue
		case c == '"' && depth == 0:
			quoted = !quoted
		case c == '(' && !quoted:
			depth++
			continue
		case c == ')' && depth > 0:
			depth--
			b.WriteByte(' ')
			continue
		}
		if depth == 0 {
			b.WriteByte(c)
		}
	}
	return b.String()
}
