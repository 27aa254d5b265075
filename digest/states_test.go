package digest

import (
	"fmt"
	"time"

	"heardback/cadence"
	"heardback/employer"
	"heardback/mailbox"
)

var zone = mustZone("Europe/Vienna")

func mustZone(name string) *time.Location {
	l, err := time.LoadLocation(name)
	if err != nil {
		panic(err)
	}
	return l
}

// at is a time in February 2027 for the user: at(28, 18, 0) is the Sunday evening on which the digests of these tests are due.
func at(day, hour, minute int) time.Time {
	return time.Date(2027, time.February, day, hour, minute, 0, 0, zone)
}

// search is a job search as employer and cadence would hand it over.
type search struct{ Input }

func newSearch() *search {
	now := at(28, 18, 0)
	return &search{Input{
		To: mailbox.Address{Name: "Robin Sample", Address: "robin@home.example"}, Phone: "+43 1 5550100", Language: "en", Zone: zone, Now: now,
		Period: Period{Key: "2027-W08", From: now.AddDate(0, 0, -7), Until: now},
		Book:   employer.Book{Now: now}, Plan: cadence.Plan{Now: now}, Stages: map[string]employer.Stage{},
	}}
}

// app adds an application that was sent on a day of February.
func (s *search) app(name, role string, stage employer.Stage, sent int) *employer.Application {
	id := fmt.Sprintf("mail:%d", len(s.Book.Applications)+1)
	a := employer.Application{ID: id, Employer: name, Role: role, Stage: stage, StageSince: at(sent, 9, 0), AppliedAt: at(sent, 9, 0), Language: "en"}
	a.Timeline = append(a.Timeline, employer.Entry{At: a.AppliedAt, Kind: employer.KindApplied, Text: "You applied → applied", Source: "sent"})
	s.Book.Applications = append(s.Book.Applications, &a)
	s.Stages[id] = stage
	return s.Book.Applications[len(s.Book.Applications)-1]
}

// heard notes a mail of the employer.
func heard(a *employer.Application, when time.Time, kind employer.Kind, quote string) {
	a.Inbound = append(a.Inbound, employer.Touch{At: when, Kind: string(kind), Human: kind != employer.KindConfirmation})
	a.Timeline = append(a.Timeline, employer.Entry{At: when, Kind: kind, Text: "x → " + string(a.Stage), Source: "mail", Quote: quote})
	a.StageSince = when
}

func (s *search) notice(a *employer.Application, kind, key string, when, by time.Time) {
	s.Plan.Notices = append(s.Plan.Notices, cadence.Notice{Kind: kind, Key: key, App: a.ID, At: when, By: by, SameDay: true, Text: "ENGLISH FALLBACK"})
}

func (s *search) step(a *employer.Application, kind cadence.Kind, to string, due time.Time) *cadence.Step {
	s.Plan.Steps = append(s.Plan.Steps, cadence.Step{Key: fmt.Sprintf("step%d", len(s.Plan.Steps)), Kind: kind, App: a.ID,
		To: employer.Contact{Name: to, Address: "contact@firm.example"}, Due: due, SendAt: due.Add(3 * time.Hour), Nudge: true})
	return &s.Plan.Steps[len(s.Plan.Steps)-1]
}

func (s *search) draft(a *employer.Application, kind cadence.Kind, to string, state employer.DraftState, when time.Time) {
	s.Book.Drafts = append(s.Book.Drafts, employer.Draft{State: state, PlacedAt: when, StateAt: when,
		DraftAct: employer.DraftAct{Key: fmt.Sprintf("draft%d", len(s.Book.Drafts)), Kind: string(kind), App: a.ID, To: employer.Address{Name: to, Address: "contact@firm.example"}}})
}

// states are six states of a search.
var states = []struct {
	name  string
	build func() Input
}{
	{"first-week", firstWeek}, {"busy", busy}, {"quiet", quiet}, {"offer", offer}, {"all-closed", allClosed}, {"trouble", troubled},
}

func firstWeek() Input {
	s := newSearch()
	a := s.app("Northwind Example", "Data Analyst", employer.Confirmed, 24)
	heard(a, at(24, 9, 5), employer.KindConfirmation, "Thank you for applying.")
	a.System = "greenhouse"
	s.step(a, cadence.ApplicationFollowup, "Mira Solberg", time.Date(2027, time.March, 10, 7, 0, 0, 0, zone))
	s.app("Lark & Finch", "Research Assistant", employer.Applied, 26)
	return s.Input
}

func busy() Input {
	s := newSearch()
	a := s.app("Northwind Example", "Data Analyst", employer.Invited, 3)
	heard(a, at(4, 9, 0), employer.KindConfirmation, "")
	heard(a, at(26, 11, 0), employer.KindInvite, "We would like to talk with you next week.")
	a.Requests = []employer.Request{{Kind: "invitation", Key: "inv1", At: at(26, 11, 0), From: employer.Contact{Human: true}}}
	s.notice(a, "invitation", "invitation:inv1", at(26, 11, 0), time.Time{})
	s.draft(a, cadence.Availability, "Mira Solberg", employer.DraftUntouched, at(26, 11, 5))
	s.Plan.Steps = append(s.Plan.Steps, cadence.Step{Key: "draft0", Kind: cadence.Availability, App: a.ID, Due: at(26, 11, 5), Drafted: true})

	b := s.app("Harbor Optics", "Product Analyst", employer.Scheduled, 8)
	heard(b, at(23, 10, 0), employer.KindScheduled, "Confirmed for Monday at ten.")
	b.Interviews = []employer.Interview{{UID: "talk-1@harboroptics.example", Start: time.Date(2027, time.March, 1, 10, 0, 0, 0, zone), End: time.Date(2027, time.March, 1, 11, 0, 0, 0, zone),
		Zone: "Europe/London", Method: "video", Place: "https://meet.harboroptics.example/r/42", Interviewers: []employer.Contact{{Name: "Jo Brandt"}, {Name: "Ken Oduya"}}, State: "scheduled", Key: "talk-1", Round: 1}}
	s.notice(b, "interview-tomorrow", "interview-tomorrow:talk-1 2027-03-01T09:00:00Z", b.Interviews[0].Start, b.Interviews[0].Start)
	b.Board, b.System = "indeed", "greenhouse"

	c := s.app("Tidewater Freight", "Planner", employer.Assessing, 10)
	heard(c, at(25, 8, 0), employer.KindAssessment, "Please hand in the exercise by Wednesday.")
	c.System = "lever"
	c.Requests = []employer.Request{{Kind: "assessment", Key: "as1", At: at(25, 8, 0), Deadline: time.Date(2027, time.March, 3, 23, 59, 0, 0, zone)}}
	s.notice(c, "assessment", "assessment:as1", at(25, 8, 0), c.Requests[0].Deadline)
	s.notice(c, "deadline", "deadline:as1:2027-03-03:3", at(28, 7, 0), c.Requests[0].Deadline)

	d := s.app("Lark & Finch", "Research Assistant", employer.Interviewed, 9)
	heard(d, at(15, 9, 0), employer.KindContact, "Good to meet you.")
	d.Interviews = []employer.Interview{{Start: at(17, 14, 0), End: at(17, 15, 0), State: "held", Key: "talk-2"}}
	d.StageSince = at(17, 15, 0)
	d.Outbound = []employer.Touch{{At: at(24, 9, 0), Kind: "sent-followup", Nudge: true}}
	s.step(d, cadence.Status2, "Ada Wren", time.Date(2027, time.March, 10, 7, 0, 0, 0, zone))
	s.Plan.Calls = []cadence.Call{{Key: "call1", App: d.ID, To: employer.Contact{Name: "Ada Wren", Phone: "+44 20 5550 0199", Title: "Head of Research"}, Reason: "invited", Why: "they asked you to call",
		Due: at(27, 9, 0), From: time.Date(2027, time.March, 1, 8, 0, 0, 0, mustZone("Europe/London")), Until: time.Date(2027, time.March, 1, 9, 15, 0, 0, mustZone("Europe/London")), Allowed: true,
		Against: []cadence.Against{{Rule: "3", Reason: "leave no message yet"}}}}

	e := s.app("Alpenblick Verlag", "Lektorin", employer.Rejected, 2)
	heard(e, at(22, 16, 0), employer.KindRejection, "Wir haben uns für eine andere Bewerbung entschieden.")
	f := s.app("Silverbirch Clinic", "", employer.Quiet, 1)
	f.StageSince = at(1, 9, 0)
	s.Plan.Changes = []cadence.Change{{App: f.ID, To: employer.Quiet, At: at(26, 7, 0), Rule: "1.silent", Why: "nothing was heard"}}
	g := s.app("Copperfield Rail", "Timetable Planner", employer.OnHold, 5)
	heard(g, at(20, 9, 0), employer.KindHold, "")
	g.HoldUntil = time.Date(2027, time.March, 31, 9, 0, 0, 0, zone)

	s.Book.Questions = []employer.Question{{ID: "which-role:m9", Kind: "which-role", Apps: []string{a.ID, b.ID}, At: at(27, 9, 0), Guess: "rejection", Urgent: true,
		Command: "heardback correct m9@northwind.example --role ROLE", Text: "ENGLISH FALLBACK", Mail: &employer.Mail{Key: "m9@northwind.example", Subject: "Your application"}}}
	return s.Input
}

func quiet() Input {
	s := newSearch()
	for i, name := range []string{"Northwind Example", "Harbor Optics", "Tidewater Freight", "Lark & Finch"} {
		a := s.app(name, "Analyst", employer.Confirmed, 8+2*i)
		heard(a, at(9+2*i, 9, 0), employer.KindConfirmation, "")
	}
	return s.Input
}

func offer() Input {
	s := newSearch()
	a := s.app("Harbor Optics", "Product Analyst", employer.Offered, 2)
	heard(a, at(26, 15, 0), employer.KindOffer, "We are pleased to offer you the position.")
	a.Offer = &employer.Offer{At: at(26, 15, 0), Deadline: time.Date(2027, time.March, 5, 18, 0, 0, 0, zone), Event: "mail:offer"}
	a.Interviews = []employer.Interview{{Start: at(18, 10, 0), End: at(18, 11, 0), State: "held"}}
	s.notice(a, "offer", "offer:mail:offer", at(26, 15, 0), a.Offer.Deadline)
	s.draft(a, cadence.OfferNextSteps, "Jo Brandt", employer.DraftEdited, at(26, 15, 5))
	b := s.app("Lark & Finch", "Research Assistant", employer.Interviewed, 4)
	heard(b, at(10, 9, 0), employer.KindContact, "")
	b.Interviews = []employer.Interview{{Start: at(16, 10, 0), End: at(16, 11, 0), State: "held"}}
	s.draft(b, cadence.CompetingDeadline, "Ada Wren", employer.DraftUntouched, at(26, 15, 5))
	s.Plan.Steps = append(s.Plan.Steps, cadence.Step{Key: "draft1", Kind: cadence.CompetingDeadline, App: b.ID, Due: at(26, 15, 5), SendAt: at(26, 15, 5), Drafted: true})
	s.app("Tidewater Freight", "Planner", employer.Applied, 12)
	return s.Input
}

func allClosed() Input {
	s := newSearch()
	for i, stage := range []employer.Stage{employer.Rejected, employer.Filled, employer.Withdrawn, employer.Closed, employer.Rejected, employer.Rejected} {
		a := s.app(fmt.Sprintf("Firm %c Example", 'A'+i), "Clerk", stage, 1+i)
		if stage == employer.Rejected {
			heard(a, at(12+2*i, 9, 0), employer.KindRejection, "We chose another candidate.")
		}
	}
	return s.Input
}

func troubled() Input {
	s := newSearch()
	a := s.app("Northwind Example", "Data Analyst", employer.Applied, 12)
	a.AppliedTo = employer.Address{Address: "jobs@northwind.example"}
	a.Bounces = []employer.Touch{{At: at(27, 9, 0), Event: "mail:b1", Who: employer.Address{Address: "jobs@northwind.example"}}}
	s.notice(a, "bounce", "bounce:mail:b1", at(27, 9, 0), time.Time{})
	b := s.app("Harbor Optics", "Product Analyst", employer.Interviewed, 9)
	b.Interviews = []employer.Interview{{Start: at(26, 10, 0), End: at(26, 11, 0), State: "held"}}
	s.notice(b, "took-place", "took-place:talk 2027-02-26T09:00:00Z", at(26, 11, 0), time.Time{})
	s.draft(b, cadence.Status1, "Jo Brandt", employer.DraftReported, at(27, 7, 0))
	s.draft(b, cadence.ThankYou, "Ken Oduya", employer.DraftDeleted, at(27, 13, 0))
	s.Book.Drafts[1].Doubt = true
	s.Book.Questions = []employer.Question{
		{ID: "stranger:m7", Kind: "stranger", At: at(25, 9, 0), Guess: "interview-invite", Urgent: true, Text: "ENGLISH FALLBACK", Command: "heardback log 'Unknown Works' applied",
			Mail: &employer.Mail{Key: "m7@unknownworks.example", Subject: "Interview", From: employer.Address{Name: "Unknown Works", Address: "hr@unknownworks.example"}}},
		{ID: "auth:m8", Kind: "auth", App: b.ID, Apps: []string{b.ID}, At: at(26, 9, 0), Guess: "offer", Urgent: true, Text: "ENGLISH FALLBACK", Command: "heardback correct m8@harboroptics.example --kind offer",
			Mail: &employer.Mail{Key: "m8@harboroptics.example", Subject: "Your offer"}},
	}
	s.Trouble = []Trouble{
		{at(26, 9, 0), Failed, `account "home": signing in: the server refused the password`},
		{at(27, 9, 0), Unreadable, `account "home", folder INBOX, UID 812: the header is larger than 128 KiB`},
		{at(28, 9, 0), Failed, `account "home": signing in: the server refused the password`},
		{time.Time{}, Template, "en/status-1.txt, line 3: there is no slot {{rol}}"},
	}
	s.Would = []Would{{At: at(28, 7, 0), Kind: string(cadence.Status1), To: "jo@harboroptics.example", Subject: "Product Analyst", Body: "Dear Jo Brandt,\n\nthank you again for the talk on Friday.\n\nKind regards,\nRobin Sample", Why: "w"}}
	return s.Input
}
