package employer

import (
	"slices"
	"strings"
	"time"
)

// The effects of the kinds of events on one application. Which stage they lead to stands in the table of moves.

// inbound takes in what every mail of the employer brings.
func (s *state) inbound(e *Event) {
	a := &s.app
	ack := e.has("acknowledge") && !e.has("question") && !e.has("handover") && !e.has("moving-forward") && !e.has("call-invited")
	deciding := false
	switch e.Kind {
	case KindConfirmation:
		ack = true
	case KindRejection, KindOffer, KindHold, KindFilled, KindInvite, KindScheduled, KindRescheduled, KindCancelled, KindMissed, KindAssessment, KindInfoRequest:
		deciding, ack = true, false
	}
	if deciding || e.Human && !ack {
		for i := range a.Outbound {
			if t := &a.Outbound[i]; t.Answered.IsZero() {
				t.Answered = e.At
			}
		}
	}
	who := Address{}
	if e.Mail != nil {
		who = e.Mail.From
	}
	if w := writer(e); w.Address != "" {
		who = Address{Name: w.Name, Address: w.Address}
	}
	a.Inbound = append(a.Inbound, Touch{At: e.At, Event: e.ID, Kind: string(e.Kind), Who: who, Human: e.Human, Acts: e.Acts, Ack: ack, Mail: e.Mail})
	s.hear(e)
	if e.has("feedback-given") {
		a.Feedback = "given"
	} else if e.has("feedback-declined") && a.Feedback == "" {
		a.Feedback = "declined"
	}
	extended := a.Offer != nil && !e.Deadline.IsZero() && (e.has("offer-extended") || a.Stage == Offered && e.Human && e.Deadline.After(a.Offer.Deadline))
	if extended {
		a.Offer.Deadline = e.Deadline
		if r := s.lastRequest("offer"); r != nil {
			r.Deadline = e.Deadline
		}
	}
	if e.has("call-invited") {
		s.ask("call", "", e)
	}
	s.meet(e)
}

// noticed takes in what a machine's mail states.
func noticed(s *state, e *Event) { s.hear(e) }

// hear keeps what a mail states about the time to come.
func (s *state) hear(e *Event) {
	a := &s.app
	for _, st := range e.Statements {
		st.At, st.Event = e.At, e.ID
		if st.Class == "closing-date" && !st.Until.IsZero() {
			a.ClosingDate = st.Until
			continue
		}
		a.Statements = append(a.Statements, st)
	}
}

// lastRequest is the latest request of a kind, answered or not.
func (s *state) lastRequest(kind string) *Request {
	for i := len(s.app.Requests) - 1; i >= 0; i-- {
		if s.app.Requests[i].Kind == kind {
			return &s.app.Requests[i]
		}
	}
	return nil
}

// confirmed takes a confirmation for what it is also where a test is open: the proof that the work arrived.
func confirmed(s *state, e *Event) {
	if s.app.ConfirmedAt.IsZero() {
		s.app.ConfirmedAt = e.At
	}
	if r := s.openRequest("assessment"); r != nil && e.At.After(r.At) {
		r.Answered, s.app.SubmittedAt = e.At, e.At
	}
	s.step(KindConfirmation, e.At)
	s.inbound(e)
}

// contacted takes a person's mail. A bare acknowledgement confirms the application and moves nothing else; "moving forward" revives what
// was closed or on hold.
func contacted(s *state, e *Event) {
	s.inbound(e)
	if c := s.contact(writer(e)); c != nil && e.ReturnAt.After(e.At) {
		c.OutUntil = e.ReturnAt
	}
	if !e.Human && !e.has("question") {
		return
	}
	if o := s.app.Offer; e.has("question") && !(o != nil && !e.Deadline.IsZero() && o.Deadline.Equal(e.Deadline)) {
		s.ask("question", "", e)
	}
	if e.has("acknowledge") {
		if r := s.openRequest("assessment"); r != nil {
			r.Answered, s.app.SubmittedAt = e.At, e.At
		}
		if s.app.ConfirmedAt.IsZero() {
			s.app.ConfirmedAt = e.At
		}
		if !e.has("question") && !e.has("moving-forward") {
			s.step(KindConfirmation, e.At)
			return
		}
	}
	if e.has("moving-forward") && (s.app.Stage == OnHold || slices.Contains(shut, s.app.Stage)) {
		s.enter(InContact, e.At)
		return
	}
	s.step(KindContact, e.At)
}

// assessed leaves the ball with the user until the work is handed in: by mail, by log, or by the word of the employer that it arrived.
func assessed(s *state, e *Event) {
	s.inbound(e)
	r := s.ask("assessment", "", e)
	r.ByPage = true
	if !s.upcoming(e.At) {
		s.step(KindAssessment, e.At)
	}
}

// infoAsked keeps references apart: POLICY.md gives them ten business days instead of seven.
func infoAsked(s *state, e *Event) {
	s.inbound(e)
	kind := "info"
	if e.has("references") {
		kind = "references"
	}
	s.ask(kind, "", e)
	s.step(KindInfoRequest, e.At)
}

// rejected keeps the time even where the user had withdrawn before, which decides the stage.
func rejected(s *state, e *Event) {
	s.inbound(e)
	s.app.RejectedAt = e.At
	s.step(KindRejection, e.At)
}

// held takes the stated end of the pause from a hold or a window of the same mail.
func held(s *state, e *Event) {
	s.inbound(e)
	if s.step(KindHold, e.At) || s.app.Stage == OnHold {
		s.app.HoldAt = e.At
		for _, st := range e.Statements {
			if (st.Class == "hold" || st.Class == "window") && !st.Until.IsZero() {
				s.app.HoldUntil = st.Until
			}
		}
		s.settleRequests(e.At, "invitation", "reschedule", "question")
	}
}

// filled is no word on the user: after an interview POLICY.md has keep-in-mind for it.
func filled(s *state, e *Event) {
	s.inbound(e)
	s.app.FilledAt = e.At
	s.step(KindFilled, e.At)
}

// offered makes the first mail about an offer its cause; what follows while it stands only moves its deadline.
func offered(s *state, e *Event) {
	s.inbound(e)
	a := &s.app
	if a.Stage == Accepted || a.Stage == Withdrawn {
		return
	}
	deadline := e.Deadline
	if a.Offer != nil && a.Stage == Offered {
		// More mail about the offer that stands: the first one is its cause.
		if !deadline.IsZero() {
			a.Offer.Deadline = deadline
		}
		return
	}
	a.Offer = &Offer{At: e.At, Deadline: deadline, Event: e.ID, From: writer(e)}
	s.settleRequests(e.At, "invitation", "reschedule", "question", "assessment")
	s.ask("offer", "", e)
	s.step(KindOffer, e.At)
}

// outreached is a recruiter who writes about an application that is there already.
func outreached(s *state, e *Event) {
	s.inbound(e)
	if e.Human {
		s.step(KindContact, e.At)
	}
}

// outOfOffice is no reply (POLICY.md rule 3): it only says until when a contact is away, and what the employer never wants.
func outOfOffice(s *state, e *Event) {
	for _, st := range e.Statements {
		switch st.Class {
		case "no-calls", "no-enquiries", "no-reply", "shortlist-only":
			st.At, st.Event = e.At, e.ID
			s.app.Statements = append(s.app.Statements, st)
		}
	}
	c := s.contact(writer(e))
	if c != nil && e.ReturnAt.After(c.OutUntil) {
		c.OutUntil = e.ReturnAt
	}
}

// bounced finds the address by the report, else by the mail that came back.
func bounced(s *state, e *Event) {
	if e.Mail == nil {
		return
	}
	addr := e.Mail.Bounced
	if addr == "" {
		for _, t := range s.app.Outbound {
			if t.Mail != nil && t.Mail.MessageID != "" && t.Mail.MessageID == e.Mail.Original {
				addr = t.Who.Address
			}
		}
	}
	s.app.Bounces = append(s.app.Bounces, Touch{At: e.At, Event: e.ID, Kind: string(e.Kind), Who: Address{Address: addr}, Mail: e.Mail})
	if c := s.known(addr); c != nil {
		c.BouncedAt = e.At
	}
}

// applied is the user's application by mail. Where the first one came back, the one that was sent anew counts.
func applied(s *state, e *Event) {
	a := &s.app
	returned := slices.ContainsFunc(a.Bounces, func(t Touch) bool {
		return t.Who.Address == "" || strings.EqualFold(t.Who.Address, a.AppliedTo.Address)
	})
	if a.AppliedAt.IsZero() || returned {
		a.AppliedAt = e.At
	}
	if e.Mail != nil && len(e.Mail.To) > 0 && (a.AppliedTo.Address == "" || returned) {
		a.AppliedTo = e.Mail.To[0]
	}
	s.outbound(e, false)
	s.step(KindApplied, e.At)
}

// wrote is any other mail of the user to the employer. By POLICY.md rule 4 it spends a nudge unless it answers an open request, thanks,
// or withdraws.
func wrote(s *state, e *Event) {
	if d := e.letter; d != nil {
		// What our own letter does is known; how its words read does not matter, unless the user made a decision of it.
		s.outbound(e, nudges[d.Kind])
		if (d.Kind == "offer-next-steps" || e.Kind == KindWithdrawal) && s.decide(e) {
			return
		}
		switch answers := d.Kind == "availability" || d.Kind == "confirm-reschedule"; {
		case answers && e.has("accepts"):
			s.accept(e)
		case answers && e.has("declines"):
			s.decline(e)
		case answers:
			s.assume(e)
		}
		if e.has("documents") {
			s.answer(e)
		}
		s.letterSent(d, e.At)
		return
	}
	answered := s.answer(e)
	nudge := !answered
	switch e.Kind {
	case KindThanks, KindWithdrawal, KindAnswer:
		nudge = false
	}
	s.outbound(e, nudge)
	switch {
	case s.decide(e):
	case e.has("accepts"):
		s.accept(e)
	case e.has("declines"):
		s.decline(e)
	case e.Kind == KindAnswer || e.Kind == KindReply:
		s.confirmRound(e)
		s.assume(e)
	case e.Kind == KindThanks:
		s.assume(e)
	}
}

// decide takes in what ends the matter in the user's own words: a withdrawal, a yes or a no to an offer that stands.
func (s *state) decide(e *Event) bool {
	switch {
	case e.Kind == KindWithdrawal:
		s.withdraw(e.At, "mail")
	case s.app.Stage == Offered && e.has("takes-offer"):
		s.app.AcceptedAt = e.At
		s.enter(Accepted, e.At)
	case s.app.Stage == Offered && e.has("refuses-offer"):
		s.app.DeclinedAt = e.At
		s.enter(Declined, e.At)
	default:
		return false
	}
	return true
}

// withdraw closes the application; what was accepted or declined stays so.
func (s *state) withdraw(at time.Time, by string) {
	if s.app.Stage == Accepted || s.app.Stage == Declined {
		return
	}
	s.app.WithdrawnAt, s.app.WithdrawnBy = at, by
	s.enter(Withdrawn, at)
}

// outbound notes what the user sent. A mail that was seen before as a draft of ours that went out stays one touch.
func (s *state) outbound(e *Event, nudge bool) {
	t := Touch{At: e.At, Event: e.ID, Kind: string(e.Kind), Acts: e.Acts, Mail: e.Mail, Nudge: nudge}
	if e.Mail != nil {
		if len(e.Mail.To) > 0 {
			t.Who = e.Mail.To[0]
		}
		for _, to := range e.Mail.To {
			if c := s.known(to.Address); c != nil {
				c.UserWrote = true
				t.Who, t.Human = to, c.Human
				break
			}
		}
		for i := range s.app.Outbound {
			if o := &s.app.Outbound[i]; o.DraftKey != "" && o.Mail == nil && s.sentAs(o, e.Mail, e.At) {
				o.Mail, o.Event, o.Kind, o.Acts = e.Mail, e.ID, string(e.Kind), e.Acts
				return
			}
		}
	}
	d := e.letter
	if d == nil {
		d = s.draftOf(e)
	}
	if d != nil {
		t.DraftKey, t.DraftKind, t.Nudge = d.Key, d.Kind, nudges[d.Kind]
	}
	s.app.Outbound = append(s.app.Outbound, t)
}

// reSubject strips the marks of replies and forwards.
func reSubject(s string) string {
	s = strings.ToLower(strings.TrimSpace(s))
	for {
		i := strings.IndexByte(s, ':')
		if i < 1 || i > 4 || !replyMarks[s[:i]] {
			return s
		}
		s = strings.TrimSpace(s[i+1:])
	}
}

var replyMarks = set("re", "aw", "fw", "fwd", "wg", "tr", "rv", "res", "r", "sv", "antw", "rif", "enc")
