package digest

import (
	_ "embed" // the page of a call sheet is a file
	"fmt"
	"html/template"
	"strings"
	"time"

	"heardback/cadence"
	"heardback/employer"
)

// fullSheets is how many call sheets stand in a digest in full; of more only the command is told.
const fullSheets = 2

// Sheet is one page for one call (POLICY.md section 4). It is for the user and never goes to an employer: headings are in the
// user's language, what is said aloud is in that of the application.
type Sheet struct {
	Title    string   `json:"title"`
	Language string   `json:"language"` // of the headings
	Spoken   string   `json:"spoken"`   // language of what is said
	Facts    []string `json:"facts"`
	Blocks   []Block  `json:"blocks"`
}

// Block is a heading of a sheet with its lines.
type Block struct {
	Title  string      `json:"title"`
	Said   bool        `json:"said"` // lines are said aloud
	Lines  []string    `json:"lines,omitempty"`
	Pairs  [][2]string `json:"pairs,omitempty"` // what they may say, and the answer
	Orders []Order     `json:"orders,omitempty"`
}

// Order is a command line of the result form and when it is the right one.
type Order struct {
	When string `json:"when"`
	Line string `json:"line"`
}

// CallSheet writes the sheet of a call that the plan allows. Me and phone are the user's name and number.
func CallSheet(in Input, c cadence.Call, me, phone string) (Sheet, error) {
	g, err := newGatherer(in)
	if err != nil {
		return Sheet{}, err
	}
	a := g.application(c.App)
	if a == nil {
		return Sheet{}, fmt.Errorf("writing a call sheet: there is no application %q", c.App)
	}
	said, err := wordsOf(spoken(a, in.Language))
	if err != nil {
		return Sheet{}, err
	}
	s := Sheet{Title: g.w.say("call.title", "who", g.name(a)), Language: g.w.language, Spoken: said.language}
	s.Facts = g.callFacts(a, c)
	add := func(key string, lines []string) {
		s.Blocks = append(s.Blocks, Block{Title: g.w.say("call." + key), Said: true, Lines: lines})
	}
	me, phone = clean(me, nameLength), clean(phone, nameLength)
	topic := g.topic(said, a)
	add("opener", []string{said.say("say.opener", "me", me, "topic", topic)})
	s.Blocks = append(s.Blocks, Block{Title: g.w.say("call.prompts"), Lines: g.w.list("say.prompt")})
	ask, name := "say.ask", person(c.To.Name, "")
	if c.Before {
		ask = "say.ask-before"
	}
	if name == "" {
		name = said.say("say.someone")
	}
	add("ask", said.list(ask))
	b := Block{Title: g.w.say("call.branches"), Said: true}
	for _, x := range []string{"hired", "undecided", "refused", "reception"} {
		if !c.Before || x == "reception" || x == "undecided" {
			b.Pairs = append(b.Pairs, [2]string{g.w.say("call.instead." + x), said.say("say."+x, "name", name)})
		}
	}
	s.Blocks = append(s.Blocks, b)
	add("voicemail", []string{said.say("say.voicemail", "me", me, "topic", topic, "phone", phone)})
	add("close", []string{said.say("say.close")})
	form := Block{Title: g.w.say("call.form")}
	for _, x := range []struct{ outcome, more string }{{"reached", " --given DATE --warmth WARMTH NOTE"}, {"voicemail", ""}, {"silent", ""}} {
		form.Orders = append(form.Orders, Order{g.w.say("call.form-" + x.outcome), g.log(a, "called --outcome "+x.outcome+x.more)})
	}
	s.Blocks = append(s.Blocks, form)
	return s, nil
}

// spoken is the language of the call: that of the application where there are words for it.
func spoken(a *employer.Application, user string) string {
	if _, err := wordFiles.ReadFile("words/" + a.Language + ".toml"); err == nil {
		return a.Language
	}
	return user
}

// callFacts are what the user needs before dialling: why it is all right, whom, which number, when, and what to keep at hand.
func (g *gatherer) callFacts(a *employer.Application, c cadence.Call) []string {
	why := clean(c.Why, quoteLength)
	if key := "call.reason." + c.Reason; g.w.has(key) {
		why = g.w.say(key)
	}
	name := person(c.To.Name, c.To.Address)
	if t := clean(c.To.Title, nameLength); t != "" {
		name += ", " + t
	}
	facts := []string{g.w.say("call.why", "why", why), g.w.say("call.who", "name", name), g.w.say("call.number", "phone", clean(c.To.Phone, 40))}
	if !c.From.IsZero() {
		own := g.span(c.From, c.Until, g.in.Zone)
		if theirs := g.span(c.From, c.Until, c.From.Location()); theirs != own {
			facts = append(facts, g.w.say("call.window", "span", theirs, "zone", c.From.Format("MST"), "own", own))
		} else {
			facts = append(facts, g.w.say("call.window-own", "span", own))
		}
	}
	var dates []string
	if role := clean(a.Role, nameLength); role != "" {
		dates = append(dates, g.w.say("call.role", "role", role))
	}
	if !a.AppliedAt.IsZero() {
		dates = append(dates, g.w.say("call.applied", "date", g.date(a.AppliedAt)))
	}
	for _, v := range a.Interviews {
		if v.State == "held" {
			dates = append(dates, g.w.say("call.interviewed", "date", g.date(v.Start)))
		}
	}
	if len(dates) > 0 {
		facts = append(facts, g.w.say("call.dates", "facts", strings.Join(dates, "; ")))
	}
	if c.Before {
		facts = append(facts, g.w.say("call.before"))
	}
	for _, x := range c.Against {
		if x.Rule == "3" && !x.Blocks {
			facts = append(facts, g.w.say("call.tries"))
		}
	}
	return append(facts, g.w.say("call.posture"))
}

// topic is the sentence that says what the call is about, in the language of the call.
func (g *gatherer) topic(said words, a *employer.Application) string {
	role := clean(a.Role, nameLength)
	day := func(t time.Time) string { return said.aloud(t.In(g.in.Zone)) }
	var held time.Time
	for _, v := range a.Interviews {
		if v.State == "held" {
			held = v.Start
		}
	}
	key, date := "say.topic-plain", ""
	switch {
	case !held.IsZero():
		key, date = "say.topic-talk", day(held)
	case !a.AppliedAt.IsZero():
		key, date = "say.topic-applied", day(a.AppliedAt)
	}
	if role == "" {
		key += "-none"
	}
	return said.say(key, "role", role, "date", date)
}

// Text is the sheet as plain text for a terminal.
func (s Sheet) Text() string {
	return fmt.Sprintf("%s\n%s\n\n", s.Title, strings.Repeat("=", len([]rune(s.Title)))) + s.text(wrap)
}

// text is the sheet without its title; lines breaks one line, led by first and then by rest.
func (s Sheet) text(lines func(s, first, rest string) string) string {
	var b strings.Builder
	for _, f := range s.Facts {
		b.WriteString(lines(f, "", ""))
	}
	for _, x := range s.Blocks {
		fmt.Fprintf(&b, "\n%s\n", x.Title)
		for _, l := range x.Lines {
			b.WriteString(lines(l, "  - ", "    "))
		}
		for _, p := range x.Pairs {
			b.WriteString(lines(p[0]+" – "+p[1], "  - ", "    "))
		}
		for _, o := range x.Orders {
			fmt.Fprintf(&b, "  %s\n    %s\n", o.When, o.Line)
		}
	}
	return b.String()
}

//go:embed callsheet.html
var sheetHTML string

var sheetPage = template.Must(template.New("callsheet.html").Parse(sheetHTML))

// HTML is the sheet as a page to be printed or kept beside the telephone.
func (s Sheet) HTML() (string, error) {
	var b strings.Builder
	if err := sheetPage.Execute(&b, s); err != nil {
		return "", fmt.Errorf("writing a call sheet: %w", err)
	}
	return b.String(), nil
}

// calls are the calls that the plan allows, with the sheets of the first in full.
func (g *gatherer) calls() []item {
	var items []item
	for _, c := range g.in.Plan.Calls {
		a := g.application(c.App)
		if !c.Allowed || a == nil {
			continue
		}
		i := item{Who: g.name(a), Text: person(c.To.Name, c.To.Address) + ", " + clean(c.To.Phone, 40), at: c.Due}
		i.Lines = g.callFacts(a, c)[:1]
		if len(items) < fullSheets {
			if s, err := CallSheet(g.in, c, g.in.To.Name, g.in.Phone); err == nil {
				i.Letter = s.text(func(s, first, _ string) string { return first + s + "\n" })
			}
		} else {
			i.Commands = []command{{"", "heardback call " + shellWord(clean(a.Employer, 400))}}
		}
		items = append(items, i)
	}
	return items
}
