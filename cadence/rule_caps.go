package cadence

import (
	"fmt"
	"slices"

	"heardback/employer"
)

// caps is rule 14: at most so many nudges a day and per employer and week, the rest waits; and the brake, when so many drafts
// are due at once that something must be wrong.
func (pl *planner) caps() {
	var due []*step
	for _, f := range pl.files {
		for _, s := range f.steps {
			if !s.gone && !s.Suppressed && !s.Drafted && !s.Due.After(pl.now) {
				due = append(due, s)
			}
		}
	}
	if len(due) > pl.p.BrakeDrafts && pl.on("2.14.brake") {
		pl.plan.Brake = fmt.Sprintf("%d drafts are due at once, more than %d: something is wrong, and none is placed", len(due), pl.p.BrakeDrafts)
		pl.plan.Notices = append(pl.plan.Notices, Notice{Key: "brake:" + pl.today.String(), Kind: "brake", At: pl.now, SameDay: true, Rule: "2.14",
			Text: pl.plan.Brake + ".", Command: "heardback status"})
	}
	today, week := pl.placed()
	slices.SortStableFunc(due, func(a, b *step) int { return a.Due.Compare(b.Due) })
	for _, s := range due {
		if !s.Nudge {
			continue
		}
		firm := firmKey(s.f.a)
		switch {
		case today >= pl.p.NudgesPerDay && pl.on("2.14.day"):
			s.hold(fmt.Sprintf("%d letters were placed today, the most for a day", pl.p.NudgesPerDay), pl.today+1)
		case week[firm] >= pl.p.NudgesPerEmployerWeek && pl.on("2.14.week"):
			s.hold(fmt.Sprintf("%s has had %d letters within a week", s.f.a.Employer, week[firm]), pl.today+1)
		default:
			today++
			week[firm]++
		}
	}
}

// hold lets a due step wait until the hour of placing on a day.
func (s *step) hold(reason string, until day) {
	s.Suppressed = true
	until = s.f.r.rollNudge(until, s.f.pl.firstDay, s.f.pl.lastDay)
	s.Against = append(s.Against, Against{Rule: "2.14", Reason: reason, Until: s.f.pl.place.on(until, s.f.pl.zone), Blocks: true})
	s.f.tell(Notice{Key: "waiting:" + s.Key, Kind: "waiting", At: s.Due, Rule: "2.14", Step: s.Key,
		Text: fmt.Sprintf("The %s to %s waits until %s: %s.", s.Kind, who(s.f.a), until, reason)})
}

// placed counts the nudges placed today, and per employer within the last seven days.
func (pl *planner) placed() (today int, week map[string]int) {
	week = map[string]int{}
	firms := map[string]string{}
	for _, f := range pl.files {
		for _, d := range f.drafts {
			if isNudge(Kind(d.Kind)) {
				firms[d.Key] = firmKey(f.a)
			}
		}
	}
	for _, d := range pl.recent {
		if !isNudge(Kind(d.Kind)) || d.PlacedAt.IsZero() || d.State == employer.DraftIntended {
			continue
		}
		placed := dayOf(d.PlacedAt, pl.zone)
		if placed == pl.today {
			today++
		}
		if placed > pl.today-7 {
			week[firms[d.Key]]++
		}
	}
	return today, week
}
