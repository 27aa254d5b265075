package main

import (
	"fmt"
	"net"
	"os"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"heardback/mailbox/imap/embedded"
)

// listens is a server that greets every connection with a line, or says nothing at all, and counts them.
func listens(t *testing.T, greeting string) (port int, connections *atomic.Int32) {
	t.Helper()
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ln.Close() })
	connections = new(atomic.Int32)
	go func() {
		var open []net.Conn // one that nobody holds is closed by the garbage collector
		defer func() {
			for _, c := range open {
				c.Close()
			}
		}()
		for {
			c, err := ln.Accept()
			if err != nil {
				return
			}
			open = append(open, c)
			connections.Add(1)
			if greeting != "" {
				fmt.Fprint(c, greeting+"\r\n")
				c.Close()
			}
		}
	}()
	return ln.Addr().(*net.TCPAddr).Port, connections
}

// TestAccountsAreIsolated runs one daemon with seven accounts, of which five fail, each in a way of its own: the two good ones are read
// at once, on one connection each, and the others are named in the log with what to do, and left alone.
func TestAccountsAreIsolated(t *testing.T) {
	t.Parallel()
	h := newHosted(t)
	h.searching()
	closed, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	gone := closed.Addr().(*net.TCPAddr).Port
	closed.Close()
	silent, _ := listens(t, "")
	limit, asked := listens(t, "* BYE [LIMIT] Too many simultaneous connections")
	sam := embedded.New(embedded.Options{User: "sam", Password: "secret"})
	t.Cleanup(func() { sam.Close() })
	at, err := sam.Listen("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(h.config)
	if err != nil {
		t.Fatal(err)
	}
	more := ""
	for _, a := range []struct {
		name, secret string
		port         int
	}{
		{"gone", `password = "x"`, gone}, {"silent", "timeout_seconds = 2\npassword = \"x\"", silent}, {"limit", `password = "x"`, limit},
		{"wrong", `password = "x"`, h.server.Port}, {"token", "oauth = \"microsoft\"\noauth_client_id = \"x\"", h.server.Port}, {"sam", `password = "secret"`, at.Port},
	} {
		more += fmt.Sprintf("[[account]]\nname = %q\nusername = %q\naddresses = [\"%s@example.com\"]\nhost = \"localhost\"\ntls = \"none\"\nport = %d\n%s\n", a.name, a.name, a.name, a.port, a.secret)
	}
	// The failing ones come first, so that whatever they hold up would hold up the good one.
	parts := strings.SplitN(string(text), "[[account]]", 2)
	if err := os.WriteFile(h.config, []byte(parts[0]+more+"[[account]]"+parts[1]), 0o600); err != nil {
		t.Fatal(err)
	}
	d := h.start(due)
	if got := h.until(dueDrafts); !slices.Equal(got, dueDrafts) {
		t.Fatalf("beside accounts that fail it placed %q, want %q", got, dueDrafts)
	}
	want := append(slices.Clone(dueDrafts), "petra.lindqvist@larkfieldanalytics.example: Re: Research Associate: second interview")
	slices.Sort(want)
	raw, when := filler(1).raw(t)
	if _, err := sam.Deliver("INBOX", raw, when); err != nil {
		t.Fatal(err)
	}
	began := time.Now()
	h.deliver(invitation)
	if got := h.until(want); !slices.Equal(got, want) {
		t.Errorf("an invitation came, and in Drafts lie %q, want %q", got, want)
	}
	t.Logf("the answer lay in Drafts %s after the mail came", time.Since(began).Round(time.Millisecond))
	d.ends(t)
	log := d.out.String()
	for name, says := range map[string]string{
		"gone": "cannot be reached", "silent": "did not answer within 2s", "limit": "asks to slow down", "wrong": "refused the login of wrong", "token": "run heardback login token",
	} {
		switch n := strings.Count(log, "account "+name+": "); {
		case n == 0 || !strings.Contains(log, says):
			t.Errorf("the log does not say %q of account %s", says, name)
		case n > 8:
			t.Errorf("the log speaks of account %s %d times", name, n)
		}
	}
	if n := asked.Load(); n != 1 {
		t.Errorf("a server that asked to slow down was asked %d times", n)
	}
	if n := len(sam.Commands()); n != 1 {
		t.Errorf("a good account took %d connections", n)
	}
	if t.Failed() {
		t.Logf("the log:\n%s", log)
	}
}
