package mailbox

import (
	"strings"
	"testing"
	"time"
)

func mustParse(t *testing.T, raw string, o Options) Message {
	t.Helper()
	m, err := Parse(strings.NewReader(strings.ReplaceAll(raw, "\n", "\r\n")), o)
	if err != nil {
		t.Fatalf("Parse: %v", err)
	}
	return m
}

const invitation = `Received: from mx.example.net (mx.example.net [192.0.2.1])
	by in.example.org; Wed, 3 Feb 2027 10:00:05 +0100
Authentication-Results: in.example.org; dkim=pass header.d=acme.example;
	spf=fail (not allowed) smtp.mailfrom=acme.example; dmarc=none
Date: Wed, 3 Feb 2027 10:00:00 +0100
From: =?utf-8?Q?J=C3=B6rg_M=C3=BCller?= <joerg@Acme.Example>
To: "Doe, Jane" <jane@example.org>, Team: a@example.com, b@example.com;
Message-ID: <one@acme.example>
In-Reply-To: <zero@example.org>
References: <zero@example.org> not-an-id <mid@acme.example>
Subject: =?utf-8?B?R2VzcHLDpGNo?= =?utf-8?Q?=0D=0ABcc:_x@y?=
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="outer"

--outer
Content-Type: multipart/alternative; boundary=inner

--inner
Content-Transfer-Encoding: quoted-printable
Content-Language: en
Content-Type: text/plain; charset=iso-8859-1

Sehr geehrte Frau Doe,

wir m=F6chten Sie kennenlernen.

Mit freundlichen Gr=FC=DFen
J=F6rg M=FCller
Leiter Technik
+49 30 1234567

Am Di., 2. Feb. 2027 um 09:00 Uhr schrieb Jane Doe <jane@example.org>:

> Guten Tag,
> ich bewerbe mich.

--inner
Content-Type: text/html; charset=utf-8

<html><body><p>Sehr geehrte Frau Doe,</p><a href="https://book.example/x">Termin</a></body></html>
--inner--
--outer
Content-Type: text/calendar; method=REQUEST; charset=UTF-8

BEGIN:VCALENDAR
METHOD:REQUEST
BEGIN:VEVENT
UID:abc@acme.example
SEQUENCE:2
DTSTART;TZID=W. Europe Standard Time:20270210T140000
DURATION:PT45M
SUMMARY:Gespräch\, erste Runde
ORGANIZER;CN="Jörg Müller":mailto:joerg@acme.example
ATTENDEE;PARTSTAT=NEEDS-ACTION;CN=Jane:MAILTO:jane@example.org
LOCATION:Teams
DESCRIPTION:Hier: https://teams.microsoft.com/l/meetup-join/abc\nBis dann
END:VEVENT
END:VCALENDAR
--outer
Content-Type: application/pdf; name="cv.pdf"
Content-Disposition: attachment; filename*0="Job"; filename*1=".pdf"
Content-Transfer-Encoding: base64

AAAA
--outer--
`

func TestParseInvitation(t *testing.T) {
	m := mustParse(t, invitation, Options{AuthServID: "in.example.org", Own: []string{"JANE@example.org"}})
	if got, want := m.Key, "one@acme.example"; got != want {
		t.Errorf("Key: got %q, want %q", got, want)
	}
	if got, want := m.From, (Address{"Jörg Müller", "joerg@acme.example"}); len(got) != 1 || got[0] != want {
		t.Errorf("From: got %v, want %v", got, want)
	}
	if got, want := len(m.To), 3; got != want || m.To[0].Name != "Doe, Jane" || m.To[2].Address != "b@example.com" {
		t.Errorf("To: got %v, want three addresses", m.To)
	}
	if got, want := m.Subject, "Gespräch Bcc: x@y"; got != want {
		t.Errorf("Subject: got %q, want %q", got, want)
	}
	if got, want := strings.Join(m.References, " "), "zero@example.org mid@acme.example"; got != want {
		t.Errorf("References: got %q, want %q", got, want)
	}
	if got, want := m.Text, "Sehr geehrte Frau Doe,\n\nwir möchten Sie kennenlernen."; got != want {
		t.Errorf("Text: got %q, want %q", got, want)
	}
	if !strings.Contains(m.Signature, "Jörg Müller\nLeiter Technik") {
		t.Errorf("Signature: got %q", m.Signature)
	}
	if !strings.Contains(m.Quoted, "ich bewerbe mich.") || strings.Contains(m.Quoted, ">") && strings.Contains(m.Quoted, "> ich") {
		t.Errorf("Quoted: got %q", m.Quoted)
	}
	if len(m.Links) != 1 || m.Links[0] != (Link{"Termin", "https://book.example/x"}) {
		t.Errorf("Links: got %v", m.Links)
	}
	if got, want := m.Auth, (Auth{SPF: Fail, DKIM: Pass}); got != want {
		t.Errorf("Auth: got %v, want %v", got, want)
	}
	if len(m.Attachments) != 1 || m.Attachments[0].Name != "Job.pdf" {
		t.Errorf("Attachments: got %v", m.Attachments)
	}
	if m.Own {
		t.Error("Own: got true for another's mail")
	}
	if len(m.Calendars) != 1 {
		t.Fatalf("Calendars: got %d, want 1", len(m.Calendars))
	}
	c := m.Calendars[0]
	if got, want := c.Start.UTC(), time.Date(2027, 2, 10, 13, 0, 0, 0, time.UTC); !got.Equal(want) {
		t.Errorf("Start: got %v, want %v", got, want)
	}
	if c.Zone != "Europe/Berlin" || c.End.Sub(c.Start) != 45*time.Minute || c.Sequence != 2 || c.Method != MethodRequest {
		t.Errorf("Calendar: got %+v", c)
	}
	if got, want := c.URL, "https://teams.microsoft.com/l/meetup-join/abc"; got != want {
		t.Errorf("URL: got %q, want %q", got, want)
	}
	if c.Organizer.Name != "Jörg Müller" || len(c.Attendees) != 1 || c.Attendees[0].Address.Address != "jane@example.org" {
		t.Errorf("people: got %+v %+v", c.Organizer, c.Attendees)
	}
	if len(m.Defects) != 0 {
		t.Errorf("Defects: got %q", m.Defects)
	}
}
