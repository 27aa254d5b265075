package bench

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"heardback/employer/sqlite"
	"heardback/mailbox"
	"heardback/mailbox/imap"
	"heardback/mailbox/imap/dovecot"
)

// daemon starts "heardback run" and returns its process and the path of its database, once the first round is done.
func daemon(b *testing.B, s *dovecot.Server) (*os.Process, string) {
	b.Helper()
	config := configure(b, s)
	cmd := exec.Command(build(b), "--config", config, "run")
	if err := cmd.Start(); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		_ = cmd.Process.Signal(syscall.SIGTERM)
		_ = cmd.Wait()
	})
	return cmd.Process, filepath.Join(filepath.Dir(config), "state", "heardback.db")
}

// idler is a client that does nothing but wait for the server to announce a message.
type idler struct {
	lines chan time.Time
	conn  net.Conn
}

func newIdler(b *testing.B, s *dovecot.Server) *idler {
	b.Helper()
	c, err := net.Dial("tcp", fmt.Sprintf("127.0.0.1:%d", s.Port))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { c.Close() })
	i := &idler{lines: make(chan time.Time, 1000), conn: c}
	io.WriteString(c, "a LOGIN robin secret\r\nb EXAMINE INBOX\r\n")
	r := bufio.NewReader(c)
	for {
		line, err := r.ReadString('\n')
		if err != nil {
			b.Fatal(err)
		}
		if strings.HasPrefix(line, "b OK") {
			break
		}
	}
	io.WriteString(c, "c IDLE\r\n")
	go func() {
		for {
			line, err := r.ReadString('\n')
			if err != nil {
				return
			}
			if strings.HasSuffix(line, " EXISTS\r\n") {
				i.lines <- time.Now()
			}
		}
	}()
	return i
}

// BenchmarkNewMail delivers HEARDBACK_BENCH_DELIVERIES (20) mails about applications, one after the other, and takes the time from the delivery
// until the daemon has the event in its database, beside the time until a bare client that idles hears of the message.
func BenchmarkNewMail(b *testing.B) {
	s := dovecot.Start(b)
	g := newGenerator()
	if err := s.Deliver("INBOX", time.Now(), g.job(0)); err != nil {
		b.Fatal(err)
	}
	_, database := daemon(b, s)
	var store *sqlite.Store
	var err error
	for range 600 {
		if _, err = os.Stat(database); err == nil {
			break
		}
		time.Sleep(100 * time.Millisecond)
	}
	if store, err = sqlite.Open(context.Background(), database); err != nil {
		b.Fatal(err)
	}
	defer store.Close()
	newest := int64(0)
	committed := func() time.Time {
		b.Helper()
		for end := time.Now().Add(time.Minute); time.Now().Before(end); time.Sleep(time.Millisecond) {
			events, n, err := store.Since(context.Background(), newest)
			if err != nil {
				b.Fatal(err)
			}
			if len(events) > 0 {
				newest = n
				return time.Now()
			}
		}
		b.Fatal("no event came of a mail")
		return time.Time{}
	}
	committed()
	bare := newIdler(b, s)
	for b.Loop() {
		var theirs, ours []time.Duration
		for n := range number("HEARDBACK_BENCH_DELIVERIES", 20) {
			time.Sleep(300 * time.Millisecond) // the daemon idles again
			for len(bare.lines) > 0 {
				<-bare.lines
			}
			start := time.Now()
			if err := s.Deliver("INBOX", start, g.job(n+1)); err != nil {
				b.Fatal(err)
			}
			ours = append(ours, committed().Sub(start))
			select {
			case at := <-bare.lines:
				theirs = append(theirs, at.Sub(start))
			case <-time.After(time.Minute):
				b.Fatal("the bare client heard nothing of a mail")
			}
		}
		slices.Sort(theirs)
		slices.Sort(ours)
		middle, late := len(ours)/2, len(ours)*99/100
		b.Logf("%d deliveries: EXISTS heard after %s (median), %s (99 %%); event committed after %s, %s", len(ours), theirs[middle], theirs[late], ours[middle], ours[late])
		b.ReportMetric(ours[middle].Seconds()/theirs[middle].Seconds(), "x-bare-client")
		b.ReportMetric((ours[middle]-theirs[middle]).Seconds()*1000, "ms-behind")
	}
}

// BenchmarkHungServer stops the server's process at random commands of a first sync, and takes the time until the sync says so. What the process
// has written by then still arrives, for some 200 ms.
func BenchmarkHungServer(b *testing.B) {
	const timeout = 5 * time.Second
	s := dovecot.Start(b)
	g := newGenerator()
	for n := range 300 {
		if err := s.Deliver("INBOX", time.Now(), g.job(n)); err != nil {
			b.Fatal(err)
		}
	}
	random := rand.New(rand.NewPCG(5, 6))
	for b.Loop() {
		var worst time.Duration
		for tried, done := 0, 0; done < 20; tried++ {
			if tried == 100 {
				b.Fatal("the server is too slow by itself")
			}
			left, hung := 3+random.IntN(4), time.Time{}
			c, err := imap.New(imap.Account{
				Name: "bench", Host: "localhost", Port: s.Port, TLS: "none", Username: s.User, Since: -1, Timeout: timeout,
				Secret: func(context.Context) (string, error) { return s.Password, nil },
				Tap: func(string) {
					if left--; left == 0 {
						if _, err := s.HangSessions(); err != nil {
							b.Error(err)
						}
						hung = time.Now()
					}
				},
			})
			if err != nil {
				b.Fatal(err)
			}
			err = c.Sync(context.Background(), nil, func(*mailbox.Header) mailbox.Want { return mailbox.WantAll }, func(mailbox.Batch) error { return nil })
			took := time.Since(hung)
			switch {
			case !imap.Is(err, imap.Silent):
				b.Fatalf("the server hung, and the sync ended with %v after %s", err, took)
			case !hung.IsZero(): // else it took its time before it was stopped
				worst = max(worst, took)
				done++
			}
			c.Close()
			if _, err := s.KillSessions(); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(worst.Seconds()/timeout.Seconds(), "x-timeout-worst")
	}
}

// BenchmarkIdle watches the daemon for HEARDBACK_BENCH_IDLE (20s) while no mail comes.
func BenchmarkIdle(b *testing.B) {
	long, err := time.ParseDuration(os.Getenv("HEARDBACK_BENCH_IDLE"))
	if err != nil {
		long = 20 * time.Second
	}
	s := dovecot.Start(b)
	g := newGenerator()
	for n := range 100 {
		if err := s.Deliver("INBOX", time.Now(), g.job(n)); err != nil {
			b.Fatal(err)
		}
	}
	p, _ := daemon(b, s)
	time.Sleep(5 * time.Second) // the first round
	for b.Loop() {
		before := cpu(b, p.Pid)
		time.Sleep(long)
		b.ReportMetric((cpu(b, p.Pid)-before).Seconds()*float64(time.Hour)/float64(long), "CPU-s/hour")
	}
}

// cpu returns what a process has used (proc_pid_stat(5)).
func cpu(b *testing.B, pid int) time.Duration {
	b.Helper()
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		b.Fatal(err)
	}
	const ticks = 100 // a second, on every Linux
	_, rest, _ := strings.Cut(string(text), ") ")
	var sum time.Duration
	for _, f := range strings.Fields(rest)[11:13] {
		n, err := strconv.Atoi(f)
		if err != nil {
			b.Fatal(err)
		}
		sum += time.Duration(n) * time.Second / ticks
	}
	return sum
}
