package mailbox

import (
	"errors"
	"io"
)

// Options say what Parse may trust and whose mailbox it reads.
type Options struct {
	// Own are the user's addresses; a From among them makes the message Own.
	Own []string
	// AuthServID is the authserv-id (RFC 8601) whose results are trusted; "" trusts none.
	AuthServID string
}

// Parse reads one raw message.
func Parse(r io.Reader, o Options) (Message, error) {
	return Message{}, errors.New("not yet")
}
