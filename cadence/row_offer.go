package cadence

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"heardback/employer"
)

// offerRow is "Offer": offer-next-steps at once. It thanks and asks for the terms; it never accepts, declines or negotiates.
func (f *file) offerRow() {
	o := f.a.Offer
	if o == nil || f.answeredOffer() {
		return
	}
	to := f.answerable(o.From)
	if to == nil {
		to = f.recipient()
	}
	why := fmt.Sprintf("they made an offer on %s", f.day(o.At))
	if !o.Deadline.IsZero() {
		why += fmt.Sprintf(" that stands until %s", f.day(o.Deadline))
	}
	s := f.react(OfferNextSteps, "1.offer.offer-next-steps", o.Event, o.At, to, why)
	s.Facts.Deadline = o.Deadline
	if t := f.touch(o.Event); t != nil && t.Mail != nil && t.Mail.AuthFailed {
		s.block("2.12", "the mail failed the sender's authentication: you are asked instead", true)
	}
}

// answeredOffer reports whether the user has answered the offer that stands.
func (f *file) answeredOffer() bool {
	for i := range f.a.Requests {
		if q := &f.a.Requests[i]; q.Kind == "offer" && !q.Answered.IsZero() && !q.At.Before(f.a.Offer.At) {
			return true
		}
	}
	return false
}

// competingRow tells employers where the user was interviewed that another offer has a deadline. It stands outside rule 2 and
// the gap of 7 days.
func (f *file) competingRow() {
	if f.held == nil {
		return
	}
	for _, a := range f.pl.offers {
		o := a.Offer
		if o == nil || firmKey(a) == firmKey(f.a) || o.Deadline.IsZero() || !o.Deadline.After(f.pl.now) {
			continue
		}
		s := f.react(CompetingDeadline, "1.competing-deadline", o.Event, o.At, f.statusRecipient(),
			fmt.Sprintf("you hold another offer that asks for an answer by %s", f.day(o.Deadline)))
		s.Facts.Deadline = o.Deadline
		if s.To.Address != "" && strings.EqualFold(s.To.Address, o.From.Address) {
			s.block("1.competing-deadline", s.To.Name+" made you that offer and knows of it", true)
		}
		if s.Expires.After(o.Deadline) {
			s.Expires = o.Deadline.In(f.pl.zone)
		}
		if t := f.wroteSince(o.At); t != nil {
			s.block("2.4", fmt.Sprintf("you wrote to them yourself on %s", f.day(t.At)), true)
		}
	}
}

// taken is the acceptance elsewhere that freezes the nudges of an application, a signed one first; nil if there is none. An acceptance that
// was older than stale_days when the application was made belongs to an earlier search.
func (f *file) taken() *employer.Application {
	if !f.pl.on("1.accepted") {
		return nil
	}
	var found *employer.Application
	for _, x := range f.pl.accepted {
		if firmKey(x) == firmKey(f.a) || f.begun().After(x.AcceptedAt.AddDate(0, 0, f.pl.p.StaleDays)) {
			continue
		}
		if found == nil || x.Signed && !found.Signed {
			found = x
		}
	}
	return found
}

// begun is when the application was made, or first heard of where no mail says so.
func (f *file) begun() time.Time {
	switch a := f.a; {
	case !a.AppliedAt.IsZero():
		return a.AppliedAt
	case len(a.Inbound) > 0:
		return a.Inbound[0].At
	default:
		return a.StageSince
	}
}

// leavingRow is "the user has accepted elsewhere": signed, it withdraws where interviews took place; unsigned, it only freezes
// (see rule frozen). It reports whether it stands in for the status rows.
func (f *file) leavingRow() bool {
	x := f.taken()
	if x == nil || !x.Signed || f.held == nil || f.begun().After(x.AcceptedAt) {
		return false
	}
	at := x.AcceptedAt
	s := f.react(Withdrawal, "1.withdrawal", f.eventOf(x, at), at, f.statusRecipient(),
		fmt.Sprintf("you accepted and signed at %s on %s", x.Employer, f.day(at)))
	s.Facts.Deadline = x.AcceptedAt.In(f.zone)
	return true
}

// withdrawnRow tells the employer that the user withdraws, where interviews took place and nobody has told them yet.
func (f *file) withdrawnRow() {
	a := f.a
	if f.held == nil || a.WithdrawnBy == "mail" || a.WithdrawnBy == "phone" || f.sentSince(a.WithdrawnAt, "") {
		return
	}
	f.react(Withdrawal, "1.withdrawal", f.eventAt(a.WithdrawnAt, nil), a.WithdrawnAt, f.statusRecipient(),
		fmt.Sprintf("you withdrew on %s after an interview", f.day(a.WithdrawnAt)))
}

// holdRow is "On hold": acknowledge-hold at once, then check-in at the stated time or after 15 business days, and once more
// after 20.
func (f *file) holdRow() {
	a := f.a
	t := f.lastInbound(employer.KindHold)
	cause := f.eventAt(a.HoldAt, t)
	if t != nil && t.Human {
		if to := f.answerable(employer.Contact{Address: t.Who.Address, Name: t.Who.Name, Human: true}); to != nil {
			s := f.react(AcknowledgeHold, "1.hold.acknowledge-hold", cause, a.HoldAt, to, fmt.Sprintf("they put the process on hold on %s", f.day(a.HoldAt)))
			if f.repliedByHand(t) {
				s.block("2.4", "you answered them yourself", true)
			}
		}
	}
	f.checkIns(cause)
}

// checkIns asks whether a process on hold goes on: at the time that they stated, else after a wait that their later mail starts
// anew; and once more.
func (f *file) checkIns(cause string) {
	a, p, c := f.a, f.pl.p, &f.clock
	sent, last, over := f.tally()
	from, since := f.day(a.HoldAt), "they put it on hold"
	if c.since.After(a.HoldAt) {
		from, since, cause = f.day(c.since), c.what, c.cause
	}
	wait, rule := p.CheckInAfterBusinessDays, "1.hold.check-in"
	switch {
	case sent == 1:
		from, since = max(from, f.day(last.at)), "your letter"
		wait, rule, cause = p.SecondCheckInAfterBusiness, "1.hold.check-in-2", cause+" 2"
	case sent > 1:
		return
	}
	due := f.wait(from, wait)
	why := fmt.Sprintf("%s have passed since %s on %s", businessDays(wait), since, from)
	if until := f.stated(a.HoldUntil); sent == 0 && !a.HoldUntil.IsZero() {
		if f.heldWithout() {
			due = max(due, until)
		} else {
			due = until
			why = fmt.Sprintf("they put it on hold until %s", until)
		}
	}
	if c.promise != nil && c.promise.At.After(a.HoldAt) && c.promised >= from && f.pl.on("2.2") {
		due = max(due, f.r.add(c.promised, p.DecisionAfterBusinessDays))
		why = fmt.Sprintf("they named %s as the date", c.promised)
	}
	f.nudge(CheckIn, rule, cause, due, f.recipient(), why).stop(over)
}

// heldWithout reports whether their latest mail about the hold names no date, though one before it did: that one only holds the letter back.
func (f *file) heldWithout() bool {
	return !slices.ContainsFunc(f.a.Statements, func(s employer.Statement) bool {
		return (s.Class == "hold" || s.Class == "window") && s.Until.Equal(f.a.HoldUntil) && !s.At.Before(f.a.HoldAt)
	})
}

// wroteSince is the latest mail that the user wrote without our draft after a time, but for bare thanks; nil if there is none.
func (f *file) wroteSince(at time.Time) *employer.Touch {
	for i := len(f.a.Outbound) - 1; i >= 0; i-- {
		if t := &f.a.Outbound[i]; t.At.After(at) && t.DraftKey == "" && t.Kind != string(employer.KindThanks) {
			return t
		}
	}
	return nil
}

// repliedByHand reports whether the user wrote back after a mail without our draft.
func (f *file) repliedByHand(t *employer.Touch) bool {
	for i := range f.a.Outbound {
		if x := &f.a.Outbound[i]; x.At.After(t.At) && x.DraftKey == "" {
			return true
		}
	}
	return false
}
