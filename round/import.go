package round

import (
	"context"
	"time"

	"heardback/digest"
	"heardback/employer"
	"heardback/mailbox"
)

// Import takes messages of the past into the book as if account had received them. It places nothing and tells nothing. A message that
// the book knows is passed over, so that importing it again changes nothing.
//
// read hands over all messages, a batch at a time and in any order; it is called twice: the first time the round learns who is who, so that
// in the second, which is stored, an answer is understood even where it comes before what it answers.
func (r *Round) Import(ctx context.Context, account string, now time.Time, read func(take func([]mailbox.Message) error) error) (Report, error) {
	rep := Report{Now: now}
	if err := r.load(ctx, now); err != nil {
		return rep, err
	}
	known := map[string]bool{}
	for id := range r.index.ids {
		known[id] = true
	}
	for _, stored := range []bool{false, true} {
		rep = Report{Now: now}
		err := read(func(messages []mailbox.Message) error {
			var events []employer.Event
			for i := range messages {
				m := &messages[i]
				if known["mail:"+m.Key] || m.List == digest.ListID {
					rep.Skipped++
					continue
				}
				rep.Read++
				read, err := r.read(m, account, now, &rep)
				if err != nil {
					rep.Failed = append(rep.Failed, mailbox.Failure{Err: err.Error()})
				}
				for _, e := range read {
					r.index.add(e)
				}
				events = append(events, read...)
			}
			if !stored {
				rep.News = nil // constant memory: it is told the second time
				return ctx.Err()
			}
			return r.commit(ctx, account, events, nil)
		})
		if err != nil {
			return rep, err
		}
	}
	r.plan(now, &rep)
	return rep, nil
}
