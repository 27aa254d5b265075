package mailbox

import (
	"strings"
)

// pieces is the text of a mail taken apart.
type pieces struct {
	text, quoted, signature string
	forwarded               bool
}

// splitText tells the new text of a mail from the earlier mail that it quotes and from its signature. In doubt a line
// stays in the new text. Forwarded text stays there too: it is what the mail is about.
func splitText(text, subject string, reply bool) pieces {
	var p pieces
	lines := strings.Split(text, "\n")
	forward := forwardSubject(subject)
	fresh := make([]string, 0, len(lines))
	last := lastFresh(lines)
	var quoted []string
	for i := 0; i < len(lines); i++ {
		line := lines[i]
		if mark, body := quoteMark(line); mark > 0 {
			if p.forwarded && mark == 1 && last < i {
				fresh = append(fresh, body)
				continue
			}
			quoted = append(quoted, body)
			continue
		}
		if !startsQuote(line) {
			fresh = append(fresh, line)
			continue
		}
		switch kind, n := separator(lines[i:]); kind {
		case forwardLine:
			// Keep the header block below it too: it says who wrote the forwarded mail.
			p.forwarded = true
			head := headerBlock(skipBlank(lines[i+n:]))
			if head > 0 {
				n += len(lines[i+n:]) - len(skipBlank(lines[i+n:])) + head
			}
			fresh = append(fresh, lines[i:i+n]...)
			i += n - 1
		case originalLine, headerLine:
			// Outlook writes the same block above a forwarded mail and above an answered one. The subject tells, or
			// that there is nothing else in the mail.
			if forward || (!reply && !p.forwarded && !hasWords(fresh)) {
				p.forwarded = true
				fresh = append(fresh, lines[i:i+n]...)
				i += n - 1
				forward = false // a second one inside is the mail that the forwarded one answered
				continue
			}
			quoted = append(quoted, unmark(lines[i:])...)
			i = len(lines)
		case attribution:
			rest := skipBlank(lines[i+n:])
			// With marked lines below, the marks say where the quoted text ends; without them it goes to the end.
			marked := len(rest) > 0 && strings.HasPrefix(strings.TrimSpace(rest[0]), ">")
			if !marked && len(rest) > 0 && !hasWords(fresh) && !reply {
				fresh = append(fresh, line)
				continue
			}
			quoted = append(quoted, lines[i:i+n]...)
			i += n - 1
			if !marked {
				quoted = append(quoted, unmark(lines[i+1:])...)
				i = len(lines)
			}
		default:
			fresh = append(fresh, line)
		}
	}
	if !hasWords(fresh) && len(quoted) > 0 && !reply {
		// Nothing but quoted text: somebody passed a mail on without a word.
		p.forwarded = true
		fresh, quoted = append(fresh, quoted...), nil
	}
	body, signature := splitSignature(trimBlank(fresh))
	p.text, p.signature = squeeze(body), squeeze(signature)
	p.quoted = squeeze(quoted)
	return p
}

// quoteMark returns the depth of the quote marks in front of line and the line without them.
func quoteMark(line string) (depth int, body string) {
	body = line
	for {
		t := strings.TrimLeft(body, " \t")
		if len(body)-len(t) > 3 || !strings.HasPrefix(t, ">") {
			break
		}
		body = t[1:]
		depth++
	}
	if depth == 0 {
		return 0, line
	}
	return depth, strings.TrimPrefix(body, " ")
}

// unmark takes the quote marks off lines.
func unmark(lines []string) []string {
	out := make([]string, len(lines))
	for i, l := range lines {
		_, out[i] = quoteMark(l)
	}
	return out
}

// hasWords says whether any line holds more than white space.
func hasWords(lines []string) bool {
	for _, l := range lines {
		if strings.TrimSpace(l) != "" {
			return true
		}
	}
	return false
}

// lastFresh returns the index of the last line that is neither quoted nor empty, -1 without one.
func lastFresh(lines []string) int {
	for i := len(lines) - 1; i >= 0; i-- {
		if mark, _ := quoteMark(lines[i]); mark == 0 && strings.TrimSpace(lines[i]) != "" {
			return i
		}
	}
	return -1
}

// skipBlank drops empty lines in front.
func skipBlank(lines []string) []string {
	for len(lines) > 0 && strings.TrimSpace(lines[0]) == "" {
		lines = lines[1:]
	}
	return lines
}

// trimBlank drops empty lines at both ends.
func trimBlank(lines []string) []string {
	lines = skipBlank(lines)
	for len(lines) > 0 && strings.TrimSpace(lines[len(lines)-1]) == "" {
		lines = lines[:len(lines)-1]
	}
	return lines
}

// squeeze joins lines without trailing blanks and with at most one empty line in a row.
func squeeze(lines []string) string {
	var b strings.Builder
	empty := 0
	for _, l := range trimBlank(lines) {
		l = strings.TrimRight(l, " \t")
		if strings.TrimSpace(l) == "" {
			empty++
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('\n')
			if empty > 0 {
				b.WriteByte('\n')
			}
		}
		empty = 0
		b.WriteString(l)
	}
	return b.String()
}
