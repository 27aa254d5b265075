package imap_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"os"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"heardback/mailbox"
)

// countConn counts what is read.
type countConn struct {
	net.Conn
	n *atomic.Int64
}

func (c countConn) Read(b []byte) (int, error) {
	n, err := c.Conn.Read(b)
	c.n.Add(int64(n))
	return n, err
}

// generated makes a mailbox: short mail, long HTML, and some with an attachment of a megabyte.
func generated(n int) (raw [][]byte, octets int64) {
	attachment := strings.Repeat(strings.Repeat("QUJD", 19)+"\n", 18_000)
	for i := range n {
		body := strings.Repeat("We have received your application and will come back to you.\n", 20)
		kind := "text/plain"
		switch {
		case i%20 == 0:
			kind = "multipart/mixed; boundary=b"
			body = "--b\nContent-Type: text/plain\n\n" + body + "--b\nContent-Type: application/pdf\nContent-Transfer-Encoding: base64\n\n" + attachment + "--b--\n"
		case i%5 == 0:
			kind, body = "text/html", strings.Repeat("<p style=\"margin:0\">"+body+"</p>\n", 25)
		}
		m := mail(fmt.Sprintf("%d@acme.example", i), "Kim Example <kim@acme.example>", "Your application "+strconv.Itoa(i),
			"MIME-Version: 1.0", "Content-Type: "+kind, "Received: from a.example by b.example; Mon, 02 Mar 2026 08:00:00 +0000",
			"DKIM-Signature: v=1; a=rsa-sha256; d=acme.example; b="+strings.Repeat("A", 300))
		m = append(m[:len(m)-len(fmt.Sprintf("Text of %d@acme.example.\n", i))], body...)
		raw, octets = append(raw, m), octets+int64(len(m))
	}
	return raw, octets
}

// BenchmarkSync reads a mailbox on a private Dovecot from its beginning, beside a bare client that does nothing but read
// the same header fields from its socket. HEARDBACK_BENCH_MESSAGES says how many messages, 1,000 without it.
func BenchmarkSync(b *testing.B) {
	count, err := strconv.Atoi(os.Getenv("HEARDBACK_BENCH_MESSAGES"))
	if err != nil {
		count = 1000
	}
	s := newDovecot(b, "none")
	raw, octets := generated(count)
	if err := s.Deliver("INBOX", start, raw...); err != nil {
		b.Fatal(err)
	}
	addr := net.JoinHostPort("127.0.0.1", strconv.Itoa(s.Port))
	var read atomic.Int64
	report := func(b *testing.B) {
		b.ReportMetric(float64(count*b.N)/b.Elapsed().Seconds(), "msgs/s")
		b.ReportMetric(100*float64(read.Load())/float64(octets)/float64(b.N), "%bytes")
	}
	bare(b, addr, &read) // the index is warm from here on
	b.Run("bare client", func(b *testing.B) {
		read.Store(0)
		for b.Loop() {
			bare(b, addr, &read)
		}
		report(b)
	})
	for _, every := range []int{0, 10, 1} {
		b.Run(fmt.Sprintf("text of every %d", every), func(b *testing.B) {
			read.Store(0)
			for b.Loop() {
				a := s.account()
				a.Port = s.Port
				a.Tap = nil
				a.Dial = func(ctx context.Context, network, _ string) (net.Conn, error) {
					c, err := (&net.Dialer{}).DialContext(ctx, network, addr)
					return countConn{c, &read}, err
				}
				c := client(b, a)
				i, got := 0, 0
				want := func(*mailbox.Header) bool { i++; return every > 0 && i%every == 0 }
				err := c.Sync(b.Context(), nil, want, func(batch mailbox.Batch) error {
					got += len(batch.Messages) + len(batch.Skipped)
					return nil
				})
				if err != nil || got != count {
					b.Fatalf("%d of %d messages, %v", got, count, err)
				}
				c.Close()
			}
			report(b)
		})
	}
}

// bare asks for 13 header fields of all messages in one command and reads to the end of the answer.
func bare(b *testing.B, addr string, read *atomic.Int64) {
	b.Helper()
	c, err := net.Dial("tcp", addr)
	if err != nil {
		b.Fatal(err)
	}
	defer c.Close()
	if err := c.SetDeadline(time.Now().Add(time.Minute)); err != nil {
		b.Fatal(err)
	}
	io.WriteString(c, "a LOGIN robin secret\r\nb EXAMINE INBOX\r\nc FETCH 1:* (UID RFC822.SIZE INTERNALDATE BODY.PEEK[HEADER.FIELDS (MESSAGE-ID IN-REPLY-TO REFERENCES "+
		"DATE FROM SENDER REPLY-TO TO CC SUBJECT CONTENT-TYPE LIST-ID AUTO-SUBMITTED)])\r\nd LOGOUT\r\n")
	lines := bufio.NewReader(countConn{c, read})
	for {
		line, err := lines.ReadString('\n')
		if err != nil {
			b.Fatal(err)
		}
		if strings.HasPrefix(line, "d OK") {
			return
		}
	}
}
