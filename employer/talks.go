package employer

import (
	"slices"
	"time"
)

const (
	talkLength = 60 * time.Minute // of a talk whose end is unknown
	dayEnds    = 18 * time.Hour   // when a talk known by its day only is over
	sameTime   = 15 * time.Minute // two mails about one talk may differ so much

	stillAgreed = 14 * 24 * time.Hour // how long the user's yes waits for the time to be fixed
)

// round returns the round that an event's interview is about: by calendar UID, else by time. Nil if it is new.
func (s *state) round(iv *Interview) *Interview {
	if iv == nil {
		return nil
	}
	rounds := s.app.Interviews
	if iv.UID != "" {
		for i := range rounds {
			if rounds[i].UID == iv.UID {
				return &rounds[i]
			}
		}
	}
	if iv.Start.IsZero() {
		return nil
	}
	return s.roundAt(iv.Start, iv.DateOnly)
}

// roundAt returns the round that begins at t, give or take sameTime, or on that day where only the day is known.
func (s *state) roundAt(t time.Time, dateOnly bool) *Interview {
	if t.IsZero() {
		return nil
	}
	for i := range s.app.Interviews {
		r := &s.app.Interviews[i]
		if r.Start.Sub(t).Abs() <= sameTime || (dateOnly || r.DateOnly) && sameDay(r.Start, t) {
			return r
		}
	}
	return nil
}

// sameDay compares days as the first time has them.
func sameDay(a, b time.Time) bool {
	b = b.In(a.Location())
	return a.YearDay() == b.YearDay() && a.Year() == b.Year()
}

// upcoming reports whether a fixed talk lies ahead of t.
func (s *state) upcoming(t time.Time) bool { return s.nextRound(t) != nil }

// nextRound is the next fixed talk that is not over at t.
func (s *state) nextRound(t time.Time) *Interview {
	var next *Interview
	for i := range s.app.Interviews {
		r := &s.app.Interviews[i]
		if r.State == "scheduled" && r.End.After(t) && (next == nil || r.Start.Before(next.Start)) {
			next = r
		}
	}
	return next
}

// lastRound is the last talk that had begun at t, within a week.
func (s *state) lastRound(t time.Time) *Interview {
	var last *Interview
	for i := range s.app.Interviews {
		r := &s.app.Interviews[i]
		if (r.State == "held" || r.State == "scheduled") && !r.Start.After(t) && t.Sub(r.Start) < 7*24*time.Hour && (last == nil || r.Start.After(last.Start)) {
			last = r
		}
	}
	return last
}

// fix sets the time and the people of a round as the event has them, and makes the round if there is none.
func (s *state) fix(r *Interview, e *Event) *Interview {
	iv := *e.Interview
	if r == nil {
		key := iv.UID
		if key == "" {
			key = e.ID
		}
		s.app.Interviews = append(s.app.Interviews, Interview{UID: iv.UID, Key: key, Previous: iv.Previous})
		r = &s.app.Interviews[len(s.app.Interviews)-1]
	}
	r.Sequence = max(r.Sequence, iv.Sequence)
	if r.UID == "" {
		r.UID = iv.UID
	}
	if !iv.Start.IsZero() && !(iv.DateOnly && !r.DateOnly && sameDay(r.Start, iv.Start)) {
		r.Start, r.End, r.DateOnly = iv.Start, iv.End, iv.DateOnly
		if r.End.IsZero() || r.End.Before(r.Start) {
			r.End = r.Start.Add(talkLength)
			if r.DateOnly {
				r.End = r.Start.Add(dayEnds)
			}
		}
	}
	r.Event, r.Assumed = e.ID, false
	for _, p := range [...]struct{ to, from *string }{{&r.Zone, &iv.Zone}, {&r.Method, &iv.Method}, {&r.Place, &iv.Place}} {
		if *p.from != "" {
			*p.to = *p.from
		}
	}
	for _, c := range iv.Interviewers {
		if !slices.ContainsFunc(r.Interviewers, func(o Contact) bool { return sameContact(o, c) }) {
			r.Interviewers = append(r.Interviewers, c)
		}
	}
	if w := writer(e); w.Human && (r.Host.Address == "" || !r.Host.Human) {
		r.Host = w
	}
	return r
}

// invited lets the employer wait for times. A single proposed time becomes a round that counts only once the user accepts it; a
// reminder of a fixed time is none, and a time that has passed was misread.
func invited(s *state, e *Event) {
	s.inbound(e)
	s.propose(e)
}

// propose takes in the times that the employer proposes.
func (s *state) propose(e *Event) {
	if s.app.Stage == Accepted || s.app.Stage == Declined || s.app.Stage == Withdrawn {
		return
	}
	key := ""
	if iv := e.Interview; iv != nil {
		if r := s.round(iv); r != nil && r.State == "scheduled" {
			return // a reminder of a fixed time
		}
		key = iv.UID
		if !iv.Start.IsZero() && iv.Options <= 1 && !begun(iv, e.At) {
			s.dropAssumed(e)
			if r := s.fix(s.round(iv), e); r.State != "held" {
				r.State = "invited"
			}
		}
	}
	s.ask("invitation", key, e)
	if !s.upcoming(e.At) {
		s.step(KindInvite, e.At)
	}
}

// begun reports whether a talk had begun at t; of one known by its day only, whether the day's work was over.
func begun(iv *Interview, t time.Time) bool {
	if iv.DateOnly {
		return iv.Start.Add(dayEnds).Before(t)
	}
	return iv.Start.Before(t)
}

// scheduled fixes a round. Another time for a known calendar entry is a move, also where the mail does not call it one; a lower
// SEQUENCE (RFC 5545 section 3.8.7.4) is an older state and changes nothing.
func scheduled(s *state, e *Event) {
	s.inbound(e)
	if e.Interview == nil || e.Interview.Start.IsZero() {
		s.settleRequests(e.At, "invitation")
		return
	}
	r := s.round(e.Interview)
	if r != nil && r.UID != "" && r.UID == e.Interview.UID && e.Interview.Sequence < r.Sequence {
		return // an older state of the calendar entry
	}
	if r != nil && r.UID == "" && r.State == "cancelled" && r.Start.Sub(e.Interview.Start).Abs() > sameTime {
		r = nil
	}
	isNew := r == nil || r.State != "scheduled" && r.State != "held"
	known := r != nil && e.Interview.DateOnly && sameDay(r.Start, e.Interview.Start) // they speak of a day whose hour is known
	if r != nil && r.State == "scheduled" && !r.DateOnly && !known && r.Start.Sub(e.Interview.Start).Abs() > sameTime {
		s.moveRound(r, e)
		return
	}
	if old := s.roundAt(e.Interview.Previous, e.Interview.DateOnly); r == nil && old != nil && old.State == "scheduled" {
		s.moveRound(old, e)
		return
	}
	r = s.fix(s.dropOffered(e, r), e)
	r.State = "scheduled"
	if isNew && !s.agreedAt.IsZero() && e.At.Sub(s.agreedAt) < stillAgreed {
		r.Confirmed, s.agreedAt = true, time0
	}
	s.settleRequests(e.At, "invitation", "reschedule")
	if isNew {
		s.step(KindScheduled, e.At)
	}
	if isNew && !r.Confirmed && e.Human && e.has("question") {
		s.ask("invitation", r.UID, e) // a person who names a time and asks waits for an answer, also with a calendar entry
	}
	s.settle(e.At)
}

// dropAssumed forgets a coming time that the user seemed to agree to: they propose another one.
func (s *state) dropAssumed(e *Event) {
	same := s.round(e.Interview)
	start := time0
	if same != nil {
		start = same.Start
	}
	s.app.Interviews = slices.DeleteFunc(s.app.Interviews, func(r Interview) bool {
		return r.Assumed && r.State == "scheduled" && r.Start.After(e.At) && !r.Start.Equal(start)
	})
}

// dropOffered forgets times that were only proposed: now one is fixed. It returns where r is then.
func (s *state) dropOffered(e *Event, r *Interview) *Interview {
	key := ""
	if r != nil {
		key = r.Key
	}
	keep := s.round(e.Interview)
	var uid string
	var start time.Time
	if keep != nil {
		uid, start = keep.UID, keep.Start
	}
	s.app.Interviews = slices.DeleteFunc(s.app.Interviews, func(r Interview) bool {
		return (r.State == "invited" || r.Assumed && r.State == "scheduled" && r.Start.After(e.At)) && r.Key != key && !(keep != nil && r.UID == uid && r.Start.Equal(start))
	})
	return s.findKey(key)
}

// rescheduled moves a round; without a new time the employer waits for one.
func rescheduled(s *state, e *Event) {
	s.inbound(e)
	r := s.replaced(e)
	if e.Interview == nil || e.Interview.Start.IsZero() {
		// Moved, the new time is yet to be agreed.
		if r != nil {
			r.Previous, r.MovedAt, r.State = r.Start, e.At, "cancelled"
		}
		s.ask("invitation", "", e)
		s.step(KindInvite, e.At)
		s.settle(e.At)
		return
	}
	if r != nil && r.UID != "" && r.UID == e.Interview.UID && e.Interview.Sequence < r.Sequence {
		return
	}
	if r == nil && e.has(ActCalendarReply) {
		s.propose(e)
		return
	}
	if at := s.roundAt(e.Interview.Start, e.Interview.DateOnly); at != nil && at.State == "scheduled" {
		s.fix(at, e) // another mail about the same move
		return
	}
	s.moveRound(r, e)
}

// replaced finds the round that a reschedule or a cancellation is about.
func (s *state) replaced(e *Event) *Interview {
	if iv := e.Interview; iv != nil {
		if iv.UID != "" {
			for i := range s.app.Interviews {
				if s.app.Interviews[i].UID == iv.UID {
					return &s.app.Interviews[i]
				}
			}
		}
		if r := s.roundAt(iv.Previous, iv.DateOnly); r != nil {
			return r
		}
		if e.Kind != KindRescheduled {
			if r := s.roundAt(iv.Start, iv.DateOnly); r != nil {
				return r
			}
		}
	}
	if r := s.nextRound(e.At); e.has(ActCalendarReply) {
		if e.Kind == KindRescheduled && r != nil && r.UID == "" {
			return r // the time that was agreed in words
		}
		return nil // an entry for something else
	} else if r != nil {
		if iv := e.Interview; e.Kind == KindCancelled && iv != nil && iv.UID != "" && r.UID != "" {
			return nil // another calendar entry
		}
		return r
	}
	if r := s.lastRound(e.At); r != nil && e.At.Sub(r.End) < 48*time.Hour {
		return r
	}
	return nil
}

// moveRound gives a round its new time and asks the user to confirm it. The same new time asks once, whoever tells it.
func (s *state) moveRound(r *Interview, e *Event) {
	r = s.dropOffered(e, r)
	var old time.Time
	if r != nil {
		old = r.Start
		if uid := e.Interview.UID; uid != "" && r.UID != "" && r.UID != uid {
			// The move came as a new calendar entry: what is still said of the old one no longer counts.
			s.replacedUIDs = append(s.replacedUIDs, r.UID)
			r.UID, r.Sequence = uid, 0
		}
	}
	r = s.fix(r, e)
	if !old.IsZero() {
		r.Previous = old
	}
	r.State, r.MovedAt, r.Confirmed = "scheduled", e.At, false
	key := r.Key + "@" + r.Start.UTC().Format("20060102T1504Z")
	if slices.ContainsFunc(s.app.Requests, func(q Request) bool { return q.Key == key }) {
		key += " " + e.ID // moved away and back: another question than the first time
	}
	from := r.Host
	s.settleRequests(e.At, "invitation")
	if req := s.openRequest("reschedule"); req != nil {
		req.Answered = e.At
	}
	q := s.ask("reschedule", key, e)
	if q.From.Address == "" {
		q.From = from
	}
	s.step(KindRescheduled, e.At)
	s.settle(e.At)
}

// findKey returns the round with an identity.
func (s *state) findKey(key string) *Interview {
	if key == "" {
		return nil
	}
	for i := range s.app.Interviews {
		if s.app.Interviews[i].Key == key {
			return &s.app.Interviews[i]
		}
	}
	return nil
}

// cancelled takes a round back, also after its end. The user is to name times, unless the process is over or they had declined.
func cancelled(s *state, e *Event) {
	s.inbound(e)
	if e.Interview != nil && slices.Contains(s.replacedUIDs, e.Interview.UID) {
		return
	}
	r := s.replaced(e)
	if r == nil && e.has(ActCalendarReply) {
		if s.app.Stage.Open() {
			s.ask("question", "", e) // they declined a time of which the book knows nothing: the user knows what to say
		}
		return
	}
	if r == nil {
		if iv := e.Interview; iv != nil && iv.UID != "" {
			// The cancellation of an entry that was never seen: an older invitation that arrives later stays cancelled.
			s.fix(nil, e).State = "cancelled"
		}
		if s.openRequest("invitation") == nil {
			return
		}
	} else {
		if r.UID != "" && e.Interview != nil && e.Interview.UID == r.UID && e.Interview.Sequence < r.Sequence {
			return
		}
		if e.Interview != nil {
			r.Sequence = max(r.Sequence, e.Interview.Sequence)
		}
		if r.State == "declined" || r.State == "cancelled" {
			r.State = "cancelled"
			return
		}
		r.State, r.MovedAt = "cancelled", e.At
	}
	s.settleRequests(e.At, "reschedule")
	if s.app.Stage.Open() && s.app.Stage != OnHold && s.app.Stage != Offered {
		s.ask("invitation", "", e)
	}
	s.settle(e.At)
}

// missed is the employer's word that a talk did not take place.
func missed(s *state, e *Event) {
	s.inbound(e)
	r := s.lastRound(e.At)
	if iv := e.Interview; iv != nil {
		if x := s.roundAt(iv.Previous, iv.DateOnly); x != nil {
			r = x
		} else if x := s.round(iv); x != nil && !x.Start.After(e.At) {
			r = x
		}
	}
	if r != nil {
		r.State = "missed"
	}
	if !s.app.Stage.Open() {
		return
	}
	s.ask("invitation", "", e)
	s.settle(e.At)
}
