package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"testing"
	"time"
)

// Environment of a test binary that stands in for the program: it runs one command line at a fixed time.
const (
	envProgram = "HEARDBACK_TEST_PROGRAM"
	envNow     = "HEARDBACK_TEST_NOW"
)

func TestMain(m *testing.M) {
	if os.Getenv(envProgram) == "" {
		os.Exit(m.Run())
	}
	now, err := time.Parse(time.RFC3339, os.Getenv(envNow))
	if err != nil {
		panic(err)
	}
	p := &Program{Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Now: func() time.Time { return now }}
	ctx, _ := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	os.Exit(p.Run(ctx, os.Args[1:]))
}
