// Command heardback watches a mailbox for news about job applications and places follow-up drafts at the right time.
// It never sends anything.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
	"time"
	_ "time/tzdata" // zones on machines without a zone database

	"heardback/cmd/heardback/provider"
)

// collect is the room that garbage gets, in percent of what lives, unless GOGC says otherwise: half of Go's own takes a sixth off the memory of a
// first sync and costs it some percent of processor time.
const collect = 50

func main() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(collect)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	p := &Program{Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Now: time.Now, Find: provider.Online().Find}
	code := p.Run(ctx, os.Args[1:])
	stop()
	os.Exit(code)
}
