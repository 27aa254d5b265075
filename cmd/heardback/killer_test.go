package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net"
	"regexp"
	"strconv"
	"sync"
	"testing"
)

// killer is a loopback proxy before an IMAP server that ends a process at a chosen command: before the server has it, or when
// the server has done it and the answer was not read.
type killer struct {
	ln     net.Listener
	target string

	mu       sync.Mutex
	at       int  // number of the command, from 1; 0 for never
	executed bool // let the server have the command first
	kill     func()
	seen     int
	away     bool // the network is away: nothing gets through
	live     map[net.Conn]bool
}

func newKiller(t *testing.T, target string) *killer {
	t.Helper()
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	k := &killer{ln: ln, target: target, live: map[net.Conn]bool{}}
	t.Cleanup(func() { ln.Close() })
	go func() {
		for {
			c, err := ln.Accept()
			if err != nil {
				return
			}
			go k.serve(c)
		}
	}()
	return k
}

func (k *killer) port() int { return k.ln.Addr().(*net.TCPAddr).Port }

// arm sets where the next process ends; n = 0 lets it live.
func (k *killer) arm(n int, executed bool, kill func()) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.at, k.executed, k.kill, k.seen = n, executed, kill, 0
}

// commands returns how many commands went through since arm.
func (k *killer) commands() int {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.seen
}

var literal = regexp.MustCompile(`\{(\d+)\+?\}\r\n$`)

// network takes the network away, with all connections, or brings it back.
func (k *killer) network(there bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.away = !there
	if k.away {
		for c := range k.live {
			c.Close()
		}
	}
}

// admit keeps a connection in mind until it is given up; false says that the network is away.
func (k *killer) admit(c net.Conn) (giveUp func(), ok bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.live[c] = true
	return func() {
		k.mu.Lock()
		defer k.mu.Unlock()
		delete(k.live, c)
	}, !k.away
}

func (k *killer) serve(c net.Conn) {
	defer c.Close()
	giveUp, ok := k.admit(c)
	defer giveUp()
	if !ok {
		return
	}
	s, err := net.Dial("tcp", k.target)
	if err != nil {
		return
	}
	defer s.Close()
	answers := make(chan struct{})
	var mute sync.Mutex // held while answers must not pass
	go func() {
		defer close(answers)
		buf := make([]byte, 64<<10)
		for {
			n, err := s.Read(buf)
			mute.Lock()
			if n > 0 {
				if _, werr := c.Write(buf[:n]); werr != nil {
					err = werr
				}
			}
			mute.Unlock()
			if err != nil {
				c.Close()
				return
			}
		}
	}()
	r := bufio.NewReader(c)
	for {
		line, err := r.ReadBytes('\n')
		if err != nil {
			s.Close()
			<-answers
			return
		}
		fatal := false
		if !bytes.HasPrefix(line, []byte("DONE")) {
			k.mu.Lock()
			k.seen++
			fatal = k.seen == k.at
			k.mu.Unlock()
		}
		if fatal && !k.executed {
			k.kill()
			return
		}
		if fatal {
			mute.Lock() // the server works, nobody hears of it
		}
		whole, err := k.pass(r, s, line, fatal)
		if fatal {
			if whole {
				waitTagged(k.target)
			}
			k.kill()
			mute.Unlock()
			return
		}
		if err != nil {
			return
		}
	}
}

// pass hands a command with its literals on. A synchronising literal of a command that is to be executed unheard is sent
// without waiting, which Dovecot takes as it comes.
func (k *killer) pass(r *bufio.Reader, s io.Writer, line []byte, unheard bool) (bool, error) {
	for {
		if _, err := s.Write(line); err != nil {
			return false, err
		}
		m := literal.FindSubmatch(line)
		if m == nil {
			return true, nil
		}
		if unheard && !bytes.HasSuffix(m[0], []byte("+}\r\n")) {
			return false, nil // the client waits for a go-ahead that it will not hear
		}
		n, err := strconv.ParseInt(string(m[1]), 10, 64)
		if err != nil {
			return false, fmt.Errorf("literal: %w", err)
		}
		if _, err := io.CopyN(s, r, n); err != nil {
			return false, err
		}
		if line, err = r.ReadBytes('\n'); err != nil {
			return false, err
		}
	}
}

// waitTagged gives the server the time to do what it was told: a NOOP on another connection is answered after the first
// octets of the earlier command were read, and the drafts are counted only after the process is gone and a new one has run.
func waitTagged(target string) {
	c, err := net.Dial("tcp", target)
	if err != nil {
		return
	}
	defer c.Close()
	r := bufio.NewReader(c)
	r.ReadString('\n')
	fmt.Fprint(c, "a NOOP\r\n")
	r.ReadString('\n')
}
