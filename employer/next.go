package employer

import "time"

// next is the first moment after now at which the fold of the same events says something else: a talk is over, or a question is too old to
// be asked any more. Zero for none.
func (b *builder) next() time.Time {
	var at time.Time
	sooner := func(t time.Time) {
		if t.After(b.now) && (at.IsZero() || t.Before(at)) {
			at = t
		}
	}
	for _, s := range b.shelves.active {
		sooner(s.done.until)
		for _, d := range s.doubts {
			sooner(d.event.At.Add(moot + 1))
		}
	}
	for _, q := range b.hints {
		if over := q.At.Add(moot + 1); over.After(b.now) && b.eventOf(q.Event) != nil {
			sooner(over)
		}
	}
	return at
}
