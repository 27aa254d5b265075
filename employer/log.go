package employer

import "time"

// logged is what the user says by command happened off mail.
func logged(s *state, e *Event) {
	u := e.User
	if u == nil {
		return
	}
	a := &s.app
	switch u.Verb {
	case "applied":
		if a.AppliedAt.IsZero() || e.At.Before(a.AppliedAt) {
			a.AppliedAt = e.At
		}
		if a.Stage == "" {
			s.enter(Applied, e.At)
		}
	case "submitted":
		a.SubmittedAt = e.At
		s.settleRequests(e.At, "assessment")
		if a.Stage == "" || a.Stage == Applied || a.Stage == Confirmed || a.Stage == InContact {
			s.enter(Assessing, e.At)
		}
	case "answered":
		s.settleRequests(e.At, "invitation", "info", "references", "question", "reschedule", "offer", "call")
		if r := s.nextRound(e.At); r != nil {
			r.Confirmed = true
		}
	case "interviewed":
		s.logInterview(e)
	case "no-show":
		if r := s.dated(u.Date, e.At); r != nil {
			r.State, r.Confirmed = "missed", true
		}
		s.settle(e.At)
	case "thanked":
		a.Outbound = append(a.Outbound, Touch{At: e.At, Event: e.ID, Kind: string(KindThanks), Human: true})
	case "called":
		s.logCall(e)
	case "offered":
		a.Offer = &Offer{At: e.At, Deadline: firstTime(e.Deadline, u.Date), Event: e.ID}
		s.ask("offer", "", e).Deadline = a.Offer.Deadline
		s.enter(Offered, e.At)
	case "rejected":
		a.RejectedAt = e.At
		s.enter(Rejected, e.At)
	case "withdrew":
		a.WithdrawnAt, a.WithdrawnBy = e.At, "log"
		if u.Outcome != "" {
			a.WithdrawnBy = "phone"
		}
		s.enter(Withdrawn, e.At)
	case "accepted":
		if a.AcceptedAt.IsZero() {
			a.AcceptedAt = e.At
		}
		a.Signed = a.Signed || u.Signed
		s.enter(Accepted, e.At)
	case "declined":
		a.DeclinedAt = e.At
		s.enter(Declined, e.At)
	case "pause":
		a.PausedByUser = true
	case "resume":
		a.PausedByUser = false
	case "allow-contact":
		a.AllowContact = true
	case "note":
		a.Notes = append(a.Notes, Note{At: e.At, Text: u.Note})
	}
	if a.Stage == "" && u.Verb != "pause" && u.Verb != "resume" && u.Verb != "allow-contact" && u.Verb != "note" {
		s.enter(InContact, e.At)
	}
}

// firstTime returns the first time that is set.
func firstTime(times ...time.Time) time.Time {
	for _, t := range times {
		if !t.IsZero() {
			return t
		}
	}
	return time0
}

// dated returns the round that the user means: the one at the date given, else the last one that had begun.
func (s *state) dated(d, at time.Time) *Interview {
	if r := s.roundAt(d, true); r != nil {
		return r
	}
	return s.lastRound(at)
}

// logInterview confirms the round of the day, or enters one that no mail told of.
func (s *state) logInterview(e *Event) {
	d := firstTime(e.User.Date, e.At)
	r := s.roundAt(d, true)
	if r == nil && e.User.Date.IsZero() {
		r = s.lastRound(e.At)
	}
	if r == nil {
		ev := *e
		ev.Interview = &Interview{Start: d}
		h, m, _ := d.Clock()
		ev.Interview.DateOnly = h == 0 && m == 0
		if e.User.Date.IsZero() {
			ev.Interview.Start, ev.Interview.End = d.Add(-talkLength), d
		}
		r = s.fix(nil, &ev)
	}
	r.State, r.Confirmed = "scheduled", true
	s.settleRequests(e.At, "invitation", "reschedule")
	if s.app.Stage == "" || s.app.Stage.Open() && s.app.Stage != Offered {
		s.enter(Scheduled, e.At)
	}
	s.settle(e.At)
}

// logCall notes a call. It is a nudge unless the employer had asked for it; a silent try is none. A date that was given counts like one
// in a mail.
func (s *state) logCall(e *Event) {
	u, a := e.User, &s.app
	a.Calls = append(a.Calls, Call{At: e.At, Outcome: u.Outcome, Date: u.Date, Warmth: u.Warmth, Event: e.ID})
	asked := s.openRequest("call") != nil
	if u.Outcome == "silent" {
		return
	}
	s.settleRequests(e.At, "call")
	t := Touch{At: e.At, Event: e.ID, Kind: "call", Human: true, Nudge: !asked}
	if u.Outcome == "reached" || u.Outcome == "" {
		t.Answered = e.At
		s.settleRequests(e.At, "question", "invitation")
	}
	a.Outbound = append(a.Outbound, t)
	if !u.Date.IsZero() {
		a.Statements = append(a.Statements, Statement{Class: "window", Until: u.Date, Quote: u.Note, At: e.At, Event: e.ID})
	}
	if a.Stage == Applied || a.Stage == Confirmed {
		if u.Outcome == "reached" {
			s.enter(InContact, e.At)
		}
	}
}
