package mailbox

import (
	"mime"
	"strings"
)

// media is a Content-Type or Content-Disposition: its kind in lower case and its parameters.
type media struct {
	kind   string
	params map[string]string
}

// mediaType reads value leniently: what the mime package refuses is split at its semicolons.
func mediaType(value string) media {
	if value == "" {
		return media{}
	}
	const longest = 8 << 10
	if len(value) > longest {
		value = value[:longest]
	}
	if kind, params, err := mime.ParseMediaType(value); err == nil {
		return media{strings.ToLower(kind), params}
	}
	// The usual faults: a parameter twice, a quote that is never closed, a comma or blanks in the type.
	parts := splitOutside(value, ';')
	m := media{kind: strings.ToLower(strings.TrimSpace(parts[0])), params: map[string]string{}}
	if i := strings.IndexAny(m.kind, " \t,"); i > 0 {
		m.kind = m.kind[:i]
	}
	for _, part := range parts[1:] {
		name, v, ok := strings.Cut(part, "=")
		name = strings.ToLower(strings.TrimSpace(name))
		if !ok || name == "" {
			continue
		}
		if _, twice := m.params[name]; !twice {
			m.params[name] = strings.Trim(strings.TrimSpace(v), `"'`)
		}
	}
	return m
}

// param returns a parameter decoded to clean text.
func (m media) param(name string) string {
	return decodeWords(m.params[name])
}

// splitOutside splits s at sep outside of double quotes.
func splitOutside(s string, sep byte) []string {
	var out []string
	start, quoted := 0, false
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			if quoted {
				i++
			}
		case '"':
			quoted = !quoted
		case sep:
			if !quoted {
				out = append(out, s[start:i])
				start = i + 1
			}
		}
	}
	return append(out, s[start:])
}
