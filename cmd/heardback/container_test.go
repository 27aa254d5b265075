//go:build linux

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// container is a podman with a store of its own.
type container struct {
	t    *testing.T
	dir  string
	args []string // of every command
}

// podman runs one of its commands, which must go well.
func (c *container) podman(args ...string) string {
	c.t.Helper()
	return tool(c.t, "podman", append(c.args, args...)...)
}

// standIn makes what the build starts from, without a registry: a shell and the Go of this machine under the name of the public image.
func (c *container) standIn() (mounts []string) {
	c.t.Helper()
	base := filepath.Join(c.dir, "base")
	for _, d := range []string{"bin", "tmp", "etc/ssl/certs", "usr/local/go", "go/pkg/mod"} {
		if err := os.MkdirAll(filepath.Join(base, d), 0o755); err != nil {
			c.t.Fatal(err)
		}
	}
	tool(c.t, "cp", "/bin/busybox", filepath.Join(base, "bin"))
	for _, name := range []string{"sh", "mkdir"} {
		if err := os.Symlink("busybox", filepath.Join(base, "bin", name)); err != nil {
			c.t.Fatal(err)
		}
	}
	tool(c.t, "cp", "/etc/ssl/certs/ca-certificates.crt", filepath.Join(base, "etc/ssl/certs"))
	tar := filepath.Join(c.dir, "base.tar")
	tool(c.t, "tar", "-C", base, "-cf", tar, ".")
	c.podman("import", "--quiet", "--change", "ENV PATH=/usr/local/go/bin:/bin", "--change", "ENV GOPATH=/go", "--change", "ENV GOPROXY=off", "--change", "ENV GOTOOLCHAIN=local",
		"--change", "ENV GOCACHE=/cache", tar, "docker.io/library/golang:1.26")
	for from, to := range map[string]string{"GOROOT": "/usr/local/go:ro", "GOMODCACHE": "/go/pkg/mod:ro", "GOCACHE": "/cache"} {
		mounts = append(mounts, "--volume", strings.TrimSpace(tool(c.t, "go", "env", from))+":"+to)
	}
	return mounts
}

// TestContainer builds the Containerfile and runs its image as it tells to: without root, without a capability and with a root file
// system that cannot be written. It reads a mailbox, keeps its book in the volume, and stops in time as the first process.
func TestContainer(t *testing.T) {
	if !full() {
		t.Skip("runs in make test-full")
	}
	for program, debian := range map[string]string{"podman": "podman", "runc": "runc", "busybox": "busybox-static"} {
		needs(t, program, debian)
	}
	if os.Getuid() != 0 {
		cannot(t, "the image has a user of its own, whom only root, or somebody with a range of users, can become")
	}
	dir := shortDir(t)
	c := &container{t: t, dir: dir, args: []string{"--root", filepath.Join(dir, "root"), "--runroot", filepath.Join(dir, "run"), "--storage-driver", "vfs", "--runtime", "runc"}}
	mounts := c.standIn()
	limits := []string{"--ulimit", "nofile=1024:1024", "--ulimit", "nproc=1024:1024", "--network", "host", "--read-only", "--cap-drop", "all", "--log-driver", "k8s-file"}
	probe := append(append(append([]string{}, c.args...), "run", "--rm"), limits...)
	if out, err := exec.Command("podman", append(probe, "docker.io/library/golang:1.26", "sh", "-c", ":")...).CombinedOutput(); err != nil {
		cannot(t, fmt.Sprintf("this machine runs no container: %s", out))
	}
	c.podman(append(append([]string{"build", "--isolation", "chroot", "--network", "host", "--pull=never", "--layers=false", "--tag", "heardback"}, mounts...), ".")...)

	h := newHosted(t)
	h.searching()
	h.replace("state_dir = ", "# state_dir = ")
	h.replace(fmt.Sprintf("password = %q", h.server.Password), `password_credential = "imap"`)
	if err := os.Chmod(h.config, 0o644); err != nil {
		t.Fatal(err)
	}
	c.podman("secret", "create", "imap", file(t, filepath.Join(dir, "secret"), h.server.Password, 0o600))
	as := append(limits, "--secret", "imap,target=/config/imap,uid=65532,mode=0400", "--volume", h.config+":/config/config.toml:ro", "--volume", "heardback:/state")
	run := func(args ...string) string {
		t.Helper()
		return c.podman(append(append([]string{"run", "--rm"}, append(as, "localhost/heardback")...), args...)...)
	}
	run("once")
	if out := run("status"); !strings.Contains(out, "Larkfield Analytics") {
		t.Errorf("a second container does not know what the first one read:\n%s", out)
	}
	if out, err := exec.Command("podman", append(append(append(append([]string{}, c.args...), "run", "--rm", "--entrypoint", "/bin/sh"), as...), "localhost/heardback", "-c", ":")...).CombinedOutput(); err == nil {
		t.Errorf("there is a shell in the image:\n%s", out)
	}
	c.podman(append(append([]string{"run", "--detach", "--name", "daemon"}, as...), "localhost/heardback")...)
	t.Cleanup(func() { exec.Command("podman", append(c.args, "rm", "--force", "daemon")...).Run() })
	for end := time.Now().Add(time.Minute); !strings.Contains(c.podman("logs", "daemon"), "started"); time.Sleep(100 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("the daemon does not start: %s", c.podman("logs", "daemon"))
		}
	}
	if user := strings.Fields(c.podman("top", "daemon", "huser")); len(user) != 2 || user[1] != "65532" {
		t.Errorf("the daemon runs as %q", user)
	}
	start := time.Now()
	c.podman("stop", "--time", "30", "daemon")
	if took := time.Since(start); took > stopWithin && !busy() {
		t.Errorf("it took %s to stop, want %s at most", took, stopWithin)
	}
	if code := strings.TrimSpace(c.podman("inspect", "--format", "{{.State.ExitCode}}", "daemon")); code != "0" {
		t.Errorf("told to stop, it ended with %s:\n%s", code, c.podman("logs", "daemon"))
	}
}
