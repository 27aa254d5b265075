package embedded_test

import (
	"context"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"

	"heardback/mailbox/imap/embedded"
)

const mail = "From: a@example.com\r\nSubject: hello\r\n\r\nbody\r\n"

func connect(t *testing.T, s *embedded.Server, o *imapclient.Options) *imapclient.Client {
	t.Helper()
	conn, err := s.Dial(context.Background(), "", "")
	if err != nil {
		t.Fatal(err)
	}
	c := imapclient.New(conn, o)
	if err := c.Login(s.User(), s.Password()).Wait(); err != nil {
		t.Fatal(err)
	}
	return c
}

func TestSpecialUseAndContent(t *testing.T) {
	s := embedded.New(embedded.Options{})
	defer s.Close()
	c := connect(t, s, nil)
	defer c.Close()
	list, err := c.List("", "*", &imap.ListOptions{ReturnSpecialUse: true}).Collect()
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]bool{}
	for _, l := range list {
		for _, a := range l.Attrs {
			got[l.Mailbox+string(a)] = true
		}
	}
	for _, want := range []string{`Drafts\Drafts`, `Sent\Sent`, `Trash\Trash`} {
		if !got[want] {
			t.Errorf("LIST lacks %s: %v", want, got)
		}
	}
	at := time.Date(2027, 3, 1, 9, 0, 0, 0, time.UTC)
	uid, err := s.Deliver("INBOX", []byte("From: a@example.com\n\nbody\n"), at)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Move("INBOX", uid, "Trash"); err != nil {
		t.Fatal(err)
	}
	left, err := s.Messages("INBOX")
	if err != nil || len(left) != 0 {
		t.Errorf("INBOX after the move: %v, %v", left, err)
	}
	trash, err := s.Messages("Trash")
	if err != nil || len(trash) != 1 || string(trash[0].Raw) != "From: a@example.com\r\n\r\nbody\r\n" || !trash[0].Date.Equal(at) {
		t.Errorf("Trash after the move: %v, %v", trash, err)
	}
	if slices.Contains(trash[0].Flags, `\deleted`) {
		t.Error("the copy in Trash is marked deleted")
	}
}

// A message that comes between EXAMINE and IDLE, or while idling, is announced.
func TestIdleAnnounces(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := embedded.New(embedded.Options{})
		defer s.Close()
		exists := make(chan uint32, 8)
		c := connect(t, s, &imapclient.Options{UnilateralDataHandler: &imapclient.UnilateralDataHandler{
			Mailbox: func(d *imapclient.UnilateralDataMailbox) {
				if d.NumMessages != nil {
					exists <- *d.NumMessages
				}
			},
		}})
		defer c.Close()
		if _, err := c.Select("INBOX", &imap.SelectOptions{ReadOnly: true}).Wait(); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Deliver("INBOX", []byte(mail), time.Now()); err != nil {
			t.Fatal(err)
		}
		idle, err := c.Idle()
		if err != nil {
			t.Fatal(err)
		}
		if got := <-exists; got != 1 {
			t.Errorf("EXISTS %d, want 1", got)
		}
		if _, err := s.Deliver("INBOX", []byte(mail), time.Now()); err != nil {
			t.Fatal(err)
		}
		if got := <-exists; got != 2 {
			t.Errorf("EXISTS %d, want 2", got)
		}
		if err := idle.Close(); err != nil {
			t.Fatal(err)
		}
		if err := idle.Wait(); err != nil {
			t.Fatal(err)
		}
	})
}

func TestLaw(t *testing.T) {
	s := embedded.New(embedded.Options{})
	defer s.Close()
	uid, err := s.Deliver("INBOX", []byte(mail), time.Now())
	if err != nil {
		t.Fatal(err)
	}
	c := connect(t, s, nil)
	defer c.Close()
	if _, err := c.Select("INBOX", nil).Wait(); err != nil {
		t.Fatal(err)
	}
	if err := s.Law(); err != nil {
		t.Errorf("lawful so far, got %v", err)
	}
	set := imap.UIDSetNum(imap.UID(uid))
	if _, err := c.Move(set, "Trash").Wait(); err != nil {
		t.Fatal(err)
	}
	if s.Law() == nil {
		t.Error("moving mail that we did not place passed")
	}
}
