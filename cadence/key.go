package cadence

import (
	"crypto/sha256"
	"encoding/hex"
	"sort"
	"strings"

	"heardback/employer"
)

// stepKey hashes what makes a step the same for ever: its kind, its recipient and what caused it.
func stepKey(kind Kind, address, cause string) string {
	h := sha256.Sum256([]byte(string(kind) + "\x00" + strings.ToLower(address) + "\x00" + cause))
	return hex.EncodeToString(h[:16])
}

// mergedCause names the causes of a merged draft so that each can be found again: one "kind:cause" per line.
func mergedCause(parts []Part) string {
	lines := make([]string, len(parts))
	for i, p := range parts {
		lines[i] = string(p.Kind) + ":" + p.Cause
	}
	sort.Strings(lines)
	return strings.Join(lines, "\n")
}

// causes reports whether the draft was caused, alone or merged with others, by kind and cause.
func causes(d *employer.Draft, kind Kind, cause string) bool {
	if Kind(d.Kind) == kind && d.Cause == cause {
		return true
	}
	if !strings.Contains(d.Cause, "\n") {
		return false
	}
	want := string(kind) + ":" + cause
	for _, line := range strings.Split(d.Cause, "\n") {
		if line == want {
			return true
		}
	}
	return false
}

// mergedOf splits a draft into the kinds and causes that it was merged from; nil if it was not.
func mergedOf(d *employer.Draft) []Part {
	if !strings.Contains(d.Cause, "\n") {
		return nil
	}
	var parts []Part
	for _, line := range strings.Split(d.Cause, "\n") {
		kind, cause, _ := strings.Cut(line, ":")
		parts = append(parts, Part{Kind: Kind(kind), Cause: cause})
	}
	return parts
}
