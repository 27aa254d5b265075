package mailbox

import (
	"bytes"
	"strings"
)

// block is one run of text of the body: its plain form, its HTML form, or both as alternatives.
type block struct {
	plain, html string
	forwarded   bool // an attached message (message/rfc822)
}

// walker reads the MIME tree in one pass over bytes that are in memory. It decodes text, calendar and delivery status
// parts only; of all others it notes name and type. It declines what it cannot make sense of.
type walker struct {
	p         *parser
	header    []field // of the message
	seen      int
	blocks    []block
	calendars []calendarPart
	status    [][]field // groups of a message/delivery-status
	original  []field   // header of the mail that a delivery status notification returns
	report    bool      // multipart/report of a delivery status
	declined  string    // why another reader should try
}

// entity reads one MIME entity: its header fields and its body.
func (w *walker) entity(fields []field, body []byte, depth int) {
	if w.seen++; w.seen > maxParts || depth > maxDepth {
		w.p.truncate("too many parts")
		return
	}
	// A message without Content-Type is text (RFC 2045 section 5.2); so is one whose type makes no sense.
	m := mediaType(get(fields, "content-type"))
	if strings.HasPrefix(m.kind, "multipart/") {
		w.multipart(m, body, depth)
		return
	}
	disposition := mediaType(get(fields, "content-disposition"))
	name := disposition.param("filename")
	if name == "" {
		name = m.param("name")
	}
	encoding := get(fields, "content-transfer-encoding")
	// Text counts as attached only where it says so: some programs name every part.
	attached := disposition.kind == "attachment" || (disposition.kind != "inline" && name != "" && depth > 0)
	switch kind := m.kind; {
	case kind == "text/calendar", kind == "application/ics", kind == "text/x-vcalendar",
		strings.HasSuffix(strings.ToLower(name), ".ics"):
		text := w.text(body, encoding, m)
		if strings.Contains(text, "BEGIN:VCALENDAR") || strings.Contains(text, "begin:vcalendar") || strings.Contains(text, "BEGIN:VEVENT") {
			w.calendars = append(w.calendars, calendarPart{text, m.params["method"]})
		} else {
			w.attach(name, kind)
		}
	case kind == "message/delivery-status", kind == "message/global-delivery-status":
		w.deliveryStatus(w.text(body, encoding, m))
		w.report = true
	case kind == "message/rfc822", kind == "message/global", kind == "text/rfc822-headers", kind == "message/rfc822-headers",
		kind == "text/global-headers", kind == "message/global-headers":
		w.enclosed(body, encoding, strings.HasSuffix(kind, "headers"), depth)
	case attached && !(strings.HasPrefix(kind, "text/") && disposition.kind != "attachment"):
		w.attach(name, kind)
	case kind == "", kind == "text", kind == "text/plain", kind == "text/html", kind == "application/xhtml+xml",
		kind == "text/enriched", kind == "text/richtext", kind == "text/markdown", kind == "plain/text", kind == "html/text",
		!strings.Contains(kind, "/"):
		if attached && disposition.kind == "attachment" {
			w.attach(name, kind)
			return
		}
		w.addText(w.text(body, encoding, m), m)
	default:
		w.attach(name, kind)
	}
}

// addText files decoded text as plain or HTML.
func (w *walker) addText(text string, m media) {
	switch m.kind {
	case "text/html", "application/xhtml+xml", "text/enriched", "text/richtext", "html/text":
		w.blocks = append(w.blocks, block{html: text})
	default:
		if looksLikeHTML(text) {
			w.blocks = append(w.blocks, block{html: text})
			return
		}
		if strings.EqualFold(m.params["format"], "flowed") {
			text = unflow(text, strings.EqualFold(m.params["delsp"], "yes"))
		}
		w.blocks = append(w.blocks, block{plain: text})
	}
}

// looksLikeHTML finds HTML that is declared as plain text.
func looksLikeHTML(text string) bool {
	start := strings.TrimLeft(text[:min(len(text), 600)], " \t\r\n\ufeff")
	return prefixFold(start, "<!doctype html") || prefixFold(start, "<html")
}

// prefixFold is strings.HasPrefix without regard to case.
func prefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// attach notes a part whose content is not read.
func (w *walker) attach(name, kind string) {
	if len(w.p.msg.Attachments) < maxParts {
		w.p.msg.Attachments = append(w.p.msg.Attachments, Attachment{Name: name, Type: cleanLine(kind)})
	}
}

// text decodes a body to UTF-8 with LF lines; it is not yet cleaned.
func (w *walker) text(body []byte, encoding string, m media) string {
	raw, ok, cut := decodeTransfer(body, encoding, maxText)
	if !ok {
		w.p.defect("unknown transfer encoding")
	}
	if cut {
		w.p.truncate("long text: the rest is not read")
	}
	label := m.params["charset"]
	if strings.EqualFold(label, "utf-7") || strings.EqualFold(label, "unicode-1-1-utf-7") {
		w.decline("UTF-7")
	}
	if label == "" && strings.HasSuffix(m.kind, "html") {
		label = htmlCharset(raw)
	}
	if cut { // not in the middle of a character
		for i := 0; i < 3 && len(raw) > 0 && raw[len(raw)-1] >= 0x80; i++ {
			raw = raw[:len(raw)-1]
		}
	}
	text, ok := toUTF8(raw, label)
	if !ok {
		w.p.defect("text does not fit its charset")
	}
	if strings.IndexByte(text, '\r') >= 0 {
		text = strings.ReplaceAll(text, "\r\n", "\n")
	}
	return text
}

// htmlCharset finds the charset that an HTML page declares in its first kilobyte.
func htmlCharset(b []byte) string {
	head := bytes.ToLower(b[:min(len(b), 1024)])
	i := bytes.Index(head, []byte("charset="))
	if i < 0 {
		return ""
	}
	head = bytes.TrimLeft(head[i+8:], `"' `)
	if j := bytes.IndexAny(head, `"' ;/>`); j >= 0 {
		return string(head[:j])
	}
	return ""
}

// decline asks for another reader; the first reason counts.
func (w *walker) decline(why string) {
	if w.declined == "" {
		w.declined = why
	}
}

// multipart splits body at its boundary (RFC 2046 section 5.1). A missing end is accepted.
func (w *walker) multipart(m media, body []byte, depth int) {
	boundary := m.params["boundary"]
	if boundary == "" || len(boundary) > 200 {
		w.p.defect("multipart without boundary")
		boundary = guessBoundary(body)
	}
	parts, closed := splitParts(body, boundary)
	if len(parts) == 0 && boundary != "" { // the header names a boundary that the body does not have
		if guess := guessBoundary(body); guess != "" {
			parts, closed = splitParts(body, guess)
		}
	}
	if len(parts) == 0 {
		w.decline("multipart without parts")
		return
	}
	if !closed {
		w.p.defect("multipart without end")
	}
	if m.kind == "multipart/report" {
		w.report = w.report || strings.EqualFold(m.params["report-type"], "delivery-status")
	}
	first := len(w.blocks)
	for _, part := range parts {
		if w.seen >= maxParts {
			w.p.truncate("too many parts")
			break
		}
		var fields []field
		content := part
		switch { // a part that starts with an empty line has no header of its own
		case len(part) > 0 && part[0] == '\n':
			content = part[1:]
		case len(part) > 1 && part[0] == '\r' && part[1] == '\n':
			content = part[2:]
		default:
			fields, content = readPartFields(part, w.p)
		}
		if m.kind == "multipart/digest" && get(fields, "content-type") == "" {
			fields = append(fields, field{"content-type", "message/rfc822"})
		}
		w.entity(fields, content, depth+1)
	}
	switch m.kind {
	case "multipart/alternative":
		w.merge(first)
	case "multipart/related":
		w.root(first)
	}
}

// readPartFields reads the header of a part; text without any header is all body.
func readPartFields(part []byte, p *parser) ([]field, []byte) {
	head := part
	if end := headerEnd(part); end > maxHeader {
		p.truncate("part header longer than 128 KiB")
		head = part[:maxHeader]
	}
	return readFields(head, p)
}

// splitParts returns what lies between the boundary lines, and whether the closing one was there.
func splitParts(body []byte, boundary string) (parts [][]byte, closed bool) {
	if boundary == "" {
		return nil, false
	}
	delimiter := []byte("--" + boundary)
	start := -1
	for at := 0; at < len(body); {
		i := bytes.Index(body[at:], delimiter)
		if i < 0 {
			break
		}
		i += at
		at = i + len(delimiter)
		if i > 0 && body[i-1] != '\n' { // in the middle of a line
			continue
		}
		end := bytes.HasPrefix(body[at:], []byte("--"))
		line, rest := cutLine(body[at:])
		if t := bytes.TrimSpace(line); !end && len(t) > 0 {
			continue // a longer boundary that starts alike
		}
		if start >= 0 {
			part := body[start:i]
			// The line end in front of a boundary belongs to the boundary.
			part = bytes.TrimSuffix(part, []byte("\n"))
			part = bytes.TrimSuffix(part, []byte("\r"))
			parts = append(parts, part)
		}
		if end {
			return parts, true
		}
		start = len(body) - len(rest)
		at = start
		if len(parts) >= maxBoundaries {
			break
		}
	}
	if start >= 0 && start < len(body) {
		parts = append(parts, body[start:])
	}
	return parts, false
}

// guessBoundary finds the boundary that the header does not name, or names wrongly: a line that starts with two dashes
// and is followed by a Content field.
func guessBoundary(body []byte) string {
	for rest := body; len(rest) > 0; {
		var line []byte
		line, rest = cutLine(rest)
		if len(line) < 3 || len(line) > 200 || line[0] != '-' || line[1] != '-' {
			continue
		}
		if name, ok := fieldName(rest[:min(len(rest), 100)]); ok && strings.HasPrefix(name, "content-") {
			return string(bytes.TrimSpace(line[2:]))
		}
	}
	return ""
}

// merge makes the blocks from first on alternatives of each other (RFC 2046 section 5.1.4).
func (w *walker) merge(first int) {
	if len(w.blocks)-first < 2 {
		return
	}
	var one block
	for _, b := range w.blocks[first:] {
		if b.forwarded {
			one.forwarded = true
		}
		one.plain = joinText(one.plain, b.plain)
		one.html = joinText(one.html, b.html)
	}
	w.blocks = append(w.blocks[:first], one)
}

// root keeps the first block of a multipart/related: the others are its style sheets and pieces.
func (w *walker) root(first int) {
	if len(w.blocks)-first > 1 {
		w.blocks = w.blocks[:first+1]
	}
}

// pair makes alternatives of text parts that were fetched one by one.
func (w *walker) pair() {
	plain, html := 0, 0
	for _, b := range w.blocks {
		if b.plain != "" {
			plain++
		}
		if b.html != "" {
			html++
		}
	}
	if plain > 0 && html > 0 {
		w.merge(0)
	}
}

// joinText puts an empty line between two texts, either of which may be empty.
func joinText(a, b string) string {
	switch {
	case a == "":
		return b
	case b == "":
		return a
	}
	return strings.TrimRight(a, "\n") + "\n\n" + b
}

// enclosed reads a message inside of the message. Where a delivery status notification returns it, its header tells
// which mail bounced; elsewhere its text was forwarded.
func (w *walker) enclosed(body []byte, encoding string, headersOnly bool, depth int) {
	raw, _, cut := decodeTransfer(body, encoding, maxText)
	if cut {
		w.p.defect("long enclosed message: the rest is not read")
	}
	inner := parser{opt: w.p.opt}
	fields, rest := readFields(raw, &inner)
	if len(w.original) == 0 {
		w.original = fields
	}
	w.attach("", "message/rfc822")
	if headersOnly || w.report {
		return
	}
	inner.header(fields)
	sub := walker{p: &inner, seen: w.seen}
	sub.entity(fields, rest, depth+1)
	w.seen = sub.seen
	if inner.msg.Truncated {
		w.p.truncate("an enclosed message is too deep or too long")
	}
	w.calendars = append(w.calendars, sub.calendars...)
	var text string
	for _, b := range sub.blocks {
		t, _ := render(b)
		text = joinText(text, t)
	}
	if head := forwardedHead(&inner.msg); head != "" || text != "" {
		w.blocks = append(w.blocks, block{plain: head + "\n" + text, forwarded: true})
	}
}

// forwardedHead writes the header of an attached message as mail programs write it above forwarded text.
func forwardedHead(m *Message) string {
	var b strings.Builder
	line := func(name, value string) {
		if value != "" {
			b.WriteString(name + ": " + value + "\n")
		}
	}
	from := m.Author()
	line("From", strings.TrimSpace(from.Name+" <"+from.Address+">"))
	if !m.Date.IsZero() {
		line("Date", m.Date.Format("Mon, 2 Jan 2006 15:04 -0700"))
	}
	line("Subject", m.Subject)
	return b.String()
}
