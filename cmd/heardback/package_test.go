//go:build linux

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestDebianPackage builds the package, installs it on this machine, runs what it installed, and purges it: nothing stays behind.
func TestDebianPackage(t *testing.T) {
	if os.Getenv("HEARDBACK_FULL") == "" {
		t.Skip("runs in make test-full")
	}
	_, err := exec.LookPath("dpkg")
	if os.Getuid() != 0 || err != nil {
		t.Skip("SKIPPED, NOT TESTED: only root on Debian can install the package")
	}
	if exec.Command("dpkg", "-s", "heardback").Run() == nil {
		t.Skip("SKIPPED, NOT TESTED: heardback is installed on this machine, which is left alone")
	}
	command := func(name string, args ...string) string {
		t.Helper()
		cmd := exec.Command(name, args...)
		cmd.Dir = top
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("%s %q: %v\n%s", name, args, err, out)
		}
		return string(out)
	}
	command("make", "package")
	files, err := filepath.Glob(filepath.Join(top, "dist", "heardback_*.deb"))
	if err != nil || len(files) == 0 {
		t.Fatalf("make package made no package: %v", err)
	}
	deb, err := filepath.Abs(files[len(files)-1])
	if err != nil {
		t.Fatal(err)
	}
	installed := []string{"/usr/bin/heardback", "/usr/lib/systemd/system/heardback.service", "/usr/share/bash-completion/completions/heardback", "/etc/heardback"}
	t.Cleanup(func() { exec.Command("dpkg", "--purge", "heardback").Run() })
	if out := command("dpkg", "--install", deb); !strings.Contains(out, "heardback init") {
		t.Errorf("the installation does not say what to do next:\n%s", out)
	}
	for _, f := range installed {
		if _, err := os.Stat(f); err != nil {
			t.Error(err)
		}
	}
	if out := command("/usr/bin/heardback", "--version"); !strings.Contains(out, "heardback version ") {
		t.Errorf("--version says %q", out)
	}
	if out := command("/usr/bin/heardback", "demo"); !strings.Contains(out, "The last draft that it placed") {
		t.Errorf("the demo of the installed program says\n%s", out)
	}
	// What a user would leave behind.
	if err := os.WriteFile("/etc/heardback/config.toml", []byte("# mine\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	command("dpkg", "--purge", "heardback")
	for _, f := range installed {
		if _, err := os.Stat(f); err == nil {
			t.Errorf("%s is still there after the purge", f)
		}
	}
}
