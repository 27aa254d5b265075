// Package mailbox holds the words of mail: Message is what comes in, Letter the one thing that may go out.
//
// The package is pure. Parse turns raw RFC 5322 bytes into a Message; where the bytes come from is the
// business of mailbox/imap and mailbox/mbox. Everything in a Message is data from strangers: it is decoded to
// UTF-8 and stripped of control, bidirectional and zero-width characters, never trusted.
package mailbox

import "time"

// Address is one mailbox of a From, To or Cc field (RFC 5322 section 3.4).
// Name is decoded and may be empty; Address is local@domain with the domain in lower case and in its ASCII
// (punycode) form, or empty for a group or an unreadable address.
type Address struct {
	Name    string `json:"name,omitempty"`
	Address string `json:"address"`
}

// Message is one mail, decoded. The zero value of every field means "not there".
type Message struct {
	// Key identifies the message across folders, accounts and a change of UIDVALIDITY: the Message-ID where it
	// is usable, else "sha256:" and the hash of Date, From, Subject and the start of the text.
	Key        string
	ID         string   // Message-ID without angle brackets; "" when absent or not a valid msg-id
	InReplyTo  []string // message ids without angle brackets
	References []string // oldest first

	Date     time.Time // Date field, with its own offset
	Received time.Time // arrival: IMAP INTERNALDATE or the topmost Received field, else Date

	From    []Address
	Sender  Address
	ReplyTo []Address
	To      []Address
	Cc      []Address
	Subject string

	Text      string // the new text of the mail: decoded, LF lines, without quoted replies and signature
	Quoted    string // the quoted earlier text, without its markers
	Signature string // the signature block of the new text
	Forwarded bool   // Text holds a forwarded message
	Links     []Link // links of the HTML or text, in order, at most 100

	Calendars   []Calendar // calendar parts (RFC 5545, RFC 6047)
	Attachments []Attachment

	List   string     // List-Id, or AnyList where only List-Unsubscribe or Precedence says so
	Auto   Automation // what the header says of automatic origin
	Bounce *Bounce    // delivery status notification (RFC 3464), also one of a mail that did not come back: see Bounce.Failed
	Auth   Auth       // trusted Authentication-Results only

	Own       bool     // written by the user: From is one of the user's addresses, or it lies in Sent
	Delivered bool     // a mail server has carried it: it has a Received field. Where it has none, a program of the user's filed it
	Filed     string   // the folder beneath the user's folder for corrections in which it lies, "" anywhere else
	Truncated bool     // a limit cut the text, or only the header was read
	Defects   []string // what was wrong with the mail, one short phrase each
}

// Sent returns when the message was sent: Date where it is plausible (not after Received by more than a day,
// not before 1990), else Received.
func (m *Message) Sent() time.Time {
	if m.Date.IsZero() || m.Date.Year() < 1990 || (!m.Received.IsZero() && m.Date.Sub(m.Received) > 24*time.Hour) {
		return m.Received
	}
	return m.Date
}

// Author returns the first From address, the zero Address without one.
func (m *Message) Author() Address {
	if len(m.From) == 0 {
		return Address{}
	}
	return m.From[0]
}

// Link is a hyperlink: the words that carry it and its target. The target is never opened and never shown as a
// link again; its host says whether it books an interview or opens a test.
type Link struct{ Text, URL string }

// Attachment is a part that is not text: file name and media type as declared. Its content is never read.
type Attachment struct{ Name, Type string }

// Automation says what the header tells of automatic origin.
type Automation string

const (
	ByHand       Automation = ""          // nothing says that a machine wrote it
	AutoGenerate Automation = "generated" // Auto-Submitted: auto-generated and its like
	AutoReply    Automation = "replied"   // out of office (RFC 3834 and the common X- fields)
	DSN          Automation = "dsn"       // a report on the delivery of a mail, see Bounce
	MDN          Automation = "mdn"       // a receipt: a mail was displayed, or deleted unread (RFC 8098)
)

// Bounce is what a delivery status notification reports of one recipient.
type Bounce struct {
	Recipient string
	Action    string // failed, delayed, delivered, relayed, expanded
	Status    string // enhanced status code such as 5.1.1
	Original  string // Message-ID of the mail that bounced
}

// Verdict is a result of one authentication method (RFC 8601).
type Verdict string

const (
	Unverified Verdict = "" // no trusted field says anything
	Pass       Verdict = "pass"
	Fail       Verdict = "fail"
)

// Auth is what a trusted Authentication-Results field says; see [Options.AuthServID].
type Auth struct{ SPF, DKIM, DMARC Verdict }

// Method is the iTIP method of a calendar part (RFC 5546).
type Method string

const (
	MethodRequest Method = "REQUEST"
	MethodCancel  Method = "CANCEL"
	MethodReply   Method = "REPLY"
	MethodPublish Method = "PUBLISH"
	MethodCounter Method = "COUNTER"
)

// Calendar is one VEVENT of a calendar part.
type Calendar struct {
	Method   Method
	UID      string
	Sequence int
	Start    time.Time // with the location of Zone where it is known
	End      time.Time // Start + DURATION where DTEND is missing
	AllDay   bool
	Zone     string // IANA name of DTSTART, "" when floating or unknown
	Summary  string
	Location string
	Text     string // DESCRIPTION
	URL      string // conference link
	// Organizer and Attendees; PartStat is NEEDS-ACTION, ACCEPTED, DECLINED, TENTATIVE.
	Organizer Address
	Attendees []Attendee
	Cancelled bool // STATUS:CANCELLED or METHOD:CANCEL
	Recurring bool
}

// Attendee is one invited person and what they answered.
type Attendee struct {
	Address
	PartStat string
}

// Header is what decides whether a message's text is worth reading: the first stage of a sync.
type Header struct {
	Message     // without text, calendars and attachments
	ContentType string
	Size        int64 // RFC822.SIZE, octets
	// Begun is set once Text, Links and Bounce are those of the text's beginning; Truncated then says that it goes on.
	Begun bool
}
