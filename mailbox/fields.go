package mailbox

import (
	"bytes"
	"strings"
)

// field is one header field: its name in lower case, its value unfolded and not yet decoded.
type field struct{ name, value string }

// get returns the value of the first field of that name, "" without one.
func get(fields []field, name string) string {
	for i := range fields {
		if fields[i].name == name {
			return fields[i].value
		}
	}
	return ""
}

// readFields splits raw into header fields and body. It is lenient where RFC 5322 is not: bare LF or CR, an mbox
// "From " line in front, lines that are no field. Without any field the whole of raw is body.
func readFields(raw []byte, p *parser) (fields []field, body []byte) {
	rest := bytes.TrimLeft(raw, "\r\n")
	rest = bytes.TrimPrefix(rest, []byte("\xef\xbb\xbf"))
	if bytes.HasPrefix(rest, []byte("From ")) || bytes.HasPrefix(rest, []byte(">From ")) {
		_, rest = cutLine(rest)
	}
	fields = make([]field, 0, 24)
	open := false // the last field may be continued
	for len(rest) > 0 {
		line, next := cutLine(rest)
		if len(line) == 0 {
			return fields, next
		}
		if line[0] == ' ' || line[0] == '\t' { // behind a line that was no field: passed over like that one
			if len(bytes.TrimSpace(line)) == 0 && !fieldAhead(next) {
				return fields, next // an empty line with stray blanks
			}
			if open {
				line, next = unfold(rest)
				last := &fields[len(fields)-1]
				last.value += " " + string(line)
			}
			rest = next
			continue
		}
		name, ok := fieldName(line)
		if !ok {
			// A header goes on behind a broken line, a body does not: what follows decides.
			if len(fields) == 0 && !fieldAhead(next) {
				p.defect("no header")
				return fields, rest
			}
			if !fieldAhead(next) {
				p.defect("no empty line after the header")
				return fields, rest
			}
			p.defect("a header line that is no field")
			open, rest = false, next
			continue
		}
		if len(fields) >= maxFields {
			p.truncate("too many header fields")
			return fields, raw[headerEnd(raw):]
		}
		line, next = unfold(rest)
		value := bytes.TrimSpace(line[bytes.IndexByte(line, ':')+1:])
		fields = append(fields, field{name, string(value)})
		open, rest = true, next
	}
	return fields, nil
}

// cutLine returns the first line of b without its line end, and what follows.
func cutLine(b []byte) (line, rest []byte) {
	i := bytes.IndexByte(b, '\n')
	if i < 0 {
		return bytes.TrimSuffix(b, []byte("\r")), nil
	}
	line, rest = b[:i], b[i+1:]
	if i > 0 && line[i-1] == '\r' {
		line = line[:i-1]
	}
	return line, rest
}

// unfold returns the first logical line of b: the line and the indented ones that follow, joined by one blank.
func unfold(b []byte) (line, rest []byte) {
	line, rest = cutLine(b)
	if len(rest) == 0 || (rest[0] != ' ' && rest[0] != '\t') {
		return line, rest
	}
	joined := append(make([]byte, 0, len(line)+128), line...)
	for len(rest) > 0 && (rest[0] == ' ' || rest[0] == '\t') {
		more, next := cutLine(rest)
		more = bytes.TrimSpace(more)
		if len(more) == 0 {
			break
		}
		joined = append(append(joined, ' '), more...)
		rest = next
	}
	return joined, rest
}

// fieldName returns the name of the field that line starts, in lower case.
func fieldName(line []byte) (string, bool) {
	i := bytes.IndexByte(line, ':')
	if i <= 0 || i > 76 {
		return "", false
	}
	name := bytes.TrimRight(line[:i], " \t")
	var lower [76]byte
	for j, c := range name {
		if c <= ' ' || c >= 0x7f {
			return "", false
		}
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		lower[j] = c
	}
	if usual, ok := known[string(lower[:len(name)])]; ok {
		return usual, true
	}
	return string(lower[:len(name)]), len(name) > 0
}

// fieldAhead says whether one of the next three lines, before any empty one, starts a well-known field.
func fieldAhead(b []byte) bool {
	for range 3 {
		var line []byte
		line, b = cutLine(b)
		if len(line) == 0 {
			return false
		}
		if name, ok := fieldName(line); ok && (known[name] != "" || strings.HasPrefix(name, "x-")) {
			return true
		}
	}
	return false
}

// known are the fields by which a header is told from text that happens to hold a colon. The value is the name itself,
// so that reading it costs no memory.
var known = func() map[string]string {
	m := map[string]string{}
	for _, name := range strings.Fields(`from to cc bcc subject date message-id in-reply-to references reply-to sender received return-path
		mime-version content-type content-transfer-encoding content-disposition content-id content-length list-id list-unsubscribe
		delivered-to dkim-signature authentication-results errors-to precedence auto-submitted status priority importance lines
		organization user-agent thread-topic final-recipient original-recipient action diagnostic-code reporting-mta`) {
		m[name] = name
	}
	return m
}()
