package round

import (
	"heardback/employer"
	"heardback/mailbox"
)

// calendarReply finds what the other side answers to a calendar entry that the user sent (RFC 5546 sections 3.2.3 and 3.2.7): it declines,
// so that no talk takes place at that time, or counters with another time. An acceptance, or a perhaps, tells no news by itself.
func (r *Round) calendarReply(m *mailbox.Message) (kind employer.Kind, entry *mailbox.Calendar) {
	if m.Own {
		return "", nil
	}
	for i := range m.Calendars {
		c := &m.Calendars[i]
		if c.Organizer.Address != "" && !r.mine(c.Organizer.Address) || c.Start.IsZero() {
			continue // an entry of the employer's: another guest answers
		}
		switch c.Method {
		case mailbox.MethodCounter:
			return employer.KindRescheduled, c
		case mailbox.MethodReply:
			for _, a := range c.Attendees {
				if a.PartStat == "DECLINED" && !r.mine(a.Address.Address) {
					return employer.KindCancelled, c
				}
			}
		}
	}
	return "", nil
}

// answersEntry makes the event one about the calendar entry that it answers.
func answersEntry(e *employer.Event, c *mailbox.Calendar) {
	e.Interview = &employer.Interview{UID: c.UID, Sequence: c.Sequence, Start: c.Start, End: c.End, Zone: c.Zone, DateOnly: c.AllDay}
	e.Acts, e.Uncertain, e.Human = append(e.Acts, employer.ActCalendarReply), false, true
}
