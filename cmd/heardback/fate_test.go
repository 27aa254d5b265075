package main

import (
	"context"
	"errors"
	"sync"

	"heardback/employer"
	"heardback/mailbox"
	"heardback/round"
)

// fate ends a process in the middle of its work: from then on it writes nothing any more, neither to the book nor to the server.
type fate struct {
	at    int  // number of the write, from 1; 0 for none
	done  bool // after the write, else before
	die   func()
	mu    sync.Mutex
	count int
	dead  bool
}

var errDead = errors.New("the process has ended")

func (f *fate) end() {
	f.mu.Lock()
	f.dead = true
	f.mu.Unlock()
	f.die()
}

func (f *fate) gone() bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.dead
}

// write does a write to the book unless the process ends before it.
func (f *fate) write(do func() error) error {
	if f.gone() {
		return errDead
	}
	f.count++
	fatal := f.count == f.at
	if fatal && !f.done {
		f.end()
		return errDead
	}
	err := do()
	if fatal {
		f.end()
		return errDead
	}
	return err
}

// mortal is a book whose writes may be the last thing that a process does.
type mortal struct {
	round.Store
	fate *fate
}

func (m mortal) Commit(ctx context.Context, account string, events []employer.Event, cursor mailbox.Cursor) error {
	return m.fate.write(func() error { return m.Store.Commit(ctx, account, events, cursor) })
}

func (m mortal) SetMeta(ctx context.Context, key, value string) error {
	return m.fate.write(func() error { return m.Store.SetMeta(ctx, key, value) })
}
