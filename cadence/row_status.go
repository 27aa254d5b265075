package cadence

import (
	"fmt"
	"strconv"

	"heardback/employer"
)

// rows asks every row of POLICY.md section 1 that fits the stage.
func (f *file) rows() {
	switch f.a.Stage {
	case employer.Rejected:
		f.rejectedRow()
		if !f.pl.on("1.rejected") {
			f.statusRows()
		}
	case employer.Filled:
		f.filledRow()
	case employer.Withdrawn:
		f.withdrawnRow()
	case employer.Offered:
		f.offerRow()
	case employer.OnHold:
		f.holdRow()
		f.leavingRow()
	default:
		if !f.a.Stage.Open() {
			return
		}
		f.invitedRow()
		f.thankYouRow()
		f.competingRow()
		if !f.leavingRow() {
			f.statusRows()
		}
	}
}

// statusRows chooses the one row that asks where things stand.
func (f *file) statusRows() {
	c := &f.clock
	if c.since.IsZero() {
		return
	}
	p := f.pl.p
	switch {
	case f.held != nil:
		f.interviewedRow()
	case !f.a.SubmittedAt.IsZero() && !f.a.SubmittedAt.Before(c.stage):
		f.statusOnce("1.assessment.status-1", p.AssessmentAfterBusinessDays, "the assessment was handed in on %s")
	case c.answered != nil && c.answered.Kind == "references":
		f.statusOnce("1.information.status-1", p.ReferencesAfterBusinessDays, "you sent the references on %s")
	case c.answered != nil && c.answered.Kind == "info":
		f.statusOnce("1.information.status-1", p.InfoAfterBusinessDays, "you sent what they asked for on %s")
	case c.answered != nil:
		f.statusOnce("1.contact.status-1", p.ContactAfterBusinessDays, "you answered them on %s")
	case c.talked && f.a.Stage != employer.Applied && f.a.Stage != employer.Confirmed:
		f.statusOnce("1.contact.status-1", p.ContactAfterBusinessDays, "the last word between you was on %s")
	default:
		f.appliedRow()
	}
}

// tally counts the nudges of the stage: how many were sent, when the last one was, and whether one was declined or lapsed, after
// which nothing follows (rules 5 and 6).
func (f *file) tally() (sent int, last *nudge, over string) {
	for i := range f.clock.nudges {
		n := &f.clock.nudges[i]
		switch n.state {
		case nudgeSent:
			sent++
			last = n
		case nudgeLapsed:
			over = "2.6"
		case nudgeDeleted:
			over = "2.5"
		}
	}
	return sent, last, over
}

// stop adds the reason why nothing follows a declined or lapsed letter.
func (s *step) stop(over string) {
	switch over {
	case "2.5":
		s.block("2.5", "you deleted the letter before it, so none follows", true)
	case "2.6":
		s.block("2.6", "the letter lay unsent for too long and counts as spent, so none follows", true)
	}
}

// statusOnce is the status letter of a row that allows one.
func (f *file) statusOnce(rule string, wait int, since string) {
	sent, _, over := f.tally()
	if sent > 0 {
		return
	}
	from := f.day(f.clock.since)
	f.statusLetter(Status1, rule, f.wait(from, wait), fmt.Sprintf(since, from)+fmt.Sprintf(", %s without an answer", businessDays(wait)), over)
}

// statusLetter adds a status letter, or decision-date instead of it where a promised date is in force.
func (f *file) statusLetter(kind Kind, rule string, due day, why, over string) *step {
	c := &f.clock
	if c.promise != nil && f.pl.on("2.2") {
		from := f.day(c.since)
		_, last, _ := f.tally()
		if last != nil {
			from = max(from, f.day(last.at))
		}
		switch {
		case c.promised >= from && f.bindsTheRow(c.promise):
			kind, rule = DecisionDate, "1.promised.decision-date"
			wait := f.pl.p.DecisionAfterBusinessDays
			if f.has("no-enquiries") != nil {
				wait = f.pl.p.NoEnquiriesBusinessDays
			}
			due = f.r.add(c.promised, wait+f.missedDates(c.missed))
			why = fmt.Sprintf("they named %s as the date, %s have passed since", c.promised, businessDays(wait))
			if last != nil {
				due = max(due, f.day(last.at)+day(f.pl.p.GapDays))
			}
		case c.promised >= from:
			due = max(due, f.r.add(c.promised, f.pl.p.DecisionAfterBusinessDays))
		}
	}
	cause := c.cause
	if kind == DecisionDate {
		cause = c.promise.Event
	}
	s := f.nudge(kind, rule, cause, due, f.statusRecipient(), why)
	if kind == DecisionDate {
		s.Facts.Promised = c.promised.at(0, 0, f.zone)
	}
	s.stop(over)
	return s
}

// bindsTheRow reports whether a promise speaks of the decision: it was made after the talks, or by a person and reaches beyond
// them. What a confirmation said before an interview only holds the letter back.
func (f *file) bindsTheRow(s *employer.Statement) bool {
	if f.held == nil || s.At.After(f.held.Start) {
		return true
	}
	t := f.touch(s.Event)
	return t != nil && t.Human && t.Kind != string(employer.KindConfirmation)
}

// missedDates is the delay after a second date that passed (rule 1).
func (f *file) missedDates(missed int) int {
	if missed >= 2 {
		return f.pl.p.MissedDateBusinessDays
	}
	return 0
}

// statusRecipient is the last human who wrote; after a panel whom nobody followed up, the host.
func (f *file) statusRecipient() *employer.Contact {
	c := f.recipient()
	if f.held == nil || len(f.held.Interviewers) <= f.pl.p.PanelOver {
		return c
	}
	host := f.contact(f.held.Host.Address)
	if host == nil || !host.Wrote || !f.usable(host) || c != nil && c.LastWrote.After(f.end(f.held)) {
		return c
	}
	return host
}

// interviewedRow is "Interviewed, no date given": status-1 and status-2, counted from the last round; and "Decision date promised".
func (f *file) interviewedRow() {
	p, c := f.pl.p, &f.clock
	wait := p.StatusAfterBusinessDays
	if f.slow() {
		wait = p.SlowStatusAfterBusinessDays
	}
	sent, last, over := f.tally()
	from := f.day(c.since)
	switch {
	case sent == 0:
		if c.replies >= 2 {
			wait = p.TwoRepliesBusinessDays
		}
		missed := c.missed
		if c.promise != nil && c.promised < from {
			missed++
		}
		wait += f.missedDates(missed)
		due := f.wait(from, wait)
		why := fmt.Sprintf("%s have passed since %s on %s and no date was given", businessDays(wait), c.what, from)
		if q := c.answered; q != nil && (q.Kind == "references" || q.Kind == "info") {
			n := p.InfoAfterBusinessDays
			if q.Kind == "references" {
				n = p.ReferencesAfterBusinessDays
			}
			due = max(f.wait(f.day(f.held.Start), wait), f.wait(f.day(q.Answered), n))
			why = fmt.Sprintf("%s have passed since you sent what they asked for on %s", businessDays(n), f.day(q.Answered))
		}
		f.statusLetter(Status1, "1.interviewed.status-1", due, why, over)
	case sent < p.StatusPerStage:
		missed := c.missed
		if last.kind == DecisionDate {
			missed++
		}
		from = max(from, f.day(last.at))
		wait = p.SecondStatusAfterBusinessDays + f.missedDates(missed)
		why := fmt.Sprintf("%s have passed since your letter of %s and nobody answered", businessDays(wait), f.day(last.at))
		f.statusLetter(Status2, "1.interviewed.status-2", f.wait(from, wait), why, over)
	}
}

func businessDays(n int) string {
	if n == 1 {
		return "1 business day"
	}
	return strconv.Itoa(n) + " business days"
}
