package main

import (
	"sync/atomic"
	"time"

	systemd "github.com/coreos/go-systemd/v22/daemon"
)

// longestRound is how long a round with its nap may take before the daemon counts as stuck: the first sync of a large mailbox over
// a slow line takes minutes.
const longestRound = time.Hour

// heart tells systemd that the daemon is ready and alive (sd_notify(3)). Without systemd it does nothing.
type heart struct {
	told  bool         // that it is ready
	began time.Time    // what last counts from, by a clock that stands still while the machine sleeps, as systemd's does
	last  atomic.Int64 // when the last round began, time.Duration
	done  chan struct{}
}

func newHeart() *heart {
	h := &heart{began: time.Now(), done: make(chan struct{})}
	h.beat()
	every, err := systemd.SdWatchdogEnabled(false)
	if err != nil || every == 0 {
		return h
	}
	go func() {
		t := time.NewTicker(every / 2)
		defer t.Stop()
		for {
			select {
			case <-h.done:
				return
			case <-t.C:
				if time.Since(h.began)-time.Duration(h.last.Load()) < longestRound {
					systemd.SdNotify(false, systemd.SdNotifyWatchdog)
				}
			}
		}
	}()
	return h
}

// beat says that a round begins.
func (h *heart) beat() { h.last.Store(int64(time.Since(h.began))) }

// ready says, once, that the first round is done.
func (h *heart) ready() {
	if !h.told {
		systemd.SdNotify(false, systemd.SdNotifyReady)
	}
	h.told = true
}

// reloading says that the configuration is read anew; ready follows when that is done.
func (h *heart) reloading() {
	systemd.SdNotify(false, systemd.SdNotifyReloading)
	h.told = false
}

// stop says that the daemon ends.
func (h *heart) stop() {
	close(h.done)
	systemd.SdNotify(false, systemd.SdNotifyStopping)
}
