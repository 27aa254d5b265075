package story

import (
	"bytes"
	"io"
	"mime"
	"mime/multipart"
	"net/mail"
	"strings"
	"testing"
)

const head = `story: A test
zone: America/New_York
country: US
me: Jamie Fox <jamie@example.com>
from: 2027-01-25
until: 2027-03-20
option: phone

`

func TestParse(t *testing.T) {
	s, err := Parse("test", strings.NewReader(head+`
# Entries are sorted by time.
expect 2027-02-17 07:00 place decision-date to dana@brightwell.example employer "Brightwell Labs" lang en
mail 2027-02-04 09:00 inbox
From: Dana Reyes <dana@brightwell.example>
Message-ID: <one@brightwell.example>
Subject: Grüße

Hello
..
.
mail 2027-02-05 09:00 sent
To: Dana Reyes <dana@brightwell.example>
In-Reply-To: <one@brightwell.example>
Message-ID: <two@example.com>
Subject: Re: Grüße

Hello too
.
mail 2027-02-06 09:00 inbox zone Europe/Berlin means interview/invite
From: Dana Reyes <dana@brightwell.example>
In-Reply-To: <two@example.com>
Subject: Re: Grüße

Again
.
user 2027-02-17 09:40 sends-draft decision-date to dana@brightwell.example
allow 2027-02-05 2027-02-09 notice about deadline
variant a: the user logs it
user 2027-02-18 10:00 run log "Brightwell Labs" accepted --signed
variant b: nothing more
forbid 2027-02-18 2027-03-20 place *
`))
	if err != nil {
		t.Fatal(err)
	}
	if s.Me.Address != "jamie@example.com" || s.Country != "US" || !s.Has("phone") || s.Has("offline") {
		t.Errorf("header = %+v", s)
	}
	runs := s.Runs()
	if len(runs) != 2 || runs[0].Name != "test/a" || len(runs[0].Entries) != 7 || len(runs[1].Entries) != 7 {
		t.Fatalf("runs = %+v", runs)
	}
	e := runs[0].Entries
	if m, ok := e[0].(Mail); !ok || m.Folder != "inbox" || m.ID != "one@brightwell.example" || !strings.HasSuffix(string(m.Raw), "Hello\r\n.\r\n") {
		t.Errorf("first entry = %+v", e[0])
	}
	third, err := mail.ReadMessage(bytes.NewReader(e[3].(Mail).Raw))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := third.Header.Get("References"), "<one@brightwell.example> <two@example.com>"; got != want {
		t.Errorf("References = %q, want %q", got, want)
	}
	if got := e[3].(Mail).Means; got != "interview/invite" {
		t.Errorf("Means = %q", got)
	}
	if got, want := third.Header.Get("Date"), "Sat, 06 Feb 2027 15:00:00 +0100"; got != want {
		t.Errorf("Date = %q, want %q", got, want)
	}
	x := e[4].(Expectation)
	if !x.Exact || x.Action != "place" || x.Kind != "decision-date" || x.Employer != "Brightwell Labs" || x.Lang != "en" || !x.Covers(x.At) || x.Covers(x.End) {
		t.Errorf("expectation = %+v", x)
	}
	if a := e[6].(Act); a.Verb != "run" || len(a.Args) != 4 || a.Args[1] != "Brightwell Labs" {
		t.Errorf("act = %+v", a)
	}
	if f := runs[1].Entries[6].(Expectation); f.Mode != Forbid || f.Kind != "*" || f.End.Format(day) != "2027-03-21" {
		t.Errorf("forbid = %+v", f)
	}
	either := Expectation{Kind: "check-in|status-2"}
	if !either.Accepts("status-2") || either.Accepts("status-1") || !(Expectation{Kind: "*"}).Accepts("thanks") {
		t.Error("Accepts takes the wrong kinds")
	}
}

func TestParseErrors(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"zone: UTC\n", "x:1: the header has no story"},
		{"story: a\nzone: Nowhere/City\n", "x:2: zone: unknown time zone"},
		{"story: a\ncolour: red\n", "x:2: colour: unknown key"},
		{head + "dance\n", `x:9: unknown entry "dance"`},
		{head + "mail 2027-02-04 09:00 outbox\n", "mail goes to inbox or sent"},
		{head + "mail 2027-02-04 09:00 inbox loud\n", `unknown word "loud"`},
		{head + "mail 2027-02-04 09:00 inbox\nFrom: a@b.example\n\nHello\n", "x:12: the mail does not end with a dot"},
		{head + "mail 2027-02-04 09:00 inbox\nHello there\n\nHello\n.\n", `x:10: "Hello there" is no header line`},
		{head + "user 2027-01-04 09:00 restart\n", "lies outside the story"},
		{head + "mail 2027-02-04 09:00 inbox means\n", "means wants a kind"},
		{head + "mail 2028-02-04 09:00 inbox\nFrom: a@b.example\n\nHello\n.\n", "lies outside the story"},
		{head + "user 2027-02-04 09:00 sleeps\n", `unknown act "sleeps"`},
		{head + "user 2027-02-04 09:00 sends-draft poem\n", `unknown kind of draft "poem"`},
		{head + "expect 2027-02-04 place thank-you\n", "place wants to ADDRESS"},
		{head + "expect 2027-02-04 place * to a@b.example\n", `unknown kind of draft "*"`},
		{head + "expect 2027-02-04 2027-02-01 quiet\n", "the last day lies before the first"},
		{head + "expect 2027-02-04 sing\n", `unknown action "sing"`},
		{head + "expect 2027-02-04 quiet employer\n", `"employer" wants a value`},
		{head + "expect 2027-02-04 quiet employer \"Halden\n", "a quote is not closed"},
		{head + "forbid 2027-02-04 2027-02-01 place *\n", "the last day lies before the first"},
		{head + "variant One\n", "variant wants NAME: title"},
	} {
		_, err := Parse("x", strings.NewReader(test.text))
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%q: error = %v, want %q", test.text, err, test.want)
		}
	}
}

// TestCompose looks at the parts of an invitation with HTML, a calendar object and an attachment.
func TestCompose(t *testing.T) {
	for _, style := range []string{"google", "outlook"} {
		s, err := Parse("test", strings.NewReader(head+`mail 2027-02-04 09:00 inbox html base64
From: Dana Reyes (Löwe) <dana@brightwell.example>
Subject: Einladung für Sie

Grüße und bis bald: https://meet.brightwell.example/a
--- calendar
uid: abc
start: 2027-02-09 10:00
end: 2027-02-09 11:00
zone: Europe/Berlin
summary: Talk; with, us
organizer: Dana Reyes <dana@brightwell.example>
attendee: Jamie Fox <jamie@example.com>
style: `+style+`
--- attachment plan.pdf application/pdf
.
`))
		if err != nil {
			t.Fatal(err)
		}
		msg, err := mail.ReadMessage(bytes.NewReader(s.Mails()[0].Raw))
		if err != nil {
			t.Fatal(err)
		}
		got := strings.Join(leaves(t, msg.Header.Get("Content-Type"), msg.Body), " ")
		want := "text/plain text/html text/calendar application/pdf"
		if style == "google" {
			want = "text/plain text/html text/calendar application/ics application/pdf"
		}
		if got != want {
			t.Errorf("%s: parts = %s, want %s", style, got, want)
		}
	}
}

func leaves(t *testing.T, contentType string, body io.Reader) []string {
	t.Helper()
	mediaType, params, err := mime.ParseMediaType(contentType)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(mediaType, "multipart/") {
		return []string{mediaType}
	}
	var all []string
	r := multipart.NewReader(body, params["boundary"])
	for {
		p, err := r.NextPart()
		if err == io.EOF {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, leaves(t, p.Header.Get("Content-Type"), p)...)
	}
}

func TestCalendar(t *testing.T) {
	zone, _ := parseCalendar([]string{"uid: u", "start: 2027-02-09 10:00", "end: 2027-02-09 11:00", "zone: Europe/Berlin", "style: outlook",
		"summary: a, b", "organizer: D <d@b.example>"}, nil)
	got, err := zone.ics()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"METHOD:REQUEST\r\n", "TZID:W. Europe Standard Time\r\n", "DTSTART;TZID=W. Europe Standard Time:20270209T100000\r\n", `SUMMARY:a\, b`} {
		if !strings.Contains(got, want) {
			t.Errorf("calendar lacks %q:\n%s", want, got)
		}
	}
}
