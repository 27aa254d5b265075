package imap

import (
	"cmp"
	"context"
	"errors"
	"math/rand/v2"
	"sync"
	"time"

	"heardback/mailbox"
)

// Backoff spaces out attempts: each wait doubles up to Cap, less a random share of up to a half so that clients that
// failed together do not come back together. It is not safe for concurrent use.
type Backoff struct {
	Base, Cap time.Duration  // 5 s and 15 min when 0
	Rand      func() float64 // in [0, 1); math/rand when nil

	failures int
}

// base is how long the first wait is.
const base = 5 * time.Second

// least is how long a server is left alone at least, whatever the number of failures: one that asked to slow down, and one that would
// lock an account after some wrong passwords.
var least = map[Kind]time.Duration{Limited: 5 * time.Minute, LoginRefused: time.Minute}

// After returns how long to wait after err.
func (b *Backoff) After(err error) time.Duration {
	wait, top, random := cmp.Or(b.Base, base), cmp.Or(b.Cap, 15*time.Minute), b.Rand
	if random == nil {
		random = rand.Float64
	}
	for range b.failures {
		if wait *= 2; wait >= top {
			wait = top
			break
		}
	}
	b.failures++
	wait -= time.Duration(random() * float64(wait) / 2)
	var e *Error
	if errors.As(err, &e) && wait < least[e.Kind] {
		wait = least[e.Kind] + time.Duration(random()*float64(least[e.Kind])/5)
	}
	return wait
}

// Reset is called after a success.
func (b *Backoff) Reset() { b.failures = 0 }

// health is what a client remembers of failures. A server that fails is left alone for a while: every call but Wait says so at once, so
// that no other account has to wait for its timeouts.
type health struct {
	mu      sync.Mutex
	backoff Backoff
	until   time.Time // when the server may be asked again
	last    *Error    // why not before
	behind  bool      // the last Sync failed: there may be news that was not read
	told    string    // what the caller has heard of, and
	toldAt  time.Time // when
}

// trouble are the kinds of failure that may be over after a while. A folder that is missing, or a NO to one command, is not.
var trouble = map[Kind]bool{BadConfig: true, Unreachable: true, BadCertificate: true, LoginRefused: true, Limited: true, Silent: true, Broken: true}

// failed learns from the outcome of a call. A connection that merely broke may be opened again at once, the first time.
func (h *health) failed(err error) {
	var e *Error
	if errors.As(err, &e) && trouble[e.Kind] && !errors.Is(err, mailbox.ErrLater) {
		h.note(e)
	}
}

// waited learns from the outcome of Wait, which may be called again at once whatever it returned.
func (h *health) waited(err error) {
	var e *Error
	if errors.As(err, &e) && !trouble[e.Kind] {
		h.note(e)
	}
}

func (h *health) note(e *Error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	first := h.backoff.failures == 0
	wait := h.backoff.After(e)
	if h.last = e; !first || e.Kind != Broken {
		h.until = time.Now().Add(wait)
	}
}

// interrupted learns that a call was cut short before it had a connection. In the middle of trouble the server is left alone until the
// next Wait has had its try, so that no round begins with a timeout.
func (h *health) interrupted() {
	h.mu.Lock()
	defer h.mu.Unlock()
	if soon := time.Now().Add(cmp.Or(h.backoff.Base, base)); h.backoff.failures > 0 && soon.After(h.until) {
		h.until = soon
	}
}

// synced learns how a Sync ended: one that succeeded ends all trouble.
func (h *health) synced(err error) {
	var e *Error
	h.mu.Lock()
	defer h.mu.Unlock()
	switch {
	case err == nil:
		h.backoff.Reset()
		h.behind, h.told = false, ""
	case errors.As(err, &e) && trouble[e.Kind]:
		h.behind = true
	}
}

// missed reports whether the last Sync failed.
func (h *health) missed() bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.behind
}

// tellAgain is after what time a trouble that lasts is told anew: it belongs into every digest.
const tellAgain = 24 * time.Hour

// tell notes that the caller hears of a failure.
func (h *health) tell(err error) {
	if e := (*Error)(nil); errors.As(err, &e) {
		h.mu.Lock()
		defer h.mu.Unlock()
		h.told, h.toldAt = e.Text, time.Now()
	}
}

// resting is an error while the server is left alone: the failure itself where nobody has heard of it, else mailbox.ErrLater.
func (h *health) resting() error {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.last == nil || !time.Now().Before(h.until) {
		return nil
	}
	if h.told != h.last.Text || time.Since(h.toldAt) >= tellAgain {
		h.told, h.toldAt = h.last.Text, time.Now()
		return h.last
	}
	e := *h.last
	e.Text += "; it is left alone until " + h.until.Format(time.TimeOnly)
	e.Err = mailbox.ErrLater
	return &e
}

// rest waits until the server may be asked again.
func (h *health) rest(ctx context.Context) error {
	h.mu.Lock()
	wait := time.Until(h.until)
	h.mu.Unlock()
	if wait <= 0 {
		return nil
	}
	t := time.NewTimer(wait)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
