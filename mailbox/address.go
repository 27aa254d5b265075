package mailbox

import (
	"strings"

	"golang.org/x/net/idna"
)

// parseAddresses reads an address list (RFC 5322 section 3.4) leniently. Groups are opened; a member that cannot be
// read keeps its words as Name with an empty Address, so that one broken member does not lose the others.
func parseAddresses(value string) []Address {
	if value == "" {
		return nil
	}
	items := splitAddresses(value)
	out := make([]Address, 0, len(items))
	for i := 0; i < len(items) && len(out) < maxAddresses; i++ {
		item := strings.TrimSpace(items[i])
		// "Doe, Jane <jane@x>" without quotes comes as two items.
		for i+1 < len(items) && item != "" && !strings.ContainsAny(item, "@<\"") && strings.ContainsRune(items[i+1], '<') &&
			!strings.HasPrefix(strings.TrimSpace(items[i+1]), "<") && !strings.Contains(item, "=?") {
			i++
			item += "," + items[i]
		}
		if a := parseAddress(item); a != (Address{}) {
			out = append(out, a)
		}
	}
	if len(out) == 0 {
		return nil
	}
	return out
}

// ParseAddress reads one address as people write it, with a name or without. Its domain is in lower case and in ASCII; Address is "" where
// there is none.
func ParseAddress(s string) Address { return parseAddress(s) }

// splitAddresses splits at commas and semicolons outside of quotes, comments and angle brackets, and drops the names
// of groups.
func splitAddresses(s string) []string {
	var out []string
	start, depth := 0, 0
	quoted, angle := false, false
	// What is never closed is an ordinary character.
	lastQuote, lastParen := strings.LastIndexByte(s, '"'), strings.LastIndexByte(s, ')')
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == '\\' && (quoted || depth > 0):
			i++
		case c == '"' && depth == 0:
			quoted = !quoted && i < lastQuote
		case quoted:
		case c == '(' && i < lastParen:
			depth++
		case c == ')' && depth > 0:
			depth--
		case depth > 0:
		case c == '<':
			inside, _, _ := strings.Cut(s[i+1:], "<")
			angle = strings.IndexByte(inside, '>') >= 0
		case c == '>':
			angle = false
		case angle:
		case c == ':' && !strings.ContainsAny(s[start:i], "@[") && len(s) > i:
			start = i + 1 // the name of a group
		case c == ',' || c == ';':
			out = append(out, s[start:i])
			start = i + 1
			if len(out) >= 2*maxAddresses {
				return out
			}
		}
	}
	return append(out, s[start:])
}

// parseAddress reads one mailbox: name <addr>, addr (comment), or a bare address.
func parseAddress(item string) Address {
	item = strings.TrimSpace(item)
	if item == "" {
		return Address{}
	}
	// The last angle bracket counts: names hold brackets, addresses do not.
	name, addr := "", item
	if open := strings.LastIndexByte(item, '<'); open >= 0 {
		name, addr = item[:open], item[open+1:]
		if shut := strings.IndexByte(addr, '>'); shut >= 0 {
			if strings.TrimSpace(name) == "" {
				name = addr[shut+1:] // "<addr> name"
			}
			addr = addr[:shut]
		}
	} else if open := strings.IndexByte(item, '('); open >= 0 {
		addr, name = item[:open], strings.TrimRight(strings.TrimSpace(item[open+1:]), ")")
	}
	a := Address{Name: displayName(name), Address: normalAddress(addr)}
	switch {
	case a.Address == "" && !strings.Contains(item, "@"):
		a.Name = displayName(strings.TrimSuffix(item, "<>"))
	case a.Address == "":
		// An address inside an odd frame: take the first word that is one.
		for _, w := range strings.FieldsFunc(decodeWords(item), func(r rune) bool { return strings.ContainsRune(" <>()[]\"',;", r) }) {
			if a.Address = normalAddress(w); a.Address != "" {
				break
			}
		}
		if a.Address == "" && a.Name == "" {
			a.Name = displayName(item)
		}
	}
	if strings.EqualFold(a.Name, a.Address) {
		a.Name = ""
	}
	return a
}

// displayName decodes the words before an address: comments dropped, quotes and their escapes removed.
func displayName(s string) string {
	s = strings.TrimSpace(s)
	if s == "" {
		return ""
	}
	s = decodeWords(s)
	for len(s) >= 2 && (s[0] == '"' && s[len(s)-1] == '"' || s[0] == '\'' && s[len(s)-1] == '\'') {
		s = strings.TrimSpace(s[1 : len(s)-1])
	}
	if strings.IndexByte(s, '\\') >= 0 {
		s = strings.NewReplacer(`\"`, `"`, `\\`, `\`).Replace(s)
	}
	return strings.TrimSpace(strings.Trim(s, `"`))
}

// normalAddress returns local@domain with the domain in lower case and in ASCII, "" where s is no address.
func normalAddress(s string) string {
	s = strings.TrimSpace(s)
	if len(s) > 7 && strings.EqualFold(s[:7], "mailto:") {
		s = s[7:]
	}
	if strings.ContainsRune(s, '(') {
		s = strings.Join(strings.Fields(withoutComments(s)), "")
	}
	if strings.Contains(s, "=?") {
		s = decodeWords(s)
	} else if !isASCII(s) {
		s, _ = toUTF8([]byte(s), "")
	}
	at := strings.LastIndexByte(s, '@')
	if at <= 0 || at == len(s)-1 || len(s) > 320 {
		return ""
	}
	local, domain := strings.TrimSpace(s[:at]), strings.TrimSpace(s[at+1:])
	if i := strings.LastIndexByte(local, ':'); i >= 0 && strings.HasPrefix(local, "@") { // an obsolete route
		local = local[i+1:]
	}
	domain = strings.TrimSuffix(domain, ".")
	if !cleanLocal(local) || domain == "" {
		return ""
	}
	if domain[0] == '[' {
		if domain[len(domain)-1] != ']' || strings.ContainsAny(domain, " <>\"\\") || !isASCII(domain) || plain(domain) != domain {
			return ""
		}
		return local + "@" + strings.ToLower(domain)
	}
	if !isASCII(domain) {
		ascii, err := idna.Lookup.ToASCII(domain)
		if err != nil {
			return ""
		}
		domain = ascii
	}
	for i := 0; i < len(domain); i++ {
		c := domain[i]
		if !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '.' || c == '_') {
			return ""
		}
	}
	if strings.HasPrefix(domain, ".") || strings.HasSuffix(domain, ".") || strings.Contains(domain, "..") {
		return ""
	}
	return local + "@" + strings.ToLower(domain)
}

// cleanLocal says whether the local part holds nothing that could break out of an address field.
func cleanLocal(s string) bool {
	if s == "" || plain(s) != s {
		return false
	}
	if len(s) > 2 && s[0] == '"' && s[len(s)-1] == '"' {
		return !strings.ContainsAny(s[1:len(s)-1], "\"\\<>")
	}
	return !strings.ContainsAny(s, " ,;:<>()[]\"\\@")
}

// plain is s without anything that cleaning would change.
func plain(s string) string { return cleanLine(s) }
