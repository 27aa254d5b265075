package round

import (
	"context"
	"fmt"
	"log/slog"
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
	Finding classifier.Finding
}

// apply reads what is new in an account. Each batch's events and cursor are committed together, so that a crash neither
// loses nor repeats a message.
func (r *Round) apply(ctx context.Context, a Account, now time.Time, rep *Report) error {
	name := a.Box.Name()
	cursor, err := r.Store.Cursor(ctx, name)
	if err != nil {
		return fmt.Errorf("reading the book: %w", err)
	}
	var storeErr error
	err = a.Box.Sync(ctx, cursor, r.want, func(b mailbox.Batch) error {
		var events []employer.Event
		for i := range b.Messages {
			m := &b.Messages[i]
			e, ok := r.read(m, name, now, rep)
			read := []employer.Event{e}
			switch {
			case m.Filed != "":
				read = r.filed(m, e, ok, name, now, rep)
			case !ok:
				continue
			}
			for _, e := range read {
				r.index.add(e) // the next message of the batch may answer this one
			}
			events = append(events, read...)
		}
		rep.Read += len(b.Messages)
		rep.Skipped += len(b.Skipped)
		rep.Failed = append(rep.Failed, b.Failed...)
		storeErr = r.commit(ctx, name, events, b.Cursor)
		return storeErr
	})
	if storeErr != nil {
		return storeErr
	}
	if err != nil {
		return r.fail(ctx, rep, err)
	}
	return nil
}

// read classifies one message.
func (r *Round) read(m *mailbox.Message, account string, now time.Time, rep *Report) (employer.Event, bool) {
	f := classifier.Classify(m, r.context(m), r.index.layer)
	e, ok := r.event(m, &f, account, now)
	if !ok {
		return e, false
	}
	if e.Kind != employer.KindWritten {
		rep.News = append(rep.News, News{Event: e, Message: m.Subject, Finding: f})
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

// want says by the header whether a message's text is worth reading.
func (r *Round) want(h *mailbox.Header) bool {
	return h.List != digest.ListID
}
