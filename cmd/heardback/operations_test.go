//go:build linux

package main

import (
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// The tests of docs/operations.md: what the machine does to the daemon, and what the daemon says to systemd.

// manager is the side of systemd that a daemon tells of itself (sd_notify(3)). It listens all the time, as systemd does: a daemon whose
// words nobody takes stands still.
type manager struct {
	t    *testing.T
	said chan string
	path string
}

func newManager(t *testing.T) *manager {
	t.Helper()
	m := &manager{t: t, said: make(chan string, 10000), path: filepath.Join(shortDir(t), "notify")}
	conn, err := net.ListenUnixgram("unixgram", &net.UnixAddr{Name: m.path, Net: "unixgram"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	go func() {
		buf := make([]byte, 200)
		for {
			n, err := conn.Read(buf)
			if err != nil {
				return
			}
			m.said <- string(buf[:n])
		}
	}()
	return m
}

// hears waits for a message.
func (m *manager) hears(want string) {
	m.t.Helper()
	enough := time.After(time.Minute)
	for {
		select {
		case said := <-m.said:
			if strings.Contains(said, want) {
				return
			}
		case <-enough:
			m.t.Fatalf("the daemon does not say %s", want)
		}
	}
}

// ends signals a daemon to stop and checks that it does within five seconds and in order.
func (d *daemon) ends(t *testing.T) {
	t.Helper()
	start := time.Now()
	if err := d.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if err := d.cmd.Wait(); err != nil {
		t.Errorf("it was told to stop and ended with %v:\n%s", err, d.out.String())
	}
	took, limit := time.Since(start), stopWithin
	if busy() {
		limit = 60 * time.Second // others have the processors: only a daemon that hangs can be told
	}
	if took > limit {
		t.Errorf("it took %s to stop, want %s at most", took, limit)
	}
}

// busy reports whether the machine has had more to do than it has processors, by the load of the last minute.
func busy() bool {
	b, err := os.ReadFile("/proc/loadavg")
	if err != nil {
		return true
	}
	var load float64
	_, err = fmt.Sscan(string(b), &load)
	return err != nil || load > float64(runtime.NumCPU())
}

// TestService is the life of a service: ready after the first round, alive, read anew on SIGHUP with a bad configuration and with a
// good one, one per state folder, and gone when told.
func TestService(t *testing.T) {
	t.Parallel()
	h := newHosted(t)
	h.searching()
	h.replace(`mode = "draft"`, `mode = "observe"`)
	m := newManager(t)
	d := h.start(due, "NOTIFY_SOCKET="+m.path, "WATCHDOG_USEC=200000")
	m.hears("READY=1")
	m.hears("WATCHDOG=1")
	out, code := h.run(due, "run")
	if code != 1 || !strings.Contains(out, "another heardback (process ") || !strings.Contains(out, "stop it first") {
		t.Errorf("a second daemon on the same folder: exit code %d:\n%s", code, out)
	}
	if got := h.drafts(); len(got) != 0 {
		t.Fatalf("in observe mode it placed %q", got)
	}
	h.replace(`mode = "observe"`, `mood = "draft"`)
	hup := func() {
		t.Helper()
		if err := d.cmd.Process.Signal(syscall.SIGHUP); err != nil {
			t.Fatal(err)
		}
	}
	hup()
	m.hears("RELOADING=1")
	m.hears("READY=1") // refused, and the old one goes on
	h.replace(`mood = "draft"`, `mode = "draft"`)
	hup()
	if got := h.until(dueDrafts); !slices.Equal(got, dueDrafts) {
		t.Errorf("after a reload in draft mode it placed %q, want %q", got, dueDrafts)
	}
	d.ends(t)
	m.hears("STOPPING=1")
	for _, want := range []string{"the new configuration is not used", "policy.mode", "reading the configuration anew"} {
		if !strings.Contains(d.out.String(), want) {
			t.Errorf("the log does not say %q:\n%s", want, d.out.String())
		}
	}
}

// TestNetworkAway cuts all connections of a running daemon: it stays, and reads what came meanwhile when the network is back.
func TestNetworkAway(t *testing.T) {
	t.Parallel()
	h := newHosted(t)
	h.searching()
	d := h.start(due)
	h.until(dueDrafts)
	h.breaker.network(false)
	h.deliver(invitation)
	m := h.drafts()
	if !slices.Equal(m, dueDrafts) {
		t.Errorf("without network it placed %q", m)
	}
	h.breaker.network(true)
	want := append(slices.Clone(dueDrafts), "petra.lindqvist@larkfieldanalytics.example: Re: Research Associate: second interview")
	slices.Sort(want)
	if got := h.until(want); !slices.Equal(got, want) {
		t.Errorf("the network came back, and in Drafts lie %q, want %q; it said\n%s", got, want, d.out.String())
	}
	d.ends(t)
}

// TestClockJumps runs rounds at times that jump back and forth, as after a sleep or a wrong clock: no draft comes twice and none is
// lost, since nothing is done while the clock stands before what the book knows.
func TestClockJumps(t *testing.T) {
	t.Parallel()
	h := newHosted(t)
	h.searching()
	for _, tc := range []struct {
		now  string
		code int
	}{
		{due, 0}, {"2021-02-04T10:05:00-05:00", 0}, {"2021-02-01T12:05:00-05:00", 1}, {"2021-02-04T12:06:00-05:00", 0}, {"2021-02-05T12:00:00-05:00", 0},
		{"2021-01-04T12:05:00-05:00", 1}, {"2021-02-05T12:07:00-05:00", 0},
	} {
		out, code := h.run(tc.now, "once")
		if code != tc.code || code == 1 && !(strings.Contains(out, "set the clock") && strings.Contains(out, "was ahead then")) {
			t.Errorf("at %s: exit code %d, want %d:\n%s", tc.now, code, tc.code, out)
		}
		if got := h.drafts(); !slices.Equal(got, dueDrafts) {
			t.Errorf("at %s in Drafts lie %q, want %q", tc.now, got, dueDrafts)
		}
	}
}

// TestDisks gives the state folder a disk that is full, and one that cannot be written: one sentence says so, nothing is placed, and
// with a good disk all goes on.
func TestDisks(t *testing.T) {
	t.Parallel()
	h := newHosted(t)
	h.searching()
	state := filepath.Join(h.dir, "state")
	for _, tc := range []struct{ name, options, says string }{
		{"full", "size=64k", "full"},
		{"read-only", "ro", "read-only"},
	} {
		if err := os.MkdirAll(state, 0o700); err != nil {
			t.Fatal(err)
		}
		script := `mount -t tmpfs -o "$1" tmpfs "$2" || exit 77; shift 2; exec "$@"`
		cmd := exec.Command("unshare", "--user", "--map-root-user", "--mount", "sh", "-c", script, "sh", tc.options, state, program(t), "--config", h.config, "once")
		cmd.Env = append(os.Environ(), envProgram+"=1", envNow+"="+due)
		out, _ := cmd.CombinedOutput()
		code := cmd.ProcessState.ExitCode()
		if code == 77 || strings.Contains(string(out), "unshare") {
			if os.Getenv("HEARDBACK_REQUIRE") == "1" {
				t.Fatalf("a disk of the test's own is required: %s", out)
			}
			cannot(t, "this machine gives no disk of its own to a test: "+string(out))
		}
		if code != 1 || !strings.Contains(string(out), tc.says) || !strings.Contains(string(out), state) {
			t.Errorf("%s: exit code %d, it says %s", tc.name, code, out)
		}
		if got := h.drafts(); len(got) != 0 {
			t.Errorf("%s: it placed %q", tc.name, got)
		}
	}
	if out, code := h.run(due, "once"); code != 0 || !slices.Equal(h.drafts(), dueDrafts) {
		t.Errorf("with a good disk: exit code %d, drafts %q:\n%s", code, h.drafts(), out)
	}
}

// TestUnits has systemd score the hardened units and read them without complaint.
func TestUnits(t *testing.T) {
	t.Parallel()
	needs(t, "systemd-analyze", "systemd")
	for unit, most := range map[string]string{"heardback.service": "20", "heardback-user.service": "70"} { // tenths
		path := filepath.Join(top, "contrib", "systemd", unit)
		if out, err := exec.Command("systemd-analyze", "security", "--offline=true", "--threshold="+most, path).CombinedOutput(); err != nil {
			t.Errorf("%s scores worse than %s: %v\n%s", unit, most, err, out)
		}
		out, _ := exec.Command("systemd-analyze", "verify", path).CombinedOutput()
		for _, line := range strings.Split(strings.TrimSpace(string(out)), "\n") {
			if line != "" && !strings.Contains(line, "is not executable") && !strings.Contains(line, "man heardback") {
				t.Errorf("%s: %s", unit, line)
			}
		}
	}
}
