package mbox

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"os"
	"strconv"
)

// bufferSize is the window in which lines are looked at.
const bufferSize = 256 << 10

// counter counts what is read from the file on disk, tells the progress, and ends the reading when the walk is
// cancelled.
type counter struct {
	w *walk
	f io.Reader
}

// Read implements io.Reader.
func (c *counter) Read(b []byte) (int, error) {
	if err := c.w.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := c.f.Read(b)
	c.w.done += int64(n)
	c.w.report(false)
	return n, err
}

// file reads one file. Only an error of visit or of the context comes back; others are noted.
func (w *walk) file(f file) error {
	if err := w.ctx.Err(); err != nil {
		return err
	}
	in, err := os.Open(f.path)
	if err != nil {
		w.problem(f.path, 0, plainError(err))
		return nil
	}
	defer in.Close()
	before := w.done
	err = w.stream(f, &counter{w, in}, in)
	w.done = before + f.size // what was not worth reading counts as read
	return err
}

// stream tells what the bytes are and reads them. at is the file for looking ahead.
func (w *walk) stream(f file, r io.Reader, at io.ReaderAt) error {
	in := bufio.NewReaderSize(r, bufferSize)
	head, err := in.Peek(512)
	if err != nil && err != io.EOF {
		return w.failed(f.path, 0, plainError(err))
	}
	if len(head) > 2 && head[0] == 0x1f && head[1] == 0x8b {
		unzip, err := gzip.NewReader(in)
		if err != nil {
			return w.failed(f.path, 0, err)
		}
		in, at = bufio.NewReaderSize(unzip, bufferSize), nil
		if head, err = in.Peek(512); err != nil && err != io.EOF {
			return w.failed(f.path, 0, err)
		}
	}
	src := &source{in: in, at: at}
	start := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), "\r\n \t")
	switch {
	case len(start) == 0 && len(head) < 512:
		return nil // an empty file
	case bytes.HasPrefix(start, []byte("From ")) && !f.single:
		return w.mbox(f, src)
	case isCount(start) && !f.single:
		return w.emlx(f, src)
	case f.single || isField(start):
		return w.message(f, src, -1)
	}
	if f.named {
		return w.failed(f.path, 0, errors.New(strange(head)))
	}
	return nil
}

// failed notes an error of reading, or returns it when it is the context's.
func (w *walk) failed(path string, offset int64, err error) error {
	if e := w.ctx.Err(); e != nil {
		return e
	}
	w.problem(path, offset, err)
	return nil
}

// strange says what a file that holds no mail is.
func strange(head []byte) string {
	switch {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return "a zip archive: unpack it first"
	case len(head) > 262 && string(head[257:262]) == "ustar":
		return "a tar archive: unpack it first"
	case bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0")), bytes.HasPrefix(head, []byte("!BDN")):
		return "an Outlook file (.msg, .pst): export it as .eml or mbox first"
	}
	return "no mail: neither a header nor a line that starts with \"From \""
}

// isField says whether b starts like a header field.
func isField(b []byte) bool {
	if bytes.HasPrefix(b, []byte(">From ")) {
		return true
	}
	i := bytes.IndexByte(b, ':')
	if i < 1 || i > 76 {
		return false
	}
	for _, c := range bytes.TrimRight(b[:i], " \t") {
		if c <= ' ' || c >= 0x7f {
			return false
		}
	}
	return true
}

// isCount says whether the first line is a number: the form of Apple Mail (.emlx).
func isCount(b []byte) bool {
	line, rest, ok := bytes.Cut(b, []byte("\n"))
	line = bytes.TrimSpace(line)
	if !ok || len(line) == 0 || len(line) > 12 || !isField(rest) {
		return false
	}
	for _, c := range line {
		if c < '0' || c > '9' {
			return false
		}
	}
	return true
}

// emlx reads the byte count and then the message; the property list behind it is not read.
func (w *walk) emlx(f file, src *source) error {
	line, err := src.line()
	for err == nil && len(bytes.TrimSpace(line)) == 0 {
		line, err = src.line()
	}
	if err != nil {
		return w.failed(f.path, src.offset, err)
	}
	n, err := strconv.ParseInt(string(bytes.TrimSpace(line)), 10, 64)
	if err != nil {
		return w.failed(f.path, 0, err)
	}
	return w.message(f, src, n)
}

// message reads one message: n bytes, or with n < 0 all that there is.
func (w *walk) message(f file, src *source, n int64) error {
	item := Item{Path: f.path, Offset: src.offset}
	if n < 0 {
		n = 1 << 62
	}
	limited := io.LimitReader(src.in, min(n, MaxRaw))
	w.buf = w.buf[:0]
	var err error
	if w.buf, err = appendAll(w.buf, limited); err != nil {
		if e := w.failed(f.path, src.offset+int64(len(w.buf)), err); e != nil || len(w.buf) == 0 {
			return e
		}
		item.Truncated = true
	}
	if len(w.buf) == MaxRaw {
		_, err := src.in.Peek(1)
		item.Truncated = err == nil && n > MaxRaw
	}
	return w.hand(item)
}

// appendAll reads r to its end into buf.
func appendAll(buf []byte, r io.Reader) ([]byte, error) {
	for {
		if len(buf) == cap(buf) {
			buf = append(buf, 0)[:len(buf)]
		}
		n, err := r.Read(buf[len(buf):cap(buf)])
		buf = buf[:len(buf)+n]
		if err == io.EOF {
			return buf, nil
		}
		if err != nil {
			return buf, err
		}
	}
}

// hand gives the message in buf to visit. An empty one is passed over.
func (w *walk) hand(item Item) error {
	if err := w.ctx.Err(); err != nil {
		return err
	}
	if len(bytes.TrimSpace(w.buf)) == 0 {
		return nil
	}
	item.Raw = w.buf
	item.mark()
	return w.visit(item)
}
