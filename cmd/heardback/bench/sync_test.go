package bench

import (
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"

	"heardback/mailbox/imap/dovecot"
)

// filled starts a server with so many messages in INBOX, which compresses for those who ask for it.
func filled(b *testing.B, count int) (s *relayed, octets int64) {
	b.Helper()
	s = relay(b, dovecot.Start(b, dovecot.Compress))
	g, start := newGenerator(), time.Now().Add(-time.Duration(count)*time.Minute-time.Hour)
	for n := range count {
		raw, at := g.message(n, start)
		octets += int64(len(raw))
		if err := s.Deliver("INBOX", at, raw); err != nil {
			b.Fatal(err)
		}
	}
	return s, octets
}

// median runs a command so often that its time can be trusted, and returns the run in the middle.
func median(b *testing.B, s *relayed, times int, command func() *exec.Cmd) cost {
	b.Helper()
	var all []cost
	for range times {
		all = append(all, measure(b, s, command()))
	}
	slices.SortFunc(all, func(x, y cost) int { return int(x.time - y.time) })
	return all[times/2]
}

// BenchmarkFirstSync reads a mailbox of HEARDBACK_BENCH_MESSAGES messages (2,000) from its beginning: "heardback once" as a process, from its
// start to its end, with all that it understood in the database; beside it, on the same server, those that do less or read more. The server's
// index is warm. The same is done with a tenth of the messages, to see what grows with the mailbox.
func BenchmarkFirstSync(b *testing.B) {
	program, count := build(b), number("HEARDBACK_BENCH_MESSAGES", 2000)
	small := measureSmall(b, program, count/10)
	s, octets := filled(b, count)
	once := func() *exec.Cmd { return exec.Command(program, "--config", configure(b, s.Server), "once") }
	raw := func() *exec.Cmd { return compared(s.Server, "raw") }
	measure(b, s, raw())
	cold := measure(b, s, once()) // structures and sizes are not in the server's index yet
	times := 3
	if count > 5000 {
		times = 1 // long enough
	}
	for b.Loop() {
		t := table{}
		a := median(b, s, 3, raw)
		t.add("13 header fields, bare client", a)
		us := median(b, s, times, once)
		t.add("heardback, first sync", us)
		t.add("heardback, the server's index cold", cold)
		pull := mbsync(b, s.Server)
		var pulled cost
		if pull != nil {
			pulled = measure(b, s, pull)
			t.add("mbsync, full pull", pulled)
		}
		whole := measure(b, s, compared(s.Server, "whole"))
		t.add("whole messages through enmime", whole)
		said, _, _ := strings.Cut(us.output, "\n")
		b.Logf("%d messages, %.2f GB; heardback %s\n%s", count, float64(octets)/1e9, said, t.text(count, octets))
		report := func(name, aim string, got float64) {
			b.ReportMetric(got, name)
			b.Logf("%s: %.2f (aim: %s)", name, got, aim)
		}
		report("x-bare-client", "at most 4", us.time.Seconds()/a.time.Seconds())
		if pull != nil {
			report("x-faster-than-mbsync", "at least 40", pulled.time.Seconds()/us.time.Seconds())
		}
		report("x-faster-than-enmime", "at least 200", whole.time.Seconds()/us.time.Seconds())
		report("%-of-octets", "at most 1", 100*float64(us.octets)/float64(octets))
		report("MB-peak", "at most 32", float64(us.memory)/(1<<20))
		report("x-peak-of-a-tenth", "at most 1.25", float64(us.memory)/float64(small.memory))
	}
}

// measureSmall reads a smaller mailbox on a server of its own.
func measureSmall(b *testing.B, program string, count int) cost {
	b.Helper()
	s, _ := filled(b, count)
	once := func() *exec.Cmd { return exec.Command(program, "--config", configure(b, s.Server), "once") }
	measure(b, s, once())
	return median(b, s, 3, once)
}

// table is what is printed of the runs.
type table []struct {
	name string
	cost
}

func (t *table) add(name string, c cost) {
	fmt.Fprintf(os.Stderr, "%s: %s, CPU %s, %d MB read, %d MB memory\n", name, c.time, c.cpu, c.octets/1e6, c.memory>>20) // it takes long
	*t = append(*t, struct {
		name string
		cost
	}{name, c})
}

func (t table) text(count int, octets int64) string {
	var out strings.Builder
	fmt.Fprintf(&out, "%-36s %10s %8s %12s %12s %9s %10s\n", "", "seconds", "CPU", "messages/s", "MB read", "of all", "MB memory")
	for _, r := range t {
		fmt.Fprintf(&out, "%-36s %10.2f %8.2f %12.0f %12.1f %8.2f%% %10.1f\n", r.name, r.time.Seconds(), r.cpu.Seconds(), float64(count)/r.time.Seconds(),
			float64(r.octets)/1e6, 100*float64(r.octets)/float64(octets), float64(r.memory)/(1<<20))
	}
	return out.String()
}
