package mailbox

import "testing"

func TestBounces(t *testing.T) {
	cases := []struct {
		name, raw string
		want      *Bounce
	}{
		{"report", `From: MAILER-DAEMON@mx.example.org
To: jo@x.example
Subject: Undelivered Mail Returned to Sender
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

It was not delivered.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.org

Final-Recipient: rfc822; later@firm.example
Action: delayed
Status: 4.4.1

Final-Recipient: rfc822; Gone@Firm.example
Original-Recipient: rfc822;gone@firm.example
Action: failed (unknown)
Status: 5.1.1 (no such user)
--b
Content-Type: message/rfc822

Message-ID: <mine@x.example>
To: gone@firm.example
Subject: Application

text
--b--
`, &Bounce{"gone@firm.example", "failed", "5.1.1", "mine@x.example"}},
		{"headers only", `From: postmaster@x.example
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: message/delivery-status

Final-Recipient: RFC822; <gone@firm.example>
Action: failed
Status: 5.0.0
--b
Content-Type: text/rfc822-headers

Message-ID: <mine@x.example>
--b--
`, &Bounce{"gone@firm.example", "failed", "5.0.0", "mine@x.example"}},
		{"qmail", `From: MAILER-DAEMON@mx.example.org
To: jo@x.example
Subject: failure notice

I tried to deliver this and could not.

<gone@firm.example>:
192.0.2.1 does not like the recipient. Remote host said: 550 5.1.1 unknown

--- Below this line is a copy of the message.

Message-ID: <mine@x.example>
`, &Bounce{"gone@firm.example", "failed", "5.1.1", "mine@x.example"}},
		{"failed recipients field", `From: Mail Delivery System <Mailer-Daemon@mx.example.org>
X-Failed-Recipients: gone@firm.example
Subject: Mail delivery failed: returning message to sender
References: <mine@x.example>

It could not be delivered.
`, &Bounce{"gone@firm.example", "failed", "", "mine@x.example"}},
		{"delay", `From: MAILER-DAEMON@mx.example.org
Subject: Warning: could not send message for past 4 hours

later@firm.example: 451 4.4.1 no answer
`, &Bounce{"later@firm.example", "delayed", "4.4.1", ""}},
		{"qmail, in the end", `From: MAILER-DAEMON@mx.example.org
To: jo@x.example
Subject: failure notice

<gone@firm.example>:
Sorry, I wasn't able to establish an SMTP connection. (#4.4.1)
I'm not going to try again; this message has been in the queue too long.
`, &Bounce{"gone@firm.example", "failed", "4.4.1", ""}},
		{"a person's subject", "From: jo@x.example\nSubject: Undeliverable parcel\n\nCall gone@firm.example 550 5.1.1\n", nil},
		{"a quoted bounce", "From: postmaster@x.example\nSubject: Welcome\n\nNothing failed.\n", nil},
		{"read receipt", `From: jo@x.example
Content-Type: multipart/report; report-type=disposition-notification; boundary=b

--b
Content-Type: text/plain

Read.
--b
Content-Type: message/disposition-notification

Final-Recipient: rfc822;jo@x.example
Disposition: manual-action/MDN-sent-manually; displayed
--b--
`, nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			m := mustParse(t, c.raw, Options{})
			switch {
			case c.want == nil && m.Bounce != nil:
				t.Errorf("got %+v, want none", *m.Bounce)
			case c.want == nil:
			case m.Bounce == nil:
				t.Errorf("got none, want %+v", *c.want)
			case *m.Bounce != *c.want || m.Auto != DSN:
				t.Errorf("got %+v, %q, want %+v", *m.Bounce, m.Auto, *c.want)
			}
		})
	}
}
