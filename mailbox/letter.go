package mailbox

import "time"

// Letter is a finished message that heardback may append to one of the user's own folders: a draft for Drafts, or a
// letter to the user for INBOX. Nothing else ever leaves the program, and nothing is ever sent.
type Letter struct {
	Folder    Folder
	MessageID string    // without angle brackets; derived from Key, so that the same letter has the same id
	Key       string    // the step or the period it belongs to
	Date      time.Time // the Date field
	To        []Address // empty for letters to the user
	Subject   string
	InReplyTo string
	Raw       []byte // the whole message, CRLF lines
}

// Folder names a folder by its role (RFC 6154 special-use), not by its name on the server.
type Folder string

const (
	Inbox  Folder = "inbox"
	Sent   Folder = "sent"
	Drafts Folder = "drafts"
	Trash  Folder = "trash"
)
