package cadence

import "strings"

// oneThanks leaves one thank-you to a person for one talk, also where the book has it under two roles: the one that is drafted already,
// else the one that a calendar entry fixed.
func (pl *planner) oneThanks() {
	type talk struct {
		to string
		at int64
	}
	kept := map[talk]*step{}
	weight := func(s *step) (n int) {
		if s.Drafted {
			n += 2
		}
		if iv := s.f.held; iv != nil && iv.UID != "" {
			n++
		}
		return n
	}
	for _, f := range pl.files {
		for _, s := range f.steps {
			if s.Kind != ThankYou || s.To.Address == "" || s.gone {
				continue
			}
			t := talk{strings.ToLower(s.To.Address), s.Facts.Interview.Unix()}
			switch old := kept[t]; {
			case old == nil:
				kept[t] = s
			case weight(s) > weight(old):
				old.gone, kept[t] = true, s
			default:
				s.gone = true
			}
		}
	}
}
