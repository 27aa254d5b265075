// Package employer keeps where the user stands with each employer.
//
// The truth is an append-only list of events: what mail said, what the user wrote, said by command or did with our drafts.
// Fold turns events and now into a Book of applications, one per employer, role and requisition. It is pure and depends on
// the set of events alone, never on the order in which they were learned. An event is never changed: a later reading of the
// same message supersedes the older one, a correction beats all, undo is an event too.
package employer

import "time"

// ActCalendarReply marks a mail that answers a calendar entry of the user's: declined ([KindCancelled]), or another time proposed
// ([KindRescheduled]). It is about the talk at that time, or about none that the book knows.
const ActCalendarReply = "calendar-reply"

// Event is one fact about the search. What each Kind needs and does stands in the table [Kinds].
type Event struct {
	// ID is unique and says what the event is about, so that learning it twice changes nothing: "mail:<message key>",
	// "user:<random>", "draft:<step key>:<kind>".
	ID   string    `json:",omitzero"`
	Kind Kind      `json:",omitzero"`
	At   time.Time `json:",omitzero"` // when it happened: the mail's Sent time, the time the user gave, the look at the drafts
	// Learned is when heardback wrote it down. Of two events with one ID the one with the higher Rules, then the later
	// Learned, counts.
	Learned time.Time `json:",omitzero"`
	Rules   string    `json:",omitzero"` // version of the classifier's rules, for mail
	Account string    `json:",omitzero"` // account by name, for mail and drafts

	Mail      *Mail  `json:",omitzero"` // the message, for events from mail
	Party     Party  `json:",omitzero"` // who it is about, as far as the source says
	Role      string `json:",omitzero"`
	Req       string `json:",omitzero"` // requisition number
	Location  string `json:",omitzero"`
	Language  string `json:",omitzero"`
	Formality string `json:",omitzero"` // "formal", "informal", ""
	Human     bool   `json:",omitzero"` // written by a person
	Source    string `json:",omitzero"` // sender family: "greenhouse", "indeed", "" for direct mail
	Board     bool   `json:",omitzero"` // the source is a job board

	Confidence float64     `json:",omitzero"`
	Uncertain  bool        `json:",omitzero"` // probably so: becomes a question, moves nothing
	Acts       []string    `json:",omitzero"` // classifier acts that the fold knows; see Kinds
	Contacts   []Contact   `json:",omitzero"`
	Statements []Statement `json:",omitzero"`
	Interview  *Interview  `json:",omitzero"`
	Deadline   time.Time   `json:",omitzero"` // the user's deadline: offer, assessment, documents
	ReturnAt   time.Time   `json:",omitzero"` // out of office until
	Quote      string      `json:",omitzero"` // the one sentence that decided, at most 240 bytes

	Features []string `json:",omitzero"` // names of the features that decided, for corrections (never text)

	User  *UserAct  `json:",omitzero"` // for events from commands
	Draft *DraftAct `json:",omitzero"` // for events from our drafts

	opens      bool      // the user said that it opens an application
	roleByUser bool      // the role is the user's word
	kindByUser bool      // the kind is
	letter     *DraftAct // an own mail that is a draft of ours which went out
}

// Mail is what is kept of a message: header facts, never its text.
type Mail struct {
	Key        string    `json:",omitzero"`
	Account    string    `json:",omitzero"` // account that received or sent it
	MessageID  string    `json:",omitzero"`
	InReplyTo  []string  `json:",omitzero"`
	References []string  `json:",omitzero"`
	From       Address   `json:",omitzero"`
	ReplyTo    Address   `json:",omitzero"`
	To         []Address `json:",omitzero"`
	Subject    string    `json:",omitzero"`
	Sent       time.Time `json:",omitzero"` // with the offset of the Date field
	Own        bool      `json:",omitzero"` // the user wrote it
	NoReply    bool      `json:",omitzero"` // cannot be answered
	AuthFailed bool      `json:",omitzero"` // a trusted authentication result says fail
	Bounced    string    `json:",omitzero"` // the recipient that a delivery report names
	Original   string    `json:",omitzero"` // Message-ID of the mail that bounced
	Folder     string    `json:",omitzero"` // Sent, INBOX, …
}

// Address is a person's or machine's address.
type Address struct {
	Name    string `json:",omitzero"`
	Address string `json:",omitzero"`
}

// Party names an employer as one source names it.
type Party struct {
	Name   string `json:",omitzero"`
	Domain string `json:",omitzero"` // registrable domain, the employer's own
	Agency string `json:",omitzero"` // name of the agency that acts for it
	// AgencyDomain is the registrable domain of that agency.
	AgencyDomain string `json:",omitzero"`
	// From says which evidence named it, as classifier.Employer.From; "user" beats all.
	From string `json:",omitzero"`
}

// Contact is a person at the employer or its agency.
type Contact struct {
	Name    string `json:",omitzero"`
	Address string `json:",omitzero"`
	Phone   string `json:",omitzero"`
	Title   string `json:",omitzero"`
	Human   bool   `json:",omitzero"` // a person's address that can be answered
	Wrote   bool   `json:",omitzero"` // wrote the message of the event; in a Book: has ever written
	// The rest is filled by Fold.
	LastWrote    time.Time `json:",omitzero"`
	CallInvited  bool      `json:",omitzero"` // asked the user to call
	UserWrote    bool      `json:",omitzero"` // the user has written to the address
	OfAgency     bool      `json:",omitzero"`
	Interviewer  bool      `json:",omitzero"`
	Role         string    `json:",omitzero"` // "recruiter", "manager", "interviewer", "hr", "referrer", ""
	KnownBecause string    `json:",omitzero"` // POLICY.md rule 12: why a draft may go there, "" if it may not
	Zone         string    `json:",omitzero"` // IANA name or "+02:00" as a stable offset of the person's Date fields; "" if unknown
	Language     string    `json:",omitzero"`
	Formality    string    `json:",omitzero"`
	OutUntil     time.Time `json:",omitzero"` // out of office
	BouncedAt    time.Time `json:",omitzero"`
	HandedOver   bool      `json:",omitzero"` // named by a colleague as the one to write to from now on, and has not written yet
	ThreadKeys   []string  `json:",omitzero"` // message keys of the human thread, oldest first
}

// Statement is classifier.Statement as the book keeps it.
type Statement struct {
	Class        string    `json:",omitzero"` // POLICY.md section 5
	From, Until  time.Time `json:",omitzero"`
	BusinessDays int       `json:",omitzero"`
	Quote        string    `json:",omitzero"`
	// The rest is filled by Fold.
	At    time.Time `json:",omitzero"` // the mail's date
	Event string    `json:",omitzero"` // Event.ID
}

// Interview is one round of talks. In an Event: as the mail names it. In an Application: as it stands after all events.
type Interview struct {
	UID          string    `json:",omitzero"` // iCalendar UID, "" when known from text only
	Sequence     int       `json:",omitzero"`
	Start, End   time.Time `json:",omitzero"` // End is Start + 60 min where unknown
	Previous     time.Time `json:",omitzero"` // the start that this one replaces
	Zone         string    `json:",omitzero"`
	Method       string    `json:",omitzero"` // "video", "phone", "on-site", ""
	Place        string    `json:",omitzero"`
	DateOnly     bool      `json:",omitzero"`
	Options      int       `json:",omitzero"` // how many times an invitation offers to choose from; Start is the first
	Interviewers []Contact `json:",omitzero"`
	// The rest is filled by Fold.
	Key       string    `json:",omitzero"` // identity of the round: UID, else the event that first named it
	Event     string    `json:",omitzero"` // ID of the event that set its present time
	Round     int       `json:",omitzero"` // 1 for the first
	State     string    `json:",omitzero"` // "invited", "scheduled", "held", "cancelled", "missed", "declined"
	Confirmed bool      `json:",omitzero"` // the user accepted, confirmed or logged it
	Assumed   bool      `json:",omitzero"` // the user answered the proposal of this time, in words that say neither yes nor no
	MovedAt   time.Time `json:",omitzero"`
	Host      Contact   `json:",omitzero"` // organiser, or the person who arranged it
}

// UserAct is what the user said by command, or did in the mailbox with a Heardback/ folder.
type UserAct struct {
	Verb    string    `json:",omitzero"` // log: applied, submitted, … ; correct: kind, employer, role, date, merge, split, undo; answer; forget
	Target  string    `json:",omitzero"` // application, message key, event ID or question, as the verb needs
	Value   string    `json:",omitzero"`
	Other   string    `json:",omitzero"` // merge: the second employer
	Date    time.Time `json:",omitzero"` // date given by the employer in a call, interview date, …
	Outcome string    `json:",omitzero"` // called: reached, voicemail, silent
	Warmth  string    `json:",omitzero"`
	Signed  bool      `json:",omitzero"`
	Note    string    `json:",omitzero"`
}

// DraftAct is what became of a letter of ours.
type DraftAct struct {
	Key       string    `json:",omitzero"` // of the step
	Kind      string    `json:",omitzero"` // of the draft, POLICY.md section 4
	Account   string    `json:",omitzero"` // that holds the draft
	MessageID string    `json:",omitzero"`
	App       string    `json:",omitzero"` // Application.ID at the time
	Apps      []string  `json:",omitzero"`
	To        Address   `json:",omitzero"`
	Subject   string    `json:",omitzero"`
	InReplyTo string    `json:",omitzero"`
	Thread    []string  `json:",omitzero"` // References
	Language  string    `json:",omitzero"`
	Cause     string    `json:",omitzero"` // identity of the event that caused the step
	Folder    string    `json:",omitzero"`
	UIDValid  uint32    `json:",omitzero"`
	UID       uint32    `json:",omitzero"`
	Hash      string    `json:",omitzero"` // of the bytes as fetched right after the APPEND
	Reason    string    `json:",omitzero"` // why: the step's rule and sentence; why withdrawn
	Variant   int       `json:",omitzero"`
	DueAt     time.Time `json:",omitzero"`
	Doubt     bool      `json:",omitzero"` // deleted: it is not sure that the letter had ever come
}
