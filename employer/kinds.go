package employer

// Kind is a kind of event, a row of [Kinds].
type Kind string

const (
	// From the employer's mail.
	KindConfirmation Kind = "confirmation"
	KindInvite       Kind = "interview-invite"
	KindScheduled    Kind = "interview-scheduled"
	KindRescheduled  Kind = "interview-rescheduled"
	KindCancelled    Kind = "interview-cancelled"
	KindMissed       Kind = "interview-missed"
	KindAssessment   Kind = "assessment"
	KindRejection    Kind = "rejection"
	KindOffer        Kind = "offer"
	KindHold         Kind = "hold"
	KindFilled       Kind = "filled"
	KindInfoRequest  Kind = "info-request"
	KindOutreach     Kind = "outreach"
	KindContact      Kind = "contact" // a human mail of none of the kinds above about an application
	KindOutOfOffice  Kind = "out-of-office"
	KindBounce       Kind = "bounce"
	KindNotice       Kind = "notice" // a machine's mail that changes nothing ("application viewed")

	// From the user's own mail.
	KindApplied    Kind = "sent-application"
	KindReply      Kind = "sent-reply"
	KindFollowup   Kind = "sent-followup"
	KindThanks     Kind = "sent-thanks"
	KindWithdrawal Kind = "sent-withdrawal"
	KindAnswer     Kind = "sent-answer" // accepts or declines an invitation or an offer, names times, sends documents
	KindWritten    Kind = "sent-other"  // any other own mail: makes the address known

	// From commands and folders; the verb stands in Event.User.
	KindLog     Kind = "log"
	KindCorrect Kind = "correct"
	KindMerge   Kind = "merge"
	KindSplit   Kind = "split"
	KindUndo    Kind = "undo"

	// From our drafts.
	KindDraftIntended  Kind = "draft-intended"
	KindDraftPlaced    Kind = "draft-placed"
	KindDraftEdited    Kind = "draft-edited"
	KindDraftGone      Kind = "draft-gone"
	KindDraftSent      Kind = "draft-sent"
	KindDraftDeleted   Kind = "draft-deleted"
	KindDraftWithdrawn Kind = "draft-withdrawn"
	KindDraftReported  Kind = "draft-reported"
	KindDraftRestored  Kind = "draft-restored"
	KindDraftFailed    Kind = "draft-failed" // lint or template refused it
)

// Row says what a kind of event is: the heading of its line in a timeline, where it comes from, and what it does to an application.
type Row struct {
	Kind    Kind
	Heading string
	Source  string // "mail", "sent", "user", "draft"
	Effect  string // in words; the stage it leads to stands in the table of moves
	Example Event

	apply func(*state, *Event)
	order int // at the same second
}

// Kinds is the table of kinds, one row each.
var Kinds = []Row{
	{Kind: KindConfirmation, Heading: "Application confirmed", Source: "mail", apply: confirmed,
		Effect: "Opens an application, or confirms the one that the user sent. Twice from a board and a hiring system is one. Hands in an open assessment."},
	{Kind: KindInvite, Heading: "Invited to an interview", Source: "mail", apply: invited,
		Effect: "The employer waits for times. Revives a quiet or closed application. From a stranger it opens nothing and becomes a question."},
	{Kind: KindScheduled, Heading: "Interview scheduled", Source: "mail", apply: scheduled,
		Effect: "Fixes the time of a round, by calendar UID or by time, and answers an open invitation. Held once it is over."},
	{Kind: KindRescheduled, Heading: "Interview moved", Source: "mail", apply: rescheduled,
		Effect: "Replaces the time of a round; the employer waits for a confirmation, or for times if it names none."},
	{Kind: KindCancelled, Heading: "Interview cancelled", Source: "mail", apply: cancelled,
		Effect: "The round does not take place, or did not; the employer waits for times."},
	{Kind: KindMissed, Heading: "Interview did not take place", Source: "mail", apply: missed,
		Effect: "Takes back that the round was held; the employer waits for times."},
	{Kind: KindAssessment, Heading: "Assessment received", Source: "mail", apply: assessed,
		Effect: "The employer waits for a test or a task, until its deadline."},
	{Kind: KindRejection, Heading: "Rejected", Source: "mail", apply: rejected,
		Effect: "Closes applications older than itself. One that names no role where several are open suspends them and asks."},
	{Kind: KindOffer, Heading: "Offer", Source: "mail", apply: offered,
		Effect: "An offer stands, with its deadline. From a stranger it opens nothing and becomes a question."},
	{Kind: KindHold, Heading: "On hold", Source: "mail", apply: held,
		Effect: "The process pauses, until the stated time."},
	{Kind: KindFilled, Heading: "Position filled or cancelled", Source: "mail", apply: filled,
		Effect: "Closes the application without a word on the user."},
	{Kind: KindInfoRequest, Heading: "Information asked for", Source: "mail", apply: infoAsked,
		Effect: "The employer waits for documents, figures, references or a form."},
	{Kind: KindOutreach, Heading: "A recruiter wrote", Source: "mail", apply: outreached,
		Effect: "Opens nothing. The user's answer to it does."},
	{Kind: KindContact, Heading: "Message", Source: "mail", apply: contacted,
		Effect: "A person wrote: resets the clock unless it only acknowledges. A question waits for the user."},
	{Kind: KindOutOfOffice, Heading: "Out of office", Source: "mail", apply: outOfOffice,
		Effect: "No reply: the contact is away until the date given."},
	{Kind: KindBounce, Heading: "Could not be delivered", Source: "mail", apply: bounced,
		Effect: "The address does not work."},
	{Kind: KindNotice, Heading: "Notice", Source: "mail", apply: noticed,
		Effect: "A machine's mail: only what it states counts, such as a date or that silence means no."},

	{Kind: KindApplied, Heading: "You applied", Source: "sent", apply: applied, order: 1,
		Effect: "Opens an application by mail."},
	{Kind: KindReply, Heading: "You replied", Source: "sent", apply: wrote, order: 1,
		Effect: "Answers what is open; spends a nudge if nothing is. The answer to a stranger's invitation opens the application."},
	{Kind: KindFollowup, Heading: "You asked where things stand", Source: "sent", apply: wrote, order: 1,
		Effect: "Spends a nudge and restarts the clock."},
	{Kind: KindThanks, Heading: "You thanked", Source: "sent", apply: wrote, order: 1,
		Effect: "No nudge; the user thanked already."},
	{Kind: KindWithdrawal, Heading: "You withdrew", Source: "sent", apply: wrote, order: 1,
		Effect: "Closes the application."},
	{Kind: KindAnswer, Heading: "You answered", Source: "sent", apply: wrote, order: 1,
		Effect: "Answers the open request: accepts or declines a time or an offer, names times, sends documents."},
	{Kind: KindWritten, Heading: "You wrote", Source: "sent", apply: wrote, order: 1,
		Effect: "Makes the address known; to an employer it counts like any mail of the user."},

	{Kind: KindLog, Heading: "You logged", Source: "user", apply: logged, order: 2,
		Effect: "What happened off mail, by its verb. Creates an application that the mailbox never saw."},
	{Kind: KindCorrect, Heading: "You corrected", Source: "user", order: 2,
		Effect: "Changes what was read of a message: its kind, employer, role or date; or answers a question."},
	{Kind: KindMerge, Heading: "You merged", Source: "user", order: 2,
		Effect: "Two applications are one."},
	{Kind: KindSplit, Heading: "You split", Source: "user", order: 2,
		Effect: "A message and what answers it is an application of its own."},
	{Kind: KindUndo, Heading: "You took back", Source: "user", order: 2,
		Effect: "The target never happened; undoing an undo brings it back."},

	{Kind: KindDraftIntended, Heading: "Draft prepared", Source: "draft", order: 3,
		Effect: "Intent on disk: the draft is looked for before it is placed again."},
	{Kind: KindDraftPlaced, Heading: "Draft placed", Source: "draft", order: 4,
		Effect: "The draft lies in Drafts, untouched."},
	{Kind: KindDraftEdited, Heading: "Draft edited", Source: "draft", order: 5,
		Effect: "The draft is the user's now and is never touched."},
	{Kind: KindDraftGone, Heading: "Draft not found", Source: "draft", order: 5,
		Effect: "Looked for again before it counts as deleted."},
	{Kind: KindDraftSent, Heading: "Draft sent", Source: "draft", apply: drafted, order: 6,
		Effect: "Counts as the user's own mail; a nudge is spent by nudges alone."},
	{Kind: KindDraftDeleted, Heading: "Draft deleted", Source: "draft", order: 6,
		Effect: "A decision: never placed again."},
	{Kind: KindDraftWithdrawn, Heading: "Draft withdrawn", Source: "draft", order: 6,
		Effect: "It had lost its reason and was taken back untouched."},
	{Kind: KindDraftReported, Heading: "Draft left as it is", Source: "draft", order: 6,
		Effect: "It lost its reason but is the user's, or cannot be taken back."},
	{Kind: KindDraftRestored, Heading: "Draft allowed again", Source: "draft", order: 7,
		Effect: "The user took back a deletion."},
	{Kind: KindDraftFailed, Heading: "Draft refused", Source: "draft", order: 5,
		Effect: "A check refused the text; nothing was placed."},
}

// rows is the table by kind.
var rows map[Kind]Row

// init joins the rows with their examples and makes the table by kind.
func init() {
	rows = make(map[Kind]Row, len(Kinds))
	for i := range Kinds {
		Kinds[i].Example = examples[Kinds[i].Kind]
		rows[Kinds[i].Kind] = Kinds[i]
	}
}
