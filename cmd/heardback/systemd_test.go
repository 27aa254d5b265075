//go:build linux

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
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
	file(t, filepath.Join(dir, "test.service"), "[Unit]\nAfter=basic.target\n[Service]\nType=oneshot\nTimeoutStartSec=400\nExecStart=-/run/test/script\nExecStopPost=systemctl --no-block poweroff\n", 0o644)
	file(t, filepath.Join(dir, "test.target"), "[Unit]\nRequires=basic.target test.service\nAllowIsolate=yes\n", 0o644)
	boot := file(t, filepath.Join(dir, "boot"), `set -eu
mkdir -p "$1/disk" && mount -t tmpfs tmpfs "$1/disk" && mkdir "$1/disk/upper" "$1/disk/work" "$1/disk/root"
mount -t overlay -o "lowerdir=/,upperdir=$1/disk/upper,workdir=$1/disk/work" overlay "$1/disk/root"
cp "$1/test.service" "$1/test.target" "$1/disk/root/etc/systemd/system/"
exec systemd-nspawn --quiet --directory="$1/disk/root" --machine=heardback-test --register=no --keep-unit --settings=no --link-journal=no --console=pipe --bind="$1:/run/test" \
	--boot systemd.unit=test.target
`, 0o755)
	cmd := exec.Command("timeout", "--kill-after=20", "420", "unshare", "--mount", "sh", boot, dir)
	out, _ := cmd.CombinedOutput()
	b, err := os.ReadFile(filepath.Join(dir, "said"))
	if err != nil {
		cannot(t, fmt.Sprintf("this machine boots no systemd: %s", out))
	}
	return string(b), strings.HasSuffix(string(b), "all went well\n")
}

// fresh is a mailbox of today, in which an invitation waits for an answer.
func fresh() []delivery {
	received, invited := search[0], invitation
	received.at, invited.at = time.Now().AddDate(0, 0, -2).Format(time.RFC3339), time.Now().Format(time.RFC3339)
	return []delivery{received, invited}
}

// TestSystemd installs the package on a machine with a live systemd and does what docs/operations.md tells to, with the program as it
// is built for users and the clock as it is. The service is ready when it says so, has a user of its own and places the draft that is due; it
// reads its configuration anew, is started again when it hangs or is killed, and stops in time. Then the same as a service of a user.
func TestSystemd(t *testing.T) {
	if !full() {
		t.Skip("runs in make test-full")
	}
	dir := shortDir(t)
	h := newHosted(t)
	h.deliver(fresh()...)
	tool(t, "cp", debianPackage(t), filepath.Join(dir, "heardback.deb"))
	file(t, filepath.Join(dir, "password"), h.server.Password+"\n", 0o600)
	said, ok := onMachine(t, dir, fmt.Sprintf("init='init --yes --address robin@example.com --host localhost --tls none --port %d --username %s --zone America/New_York --country US --language en'\n", h.server.Port, h.server.User)+`
dpkg --install /run/test/heardback.deb
heardback --config /etc/heardback/config.toml $init --name 'Robin Hale' --mode draft --password-file /run/test/password
test "$(stat -c %a:%U /etc/heardback/imap)" = 600:root
systemctl enable --now heardback
heardback check
heardback status | grep -q Larkfield
heardback log 'Mapleton Press' applied --role Clerk

until_true() { for i in $(seq 150); do if "$@"; then return; fi; sleep 0.2; done; systemctl status heardback; exit 1; }
pid() { systemctl show --property=MainPID --value heardback; }
is_active() { now=$(pid); test "$now" != 0 && test "$now" != "$old" && systemctl is-active --quiet heardback; }
logged() { journalctl --unit=heardback --quiet | grep -q "$1"; }

test "$(stat -c %U /proc/$(pid))" = heardback
test "$(stat -L -c %a:%U /var/lib/private/heardback)" = 700:heardback
test -s /var/lib/private/heardback/heardback.db
logged 'draft placed'
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

# As a service of a user.
useradd --create-home alex
install -m 600 -o alex /run/test/password /home/alex/secret
systemctl start systemd-logind
as_alex() { runuser -u alex -- env HOME=/home/alex XDG_RUNTIME_DIR=/run/user/$(id -u alex) "$@"; }
rm /etc/heardback/config.toml
as_alex heardback $init --name 'Robin Hale' --mode observe --password-file /home/alex/secret
loginctl enable-linger alex
until_true as_alex systemctl --user is-active default.target
as_alex systemctl --user enable --now heardback
as_alex heardback check
as_alex systemctl --user stop heardback

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
	if got, want := h.drafts(), []string{"petra.lindqvist@larkfieldanalytics.example: Re: Research Associate: second interview"}; !slices.Equal(got, want) {
		t.Errorf("in Drafts lie %q, want %q", got, want)
	}
}
