package imap

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
)

// Limits on what one response may hold, far above what honest servers send and far below what hurts: go-imap recurses
// on every "(" of a BODYSTRUCTURE and believes every literal size (MAIL.md section 4).
const (
	maxDepth    = 200
	maxLiteral  = 3 << 20
	maxResponse = 16 << 20
	maxText     = 64 << 10 // a status response
)

// scanner follows the server's side of the protocol octet by octet, just closely enough to know literals, quoted strings
// and lists apart. Where it and go-imap could read an octet differently, it refuses.
type scanner struct {
	head    []byte // the start of the response, until its kind is known
	kind    responseKind
	depth   int
	closed  bool // a "]" was seen in a status response
	quoted  bool
	escaped bool
	num     int64 // size of a literal being announced
	state   literalState
	literal int64 // octets of the literal still to come
	size    int64
	bye     string // text of the last untagged BYE
}

type responseKind byte

const (
	unknownKind    responseKind = iota
	statusKind                  // OK, NO, BAD, BYE, PREAUTH, tagged and continuation: text up to the line's end
	structuredKind              // everything else
	capabilityKind              // CAPABILITY: atoms only; go-imap spins for ever on a list there
)

type literalState byte

const (
	noLiteral literalState = iota
	literalDigits
	literalBrace
	literalCR
)

// feed takes the next octets and fails with errHostile once they break a limit.
func (s *scanner) feed(b []byte) error {
	for len(b) > 0 {
		if s.literal > 0 {
			n := min(s.literal, int64(len(b)))
			s.literal -= n
			s.size += n
			b = b[n:]
			if s.size > maxResponse {
				return fmt.Errorf("%w: a response of more than %d MiB", errHostile, maxResponse>>20)
			}
			continue
		}
		if n := s.plain(b); n > 0 {
			s.size += int64(n)
			b = b[n:]
			continue
		}
		if err := s.octet(b[0]); err != nil {
			return err
		}
		b = b[1:]
	}
	return nil
}

// plain counts the octets at the start of b that change nothing but the size: most of what is no literal.
func (s *scanner) plain(b []byte) int {
	if s.kind != structuredKind || s.state != noLiteral || s.escaped || s.size+int64(len(b)) > maxResponse {
		return 0
	}
	if s.quoted {
		if n := bytes.IndexAny(b, `"\`); n >= 0 {
			return n
		}
		return len(b)
	}
	for n, c := range b {
		if c == '"' || c == '{' || c == '(' || c == ')' || c == '\n' {
			return n
		}
	}
	return len(b)
}

// octet follows one octet outside of literals.
func (s *scanner) octet(c byte) error {
	if s.size++; s.size > maxResponse {
		return fmt.Errorf("%w: a response of more than %d MiB", errHostile, maxResponse>>20)
	}
	if len(s.head) < 512 {
		s.head = append(s.head, c)
	}
	if s.kind == unknownKind && (c == ' ' || c == '\r' || c == '\n' || c == '(' || len(s.head) == 1 || len(s.head) > 32) { // else it tells no more than before
		s.kind = kindOf(s.head)
	}
	if s.kind == capabilityKind && c == '(' {
		return errList
	}
	if s.kind != structuredKind && s.kind != capabilityKind {
		if s.size > maxText {
			return fmt.Errorf("%w: an endless line", errHostile)
		}
		switch c {
		case '(':
			if !s.closed && codeCapability.Match(s.head) {
				return errList
			}
		case ']':
			s.closed = true
		case '\n':
			return s.end()
		}
		return nil
	}
	switch s.state {
	case literalDigits:
		switch {
		case c >= '0' && c <= '9':
			if s.num = s.num*10 + int64(c-'0'); s.num > maxLiteral {
				return fmt.Errorf("%w: a literal of more than %d MiB", errHostile, maxLiteral>>20)
			}
			return nil
		case c == '}':
			s.state = literalBrace
			return nil
		}
		return fmt.Errorf("%w: a malformed literal", errHostile)
	case literalBrace, literalCR:
		switch {
		case c == '\r' && s.state == literalBrace:
			s.state = literalCR
			return nil
		case c == '\n':
			s.state, s.literal = noLiteral, s.num
			return nil
		}
		return fmt.Errorf("%w: a malformed literal", errHostile)
	}
	switch {
	case s.escaped:
		s.escaped = false
	case s.quoted:
		switch c {
		case '\\':
			s.escaped = true
		case '"':
			s.quoted = false
		}
	case c == '"':
		s.quoted = true
	case c == '{':
		s.state, s.num = literalDigits, 0
	case c == '(':
		if s.depth++; s.depth > maxDepth {
			return fmt.Errorf("%w: lists nested more than %d deep", errHostile, maxDepth)
		}
	case c == ')':
		s.depth--
	case c == '\n':
		return s.end()
	}
	return nil
}

// end closes a response.
func (s *scanner) end() error {
	if s.kind == statusKind && !s.closed && code.Match(s.head) {
		return fmt.Errorf("%w: a response code without an end", errHostile)
	}
	if n := len("* BYE"); s.kind == statusKind && len(s.head) >= n && bytes.EqualFold(s.head[:n], []byte("* BYE")) {
		s.bye = string(bytes.TrimSpace(s.head[n:]))
	}
	*s = scanner{head: s.head[:0], bye: s.bye}
	return nil
}

// kindOf tells from the start of a response how go-imap will read the rest, unknownKind while it is too short to tell.
// go-imap also takes "* 12 OK" for a status response.
func kindOf(head []byte) responseKind {
	if head[0] != '*' {
		return statusKind
	}
	rest := bytes.TrimLeft(head[1:], " ")
	for {
		i := bytes.IndexAny(rest, " \r\n(")
		if i < 0 {
			if len(rest) > 32 {
				return structuredKind
			}
			return unknownKind
		}
		switch word := strings.ToUpper(string(rest[:i])); {
		case status[word]:
			return statusKind
		case word == "CAPABILITY":
			return capabilityKind
		case i == 0 || rest[i] != ' ' || strings.Trim(word, "0123456789") != "":
			return structuredKind
		}
		rest = rest[i+1:]
	}
}

var status = map[string]bool{"OK": true, "NO": true, "BAD": true, "BYE": true, "PREAUTH": true}

// code matches a status response that begins with a response code; go-imap reads on for its "]" beyond the line's end, and
// does so before it looks whether the response is one at all.
var code = regexp.MustCompile(`(?i)^[^+ ]\S* (\d+ )?\S+ ?\[`)

var codeCapability = regexp.MustCompile(`(?i)^[^+ ]\S* (\d+ )?\S+ ?\[CAPABILITY`)

var errList = fmt.Errorf("%w: a list among its capabilities", errHostile)
