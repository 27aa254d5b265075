package imap_test

import (
	"bytes"
	"compress/flate"
	"context"
	"fmt"
	"io"
	"net"
	"strings"
	"testing"
	"testing/synctest"

	"heardback/mailbox/imap"
	"heardback/mailbox/imap/dovecot"
)

// A server that offers to compress does so, and far fewer octets come; all else is as before, also for a letter that fills more than one block.
func TestCompressed(t *testing.T) {
	came := map[bool]int64{}
	for _, compressed := range []bool{false, true} {
		var options []dovecot.Option
		if compressed {
			options = append(options, dovecot.Compress)
		}
		b := newDovecot(t, "implicit", options...)
		var raw [][]byte
		for i := range 200 {
			raw = append(raw, mail(fmt.Sprintf("%d@acme.example", i), "kim@acme.example", "Message"))
		}
		b.fill(t, "INBOX", raw)
		a := b.account()
		var octets int64
		a.Dial = func(ctx context.Context, network, addr string) (net.Conn, error) {
			c, err := (&net.Dialer{}).DialContext(ctx, network, addr)
			return tallied{c, &octets}, err
		}
		c := client(t, a)
		if got := read(t, c, nil); len(got.Messages) != len(raw) {
			t.Errorf("compressed %v: read %d messages", compressed, len(got.Messages))
		}
		l := letter("thanks")
		for len(l.Raw) < 100_000 {
			l.Raw = append(l.Raw, "More thanks.\r\n"...)
		}
		if _, err := c.Place(t.Context(), l); err != nil {
			t.Error(err)
		}
		if in := b.messages(t, "Drafts"); len(in) != 1 || !bytes.Equal(in[0].Raw, l.Raw) {
			t.Errorf("compressed %v: %d drafts", compressed, len(in))
		}
		came[compressed] = octets
		asked := strings.Contains(strings.Join(*b.commands, "\n"), "COMPRESS DEFLATE")
		if asked != compressed {
			t.Errorf("compressed %v, asked %v", compressed, asked)
		}
		b.law(t)
	}
	if 3*came[true] > came[false] {
		t.Errorf("%d octets instead of %d", came[true], came[false])
	}
}

// tallied counts what is read.
type tallied struct {
	net.Conn
	octets *int64
}

func (c tallied) Read(b []byte) (int, error) {
	n, err := c.Conn.Read(b)
	*c.octets += int64(n)
	return n, err
}

// A server that refuses to compress, or cannot be understood once it does, is read as it is.
func TestCompressRefused(t *testing.T) {
	deflated := func(text string) string {
		var b bytes.Buffer
		w, _ := flate.NewWriter(&b, 9)
		io.WriteString(w, text)
		w.Flush()
		return b.String()
	}
	for name, x := range map[string]struct {
		answer      string // to COMPRESS, and then a NO or nothing
		connections int
	}{
		"says no":                    {"", 1},
		"says no, after other words": {"* OK hello\r\n* 3 EXISTS\r\n", 1},
		"falls silent":               {"compress OK\r\n", 2},
		"says something else":        {"compress OK\r\nT2 OK NOOP done\r\n", 2},
		"compresses nonsense":        {"compress OK\r\n" + deflated(strings.Repeat("\x00", 1<<20)), 2},
		"hangs up":                   {hangup, 2},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				connections, stop := 0, make(chan struct{})
				defer close(stop)
				s := scripted{messages: 3, script: func(w io.Writer, c string) string {
					switch {
					case strings.HasPrefix(c, "AUTHENTICATE"):
						connections++
						return "OK [CAPABILITY IMAP4rev1 IDLE COMPRESS=DEFLATE] in"
					case c != "COMPRESS DEFLATE":
						return ""
					case x.answer != hangup:
						io.WriteString(w, x.answer)
						if x.connections == 1 {
							return "NO not now"
						}
						<-stop
					}
					return hangup
				}}
				c, err := imap.New(s.account())
				if err != nil {
					t.Fatal(err)
				}
				defer c.Close()
				got, err := tryRead(t.Context(), c, nil)
				if err != nil || len(got.Messages) != 3 || connections != x.connections {
					t.Errorf("%d messages on %d connections: %v", len(got.Messages), connections, err)
				}
			})
		})
	}
}
