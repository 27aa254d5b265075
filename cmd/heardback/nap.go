package main

import (
	"context"
	"os"
	"time"
)

// peek is how often a nap looks at the clock on the wall. Timers stand still while the machine sleeps, and what is due does not.
const peek = 20 * time.Second

// woken says why a nap ended.
type woken int

const (
	itIsTime woken = iota
	toldToStop
	toldToReload
)

// nap returns when mail arrived in any account, when it lasted as long as it should by a timer or by the clock on the wall, when ctx ended
// or a reload is asked for. Every account waits on its own connection, and one that lost it gets it back without a round of the others;
// all have given it back when nap returns.
func (h *house) nap(ctx context.Context, long time.Duration, now func() time.Time, arrived chan struct{}, reload <-chan os.Signal) woken {
	waiting, stop := context.WithTimeout(ctx, long)
	defer stop()
	done := make(chan struct{})
	for _, b := range h.boxes {
		go func() {
			defer func() { done <- struct{}{} }()
			for waiting.Err() == nil {
				if b.Wait(waiting) != nil {
					continue // Wait itself leaves the server alone for a while
				}
				select {
				case arrived <- struct{}{}:
				default:
				}
				return
			}
		}()
	}
	why := wake(waiting, now().Round(0).Add(long), now, arrived, reload)
	stop()
	for range h.boxes {
		<-done
	}
	select { // what came while stopping is part of the next round anyway
	case <-arrived:
	default:
	}
	if ctx.Err() != nil {
		return toldToStop
	}
	return why
}

// wake blocks until one of the reasons to end a nap is there; until is the end on the clock on the wall.
func wake(waiting context.Context, until time.Time, now func() time.Time, arrived <-chan struct{}, reload <-chan os.Signal) woken {
	wall := time.NewTicker(peek)
	defer wall.Stop()
	for {
		select {
		case <-arrived:
			return itIsTime
		case <-waiting.Done():
			return itIsTime
		case <-reload:
			return toldToReload
		case <-wall.C:
			if !now().Round(0).Before(until) {
				return itIsTime // the machine slept, or its clock was set
			}
		}
	}
}
