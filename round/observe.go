package round

import (
	"context"
	"fmt"
	"time"

	"heardback/cadence"
	"heardback/employer"
	"heardback/mailbox"
)

const (
	// deletedAfter is how long a draft must be without a trace before it counts as deleted (MAIL.md section 2): an editor
	// may hold it meanwhile.
	deletedAfter = 24 * time.Hour
	// lookAgain is how long to wait before an APPEND whose outcome is unknown is looked for a second time.
	lookAgain = 2 * time.Minute
)

// observe learns what became of our letters and writes down what changed.
func (r *Round) observe(ctx context.Context, now time.Time, rep *Report) error {
	book := r.fold(now)
	byAccount := map[string][]mailbox.Placed{}
	drafts := map[string]employer.Draft{}
	for i := range book.Drafts {
		d := &book.Drafts[i]
		if name, ok := r.watched(d); ok {
			p := placed(*d)
			if p.Open {
				p.Others = others(book, d)
			}
			byAccount[name] = append(byAccount[name], p)
			drafts[d.Key] = *d
		}
	}
	for _, a := range r.Accounts {
		letters := byAccount[a.Box.Name()]
		if len(letters) == 0 {
			continue
		}
		sightings, err := a.Box.Look(ctx, letters)
		if err != nil {
			if err := r.fail(ctx, rep, fmt.Errorf("looking at the drafts: %w", err)); err != nil {
				return err
			}
			continue
		}
		var events []employer.Event
		for _, s := range sightings {
			d, ok := drafts[s.Key]
			if !ok || s.Perhaps && !r.does(d, s.MessageID) {
				continue
			}
			delete(drafts, s.Key) // the first sighting that holds counts
			if e, ok := sighted(d, s, now); ok {
				e.Account = a.Box.Name()
				events = append(events, e)
			}
		}
		if len(events) > 0 {
			if err := r.commit(ctx, a.Box.Name(), events, nil); err != nil {
				return err
			}
		}
	}
	return nil
}

// does reports whether a mail of the user's did what a draft was to do: thank, ask where things stand, withdraw. Any mail in the thread
// does the rest, which is to answer.
func (r *Round) does(d employer.Draft, messageID string) bool {
	i, ok := r.index.byMessage[messageID]
	if !ok {
		return false
	}
	switch kind := r.index.events[i].Kind; cadence.Kind(d.Kind) {
	case cadence.ThankYou, cadence.Thanks:
		return kind == employer.KindThanks
	case cadence.ApplicationFollowup, cadence.ArrivedSafely, cadence.Status1, cadence.Status2, cadence.DecisionDate, cadence.CheckIn, cadence.CompetingDeadline:
		return kind == employer.KindFollowup
	case cadence.Withdrawal:
		return kind == employer.KindWithdrawal
	}
	return true
}

// watched returns the account that holds a draft which may still change.
func (r *Round) watched(d *employer.Draft) (string, bool) {
	switch d.State {
	case employer.DraftIntended, employer.DraftUntouched, employer.DraftEdited, employer.DraftGone, employer.DraftReported:
		a, ok := r.account(d.Account)
		if !ok {
			return "", false
		}
		return a.Box.Name(), true
	}
	return "", false
}

func placed(d employer.Draft) mailbox.Placed {
	at := d.PlacedAt
	if d.Unconfirmed {
		at = d.StateAt
	}
	return mailbox.Placed{
		Key: d.Key, MessageID: d.MessageID, InReplyTo: d.InReplyTo, References: d.Thread, To: d.To.Address, Subject: d.Subject, At: at,
		Where: mailbox.Where{Folder: d.Folder, UIDValidity: d.UIDValid, UID: d.UID, Hash: d.Hash},
		Open:  d.Unconfirmed,
	}
}

// others are the UIDs that other letters of ours have or had in the folder of d.
func others(b employer.Book, d *employer.Draft) []uint32 {
	var uids []uint32
	for i := range b.Drafts {
		if o := &b.Drafts[i]; o.Key != d.Key && !o.Unconfirmed && o.Folder == d.Folder && o.UIDValid == d.UIDValid && o.UID != 0 {
			uids = append(uids, o.UID)
		}
	}
	return uids
}

// sighted turns what one look found into an event, false where nothing changed.
func sighted(d employer.Draft, s mailbox.Sighting, now time.Time) (employer.Event, bool) {
	act := d.DraftAct
	open := d.Unconfirmed
	at := now
	kind := employer.Kind("")
	switch s.State {
	case mailbox.Untouched:
		if open {
			kind = employer.KindDraftPlaced
			act.Folder, act.UIDValid, act.UID, act.Hash = s.Where.Folder, s.Where.UIDValidity, s.Where.UID, s.Where.Hash
		}
	case mailbox.Edited:
		if d.State != employer.DraftEdited && d.State != employer.DraftReported {
			kind = employer.KindDraftEdited
		}
	case mailbox.SentByNow:
		kind = employer.KindDraftSent
		if !s.At.IsZero() {
			at = s.At
		}
		if s.MessageID != "" {
			act.MessageID = s.MessageID
		}
	case mailbox.Deleted:
		kind = employer.KindDraftDeleted
	case mailbox.Gone:
		switch {
		case d.State != employer.DraftGone:
			kind = employer.KindDraftGone
		case open && !s.Vanished && now.Sub(d.StateAt) >= lookAgain:
			kind, act.Reason = employer.KindDraftRestored, "the letter never reached the server"
			at = now.Add(-time.Millisecond) // before what this round may place in its stead
		case (!open || s.Vanished) && now.Sub(d.StateAt) >= deletedAfter:
			kind, act.Doubt = employer.KindDraftDeleted, open
		}
	}
	if kind == "" {
		return employer.Event{}, false
	}
	return draftEvent(kind, act, at, now), true
}

// draftEvent is the event of a draft's new state. A draft can reach one state more than once, so the time is part of its ID.
func draftEvent(kind employer.Kind, act employer.DraftAct, at, now time.Time) employer.Event {
	return employer.Event{
		ID: fmt.Sprintf("draft:%s:%s:%d", act.Key, kind, at.Unix()), Kind: kind, At: at, Learned: now, Account: act.Account, Draft: &act,
	}
}
