package round

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"heardback/digest"
	"heardback/mailbox"
)

// Keys of the store's notes about letters to the user.
const (
	metaLetter = "letter:" // and the letter's key: a letterNote
	metaTold   = "told:"   // and the notice's key
	metaNotice = "notice"  // the key of the latest same-day notice that was begun
)

// letterNote is what the store keeps of a letter to the user: from intent to placed.
type letterNote struct {
	Placed    bool      `json:",omitzero"`
	At        time.Time `json:",omitzero"` // of the intent
	MessageID string    `json:",omitzero"`
	Subject   string    `json:",omitzero"`
	Tells     []string  `json:",omitzero"` // the keys of the notices that the letter tells
}

func (r *Round) digest(ctx context.Context, in digest.Input, rep *Report) error {
	l, empty, err := digest.Weekly(in)
	if err != nil {
		return r.fail(ctx, rep, fmt.Errorf("writing the digest: %w", err))
	}
	if empty && !r.Letters.Empty {
		return nil
	}
	placed, err := r.tellUser(ctx, l, nil, rep)
	if placed && err == nil {
		r.would, r.trouble = nil, nil
		err = r.keepTrouble(ctx)
	}
	return err
}

// notice tells what cannot wait. A letter that was begun and whose fate is unknown is settled first, be it of another day: what it
// tells must not be told twice.
func (r *Round) notice(ctx context.Context, in digest.Input, rep *Report) error {
	latest, err := r.Store.Meta(ctx, metaNotice)
	if err != nil {
		return err
	}
	if latest != "" {
		if settled, err := r.settle(ctx, latest, in.Now, rep); err != nil || !settled {
			return err
		}
	}
	told := func(key string) bool {
		s, err := r.Store.Meta(ctx, metaTold+key)
		return err == nil && s != ""
	}
	l, keys, ok, err := digest.Notice(in, told)
	if err != nil || !ok {
		return err
	}
	if err := r.Store.SetMeta(ctx, metaNotice, l.Key); err != nil {
		return err
	}
	_, err = r.tellUser(ctx, l, keys, rep)
	return err
}

// tellUser appends a letter to the user's INBOX unless it is there already: intent, APPEND, record. It reports whether the letter is
// placed by now and was not before.
func (r *Round) tellUser(ctx context.Context, l mailbox.Letter, tells []string, rep *Report) (bool, error) {
	before, begun, err := r.letterNote(ctx, l.Key)
	if err != nil || before.Placed {
		return false, err
	}
	a, ok := r.account(r.Letters.Account)
	if !ok {
		return false, nil
	}
	if begun {
		if settled, err := r.settle(ctx, l.Key, rep.Now, rep); err != nil || !settled {
			return false, err
		}
		if n, _, err := r.letterNote(ctx, l.Key); err != nil || n.Placed {
			return n.Placed, err
		}
	}
	n := letterNote{At: rep.Now, MessageID: l.MessageID, Subject: l.Subject, Tells: tells}
	if err := r.keepLetter(ctx, l.Key, n); err != nil {
		return false, err
	}
	if _, err := a.Box.Place(ctx, l); err != nil {
		if errors.Is(err, mailbox.ErrUnknown) {
			r.again = rep.Now.Add(lookAgain)
			err = fmt.Errorf("%w; it is looked for in the next round", err)
		} else if err := r.Store.SetMeta(ctx, metaLetter+l.Key, ""); err != nil { // the server refused it: it is not there
			return false, err
		}
		return false, r.fail(ctx, rep, fmt.Errorf("placing a letter to you: %w", err))
	}
	rep.Letters = append(rep.Letters, l)
	r.Log.Info("letter to the user placed", "key", l.Key)
	return true, r.arrived(ctx, l.Key, n)
}

// settle finds out what became of a letter that was begun, by its Message-ID, which depends on the period alone. False: it is not there, but
// may still come, since the server may not have stored it yet; it is looked for again.
func (r *Round) settle(ctx context.Context, key string, now time.Time, rep *Report) (bool, error) {
	n, begun, err := r.letterNote(ctx, key)
	if err != nil || !begun || n.Placed {
		return true, err
	}
	a, ok := r.account(r.Letters.Account)
	if !ok {
		return false, nil
	}
	found, err := r.lies(ctx, a, key, n)
	switch {
	case err != nil:
		return false, r.fail(ctx, rep, fmt.Errorf("looking for a letter: %w", err))
	case found:
		return true, r.arrived(ctx, key, n)
	case now.Sub(n.At) < lookAgain:
		r.again = n.At.Add(lookAgain)
		return false, nil
	}
	return true, r.Store.SetMeta(ctx, metaLetter+key, "")
}

// arrived notes that a letter is placed, and what it told.
func (r *Round) arrived(ctx context.Context, key string, n letterNote) error {
	for _, k := range n.Tells {
		if err := r.Store.SetMeta(ctx, metaTold+k, n.At.Format(time.RFC3339)); err != nil {
			return err
		}
	}
	return r.keepLetter(ctx, key, letterNote{Placed: true})
}

func (r *Round) keepLetter(ctx context.Context, key string, n letterNote) error {
	data, err := json.Marshal(n)
	if err != nil {
		return err
	}
	return r.Store.SetMeta(ctx, metaLetter+key, string(data))
}

// letterNote returns what the store keeps of a letter, and whether the letter was begun.
func (r *Round) letterNote(ctx context.Context, key string) (n letterNote, begun bool, err error) {
	text, err := r.Store.Meta(ctx, metaLetter+key)
	if err != nil || text == "" {
		return n, false, err
	}
	if text == "placed" || text == "intended" { // as it was noted at first
		return letterNote{Placed: text == "placed"}, text == "placed", nil
	}
	if err := json.Unmarshal([]byte(text), &n); err != nil {
		return n, false, fmt.Errorf("reading what became of the letter %s: %w", key, err)
	}
	return n, true, nil
}

// lies reports whether a letter that may have been appended is in the account, be it in Trash by now.
func (r *Round) lies(ctx context.Context, a Account, key string, n letterNote) (bool, error) {
	at, err := a.Box.Next(ctx, mailbox.Inbox)
	if err != nil {
		return false, err
	}
	seen, err := a.Box.Look(ctx, []mailbox.Placed{{Key: key, MessageID: n.MessageID, Subject: n.Subject, At: n.At, Where: mailbox.Where{Folder: at.Folder}, Open: true}})
	return len(seen) == 1 && seen[0].State != mailbox.Gone, err
}
