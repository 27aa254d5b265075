package digest

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"heardback/cadence"
	"heardback/employer"
)

// content is a letter before it becomes text and HTML.
type content struct {
	Greeting string
	Sections []section
	Foot     string
	empty    bool
}

type section struct {
	Title string
	Items []item
}

// item is one thing to tell.
type item struct {
	Text    string
	Detail  []string // quotes and reasons
	Command string   // the one command that settles it
	Letter  string   // the full text of a draft (observe mode)
}

// contentOf gathers what there is to tell, in the order of the digest.
func contentOf(in Input) content {
	w, err := wordsOf(in.Language)
	if err != nil {
		w = words{}
	}
	g := gatherer{in, w}
	all := []section{
		{w.say("needs"), g.needs()},
		{w.say("this-week"), g.interviews()},
		{w.say("happened"), g.happened()},
		{w.say("waiting"), g.waiting()},
		{w.say("calls"), g.calls()},
		{w.say("move-on"), g.moveOn()},
		{w.say("would"), g.would()},
		{w.say("numbers"), g.numbers()},
		{w.say("trouble"), g.trouble()},
	}
	c := content{Greeting: w.say("lead"), Foot: w.say("foot"), empty: true}
	for i, s := range all {
		if len(s.Items) == 0 {
			continue
		}
		c.Sections = append(c.Sections, s)
		if i != 3 && i != 7 { // waiting and numbers alone are no news
			c.empty = false
		}
	}
	if c.empty {
		c.Greeting = w.say("lead-empty")
	}
	return c
}

type gatherer struct {
	in Input
	w  words
}

func (g gatherer) date(t time.Time) string { return t.In(g.in.Zone).Format(g.w.say("date")) }
func (g gatherer) clock(t time.Time) string {
	return t.In(g.in.Zone).Format(g.w.say("date") + " 15:04")
}

func name(a employer.Application) string {
	if a.Role == "" {
		return a.Employer
	}
	return a.Employer + " (" + a.Role + ")"
}

func noticeItem(n cadence.Notice) item { return item{Text: n.Text, Command: n.Command} }

func (g gatherer) needs() []item {
	var items []item
	for _, n := range g.in.Plan.Notices {
		items = append(items, noticeItem(n))
	}
	for _, d := range g.in.Book.Drafts {
		if d.State == employer.DraftUntouched || d.State == employer.DraftEdited {
			items = append(items, item{Text: g.w.say("draft-waits", "kind", d.Kind, "to", d.To.Address, "subject", d.Subject, "date", g.date(d.PlacedAt)), Detail: []string{d.Reason}})
		}
	}
	for _, q := range g.in.Book.Questions {
		items = append(items, item{Text: q.Text, Command: q.Command})
	}
	return items
}

func (g gatherer) interviews() []item {
	var items []item
	for _, a := range g.in.Book.Applications {
		for _, i := range a.Interviews {
			if i.State == "scheduled" && i.Start.After(g.in.Now) && i.Start.Before(g.in.Now.AddDate(0, 0, 8)) {
				items = append(items, item{Text: g.w.say("interview", "who", name(a), "time", g.clock(i.Start), "zone", g.in.Zone.String())})
			}
		}
	}
	return items
}

func (g gatherer) happened() []item {
	type dated struct {
		at time.Time
		item
	}
	var all []dated
	for _, a := range g.in.Book.Applications {
		for _, e := range a.Timeline {
			if e.Source != "mail" || e.Superseded || e.At.Before(g.in.Period.From) || e.At.After(g.in.Now) {
				continue
			}
			i := item{Text: fmt.Sprintf("%s — %s: %s", g.date(e.At), name(a), e.Text)}
			if e.Quote != "" {
				i.Detail = []string{"“" + e.Quote + "”"}
			}
			all = append(all, dated{e.At, i})
		}
	}
	slices.SortStableFunc(all, func(a, b dated) int { return a.at.Compare(b.at) })
	var items []item
	for _, d := range all {
		items = append(items, d.item)
	}
	return items
}

func (g gatherer) waiting() []item {
	var items []item
	for _, a := range g.in.Book.Applications {
		stage := g.in.Stages[a.ID]
		if !stage.Open() || stage == employer.Quiet {
			continue
		}
		heard := a.AppliedAt
		for _, t := range a.Inbound {
			heard = t.At
		}
		i := item{Text: g.w.say("waits", "who", name(a), "stage", string(stage), "date", g.date(heard))}
		if s := g.next(a.ID); s != nil {
			i.Detail = []string{g.w.say("next", "kind", string(s.Kind), "date", g.date(s.Due)) + " " + s.Why}
		}
		items = append(items, i)
	}
	return items
}

// next returns the next step of an application that will be placed, nil if there is none.
func (g gatherer) next(app string) *cadence.Step {
	var best *cadence.Step
	for i := range g.in.Plan.Steps {
		s := &g.in.Plan.Steps[i]
		if !s.Suppressed && (s.App == app || slices.Contains(s.Apps, app)) && (best == nil || s.Due.Before(best.Due)) {
			best = s
		}
	}
	return best
}

func (g gatherer) calls() []item {
	var items []item
	for _, c := range g.in.Plan.Calls {
		if c.Allowed {
			items = append(items, item{Text: g.w.say("call", "who", c.To.Name, "phone", c.To.Phone), Detail: []string{c.Why}})
		}
	}
	return items
}

func (g gatherer) moveOn() []item {
	var items []item
	for _, c := range g.in.Plan.Changes {
		for _, a := range g.in.Book.Applications {
			if a.ID == c.App && !c.At.Before(g.in.Period.From) {
				items = append(items, item{Text: g.w.say("moved-on", "who", name(a), "date", g.date(c.At)), Detail: []string{c.Why}})
			}
		}
	}
	return items
}

func (g gatherer) would() []item {
	var items []item
	for _, x := range g.in.Would {
		items = append(items, item{Text: g.w.say("would-place", "date", g.date(x.At), "to", x.To, "subject", x.Subject), Detail: []string{x.Why}, Letter: x.Body})
	}
	return items
}

// fewest is the number of cases under which no rate is shown.
const fewest = 5

func (g gatherer) numbers() []item {
	total, answered := 0, 0
	var days []int
	for _, a := range g.in.Book.Applications {
		start := a.AppliedAt
		if start.IsZero() {
			start = a.ConfirmedAt
		}
		if start.IsZero() {
			continue
		}
		total++
		for _, t := range a.Inbound {
			if t.Kind != string(employer.KindConfirmation) && !t.Ack {
				answered++
				days = append(days, int(t.At.Sub(start).Hours()/24))
				break
			}
		}
	}
	if total == 0 {
		return nil
	}
	items := []item{{Text: g.w.say("count", "n", fmt.Sprint(total), "answered", fmt.Sprint(answered))}}
	if total >= fewest && len(days) >= fewest {
		slices.Sort(days)
		items = append(items, item{Text: g.w.say("median", "days", fmt.Sprint(days[len(days)/2]))})
	}
	return items
}

func (g gatherer) trouble() []item {
	lines := slices.Clone(g.in.Trouble)
	slices.SortFunc(lines, cmp.Compare[string])
	var items []item
	for _, l := range slices.Compact(lines) {
		items = append(items, item{Text: strings.TrimSpace(l)})
	}
	return items
}
