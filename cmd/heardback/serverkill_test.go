package main

import (
	"context"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"net"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"heardback/cadence"
	"heardback/drafts"
	"heardback/employer"
	"heardback/employer/sqlite"
	"heardback/mailbox"
	"heardback/mailbox/imap"
	"heardback/mailbox/imap/dovecot"
	"heardback/round"
	"heardback/templates"
)

// What a first sync may lose when the server's process is killed under it: nothing of the book, and of the way at most one chunk.
const (
	killedMailbox = 2600 // messages: more than a chunk
	serverChunk   = 1000 // messages whose headers are asked for at once
	serverBatch   = 400  // messages whose text is
)

// tallied is a connection that tells how much it reads, whenever it has read.
type tallied struct {
	net.Conn
	read func(n int)
}

func (c tallied) Read(b []byte) (int, error) {
	n, err := c.Conn.Read(b)
	c.read(n)
	return n, err
}

// firstSync is one first sync with all that it told and asked.
type firstSync struct {
	events   []employer.Event
	cursor   mailbox.Cursor
	headers  int   // UIDs whose header was asked for
	texts    int   // UIDs whose text was
	octets   int64 // read from the server
	commands int
	kills    int
}

// blow is when the server's process is killed: when so many commands were sent and so many octets read.
type blow struct {
	command int
	octet   int64
}

// readFirst reads the mailbox of s into a new book, and the server's process is killed meanwhile.
func readFirst(t *testing.T, s *dovecot.Server, kills []blow) firstSync {
	t.Helper()
	store, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "book.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	now := time.Date(2026, 3, 2, 8, 0, 0, 0, time.UTC)
	var mu sync.Mutex // the connection's reader and the writer of commands count both
	var f firstSync
	strike := func() {
		kills = slices.DeleteFunc(kills, func(m blow) bool {
			if f.commands < m.command || f.octets < m.octet {
				return false
			}
			n, err := s.KillSessions()
			if err != nil {
				t.Error(err)
			}
			f.kills += n
			return true
		})
	}
	account := imap.Account{
		Name: "a", Host: "localhost", Port: s.Port, TLS: "none", Username: s.User, Since: -1, Now: func() time.Time { return now },
		Secret: func(context.Context) (string, error) { return s.Password, nil },
		Dial: func(ctx context.Context, network, addr string) (net.Conn, error) {
			c, err := (&net.Dialer{}).DialContext(ctx, network, addr)
			if err != nil {
				return nil, err
			}
			return tallied{c, func(n int) {
				mu.Lock()
				defer mu.Unlock()
				f.octets += int64(n)
				strike()
			}}, nil
		},
		Tap: func(command string) {
			mu.Lock()
			defer mu.Unlock()
			f.commands++
			strike()
			switch set, items, _ := strings.Cut(strings.TrimPrefix(command, "UID FETCH "), " "); {
			case !strings.HasPrefix(command, "UID FETCH "):
			case strings.Contains(items, "HEADER.FIELDS ("):
				f.headers += sizeOf(t, set)
			case strings.Contains(items, "BODY.PEEK["):
				f.texts += sizeOf(t, set)
			}
		},
	}
	box, err := imap.New(account)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { box.Close() }()
	r := round.Round{
		Store: store, Accounts: []round.Account{{Box: box, Addresses: []string{"robin@seeker.example"}}}, Writer: drafts.New(templates.FS, nil),
		Policy: cadence.Default(), Seeker: cadence.Seeker{Zone: time.UTC}, Observe: true, Log: slog.New(slog.DiscardHandler),
	}
	for range 200 {
		rep, err := r.Run(t.Context(), now)
		if err != nil {
			t.Fatal(err)
		}
		if len(rep.Failed) > 0 {
			t.Fatalf("set aside: %+v", rep.Failed)
		}
		if len(rep.Errors) == 0 {
			break
		}
		box.Close() // a client leaves a server that failed alone for a while; a new one knows nothing of it
		if box, err = imap.New(account); err != nil {
			t.Fatal(err)
		}
		r.Accounts[0].Box = box
	}
	mu.Lock()
	defer mu.Unlock()
	if f.events, _, err = store.Since(t.Context(), 0); err != nil {
		t.Fatal(err)
	}
	if f.cursor, err = store.Cursor(t.Context(), "a"); err != nil {
		t.Fatal(err)
	}
	return f
}

// sizeOf counts the UIDs of a set such as 1:3,7.
func sizeOf(t *testing.T, set string) (n int) {
	t.Helper()
	for r := range strings.SplitSeq(set, ",") {
		from, to, ok := strings.Cut(r, ":")
		a, err := strconv.Atoi(from)
		b := a
		if ok && err == nil {
			b, err = strconv.Atoi(to)
		}
		if err != nil {
			t.Fatalf("%q is no set of UIDs: %v", set, err)
		}
		n += b - a + 1
	}
	return n
}

// The server's process is killed at random moments of first syncs: the book is that of a sync which nothing disturbed, and for each kill at
// most one chunk is read again. A few of the hundred moments are tried without HEARDBACK_FULL.
func TestServerKilledDuringFirstSync(t *testing.T) {
	t.Parallel()
	s := dovecot.Start(t)
	start := time.Date(2026, 2, 1, 8, 0, 0, 0, time.UTC)
	for n := range killedMailbox {
		from, subject, more, text := "Garden <x@garden.example>", "Re: roses", "List-Id: <garden.club.example>\nTo: garden@club.example", "They bloom."
		switch n % 10 {
		case 0:
			from, subject, more = fmt.Sprintf("Kim Doe <kim@firm%d.example>", n/40), "Your application as Buyer", "To: robin@seeker.example"
			text = fmt.Sprintf("Dear Robin,\n\nthank you for your application for the Buyer position at Firm%d. We have received it and will review it.\n\nKim Doe\nFirm%[1]d", n/40)
		case 1, 2:
			from, subject, more, text = "Aunt <aunt@family.example>", "Sunday", "To: robin@seeker.example", strings.Repeat("We eat at one. ", 20)
		}
		raw := fmt.Sprintf("Message-ID: <%d@mail.example>\nDate: %s\nFrom: %s\nSubject: %s\n%s\n\n%s\n", n, start.Format(time.RFC1123Z), from, subject, more, text)
		if err := s.Deliver("INBOX", start.Add(time.Duration(n)*time.Minute), []byte(raw)); err != nil {
			t.Fatal(err)
		}
	}
	want := readFirst(t, s, nil)
	if len(want.events) < killedMailbox/20 || want.headers != killedMailbox {
		t.Fatalf("undisturbed: %d events, %d headers", len(want.events), want.headers)
	}
	random := rand.New(rand.NewPCG(7, 8))
	total, each := 4, 4
	if os.Getenv("HEARDBACK_FULL") != "" {
		total, each = 100, 10
	}
	headers, texts, rounds := 0, 0, 0
	for done := 0; done < total; {
		kills := make([]blow, min(each, total-done))
		for i := range kills {
			if kills[i].command = 1 + random.IntN(want.commands); i%2 == 0 {
				kills[i] = blow{octet: random.Int64N(want.octets)}
			}
		}
		got := readFirst(t, s, slices.Clone(kills))
		if rounds++; rounds > 3*total {
			t.Fatalf("only %d processes were killed", done)
		}
		done += got.kills
		if !reflect.DeepEqual(got.events, want.events) || string(got.cursor) != string(want.cursor) {
			t.Errorf("killed at %v: %d events and the cursor %s, undisturbed %d and %s", kills, len(got.events), got.cursor, len(want.events), want.cursor)
		}
		headers, texts = headers+got.headers-want.headers, texts+got.texts-want.texts
		if over := got.headers - want.headers; over > got.kills*serverChunk {
			t.Errorf("killed at %v: %d headers were read again after %d kills", kills, over, got.kills)
		}
		if over := got.texts - want.texts; over > got.kills*serverBatch {
			t.Errorf("killed at %v: %d texts were read again after %d kills", kills, over, got.kills)
		}
	}
	t.Logf("%d kills; asked for again: %d headers, %d texts", total, headers, texts)
}
