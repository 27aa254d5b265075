package employer

import (
	"slices"
	"strings"
	"time"
)

// openRequest returns the latest request of the kind that the user has not answered, nil if there is none.
func (s *state) openRequest(kind string) *Request {
	for i := len(s.app.Requests) - 1; i >= 0; i-- {
		if r := &s.app.Requests[i]; r.Kind == kind && r.Answered.IsZero() {
			return r
		}
	}
	return nil
}

// ask notes that the employer waits for something. A second request of the kind takes the place of an open one; within three days it is
// a reminder and keeps the identity, so that no second draft answers it.
func (s *state) ask(kind, key string, e *Event) *Request {
	r := Request{Kind: kind, At: e.At, Deadline: e.Deadline, Event: e.ID, Key: key, From: writer(e), ByPage: byPage(e)}
	if key == "" {
		r.Key = e.ID
	}
	if old := s.openRequest(kind); old != nil {
		if e.At.Sub(old.At) <= 72*time.Hour {
			r.Key, r.At = old.Key, old.At
		}
		if r.Deadline.IsZero() {
			r.Deadline = old.Deadline
		}
		*old = r
		return old
	}
	s.app.Requests = append(s.app.Requests, r)
	return &s.app.Requests[len(s.app.Requests)-1]
}

// byPage reports whether the request is answered on a page, or cannot be answered by mail.
func byPage(e *Event) bool {
	return e.has("booking-link") || e.Mail != nil && e.Mail.NoReply
}

// settleRequests marks open requests of the kinds as answered.
func (s *state) settleRequests(at time.Time, kinds ...string) bool {
	done := false
	for i := range s.app.Requests {
		r := &s.app.Requests[i]
		if r.Answered.IsZero() && !r.At.After(at) && slices.Contains(kinds, r.Kind) {
			r.Answered = at
			done = true
		}
	}
	return done
}

// answer lets an own mail answer what is open: what was asked in its thread, else all that its acts or its kind can answer. A question
// back, "when will I hear", answers nothing.
func (s *state) answer(e *Event) bool {
	if e.Kind == KindFollowup || e.Kind == KindApplied {
		return false
	}
	direct := func(r *Request) bool { return e.Kind != KindThanks || s.answersMail(e, r) }
	fits := func(r *Request) bool {
		switch r.Kind {
		case "assessment":
			return e.has("documents")
		case "info", "references":
			return e.Kind != KindThanks || e.has("documents") || e.has("reply")
		case "offer":
			return e.Kind != KindThanks || e.has("accepts") || e.has("declines")
		}
		return direct(r)
	}
	done, inThread := false, false
	for pass := 0; pass < 2 && !done && !inThread; pass++ {
		for i := range s.app.Requests {
			r := &s.app.Requests[i]
			if !r.Answered.IsZero() || r.At.After(e.At) {
				continue
			}
			if pass == 0 {
				if !s.sameThread(e, r) {
					continue
				}
				inThread = true
			} else if r.ByPage {
				continue
			}
			if fits(r) {
				r.Answered = e.At
				done = true
				if r.Kind == "assessment" {
					s.app.SubmittedAt = e.At
				}
			}
		}
	}
	return done
}

// sameThread reports whether an own mail answers the mail of the request or goes to the person who asked.
func (s *state) sameThread(e *Event, r *Request) bool {
	if e.Mail == nil {
		return false
	}
	for _, a := range e.Mail.To {
		if r.From.Address != "" && strings.EqualFold(a.Address, r.From.Address) {
			return true
		}
	}
	return s.answersMail(e, r)
}

// answersMail reports whether an own mail stands in the thread of the request's mail.
func (s *state) answersMail(e *Event, r *Request) bool {
	if e.Mail == nil {
		return false
	}
	for _, ev := range s.events {
		if ev.ID == r.Event && ev.Mail != nil && ev.Mail.MessageID != "" {
			return slices.Contains(e.Mail.InReplyTo, ev.Mail.MessageID) || slices.Contains(e.Mail.References, ev.Mail.MessageID)
		}
	}
	return false
}

// writer is the person who wrote the mail of an event, else the address it came from.
func writer(e *Event) Contact {
	for _, c := range e.Contacts {
		if c.Wrote && c.Address != "" {
			return c
		}
	}
	if e.Mail == nil || e.Mail.Own {
		return Contact{}
	}
	return Contact{Name: e.Mail.From.Name, Address: e.Mail.From.Address, Human: e.Human && !e.Mail.NoReply && e.Source == "", Wrote: true}
}
