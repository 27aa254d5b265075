//go:build linux

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// What tests of the whole machine share: packages, containers and services.

// cannot ends a test that this machine does not allow, loudly.
func cannot(t *testing.T, why string) {
	t.Helper()
	t.Skip("SKIPPED, NOT TESTED: " + why)
}

// needs ends a test when a program is missing; that is a failure where HEARDBACK_REQUIRE says that it must run.
func needs(t *testing.T, program, debian string) {
	t.Helper()
	if _, err := exec.LookPath(program); err == nil {
		return
	}
	if os.Getenv("HEARDBACK_REQUIRE") == "1" {
		t.Fatalf("%s is required and not installed; on Debian: apt-get install %s", program, debian)
	}
	cannot(t, program+" is not installed; on Debian: apt-get install "+debian)
}

// tool runs a program in the project's folder and returns what it printed; it must go well.
func tool(t *testing.T, name string, args ...string) string {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir = top
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%s %q: %v\n%s", name, args, err, out)
	}
	return string(out)
}

// debianPackage builds the package and returns its path.
func debianPackage(t *testing.T) string {
	t.Helper()
	tool(t, "make", "package")
	files, err := filepath.Glob(filepath.Join(top, "dist", "heardback_*.deb"))
	if err != nil || len(files) == 0 {
		t.Fatalf("make package made no package: %v", err)
	}
	deb, err := filepath.Abs(files[len(files)-1])
	if err != nil {
		t.Fatal(err)
	}
	return deb
}

// shortDir makes a folder whose path leaves room for the names of sockets, and removes it with the test.
func shortDir(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("/tmp", "hb")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	return dir
}

// file writes a file that a test hands to another program.
func file(t *testing.T, path, text string, mode os.FileMode) string {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), mode); err != nil {
		t.Fatal(err)
	}
	return path
}
