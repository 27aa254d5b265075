package employer

// What the user and the people of the employer have to do with a round of talks.

// accept is the user's yes to a time.
func (s *state) accept(e *Event) {
	s.agreedAt = time0
	if iv := e.Interview; iv != nil && !iv.Start.IsZero() {
		r := s.round(iv)
		if r == nil || r.State == "invited" {
			r = s.fix(s.dropOffered(e, r), e)
			r.State = "scheduled"
			s.settleRequests(e.At, "invitation", "reschedule")
			s.step(KindScheduled, e.At)
		}
		r.Confirmed = true
		s.settle(e.At)
		return
	}
	s.confirmRound(e)
	for i := range s.app.Interviews {
		r := &s.app.Interviews[i]
		if r.State == "invited" && r.End.After(e.At) {
			r.State, r.Confirmed = "scheduled", true
			s.settleRequests(e.At, "invitation")
			s.step(KindScheduled, e.At)
			s.settle(e.At)
			return
		}
	}
	if s.nextRound(e.At) == nil {
		s.agreedAt = e.At
	}
}

// assume takes the user's direct answer to the proposal of one time for a yes, unless it says no: such a time counts as held (POLICY.md,
// "Interviewed"), until another one is fixed. A direct answer to a fixed time confirms it.
func (s *state) assume(e *Event) {
	for i := range s.app.Interviews {
		r := &s.app.Interviews[i]
		if r.State != "invited" && r.State != "scheduled" || !r.End.After(e.At) || !s.answersMail(e, &Request{Event: r.Event}) {
			continue
		}
		if r.State == "scheduled" {
			r.Confirmed = r.Confirmed || !r.Assumed
		} else {
			r.State, r.Assumed = "scheduled", true
			s.settleRequests(e.At, "invitation")
			s.step(KindScheduled, e.At)
			s.settle(e.At)
		}
		return
	}
	if e.has("availability") && s.nextRound(e.At) == nil {
		s.agreedAt = e.At
	}
}

// confirmRound takes an answer about a fixed time for the user's word that they come.
func (s *state) confirmRound(e *Event) {
	if iv := e.Interview; iv != nil {
		if r := s.round(iv); r != nil {
			r.Confirmed = true
			return
		}
	}
	if r := s.nextRound(e.At); r != nil {
		r.Confirmed = true
	}
}

// decline is the user's no to a time, which is no withdrawal.
func (s *state) decline(e *Event) {
	r := s.round(e.Interview)
	if r == nil {
		r = s.nextRound(e.At)
	}
	if r == nil {
		for i := range s.app.Interviews {
			if s.app.Interviews[i].State == "invited" {
				r = &s.app.Interviews[i]
			}
		}
	}
	if r != nil {
		r.State = "declined"
	}
	s.settle(e.At)
}

// host names the person who arranged a round: who wrote about it, else the last person who had written before it, else the first
// interviewer with an address. Interviewers who have written are marked.
func (s *state) host(iv *Interview) {
	for i := range iv.Interviewers {
		if c := s.find(iv.Interviewers[i]); c != nil {
			was := iv.Interviewers[i]
			iv.Interviewers[i] = *c
			if iv.Interviewers[i].Name == "" {
				iv.Interviewers[i].Name = was.Name
			}
			c.Interviewer = true
			iv.Interviewers[i].Interviewer = true
		}
	}
	if iv.Host.Address != "" {
		if c := s.find(iv.Host); c != nil {
			iv.Host = *c
		}
		if iv.Host.Human {
			return
		}
	}
	var last *Contact
	for i := range s.app.Contacts {
		c := &s.app.Contacts[i]
		if c.Human && c.Wrote && (last == nil || c.LastWrote.After(last.LastWrote)) {
			last = c
		}
	}
	if last != nil {
		iv.Host = *last
		return
	}
	for _, c := range iv.Interviewers {
		if c.Human && c.Address != "" {
			iv.Host = c
			return
		}
	}
}
