package employer

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func board(e *Event) { e.Source, e.Board, e.Mail.From.Address = "indeed", true, "apply@board.test" }

func req(n string) func(*Event) { return func(e *Event) { e.Req = n } }

func viaAgency(name, domain string) func(*Event) {
	return func(e *Event) { e.Party.Agency, e.Party.AgencyDomain = name, domain }
}

func stages(b Book) string {
	var out []string
	for _, a := range b.Applications {
		out = append(out, a.Employer+"/"+a.Role+"/"+string(a.Stage))
	}
	return strings.Join(out, ", ")
}

func wantBook(t *testing.T, b Book, want ...string) {
	t.Helper()
	if got := stages(b); got != strings.Join(want, ", ") {
		t.Errorf("got  %s\nwant %s", got, strings.Join(want, ", "))
	}
}

func TestOneConfirmationTwice(t *testing.T) {
	var s story
	s.mail("3-02 09:00", KindConfirmation, "Northwind", "Data Engineer", "ats", board)
	s.mail("3-02 09:02", KindConfirmation, "Northwind GmbH", "Data Engineer (m/w/d)", "ats", req("R-1234"))
	s.mail("3-02 09:05", KindConfirmation, "Northwind", "", "jobs@northwind.example", func(e *Event) { e.Human = false })
	wantBook(t, s.at(t, "3-03 09:00"), "Northwind/Data Engineer/confirmed")
}

func TestTwoRolesAtOneEmployer(t *testing.T) {
	var s story
	s.mail("3-02 09:00", KindConfirmation, "Northwind", "Data Engineer", "ats", req("R-1001"))
	s.mail("3-02 09:30", KindConfirmation, "Northwind", "Data Engineer", "ats", req("R-1002"))
	s.mail("3-02 10:00", KindConfirmation, "Northwind", "Senior Data Engineer", "ats")
	s.mail("3-09 10:00", KindRejection, "Northwind", "Data Engineer", "ats", req("R-1002"))
	b := s.at(t, "3-10 09:00")
	wantBook(t, b, "Northwind/Data Engineer/confirmed", "Northwind/Data Engineer/rejected", "Northwind/Senior Data Engineer/confirmed")
	if len(b.Questions) != 0 {
		t.Errorf("questions: %+v", b.Questions)
	}
}

func TestAppliedAgain(t *testing.T) {
	var s story
	s.mail("3-02 09:00", KindConfirmation, "Northwind", "Data Engineer", "ats")
	s.mail("3-09 10:00", KindRejection, "Northwind", "Data Engineer", "ats")
	s.mail("6-02 09:00", KindConfirmation, "Northwind", "Data Engineer", "ats")
	s.mail("6-08 09:00", KindInvite, "Northwind", "", kim.Address)
	wantBook(t, s.at(t, "6-09 09:00"), "Northwind/Data Engineer/rejected", "Northwind/Data Engineer/invited")
}

func TestAgencyWithSeveralClients(t *testing.T) {
	const agent = "agent@bridgepoint.example"
	via := viaAgency("Bridgepoint", "bridgepoint.example")
	var s story
	first := s.mail("3-02 09:00", KindConfirmation, "Northwind", "Data Engineer", agent, via)
	s.mail("3-02 10:00", KindConfirmation, "Fabrikam", "Data Engineer", agent, via, answering(first))
	s.mail("3-05 10:00", KindScheduled, "Northwind", "Data Engineer", agent, via, answering(first), talkAt("u1", 0, "3-08 10:00"))
	s.mail("3-09 10:00", KindHold, "Fabrikam", "", agent, via, answering(first))
	b := s.at(t, "3-10 09:00")
	wantBook(t, b, "Fabrikam/Data Engineer/on-hold", "Northwind/Data Engineer/interviewed")
	for _, a := range b.Applications {
		if c := a.Contacts[0]; c.Address != agent || !c.OfAgency || c.KnownBecause == "" {
			t.Errorf("%s: contact %+v", a.Employer, c)
		}
	}
}

func TestAgencyNamesTheClientLater(t *testing.T) {
	const agent = "agent@bridgepoint.example"
	via := viaAgency("Bridgepoint", "bridgepoint.example")
	var s story
	m := s.mail("3-02 09:00", KindConfirmation, "", "Data Engineer", agent, via)
	s.mail("3-05 10:00", KindInvite, "Northwind", "Data Engineer", agent, via, answering(m))
	wantBook(t, s.at(t, "3-06 09:00"), "Northwind/Data Engineer/invited")
}

func TestEmployerByDomain(t *testing.T) {
	var s story
	s.mail("3-02 09:00", KindConfirmation, "Northwind Traders Ltd", "Data Engineer", "ats")
	s.mail("3-05 09:00", KindScheduled, "", "", "calendar@northwind-traders.example", talkAt("u1", 0, "3-08 10:00"))
	s.mail("3-06 09:00", KindContact, "NWT People", "", "hr@northwindtraders.example")
	b := s.at(t, "3-06 10:00")
	wantBook(t, b, "Northwind Traders Ltd/Data Engineer/interview-scheduled")
}

func TestThreadBeatsAName(t *testing.T) {
	var s story
	m := s.mail("3-02 09:00", KindConfirmation, "Northwind", "Data Engineer", kim.Address)
	s.mail("3-02 10:00", KindConfirmation, "Fabrikam", "Designer", "ats")
	s.mail("3-05 09:00", KindInvite, "Fabrikam", "", kim.Address, answering(m), func(e *Event) { e.Mail.Subject = "Something else" })
	wantBook(t, s.at(t, "3-06 09:00"), "Fabrikam/Designer/confirmed", "Northwind/Data Engineer/invited")
}

func TestDoubtfulNamesAreAsked(t *testing.T) {
	var s story
	a := s.mail("3-02 09:00", KindConfirmation, "Northwind Bakery", "Baker", "ats").ID
	c := s.mail("3-03 09:00", KindConfirmation, "Northwind", "", "ats").ID
	b := s.at(t, "3-04 09:00")
	wantBook(t, b, "Northwind//confirmed", "Northwind Bakery/Baker/confirmed")
	if got := questionKinds(b); !slices.Equal(got, []string{"employer"}) {
		t.Fatalf("questions: %v", got)
	}
	merge := s.user("3-04 10:00", KindMerge, UserAct{Target: a, Other: c}).ID
	if b = s.at(t, "3-04 11:00"); len(b.Applications) != 1 || len(b.Questions) != 0 {
		t.Errorf("after the merge: %s, %v", stages(b), questionKinds(b))
	}
	s.user("3-04 12:00", KindUndo, UserAct{Target: merge})
	if b = s.at(t, "3-04 13:00"); len(b.Applications) != 2 {
		t.Errorf("after the undo: %s", stages(b))
	}
	s.user("3-04 14:00", KindCorrect, UserAct{Verb: "answer", Target: b.Questions[0].ID, Value: "no"})
	if b = s.at(t, "3-04 15:00"); len(b.Questions) != 0 || len(b.Applications) != 2 {
		t.Errorf("after the answer: %s, %v", stages(b), questionKinds(b))
	}
}

func TestSplit(t *testing.T) {
	var s story
	s.mail("3-02 09:00", KindConfirmation, "Northwind", "Data Engineer", "ats")
	m := *s.mail("3-03 09:00", KindInvite, "Northwind", "", kim.Address)
	s.user("3-03 10:00", KindSplit, UserAct{Target: m.Mail.Key, Value: "Team Lead"})
	s.mail("3-04 09:00", KindContact, "Northwind", "", kim.Address, answering(&m))
	wantBook(t, s.at(t, "3-05 09:00"), "Northwind/Data Engineer/confirmed", "Northwind/Team Lead/invited")
}

func TestCorrections(t *testing.T) {
	var s story
	s.mail("3-02 09:00", KindConfirmation, "Nothwrind", "Data Enginer", "ats")
	first := s.events[0]
	s.user("3-02 10:00", KindCorrect, UserAct{Verb: "employer", Target: first.Mail.Key, Value: "Northwind"})
	s.user("3-02 10:01", KindCorrect, UserAct{Verb: "role", Target: first.Mail.Key, Value: "Data Engineer"})
	s.mail("3-09 09:00", KindHold, "Northwind", "Data Engineer", "ats")
	other := *s.mail("3-10 09:00", KindRejection, "Northwind", "Data Engineer", "ats")
	s.user("3-10 10:00", KindCorrect, UserAct{Verb: "kind", Target: other.Mail.Key, Value: "not a job"})
	wantBook(t, s.at(t, "3-11 09:00"), "Northwind/Data Engineer/on-hold")
}

func TestAnotherRoleIsAsked(t *testing.T) {
	var s story
	s.mail("3-02 09:00", KindConfirmation, "Northwind", "Data Engineer", "ats")
	m := *s.mail("3-09 09:00", KindRejection, "Northwind", "Store Manager", "ats")
	b := s.at(t, "3-10 09:00")
	if a := one(t, b); a.Stage != Confirmed || a.Suspended == "" || !slices.Equal(questionKinds(b), []string{"role"}) {
		t.Errorf("got %s, suspended %q, questions %v", a.Stage, a.Suspended, questionKinds(b))
	}
	s.user("3-10 10:00", KindCorrect, UserAct{Verb: "role", Target: m.Mail.Key, Value: "Data Engineer"})
	b = s.at(t, "3-10 11:00")
	wantBook(t, b, "Northwind/Data Engineer/rejected")
}

func TestUncertainAndForgedMailAsks(t *testing.T) {
	var s story
	s.mail("3-02 09:00", KindConfirmation, "Northwind", "Data Engineer", "ats")
	u := *s.mail("3-05 09:00", KindRejection, "Northwind", "Data Engineer", "ats", func(e *Event) { e.Uncertain = true })
	b := s.at(t, "3-05 10:00")
	a := one(t, b)
	if a.Stage != Confirmed || a.Suspended == "" || len(b.Questions) != 1 || b.Questions[0].Kind != "kind" || !b.Questions[0].Urgent {
		t.Fatalf("got %s, suspended %q, questions %+v", a.Stage, a.Suspended, b.Questions)
	}
	yes := s
	yes.events = slices.Clone(s.events)
	yes.user("3-05 11:00", KindCorrect, UserAct{Verb: "answer", Target: b.Questions[0].ID, Value: "yes"})
	wantStage(t, yes.at(t, "3-05 12:00"), Rejected)
	no := s
	no.events = slices.Clone(s.events)
	no.user("3-05 11:00", KindCorrect, UserAct{Verb: "kind", Target: u.Mail.Key, Value: "other"})
	if a := one(t, no.at(t, "3-05 12:00")); a.Stage != Confirmed || a.Suspended != "" {
		t.Errorf("after the correction: %s, %q", a.Stage, a.Suspended)
	}
	forged := s
	forged.events = slices.Clone(s.events[:1])
	forged.mail("3-05 09:00", KindOffer, "Northwind", "Data Engineer", kim.Address, func(e *Event) { e.Mail.AuthFailed = true })
	b = forged.at(t, "3-05 10:00")
	if a := one(t, b); a.Stage != Confirmed || !slices.Equal(questionKinds(b), []string{"auth"}) {
		t.Errorf("a forged offer: %s, %v", a.Stage, questionKinds(b))
	}
}

func TestTwoIndicationsOpenTheBook(t *testing.T) {
	var s story
	s.mail("3-02 09:00", KindConfirmation, "Northwind", "Data Engineer", "ats", func(e *Event) { e.Uncertain = true })
	if b := s.at(t, "3-02 10:00"); len(b.Applications) != 0 || len(b.Questions) != 1 {
		t.Fatalf("got %s, %v", stages(b), questionKinds(b))
	}
	s.mail("3-05 09:00", KindInvite, "Northwind", "Data Engineer", kim.Address)
	b := s.at(t, "3-05 10:00")
	wantBook(t, b, "Northwind/Data Engineer/invited")
	if len(b.Questions) != 0 {
		t.Errorf("questions: %+v", b.Questions)
	}
}

func TestRejectionOfTheUnknown(t *testing.T) {
	var s story
	s.mail("3-09 09:00", KindRejection, "Northwind", "Store Manager", "ats")
	wantBook(t, s.at(t, "3-10 09:00"), "Northwind/Store Manager/rejected")
}

func TestLogOpensAndAdopts(t *testing.T) {
	var s story
	s.mail("3-05 09:00", KindInvite, "Northwind", "Data Engineer", kim.Address)
	e := s.user("3-05 10:00", KindLog, UserAct{Verb: "applied"})
	e.Party, e.Role = Party{Name: "northwind", From: "user"}, "Data Engineer"
	b := s.at(t, "3-05 11:00")
	wantBook(t, b, "northwind/Data Engineer/invited")
	if len(b.Questions) != 0 || len(b.Strays) != 0 {
		t.Errorf("questions %v, strays %v", questionKinds(b), b.Strays)
	}
}

// Two employers whose names begin alike, or an employer and the initials of another: one hiring system that confirms both tells of two
// applications, and the user is asked.
func TestLikeNamesFromOneSystemAreTwoEmployers(t *testing.T) {
	for _, names := range [][2]string{{"Harbor Bank", "Harbor Bank Leasing"}, {"Allied Generic Motors", "AGM"}} {
		var s story
		s.mail("3-02 09:00", KindConfirmation, names[0], "Risk Analyst", "ats")
		s.mail("3-02 09:10", KindConfirmation, names[1], "Risk Analyst", "ats")
		s.mail("3-09 09:00", KindRejection, names[1], "Risk Analyst", "ats")
		b := s.at(t, "3-10 09:00")
		if len(b.Applications) != 2 {
			t.Fatalf("got %s", stages(b))
		}
		for _, a := range b.Applications {
			if want := map[bool]Stage{true: Rejected, false: Confirmed}[a.Employer == names[1]]; a.Stage != want {
				t.Errorf("%s: got %s, want %s", a.Employer, a.Stage, want)
			}
		}
		if got := questionKinds(b); !slices.Equal(got, []string{"employer"}) {
			t.Errorf("questions: %v", got)
		}
		second := s.events[1]
		if want := "heardback correct split " + second.Mail.Key; b.Questions[0].Otherwise != want {
			t.Errorf("otherwise: got %q, want %q", b.Questions[0].Otherwise, want)
		}
		s.user("3-10 10:00", KindSplit, UserAct{Target: second.Mail.Key})
		if b := s.at(t, "3-10 11:00"); len(b.Applications) != 2 || len(b.Questions) != 0 {
			t.Errorf("after they were called two: %s, %v", stages(b), questionKinds(b))
		}
	}
}

// A mail that names an employer half, and no role, or comes from the system that named it otherwise, moves nothing before the user has said whom it means.
func TestNewsUnderAnotherNameIsAsked(t *testing.T) {
	var twice story
	twice.mail("3-02 09:00", KindConfirmation, "AGM", "Clerk", "ats")
	twice.mail("3-09 09:00", KindRejection, "Allied Generic Motors", "Clerk", "ats")
	if b := twice.at(t, "3-10 09:00"); stages(b) != "AGM/Clerk/confirmed" || len(b.Questions) != 1 {
		t.Errorf("one system, two names: %s, %v", stages(b), questionKinds(b))
	}
	var s story
	s.mail("3-02 09:00", KindConfirmation, "Harbor Bank", "Risk Analyst", "ats")
	news := s.mail("3-09 09:00", KindRejection, "Harbor Bank Leasing", "", "ats")
	b := s.at(t, "3-10 09:00")
	wantBook(t, b, "Harbor Bank/Risk Analyst/confirmed")
	if got := questionKinds(b); !slices.Equal(got, []string{"which-employer"}) || b.Applications[0].Suspended == "" || b.Questions[0].Guess != "Harbor Bank Leasing" {
		t.Fatalf("questions: %+v, suspended %q", b.Questions, b.Applications[0].Suspended)
	}
	yes, no := s, s
	yes.user("3-10 10:00", KindCorrect, UserAct{Verb: "employer", Target: news.Mail.Key, Value: "Harbor Bank"})
	if b := yes.at(t, "3-10 11:00"); stages(b) != "Harbor Bank/Risk Analyst/rejected" || len(b.Questions) != 0 {
		t.Errorf("yes: %s, %v", stages(b), questionKinds(b))
	}
	no.user("3-10 10:00", KindCorrect, UserAct{Verb: "employer", Target: news.Mail.Key, Value: "Harbor Bank Leasing"})
	if b := no.at(t, "3-10 11:00"); b.Applications[0].Stage != Confirmed || b.Applications[0].Suspended != "" || len(b.Questions) != 0 {
		t.Errorf("no: %s, %v, suspended %q", stages(b), questionKinds(b), b.Applications[0].Suspended)
	}
}

// The same where two employers may be meant.
func TestNewsOfOneOfTwoIsAsked(t *testing.T) {
	var s story
	s.mail("3-02 09:00", KindConfirmation, "Northwind Energy", "Data Analyst", "ats")
	s.mail("3-03 09:00", KindConfirmation, "Northwind Shipping", "Planner", "ats")
	s.mail("3-09 09:00", KindRejection, "Northwind", "", "ats")
	b := s.at(t, "3-10 09:00")
	wantBook(t, b, "Northwind Energy/Data Analyst/confirmed", "Northwind Shipping/Planner/confirmed")
	if got := questionKinds(b); !slices.Equal(got, []string{"which-employer"}) || b.Applications[0].Suspended == "" || b.Applications[1].Suspended == "" {
		t.Errorf("questions: %v", got)
	}
	s.mail("3-10 08:00", KindRejection, "Northwind", "Chef", "ats")
	if b := s.at(t, "3-10 09:00"); len(b.Applications) != 3 {
		t.Errorf("another role: %s", stages(b))
	}
}

// A name that differs is no doubt where the person, the domain or the role tie the mail to the application.
func TestAnotherNameWithATieIsNoQuestion(t *testing.T) {
	var s story
	m := s.mail("3-02 09:00", KindConfirmation, "Northwind", "Data Analyst", kim.Address)
	s.mail("3-04 09:00", KindHold, "Northwind Bakery", "", kim.Address)
	s.mail("3-05 09:00", KindInvite, "Northwind Bakery", "", "lee@elsewhere.example", answering(m))
	s.mail("3-06 09:00", KindRejection, "Northwind Bakery", "Data Analyst", "ats")
	b := s.at(t, "3-10 09:00")
	if len(b.Applications) != 1 || b.Applications[0].Stage != Rejected || len(b.Questions) != 0 {
		t.Errorf("got %s, %v", stages(b), questionKinds(b))
	}
}

// Umlauts are written in two ways; a name without any is no other way to write one with another vowel.
func TestUmlautsAreSpelledOut(t *testing.T) {
	for _, names := range [][2]string{{"Bäckerei Öztürk GmbH", "Baeckerei Oeztuerk"}, {"Soelvberg AS", "Sølvberg AS"}, {"Müller & Söhne", "Mueller und Soehne"}} {
		var s story
		s.mail("3-02 09:00", KindConfirmation, names[0], "Baker", "ats")
		s.mail("3-09 09:00", KindRejection, names[1], "Baker", "ats")
		if b := s.at(t, "3-10 09:00"); len(b.Applications) != 1 || b.Applications[0].Stage != Rejected {
			t.Errorf("%q: got %s", names, stages(b))
		}
	}
	var s story
	s.mail("3-02 09:00", KindConfirmation, "Bauer GmbH", "Clerk", "ats")
	s.mail("3-02 10:00", KindConfirmation, "Baur GmbH", "Clerk", "ats")
	s.mail("3-09 09:00", KindRejection, "Baur", "Clerk", "ats")
	wantBook(t, s.at(t, "3-10 09:00"), "Bauer GmbH/Clerk/confirmed", "Baur GmbH/Clerk/rejected")
}

// A first name under the private letter of a person who is known is no employer.
func TestAFirstNameIsNoEmployer(t *testing.T) {
	var s story
	s.mail("3-02 09:00", KindConfirmation, "Corner Cafe", "Barista", "corner.hiring@gmail.com")
	s.mail("3-09 09:00", KindRejection, "Bob", "", "corner.hiring@gmail.com", func(e *Event) { e.Party.From = "signature" })
	wantBook(t, s.at(t, "3-10 09:00"), "Corner Cafe/Barista/rejected")
}

// After two names were called one employer, what comes under either is that application's.
func TestAMergeTeachesTheOtherName(t *testing.T) {
	var s story
	a := s.mail("3-02 09:00", KindConfirmation, "Harbor Bank", "Risk Analyst", "ats").ID
	c := s.mail("3-02 09:10", KindConfirmation, "Harbor Bank Leasing", "Risk Analyst", "ats").ID
	s.mail("3-09 09:00", KindRejection, "Harbor Bank Leasing", "Risk Analyst", "ats")
	merge := s.user("3-10 10:00", KindMerge, UserAct{Target: a, Other: c}).ID
	b := s.at(t, "3-10 11:00")
	if len(b.Applications) != 1 || b.Applications[0].Stage != Rejected || len(b.Questions) != 0 {
		t.Errorf("got %s, %v", stages(b), questionKinds(b))
	}
	s.user("3-10 12:00", KindUndo, UserAct{Target: merge})
	wantBook(t, s.at(t, "3-10 13:00"), "Harbor Bank/Risk Analyst/confirmed", "Harbor Bank Leasing/Risk Analyst/rejected")
}

// A date that the user gives a mail about an interview is the interview's, not the mail's.
func TestTheDateOfAnInterviewIsNotTheMails(t *testing.T) {
	var s story
	s.mail("3-02 09:00", KindConfirmation, "Northwind", "Data Engineer", "ats")
	invite := *s.mail("3-05 09:00", KindInvite, "Northwind", "Data Engineer", kim.Address)
	s.user("3-05 10:00", KindCorrect, UserAct{Verb: "date", Target: invite.Mail.Key, Date: day("3-12 14:00")})
	b := s.at(t, "3-06 09:00")
	a := b.Applications[0]
	if a.Stage != Invited || !a.StageSince.Equal(invite.At) || len(a.Interviews) != 1 || !a.Interviews[0].Start.Equal(day("3-12 14:00")) {
		t.Errorf("an invitation: %s since %v, %+v", a.Stage, a.StageSince, a.Interviews)
	}
	var other story
	read := *other.mail("3-02 09:00", KindConfirmation, "Northwind", "Data Engineer", kim.Address)
	other.user("3-05 10:00", KindCorrect, UserAct{Verb: "kind", Target: read.Mail.Key, Value: "interview"})
	other.user("3-05 10:01", KindCorrect, UserAct{Verb: "date", Target: read.Mail.Key, Date: day("3-12 14:00")})
	applied := other.user("3-01 10:00", KindLog, UserAct{Verb: "applied"})
	applied.Party, applied.Role = Party{Name: "Northwind", From: "user"}, "Data Engineer"
	b = other.at(t, "3-06 09:00")
	if len(b.Applications) != 1 || b.Applications[0].Stage != Scheduled {
		t.Errorf("called an interview: %s", stages(b))
	}
	if b = other.at(t, "3-12 16:00"); b.Applications[0].Stage != Interviewed {
		t.Errorf("after it: %s", stages(b))
	}
}

// A requisition number that was read as the employer's name is a number.
func TestANumberIsNoEmployer(t *testing.T) {
	var s story
	s.mail("3-02 09:00", KindConfirmation, "Calder Retail", "Buyer", "ats", req("R-55512"))
	s.mail("3-03 09:00", KindConfirmation, "3M 2000", "Clerk", "ats")
	s.mail("3-09 09:00", KindRejection, "R-55512", "Buyer", "ats", req("R-55512"))
	s.mail("3-09 10:00", KindRejection, "3M 2000", "Clerk", "ats")
	wantBook(t, s.at(t, "3-10 09:00"), "3M 2000/Clerk/rejected", "Calder Retail/Buyer/rejected")
	var unread story
	unread.mail("3-02 09:00", KindConfirmation, "Calder Retail", "Buyer", "ats", req("R-55512"))
	unread.mail("3-09 09:00", KindRejection, "R-55512", "", "ats")
	wantBook(t, unread.at(t, "3-10 09:00"), "Calder Retail/Buyer/rejected")
	var two story
	two.mail("3-02 09:00", KindConfirmation, "Dove Retail", "Seller", "ats", req("R-1001"))
	two.mail("3-03 09:00", KindConfirmation, "Egret Inn", "Cook", "ats", req("R-1001"))
	two.mail("3-09 09:00", KindRejection, "R-1001", "", "ats", req("R-1001"))
	b := two.at(t, "3-10 09:00")
	wantBook(t, b, "Dove Retail/Seller/confirmed", "Egret Inn/Cook/confirmed")
	if got := questionKinds(b); !slices.Equal(got, []string{"which-role"}) || !strings.Contains(b.Questions[0].Text, "from Dove Retail or Egret Inn names no role") {
		t.Errorf("questions: %+v", b.Questions)
	}
}

// TestLegalFormCutShort: the end of a sentence takes the last word of a legal form; the name that is shown has it.
func TestLegalFormCutShort(t *testing.T) {
	names := []string{"Fabrikam GmbH & Co", "Fabrikam GmbH & Co", "Fabrikam GmbH & Co. KG", "Fabrikam GmbH & Co"}
	var s story
	s.mail("3-01 09:00", KindConfirmation, names[0], "Buyer", "ats")
	for i, n := range names[1:] {
		s.mail(fmt.Sprintf("3-0%d 09:00", i+2), KindContact, n, "Buyer", kim.Address)
	}
	if got := one(t, s.at(t, "3-09 09:00")).Employer; got != "Fabrikam GmbH & Co. KG" {
		t.Errorf("shown as %q", got)
	}
}

// TestDepartmentsAreNotOneEmployer: two departments of a university may look for the same role; what one of them decides is not the other's.
func TestDepartmentsAreNotOneEmployer(t *testing.T) {
	for _, names := range [][2]string{
		{"Department of Physics, University of Uxbridge", "Faculty of Law, University of Uxbridge"},
		{"University of Uxbridge, Department of Physics", "University of Uxbridge, Faculty of Law"},
		{"Universität Uxbridge, Institut für Physik", "Universität Uxbridge, Juristische Fakultät"},
	} {
		var s story
		atUniversity := func(e *Event) { e.Party.Domain = "uxbridge.example" }
		for i, n := range names {
			s.mail(fmt.Sprintf("3-0%d 09:00", i+1), KindConfirmation, n, "Research Assistant", "jobs@uxbridge.example", atUniversity)
		}
		s.mail("3-05 09:00", KindRejection, names[1], "Research Assistant", "jobs@uxbridge.example", atUniversity)
		b := s.at(t, "3-06 09:00")
		if len(b.Applications) != 2 {
			t.Fatalf("%q: %d applications", names, len(b.Applications))
		}
		for _, a := range b.Applications {
			if (a.Stage == Rejected) != (a.Employer == names[1]) {
				t.Errorf("%s is %s", a.Employer, a.Stage)
			}
		}
	}
}
