package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// invitation comes while the daemon runs, and is answered at once.
var invitation = delivery{"INBOX", "2021-02-04T12:04:00-05:00", `Message-ID: <7@larkfieldanalytics.example>
From: Petra Lindqvist <petra.lindqvist@larkfieldanalytics.example>
Subject: Research Associate: second interview
Content-Type: text/plain; charset=utf-8

Hi Robin,

we would like to invite you to a second interview for the Research Associate position at Larkfield Analytics. Which times next week
would suit you?

Best regards,
Petra Lindqvist
`}

// filler is private mail that a soak brings.
func filler(n int) delivery {
	return delivery{"INBOX", "2021-02-04T12:03:00-05:00", fmt.Sprintf(`Message-ID: <filler-%[1]d@family.example>
From: Aunt <aunt@family.example>
Subject: Sunday %[1]d
Content-Type: text/plain; charset=utf-8

We eat at one. Bring the dog. %[2]s
`, n, strings.Repeat("It rained again and the roof of the shed leaks. ", 40))}
}

// daemon is "heardback run" as a process.
type daemon struct {
	cmd *exec.Cmd
	out told
}

func (h *hosted) start(now string, env ...string) *daemon {
	h.t.Helper()
	return h.startWith(now, nil, env...)
}

// startWith starts it with flags.
func (h *hosted) startWith(now string, flags []string, env ...string) *daemon {
	h.t.Helper()
	d := &daemon{cmd: exec.Command(os.Args[0], append([]string{"--config", h.config, "run"}, flags...)...)}
	d.cmd.Env = append(append(os.Environ(), envProgram+"=1", envNow+"="+now), env...)
	d.cmd.Stdout, d.cmd.Stderr = &d.out, &d.out
	h.breaker.arm(breakPoint{})
	if err := d.cmd.Start(); err != nil {
		h.t.Fatal(err)
	}
	h.t.Cleanup(func() { d.cmd.Process.Kill(); d.cmd.Wait() })
	return d
}

// until waits for the drafts that must come; a minute is for a machine that does much else.
func (h *hosted) until(want []string) []string {
	h.t.Helper()
	var got []string
	for end := time.Now().Add(time.Minute); time.Now().Before(end); time.Sleep(100 * time.Millisecond) {
		if got = h.drafts(); slices.Equal(got, want) {
			break
		}
	}
	return got
}

// TestDaemon runs the daemon: what is due is placed, mail that arrives wakes it, and it stops in order when it is told to. With
// HEARDBACK_SOAK, a duration, mail keeps arriving for so long, and the process must not grow.
func TestDaemon(t *testing.T) {
	t.Parallel()
	h := newHosted(t)
	h.searching()
	d := h.start(due)
	if got := h.until(dueDrafts); !slices.Equal(got, dueDrafts) {
		t.Fatalf("it started and placed %q, want %q", got, dueDrafts)
	}
	h.deliver(invitation)
	want := append(slices.Clone(dueDrafts), "petra.lindqvist@larkfieldanalytics.example: Re: Research Associate: second interview")
	slices.Sort(want)
	if got := h.until(want); !slices.Equal(got, want) {
		t.Errorf("an invitation arrived, and in Drafts lie %q, want %q", got, want)
	}
	if long, err := time.ParseDuration(os.Getenv("HEARDBACK_SOAK")); err == nil {
		h.soak(d, long)
	}
	if err := d.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if err := d.cmd.Wait(); err != nil {
		t.Errorf("it was told to stop and ended with %v:\n%s", err, d.out.String())
	}
	if got := h.drafts(); !slices.Equal(got, want) {
		t.Errorf("after it stopped, in Drafts lie %q, want %q", got, want)
	}
}

// TestDaemonWithoutDrafts: that drafts cannot be placed is told, and no reason not to start: mail is read and digests are written.
func TestDaemonWithoutDrafts(t *testing.T) {
	t.Parallel()
	h := newHosted(t)
	h.searching()
	h.write(`mode = "draft"`, `tls = "none"`, fmt.Sprintf("port = %d", h.breaker.port()), `drafts_folder = "Nowhere"`)
	const morning = "2021-02-04T08:05:00-05:00" // one draft is due
	if out, code := h.run(morning, "once"); code != 1 || !strings.Contains(out, "drafts_folder") {
		t.Fatalf("exit code %d: %s", code, out)
	}
	d := h.start(morning)
	says := func(word string) {
		for end := time.Now().Add(time.Minute); time.Now().Before(end) && !strings.Contains(d.out.String(), word); time.Sleep(100 * time.Millisecond) {
		}
	}
	says("drafts_folder") // the first round is done; it found no new mail
	h.deliver(invitation)
	says("kind=interview")
	d.ends(t)
	if log := d.out.String(); !strings.Contains(log, "kind=interview") || !strings.Contains(log, "drafts_folder") {
		t.Errorf("the log does not tell of the mail that came, and of the folder:\n%s", log)
	}
}

// soak delivers mail for a while and compares what the process holds in the second and in the last quarter.
func (h *hosted) soak(d *daemon, long time.Duration) {
	h.t.Helper()
	var memory, files []int
	start := time.Now()
	for n := 0; time.Since(start) < long; n++ {
		h.deliver(filler(n))
		time.Sleep(200 * time.Millisecond)
		memory, files = append(memory, resident(h.t, d.cmd.Process.Pid)), append(files, descriptors(h.t, d.cmd.Process.Pid))
	}
	n := len(memory)
	before, after := slices.Max(memory[n/4:n/2]), slices.Max(memory[n*3/4:])
	h.t.Logf("%s, %d mails: at most %d KiB and %d open files in the second quarter, %d KiB and %d in the last", long, n, before, slices.Max(files[n/4:n/2]), after, slices.Max(files[n*3/4:]))
	if after*10 > before*15 || slices.Max(files[n*3/4:]) > slices.Max(files[n/4:n/2])+3 {
		h.t.Error("the process grows")
	}
}

// resident is the memory of a process in KiB (proc_pid_status(5)).
func resident(t *testing.T, pid int) int {
	t.Helper()
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(text), "VmRSS:")
	n, err := strconv.Atoi(strings.Fields(rest)[0])
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// descriptors counts the files and connections that a process has open.
func descriptors(t *testing.T, pid int) int {
	t.Helper()
	list, err := os.ReadDir(fmt.Sprintf("/proc/%d/fd", pid))
	if err != nil {
		t.Fatal(err)
	}
	return len(list)
}

// told is what a process has printed so far; it may be read while the process runs.
type told struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (o *told) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.b.Write(p)
}

func (o *told) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.b.String()
}
