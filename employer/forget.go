package employer

import (
	"slices"
	"strings"
)

// About returns the IDs of all events that tell of the applications, which must be of the book that the events fold to: what stands in
// their timelines, the readings that no longer count, drafts, commands about any of it, and mail that names the employer or was
// exchanged with its people or its domains without belonging to an application. What other applications alone hold is not among them.
func About(events []Event, b Book, apps []*Application) []string {
	f := forgetting{ids: map[string]bool{}, keep: map[string]bool{}, names: map[string]bool{}, domains: map[string]bool{}, people: map[string]bool{}}
	for _, a := range apps {
		f.learn(a)
	}
	for _, a := range b.Applications {
		if !slices.ContainsFunc(apps, func(x *Application) bool { return x.ID == a.ID }) {
			f.spare(a)
		}
	}
	f.learnDomains(events)
	var out []string
	for more := true; more; { // a command may be about another command
		more = false
		for i := range events {
			if e := &events[i]; !f.ids[e.ID] && f.tells(e) {
				f.ids[e.ID], more = true, true
			}
		}
	}
	for i := range events {
		if id := events[i].ID; f.ids[id] && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

// forgetting is what gives an employer away.
type forgetting struct {
	ids     map[string]bool // events, and message keys, that are to go
	keep    map[string]bool // events that stand in the timeline of another application
	names   map[string]bool // folded
	domains map[string]bool
	people  map[string]bool // addresses
}

func (f *forgetting) learn(a *Application) {
	f.ids[a.ID] = true
	for _, t := range a.Timeline {
		f.ids[t.Event] = true
		if t.Mail != nil && t.Mail.Key != "" {
			f.ids[t.Mail.Key] = true
		}
	}
	for _, d := range a.Drafts {
		f.ids[d.Key] = true
	}
	for _, n := range append(a.Names, a.Employer) {
		if k := FoldName(n); k != "" {
			f.names[k] = true
		}
	}
	for _, d := range a.Domains {
		f.domains[d] = true
	}
	for _, c := range a.Contacts {
		if c.Human && c.Address != "" {
			f.people[strings.ToLower(c.Address)] = true
		}
	}
}

// spare keeps what belongs to an application that stays: its events, and an agency that it shares.
func (f *forgetting) spare(a *Application) {
	for _, t := range a.Timeline {
		f.keep[t.Event] = true
	}
	for _, n := range append(a.Names, a.Employer, a.Agency) {
		delete(f.names, FoldName(n))
	}
	for _, d := range append(a.Domains, a.AgencyDomains...) {
		delete(f.domains, d)
	}
	for _, c := range a.Contacts {
		delete(f.people, strings.ToLower(c.Address))
	}
}

// learnDomains takes the employer's own domains from its mails too: a domain need not be called like the employer.
func (f *forgetting) learnDomains(events []Event) {
	for _, mine := range []bool{true, false} {
		for i := range events {
			e := &events[i]
			if e.Mail == nil || e.Mail.Own || e.Source != "" || e.Board {
				continue
			}
			for _, d := range []string{e.Party.Domain, RegistrableDomain(e.Mail.From.Address)} {
				switch {
				case d == "" || FreeMail(d):
				case !mine && f.keep[e.ID]:
					delete(f.domains, d)
				case mine && f.ids[e.ID] && e.Party.Agency == "":
					f.domains[d] = true
				}
			}
		}
	}
}

// tells reports whether an event tells of the employer.
func (f *forgetting) tells(e *Event) bool {
	if d := e.Draft; d != nil && (f.ids[d.Key] || f.ids[d.App] || f.ids[d.Cause] || slices.ContainsFunc(d.Apps, func(id string) bool { return f.ids[id] })) {
		return true
	}
	if u := e.User; u != nil {
		_, about, _ := strings.Cut(u.Target, ":") // a question's ID is its kind and the event's ID
		if f.ids[u.Target] || f.ids[about] || f.ids[u.Other] {
			return true
		}
	}
	if f.keep[e.ID] {
		return false
	}
	if f.names[FoldName(e.Party.Name)] || f.domains[e.Party.Domain] {
		return true
	}
	m := e.Mail
	if m == nil {
		return false
	}
	for _, a := range append([]Address{m.From, m.ReplyTo, {Address: m.Bounced}}, m.To...) {
		if f.people[strings.ToLower(a.Address)] || f.domains[RegistrableDomain(a.Address)] {
			return true
		}
	}
	return false
}
