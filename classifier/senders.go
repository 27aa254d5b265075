package classifier

import "heardback/mailbox"

// Sender is the family that sent a message, a row of rules/senders.toml. The zero Sender is an unknown one.
type Sender struct {
	Family string // "greenhouse", "indeed"
	Type   string // ats, board, agency, freemail, calendar, assessment, or ""
}

// senderOf says which family of senders m comes from.
func senderOf(m *mailbox.Message) Sender {
	return Sender{}
}
