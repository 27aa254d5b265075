package round

import (
	"strings"
	"time"

	"heardback/classifier"
	"heardback/employer"
	"heardback/mailbox"
)

// index is what the events say about threads, people and employers: the Context of the next message.
type index struct {
	events    []employer.Event
	ids       map[string]int                       // event ID → place in events
	byMessage map[string]int                       // message id → place of its event
	written   map[string]bool                      // addresses that the user has written to
	people    map[string]bool                      // addresses of people who wrote about an application
	domains   map[string]bool                      // employers' and agencies' own domains
	employers map[string]*classifier.KnownEmployer // by folded name
	known     *classifier.Employers                // the same
	names     map[string]bool                      // the employers' folded names in one word
	layer     classifier.UserLayer
	said      map[string]string // message key → the kind that the user called it last
	saidTimes map[string]int    // … and how often
}

func newIndex(events []employer.Event) *index {
	x := &index{
		ids: map[string]int{}, byMessage: map[string]int{}, written: map[string]bool{},
		people: map[string]bool{}, domains: map[string]bool{}, employers: map[string]*classifier.KnownEmployer{}, known: &classifier.Employers{}, names: map[string]bool{},
		said: map[string]string{}, saidTimes: map[string]int{},
	}
	for _, e := range events {
		x.add(e)
	}
	return x
}

// add takes one more event. One with a known ID and the same or newer rules takes the older one's place.
func (x *index) add(e employer.Event) {
	if i, ok := x.ids[e.ID]; ok {
		if e.Rules >= x.events[i].Rules {
			x.events[i] = e
		}
	} else {
		x.called(e)
		x.ids[e.ID] = len(x.events)
		x.events = append(x.events, e)
	}
	i := x.ids[e.ID]
	if d := e.Draft; d != nil && d.MessageID != "" {
		if _, ok := x.byMessage[d.MessageID]; !ok {
			x.byMessage[d.MessageID] = i
		}
	}
	m := e.Mail
	if m == nil {
		return
	}
	if m.MessageID != "" {
		x.byMessage[m.MessageID] = i
	}
	if m.Own {
		for _, a := range m.To {
			x.written[fold(a.Address)] = true
		}
	}
	if !moves(e) {
		return
	}
	if !m.Own && e.Human {
		x.people[fold(m.From.Address)] = true
	}
	for _, d := range []string{e.Party.Domain, e.Party.AgencyDomain} {
		if d != "" {
			x.domains[d] = true
		}
	}
	x.employer(e.Party.Name, e.Party.Domain, false)
	x.employer(e.Party.Agency, e.Party.AgencyDomain, true)
	if k := x.employers[employer.FoldName(e.Party.Name)]; k != nil {
		k.Talk = later(k.Talk, talk(e))
	}
}

// talk returns when the interview of e takes place, or when its invitation came.
func talk(e employer.Event) time.Time {
	switch e.Kind {
	case employer.KindInvite, employer.KindScheduled, employer.KindRescheduled:
		if e.Interview != nil && !e.Interview.Start.IsZero() {
			return e.Interview.Start
		}
		return e.At
	}
	return time.Time{}
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

// moves reports whether the event is about an application, not merely a note that the user wrote to somebody.
func moves(e employer.Event) bool {
	switch e.Kind {
	case employer.KindWritten, employer.KindOutreach, employer.KindNotice:
		return false
	}
	return !e.Uncertain
}

func (x *index) employer(name, domain string, agency bool) {
	key := employer.FoldName(name)
	if key == "" {
		return
	}
	x.names[strings.ReplaceAll(key, " ", "")] = true
	k := x.employers[key]
	if k == nil {
		k = &classifier.KnownEmployer{Name: name, Agency: agency}
		x.employers[key] = k
	}
	if domain != "" && !contains(k.Domains, domain) {
		k.Domains = append(k.Domains, domain)
	}
	x.known.Put(k)
}

// thread returns the earlier events of m's thread, oldest first.
func (x *index) thread(m *mailbox.Message) []employer.Event {
	if len(m.References)+len(m.InReplyTo) == 0 {
		return nil
	}
	var found []employer.Event
	taken := map[int]bool{}
	for _, id := range append(append([]string{}, m.References...), m.InReplyTo...) {
		if i, ok := x.byMessage[id]; ok && !taken[i] && x.events[i].ID != "mail:"+m.Key {
			taken[i] = true
			found = append(found, x.events[i])
		}
	}
	return found
}

// context builds what Classify may know about m's surroundings.
func (r *Round) context(m *mailbox.Message) classifier.Context {
	c := classifier.Context{Zone: r.Seeker.Zone, Correspondent: r.index.written[fold(m.Author().Address)], NewsOnly: m.Filed == "" && !r.known(m),
		Employers: r.index.known}
	for _, e := range r.index.thread(m) {
		item := classifier.ThreadItem{Own: e.Mail != nil && e.Mail.Own || e.Draft != nil, Employer: e.Party.Name, Role: e.Role, At: e.At}
		for k, to := range kindOf {
			if to == e.Kind {
				item.Kind = k.kind
			}
		}
		for _, a := range e.Acts {
			item.Acts = append(item.Acts, classifier.Act(a))
		}
		c.Thread = append(c.Thread, item)
	}
	for _, a := range r.Accounts {
		for _, own := range a.Addresses {
			c.Me = append(c.Me, mailbox.Address{Name: r.Identity.Name, Address: own})
		}
	}
	return c
}

func fold(address string) string { return strings.ToLower(address) }

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}
