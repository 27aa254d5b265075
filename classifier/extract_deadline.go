package classifier

import "time"

// deadline finds the day by which the user has to act: a task or a validity that stands near a time. The earliest future
// one is kept. A span counts from the mail.
func (p *page) deadline(f *Finding, base time.Time) *Deadline {
	var best *Deadline
	for s := range p.sents {
		if !p.has(s, cueTask) && !p.has(s, cueValidity) || p.has(s, cueNoHear) {
			continue
		}
		for _, w := range p.whensIn(s) {
			if !w.ends(base) && !(w.hasDay() && w.clock && !w.past(base) && !p.has(s, cueMeet)) || f.Kind != Offer && p.nearer(s, &w, cueReply) || p.nearer(s, &w, cueRetention) {
				continue
			}
			if w.hasDay() && !w.by && !w.within && !p.has(s, cueValidity) && !p.dueWord(s) && f.Kind != Assessment {
				continue // "please join us on Tuesday" is no deadline
			}
			if w.span.unit != noUnit && !w.by && !w.within && !p.has(s, cueValidity) && !p.granted(s) {
				continue // "the test takes two hours"
			}
			if w.span.unit == minutes || w.span.unit == hours && w.span.n < fewestHours {
				continue // "if you log out, you must resume within an hour"
			}
			at := w.due(base)
			if at.IsZero() || at.Sub(base) > longestPromise {
				continue
			}
			d := &Deadline{At: at, For: p.purpose(s, f), Quote: p.whole(s)}
			if best == nil || d.At.Before(best.At) {
				best = d
			}
		}
	}
	if best == nil && f.Has(ActOfferExtended) {
		best = p.extension(base)
	}
	return best
}

// fewestHours is how many hours to act count from the mail; fewer count from something else.
const fewestHours = 12

// extension returns the latest day that a message names which gives more time for an offer: "Monday is fine with us".
func (p *page) extension(base time.Time) *Deadline {
	var best *Deadline
	for s := range p.sents {
		for _, w := range p.whensIn(s) {
			if !w.hasDay() || w.past(base) {
				continue
			}
			if at := w.due(base); at.Sub(base) <= longestPromise && (best == nil || at.After(best.At)) {
				best = &Deadline{At: at, For: "offer", Quote: p.whole(s)}
			}
		}
	}
	return best
}

// nearer reports whether w stands nearer to the cue than to the task or validity.
func (p *page) nearer(s int, w *when, c cue) bool {
	other, due := 1<<20, 1<<20
	for _, k := range p.in(s) {
		switch k.cue {
		case c:
			other = min(other, w.distance(k))
		case cueTask, cueValidity:
			due = min(due, w.distance(k))
		}
	}
	return other < due
}

// granted reports whether the sentence gives time: "you have three days".
func (p *page) granted(s int) bool {
	for _, k := range p.in(s) {
		if k.cue == cueTask && (p.says(k, "have") || p.says(k, "haben") || p.says(k, "hast") || p.says(k, "zeit") || p.says(k, "disposez") || p.says(k, "avez") || p.says(k, "tienes") ||
			p.says(k, "tiene") || p.says(k, "hebt") || p.says(k, "heeft") || p.says(k, "ha") || p.says(k, "hai") || p.says(k, "tem") || p.says(k, "dispone")) {
			return true
		}
	}
	return false
}

// dueWord reports whether the sentence names a last day by a word of its own.
func (p *page) dueWord(s int) bool {
	k, ok := p.find(s, cueTask)
	return ok && (p.says(k, "due") || p.says(k, "deadline"))
}

// due resolves an expression to the instant by which something is due: the end of its day without a clock time.
func (w *when) due(base time.Time) time.Time {
	if w.clock && w.hasDay() {
		at, _ := w.on(base.Location())
		return at
	}
	until, n := w.end(base)
	if n > 0 {
		return addWeekdays(base, n)
	}
	return until
}

// addWeekdays counts n days from Monday to Friday; the user's own deadlines know no employer's holidays.
func addWeekdays(t time.Time, n int) time.Time {
	for n > 0 {
		t = t.AddDate(0, 0, 1)
		if t.Weekday() != time.Saturday && t.Weekday() != time.Sunday {
			n--
		}
	}
	return t
}

// purpose says what is due, by the kind of the message, then by the nouns of the sentence.
func (p *page) purpose(s int, f *Finding) string {
	switch f.Kind {
	case Assessment:
		return "assessment"
	case Offer:
		return "offer"
	}
	for _, c := range [...]struct {
		cue  cue
		for_ string
	}{{cueDueBooking, "booking"}, {cueDueAssessment, "assessment"}, {cueDueOffer, "offer"}, {cueDueDocuments, "documents"}} {
		if p.has(s, c.cue) {
			return c.for_
		}
	}
	if f.Kind == InfoRequest {
		return "documents"
	}
	if f.Kind == Interview && f.Has(ActBookingLink) {
		return "booking"
	}
	return "reply"
}
