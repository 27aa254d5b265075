package config

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// Value is what a key of a configuration is to hold, as it stands in the file.
type Value string

// Text is the Value of a string, or of a list of strings.
func Text[T string | []string](v T) Value {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(v) // strings always encode, and a JSON string is a TOML string
	return Value(strings.TrimSpace(b.String()))
}

// Unset is the Value of a key that is to have its default: its line becomes a comment.
const Unset Value = ""

var (
	keyLine     = regexp.MustCompile(`^(# )?([a-z0-9_]+) = (.*?)(\s+# .*)?$`)
	sectionLine = regexp.MustCompile(`^\[+([a-z.]+)\]+$`)
)

// Fill returns the manual with the values of keys ("seeker.name") set in their places and all comments kept. A key that the manual
// does not mention is an error.
func Fill(manual string, values map[string]Value) (string, error) {
	var out []string
	section, done := "", map[string]bool{}
	for _, line := range strings.Split(manual, "\n") {
		if m := sectionLine.FindStringSubmatch(line); m != nil {
			section = m[1] + "."
		}
		m := keyLine.FindStringSubmatch(line)
		if m == nil || done[section+m[2]] {
			out = append(out, line)
			continue
		}
		v, ok := values[section+m[2]]
		switch {
		case !ok:
		case v == Unset && m[1] == "":
			line = "# " + line
		case v != Unset:
			line = fmt.Sprintf("%s = %s%s", m[2], v, m[4])
		}
		done[section+m[2]] = ok
		out = append(out, line)
	}
	var missing []string
	for k := range values {
		if !done[k] {
			missing = append(missing, k)
		}
	}
	if len(missing) > 0 {
		slices.Sort(missing)
		return "", fmt.Errorf("the manual of the configuration has no line for %s", strings.Join(missing, ", "))
	}
	return strings.Join(out, "\n"), nil
}
