package mailbox

import "strings"

// validID says whether s, without its angle brackets, can be a msg-id (RFC 5322 section 3.6.4) that is safe to write
// into a header again: printable ASCII without blanks and brackets, one @ with something on both sides. Ids without
// an @ are refused, although some senders write them.
func validID(s string) bool {
	if len(s) < 3 || len(s) > 900 {
		return false
	}
	at := strings.LastIndexByte(s, '@')
	if at <= 0 || at == len(s)-1 {
		return false
	}
	for i := 0; i < len(s); i++ {
		if c := s[i]; c <= ' ' || c >= 0x7f || c == '<' || c == '>' || c == ',' || c == ';' || c == '(' || c == ')' || c == '\\' || c == '"' {
			return false
		}
	}
	return true
}

// messageID returns the first valid id of value, with or without angle brackets.
func messageID(value string) string {
	if ids := messageIDs(value); len(ids) > 0 {
		return ids[0]
	}
	return ""
}

// messageIDs returns the valid ids of value in order, each once; what is no msg-id is dropped. Of more than maxIDs the
// first and the last ones stay.
func messageIDs(value string) []string {
	if value == "" {
		return nil
	}
	var out []string
	if !strings.Contains(value, "<") {
		for _, w := range strings.Fields(value) {
			if validID(w) {
				out = append(out, w)
			}
		}
	}
	for rest := value; ; {
		open := strings.IndexByte(rest, '<')
		if open < 0 {
			break
		}
		rest = rest[open+1:]
		shut := strings.IndexByte(rest, '>')
		if shut < 0 {
			break
		}
		id := rest[:shut]
		if strings.ContainsAny(id, " \t") { // a folded id
			id = strings.Join(strings.Fields(id), "")
		}
		if validID(id) {
			out = append(out, id)
		}
		rest = rest[shut+1:]
	}
	return once(out)
}

// once drops repeated ids and keeps at most maxIDs: the first and the newest.
func once(ids []string) []string {
	if len(ids) < 2 {
		return ids
	}
	seen := make(map[string]bool, len(ids))
	kept := ids[:0]
	for _, id := range ids {
		if !seen[id] {
			seen[id] = true
			kept = append(kept, id)
		}
	}
	if len(kept) > maxIDs {
		kept = append(kept[:1], kept[len(kept)-maxIDs+1:]...)
	}
	return kept
}
