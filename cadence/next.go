package cadence

import "time"

// soon notes a moment at which the plan may differ.
func (pl *planner) soon(t time.Time) {
	if t.After(pl.now) && (pl.plan.Next.IsZero() || t.Before(pl.plan.Next)) {
		pl.plan.Next = t.In(pl.zone)
	}
}

// next collects the moments that the steps, the drafts and the talks bring; silence and notices have noted theirs.
func (pl *planner) next() {
	for i := range pl.plan.Steps {
		s := &pl.plan.Steps[i]
		pl.soon(s.Due)
		if !s.Suppressed {
			pl.soon(s.Expires)
		}
		for _, x := range s.Against {
			pl.soon(x.Until)
		}
	}
	for _, f := range pl.files {
		if f.coming != nil {
			pl.soon(f.coming.Start)
			pl.soon(f.end(f.coming))
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
		pl.soon(pl.plan.Calls[i].Due)
	}
}
