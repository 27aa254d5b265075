package cadence

import (
	"fmt"
	"strings"
	"time"

	"heardback/employer"
)

// callReason is one of the reasons for which a call is all right (section 3), with when it becomes due.
type callReason struct {
	name, why, cause string
	due              time.Time
	asked            bool // the employer asked for the call
}

// calls adds the call sheets of one application: phone opted in, a number from a human mail, and a reason. One that something
// stands against stays in the plan with it.
func (f *file) calls() {
	if !f.pl.s.Phone || !f.a.Stage.Open() {
		return
	}
	for _, r := range f.callReasons() {
		to := f.callee(r.asked)
		if to == nil {
			continue
		}
		c := Call{Key: stepKey("call", to.Address+" "+to.Phone, r.name+" "+r.cause), App: f.a.ID, To: *to, Reason: r.name, Why: r.why,
			Due: r.due.In(f.pl.zone), Before: f.held == nil}
		f.callAgainst(&c, r)
		c.Allowed = true
		for _, x := range c.Against {
			c.Allowed = c.Allowed && !x.Blocks
		}
		if c.Due.After(f.pl.now) {
			c.Allowed = false
		}
		c.From, c.Until = f.callWindow(c.Due, to)
		f.pl.plan.Calls = append(f.pl.plan.Calls, c)
		if c.Allowed {
			return // one call sheet at a time
		}
	}
}

// callee is the person to call, with a number from a human mail: the one who asked for the call, else the recipient of letters.
func (f *file) callee(asked bool) *employer.Contact {
	for i := range f.a.Contacts {
		c := &f.a.Contacts[i]
		if asked && c.CallInvited && c.Phone != "" && c.Human {
			return c
		}
	}
	if c := f.recipient(); c != nil && c.Phone != "" && (!asked || c.CallInvited) {
		return c
	}
	return nil
}

// callReasons lists the reasons that hold, the strongest first.
func (f *file) callReasons() []callReason {
	a, p := f.a, f.pl.p
	var all []callReason
	for i := range a.Requests {
		if q := &a.Requests[i]; q.Kind == "call" && q.Answered.IsZero() {
			all = append(all, callReason{"invited", fmt.Sprintf("they asked you on %s to call", f.day(q.At)), q.Key, q.At, true})
		}
	}
	for i := range a.Bounces {
		if b := &a.Bounces[i]; f.news(b.At) {
			all = append(all, callReason{"technical", fmt.Sprintf("your mail came back on %s", f.day(b.At)), b.Event, b.At, false})
		}
	}
	if f.held == nil {
		if w := wordIn(a.Role, p.HourlyRoles); w != "" && !a.AppliedAt.IsZero() {
			due := f.r.add(f.day(a.AppliedAt), p.CallAfterHourlyBusinessDays)
			all = append(all, callReason{"hourly-local", fmt.Sprintf("a local hourly job (%s), %s after you applied", w, businessDays(p.CallAfterHourlyBusinessDays)),
				f.clock.cause, f.pl.place.on(due, f.pl.zone), false})
		}
		if p.ReferralAgreed && f.referred() {
			all = append(all, callReason{"referral", "you were referred, and the referrer agrees to be named", f.clock.cause, f.clock.since, false})
		}
		return all
	}
	talked := identity(f.held.Key, f.held.Event)
	for _, x := range f.pl.offers {
		if o := x.Offer; o != nil && firmKey(x) != firmKey(a) && o.Deadline.After(f.pl.now) {
			all = append(all, callReason{"other-offer", fmt.Sprintf("another offer asks for an answer by %s", f.day(o.Deadline)), o.Event, o.At, false})
		}
	}
	after := f.pl.place.on(f.r.add(f.day(f.held.Start), p.CallAfterInterviewBusinessDays), f.pl.zone)
	heard := f.spoken().After(f.held.Start) // the call that these reasons ask for took place
	if !heard && f.warm() {
		all = append(all, callReason{"strong-feeling", "the talk went well", talked, after, false})
	}
	if w := wordIn(a.Role, p.PhoneRoles); !heard && w != "" {
		all = append(all, callReason{"phone-job", fmt.Sprintf("the work is on the telephone (%s)", w), talked, after, false})
	}
	if !heard && p.WeakWriting {
		all = append(all, callReason{"weak-writing", "you speak better than you write", talked, after, false})
	}
	if n := f.clock.nudges; len(n) > 0 && n[len(n)-1].state == nudgeSent {
		at := n[len(n)-1].at
		due := f.pl.place.on(dayOf(at, f.pl.zone)+day(p.CallAfterUnansweredDays), f.pl.zone)
		all = append(all, callReason{"unanswered", fmt.Sprintf("your letter of %s is unanswered for %d days", f.day(at), p.CallAfterUnansweredDays),
			talked + at.UTC().Format(time.RFC3339), due, false})
	}
	return all
}

// callAgainst collects what stands against a call.
func (f *file) callAgainst(c *Call, r callReason) {
	a, p := f.a, f.pl.p
	no := func(rule, reason string, until time.Time) {
		c.Against = append(c.Against, Against{Rule: rule, Reason: reason, Until: until, Blocks: true})
	}
	if f.has("no-calls") != nil && !c.To.CallInvited && f.pl.on("2.7.calls") {
		no("2.7", "they ask for no calls", time.Time{})
	}
	if f.has("no-enquiries") != nil && !c.To.CallInvited {
		no("2.7", "they ask for no enquiries", time.Time{})
	}
	if a.Suspended != "" || a.Ambiguous != "" {
		no("2.8", "a question has to be settled first", time.Time{})
	}
	if a.PausedByUser || f.pl.book.Paused {
		no("paused", "you have paused follow-ups", time.Time{})
	}
	if f.r.between(f.day(c.Due), f.day(f.pl.now)) > p.LateBusinessDays {
		no("2.13", fmt.Sprintf("it was due on %s and is too late now", dayOf(c.Due, f.pl.zone)), time.Time{})
	}
	f.callTries(c, no)
	if r.asked {
		return
	}
	switch {
	case f.coming != nil && f.held != nil:
		no("1.scheduled", fmt.Sprintf("an interview is fixed for %s", f.day(f.coming.Start)), time.Time{})
	case f.ask != nil:
		no("1.ball", fmt.Sprintf("they wait for you since %s", f.day(f.ask.At)), time.Time{})
	case a.Stage == employer.Offered || a.Stage == employer.OnHold:
		no("1."+string(a.Stage), "the process stands at "+string(a.Stage), time.Time{})
	}
	x := f.taken()
	if fm := f.pl.firms[firmKey(a)]; x == nil && fm != nil {
		x = fm.accepted
	}
	if x != nil {
		no("1.accepted", "you accepted at "+x.Employer, time.Time{})
	}
	if f.assumeNo() != nil || f.held == nil && f.has("shortlist-only") != nil {
		no("5.assume-no", "they said that they write to the chosen only", time.Time{})
	}
	if f.clock.open >= p.MaxNudges || f.clock.ever >= p.MaxNudgesEver {
		no("2.1", "no contact is left", time.Time{})
	}
	if c := f.clock.promise; c != nil && f.clock.promised >= f.day(f.pl.now) && f.pl.on("2.2") && r.name != "other-offer" {
		no("2.2", fmt.Sprintf("they named %s as the date", f.clock.promised), f.pl.place.on(f.clock.promised+1, f.pl.zone))
	}
	if at := f.spoken(); !at.IsZero() && r.name != "other-offer" {
		if free := f.pl.place.on(dayOf(at, f.pl.zone)+day(p.GapDays), f.pl.zone); free.After(f.pl.now) {
			no("2.1", fmt.Sprintf("you spoke to them on %s", f.day(at)), free)
		}
	}
	if n := f.clock.nudges; len(n) > 0 && r.name != "other-offer" {
		free := f.pl.place.on(dayOf(n[len(n)-1].at, f.pl.zone)+day(p.GapDays), f.pl.zone)
		if state := n[len(n)-1].state; (state == nudgeSent || state == nudgeWaiting) && free.After(f.pl.now) {
			no("3", "letter and call never fall into one week", free)
		}
	}
}

// spoken returns the user's last call that reached somebody.
func (f *file) spoken() time.Time {
	var last time.Time
	for i := range f.a.Calls {
		if x := &f.a.Calls[i]; x.Outcome != "voicemail" && x.Outcome != "silent" {
			last = latest(last, x.At)
		}
	}
	return last
}

// callTries applies the rules about messages: two silent tries, then a message; at most two, two days apart.
func (f *file) callTries(c *Call, no func(rule, reason string, until time.Time)) {
	p := f.pl.p
	voicemails, silent := 0, 0
	var last time.Time
	for i := range f.a.Calls {
		x := &f.a.Calls[i]
		if x.At.Before(f.clock.stage) {
			continue
		}
		switch x.Outcome {
		case "voicemail":
			voicemails++
			last = x.At
		case "silent":
			silent++
		}
	}
	switch again := last.AddDate(0, 0, p.VoicemailGapDays); {
	case voicemails >= p.MaxVoicemails:
		no("3", fmt.Sprintf("you left %d messages, the most that is allowed", voicemails), time.Time{})
	case voicemails > 0 && again.After(f.pl.now):
		no("3", fmt.Sprintf("your last message is of %s", f.day(last)), again)
	case silent < p.SilentTries:
		c.Against = append(c.Against, Against{Rule: "3", Reason: fmt.Sprintf("leave no message yet: try %d times first", p.SilentTries)})
	}
}

// callWindow is the next span in which to call, in the recipient's zone, on a business day.
func (f *file) callWindow(due time.Time, to *employer.Contact) (from, until time.Time) {
	zone := recipientZone(f.a, to, f.pl.zone)
	t := latest(due, f.pl.now)
	for d := dayOf(t, zone); ; d++ {
		if !f.r.is(d) {
			continue
		}
		for _, w := range f.pl.p.CallWindows {
			a, b, ok := parseWindow(w)
			if ok && b.on(d, zone).After(t) {
				return latest(a.on(d, zone), t.In(zone)), b.on(d, zone)
			}
		}
		if len(f.pl.p.CallWindows) == 0 || d > dayOf(t, zone)+30 {
			return time.Time{}, time.Time{}
		}
	}
}

// referred reports whether somebody put in a word for the user (section 3: with permission a reason to call).
func (f *file) referred() bool {
	for i := range f.a.Contacts {
		if f.a.Contacts[i].Role == "referrer" {
			return true
		}
	}
	return f.a.Source == "referral"
}

// warm reports whether the user noted that a talk felt good.
func (f *file) warm() bool {
	for i := range f.a.Calls {
		if w := f.a.Calls[i].Warmth; w == "warm" || w == "strong" {
			return true
		}
	}
	return false
}

// wordIn returns the first of the words that stands in the role.
func wordIn(role string, words []string) string {
	role = " " + strings.ToLower(role) + " "
	for _, w := range words {
		if strings.Contains(role, " "+strings.ToLower(w)) {
			return w
		}
	}
	return ""
}
