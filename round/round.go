// Package round is one round in one screenful: apply, observe, plan, reconcile, tell.
//
// run, once, demo and rehearse all call it. It holds no I/O and reads no clock: Mailbox and Store are handed in, and so is now.
// It alone turns a Finding into an Event.
package round

import (
	"context"
	"time"

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
	Sync(ctx context.Context, cursor Cursor, want func(*mailbox.Header) bool, take func(Batch) error) error
	// Drafts reports what the Drafts, Sent and Trash folders say of our letters: see Sighting.
	Look(ctx context.Context, letters []Placed) ([]Sighting, error)
	// Place appends the letter to its folder, at most once: it never repeats an APPEND whose outcome is unknown. ErrUnknown
	// (errors.Is) says that the outcome is unknown and has to be looked for.
	Place(ctx context.Context, l mailbox.Letter) (Where, error)
	// Next returns UIDNEXT of the folder that a letter would go to, to be kept with the intent.
	Next(ctx context.Context, f mailbox.Folder) (Where, error)
	// Withdraw moves an untouched draft to Trash. It verifies the bytes against hash first; ErrTouched says that they differ,
	// ErrCannot that the server offers no way to do it recoverably.
	Withdraw(ctx context.Context, at Placed) error
}

// Cursor says how far each folder was read. It is opaque to round and stored with the events.
type Cursor []byte

// Batch is a run of messages with the cursor that holds once they are stored.
type Batch struct {
	Messages []mailbox.Message
	// Headers of messages that were not worth reading: own mail's recipients are learned from them.
	Skipped     []mailbox.Header
	Cursor      Cursor
	Done, Total int // progress; Total 0 if unknown
	// Failed are messages that could not be read; they are reported and passed over.
	Failed []Failure
}

// Failure is a message that could not be read.
type Failure struct {
	Where Where
	Err   string
}

// Where is a place in the account.
type Where struct {
	Folder      string // name on the server
	UIDValidity uint32
	UID         uint32 // of the message; UIDNEXT in the answer of Next; 0 if unknown (no UIDPLUS)
	Hash        string // sha256 of the bytes as fetched right after the APPEND, "" if they could not be read
}

// Placed is a letter of ours, as the book knows it.
type Placed struct {
	Key        string
	MessageID  string
	InReplyTo  string
	References []string
	To         string
	Subject    string
	At         time.Time // placed
	Where      Where
	Open       bool // an intent whose outcome is unknown; Where.UID is then UIDNEXT before the APPEND
}

// Sighting is what became of a letter, as far as one look tells (MAIL.md section 2).
type Sighting struct {
	Key       string
	State     employer.DraftState // untouched, edited, gone, sent, deleted; for an open intent: gone if not found
	Where     Where
	At        time.Time // sent: the Date of the sent mail
	MessageID string    // of the copy that was found
}

// Store is the book on disk. employer/sqlite implements it.
type Store interface {
	// Events returns all events. The slice is the caller's.
	Events(ctx context.Context) ([]employer.Event, error)
	// Commit appends events and sets the cursor of account, in one transaction. An event whose ID, Rules and content are
	// stored already is passed over. Cursor nil leaves the cursor.
	Commit(ctx context.Context, account string, events []employer.Event, cursor Cursor) error
	Cursor(ctx context.Context, account string) (Cursor, error)
}
