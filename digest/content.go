package digest

import (
	"strings"
	"time"

	"heardback/cadence"
	"heardback/employer"
)

// content is a letter before it becomes text and HTML.
type content struct {
	Title    string    `json:"subject"`
	Hello    string    `json:"-"`
	Lead     string    `json:"lead"`
	Sections []section `json:"sections"`
	Foot     string    `json:"-"`

	events []employer.Interview // to be attached as a calendar file
	titles []string             // of the events
	notes  []string             // for the events: what to ask there
	empty  bool                 // nothing but what waits and numbers
}

// section is one heading of a letter and what stands under it.
type section struct {
	ID      string   `json:"id"`
	Title   string   `json:"title"`
	Items   []item   `json:"items"`
	More    string   `json:"more,omitempty"` // "and 7 more"
	Note    string   `json:"note,omitempty"`
	Tables  []table  `json:"tables,omitempty"`
	Picture *picture `json:"picture,omitempty"`
}

// item is one thing to tell. Everything in it is text, never markup.
type item struct {
	Who      string    `json:"who,omitempty"` // employer and role
	Text     string    `json:"text"`
	By       string    `json:"by,omitempty"` // until when, with the days left
	Lines    []string  `json:"lines,omitempty"`
	List     []string  `json:"list,omitempty"` // of a checklist
	Quote    string    `json:"quote,omitempty"`
	Commands []command `json:"commands,omitempty"`
	Letter   string    `json:"letter,omitempty"` // the full text of a draft, or a call sheet

	at   time.Time
	rank int
}

// command is a command line and when it is the right one.
type command struct {
	When string `json:"when"`
	Line string `json:"line"`
}

// table is a small table of counts.
type table struct {
	Caption string     `json:"caption,omitempty"`
	Head    []string   `json:"head"`
	Rows    [][]string `json:"rows"`
}

// picture is the chart of the search.
type picture struct {
	PNG           []byte `json:"-"`
	Title         string `json:"title"`
	Alt           string `json:"alt"`
	Width, Height int    `json:"-"` // as shown
}

// Lengths at which what came from mail is cut, in runes.
const (
	nameLength    = 90
	subjectLength = 120
	quoteLength   = 240
)

// gatherer turns an Input into sections.
type gatherer struct {
	in    Input
	w     words
	steps map[string]*cadence.Step
}

func newGatherer(in Input) (*gatherer, error) {
	w, err := wordsOf(in.Language)
	if err != nil {
		return nil, err
	}
	if in.Zone == nil {
		in.Zone = time.UTC
	}
	if in.Policy.QuietAfterDays == 0 {
		in.Policy = cadence.Default()
	}
	g := &gatherer{in: in, w: w, steps: map[string]*cadence.Step{}}
	for i := range in.Plan.Steps {
		g.steps[in.Plan.Steps[i].Key] = &in.Plan.Steps[i]
	}
	return g, nil
}

// application finds an application of the book; nil if it has none.
func (g *gatherer) application(id string) *employer.Application { return g.in.Book.Application(id) }

// stage is where an application stands by now.
func (g *gatherer) stage(a *employer.Application) employer.Stage {
	if to, ok := g.in.Stages[a.ID]; ok {
		return to
	}
	return g.in.Plan.Stage(a)
}

// digest gathers what there is to tell, in the order of the digest.
func (g *gatherer) digest() content {
	c := content{Title: g.subject(), Hello: g.hello(), Foot: g.w.say("foot"), empty: true}
	needs := g.needs()
	week := g.week(&c)
	for _, s := range []section{
		{ID: "needs", Items: needs},
		week,
		{ID: "happened", Items: g.happened()},
		{ID: "waiting", Items: g.waiting()},
		{ID: "calls", Items: g.calls()},
		{ID: "move-on", Items: g.moveOn()},
		g.would(g.in.Would),
		g.numbers(),
		{ID: "trouble", Items: g.trouble()},
		{ID: "advice", Items: g.advice()},
	} {
		if len(s.Items) == 0 {
			continue
		}
		s.Title = g.w.say("section." + s.ID)
		c.Sections = append(c.Sections, s)
		if s.ID != "waiting" && s.ID != "numbers" && s.ID != "advice" {
			c.empty = false
		}
	}
	c.Lead = g.lead(len(needs), c.empty)
	return c
}

// notice is the short letter of a day (POLICY.md rule 15).
func (g *gatherer) notice(items []item, would []Would) content {
	c := content{Title: g.w.say("subject-notice"), Hello: g.hello(), Lead: g.w.say("lead.notice"), Foot: g.w.say("foot")}
	c.Sections = append(c.Sections, section{ID: "needs", Title: g.w.say("section.needs"), Items: items})
	if s := g.would(would); len(s.Items) > 0 {
		s.Title = g.w.say("section.would")
		c.Sections = append(c.Sections, s)
	}
	return c
}

func (g *gatherer) subject() string {
	p := g.in.Period
	if p.Until.Sub(p.From) < 30*time.Hour {
		return g.w.say("subject-daily", "date", g.date(p.Until))
	}
	return g.w.say("subject", "date", g.date(p.Until))
}

func (g *gatherer) hello() string {
	if f := strings.Fields(clean(g.in.To.Name, nameLength)); len(f) > 0 {
		return g.w.say("hello", "name", f[0])
	}
	return g.w.say("hello-none")
}

// lead is the one sentence above everything: it says whether there is something to do.
func (g *gatherer) lead(needs int, empty bool) string {
	open, offer := 0, false
	for _, a := range g.in.Book.Applications {
		stage := g.stage(a)
		if stage.Open() {
			open++
		}
		offer = offer || stage == employer.Offered
	}
	switch {
	case offer:
		return g.w.say("lead.offer")
	case needs > 0:
		return g.w.count("lead.needs", needs)
	case len(g.in.Book.Applications) == 0:
		return g.w.say("lead.first")
	case open == 0:
		return g.w.say("lead.closed")
	case empty:
		return g.w.say("lead.quiet")
	}
	return g.w.say("lead.calm")
}

// name is the employer and the role, as a heading.
func (g *gatherer) name(a *employer.Application) string {
	if a == nil {
		return ""
	}
	n := clean(a.Employer, nameLength)
	if n == "" {
		n = g.w.say("question.unknown")
	}
	if role := clean(a.Role, nameLength); role != "" {
		n += " · " + role
	}
	return n
}

// log is the command that notes something about an application, with the role where the employer has several open ones.
func (g *gatherer) log(a *employer.Application, what string) string {
	line := "heardback log " + shellWord(clean(a.Employer, 400)) + " " + what
	for i := range g.in.Book.Applications {
		o := g.in.Book.Applications[i]
		if o.ID != a.ID && o.Role != a.Role && a.Role != "" && employer.FoldName(o.Employer) == employer.FoldName(a.Employer) {
			return line + " --role " + shellWord(clean(a.Role, 400))
		}
	}
	return line
}

// person is a contact's name, else the address.
func person(name, address string) string {
	if n := clean(name, nameLength); n != "" {
		return n
	}
	return clean(address, nameLength)
}

// letter names a kind of draft.
func (g *gatherer) letter(kind string) string {
	if key := "draft." + kind; g.w.has(key) {
		return g.w.say(key)
	}
	return g.w.say("draft.letter")
}

// heading names a kind of event.
func (g *gatherer) heading(kind string) string {
	if key := "heading." + kind; g.w.has(key) {
		return g.w.say(key)
	}
	return g.w.say("heading.notice")
}
