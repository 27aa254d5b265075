//go:build linux

package main

import (
	"debug/elf"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// TestRelease builds for all platforms, each twice, with checksums that hold. Those for linux are static; this machine's runs, and those of
// other machines where their processor can be imitated.
func TestRelease(t *testing.T) {
	if !full() {
		t.Skip("runs in make test-full")
	}
	tool(t, "make", "release")
	dist := filepath.Join(top, "dist")
	sums := tool(t, "sh", "-c", "cd dist && sha256sum --check --strict SHA256SUMS")
	for name, imitation := range map[string]string{
		"heardback-linux-amd64": "qemu-x86_64-static", "heardback-linux-arm64": "qemu-aarch64-static", "heardback-linux-armv7": "qemu-arm-static",
		"heardback-macos-amd64": "", "heardback-macos-arm64": "", "heardback-windows-amd64.exe": "",
	} {
		path := filepath.Join(dist, name)
		if !strings.Contains(sums, name+": OK") {
			t.Errorf("no checksum holds for %s:\n%s", name, sums)
		}
		if fi, err := os.Stat(path); err != nil || fi.Size() > 50<<20 {
			t.Errorf("%s: %v, %v", name, fi, err)
		}
		if imitation == "" {
			continue
		}
		file, err := elf.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range file.Progs {
			if p.Type == elf.PT_INTERP || p.Type == elf.PT_DYNAMIC {
				t.Errorf("%s is not static", name)
			}
		}
		file.Close()
		command := []string{path, "demo"}
		if !strings.HasSuffix(name, "-"+runtime.GOARCH) {
			if _, err := exec.LookPath(imitation); err != nil {
				t.Logf("NOT RUN: %s, because %s is not installed; on Debian: apt-get install qemu-user-static", name, imitation)
				continue
			}
			command = append([]string{imitation}, command...)
		}
		if out, err := exec.Command(command[0], command[1:]...).CombinedOutput(); err != nil || !strings.Contains(string(out), "The last draft that it placed") {
			t.Errorf("%s demo: %v\n%s", name, err, out)
		}
	}
}
