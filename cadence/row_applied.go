package cadence

import (
	"fmt"
	"slices"
	"strings"

	"heardback/employer"
)

// appliedRow is "Applied": application-followup to a person, or arrived-safely where an application by mail was never confirmed.
// The two share one allowance.
func (f *file) appliedRow() {
	a, p, c := f.a, f.pl.p, &f.clock
	sent, _, over := f.tally()
	if sent > 0 || f.approached() {
		return
	}
	from := f.day(c.since)
	due := f.wait(from, p.ApplicationAfterBusinessDays)
	why := fmt.Sprintf("%s have passed since %s on %s", businessDays(p.ApplicationAfterBusinessDays), c.what, from)
	kind, rule, to := ApplicationFollowup, "1.applied.application-followup", f.named()
	if a.AppliedTo.Address != "" && a.ConfirmedAt.IsZero() && !c.human {
		kind, rule, to = ArrivedSafely, "1.applied.arrived-safely", f.appliedTo()
	}
	if !a.ClosingDate.IsZero() {
		if after := f.r.add(f.stated(a.ClosingDate), p.ClosingAfterBusinessDays); after > due || kind == ArrivedSafely {
			due = max(after, f.r.add(from, p.ClosingAfterBusinessDays))
			why = fmt.Sprintf("%s have passed since applications closed on %s", businessDays(p.ClosingAfterBusinessDays), f.stated(a.ClosingDate))
		}
	}
	if c.promise != nil && c.promised >= from && f.pl.on("2.2") {
		due = f.r.add(c.promised, p.DecisionAfterBusinessDays)
		why = fmt.Sprintf("they named %s as the date, %s have passed since", c.promised, businessDays(p.DecisionAfterBusinessDays))
	}
	s := f.nudge(kind, rule, c.cause, due, to, why)
	if c.promise != nil && c.promised >= from {
		s.Facts.Promised = c.promised.at(0, 0, f.zone)
	}
	if f.again() {
		s.block("1.applied-again", "you applied here again after a rejection: nothing is asked", true)
	}
	s.stop(over)
}

// approached reports whether a recruiter wrote out of the blue and the user never applied: there is nothing to ask about.
func (f *file) approached() bool {
	a := f.a
	return a.AppliedAt.IsZero() && a.ConfirmedAt.IsZero() && (len(a.Inbound) == 0 || a.Inbound[0].Kind == string(employer.KindOutreach))
}

// again reports whether the user applied after a rejection by the same employer (A13), by mail or on a page that confirmed it.
func (f *file) again() bool {
	fm := f.pl.firms[firmKey(f.a)]
	if fm == nil || fm.rejected.IsZero() || f.a.AppliedAt.IsZero() && f.a.ConfirmedAt.IsZero() {
		return false
	}
	return f.begun().After(fm.rejected)
}

// appliedTo is the address that the application was sent to. It need not be a person's, for the user chose it; a machine's it
// must not be.
func (f *file) appliedTo() *employer.Contact {
	to := f.a.AppliedTo
	c := f.contact(to.Address)
	if c == nil {
		c = &employer.Contact{Name: to.Name, Address: to.Address, KnownBecause: "you applied to this address", UserWrote: true}
	}
	local, _, _ := strings.Cut(strings.ToLower(c.Address), "@")
	local = strings.NewReplacer("-", "", "_", "", ".", "").Replace(local)
	bounced := slices.ContainsFunc(f.a.Bounces, func(t employer.Touch) bool {
		return t.Who.Address == "" || strings.EqualFold(t.Who.Address, to.Address)
	})
	if bounced || !c.BouncedAt.IsZero() || strings.HasPrefix(local, "noreply") || strings.HasPrefix(local, "donotreply") || f.noReply(c.Address) {
		return nil
	}
	if c.KnownBecause == "" {
		known := *c
		known.KnownBecause = "you applied to this address"
		c = &known
	}
	return c
}
