package digest

import (
	"cmp"
	"slices"
	"time"

	"heardback/cadence"
	"heardback/employer"
)

// waiting lists the open applications at which nothing is for the user to do: since when, until when patience is normal, and what
// comes then; after them the notices that ask for nothing.
func (g *gatherer) waiting() []item {
	var items []item
	for i := range g.in.Book.Applications {
		a := g.in.Book.Applications[i]
		stage := g.stage(a)
		if !stage.Open() || stage == employer.Quiet || stage == employer.Offered || g.asked(a) || g.soon(a) {
			continue
		}
		items = append(items, g.waitingItem(a, stage))
	}
	slices.SortStableFunc(items, func(a, b item) int { return cmp.Or(a.at.Compare(b.at), cmp.Compare(a.Who, b.Who)) })
	for _, n := range g.in.Plan.Notices {
		if !slices.Contains(asides, n.Kind) {
			continue
		}
		if a := g.application(n.App); a != nil && !g.stage(a).Open() {
			continue // it is over, and stands under what to move on from
		}
		note := g.noticeItem(n)
		at := slices.IndexFunc(items, func(i item) bool { return i.Who == note.Who })
		switch {
		case at < 0:
			items = append(items, note)
		case !slices.Contains(items[at].Lines, note.Text):
			items[at].Lines = append(items[at].Lines, note.Text)
		}
	}
	return items
}

// soon reports whether an interview of the application stands under the coming days.
func (g *gatherer) soon(a *employer.Application) bool {
	return slices.ContainsFunc(a.Interviews, func(v employer.Interview) bool { return g.coming(v) && v.Start.Before(g.in.Now.Add(ahead)) })
}

// asked reports whether the employer waits for the user.
func (g *gatherer) asked(a *employer.Application) bool {
	return slices.ContainsFunc(g.in.Plan.Notices, func(n cadence.Notice) bool {
		return n.App == a.ID && slices.Contains([]string{"invitation", "assessment", "info", "call-asked", "offer"}, n.Kind)
	})
}

func (g *gatherer) waitingItem(a *employer.Application, stage employer.Stage) item {
	since, heard := g.since(a), time.Time{}
	for _, t := range a.Inbound {
		heard = t.At
	}
	i := item{Who: g.name(a), Text: g.w.say("wait.since", "stage", sentence(g.w.say("stage."+string(stage))), "date", g.date(since))}
	if heard.IsZero() {
		i.Text += " " + g.w.say("wait.none")
	} else if days(heard, since, g.in.Zone) != 0 {
		i.Text += " " + g.w.say("wait.heard", "date", g.date(heard))
	}
	until, line := g.patience(a, stage, since)
	i.at = until
	if line != "" {
		i.Lines = []string{line}
	}
	return i
}

// since is when an application came where it stands.
func (g *gatherer) since(a *employer.Application) time.Time {
	for _, t := range []time.Time{a.StageSince, a.AppliedAt, a.ConfirmedAt} {
		if !t.IsZero() {
			return t
		}
	}
	return g.in.Now
}

// patience says until when it is normal to hear nothing, and what comes then. Where no draft is to come that is the time after
// which an application counts as quiet (POLICY.md section 1, row "Silent").
func (g *gatherer) patience(a *employer.Application, stage employer.Stage, since time.Time) (time.Time, string) {
	for _, v := range a.Interviews {
		if g.coming(v) {
			return v.Start, g.w.say("wait.meeting", "date", g.date(v.Start))
		}
	}
	for _, d := range g.in.Book.Drafts {
		if d.App == a.ID && (d.State == employer.DraftUntouched || d.State == employer.DraftEdited) {
			return d.PlacedAt, g.w.say("wait.ready")
		}
	}
	if stage == employer.OnHold && a.HoldUntil.After(g.in.Now) {
		return a.HoldUntil, g.w.say("wait.held", "date", g.date(a.HoldUntil))
	}
	named := ""
	for _, s := range a.Statements {
		if s.Class == "window" && s.Until.After(g.in.Now) {
			named = g.w.say("wait.named", "date", g.date(s.Until)) + " "
		}
	}
	if s := g.next(a.ID); s != nil {
		return s.Due, named + g.w.say("wait.normal", "date", g.date(s.Due)) + " " + g.w.say("wait.next", "kind", g.letter(string(s.Kind)))
	}
	until := since.AddDate(0, 0, g.in.Policy.QuietAfterDays)
	if stage == employer.Interviewed || stage == employer.Pending {
		until = since.AddDate(0, 0, g.in.Policy.QuietAfterInterviewBusiness*7/5)
	}
	if !until.After(g.in.Now) {
		return until, named
	}
	return until, named + g.w.say("wait.about", "date", g.date(until)) + " " + g.w.say("wait.nothing")
}

// next returns the next step of an application that will be placed, nil if there is none.
func (g *gatherer) next(app string) *cadence.Step {
	var best *cadence.Step
	for i := range g.in.Plan.Steps {
		s := &g.in.Plan.Steps[i]
		if !s.Suppressed && !s.Drafted && s.Due.After(g.in.Now) && (s.App == app || slices.Contains(s.Apps, app)) && (best == nil || s.Due.Before(best.Due)) {
			best = s
		}
	}
	return best
}
