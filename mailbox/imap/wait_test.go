package imap_test

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"heardback/mailbox/imap"
	"heardback/mailbox/imap/embedded"
)

func TestWaitWakes(t *testing.T) {
	everywhere(t, func(t *testing.T, b box) {
		c := client(t, b.account())
		first := read(t, c, nil)
		woken := make(chan error, 1)
		go func() { woken <- c.Wait(t.Context()) }()
		b.deliver(t, "INBOX", mail("1@acme.example", "kim@acme.example", "News"), start)
		if err := <-woken; err != nil {
			t.Fatal(err)
		}
		if got := ids(read(t, c, first.Cursor)); got != "1@acme.example" {
			t.Errorf("after waking: %s", got)
		}
		// What came between the last sync and Wait is news already.
		b.deliver(t, "INBOX", mail("2@acme.example", "kim@acme.example", "More"), start)
		if err := c.Wait(t.Context()); err != nil {
			t.Fatal(err)
		}
		b.law(t)
	})
}

// Weeks of waiting: IDLE is issued anew in time, the poll wakes, and a cancelled context ends it at once.
func TestWaitForWeeks(t *testing.T) {
	for _, noIdle := range []bool{false, true} {
		synctest.Test(t, func(t *testing.T) {
			s := embedded.New(embedded.Options{Quirks: embedded.Quirks{NoIdle: noIdle}})
			defer s.Close()
			a := account(s)
			a.Poll = 24 * time.Hour
			c, err := imap.New(a)
			if err != nil {
				t.Fatal(err)
			}
			defer c.Close()
			began := time.Now()
			for range 21 {
				if err := c.Wait(t.Context()); err != nil {
					t.Fatalf("after %s: %v", time.Since(began), err)
				}
			}
			if got := time.Since(began); got != 21*24*time.Hour {
				t.Errorf("21 polls of a day took %s", got)
			}
			ctx, cancel := context.WithTimeout(t.Context(), time.Hour)
			defer cancel()
			if err := c.Wait(ctx); !errors.Is(err, context.DeadlineExceeded) {
				t.Errorf("with a context that ends: %v", err)
			}
			lawful(t, s)
		})
	}
}

// A server that goes away while the client idles is an error soon, and the next call connects anew.
func TestWaitLosesServer(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := embedded.New(embedded.Options{})
		defer s.Close()
		c, err := imap.New(account(s))
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		began := time.Now()
		lost := make(chan error)
		go func() { lost <- c.Wait(t.Context()) }()
		synctest.Wait()
		s.Drop()
		if err := <-lost; !imap.Is(err, imap.Broken) {
			t.Errorf("got %v", err)
		}
		if took := time.Since(began); took > time.Second {
			t.Errorf("noticed after %s", took)
		}
		if _, err := c.Check(t.Context()); err != nil {
			t.Errorf("afterwards: %v", err)
		}
	})
}
