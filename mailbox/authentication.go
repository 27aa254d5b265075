package mailbox

import "strings"

// authentication reads the Authentication-Results (RFC 8601) of the user's own provider: fields whose authserv-id is
// id and that stand above the second Received field. The topmost Received is the provider's own; what stands below
// the next one came with the mail and can be forged.
func authentication(fields []field, id string) Auth {
	var a Auth
	if id == "" {
		return a
	}
	hops := 0
	for i := range fields {
		switch fields[i].name {
		case "received":
			if hops++; hops > 1 {
				return a
			}
		case "authentication-results":
			results := withoutComments(fields[i].value)
			parts := splitOutside(results, ';')
			words := strings.Fields(parts[0])
			if len(words) == 0 || !strings.EqualFold(strings.Trim(words[0], `"`), id) {
				continue
			}
			for _, part := range parts[1:] {
				a.add(part)
			}
		}
	}
	return a
}

// add reads one result such as "dkim=pass header.d=example.com". One pass among several DKIM signatures is a pass.
func (a *Auth) add(result string) {
	words := strings.Fields(result)
	if len(words) == 0 {
		return
	}
	method, value, ok := strings.Cut(strings.ToLower(strings.ReplaceAll(words[0], " ", "")), "=")
	if !ok {
		return
	}
	method, _, _ = strings.Cut(method, "/")
	v := Unverified
	switch value {
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
	switch method {
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
