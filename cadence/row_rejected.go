package cadence

import (
	"fmt"
	"strings"
	"time"

	"heardback/employer"
)

// rejectedRow is "Rejected": before any interview thanks at most, after one a single feedback-request, or keep-in-mind where
// feedback was declined. Nothing is ever asked twice.
func (f *file) rejectedRow() {
	at := f.a.RejectedAt
	if at.IsZero() {
		at = f.a.StageSince
	}
	t := f.lastInbound(employer.KindRejection)
	cause := f.eventAt(at, t)
	from := f.day(at)
	if f.held == nil || f.held.Start.After(at) {
		f.thanksAfterRejection(t, at, cause)
		return
	}
	declined := f.a.Feedback == "declined" || f.has("no-feedback-given") != nil
	switch {
	case declined:
		f.afterwards(KeepInMind, "1.rejected.keep-in-mind", cause, at,
			fmt.Sprintf("they rejected you on %s after an interview and give no feedback", from))
	case f.a.Feedback == "":
		s := f.afterwards(FeedbackRequest, "1.rejected.feedback-request", cause, at,
			fmt.Sprintf("they rejected you on %s after an interview: one question may be asked, once", from))
		s.Facts.Requested = t != nil && strings.EqualFold(t.Who.Address, s.To.Address)
	}
}

// filledRow is "role filled or cancelled after an interview".
func (f *file) filledRow() {
	at := latest(f.a.FilledAt, f.a.StageSince)
	if !f.a.FilledAt.IsZero() {
		at = f.a.FilledAt
	}
	if f.held == nil || f.held.Start.After(at) {
		return
	}
	f.afterwards(KeepInMind, "1.filled.keep-in-mind", f.eventAt(at, f.lastInbound(employer.KindFilled)), at,
		fmt.Sprintf("the role was filled or cancelled on %s after your interview", f.day(at)))
}

// afterwards adds the one letter that may follow a decision: to the person who told it, else in the thread of the person who
// wrote last.
func (f *file) afterwards(kind Kind, rule, cause string, at time.Time, why string) *step {
	p := f.pl.p
	noes := f.noes()
	if d := f.letterSince(f.held.Start, kind); d != nil {
		cause = d.Cause
		for _, told := range noes { // the letter's time runs from the word that it followed
			if !told.After(placedAt(d)) {
				at = told
			}
		}
	}
	from := f.day(at)
	due := f.r.add(from, p.FeedbackAfterBusinessDays)
	to := f.recipient()
	if t := f.lastInbound(employer.KindRejection); kind == FeedbackRequest && t != nil && t.Human {
		if c := f.contact(t.Who.Address); c != nil && f.usable(c) {
			to = c
		}
	}
	s := f.later(kind, rule, cause, due, to, why)
	if earliest := at.Add(time.Duration(p.FeedbackAfterHours) * time.Hour); s.Due.Before(earliest) && due == from {
		s.Due = earliest.In(f.pl.zone)
	}
	s.Expires = f.endOf(f.r.add(s.day, p.LateBusinessDays))
	if kind == FeedbackRequest {
		s.Expires = f.endOf(f.r.add(from, p.FeedbackExpiresBusinessDays))
	}
	other := KeepInMind
	if kind == KeepInMind {
		other = FeedbackRequest
	}
	if d := f.letterSince(f.held.Start, other); d != nil && (d.State == employer.DraftSent || d.State == employer.DraftDeleted) {
		s.block(rule, fmt.Sprintf("the %s has followed the decision already, and one letter is enough", other), true)
	}
	first := at
	if len(noes) > 0 && noes[0].Before(at) {
		first = noes[0]
	}
	for i := range f.a.Outbound {
		if t := &f.a.Outbound[i]; t.At.After(first) && t.DraftKey == "" && t.Kind != string(employer.KindWritten) {
			s.block("2.4", fmt.Sprintf("you wrote to them on %s yourself", f.day(t.At)), true)
			break
		}
	}
	return s
}

// letterSince returns the last letter of a kind placed since a time, nil if there is none. A second rejection, a machine's after a person's,
// is the same decision: it asks for no second letter.
func (f *file) letterSince(at time.Time, kind Kind) *employer.Draft {
	for i := len(f.drafts) - 1; i >= 0; i-- {
		if d := f.drafts[i]; Kind(d.Kind) == kind && placedAt(d).After(at) {
			return d
		}
	}
	return nil
}

// noes lists when they told since the last round that it is over, oldest first.
func (f *file) noes() (told []time.Time) {
	for i := range f.a.Inbound {
		t := &f.a.Inbound[i]
		if (t.Kind == string(employer.KindRejection) || t.Kind == string(employer.KindFilled)) && t.At.After(f.held.Start) {
			told = append(told, t.At)
		}
	}
	return told
}

// thanksAfterRejection thanks a person who answered, and only after an earlier exchange with people there.
func (f *file) thanksAfterRejection(t *employer.Touch, at time.Time, cause string) {
	if t == nil || !t.Human || !f.clock.talked || f.sentSince(at, "") {
		return
	}
	exchanged := false
	for i := range f.a.Inbound {
		x := &f.a.Inbound[i]
		exchanged = exchanged || x.Human && !x.Ack && x.At.Before(at) && x.Kind != string(employer.KindConfirmation)
	}
	to := f.contact(t.Who.Address)
	if !exchanged || to == nil || !f.usable(to) {
		return
	}
	if d := f.letterSince(time.Time{}, Thanks); d != nil {
		cause = d.Cause
	}
	s := f.later(Thanks, "1.rejected.thanks", cause, f.r.add(f.day(at), 1), to, fmt.Sprintf("%s told you on %s, after you had been in contact", to.Name, f.day(at)))
	s.Expires = f.endOf(f.r.add(f.day(at), f.pl.p.LateReactiveBusinessDays))
}

// sentSince reports whether the user sent a letter of the kind, or any mail for kind "", after at.
func (f *file) sentSince(at time.Time, kind Kind) bool {
	for i := range f.a.Outbound {
		if t := &f.a.Outbound[i]; t.At.After(at) && (kind == "" || Kind(t.DraftKind) == kind) {
			return true
		}
	}
	return false
}

// lastInbound is the last mail of a kind from the employer.
func (f *file) lastInbound(kind employer.Kind) *employer.Touch {
	for i := len(f.a.Inbound) - 1; i >= 0; i-- {
		if f.a.Inbound[i].Kind == string(kind) {
			return &f.a.Inbound[i]
		}
	}
	return nil
}

// eventAt is the identity of what happened at a time: the mail's event where one told it, else the entry of the timeline.
func (f *file) eventAt(at time.Time, t *employer.Touch) string {
	if t != nil && !t.At.Before(at.Add(-time.Second)) {
		return t.Event
	}
	return f.eventOf(f.a, at)
}

// eventOf is the identity of the event of an application at a time, from its timeline.
func (f *file) eventOf(a *employer.Application, at time.Time) string {
	for i := range a.Timeline {
		if e := &a.Timeline[i]; e.At.Equal(at) && !e.Superseded {
			return e.Event
		}
	}
	return "at " + at.UTC().Format(time.RFC3339)
}
