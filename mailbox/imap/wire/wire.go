// Package wire reads the client's side of an IMAP conversation (RFC 9051) and says whether it keeps the law of the wire:
// only what reading, IDLE, APPEND and the withdrawal of an own untouched draft need.
//
// The client's tap, the embedded server and the tests share it. Literals and credentials never reach a recorded command.
package wire

import (
	"bytes"
	"strconv"
	"strings"
)

// maxLine bounds what is kept of one command; the rest of a longer line is dropped.
const maxLine = 16 << 10

// Splitter cuts the bytes that a client sends into commands. The zero value is ready; it is not safe for concurrent use.
type Splitter struct {
	line    []byte // the command so far, literals cut out
	literal int64  // octets of a literal still to pass over
}

// Write takes the next bytes and returns the commands that became complete with them, without their line ends.
// A literal stands as {n}; what LOGIN and AUTHENTICATE carry stands as "…".
func (s *Splitter) Write(b []byte) []string {
	var out []string
	for len(b) > 0 {
		if s.literal > 0 {
			n := min(s.literal, int64(len(b)))
			s.literal -= n
			b = b[n:]
			continue
		}
		i := bytes.IndexByte(b, '\n')
		if i < 0 {
			s.keep(b)
			return out
		}
		s.keep(b[:i])
		b = b[i+1:]
		if n, ok := literalAt(s.line); ok {
			s.literal = n
			s.line = append(bytes.TrimRight(s.line, "\r"), ' ')
			continue
		}
		line := strings.TrimRight(string(s.line), "\r ")
		s.line = s.line[:0]
		if c := s.redact(line); c != "" {
			out = append(out, c)
		}
	}
	return out
}

// keep adds to the line what there is room for.
func (s *Splitter) keep(b []byte) {
	if room := maxLine - len(s.line); len(b) > room {
		// The end decides whether a literal follows, so the middle is what goes.
		tail := b[max(0, len(b)-64):]
		b = append(append([]byte(nil), b[:max(0, room-64)]...), tail...)
	}
	s.line = append(s.line, b...)
}

// redact drops the tag and the credentials of a command line; "" for a line that is all credential.
func (s *Splitter) redact(line string) string {
	_, rest, ok := strings.Cut(line, " ")
	if !ok {
		if strings.EqualFold(line, "DONE") {
			return "DONE"
		}
		return "" // a SASL response, or nothing
	}
	name, _, _ := strings.Cut(rest, " ")
	switch strings.ToUpper(name) {
	case "LOGIN":
		return "LOGIN …"
	case "AUTHENTICATE":
		mech := strings.Fields(rest)
		if len(mech) > 1 {
			return "AUTHENTICATE " + mech[1] + " …"
		}
	}
	return rest
}

// literalAt reports the size of a literal announced at the end of line: {n}, {n+} or {n-}.
func literalAt(line []byte) (int64, bool) {
	line = bytes.TrimRight(line, "\r")
	if !bytes.HasSuffix(line, []byte("}")) {
		return 0, false
	}
	open := bytes.LastIndexByte(line, '{')
	if open < 0 {
		return 0, false
	}
	num := strings.TrimRight(string(line[open+1:len(line)-1]), "+-")
	n, err := strconv.ParseInt(num, 10, 64)
	return n, err == nil && n >= 0
}
