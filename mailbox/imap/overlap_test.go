package imap_test

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"heardback/mailbox"
)

// The next batch is read while one is taken, and of what was wanted of it in words all is read if the one before showed that it matters.
func TestSyncReadsOnWhileABatchIsTaken(t *testing.T) {
	const count = 450 // more than a batch holds
	everywhere(t, func(t *testing.T, b box) {
		var raw [][]byte
		for i := range count {
			raw = append(raw, mail(fmt.Sprintf("%d@acme.example", i), "kim@acme.example", "Hello"))
		}
		b.fill(t, "INBOX", raw)
		a := b.account()
		var mu sync.Mutex
		texts, taking, learned, again := 0, false, false, 0
		readOn := make(chan struct{})
		law := a.Tap
		a.Tap = func(c string) {
			mu.Lock()
			defer mu.Unlock()
			if law != nil {
				law(c)
			}
			if strings.HasPrefix(c, "UID FETCH") && !strings.Contains(c, "HEADER.FIELDS (") {
				if texts++; taking {
					taking = false
					close(readOn)
				}
			}
		}
		batches, messages := 0, 0
		err := client(t, a).Sync(t.Context(), nil, func(h *mailbox.Header) mailbox.Want {
			mu.Lock()
			defer mu.Unlock()
			if learned && !h.Begun {
				again++
				return mailbox.WantAll
			}
			return mailbox.WantWords
		}, func(got mailbox.Batch) error {
			messages += len(got.Messages)
			if len(got.Messages) == 0 {
				return nil // the cursor alone
			}
			if batches++; batches > 1 {
				return nil
			}
			mu.Lock()
			taking = true
			mu.Unlock()
			select {
			case <-readOn:
			case <-time.After(20 * time.Second):
				t.Error("nothing was read while the first batch was taken")
			}
			mu.Lock()
			learned = true
			mu.Unlock()
			return nil
		})
		if err != nil || batches != 2 || messages != count || again == 0 {
			t.Errorf("%d batches, %d messages, %d asked about again: %v", batches, messages, again, err)
		}
		b.law(t)
	})
}

// A batch that cannot be stored ends the sync, whatever was read on meanwhile, and none is handed over after it.
func TestSyncEndsWithABatchThatIsNotStored(t *testing.T) {
	everywhere(t, func(t *testing.T, b box) {
		var raw [][]byte
		for i := range 900 {
			raw = append(raw, mail(fmt.Sprintf("%d@acme.example", i), "kim@acme.example", "Hello"))
		}
		b.fill(t, "INBOX", raw)
		full := errors.New("the disk is full")
		batches := 0
		err := client(t, b.account()).Sync(t.Context(), nil, wantAll, func(mailbox.Batch) error {
			batches++
			return full
		})
		if !errors.Is(err, full) || batches != 1 {
			t.Errorf("%d batches, %v", batches, err)
		}
	})
}

// Of a machine's mail the first sentences are read; where they cannot be, all of its words are.
func TestSyncReadsOpenings(t *testing.T) {
	everywhere(t, func(t *testing.T, b box) {
		text := "\n\n" + strings.Repeat("The roses are out. ", 200)
		invitation := "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=m\n\n--m\nContent-Type: text/plain\n\nHello.\n--m\n" +
			"Content-Type: text/calendar; method=REQUEST\n\nBEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VEVENT\nUID:1\nDTSTART:20270304T100000Z\nEND:VEVENT\nEND:VCALENDAR\n--m--\n"
		for i, body := range []string{text, invitation} {
			b.deliver(t, "INBOX", []byte(fmt.Sprintf("Message-ID: <%d@acme.example>\nFrom: no-reply@acme.example\nSubject: Hello\n", i)+strings.TrimPrefix(body, "\n")), start)
		}
		a := b.account()
		var mu sync.Mutex
		asked := ""
		a.Tap = func(c string) {
			mu.Lock()
			defer mu.Unlock()
			asked += c + "\n"
		}
		var got mailbox.Batch
		err := client(t, a).Sync(t.Context(), nil, func(h *mailbox.Header) mailbox.Want {
			if h.Begun && len(h.Text) > 600 && len(h.Text) <= 720 && h.Truncated {
				return mailbox.WantHeader
			}
			return mailbox.WantOpening
		}, func(b mailbox.Batch) error {
			got.Messages, got.Skipped = append(got.Messages, b.Messages...), append(got.Skipped, b.Skipped...)
			return nil
		})
		if err != nil || ids(got) != "1@acme.example" || len(got.Messages[0].Calendars) != 1 || len(got.Skipped) != 1 {
			t.Errorf("%+v, %v", got, err)
		}
		if strings.Count(asked, "BODY.PEEK[TEXT]<0.720>") != 1 {
			t.Errorf("asked for\n%s", asked)
		}
	})
}
