package cadence

import "time"

// soon notes a moment at which the plan may differ.
func (pl *planner) soon(t time.Time) {
	if t.After(pl.now) && (pl.plan.Next.IsZero() || t.Before(pl.plan.Next)) {
		pl.plan.Next = t.In(pl.zone)
	}
}

// midnight notes the next midnight in a zone.
func (pl *planner) midnight(zone *time.Location) {
	if t := (dayOf(pl.now, zone) + 1).at(0, 0, zone); pl.plan.Midnight.IsZero() || t.Before(pl.plan.Midnight) {
		pl.plan.Midnight = t
	}
}

// within reports whether t is at most d ago, and notes when it will not be any more.
func (pl *planner) within(t time.Time, d time.Duration) bool {
	pl.soon(t.Add(d + 1))
	return pl.now.Sub(t) <= d
}

// next collects the moments that the steps, the drafts and the talks bring; silence and notices have noted theirs.
func (pl *planner) next() {
	for i := range pl.plan.Steps {
		s := &pl.plan.Steps[i]
		pl.soon(s.Due)
		if !s.Suppressed {
			pl.soon(s.Expires)
		}
		if s.Nudge && !s.Drafted {
			pl.soon(pl.sendUntil.on(dayOf(s.Due, pl.zone), pl.zone).Add(1))
		}
		for _, x := range s.Against {
			pl.soon(x.Until)
		}
	}
	for _, f := range pl.files {
		for i := range f.a.Interviews {
			if iv := &f.a.Interviews[i]; !iv.Start.IsZero() {
				pl.soon(iv.Start)
				pl.soon(f.end(iv))
			}
		}
		if f.coming != nil {
			pl.soon(f.end(f.coming).Add(time.Duration(pl.p.ThankYouAfterHours) * time.Hour))
			pl.soon(pl.place.on(dayOf(f.coming.Start, pl.zone)-1, pl.zone))
		}
		for _, n := range f.clock.nudges {
			if n.state == nudgeWaiting {
				pl.soon(pl.place.on(f.r.add(f.day(n.at), pl.p.UnsentBusinessDays), pl.zone))
			}
		}
		if o := f.a.Offer; o != nil {
			pl.soon(o.Deadline)
		}
	}
	for i := range pl.plan.Calls {
		c := &pl.plan.Calls[i]
		pl.soon(c.Due)
		for _, x := range c.Against {
			pl.soon(x.Until)
		}
	}
}
