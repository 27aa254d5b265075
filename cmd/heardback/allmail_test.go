package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	goimap "github.com/emersion/go-imap/v2"

	"heardback/mailbox/imap/embedded"
)

// TestAllMailIsNoSecondMail reads a mailbox as Gmail has it: every message lies in All Mail too, one in a label besides, and so do the
// drafts. Whoever reads all of these folders learns what INBOX and Sent say, each message once, and no draft is taken for mail.
func TestAllMailIsNoSecondMail(t *testing.T) {
	t.Parallel()
	const all, label = "[Gmail]/Alle Nachrichten", "Bewerbungen"
	s := embedded.New(embedded.Options{User: "robin", Password: "secret", Folders: []embedded.Folder{
		{Name: "INBOX"}, {Name: "[Gmail]", NoSelect: true}, {Name: all, Use: goimap.MailboxAttrAll}, {Name: "[Gmail]/Entwürfe", Use: goimap.MailboxAttrDrafts},
		{Name: "[Gmail]/Gesendet", Use: goimap.MailboxAttrSent}, {Name: "[Gmail]/Papierkorb", Use: goimap.MailboxAttrTrash}, {Name: label},
	}})
	t.Cleanup(func() { s.Close() })
	at, err := s.Listen("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	for i, m := range search {
		raw, when := m.raw(t)
		folders := []string{map[string]string{"INBOX": "INBOX", "Sent": "[Gmail]/Gesendet"}[m.folder], all}
		if i == 0 {
			folders = append(folders, label)
		}
		for _, f := range folders {
			if _, err := s.Deliver(f, raw, when); err != nil {
				t.Fatal(err)
			}
		}
	}
	draft, when := filler(1).raw(t)
	for _, f := range []string{"[Gmail]/Entwürfe", all} {
		if _, err := s.Deliver(f, draft, when, goimap.FlagDraft); err != nil {
			t.Fatal(err)
		}
	}
	status := func(folders ...string) (read int, book any) {
		h := &hosted{t: t, dir: t.TempDir()}
		h.breaker = newBreaker(t, at.Port)
		h.config = filepath.Join(h.dir, "config.toml")
		list, err := json.Marshal(append([]string{}, folders...))
		if err != nil {
			t.Fatal(err)
		}
		text := fmt.Sprintf("state_dir = %q\n[seeker]\nname = \"Robin Hale\"\nzone = \"America/New_York\"\ncountry = \"US\"\n[digest]\nfrequency = \"off\"\nnotices = false\n[[account]]\naddresses = [\"robin@example.com\"]\nhost = \"localhost\"\ntls = \"none\"\nport = %d\nusername = \"robin\"\npassword = \"secret\"\nsince = \"all\"\nfolders = %s\n",
			filepath.Join(h.dir, "state"), at.Port, list)
		if err := os.WriteFile(h.config, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		out, code := h.run(due, "once")
		if _, err := fmt.Sscanf(out, "read %d messages", &read); code != 0 || err != nil {
			t.Fatalf("once: exit code %d\n%s", code, out)
		}
		out, code = h.run(due, "status", "--json")
		if err := json.Unmarshal([]byte(out), &book); code != 0 || err != nil || !strings.Contains(out, "Larkfield") {
			t.Fatalf("status: exit code %d, %v\n%s", code, err, out)
		}
		return read, book
	}
	n, plain := status()
	if n != len(search) {
		t.Errorf("INBOX and Sent: read %d messages, want %d", n, len(search))
	}
	m, whole := status(all, label)
	if want := 2*len(search) + 1; m != want {
		t.Errorf("with All Mail and the label: read %d messages, want %d and no draft", m, want)
	}
	if !reflect.DeepEqual(whole, plain) {
		t.Errorf("All Mail changes the book:\n%v\nwithout it:\n%v", whole, plain)
	}
	if err := s.Law(); err != nil {
		t.Error(err)
	}
}
