package digest

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"heardback/employer"
)

// fewest is the number of cases under which no rate is shown: a count says more.
const fewest = 5

// tableRows is how many rows a table has; the rest is one row.
const tableRows = 6

// fate is what became of an application, for counts and the picture.
type fate struct {
	sent     time.Time // zero if only a refusal tells of it
	answered bool      // by more than a confirmation
	dated    bool      // days is known
	days     int       // to the first answer
	talked   bool      // an interview took place
	offered  bool
	end      int    // index in fates
	way      string // how the user applied
	system   string // through which the employer works, "" if none is known
}

// fates are the parts of a bar, from the bottom: what is best stands lowest. The words are those of [chart].
var fates = []string{"offered", "talked", "contact", "waiting", "ended"}

// fates follows every application that was sent.
func (g *gatherer) fates() []fate {
	var all []fate
	for i := range g.in.Book.Applications {
		a := g.in.Book.Applications[i]
		f := fate{sent: a.AppliedAt, way: g.way(a), system: title(a.System)}
		if f.sent.IsZero() {
			f.sent = a.ConfirmedAt
		}
		refused := slices.ContainsFunc(a.Inbound, func(t employer.Touch) bool { return t.Kind == string(employer.KindRejection) })
		if f.sent.IsZero() && !refused || f.sent.After(g.in.Now) { // a refusal proves an application, be its day unknown
			continue
		}
		for _, t := range a.Inbound {
			if t.Kind != string(employer.KindConfirmation) && t.Kind != string(employer.KindNotice) && t.Kind != string(employer.KindOutOfOffice) && !t.Ack {
				f.answered, f.dated, f.days = true, !f.sent.IsZero(), max(0, days(f.sent, t.At, g.in.Zone))
				break
			}
		}
		f.talked = slices.ContainsFunc(a.Interviews, func(v employer.Interview) bool { return v.State == "held" })
		f.offered = a.Offer != nil
		f.answered = f.answered || f.talked || f.offered // by telephone, perhaps
		f.end = g.end(a, f)
		all = append(all, f)
	}
	return all
}

func (g *gatherer) end(a *employer.Application, f fate) int {
	what := "waiting"
	switch stage := g.stage(a); {
	case stage == employer.Offered || stage == employer.Accepted || f.offered:
		what = "offered"
	case !stage.Open() || stage == employer.Quiet:
		what = "ended"
	case f.talked || stage == employer.Scheduled || stage == employer.Invited || stage == employer.Interviewed || stage == employer.Pending:
		what = "talked"
	case f.answered || stage == employer.InContact || stage == employer.Assessing:
		what = "contact"
	}
	return slices.Index(fates, what)
}

// way names how an application was sent.
func (g *gatherer) way(a *employer.Application) string {
	switch {
	case a.Board != "":
		return g.w.say("table.board", "name", title(a.Board))
	case a.AppliedTo.Address != "":
		return g.w.say("table.mail")
	}
	return g.w.say("table.page")
}

// title writes the name of a family of senders as a name.
func title(family string) string {
	words := strings.FieldsFunc(clean(family, nameLength), func(r rune) bool { return r == '-' || r == '_' || r == ' ' })
	for i, w := range words {
		words[i] = sentence(w)
	}
	return strings.Join(words, " ")
}

// sentence begins s with a capital.
func sentence(s string) string {
	r := []rune(s)
	if len(r) == 0 {
		return s
	}
	return strings.ToUpper(string(r[:1])) + string(r[1:])
}

// numbers are honest counts of the search, with the picture.
func (g *gatherer) numbers() section {
	s := section{ID: "numbers"}
	all := g.fates()
	if len(all) == 0 {
		return s
	}
	count := func(is func(fate) bool) int {
		n := 0
		for _, f := range all {
			if is(f) {
				n++
			}
		}
		return n
	}
	tell := func(text string) { s.Items = append(s.Items, item{Text: text}) }
	fresh := count(func(f fate) bool { return !f.sent.Before(g.in.Period.From) })
	open := 0
	for _, a := range g.in.Book.Applications {
		if stage := g.stage(a); stage.Open() && stage != employer.Quiet {
			open++
		}
	}
	total := g.w.count("number.none-new", len(all))
	if fresh > 0 {
		total = g.w.count("number.total", len(all), "new", strconv.Itoa(fresh))
	}
	if open > 0 {
		total += " " + g.w.count("number.open", open)
	}
	tell(total)

	answered := count(func(f fate) bool { return f.answered })
	tell(g.proportion("number.answered", answered, len(all)))
	if m, ok := median(all); ok {
		tell(g.w.count("number.median", m))
	}
	if talked := count(func(f fate) bool { return f.talked }); talked > 0 {
		tell(g.proportion("number.interviews", talked, len(all)))
	}
	if offers := count(func(f fate) bool { return f.offered }); offers > 0 {
		tell(g.w.count("number.offers", offers))
	}
	s.Items = append(s.Items, g.asking()...)
	if len(all) < fewest {
		s.Note = g.w.say("number.few", "n", strconv.Itoa(fewest))
	}
	s.Tables = g.tables(all)
	s.Picture = g.picture(all)
	return s
}

// proportion is a count out of n and, from fewest cases on, the rate with its interval.
func (g *gatherer) proportion(key string, k, n int) string {
	text := g.w.say(key, "k", strconv.Itoa(k), "n", strconv.Itoa(n))
	if n < fewest {
		return text
	}
	low, high := wilson(k, n)
	percent := func(x float64) string { return strconv.Itoa(int(math.Round(100 * x))) }
	return g.w.say("number.rate", "text", text, "rate", percent(float64(k)/float64(n)), "low", percent(low), "high", percent(high))
}

// wilson is the score interval of a proportion at 95 %.
func wilson(k, n int) (low, high float64) {
	const z = 1.96
	p, m := float64(k)/float64(n), float64(n)
	middle := p + z*z/(2*m)
	half := z * math.Sqrt(p*(1-p)/m+z*z/(4*m*m))
	d := 1 + z*z/m
	return max(0, (middle-half)/d), min(1, (middle+half)/d)
}

// median is the median of days to the first answer, among those that were answered; not ok for fewer than fewest.
func median(all []fate) (int, bool) {
	var took []int
	for _, f := range all {
		if f.dated {
			took = append(took, f.days)
		}
	}
	if len(took) < fewest {
		return 0, false
	}
	slices.Sort(took)
	return took[len(took)/2], true
}

// asking counts which letters and calls that asked were answered (POLICY.md section 4).
func (g *gatherer) asking() []item {
	letters, answered, calls, reached := 0, 0, 0, 0
	for i := range g.in.Book.Applications {
		for _, t := range g.in.Book.Applications[i].Outbound {
			if t.Nudge && t.Kind != "call" {
				letters++
				if !t.Answered.IsZero() {
					answered++
				}
			}
		}
		for _, c := range g.in.Book.Applications[i].Calls {
			calls++
			if c.Outcome == "reached" {
				reached++
			}
		}
	}
	var items []item
	if letters > 0 {
		items = append(items, item{Text: g.w.say("number.letters", "n", strconv.Itoa(letters), "k", strconv.Itoa(answered))})
	}
	if calls > 0 {
		items = append(items, item{Text: g.w.say("number.calls", "n", strconv.Itoa(calls), "k", strconv.Itoa(reached))})
	}
	return items
}

// tables are the counts by way of applying and by hiring system, each where there is more than one.
func (g *gatherer) tables(all []fate) []table {
	ways := g.tally(all, "caption", "source", func(f fate) string { return f.way })
	systems := g.tally(all, "caption-system", "system", func(f fate) string { return cmp.Or(f.system, g.w.say("table.none")) })
	return append(ways, systems...)
}

// tally counts what became of applications by what name says of each, the most frequent first; nothing where all are named alike.
func (g *gatherer) tally(all []fate, caption, head string, name func(fate) string) []table {
	byName := map[string]*[3]int{}
	var names []string
	for _, f := range all {
		n := name(f)
		if byName[n] == nil {
			byName[n] = &[3]int{}
			names = append(names, n)
		}
		r := byName[n]
		r[0]++
		if f.answered {
			r[1]++
		}
		if f.talked {
			r[2]++
		}
	}
	if len(names) < 2 {
		return nil
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(byName[b][0]-byName[a][0], cmp.Compare(a, b)) })
	t := table{Caption: g.w.say("table." + caption), Head: []string{g.w.say("table." + head), g.w.say("table.sent"), g.w.say("table.answered"), g.w.say("table.talked")}}
	row := func(name string, r [3]int) {
		t.Rows = append(t.Rows, []string{name, strconv.Itoa(r[0]), g.share(r[1], r[0]), g.share(r[2], r[0])})
	}
	var rest [3]int
	for i, n := range names {
		if i < tableRows || len(names) == tableRows+1 {
			row(n, *byName[n])
			continue
		}
		for j := range rest {
			rest[j] += byName[n][j]
		}
	}
	if rest[0] > 0 {
		row(g.w.say("table.others"), rest)
	}
	return []table{t}
}

// share is a count, with its rate where there are enough cases.
func (g *gatherer) share(k, n int) string {
	if n < fewest {
		return strconv.Itoa(k)
	}
	return strconv.Itoa(k) + " (" + g.w.say("number.percent", "n", strconv.Itoa((200*k+n)/(2*n))) + ")"
}
