package imap

import (
	"encoding/json"
	"fmt"

	"heardback/mailbox"
)

// cursor is how far each folder was read, by its name on the server.
type cursor map[string]position

// position in a folder. A UID means something only together with its UIDVALIDITY (RFC 9051 section 2.3.1.1).
type position struct {
	Validity uint32 `json:"validity"`
	Next     uint32 `json:"next"` // the lowest UID not yet read
	// Until is UIDNEXT of the first sync while that is under way: beneath it only mail since the configured time is read.
	Until uint32 `json:"until,omitempty"`
	// Of is the mailbox that was read, see Account.mailbox; empty in a cursor of an older version.
	Of string `json:"of,omitempty"`
}

// readCursor reads what encode wrote; an empty cursor has read nothing.
func readCursor(c mailbox.Cursor) (cursor, error) {
	at := cursor{}
	if len(c) == 0 {
		return at, nil
	}
	if err := json.Unmarshal(c, &at); err != nil {
		return nil, fmt.Errorf("reading the cursor: %w", err)
	}
	return at, nil
}

// encode gives the cursor the form in which it is stored.
func (c cursor) encode() (mailbox.Cursor, error) {
	b, err := json.Marshal(c)
	if err != nil {
		return nil, fmt.Errorf("writing the cursor: %w", err)
	}
	return b, nil
}
