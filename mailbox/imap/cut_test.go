package imap_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"strings"
	"syscall"
	"testing"
	"testing/synctest"

	"heardback/mailbox"
	"heardback/mailbox/imap"
	"heardback/mailbox/imap/embedded"
)

// The connection breaks at each command in turn, before it is carried out and after: a letter is never placed twice, and
// what Place says of it is true.
func TestPlaceCut(t *testing.T) {
	for _, long := range []bool{false, true} { // with a literal that waits for the server, and without
		for _, executed := range []bool{false, true} {
			for n := 1; n <= 12; n++ {
				t.Run(fmt.Sprintf("long=%v executed=%v at=%d", long, executed, n), func(t *testing.T) {
					s := embedded.New(embedded.Options{})
					defer s.Close()
					c := client(t, account(s))
					l := letter("thanks")
					for long && len(l.Raw) < 10_000 {
						l.Raw = append(l.Raw, "More thanks.\r\n"...)
					}
					s.Cut(n, executed)
					at, err := c.Place(t.Context(), l)
					s.Cut(0, false)
					in, readErr := s.Messages("Drafts")
					if readErr != nil {
						t.Fatal(readErr)
					}
					switch {
					case err == nil && len(in) != 1, err != nil && !errors.Is(err, mailbox.ErrUnknown) && len(in) != 0, len(in) > 1:
						t.Errorf("%d drafts after %v", len(in), err)
					}
					// Looking settles it, whatever the answer was.
					p := placed(l, mailbox.Where{Folder: "Drafts", UIDValidity: at.UIDValidity})
					p.Open = true
					want := mailbox.Gone
					if len(in) == 1 {
						want = mailbox.Untouched
					}
					if got := look(t, c, p)[0]; got.State != want {
						t.Errorf("looked: %+v, want %s; Place said %v", got, want, err)
					}
					lawful(t, s)
				})
			}
		}
	}
}

// Whoever is told to stop while the letter is on its way must not say that it was not placed.
func TestPlaceCancelled(t *testing.T) {
	for _, at := range []string{"EXAMINE", "APPEND", "UID FETCH"} {
		s := embedded.New(embedded.Options{})
		ctx, cancel := context.WithCancel(t.Context())
		a := account(s)
		a.Tap = func(command string) {
			if strings.HasPrefix(command, at) {
				cancel()
			}
		}
		_, err := client(t, a).Place(ctx, letter("thanks"))
		in, readErr := s.Messages("Drafts")
		if readErr != nil {
			t.Fatal(readErr)
		}
		if len(in) == 1 && err != nil && !errors.Is(err, mailbox.ErrUnknown) || len(in) == 0 && err == nil {
			t.Errorf("cancelled at %s: %d drafts after %v", at, len(in), err)
		}
		s.Close()
	}
}

// A withdrawal that is cut leaves the draft in Drafts or in Trash, never in neither.
func TestWithdrawCut(t *testing.T) {
	for _, executed := range []bool{false, true} {
		for n := 1; n <= 8; n++ {
			s := embedded.New(embedded.Options{})
			c := client(t, account(s))
			p := place(t, c, "thanks")
			s.Cut(n, executed)
			err := c.Withdraw(t.Context(), p)
			s.Cut(0, false)
			drafts, _ := s.Messages("Drafts")
			trash, _ := s.Messages("Trash")
			if len(drafts)+len(trash) != 1 || err == nil && len(trash) != 1 {
				t.Errorf("executed=%v at=%d: %d in Drafts, %d in Trash after %v", executed, n, len(drafts), len(trash), err)
			}
			lawful(t, s)
			s.Close()
		}
	}
}

// A sync that is cut anywhere and taken up again reads each message once.
func TestSyncCut(t *testing.T) {
	const count = 7
	for _, executed := range []bool{false, true} {
		for n := 1; n <= 16; n++ {
			s := embedded.New(embedded.Options{})
			for i := range count {
				folder := []string{"INBOX", "Sent"}[i%2]
				if _, err := s.Deliver(folder, mail(fmt.Sprintf("%d@acme.example", i), "kim@acme.example", "Message"), start); err != nil {
					t.Fatal(err)
				}
			}
			c := client(t, account(s))
			var cursor mailbox.Cursor
			seen := map[string]int{}
			s.Cut(n, executed)
			for tries := 0; ; tries++ {
				got, err := tryRead(t.Context(), c, cursor)
				cursor = got.Cursor
				for _, m := range got.Messages {
					seen[m.ID]++
				}
				for _, f := range got.Failed {
					t.Errorf("executed=%v at=%d: set aside: %+v", executed, n, f)
				}
				if err == nil {
					break
				}
				if tries > 2 {
					t.Fatalf("executed=%v at=%d: still %v", executed, n, err)
				}
			}
			if len(seen) != count {
				t.Errorf("executed=%v at=%d: %d messages, want %d", executed, n, len(seen), count)
			}
			for id, times := range seen {
				if times != 1 {
					t.Errorf("executed=%v at=%d: %s read %d times", executed, n, id, times)
				}
			}
			s.Close()
		}
	}
}

// cutConn breaks after so many octets were read, in the middle of whatever they are.
type cutConn struct {
	net.Conn
	left int
}

func (c *cutConn) Read(b []byte) (int, error) {
	if c.left <= 0 {
		c.Close()
		return 0, io.ErrUnexpectedEOF
	}
	n, err := c.Conn.Read(b[:min(len(b), c.left)])
	c.left -= n
	return n, err
}

// Connections to a real server break at any octet, again and again: the sync arrives all the same, each message once.
func TestSyncCutAnywhere(t *testing.T) {
	b := newDovecot(t, "implicit")
	const count = 300
	var raw [][]byte
	for i := range count {
		raw = append(raw, mail(fmt.Sprintf("%d@acme.example", i), "kim@acme.example", "Message", "Comments: "+strings.Repeat("x", i)))
	}
	b.fill(t, "INBOX", raw)
	random := rand.New(rand.NewPCG(1, 2))
	broken := 0
	a := b.account()
	a.Dial = func(ctx context.Context, network, addr string) (net.Conn, error) {
		c, err := (&net.Dialer{}).DialContext(ctx, network, addr)
		if err != nil {
			return nil, err
		}
		broken++
		return &cutConn{c, 2000 + random.IntN(20_000+2000*broken)}, nil
	}
	c := client(t, a)
	var cursor mailbox.Cursor
	seen := map[string]int{}
	for range 200 {
		got, err := tryRead(t.Context(), c, cursor)
		cursor = got.Cursor
		for _, m := range got.Messages {
			seen[m.ID]++
		}
		if len(got.Failed) > 0 {
			t.Fatalf("set aside: %+v", got.Failed)
		}
		if err == nil && len(seen) == count {
			break
		}
	}
	for id, times := range seen {
		if times != 1 {
			t.Errorf("%s was read %d times", id, times)
		}
	}
	if len(seen) != count {
		t.Errorf("%d messages after %d connections, want %d", len(seen), broken, count)
	}
	t.Logf("%d connections", broken)
}

// The server's process is killed at random commands of a first sync: nothing is lost, nothing is read twice.
func TestSyncServerKilled(t *testing.T) {
	b := newDovecot(t, "implicit")
	b.user.Close() // or it would be killed too
	const count = 1000
	var raw [][]byte
	for i := range count {
		raw = append(raw, mail(fmt.Sprintf("%d@acme.example", i), "kim@acme.example", "Message"))
	}
	b.fill(t, "INBOX", raw)
	random := rand.New(rand.NewPCG(3, 4))
	kills := 0
	a := b.account()
	a.Tap = func(command string) {
		if kills < 25 && strings.HasPrefix(command, "UID ") && random.IntN(2) == 0 {
			n, err := b.KillSessions()
			if err != nil {
				t.Error(err)
			}
			kills += n
		}
	}
	c := client(t, a)
	for first := 0; kills < 25 && first < 40; first++ {
		var cursor mailbox.Cursor
		seen := map[string]int{}
		for range 100 {
			got, err := tryRead(t.Context(), c, cursor)
			cursor = got.Cursor
			for _, m := range got.Messages {
				seen[m.ID]++
			}
			if len(got.Failed) > 0 {
				t.Fatalf("set aside: %+v", got.Failed)
			}
			if err == nil {
				break
			}
		}
		for id, times := range seen {
			if times != 1 {
				t.Errorf("%s was read %d times", id, times)
			}
		}
		if len(seen) != count {
			t.Fatalf("%d messages after %d kills, want %d", len(seen), kills, count)
		}
	}
	if kills < 25 {
		t.Errorf("%d kills", kills)
	}
}

// brittle is a connection that breaks when a message is asked for.
type brittle struct {
	net.Conn
	breaks *int
	err    error
}

func (c brittle) Write(b []byte) (int, error) {
	if *c.breaks > 0 && strings.Contains(string(b), "UID FETCH") {
		*c.breaks--
		c.Close()
		return 0, c.err
	}
	return c.Conn.Write(b)
}

// A network that breaks again and again while one message is asked for, in whatever way it shows, is no reason to set the message aside.
func TestSyncOverABrittleNetwork(t *testing.T) {
	for _, why := range []error{net.ErrClosed, syscall.EPIPE, syscall.ECONNRESET, io.ErrClosedPipe} {
		synctest.Test(t, func(t *testing.T) {
			s := scripted{messages: 1}
			a, breaks := s.account(), 3
			dial := a.Dial
			a.Dial = func(ctx context.Context, network, addr string) (net.Conn, error) {
				c, err := dial(ctx, network, addr)
				return brittle{c, &breaks, why}, err
			}
			c, err := imap.New(a)
			if err != nil {
				t.Fatal(err)
			}
			defer c.Close()
			got, err := tryRead(t.Context(), c, nil)
			if err != nil || len(got.Messages) != 1 || len(got.Failed) != 0 || breaks != 0 {
				t.Errorf("%v: %d messages, set aside %+v, %d breaks left: %v", why, len(got.Messages), got.Failed, breaks, err)
			}
		})
	}
}
