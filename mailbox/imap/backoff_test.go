package imap_test

import (
	"context"
	"encoding/base64"
	"errors"
	"io"
	"net"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"heardback/mailbox"
	"heardback/mailbox/imap"
	"heardback/mailbox/imap/embedded"
)

// dials counts how often a server is asked for a connection, and lets a test take the network away.
type dials struct {
	at   []time.Time
	away bool
	dial func(context.Context, string, string) (net.Conn, error)
}

func (d *dials) Dial(ctx context.Context, network, addr string) (net.Conn, error) {
	d.at = append(d.at, time.Now())
	if d.away {
		return nil, &net.OpError{Op: "dial", Err: errors.New("network is unreachable")}
	}
	return d.dial(ctx, network, addr)
}

// counted is an account whose connections are counted, with the spacing of a daemon.
func counted(a imap.Account) (imap.Account, *dials) {
	d := &dials{dial: a.Dial}
	a.Dial, a.Backoff = d.Dial, imap.Backoff{}
	return a, d
}

// awaits does what the daemon's loop does with one account for a while: a Sync, then Wait until it wakes. It returns the errors of Sync.
func awaits(ctx context.Context, c *imap.Client, cursor mailbox.Cursor) (errs []error) {
	for ctx.Err() == nil {
		all, err := tryRead(ctx, c, cursor)
		if errs = append(errs, err); err == nil {
			cursor = all.Cursor
		}
		nap, stop := context.WithTimeout(ctx, 15*time.Minute)
		for nap.Err() == nil && c.Wait(nap) != nil {
		}
		stop()
	}
	return errs
}

// A network that is away for 23 hours is tried again ever more slowly, never more slowly than every quarter of an hour, and that is told
// once; when it is back, what came meanwhile is read without anybody doing anything.
func TestNetworkIsAwayForADay(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := embedded.New(embedded.Options{})
		defer s.Close()
		a, d := counted(account(s))
		c, err := imap.New(a)
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		first := read(t, c, nil)
		d.away = true
		s.Drop()
		synctest.Wait()
		day, stop := context.WithTimeout(t.Context(), 23*time.Hour)
		defer stop()
		told := 0
		for _, err := range awaits(day, c, first.Cursor) {
			if err != nil && !errors.Is(err, mailbox.ErrLater) {
				told++
			}
		}
		if told != 1 {
			t.Errorf("it was told %d times in a day", told)
		}
		n := len(d.at)
		if n < 23*4 || n > 23*8+20 {
			t.Errorf("%d attempts in a day", n)
		}
		for i := 2; i < n; i++ {
			if gap := d.at[i].Sub(d.at[i-1]); gap > 15*time.Minute || i > 12 && gap < 7*time.Minute {
				t.Errorf("attempt %d came after %s", i, gap)
			}
		}
		if _, err := tryRead(t.Context(), c, nil); !errors.Is(err, mailbox.ErrLater) || len(d.at) != n {
			t.Errorf("asked in between: %v, %d more attempts", err, len(d.at)-n)
		}
		d.away = false
		if _, err := s.Deliver("INBOX", mail("1@acme.example", "kim@acme.example", "News"), start); err != nil {
			t.Fatal(err)
		}
		began := time.Now()
		if err := c.Wait(t.Context()); err != nil || time.Since(began) > 15*time.Minute {
			t.Fatalf("the network came back: %v after %s", err, time.Since(began))
		}
		if got := ids(read(t, c, first.Cursor)); got != "1@acme.example" {
			t.Errorf("read %q", got)
		}
	})
}

// A connection that breaks while it idles is opened again at once, and what came meanwhile wakes.
func TestIdleGoesOn(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := embedded.New(embedded.Options{})
		defer s.Close()
		a, d := counted(account(s))
		c, err := imap.New(a)
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		cursor := read(t, c, nil).Cursor
		for i := range 3 {
			began, woken := time.Now(), make(chan error)
			go func() { woken <- c.Wait(t.Context()) }()
			synctest.Wait()
			s.Drop()
			if _, err := s.Deliver("INBOX", mail(strings.Repeat("1", i+1)+"@acme.example", "kim@acme.example", "News"), start); err != nil {
				t.Fatal(err)
			}
			if err := <-woken; err != nil || time.Since(began) > time.Second {
				t.Errorf("Wait: %v after %s", err, time.Since(began))
			}
			cursor = read(t, c, cursor).Cursor
		}
		if len(d.at) != 4 {
			t.Errorf("%d connections, want one more after each break", len(d.at))
		}
	})
}

// What a server says decides for how long it is left alone.
func TestLeftAlone(t *testing.T) {
	for name, row := range map[string]struct {
		script  script
		kind    imap.Kind
		atLeast time.Duration
	}{
		"too many connections": {func(w io.Writer, command string) string {
			if strings.HasPrefix(command, "AUTHENTICATE") {
				io.WriteString(w, "* BYE [LIMIT] Too many simultaneous connections\r\n")
				return hangup
			}
			return ""
		}, imap.Limited, 5 * time.Minute},
		"rate limit": {func(w io.Writer, command string) string {
			if strings.HasPrefix(command, "EXAMINE") {
				return "NO [LIMIT] Rate limit hit"
			}
			return ""
		}, imap.Limited, 5 * time.Minute},
		"wrong password": {func(w io.Writer, command string) string {
			if strings.HasPrefix(command, "AUTHENTICATE") {
				return "NO [AUTHENTICATIONFAILED] no"
			}
			return ""
		}, imap.LoginRefused, time.Minute},
		"restarting": {func(w io.Writer, command string) string {
			if strings.HasPrefix(command, "LIST") {
				return "NO [UNAVAILABLE] try later"
			}
			return ""
		}, imap.Unreachable, 2 * time.Second},
		"silent": {func(w io.Writer, command string) string {
			if strings.HasPrefix(command, "EXAMINE") {
				select {} // never
			}
			return ""
		}, imap.Silent, 2 * time.Second},
	} {
		t.Run(name, func(t *testing.T) {
			if name == "silent" {
				t.Parallel() // its server never ends, so no bubble
				s := &scripted{messages: 1, script: row.script}
				a, d := counted(s.account())
				a.Timeout = 50 * time.Millisecond
				heldBack(t, client(t, a), d, row.kind)
				return
			}
			synctest.Test(t, func(t *testing.T) {
				s := &scripted{messages: 1, script: row.script}
				a, d := counted(s.account())
				c, err := imap.New(a)
				if err != nil {
					t.Fatal(err)
				}
				defer c.Close()
				heldBack(t, c, d, row.kind)
				n, began := len(d.at), time.Now()
				if err := c.Wait(t.Context()); !imap.Is(err, row.kind) {
					t.Errorf("Wait: %v", err)
				}
				if len(d.at) > n && d.at[n].Sub(began) < row.atLeast || time.Since(began) < row.atLeast {
					t.Errorf("left alone for %s, want %s at least", time.Since(began), row.atLeast)
				}
			})
		})
	}
}

// heldBack fails once, and is then told at once that the server is left alone.
func heldBack(t *testing.T, c *imap.Client, d *dials, kind imap.Kind) {
	t.Helper()
	if _, err := tryRead(t.Context(), c, nil); !imap.Is(err, kind) || errors.Is(err, mailbox.ErrLater) {
		t.Fatalf("got %v, want %q", err, kind)
	}
	n := len(d.at)
	_, err := c.Look(t.Context(), []mailbox.Placed{{Key: "k", MessageID: "m"}})
	if !errors.Is(err, mailbox.ErrLater) || !strings.Contains(err.Error(), "left alone until") || len(d.at) != n {
		t.Errorf("asked again at once: %v, %d more connections", err, len(d.at)-n)
	}
}

// A folder that is missing is no trouble of the server's: the next call asks it.
func TestMissingFolderIsNoTrouble(t *testing.T) {
	s := embedded.New(embedded.Options{})
	defer s.Close()
	a, _ := counted(account(s))
	a.Folders = []string{"Jobs"}
	c := client(t, a)
	for range 3 {
		if _, err := tryRead(t.Context(), c, nil); !imap.Is(err, imap.NoFolder) || errors.Is(err, mailbox.ErrLater) {
			t.Fatalf("got %v", err)
		}
	}
}

// A token that ends in a live session is not the end of the session's work: the connection is opened anew, the token that is refused is
// reported, and the fresh one is used.
func TestTokenEndsInALiveSession(t *testing.T) {
	for name, says := range map[string]string{"refusal": "NO [EXPIRED] the token has expired", "good-bye": hangup} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				ended := false
				token, fresh := "old", base64.StdEncoding.EncodeToString([]byte("\x00robin\x00fresh"))
				s := &scripted{messages: 1, script: func(w io.Writer, command string) string {
					switch {
					case !ended:
					case strings.HasPrefix(command, "AUTHENTICATE") && !strings.Contains(command, fresh):
						return "NO [AUTHENTICATIONFAILED] the token has expired"
					case strings.HasPrefix(command, "EXAMINE") && token == "old":
						if says == hangup {
							io.WriteString(w, "* BYE session expired, please log in again\r\n")
						}
						return says
					}
					return ""
				}}
				a := s.account()
				a.LoginAgain = time.Second
				a.Secret = func(context.Context) (string, error) { return token, nil }
				var refused []string
				a.Refused = func(secret string) error {
					refused, token = append(refused, secret), "fresh"
					return nil
				}
				c, err := imap.New(a)
				if err != nil {
					t.Fatal(err)
				}
				defer c.Close()
				if _, err := tryRead(t.Context(), c, nil); err != nil {
					t.Fatal(err)
				}
				ended = true
				if _, err := tryRead(t.Context(), c, nil); err != nil {
					t.Errorf("after the token ended: %v", err)
				}
				if len(refused) != 1 || refused[0] != "old" {
					t.Errorf("refused: %q", refused)
				}
			})
		})
	}
}
