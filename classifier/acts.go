package classifier

import "heardback/mailbox"

// acts lists what the message does besides its kind.
func acts(r *ruleSet, s *sight, m *mailbox.Message, c Context, f *Finding) []Act {
	var out []Act
	add := func(a Act, yes bool) {
		if yes {
			out = append(out, a)
		}
	}
	human := byPerson(s, m)
	absent := m.Auto == mailbox.AutoReply || r.has(s, "absence") && s.ctx < 4 && !f.Kind.event()
	add(ActHuman, human && !absent)
	add(ActQuestion, human && r.has(s, "act-question"))
	add(ActAcknowledge, r.has(s, "act-acknowledge") && (f.Kind == Other || f.Kind == Confirmation))
	add(ActOutOfOffice, absent)
	add(ActHandover, r.has(s, "act-handover"))
	add(ActCallInvited, human && r.has(s, "act-call-me"))
	refused := f.Kind == Rejection || f.Kind == Filled
	add(ActFeedbackGiven, (refused || f.Kind == Other) && r.has(s, "act-feedback") && !r.has(s, "act-no-feedback"))
	add(ActFeedbackDeclined, r.has(s, "act-no-feedback"))
	add(ActViewed, r.has(s, "viewed") && f.Kind == Other)
	add(ActBookingLink, f.Kind == Interview && (r.has(s, "booking") || s.seen[len(r.concepts)*perConcept+structuralIndex["links.booking"]]))
	add(ActReferences, f.Kind == InfoRequest && r.has(s, "references"))
	add(ActMoving, r.has(s, "moving") && !refused)
	add(ActAgency, senderOf(m).Type == "agency" || r.has(s, "act-agency"))
	add(ActBounce, m.Bounce != nil || m.Auto == mailbox.DSN)
	add(ActOfferExtended, f.Kind == Offer && r.has(s, "act-offer-extended"))
	return out
}

// byPerson reports whether a person seems to have written the message by hand.
func byPerson(s *sight, m *mailbox.Message) bool {
	a := m.Author()
	if m.Auto != mailbox.ByHand || m.List != "" || hasAny(a.Address, noReplies) || hasAny(a.Address, bulkBoxes) {
		return false
	}
	return len(s.text.tokens) > 3
}

func ownActs(s *sight, m *mailbox.Message, c Context, f *Finding) {}
