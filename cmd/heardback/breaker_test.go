package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// breakPoint is where a connection breaks.
type breakPoint struct {
	command int    // number of the command, from 1; 0 for none
	done    bool   // the server has done it, and the client does not hear so; else it never gets it
	octet   int    // of the message of an APPEND: so many reach the server; with append > 0
	append  int    // number of the APPEND, from 1; 0 for none
	then    func() // called at the break; nil: the client may connect anew
}

// appended is an APPEND that went through.
type appended struct{ command, octets int }

// breaker is a loopback proxy before an IMAP server that breaks a connection at a chosen boundary.
type breaker struct {
	ln     net.Listener
	target string
	// noUIDPlus hides the UID of what was appended (RFC 4315), which Dovecot always tells.
	noUIDPlus bool

	mu       sync.Mutex
	at       breakPoint
	broken   bool // nothing passes any more
	snapped  bool
	away     bool // the network is away
	live     map[net.Conn]bool
	commands int
	appends  []appended
}

func newBreaker(t testing.TB, port int) *breaker {
	t.Helper()
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	b := &breaker{ln: ln, target: net.JoinHostPort("127.0.0.1", strconv.Itoa(port)), live: map[net.Conn]bool{}}
	t.Cleanup(func() { ln.Close() })
	go func() {
		for {
			c, err := ln.Accept()
			if err != nil {
				return
			}
			go b.serve(c)
		}
	}()
	return b
}

func (b *breaker) port() int { return b.ln.Addr().(*net.TCPAddr).Port }

// arm sets where the connection breaks next and starts to count anew.
func (b *breaker) arm(at breakPoint) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.at, b.broken, b.snapped, b.commands, b.appends = at, false, false, 0, nil
}

// count returns what went through since arm.
func (b *breaker) count() (commands int, appends []appended) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.commands, append([]appended(nil), b.appends...)
}

// waiting reports whether the break is still to come.
func (b *breaker) waiting() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.at.command > 0 || b.at.append > 0
}

// hasBroken reports whether there was a break since arm.
func (b *breaker) hasBroken() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.snapped
}

// network takes the network away, with all connections, or brings it back.
func (b *breaker) network(there bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.away = !there
	if b.away {
		for c := range b.live {
			c.Close()
		}
	}
}

// admit keeps a connection in mind; false says that none gets through.
func (b *breaker) admit(c net.Conn) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.live[c] = true
	return !b.broken && !b.away
}

// leave forgets a connection.
func (b *breaker) leave(c net.Conn) {
	b.mu.Lock()
	defer b.mu.Unlock()
	delete(b.live, c)
}

// isDead reports whether nothing may pass.
func (b *breaker) isDead() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.broken
}

// snap breaks: for good where somebody has to die of it.
func (b *breaker) snap() {
	b.mu.Lock()
	then := b.at.then
	b.broken = then != nil
	b.at, b.snapped = breakPoint{}, true
	b.mu.Unlock()
	if then != nil {
		then()
	}
}

var literalMark = regexp.MustCompile(`\{(\d+)\+?\}\r\n$`)

// link is one connection through the breaker.
type link struct {
	b      *breaker
	c, s   net.Conn
	mu     sync.Mutex
	unsaid string // tag of the command whose answer must not be heard
}

func (b *breaker) serve(c net.Conn) {
	defer c.Close()
	defer b.leave(c)
	if !b.admit(c) {
		return
	}
	s, err := net.Dial("tcp", b.target)
	if err != nil {
		return
	}
	defer s.Close()
	l := &link{b: b, c: c, s: s}
	answered := make(chan struct{})
	go func() {
		defer close(answered)
		defer c.Close()
		l.answers()
	}()
	l.requests()
	s.Close()
	<-answered
}

// answers passes what the server says, and breaks before the answer that must not be heard.
func (l *link) answers() {
	r := bufio.NewReader(l.s)
	for {
		line, err := r.ReadBytes('\n')
		if err != nil || l.b.isDead() {
			return
		}
		l.mu.Lock()
		unsaid := l.unsaid
		l.mu.Unlock()
		if unsaid != "" && bytes.HasPrefix(line, []byte(unsaid+" ")) {
			l.b.snap()
			return
		}
		if l.b.noUIDPlus && !bytes.HasPrefix(line, []byte("* ")) {
			line = appendUID.ReplaceAll(line, nil)
		}
		if _, err := l.c.Write(line); err != nil {
			return
		}
		if m := literalMark.FindSubmatch(line); m != nil {
			n, _ := strconv.ParseInt(string(m[1]), 10, 64)
			if _, err := io.CopyN(l.c, r, n); err != nil {
				return
			}
		}
	}
}

var appendUID = regexp.MustCompile(`\[APPENDUID \d+ \d+\] `)

// requests passes what the client says, command by command, until the break.
func (l *link) requests() {
	r := bufio.NewReader(l.c)
	for {
		line, err := r.ReadBytes('\n')
		if err != nil || l.b.isDead() {
			return
		}
		at, number, nth := l.b.take(line)
		if at.command > 0 && number == at.command {
			if !at.done {
				l.b.snap()
				return
			}
			tag, _, _ := strings.Cut(string(line), " ")
			l.mu.Lock()
			l.unsaid = tag
			l.mu.Unlock()
		}
		limit := -1
		if at.append > 0 && nth == at.append {
			limit = at.octet
		}
		if err := l.command(r, line, limit); err != nil {
			return
		}
	}
}

// take counts a command and returns its number, and that of its APPEND, 0 if it is none.
func (b *breaker) take(line []byte) (at breakPoint, number, nth int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if !bytes.HasPrefix(line, []byte("DONE")) { // the end of an IDLE is no command
		b.commands++
	}
	if m := literalMark.FindSubmatch(line); m != nil && bytes.Contains(line, []byte(" APPEND ")) {
		n, _ := strconv.Atoi(string(m[1]))
		b.appends = append(b.appends, appended{b.commands, n})
		nth = len(b.appends)
	}
	return b.at, b.commands, nth
}

// command hands a command with its literals on; with limit ≥ 0 the connection breaks after so many octets of the first.
func (l *link) command(r *bufio.Reader, line []byte, limit int) error {
	for {
		if _, err := l.s.Write(line); err != nil {
			return err
		}
		m := literalMark.FindSubmatch(line)
		if m == nil {
			return nil
		}
		n, err := strconv.ParseInt(string(m[1]), 10, 64)
		if err != nil {
			return fmt.Errorf("literal: %w", err)
		}
		if limit >= 0 && int64(limit) <= n {
			_, err := io.CopyN(l.s, r, int64(limit))
			l.b.snap()
			if err == nil {
				err = io.ErrClosedPipe
			}
			return err
		}
		if _, err := io.CopyN(l.s, r, n); err != nil {
			return err
		}
		if line, err = r.ReadBytes('\n'); err != nil {
			return err
		}
	}
}
