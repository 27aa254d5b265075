package digest

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"heardback/cadence"
	"heardback/employer"
)

// needs is what only the user can do: notices, questions and drafts that wait, the most pressing first.
func (g *gatherer) needs() []item {
	var items []item
	for _, n := range g.in.Plan.Notices {
		if slices.Contains(asides, n.Kind) || slices.Contains(elsewhere, n.Kind) || strings.HasPrefix(n.Key, "question:") || redundant(n, g.in.Plan.Notices) {
			continue
		}
		items = append(items, g.noticeItem(n))
	}
	for _, q := range g.in.Book.Questions {
		items = append(items, g.questionItem(q))
	}
	for i := range g.in.Book.Drafts {
		if it, ok := g.draftItem(&g.in.Book.Drafts[i]); ok {
			items = append(items, it)
		}
	}
	sortItems(items)
	var once []item
	for _, it := range items {
		if !slices.ContainsFunc(once, func(o item) bool { return o.Who == it.Who && o.Text == it.Text && o.By == it.By }) {
			once = append(once, it)
		}
	}
	return once
}

func sortItems(items []item) {
	slices.SortStableFunc(items, func(a, b item) int { return cmp.Or(cmp.Compare(a.rank, b.rank), a.at.Compare(b.at)) })
}

// draftItem tells of a draft that waits for the user: ready, edited, or left without its reason.
func (g *gatherer) draftItem(d *employer.Draft) (item, bool) {
	i := item{Who: g.name(g.application(d.App)), at: d.PlacedAt, rank: rankDraft}
	key := ""
	switch {
	case d.State == employer.DraftUntouched:
		key = "draft-line.ready"
	case d.State == employer.DraftEdited:
		key = "draft-line.edited"
	case d.State == employer.DraftReported && !d.StateAt.Before(g.in.Period.From):
		key = "draft-line.reported"
	case d.State == employer.DraftDeleted && d.Doubt && !d.StateAt.Before(g.in.Period.From):
		key = "draft-line.doubt"
	default:
		return i, false
	}
	i.Text = g.w.say(key, "to", person(d.To.Name, d.To.Address), "date", g.date(d.PlacedAt), "kind", g.letter(d.Kind))
	if d.Doubt {
		i.Commands = []command{{g.w.say("cmd.restore"), "heardback drafts restore " + shellWord(d.Key[:min(len(d.Key), 8)])}}
	}
	if d.Doubt || d.State == employer.DraftReported {
		return i, true
	}
	i.Lines = g.reason(d.Kind)
	switch s := g.steps[d.Key]; {
	case s == nil:
	case s.SendAt.IsZero():
		i.Lines = append(i.Lines, g.w.say("draft-line.send-now"))
	default:
		i.Lines = append(i.Lines, g.w.say("draft-line.send", "time", g.clock(nextWorkday(s.SendAt, g.in.Now))))
	}
	return i, true
}

// nextWorkday is the hour at which a letter is best sent, on the first day from Monday to Friday on which it is still to come.
func nextWorkday(at, now time.Time) time.Time {
	for !at.After(now) || at.Weekday() == time.Saturday || at.Weekday() == time.Sunday {
		at = at.AddDate(0, 0, 1)
	}
	return at
}

// reason says why a kind of draft is due.
func (g *gatherer) reason(kind string) []string {
	if g.w.has("why." + kind) {
		return []string{g.w.say("why." + kind)}
	}
	return nil
}

// questionItem words a question of the book, with the commands that settle it.
func (g *gatherer) questionItem(q employer.Question) item {
	i := item{Who: g.name(g.application(q.App)), at: q.At, rank: rankQuestion}
	subject, from := "", g.w.say("question.unknown")
	if q.Mail != nil {
		subject = clean(q.Mail.Subject, subjectLength)
		if p := person(q.Mail.From.Name, q.Mail.From.Address); p != "" {
			from = p
		}
	}
	line, guess := clean(q.Command, quoteLength*2), g.heading(q.Guess)
	switch q.Kind {
	case "kind":
		i.Text = g.w.say("question.kind", "subject", subject, "guess", guess)
		i.Commands = g.yesNo(line, "no", other(q))
	case "auth":
		i.Text = g.w.say("question.auth", "subject", subject)
		i.Commands = g.yesNo(line, "fake", other(q))
	case "which-role":
		i.Text = g.w.say("question.which-role", "guess", guess, "n", strconv.Itoa(len(q.Apps)))
		i.Commands = []command{{g.w.say("cmd.which"), line}}
		if len(q.Apps) > 0 && g.application(q.Apps[0]) != nil {
			i.Who = clean(g.application(q.Apps[0]).Employer, nameLength)
		}
		for _, id := range q.Apps {
			switch a, first := g.application(id), g.application(q.Apps[0]); {
			case a != nil && first != nil && a.Firm != first.Firm:
				i.Lines = append(i.Lines, "– "+g.name(a))
			case a != nil && a.Role != "":
				i.Lines = append(i.Lines, "– "+clean(a.Role, nameLength))
			}
		}
	case "which-employer":
		i.Text = g.w.say("question.which-employer", "subject", subject, "name", clean(q.Guess, nameLength))
		i.Commands = []command{{g.w.say("cmd.yes"), line}, {g.w.say("cmd.fake"), clean(q.Otherwise, quoteLength*2)}}
		for _, id := range q.Apps {
			if a := g.application(id); a != nil {
				i.Lines = append(i.Lines, "– "+g.name(a))
			}
		}
	case "role":
		i.Text = g.w.say("question.role", "subject", subject)
		i.Commands = []command{{g.w.say("cmd.yes"), line}}
	case "stranger":
		i.Text = g.w.say("question.stranger", "guess", guess, "from", from)
		i.Commands = g.yesNo(line, "no", other(q))
	case "employer":
		i.Text = g.w.say("question.employer", "a", g.app(q.Apps, 0), "b", g.app(q.Apps, 1))
		i.Commands = []command{{g.w.say("cmd.same"), line}, {g.w.say("cmd.fake"), clean(q.Otherwise, quoteLength*2)}}
	case "address":
		address := g.w.say("question.unknown")
		if q.Mail != nil && q.Mail.ReplyTo.Address != "" {
			address = clean(q.Mail.ReplyTo.Address, nameLength)
		}
		i.Text = g.w.say("question.address", "from", from, "address", address)
	default:
		i.Text = clean(q.Text, quoteLength*2)
		if line != "" {
			i.Commands = []command{{"", line}}
		}
	}
	if i.Who == "" {
		i.Who = from
	}
	switch q.Kind {
	case "kind", "auth", "stranger", "address":
		if s := sender(q.Mail); s != "" {
			i.Lines = append(i.Lines, "– "+s)
		}
	}
	if q.Urgent {
		i.rank = rankInvited
	}
	return i
}

// sender shows where a mail came from, so that a look-alike can be told: the address in ASCII, and the domain that somebody had to register
// where it is not what stands behind the @.
func sender(m *employer.Mail) string {
	if m == nil {
		return ""
	}
	s := clean(m.From.Address, nameLength)
	if d := employer.RegistrableDomain(m.From.Address); d != "" && !strings.HasSuffix(s, "@"+d) {
		s += " (" + d + ")"
	}
	return s
}

// yesNo are the command that confirms a reading and the one that denies it.
func (g *gatherer) yesNo(yes, when, no string) []command {
	c := []command{{g.w.say("cmd.yes"), yes}}
	if no != "" {
		c = append(c, command{g.w.say("cmd." + when), no})
	}
	return c
}

// other is the command that says that a mail is no job mail.
func other(q employer.Question) string {
	if q.Mail == nil || q.Mail.Key == "" {
		return ""
	}
	return "heardback correct " + shellWord(clean(q.Mail.Key, 400)) + " --kind other"
}

func (g *gatherer) app(ids []string, n int) string {
	if n < len(ids) && g.application(ids[n]) != nil {
		return clean(g.application(ids[n]).Employer, nameLength)
	}
	return g.w.say("question.unknown")
}

// sameDay are the notices of the plan that cannot wait and were not told yet.
func (g *gatherer) sameDay(told func(key string) bool) (items []item, keys []string) {
	for _, n := range g.in.Plan.Notices {
		if n.SameDay && !told(n.Key) {
			keys = append(keys, n.Key)
			if !redundant(n, untold(g.in.Plan.Notices, told)) {
				items = append(items, g.noticeItem(n))
			}
		}
	}
	sortItems(items)
	return items, keys
}

func untold(all []cadence.Notice, told func(key string) bool) []cadence.Notice {
	var left []cadence.Notice
	for _, n := range all {
		if n.SameDay && !told(n.Key) {
			left = append(left, n)
		}
	}
	return left
}
