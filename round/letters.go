package round

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

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

// metaStarted is the store's note of when heardback began: no digest is written for a time before.
const metaStarted = "letters-since"

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
		trouble = append(trouble, digest.Trouble{Kind: digest.Template, Text: p.String()})
	}
	return digest.Input{
		To: r.Letters.To, Phone: r.Identity.Phone, Language: r.Letters.Language, Zone: r.Letters.Schedule.Zone, Now: now,
		Book: rep.Book, Plan: rep.Plan, Policy: r.Policy, Would: r.would, Trouble: trouble,
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
			in.Trouble = append(in.Trouble, digest.Trouble{At: now, Kind: digest.Failed, Text: fmt.Sprintf("the %s to %s cannot be written: %s", s.Kind, s.To.Address, err)})
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
	if _, err := r.tellUser(ctx, l, nil, &rep); err != nil {
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
