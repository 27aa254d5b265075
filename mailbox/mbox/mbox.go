package mbox

import (
	"bufio"
	"bytes"
	"io"
	"strconv"
)

// source reads lines and knows where it is.
type source struct {
	in     *bufio.Reader
	at     io.ReaderAt // nil where the input cannot be looked at elsewhere
	offset int64       // of the next byte
	whole  bool        // the last line started at the start of a line
	inside bool        // the next one continues a long line
}

// line returns the next line with its line end. A line longer than the buffer comes in pieces.
func (s *source) line() ([]byte, error) {
	s.whole = !s.inside
	b, err := s.in.ReadSlice('\n')
	s.offset += int64(len(b))
	s.inside = err == bufio.ErrBufferFull
	if s.inside || (err == io.EOF && len(b) > 0) {
		err = nil
	}
	return b, err
}

// mbox reads a file of many messages (RFC 4155 and its older relatives). A message ends at a line that starts with
// "From " and is a separator; where its Content-Length leads exactly to such a line or to the end of the file, that
// decides (mboxcl, mboxcl2). One ">" is taken off lines of ">" and "From " (mboxo, mboxrd), but not where the length
// decided and the text holds an unquoted one: that is mboxcl2, which quotes nothing.
func (w *walk) mbox(f file, src *source) error {
	m := mboxReader{w: w, src: src, path: f.path}
	for {
		line, err := src.line()
		if err == io.EOF {
			return m.end()
		}
		if err != nil {
			if e := m.end(); e != nil {
				return e
			}
			return w.failed(f.path, src.offset, err)
		}
		if err := m.take(line); err != nil {
			return err
		}
	}
}

// mboxReader gathers the message that is being read in the buffer of its walk.
type mboxReader struct {
	w      *walk
	src    *source
	path   string
	open   bool // a message has begun
	item   Item
	header bool  // within the header
	length int64 // Content-Length, -1 without
	until  int64 // the offset up to which Content-Length reaches, 0 when it does not count
	blank  bool  // the last line was empty
	bare   bool  // an unquoted "From " line within the length
	undo   []int // where in the buffer a ">" was taken off
}

// take reads one line.
func (m *mboxReader) take(line []byte) error {
	start := m.src.offset - int64(len(line))
	if m.src.whole && m.open && m.until > 0 && start >= m.until {
		m.until = 0
		m.blank = true
	}
	if m.src.whole && bytes.HasPrefix(line, []byte("From ")) {
		line = bytes.Clone(line) // looking ahead moves the buffer
		switch {
		case m.until > 0 && start < m.until:
			m.bare = true
		case !m.open || m.separator(line):
			if err := m.end(); err != nil {
				return err
			}
			m.begin()
			return nil
		}
	}
	if !m.open {
		if len(bytes.TrimSpace(line)) == 0 {
			return nil
		}
		m.begin()
		m.item.Offset = start
	}
	text := bytes.TrimRight(line, "\r\n")
	if m.header && m.src.whole {
		if len(text) == 0 {
			m.header = false
			line = bytes.Clone(line) // looking ahead moves the buffer
			m.bodyStart()
			text = nil
		} else if name, value, ok := bytes.Cut(text, []byte(":")); ok && bytes.EqualFold(name, []byte("Content-Length")) {
			if n, err := strconv.ParseInt(string(bytes.TrimSpace(value)), 10, 64); err == nil && n >= 0 {
				m.length = n
			}
		}
	} else if m.src.whole && isQuotedFrom(line) {
		m.undo = append(m.undo, len(m.w.buf))
		if len(m.undo) > 10000 {
			m.undo = m.undo[:10000]
		}
		line = line[1:]
	}
	m.blank = m.src.whole && len(text) == 0
	m.add(line)
	return nil
}

// begin starts a message behind its separator.
func (m *mboxReader) begin() {
	m.w.buf = m.w.buf[:0]
	m.open, m.header, m.blank, m.bare = true, true, false, false
	m.length, m.until = -1, 0
	m.undo = m.undo[:0]
	m.item = Item{Path: m.path, Offset: m.src.offset}
}

// add appends to the message up to MaxRaw.
func (m *mboxReader) add(b []byte) {
	if room := MaxRaw - len(m.w.buf); len(b) > room {
		b = b[:max(room, 0)]
		m.item.Truncated = true
	}
	m.w.buf = append(m.w.buf, b...)
}

// end hands over the message that is open.
func (m *mboxReader) end() error {
	if !m.open {
		return nil
	}
	m.open = false
	if m.bare && m.length >= 0 {
		m.requote()
	}
	// The empty line in front of the next separator belongs to the format.
	if b := m.w.buf; !m.item.Truncated && (bytes.HasSuffix(b, []byte("\n\n")) || bytes.HasSuffix(b, []byte("\n\r\n"))) {
		b = bytes.TrimSuffix(b, []byte("\n"))
		m.w.buf = bytes.TrimSuffix(b, []byte("\r"))
	}
	return m.w.hand(m.item)
}

// requote puts the ">" back that were taken off.
func (m *mboxReader) requote() {
	for i := len(m.undo) - 1; i >= 0; i-- {
		if at := m.undo[i]; at < len(m.w.buf) && len(m.w.buf) < MaxRaw {
			m.w.buf = append(m.w.buf, 0)
			copy(m.w.buf[at+1:], m.w.buf[at:])
			m.w.buf[at] = '>'
		}
	}
}

// bodyStart decides whether Content-Length can be trusted: it has to lead to the end of the file or to a separator.
func (m *mboxReader) bodyStart() {
	if m.length <= 0 {
		return
	}
	if end := m.src.offset + m.length; m.leadsToSeparator(end) {
		m.until = end
	}
}

// leadsToSeparator looks at what stands at end. In a compressed file it can look ahead no farther than the buffer
// reaches; separators decide beyond that.
func (m *mboxReader) leadsToSeparator(end int64) bool {
	var head []byte
	if m.src.at != nil {
		var buf [128]byte
		n, err := m.src.at.ReadAt(buf[:], end)
		if err != nil && err != io.EOF {
			return false
		}
		if n == 0 { // exactly at the end, not beyond it
			_, err := m.src.at.ReadAt(buf[:1], end-1)
			return err == nil
		}
		head = buf[:n]
	} else {
		if m.length > bufferSize-128 {
			return false
		}
		b, _ := m.src.in.Peek(int(m.length) + 128)
		if int64(len(b)) < m.length {
			return false
		}
		head = b[m.length:]
	}
	head = bytes.TrimLeft(head, "\r\n")
	return len(head) == 0 || bytes.HasPrefix(head, []byte("From ")) && looksLikeSeparator(head)
}

// isQuotedFrom says whether line is one or more ">" and "From ".
func isQuotedFrom(line []byte) bool {
	if len(line) == 0 || line[0] != '>' {
		return false
	}
	return bytes.HasPrefix(bytes.TrimLeft(line, ">"), []byte("From "))
}

// separator says whether a line that starts with "From " begins the next message: behind an empty line it has to look
// like a separator or be followed by a header; without the empty line it has to be both.
func (m *mboxReader) separator(line []byte) bool {
	next, _ := m.src.in.Peek(128)
	like, field := looksLikeSeparator(line), isField(next)
	if m.blank {
		return like && (field || len(next) == 0 || next[0] == '\n' || next[0] == '\r') || field && fewWords(line)
	}
	return like && field
}

// fewWords says whether a line is a bare "From address", as some programs write separators without a date.
func fewWords(line []byte) bool {
	return len(bytes.Fields(line)) <= 3 && bytes.IndexByte(line, '@') > 0
}

// looksLikeSeparator finds a time of day and a year behind "From ", as every program writes them in one order or another.
func looksLikeSeparator(line []byte) bool {
	if i := bytes.IndexByte(line, '\n'); i >= 0 {
		line = line[:i]
	}
	words := bytes.Fields(line)
	clock, year := false, false
	for _, w := range words[1:] {
		switch {
		case len(w) >= 4 && len(w) <= 8 && digit(w[0]) && digit(w[len(w)-1]) && bytes.IndexByte(w, ':') > 0:
			clock = true
		case len(w) == 4 && digit(w[0]) && digit(w[1]) && digit(w[2]) && digit(w[3]):
			year = true
		}
	}
	return clock && year && len(words) <= 12
}

// digit says whether c is a decimal digit.
func digit(c byte) bool { return c >= '0' && c <= '9' }
