package imap_test

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	goimap "github.com/emersion/go-imap/v2"

	"heardback/mailbox"
	"heardback/mailbox/imap/embedded"
)

func wantAll(*mailbox.Header) mailbox.Want { return mailbox.WantAll }

func TestSync(t *testing.T) {
	everywhere(t, func(t *testing.T, b box) {
		b.deliver(t, "INBOX", mail("1@acme.example", "kim@acme.example", "Your application"), start)
		b.deliver(t, "INBOX", mail("2@shop.example", "news@shop.example", "newsletter"), start.Add(-time.Hour))
		b.deliver(t, "INBOX", mail("3@acme.example", "kim@acme.example", "Earlier"), start.Add(-2*time.Hour))
		b.deliver(t, "Sent", mail("4@seeker.example", "other@seeker.example", "Re: Your application"), start)
		c := client(t, b.account())
		first := read(t, c, nil)
		if got, want := ids(first), "3@acme.example 1@acme.example 4@seeker.example"; got != want {
			t.Errorf("messages %s, want %s", got, want)
		}
		if len(first.Skipped) != 1 || first.Skipped[0].ID != "2@shop.example" || first.Skipped[0].Size == 0 {
			t.Errorf("skipped %+v", first.Skipped)
		}
		if m := first.Messages[1]; m.Text != "Text of 1@acme.example." || !m.Received.Equal(start) || m.Own {
			t.Errorf("message: %+v", m)
		}
		if !first.Messages[2].Own {
			t.Error("what lies in Sent is not taken for the user's own")
		}
		if first.Done != 4 || first.Total != 4 {
			t.Errorf("progress %d of %d", first.Done, first.Total)
		}
		if again := read(t, c, first.Cursor); len(again.Messages)+len(again.Skipped) != 0 {
			t.Errorf("read twice: %v", again.Messages)
		}
		b.deliver(t, "INBOX", mail("5@acme.example", "kim@acme.example", "News"), start.Add(time.Hour))
		if got := ids(read(t, c, first.Cursor)); got != "5@acme.example" {
			t.Errorf("after a delivery: %s", got)
		}
		b.law(t)
	})
}

// A message that has come costs two commands besides those that open the folders; one that came and went is nobody's.
func TestSyncOfNews(t *testing.T) {
	everywhere(t, func(t *testing.T, b box) {
		for i := range 3 {
			b.deliver(t, "INBOX", mail(fmt.Sprintf("%d@acme.example", i), "kim@acme.example", "Message"), start)
		}
		a := b.account()
		law := a.Tap
		var commands []string
		a.Tap = func(c string) {
			words := strings.Fields(c)
			if commands = append(commands, strings.Join(words[:min(2, len(words))], " ")); law != nil {
				law(c)
			}
		}
		c := client(t, a)
		cursor := read(t, c, nil).Cursor
		b.deliver(t, "INBOX", mail("3@acme.example", "kim@acme.example", "Message"), start)
		commands = nil
		got := read(t, c, cursor)
		if want := `EXAMINE "Sent", EXAMINE INBOX, UID FETCH, UID FETCH`; ids(got) != "3@acme.example" || strings.Join(commands, ", ") != want {
			t.Errorf("read %s by %q, want %s", ids(got), commands, want)
		}
		gone := b.deliver(t, "INBOX", mail("4@acme.example", "kim@acme.example", "Message"), start)
		b.deliver(t, "INBOX", mail("5@acme.example", "kim@acme.example", "Message"), start)
		b.remove(t, "INBOX", gone)
		if got = read(t, c, got.Cursor); ids(got) != "5@acme.example" || len(got.Failed) != 0 {
			t.Errorf("read %s, set aside %+v", ids(got), got.Failed)
		}
		if again := read(t, c, got.Cursor); len(again.Messages)+len(again.Failed) != 0 {
			t.Errorf("read again: %s, %+v", ids(again), again.Failed)
		}
		b.law(t)
	})
}

// An account that moved to another mailbox, and a server that was put back to an older state: the folders have the same UIDVALIDITY, and
// the numbers stand for other messages. Nothing is passed over.
func TestSyncAnotherMailbox(t *testing.T) {
	for _, x := range []struct {
		name     string
		username string
		mails    int
	}{
		{"moved to a mailbox with more in it", "robin.hale", 5},
		{"moved to a mailbox with less in it", "robin.hale", 2},
		{"put back to an older state", "robin", 2},
	} {
		t.Run(x.name, func(t *testing.T) {
			cursor := mailbox.Cursor(nil)
			for i, side := range []struct {
				username string
				mails    int
			}{{"robin", 3}, {x.username, x.mails}} {
				s := embedded.New(embedded.Options{User: side.username, Password: "secret", Now: func() time.Time { return start }})
				t.Cleanup(func() { s.Close() })
				want := ""
				for n := range side.mails {
					id := fmt.Sprintf("%d.%d@acme.example", i, n)
					inProcess{s}.deliver(t, "INBOX", mail(id, "kim@acme.example", "Message"), start.Add(time.Duration(n)*time.Hour))
					want = strings.TrimSpace(want + " " + id)
				}
				c := client(t, account(s))
				b := read(t, c, cursor)
				if got := ids(b); got != want {
					t.Errorf("read %q, want %q", got, want)
				}
				if again := read(t, c, b.Cursor); len(again.Messages) != 0 {
					t.Errorf("read again: %s", ids(again))
				}
				cursor = b.Cursor
			}
		})
	}
}

// The first sync goes back as far as configured; what comes later is read however old it says it is.
func TestSyncSince(t *testing.T) {
	everywhere(t, func(t *testing.T, b box) {
		b.deliver(t, "INBOX", mail("old@acme.example", "kim@acme.example", "Long ago"), start.AddDate(0, -3, 0))
		b.deliver(t, "INBOX", mail("new@acme.example", "kim@acme.example", "Lately"), start.AddDate(0, 0, -3))
		a := b.account()
		a.Since = 30 * 24 * time.Hour
		c := client(t, a)
		first := read(t, c, nil)
		if got := ids(first); got != "new@acme.example" {
			t.Errorf("first sync: %s", got)
		}
		b.deliver(t, "INBOX", mail("moved@acme.example", "kim@acme.example", "Moved here"), start.AddDate(0, -3, 0))
		if got := ids(read(t, c, first.Cursor)); got != "moved@acme.example" {
			t.Errorf("second sync: %s", got)
		}
	})
}

// A sync that was stopped goes on where the last stored batch ended.
func TestSyncResumes(t *testing.T) {
	everywhere(t, func(t *testing.T, b box) {
		const n = 450 // more than one batch
		var raw [][]byte
		for i := range n {
			raw = append(raw, mail(fmt.Sprintf("%d@acme.example", i), "kim@acme.example", "Message"))
		}
		b.fill(t, "INBOX", raw)
		c := client(t, b.account())
		stop := errors.New("enough")
		var cursor mailbox.Cursor
		seen := map[string]int{}
		for round := 0; ; round++ {
			err := c.Sync(t.Context(), cursor, wantAll, func(got mailbox.Batch) error {
				if round%2 == 0 && len(seen) > 0 && round < 6 {
					return stop // not stored
				}
				for _, m := range got.Messages {
					seen[m.ID]++
				}
				cursor = got.Cursor
				return nil
			})
			if err == nil {
				break
			}
			if !errors.Is(err, stop) {
				t.Fatal(err)
			}
		}
		if len(seen) != n {
			t.Errorf("%d messages, want %d", len(seen), n)
		}
		for id, times := range seen {
			if times != 1 {
				t.Errorf("%s was stored %d times", id, times)
			}
		}
	})
}

// Whatever folder a message lies in, what arrived earlier comes earlier, from batch to batch.
func TestSyncOldestFirst(t *testing.T) {
	everywhere(t, func(t *testing.T, b box) {
		for i := range 12 {
			folder := []string{"INBOX", "Sent", "INBOX"}[i%3]
			b.deliver(t, folder, mail(fmt.Sprintf("%02d@acme.example", i), "kim@acme.example", "Message"), start.Add(time.Duration(i)*time.Hour))
		}
		if got := ids(read(t, client(t, b.account()), nil)); !slices.IsSorted(strings.Fields(got)) || len(strings.Fields(got)) != 12 {
			t.Errorf("read in the order %s", got)
		}
	})
}

func TestSyncRenumbered(t *testing.T) {
	everywhere(t, func(t *testing.T, b box) {
		b.deliver(t, "INBOX", mail("1@acme.example", "kim@acme.example", "One"), start)
		b.deliver(t, "INBOX", mail("2@acme.example", "kim@acme.example", "Two"), start)
		c := client(t, b.account())
		first := read(t, c, nil)
		b.renumber(t, "INBOX")
		c.Close()
		if got := ids(read(t, c, first.Cursor)); got != "1@acme.example 2@acme.example" {
			t.Errorf("after a new UIDVALIDITY: %q", got)
		}
	})
}

// The text of a message is read without its attachments, be they large or small.
func TestSyncLeavesAttachments(t *testing.T) {
	for _, times := range []int{60_000, 500} {
		everywhere(t, func(t *testing.T, b box) { leavesAttachment(t, b, times) })
	}
}

func leavesAttachment(t *testing.T, b box, times int) {
	attachment := base64.StdEncoding.EncodeToString([]byte(strings.Repeat("attached ", times)))
	var folded strings.Builder
	for chunk := range slices.Chunk([]byte(attachment), 76) {
		folded.Write(chunk)
		folded.WriteString("\n")
	}
	body := "--b\nContent-Type: multipart/alternative; boundary=a\n\n--a\nContent-Type: text/plain; charset=utf-8\n" +
		"Content-Transfer-Encoding: quoted-printable\n\nWe invite you on Th=C3=BCrsday.\n--a\nContent-Type: text/html\n\n<p>We invite you</p>\n--a--\n" +
		"--b\nContent-Type: text/calendar; method=REQUEST\n\nBEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VEVENT\nUID:u1@acme.example\nDTSTART:20270304T100000Z\nSUMMARY:Interview\nEND:VEVENT\nEND:VCALENDAR\n" +
		"--b\nContent-Type: application/pdf; name=\"role.pdf\"\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment; filename=\"role.pdf\"\n\n" + folded.String() + "--b--\n"
	raw := "Message-ID: <big@acme.example>\nFrom: kim@acme.example\nTo: robin@seeker.example\nSubject: Interview\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n" + body
	for i := range 3 {
		b.deliver(t, "INBOX", []byte(strings.Replace(raw, "big@", fmt.Sprintf("big%d@", i), 1)), start)
	}
	var commands []string
	a := b.account()
	a.Tap = func(c string) { commands = append(commands, c) }
	got := read(t, client(t, a), nil)
	if len(got.Messages) != 3 {
		t.Fatalf("got %+v", got)
	}
	m := got.Messages[2]
	if !strings.Contains(m.Text, "We invite you on Thürsday.") {
		t.Errorf("text %q", m.Text)
	}
	if len(m.Calendars) != 1 || m.Calendars[0].UID != "u1@acme.example" {
		t.Errorf("calendars %+v", m.Calendars)
	}
	if len(m.Attachments) != 1 || m.Attachments[0].Name != "role.pdf" {
		t.Errorf("attachments %+v", m.Attachments)
	}
	for _, c := range commands {
		if strings.Contains(c, "BODY.PEEK[]") || strings.Contains(c, "BODY.PEEK[3]") {
			t.Errorf("%s reads the attachment", c)
		}
	}
}

// Drafts that another folder shows too, as Gmail's All Mail does, are nobody's mail yet.
func TestSyncPassesOverDrafts(t *testing.T) {
	everywhere(t, func(t *testing.T, b box) {
		b.deliver(t, "INBOX", mail("draft@seeker.example", "robin@seeker.example", "Not yet"), start, goimap.FlagDraft)
		if got := read(t, client(t, b.account()), nil); len(got.Messages) != 0 {
			t.Errorf("read a draft: %v", got.Messages)
		}
	})
}

func TestSyncEndsWithContext(t *testing.T) {
	everywhere(t, func(t *testing.T, b box) {
		b.deliver(t, "INBOX", mail("1@acme.example", "kim@acme.example", "One"), start)
		ctx, cancel := context.WithCancel(t.Context())
		c := client(t, b.account())
		err := c.Sync(ctx, nil, func(*mailbox.Header) mailbox.Want { cancel(); return mailbox.WantAll }, func(mailbox.Batch) error { return nil })
		if !errors.Is(err, context.Canceled) {
			t.Errorf("got %v", err)
		}
		if got := ids(read(t, c, nil)); got != "1@acme.example" {
			t.Errorf("afterwards: %s", got)
		}
	})
}

// Mail that was delivered to INBOX under the user's own address is anybody's: it must not count as the user's word. What a program of the
// user's filed there, what the provider vouches for, and what lies in Sent is the user's.
func TestSyncOwnMailInInbox(t *testing.T) {
	const received = "Received: from mx.example (mx.example [192.0.2.1]) by mail.seeker.example; Mon, 02 Mar 2026 09:00:00 +0000"
	const vouched = "Authentication-Results: mail.seeker.example; dmarc=pass header.from=seeker.example"
	everywhere(t, func(t *testing.T, b box) {
		put := func(folder, id string, fields ...string) {
			b.deliver(t, folder, out(append(fields, "To: kim@acme.example", "Subject: Re: Your interview", "Message-ID: <"+id+">")...), start)
		}
		put("INBOX", "forged@acme.example", received)
		put("INBOX", "filed@seeker.example")
		put("INBOX", "vouched@seeker.example", received, vouched)
		put("Sent", "sent@seeker.example", received)
		a := b.account()
		a.Parse.AuthServID = "mail.seeker.example"
		got := read(t, client(t, a), nil)
		slices.SortFunc(got.Messages, func(a, b mailbox.Message) int { return strings.Compare(a.ID, b.ID) })
		if ids(got) != "filed@seeker.example sent@seeker.example vouched@seeker.example" {
			t.Errorf("read %s", ids(got))
		}
		for _, m := range got.Messages {
			if !m.Own {
				t.Errorf("%s is not own", m.ID)
			}
		}
	})
}

// What is wanted alone is handed over before the next message is looked at.
func TestSyncAlone(t *testing.T) {
	everywhere(t, func(t *testing.T, b box) {
		for i := range 3 {
			b.deliver(t, "INBOX", mail(fmt.Sprintf("%d@acme.example", i), "kim@acme.example", "Message"), start.Add(time.Duration(i)*time.Minute))
		}
		asked, given := 0, 0
		alone := func(*mailbox.Header) mailbox.Want {
			if asked != given {
				t.Errorf("asked about message %d when %d were handed over", asked, given)
			}
			asked++
			return mailbox.WantAlone
		}
		err := client(t, b.account()).Sync(t.Context(), nil, alone, func(got mailbox.Batch) error {
			given += len(got.Messages)
			return nil
		})
		if err != nil || given != 3 {
			t.Errorf("%d messages, %v", given, err)
		}
	})
}
