package round

import (
	"crypto/sha256"
	"fmt"
	"strings"
	"time"

	"heardback/classifier"
	"heardback/employer"
	"heardback/mailbox"
)

// What the user says by filing a message: one that lies in Heardback/Rejected is a rejection.

// filed returns the events of a message in a folder of corrections: what was read of it, and the correction, unless the user called it so
// before. A folder whose name is no kind says nothing.
func (r *Round) filed(m *mailbox.Message, e employer.Event, known bool, account string, now time.Time, rep *Report) []employer.Event {
	var events []employer.Event
	if known {
		events = append(events, e)
	}
	if !employer.KnownKind(m.Filed) || r.index.said[m.Key] == employer.KindWord(m.Filed) {
		return events
	}
	if !known { // nothing was read of it that could be corrected: a notice moves nothing by itself
		e = r.noticed(m, account, now)
		events = append(events, e)
	}
	sum := sha256.Sum256([]byte(m.Key + "\x00" + employer.KindWord(m.Filed)))
	c := employer.Event{
		ID: fmt.Sprintf("user:folder-%x-%d", sum[:6], r.index.saidTimes[m.Key]), Kind: employer.KindCorrect, At: now, Learned: now, Account: account,
		User: &employer.UserAct{Verb: "kind", Target: e.ID, Value: m.Filed},
	}
	rep.News = append(rep.News, News{Event: c, Message: m.Subject + " is " + m.Filed})
	return append(events, c)
}

// noticed keeps a message that was taken for none of the book's business.
func (r *Round) noticed(m *mailbox.Message, account string, now time.Time) employer.Event {
	f := classifier.Classify(m, r.context(m), r.index.layer)
	return r.eventOf(employer.KindNotice, m, &f, account, now)
}

// called notes what the user calls a message.
func (x *index) called(e employer.Event) {
	if e.User == nil {
		return
	}
	switch {
	case e.Kind == employer.KindCorrect && e.User.Verb == "kind":
		key := strings.TrimPrefix(e.User.Target, "mail:")
		x.said[key] = employer.KindWord(e.User.Value)
		x.saidTimes[key]++
	case e.Kind == employer.KindUndo:
		if i, ok := x.ids[e.User.Target]; ok && x.events[i].User != nil {
			delete(x.said, strings.TrimPrefix(x.events[i].User.Target, "mail:"))
		}
	}
}
