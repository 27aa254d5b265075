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
