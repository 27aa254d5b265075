// Package classifier says what a message means to a job search: which kind of news it is, how sure that is and why,
// and the facts that the plan needs from it.
//
// Classify is pure: Message, Context and UserLayer in, Finding out, no clock, no disk. The rules and weights are data
// under rules/. Mail that is not about an application is left alone: KindOther, not accepted, no question.
package classifier

import (
	"slices"
	"time"

	"heardback/mailbox"
)

// Kind is what a message tells the applicant. The names stand in the JSON of explain and eval.
type Kind string

const (
	Confirmation Kind = "confirmation" // an application arrived
	Interview    Kind = "interview"    // see SubKind
	Assessment   Kind = "assessment"   // a test or a task to do
	Rejection    Kind = "rejection"
	Offer        Kind = "offer"
	Hold         Kind = "hold"         // the process is paused
	Filled       Kind = "filled"       // the position is filled or cancelled
	InfoRequest  Kind = "info_request" // documents, salary, references, an unfinished form
	Outreach     Kind = "outreach"     // a recruiter out of the blue
	JobAlert     Kind = "job_alert"
	Other        Kind = "other"
)

// Kinds lists every kind once, in the order of reports.
var Kinds = []Kind{Confirmation, Interview, Assessment, Rejection, Offer, Hold, Filled, InfoRequest, Outreach, JobAlert, Other}

// SubKind tells interview mails apart.
type SubKind string

const (
	Invite      SubKind = "invite"      // asks for times, offers slots or a booking link
	Scheduled   SubKind = "scheduled"   // a fixed time, also a reminder of it
	Rescheduled SubKind = "rescheduled" // a new fixed time replaces the old
	Cancelled   SubKind = "cancelled"   // the fixed time is off
	Missed      SubKind = "missed"      // the employer says that the interview did not take place
)

// Act is something a message does besides its kind, which moves the plan.
type Act string

const (
	// Acts of the employer's mail.
	ActHuman            Act = "human"             // a person wrote it by hand
	ActQuestion         Act = "question"          // asks the user something that wants an answer
	ActAcknowledge      Act = "acknowledge"       // "thanks, received": moves nothing
	ActOutOfOffice      Act = "out-of-office"     // with Finding.ReturnAt where given
	ActHandover         Act = "handover"          // "please write to …": Contacts[0] takes over
	ActCallInvited      Act = "call-invited"      // asks the user to call
	ActFeedbackGiven    Act = "feedback-given"    // a rejection that says why, or an answer to a feedback request
	ActFeedbackDeclined Act = "feedback-declined" // no individual feedback is given
	ActViewed           Act = "viewed"            // "application viewed": noise
	ActBookingLink      Act = "booking-link"      // times are booked on a page, not by mail
	ActReferences       Act = "references"        // references are asked for (POLICY.md: 10 BD instead of 7)
	ActMoving           Act = "moving-forward"    // passed a step, without a date
	ActAgency           Act = "agency"            // the writer acts for another employer
	ActBounce           Act = "bounce"
	ActOfferExtended    Act = "offer-extended" // a new deadline for an offer that stands

	// Acts of the user's own mail.
	ActApplication  Act = "application" // applies by mail
	ActReply        Act = "reply"       // answers what was asked
	ActFollowup     Act = "followup"    // asks where things stand: a nudge
	ActThanks       Act = "thanks"
	ActWithdrawal   Act = "withdrawal"
	ActAccepts      Act = "accepts"       // agrees to what was proposed, in whatever words
	ActDeclines     Act = "declines"      // says no to what was proposed
	ActTakesOffer   Act = "takes-offer"   // accepts an offer in so many words
	ActRefusesOffer Act = "refuses-offer" // declines an offer in so many words
	ActDocuments    Act = "documents"     // sends what was asked for
	ActAvailability Act = "availability"  // names times
)

// Finding is what Classify understood of one message.
type Finding struct {
	Kind       Kind    `json:"kind"`
	SubKind    SubKind `json:"sub_kind,omitempty"`
	Confidence float64 `json:"confidence"` // calibrated probability of Kind
	// Accepted findings move the plan. One that is neither accepted nor Ask is left alone.
	Accepted bool   `json:"accepted"`
	Ask      bool   `json:"ask"` // probably job mail, not sure which: becomes a question
	Language string `json:"language"`
	Family   string `json:"family,omitempty"` // sender family, a row of rules/senders: "greenhouse", "indeed"
	// Board is set where the family is a job board or aggregator.
	Board bool `json:"board,omitempty"`

	Employer    Employer  `json:"employer"`
	Role        string    `json:"role,omitempty"`
	Requisition string    `json:"requisition,omitempty"`
	Location    string    `json:"location,omitempty"`
	Contacts    []Contact `json:"contacts"`

	Statements []Statement    `json:"statements"`
	Interview  *InterviewInfo `json:"interview,omitempty"`
	Deadline   *Deadline      `json:"deadline,omitempty"`
	ReturnAt   time.Time      `json:"return_at,omitzero"` // end of an absence (ActOutOfOffice), a date
	Formality  Formality      `json:"formality,omitempty"`
	Acts       []Act          `json:"acts,omitempty"`

	Alternatives map[Kind]float64 `json:"alternatives,omitempty"` // probabilities of the other kinds above 0.01
	Evidence     []Evidence       `json:"evidence"`
	Rules        string           `json:"rules"` // version of rules and weights
}

// Has reports whether the finding contains act.
func (f *Finding) Has(a Act) bool {
	for _, x := range f.Acts {
		if x == a {
			return true
		}
	}
	return false
}

// Employer is who decides about the application, with where its name was found.
type Employer struct {
	Name   string `json:"name"`
	Domain string `json:"domain,omitempty"` // registrable domain, only when it is the employer's own
	From   string `json:"from,omitempty"`   // "sender-name", "subject", "body", "domain", "signature", "calendar", "family", "context"
	Agency string `json:"agency,omitempty"` // the agency that writes for it
}

// Contact is a person or address named in the message.
type Contact struct {
	Name    string `json:"name"`
	Address string `json:"address,omitempty"`
	Phone   string `json:"phone,omitempty"`
	Title   string `json:"title,omitempty"`
	Human   bool   `json:"human"` // a person's address that can be replied to: no noreply, relay, list or role robot
	Wrote   bool   `json:"wrote"` // the author of this message
}

// StatementClass is a class of POLICY.md section 5.
type StatementClass string

const (
	Window          StatementClass = "window"
	AssumeNo        StatementClass = "assume-no"
	ShortlistOnly   StatementClass = "shortlist-only"
	NoCalls         StatementClass = "no-calls"
	NoEnquiries     StatementClass = "no-enquiries"
	NoReply         StatementClass = "no-reply"
	OnFile          StatementClass = "on-file"
	HoldUntil       StatementClass = "hold"
	ClosingDate     StatementClass = "closing-date"      // applications are taken until Until
	NotAPromise     StatementClass = "not-a-promise"     // retention, service levels, contract terms: kept so that explain shows why it was passed over
	InvitedToCall   StatementClass = "invited-to-call"   // lifts no-calls for that contact
	DecisionPending StatementClass = "decision-no-date"  // "soon", "as soon as possible": no date
	FeedbackPolicy  StatementClass = "no-feedback-given" // feedback is never given
)

// Statement is a sentence that moves the plan. From and Until are dates (midnight in the zone of the mail's Date field);
// zero where there is none. For a window, Until is the last day of it: POLICY.md's timer is Until + 2 BD.
type Statement struct {
	Class StatementClass `json:"class"`
	From  time.Time      `json:"from,omitzero"`
	Until time.Time      `json:"until,omitzero"`
	// BusinessDays is set instead of Until where the text counts working days or says "in the coming weeks" (15);
	// the plan resolves it with the employer's holidays, counted from From.
	BusinessDays int    `json:"business_days,omitempty"`
	Quote        string `json:"quote"`
}

// InterviewInfo is what is known of an interview: from calendar parts first, then from text.
type InterviewInfo struct {
	Start        time.Time `json:"start,omitzero"`
	End          time.Time `json:"end,omitzero"`
	Zone         string    `json:"zone,omitempty"`   // IANA name; "" when the text gave none
	Method       string    `json:"method,omitempty"` // "video", "phone", "on-site", ""
	Place        string    `json:"place,omitempty"`
	UID          string    `json:"uid,omitempty"`      // iCalendar UID
	Sequence     int       `json:"sequence,omitempty"` // iCalendar SEQUENCE
	Interviewers []Contact `json:"interviewers,omitempty"`
	Previous     time.Time `json:"previous,omitzero"` // the start that a reschedule or cancellation replaces, where the text names it
	Options      int       `json:"options,omitempty"` // how many times are offered to choose from; Start is the first
	DateOnly     bool      `json:"date_only,omitempty"`
}

// Deadline is a date by which the user has to act.
type Deadline struct {
	At    time.Time `json:"at"`
	For   string    `json:"for"` // "assessment", "offer", "documents", "booking", "reply"
	Quote string    `json:"quote"`
}

// Formality is how the writer addresses the user.
type Formality string

const (
	FormalityUnknown Formality = ""
	Formal           Formality = "formal"   // Sie, vous, usted, u, Lei
	Informal         Formality = "informal" // du, tu, tú, je, tu
)

// Evidence is one rule or feature that spoke for or against the kind.
type Evidence struct {
	Rule   string  `json:"rule"`
	Quote  string  `json:"quote"`
	Weight float64 `json:"weight"` // log-odds towards Kind
}

// Context is what the book knows about where a message stands. The zero Context means a message on its own.
type Context struct {
	// Thread holds the earlier findings of this message's thread, oldest first.
	Thread []ThreadItem
	// Employers that the book knows, by which a name in the text can be recognised.
	Employers *Employers
	// Correspondent is true when the user has written to the author before.
	Correspondent bool
	// Zone is the user's zone, the last resort for times in the text; nil means UTC.
	Zone *time.Location
	// NewsOnly says that the caller has no use for the facts of a message that turns out to be Other and no question, as it belongs to
	// nothing in the book: they are not read then.
	NewsOnly bool
	// Me are the user's own addresses and names, never to be taken for a contact.
	Me []mailbox.Address
}

// aboutJob reports whether the thread has been about an application.
func (c Context) aboutJob() bool {
	return slices.ContainsFunc(c.Thread, func(t ThreadItem) bool {
		return t.Kind != Other && t.Kind != JobAlert && t.Kind != "" || t.Own && len(t.Acts) > 0
	})
}

// ThreadItem is an earlier message of the same thread.
type ThreadItem struct {
	Own      bool
	Kind     Kind
	Acts     []Act
	Employer string
	Role     string
	At       time.Time
}
