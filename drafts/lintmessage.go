package drafts

import (
	"bytes"
	netmail "net/mail"
	"slices"
)

// allowedHeaders is every field that a draft may carry (MAIL.md section 1): some clients send whatever else stands in a draft
// on to the employer.
var allowedHeaders = []string{"Date", "From", "To", "Subject", "Message-Id", "In-Reply-To", "References", "Mime-Version",
	"Content-Type", "Content-Transfer-Encoding"}

// lintMessage looks at the finished bytes as a stranger's program would: each field once and allowed, one sender, one recipient
// (rule 11: no Cc), CRLF throughout (RFC 5322 section 2.3), no line over 998 octets (section 2.1.1). It repeats what build and
// headers promise, because what goes wrong here goes to an employer.
func lintMessage(raw []byte) []LintFinding {
	m, err := netmail.ReadMessage(bytes.NewReader(raw))
	if err != nil {
		return []LintFinding{{Rule: "message", Text: "cannot be read back: " + err.Error()}}
	}
	var out []LintFinding
	for field, values := range m.Header {
		if !slices.Contains(allowedHeaders, field) {
			out = append(out, LintFinding{Rule: "header", Text: "holds the field " + field})
		}
		if len(values) > 1 {
			out = append(out, LintFinding{Rule: "header", Text: "holds " + field + " twice"})
		}
	}
	for _, field := range []string{"Date", "From", "To", "Subject", "Message-Id"} {
		if m.Header.Get(field) == "" {
			out = append(out, LintFinding{Rule: "header", Text: "lacks " + field})
		}
	}
	for _, field := range []string{"From", "To"} {
		if list, err := m.Header.AddressList(field); err != nil || len(list) != 1 {
			out = append(out, LintFinding{Rule: "header", Text: field + " does not hold exactly one address"})
		}
	}
	if bytes.Contains(bytes.ReplaceAll(raw, []byte("\r\n"), nil), []byte("\n")) || bytes.Contains(bytes.ReplaceAll(raw, []byte("\r\n"), nil), []byte("\r")) {
		out = append(out, LintFinding{Rule: "message", Text: "holds a bare CR or LF"})
	}
	for line := range bytes.Lines(raw) {
		if len(line) > 1000 {
			out = append(out, LintFinding{Rule: "message", Text: "holds a line longer than RFC 5322 allows"})
			break
		}
	}
	return out
}
