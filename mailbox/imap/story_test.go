package imap_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"heardback/mailbox"
	"heardback/mailbox/imap"
	"heardback/mailbox/imap/embedded"
)

var start = time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)

// account is the client's side of an embedded server over net.Pipe.
// atOnce leaves no server alone: what a story does next, it does at the same moment.
var atOnce = imap.Backoff{Base: 1, Cap: 1}

func account(s *embedded.Server) imap.Account {
	return imap.Account{
		Backoff: atOnce,
		Name:    "test", Host: "localhost", TLS: "none", Username: s.User(),
		Secret: func(context.Context) (string, error) { return s.Password(), nil },
		Dial:   s.Dial, Since: -1, Timeout: 5 * time.Second,
		Parse: mailbox.Options{Own: []string{"robin@seeker.example"}},
		Now:   func() time.Time { return start },
	}
}

func client(t testing.TB, a imap.Account) *imap.Client {
	t.Helper()
	c, err := imap.New(a)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return c
}

func mail(id, from, subject string, more ...string) []byte {
	h := fmt.Sprintf("Message-ID: <%s>\nFrom: %s\nTo: robin@seeker.example\nSubject: %s\nDate: Mon, 02 Mar 2026 08:00:00 +0000\n", id, from, subject)
	return []byte(h + strings.Join(more, "\n") + "\n\nText of " + id + ".\n")
}

// out is a mail or a draft of the user: its header fields one by one.
func out(fields ...string) []byte {
	return []byte("From: Robin <robin@seeker.example>\r\n" + strings.Join(fields, "\r\n") + "\r\n\r\nThank you, Kim.\r\n")
}

func letter(key string) mailbox.Letter {
	raw := out("Date: Mon, 02 Mar 2026 09:00:00 +0000", "To: Kim <kim@acme.example>", "Subject: Re: Your interview",
		"Message-ID: <"+key+"@seeker.example>", "In-Reply-To: <last@acme.example>", "References: <first@acme.example> <last@acme.example>")
	return mailbox.Letter{Folder: mailbox.Drafts, Key: key, MessageID: key + "@seeker.example", InReplyTo: "last@acme.example", Raw: raw}
}

func placed(l mailbox.Letter, at mailbox.Where) mailbox.Placed {
	return mailbox.Placed{
		Key: l.Key, MessageID: l.MessageID, InReplyTo: l.InReplyTo, To: "kim@acme.example", Subject: "Re: Your interview",
		At: start, Where: at,
	}
}

func place(t *testing.T, c *imap.Client, key string) mailbox.Placed {
	t.Helper()
	l := letter(key)
	at, err := c.Place(t.Context(), l)
	if err != nil {
		t.Fatal(err)
	}
	return placed(l, at)
}

// read reads everything that is new and returns it as one batch with the last cursor.
func read(t *testing.T, c *imap.Client, from mailbox.Cursor) mailbox.Batch {
	t.Helper()
	all, err := tryRead(t.Context(), c, from)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func tryRead(ctx context.Context, c *imap.Client, from mailbox.Cursor) (mailbox.Batch, error) {
	all := mailbox.Batch{Cursor: from}
	err := c.Sync(ctx, from, func(h *mailbox.Header) mailbox.Want {
		switch {
		case strings.Contains(h.Subject, "newsletter"):
			return mailbox.WantHeader
		case strings.Contains(h.Subject, "words"):
			return mailbox.WantWords
		}
		return mailbox.WantAll
	}, func(b mailbox.Batch) error {
		all.Messages = append(all.Messages, b.Messages...)
		all.Skipped = append(all.Skipped, b.Skipped...)
		all.Failed = append(all.Failed, b.Failed...)
		all.Cursor, all.Done, all.Total = b.Cursor, b.Done, b.Total
		return nil
	})
	return all, err
}

func ids(b mailbox.Batch) string {
	var l []string
	for _, m := range b.Messages {
		l = append(l, m.ID)
	}
	return strings.Join(l, " ")
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
