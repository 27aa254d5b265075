package cadence

import (
	"fmt"
	"time"

	"heardback/employer"
)

// rules lets the rules above the table (POLICY.md section 2) speak about one step. A rule that finds the step wrong blocks it for
// good; one that makes it wait moves its day or blocks it until something changes.
func (f *file) rules(s *step) {
	f.drafted(s)
	f.blocked(s)
	if s.Nudge {
		f.frozen(s)
		f.barred(s)
		f.postponed(s)
	}
	if f.a.PausedByUser || f.pl.book.Paused {
		s.block("paused", "you have paused follow-ups", false)
	}
	if !s.Drafted && f.pl.old(f.a) && f.pl.on("2.13.stale") {
		s.block("2.13", fmt.Sprintf("the last sign of life, of %s, is more than %d days old", f.day(f.lastSign()), f.pl.p.StaleDays), true)
	}
}

// drafted finds the draft of the step: by its key, or by its kind and cause if another person was written to (rule 5: a deleted
// draft is a decision, whoever it was addressed to). A thank-you is personal, so that only its key counts.
func (f *file) drafted(s *step) {
	d := f.pl.drafts[s.Key]
	if d != nil && d.State == employer.DraftRestored {
		return
	}
	if d != nil && d.State == employer.DraftRefused {
		d = nil // nothing was placed
	}
	if d == nil && s.Kind != ThankYou {
		for _, x := range f.drafts {
			if x.State != employer.DraftRestored && x.State != employer.DraftRefused && x.State != employer.DraftWithdrawn && causes(x, s.Kind, s.Cause) && !f.handedOn(x) {
				d = x
			}
		}
	}
	if d == nil {
		return
	}
	switch {
	case d.State == employer.DraftDeleted:
		if f.pl.on("2.5") {
			s.Drafted = true
			why := "you deleted the draft on %s; `heardback drafts restore` brings it back"
			if d.Doubt {
				why = "the draft may have come and been deleted by you, it was missed on %s; `heardback drafts restore` brings it back"
			}
			s.block("2.5", fmt.Sprintf(why, f.day(d.StateAt)), true)
		}
	case d.State == employer.DraftWithdrawn && d.Key == s.Key && !f.pl.on("2.6.again"):
	default:
		s.Drafted = true
		if d.Key != s.Key && unsent(d) {
			s.merged = d
		}
	}
}

// unsent reports whether a draft may still be sent: also one that an editor holds or whose APPEND is unconfirmed.
func unsent(d *employer.Draft) bool {
	switch d.State {
	case employer.DraftUntouched, employer.DraftEdited, employer.DraftGone, employer.DraftIntended:
		return true
	}
	return false
}

// blocked applies what forbids every letter: rules 7, 8, 9 and 12.
func (f *file) blocked(s *step) {
	a := f.a
	if s.To.Address != "" {
		if why := f.forbidden(&s.To); why != "" {
			s.block("2.12", why, true)
		}
	}
	if a.Suspended != "" && f.pl.on("2.9") {
		s.block("2.9", "a question has to be settled first: "+a.Suspended, true)
	}
	if a.Ambiguous != "" && f.pl.on("2.8") {
		s.block("2.8", "a question has to be settled first: "+a.Ambiguous, true)
	}
	if f.has("no-enquiries") != nil && f.pl.on("2.7") && (s.Nudge || s.Kind == CompetingDeadline) {
		switch {
		case f.held == nil:
			s.block("2.7", "they ask for no enquiries", true)
		case s.Kind != DecisionDate:
			s.block("2.7", "they ask for no enquiries, and no date of theirs has passed", true)
		}
	}
}

// frozen applies what freezes nudges: the ball with the user, an interview to come, an offer, an acceptance.
func (f *file) frozen(s *step) {
	pl, a := f.pl, f.a
	if f.ask != nil && pl.on("1.ball") {
		s.block("1.ball", fmt.Sprintf("they wait for you since %s (%s)", f.day(f.ask.At), f.ask.Kind), true)
	} else if a.Stage == employer.Assessing && a.SubmittedAt.IsZero() && pl.on("1.ball") {
		s.block("1.ball", "the assessment is with you", true)
	}
	if t := f.unclear(); t != nil {
		s.block("2.8", fmt.Sprintf("nothing was recognised in their mail of %s: it may be a decision, and you are asked", f.day(t.At)), true)
	}
	if f.coming != nil && pl.on("1.scheduled") {
		s.block("1.scheduled", fmt.Sprintf("an interview is fixed for %s", f.day(f.coming.Start)), true)
	}
	if fm := pl.firms[firmKey(a)]; fm != nil {
		if fm.offered != nil && pl.on("1.offer") {
			s.block("1.offer", "they have made you an offer", true)
		}
		if x := fm.accepted; x != nil && x != a {
			if until := f.r.add(f.day(x.AcceptedAt), pl.p.ChecksAfterAcceptBusinessDays); until > f.day(pl.now) {
				s.block("1.offer.accepted", fmt.Sprintf("you accepted there, checks run until about %s", until), true)
			}
		}
	}
	if x := f.taken(); x != nil {
		s.block("1.accepted", fmt.Sprintf("you accepted at %s on %s", x.Employer, f.day(x.AcceptedAt)), true)
	}
}

// barred applies the employer's statements (section 5) and the most that rule 1 allows.
func (f *file) barred(s *step) {
	p, c := f.pl.p, &f.clock
	if st := f.assumeNo(); st != nil && f.pl.on("5.assume-no") && !f.a.AllowContact {
		s.block("5.assume-no", fmt.Sprintf("they said that silence until %s means no", f.until(st)), true)
	}
	if f.held == nil && f.has("shortlist-only") != nil && f.pl.on("5.shortlist-only") && !f.a.AllowContact {
		s.block("5.shortlist-only", "they said that they write to shortlisted candidates only", true)
	}
	if c.open >= p.MaxNudges && f.pl.on("2.1.unanswered") {
		s.block("2.1", fmt.Sprintf("%d letters are unanswered, the most that is allowed", c.open), true)
	}
	if c.ever >= p.MaxNudgesEver && f.pl.on("2.1.ever") {
		s.block("2.1", fmt.Sprintf("%d letters were sent, the most that is allowed", c.ever), true)
	}
}

// assumeNo is the statement that silence means no, while it is in force: a later invitation or human mail ends it.
func (f *file) assumeNo() *employer.Statement {
	st := f.has("assume-no")
	if st == nil || st.Until.IsZero() && st.BusinessDays == 0 {
		return st
	}
	for i := range f.a.Inbound {
		t := &f.a.Inbound[i]
		if t.At.After(st.At) && (t.Human && !t.Ack && t.Kind != string(employer.KindConfirmation) && t.Kind != string(employer.KindOutOfOffice) ||
			t.Kind == string(employer.KindInvite) || t.Kind == string(employer.KindScheduled) || t.Kind == string(employer.KindAssessment)) {
			return nil
		}
	}
	return st
}

// postponed moves a nudge's day: past an absence and a handover, and to the morning after the last
// mail, answer or command about the employer: letters go out in the morning, never on the heels of something.
func (f *file) postponed(s *step) {
	p := f.pl.p
	if out := s.To.OutUntil; !out.IsZero() && f.pl.on("2.3.absence") {
		if d := f.r.add(f.stated(out), p.ReturnBusinessDays); d > s.day {
			s.day = d
			s.note("2.3", fmt.Sprintf("%s is away until %s", s.To.Name, f.stated(out)), f.pl.place.on(d, f.pl.zone))
		}
	}
	if at := f.clock.handover; !at.IsZero() {
		if d := f.r.add(f.day(at), p.HandoverBusinessDays); d > s.day {
			s.day = d
			s.note("2.3", fmt.Sprintf("%s took over on %s", s.To.Name, f.day(at)), f.pl.place.on(d, f.pl.zone))
		}
	}
	if s.Drafted {
		return
	}
	if at := f.pl.told[firmKey(f.a)]; !at.IsZero() {
		s.day = max(s.day, f.pl.morningAfter(at))
	}
}

// morningAfter is the first day whose hour of placing is not before t.
func (pl *planner) morningAfter(t time.Time) day {
	d := dayOf(t, pl.zone)
	if pl.place.on(d, pl.zone).Before(t) {
		d++
	}
	return d
}
