package classifier

import "heardback/mailbox"

// has reports whether concept was seen as a fact.
func (r *ruleSet) has(s *sight, concept string) bool {
	id, ok := r.byName[concept]
	return ok && s.seen[int(id)*perConcept]
}

// subKind tells interview mails apart, calendar parts first (RFC 5546 section 3.2).
func subKind(r *ruleSet, s *sight, m *mailbox.Message, k Kind) SubKind {
	if k != Interview {
		return ""
	}
	for i := range m.Calendars {
		switch cal := &m.Calendars[i]; {
		case cal.Cancelled:
			return Cancelled
		case cal.Method == mailbox.MethodRequest && cal.Sequence > 0:
			return Rescheduled
		case cal.Method == mailbox.MethodRequest:
			return Scheduled
		}
	}
	fixed := r.has(s, "interview-fixed") || r.has(s, "time-fixed")
	switch {
	case r.has(s, "missed"):
		return Missed
	case r.has(s, "cancel") && !r.has(s, "booking") && (!r.has(s, "times") || !s.namesTime()):
		return Cancelled // "when might you be free next week?" is no new time
	case r.has(s, "reschedule"):
		return Rescheduled
	case fixed && !r.has(s, "times") && !r.has(s, "booking"):
		return Scheduled
	case r.has(s, "interview-fixed") && r.has(s, "interview-details"):
		return Scheduled
	}
	return Invite
}
