// Package employer keeps where the user stands with each employer.
//
// The truth is an append-only list of events: what mail said, what the user wrote, said by command or did with our drafts.
// Fold turns events and now into a Book of applications, one per employer, role and requisition. It is pure and depends on
// the set of events alone, never on the order in which they were learned. An event is never changed: a later reading of the
// same message supersedes the older one, a correction beats all, undo is an event too.
package employer

import "time"

// Event is one fact about the search. What each Kind needs and does stands in the table [Kinds].
type Event struct {
	// ID is unique and says what the event is about, so that learning it twice changes nothing: "mail:<message key>",
	// "user:<random>", "draft:<step key>:<kind>".
	ID   string
	Kind Kind
	At   time.Time // when it happened: the mail's Sent time, the time the user gave, the look at the drafts
	// Learned is when heardback wrote it down. Of two events with one ID the one with the higher Rules, then the later
	// Learned, counts.
	Learned time.Time
	Rules   string // version of the classifier's rules, for mail
	Account string // account by name, for mail and drafts

	Mail      *Mail // the message, for events from mail
	Party     Party // who it is about, as far as the source says
	Role      string
	Req       string // requisition number
	Location  string
	Language  string
	Formality string // "formal", "informal", ""
	Human     bool   // written by a person
	Source    string // sender family: "greenhouse", "indeed", "" for direct mail
	Board     bool   // the source is a job board

	Confidence float64
	Uncertain  bool     // probably so: becomes a question, moves nothing
	Acts       []string // classifier acts that the fold knows; see Kinds
	Contacts   []Contact
	Statements []Statement
	Interview  *Interview
	Deadline   time.Time // the user's deadline: offer, assessment, documents
	ReturnAt   time.Time // out of office until
	Quote      string    // the one sentence that decided, at most 240 bytes

	Features []string // names of the features that decided, for corrections (never text)

	User  *UserAct  // for events from commands
	Draft *DraftAct // for events from our drafts

	opens      bool // the user said that it opens an application
	roleByUser bool // the role is the user's word
}

// Mail is what is kept of a message: header facts, never its text.
type Mail struct {
	Key        string
	Account    string // account that received or sent it
	MessageID  string
	InReplyTo  []string
	References []string
	From       Address
	ReplyTo    Address
	To         []Address
	Subject    string
	Sent       time.Time // with the offset of the Date field
	Own        bool      // the user wrote it
	NoReply    bool      // cannot be answered
	AuthFailed bool      // a trusted authentication result says fail
	Bounced    string    // the recipient that a delivery report names
	Original   string    // Message-ID of the mail that bounced
	Folder     string    // Sent, INBOX, …
}

// Address is a person's or machine's address.
type Address struct {
	Name    string
	Address string
}

// Party names an employer as one source names it.
type Party struct {
	Name   string
	Domain string // registrable domain, the employer's own
	Agency string // name of the agency that acts for it
	// AgencyDomain is the registrable domain of that agency.
	AgencyDomain string
	// From says which evidence named it, as classifier.Employer.From; "user" beats all.
	From string
}

// Contact is a person at the employer or its agency.
type Contact struct {
	Name    string
	Address string
	Phone   string
	Title   string
	Human   bool // a person's address that can be answered
	Wrote   bool // wrote the message of the event; in a Book: has ever written
	// The rest is filled by Fold.
	LastWrote    time.Time
	CallInvited  bool // asked the user to call
	UserWrote    bool // the user has written to the address
	OfAgency     bool
	Interviewer  bool
	Role         string // "recruiter", "manager", "interviewer", "hr", "referrer", ""
	KnownBecause string // POLICY.md rule 12: why a draft may go there, "" if it may not
	Zone         string // IANA name or "+02:00" as a stable offset of the person's Date fields; "" if unknown
	Language     string
	Formality    string
	OutUntil     time.Time // out of office
	BouncedAt    time.Time
	HandedOver   bool     // named by a colleague as the one to write to from now on, and has not written yet
	ThreadKeys   []string // message keys of the human thread, oldest first
}

// Statement is classifier.Statement as the book keeps it.
type Statement struct {
	Class        string // POLICY.md section 5
	From, Until  time.Time
	BusinessDays int
	Quote        string
	// The rest is filled by Fold.
	At    time.Time // the mail's date
	Event string    // Event.ID
}

// Interview is one round of talks. In an Event: as the mail names it. In an Application: as it stands after all events.
type Interview struct {
	UID          string // iCalendar UID, "" when known from text only
	Sequence     int
	Start, End   time.Time // End is Start + 60 min where unknown
	Previous     time.Time // the start that this one replaces
	Zone         string
	Method       string // "video", "phone", "on-site", ""
	Place        string
	DateOnly     bool
	Options      int // how many times an invitation offers to choose from; Start is the first
	Interviewers []Contact
	// The rest is filled by Fold.
	Key       string // identity of the round: UID, else the event that first named it
	Event     string // ID of the event that set its present time
	Round     int    // 1 for the first
	State     string // "invited", "scheduled", "held", "cancelled", "missed", "declined"
	Confirmed bool   // the user accepted, confirmed or logged it
	MovedAt   time.Time
	Host      Contact // organiser, or the person who arranged it
}

// UserAct is what the user said by command, or did in the mailbox with a Heardback/ folder.
type UserAct struct {
	Verb    string // log: applied, submitted, … ; correct: kind, employer, role, date, merge, split, undo; answer; forget
	Target  string // application, message key, event ID or question, as the verb needs
	Value   string
	Other   string    // merge: the second employer
	Date    time.Time // date given by the employer in a call, interview date, …
	Outcome string    // called: reached, voicemail, silent
	Warmth  string
	Signed  bool
	Note    string
}

// DraftAct is what became of a letter of ours.
type DraftAct struct {
	Key       string // of the step
	Kind      string // of the draft, POLICY.md section 4
	Account   string // that holds the draft
	MessageID string
	App       string // Application.ID at the time
	Apps      []string
	To        Address
	Subject   string
	InReplyTo string
	Thread    []string // References
	Language  string
	Cause     string // identity of the event that caused the step
	Folder    string
	UIDValid  uint32
	UID       uint32
	Hash      string // of the bytes as fetched right after the APPEND
	Reason    string // why: the step's rule and sentence; why withdrawn
	Variant   int
	DueAt     time.Time
}
