package bench

import (
	"fmt"
	"io"
	"net"
	"sync"
	"sync/atomic"
	"testing"

	"heardback/mailbox/imap/dovecot"
)

// relayed is a server behind a relay that counts what it says as it goes over the wire; its own log counts before it compresses.
type relayed struct {
	*dovecot.Server // Port is the relay's
	octets          atomic.Int64
	open            sync.WaitGroup
}

func relay(b *testing.B, s *dovecot.Server) *relayed {
	b.Helper()
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { ln.Close() })
	r, to := &relayed{Server: s}, fmt.Sprintf("127.0.0.1:%d", s.Port)
	s.Port = ln.Addr().(*net.TCPAddr).Port
	go func() {
		for {
			near, err := ln.Accept()
			if err != nil {
				return
			}
			r.open.Go(func() { r.pass(near, to) })
		}
	}()
	return r
}

// pass carries one connection to its end.
func (r *relayed) pass(near net.Conn, to string) {
	defer near.Close()
	far, err := net.Dial("tcp", to)
	if err != nil {
		return
	}
	defer far.Close()
	go func() {
		io.Copy(far, near)
		far.Close() // the client is gone
	}()
	n, _ := io.Copy(near, far) // by splice(2): it costs next to nothing
	r.octets.Add(n)
}
