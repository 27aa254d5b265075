package imap_test

import (
	"context"
	"io"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"heardback/mailbox"
	"heardback/mailbox/imap"
	"heardback/mailbox/imap/embedded"
)

// A token that runs out in a live session is fetched anew, without a word to the user.
func TestTokenExpires(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := scripted{messages: 1}
		examined, logins := 0, 0
		s.script = func(w io.Writer, c string) string {
			switch {
			case strings.HasPrefix(c, "AUTHENTICATE"):
				logins++
			case strings.HasPrefix(c, "EXAMINE"):
				if examined++; examined == 5 {
					return "NO [AUTHENTICATIONFAILED] Session expired, please login again."
				}
			}
			return ""
		}
		c, err := imap.New(s.account())
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		for range 6 {
			if _, err := tryRead(t.Context(), c, nil); err != nil {
				t.Fatal(err)
			}
		}
		if logins != 2 {
			t.Errorf("%d logins, want 2", logins)
		}
	})
}

// The wrong scope shows itself after a login that seemed to succeed.
func TestWrongScope(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := scripted{script: func(w io.Writer, c string) string {
			if strings.HasPrefix(c, "LIST") {
				return "BAD User is authenticated but not connected."
			}
			return ""
		}}
		c, err := imap.New(s.account())
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		if _, err := tryRead(t.Context(), c, nil); !imap.Is(err, imap.LoginRefused) {
			t.Errorf("got %v", err)
		}
	})
}

// A folder that the user creates after the complaint is found without a new start.
func TestFolderAppears(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := embedded.New(embedded.Options{Folders: folders("Sent")})
		defer s.Close()
		c, err := imap.New(account(s))
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		if _, err := c.Next(t.Context(), mailbox.Drafts); !imap.Is(err, imap.NoFolder) {
			t.Errorf("got %v", err)
		}
		if err := s.Create(embedded.Folder{Name: "Drafts"}); err != nil {
			t.Fatal(err)
		}
		time.Sleep(2 * time.Minute) // of the fake clock
		if _, err := c.Next(t.Context(), mailbox.Drafts); err != nil {
			t.Errorf("afterwards: %v", err)
		}
	})
}

// A client that is told to stop while a server is silent stops soon.
func TestWaitStops(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		stop := make(chan struct{})
		defer close(stop)
		s := scripted{messages: 1, script: func(w io.Writer, c string) string {
			if c == "IDLE" {
				io.WriteString(w, "+ idling\r\n")
				<-stop
				return hangup
			}
			return ""
		}}
		c, err := imap.New(s.account())
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		began := time.Now()
		if err := c.Wait(ctx); err != context.DeadlineExceeded {
			t.Errorf("got %v", err)
		}
		if took := time.Since(began); took > time.Minute+5*time.Second {
			t.Errorf("it stopped after %s", took)
		}
	})
}

// A letter to the user is looked for in INBOX, by its Message-ID alone.
func TestLookInInbox(t *testing.T) {
	everywhere(t, func(t *testing.T, b box) {
		c := client(t, b.account())
		l := mailbox.Letter{Folder: mailbox.Inbox, Key: "week", MessageID: "week@seeker.example", Raw: mail("week@seeker.example", "robin@seeker.example", "Your week")}
		at, err := c.Place(t.Context(), l)
		if err != nil {
			t.Fatal(err)
		}
		b.deliver(t, "INBOX", mail("week@seeker.example.other", "kim@acme.example", "Looks like it"), start)
		p := mailbox.Placed{Key: l.Key, MessageID: l.MessageID, Where: at, At: start}
		if got := look(t, c, p)[0]; got.State != mailbox.Untouched {
			t.Errorf("lies there: %+v", got)
		}
		b.move(t, "INBOX", at.UID, "Trash")
		if got := look(t, c, p)[0]; got.State != mailbox.Deleted {
			t.Errorf("deleted: %+v", got)
		}
	})
}

// Two letters in one thread are told apart, whatever becomes of either.
func TestLookTellsLettersApart(t *testing.T) {
	everywhere(t, func(t *testing.T, b box) {
		c := client(t, b.account())
		first, second := place(t, c, "thanks"), place(t, c, "status")
		b.remove(t, "Drafts", first.Where.UID)
		got := look(t, c, first, second)
		if got[0].State != mailbox.Gone || got[1].State != mailbox.Untouched {
			t.Errorf("got %+v", got)
		}
	})
}

// Proton Bridge drops In-Reply-To from what it saves: recipient and subject tell then.
func TestLookWithoutThread(t *testing.T) {
	everywhere(t, func(t *testing.T, b box) {
		c := client(t, b.account())
		p := place(t, c, "thanks")
		b.deliver(t, "Drafts", out("To: kim@acme.example", "Subject: Re: Your interview", "Message-ID: <new@seeker.example>"), start)
		b.remove(t, "Drafts", p.Where.UID)
		if got := look(t, c, p)[0]; got.State != mailbox.Edited {
			t.Errorf("got %+v", got)
		}
	})
}
