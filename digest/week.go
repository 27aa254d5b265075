package digest

import (
	"slices"
	"strings"
	"time"

	"heardback/employer"
)

// ahead is how far the coming days reach.
const ahead = 8 * 24 * time.Hour

// week lists the interviews of the coming days and notes them in c for the calendar file.
func (g *gatherer) week(c *content) section {
	s := section{ID: "week"}
	type talk struct {
		a *employer.Application
		v employer.Interview
	}
	var talks []talk
	for i := range g.in.Book.Applications {
		a := g.in.Book.Applications[i]
		for _, v := range a.Interviews {
			if g.coming(v) && v.Start.Before(g.in.Now.Add(ahead)) && g.stage(a).Open() {
				talks = append(talks, talk{a, v})
			}
		}
	}
	slices.SortStableFunc(talks, func(x, y talk) int { return x.v.Start.Compare(y.v.Start) })
	for _, t := range talks {
		s.Items = append(s.Items, g.interviewItem(t.a, t.v))
		c.events = append(c.events, t.v)
		c.titles = append(c.titles, g.name(t.a))
	}
	if len(talks) > 0 {
		s.Note = g.w.say("interview.attached")
		c.notes = g.w.list("interview.check")
	}
	return s
}

// coming reports whether an interview is fixed and not over.
func (g *gatherer) coming(v employer.Interview) bool {
	if v.State != "scheduled" || v.Start.IsZero() {
		return false
	}
	if v.DateOnly {
		return days(g.in.Now, v.Start, g.in.Zone) >= 0
	}
	return v.Start.After(g.in.Now)
}

func (g *gatherer) interviewItem(a *employer.Application, v employer.Interview) item {
	i := item{Who: g.name(a), at: v.Start}
	if v.DateOnly {
		i.Text = g.w.say("interview.day", "date", g.date(v.Start))
	} else {
		i.Text = g.w.say("interview.at", "time", g.span(v.Start, v.End, g.in.Zone), "zone", v.Start.In(g.in.Zone).Format("MST"))
	}
	if g.w.has("interview." + v.Method) {
		i.Text += ", " + g.w.say("interview."+v.Method)
	}
	if theirs, ok := theirZone(v); ok && !v.DateOnly && v.Start.In(theirs).Format("15:04") != v.Start.In(g.in.Zone).Format("15:04") {
		i.Lines = append(i.Lines, g.w.say("interview.there", "time", g.clockIn(v.Start, theirs), "zone", v.Start.In(theirs).Format("MST")))
	}
	var names []string
	for _, p := range v.Interviewers {
		if n := person(p.Name, p.Address); n != "" {
			names = append(names, n)
		}
	}
	if len(names) > 0 {
		i.Lines = append(i.Lines, g.w.say("interview.with", "names", strings.Join(names, ", ")))
	}
	if p := clean(v.Place, quoteLength); p != "" {
		i.Lines = append(i.Lines, p)
	}
	if days(g.in.Now, v.Start, g.in.Zone) <= 1 {
		i.List = g.checklist()
	}
	return i
}

// checklist is what to ask in an interview (POLICY.md section 1), with its heading.
func (g *gatherer) checklist() []string {
	return append([]string{g.w.say("interview.checklist")}, g.w.list("interview.check")...)
}

// theirZone is the zone of an interview where it is that of a place: a time in UTC says nothing of where they are.
func theirZone(v employer.Interview) (*time.Location, bool) {
	switch v.Zone {
	case "", "UTC", "Etc/UTC", "Z", "Local":
		return nil, false
	}
	l, err := time.LoadLocation(v.Zone)
	return l, err == nil
}
