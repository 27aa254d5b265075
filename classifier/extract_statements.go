package classifier

import (
	"slices"
	"time"
)

// The working days that vague words stand for (POLICY.md section 5), and how long a promise can be.
const (
	comingWeeks    = 15
	comingDays     = 5
	longestPromise = 120 * 24 * time.Hour
)

// plainClasses are the classes that a cue alone decides.
var plainClasses = []struct {
	cue   cue
	class StatementClass
}{
	{cueShortlist, ShortlistOnly}, {cueNoCalls, NoCalls}, {cueNoEnquiries, NoEnquiries}, {cueNoReply, NoReply}, {cueOnFile, OnFile},
	{cueNoFeedback, FeedbackPolicy},
}

// trapCues speak of spans of time that are no promise to answer.
var trapCues = []cue{cueRetention, cueService, cueContract, cueTask, cueValidity, cuePast}

// reading is the state of reading one message's statements.
type reading struct {
	p    *page
	f    *Finding
	base time.Time
	list []Statement
}

// statements reads the sentences that move the plan (POLICY.md section 5). A span of time is a promise to answer only where
// the sentence speaks of answering, and of nothing nearer that keeps data, measures service, binds the candidate or ends a
// contract.
func (p *page) statements(f *Finding, base time.Time) []Statement {
	r := reading{p: p, f: f, base: base, list: []Statement{}}
	for s := range p.sents {
		if !p.sents[s].subject {
			r.sentence(s)
		}
	}
	if f.Kind == Hold {
		r.resume()
	}
	dated := slices.ContainsFunc(r.list, func(s Statement) bool { return s.Class == Window || s.Class == AssumeNo })
	return slices.DeleteFunc(r.list, func(s Statement) bool { return s.Class == DecisionPending && dated })
}

// resume gives a pause the date that another sentence names for its end.
func (r *reading) resume() {
	hold := slices.IndexFunc(r.list, func(s Statement) bool { return s.Class == HoldUntil && s.Until.IsZero() && s.BusinessDays == 0 })
	window := slices.IndexFunc(r.list, func(s Statement) bool { return s.Class == Window })
	if hold < 0 || window < 0 {
		return
	}
	r.list[hold].Until, r.list[hold].BusinessDays = r.list[window].Until, r.list[window].BusinessDays
	r.list = slices.Delete(r.list, window, window+1)
}

func (r *reading) add(s int, class StatementClass, w *when) {
	st := Statement{Class: class, From: r.base, Quote: r.p.whole(s)}
	if w != nil {
		st.Until, st.BusinessDays = w.end(r.base)
	}
	for _, o := range r.list {
		if o.Class == st.Class && o.Until.Equal(st.Until) && o.BusinessDays == st.BusinessDays {
			return
		}
	}
	r.list = append(r.list, st)
}

func (r *reading) sentence(s int) {
	p := r.p
	whens := p.whensIn(s)
	if p.begin[s] == p.begin[s+1] {
		return // no cue, nothing to say
	}
	for _, c := range plainClasses {
		if p.has(s, c.cue) {
			r.add(s, c.class, nil)
		}
	}
	if k, ok := p.find(s, cueCallMe); ok && !p.has(s, cueNoCalls) && !p.dialsIn(s) && (r.f.Has(ActCallInvited) || r.f.Has(ActHuman) || p.says(k, "me") || p.callAt(s) != "") {
		r.add(s, InvitedToCall, nil)
	}
	if p.has(s, cueNoHear) && r.silence(s, whens) {
		return
	}
	if p.has(s, cueHold) && r.f.Kind != Rejection {
		r.add(s, HoldUntil, firstLater(whens, r.base))
		return
	}
	if w := first(whens, r.base); p.has(s, cueClosing) && w != nil && w.hasDay() && !p.has(s, cueReply) {
		r.add(s, ClosingDate, w)
		return
	}
	r.promise(s, whens)
}

// silence reads "if you do not hear from us within two weeks …": what the sentence asks then decides whether that is a no
// or an invitation to ask. It reports whether the sentence was one of them.
func (r *reading) silence(s int, whens []when) bool {
	p := r.p
	var w *when
	for i := range whens {
		if whens[i].ends(r.base) && !p.trapped(s, &whens[i], cueNoHear) {
			w = &whens[i]
			break
		}
	}
	no := p.has(s, cueUnsuccessful) || w != nil && s+1 < len(p.sents) && p.has(s+1, cueUnsuccessful) && len(p.whensIn(s+1)) == 0
	switch {
	case w == nil && !no:
		return false
	case w != nil && !no && p.has(s, cueWelcomed):
		r.add(s, Window, w)
	default:
		r.add(s, AssumeNo, w)
	}
	return true
}

// promise reads a window, and what only looks like one.
func (r *reading) promise(s int, whens []when) {
	p := r.p
	reply, found := p.has(s, cueReply), false
	mute := (r.f.Kind == Rejection || r.f.Kind == Filled || r.f.Kind == JobAlert) && !r.f.Ask
	for i := range whens {
		w := &whens[i]
		if !w.ends(r.base) {
			continue
		}
		until, _ := w.end(r.base)
		switch trap := p.trapped(s, w, cueReply); {
		case reply && !trap && until.Sub(r.base) <= longestPromise:
			if !mute {
				r.add(s, Window, w)
			}
			found = true
		case w.span.unit != noUnit && trap:
			r.add(s, NotAPromise, w)
		}
	}
	if reply && !found && !mute && p.has(s, cueSoon) && !p.has(s, cueTask) {
		r.add(s, DecisionPending, nil)
	}
}

// trapped reports whether w stands nearer to a trap than to the cue that would make it a promise.
func (p *page) trapped(s int, w *when, good cue) bool {
	near, trap, task := 1<<20, 1<<20, 1<<20
	first, asked := int32(1<<30), int32(1<<30)
	for _, k := range p.in(s) {
		switch {
		case k.cue == good:
			near = min(near, w.distance(k))
			first = min(first, k.from)
		case k.cue == cueTask && (good == cueNoHear || p.ours(k)):
		case slices.Contains(trapCues, k.cue):
			trap = min(trap, w.distance(k))
			if k.cue == cueTask {
				asked, task = min(asked, k.from), min(task, w.distance(k))
			}
		}
	}
	return trap < near || task <= near+4 && asked < first // "please let us have your answer by Friday"
}

// ours reports whether the words between "please" and a verb speak of the writer: "please note that we will answer".
func (p *page) ours(k mark) bool {
	for i := k.from + 1; i < k.to; i++ {
		if selves[string(p.word(int(i)))] {
			return true
		}
	}
	return false
}

var selves = setOf("we i our wir ich unser nous je notre nosotros nuestro nuestra wij noi nos nossa allow")

// distance is how many tokens lie between an expression and a cue, 0 where they touch or overlap.
func (w *when) distance(k mark) int {
	return max(0, w.lead-int(k.to), int(k.from)-w.last)
}

// ends reports whether w can end a span of waiting: a duration of hours or more, or a day that is not past.
func (w *when) ends(base time.Time) bool {
	if w.span.unit != noUnit {
		return w.span.unit != minutes && (w.span.most > 0 || w.span.vague)
	}
	return w.hasDay() && !w.until.Before(base) && (!w.clock || w.by)
}

// end resolves the last day of a span of waiting, or the number of working days where the text counts those.
func (w *when) end(base time.Time) (until time.Time, businessDays int) {
	switch {
	case w.hasDay():
		return w.until, 0
	case w.span.biz && w.span.unit == days:
		return time.Time{}, w.span.most
	case w.span.vague && w.span.most == 0 && w.span.unit == days:
		return time.Time{}, comingDays
	case w.span.vague && w.span.most == 0 && w.span.unit == weeks:
		return time.Time{}, comingWeeks
	case w.span.vague && w.span.most == 0:
		return time.Time{}, 0
	}
	until, _ = w.span.after(base)
	return until, 0
}

// first returns the first expression that can end a span of waiting.
func first(whens []when, base time.Time) *when {
	for i := range whens {
		if whens[i].ends(base) {
			return &whens[i]
		}
	}
	return nil
}

// firstLater returns the first that ends on a later day than base: "I have no decision for you today" is no day on which it goes on.
func firstLater(whens []when, base time.Time) *when {
	for i := range whens {
		if until, n := whens[i].end(base); whens[i].ends(base) && (n > 0 || until.After(base) && !sameDay(until, base)) {
			return &whens[i]
		}
	}
	return nil
}

// says reports whether a word stands within a cue.
func (p *page) says(k mark, word string) bool {
	for i := k.from; i < k.to; i++ {
		if string(p.word(int(i))) == word {
			return true
		}
	}
	return false
}
