package embedded

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net"
	"strings"
	"sync"

	"heardback/mailbox/imap/wire"
)

// pipeListener accepts net.Pipe connections.
type pipeListener struct {
	conns chan net.Conn
	done  chan struct{}
	once  sync.Once
}

func newPipeListener() *pipeListener {
	return &pipeListener{conns: make(chan net.Conn), done: make(chan struct{})}
}

// dial waits until the server takes the connection; own marks one of the server to itself.
func (l *pipeListener) dial(ctx context.Context, own bool) (net.Conn, error) {
	client, server := net.Pipe()
	if own {
		server = ownConn{server}
	}
	select {
	case l.conns <- server:
		return client, nil
	case <-l.done:
		return nil, errors.New("connection refused: the server is closed")
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func (l *pipeListener) Accept() (net.Conn, error) {
	select {
	case c := <-l.conns:
		return c, nil
	case <-l.done:
		return nil, net.ErrClosed
	}
}

func (l *pipeListener) Close() error {
	l.once.Do(func() { close(l.done) })
	return nil
}

func (l *pipeListener) Addr() net.Addr { return pipeAddr{} }

type pipeAddr struct{}

func (pipeAddr) Network() string { return "pipe" }
func (pipeAddr) String() string  { return "pipe" }

// listener records the commands of every connection that it accepts.
type listener struct {
	net.Listener
	s         *Server
	accepting chan struct{}
	once      sync.Once
}

// started says that go-imap's own bookkeeping of the listener is done.
func (l *listener) started() { l.once.Do(func() { close(l.accepting) }) }

// Accept wraps what it accepts, so that its commands are recorded.
func (l *listener) Accept() (net.Conn, error) {
	l.started()
	c, err := l.Listener.Accept()
	if err != nil {
		return nil, err
	}
	own := false
	if p, ok := c.(ownConn); ok {
		c, own = p.Conn, true
	}
	rec := &conn{Conn: c, s: l.s, own: own}
	l.s.mu.Lock()
	l.s.conns = append(l.s.conns, rec)
	l.s.mu.Unlock()
	return rec, nil
}

// ownConn marks a connection of the server to itself, which is neither recorded nor cut.
type ownConn struct{ net.Conn }

// conn records what the client commands, hides what a quirk denies, and is cut where a test wants it.
type conn struct {
	net.Conn
	s        *Server
	own      bool
	split    wire.Splitter
	commands []string // guarded by s.mu
	mute     bool     // guarded by s.mu: the connection is cut once the command has run
}

// cut says after how many more commands the connection breaks, and whether the last one is still carried out.
type cut struct {
	left     int
	executed bool
}

// Read records the commands among what the client sends, and cuts the connection when it is time.
func (c *conn) Read(b []byte) (int, error) {
	n, err := c.Conn.Read(b)
	if c.own || n == 0 {
		return n, err
	}
	c.s.mu.Lock()
	defer c.s.mu.Unlock()
	for _, command := range c.split.Write(b[:n]) {
		c.commands = append(c.commands, command)
		if c.s.cut.left == 0 {
			continue
		}
		if c.s.cut.left--; c.s.cut.left > 0 {
			continue
		}
		if !c.s.cut.executed {
			_ = c.Conn.Close()
			return 0, io.EOF
		}
		c.mute = true
	}
	return n, err
}

// Write is muted once the connection is to be cut, and hides IDLE where a quirk denies it, which go-imap cannot.
func (c *conn) Write(b []byte) (int, error) {
	c.s.mu.Lock()
	mute := c.mute
	c.s.mu.Unlock()
	if mute {
		// A continuation lets the client send the rest of the command that is to be carried out.
		if !bytes.HasPrefix(b, []byte("+ ")) {
			_ = c.Conn.Close()
			return 0, io.ErrClosedPipe
		}
	}
	if c.s.o.Quirks.NoIdle && bytes.Contains(b, []byte("CAPABILITY ")) {
		hidden := strings.Replace(string(b), " IDLE", "", 1)
		if _, err := c.Conn.Write([]byte(hidden)); err != nil {
			return 0, err
		}
		return len(b), nil
	}
	return c.Conn.Write(b)
}
