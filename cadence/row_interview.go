package cadence

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"heardback/employer"
)

// invitedRow answers what waits for an answer: availability for an invitation, confirm-reschedule for a moved time. On a page
// or from an address that is not read there is no draft, only a notice; on the day of the talk likewise.
func (f *file) invitedRow() {
	for i := range f.a.Requests {
		q := &f.a.Requests[i]
		if !f.waits(q) || q.Kind != "invitation" && q.Kind != "reschedule" {
			continue
		}
		to := f.answerable(q.From)
		if q.ByPage || to == nil {
			continue
		}
		iv := f.proposed(q)
		kind, rule, why := Availability, "1.invited.availability", fmt.Sprintf("they invited you on %s and wait for your answer", f.day(q.At))
		if q.Kind == "reschedule" && iv != nil && iv.State != "invited" {
			kind, rule = ConfirmReschedule, "1.moved.confirm-reschedule"
			why = fmt.Sprintf("on %s they moved the interview to %s", f.day(q.At), f.day(iv.Start))
		}
		t := f.touch(q.Event)
		switch {
		case kind == ConfirmReschedule || t == nil:
		case t.Kind == string(employer.KindCancelled):
			why = fmt.Sprintf("they cancelled the interview on %s and named no new time", f.day(q.At))
		case t.Kind == string(employer.KindMissed):
			why = fmt.Sprintf("they missed you, as they wrote on %s: name new times", f.day(q.At))
		}
		s := f.react(kind, rule, q.Key, q.At, to, why)
		if t != nil && t.Mail != nil {
			s.Thread, s.Account, s.From = t.Mail, t.Mail.Account, f.ownAddress(t.Mail)
			if t.Mail.AuthFailed {
				s.block("2.12", "the mail failed the sender's authentication: you are asked instead", true)
			}
		}
		switch {
		case iv == nil || iv.Start.IsZero():
			continue
		case kind == Availability && iv.State == "invited" && dayOf(iv.Start, f.pl.zone) == dayOf(q.At, f.pl.zone):
			s.block("1.invited.same-day", "the interview is on the day of the invitation: too short for a draft, see the notice", true)
		case kind == Availability && iv.State == "invited" && iv.Options < 2 && !iv.Start.After(f.pl.now):
			s.block("1.invited.availability", fmt.Sprintf("the time that they proposed, %s, is over: see the notice", f.local(iv.Start)), true)
		}
		if !iv.Start.After(f.pl.now) {
			continue
		}
		f.interviewFacts(&s.Facts, iv)
		s.Facts.NewTime = true
		if !iv.DateOnly {
			s.Facts.Slots = []time.Time{s.Facts.Interview}
		}
	}
}

// proposed is the round that a request speaks of: the one that it names, else the next one that is only proposed or was moved.
func (f *file) proposed(q *employer.Request) *employer.Interview {
	var found *employer.Interview
	for i := range f.a.Interviews {
		iv := &f.a.Interviews[i]
		switch {
		case iv.State != "invited" && iv.State != "scheduled" && iv.State != "held":
		case iv.Event == q.Event || iv.Key != "" && (iv.Key == q.Key || strings.HasPrefix(q.Key, iv.Key+"@")):
			return iv
		case q.Kind == "invitation" && iv.State == "invited", q.Kind == "reschedule" && !iv.MovedAt.IsZero() && iv.Start.After(f.pl.now):
			found = iv
		}
	}
	return found
}

// thankYouRow thanks after each round: one letter per interviewer who has written, after a panel one to the host. A coming round
// shows its thank-you as a step to come.
func (f *file) thankYouRow() {
	for i := range f.a.Interviews {
		iv := &f.a.Interviews[i]
		if iv.Start.IsZero() || iv.State != "held" && iv.State != "scheduled" {
			continue
		}
		end := f.end(iv)
		if !f.pl.within(end, 30*24*time.Hour) {
			continue
		}
		f.thank(iv, end)
	}
}

// thank adds the thank-yous of one round.
func (f *file) thank(iv *employer.Interview, end time.Time) {
	p := f.pl.p
	cause := identity(iv.Key, iv.Event)
	if !iv.MovedAt.IsZero() {
		cause += " " + iv.Start.UTC().Format("20060102T1504")
	}
	due := end.Add(time.Duration(p.ThankYouAfterHours) * time.Hour).In(f.pl.zone)
	d := f.day(due)
	if open := f.r.rollOff(d); open != d {
		d, due = open, f.pl.place.on(open, f.pl.zone)
	}
	expires := f.endOf(f.r.add(f.day(end), p.ThankYouExpiresBusinessDays))
	why := fmt.Sprintf("the interview of %s is over: thank them while it is fresh", f.day(iv.Start))
	for i, to := range f.thanked(iv) {
		s := f.step(ThankYou, "1.interviewed.thank-you", cause, to, why)
		s.Reactive = true
		s.day, s.Due, s.Expires = d, due, expires
		f.interviewFacts(&s.Facts, iv)
		s.Facts.Among = i + 1
		if t := f.thankedAlready(iv, to); t != nil {
			reason := "you have thanked them already"
			if t.Kind != string(employer.KindThanks) {
				reason = fmt.Sprintf("you wrote to them on %s, after the interview", f.day(t.At))
			}
			s.block("1.interviewed.thank-you", reason, true)
		}
	}
}

// thanked lists who is thanked for a round: the interviewers who have written, and the organiser of a calendar entry, who sits
// in as a rule. A panel, and a talk of which no interviewer is known, thank one.
func (f *file) thanked(iv *employer.Interview) []*employer.Contact {
	fallback := f.recipient()
	if host := f.contact(iv.Host.Address); host != nil && host.Wrote && f.usable(host) {
		fallback = host
	}
	var wrote []*employer.Contact
	if host := f.contact(iv.Host.Address); host != nil && iv.UID != "" && host.Wrote && f.usable(host) {
		wrote = append(wrote, host)
	}
	for i := range iv.Interviewers {
		if c := f.contact(iv.Interviewers[i].Address); c != nil && c.Wrote && f.usable(c) && !slices.Contains(wrote, c) {
			wrote = append(wrote, c)
		}
	}
	switch {
	case len(iv.Interviewers) > f.pl.p.PanelOver && fallback != nil:
		return []*employer.Contact{fallback}
	case len(wrote) > 0:
		return wrote
	}
	return []*employer.Contact{fallback}
}

// thankedAlready returns the user's own thanks that went out after the talk: to that person, or to nobody in particular. Any
// other mail of the user's own to that person after the talk counts too: a letter of thanks on its heels would be one too many.
func (f *file) thankedAlready(iv *employer.Interview, to *employer.Contact) *employer.Touch {
	for i := range f.a.Outbound {
		t := &f.a.Outbound[i]
		if t.At.Before(iv.Start) || t.DraftKey != "" {
			continue
		}
		if t.Kind != string(employer.KindThanks) && (t.Mail == nil || t.At.Before(f.end(iv))) {
			continue
		}
		if t.Who.Address == "" || to != nil && strings.EqualFold(t.Who.Address, to.Address) {
			return t
		}
	}
	return nil
}
