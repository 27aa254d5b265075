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

// onMachine runs a script as a service of a systemd that boots from a copy of this machine's files, in which nothing that it changes
// lasts. The copy sees the network of this machine and, as /run/test, the folder dir. It returns what the script said.
func onMachine(t *testing.T, dir, script string) (said string, ok bool) {
	t.Helper()
	needs(t, "systemd-nspawn", "systemd-container")
	if os.Getuid() != 0 {
		cannot(t, "only root can boot a systemd")
	}
	file(t, filepath.Join(dir, "script"), "#!/bin/sh\nexec >>/run/test/said 2>&1\nset -eux\n"+script+"echo all went well\n", 0o755)
	file(t, filepath.Join(dir, "test.service"), "[Unit]\nAfter=basic.target\n[Service]\nType=oneshot\nTimeoutStartSec=150\nExecStart=-/run/test/script\nExecStopPost=systemctl --no-block poweroff\n", 0o644)
	file(t, filepath.Join(dir, "test.target"), "[Unit]\nRequires=basic.target test.service\nAllowIsolate=yes\n", 0o644)
	boot := file(t, filepath.Join(dir, "boot"), `set -eu
mkdir -p "$1/disk" && mount -t tmpfs tmpfs "$1/disk" && mkdir "$1/disk/upper" "$1/disk/work" "$1/disk/root"
mount -t overlay -o "lowerdir=/,upperdir=$1/disk/upper,workdir=$1/disk/work" overlay "$1/disk/root"
cp "$1/test.service" "$1/test.target" "$1/disk/root/etc/systemd/system/"
exec systemd-nspawn --quiet --directory="$1/disk/root" --machine=heardback-test --register=no --keep-unit --settings=no --link-journal=no --console=pipe --bind="$1:/run/test" \
	--boot systemd.unit=test.target
`, 0o755)
	cmd := exec.Command("timeout", "--kill-after=20", "180", "unshare", "--mount", "sh", boot, dir)
	out, _ := cmd.CombinedOutput()
	b, err := os.ReadFile(filepath.Join(dir, "said"))
	if err != nil {
		cannot(t, fmt.Sprintf("this machine boots no systemd: %s", out))
	}
	return string(b), strings.HasSuffix(string(b), "all went well\n")
}

// TestSystemd installs the package on a machine with a live systemd and does what docs/operations.md tells to: the service is ready when it
// says so, has a user of its own, reads its configuration anew, is started again when it hangs or is killed, and stops in time.
func TestSystemd(t *testing.T) {
	if !full() {
		t.Skip("runs in make test-full")
	}
	dir := shortDir(t)
	h := newHosted(t)
	h.searching()
	h.replace("state_dir = ", "# state_dir = ")
	h.replace(fmt.Sprintf("password = %q", h.server.Password), `password_credential = "imap"`)
	tool(t, "cp", h.config, filepath.Join(dir, "config.toml"))
	tool(t, "cp", debianPackage(t), filepath.Join(dir, "heardback.deb"))
	file(t, filepath.Join(dir, "imap"), h.server.Password+"\n", 0o600)
	said, ok := onMachine(t, dir, `
dpkg --install /run/test/heardback.deb
install -m 644 /run/test/config.toml /etc/heardback/config.toml
install -m 600 /run/test/imap /etc/heardback/imap
systemctl enable --now heardback
until_true() { for i in $(seq 150); do if "$@"; then return; fi; sleep 0.2; done; systemctl status heardback; exit 1; }
pid() { systemctl show --property=MainPID --value heardback; }
is_active() { systemctl is-active --quiet heardback && test "$(pid)" != "$old"; }
logged() { journalctl --unit=heardback --quiet | grep -q "$1"; }

test "$(stat -c %U /proc/$(pid))" = heardback
test "$(stat -L -c %a:%U /var/lib/private/heardback)" = 700:heardback
test -s /var/lib/private/heardback/heardback.db
logged 'employer="Larkfield Analytics"'
systemctl reload heardback
until_true logged 'reading the configuration anew'

# It hangs: the watchdog has it started again.
mkdir -p /run/systemd/system/heardback.service.d
printf '[Service]\nWatchdogSec=2s\nTimeoutAbortSec=1s\nRestartSec=100ms\n' >/run/systemd/system/heardback.service.d/soon.conf
systemctl daemon-reload
systemctl restart heardback
old=$(pid)
kill -STOP "$old"
until_true is_active
logged 'Watchdog timeout'

# It dies.
old=$(pid)
kill -KILL "$old"
until_true is_active

# It is told to stop.
before=$(date +%s%N)
systemctl stop heardback
echo "stopping took $((($(date +%s%N) - before) / 1000000)) ms"
test "$(systemctl show --property=Result --value heardback)" = success

dpkg --purge heardback
test ! -e /etc/heardback && test ! -e /var/lib/private/heardback
`)
	if !ok {
		t.Fatalf("it said\n%s", said)
	}
	_, rest, _ := strings.Cut(said, "\nstopping took ")
	var ms int
	if _, err := fmt.Sscan(rest, &ms); err != nil {
		t.Fatal(err)
	}
	if took := time.Duration(ms) * time.Millisecond; took > stopWithin && !busy() {
		t.Errorf("it took %s to stop, want %s at most", took, stopWithin)
	}
}
