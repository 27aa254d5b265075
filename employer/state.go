package employer

import (
	"slices"
	"strings"
	"time"
)

// What a name weighs against others: the employer's own spelling, the user's, one guessed from a domain. One that only repeats what the
// book knows weighs nothing.
const (
	spelled = 1000
	byUser  = 10
	guessed = 1
)

// state is an application while it is folded.
type state struct {
	app    Application
	firm   *firm
	events []*Event
	roles  []role
	reqs   []string
	system map[string]bool // domains of hiring systems and boards, shared by all
	memo   *memo           // shared by all

	userName, userRole bool
	names              map[string]int // how often each spelling was used
	titles             map[string]int
	doubts             []doubt
	agreedAt           time.Time          // when the user agreed to a time, or named some, that is yet to be fixed
	replacedUIDs       []string           // of calendar entries that another one replaced
	tongues            map[string]*tongue // address of a writer → the language of the mails
	replyTo            map[string]*Event  // address of a writer → the last mail that wants its answers in another domain

	done *finished // as a book showed it last, nil since something changed

	shelves        *shelves // shared by all
	active, moving bool     // not on the shelf; on the way to another place in the list
	order          order    // where it stands in the list
}

// add takes an event in, wherever it stands in time.
func (s *state) add(e *Event) {
	if slices.Contains(s.events, e) {
		return
	}
	n := len(s.events)
	s.events = append(s.events, e)
	if n > 0 && canonical(s.events[n-1], e) > 0 {
		slices.SortFunc(s.events, canonical)
		s.replay()
		return
	}
	s.apply(e)
}

// replay folds all events anew, after one arrived that is older than the others.
func (s *state) replay() {
	events := s.events
	*s = state{firm: s.firm, system: s.system, memo: s.memo, events: events, doubts: s.doubts, done: s.done,
		shelves: s.shelves, active: s.active, order: s.order}
	for _, e := range events {
		s.apply(e)
	}
}

// apply takes in the event that is the latest so far: what time brought until then, its facts, its effect, its line in the timeline.
func (s *state) apply(e *Event) {
	s.touch()
	if s.app.ID == "" {
		s.app.ID = e.ID
	}
	s.settle(e.At)
	before := s.app.Stage
	s.learn(e)
	row := rows[e.Kind]
	if row.apply != nil {
		row.apply(s, e)
	}
	text := row.Heading
	if row.Source == "user" && e.User != nil {
		text = said(e)
	}
	if s.app.Stage != before {
		text += " → " + string(s.app.Stage)
	}
	s.app.Timeline = append(s.app.Timeline, entryOf(e, text))
}

// entryOf makes the line of a timeline for an event.
func entryOf(e *Event, text string) Entry {
	entry := Entry{At: e.At, Event: e.ID, Kind: e.Kind, Text: text, Quote: e.Quote, Source: rows[e.Kind].Source, Mail: e.Mail}
	if e.User != nil && e.User.Note != "" {
		entry.Quote = e.User.Note
	}
	return entry
}

// learnChannel notes through which board and which hiring system an application goes.
func (s *state) learnChannel(e *Event) {
	a := &s.app
	switch {
	case e.Source == "" || e.Kind != KindConfirmation && e.Kind != KindRejection && e.Kind != KindNotice:
	case e.Board && a.Board == "":
		a.Board = e.Source
	case !e.Board && a.System == "":
		a.System = e.Source
	}
}

// learn takes over the facts that any event may bring.
func (s *state) learn(e *Event) {
	a, sameRole := &s.app, s.sameRole(e)
	if e.Party.Agency != "" && a.Agency == "" {
		a.Agency = e.Party.Agency
		if s.names[a.Employer] < spelled && s.isAgency(a.Employer) {
			a.Employer = a.Agency
		}
	}
	if n := strings.TrimSpace(e.Party.Name); n != "" && rows[e.Kind].Source != "draft" && !(nameWeight(e) < spelled && s.isAgency(n)) {
		if s.names == nil {
			s.names = map[string]int{}
		}
		if !slices.Contains(a.Names, n) {
			a.Names = append(a.Names, n)
		}
		user := e.Party.From == "user"
		if !user {
			n = s.memo.displayed(n)
		}
		s.names[n] += nameWeight(e)
		switch {
		case user:
			a.Employer, s.userName = n, true
		case s.userName:
		case a.Employer == "" || a.Employer == a.Agency && n != a.Agency || s.betterName(n, a.Employer):
			a.Employer = n
		}
	}
	if a.Employer == "" && a.Agency != "" {
		a.Employer = a.Agency
	}
	if t := strings.TrimSpace(e.Role); t != "" && !s.namesAnother(t) {
		if s.titles == nil {
			s.titles = map[string]int{}
		}
		if s.titles[t]++; s.titles[t] == 1 {
			s.roles = append(s.roles, s.memo.role(t))
		}
		switch {
		case e.roleByUser:
			a.Role, s.userRole = t, true
		case s.userRole:
		case a.Role == "" || s.betterTitle(t, a.Role):
			a.Role = t
		}
	}
	if e.Req != "" {
		a.Req = e.Req
		if !slices.Contains(s.reqs, e.Req) {
			s.reqs = append(s.reqs, e.Req)
		}
	}
	if e.Location != "" {
		a.Location = e.Location
	}
	if a.Source == "" {
		a.Source = e.Source
	}
	s.learnChannel(e)
	if e.Mail != nil && !e.Mail.Own {
		if e.Language != "" {
			a.Language = e.Language
		}
		if e.Formality != "" {
			a.Formality = e.Formality
		}
		s.learnDomains(e, sameRole)
	} else if a.Language == "" {
		a.Language = e.Language
	}
	if e.Interview != nil && e.Interview.Zone != "" {
		a.Zone = e.Interview.Zone
	}
}

// nameWeight is what the name that an event gives its employer weighs.
func nameWeight(e *Event) int {
	switch {
	case e.Party.From == "context":
		return 0
	case e.Party.From == "domain":
		return guessed
	case e.Mail != nil && e.Mail.Own:
		return byUser
	}
	return spelled
}

// namesAnother reports whether a title names the role of the application beside another one, which is no title for it.
func (s *state) namesAnother(title string) bool {
	parts := s.memo.parts(title)
	if len(parts) < 2 || len(s.roles) == 0 {
		return false
	}
	for _, r := range s.roles {
		for _, p := range parts {
			if r.similar(s.memo.role(p)) >= roleNear && r.similar(s.memo.role(title)) < 1 {
				return true
			}
		}
	}
	return false
}

// isAgency reports whether a name that somebody guessed is the agency's: "brightmoortalent" that of Brightmoor.
func (s *state) isAgency(name string) bool {
	agency := strings.Join(s.memo.name(s.app.Agency), "")
	return agency != "" && strings.HasPrefix(strings.Join(s.memo.name(name), ""), agency)
}

// betterName reports whether n is a better spelling than what stands: written in words rather than in one ("Acme Works", not
// "Acmeworks"), not in capitals, or else used more often; much more often where it only leaves words out.
func (s *state) betterName(n, have string) bool {
	if n == have {
		return false
	}
	a, b := foldWords(n), foldWords(have)
	if len(a) != len(b) && strings.Join(a, "") == strings.Join(b, "") {
		return len(a) > len(b)
	}
	if cutShort(a, b) || cutShort(b, a) {
		return cutShort(b, a)
	}
	if shouts(n) != shouts(have) && strings.EqualFold(n, have) {
		return shouts(have)
	}
	if len(a) < len(b) && slices.Equal(a, b[:len(a)]) && s.names[have] >= spelled {
		return s.names[n] > 3*s.names[have]
	}
	return s.names[n] > s.names[have]
}

// cutShort reports whether a name lost the end of its legal form, which a sentence's end takes: "GmbH & Co" of "GmbH & Co. KG".
func cutShort(name, whole []string) bool {
	n := len(name)
	return n >= 4 && len(whole) == n+1 && name[n-1] == "co" && name[n-2] == "and" && slices.Equal(name, whole[:n])
}

// betterTitle reports whether t is a better title than what stands: used more often, but not one that only puts more words around it.
func (s *state) betterTitle(t, have string) bool {
	if t == have {
		return false
	}
	a, b := s.memo.role(t), s.memo.role(have)
	if len(a.words) != len(b.words) && a.similar(b) >= roleNear {
		return len(a.words) < len(b.words) && s.titles[t] >= s.titles[have] && (len(a.words) > 1 || s.onlyNames(b, a))
	}
	return s.titles[t] > s.titles[have]
}

// onlyNames reports whether all that the longer title has more is the employer's name: a single word else says too little of a role.
func (s *state) onlyNames(long, short role) bool {
	name := s.memo.name(s.app.Employer)
	for _, w := range long.words {
		if !slices.Contains(short.words, w) && !slices.Contains(name, w) {
			return false
		}
	}
	return true
}

// shouts reports whether a name is in capitals only, as some systems write all names.
func shouts(name string) bool {
	return len(name) > 5 && strings.ToUpper(name) == name && strings.ToLower(name) != name
}

// sameRole reports whether a mail names the role of the application.
func (s *state) sameRole(e *Event) bool {
	r := s.memo.role(e.Role)
	return slices.ContainsFunc(s.roles, func(o role) bool { return r.similar(o) >= roleNear })
}

// learnDomains keeps the domains that are the employer's or the agency's own (POLICY.md rule 12): the registrable label must match a name
// of the employer, or its beginning where the mail also names the role, and it is no hiring-system, board or free-mail domain.
func (s *state) learnDomains(e *Event, sameRole bool) {
	for _, d := range [...]string{e.Party.Domain, s.memo.senderDomain(e)} {
		if d == "" || s.memo.freeMail(d) || s.system[d] {
			continue
		}
		if !slices.Contains(s.app.Domains, d) && slices.ContainsFunc(s.firm.names, func(n []string) bool {
			return s.memo.labelled(d, strings.Join(n, " ")) || sameRole && s.memo.leads(d, n)
		}) {
			s.app.Domains = append(s.app.Domains, d)
		}
	}
	for _, d := range [...]string{e.Party.AgencyDomain, s.memo.senderDomain(e)} {
		if d == "" || e.Party.Agency == "" || s.memo.freeMail(d) || s.system[d] {
			continue
		}
		if (s.memo.labelled(d, e.Party.Agency) || ofTrade(d, s.memo.name(e.Party.Agency))) && !slices.Contains(s.app.AgencyDomains, d) {
			s.app.AgencyDomains = append(s.app.AgencyDomains, d)
		}
	}
}

// has reports whether the classifier saw the act in the mail.
func (e *Event) has(act string) bool { return slices.Contains(e.Acts, act) }

// openedAt is the time of the first event.
func (s *state) openedAt() time.Time {
	if len(s.events) == 0 {
		return time0
	}
	return s.events[0].At
}

// lastAt is the time of the last event.
func (s *state) lastAt() time.Time {
	if len(s.events) == 0 {
		return time0
	}
	return s.events[len(s.events)-1].At
}
