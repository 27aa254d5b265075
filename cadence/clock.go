package cadence

import (
	"slices"
	"time"

	"heardback/employer"
)

// clockState is how far an application's clock has run: since when, why since then, and which nudges were spent.
type clockState struct {
	since time.Time
	cause string // identity of the event that started the clock
	what  string // the same in words: "the interview", "their mail", "your answer"
	// stage is when the count of the stage began: the interview, or the employer's last human mail (rule 3).
	stage    time.Time
	nudges   []nudge // of the stage, oldest first
	ever     int     // nudges sent at all, answered or not
	open     int     // of these, unanswered
	replies  int     // answers to nudges that named no date, since the last round
	promise  *employer.Statement
	promised day // the last day of the promise
	missed   int // dates that passed before the one in force, or before now
	handover time.Time
	answered *employer.Request // the request whose answer started the clock
	human    bool              // a person has written about this application
	talked   bool              // and the user has answered a person
}

// nudge is one nudge of a stage.
type nudge struct {
	at    time.Time // sent, or placed
	state nudgeState
	kind  Kind // "" for the user's own words
}

type nudgeState int

const (
	nudgeSent    nudgeState = iota
	nudgeWaiting            // lies in Drafts
	nudgeLapsed             // lay there too long: spent, and nothing follows (rule 6)
	nudgeDeleted            // declined by the user: nothing follows (rule 5)
)

// isNudge lists the kinds that ask where things stand. Rules 1, 6, 10 and 14 speak of them only.
func isNudge(k Kind) bool {
	switch k {
	case ApplicationFollowup, ArrivedSafely, Status1, Status2, DecisionDate, CheckIn:
		return true
	}
	return false
}

// readClock applies rules 3 and 4: what started the clock last, and what was spent since.
func (f *file) readClock() {
	c := &f.clock
	f.startClock()
	f.inboundResets()
	f.outboundRestarts()
	if f.a.Stage == employer.OnHold && f.a.HoldAt.After(c.stage) {
		c.since, c.stage, c.what = f.a.HoldAt, f.a.HoldAt, "the hold"
	}
	f.spent()
	f.readPromise()
	slices.SortStableFunc(c.nudges, func(a, b nudge) int { return a.at.Compare(b.at) })
}

// startClock finds where the row begins: the last round, the assessment handed in, else the application.
func (f *file) startClock() {
	a, c := f.a, &f.clock
	switch {
	case f.held != nil:
		c.since, c.cause, c.what = f.held.Start, identity(f.held.Key, f.held.Event), "the interview"
	default:
		c.since, c.what = a.AppliedAt, "the application"
		if c.since.IsZero() {
			c.since = a.ConfirmedAt
		}
		if c.since.IsZero() && len(a.Inbound) > 0 {
			c.since, c.what = a.Inbound[0].At, "their first mail"
		}
		if c.since.IsZero() {
			c.since = a.StageSince
		}
		c.cause = a.ID
		for i := range a.Outbound {
			if a.Outbound[i].Kind == string(employer.KindApplied) {
				c.cause = a.Outbound[i].Event
				break
			}
		}
	}
	c.stage = c.since
	if a.SubmittedAt.After(c.since) {
		c.since, c.stage, c.what, c.cause = a.SubmittedAt, a.SubmittedAt, "the assessment", "submitted:"+a.ID
		for i := range a.Requests {
			if a.Requests[i].Kind == "assessment" {
				c.cause, c.answered = a.Requests[i].Key, &a.Requests[i]
			}
		}
	}
}

// inboundResets lets each human mail reset the clock and the count; a bare acknowledgement and an absence do not (rule 3).
func (f *file) inboundResets() {
	a, c := f.a, &f.clock
	for i := range a.Inbound {
		t := &a.Inbound[i]
		if !t.Human || t.Kind == string(employer.KindOutOfOffice) || t.Kind == string(employer.KindBounce) || t.Kind == string(employer.KindNotice) {
			continue
		}
		c.human = true
		if t.Ack || t.Kind == string(employer.KindConfirmation) || !f.pl.on("2.3") {
			continue
		}
		if slices.Contains(t.Acts, "handover") {
			c.handover = t.At
			continue
		}
		if t.At.After(c.since) && t.At.After(c.stage) {
			c.since, c.cause, c.what, c.stage, c.answered = t.At, t.Event, "their mail", t.At, nil
		}
	}
	for i := range a.Calls {
		if call := &a.Calls[i]; call.Outcome == "reached" && call.At.After(c.since) {
			c.since, c.cause, c.what, c.stage, c.answered = call.At, call.Event, "the call", call.At, nil
		}
	}
}

// outboundRestarts lets the user's own mail restart the clock (rule 4). A thank-you does not: the status letter counts from
// the last round; a letter of another kind that thanks as well does. A nudge counts in spent.
func (f *file) outboundRestarts() {
	a, c := f.a, &f.clock
	for i := range a.Outbound {
		t := &a.Outbound[i]
		if c.human && t.Kind != string(employer.KindApplied) && t.Who.Address != "" {
			c.talked = true
		}
		if t.Nudge || t.Kind == string(employer.KindApplied) || t.Kind == string(employer.KindThanks) && t.DraftKind == "" || Kind(t.DraftKind) == ThankYou || Kind(t.DraftKind) == Thanks || !f.pl.on("2.4") {
			continue
		}
		if t.At.After(c.since) {
			c.since, c.cause, c.what = t.At, t.Event, "your mail"
		}
	}
	for i := range a.Requests {
		q := &a.Requests[i]
		if q.Answered.IsZero() || q.Answered.Before(c.stage) {
			continue
		}
		if c.answered == nil || q.Answered.After(c.answered.Answered) {
			c.answered = q
		}
		if q.Answered.After(c.since) {
			c.since, c.cause, c.what = q.Answered, q.Key+":answered", "your answer"
		}
	}
}

// spent counts the nudges: sent ones, which calls are too, unsent drafts, declined and lapsed ones.
func (f *file) spent() {
	a, c := f.a, &f.clock
	var sent map[string]bool
	add := func(n nudge) {
		if n.at.After(c.stage) {
			c.nudges = append(c.nudges, n)
		}
	}
	for i := range a.Outbound {
		t := &a.Outbound[i]
		if t.DraftKey != "" {
			if sent == nil {
				sent = map[string]bool{}
			}
			sent[t.DraftKey] = true
		}
		if !t.Nudge {
			continue
		}
		c.ever++
		if t.Answered.IsZero() {
			c.open++
		} else if f.held == nil || t.At.After(f.held.Start) {
			c.replies++
		}
		add(nudge{t.At, nudgeSent, Kind(t.DraftKind)})
	}
	for _, d := range f.drafts {
		if !isNudge(Kind(d.Kind)) {
			continue
		}
		switch state, ok := f.draftState(d); {
		case !ok:
		case state == nudgeSent && sent[d.Key]:
		case state == nudgeSent:
			c.ever++
			c.open++
			add(nudge{d.StateAt, nudgeSent, Kind(d.Kind)})
		default:
			add(nudge{placedAt(d), state, Kind(d.Kind)})
		}
	}
}

// draftState says what a nudge draft counts as; ok is false for one that counts as nothing.
func (f *file) draftState(d *employer.Draft) (state nudgeState, ok bool) {
	lapse := f.lapses(d)
	switch d.State {
	case employer.DraftSent:
		return nudgeSent, true
	case employer.DraftDeleted:
		return nudgeDeleted, f.pl.on("2.5")
	case employer.DraftUntouched, employer.DraftEdited, employer.DraftGone, employer.DraftIntended:
		if f.pl.on("2.6.unsent") && !f.pl.now.Before(lapse) {
			return nudgeLapsed, true
		}
		return nudgeWaiting, true
	case employer.DraftWithdrawn, employer.DraftReported:
		return nudgeLapsed, f.pl.on("2.6.unsent") && !d.StateAt.Before(lapse)
	}
	return 0, false
}

// lapses is when a nudge that still lies unsent counts as spent (rule 6).
func (f *file) lapses(d *employer.Draft) time.Time {
	return f.pl.place.on(f.r.add(f.day(placedAt(d)), f.pl.p.UnsentBusinessDays), f.pl.zone)
}

// placedAt is when a draft came into the folder. One whose APPEND was never confirmed counts from when it was due.
func placedAt(d *employer.Draft) time.Time {
	switch {
	case !d.PlacedAt.IsZero():
		return d.PlacedAt
	case !d.DueAt.IsZero():
		return d.DueAt
	}
	return d.StateAt
}

// readPromise finds the date in force: the latest one that the employer named (rule 2), and how many passed before.
func (f *file) readPromise() {
	c := &f.clock
	var last *employer.Statement
	for i := range f.a.Statements {
		s := &f.a.Statements[i]
		if s.Class != "window" || s.Until.IsZero() && s.BusinessDays == 0 {
			continue
		}
		if last != nil && !s.At.Before(last.At) && f.day(s.At) >= f.until(last) && s.Event != last.Event {
			c.missed++
		}
		if last == nil || s.At.After(last.At) || s.At.Equal(last.At) && f.until(s) > f.until(last) {
			last = s
		}
		c.replies = 0
		for j := range f.a.Outbound {
			if t := &f.a.Outbound[j]; t.Nudge && t.Answered.After(s.At) {
				c.replies++
			}
		}
	}
	if last != nil {
		c.promise, c.promised = last, f.until(last)
	}
}

// until is the last day of a statement, in the employer's business days where it counts them.
func (f *file) until(s *employer.Statement) day {
	if !s.Until.IsZero() {
		return f.stated(s.Until)
	}
	from := s.At
	if !s.From.IsZero() {
		from = s.From
	}
	return f.r.add(f.day(from), s.BusinessDays)
}

// identity is the first of several names that is not empty: a calendar UID before an event.
func identity(keys ...string) string {
	for _, k := range keys {
		if k != "" {
			return k
		}
	}
	return ""
}
