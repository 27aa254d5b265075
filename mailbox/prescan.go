package mailbox

import (
	"bytes"
	"fmt"
)

// The limits that hold before anything is decoded (MAIL.md section 4). A message beyond them is read no further
// than its header.
const (
	maxRaw           = 2 << 20
	maxHeader        = 128 << 10
	maxMultiparts    = 12
	maxBoundaries    = 2000
	maxContinuations = 200
)

// Limits of what is kept of one message.
const (
	maxText      = 512 << 10 // bytes of decoded text, and of HTML
	maxLinks     = 100
	maxParts     = 300
	maxDepth     = 16
	maxDefects   = 20
	maxAddresses = 500
	maxIDs       = 200
	maxFields    = 2000
)

// scan is what the pre-scan counted. reason says which limit was passed, "" for none.
type scan struct {
	header        int // bytes up to and with the empty line
	multiparts    int
	boundaries    int
	continuations int
	reason        string
}

// prescan counts, in one pass and without decoding anything, what makes MIME parsers slow: nested multiparts,
// boundaries, and parameter continuations (RFC 2231). It counts more than a parser would see, never less.
func prescan(raw []byte) scan {
	s := scan{header: headerEnd(raw)}
	s.continuations = countContinuations(raw)
	for rest := raw; len(rest) > 0; {
		line := rest
		if i := bytes.IndexByte(rest, '\n'); i >= 0 {
			line, rest = rest[:i], rest[i+1:]
		} else {
			rest = nil
		}
		if len(line) < 2 {
			continue
		}
		switch line[0] {
		case '-':
			if line[1] == '-' && s.multiparts > 0 {
				s.boundaries++
			}
		case 'c', 'C', ' ', '\t':
			s.multiparts += countMultipart(line)
		}
	}
	switch {
	case s.header > maxHeader:
		s.reason = "header longer than 128 KiB"
	case s.multiparts > maxMultiparts:
		s.reason = fmt.Sprintf("%d multiparts", s.multiparts)
	case s.boundaries > maxBoundaries:
		s.reason = fmt.Sprintf("%d boundaries", s.boundaries)
	case s.continuations > maxContinuations:
		s.reason = fmt.Sprintf("%d parameter continuations", s.continuations)
	}
	return s
}

// headerEnd returns the length of the header block with its empty line, or len(raw) without one.
func headerEnd(raw []byte) int {
	for at := 0; at < len(raw); {
		i := bytes.IndexByte(raw[at:], '\n')
		if i < 0 {
			return len(raw)
		}
		if i == 0 || (i == 1 && raw[at] == '\r') {
			return at + i + 1
		}
		at += i + 1
	}
	return len(raw)
}

// cutHeader shortens a header block to maxHeader at the end of a line.
func cutHeader(raw []byte, p *parser) []byte {
	if headerEnd(raw) <= maxHeader {
		return raw
	}
	p.truncate("header longer than 128 KiB")
	cut := raw[:maxHeader]
	if i := bytes.LastIndexByte(cut, '\n'); i >= 0 {
		cut = cut[:i+1]
	}
	return cut
}

var multipart = []byte("multipart/")

// countMultipart counts "multipart/" in a line, in any case. Where the line holds it more than once each counts.
func countMultipart(line []byte) int {
	n := 0
	for {
		i := bytes.IndexByte(line, '/')
		if i < 0 {
			return n
		}
		if i >= 9 && bytes.EqualFold(line[i-9:i+1], multipart) {
			n++
		}
		line = line[i+1:]
	}
}

// countContinuations counts asterisk, digits, optional asterisk, equals sign: the sections of RFC 2231.
func countContinuations(raw []byte) int {
	n := 0
	for {
		i := bytes.IndexByte(raw, '*')
		if i < 0 {
			return n
		}
		raw = raw[i+1:]
		j := 0
		for j < len(raw) && j < 9 && raw[j] >= '0' && raw[j] <= '9' {
			j++
		}
		if j == 0 {
			continue
		}
		if j < len(raw) && raw[j] == '*' {
			j++
		}
		if j < len(raw) && raw[j] == '=' {
			n++
		}
	}
}
