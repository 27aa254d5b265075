package classifier

import (
	"slices"
	"time"

	"heardback/mailbox"
)

// settle takes back a question that the facts answer, or that nobody need answer: in a person's mail from where news of an
// application is expected, what is at stake is only whether a decision was made, the user is invited, or something is asked of
// the user. Everything else is a word between people, which the plan treats alike.
func settle(r *ruleSet, s *sight, m *mailbox.Message, c Context, p *[16]float64, f *Finding) {
	if !f.Ask || !f.Has(ActHuman) || m.Forwarded || !atHome(m, c) {
		return
	}
	decided := max(p[kindIndex[Rejection]]+p[kindIndex[Filled]], p[kindIndex[Offer]], p[kindIndex[Hold]])
	asked := max(p[kindIndex[Interview]], p[kindIndex[InfoRequest]], p[kindIndex[Assessment]])
	promised := f.Interview == nil && (hasStatement(f, Window) || hasStatement(f, DecisionPending))
	switch {
	case promised && decided < settleUnder && !f.Has(ActQuestion):
		// Who names the day of a decision has not made it, and does not invite in the same breath.
	case decided < askAt && asked < askAt:
	case r.told(s) && decided < settleUnder && (gravest(p) < settleUnder || r.has(s, "act-call-me") && gravest(p) < callUnder):
	case decided < askAt && awaited(r, s, m, c, f):
		// A colleague's word about the interview that is known already.
	default:
		return
	}
	f.Ask = false
	if f.Kind == Confirmation && (f.Confidence >= settleUnder || r.has(s, "received")) {
		f.Accepted = true
		return
	}
	f.Kind, f.SubKind, f.Accepted = Other, "", false
	f.Confidence = max(p[kindIndex[Other]], 1-decided-asked)
}

// told reports whether the message says in so many words what it is for, and that is no news of the application: who writes from now on, a
// question, a call that is asked for. What follows of it stands in its acts.
func (r *ruleSet) told(s *sight) bool {
	if r.refuses(s) {
		return false
	}
	for _, news := range [...]string{"send-documents", "invite", "offer-made", "on-hold", "filled", "test-word"} {
		if r.has(s, news) {
			return false
		}
	}
	return r.has(s, "act-handover") || r.has(s, "act-call-me") || r.has(s, "act-question")
}

// awaited reports whether the message speaks of an interview that is known: one is to come at the sender's employer, and the
// message neither names another day nor asks for one.
func awaited(r *ruleSet, s *sight, m *mailbox.Message, c Context, f *Finding) bool {
	spoken := f.Kind == Interview && (f.SubKind == Scheduled || f.SubKind == Invite) || f.Kind == Other
	if !spoken || f.Has(ActBookingLink) || r.has(s, "times") || r.has(s, "invite") {
		return false
	}
	return slices.ContainsFunc(c.Employers.at(m), func(k *KnownEmployer) bool {
		return k.Talk.After(m.Sent().Add(-invitationStands)) && (f.Interview == nil || sameDay(f.Interview.Start, k.Talk))
	})
}

func sameDay(a, b time.Time) bool {
	y, m, d := a.Date()
	by, bm, bd := b.In(a.Location()).Date()
	return y == by && m == bm && d == bd
}

// invitationStands is how long after an invitation, or after the talk, a word about the interview means that one.
const invitationStands = 7 * 24 * time.Hour

// settleUnder is the probability of a decision above which a promised date does not settle the question.
const settleUnder = 0.45

// callUnder is the same for an interview where a call is asked for, which the user is told of in any case.
const callUnder = 0.6

func hasStatement(f *Finding, class StatementClass) bool {
	for i := range f.Statements {
		if f.Statements[i].Class == class {
			return true
		}
	}
	return false
}
