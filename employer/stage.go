package employer

import (
	"slices"
	"time"
)

var time0 time.Time

// move is one row of the table of what may follow what.
type move struct {
	on   Kind
	from []Stage // "" is an application that is just being opened
	to   Stage
}

var (
	opening  = []Stage{""}
	waiting  = []Stage{"", Applied}
	early    = []Stage{"", Applied, Confirmed}
	talking  = []Stage{"", Applied, Confirmed, InContact, Invited, Interviewed, Pending, OnHold}
	anyOpen  = []Stage{"", Applied, Confirmed, InContact, Assessing, Invited, Scheduled, Interviewed, Pending, Offered, OnHold, Quiet}
	shut     = []Stage{Rejected, Filled, Closed}
	revivers = slices.Concat(talking, []Stage{Assessing}, shut)
)

// moves says which event leads from which stage to which. What is not here changes nothing: a confirmation never takes back an
// interview, a rejection never undoes what the user accepted, and nothing but the user's word leaves accepted or withdrawn.
// A quiet or closed application revives by the employer's mail. That an interview was held is no event; see settle.
var moves = []move{
	{KindApplied, opening, Applied},
	{KindConfirmation, waiting, Confirmed},
	{KindContact, early, InContact},
	{KindInfoRequest, early, InContact},
	{KindAssessment, revivers, Assessing},
	{KindInvite, revivers, Invited},
	{KindScheduled, slices.Concat(revivers, []Stage{Scheduled}), Scheduled},
	{KindRescheduled, slices.Concat(revivers, []Stage{Scheduled}), Scheduled},
	{KindHold, anyOpen, OnHold},
	{KindFilled, anyOpen, Filled},
	{KindRejection, slices.Concat(anyOpen, []Stage{Filled, Closed}), Rejected},
	{KindOffer, slices.Concat(anyOpen, shut, []Stage{Declined}), Offered},
	{KindWithdrawal, anyOpen, Withdrawn},
}

// step moves the application as the table says and reports whether it moved.
func (s *state) step(on Kind, at time.Time) bool {
	for _, m := range moves {
		if m.on == on && slices.Contains(m.from, s.app.Stage) {
			s.enter(m.to, at)
			return true
		}
	}
	return false
}

// enter sets the stage; the time of entry stays while the stage does.
func (s *state) enter(to Stage, at time.Time) {
	if s.app.Stage != to {
		s.app.Stage, s.app.StageSince = to, at
	}
	if !to.Open() {
		s.shut(at)
	}
}

// shut ends what a closed application leaves open: requests lapse and coming talks do not take place.
func (s *state) shut(at time.Time) {
	for i := range s.app.Requests {
		if r := &s.app.Requests[i]; r.Answered.IsZero() {
			r.Answered = at
		}
	}
	for i := range s.app.Interviews {
		iv := &s.app.Interviews[i]
		if (iv.State == "scheduled" || iv.State == "invited") && iv.Start.After(at) {
			iv.State = "cancelled"
		}
	}
}

// lapse ends the wait for an answer to a time that has passed: nothing is left to confirm.
func (s *state) lapse(iv *Interview) {
	for i := range s.app.Requests {
		if r := &s.app.Requests[i]; r.Kind == "invitation" && r.Answered.IsZero() && r.Event == iv.Event {
			r.Answered = iv.Start
		}
	}
}

// settle says where an application stands whose stage hangs on its talks, as seen at t: a fixed time that has passed was held, unless
// it was cancelled, moved, declined or missed.
func (s *state) settle(t time.Time) {
	var coming, held bool
	var since time.Time
	for i := range s.app.Interviews {
		iv := &s.app.Interviews[i]
		switch iv.State {
		case "scheduled", "held":
			if iv.End.After(t) {
				iv.State = "scheduled"
				coming = true
				continue
			}
			if iv.State == "scheduled" {
				s.lapse(iv)
			}
			iv.State = "held"
			held = true
			if iv.End.After(since) {
				since = iv.End
			}
		}
	}
	switch s.app.Stage {
	case Scheduled, Interviewed, Pending, Invited:
	case Applied, Confirmed, InContact, Assessing:
		if !held || !since.After(s.app.StageSince) {
			return
		}
	default:
		return
	}
	switch {
	case s.openRequest("invitation") != nil && !coming:
		if s.app.Stage != Invited {
			s.app.Stage, s.app.StageSince = Invited, s.openRequest("invitation").At
		}
	case coming:
		if s.app.Stage != Scheduled {
			s.app.Stage, s.app.StageSince = Scheduled, t
		}
	case s.app.Stage == Invited && s.app.StageSince.After(since):
		// Answered, and the next round is yet to be fixed.
	case held:
		if s.app.Stage != Interviewed {
			s.app.Stage, s.app.StageSince = Interviewed, since
		}
	default:
		s.app.Stage, s.app.StageSince = InContact, t
	}
}
