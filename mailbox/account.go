package mailbox

import (
	"errors"
	"fmt"
	"time"
)

// The words that an account of the user speaks with round: what a sync hands over, where a letter lies, and what became
// of it. mailbox/imap and mailbox/mbox produce them; round consumes them.

// Errors that a caller branches on, with errors.Is.
var (
	// ErrUnknown: the server may or may not have taken the letter. It must be looked for, never appended again blindly.
	ErrUnknown = errors.New("outcome unknown")
	// ErrRefused: the server answered, and did not take the letter. A connection that breaks refuses nothing.
	ErrRefused = errors.New("refused by the server")
	// ErrTouched: the letter is no longer there, or no longer as it was placed. It is the user's now.
	ErrTouched = errors.New("no longer as it was placed")
	// ErrCannot: the server offers no way to take the letter back so that the user can recover it.
	ErrCannot = errors.New("the server offers no recoverable way")
	// ErrLater: the account was not asked, since it failed a moment ago and is left alone for a while. The failure was told then.
	ErrLater = errors.New("left alone for a while")
	// ErrAgain: the batch showed more of its own messages to be worth reading. Nothing of it was stored; it is to be read again.
	ErrAgain = errors.New("more of the batch is worth reading")
)

// Cursor says how far each folder was read. It is opaque to everyone but its account and stored with the events.
type Cursor []byte

// Batch is a run of messages with the cursor that holds once they are stored.
type Batch struct {
	Messages []Message
	// Skipped are headers of messages that were not worth reading: own mail's recipients are learned from them.
	Skipped     []Header
	Cursor      Cursor
	Done, Total int // progress; Total 0 if unknown
	// Failed are messages that could not be read; they are reported and passed over.
	Failed []Failure
}

// Want says how much of a message is worth reading, by its header and, when it is asked a second time, by how its text begins.
type Want int

const (
	WantHeader  Want = iota // nothing more
	WantOpening             // the first sentences of its text, upon which an account asks again: see Header.Begun. Where it cannot, as WantWords
	WantWords               // its text, and HTML only where no plain form says as much; an account may ask again likewise
	WantAll                 // all of its text
	WantAlone               // the same, and it is handed over and taken before the next one is looked at
)

// Failure is a message that could not be read. Where has no UID if Err names the message.
type Failure struct {
	Where Where
	Err   string
}

// String is a sentence for the user.
func (f Failure) String() string {
	if f.Where.UID == 0 {
		return f.Err
	}
	return fmt.Sprintf("message %d in %s could not be read: %s", f.Where.UID, f.Where.Folder, f.Err)
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
	MessageID  string // without angle brackets
	InReplyTo  string
	References []string
	To         string
	Subject    string
	At         time.Time // placed
	Where      Where
	Open       bool     // an intent whose outcome is unknown; Where.UID is then UIDNEXT before the APPEND
	Others     []uint32 // of an open intent: UIDs that other letters of ours have or had in its folder
}

// Sighting is what became of a letter, as far as one look tells.
type Sighting struct {
	Key       string
	State     DraftState // for an open intent: Gone if it was not found
	Where     Where
	At        time.Time // sent: the Date of the sent mail
	MessageID string    // of the copy that was found
	// Perhaps is set where only thread and recipient speak for it, and no draft is missing: it holds only if the mail does what the letter
	// was to do. A letter may have several such sightings.
	Perhaps bool
	// Vanished is set for an open intent that was not found where its folder took in something since the intent that is gone by now and is
	// no other letter of ours: it may have been this one.
	Vanished bool
}

// DraftState says what one look found. The words are those of the book's own states.
type DraftState string

const (
	Untouched DraftState = "untouched" // lies where we placed it, byte for byte
	Edited    DraftState = "edited"    // another draft has taken its place: the user's now
	Gone      DraftState = "gone"      // no trace; an editor may hold it, so it is not called deleted yet
	SentByNow DraftState = "sent"
	Deleted   DraftState = "deleted" // lies in Trash
)
