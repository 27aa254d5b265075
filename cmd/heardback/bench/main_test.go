// Package bench measures the whole program, built as it is released, against a private Dovecot: how fast it reads a large mailbox for the first
// time beside others that do less, how soon it has taken in a new mail, how soon it notices a server that hangs, and what it costs while nothing
// happens. docs/performance.md has the figures and the commands.
package bench

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"heardback/mailbox/imap/dovecot"
)

// role makes the test binary one of those that the program is compared with, in a process of its own.
const role = "HEARDBACK_BENCH_ROLE"

func TestMain(m *testing.M) {
	roles := map[string]func(addr string) error{"raw": rawClient, "whole": wholeClient}
	if run := roles[os.Getenv(role)]; run != nil {
		if err := run(os.Args[1]); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// number reads a flag of make bench.
func number(name string, otherwise int) int {
	n, err := strconv.Atoi(os.Getenv(name))
	if err != nil || n <= 0 {
		return otherwise
	}
	return n
}

// build builds the program and returns its path.
func build(b *testing.B) string {
	b.Helper()
	path := filepath.Join(b.TempDir(), "heardback")
	cmd := exec.Command("go", "build", "-trimpath", "-o", path, "heardback/cmd/heardback")
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	return path
}

// configure writes a configuration with an empty state beside it and returns its path.
func configure(b *testing.B, s *dovecot.Server, more ...string) string {
	b.Helper()
	dir := b.TempDir()
	text := fmt.Sprintf("state_dir = %q\n[seeker]\nname = \"Robin Hale\"\nzone = \"UTC\"\ncountry = \"US\"\n[policy]\nmode = \"observe\"\n[digest]\nfrequency = \"off\"\nnotices = false\n"+
		"[[account]]\naddresses = [\"robin@seeker.example\"]\nhost = \"localhost\"\nport = %d\ntls = \"none\"\nusername = %q\npassword = %q\nsince = \"all\"\n%s\n",
		filepath.Join(dir, "state"), s.Port, s.User, s.Password, strings.Join(more, "\n"))
	path := filepath.Join(dir, "config.toml")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		b.Fatal(err)
	}
	return path
}

// cost is what one run of a program took.
type cost struct {
	time   time.Duration
	cpu    time.Duration // of the program itself, all its threads
	octets int64         // from the server
	memory int64         // octets, the most it held at once
	output string
}

// measure runs a command that reads the mailbox with one connection or more.
func measure(b *testing.B, s *relayed, cmd *exec.Cmd) cost {
	b.Helper()
	sent := s.octets.Load()
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	start := time.Now()
	if err := cmd.Start(); err != nil {
		b.Fatal(err)
	}
	ended, peak := make(chan struct{}), make(chan int64)
	go func() { peak <- watch(cmd.Process.Pid, ended) }()
	err := cmd.Wait()
	took := time.Since(start)
	close(ended)
	memory := <-peak
	if err != nil {
		b.Fatalf("%s: %v\n%s", cmd, err, out.String())
	}
	s.open.Wait()
	return cost{took, cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), s.octets.Load() - sent, memory, out.String()}
}

// watch returns the most memory that a process has held until it ended, in octets. It asks again and again, since what the system says of a
// process that has ended counts what its parent held (getrusage(2)).
func watch(pid int, ended <-chan struct{}) (peak int64) {
	for {
		if text, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid)); err == nil {
			if _, rest, ok := strings.Cut(string(text), "VmHWM:"); ok {
				if n, err := strconv.ParseInt(strings.Fields(rest)[0], 10, 64); err == nil {
					peak = max(peak, n<<10)
				}
			}
		}
		select {
		case <-ended:
			return peak
		case <-time.After(2 * time.Millisecond):
		}
	}
}
