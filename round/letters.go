package round

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"heardback/cadence"
	"heardback/digest"
	"heardback/mailbox"
)

// Letters says which letters the user wants, and where they go.
type Letters struct {
	Account  string          // whose INBOX
	To       mailbox.Address // the user
	Language string
	Schedule digest.Schedule
	Notices  bool // same-day notices (POLICY.md rule 15)
	Empty    bool // a short letter even when there is no news
}

// Keys of the store's notes about letters. A letter's note goes from nothing to letterIntended to letterPlaced.
const (
	metaStarted    = "letters-since" // when heardback began: no digest is written for a time before
	metaLetter     = "letter:"       // and the letter's key
	metaTold       = "told:"         // and the notice's key
	letterIntended = "intended"
	letterPlaced   = "placed"
)

// letters writes the digest that is due and the same-day notice. Both are placed exactly once, whatever happens in between.
func (r *Round) letters(ctx context.Context, now time.Time, rep *Report) error {
	if r.Letters == nil {
		return nil
	}
	since, err := r.since(ctx, now)
	if err != nil {
		return err
	}
	in := r.telling(now, rep)
	if p, ok := r.Letters.Schedule.Last(now); ok && p.Until.After(since) {
		in.Period = p
		if err := r.digest(ctx, in, rep); err != nil {
			return err
		}
	}
	if r.Letters.Notices {
		return r.notice(ctx, in, rep)
	}
	return nil
}

// telling is what a letter to the user is made of.
func (r *Round) telling(now time.Time, rep *Report) digest.Input {
	trouble := slices.Clone(r.trouble)
	for _, p := range r.Writer.Problems() {
		trouble = append(trouble, fmt.Sprintf("the template %s; the shipped one is used meanwhile", p))
	}
	return digest.Input{
		To: r.Letters.To, Phone: r.Identity.Phone, Language: r.Letters.Language, Zone: r.Letters.Schedule.Zone, Now: now,
		Book: rep.Book, Plan: rep.Plan, Policy: r.Policy, Stages: cadence.Stages(rep.Book, rep.Plan), Would: r.would, Trouble: trouble,
	}
}

// Digest returns what a digest out of turn would be made of, from the book as it stands: no mail is read and nothing is written.
// In observe mode it holds the drafts that would be placed.
func (r *Round) Digest(ctx context.Context, now time.Time) (digest.Input, error) {
	rep := Report{Now: now}
	if err := r.load(ctx, now); err != nil {
		return digest.Input{}, err
	}
	r.plan(now, &rep)
	in := r.telling(now, &rep)
	in.Period = r.Letters.Schedule.Now(now)
	if !r.Observe {
		return in, nil
	}
	for _, s := range rep.Plan.Due() {
		a, _ := r.account(s.Account)
		id := r.Identity
		id.Notes = Notes(rep.Book)
		if id.Address = from(s, a); id.Address == "" {
			id.Address = r.Letters.To.Address
		}
		d, err := r.Writer.Render(s, id)
		if err != nil {
			in.Trouble = append(in.Trouble, fmt.Sprintf("the %s to %s cannot be written: %s", s.Kind, s.To.Address, err))
			continue
		}
		in.Would = append(in.Would, digest.Would{At: now, Kind: string(s.Kind), To: s.To.Address, Subject: d.Subject, Body: d.Body, Why: s.Why})
	}
	return in, nil
}

// DigestNow appends a digest out of turn to the user's INBOX. The one that is due in turn comes nevertheless.
func (r *Round) DigestNow(ctx context.Context, now time.Time) (mailbox.Letter, error) {
	in, err := r.Digest(ctx, now)
	if err != nil {
		return mailbox.Letter{}, err
	}
	l, _, err := digest.Weekly(in)
	if err != nil {
		return l, fmt.Errorf("writing the digest: %w", err)
	}
	rep := Report{Now: now}
	if _, err := r.tellUser(ctx, l, &rep); err != nil {
		return l, err
	}
	return l, errors.Join(rep.Errors...)
}

// since returns when heardback was first run on this book.
func (r *Round) since(ctx context.Context, now time.Time) (time.Time, error) {
	s, err := r.Store.Meta(ctx, metaStarted)
	if err != nil {
		return now, err
	}
	if s == "" {
		return now, r.Store.SetMeta(ctx, metaStarted, now.Format(time.RFC3339))
	}
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		return now, fmt.Errorf("reading when heardback began: %w", err)
	}
	return t, nil
}

func (r *Round) digest(ctx context.Context, in digest.Input, rep *Report) error {
	l, empty, err := digest.Weekly(in)
	if err != nil {
		return r.fail(ctx, rep, fmt.Errorf("writing the digest: %w", err))
	}
	if empty && !r.Letters.Empty {
		return nil
	}
	placed, err := r.tellUser(ctx, l, rep)
	if placed {
		r.would, r.trouble = nil, nil
	}
	return err
}

func (r *Round) notice(ctx context.Context, in digest.Input, rep *Report) error {
	told := func(key string) bool {
		s, err := r.Store.Meta(ctx, metaTold+key)
		return err == nil && s != ""
	}
	l, keys, ok, err := digest.Notice(in, told)
	if err != nil || !ok {
		return err
	}
	placed, err := r.tellUser(ctx, l, rep)
	if err != nil || !placed {
		return err
	}
	for _, k := range keys {
		if err := r.Store.SetMeta(ctx, metaTold+k, in.Now.Format(time.RFC3339)); err != nil {
			return err
		}
	}
	return nil
}

// tellUser appends a letter to the user's INBOX unless it is there already: intent, APPEND, record. An intent whose outcome is
// unknown is looked for by its Message-ID, which depends on the period alone.
func (r *Round) tellUser(ctx context.Context, l mailbox.Letter, rep *Report) (bool, error) {
	state, err := r.Store.Meta(ctx, metaLetter+l.Key)
	if err != nil || state == letterPlaced {
		return false, err
	}
	a, ok := r.account(r.Letters.Account)
	if !ok {
		return false, nil
	}
	if state == letterIntended {
		found, err := r.lies(ctx, a, l)
		if err != nil {
			return false, r.fail(ctx, rep, fmt.Errorf("looking for a letter: %w", err))
		}
		if found {
			return true, r.Store.SetMeta(ctx, metaLetter+l.Key, letterPlaced)
		}
	}
	if err := r.Store.SetMeta(ctx, metaLetter+l.Key, letterIntended); err != nil {
		return false, err
	}
	if _, err := a.Box.Place(ctx, l); err != nil {
		if errors.Is(err, mailbox.ErrUnknown) {
			err = fmt.Errorf("%w; it is looked for in the next round", err)
		}
		return false, r.fail(ctx, rep, fmt.Errorf("placing a letter to you: %w", err))
	}
	rep.Letters = append(rep.Letters, l)
	r.Log.Info("letter to the user placed", "key", l.Key)
	return true, r.Store.SetMeta(ctx, metaLetter+l.Key, letterPlaced)
}

// lies reports whether a letter that may have been appended is in the account, be it in Trash by now.
func (r *Round) lies(ctx context.Context, a Account, l mailbox.Letter) (bool, error) {
	at, err := a.Box.Next(ctx, l.Folder)
	if err != nil {
		return false, err
	}
	seen, err := a.Box.Look(ctx, []mailbox.Placed{{Key: l.Key, MessageID: l.MessageID, Subject: l.Subject, At: l.Date, Where: mailbox.Where{Folder: at.Folder}, Open: true}})
	return len(seen) == 1 && seen[0].State != mailbox.Gone, err
}
