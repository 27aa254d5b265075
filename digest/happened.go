package digest

import (
	"cmp"
	"slices"
	"strings"

	"heardback/employer"
)

// silent are the kinds of events that are no news by themselves; with a change of stage they are.
var silent = []employer.Kind{employer.KindNotice, employer.KindOutOfOffice, employer.KindOutreach}

// telling are the kinds of events whose heading says where the application stands afterwards.
var telling = []employer.Kind{
	employer.KindConfirmation, employer.KindApplied, employer.KindInvite, employer.KindScheduled, employer.KindRescheduled, employer.KindAssessment,
	employer.KindRejection, employer.KindOffer, employer.KindHold, employer.KindFilled, employer.KindWithdrawal,
}

// happened tells whom was heard from in the period and what changed, an item for each application with the quotes that decided.
func (g *gatherer) happened() []item {
	var items []item
	for i := range g.in.Book.Applications {
		a := g.in.Book.Applications[i]
		it := item{Who: g.name(a)}
		for _, e := range a.Timeline {
			_, stage, moved := strings.Cut(e.Text, " → ")
			if e.Superseded || e.At.Before(g.in.Period.From) || e.At.After(g.in.Now) || e.Source == "draft" {
				continue
			}
			if !moved && (e.Source != "mail" || slices.Contains(silent, e.Kind)) {
				continue
			}
			line := g.heading(string(e.Kind))
			if moved && g.w.has("stage."+stage) && !slices.Contains(telling, e.Kind) {
				line = g.w.say("happened.stage", "heading", line, "stage", g.w.say("stage."+stage))
			}
			line = sentence(g.date(e.At)) + " – " + line
			if it.Text == "" {
				it.Text = line
			} else {
				it.Lines = append(it.Lines, line)
			}
			if e.Quote != "" {
				it.Quote = clean(e.Quote, quoteLength)
			}
			it.at = e.At
		}
		if it.Text != "" {
			items = append(items, it)
		}
	}
	slices.SortStableFunc(items, func(a, b item) int { return cmp.Or(b.at.Compare(a.at), cmp.Compare(a.Who, b.Who)) })
	return items
}

// moveOn tells kindly of applications that time has ended, in this period.
func (g *gatherer) moveOn() []item {
	var items []item
	for _, c := range slices.Concat(g.in.Plan.Settled, g.in.Plan.Changes) {
		a := g.application(c.App)
		if a == nil || c.At.Before(g.in.Period.From) {
			continue
		}
		key := "notice." + string(c.To)
		if !g.w.has(key) {
			continue
		}
		it := item{Who: g.name(a), Text: g.w.say(key), at: c.At}
		if n := len(a.Inbound); n > 0 {
			it.Lines = []string{g.w.say("wait.heard", "date", g.date(a.Inbound[n-1].At))}
		}
		items = append(items, it)
	}
	sortItems(items)
	return items
}

// trouble is what the daemon could not do: what it means in the user's language, then the words of the log.
func (g *gatherer) trouble() []item {
	var items []item
	for _, kind := range []TroubleKind{Failed, Unreadable, Template} {
		var lines, told []string
		for _, x := range g.in.Trouble {
			if x.Kind != kind || slices.Contains(told, x.Text) {
				continue
			}
			told = append(told, x.Text)
			line := clean(x.Text, quoteLength*2)
			if !x.At.IsZero() {
				line = sentence(g.date(x.At)) + " – " + line
			}
			lines = append(lines, line)
		}
		if len(lines) > 0 {
			items = append(items, item{Text: g.w.say("trouble." + string(kind)), Lines: lines})
		}
	}
	return items
}

// advice shows the values of the policy that break the advice, in the words of the log.
func (g *gatherer) advice() []item {
	var lines []string
	for _, p := range g.in.Policy.Validate(true) {
		lines = append(lines, p.String())
	}
	if len(lines) == 0 {
		return nil
	}
	return []item{{Text: g.w.say("policy.advice"), Lines: lines}}
}

// would shows in full what observe mode did not place (POLICY.md rule 16).
func (g *gatherer) would(all []Would) section {
	s := section{ID: "would"}
	for _, x := range all {
		to := clean(x.To, nameLength)
		i := item{Text: g.w.say("draft-line.would-plain", "date", g.date(x.At), "to", to), at: x.At}
		if x.Kind != "" {
			i.Text = g.w.say("draft-line.would", "date", g.date(x.At), "to", to, "kind", g.letter(x.Kind))
			i.Lines = g.reason(x.Kind)
		}
		i.Letter = g.w.say("draft-line.subject", "subject", clean(x.Subject, subjectLength)) + "\n\n" + cleanText(x.Body)
		s.Items = append(s.Items, i)
	}
	if len(all) > 0 {
		s.Note = g.w.say("draft-line.mode")
	}
	return s
}
