package cadence

import (
	"fmt"

	"heardback/employer"
)

// withdrawals finds the unsent drafts that lost their reason (rule 6): no step asks for them any more, or one does but says
// that it would be wrong.
func (pl *planner) withdrawals() {
	byKey := map[string]*step{}
	for _, f := range pl.files {
		for _, s := range f.steps {
			if s.gone {
				continue
			}
			if old := byKey[s.Key]; old == nil || old.wrong {
				byKey[s.Key] = s
			}
			if s.merged != nil && len(mergedOf(s.merged)) == 0 && (byKey[s.merged.Key] == nil || byKey[s.merged.Key].wrong) {
				byKey[s.merged.Key] = s
			}
		}
	}
	owner := map[string]*file{}
	for _, f := range pl.files {
		for _, d := range f.drafts {
			if owner[d.Key] == nil || d.App == f.a.ID {
				owner[d.Key] = f
			}
		}
	}
	for _, d := range pl.recent {
		if d.State != employer.DraftUntouched && d.State != employer.DraftEdited {
			continue
		}
		s := byKey[d.Key]
		if s != nil && !s.wrong && pl.on("2.6") {
			continue
		}
		l := Lost{Key: d.Key, App: d.App, Kind: Kind(d.Kind), Rule: "2.6", Report: d.State == employer.DraftEdited}
		switch f := owner[d.Key]; {
		case s != nil && s.wrong:
			l.App = s.App
			last := s.Against[len(s.Against)-1]
			l.Reason, l.Doubt = last.Reason, last.Rule == "2.8" || last.Rule == "2.9"
			for _, x := range s.Against {
				if x.Rule == "2.6" {
					l.Reason = x.Reason
				}
			}
		case f == nil:
			l.Reason = "the application that it belongs to is no longer in the book"
		default:
			l.App = f.a.ID
			l.Reason, l.Doubt = f.changed(d), f.a.Suspended != "" && f.a.Stage.Open()
		}
		pl.plan.Withdraw = append(pl.plan.Withdraw, l)
	}
}

// changed says what happened since a draft was placed that took its reason away.
func (f *file) changed(d *employer.Draft) string {
	a := f.a
	switch a.Stage {
	case employer.Rejected:
		return fmt.Sprintf("they rejected you on %s", f.day(a.RejectedAt))
	case employer.Filled:
		return fmt.Sprintf("the role was filled or cancelled on %s", f.day(a.FilledAt))
	case employer.Withdrawn:
		return fmt.Sprintf("you withdrew on %s", f.day(a.WithdrawnAt))
	case employer.Accepted, employer.Declined:
		return "the offer is answered"
	case employer.Closed:
		return "the application is closed"
	case employer.OnHold:
		return fmt.Sprintf("they put the process on hold on %s", f.day(a.HoldAt))
	}
	placed := placedAt(d)
	if Kind(d.Kind) == ConfirmReschedule {
		for i := range a.Interviews {
			if at := a.Interviews[i].Start; at.After(placed) && !at.After(f.pl.now) {
				return fmt.Sprintf("the time that it confirms, %s, has come", f.local(at))
			}
		}
	}
	if x := f.taken(); x != nil {
		return fmt.Sprintf("you accepted at %s on %s", x.Employer, f.day(x.AcceptedAt))
	}
	if a.Suspended != "" {
		return "a question has to be settled first: " + a.Suspended
	}
	if f.clock.handover.After(placed) {
		return fmt.Sprintf("somebody else took over on %s", f.day(f.clock.handover))
	}
	for i := len(a.Inbound) - 1; i >= 0; i-- {
		if t := &a.Inbound[i]; t.At.After(placed) && !t.Ack {
			return fmt.Sprintf("they wrote on %s", f.day(t.At))
		}
	}
	for i := len(a.Outbound) - 1; i >= 0; i-- {
		if t := &a.Outbound[i]; t.At.After(placed) {
			return fmt.Sprintf("you wrote to them on %s", f.day(t.At))
		}
	}
	if Kind(d.Kind) == CompetingDeadline {
		return "the other offer no longer stands"
	}
	if !f.pl.now.Before(f.lapses(d)) {
		return "it lay unsent for too long and counts as spent"
	}
	return "what it was placed for no longer holds"
}
