//go:build unix

package main

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"heardback/cmd/heardback/config"
	"heardback/employer/sqlite"
	"heardback/mailbox"
	"heardback/mailbox/mbox"
	"heardback/round"
)

// processor is the processor's time that this process took: a busy machine changes it less than the clock's.
func processor(b *testing.B) time.Duration {
	b.Helper()
	var u unix.Rusage
	if err := unix.Getrusage(unix.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func report(b *testing.B, before time.Duration) {
	b.Helper()
	b.ReportMetric(float64(processor(b)-before)/float64(time.Millisecond)/float64(b.N), "cpu-ms/op")
}

// BenchmarkRound is a whole round of the daemon after one mail more, with the snapshot that it keeps, in searches of several ages: the same
// applications are alive, those of the history are over.
func BenchmarkRound(b *testing.B) {
	for _, applications := range []int{50, 500, 5000} {
		o := newOffline(b, "")
		c := must(config.Load(filepath.Join(o.dir, "config.toml")))
		events := history(o, applications)
		for i := range events[:(applications-50)*40] { // those before the last 50 are over for a year
			e := &events[i]
			e.At, e.Learned, e.Mail.Sent = e.At.AddDate(-1, 0, 0), e.At, e.At
			if e.Interview != nil {
				e.Interview.Start, e.Interview.End = e.Interview.Start.AddDate(-1, 0, 0), e.Interview.End.AddDate(-1, 0, 0)
			}
		}
		o.learn(events...)
		store := must(sqlite.Open(b.Context(), filepath.Join(c.StateDir, databaseName)))
		defer store.Close()
		var mails []mailbox.Message
		last := events[len(events)-1]
		for i := range 2000 {
			text := fmt.Sprintf("Message-ID: <next%d@works.example>\r\nDate: %s\r\nFrom: %s <%s>\r\nTo: robin@example.com\r\nSubject: Your application\r\nIn-Reply-To: <%s>\r\n\r\nThank you, we have received this and shall look at it with care.\r\n",
				i, o.now.Add(time.Duration(i+1)*time.Minute).Format(time.RFC1123Z), last.Mail.From.Name, last.Mail.From.Address, last.Mail.MessageID)
			mails = append(mails, must(mailbox.Parse(strings.NewReader(text), mailbox.Options{Own: []string{"robin@example.com"}})))
		}
		box := mbox.NewReplay("robin@example.com", mails)
		h := &house{config: c, store: store, round: newRound(c, store, slog.New(slog.DiscardHandler))}
		h.round.Letters, h.round.Accounts = nil, []round.Account{{Box: box, Addresses: []string{"robin@example.com"}}}
		now := o.now
		next := func() {
			box.Advance(now)
			rep := must(h.round.Run(b.Context(), now))
			h.keep(b.Context(), &rep, h.round.Log)
			now = now.Add(time.Minute)
		}
		next()
		runtime.GC() // what the first round left
		b.Run(fmt.Sprint(len(events)), func(b *testing.B) {
			before := processor(b)
			for b.Loop() {
				next()
			}
			report(b, before)
		})
	}
}

// writes is told of each write.
type writes func()

func (w writes) Write(b []byte) (int, error) {
	w()
	return len(b), nil
}

// BenchmarkStatusAndShow: 5,000 applications and 200,000 events.
func BenchmarkStatusAndShow(b *testing.B) {
	o := newOffline(b, "")
	o.learn(history(o, 5000)...)
	start, before := time.Now(), processor(b)
	var answered, used time.Duration
	out := writes(func() { answered, used = time.Since(start), processor(b)-before })
	p := &Program{Stdin: strings.NewReader(""), Stdout: out, Stderr: out, Now: func() time.Time { return o.now }}
	if code := p.Run(b.Context(), []string{"--config", filepath.Join(o.dir, "config.toml"), "status"}); code != 0 {
		b.Fatal(code)
	}
	b.Logf("the first status, which folds all events: answered after %s, %s of processor; with the snapshot %s, %s", answered, used, time.Since(start), processor(b)-before)
	var s struct{ Applications []json.RawMessage }
	if err := json.Unmarshal([]byte(o.ok("status", "--json")), &s); err != nil || len(s.Applications) != 5000 {
		b.Fatalf("%d applications, %v", len(s.Applications), err)
	}
	for _, args := range [][]string{{"status"}, {"status", "--json"}, {"show", "Raa Works"}, {"show", "Aba", "Works", "--json"}} {
		b.Run(strings.Join(args, "_"), func(b *testing.B) {
			before := processor(b)
			for b.Loop() {
				o.ok(args...)
			}
			report(b, before)
		})
	}
}
