package main

import (
	"context"
	"encoding/json"
	"os"
	"os/signal"
	"syscall"
	"testing"
	"time"

	"heardback/cmd/heardback/oauth"
	"heardback/cmd/heardback/provider"
)

// Environment of a test binary that stands in for the program: it runs one command line at a fixed time.
const (
	envProgram = "HEARDBACK_TEST_PROGRAM"
	envNow     = "HEARDBACK_TEST_NOW"
	envServer  = "HEARDBACK_TEST_SERVER" // provider.Settings as JSON: what init finds for any address
	envOAuth   = "HEARDBACK_TEST_OAUTH"  // oauth.Server as JSON: what oauth = "example" stands for
	// envKill is the number of the write to the book at which the process kills itself, with "+" after it.
	envKill = "HEARDBACK_TEST_KILL"
)

func TestMain(m *testing.M) {
	if os.Getenv(envProgram) == "" {
		os.Exit(runTests(m))
	}
	now, err := time.Parse(time.RFC3339, os.Getenv(envNow))
	if err != nil {
		panic(err)
	}
	p := &Program{Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Now: func() time.Time { return now }}
	if at := os.Getenv(envKill); at != "" {
		killAtWrite(p, at)
	}
	if known := os.Getenv(envServer); known != "" {
		var settings provider.Settings
		if err := json.Unmarshal([]byte(known), &settings); err != nil {
			panic(err)
		}
		p.Find = func(context.Context, string) (provider.Settings, error) { return settings, nil }
	}
	if known := os.Getenv(envOAuth); known != "" {
		var s oauth.Server
		if err := json.Unmarshal([]byte(known), &s); err != nil {
			panic(err)
		}
		oauth.Servers["example"] = s
	}
	ctx, _ := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	os.Exit(p.Run(ctx, os.Args[1:]))
}

func runTests(m *testing.M) int {
	var err error
	if binaries, err = os.MkdirTemp("", "heardback-test"); err != nil {
		panic(err)
	}
	defer os.RemoveAll(binaries)
	return m.Run()
}
