package round

import (
	"strings"
	"testing"
	"time"

	"heardback/classifier"
	"heardback/employer"
	"heardback/mailbox"
	"heardback/mailbox/mbox"
)

// What an employer answers to a calendar entry of the user's is news; what the user or another guest answers is none.
func TestCalendarReply(t *testing.T) {
	for _, c := range []struct {
		name, from, method, organizer, answer string
		want                                  employer.Kind
	}{
		{"declined", "kim@lindgrove.example", "REPLY", "robin@seeker.example", "kim@lindgrove.example;DECLINED", employer.KindCancelled},
		{"declined, of an entry that names no organizer", "kim@lindgrove.example", "REPLY", "", "kim@lindgrove.example;DECLINED", employer.KindCancelled},
		{"another time", "kim@lindgrove.example", "COUNTER", "robin@seeker.example", "kim@lindgrove.example;TENTATIVE", employer.KindRescheduled},
		{"perhaps", "kim@lindgrove.example", "REPLY", "robin@seeker.example", "kim@lindgrove.example;TENTATIVE", ""},
		{"accepted", "kim@lindgrove.example", "REPLY", "robin@seeker.example", "kim@lindgrove.example;ACCEPTED", ""},
		{"another guest's answer", "max@lindgrove.example", "REPLY", "kim@lindgrove.example", "max@lindgrove.example;DECLINED", ""},
		{"the user's answer", "robin@seeker.example", "REPLY", "kim@lindgrove.example", "robin@seeker.example;DECLINED", ""},
		{"the user's other time", "robin@seeker.example", "COUNTER", "kim@lindgrove.example", "robin@seeker.example;TENTATIVE", ""},
		{"a stranger", "kim@elsewhere.example", "REPLY", "robin@seeker.example", "kim@elsewhere.example;DECLINED", ""},
	} {
		address, stat, _ := strings.Cut(c.answer, ";")
		organizer := ""
		if c.organizer != "" {
			organizer = "ORGANIZER:mailto:" + c.organizer + "\n"
		}
		m, err := mailbox.Parse(strings.NewReader("Message-ID: <1@lindgrove.example>\nDate: Mon, 1 Mar 2027 10:00:00 +0000\nFrom: "+c.from+"\nTo: robin@seeker.example, kim@lindgrove.example\n"+
			"Subject: Declined: Talk\nContent-Type: text/calendar; method="+c.method+"\n\n"+
			"BEGIN:VCALENDAR\nMETHOD:"+c.method+"\nBEGIN:VEVENT\nUID:u1\nSEQUENCE:2\nDTSTART:20270309T160000Z\nDTEND:20270309T163000Z\n"+organizer+
			"ATTENDEE;PARTSTAT="+stat+":mailto:"+address+"\nEND:VEVENT\nEND:VCALENDAR\n"), mailbox.Options{Own: []string{"robin@seeker.example"}})
		if err != nil {
			t.Fatal(err)
		}
		r := &Round{index: newIndex(nil), Accounts: []Account{{Box: mbox.NewReplay("home", nil), Addresses: []string{"robin@seeker.example"}}}}
		r.index.people["kim@lindgrove.example"], r.index.people["max@lindgrove.example"] = true, true
		e, ok := r.event(&m, &classifier.Finding{Kind: classifier.Other, Ask: true}, "home", m.Sent())
		if news := ok && e.Interview != nil; news != (c.want != "") || news && e.Kind != c.want {
			t.Errorf("%s: %s %+v, want %q", c.name, e.Kind, e.Interview, c.want)
			continue
		}
		if c.want != "" && (e.Uncertain || e.Interview.UID != "u1" || e.Interview.Sequence != 2 || !e.Interview.Start.Equal(time.Date(2027, 3, 9, 16, 0, 0, 0, time.UTC))) {
			t.Errorf("%s: unsure %v, %+v", c.name, e.Uncertain, e.Interview)
		}
	}
}
