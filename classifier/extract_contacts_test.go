package classifier

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"heardback/mailbox"
)

// contactLine shows a contact on one line: name <address> phone, with h for human and w for the writer.
func contactLine(c Contact) string {
	s := fmt.Sprintf("%s <%s>", c.Name, c.Address)
	if c.Phone != "" {
		s += " " + c.Phone
	}
	if c.Title != "" {
		s += " (" + c.Title + ")"
	}
	if c.Human {
		s += " h"
	}
	if c.Wrote {
		s += " w"
	}
	return s
}

func TestContacts(t *testing.T) {
	me := mailbox.Address{Name: "Alex Doe", Address: "alex@home.example"}
	for _, c := range []struct {
		name string
		lang string
		m    mailbox.Message
		acts []Act
		want []string
	}{
		{"a person who signs", "en", mailbox.Message{
			From: []mailbox.Address{{Name: "Jane Roe", Address: "jane.roe@pelican.example"}},
			Text: "Hi Alex,\n\nthanks for the talk.\n\nBest regards,\nJane Roe\nSenior Recruiter\nTel. +1 555 010 2030"}, nil,
			[]string{"Jane Roe <jane.roe@pelican.example> +1 555 010 2030 (Senior Recruiter) h w"}},
		{"surname first", "de", mailbox.Message{
			From: []mailbox.Address{{Name: "Roe, Jana", Address: "jana.roe@tannenhof.example"}},
			Text: "Sehr geehrter Herr Doe,\n\nvielen Dank.\n\nMit freundlichen Grüßen\nJana Roe"}, nil,
			[]string{"Jana Roe <jana.roe@tannenhof.example> h w"}},
		{"nobody reads it", "en", mailbox.Message{
			From: []mailbox.Address{{Name: "Pelican Careers", Address: "no-reply@pelican.example"}},
			Text: "We have received your application.\n\nRegards,\nThe Pelican Team"}, nil, nil},
		{"an office", "en", mailbox.Message{
			From: []mailbox.Address{{Name: "Pelican Recruiting", Address: "recruiting@pelican.example"}},
			Text: "We have received your application.\n\nRegards,\nThe Pelican Team"}, nil,
			[]string{" <recruiting@pelican.example> w"}},
		{"an office, signed by a person", "de", mailbox.Message{
			From: []mailbox.Address{{Name: "Karriere Tannenhof", Address: "karriere@tannenhof.example"}},
			Text: "Wir melden uns.\n\nFreundliche Grüße\nMag. Jana Roe\nPersonalreferentin"}, nil,
			[]string{"Jana Roe <karriere@tannenhof.example> (Personalreferentin) w"}},
		{"a relay with a person behind it", "en", mailbox.Message{
			From:    []mailbox.Address{{Name: "Jane Roe via Greenhouse", Address: "no-reply@greenhouse.io"}},
			ReplyTo: []mailbox.Address{{Name: "Jane Roe", Address: "jane@pelican.example"}},
			Text:    "Are you free next week?"}, nil,
			[]string{"Jane Roe <jane@pelican.example> h w"}},
		{"a named contact", "en", mailbox.Message{
			From: []mailbox.Address{{Name: "Pelican", Address: "no-reply@pelican.example"}},
			Text: "If you have questions, please contact Ms. Joan Poe at joan.poe@pelican.example."}, nil,
			[]string{"Joan Poe <joan.poe@pelican.example> h"}},
		{"who takes over comes first", "en", mailbox.Message{
			From: []mailbox.Address{{Name: "Jane Roe", Address: "jane.roe@pelican.example"}},
			Text: "I am no longer the contact for this position. Please write to my colleague Joan Poe (joan.poe@pelican.example).\n\nBest,\nJane Roe"}, []Act{ActHandover},
			[]string{"Joan Poe <joan.poe@pelican.example> h", "Jane Roe <jane.roe@pelican.example> h w"}},
		{"never the user", "en", mailbox.Message{
			From: []mailbox.Address{{Name: "Jane Roe", Address: "jane.roe@pelican.example"}},
			To:   []mailbox.Address{me},
			Text: "Dear Alex Doe,\n\nwe will write to you at alex@home.example.\n\nBest,\nJane Roe"}, nil,
			[]string{"Jane Roe <jane.roe@pelican.example> h w"}},
	} {
		f := Finding{Kind: Confirmation, Language: c.lang, Acts: c.acts}
		extract(&c.m, Context{Me: []mailbox.Address{me}}, &f)
		var got []string
		for _, x := range f.Contacts {
			got = append(got, contactLine(x))
		}
		if strings.Join(got, "; ") != strings.Join(c.want, "; ") {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestHumanAddress(t *testing.T) {
	for address, want := range map[string]bool{
		"jane.roe@pelican.example":           true,
		"jroe@pelican.example":               true,
		"someone@gmail.com":                  true,
		"no-reply@pelican.example":           false,
		"careers@pelican.example":            false,
		"bewerbung@tannenhof.example":        false,
		"notifications@pelican.example":      false,
		"jane@us.greenhouse-mail.io":         false,
		"hit-reply@linkedin.com":             false,
		"r-5f3a9c21d7e84b60@pelican.example": false,
	} {
		if got := humanAddress(address, ""); got != want {
			t.Errorf("%s: got %v, want %v", address, got, want)
		}
	}
}

func TestCalendarFirst(t *testing.T) {
	zone, err := time.LoadLocation("America/Chicago")
	if err != nil {
		t.Fatal(err)
	}
	start := time.Date(2027, 3, 11, 14, 0, 0, 0, zone)
	m := mailbox.Message{
		Date: time.Date(2027, 3, 1, 10, 0, 0, 0, time.UTC),
		From: []mailbox.Address{{Name: "Jane Roe", Address: "jane@pelican.example"}},
		Text: "Your interview is on Friday, 12 March at 9:00.",
		Calendars: []mailbox.Calendar{{Method: mailbox.MethodRequest, UID: "u1", Sequence: 2, Start: start, End: start.Add(time.Hour), Zone: "America/Chicago",
			URL: "https://zoom.us/j/1", Organizer: mailbox.Address{Name: "Jane Roe", Address: "jane@pelican.example"},
			Attendees: []mailbox.Attendee{
				{Address: mailbox.Address{Name: "Alex Doe", Address: "alex@home.example"}},
				{Address: mailbox.Address{Name: "Joan Poe", Address: "joan@pelican.example"}},
				{Address: mailbox.Address{Name: "Meeting Room 4", Address: "room4@pelican.example"}},
			}}},
	}
	f := Finding{Kind: Interview, SubKind: Scheduled, Language: "en"}
	extract(&m, Context{Me: []mailbox.Address{{Address: "alex@home.example"}}}, &f)
	i := f.Interview
	if i == nil || !i.Start.Equal(start) || !i.End.Equal(start.Add(time.Hour)) || i.Zone != "America/Chicago" || i.UID != "u1" || i.Sequence != 2 || i.Method != "video" {
		t.Fatalf("got %+v, want the calendar's times", i)
	}
	if len(i.Interviewers) != 2 || i.Interviewers[0].Name != "Jane Roe" || i.Interviewers[1].Name != "Joan Poe" {
		t.Errorf("got interviewers %+v, want Jane Roe and Joan Poe", i.Interviewers)
	}
}

// TestCallMe finds the number at which the author wants to be called, and no other number.
func TestCallMe(t *testing.T) {
	for _, c := range [][3]string{
		{"en", "Please call me on (555) 010-7788, today or tomorrow before noon.", "(555) 010-7788"},
		{"en", "My direct line is +1 555 010 7788.", "+1 555 010 7788"},
		{"de", "Rufen Sie mich bitte unter 030 555 0177 an.", "030 555 0177"},
		{"fr", "Appelez-moi au 01 99 00 55 12 quand vous voulez.", "01 99 00 55 12"},
		{"es", "Llámame al 900 555 011 cuando puedas.", "900 555 011"},
		{"nl", "Bel me gerust op 020 555 0177.", "020 555 0177"},
		{"it", "Mi chiami al numero 02 5550 1777.", "02 5550 1777"},
		{"pt", "Ligue-me para o 210 555 017 amanhã.", "210 555 017"},
		{"en", "Our fax is (555) 010-7799.", ""},
		{"en", "Please call us by dial in at +1 555 010 7700, PIN 4711.", ""},
	} {
		m := &mailbox.Message{Text: c[1], Date: time.Date(2027, 3, 16, 10, 0, 0, 0, time.UTC), From: []mailbox.Address{{Name: "Jane Roe", Address: "jane.roe@tamarack.example"}}}
		f := Finding{Kind: Other, Language: c[0], Acts: []Act{ActHuman}}
		extract(m, Context{}, &f)
		called := false
		for _, s := range f.Statements {
			called = called || s.Class == InvitedToCall
		}
		if len(f.Contacts) == 0 || f.Contacts[0].Phone != c[2] || called != (c[2] != "") {
			t.Errorf("%s %q: got %+v, called %v; want %q", c[0], c[1], f.Contacts, called, c[2])
		}
	}
}
