package round

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"heardback/cadence"
	"heardback/digest"
	"heardback/employer"
	"heardback/mailbox"
)

// reconcile brings the Drafts folder in line with the plan: untouched drafts that lost their reason go, due ones come.
func (r *Round) reconcile(ctx context.Context, now time.Time, rep *Report) error {
	for _, l := range rep.Plan.Withdraw {
		if err := r.withdraw(ctx, l, now, rep); err != nil {
			return err
		}
	}
	for _, s := range rep.Plan.Due() {
		if err := r.place(ctx, s, now, rep); err != nil {
			return err
		}
	}
	return nil
}

// withdraw takes back one draft if it is untouched; an edited one is the user's and is reported.
func (r *Round) withdraw(ctx context.Context, l cadence.Lost, now time.Time, rep *Report) error {
	d, ok := draft(rep.Book, l.Key)
	if !ok {
		return nil
	}
	a, ok := r.account(d.Account)
	if !ok {
		return nil
	}
	act := d.DraftAct
	act.Reason = l.Reason
	kind := employer.KindDraftReported
	if d.State == employer.DraftUntouched && !l.Report && !r.Observe {
		p := placed(d)
		seen, err := a.Box.Look(ctx, []mailbox.Placed{p})
		switch {
		case err != nil:
			return r.fail(ctx, rep, fmt.Errorf("withdrawing the draft to %s: %w", d.To.Address, err))
		case len(seen) == 0 || seen[len(seen)-1].State != mailbox.Untouched:
			return nil // the next round says what became of it
		}
		p.Where = seen[len(seen)-1].Where // the server may have renumbered or renamed the folder
		switch err := a.Box.Withdraw(ctx, p); {
		case err == nil:
			kind = employer.KindDraftWithdrawn
			if l.Doubt {
				kind = employer.KindDraftRestored // it comes back if the doubt proves empty and it is still due
			}
		case errors.Is(err, mailbox.ErrTouched):
			return nil // the next look says what became of it
		case errors.Is(err, mailbox.ErrCannot):
		default:
			return r.fail(ctx, rep, fmt.Errorf("withdrawing the draft to %s: %w", d.To.Address, err))
		}
	}
	if err := r.commit(ctx, "", []employer.Event{draftEvent(kind, act, now, now)}, nil); err != nil {
		return err
	}
	app := application(rep.Book, l.App)
	action := Withdraw
	if kind == employer.KindDraftReported {
		action = Kept
	}
	rep.Actions = append(rep.Actions, Action{At: now, Action: action, Employer: app.Employer, Role: app.Role, Kind: string(l.Kind),
		To: d.To.Address, Subject: d.Subject, Lang: d.Language, Rule: l.Rule, Why: l.Reason, Key: l.Key})
	r.Log.Info("draft "+string(action), "employer", app.Employer, "kind", l.Kind, "rule", l.Rule, "why", l.Reason)
	return nil
}

// place writes one due draft: intent on disk, APPEND, record (MAIL.md section 5).
func (r *Round) place(ctx context.Context, s cadence.Step, now time.Time, rep *Report) error {
	a, ok := r.home(s)
	if !ok {
		rep.Errors = append(rep.Errors, fmt.Errorf("the draft to %s belongs to account %q, which is not in the configuration", s.To.Address, s.Account))
		return nil
	}
	if _, behind := r.behind[a.Box.Name()]; behind {
		return nil // what it has yet to tell may be the answer
	}
	app := application(rep.Book, s.App)
	id := r.Identity
	id.Address = from(s, a)
	id.Notes = Notes(rep.Book)
	before, _ := draft(rep.Book, s.Key)
	if now.Before(retry(before)) {
		return nil // told when the server refused it
	}
	s.Again = before.Again
	letter, err := r.Writer.Compose(s, id, now)
	act := employer.DraftAct{
		Key: s.Key, Kind: string(s.Kind), Account: a.Box.Name(), MessageID: letter.MessageID, App: s.App, Apps: s.Apps,
		To: employer.Address{Name: s.To.Name, Address: s.To.Address}, Subject: letter.Subject, InReplyTo: letter.InReplyTo,
		Language: s.Facts.Language, Cause: s.Cause, Reason: s.Rule + ": " + s.Why, Variant: s.Variant, DueAt: s.Due,
	}
	if s.Thread != nil {
		act.Thread = s.Thread.References
	}
	action := Action{At: now, Action: Place, Employer: app.Employer, Role: roles(s, app), Kind: string(s.Kind), To: s.To.Address,
		Subject: letter.Subject, Lang: s.Facts.Language, Rule: s.Rule, Why: s.Why, Key: s.Key, Letter: letter}
	if err != nil {
		act.Reason = err.Error() // names the template
		if before.State == employer.DraftRefused && before.Reason == act.Reason {
			return nil // told already
		}
		rep.Errors = append(rep.Errors, fmt.Errorf("the %s to %s was not placed: %w", s.Kind, s.To.Address, err))
		return r.commit(ctx, "", []employer.Event{draftEvent(employer.KindDraftFailed, act, now, now)}, nil)
	}
	if r.Observe {
		action.Action = WouldPlace
		if !r.seen.once("would:" + s.Key) {
			rep.Actions = append(rep.Actions, action)
			r.Log.Info("draft would be placed", "employer", app.Employer, "kind", s.Kind, "rule", s.Rule, "why", s.Why)
			text, err := r.Writer.Render(s, id)
			if err != nil {
				return r.fail(ctx, rep, err)
			}
			r.would = append(r.would, digest.Would{At: now, Kind: string(s.Kind), To: s.To.Address, Subject: letter.Subject, Body: text.Body, Why: s.Why})
		}
		return nil
	}
	next, err := a.Box.Next(ctx, mailbox.Drafts)
	if err != nil {
		return r.fail(ctx, rep, err)
	}
	act.Folder, act.UIDValid, act.UID = next.Folder, next.UIDValidity, next.UID
	if e, found, err := placedAlready(ctx, a, act, now); err != nil || found {
		if err != nil {
			return r.fail(ctx, rep, err)
		}
		r.Log.Info("draft was placed before this book knew of it", "employer", app.Employer, "kind", s.Kind, "state", e.Kind)
		return r.commit(ctx, "", []employer.Event{e}, nil)
	}
	if err := r.commit(ctx, "", []employer.Event{draftEvent(employer.KindDraftIntended, act, now, now)}, nil); err != nil {
		return err
	}
	at, err := a.Box.Place(ctx, letter)
	switch {
	case errors.Is(err, mailbox.ErrUnknown):
		return r.fail(ctx, rep, fmt.Errorf("placing the draft to %s: %w; it is looked for in the next round", s.To.Address, err))
	case err != nil:
		if act.Reason = "the letter was not placed: " + err.Error(); errors.Is(err, mailbox.ErrRefused) {
			act.Reason = refused + err.Error()
		}
		if err := r.commit(ctx, "", []employer.Event{draftEvent(employer.KindDraftRestored, act, now, now)}, nil); err != nil {
			return err
		}
		return r.fail(ctx, rep, fmt.Errorf("placing the draft to %s: %w", s.To.Address, err))
	}
	act.Folder, act.UIDValid, act.UID, act.Hash = at.Folder, at.UIDValidity, at.UID, at.Hash
	if err := r.commit(ctx, "", []employer.Event{draftEvent(employer.KindDraftPlaced, act, now, now)}, nil); err != nil {
		return err
	}
	rep.Actions = append(rep.Actions, action)
	r.Log.Info("draft placed", "employer", app.Employer, "kind", s.Kind, "rule", s.Rule, "why", s.Why)
	return nil
}

// refused begins the reason of a draft that the server would not take.
const refused = "the server refused the letter: "

// retry is when a draft that the server refused is tried again: after as long as it has been due by then, at least 15 minutes and at most
// six hours. So a full or read-only mailbox leaves a few events a day, also where each round is a process of its own. The zero time
// for any other draft.
func retry(d employer.Draft) time.Time {
	if d.State != employer.DraftRestored || !strings.HasPrefix(d.Reason, refused) {
		return time.Time{}
	}
	return d.StateAt.Add(min(max(d.StateAt.Sub(d.DueAt), 15*time.Minute), 6*time.Hour))
}

// placedAlready looks for the letter that is about to be placed, by its Message-ID: a book that was put back from a copy, or one of a second
// machine, knows nothing of it, and it may lie in Drafts, be sent or be deleted. It returns the event that tells the book. The bytes that
// lie in Drafts may be the user's by now, so none are noted, and the letter is never touched.
func placedAlready(ctx context.Context, a Account, act employer.DraftAct, now time.Time) (e employer.Event, found bool, err error) {
	d := employer.Draft{DraftAct: act, State: employer.DraftIntended, StateAt: now, Unconfirmed: true}
	seen, err := a.Box.Look(ctx, []mailbox.Placed{placed(d)})
	if err != nil {
		return e, false, fmt.Errorf("looking whether the draft to %s is there already: %w", act.To.Address, err)
	}
	for _, s := range seen {
		if s.State == mailbox.Gone || s.MessageID != act.MessageID {
			continue
		}
		if s.State == mailbox.Edited {
			s.State = mailbox.Untouched // the next look tells
		}
		s.Where.Hash = ""
		e, found = sighted(d, s, now)
		return e, found, nil
	}
	return e, false, nil
}

// home returns the account that a draft belongs to: that of its thread, unless the own address that the thread used is another account's,
// as where one account forwards to the other. The user could not send it as that address from there.
func (r *Round) home(s cadence.Step) (Account, bool) {
	a, ok := r.account(s.Account)
	if !ok || s.From == "" || has(a, s.From) {
		return a, ok
	}
	for _, o := range r.Accounts {
		if has(o, s.From) {
			return o, true
		}
	}
	return a, true
}

// has reports whether an address is one of the account's.
func has(a Account, address string) bool {
	return slices.ContainsFunc(a.Addresses, func(own string) bool { return strings.EqualFold(own, address) })
}

// from returns the own address that the thread used, else the account's default.
func from(s cadence.Step, a Account) string {
	if s.From != "" {
		return s.From
	}
	if s.Thread != nil {
		used := append([]employer.Address{s.Thread.From}, s.Thread.To...)
		for _, u := range used {
			for _, own := range a.Addresses {
				if strings.EqualFold(u.Address, own) {
					return own
				}
			}
		}
	}
	if len(a.Addresses) == 0 {
		return ""
	}
	return a.Addresses[0]
}

func roles(s cadence.Step, app *employer.Application) string {
	if len(s.Facts.Roles) > 1 {
		return strings.Join(s.Facts.Roles, ", ")
	}
	return app.Role
}

func draft(b employer.Book, key string) (employer.Draft, bool) {
	for i := range b.Drafts {
		if d := &b.Drafts[i]; d.Key == key {
			return *d, true
		}
	}
	return employer.Draft{}, false
}

func application(b employer.Book, id string) *employer.Application {
	return cmp.Or(b.Application(id), &employer.Application{}) // nothing is known of it
}

// commonEmployer returns the employer that all of the applications share, or nothing.
func commonEmployer(b employer.Book, ids []string) string {
	name := ""
	for i, id := range ids {
		a := application(b, id)
		if i > 0 && a.Employer != name {
			return ""
		}
		name = a.Employer
	}
	return name
}
