package main

import (
	"context"
	"time"

	"heardback/round"
)

// simulation runs rounds on a clock that jumps from event to event: rehearse and demo.
type simulation struct {
	round    func() *round.Round // asked before every round: a story may restart the daemon
	zone     *time.Location
	arrivals []time.Time           // when mail arrives, in order
	advance  func(time.Time) error // makes the mailbox what it is at that time
	tell     func(*round.Report) error
}

// run runs a round at from, at every arrival, at every moment that the plan names, and at every 07:00 in the zone, until the
// last moment of until. It returns the last report.
func (s *simulation) run(ctx context.Context, from, until time.Time) (round.Report, error) {
	var rep round.Report
	next := 0
	for now := from; !now.After(until); {
		if err := ctx.Err(); err != nil {
			return rep, err
		}
		if err := s.advance(now); err != nil {
			return rep, err
		}
		var err error
		if rep, err = s.round().Run(ctx, now.In(s.zone)); err != nil {
			return rep, err
		}
		if err := s.tell(&rep); err != nil {
			return rep, err
		}
		for next < len(s.arrivals) && !s.arrivals[next].After(now) {
			next++
		}
		at := morning(now, s.zone)
		if p := rep.Next; p.After(now) && p.Before(at) {
			at = p
		}
		if next < len(s.arrivals) && s.arrivals[next].Before(at) {
			at = s.arrivals[next]
		}
		now = at
	}
	return rep, nil
}

// morning returns the first 07:00 in zone after now.
func morning(now time.Time, zone *time.Location) time.Time {
	l := now.In(zone)
	m := time.Date(l.Year(), l.Month(), l.Day(), 7, 0, 0, 0, zone)
	if !m.After(now) {
		m = time.Date(l.Year(), l.Month(), l.Day()+1, 7, 0, 0, 0, zone)
	}
	return m
}
