package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"heardback/cmd/heardback/config"
	"heardback/mailbox/imap/embedded"
)

// stopWithin is the time that a service manager should have to wait for the daemon at most.
const stopWithin = 5 * time.Second

// sleeper is a machine with a clock and a network of its own, on which the daemon runs.
type sleeper struct {
	t      *testing.T
	server *embedded.Server
	log    logged
	away   atomic.Bool  // no connection comes about
	tries  atomic.Int64 // meanwhile
	shift  atomic.Int64 // of the clock on the wall against the timers, time.Duration

	mu     sync.Mutex
	cables []*cable
}

// logged is what the daemon says.
type logged struct {
	mu   sync.Mutex
	text strings.Builder
}

func (l *logged) Write(b []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(b)
}

func (l *logged) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}

// cable is a connection that can die as one dies while a machine sleeps: nothing is heard of it any more, not even that it ended.
type cable struct {
	net.Conn
	dead atomic.Bool
}

func (l *cable) Read(b []byte) (int, error) {
	for {
		n, err := l.Conn.Read(b)
		if !l.dead.Load() || err != nil && !errors.Is(err, io.EOF) {
			return n, err
		}
		if err != nil {
			b = nil // what the other side said or did is not heard
		}
	}
}

func (l *cable) Write(b []byte) (int, error) {
	if l.dead.Load() {
		return len(b), nil
	}
	return l.Conn.Write(b)
}

func (s *sleeper) now() time.Time { return time.Now().Add(time.Duration(s.shift.Load())) }

func (s *sleeper) dial(ctx context.Context, network, addr string) (net.Conn, error) {
	if s.away.Load() {
		s.tries.Add(1)
		return nil, &net.DNSError{Err: "no such host", Name: addr}
	}
	c, err := s.server.Dial(ctx, network, addr)
	if err != nil {
		return nil, err
	}
	l := &cable{Conn: c}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.cables = append(s.cables, l)
	return l, nil
}

// cut lets every connection die without a word.
func (s *sleeper) cut() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, l := range s.cables {
		l.dead.Store(true)
	}
	s.cables = nil
}

// deliver puts a mail into the mailbox.
func (s *sleeper) deliver(mails ...delivery) {
	s.t.Helper()
	for _, m := range mails {
		raw, when := m.raw(s.t)
		if _, err := s.server.Deliver(m.folder, raw, when); err != nil {
			s.t.Fatal(err)
		}
	}
}

// draftsWithin lets time pass and checks how many drafts lie there then.
func (s *sleeper) draftsWithin(d time.Duration, when string, want int) {
	s.t.Helper()
	time.Sleep(d) // of the bubble: it costs nothing
	got, err := s.server.Messages("Drafts")
	if err != nil {
		s.t.Fatal(err)
	}
	if len(got) != want {
		s.t.Errorf("%s: %s later %d drafts lie there, want %d; it said\n%s", when, d, len(got), want, &s.log)
	}
}

// runs starts the daemon on a mailbox in which two drafts are due, and returns what stops it.
func (s *sleeper) runs() (stop func()) {
	s.t.Helper()
	path := filepath.Join(s.t.TempDir(), "config.toml")
	text := fmt.Sprintf("state_dir = %q\n[seeker]\nname = \"Robin Hale\"\nzone = \"America/New_York\"\ncountry = \"US\"\n[policy]\nmode = \"draft\"\n[digest]\nfrequency = \"off\"\nnotices = false\n[[account]]\naddresses = [\"robin@example.com\"]\nhost = \"localhost\"\ntls = \"none\"\nusername = \"robin\"\npassword = \"secret\"\nsince = \"all\"\n",
		filepath.Join(filepath.Dir(path), "state"))
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		s.t.Fatal(err)
	}
	c, err := config.Load(path)
	if err != nil {
		s.t.Fatal(err)
	}
	at, err := time.Parse(time.RFC3339, due)
	if err != nil {
		s.t.Fatal(err)
	}
	s.shift.Store(int64(time.Until(at)))
	s.deliver(search...)
	p := &Program{Stdout: &s.log, Stderr: &s.log, Now: s.now, dial: s.dial}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error)
	heart := newHeart()
	go func() {
		_, err := p.serve(ctx, c, true, heart, nil)
		ended <- err
	}()
	return func() {
		s.t.Helper()
		cancel()
		if err := <-ended; err != nil {
			s.t.Errorf("it ended with %v", err)
		}
		heart.stop()
	}
}

func newSleeper(t *testing.T) *sleeper {
	return &sleeper{t: t, server: embedded.New(embedded.Options{User: "robin", Password: "secret"})}
}

// TestSleep lets the machine sleep for a night: its timers stand still, the clock on the wall goes on, the connection dies without a
// word, and the network takes a moment to come back. What came meanwhile is read within a minute, and a connection that is dead does
// not keep the daemon from stopping.
func TestSleep(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newSleeper(t)
		defer s.server.Close()
		stop := s.runs()
		s.draftsWithin(time.Minute, "it started", len(dueDrafts))
		s.cut()
		s.deliver(invitation)
		s.draftsWithin(3*time.Minute, "awake, with a connection that is dead", len(dueDrafts))
		s.away.Store(true)
		s.shift.Add(int64(8 * time.Hour))
		time.Sleep(peek + 2*time.Second)
		s.away.Store(false)
		s.draftsWithin(time.Minute-peek, "it woke", len(dueDrafts)+1)
		s.cut()
		told := time.Now()
		stop()
		if took := time.Since(told); took > stopWithin {
			t.Errorf("with a dead connection it took %s to stop, want %s at most", took, stopWithin)
		}
	})
}

// TestDaysWithoutNetwork takes the network away for three days and nights. The daemon stays, tries less and less often but every 15 minutes,
// and reads what came when the network is back.
func TestDaysWithoutNetwork(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newSleeper(t)
		defer s.server.Close()
		stop := s.runs()
		s.draftsWithin(time.Minute, "it started", len(dueDrafts))
		s.away.Store(true)
		s.server.Drop()
		s.deliver(invitation)
		s.draftsWithin(72*time.Hour, "without network", len(dueDrafts))
		if least, most := int64(72*4), int64(72*4*3); s.tries.Load() < least || s.tries.Load() > most {
			t.Errorf("it tried %d times in three days, want %d to %d", s.tries.Load(), least, most)
		}
		if said := strings.Count(s.log.String(), "is not known"); said < 3 || said > 5 {
			t.Errorf("the log says it %d times in three days", said)
		}
		s.away.Store(false)
		s.draftsWithin(15*time.Minute+10*time.Second, "the network is back", len(dueDrafts)+1)
		stop()
	})
}
