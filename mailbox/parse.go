package mailbox

import (
	"bytes"
	"errors"
	"fmt"
	"io"
)

// Options say what Parse may trust and whose mailbox it reads.
type Options struct {
	// Own are the user's addresses; a From among them makes the message Own.
	Own []string
	// AuthServID is the authserv-id (RFC 8601) whose results are trusted; "" trusts none.
	AuthServID string
}

// Part is one MIME part that was fetched by itself: its MIME header (may be empty: then the message's own Content
// fields describe it) and its body, still in its transfer encoding.
type Part struct {
	Header    []byte
	Body      []byte
	Truncated bool // the body was cut by whoever fetched it
}

// errEmpty is returned where there is nothing that could be called a mail.
var errEmpty = errors.New("no message: nothing but white space")

// guard turns a panic into an error. What strangers write may find a fault that no test has found: that message is set aside, and the next
// one is read.
func guard(err *error) {
	if fault := recover(); fault != nil {
		*err = fmt.Errorf("the parser has a fault that this message shows: %v", fault)
	}
}

// Parse reads one raw message. It fails only when r fails or holds nothing but white space, or upon a fault of its own: whatever else is wrong
// with a mail is listed in Defects, and what can be read of it is read. Of r it reads at most 2 MiB; a longer
// message is Truncated. A message beyond the limits of the pre-scan gives its header only.
func Parse(r io.Reader, o Options) (m Message, err error) {
	defer guard(&err)
	raw, err := readLimited(r)
	if err != nil {
		return Message{}, fmt.Errorf("reading a message: %w", err)
	}
	return parse(raw, o)
}

// readLimited reads one byte more than maxRaw, so that the caller can tell that there was more.
func readLimited(r io.Reader) ([]byte, error) {
	size := 0
	if l, ok := r.(interface{ Len() int }); ok {
		size = min(l.Len(), maxRaw+1)
	}
	buf := bytes.NewBuffer(make([]byte, 0, size+bytes.MinRead))
	if _, err := buf.ReadFrom(io.LimitReader(r, maxRaw+1)); err != nil {
		return nil, err
	}
	return buf.Bytes(), nil
}

// parse reads a message that is in memory: header, pre-scan, fast path, and enmime where that one declined.
func parse(raw []byte, o Options) (Message, error) {
	if len(bytes.TrimSpace(raw)) == 0 {
		return Message{}, errEmpty
	}
	p := parser{opt: o}
	if len(raw) > maxRaw {
		raw = raw[:maxRaw]
		p.truncate("longer than 2 MiB: the rest is not read")
	}
	s := prescan(raw)
	fields, body := readFields(raw, &p)
	p.header(fields)
	if s.reason != "" {
		p.truncate(s.reason + ": only the header is read")
		return p.finish(nil), nil
	}
	w := walker{p: &p, header: fields}
	w.entity(fields, body, 0)
	if w.declined != "" {
		w = p.slowly(raw, w, s)
	}
	return p.finish(&w), nil
}

// ParseHeader reads a header block, complete or of chosen fields only. Size is left to the caller. Key is empty
// where no usable Message-ID names the message, since the key of such a message needs its text.
func ParseHeader(raw []byte, o Options) (h Header, err error) {
	defer guard(&err)
	if len(raw) == 0 {
		return Header{}, errEmpty
	}
	p := parser{opt: o}
	fields, _ := readFields(cutHeader(raw, &p), &p)
	p.header(fields)
	p.msg.Key = p.msg.ID
	return Header{Message: p.msg, ContentType: mediaType(get(fields, "content-type")).kind}, nil
}

// ParseParts reads a message of which only the header and some parts were fetched: text, calendar and delivery
// status parts. A text/plain and a text/html part are taken as alternatives of each other.
func ParseParts(header []byte, parts []Part, o Options) (m Message, err error) {
	defer guard(&err)
	if len(bytes.TrimSpace(header)) == 0 && len(parts) == 0 {
		return Message{}, errEmpty
	}
	p := parser{opt: o}
	fields, _ := readFields(cutHeader(header, &p), &p)
	p.header(fields)
	w := walker{p: &p, header: fields}
	for i, part := range parts {
		if i == maxParts {
			p.truncate("too many parts")
			break
		}
		if part.Truncated {
			p.truncate("a part was not read to its end")
		}
		own := fields
		if len(bytes.TrimSpace(part.Header)) > 0 {
			own, _ = readFields(cutHeader(part.Header, &p), &p)
		}
		body := part.Body
		if len(body) > maxRaw {
			body = body[:maxRaw]
			p.truncate("a part is longer than 2 MiB")
		}
		if s := prescan(body); s.reason != "" {
			p.truncate(s.reason + ": a part is not read")
			continue
		}
		w.entity(own, body, 0)
	}
	w.pair()
	return p.finish(&w), nil
}

// parser gathers one message on its way through the stages, each in a file of its own:
//
//	prescan.go   counts what makes MIME parsers slow, before any of them sees a byte
//	fields.go    splits header and body; header.go reads what the header says
//	walk.go      walks the MIME tree in memory and decodes text, calendar and status parts
//	enmime.go    reads again, within narrow limits, what the walk could make nothing of
//	render.go    chooses between plain text and HTML; html.go renders
//	quote.go     tells new text, quoted text and signature apart
//	finish.go    puts the message together
type parser struct {
	opt Options
	msg Message
}

// defect notes what is wrong with the mail, each phrase once and at most maxDefects of them.
func (p *parser) defect(what string) {
	if len(p.msg.Defects) >= maxDefects {
		return
	}
	for _, d := range p.msg.Defects {
		if d == what {
			return
		}
	}
	p.msg.Defects = append(p.msg.Defects, what)
}

// truncate notes that something was left unread, and why.
func (p *parser) truncate(why string) {
	p.msg.Truncated = true
	p.defect(why)
}
