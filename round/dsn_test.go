package round

import (
	"strings"
	"testing"
	"time"

	"heardback/classifier"
	"heardback/employer"
	"heardback/mailbox"
)

// A report about a mail of the user's is a bounce only if the mail came back: not if it is late, arrived or was read.
func TestReportsThatAreNoBounce(t *testing.T) {
	r := &Round{index: newIndex([]employer.Event{
		{ID: "mail:1", Kind: employer.KindContact, Human: true, Party: employer.Party{Name: "Lindgrove", Domain: "lindgrove.example"}, Mail: &employer.Mail{MessageID: "1@lindgrove.example", From: employer.Address{Address: "kim@lindgrove.example"}}},
		{ID: "mail:2", Kind: employer.KindReply, Party: employer.Party{Name: "Lindgrove", Domain: "lindgrove.example"}, Mail: &employer.Mail{MessageID: "2@seeker.example", Own: true, To: []employer.Address{{Address: "kim@lindgrove.example"}}}},
	})}
	report := func(from, subject, kind, words, fields string) string {
		return "From: " + from + "\nTo: robin@seeker.example\nSubject: " + subject + "\nDate: Mon, 01 Mar 2027 10:00:00 +0000\nMessage-ID: <report@lindgrove.example>\nIn-Reply-To: <2@seeker.example>\n" +
			"References: <2@seeker.example>\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=" + kind + "; boundary=b\n\n--b\nContent-Type: text/plain\n\n" + words + "\n--b\nContent-Type: message/" + kind + "\n\n" + fields + "\n--b--\n"
	}
	status := func(action, code string) string {
		return "Reporting-MTA: dns; mx.lindgrove.example\n\nFinal-Recipient: rfc822; kim@lindgrove.example\nAction: " + action + "\nStatus: " + code + "\n"
	}
	const daemon = "Mail Delivery System <mailer-daemon@mx.lindgrove.example>"
	for _, c := range []struct {
		name, raw string
		want      employer.Kind
	}{
		{"failed", report(daemon, "Undelivered Mail Returned to Sender", "delivery-status", "The mail could not be delivered.", status("failed", "5.1.1")), employer.KindBounce},
		{"no action, permanent", report(daemon, "Undelivered Mail Returned to Sender", "delivery-status", "The mail could not be delivered.", strings.Replace(status("", "5.1.1"), "Action: \n", "", 1)), employer.KindBounce},
		{"delayed", report(daemon, "Delayed Mail (still being retried)", "delivery-status", "Your message could not be delivered for 4 hours. It will be retried.", status("delayed", "4.4.1")), ""},
		{"no action, for now", report(daemon, "Delayed Mail (still being retried)", "delivery-status", "It will be retried.", strings.Replace(status("", "4.4.1"), "Action: \n", "", 1)), ""},
		{"delivered", report(daemon, "Successful Mail Delivery Report", "delivery-status", "Your message was successfully delivered.", status("delivered", "2.0.0")), ""},
		{"relayed", report(daemon, "Relayed: your application", "delivery-status", "Delivery to these recipients is complete, but no notification was sent.", status("relayed", "2.0.0")), ""},
		{"read", report("Kim <kim@lindgrove.example>", "Read: Clerk", "disposition-notification", "Your message\n\n  To: Kim\n  Subject: Clerk\n\nwas read on Monday, 1 March 2027 11:00.", "Final-Recipient: rfc822; kim@lindgrove.example\nDisposition: automatic-action/MDN-sent-automatically; displayed\n"), ""},
		{"deleted unread", report("Kim <kim@lindgrove.example>", "Not read: Clerk", "disposition-notification", "Your message was deleted without being read.", "Final-Recipient: rfc822; kim@lindgrove.example\nDisposition: automatic-action/MDN-sent-automatically; deleted\n"), ""},
	} {
		m, err := mailbox.Parse(strings.NewReader(strings.ReplaceAll(c.raw, "\n", "\r\n")), mailbox.Options{Own: []string{"robin@seeker.example"}})
		if err != nil {
			t.Fatal(err)
		}
		f := classifier.Classify(&m, r.context(&m), r.index.layer)
		e, _ := r.event(&m, &f, "home", time.Date(2027, 3, 1, 11, 0, 0, 0, time.UTC))
		if e.Kind != c.want {
			t.Errorf("%s: got %q, want %q", c.name, e.Kind, c.want)
		}
	}
}
