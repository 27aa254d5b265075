package imap_test

import (
	"maps"
	"regexp"
	"strings"
	"testing"
)

var (
	fetched = regexp.MustCompile(`^UID FETCH ([0-9:,]+) (.*MIME.*)`)
	part    = regexp.MustCompile(`\[([0-9.]+)\]`)
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
		b.deliver(t, "INBOX", []byte("Message-ID: <4@acme.example>\nFrom: kim@acme.example\nTo: robin@seeker.example\nSubject: words\nMIME-Version: 1.0\n"+
			"Content-Type: multipart/alternative; boundary=a\n\n--a\nContent-Type: text/plain\n\n"+long+"\n--a\nContent-Type: text/html\n\n"+strings.Repeat("<p>The page.</p>\n", 500)+"\n--a--\n"), start)
		a := b.account()
		var commands []string
		a.Tap = func(c string) { commands = append(commands, c) }
		got := read(t, client(t, a), nil)
		if ids(got) != "1@acme.example 2@acme.example 3@acme.example 4@acme.example" {
			t.Fatalf("got %s", ids(got))
		}
		for i, want := range []string{"The plain form", "The page says more", "The plain form", "The plain form"} {
			if !strings.HasPrefix(got.Messages[i].Text, want) {
				t.Errorf("%d: %.60q, want %q", i+1, got.Messages[i].Text, want)
			}
			if n := len(got.Messages[i].Attachments); n != 1 && i < 3 {
				t.Errorf("%d: %d attachments", i+1, n)
			}
		}
		parts := map[string]string{}
		for _, c := range commands {
			if m := fetched.FindStringSubmatch(c); m != nil {
				for _, p := range part.FindAllStringSubmatch(m[2], -1) {
					parts[m[1]] += p[1] + " "
				}
			}
		}
		want := map[string]string{"1": "1.1 ", "2:3": "1.1 1.2.1 ", "4": "1 "}
		if !maps.Equal(parts, want) {
			t.Errorf("parts read: %v, want %v", parts, want)
		}
	})
}
