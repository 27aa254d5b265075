package employer

import (
	"testing"
	"time"
)

// from says where the classifier read the employer's name.
func from(source string) func(*Event) { return func(e *Event) { e.Party.From = source } }

func unsure(e *Event) { e.Uncertain, e.Confidence = true, 0.6 }

// TestAgreedTimeIsNoQuestion: who agrees to a time was invited, so that the question about the mail is answered.
func TestAgreedTimeIsNoQuestion(t *testing.T) {
	var s story
	s.mail("3-01 09:00", KindConfirmation, "Northwind", "Data Engineer", "ats")
	m := s.mail("3-02 09:00", KindInvite, "Northwind", "Data Engineer", kim.Address, unsure, talkAt("", 0, "3-08 10:00"))
	b := s.at(t, "3-02 10:00")
	if len(b.Questions) != 1 || one(t, b).Stage != Confirmed {
		t.Fatalf("before the answer: %d questions, %s", len(b.Questions), one(t, b).Stage)
	}
	for act, want := range map[string]Stage{"accepts": Interviewed, "availability": Interviewed, "declines": Invited} {
		s := story{events: append([]Event(nil), s.events...), n: s.n}
		if act == "declines" {
			s.own("3-02 11:00", KindAnswer, kim.Address, m, "availability", "declines")
		} else {
			s.own("3-02 11:00", KindAnswer, kim.Address, m, act)
		}
		b := s.at(t, "3-09 09:00")
		if len(b.Questions) != 0 || one(t, b).Stage != want {
			t.Errorf("%s: %d questions, %s, want %s", act, len(b.Questions), one(t, b).Stage, want)
		}
	}
}

// TestKnownTalkIsNoQuestion: an unsure calendar entry at the time of a known talk says nothing new.
func TestKnownTalkIsNoQuestion(t *testing.T) {
	for at, questions := range map[string]int{"3-08 10:00": 0, "3-09 10:00": 1} {
		var s story
		s.mail("3-01 09:00", KindConfirmation, "Northwind", "Data Engineer", "ats")
		s.mail("3-02 09:00", KindScheduled, "Northwind", "Data Engineer", kim.Address, talkAt("", 0, "3-08 10:00"))
		s.mail("3-03 09:00", KindScheduled, "Northwind", "", kim.Address, unsure, talkAt("u1", 0, at))
		if b := s.at(t, "3-03 10:00"); len(b.Questions) != questions {
			t.Errorf("%s: questions %+v", at, b.Questions)
		}
	}
}

// TestTalkNamedAfterItsHost: a scheduling page names the person, not the employer.
func TestTalkNamedAfterItsHost(t *testing.T) {
	var s story
	s.mail("3-01 09:00", KindConfirmation, "Northwind", "Data Engineer", "ats")
	s.mail("3-02 09:00", KindInvite, "Northwind", "Data Engineer", kim.Address)
	s.mail("3-02 12:00", KindScheduled, "Kim Doe", "", "ats", from("subject"), talkAt("u1", 0, "3-08 10:00"), func(e *Event) {
		e.Interview.Interviewers = []Contact{{Name: "Kim Doe", Address: kim.Address, Human: true}}
	})
	a := one(t, s.at(t, "3-09 09:00"))
	if a.Stage != Interviewed || len(a.Names) != 1 {
		t.Errorf("stage %s, names %q", a.Stage, a.Names)
	}
}

// TestGuessedNameOfAKnownPerson: what a domain is called does not outweigh who writes; what a mail names does.
func TestGuessedNameOfAKnownPerson(t *testing.T) {
	for source, strays := range map[string]int{"domain": 0, "context": 0, "body": 1} {
		var s story
		m := s.mail("3-01 09:00", KindConfirmation, "Tidewater Savings", "Data Engineer", "kim@tws.example")
		s.own("3-01 10:00", KindReply, "kim@tws.example", m)
		s.mail("3-02 09:00", KindScheduled, "Tws", "", "kim@tws.example", from(source), talkAt("u1", 0, "3-08 10:00"))
		if b := s.at(t, "3-09 09:00"); len(b.Strays) != strays || one(t, b).Employer != "Tidewater Savings" {
			t.Errorf("%s: strays %+v, employer %s", source, b.Strays, one(t, b).Employer)
		}
	}
}

// TestClientsCalendar: the client of an agency sends the entry of the talk that the agency arranged.
func TestClientsCalendar(t *testing.T) {
	var s story
	agency := func(e *Event) { e.Party.Agency, e.Party.AgencyDomain = "Brightpath", "brightpathsearch.example" }
	s.own("3-01 09:00", KindApplied, "cleo@brightpathsearch.example", nil, "application")
	s.events[0].Party, s.events[0].Role = Party{Name: "Brightpathsearch", From: "domain"}, "Miller"
	o := s.events[0]
	m := s.mail("3-02 09:00", KindScheduled, "", "Miller", "cleo@brightpathsearch.example", agency, answering(&o), talkAt("", 0, "3-08 10:00"))
	s.mail("3-03 09:00", KindScheduled, "Aldermills", "Miller", "kit@aldermills.example", from("domain"), talkAt("u1", 0, "3-08 10:00"), func(e *Event) {
		e.Interview.Interviewers = []Contact{{Name: "Cleo", Address: "cleo@brightpathsearch.example", Human: true}}
	})
	_ = m
	a := one(t, s.at(t, "3-04 09:00"))
	if a.Employer != "Aldermills" || a.Agency != "Brightpath" || len(a.Interviews) != 1 {
		t.Errorf("employer %q, agency %q, talks %+v", a.Employer, a.Agency, a.Interviews)
	}
	if c := contactOf(t, a, "cleo@brightpathsearch.example"); !c.OfAgency {
		t.Errorf("the recruiter: %+v", c)
	}
}

// TestDecisionOverADraft: the user decides in an own mail that answers where a draft of ours lies, which counts as that draft.
func TestDecisionOverADraft(t *testing.T) {
	for _, c := range []struct {
		kind Kind
		acts []string
		want Stage
	}{{KindWithdrawal, []string{"withdrawal"}, Withdrawn}, {KindAnswer, []string{"takes-offer"}, Accepted}, {KindAnswer, []string{"refuses-offer"}, Declined}, {KindThanks, []string{"thanks"}, Offered}} {
		var s story
		app := s.mail("3-01 09:00", KindConfirmation, "Northwind", "Data Engineer", "ats").ID
		m := *s.mail("3-10 09:00", KindOffer, "Northwind", "Data Engineer", kim.Address)
		letter := DraftAct{Key: "k1", Kind: "offer-next-steps", MessageID: "d1@mail.example", App: app, To: Address{Address: kim.Address}, InReplyTo: m.Mail.MessageID}
		for _, k := range []Kind{KindDraftIntended, KindDraftPlaced} {
			s.events = append(s.events, Event{ID: "draft:k1:" + string(k), Kind: k, At: day("3-10 09:00"), Learned: day("3-10 09:00"), Draft: &letter})
		}
		s.own("3-12 09:00", c.kind, kim.Address, &m, c.acts...)
		s.events = append(s.events, Event{ID: "draft:k1:sent", Kind: KindDraftSent, At: day("3-12 09:00"), Learned: day("3-12 09:01"), Draft: &letter})
		wantStage(t, s.at(t, "3-13 09:00"), c.want)
	}
}

// TestDocumentsOverADraft: what was asked for is sent in a mail that counts as a draft of ours.
func TestDocumentsOverADraft(t *testing.T) {
	var s story
	app := s.mail("3-01 09:00", KindConfirmation, "Northwind", "Data Engineer", "ats").ID
	m := *s.mail("3-10 09:00", KindInfoRequest, "Northwind", "Data Engineer", kim.Address)
	letter := DraftAct{Key: "k1", Kind: "thank-you", MessageID: "d1@mail.example", App: app, To: Address{Address: kim.Address}, InReplyTo: m.Mail.MessageID}
	s.events = append(s.events, Event{ID: "draft:k1:placed", Kind: KindDraftPlaced, At: day("3-09 09:00"), Learned: day("3-09 09:00"), Draft: &letter})
	s.own("3-12 09:00", KindAnswer, kim.Address, &m, "documents")
	s.events = append(s.events, Event{ID: "draft:k1:sent", Kind: KindDraftSent, At: day("3-12 09:00"), Learned: day("3-12 09:01"), Draft: &letter})
	if r := one(t, s.at(t, "3-13 09:00")).Requests[0]; r.Answered.IsZero() {
		t.Errorf("request %+v", r)
	}
}

func TestNameThatStays(t *testing.T) {
	for _, c := range []struct {
		first, then, source string
		own                 bool
		times               int
		want                string
	}{
		{"Fernhollow Analytics", "Fernhollow", "signature", false, 2, "Fernhollow Analytics"},
		{"Fernhollow Analytics", "Fernhollow", "signature", false, 4, "Fernhollow"},
		{"Fernhollow", "Fernhollow Analytics", "signature", false, 2, "Fernhollow Analytics"},
		{"Fernhollow Analytics", "Branch", "subject", true, 3, "Fernhollow Analytics"},
		{"Fernhollow Analytics", "Hollow", "context", false, 9, "Fernhollow Analytics"},
		{"Cuarzo Digital S.L", "Cuarzo Digital", "signature", false, 1, "Cuarzo Digital S.L."},
	} {
		var s story
		m := s.mail("3-01 09:00", KindConfirmation, c.first, "Data Engineer", "ats")
		parent := *m
		for range c.times {
			if c.own {
				s.own("3-02 09:00", KindReply, kim.Address, &parent)
				s.events[len(s.events)-1].Party = Party{Name: c.then, From: c.source}
				continue
			}
			s.mail("3-02 09:00", KindContact, c.then, "", kim.Address, from(c.source), answering(&parent))
		}
		if got := one(t, s.at(t, "3-03 09:00")).Employer; got != c.want {
			t.Errorf("%s, then %d times %s: got %q, want %q", c.first, c.times, c.then, got, c.want)
		}
	}
}

func TestTitlesByInitials(t *testing.T) {
	for _, c := range []struct {
		a, b string
		near bool
	}{{"Site Reliability Engineer", "Ironbark SRE", true}, {"SRE", "Site Reliability Engineer (m/w/d)", true}, {"Site Reliability Engineer", "SDE", false}, {"Project Manager", "PM", true}, {"Clerk", "C", false}} {
		if got := parseRole(c.a).similar(parseRole(c.b)); (got >= roleNear) != c.near {
			t.Errorf("%s, %s: %.2f", c.a, c.b, got)
		}
	}
}

// TestAnswerAboutTwoRoles: a mail that names two roles side by side is about both, and names neither.
func TestAnswerAboutTwoRoles(t *testing.T) {
	var s story
	s.own("3-01 09:00", KindApplied, "jobs@northwind.example", nil, "application")
	s.events[0].Party, s.events[0].Role = Party{Name: "Northwind"}, "Technical Writer"
	s.own("3-02 09:00", KindApplied, "jobs@northwind.example", nil, "application")
	s.events[1].Party, s.events[1].Role = Party{Name: "Northwind"}, "Documentation Manager"
	s.mail("3-03 09:00", KindConfirmation, "Northwind", "Technical Writer and Documentation Manager", kim.Address)
	b := s.at(t, "3-04 09:00")
	if len(b.Applications) != 2 {
		t.Fatalf("applications %+v", b.Applications)
	}
	for i, role := range []string{"Documentation Manager", "Technical Writer"} {
		if a := b.Applications[i]; a.Stage != Confirmed || a.Role != role {
			t.Errorf("%s: %s, %s", role, a.Role, a.Stage)
		}
	}
	s.mail("3-05 09:00", KindRejection, "Northwind", "Technical Writer and Editor", kim.Address)
	if b := s.at(t, "3-06 09:00"); b.Applications[0].Stage != Confirmed || b.Applications[1].Stage != Rejected {
		t.Errorf("after a rejection for one of them: %s, %s", b.Applications[0].Stage, b.Applications[1].Stage)
	}
}

// TestFriendsNews: a friend who asks how it went opens no application; an employer's rejection does.
func TestFriendsNews(t *testing.T) {
	for address, n := range map[string]int{"lena@family.example": 0, "hr@northwind.example": 1, "ats": 1} {
		var s story
		s.mail("3-01 09:00", KindRejection, "Northwind", "", address)
		if b := s.at(t, "3-02 09:00"); len(b.Applications) != n {
			t.Errorf("%s: %d applications, want %d", address, len(b.Applications), n)
		}
	}
}

// TestAbsenceWithProhibition: what an automatic answer forbids holds, whatever else it is.
func TestAbsenceWithProhibition(t *testing.T) {
	var s story
	o := s.own("3-01 09:00", KindApplied, "jobs@northwind.example", nil, "application")
	o.Party, o.Role = Party{Name: "Northwind"}, "Data Engineer"
	s.mail("3-01 09:01", KindOutOfOffice, "Northwind", "", "jobs@northwind.example", func(e *Event) {
		e.Statements = []Statement{{Class: "no-enquiries"}, {Class: "window", Until: day("3-05 00:00")}}
	})
	if a := one(t, s.at(t, "3-02 09:00")); len(a.Statements) != 1 || a.Statements[0].Class != "no-enquiries" {
		t.Errorf("statements %+v", a.Statements)
	}
}

func TestLabelOfFirstWordAndInitials(t *testing.T) {
	for domain, want := range map[string]bool{"tidewatercu.example": true, "tidewater.example": false, "tcu.example": true} {
		if got := labelMatches(domain, nameTokens("Tidewater Credit Union")); got != want {
			t.Errorf("%s: got %v", domain, got)
		}
	}
}

// TestDomainOfTheFirstWord: many employers' domains are the first word or words of their name. It is learned from mail about the role in the book.
func TestDomainOfTheFirstWord(t *testing.T) {
	for _, c := range []struct {
		name, role, address string
		known               bool
	}{
		{"Fernhollow Analytics", "Data Engineer", "dana@fernhollow.example", true},
		{"Fernhollow Analytics", "", "dana@fernhollow.example", false},
		{"Fernhollow Analytics", "Night Porter", "dana@fernhollow.example", false},
		{"Fernhollow Analytics", "Data Engineer", "dana@fernhollow-jobs.example", false},
		{"Fernhollow River Analytics", "Data Engineer", "dana@fernhollowriver.example", true},
		{"Fernhollow River Analytics", "", "dana@fernhollowriver.example", false},
		{"Global Food Analytics", "Data Engineer", "dana@globalfood.example", true},
		{"Global Foods", "Data Engineer", "dana@global.example", false},
		{"Ajax Foods", "Data Engineer", "dana@ajax.example", false},
	} {
		var s story
		m := s.mail("3-01 09:00", KindConfirmation, c.name, "Data Engineer", "ats")
		s.mail("3-02 09:00", KindContact, c.name, c.role, c.address, from("signature"), answering(m))
		if got := contactOf(t, one(t, s.at(t, "3-03 09:00")), c.address).KnownBecause; (got != "") != c.known {
			t.Errorf("%s, %s, %q: known because %q", c.name, c.address, c.role, got)
		}
	}
}

// TestFirstNameIsNoClient: a first name that an agency mentions is no employer.
func TestFirstNameIsNoClient(t *testing.T) {
	var s story
	agency := func(e *Event) { e.Party.Agency, e.Party.AgencyDomain = "Brightpath", "brightpath.example" }
	m := *s.mail("3-01 09:00", KindConfirmation, "Alder Mills", "Miller", "cleo@brightpath.example", agency, func(e *Event) {
		e.Contacts = append(e.Contacts, Contact{Name: "Moira Denholm", Address: "moira@aldermills.example", Human: true})
	})
	s.mail("3-02 09:00", KindInvite, "Moira", "", "cleo@brightpath.example", agency, from("body"), answering(&m))
	if a := one(t, s.at(t, "3-03 09:00")); a.Stage != Invited || a.Employer != "Alder Mills" || len(a.Names) != 1 {
		t.Errorf("%s, %q, %q", a.Stage, a.Employer, a.Names)
	}
}

// TestGuessThatResembles: a domain that begins as the name in the book places mail about the role in the book, and only places it.
func TestGuessThatResembles(t *testing.T) {
	for _, c := range []struct {
		guess, role string
		apps        int
	}{{"Elmgroveschools", "Data Coordinator", 0}, {"Elmgroveschools", "", 1}, {"Elmgroveschools", "Night Porter", 1}, {"Elmwoodschools", "Data Coordinator", 1}} {
		var s story
		s.mail("3-01 09:00", KindConfirmation, "Elm Grove School District", "Data Coordinator", "ats")
		address := "nadia@" + c.guess + ".example"
		s.mail("3-02 09:00", KindScheduled, c.guess, c.role, address, from("domain"), talkAt("u1", 0, "3-08 10:00"))
		b := s.at(t, "3-03 09:00")
		if len(b.Strays) != c.apps {
			t.Errorf("%s, %q: %d strays, want %d", c.guess, c.role, len(b.Strays), c.apps)
		}
		if a := one(t, b); c.apps == 0 && (a.Stage != Scheduled || contactOf(t, a, address).KnownBecause != "") {
			t.Errorf("%s: %s, %+v", c.guess, a.Stage, a.Contacts)
		}
	}
}

// TestTimeInAnswerToAYes: an unsure mail that answers the user's yes with a time fixes it; one that answers anything else is asked about.
func TestTimeInAnswerToAYes(t *testing.T) {
	for act, questions := range map[string]int{"accepts": 0, "availability": 0, "reply": 1} {
		var s story
		s.mail("3-01 09:00", KindConfirmation, "Northwind", "Data Engineer", "ats")
		m := *s.mail("3-02 09:00", KindInvite, "Northwind", "Data Engineer", kim.Address)
		yes := *s.own("3-02 11:00", KindAnswer, kim.Address, &m, act)
		s.mail("3-02 12:00", KindScheduled, "Northwind", "", kim.Address, unsure, answering(&yes), talkAt("", 0, "3-08 10:00"))
		b := s.at(t, "3-03 09:00")
		if len(b.Questions) != questions || (one(t, b).Stage == Scheduled) != (questions == 0) {
			t.Errorf("%s: %d questions, %s", act, len(b.Questions), one(t, b).Stage)
		}
	}
}

// TestKnownEntryThatMoves: what changes a calendar entry of the book is no guess, however its words read.
func TestKnownEntryThatMoves(t *testing.T) {
	for uid, want := range map[string]string{"u1": "3-09 10:00", "u2": "3-08 10:00", "": "3-08 10:00"} {
		var s story
		s.mail("3-01 09:00", KindConfirmation, "Northwind", "Data Engineer", "ats")
		s.mail("3-02 09:00", KindScheduled, "Northwind", "Data Engineer", kim.Address, talkAt("u1", 0, "3-08 10:00"))
		s.mail("3-03 09:00", KindRescheduled, "Northwind", "Data Engineer", kim.Address, unsure, talkAt(uid, 1, "3-09 10:00"))
		b := s.at(t, "3-03 10:00")
		if a := one(t, b); len(a.Interviews) != 1 || !a.Interviews[0].Start.Equal(day(want)) || (len(b.Questions) == 0) != (uid == "u1") {
			t.Errorf("%q: talks %+v, questions %+v", uid, a.Interviews, b.Questions)
		}
	}
}

// TestUnnamedClientsEntry: the entry of a client whom the agency has not named is known by time and role; at another time or for another
// role it is a stranger's.
func TestUnnamedClientsEntry(t *testing.T) {
	for _, c := range []struct {
		start, role, client string
		strays              int
	}{{"3-08 10:00", "Miller", "", 0}, {"3-08 14:00", "Miller", "", 1}, {"3-08 10:00", "Baker", "", 1}, {"3-08 10:00", "", "", 1}, {"3-08 10:00", "Miller", "Cedar Press", 1}} {
		var s story
		agency := func(e *Event) { e.Party.Agency, e.Party.AgencyDomain = "Brightpath", "brightpath.example" }
		s.mail("3-01 09:00", KindConfirmation, c.client, "Miller", "cleo@brightpath.example", agency)
		s.mail("3-02 09:00", KindScheduled, c.client, "Miller", "cleo@brightpath.example", agency, talkAt("", 0, "3-08 10:00"))
		s.mail("3-03 09:00", KindScheduled, "Alder Mills", c.role, "kit@aldermills.example", from("signature"), talkAt("u1", 0, c.start))
		b := s.at(t, "3-04 09:00")
		if a := one(t, b); len(b.Strays) != c.strays || (a.Employer == "Alder Mills") != (c.strays == 0) || len(a.Interviews) != 1 {
			t.Errorf("%+v: strays %d, employer %q, talks %+v", c, len(b.Strays), a.Employer, a.Interviews)
		}
	}
}

// TestProposalOfThePast: nobody proposes a time that has passed: it was misread, and only the question for times stays.
func TestProposalOfThePast(t *testing.T) {
	for start, talks := range map[string]int{"3-02 08:00": 0, "3-02 15:00": 1, "3-08 10:00": 1} {
		var s story
		s.mail("3-01 09:00", KindConfirmation, "Northwind", "Data Engineer", "ats")
		s.mail("3-02 09:00", KindInvite, "Northwind", "Data Engineer", kim.Address, talkAt("", 0, start))
		if a := one(t, s.at(t, "3-02 10:00")); len(a.Interviews) != talks || a.Stage != Invited || len(a.Requests) != 1 {
			t.Errorf("%s: %s, talks %+v, requests %+v", start, a.Stage, a.Interviews, a.Requests)
		}
	}
}

// TestDoubtAboutAFriend: bad news of somebody who seems to be no employer moves nothing, so that nobody is asked about it; good news and an
// employer's are asked about.
func TestDoubtAboutAFriend(t *testing.T) {
	for _, c := range []struct {
		kind    Kind
		address string
		asked   int
	}{{KindRejection, "lena@family.example", 0}, {KindHold, "lena@family.example", 0}, {KindInvite, "lena@family.example", 1}, {KindRejection, "hr@northwind.example", 1}} {
		var s story
		s.mail("3-01 09:00", c.kind, "Northwind", "", c.address, unsure)
		if b := s.at(t, "3-02 09:00"); len(b.Questions) != c.asked {
			t.Errorf("%s by %s: questions %+v", c.kind, c.address, b.Questions)
		}
	}
}

// TestMergeOfWhatWasLogged: an application that the user logged after the other one came by mail is merged with it, too.
func TestMergeOfWhatWasLogged(t *testing.T) {
	at := time.Date(2027, 3, 2, 9, 0, 0, 0, time.UTC)
	mail := Kinds[0].Example
	mail.At = at
	logged := Event{ID: "user:1", Kind: KindLog, At: at.Add(time.Hour), Learned: at.Add(time.Hour), Party: Party{Name: "Harbor Holding", From: "user"}, Role: "Clerk", User: &UserAct{Verb: "applied"}}
	merge := Event{ID: "user:2", Kind: KindMerge, At: at.Add(2 * time.Hour), Learned: at.Add(2 * time.Hour), User: &UserAct{Verb: "merge", Target: logged.ID, Other: mail.ID}}
	if b := Fold([]Event{mail, logged}, at.Add(3*time.Hour)); len(b.Applications) != 2 {
		t.Fatalf("%d applications before", len(b.Applications))
	}
	if b := Fold([]Event{mail, logged, merge}, at.Add(3*time.Hour)); len(b.Applications) != 1 {
		t.Errorf("%d applications after the merge", len(b.Applications))
	}
}

// TestCalendarReply: what the employer answers to a calendar entry of the user's is about the talk at that time alone.
func TestCalendarReply(t *testing.T) {
	reply := func(e *Event) { e.Acts = append(e.Acts, ActCalendarReply) }
	for _, c := range []struct {
		name    string
		uid     string // of the talk in the book
		kind    Kind
		start   string
		stage   Stage // a day after the talk of 8 March
		state   string
		request string
	}{
		{"declined", "", KindCancelled, "3-08 10:00", Invited, "cancelled", "invitation"},
		{"another talk declined", "", KindCancelled, "3-10 10:00", Interviewed, "held", "question"},
		{"another entry declined", "u1", KindCancelled, "3-10 10:00", Interviewed, "held", "question"},
		{"another time", "", KindRescheduled, "3-11 15:00", Scheduled, "scheduled", "reschedule"},
		{"another time for another entry", "u1", KindRescheduled, "3-11 15:00", Invited, "held", "invitation"},
	} {
		var s story
		s.mail("3-01 09:00", KindConfirmation, "Northwind", "Data Engineer", "ats")
		s.mail("3-02 09:00", KindScheduled, "Northwind", "Data Engineer", kim.Address, talkAt(c.uid, 0, "3-08 10:00"))
		s.mail("3-04 09:00", c.kind, "Northwind", "", kim.Address, reply, talkAt("own", 0, c.start))
		a := one(t, s.at(t, "3-09 09:00"))
		if a.Stage != c.stage || a.Interviews[0].State != c.state {
			t.Errorf("%s: %s, talks %+v", c.name, a.Stage, a.Interviews)
		}
		if n := len(a.Requests); n == 0 || a.Requests[n-1].Kind != c.request || !a.Requests[n-1].Answered.IsZero() {
			t.Errorf("%s: requests %+v", c.name, a.Requests)
		}
	}
}
