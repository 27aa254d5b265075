package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"slices"
	"sync"
	"testing"
)

// plain builds the test binary without the race detector, once, into the folder that TestMain removes.
var plain = sync.OnceValues(func() (string, error) {
	file := filepath.Join(binaries, "program.test")
	if out, err := exec.Command("go", "test", "-c", "-o", file, ".").CombinedOutput(); err != nil {
		return "", fmt.Errorf("building the program that tests start: %w\n%s", err, out)
	}
	return file, nil
})

// binaries is where plain builds.
var binaries string

// program is the file of the many processes that a test starts for one round each: this test binary, which TestMain makes the
// program, or one without the race detector, which makes a round ten times slower. Races are looked for in the rounds that tests
// run themselves, in the daemon and at the terminal.
func program(t *testing.T) string {
	t.Helper()
	if !watchesRaces() {
		return os.Args[0]
	}
	file, err := plain()
	if err != nil {
		t.Fatal(err)
	}
	return file
}

func watchesRaces() bool {
	info, ok := debug.ReadBuildInfo()
	return ok && slices.Contains(info.Settings, debug.BuildSetting{Key: "-race", Value: "true"})
}
