package imap_test

import (
	"strings"
	"testing"
)

// Where the words of a message are enough, the HTML is read only beside a plain form that is a stub.
func TestSyncReadsThePlainForm(t *testing.T) {
	everywhere(t, func(t *testing.T, b box) {
		message := func(id, subject, plain string) []byte {
			return []byte("Message-ID: <" + id + "@acme.example>\nFrom: kim@acme.example\nTo: robin@seeker.example\nSubject: " + subject +
				"\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=m\n\n--m\nContent-Type: multipart/alternative; boundary=a\n\n--a\nContent-Type: text/plain\n\n" + plain +
				"\n--a\nContent-Type: multipart/related; boundary=r\n\n--r\nContent-Type: text/html\n\n" + strings.Repeat("<p>The page says more.</p>\n", 400) +
				"\n--r\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\nQUJD\n--r--\n--a--\n--m--\n")
		}
		long := strings.Repeat("The plain form says it all. ", 200)
		b.deliver(t, "INBOX", message("1", "words", long), start)
		b.deliver(t, "INBOX", message("2", "words", "See our page."), start)
		b.deliver(t, "INBOX", message("3", "everything", long), start)
		a := b.account()
		var commands []string
		a.Tap = func(c string) { commands = append(commands, c) }
		got := read(t, client(t, a), nil)
		if ids(got) != "1@acme.example 2@acme.example 3@acme.example" {
			t.Fatalf("got %s", ids(got))
		}
		for i, want := range []string{"The plain form", "The page says more", "The plain form"} {
			if !strings.HasPrefix(got.Messages[i].Text, want) {
				t.Errorf("%d: %.60q, want %q", i+1, got.Messages[i].Text, want)
			}
			if n := len(got.Messages[i].Attachments); n != 1 {
				t.Errorf("%d: %d attachments", i+1, n)
			}
		}
		var parts []string
		for _, c := range commands {
			if strings.Contains(c, "MIME]") {
				parts = append(parts, c)
			}
		}
		if len(parts) != 3 || strings.Contains(parts[0], "[1.2.1") == strings.Contains(parts[1], "[1.2.1") {
			t.Errorf("fetched by %q", parts)
		}
	})
}
