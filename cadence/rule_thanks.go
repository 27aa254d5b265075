package cadence

import "strings"

// oneThanks leaves one thank-you to a person for one day of talks: the same talk may stand in the book under two roles, and a day at an
// employer may have an entry for each hour, all by one organiser. The one that is drafted already stays, else the one after the last talk,
// of two for the same talk the one that a calendar entry fixed.
func (pl *planner) oneThanks() {
	type talks struct {
		to  string
		day day
	}
	kept := map[talks]*step{}
	better := func(s, old *step) bool {
		switch {
		case s.Drafted != old.Drafted:
			return s.Drafted
		case !s.Facts.Interview.Equal(old.Facts.Interview):
			return s.Facts.Interview.After(old.Facts.Interview)
		}
		return s.f.inCalendar() && !old.f.inCalendar()
	}
	for _, f := range pl.files {
		for _, s := range f.steps {
			if s.Kind != ThankYou || s.To.Address == "" || s.gone {
				continue
			}
			t := talks{strings.ToLower(s.To.Address), f.day(s.Facts.Interview)}
			switch old := kept[t]; {
			case old == nil:
				kept[t] = s
			case better(s, old):
				old.gone, kept[t] = true, s
			default:
				s.gone = true
			}
		}
	}
}

// inCalendar reports whether a calendar entry fixed the last talk that was held.
func (f *file) inCalendar() bool { return f.held != nil && f.held.UID != "" }
