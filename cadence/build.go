package cadence

import (
	"strings"
	"time"

	"heardback/employer"
)

// nudge adds an unsolicited letter that becomes due on a day; the rules move it to its weekday and hour.
func (f *file) nudge(kind Kind, rule, cause string, due day, to *employer.Contact, why string) *step {
	s := f.step(kind, rule, cause, to, why)
	s.Nudge = true
	s.day = due
	return s
}

// later adds a letter that is no nudge and waits for a day.
func (f *file) later(kind Kind, rule, cause string, due day, to *employer.Contact, why string) *step {
	s := f.step(kind, rule, cause, to, why)
	s.day = f.r.roll(due)
	s.Due = f.pl.place.on(s.day, f.pl.zone)
	return s
}

// react adds an answer, which is placed at once, on any day.
func (f *file) react(kind Kind, rule, cause string, at time.Time, to *employer.Contact, why string) *step {
	s := f.step(kind, rule, cause, to, why)
	s.Reactive = true
	s.Due = at.In(f.pl.zone)
	s.day = f.day(at)
	s.Expires = f.endOf(f.r.add(s.day, f.pl.p.LateReactiveBusinessDays))
	return s
}

// endOf is the last moment of a day for the user.
func (f *file) endOf(d day) time.Time { return (d + 1).at(0, 0, f.pl.zone) }

// step makes a step with the facts of its application. A draft of the same kind and cause that lies unsent pins the
// recipient: a new name in the thread does not make a second letter.
func (f *file) step(kind Kind, rule, cause string, to *employer.Contact, why string) *step {
	s := &step{f: f, Step: Step{Kind: kind, App: f.a.ID, Apps: []string{f.a.ID}, Cause: cause, Rule: rule, Why: why}}
	s.Facts = f.facts()
	for _, d := range f.drafts {
		unsent := d.State == employer.DraftUntouched || d.State == employer.DraftEdited || d.State == employer.DraftGone || d.State == employer.DraftIntended
		if kind == ThankYou || !unsent || !causes(d, kind, cause) || f.handedOn(d) {
			continue
		}
		if c := f.contact(d.To.Address); c != nil && f.usable(c) {
			to = c
		}
	}
	if to == nil {
		s.Key = stepKey(kind, "", cause+" "+f.a.ID)
		s.block("2.11", "there is no address of a person to write to", true)
	} else {
		f.address(s, to)
	}
	f.steps = append(f.steps, s)
	return s
}

// handedOn reports whether an untouched draft is addressed to a person who has handed the matter to somebody else since.
func (f *file) handedOn(d *employer.Draft) bool {
	to := f.recipient()
	return d.State == employer.DraftUntouched && isNudge(Kind(d.Kind)) && f.clock.handover.After(placedAt(d)) && to != nil && !strings.EqualFold(to.Address, d.To.Address)
}

// facts are what every letter about the application may say; each row adds its own.
func (f *file) facts() Facts {
	a := f.a
	x := Facts{Employer: a.Employer, Role: a.Role, Agency: a.Agency != "", Applied: a.AppliedAt, Held: a.HoldUntil, Interviewed: f.held != nil}
	if a.Role != "" {
		x.Roles = []string{a.Role}
	}
	switch {
	case a.AppliedTo.Address != "":
		x.Channel = "mail"
	case a.Source != "":
		x.Channel = "portal"
	}
	if f.held != nil {
		f.interviewFacts(&x, f.held)
	}
	return x
}

// interviewFacts takes over one round: its time in the zone of the invitation, so that a letter names the hour that they named.
func (f *file) interviewFacts(x *Facts, iv *employer.Interview) {
	x.Interview, x.InterviewZone, x.InterviewOld, x.Method, x.Round = iv.Start, iv.Zone, iv.Previous, iv.Method, iv.Round
	if l := location(iv.Zone); l != nil {
		x.Interview = iv.Start.In(l)
	}
	x.Panel = len(iv.Interviewers) > f.pl.p.PanelOver
}

// block suppresses the step. wrong says that it would be wrong to send it, so that a draft of it has lost its reason; otherwise
// it only has to wait.
func (s *step) block(rule, reason string, wrong bool) {
	s.Suppressed = true
	s.wrong = s.wrong || wrong
	s.Against = append(s.Against, Against{Rule: rule, Reason: reason, Blocks: true})
}

// note records a rule that moved the step but does not stop it.
func (s *step) note(rule, reason string, until time.Time) {
	s.Against = append(s.Against, Against{Rule: rule, Reason: reason, Until: until})
}
