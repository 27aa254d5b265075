//go:build linux

package main

import (
	"os"
	"os/exec"
	"strings"
	"testing"
)

// TestDebianPackage builds the package, installs it on this machine, runs what it installed, and purges it: nothing stays behind.
func TestDebianPackage(t *testing.T) {
	if !full() {
		t.Skip("runs in make test-full")
	}
	if _, err := exec.LookPath("dpkg"); os.Getuid() != 0 || err != nil {
		cannot(t, "only root on Debian can install the package")
	}
	if exec.Command("dpkg", "-s", "heardback").Run() == nil {
		cannot(t, "heardback is installed on this machine, which is left alone")
	}
	deb := debianPackage(t)
	installed := []string{"/usr/bin/heardback", "/usr/lib/systemd/system/heardback.service", "/usr/share/bash-completion/completions/heardback", "/etc/heardback"}
	t.Cleanup(func() { exec.Command("dpkg", "--purge", "heardback").Run() })
	if out := tool(t, "dpkg", "--install", deb); !strings.Contains(out, "heardback init") {
		t.Errorf("the installation does not say what to do next:\n%s", out)
	}
	for _, f := range installed {
		if _, err := os.Stat(f); err != nil {
			t.Error(err)
		}
	}
	if out := tool(t, "/usr/bin/heardback", "--version"); !strings.Contains(out, "heardback version ") {
		t.Errorf("--version says %q", out)
	}
	if out := tool(t, "/usr/bin/heardback", "demo"); !strings.Contains(out, "The last draft that it placed") {
		t.Errorf("the demo of the installed program says\n%s", out)
	}
	// What a user would leave behind.
	if err := os.WriteFile("/etc/heardback/config.toml", []byte("# mine\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	tool(t, "dpkg", "--purge", "heardback")
	for _, f := range installed {
		if _, err := os.Stat(f); err == nil {
			t.Errorf("%s is still there after the purge", f)
		}
	}
}
