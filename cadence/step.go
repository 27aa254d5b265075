// Package cadence decides what is due, when and why: POLICY.md as a pure function of the book, the policy and now.
//
// It needs no network, no disk and no clock, and it writes no words of a draft; drafts does that from a Step.
package cadence

import (
	"time"

	"heardback/employer"
)

// Kind is the kind of a draft. The names are those of POLICY.md section 4; template files and JSON use them.
type Kind string

const (
	ApplicationFollowup Kind = "application-followup"
	ArrivedSafely       Kind = "arrived-safely"
	ThankYou            Kind = "thank-you"
	Status1             Kind = "status-1"
	Status2             Kind = "status-2"
	DecisionDate        Kind = "decision-date"
	FeedbackRequest     Kind = "feedback-request"
	KeepInMind          Kind = "keep-in-mind"
	Availability        Kind = "availability"
	ConfirmReschedule   Kind = "confirm-reschedule"
	OfferNextSteps      Kind = "offer-next-steps"
	CompetingDeadline   Kind = "competing-deadline"
	AcknowledgeHold     Kind = "acknowledge-hold"
	CheckIn             Kind = "check-in"
	Withdrawal          Kind = "withdrawal"
	Thanks              Kind = "thanks"
)

// Step is one draft that the policy asks for, now or later.
type Step struct {
	// Key names the step for ever: kind, recipient and the identity of the event that causes it, hashed. It never
	// holds an application's number or a due date, so that a merge, a correction or a new plan cannot place it twice.
	Key   string
	Kind  Kind
	App   string   // Application.ID
	Apps  []string // all applications of a merged draft, App first
	Cause string   // identity of the causing event: message key, calendar UID, or event ID
	To    employer.Contact
	// Thread is the mail that is answered; nil starts a new thread.
	Thread  *employer.Mail
	Account string // account of the thread
	From    string // own address that the thread used, "" for the account's default

	Due     time.Time // when it may be placed; in the user's zone
	Expires time.Time // after this it is not placed any more; zero for never
	SendAt  time.Time // suggested time to send, 9:30–11:30 of the recipient, in the user's zone; zero for at once

	Rule       string // "1.interviewed.status-1", "2.6", …: section, row or rule number of POLICY.md
	Why        string // the rule in one sentence with its dates, English
	Nudge      bool
	Facts      Facts
	Parts      []Part    // of a merged draft, the one of App first; nil otherwise
	Reactive   bool      // answers something: placed at once, on any day
	Drafted    bool      // a draft of this key exists: it is not placed again
	Variant    int       // how many drafts of this kind the same recipient had before: chooses other words
	Again      int       // how often the user allowed this very letter again after deleting it; set by round
	Against    []Against // what stood against it and did not prevail, or why it waits
	Suppressed bool      // true: not to be placed; the last of Against says why
}

// Part is one of the steps that rule 1 merged into one draft.
type Part struct {
	App   string
	Kind  Kind
	Cause string
}

// Against is one rule that speaks against a step now.
type Against struct {
	Rule   string
	Reason string    // one English sentence
	Until  time.Time // when it stops to speak, zero for never
	Blocks bool
}

// Facts are what a template may use. Empty ones take their sentence with them.
type Facts struct {
	Employer      string
	Role          string
	Roles         []string // of a merged draft
	Agency        bool
	Recipient     employer.Contact
	Language      string // ISO 639-1
	Formality     string
	Applied       time.Time
	Channel       string    // "mail", "portal", name of a board
	Interview     time.Time // in its own zone
	InterviewZone string
	InterviewOld  time.Time // the time that was replaced
	Method        string
	Round         int
	Panel         bool      // more than three interviewers: ask the host to pass the thanks on
	Among         int       // thank-you: place of the recipient among those thanked for the round, from 1; 0 if unknown. No two get the same words
	Promised      time.Time // the employer's own date
	Deadline      time.Time // of an offer
	Held          time.Time // stated end of a hold
	Zone          string    // recipient's zone, IANA
	Interviewed   bool      // interviews took place at this employer
	NewTime       bool      // a fixed time is there to be confirmed
	Slots         []time.Time
	Requested     bool // feedback: the recipient sent the rejection
}

// Notice is something for the digest or for a same-day notice (rule 15).
type Notice struct {
	Key     string // stable: the same fact has the same key
	Kind    string // "invitation", "offer", "assessment", "deadline", "interview-tomorrow", "took-place", "bounce", "question", "expiring", "call-asked", "quiet", "closed", "late", "brake", "info", …
	App     string
	At      time.Time // when it arose
	By      time.Time // deadline, zero if none
	SameDay bool
	Rule    string
	Text    string // one English sentence: what, by when, and the one thing to do
	Command string // the one command that settles it, "" if none
	Step    string // key of the step it is about
}

// Call is a call sheet that the policy allows (section 3 and 4).
type Call struct {
	Key         string
	App         string
	To          employer.Contact // with Phone
	Reason      string           // "invited", "hourly-local", "strong-feeling", "phone-job", "other-offer", "unanswered", "referral", "technical"
	Why         string
	Due         time.Time
	From, Until time.Time // next window in the recipient's zone (8:00–9:15 or 16:00–17:30)
	Before      bool      // before an interview: do not ask "decided?"
	Against     []Against
	Allowed     bool
}

// Change is a stage that time alone brings: quiet, closed, parked.
type Change struct {
	App  string
	To   employer.Stage // Quiet, Closed
	At   time.Time
	Rule string
	Why  string // empty for a change of more than stale_days ago: it is no news to anybody
}

// Lost is an unsent draft that no longer has its reason (rule 6).
type Lost struct {
	Key    string
	App    string
	Kind   Kind
	Reason string // one English sentence
	Rule   string
	Report bool // the user has edited it: it stays, and is told
	// Doubt is set when a question has taken the reason away (rules 8 and 9): once it is settled the step may be placed again.
	Doubt bool
}

// Plan is all that the policy says at one moment.
type Plan struct {
	Now     time.Time
	Steps   []Step // due and coming ones, suppressed ones with reason; by Due, Key
	Notices []Notice
	Calls   []Call
	Changes []Change // that hold at Now, those of applications of which nothing can be due any more first
	// Settled are changes that hold too, of applications that rest, long ago. Plans share them; nobody changes them.
	Settled []Change
	// Withdraw lists the drafts in the book, untouched or edited, that lost their reason.
	Withdraw []Lost
	// Brake is set when more than the brake's number of drafts are due at once: none may be placed (rule 14).
	Brake string
	// Next is the earliest moment after Now at which the plan may differ without new events; zero for none.
	Next time.Time
	// Midnight is the next one of the user's or of an employer's: what counts days may say something else from then on.
	Midnight time.Time

	changed, settled map[string]*Change // Changes and Settled by application
}

// Due returns the steps that are to be placed now: due, not expired, not suppressed, not yet drafted, within the caps, none under the brake.
func (p *Plan) Due() []Step {
	var due []Step
	if p.Brake != "" {
		return nil
	}
	for _, s := range p.Steps {
		if !s.Suppressed && !s.Drafted && !s.Due.After(p.Now) {
			due = append(due, s)
		}
	}
	return due
}
