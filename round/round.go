// Package round is one round in one screenful: apply, observe, plan, reconcile, tell.
//
// run, once, demo and rehearse all call it. It holds no I/O and reads no clock: Mailbox and Store are handed in, and so is now.
// It alone turns a Finding into an Event.
package round

import (
	"context"

	"heardback/employer"
	"heardback/mailbox"
)

// Mailbox is one account. mailbox/imap implements it, and mailbox/mbox's replay for rehearse.
type Mailbox interface {
	// Name of the account, as in the configuration.
	Name() string
	// Sync reads what is new since cursor in INBOX, Sent and the configured folders, oldest first, and hands it over in
	// batches. Want is asked with the header of each message; text is read only where it says yes. The batch's cursor is valid
	// once its messages are stored; Sync may be stopped between batches by an error of take, which it returns.
	Sync(ctx context.Context, cursor mailbox.Cursor, want func(*mailbox.Header) bool, take func(mailbox.Batch) error) error
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

// Store is the book on disk. employer/sqlite implements it.
type Store interface {
	// Events returns all events. The slice is the caller's.
	Events(ctx context.Context) ([]employer.Event, error)
	// Commit appends events and sets the cursor of account, in one transaction. An event whose ID, Rules and content are
	// stored already is passed over. Cursor nil leaves the cursor.
	Commit(ctx context.Context, account string, events []employer.Event, cursor mailbox.Cursor) error
	Cursor(ctx context.Context, account string) (mailbox.Cursor, error)
}
