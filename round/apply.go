package round

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"time"

	"heardback/classifier"
	"heardback/digest"
	"heardback/employer"
	"heardback/mailbox"
)

// News is one message that the book took note of.
type News struct {
	Event   employer.Event
	Message string // subject
}

// errTurn ends the sync of an account whose turn is over. What was handed over is stored.
var errTurn = errors.New("the next account has its turn")

// apply reads what is new in an account, or as much of it as one turn allows. Each batch's events and cursor are committed together, so that a
// crash neither loses nor repeats a message.
func (r *Round) apply(ctx context.Context, a Account, now time.Time, rep *Report) (err error) {
	name := a.Box.Name()
	reading, err := r.beginReading(ctx, name)
	if err != nil {
		return fmt.Errorf("reading the book: %w", err)
	}
	r.reading = reading
	defer func() {
		r.also, r.reading = nil, nil
		if kept := reading.end(); err == nil && kept != nil {
			err = fmt.Errorf("writing to the book: %w", kept)
		}
	}()
	want, looked := func(h *mailbox.Header) mailbox.Want { return reading.want(h, r.want) }, 0
	if r.behind == nil {
		r.behind = map[string]bool{}
	}
	_, left := r.behind[name] // whether a reading that is cut short now leaves old mail unread
	for {
		cursor, err := r.Store.Cursor(ctx, name)
		if err != nil {
			return fmt.Errorf("reading the book: %w", err)
		}
		var storeErr error
		err = a.Box.Sync(ctx, cursor, want, func(b mailbox.Batch) error {
			events, err := r.readBatch(&b, name, now, rep)
			if err != nil {
				return err
			}
			b.Failed = append(b.Failed, reading.failures()...)
			rep.Read += len(b.Messages)
			rep.Skipped += len(b.Skipped)
			rep.Failed = append(rep.Failed, b.Failed...)
			if storeErr = r.commit(ctx, name, events, b.Cursor); storeErr == nil {
				storeErr = r.unread(ctx, name, b.Failed, now)
			}
			if r.Progress != nil && storeErr == nil {
				r.Progress(name, b.Done, b.Total)
			}
			if storeErr == nil {
				left = b.Done < b.Total
			}
			if looked += len(b.Messages) + len(b.Skipped); storeErr == nil && r.Turn > 0 && len(r.Accounts) > 1 && looked >= r.Turn && left {
				return errTurn
			}
			return storeErr
		})
		switch {
		case storeErr != nil:
			return storeErr
		case errors.Is(err, errTurn):
			r.behind[name] = true
			return nil
		case errors.Is(err, mailbox.ErrAgain):
			continue
		}
		if delete(r.behind, name); err == nil {
			return nil
		}
		if left {
			r.behind[name] = false
		}
		rep.Unread++
		return r.fail(ctx, rep, err)
	}
}

// readBatch makes events of a batch, in the order of arrival: the first mail of an employer decides whether the next is read. With
// mailbox.ErrAgain nothing of the batch is known to the round.
func (r *Round) readBatch(b *mailbox.Batch, account string, now time.Time, rep *Report) (events []employer.Event, err error) {
	known, news := len(r.index.events), len(rep.News)
	skipped := make([]*mailbox.Header, len(b.Skipped))
	for i := range b.Skipped {
		skipped[i] = &b.Skipped[i]
	}
	slices.SortStableFunc(skipped, func(a, b *mailbox.Header) int { return a.Received.Compare(b.Received) })
	missed := false
	pass := func(h *mailbox.Header) {
		if h.List != digest.ListID && !r.reading.passedOver(h) && (r.concerns(h) || r.known(&h.Message)) { // by what was learned meanwhile
			r.alsoRead(h)
			missed = true
		}
	}
	for i := range b.Messages {
		m := &b.Messages[i]
		for len(skipped) > 0 && skipped[0].Received.Before(m.Received) {
			pass(skipped[0])
			skipped = skipped[1:]
		}
		read, err := r.read(m, account, now, rep)
		if err != nil {
			b.Failed = append(b.Failed, mailbox.Failure{Err: err.Error()})
		}
		for _, e := range read {
			r.learn(e) // the next message of the batch may answer this one
		}
		events = append(events, read...)
	}
	for _, h := range skipped {
		pass(h)
	}
	if missed {
		before := newIndex(r.index.events[:known])
		r.learned.Lock()
		r.index = before
		r.learned.Unlock()
		rep.News = rep.News[:news]
		return nil, mailbox.ErrAgain
	}
	return events, nil
}

// read returns the events of one message, none for one that is none of the book's business. An error is a fault of the program that the
// message shows: it is passed over, and the next one read.
func (r *Round) read(m *mailbox.Message, account string, now time.Time, rep *Report) (events []employer.Event, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			events, err = nil, fmt.Errorf("the message %s shows a fault of the program: %v", m.Key, fault)
		}
	}()
	e, ok := r.classify(m, account, now, rep)
	switch {
	case m.Filed != "":
		return r.filed(m, e, ok, account, now, rep), nil
	case ok:
		return []employer.Event{e}, nil
	}
	return nil, nil
}

// classify makes an event of one message.
func (r *Round) classify(m *mailbox.Message, account string, now time.Time, rep *Report) (employer.Event, bool) {
	f := classifier.Classify(m, r.context(m), r.index.layer)
	e, ok := r.event(m, &f, account, now)
	if !ok {
		return e, false
	}
	if e.Kind != employer.KindWritten {
		rep.News = append(rep.News, News{Event: e, Message: m.Subject})
		r.Log.LogAttrs(context.Background(), slog.LevelInfo, "understood", slog.String("kind", string(e.Kind)),
			slog.String("employer", e.Party.Name), slog.String("rule", decisive(f.Evidence)), slog.Float64("confidence", f.Confidence), slog.Bool("sure", !e.Uncertain))
		r.Log.Debug("evidence", "message", m.Key, "employer", e.Party.Name, "rules", weights(f.Evidence))
	}
	return e, true
}

// decisive names the rule that weighed most.
func decisive(all []classifier.Evidence) (rule string) {
	best := 0.0
	for _, v := range all {
		if v.Weight > best {
			best, rule = v.Weight, v.Rule
		}
	}
	return rule
}

// weights lists rules with what they weighed, for the log: the quotes stay out of it.
func weights(all []classifier.Evidence) []string {
	var list []string
	for _, v := range all {
		list = append(list, fmt.Sprintf("%s %+.2f", v.Rule, v.Weight))
	}
	return list
}
