package drafts

import (
	"hash/fnv"
	"strings"
	"time"

	"heardback/cadence"
)

// facts is what a template sees: templates/README.md is its manual.
//
// Every string is data that was cleaned, and an empty one takes its sentence with it. Nothing that writes, opens or sends can be
// reached from here, for text/template calls any exported method.
type facts struct {
	Employer string
	Role     string            // one role, or the list of them
	Position map[string]string // "the position" in the cases of the language, with role and, for an agency, its client
	Merged   bool              // several roles in one letter
	Agency   bool
	Formal   bool

	Applied, Interview, Promised, Deadline, Held *Day

	Channel string // "by email"
	Method  string // "by video"
	Panel   bool   // ask the host to pass the thanks on

	NewTime     bool // Interview is a fixed time to be confirmed
	Interviewed bool
	Requested   bool
	Slot        *Day   // the only time that is offered
	Slots       []*Day // several to choose from
	Window      string // a marked place

	Fit, Topic, Gap, News, Opening string
	Phone                          string

	name   name
	roles  []string
	client string // the employer, in an agency's letter
	l      *language
	// loose are strings of others that the lint must not take for our words.
	loose []string
}

// N chooses by the number of roles.
func (f *facts) N(one, several string) string {
	if f.Merged {
		return several
	}
	return one
}

// shorten drops the next thing that a letter can do without and reports whether there was one: the optional sentences, what
// stands in brackets or behind a dash in a role, the name of an agency's client, the end of a role.
func (f *facts) shorten() bool {
	for _, s := range []*string{&f.Gap, &f.Fit, &f.News, &f.Topic, &f.Opening} {
		if *s != "" {
			*s = ""
			return true
		}
	}
	switch {
	case f.cutRoles(func(r string) string { return beforeAny(r, " (", " [", " - ", " – ", " | ") }):
	case f.client != "":
		f.client = ""
	case f.cutRoles(func(r string) string { return cut(beforeAny(r, ", "), 45) }):
	default:
		return false
	}
	f.describe()
	return true
}

// cutRoles shortens the roles and reports whether that changed one.
func (f *facts) cutRoles(to func(string) string) bool {
	changed := false
	for i, r := range f.roles {
		if short := to(r); short != r && short != "" {
			f.roles[i], changed = short, true
		}
	}
	return changed
}

// beforeAny is s up to the first of the marks.
func beforeAny(s string, marks ...string) string {
	for _, m := range marks {
		s, _, _ = strings.Cut(s, m)
	}
	return s
}

// describe fills what follows from the roles and the client.
func (f *facts) describe() {
	f.loose = append(f.loose, f.roles...)
	f.Role = f.l.join(f.roles)
	f.Position = f.l.position(f.roles, f.client)
}

// missing names the fact without which a letter of kind would say nothing or something untrue.
func (f *facts) missing(kind cadence.Kind) string {
	switch {
	case kind == cadence.DecisionDate && f.Promised == nil:
		return "the promised date"
	case kind == cadence.CompetingDeadline && f.Deadline == nil:
		return "the deadline of the other offer"
	case kind == cadence.ConfirmReschedule && f.Interview == nil:
		return "the new time"
	}
	return ""
}

// factsOf reads a step. Of the user's sentences it takes those that are in the letter's language; of a merged step the roles
// alone, and those only if each part has one.
func factsOf(s cadence.Step, id Identity, l *language) *facts {
	in := s.Facts
	to := s.To
	if to.Address == "" && to.Name == "" {
		to = in.Recipient
	}
	notes := id.Notes[s.App]
	f := &facts{
		Employer:    clean(in.Employer),
		Agency:      in.Agency,
		Formal:      in.Formality != "informal",
		Channel:     l.channel(clean(in.Channel)),
		Method:      l.Method[in.Method],
		Panel:       in.Panel,
		NewTime:     in.NewTime,
		Interviewed: in.Interviewed,
		Requested:   in.Requested,
		Window:      l.Window,
		Phone:       clean(id.Phone),
		name:        readName(to.Name, in.Employer),
	}
	form := l.dates(in.Zone)
	day := func(t time.Time, zone string) *Day {
		if t.IsZero() {
			return nil
		}
		if loc, err := time.LoadLocation(zone); err == nil && zone != "" && zone != "Local" {
			t = t.In(loc)
		}
		return &Day{t: t, l: l, form: form, zone: zone}
	}
	f.Applied = day(in.Applied, "")
	f.Interview = day(in.Interview, in.InterviewZone)
	f.Promised = day(in.Promised, "")
	f.Deadline = day(in.Deadline, "")
	f.Held = day(in.Held, "")
	for _, t := range in.Slots {
		f.Slots = append(f.Slots, day(t, in.InterviewZone))
	}
	if len(f.Slots) == 1 {
		f.Slot = f.Slots[0]
	}

	roles := distinct(in.Roles)
	if len(roles) == 0 {
		roles = distinct([]string{in.Role})
	}
	if len(s.Parts) > 1 && len(roles) < len(s.Parts) {
		roles = nil // not every role has a name of its own: the letter speaks of the applications
	}
	f.Merged = len(roles) > 1 || len(s.Parts) > 1
	f.roles, f.l = roles, l
	if f.Agency && !f.Merged {
		f.client = f.Employer // of several roles the clients may differ: they stay unnamed
	}
	f.describe()

	if id.Language == "" || id.Language == l.code {
		f.Fit = sentence(fit(id.Fit, roles))
		f.Topic = strings.TrimRight(clean(notes.Topic), ". ")
		f.Gap = sentence(notes.Gap)
		f.News = sentence(notes.News)
	}
	f.Opening = cleanRole(notes.Opening)
	f.loose = append(f.loose, f.Employer, f.name.full, f.name.first, f.Fit, f.Topic, f.Gap, f.News, f.Opening)
	if _, ok := l.Channel[in.Channel]; !ok {
		f.loose = append(f.loose, f.Channel)
	}
	return f
}

// position fills the cases of "the position" for the roles.
func (l *language) position(roles []string, client string) map[string]string {
	out := map[string]string{}
	list := l.join(roles)
	de := make([]string, len(roles))
	for i, r := range roles {
		de[i] = elided("de", r)
	}
	fill := strings.NewReplacer("{role}", list, "{roles}", list, "{d'role}", l.join(de), "{d'roles}", l.join(de))
	at := ""
	if client != "" && len(l.Position["at"]) > 0 {
		at = strings.ReplaceAll(l.Position["at"][0], "{employer}", client)
	}
	for form, shapes := range l.Position {
		if form == "at" {
			continue
		}
		out[form] = fill.Replace(shapes[min(len(roles), 2)]) + at
	}
	return out
}

// channel names the way of the application: one of the language's, or the name of a board as it is.
func (l *language) channel(c string) string {
	if s, ok := l.Channel[c]; ok {
		return s
	}
	if c == "" {
		return ""
	}
	return strings.ReplaceAll(l.Channel["board"], "{channel}", c)
}

// fit looks the roles up in the user's fit facts.
func fit(facts map[string]string, roles []string) string {
	for _, r := range roles {
		for k, v := range facts {
			if k != "*" && foldRole(k) == foldRole(r) {
				return v
			}
		}
	}
	return facts["*"]
}

// pick chooses the variant of a step: fixed by kind and recipient, moved on by Step.Variant, so that one who gets a second
// letter of a kind reads other words. The people thanked for one round count on from one start, so that no two get the same text.
func pick(s cadence.Step, n int) int {
	from, on := strings.ToLower(s.To.Address), s.Variant
	if s.Facts.Among > 0 {
		from, on = s.App, s.Facts.Among-1+2*s.Variant
	}
	h := fnv.New32a()
	h.Write([]byte(string(s.Kind) + "\x00" + from))
	return (int(h.Sum32()%uint32(n)) + max(on, 0)) % n
}

// distinct cleans roles and drops repeated and empty ones.
func distinct(roles []string) []string {
	var out []string
	seen := map[string]bool{}
	for _, r := range roles {
		r = cleanRole(r)
		if k := foldRole(r); r != "" && !seen[k] {
			seen[k] = true
			out = append(out, r)
		}
	}
	return out
}
