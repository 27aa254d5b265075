package employer

import "time"

// Book is where the user stands, as Fold sees it at one moment. It shares mails and lists with the events it was made of: readers change
// neither.
type Book struct {
	Now time.Time
	// Next is the first moment after Now at which a fold of the same events would say something else; zero for none.
	Next         time.Time
	Applications []*Application // by employer, role, ID; books of one [Folder] share those that say the same
	Questions    []Question     // open ones, oldest first
	Drafts       []Draft        // every draft ever placed, oldest first
	// Strays are job mails that belong to no application yet: a stranger's invitation, an outreach.
	Strays []Entry
	// Pauses is set while the user has paused everything.
	Paused bool

	active []*Application // see Active
	shelf  *Shelf
}

// Stage is where an application stands.
type Stage string

const (
	Applied     Stage = "applied"
	Confirmed   Stage = "confirmed"
	InContact   Stage = "in-contact"
	Assessing   Stage = "assessment"
	Invited     Stage = "invited"
	Scheduled   Stage = "interview-scheduled"
	Interviewed Stage = "interviewed"
	Pending     Stage = "decision-pending" // interviewed, and a date was promised
	Offered     Stage = "offer"
	Accepted    Stage = "accepted"
	Declined    Stage = "declined"
	Rejected    Stage = "rejected"
	Withdrawn   Stage = "withdrawn"
	OnHold      Stage = "on-hold"
	Filled      Stage = "filled"
	Quiet       Stage = "quiet"
	Closed      Stage = "closed" // assume-no ran out
)

// Open reports whether the application can still lead to something without a new start by the employer.
func (s Stage) Open() bool {
	switch s {
	case Accepted, Declined, Rejected, Withdrawn, Filled, Closed:
		return false
	}
	return true
}

// Application is one employer × role × requisition.
type Application struct {
	ID            string // of its first event; stable as long as that event stands
	Employer      string // display name
	Firm          string // the same for all applications with one employer, whatever each calls it
	Names         []string
	Domains       []string
	Agency        string // set when an agency acts for the employer: contacts are the agency's
	AgencyDomains []string
	Role          string
	Req           string
	Location      string
	Country       string // ISO 3166 alpha-2 of the employer, "" if unknown
	Zone          string // IANA name by POLICY.md rule 11, "" if unknown
	Language      string
	Formality     string
	Source        string // sender family through which it came
	Board         string // job board through which it came, "" if none
	System        string // hiring system that confirmed or answered it, "" if none
	Public        bool   // public sector, as far as known

	Stage        Stage
	StageSince   time.Time
	AppliedAt    time.Time // zero when unknown: then Confirmed stands for it
	AppliedTo    Address   // set when the application went by mail
	ConfirmedAt  time.Time
	ClosingDate  time.Time
	RejectedAt   time.Time
	HoldAt       time.Time
	HoldUntil    time.Time
	FilledAt     time.Time
	AcceptedAt   time.Time
	Signed       bool
	WithdrawnAt  time.Time
	WithdrawnBy  string // "mail", "phone", "log"
	DeclinedAt   time.Time
	SubmittedAt  time.Time // assessment handed in
	Suspended    string    // why nothing may be drafted until a question is settled, "" if not
	PausedByUser bool
	AllowContact bool   // log … allow-contact
	Ambiguous    string // role or employer is uncertain: the question

	Contacts   []Contact   // humans and machines that wrote or were named; last human who wrote first
	Interviews []Interview // by start
	Statements []Statement // by date of mail
	Offer      *Offer
	Requests   []Request // what the employer waits for, oldest first
	Inbound    []Touch   // mails from the employer, oldest first
	Outbound   []Touch   // what the user sent or did, oldest first
	Calls      []Call
	Notes      []Note  // what the user noted, oldest first
	Drafts     []Draft // of this application
	Bounces    []Touch
	Feedback   string // "given", "declined", ""
	Timeline   []Entry
}

// Offer is an offer that was made.
type Offer struct {
	At       time.Time
	Deadline time.Time // zero if none is known
	Event    string
	From     Contact
}

// Request is something that the employer waits for.
type Request struct {
	Kind     string // "invitation", "info", "references", "assessment", "offer", "question", "reschedule", "call"
	At       time.Time
	Deadline time.Time
	Event    string // ID of the event that asked
	Key      string // identity for step keys: calendar UID, else Event
	From     Contact
	ByPage   bool      // answered on a page (booking link, portal), or the mail cannot be answered
	Answered time.Time // zero while the ball is with the user
}

// Touch is one contact between the user and the employer.
type Touch struct {
	At        time.Time
	Event     string
	Kind      string  // event kind
	Who       Address // the other side
	Human     bool
	Nudge     bool   // outbound: spends a nudge
	DraftKey  string // outbound: came from this draft of ours
	DraftKind string
	Answered  time.Time // outbound: first human or deciding mail of the employer after it
	Acts      []string
	Ack       bool // inbound: bare acknowledgement, resets nothing
	Mail      *Mail
}

// Call is a logged telephone call.
type Call struct {
	At      time.Time
	Outcome string // reached, voicemail, silent
	Date    time.Time
	Warmth  string
	Event   string
}

// Note is what the user noted about an application by command.
type Note struct {
	At   time.Time
	Text string
}

// Draft is one draft of ours and what became of it (MAIL.md section 2).
type Draft struct {
	DraftAct
	State DraftState
	// Unconfirmed is set from the last intent on until a draft-placed event says that the server has the letter.
	Unconfirmed bool
	PlacedAt    time.Time
	StateAt     time.Time
	// Again counts how often the letter was allowed again after it had lain in the mailbox.
	Again int
}

// DraftState says what became of a draft.
type DraftState string

const (
	DraftIntended  DraftState = "intended"  // intent on disk, APPEND not confirmed
	DraftUntouched DraftState = "untouched" // lies in Drafts as we placed it
	DraftEdited    DraftState = "edited"    // the user's now
	DraftGone      DraftState = "gone"      // not found at the last look, not yet called deleted
	DraftSent      DraftState = "sent"
	DraftDeleted   DraftState = "deleted"   // declined by the user: never again
	DraftWithdrawn DraftState = "withdrawn" // taken back by us, to Trash
	DraftReported  DraftState = "reported"  // lost its reason but edited or not withdrawable: left, told
	DraftRestored  DraftState = "restored"  // the user took back a deletion: may be placed again
	DraftRefused   DraftState = "refused"   // a check refused its words: nothing was placed, a mended template may try again
)

// Question is something only the user can settle.
type Question struct {
	ID      string // stable: from the event
	Kind    string // "kind", "employer", "role", "which-role", "which-employer", "stranger", "took-place", "address", "auth", "observe"
	App     string // Application.ID, "" if none
	Apps    []string
	Event   string
	At      time.Time
	Text    string // one English sentence, for logs; the digest has its own wording by Kind
	Urgent  bool   // about an invitation, an offer or a rejection
	Command string // the command that settles it
	Mail    *Mail
	// Otherwise is the command that settles it the other way, "" for none.
	Otherwise string
	Guess     string // the most probable answer; of "which-employer" the name that the mail gives
}

// Entry is one line of a timeline.
type Entry struct {
	At         time.Time
	Event      string
	Kind       Kind
	Text       string // effect in words: heading of the kind and what it changed
	Quote      string
	Source     string // "mail", "sent", "user", "draft"
	Superseded bool
	Mail       *Mail
}
