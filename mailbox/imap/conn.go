package imap

import (
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"sync"
	"time"

	"heardback/mailbox/imap/wire"
)

// slowest is the rate in octets per second beneath which a server that owes an answer counts as silent: each octet
// prolongs the deadline a little, so that a slow link passes and a trickle does not.
const slowest = 512

// conn is the connection beneath go-imap. It ignores go-imap's deadlines and keeps its own: none between commands, a rolling
// one while the server owes an answer. A read error is final, since go-imap may read on after one (MAIL.md section 6).
type conn struct {
	net.Conn
	timeout time.Duration
	pre     []byte // read before anything of the server's
	tap     func(string)

	mu       sync.Mutex
	err      error
	busy     bool
	deadline time.Time
	allowed  int64 // octets that the answer may have
	written  int64
	scan     scanner
	split    wire.Splitter
}

// begin starts a command whose answer may have up to allow octets.
func (c *conn) begin(allow int64) { c.expect(c.timeout, allow) }

// expect sets the time and the octets that the server has from now on.
func (c *conn) expect(within time.Duration, allow int64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.busy, c.allowed, c.deadline = true, allow, time.Now().Add(within)
	_ = c.Conn.SetReadDeadline(c.deadline) // a dead connection shows itself at the next read
}

// end says that nothing is owed any more.
func (c *conn) end() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.busy = false
	_ = c.Conn.SetReadDeadline(time.Time{})
}

// Read hands go-imap only what passed the limits. After an error it never touches the connection again: go-imap's reader
// and whoever was reading a body would race for it.
func (c *conn) Read(b []byte) (int, error) {
	if err := c.failure(); err != nil {
		return 0, err
	}
	if len(c.pre) > 0 {
		n := copy(b, c.pre)
		c.pre = c.pre[n:]
		return n, nil
	}
	n, err := c.Conn.Read(b)
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.err != nil {
		return 0, c.err // given up while it was reading
	}
	if n > 0 {
		if bad := c.received(b[:n]); bad != nil {
			c.err = bad
			_ = c.Conn.Close()
			return 0, bad
		}
		return n, nil // an error will be there again at the next read
	}
	switch {
	case errors.Is(err, os.ErrDeadlineExceeded):
		err = errSilent
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		err = fmt.Errorf("%w: %w", errClosed, io.ErrUnexpectedEOF)
	case err == nil:
		return 0, nil
	}
	c.err = err
	return 0, err
}

// received takes account of octets that came: their form, their number, and the time that they buy.
func (c *conn) received(b []byte) error {
	if err := c.scan.feed(b); err != nil {
		return err
	}
	if !c.busy {
		return nil
	}
	if c.allowed -= int64(len(b)); c.allowed < 0 {
		return fmt.Errorf("%w: an endless answer", errHostile)
	}
	// Never beyond the full time from now; an idling deadline lies further away and stays.
	latest := time.Now().Add(c.timeout)
	if later := c.deadline.Add(time.Duration(len(b)) * time.Second / slowest); c.deadline.Before(latest) {
		c.deadline = earlier(later, latest)
		_ = c.Conn.SetReadDeadline(c.deadline)
	}
	return nil
}

// earlier is the first of two points in time.
func earlier(a, b time.Time) time.Time {
	if a.Before(b) {
		return a
	}
	return b
}

// Write sends, and tells the tap which commands became complete with it. While an answer is owed, a long upload gains time.
func (c *conn) Write(b []byte) (int, error) {
	if err := c.failure(); err != nil {
		return 0, err
	}
	if err := c.Conn.SetWriteDeadline(time.Now().Add(c.timeout)); err != nil {
		return 0, err
	}
	n, err := c.Conn.Write(b)
	c.mu.Lock()
	c.written += int64(n)
	if c.busy && n > 0 {
		if later := time.Now().Add(c.timeout); later.After(c.deadline) {
			c.deadline = later
			_ = c.Conn.SetReadDeadline(later)
		}
	}
	commands := c.split.Write(b[:n])
	if err != nil && c.err == nil {
		if errors.Is(err, os.ErrDeadlineExceeded) {
			err = errSilent
		}
		c.err = err
	}
	c.mu.Unlock()
	if c.tap != nil {
		for _, command := range commands {
			c.tap(command)
		}
	}
	return n, err
}

// abort closes the connection; every later read and write returns err.
func (c *conn) abort(err error) {
	c.mu.Lock()
	if c.err == nil {
		c.err = err
	}
	c.mu.Unlock()
	_ = c.Conn.Close()
}

// failure is the error that ended the connection, nil while it lives.
func (c *conn) failure() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.err
}

// farewell is the text of the server's BYE, "" if it said none.
func (c *conn) farewell() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return clip(c.scan.bye)
}

// sent counts the octets that the system took. A command of which less went out than it is long was not carried out.
func (c *conn) sent() int64 {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.written
}

// The library's deadlines are absolute and break slow links; ours replace them.
func (c *conn) SetDeadline(time.Time) error      { return nil }
func (c *conn) SetReadDeadline(time.Time) error  { return nil }
func (c *conn) SetWriteDeadline(time.Time) error { return nil }
