package imap_test

import (
	"encoding/base64"
	"fmt"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"heardback/mailbox"
)

var prefix = regexp.MustCompile(`^UID FETCH \S+ \(UID BODY\.PEEK\[[A-Z0-9.]*\]<0\.(1536|4096)>\)`)

// Of a message whose words are wanted the beginning of the text is read, and want asked again; what is then not wanted costs no more.
func TestSyncReadsBeginnings(t *testing.T) {
	everywhere(t, func(t *testing.T, b box) {
		roses := strings.Repeat("The roses are out. ", 200)
		page := "<html><body>" + strings.Repeat("<p>The roses are out.</p>\n", 400) + "</body></html>"
		text := func(kind, body string) string {
			return "Content-Type: text/" + kind + "; charset=utf-8\n\n" + body + "\n"
		}
		forms := func(plain string) string {
			return "Content-Type: multipart/alternative; boundary=a\n\n--a\n" + text("plain", plain) + "--a\n" + text("html", page) + "--a--\n"
		}
		mixed := func(first, second string) string {
			return "Content-Type: multipart/mixed; boundary=m\n\n--m\n" + first + "--m\n" + second + "--m--\n"
		}
		picture := "Content-Type: image/png; name=roses.png\nContent-Disposition: attachment\nContent-Transfer-Encoding: base64\n\n" + strings.Repeat("QUJD\n", 9000)
		invitation := "Content-Type: text/calendar; method=REQUEST\n\nBEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VEVENT\nUID:1\nDTSTART:20270304T100000Z\nEND:VEVENT\nEND:VCALENDAR\n"
		encoded := "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n" + base64.StdEncoding.EncodeToString([]byte("Über den Rosen")) + "\n"
		for _, c := range []struct {
			name, body, begins string
			goesOn             bool
		}{
			{"short", text("plain", "Hello."), "Hello.", false},
			{"encoded", encoded, "Über den Rosen", false},
			{"long", text("plain", roses), "The roses are out. The", true},
			{"page", text("html", page), "The roses are out.", true},
			{"forms", forms(roses[:1200]), "The roses are out. The", false},
			{"stub", forms("Hello."), "", false},
			{"picture", mixed(text("plain", "Hello."), picture), "Hello.", false},
			{"calendar", mixed(text("plain", "Hello."), invitation), "", false},
			{"letter within", mixed(text("plain", "Hello."), "Content-Type: message/rfc822\n\nSubject: x\n\nText.\n"), "", false},
		} {
			for _, wanted := range []bool{false, true} {
				id := fmt.Sprintf("%s.%t@acme.example", strings.ReplaceAll(c.name, " ", ""), wanted)
				b.deliver(t, "INBOX", []byte("Message-ID: <"+id+">\nFrom: kim@acme.example\nTo: robin@seeker.example\nSubject: Hello\nMIME-Version: 1.0\n"+c.body), start)
				a := b.account()
				a.Since = 365 * 24 * time.Hour
				var mu sync.Mutex
				var begun []mailbox.Header
				var commands []string
				law := a.Tap
				a.Tap = func(c string) {
					if commands = append(commands, c); law != nil {
						law(c)
					}
				}
				var got mailbox.Batch
				box := client(t, a)
				if err := box.Sync(t.Context(), nil, func(h *mailbox.Header) mailbox.Want {
					switch {
					case h.ID != id:
						return mailbox.WantHeader
					case h.Begun:
						mu.Lock()
						defer mu.Unlock()
						if begun = append(begun, *h); !wanted {
							return mailbox.WantHeader
						}
					}
					return mailbox.WantWords
				}, func(batch mailbox.Batch) error {
					got.Messages, got.Skipped = append(got.Messages, batch.Messages...), append(got.Skipped, batch.Skipped...)
					return nil
				}); err != nil {
					t.Fatal(err)
				}
				if c.begins == "" {
					if len(begun) != 0 || len(got.Messages) != 1 {
						t.Errorf("%s: %d messages, judged by the beginning: %+v", c.name, len(got.Messages), begun)
					}
					continue
				}
				if len(begun) != 1 || !strings.HasPrefix(begun[0].Text, c.begins) || begun[0].Truncated != c.goesOn {
					t.Errorf("%s: begins %+v", c.name, begun)
				}
				if read := len(got.Messages) == 1; read != wanted {
					t.Errorf("%s: read: %t", c.name, read)
				}
				for _, h := range got.Skipped {
					if h.Text != "" {
						t.Errorf("%s: a header with the text %.20q", c.name, h.Text)
					}
				}
				beginnings, more := 0, 0
				for _, command := range commands {
					switch {
					case prefix.MatchString(command):
						beginnings++
					case strings.HasPrefix(command, "UID FETCH") && strings.Contains(command, "BODY.PEEK[") && !strings.Contains(command, "HEADER.FIELDS ("):
						more++
					}
				}
				if beginnings != 1 || (more > 0) != wanted {
					t.Errorf("%s, wanted: %t: %q", c.name, wanted, commands)
				}
			}
		}
		b.law(t)
	})
}

// A batch that shows more of itself to be worth reading is read again, and nothing else is.
func TestSyncReadsABatchAgain(t *testing.T) {
	everywhere(t, func(t *testing.T, b box) {
		for i := range 3 {
			b.deliver(t, "INBOX", mail(fmt.Sprintf("%d@acme.example", i), "kim@acme.example", "Hello"), start.Add(time.Duration(i)*time.Minute))
		}
		a := b.account()
		headers := 0
		a.Tap = func(c string) {
			if strings.Contains(c, "HEADER.FIELDS (") {
				headers++
			}
		}
		learned, batches := false, 0
		var got mailbox.Batch
		err := client(t, a).Sync(t.Context(), nil, func(h *mailbox.Header) mailbox.Want {
			if learned || h.ID == "2@acme.example" {
				return mailbox.WantAll
			}
			return mailbox.WantHeader
		}, func(b mailbox.Batch) error {
			batches++
			if !learned {
				learned = true
				return mailbox.ErrAgain
			}
			got.Messages, got.Skipped = append(got.Messages, b.Messages...), append(got.Skipped, b.Skipped...)
			got.Done, got.Cursor = b.Done, b.Cursor
			return nil
		})
		if err != nil || batches != 3 || headers != 1 {
			t.Errorf("%d batches, %d times the headers: %v", batches, headers, err)
		}
		if ids(got) != "0@acme.example 1@acme.example 2@acme.example" || len(got.Skipped) != 0 || got.Done != 3 || got.Cursor == nil {
			t.Errorf("%+v", got)
		}
	})
}
