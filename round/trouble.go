package round

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"heardback/digest"
	"heardback/mailbox"
)

// metaTrouble is the store's note of what could not be done since the last digest: a restart does not forget it.
const metaTrouble = "trouble"

// mostTrouble is how many of them are kept, the latest.
const mostTrouble = 20

// fail notes an error of one account; it returns the error only when the round must end. What an account is left alone for was told
// when it failed.
func (r *Round) fail(ctx context.Context, rep *Report, err error) error {
	if ctx.Err() != nil {
		return errors.Join(ctx.Err(), err)
	}
	if errors.Is(err, mailbox.ErrLater) {
		return nil
	}
	rep.Errors = append(rep.Errors, err)
	return r.note(ctx, digest.Trouble{At: rep.Now, Kind: digest.Failed, Text: err.Error()})
}

// unread notes the messages of an account that could not be read.
func (r *Round) unread(ctx context.Context, account string, failed []mailbox.Failure, now time.Time) error {
	for _, f := range failed {
		text := fmt.Sprintf("account %q: %s", account, f.Err)
		if f.Where.UID > 0 {
			text = fmt.Sprintf("account %q, folder %s, UID %d: %s", account, f.Where.Folder, f.Where.UID, f.Err)
		}
		if err := r.note(ctx, digest.Trouble{At: now, Kind: digest.Unreadable, Text: text}); err != nil {
			return err
		}
	}
	return nil
}

// note keeps one trouble for the next digest. What happened before has the time of its first day.
func (r *Round) note(ctx context.Context, x digest.Trouble) error {
	if slices.ContainsFunc(r.trouble, func(o digest.Trouble) bool { return o.Kind == x.Kind && o.Text == x.Text }) {
		return nil
	}
	r.trouble = append(r.trouble, x)
	r.trouble = r.trouble[max(0, len(r.trouble)-mostTrouble):]
	return r.keepTrouble(ctx)
}

func (r *Round) keepTrouble(ctx context.Context) error {
	data := []byte{}
	if len(r.trouble) > 0 {
		var err error
		if data, err = json.Marshal(r.trouble); err != nil {
			return err
		}
	}
	if err := r.Store.SetMeta(ctx, metaTrouble, string(data)); err != nil {
		return fmt.Errorf("writing to the book: %w", err)
	}
	return nil
}

// recallTrouble reads what earlier processes noted.
func (r *Round) recallTrouble(ctx context.Context) error {
	text, err := r.Store.Meta(ctx, metaTrouble)
	if err != nil || text == "" {
		return err
	}
	return json.Unmarshal([]byte(text), &r.trouble)
}
