package imap

import (
	"bufio"
	"bytes"
	"compress/flate"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"slices"
	"sync/atomic"
	"time"
)

// compressible is a connection whose two directions can become DEFLATE streams (RFC 4978, RFC 1951). What a first sync reads becomes a third of it.
type compressible struct {
	net.Conn
	asked  atomic.Bool // the server owes the answer to COMPRESS
	agreed atomic.Bool // what is written is part of a stream
	answer chan error  // the outcome, once

	// for the reader alone
	in    io.Reader // nil: what is read is not compressed
	held  []byte    // the beginning of a line that may be the answer
	ready []byte    // what the server said before and after
}

func newCompressible(c net.Conn) *compressible {
	return &compressible{Conn: c, answer: make(chan error, 1)}
}

const (
	compressTag  = "compress"
	compressWord = "COMPRESS DEFLATE"
)

var errUncompressed = errors.New("the server refused COMPRESS")

// ask sends the command. Nobody else may write until the answer is there.
func (c *compressible) ask() error {
	c.asked.Store(true)
	_, err := io.WriteString(c.Conn, compressTag+" "+compressWord+"\r\n")
	return err
}

// Read is for one goroutine at a time. It keeps the answer to COMPRESS to itself, since go-imap did not ask.
func (c *compressible) Read(b []byte) (int, error) {
	for len(c.ready) == 0 {
		if c.in != nil {
			n, err := c.in.Read(b)
			if bad := flate.CorruptInputError(0); errors.As(err, &bad) {
				err = fmt.Errorf("%w: what it compressed cannot be read", errHostile)
			}
			return n, err
		}
		n, err := c.Conn.Read(b)
		if n == 0 || !c.asked.Load() {
			return n, err
		}
		if c.held = append(c.held, b[:n]...); len(c.held) > maxText {
			return 0, fmt.Errorf("%w: an endless line", errHostile)
		}
		c.lines()
	}
	n := copy(b, c.ready)
	c.ready = c.ready[n:]
	return n, nil
}

// lines looks for the answer in what is held. What follows it is compressed.
func (c *compressible) lines() {
	for {
		line, rest, whole := bytes.Cut(c.held, []byte("\n"))
		if !whole {
			return
		}
		c.held = rest
		said, ours := bytes.CutPrefix(line, []byte(compressTag+" "))
		if !ours {
			c.ready = append(append(c.ready, line...), '\n')
			continue
		}
		c.held = nil
		c.asked.Store(false)
		if !bytes.HasPrefix(bytes.ToUpper(said), []byte("OK")) {
			c.ready = append(c.ready, rest...)
			c.answer <- errUncompressed
			return
		}
		c.in = flate.NewReader(bufio.NewReader(io.MultiReader(bytes.NewReader(slices.Clone(rest)), c.Conn)))
		c.agreed.Store(true)
		c.answer <- nil
		return
	}
}

// Write sends stored blocks: commands are short and letters few, and so each goes out at once. It returns how much of b the system took.
func (c *compressible) Write(b []byte) (sent int, err error) {
	if !c.agreed.Load() {
		return c.Conn.Write(b)
	}
	for part := range slices.Chunk(b, 1<<16-1) {
		n := len(part)
		head := []byte{0, byte(n), byte(n >> 8), ^byte(n), ^byte(n >> 8)}
		n, err = c.Conn.Write(append(head, part...))
		if sent += max(0, n-len(head)); err != nil {
			return sent, err
		}
	}
	return sent, nil
}

// provesWithin is how long a server may take to be understood once it compresses.
const provesWithin = 10 * time.Second

// compress has both sides compress from now on where the server offers it: after the login, so that no stream holds a password together with
// what others wrote. A server that cannot be understood then is not asked again by this account; its connection is of no more use.
func (s *session) compress(ctx context.Context) error {
	if s.acc.uncompressed || !s.caps.Has("COMPRESS=DEFLATE") {
		return nil
	}
	err := s.run(ctx, small, func() error {
		s.conn.expect(min(provesWithin, s.conn.timeout), small)
		if err := s.conn.compress(s.Closed()); err != nil {
			return err
		}
		return s.Noop().Wait()
	})
	switch {
	case errors.Is(err, errUncompressed), Is(err, Refused):
		return nil
	case Is(err, Broken), Is(err, Silent):
		s.acc.uncompressed = true
	}
	return err
}

// compress sends COMPRESS and waits for the answer, or until the connection is closed.
func (c *conn) compress(closed <-chan struct{}) error {
	line, ok := c.Conn.(*compressible)
	if !ok {
		return errUncompressed
	}
	if err := line.ask(); err != nil {
		return err
	}
	if c.tap != nil {
		c.tap(compressWord)
	}
	select {
	case err := <-line.answer:
		return err
	case <-closed:
		return io.ErrUnexpectedEOF
	}
}
