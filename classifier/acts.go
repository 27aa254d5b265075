package classifier

import (
	"slices"
	"strings"

	"heardback/mailbox"
)

// acts lists what the message does besides its kind.
func acts(r *ruleSet, s *sight, m *mailbox.Message, c Context, f *Finding) []Act {
	var out []Act
	add := func(a Act, yes bool) {
		if yes {
			out = append(out, a)
		}
	}
	human := byPerson(s, m)
	news := f.Kind.event() && (f.Accepted || !r.has(s, "absence")) // receipts are sent as automatic replies too
	absent := !news && (m.Auto == mailbox.AutoReply || r.has(s, "absence") && s.ctx < 4)
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
	add(ActOfferExtended, (f.Kind == Offer || offered(c)) && r.has(s, "act-offer-extended"))
	return out
}

// offered reports whether the thread holds an offer.
func offered(c Context) bool {
	return slices.ContainsFunc(c.Thread, func(t ThreadItem) bool { return t.Kind == Offer })
}

// byPerson reports whether a person seems to have written the message by hand.
func byPerson(s *sight, m *mailbox.Message) bool {
	a := m.Author()
	local := localOf(a.Address)
	if m.Auto != mailbox.ByHand || m.List != "" || hasAny(local, noReplies) || hasAny(local, bulkBoxes) {
		return false
	}
	return len(s.text.tokens) > 3
}

// ownActNames are the acts of the user's own mail, in the order of rules.
var ownActNames = []Act{ActApplication, ActFollowup, ActThanks, ActWithdrawal, ActAccepts, ActDeclines, ActDocuments, ActAvailability, ActTakesOffer, ActRefusesOffer}

// thankWords are how a letter of thanks begins, in the languages of the rules.
var thankWords = []string{"thank", "dank", "merci", "remerci", "gracias", "agradezco", "agradecer", "grazie", "ringrazi", "obrigad", "agradeço"}

// ledByThanks reports whether a text begins with thanks and asks nothing.
func ledByThanks(text string) bool {
	const lead = 240
	low := strings.ToLower(text)
	return !strings.Contains(low, "?") && hasAny(low[:min(lead, len(low))], thankWords)
}

// answersOffer reports whether the last word from there was an offer.
func answersOffer(c Context) bool {
	for i := len(c.Thread) - 1; i >= 0; i-- {
		if !c.Thread[i].Own {
			return c.Thread[i].Kind == Offer
		}
	}
	return false
}

// acceptStems begin the words for taking an offer, as opposed to agreeing to a time, and gladStems those that go with it: a refusal is
// accepted too, but not gladly. Both are folded.
var (
	acceptStems = []string{"accept", "annehm", "nehme", "acept", "accett", "aceit", "aanvaard", "zusag"}
	gladStems   = []string{"delight", "happy", "happily", "glad", "pleas", "thrill", "honour", "honor", "excit", "gern", "freu", "joie", "plaisir", "ravi", "heureu", "volontiers",
		"gusto", "encantad", "alegr", "feliz", "felic", "liet", "entusiast", "volentieri", "prazer", "alegria", "graag", "blij", "genoegen"}
)

// acceptsGladly reports whether a phrase takes something and the words beside it say how gladly.
func (s *sight) acceptsGladly(h hit) bool {
	const before, behind = 4, 2
	sen := s.text.sents[h.sent]
	return s.holds(int(h.from), int(h.to), acceptStems) && s.holds(int(max(h.from-before, sen.first)), int(min(h.from+behind, sen.last)), gladStems)
}

// holds reports whether a word of tokens [from, to) begins with one of the stems.
func (s *sight) holds(from, to int, stems []string) bool {
	for i := from; i < to; i++ {
		w := string(s.text.word(i))
		if slices.ContainsFunc(stems, func(stem string) bool { return strings.HasPrefix(w, stem) }) {
			return true
		}
	}
	return false
}

// ownActs says what the user's own message does. Its Kind stays Other: it is never an employer's event. A mail in a thread that
// does nothing else is a reply.
func ownActs(r *ruleSet, s *sight, m *mailbox.Message, c Context, f *Finding) {
	var seen [10]bool
	for _, i := range s.lang.known {
		s.matcher.lang = r.languages[i].rules().own
		s.hits = s.matcher.find(s.hits[:0])
		for _, h := range s.hits {
			act := ownActNames[h.concept]
			if h.mood == Hypothetical && act != ActFollowup || h.mood == Negated {
				continue
			}
			// The subject of a reply is the other side's.
			if s.text.sents[h.sent].subject && (isReply(m.Subject) || act != ActApplication && act != ActWithdrawal) {
				continue
			}
			if act == ActAccepts && answersOffer(c) && s.acceptsGladly(h) && !s.namesTime() {
				act = ActTakesOffer // "I'm delighted to accept": what lay on the table was the offer
			}
			if i := slices.Index(ownActNames, act); !seen[i] {
				seen[i] = true
				f.Evidence = append(f.Evidence, Evidence{Rule: h.lang.code + "/own-" + string(act), Quote: s.text.quote(int(h.from), int(h.to)), Weight: 1})
			}
		}
	}
	in := func(a Act) bool { return seen[slices.Index(ownActNames, a)] }
	drop := func(a Act) { seen[slices.Index(ownActNames, a)] = false }
	replies := len(c.Thread) > 0 || isReply(m.Subject) || len(m.InReplyTo) > 0
	if in(ActWithdrawal) {
		for _, a := range []Act{ActFollowup, ActApplication, ActAccepts, ActAvailability, ActThanks, ActTakesOffer} {
			drop(a)
		}
	}
	if in(ActApplication) && (replies || in(ActFollowup) && len(m.Attachments) == 0) {
		drop(ActApplication) // names an application that was made before
	}
	if in(ActApplication) {
		for _, a := range []Act{ActFollowup, ActThanks, ActAccepts, ActDocuments, ActAvailability, ActDeclines, ActTakesOffer, ActRefusesOffer} {
			drop(a)
		}
	}
	if in(ActRefusesOffer) {
		drop(ActTakesOffer)
	}
	if in(ActDeclines) || in(ActRefusesOffer) {
		drop(ActAccepts)
	}
	if !slices.Contains(seen[:], true) && replies && ledByThanks(m.Text) {
		seen[slices.Index(ownActNames, ActThanks)] = true
	}
	for i, yes := range seen {
		if yes {
			f.Acts = append(f.Acts, ownActNames[i])
		}
	}
	if replies && !in(ActFollowup) && !in(ActWithdrawal) && (len(f.Acts) == 0 || !in(ActThanks) || len(f.Acts) > 1) {
		f.Acts = append(f.Acts, ActReply)
	}
}
