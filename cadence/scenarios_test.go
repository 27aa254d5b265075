package cadence

import (
	"fmt"
	"strings"
	"testing"

	"heardback/employer"
)

// The people and employers of the scenarios.
var (
	north   = firmT{name: "Northwind Looms", domain: "northwindlooms.example", role: "Weaver"}
	north2  = firmT{name: "Northwind Looms", domain: "northwindlooms.example", role: "Dyer"}
	ada     = writerT{name: "Ada Quill", address: "ada@northwindlooms.example", human: true}
	noreply = writerT{name: "Northwind Looms", address: "noreply@northwindlooms.example"}
)

// met is the usual beginning: a confirmation by a machine, then a person fixes an interview that the user confirms.
func met(s *sim, e firmT, w writerT, applied, invited, uid, start string, people ...writerT) {
	s.at(applied, mails(employer.KindConfirmation, e, writerT{name: e.name, address: "noreply@" + e.domain}))
	s.at(invited, mails(employer.KindScheduled, e, w, talk(uid, start, people...)))
}

func TestScenario1StatedDate(t *testing.T) {
	s := newSim(t, "America/New_York")
	met(s, north, ada, "2027-01-20 10:00", "2027-01-27 10:00", "u1", "2027-02-04 10:00")
	s.at("2027-02-04 18:00", sends(ThankYou))
	s.at("2027-02-08 09:00", mails(employer.KindContact, north, ada, states("window", "2027-02-12")))
	s.run("2027-02-17")
	s.expect("Thu 4 Feb 12:00 place thank-you ada@northwindlooms.example",
		"Wed 17 Feb 07:00 place decision-date ada@northwindlooms.example")
}

func TestScenario2AnsweredFirst(t *testing.T) {
	start := func(t *testing.T) *sim {
		s := newSim(t, "America/New_York")
		met(s, north, ada, "2027-01-20 10:00", "2027-01-27 10:00", "u1", "2027-02-04 10:00")
		s.at("2027-02-04 18:00", sends(ThankYou))
		s.at("2027-02-08 09:00", mails(employer.KindContact, north, ada, states("window", "2027-02-12")))
		return s
	}
	const thanks = "Thu 4 Feb 12:00 place thank-you ada@northwindlooms.example"
	t.Run("another week", func(t *testing.T) {
		s := start(t)
		s.at("2027-02-16 11:00", mails(employer.KindContact, north, ada, states("window", "2027-02-23")))
		s.run("2027-02-26")
		s.expect(thanks, "Thu 25 Feb 07:00 place decision-date ada@northwindlooms.example")
	})
	t.Run("untouched draft is removed", func(t *testing.T) {
		s := start(t)
		s.at("2027-02-17 10:00", mails(employer.KindContact, north, ada, states("window", "2027-02-23")))
		s.run("2027-02-26")
		s.expect(thanks, "Wed 17 Feb 07:00 place decision-date ada@northwindlooms.example",
			"Wed 17 Feb 10:00 withdraw decision-date Northwind Looms",
			"Thu 25 Feb 07:00 place decision-date ada@northwindlooms.example")
	})
	t.Run("edited draft is kept", func(t *testing.T) {
		s := start(t)
		s.at("2027-02-17 09:00", edits(DecisionDate))
		s.at("2027-02-17 10:00", mails(employer.KindContact, north, ada, states("window", "2027-02-23")))
		s.run("2027-02-26")
		s.expect(thanks, "Wed 17 Feb 07:00 place decision-date ada@northwindlooms.example",
			"Wed 17 Feb 10:00 keep decision-date Northwind Looms",
			"Thu 25 Feb 07:00 place decision-date ada@northwindlooms.example")
	})
}

func TestScenario3TheUserActed(t *testing.T) {
	for _, wrote := range []bool{true, false} {
		s := newSim(t, "America/New_York")
		s.at("2027-03-01 10:00", mails(employer.KindConfirmation, north, noreply))
		s.at("2027-03-01 15:00", mails(employer.KindContact, north, ada, acts("acknowledge")))
		if wrote {
			s.at("2027-03-11 14:00", writes(employer.KindFollowup, north, ada))
			s.run("2027-04-05")
			s.expect("Wed 31 Mar 07:00 quiet Northwind Looms")
			continue
		}
		s.run("2027-03-20")
		s.expect("Tue 16 Mar 07:00 place application-followup ada@northwindlooms.example")
	}
}

func TestScenario4DeletedDrafts(t *testing.T) {
	s := newSim(t, "America/New_York")
	met(s, north, ada, "2027-03-22 10:00", "2027-03-29 10:00", "u1", "2027-04-07 10:00")
	s.at("2027-04-07 15:00", deletes(ThankYou))
	s.at("2027-04-20 12:00", deletes(Status1))
	s.run("2027-06-30")
	s.expect("Wed 7 Apr 12:00 place thank-you ada@northwindlooms.example",
		"Tue 20 Apr 07:00 place status-1 ada@northwindlooms.example",
		"Tue 4 May 07:00 quiet Northwind Looms")
}

func TestScenario5TwoRolesOneRecruiter(t *testing.T) {
	start := func(t *testing.T) *sim {
		s := newSim(t, "America/New_York")
		s.at("2027-03-01 10:00", mails(employer.KindConfirmation, north, noreply))
		s.at("2027-03-01 10:10", mails(employer.KindConfirmation, north2, noreply))
		s.at("2027-03-01 15:00", mails(employer.KindContact, north, ada, acts("acknowledge")))
		s.at("2027-03-01 15:10", mails(employer.KindContact, north2, ada, acts("acknowledge")))
		return s
	}
	t.Run("one merged draft", func(t *testing.T) {
		s := start(t)
		s.run("2027-03-18")
		s.expect("Tue 16 Mar 07:00 place application-followup ada@northwindlooms.example (merged)")
	})
	t.Run("a rejection that names no role", func(t *testing.T) {
		s := start(t)
		nameless := north
		nameless.role = ""
		s.at("2027-03-10 10:00", mails(employer.KindRejection, nameless, noreply))
		s.at("2027-03-17 10:00", logs("rejected", north))
		s.run("2027-03-20")
		s.expect("Thu 18 Mar 07:00 place application-followup ada@northwindlooms.example")
	})
}

// TestScenario5ByCorrection settles the question by saying which role the rejection meant.
func TestScenario5ByCorrection(t *testing.T) {
	s := newSim(t, "America/New_York")
	for _, e := range []firmT{north, north2} {
		s.at("2027-03-01 10:00", mails(employer.KindConfirmation, e, noreply))
		s.at("2027-03-01 15:00", mails(employer.KindContact, e, ada, acts("acknowledge")))
	}
	nameless := north
	nameless.role = ""
	s.at("2027-03-10 10:00", mails(employer.KindRejection, nameless, noreply))
	s.at("2027-03-17 18:00", func(s *sim) {
		s.add(employer.Event{ID: "user:1", Kind: employer.KindCorrect, User: &employer.UserAct{Verb: "role", Target: "m5", Value: north2.role}})
	})
	s.run("2027-03-20")
	s.expect("Thu 18 Mar 07:00 place application-followup ada@northwindlooms.example")
}

// The agency of scenario 6 and its clients.
var (
	clientA = firmT{name: "Alder Mills", domain: "aldermills.example", role: "Miller", agency: "Brightpath Search", agencyDom: "brightpathsearch.example"}
	clientB = firmT{name: "Birch Foundry", domain: "birchfoundry.example", role: "Founder", agency: "Brightpath Search", agencyDom: "brightpathsearch.example"}
	cleo    = writerT{name: "Cleo Marsh", address: "cleo@brightpathsearch.example", human: true}
)

func TestScenario6Agency(t *testing.T) {
	for _, sent := range []bool{true, false} {
		s := newSim(t, "America/New_York")
		s.at("2027-04-12 10:00", writes(employer.KindApplied, clientA, cleo))
		s.at("2027-04-13 10:00", mails(employer.KindConfirmation, clientA, cleo))
		s.at("2027-04-26 10:00", writes(employer.KindApplied, clientB, cleo))
		s.at("2027-04-27 10:00", mails(employer.KindConfirmation, clientB, cleo))
		s.at("2027-04-20 10:00", mails(employer.KindScheduled, clientA, cleo, talk("ua", "2027-05-04 10:00", writerT{name: "Client Person", address: "person@aldermills.example"})))
		s.at("2027-05-04 15:00", sends(ThankYou))
		s.at("2027-05-06 10:00", mails(employer.KindHold, clientB, cleo))
		s.at("2027-05-06 15:00", sends(AcknowledgeHold))
		if sent {
			s.at("2027-05-13 10:00", sends(Status1))
		}
		s.run("2027-05-27")
		want := []string{"Tue 4 May 12:00 place thank-you cleo@brightpathsearch.example",
			"Thu 6 May 10:00 place acknowledge-hold cleo@brightpathsearch.example",
			"Thu 13 May 07:00 place status-1 cleo@brightpathsearch.example"}
		if sent {
			want = append(want, "Thu 27 May 07:00 place check-in cleo@brightpathsearch.example (merged)")
		} else {
			want = append(want, "Thu 27 May 07:00 quiet Alder Mills",
				"Thu 27 May 07:00 withdraw status-1 Alder Mills", "Thu 27 May 07:00 place check-in cleo@brightpathsearch.example")
		}
		s.expect(want...)
	}
}

func TestScenario7NoreplyRejection(t *testing.T) {
	for _, tt := range []struct {
		name    string
		more    []func(*sim, *employer.Event)
		person  bool
		without []string
	}{
		{"feedback is asked for", nil, true, []string{"Mon 14 Jun 07:00 place feedback-request ada@northwindlooms.example"}},
		{"no feedback is given", []func(*sim, *employer.Event){acts("feedback-declined")}, true, []string{"Mon 14 Jun 07:00 place keep-in-mind ada@northwindlooms.example"}},
		{"nobody is known", nil, false, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := newSim(t, "America/New_York")
			var want []string
			if tt.person {
				met(s, north, ada, "2027-05-10 10:00", "2027-05-20 10:00", "u1", "2027-06-01 10:00")
				s.at("2027-06-01 15:00", sends(ThankYou))
				want = append(want, "Tue 1 Jun 12:00 place thank-you ada@northwindlooms.example",
					"Thu 10 Jun 07:00 place status-1 ada@northwindlooms.example",
					"Thu 10 Jun 11:00 withdraw status-1 Northwind Looms")
			} else {
				met(s, north, noreply, "2027-05-10 10:00", "2027-05-20 10:00", "u1", "2027-06-01 10:00")
			}
			s.at("2027-06-10 11:00", mails(employer.KindRejection, north, noreply, tt.more...))
			s.run("2027-06-16")
			s.expect(append(want, tt.without...)...)
		})
	}
}

func TestScenario8Rescheduled(t *testing.T) {
	t.Run("moved", func(t *testing.T) {
		s := newSim(t, "America/New_York")
		met(s, north, ada, "2027-02-15 10:00", "2027-02-25 10:00", "u1", "2027-03-08 10:00")
		s.at("2027-03-07 12:00", mails(employer.KindRescheduled, north, ada, talk("u1", "2027-03-11 10:00"), sequence(1)))
		s.at("2027-03-07 13:00", sends(ConfirmReschedule))
		s.run("2027-03-24")
		s.expect("Sun 7 Mar 12:00 place confirm-reschedule ada@northwindlooms.example",
			"Thu 11 Mar 12:00 place thank-you ada@northwindlooms.example",
			"Wed 17 Mar 00:00 withdraw thank-you Northwind Looms",
			"Tue 23 Mar 07:00 place status-1 ada@northwindlooms.example")
	})
	t.Run("cancelled", func(t *testing.T) {
		s := newSim(t, "America/New_York")
		met(s, north, ada, "2027-02-15 10:00", "2027-02-25 10:00", "u1", "2027-03-08 10:00")
		s.at("2027-03-07 12:00", mails(employer.KindCancelled, north, ada, talk("u1", "2027-03-08 10:00"), sequence(1)))
		s.run("2027-03-10")
		s.expect("Sun 7 Mar 12:00 place availability ada@northwindlooms.example")
	})
}

func TestScenario9NoCalls(t *testing.T) {
	sales := firmT{name: "Northwind Looms", domain: "northwindlooms.example", role: "Sales Representative"}
	boss := ada
	boss.phone = "+1 212 555 0100"
	start := func(t *testing.T) *sim {
		s := newSim(t, "America/New_York")
		s.seeker.Phone = true
		s.at("2027-02-01 10:00", mails(employer.KindConfirmation, sales, noreply, states("no-calls", "")))
		s.at("2027-02-10 10:00", mails(employer.KindScheduled, sales, boss, talk("u1", "2027-02-23 10:00")))
		s.at("2027-02-23 15:00", sends(ThankYou))
		return s
	}
	const thanks = "Tue 23 Feb 12:00 place thank-you ada@northwindlooms.example"
	t.Run("never a call sheet", func(t *testing.T) {
		s := start(t)
		s.run("2027-03-20")
		s.expect(thanks, "Thu 4 Mar 07:00 place status-1 ada@northwindlooms.example", "Thu 18 Mar 07:00 quiet Northwind Looms", "Thu 18 Mar 07:00 withdraw status-1 Northwind Looms")
		s.forbid(" call ")
	})
	asks := mails(employer.KindContact, sales, boss, acts("call-invited"))
	t.Run("they ask for a call, and it is recorded", func(t *testing.T) {
		s := start(t)
		s.at("2027-02-25 09:00", asks)
		s.at("2027-02-26 11:00", logs("called", sales, func(_ *sim, e *employer.Event) { e.User.Outcome = "reached" }))
		s.run("2027-03-10")
		s.expect(thanks, "Tue 9 Mar 07:00 place status-1 ada@northwindlooms.example")
		s.demand("Thu 25 Feb 09:00 call invited ada@northwindlooms.example", "Thu 25 Feb 09:00 notice call-asked")
	})
	t.Run("they ask for a call, and the user answers by mail", func(t *testing.T) {
		s := start(t)
		s.at("2027-02-25 09:00", asks)
		s.at("2027-02-25 11:00", writes(employer.KindReply, sales, boss))
		s.run("2027-03-10")
		s.expect(thanks, "Tue 9 Mar 07:00 place status-1 ada@northwindlooms.example")
	})
	t.Run("they ask for a call, and nothing is recorded", func(t *testing.T) {
		s := start(t)
		s.at("2027-02-25 09:00", asks)
		s.run("2027-03-31")
		s.expect(thanks)
		s.demand("Thu 25 Feb 09:00 notice call-asked")
	})
}

func TestScenario10HolidayAndZone(t *testing.T) {
	s := newSim(t, "America/New_York")
	s.seeker.Country = "US"
	weber := firmT{name: "Weberei Nord", domain: "weberei-nord.de", role: "Weberin"}
	jo := writerT{name: "Jo Winter", address: "jo.winter@weberei-nord.de", human: true}
	s.at("2027-03-01 10:00", mails(employer.KindConfirmation, weber, writerT{name: "Weberei Nord", address: "noreply@weberei-nord.de"}))
	s.at("2027-03-08 10:00", mails(employer.KindScheduled, weber, jo, talk("u1", "2027-03-19 11:00"), zone("Europe/Berlin")))
	s.at("2027-03-19 14:00", sends(ThankYou))
	s.at("2027-03-19 15:00", mails(employer.KindContact, weber, jo, states("window", "2027-03-26"), zone("")))
	s.run("2027-04-02")
	s.expect("Fri 19 Mar 13:00 place thank-you jo.winter@weberei-nord.de",
		"Wed 31 Mar 07:00 place decision-date jo.winter@weberei-nord.de")
}

// zone sets the zone of the event's interview, and German as the language.
func zone(name string) func(*sim, *employer.Event) {
	return func(_ *sim, e *employer.Event) {
		e.Language = "de"
		if e.Interview != nil {
			e.Interview.Zone = name
		}
	}
}

func TestScenario11DuplicateConfirmation(t *testing.T) {
	s := newSim(t, "America/New_York")
	board := writerT{name: "Indeed", address: "noreply@indeed.com"}
	s.at("2027-03-02 09:00", mails(employer.KindConfirmation, north, board, func(_ *sim, e *employer.Event) { e.Source, e.Board, e.Party.Domain = "indeed", true, "" }))
	s.at("2027-03-02 09:02", mails(employer.KindConfirmation, north, noreply))
	s.at("2027-04-14 11:00", mails(employer.KindInvite, north, ada))
	s.run("2027-04-15")
	s.expect("Thu 1 Apr 07:00 quiet Northwind Looms",
		"Wed 14 Apr 11:00 place availability ada@northwindlooms.example")
}

func TestScenario12Silence(t *testing.T) {
	s := newSim(t, "America/New_York")
	met(s, north, ada, "2026-12-07 10:00", "2027-01-05 10:00", "u1", "2027-01-12 10:00")
	s.at("2027-01-12 15:00", sends(ThankYou))
	s.at("2027-01-26 10:00", sends(Status1))
	s.at("2027-02-09 10:00", sends(Status2))
	s.at("2027-03-10 10:00", mails(employer.KindRejection, north, ada))
	s.run("2027-03-15")
	s.expect("Tue 12 Jan 12:00 place thank-you ada@northwindlooms.example",
		"Tue 26 Jan 07:00 place status-1 ada@northwindlooms.example",
		"Tue 9 Feb 07:00 place status-2 ada@northwindlooms.example",
		"Wed 24 Feb 07:00 quiet Northwind Looms",
		"Fri 12 Mar 07:00 place feedback-request ada@northwindlooms.example")
}

func TestScenario13Offer(t *testing.T) {
	for _, signed := range []bool{true, false} {
		s := newSim(t, "America/New_York")
		b := firmT{name: "Birch Foundry", domain: "birchfoundry.example", role: "Founder"}
		bea := writerT{name: "Bea Stone", address: "bea@birchfoundry.example", human: true}
		c := firmT{name: "Cedar Press", domain: "cedarpress.example", role: "Printer"}
		met(s, north, ada, "2027-03-01 10:00", "2027-03-08 10:00", "ua", "2027-03-30 10:00")
		met(s, b, bea, "2027-03-01 11:00", "2027-03-20 10:00", "ub", "2027-04-01 10:00")
		s.at("2027-03-29 10:00", mails(employer.KindConfirmation, c, writerT{name: "Cedar Press", address: "noreply@cedarpress.example"}))
		s.at("2027-03-30 15:00", sends(ThankYou))
		s.at("2027-04-01 15:00", sends(ThankYou))
		s.at("2027-04-05 10:00", mails(employer.KindOffer, north, ada, deadline("2027-04-12")))
		s.at("2027-04-09 10:00", logs("accepted", north, func(_ *sim, e *employer.Event) { e.User.Signed = signed }))
		s.run("2027-04-16")
		want := []string{"Tue 30 Mar 12:00 place thank-you ada@northwindlooms.example",
			"Thu 1 Apr 12:00 place thank-you bea@birchfoundry.example",
			"Mon 5 Apr 10:00 place competing-deadline bea@birchfoundry.example",
			"Mon 5 Apr 10:00 place offer-next-steps ada@northwindlooms.example",
			"Fri 9 Apr 10:00 withdraw competing-deadline Birch Foundry",
			"Fri 9 Apr 10:00 withdraw offer-next-steps Northwind Looms"}
		if signed {
			want = append(want, "Fri 9 Apr 10:00 place withdrawal bea@birchfoundry.example")
		}
		s.expect(want...)
		s.demand("Mon 5 Apr 10:00 notice offer", "Wed 7 Apr 07:00 notice deadline", "Fri 9 Apr 07:00 notice deadline")
		if signed {
			s.demand("Fri 9 Apr 10:00 notice withdraw")
		} else {
			s.demand("Fri 9 Apr 10:00 notice accepted")
		}
	}
}

func TestScenario14AssumeNo(t *testing.T) {
	s := newSim(t, "America/New_York")
	s.at("2027-02-01 10:00", mails(employer.KindConfirmation, north, noreply, states("assume-no", "2027-02-22")))
	s.at("2027-02-01 12:00", mails(employer.KindContact, north, ada, acts("acknowledge")))
	s.run("2027-04-30")
	s.expect("Tue 23 Feb 07:00 closed Northwind Looms")
}

func TestScenario15RoundsAndAPanel(t *testing.T) {
	s := newSim(t, "America/New_York")
	panel := []writerT{ada}
	for _, n := range []string{"ben", "cara", "dov", "eli"} {
		panel = append(panel, writerT{name: n, address: n + "@northwindlooms.example", human: true})
	}
	met(s, north, ada, "2027-02-08 10:00", "2027-02-16 10:00", "u1", "2027-03-02 10:00")
	s.at("2027-03-02 15:00", sends(ThankYou))
	s.at("2027-03-04 10:00", mails(employer.KindInvite, north, ada))
	s.at("2027-03-04 15:00", sends(Availability))
	s.at("2027-03-05 09:00", mails(employer.KindContact, north, panel[1], acts("acknowledge")))
	s.at("2027-03-05 10:00", mails(employer.KindScheduled, north, ada, talk("u2", "2027-03-18 10:00", panel...)))
	s.at("2027-03-18 15:00", sends(ThankYou))
	s.run("2027-03-31")
	s.expect("Tue 2 Mar 12:00 place thank-you ada@northwindlooms.example",
		"Thu 4 Mar 10:00 place availability ada@northwindlooms.example",
		"Thu 18 Mar 12:00 place thank-you ada@northwindlooms.example",
		"Tue 30 Mar 07:00 place status-1 ada@northwindlooms.example")
}

func TestScenario16AskedForDocuments(t *testing.T) {
	s := newSim(t, "America/New_York")
	met(s, north, ada, "2027-02-08 10:00", "2027-02-16 10:00", "u1", "2027-03-02 10:00")
	s.at("2027-03-02 15:00", sends(ThankYou))
	s.at("2027-03-05 10:00", mails(employer.KindInfoRequest, north, ada, acts("references")))
	s.at("2027-03-10 10:00", writes(employer.KindAnswer, north, ada, acts("documents")))
	s.run("2027-03-25")
	s.expect("Tue 2 Mar 12:00 place thank-you ada@northwindlooms.example",
		"Wed 24 Mar 07:00 place status-1 ada@northwindlooms.example")
	s.demand("Mon 1 Mar 07:00 notice interview-tomorrow", "Fri 5 Mar 10:00 notice info")
}

func TestScenario17NoShow(t *testing.T) {
	s := newSim(t, "America/New_York")
	met(s, north, ada, "2027-02-15 10:00", "2027-02-25 10:00", "u1", "2027-03-08 10:00")
	s.script[1].do = mails(employer.KindScheduled, north, ada, talk("u1", "2027-03-08 10:00"), func(s *sim, e *employer.Event) { e.Interview.End = s.time("2027-03-08 10:05") })
	s.at("2027-03-08 12:00", mails(employer.KindMissed, north, ada))
	s.run("2027-03-09")
	s.expect("Mon 8 Mar 11:05 place thank-you ada@northwindlooms.example",
		"Mon 8 Mar 12:00 withdraw thank-you Northwind Looms",
		"Mon 8 Mar 12:00 place availability ada@northwindlooms.example")
}

func TestScenario18FirstSync(t *testing.T) {
	s := newSim(t, "America/New_York")
	start := d(2025, 3, 17)
	for i := range 57 {
		e := firmT{name: fmt.Sprintf("Employer %c%c", 'A'+i/26, 'A'+i%26), role: "Clerk"}
		e.domain = fmt.Sprintf("employer%c%c.example", 'a'+i/26, 'a'+i%26)
		hr := writerT{name: "Pat", address: "pat@" + e.domain, human: true}
		at := (start + day(i*12)).at(9, 0, s.zone).Format("2006-01-02 15:04")
		s.at(at, mails(employer.KindConfirmation, e, hr))
	}
	talked := firmT{name: "Windrow Survey", domain: "windrowsurvey.example", role: "Surveyor"}
	mo := writerT{name: "Mo Field", address: "mo@windrowsurvey.example", human: true}
	met(s, talked, mo, "2027-02-18 10:15", "2027-02-26 11:00", "u1", "2027-03-04 10:00")
	refused := firmT{name: "Harrow Glass", domain: "harrowglass.example", role: "Glazier"}
	lu := writerT{name: "Lu Pane", address: "lu@harrowglass.example", human: true}
	met(s, refused, lu, "2027-02-02 10:15", "2027-02-10 11:00", "u2", "2027-02-20 10:00")
	s.at("2027-03-01 16:10", mails(employer.KindRejection, refused, lu))
	asked := firmT{name: "Heron Works", domain: "heronworks.example", role: "Keeper"}
	leo := writerT{name: "Leo Marsh", address: "leo@heronworks.example", human: true}
	s.at("2027-03-03 10:15", mails(employer.KindConfirmation, asked, writerT{name: "Heron Works", address: "noreply@heronworks.example"}))
	s.at("2027-03-12 14:25", mails(employer.KindInvite, asked, leo))
	s.firstRound = s.time("2027-03-15 09:00")
	s.run("2027-03-18")
	var placed []string
	for _, line := range s.diary {
		if strings.Contains(line, " place ") {
			placed = append(placed, line)
		}
	}
	s.diary = placed
	s.expect("Mon 15 Mar 09:00 place availability leo@heronworks.example", "Tue 16 Mar 07:00 place status-1 mo@windrowsurvey.example")
}
