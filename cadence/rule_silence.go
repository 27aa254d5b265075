package cadence

import (
	"fmt"
	"time"

	"heardback/employer"
)

// silence finds the stage that time alone brings: closed the day after an assume-no ran out, parked after the last check-in,
// quiet where nothing more is to come. A later mail of the employer revives the application by itself.
func (f *file) silence() {
	a := f.a
	if !a.Stage.Open() || a.Stage == employer.Offered || f.coming != nil {
		return
	}
	if a.Suspended != "" {
		return // what they wrote last may be anything but silence
	}
	if st := f.assumeNo(); st != nil && f.held == nil && !(st.Until.IsZero() && st.BusinessDays == 0) {
		f.becomes(employer.Closed, f.until(st)+1, "5.assume-no", func() string {
			return fmt.Sprintf("they said on %s that silence until %s means no", f.day(st.At), f.until(st))
		})
		return
	}
	if (f.ask != nil || a.Stage == employer.Assessing && a.SubmittedAt.IsZero()) && !f.shelved {
		return
	}
	if f.pending() {
		return
	}
	p, c := f.pl.p, &f.clock
	last, nudged := f.lastInStage()
	from := f.day(c.since)
	switch {
	case a.Stage == employer.OnHold:
		if nudged && f.parked() {
			f.becomes(employer.Quiet, f.r.add(f.day(last), p.QuietAfterNudgeBusinessDays), "1.hold", func() string {
				return fmt.Sprintf("parked: no answer to your letter of %s", f.day(last))
			})
		}
	case f.held == nil:
		when := from + day(p.QuietAfterDays)
		what := c.what
		if nudged {
			when = max(when, f.r.add(f.day(last), p.QuietAfterNudgeBusinessDays))
		}
		if nudged && f.day(last) > from {
			what, from = "the letter", f.day(last)
		}
		f.becomes(employer.Quiet, f.afterPromise(when), "1.silent", func() string {
			return "nothing was heard since " + what + " on " + from.String()
		})
	case nudged:
		f.becomes(employer.Quiet, f.afterPromise(f.r.add(f.day(last), p.QuietAfterNudgeBusinessDays)), "1.silent", func() string {
			return fmt.Sprintf("%s have passed since the letter of %s", businessDays(p.QuietAfterNudgeBusinessDays), f.day(last))
		})
	default:
		f.becomes(employer.Quiet, f.afterPromise(f.r.add(from, p.QuietAfterInterviewBusiness)), "1.silent", func() string {
			return businessDays(p.QuietAfterInterviewBusiness) + " have passed since " + c.what + " on " + from.String()
		})
	}
}

// becomes notes a stage from a day on, at the hour of placing. Before that it is a moment at which the plan will differ.
func (f *file) becomes(to employer.Stage, d day, rule string, why func() string) {
	at := f.pl.place.on(d, f.pl.zone)
	if at.After(f.pl.now) {
		f.pl.soon(at)
		return
	}
	c := Change{App: f.a.ID, To: to, At: at, Rule: rule}
	if at.After(f.pl.stale) {
		c.Why = why()
	}
	f.pl.plan.Changes = append(f.pl.plan.Changes, c)
}

// afterPromise keeps an application from falling silent before the employer's own date has passed.
func (f *file) afterPromise(d day) day {
	if f.clock.promise == nil {
		return d
	}
	return max(d, f.r.add(f.clock.promised, f.pl.p.DecisionAfterBusinessDays))
}

// pending reports whether a nudge is still to come or lies ready.
func (f *file) pending() bool {
	for _, s := range f.steps {
		if s.Nudge && (!s.Suppressed || !s.wrong) {
			return true
		}
	}
	for i := range f.clock.nudges {
		if f.clock.nudges[i].state == nudgeWaiting {
			return true
		}
	}
	return false
}

// lastInStage is when the last nudge of the stage was sent or, unsent, placed.
func (f *file) lastInStage() (at time.Time, ok bool) {
	if n := len(f.clock.nudges); n > 0 {
		return f.clock.nudges[n-1].at, true
	}
	return time.Time{}, false
}

// parked reports whether the check-ins of a hold are used up.
func (f *file) parked() bool {
	sent, _, over := f.tally()
	return sent >= 2 || over != ""
}

// Stages returns the stage of every application as it stands at the plan's moment: the book's, or the one that time alone
// has brought.
func Stages(b employer.Book, plan Plan) map[string]employer.Stage {
	stages := make(map[string]employer.Stage, len(b.Applications))
	for i := range b.Applications {
		stages[b.Applications[i].ID] = b.Applications[i].Stage
	}
	for _, changes := range [...][]Change{plan.Settled, plan.Changes} {
		for _, c := range changes {
			stages[c.App] = c.To
		}
	}
	return stages
}

// Stage returns the stage of one application, as [Stages] does.
func (p *Plan) Stage(a *employer.Application) employer.Stage {
	if c := p.Change(a); c != nil {
		return c.To
	}
	return a.Stage
}

// Since returns when the application came to its stage: by an event, or by time alone.
func (p *Plan) Since(a *employer.Application) time.Time {
	if c := p.Change(a); c != nil {
		return c.At
	}
	return a.StageSince
}

// Change is what time alone has brought to an application, nil for nothing.
func (p *Plan) Change(a *employer.Application) *Change {
	if c := p.changed[a.ID]; c != nil {
		return c
	}
	return p.settled[a.ID]
}
