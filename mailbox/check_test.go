package mailbox

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// checkMessage holds what must be true of every Message, whatever the mail was.
func checkMessage(t testing.TB, name string, m *Message) {
	t.Helper()
	line := func(field, s string) {
		t.Helper()
		if strings.ContainsAny(s, "\r\n\t\x00\x1b\u200b\u202e") || !utf8.ValidString(s) {
			t.Errorf("%s: %s: got %q, want one clean line", name, field, s)
		}
	}
	text := func(field, s string) {
		t.Helper()
		if strings.ContainsAny(s, "\r\x00\x1b\u200b\u202e\ufeff") || !utf8.ValidString(s) {
			t.Errorf("%s: %s: got %q, want clean text", name, field, s)
		}
		if len(s) > 2*maxText {
			t.Errorf("%s: %s: got %d bytes, want at most %d", name, field, len(s), 2*maxText)
		}
	}
	address := func(field string, a Address) {
		t.Helper()
		line(field, a.Name)
		line(field, a.Address)
		if a.Address != "" && normalAddress(a.Address) != a.Address {
			t.Errorf("%s: %s: got %q, want a normal address", name, field, a.Address)
		}
	}
	for _, id := range append(append([]string{}, m.InReplyTo...), m.References...) {
		if !validID(id) {
			t.Errorf("%s: got id %q, want a valid one", name, id)
		}
	}
	if m.ID != "" && !validID(m.ID) {
		t.Errorf("%s: got Message-ID %q, want a valid one", name, m.ID)
	}
	for _, list := range [][]Address{m.From, m.ReplyTo, m.To, m.Cc, {m.Sender}} {
		for _, a := range list {
			address("address", a)
		}
	}
	line("Subject", m.Subject)
	line("List", m.List)
	text("Text", m.Text)
	text("Quoted", m.Quoted)
	text("Signature", m.Signature)
	if len(m.Links) > maxLinks {
		t.Errorf("%s: got %d links, want at most %d", name, len(m.Links), maxLinks)
	}
	for _, l := range m.Links {
		line("link", l.Text)
		line("link", l.URL)
	}
	for _, a := range m.Attachments {
		line("attachment", a.Name+a.Type)
	}
	for _, c := range m.Calendars {
		line("calendar", c.UID+c.Summary+c.Location+c.URL+string(c.Method)+c.Zone)
		text("calendar", c.Text)
		address("organizer", c.Organizer)
		if c.End.Before(c.Start) {
			t.Errorf("%s: got an event that ends at %v before its start %v", name, c.End, c.Start)
		}
	}
	for _, d := range m.Defects {
		line("defect", d)
	}
}
