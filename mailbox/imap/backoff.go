package imap

import "time"

// Backoff spaces out attempts: each wait doubles up to Cap, less a random share of up to a half so that clients that
// failed together do not come back together. It is not safe for concurrent use.
type Backoff struct {
	Base, Cap time.Duration // 5 s and 15 min when 0
	Rand      func() float64

	failures int
}

// After returns how long to wait after err. A server that asked to slow down is left alone for five minutes at least.
func (b *Backoff) After(err error) time.Duration {
	base, top := b.Base, b.Cap
	if base <= 0 {
		base = 5 * time.Second
	}
	if top <= 0 {
		top = 15 * time.Minute
	}
	wait := base
	for range b.failures {
		if wait *= 2; wait >= top {
			wait = top
			break
		}
	}
	b.failures++
	if Is(err, Limited) {
		wait = max(wait, 5*time.Minute)
	}
	return wait - time.Duration(b.Rand()*float64(wait)/2)
}

// Reset is called after a success.
func (b *Backoff) Reset() { b.failures = 0 }
