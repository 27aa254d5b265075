package imap_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"heardback/mailbox"
	"heardback/mailbox/imap"
	"heardback/mailbox/imap/embedded"
)

var start = time.Date(2027, 3, 1, 9, 0, 0, 0, time.UTC)

// account is the client's side of an embedded server over net.Pipe.
func account(s *embedded.Server) imap.Account {
	return imap.Account{
		Name: "test", Host: "localhost", TLS: "none", Username: s.User(),
		Secret: func(context.Context) (string, error) { return s.Password(), nil },
		Dial:   s.Dial, Since: -1, Timeout: 5 * time.Second,
		Parse: mailbox.Options{Own: []string{"robin@seeker.example"}},
		Now:   func() time.Time { return start },
	}
}

func client(t *testing.T, a imap.Account) *imap.Client {
	t.Helper()
	c, err := imap.New(a)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return c
}

func mail(id, from, subject string, more ...string) []byte {
	h := fmt.Sprintf("Message-ID: <%s>\nFrom: %s\nTo: robin@seeker.example\nSubject: %s\nDate: Mon, 01 Mar 2027 08:00:00 +0000\n", id, from, subject)
	return []byte(h + strings.Join(more, "\n") + "\n\nText of " + id + ".\n")
}

func letter(key string) mailbox.Letter {
	raw := "Date: Mon, 01 Mar 2027 09:00:00 +0000\r\nFrom: Robin <robin@seeker.example>\r\nTo: Kim <kim@acme.example>\r\n" +
		"Subject: Re: Your interview\r\nMessage-ID: <" + key + "@seeker.example>\r\nIn-Reply-To: <last@acme.example>\r\n" +
		"References: <first@acme.example> <last@acme.example>\r\n\r\nThank you.\r\n"
	return mailbox.Letter{Folder: mailbox.Drafts, Key: key, MessageID: key + "@seeker.example", InReplyTo: "last@acme.example", Raw: []byte(raw)}
}

func placed(l mailbox.Letter, at mailbox.Where) mailbox.Placed {
	return mailbox.Placed{
		Key: l.Key, MessageID: l.MessageID, InReplyTo: l.InReplyTo, To: "kim@acme.example", Subject: "Re: Your interview",
		At: start, Where: at,
	}
}

// sync reads everything that is new and returns it as one batch with the last cursor.
func sync(t *testing.T, c *imap.Client, from mailbox.Cursor) mailbox.Batch {
	t.Helper()
	all := mailbox.Batch{Cursor: from}
	err := c.Sync(t.Context(), from, func(h *mailbox.Header) bool { return !strings.Contains(h.Subject, "newsletter") }, func(b mailbox.Batch) error {
		all.Messages = append(all.Messages, b.Messages...)
		all.Skipped = append(all.Skipped, b.Skipped...)
		all.Failed = append(all.Failed, b.Failed...)
		all.Cursor, all.Done, all.Total = b.Cursor, b.Done, b.Total
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func deliver(t *testing.T, s *embedded.Server, folder string, raw []byte, at time.Time) uint32 {
	t.Helper()
	uid, err := s.Deliver(folder, raw, at)
	if err != nil {
		t.Fatal(err)
	}
	return uid
}

func look(t *testing.T, c *imap.Client, p ...mailbox.Placed) []mailbox.Sighting {
	t.Helper()
	got, err := c.Look(t.Context(), p)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func lawful(t *testing.T, s *embedded.Server) {
	t.Helper()
	if err := s.Law(); err != nil {
		t.Errorf("the law of the wire: %v", err)
	}
}

func TestSync(t *testing.T) {
	s := embedded.New(embedded.Options{})
	defer s.Close()
	deliver(t, s, "INBOX", mail("1@acme.example", "kim@acme.example", "Your application"), start)
	deliver(t, s, "INBOX", mail("2@shop.example", "news@shop.example", "newsletter"), start.Add(-time.Hour))
	deliver(t, s, "INBOX", mail("3@acme.example", "kim@acme.example", "Earlier"), start.Add(-2*time.Hour))
	deliver(t, s, "Sent", mail("4@seeker.example", "other@seeker.example", "Re: Your application"), start)
	c := client(t, account(s))
	got := sync(t, c, nil)
	var ids []string
	for _, m := range got.Messages {
		ids = append(ids, m.ID)
	}
	if want := "3@acme.example 1@acme.example 4@seeker.example"; strings.Join(ids, " ") != want {
		t.Errorf("messages %v, want %s", ids, want)
	}
	if len(got.Skipped) != 1 || got.Skipped[0].ID != "2@shop.example" {
		t.Errorf("skipped %v", got.Skipped)
	}
	if m := got.Messages[1]; m.Text != "Text of 1@acme.example." || !m.Received.Equal(start) || m.Own {
		t.Errorf("message: %+v", m)
	}
	if !got.Messages[2].Own {
		t.Error("what lies in Sent is the user's own")
	}
	if got.Done != 4 || got.Total != 4 {
		t.Errorf("progress %d of %d", got.Done, got.Total)
	}
	if again := sync(t, c, got.Cursor); len(again.Messages)+len(again.Skipped) != 0 {
		t.Errorf("read twice: %v", again.Messages)
	}
	deliver(t, s, "INBOX", mail("5@acme.example", "kim@acme.example", "News"), start.Add(time.Hour))
	if more := sync(t, c, got.Cursor); len(more.Messages) != 1 || more.Messages[0].ID != "5@acme.example" {
		t.Errorf("after a delivery: %v", more.Messages)
	}
	lawful(t, s)
}

func TestPlaceLookWithdraw(t *testing.T) {
	s := embedded.New(embedded.Options{Now: func() time.Time { return start }})
	defer s.Close()
	c := client(t, account(s))
	l := letter("thanks")
	at, err := c.Place(t.Context(), l)
	if err != nil {
		t.Fatal(err)
	}
	if at.Folder != "Drafts" || at.UID == 0 || len(at.Hash) != 64 {
		t.Errorf("placed at %+v", at)
	}
	in, _ := s.Messages("Drafts")
	if len(in) != 1 || string(in[0].Raw) != string(l.Raw) {
		t.Fatalf("Drafts: %+v", in)
	}
	if got := look(t, c, placed(l, at)); got[0].State != mailbox.Untouched || got[0].Where != at {
		t.Errorf("right after: %+v", got)
	}
	if err := c.Withdraw(t.Context(), placed(l, at)); err != nil {
		t.Fatal(err)
	}
	trash, _ := s.Messages("Trash")
	if drafts, _ := s.Messages("Drafts"); len(drafts) != 0 || len(trash) != 1 {
		t.Errorf("after the withdrawal: %d drafts, %d in Trash", len(drafts), len(trash))
	}
	if err := c.Withdraw(t.Context(), placed(l, at)); !errors.Is(err, mailbox.ErrTouched) {
		t.Errorf("withdrawn twice: %v", err)
	}
	lawful(t, s)
}
