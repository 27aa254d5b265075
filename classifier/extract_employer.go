package classifier

import (
	"slices"
	"strings"

	"heardback/mailbox"
)

// hearing collects what a message says of employer and role.
type hearing struct {
	m         *mailbox.Message
	c         *Context
	p         *page
	sender    Sender
	employers ballot
	roles     ballot
	parts     []string // parts of the subject that stand alone
	agency    string
	client    bool
	clients   map[string]bool // folded names of those for whom an agency writes
	met       map[string]bool // names of two or three words behind "with", which may be a person's
	forRole   bool            // the object stands after "for", where titles stand

	label     string   // of the author's domain
	mine      []string // the user's own names, folded
	writes    person
	related   *kin       // see kin
	signature []signLine // see ends
	lines     []cutLine  // see cut

	houseWords string // the employer at which the title is looked for, folded
}

// listen makes the hearing of m, of which p is the page, and has every place speak.
func listen(m *mailbox.Message, c *Context, p *page, s Sender) *hearing {
	h := &hearing{m: m, c: c, p: p, sender: s, label: label(domainOf(m.Author().Address))}
	h.mine, h.writes = h.me(), h.author()
	h.hear()
	return h
}

// forWords are the prepositions after which an application names a title rather than an employer.
var forWords = setOf("for als fur pour para per voor um como come")

// house is who decides about the application when the options i was chosen, and where its name stands.
func (h *hearing) house(options []option, i int) Employer {
	if i < 0 {
		i = slices.IndexFunc(options, func(o option) bool { return o.from == "domain" }) // better than nobody
	}
	if i < 0 {
		return Employer{Agency: h.agency}
	}
	if a := FoldName(h.agency); a != "" && !h.clients[options[i].folded] && (options[i].folded == a || partOf(a, options[i].folded) || partOf(options[i].folded, a)) {
		return Employer{Agency: options[i].name} // it acts for somebody whom it does not name
	}
	win := candidate{name: options[i].name, folded: options[i].folded, from: options[i].from}
	if !strings.HasPrefix(win.name, "The ") && h.p.withArticle(strings.Fields(win.folded)) {
		win.name = "The " + win.name
	}
	e := Employer{Name: win.name, From: win.from, Domain: h.ownDomain(win)}
	if h.agency != "" && FoldName(h.agency) != win.folded {
		e.Agency = h.agency
	}
	return e
}

// hear collects what the message says of employer and role.
func (h *hearing) hear() {
	h.fromText()
	h.fromGenderMarks()
	h.fromSubject()
	h.fromLines()
	h.fromSignOff()
	h.fromBook()
	h.fromSender()
	h.fromCalendar()
	author := ""
	if !h.sender.system() && looksPerson(h.m.Author().Name) && !institution(h.m.Author().Name) {
		author = FoldName(orderName(h.m.Author().Name))
	}
	own := !h.sender.system() && !h.m.Own && domainOf(h.m.Author().Address) != ""
	for i := range h.employers {
		c := &h.employers[i]
		for _, r := range h.roles { // a part of a title
			if r.score > 3 && strings.Contains(r.folded+" ", " "+c.folded+" ") {
				c.score -= min(5, r.score-1)
				break
			}
			if r.score >= 1 && (r.folded == c.folded || strings.HasPrefix(r.folded, c.folded+" ")) && h.senderNamesOther(c) {
				c.score -= 3
				break
			}
		}
		if w, _, _ := strings.Cut(c.folded, " "); toolNames[w] || w == h.sender.Family || h.sender.Family != "" && strings.HasSuffix(c.folded, " "+h.sender.Family) {
			c.score -= 3.5 // "Workday", "SAP SuccessFactors"
		}
		if author != "" && c.folded != author && strings.Contains(" "+author+" ", " "+c.folded+" ") && !labelNames(h.label, c.name) {
			c.score -= 2
		}
		if c.folded == author && !labelNames(h.label, c.name) {
			c.score -= 5
		}
		if c.from == "subject" && own && c.best == c.score && !h.senderNames(c) && !h.p.saysInBody(c.name) {
			c.score -= 1.1 // a heading; the writer's own domain knows better
		}
		if h.isPlace(c) {
			c.score -= 3
		}
		if h.met[c.folded] && c.from == "body" && h.senderNamesOther(c) {
			c.score -= 3 // "interview with Jane Roe"
		}
		for _, me := range h.mine {
			if c.folded == me || strings.HasPrefix(me, c.folded+" ") {
				c.score -= 5
			}
		}
	}
}

// senderNames reports whether the author's display name or domain holds the name.
func (h *hearing) senderNames(c *candidate) bool {
	a := h.m.Author()
	return labelNames(h.label, c.name) || strings.Contains(" "+FoldName(a.Name)+" ", " "+c.folded+" ")
}

// senderNamesOther reports whether the author's display name or domain holds another candidate than c.
func (h *hearing) senderNamesOther(c *candidate) bool {
	if h.senderNames(c) {
		return false
	}
	for i := range h.employers {
		if o := &h.employers[i]; o.folded != c.folded && o.score > 0 && h.senderNames(o) && (h.sender.system() || labelNames(h.label, o.name)) {
			return true
		}
	}
	return false
}

// isPlace reports whether a name is where a talk takes place rather than whose it is: the calendar's location, or followed by
// the number of a house. The author's own company is none.
func (h *hearing) isPlace(c *candidate) bool {
	if d := domainOf(h.m.Author().Address); d == "" || senderOfDomain(d).system() || labelNames(label(d), c.name) {
		return false
	}
	for _, e := range h.m.Calendars {
		if l := FoldName(e.Location); l == c.folded || strings.HasPrefix(l, c.folded+" ") {
			return true
		}
	}
	end := h.p.after(c.name)
	return end > 0 && end < len(h.p.tokens) && strings.TrimSpace(h.p.gap(end)) == "," && isDigit(h.p.word(end)[0])
}

// ownDomain is the registrable domain of the author where it is the employer's own: no system's, board's or free-mail
// provider's, and its label stands for the name (POLICY.md rule 12), or the book knows it.
func (h *hearing) ownDomain(win candidate) string {
	from := append([]mailbox.Address{h.m.Author()}, h.m.ReplyTo...)
	if h.m.Own {
		from = h.m.To
	}
	for _, a := range from {
		d := registrable(domainOf(a.Address))
		if d == "" || senderOfDomain(domainOf(a.Address)).system() {
			continue
		}
		if labelNames(label(d), win.name) || h.c.Employers.knows(d, win.folded) {
			return d
		}
	}
	return ""
}

// me returns the user's own names, folded.
func (h *hearing) me() []string {
	var out []string
	for _, a := range h.c.Me {
		if n := FoldName(a.Name); n != "" {
			out = append(out, n)
		}
	}
	mine := h.m.To
	if h.m.Own {
		mine = h.m.From
	}
	for _, a := range mine {
		if n := FoldName(a.Name); n != "" {
			out = append(out, n)
		}
	}
	return out
}

// toolNames are products that mail about jobs speaks of all the time, and that are seldom the employer.
var toolNames = setOf("zoom teams skype webex calendly hackerrank codility codesignal docusign github gitlab slack whatsapp telegram facebook twitter instagram youtube linkedin indeed glassdoor xing stepstone coderpad hirevue")

// toolPairs are those of them that have two words.
var toolPairs = map[string]bool{"microsoft teams": true, "ms teams": true, "google meet": true, "google calendar": true, "google drive": true, "google forms": true, "adobe sign": true, "app store": true, "google play": true}

// paperWords are words of the small print.
var paperWords = setOf(`policy policies privacy terms conditions disclaimer cookies cookie copyright unsubscribe preferences confidentiality confidential equality diversity islander aboriginal veteran veterans disability disabled disabilities gender
	datenschutz datenschutzerklarung datenschutzhinweise impressum agb schwerbehinderte schwerbehinderung frauenanteils gleichstellung confidentialite mentions rgpd gdpr dsgvo avg powered lopd lgpd privacidad privacidade riservatezza disclaimer act regulation`)
