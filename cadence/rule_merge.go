package cadence

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"heardback/employer"
)

// merge applies rule 1 across applications: one nudge per contact per 7 days, two due for one contact become one letter; then
// rule 10 sets day and hour, and rule 13 drops what comes too late.
func (pl *planner) merge() {
	last := pl.lastNudges()
	fresh := map[string][]*step{}
	var order []string
	for _, f := range pl.files {
		for _, s := range f.steps {
			switch {
			case s.gone:
			case !s.Nudge:
				s.timely()
			case s.Suppressed || s.To.Address == "":
				s.day = f.r.rollNudge(s.day, pl.firstDay, pl.lastDay)
				s.at(s.day)
			default:
				key := strings.ToLower(s.To.Address)
				if fresh[key] == nil {
					order = append(order, key)
				}
				fresh[key] = append(fresh[key], s)
			}
		}
	}
	pl.oneThanks()
	for _, key := range order {
		pl.spread(pl.regroup(fresh[key]), last[key])
	}
	pl.unite()
}

// lastNudge is when a contact was last nudged: by a sent letter or a call, or by a draft that lies ready.
type lastNudge struct {
	day day
	set bool
}

// lastNudges finds the last nudge of every contact, in all applications.
func (pl *planner) lastNudges() map[string]lastNudge {
	last := map[string]lastNudge{}
	see := func(address string, t time.Time) {
		key := strings.ToLower(address)
		if d := dayOf(t, pl.zone); key != "" && (!last[key].set || d > last[key].day) {
			last[key] = lastNudge{d, true}
		}
	}
	for _, f := range pl.files {
		for i := range f.a.Outbound {
			t := &f.a.Outbound[i]
			if !t.Nudge {
				continue
			}
			address := t.Who.Address
			if c := f.recipient(); address == "" && c != nil {
				address = c.Address
			}
			see(address, t.At)
		}
	}
	for _, d := range pl.recent {
		if isNudge(Kind(d.Kind)) && unsent(d) {
			see(d.To.Address, placedAt(d))
		} else if isNudge(Kind(d.Kind)) && d.State == employer.DraftSent {
			see(d.To.Address, d.StateAt)
		}
	}
	return last
}

// regroup puts the parts of an unsent merged draft together again. A draft that lost one of its parts has lost its reason; the
// others then start afresh the next morning.
func (pl *planner) regroup(steps []*step) []*step {
	byDraft := map[*employer.Draft][]*step{}
	for _, s := range steps {
		if s.merged != nil {
			byDraft[s.merged] = append(byDraft[s.merged], s)
		}
	}
	for d, parts := range byDraft {
		n := len(mergedOf(d))
		switch {
		case n == 0: // another person's draft of the same cause
			for _, s := range parts {
				s.at(s.f.r.rollNudge(s.day, pl.firstDay, pl.lastDay))
			}
		case n == len(parts):
			slices.SortFunc(parts, lead)
			join(parts)
			parts[0].Key, parts[0].Drafted = d.Key, true
		default:
			for _, s := range parts {
				s.Drafted = false
				s.day = max(s.day, pl.today+1)
			}
		}
	}
	return slices.DeleteFunc(steps, func(s *step) bool { return s.gone })
}

// spread gives the steps to one contact their days, earliest first, and merges those that meet.
func (pl *planner) spread(steps []*step, last lastNudge) {
	slices.SortFunc(steps, func(a, b *step) int {
		if a.day != b.day {
			return int(a.day) - int(b.day)
		}
		return lead(a, b)
	})
	var free day
	if last.set {
		free = last.day + day(pl.p.GapDays)
	}
	if !pl.on("2.1.gap") {
		free = 0
	}
	dated := map[*step]bool{}
	for _, s := range steps {
		if d, late := pl.tooLate(s, last); late && !s.gone && !s.Drafted && pl.on("2.13") {
			s.at(d)
			dated[s] = true
		}
	}
	for i, s := range steps {
		if s.gone || dated[s] {
			continue
		}
		if s.Drafted {
			s.at(s.f.r.rollNudge(s.day, pl.firstDay, pl.lastDay))
			continue
		}
		d := pl.weekday(s, s.day)
		if d < free {
			s.note("2.1", fmt.Sprintf("%s had a letter on %s: at least %d days lie between two", s.To.Name, last.day, pl.p.GapDays), pl.place.on(free, pl.zone))
			d = pl.weekday(s, free)
		}
		group := []*step{s}
		for _, x := range steps[i+1:] {
			if !x.gone && !x.Drafted && !dated[x] && pl.weekday(x, x.day) <= d && pl.on("2.1.merge") {
				group = append(group, x)
			}
		}
		if len(group) > 1 {
			slices.SortFunc(group, lead)
			join(group)
			s = group[0]
		}
		if d < pl.today && s.f.r.between(d, pl.today) <= pl.p.LateBusinessDays {
			d = pl.weekday(s, pl.today) // found late, but not too late (rule 13)
		}
		if d == pl.today && pl.now.After(pl.sendUntil.on(d, pl.zone)) {
			d = pl.weekday(s, d+1) // too late in the day to be sent: the next morning will do (rule 10)
		}
		s.at(d)
		dated[s] = true
		if pl.on("2.1.gap") {
			last, free = lastNudge{d, true}, d+day(pl.p.GapDays)
		}
	}
	for _, s := range steps {
		if !s.gone {
			s.timely()
		}
	}
}

// tooLate reports whether a step's day passed so long ago that rule 13 drops it. A step that had to wait for the contact's last
// letter counts from when it was free to go; a letter after its time was over gives it no new life.
func (pl *planner) tooLate(s *step, last lastNudge) (day, bool) {
	d := pl.weekday(s, s.day)
	if last.set && last.day <= s.f.r.add(d, pl.p.LateBusinessDays) {
		d = max(d, pl.weekday(s, last.day+day(pl.p.GapDays)))
	}
	return d, d < pl.today && s.f.r.between(d, pl.today) > pl.p.LateBusinessDays
}

// weekday rolls a day to the weekdays of nudges in the recipient's region (rule 10).
func (pl *planner) weekday(s *step, d day) day {
	if !pl.on("2.10") {
		return d
	}
	return s.f.r.rollNudge(d, pl.firstDay, pl.lastDay)
}

// leadOrder says which of two merged letters speaks: the rarer occasion.
var leadOrder = []Kind{CheckIn, DecisionDate, Status1, Status2, ApplicationFollowup, ArrivedSafely}

// lead orders the parts of a merged letter: the one that speaks comes first.
func lead(a, b *step) int {
	if c := slices.Index(leadOrder, a.Kind) - slices.Index(leadOrder, b.Kind); c != 0 {
		return c
	}
	if c := strings.Compare(a.f.a.Role, b.f.a.Role); c != 0 {
		return c
	}
	return strings.Compare(a.App, b.App)
}

// join merges steps into the first.
func join(group []*step) {
	s := group[0]
	s.Apps, s.Facts.Roles = nil, nil
	var also []string
	for _, x := range group {
		s.Parts = append(s.Parts, Part{App: x.App, Kind: x.Kind, Cause: x.Cause})
		if !slices.Contains(s.Apps, x.App) {
			s.Apps = append(s.Apps, x.App)
		}
		if r := x.f.a.Role; r != "" && !slices.Contains(s.Facts.Roles, r) {
			s.Facts.Roles = append(s.Facts.Roles, r)
		}
		s.Facts.Interviewed = s.Facts.Interviewed || x.Facts.Interviewed
		if x != s {
			x.gone = true
			also = append(also, fmt.Sprintf("%s for %s", x.Kind, x.f.a.Role))
		}
	}
	s.Cause = mergedCause(s.Parts)
	s.Key = stepKey(s.Kind, s.To.Address, s.Cause)
	s.Why += "; one letter also holds " + strings.Join(also, " and ") + ", since both are due to the same person"
}

// at puts the hour on a day: the policy's hour of placing for the user, the morning of the recipient for sending (rule 10).
func (s *step) at(d day) {
	pl := s.f.pl
	s.day = d
	s.Due = pl.place.on(d, pl.zone)
	s.Expires = s.f.endOf(s.f.r.add(d, pl.p.LateBusinessDays))
	zone := recipientZone(s.f.a, &s.To, pl.zone)
	send := pl.sendFrom.on(d, zone)
	if pl.sendUntil.on(d, zone).Before(s.Due) {
		send = pl.sendFrom.on(s.f.r.add(d, 1), zone)
	}
	if send.Before(s.Due) {
		send = s.Due
	}
	s.SendAt = send.In(pl.zone)
}

// timely drops a step that was found too late (rule 13), or whose time is over. A draft that lies ready is not late; it is
// taken back only where the table says that its kind expires.
func (s *step) timely() {
	pl := s.f.pl
	if s.Suppressed || s.Drafted && !expires(s.Kind) {
		return
	}
	if !s.Expires.IsZero() && !pl.now.Before(s.Expires) && pl.on("2.13") {
		s.block("2.13", fmt.Sprintf("it was due on %s and is too late now", dayOf(s.Due, pl.zone)), true)
	}
}

// expires reports whether a letter of the kind loses its reason by time alone.
func expires(k Kind) bool {
	return k == ThankYou || k == FeedbackRequest || k == Thanks
}

// unite leaves one of several steps with the same key: what two applications ask of one person for one cause is one letter.
func (pl *planner) unite() {
	seen := map[string]*step{}
	for _, f := range pl.files {
		for _, s := range f.steps {
			if s.gone || s.To.Address == "" || s.Suppressed {
				continue
			}
			first := seen[s.Key]
			if first == nil {
				seen[s.Key] = s
				continue
			}
			s.gone = true
			if !slices.Contains(first.Apps, s.App) {
				first.Apps = append(first.Apps, s.App)
				first.Facts.Roles = append(first.Facts.Roles, s.Facts.Roles...)
			}
		}
	}
}
