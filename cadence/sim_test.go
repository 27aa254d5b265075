package cadence

import (
	"fmt"
	"slices"
	"sort"
	"strings"
	"testing"
	"time"

	"heardback/employer"
)

// sim plays a job search against the planner: what happened so far, folded, then the plan, at every 07:00, at every event and
// at every moment that the plan itself names. It places and withdraws as a round does and keeps a diary.
type sim struct {
	t      testing.TB
	zone   *time.Location
	policy Policy
	seeker Seeker
	off    map[string]bool // rules switched off
	script []act
	events []employer.Event
	now    time.Time
	n      int
	diary  []string
	told   map[string]bool
	check  func(*sim, employer.Book, Plan)
	// firstRound is when the first round runs; what happened before lies in the mailbox.
	firstRound time.Time
	folder     employer.Folder
	book       employer.Book
	calls      bool         // expect looks at call sheets too
	count      bool         // expect counts the letters of each time
	jump       bool         // rounds only at events and where the plan says that it may differ
	down       [2]time.Time // no round runs from the first until the second
}

// act is something that happens at a time.
type act struct {
	at time.Time
	do func(*sim)
}

const me = "sam@seeker.example"

func newSim(t testing.TB, zone string) *sim {
	t.Helper()
	l, err := time.LoadLocation(zone)
	if err != nil {
		t.Fatal(err)
	}
	s := &sim{t: t, zone: l, policy: Default(), told: map[string]bool{}}
	s.seeker = Seeker{Zone: l, Country: "US", Addresses: []string{me}, Language: "en"}
	return s
}

// at plans what happens at a time, "2027-02-04 10:00" for the user.
func (s *sim) at(when string, do ...func(*sim)) {
	t := s.time(when)
	for _, d := range do {
		s.script = append(s.script, act{t, d})
	}
}

func (s *sim) time(when string) time.Time {
	t, err := time.ParseInLocation("2006-01-02 15:04", when, s.zone)
	if err != nil {
		s.t.Fatal(err)
	}
	return t
}

// run plays from the first event until the end of a day.
func (s *sim) run(until string) {
	s.sortScript()
	end := s.time(until + " 23:59")
	s.now = s.script[0].at
	for !s.now.After(end) {
		for len(s.script) > 0 && !s.script[0].at.After(s.now) {
			do := s.script[0].do
			s.script = s.script[1:]
			do(s)
		}
		if s.now.Before(s.firstRound) {
			s.now = s.firstRound
			if len(s.script) > 0 && s.script[0].at.Before(s.now) {
				s.now = s.script[0].at
			}
			continue
		}
		var next time.Time
		if s.now.Before(s.down[0]) || !s.now.Before(s.down[1]) {
			next = s.round()
		}
		if s.jump && !next.IsZero() && next.Before(end) {
			if len(s.script) > 0 && s.script[0].at.Before(next) {
				next = s.script[0].at
			}
			s.now = next
			continue
		}
		morning := dayOf(s.now, s.zone).at(7, 0, s.zone)
		if !morning.After(s.now) {
			morning = (dayOf(s.now, s.zone) + 1).at(7, 0, s.zone)
		}
		if next.IsZero() || morning.Before(next) {
			next = morning
		}
		if len(s.script) > 0 && s.script[0].at.Before(next) {
			next = s.script[0].at
		}
		s.now = next
	}
}

func (s *sim) sortScript() {
	sort.SliceStable(s.script, func(i, j int) bool { return s.script[i].at.Before(s.script[j].at) })
}

// round is one round: it withdraws and places until the plan asks for nothing more, and returns the plan's next moment.
func (s *sim) round() time.Time {
	for i := 0; ; i++ {
		b := s.fold()
		plan := newPlanner(&b, &s.policy, &s.seeker, s.now, s.off).alone()
		if s.check != nil {
			s.check(s, b, plan)
		}
		s.note(b, plan)
		due := plan.Due()
		if len(due) == 0 && len(plan.Withdraw) == 0 {
			return plan.Next
		}
		if i > 3 {
			s.t.Errorf("%s: the plan does not settle: due %d, withdraw %v", s.now, len(due), plan.Withdraw)
			return plan.Next
		}
		for _, l := range plan.Withdraw {
			kind := employer.KindDraftWithdrawn
			verb := "withdraw"
			if l.Report {
				kind, verb = employer.KindDraftReported, "keep"
			}
			s.draft(kind, employer.DraftAct{Key: l.Key, Kind: string(l.Kind), App: l.App, Reason: l.Reason})
			s.write(verb, string(l.Kind), l.App, b)
		}
		for _, st := range due {
			s.draft(employer.KindDraftPlaced, employer.DraftAct{Key: st.Key, Kind: string(st.Kind), App: st.App, Apps: st.Apps, Cause: st.Cause, DueAt: st.Due,
				MessageID: st.Key + "@seeker.example", To: employer.Address{Name: st.To.Name, Address: st.To.Address}})
			what := string(st.Kind) + " " + st.To.Address
			if len(st.Parts) > 0 {
				what += " (merged)"
			}
			s.write("place", what, "", b)
		}
	}
}

// fold folds what happened, as a round does. Between two events a jumping simulation keeps the book: the planner itself sees that a talk is
// over.
func (s *sim) fold() employer.Book {
	news := s.events[s.folder.Len():]
	s.folder.Add(news...)
	if !s.jump || len(news) > 0 {
		s.book = s.folder.Book(s.now)
	}
	s.book.Now = s.now
	return s.book
}

// note writes down new stages and same-day notices.
func (s *sim) note(b employer.Book, plan Plan) {
	for _, c := range slices.Concat(plan.Settled, plan.Changes) {
		key := fmt.Sprint(c.App, c.To, c.At)
		if !s.told[key] {
			s.told[key] = true
			s.write(string(c.To), "", c.App, b)
		}
	}
	for _, n := range plan.Notices {
		if !s.told[n.Key] {
			s.told[n.Key] = true
			s.diary = append(s.diary, s.now.In(s.zone).Format("Mon 2 Jan 15:04")+" notice "+n.Kind)
		}
	}
	for _, c := range plan.Calls {
		if key := "call " + c.Key; c.Allowed && !s.told[key] {
			s.told[key] = true
			s.diary = append(s.diary, s.now.In(s.zone).Format("Mon 2 Jan 15:04")+" call "+c.Reason+" "+c.To.Address)
		}
	}
}

func (s *sim) write(verb, what, app string, b employer.Book) {
	for i := range b.Applications {
		if b.Applications[i].ID == app {
			what = strings.TrimSpace(what + " " + b.Applications[i].Employer)
		}
	}
	s.diary = append(s.diary, s.now.In(s.zone).Format("Mon 2 Jan 15:04")+" "+verb+" "+what)
}

// draft adds an event about one of our drafts.
func (s *sim) draft(kind employer.Kind, act employer.DraftAct) {
	s.n++
	s.add(employer.Event{ID: fmt.Sprintf("draft:%s:%s:%d", act.Key, kind, s.n), Kind: kind, Draft: &act})
}

func (s *sim) add(e employer.Event) {
	if e.At.IsZero() {
		e.At = s.now
	}
	e.Learned = s.now
	s.events = append(s.events, e)
}

// open finds the last placed draft of a kind that is still in the folder.
func (s *sim) open(kind Kind) *employer.Draft {
	b := employer.Fold(s.events, s.now)
	for i := len(b.Drafts) - 1; i >= 0; i-- {
		if d := &b.Drafts[i]; Kind(d.Kind) == kind && (d.State == employer.DraftUntouched || d.State == employer.DraftEdited) {
			return d
		}
	}
	s.t.Errorf("%s: there is no %s in Drafts; diary:\n%s", s.now, kind, strings.Join(s.diary, "\n"))
	return nil
}

// What the user does with drafts.
func did(kind Kind, what employer.Kind) func(*sim) {
	return func(s *sim) {
		if d := s.open(kind); d != nil {
			s.draft(what, employer.DraftAct{Key: d.Key, Kind: d.Kind, App: d.App, Apps: d.Apps, To: d.To, Cause: d.Cause})
		}
	}
}

func sends(kind Kind) func(*sim)   { return did(kind, employer.KindDraftSent) }
func deletes(kind Kind) func(*sim) { return did(kind, employer.KindDraftDeleted) }
func edits(kind Kind) func(*sim)   { return did(kind, employer.KindDraftEdited) }

// firmT is an employer of a story.
type firmT struct {
	name, domain, role string
	agency, agencyDom  string
}

// A person or machine who writes.
type writerT struct {
	name, address string
	human         bool
	phone         string
}

// mails makes a mail of an employer.
func mails(kind employer.Kind, e firmT, w writerT, more ...func(*sim, *employer.Event)) func(*sim) {
	return func(s *sim) {
		s.n++
		id := fmt.Sprintf("m%d", s.n)
		at := s.now
		ev := employer.Event{
			ID: "mail:" + id, Kind: kind, Human: w.human, Confidence: 1, Language: "en",
			Party: employer.Party{Name: e.name, Domain: e.domain, Agency: e.agency, AgencyDomain: e.agencyDom, From: "body"}, Role: e.role,
			Mail: &employer.Mail{Key: id, MessageID: id + "@mail.example", From: employer.Address{Name: w.name, Address: w.address},
				To: []employer.Address{{Address: me}}, Subject: "About " + e.role, Sent: at, NoReply: !w.human},
			Contacts: []employer.Contact{{Name: w.name, Address: w.address, Human: w.human, Wrote: true, Phone: w.phone}},
		}
		if e.agency == "" {
			ev.Party.From = "domain"
		}
		for _, m := range more {
			m(s, &ev)
		}
		s.add(ev)
	}
}

// writes makes a mail of the user.
func writes(kind employer.Kind, e firmT, w writerT, more ...func(*sim, *employer.Event)) func(*sim) {
	return func(s *sim) {
		s.n++
		id := fmt.Sprintf("m%d", s.n)
		ev := employer.Event{
			ID: "mail:" + id, Kind: kind, Confidence: 1, Language: "en", Party: employer.Party{Name: e.name, Domain: e.domain, Agency: e.agency, AgencyDomain: e.agencyDom, From: "context"}, Role: e.role,
			Mail: &employer.Mail{Key: id, MessageID: id + "@seeker.example", From: employer.Address{Address: me}, To: []employer.Address{{Name: w.name, Address: w.address}},
				Subject: "Re: About " + e.role, Sent: s.now, Own: true, Folder: "Sent"},
		}
		for _, m := range more {
			m(s, &ev)
		}
		s.add(ev)
	}
}

// logs is a command of the user.
func logs(verb string, e firmT, more ...func(*sim, *employer.Event)) func(*sim) {
	return func(s *sim) {
		s.n++
		ev := employer.Event{ID: fmt.Sprintf("user:%d", s.n), Kind: employer.KindLog, Party: employer.Party{Name: e.name, From: "user"}, Role: e.role,
			User: &employer.UserAct{Verb: verb, Target: e.name}}
		for _, m := range more {
			m(s, &ev)
		}
		s.add(ev)
	}
}

func acts(names ...string) func(*sim, *employer.Event) {
	return func(_ *sim, e *employer.Event) { e.Acts = append(e.Acts, names...) }
}

// states adds a statement with a date, "" for none.
func states(class, until string) func(*sim, *employer.Event) {
	return func(s *sim, e *employer.Event) {
		st := employer.Statement{Class: class, Quote: class}
		if until != "" {
			st.Until = s.time(until + " 00:00")
		}
		e.Statements = append(e.Statements, st)
	}
}

// talk adds an interview of an hour.
func talk(uid, start string, people ...writerT) func(*sim, *employer.Event) {
	return func(s *sim, e *employer.Event) {
		iv := employer.Interview{UID: uid, Start: s.time(start)}
		iv.End = iv.Start.Add(time.Hour)
		for _, p := range people {
			iv.Interviewers = append(iv.Interviewers, employer.Contact{Name: p.name, Address: p.address, Human: true})
		}
		e.Interview = &iv
	}
}

// sequence sets the calendar entry's sequence.
func sequence(n int) func(*sim, *employer.Event) {
	return func(_ *sim, e *employer.Event) { e.Interview.Sequence = n }
}

func deadline(day string) func(*sim, *employer.Event) {
	return func(s *sim, e *employer.Event) { e.Deadline = s.time(day + " 17:00") }
}

// tally counts the letters placed at each time.
func tally(diary []string) (counted []string) {
	n := map[string]int{}
	var order []string
	for _, line := range diary {
		at, _, ok := strings.Cut(line, " place ")
		if !ok {
			continue
		}
		if n[at] == 0 {
			order = append(order, at)
		}
		n[at]++
	}
	for _, at := range order {
		counted = append(counted, fmt.Sprintf("%d %s", n[at], at))
	}
	return counted
}

// forbid fails if a line of the diary holds the text; demand if a line is missing.
func (s *sim) forbid(text string) {
	s.t.Helper()
	for _, line := range s.diary {
		if strings.Contains(line, text) {
			s.t.Errorf("unwanted: %s", line)
		}
	}
}

func (s *sim) demand(lines ...string) {
	s.t.Helper()
	for _, line := range lines {
		if !slices.Contains(s.diary, line) {
			s.t.Errorf("missing: %s; diary:\n\t%s", line, strings.Join(s.diary, "\n\t"))
		}
	}
}

// expect compares the diary, without notices and call sheets, with what should stand there.
func (s *sim) expect(want ...string) {
	s.t.Helper()
	var got []string
	for _, line := range s.diary {
		if !strings.Contains(line, " notice ") && (s.calls || !strings.Contains(line, " call ")) {
			got = append(got, line)
		}
	}
	if s.count {
		got = tally(got)
	}
	if !slices.Equal(got, want) {
		s.t.Errorf("got\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}
