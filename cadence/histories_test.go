package cadence

import (
	"fmt"
	"testing"

	"heardback/employer"
)

// histories are what employers really do and no scenario of POLICY.md tells: each with the letters that are right for it.
var histories = []struct {
	name, until string
	play        func(*sim)
	want        []string
}{
	{"a second rejection, by the machine, asks for nothing again", "2027-03-20", func(s *sim) {
		interviewedAndThanked(s)
		s.at("2027-02-08 10:00", mails(employer.KindRejection, north, ada))
		s.at("2027-02-10 10:00", sends(FeedbackRequest))
		s.at("2027-02-16 10:00", mails(employer.KindRejection, north, noreply))
	}, []string{"Wed 10 Feb 07:00 place feedback-request ada@northwindlooms.example"}},
	{"a deleted question about a rejection stays deleted when a person rejects too", "2027-03-20", func(s *sim) {
		interviewedAndThanked(s)
		s.at("2027-02-08 10:00", mails(employer.KindRejection, north, noreply))
		s.at("2027-02-10 10:00", deletes(FeedbackRequest))
		s.at("2027-02-11 10:00", mails(employer.KindRejection, north, ada))
	}, []string{"Wed 10 Feb 07:00 place feedback-request ada@northwindlooms.example"}},
	{"one that lies unsent is not replaced, and its time runs from the first", "2027-02-20", func(s *sim) {
		interviewedAndThanked(s)
		s.at("2027-02-08 10:00", mails(employer.KindRejection, north, noreply))
		s.at("2027-02-11 10:00", mails(employer.KindRejection, north, ada))
	}, []string{"Wed 10 Feb 07:00 place feedback-request ada@northwindlooms.example", "Fri 19 Feb 00:00 withdraw feedback-request Northwind Looms"}},
	{"an offer that is taken back", "2027-03-20", func(s *sim) {
		interviewedAndThanked(s)
		s.at("2027-02-08 10:00", mails(employer.KindOffer, north, ada, deadline("2027-02-15")))
		s.at("2027-02-09 10:00", mails(employer.KindRejection, north, ada))
		s.at("2027-02-12 10:00", sends(FeedbackRequest))
		s.at("2027-02-16 10:00", mails(employer.KindRejection, north, noreply))
	}, []string{"Mon 8 Feb 10:00 place offer-next-steps ada@northwindlooms.example", "Tue 9 Feb 10:00 withdraw offer-next-steps Northwind Looms",
		"Thu 11 Feb 07:00 place feedback-request ada@northwindlooms.example"}},
	{"the role is filled, and then the machine rejects", "2027-03-20", func(s *sim) {
		interviewedAndThanked(s)
		s.at("2027-02-08 10:00", mails(employer.KindFilled, north, ada))
		s.at("2027-02-10 12:00", sends(KeepInMind))
		s.at("2027-02-15 10:00", mails(employer.KindRejection, north, noreply))
	}, []string{"Wed 10 Feb 07:00 place keep-in-mind ada@northwindlooms.example"}},
	{"rejected, asked in again, rejected after another talk: that is another decision", "2027-03-12", func(s *sim) {
		interviewedAndThanked(s)
		s.at("2027-02-08 10:00", mails(employer.KindRejection, north, ada))
		s.at("2027-02-10 12:00", sends(FeedbackRequest))
		s.at("2027-02-22 10:00", mails(employer.KindScheduled, north, ada, talk("u2", "2027-03-01 10:00")))
		s.at("2027-03-01 13:00", sends(ThankYou))
		s.at("2027-03-08 10:00", mails(employer.KindRejection, north, ada))
	}, []string{"Wed 10 Feb 07:00 place feedback-request ada@northwindlooms.example", "Mon 1 Mar 12:00 place thank-you ada@northwindlooms.example",
		"Wed 10 Mar 07:00 place feedback-request ada@northwindlooms.example"}},
	{"a later word about the hold names no date: the first date only holds the letter back", "2027-04-21", func(s *sim) {
		interviewedAndThanked(s)
		s.at("2027-02-08 10:00", mails(employer.KindHold, north, ada, states("hold", "2027-03-31")))
		s.at("2027-02-08 12:00", sends(AcknowledgeHold))
		s.at("2027-03-29 10:00", mails(employer.KindHold, north, ada))
		s.at("2027-03-29 12:00", sends(AcknowledgeHold))
	}, []string{"Mon 8 Feb 10:00 place acknowledge-hold ada@northwindlooms.example", "Mon 29 Mar 10:00 place acknowledge-hold ada@northwindlooms.example",
		"Tue 20 Apr 07:00 place check-in ada@northwindlooms.example"}},
	{"a hold with another date", "2027-05-05", func(s *sim) {
		interviewedAndThanked(s)
		s.at("2027-02-08 10:00", mails(employer.KindHold, north, ada, states("hold", "2027-03-31")))
		s.at("2027-02-08 12:00", sends(AcknowledgeHold))
		s.at("2027-03-15 10:00", mails(employer.KindHold, north, ada, states("hold", "2027-05-03")))
		s.at("2027-03-15 12:00", sends(AcknowledgeHold))
	}, []string{"Mon 8 Feb 10:00 place acknowledge-hold ada@northwindlooms.example", "Mon 15 Mar 10:00 place acknowledge-hold ada@northwindlooms.example",
		"Tue 4 May 07:00 place check-in ada@northwindlooms.example"}},
	{"moved, moved again, and back: each new time is confirmed", "2027-02-03", func(s *sim) {
		interviewedAndThanked(s, "2027-02-12 10:00")
		s.at("2027-02-01 10:00", mails(employer.KindRescheduled, north, ada, talk("u1", "2027-02-15 10:00"), sequence(1)))
		s.at("2027-02-01 15:00", mails(employer.KindRescheduled, north, ada, talk("u1", "2027-02-16 10:00"), sequence(2)))
		s.at("2027-02-02 15:00", mails(employer.KindRescheduled, north, ada, talk("u1", "2027-02-15 10:00"), sequence(3)))
	}, []string{"Mon 1 Feb 10:00 place confirm-reschedule ada@northwindlooms.example", "Mon 1 Feb 15:00 withdraw confirm-reschedule Northwind Looms",
		"Mon 1 Feb 15:00 place confirm-reschedule ada@northwindlooms.example", "Tue 2 Feb 15:00 withdraw confirm-reschedule Northwind Looms",
		"Tue 2 Feb 15:00 place confirm-reschedule ada@northwindlooms.example"}},
	{"moved over both changes to summer time, an employer in Berlin", "2027-04-14", func(s *sim) {
		berlin := func(_ *sim, e *employer.Event) { e.Interview.Zone = "Europe/Berlin" }
		s.at("2027-03-10 10:00", mails(employer.KindConfirmation, isar, writerT{name: "Isarwerke", address: "noreply@isarwerke.de"}))
		s.at("2027-03-12 10:00", mails(employer.KindScheduled, isar, berta, talk("u1", "2027-03-19 11:00"), berlin))
		s.at("2027-03-15 10:00", mails(employer.KindRescheduled, isar, berta, talk("u1", "2027-03-30 10:00"), sequence(2), berlin))
		s.at("2027-03-15 12:00", sends(ConfirmReschedule))
		s.at("2027-03-30 13:00", sends(ThankYou))
	}, []string{"Mon 15 Mar 10:00 place confirm-reschedule berta@isarwerke.de", "Tue 30 Mar 12:00 place thank-you berta@isarwerke.de",
		"Tue 13 Apr 07:00 place status-1 berta@isarwerke.de"}},
	{"the date that they named is a holiday there", "2027-04-01", func(s *sim) {
		met(s, isar, berta, "2027-03-01 10:00", "2027-03-05 10:00", "u1", "2027-03-16 10:00")
		s.at("2027-03-16 13:00", sends(ThankYou))
		s.at("2027-03-18 10:00", mails(employer.KindContact, isar, berta, states("window", "2027-03-29")))
	}, []string{"Tue 16 Mar 12:00 place thank-you berta@isarwerke.de", "Wed 31 Mar 07:00 place decision-date berta@isarwerke.de"}},
	{"a talk in the pause at the turn of the year: they are at work, and thanked on the day", "2028-01-12", func(s *sim) {
		interviewedAndThanked(s, "2027-12-20 15:00")
		s.at("2027-12-20 19:00", sends(ThankYou))
	}, []string{"Mon 20 Dec 17:00 place thank-you ada@northwindlooms.example", "Tue 11 Jan 07:00 place status-1 ada@northwindlooms.example"}},
	{"they are away past the date that they named", "2027-03-04", func(s *sim) {
		interviewedAndThanked(s)
		s.at("2027-02-05 10:00", mails(employer.KindContact, north, ada, states("window", "2027-02-12")))
		s.at("2027-02-15 10:00", mails(employer.KindOutOfOffice, north, ada, func(s *sim, e *employer.Event) { e.ReturnAt = s.time("2027-03-01 00:00") }))
	}, []string{"Wed 3 Mar 07:00 place decision-date ada@northwindlooms.example"}},
	{"a week that begins on Sunday", "2027-02-17", func(s *sim) {
		s.seeker.Country = "SA"
		met(s, firmT{name: "Najd", domain: "najd.sa", role: "Weaver"}, writerT{name: "Huda", address: "huda@najd.sa", human: true}, "2027-01-20 10:00", "2027-01-27 10:00", "u1", "2027-02-04 10:00")
		s.at("2027-02-04 13:00", sends(ThankYou))
	}, []string{"Thu 4 Feb 12:00 place thank-you huda@najd.sa", "Tue 16 Feb 07:00 place status-1 huda@najd.sa"}},
	{"what was accepted in an earlier search freezes nothing", "2027-02-17", func(s *sim) {
		s.at("2026-06-01 10:00", mails(employer.KindConfirmation, mill, writerT{name: "Old Mill", address: "noreply@oldmill.example"}))
		s.at("2026-06-11 10:00", logs("accepted", mill, func(_ *sim, e *employer.Event) { e.User.Signed = true }))
		interviewedAndThanked(s)
	}, []string{"Tue 16 Feb 07:00 place status-1 ada@northwindlooms.example"}},
	{"what was accepted three weeks ago freezes what was begun since", "2027-03-17", func(s *sim) {
		s.at("2026-12-14 10:00", mails(employer.KindConfirmation, mill, writerT{name: "Old Mill", address: "noreply@oldmill.example"}))
		s.at("2026-12-30 10:00", logs("accepted", mill))
		interviewedAndThanked(s)
	}, []string{"Thu 4 Mar 07:00 quiet Northwind Looms"}},
	{"applied again on a page after a rejection", "2027-04-01", func(s *sim) {
		s.at("2027-01-04 10:00", mails(employer.KindConfirmation, north, noreply))
		s.at("2027-01-20 10:00", mails(employer.KindRejection, north, noreply))
		s.at("2027-03-01 10:00", mails(employer.KindConfirmation, north2, noreply))
		s.at("2027-03-02 10:00", mails(employer.KindContact, north2, ada, acts("acknowledge")))
	}, []string{"Wed 31 Mar 07:00 quiet Northwind Looms"}},
	{"three entries of one organiser on one day", "2027-02-17", func(s *sim) {
		host := func(_ *sim, e *employer.Event) {
			e.Interview.Host = employer.Contact{Name: ada.name, Address: ada.address, Human: true}
		}
		s.at("2027-01-20 10:00", mails(employer.KindConfirmation, north, noreply))
		for i, hour := range []string{"10:00", "11:00", "14:00"} {
			s.at(fmt.Sprintf("2027-01-27 10:0%d", i), mails(employer.KindScheduled, north, ada, talk(fmt.Sprint("u", i), "2027-02-03 "+hour), host))
		}
		s.at("2027-02-03 18:00", sends(ThankYou))
	}, []string{"Wed 3 Feb 16:00 place thank-you ada@northwindlooms.example", "Tue 16 Feb 07:00 place status-1 ada@northwindlooms.example"}},
	{"one of two roles is rejected while a letter about both lies there: the other's comes the next morning", "2027-03-25", func(s *sim) {
		for _, e := range []firmT{north, north2} {
			s.at("2027-03-01 10:00", mails(employer.KindConfirmation, e, noreply))
			s.at("2027-03-01 15:00", mails(employer.KindContact, e, ada, acts("acknowledge")))
		}
		s.at("2027-03-16 10:00", mails(employer.KindRejection, north, noreply))
	}, []string{"Tue 16 Mar 07:00 place application-followup ada@northwindlooms.example (merged)", "Tue 16 Mar 10:00 withdraw application-followup Northwind Looms",
		"Wed 17 Mar 07:00 place application-followup ada@northwindlooms.example"}},
	{"an agency's recruiter who brings an offer is not told that there is another", "2027-05-04", func(s *sim) {
		for i, e := range []firmT{clientA, clientB} {
			s.at("2027-04-12 10:00", mails(employer.KindConfirmation, e, cleo))
			s.at("2027-04-20 10:00", mails(employer.KindScheduled, e, cleo, talk(e.name, fmt.Sprintf("2027-04-2%d 10:00", 7+i))))
			s.at(fmt.Sprintf("2027-04-2%d 18:00", 7+i), sends(ThankYou))
		}
		s.at("2027-05-03 10:00", mails(employer.KindOffer, clientA, cleo, deadline("2027-05-10")))
	}, []string{"Tue 27 Apr 12:00 place thank-you cleo@brightpathsearch.example", "Wed 28 Apr 12:00 place thank-you cleo@brightpathsearch.example",
		"Mon 3 May 10:00 place offer-next-steps cleo@brightpathsearch.example"}},
	{"an offer on hold still stands: the other role is not asked about until it is declined", "2027-02-24", func(s *sim) {
		s.at("2027-01-04 10:00", mails(employer.KindConfirmation, north2, noreply))
		interviewedAndThanked(s)
		s.at("2027-02-08 10:00", mails(employer.KindOffer, north2, ada))
		s.at("2027-02-08 11:00", sends(OfferNextSteps))
		s.at("2027-02-09 10:00", mails(employer.KindHold, north2, ada))
		s.at("2027-02-09 11:00", sends(AcknowledgeHold))
		s.at("2027-02-20 10:00", logs("declined", north2))
	}, []string{"Wed 3 Feb 07:00 quiet Northwind Looms", "Mon 8 Feb 10:00 place offer-next-steps ada@northwindlooms.example",
		"Tue 9 Feb 10:00 place acknowledge-hold ada@northwindlooms.example", "Tue 23 Feb 07:00 place status-1 ada@northwindlooms.example"}},
}

var (
	isar  = firmT{name: "Isarwerke", domain: "isarwerke.de", role: "Weber"}
	berta = writerT{name: "Berta Kolb", address: "berta@isarwerke.de", human: true}
	mill  = firmT{name: "Old Mill", domain: "oldmill.example", role: "Clerk"}
)

// interviewedAndThanked is a confirmation and a talk, on Wed 3 Feb 2027 unless another time is given, after which the user thanks by hand.
func interviewedAndThanked(s *sim, start ...string) {
	if len(start) > 0 {
		met(s, north, ada, "2027-01-20 10:00", "2027-01-27 10:00", "u1", start[0])
		return
	}
	met(s, north, ada, "2027-01-20 10:00", "2027-01-27 10:00", "u1", "2027-02-03 10:00")
	s.at("2027-02-03 11:30", writes(employer.KindThanks, north, ada))
}

func TestHistories(t *testing.T) {
	for _, h := range histories {
		t.Run(h.name, func(t *testing.T) {
			s := newSim(t, "America/New_York")
			h.play(s)
			s.run(h.until)
			s.expect(h.want...)
		})
	}
}
