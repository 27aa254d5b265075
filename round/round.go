// Package round is one round in one screenful: apply, observe, plan, reconcile, tell.
//
// run, once, demo and rehearse all call it. It holds no I/O and reads no clock: Mailbox and Store are handed in, and so is now.
// It alone turns a Finding into an Event. See docs/flow.md.
package round

import (
	"context"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"heardback/cadence"
	"heardback/digest"
	"heardback/drafts"
	"heardback/employer"
	"heardback/mailbox"
)

// Mailbox is one account. mailbox/imap implements it, and mailbox/mbox's replay for rehearse.
type Mailbox interface {
	// Name of the account, as in the configuration.
	Name() string
	// Sync reads what is new since cursor in INBOX, Sent and the configured folders, oldest first, and hands it over in
	// batches. Want is asked with the header of each message, perhaps again with how its text begins, and says how much of it is
	// read; it may be asked by several goroutines at once, and while take runs. The batch's cursor is valid once its
	// messages are stored; Sync may be stopped between batches by an error of take, which it returns. Upon mailbox.ErrAgain it
	// may read the batch again instead.
	Sync(ctx context.Context, cursor mailbox.Cursor, want func(*mailbox.Header) mailbox.Want, take func(mailbox.Batch) error) error
	// Look reports what the Drafts, Sent and Trash folders say of our letters: see mailbox.Sighting.
	Look(ctx context.Context, letters []mailbox.Placed) ([]mailbox.Sighting, error)
	// Place appends the letter to its folder, at most once: it never repeats an APPEND whose outcome is unknown. mailbox.ErrUnknown
	// (errors.Is) says that the outcome is unknown and has to be looked for.
	Place(ctx context.Context, l mailbox.Letter) (mailbox.Where, error)
	// Next returns UIDNEXT of the folder that a letter would go to, to be kept with the intent.
	Next(ctx context.Context, f mailbox.Folder) (mailbox.Where, error)
	// Withdraw moves an untouched draft to Trash. It verifies the bytes against hash first; mailbox.ErrTouched says that they differ,
	// mailbox.ErrCannot that the server offers no way to do it recoverably.
	Withdraw(ctx context.Context, at mailbox.Placed) error
}

// Store is the book on disk. employer/sqlite implements it, and Memory for what must leave no trace.
type Store interface {
	// Since returns the events that were stored after the number that an earlier Since gave, 0 for all, and the number of the newest.
	// One that is known already may come again. The slice is the caller's.
	Since(ctx context.Context, after int64) ([]employer.Event, int64, error)
	// Commit appends events and sets the cursor of account, in one transaction. An event whose ID, Rules and content are
	// stored already is passed over. Cursor nil leaves the cursor.
	Commit(ctx context.Context, account string, events []employer.Event, cursor mailbox.Cursor) error
	Cursor(ctx context.Context, account string) (mailbox.Cursor, error)
	// Meta returns the note kept under key, "" if there is none; SetMeta keeps one.
	Meta(ctx context.Context, key string) (string, error)
	SetMeta(ctx context.Context, key, value string) error
}

// Account is what a round needs to know of one of the user's accounts.
type Account struct {
	Box       Mailbox
	Addresses []string // own addresses, the default one first
}

// Round holds what stays the same from round to round. It is not safe for concurrent use.
type Round struct {
	Store    Store
	Accounts []Account
	Writer   *drafts.Writer
	Identity drafts.Identity // Address is set per draft
	Policy   cadence.Policy
	Seeker   cadence.Seeker
	Observe  bool     // tell only, place nothing (POLICY.md rule 16)
	Letters  *Letters // nil: no letters to the user
	Log      *slog.Logger
	// Progress, if set, is told after each stored batch how many of the new messages of an account have been looked at.
	Progress func(account string, done, total int)
	// Turn, if not 0, is after how many messages an account has to wait for its next turn, in the next round, where there are several: the first sync
	// of a large mailbox must not hold up the others. Messages are counted and not seconds, so that what is understood does not depend on which
	// server is faster.
	Turn int

	learned sync.RWMutex    // guards index and also where a batch is taken while the next is read
	events  employer.Folder // all of them; what is stored is never changed
	newest  int64           // number up to which they were read from the store
	own     map[string]int  // what the round stored since, by ID
	index   *index          // what the events say about threads, people and employers
	reading *careful        // the account that is being read
	behind  map[string]bool // accounts of which old mail is unread; true if their turn comes again at once
	also    map[string]bool // messages that the mail beside them showed to be worth reading, by identity
	book    employer.Book   // the fold of folded events at rep.Now
	folded  int
	planner *cadence.Planner
	again   time.Time                 // when a letter to the user has to be looked for once more
	seen    seen                      // what the last round said, so that only news is reported
	stages  map[string]employer.Stage // … of each application
	shelf   *employer.Shelf           // … and of those that rest
	would   []digest.Would            // observe mode: what was not placed since the last digest
	trouble []digest.Trouble          // since the last digest
}

// Report is what one round did and what it knows afterwards.
type Report struct {
	Now     time.Time
	Read    int // messages read
	Skipped int // messages whose header was enough
	Unread  int // accounts that could not be read, at least not to the end
	Failed  []mailbox.Failure
	News    []News // what was understood, one for each event
	Actions []Action
	Letters []mailbox.Letter // to the user
	Book    employer.Book
	Plan    cadence.Plan
	// Next is the earliest moment at which another round may do something without new mail; zero for none, Now if there is mail left to read.
	Next time.Time
	// Newest is the number, as of Store.Since, up to which Book and Plan are complete; 0 if something was stored meanwhile.
	Newest int64
	// Errors of single accounts or drafts; the others went on.
	Errors []error
}

// Run does one round at now. What one account cannot do is in Report.Errors and stops no other account; the error is for
// what concerns all of them: the store, or a context that ended. Every step is safe to repeat after a crash at any point.
func (r *Round) Run(ctx context.Context, now time.Time) (Report, error) {
	rep := Report{Now: now}
	if err := r.load(ctx, now); err != nil {
		return rep, err
	}
	for _, a := range r.Accounts {
		if err := r.apply(ctx, a, now, &rep); err != nil {
			return rep, err
		}
	}
	if err := r.observe(ctx, now, &rep); err != nil {
		return rep, err
	}
	r.plan(now, &rep)
	if err := r.reconcile(ctx, now, &rep); err != nil {
		return rep, err
	}
	if len(rep.Actions) > 0 {
		r.plan(now, &rep) // what was placed or withdrawn changes what comes next
	}
	if !r.halfway() { // what half of a mailbox seems to say is told to nobody
		r.tell(now, &rep)
		if err := r.letters(ctx, now, &rep); err != nil {
			return rep, err
		}
	}
	rep.Next = r.next(&rep)
	known := r.events.Len()
	if err := r.catchUp(ctx); err != nil {
		return rep, err
	}
	if r.events.Len() == known { // nobody else wrote meanwhile
		rep.Newest = r.newest
	}
	return rep, nil
}

// halfway reports whether the next round goes on with an account.
func (r *Round) halfway() bool {
	for _, soon := range r.behind {
		if soon {
			return true
		}
	}
	return false
}

// next returns when the plan, a letter, an open intent or mail that was left wants another round.
func (r *Round) next(rep *Report) time.Time {
	if r.halfway() {
		return rep.Now
	}
	at := rep.Plan.Next
	sooner := func(t time.Time) {
		if t.After(rep.Now) && (at.IsZero() || t.Before(at)) {
			at = t
		}
	}
	if r.Letters != nil {
		sooner(r.Letters.Schedule.Next(rep.Now))
		sooner(r.again)
	}
	for i := range rep.Book.Drafts {
		if d := &rep.Book.Drafts[i]; d.Unconfirmed && (d.State == employer.DraftIntended || d.State == employer.DraftGone) {
			sooner(rep.Now.Add(lookAgain))
		}
	}
	return at
}

// fold returns the book at now. Events are only ever added, so their number tells whether it is made already.
func (r *Round) fold(now time.Time) employer.Book {
	if r.folded != r.events.Len() || !r.book.Now.Equal(now) {
		r.book, r.folded = r.events.Book(now), r.events.Len()
	}
	return r.book
}

// plan folds the events and asks the policy.
func (r *Round) plan(now time.Time, rep *Report) {
	rep.Book = r.fold(now)
	if r.planner == nil {
		r.planner = &cadence.Planner{Policy: r.Policy, Seeker: r.Seeker}
	}
	rep.Plan = r.planner.Make(rep.Book, now)
}

// load reads the events that are new: a command may have written some since the last round.
func (r *Round) load(ctx context.Context, now time.Time) error {
	first := r.index == nil
	if first {
		r.index = newIndex(nil)
	}
	if err := r.catchUp(ctx); err != nil {
		return err
	}
	if first {
		if err := r.recallTrouble(ctx); err != nil {
			return fmt.Errorf("reading the book: %w", err)
		}
		r.seen, r.stages = seen{}, map[string]employer.Stage{}
		var rep Report
		r.plan(now, &rep)
		r.tell(now, &rep) // what was known before is no news
	}
	return nil
}

// catchUp takes in what the store has got since the last time, but for what the round itself stored.
func (r *Round) catchUp(ctx context.Context) error {
	events, newest, err := r.Store.Since(ctx, r.newest)
	if err != nil {
		return fmt.Errorf("reading the book: %w", err)
	}
	r.newest = newest
	for _, e := range events {
		if r.own[e.ID] > 0 {
			r.own[e.ID]--
			continue
		}
		r.take(e)
	}
	r.own = map[string]int{}
	return nil
}

// take makes an event known to the rest of the round.
func (r *Round) take(e employer.Event) {
	r.events.Add(e)
	r.learn(e)
}

// learn adds an event to what is known of threads, people and employers.
func (r *Round) learn(e employer.Event) {
	r.learned.Lock()
	defer r.learned.Unlock()
	r.index.add(e)
}

// commit stores events and makes them known to the rest of the round.
func (r *Round) commit(ctx context.Context, account string, events []employer.Event, cursor mailbox.Cursor) error {
	if err := r.Store.Commit(ctx, account, events, cursor); err != nil {
		return fmt.Errorf("writing to the book: %w", err)
	}
	for _, e := range events {
		r.take(e)
		r.own[e.ID]++
	}
	return nil
}

func (r *Round) account(name string) (Account, bool) {
	for _, a := range r.Accounts {
		if a.Box.Name() == name {
			return a, true
		}
	}
	if len(r.Accounts) > 0 && name == "" {
		return r.Accounts[0], true
	}
	return Account{}, false
}
