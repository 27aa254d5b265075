package imap_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	goimap "github.com/emersion/go-imap/v2"

	"heardback/mailbox"
	"heardback/mailbox/imap"
	"heardback/mailbox/imap/dovecot"
	"heardback/mailbox/imap/embedded"
)

func folders(names ...string) []embedded.Folder {
	l := []embedded.Folder{{Name: "INBOX"}}
	for _, n := range names {
		l = append(l, embedded.Folder{Name: n})
	}
	return l
}

// Each row is a way in which a provider differs; the folders are found and a draft finds its way there and back.
func TestProviders(t *testing.T) {
	type names struct{ drafts, sent, trash string }
	rows := []struct {
		name    string
		quirks  embedded.Quirks
		folders []embedded.Folder
		config  map[mailbox.Folder]string
		want    names
	}{
		{name: "a good one", want: names{"Drafts", "Sent", "Trash"}},
		{
			name: "Gmail in German",
			folders: []embedded.Folder{
				{Name: "INBOX"}, {Name: "[Gmail]", NoSelect: true},
				{Name: "[Gmail]/Alle Nachrichten", Use: goimap.MailboxAttrAll}, {Name: "[Gmail]/Entwürfe", Use: goimap.MailboxAttrDrafts},
				{Name: "[Gmail]/Gesendet", Use: goimap.MailboxAttrSent}, {Name: "[Gmail]/Papierkorb", Use: goimap.MailboxAttrTrash}, {Name: "Drafts"},
			},
			want: names{"[Gmail]/Entwürfe", "[Gmail]/Gesendet", "[Gmail]/Papierkorb"},
		},
		{
			name:   "Outlook: names only, no ESEARCH",
			quirks: embedded.Quirks{NoSpecialUse: true, NoESearch: true}, folders: folders("Archive", "Archive/Drafts", "Deleted Items", "Drafts", "Sent Items"),
			want: names{"Drafts", "Sent Items", "Deleted Items"},
		},
		{
			name:   "iCloud: phantom folders",
			quirks: embedded.Quirks{NoSpecialUse: true},
			folders: []embedded.Folder{
				{Name: "INBOX"}, {Name: "Drafts"}, {Name: "Sent", Phantom: true}, {Name: "Sent Messages"},
				{Name: "Deleted Messages"}, {Name: "Trash", Phantom: true},
			},
			want: names{"Drafts", "Sent Messages", "Deleted Messages"},
		},
		{
			name:   "GMX: German names",
			quirks: embedded.Quirks{NoSpecialUse: true}, folders: folders("Entwürfe", "Gesendet", "Gelöscht", "Spamverdacht"),
			want: names{"Entwürfe", "Gesendet", "Gelöscht"},
		},
		{
			name:   "everything beneath INBOX, with dots",
			quirks: embedded.Quirks{NoSpecialUse: true, Separator: '.'}, folders: folders("INBOX.Brouillons", "INBOX.Éléments envoyés", "INBOX.Corbeille", "INBOX.Old.Drafts"),
			want: names{"INBOX.Brouillons", "INBOX.Éléments envoyés", "INBOX.Corbeille"},
		},
		{
			name:   "backslashes, and names that are none of ours",
			quirks: embedded.Quirks{NoSpecialUse: true, Separator: '\\'}, folders: folders("Public\\Sent", "Draft", "Sent Items", "Trash", "Trash\\Drafts"),
			want: names{"Draft", "Sent Items", "Trash"},
		},
		{
			name:   "names beyond ASCII",
			quirks: embedded.Quirks{NoSpecialUse: true}, folders: folders("Черновики", "Отправленные", "Корзина"),
			want: names{"Черновики", "Отправленные", "Корзина"},
		},
		{
			name: "as configured", folders: folders("Drafts", "Mine & yours", "Out", "Bin"),
			config: map[mailbox.Folder]string{mailbox.Drafts: "Mine & yours", mailbox.Sent: "Out", mailbox.Trash: "Bin"},
			want:   names{"Mine & yours", "Out", "Bin"},
		},
		{name: "no UIDPLUS", quirks: embedded.Quirks{NoUIDPlus: true}, want: names{"Drafts", "Sent", "Trash"}},
		{name: "no IDLE", quirks: embedded.Quirks{NoIdle: true}, want: names{"Drafts", "Sent", "Trash"}},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			s := embedded.New(embedded.Options{Quirks: row.quirks, Folders: row.folders, Now: func() time.Time { return start }})
			defer s.Close()
			a := account(s)
			a.Names = row.config
			c := client(t, a)
			report, err := c.Check(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			var got names
			for _, f := range report.Folders {
				switch f.Role {
				case mailbox.Drafts:
					got.drafts = f.Name
				case mailbox.Sent:
					got.sent = f.Name
				case mailbox.Trash:
					got.trash = f.Name
				}
			}
			if got != row.want {
				t.Errorf("got %+v, want %+v", got, row.want)
			}
			if slices.Contains(report.Capabilities, "IDLE") == row.quirks.NoIdle {
				t.Errorf("IDLE is announced: %v", report.Capabilities)
			}
			p := place(t, c, "thanks")
			if p.Where.Folder != row.want.drafts || p.Where.UID == 0 || p.Where.Hash == "" {
				t.Errorf("placed at %+v", p.Where)
			}
			if got := look(t, c, p)[0]; got.State != mailbox.Untouched {
				t.Errorf("looked: %+v", got)
			}
			if err := c.Withdraw(t.Context(), p); err != nil {
				t.Error(err)
			}
			if in, err := s.Messages(row.want.trash); err != nil || len(in) != 1 {
				t.Errorf("in Trash: %+v, %v", in, err)
			}
			lawful(t, s)
		})
	}
}

// Without MOVE, or without a Trash folder, a draft stays where it is.
func TestCannotWithdraw(t *testing.T) {
	for name, o := range map[string]embedded.Options{
		"no MOVE":  {Quirks: embedded.Quirks{NoMove: true}},
		"no Trash": {Folders: []embedded.Folder{{Name: "INBOX"}, {Name: "Drafts", Use: goimap.MailboxAttrDrafts}}},
	} {
		t.Run(name, func(t *testing.T) {
			s := embedded.New(o)
			defer s.Close()
			c := client(t, account(s))
			p := place(t, c, "thanks")
			if err := c.Withdraw(t.Context(), p); !errors.Is(err, mailbox.ErrCannot) {
				t.Errorf("got %v", err)
			}
			if in, err := s.Messages("Drafts"); err != nil || len(in) != 1 {
				t.Errorf("Drafts: %+v, %v", in, err)
			}
			report, err := c.Check(t.Context())
			if err != nil || len(report.Notes) == 0 {
				t.Errorf("check says nothing: %+v, %v", report, err)
			}
			lawful(t, s)
		})
	}
}

func TestFoldersThatAreNotThere(t *testing.T) {
	l := letter("thanks")
	none := embedded.New(embedded.Options{Folders: folders("Whatever")})
	defer none.Close()
	if _, err := client(t, account(none)).Place(t.Context(), l); !imap.Is(err, imap.NoFolder) {
		t.Errorf("no Drafts folder: %v", err)
	}
	readOnly := embedded.New(embedded.Options{Folders: []embedded.Folder{{Name: "INBOX"}, {Name: "Drafts", ReadOnly: true}}})
	defer readOnly.Close()
	c := client(t, account(readOnly))
	if _, err := c.Place(t.Context(), l); !imap.Is(err, imap.ReadOnly) || !errors.Is(err, mailbox.ErrRefused) {
		t.Errorf("read-only Drafts: %v", err)
	}
	long := l
	long.Raw = append(slices.Clone(l.Raw), make([]byte, 8192)...) // refused before the literal: the connection is lost
	for i := len(l.Raw); i < len(long.Raw); i++ {
		long.Raw[i] = 'x'
	}
	if _, err := c.Place(t.Context(), long); !imap.Is(err, imap.ReadOnly) || errors.Is(err, mailbox.ErrUnknown) {
		t.Errorf("read-only Drafts, long letter: %v", err)
	}
	if _, err := tryRead(t.Context(), c, nil); err != nil {
		t.Errorf("no Sent folder is no reason to read nothing: %v", err)
	}
	a := account(readOnly)
	a.Folders = []string{"Archive/Jobs"}
	got, err := tryRead(t.Context(), client(t, a), nil)
	if !imap.Is(err, imap.NoFolder) || got.Cursor == nil {
		t.Errorf("a configured folder that is missing: %v; the others gave %+v", err, got)
	}
}

// A draft in a folder that is there and cannot be opened for a while is not gone: nothing is said of it.
func TestLookIntoShutFolder(t *testing.T) {
	s := embedded.New(embedded.Options{Folders: []embedded.Folder{{Name: "INBOX"}, {Name: "Entwürfe", Phantom: true}, {Name: "Drafts"}, {Name: "Sent"}, {Name: "Trash"}}})
	defer s.Close()
	c := client(t, account(s))
	p := placed(letter("thanks"), mailbox.Where{Folder: "Entwürfe", UIDValidity: 7, UID: 1, Hash: "x"})
	if got := look(t, c, p); len(got) != 0 {
		t.Errorf("it cannot be seen: %+v", got)
	}
	if _, err := s.Deliver("Trash", letter("thanks").Raw, start); err != nil {
		t.Fatal(err)
	}
	if got := look(t, c, p); len(got) != 1 || got[0].State != mailbox.Deleted {
		t.Errorf("it lies in Trash: %+v", got)
	}
}

// A message in a folder of the user's choice is read, by its name in any case.
func TestConfiguredFolder(t *testing.T) {
	s := embedded.New(embedded.Options{Folders: folders("Sent", "Archiv/Bewerbungen")})
	defer s.Close()
	if _, err := s.Deliver("Archiv/Bewerbungen", mail("1@acme.example", "kim@acme.example", "One"), start); err != nil {
		t.Fatal(err)
	}
	a := account(s)
	a.Folders = []string{"archiv/bewerbungen", "INBOX"}
	if got := ids(read(t, client(t, a), nil)); got != "1@acme.example" {
		t.Errorf("got %q", got)
	}
}

// The same on Dovecot, set up as some hosts have it.
func TestDovecotQuirks(t *testing.T) {
	for name, options := range map[string][]dovecot.Option{
		"names only":          {dovecot.NoSpecialUse, dovecot.Names("Entwürfe", "Gesendet", "Papierkorb")},
		"beneath INBOX":       {dovecot.NoSpecialUse, dovecot.Namespace(".", "INBOX.")},
		"a prefix of its own": {dovecot.NoSpecialUse, dovecot.Namespace("/", "Mail/")},
		"few capabilities":    {dovecot.Capability("IMAP4rev1 IDLE MOVE")},
	} {
		t.Run(name, func(t *testing.T) {
			b := newDovecot(t, "implicit", options...)
			c := client(t, b.account())
			b.deliver(t, "INBOX", mail("1@acme.example", "kim@acme.example", "One"), start)
			if got := ids(read(t, c, nil)); got != "1@acme.example" {
				t.Errorf("read %q", got)
			}
			p := place(t, c, "thanks")
			if p.Where.UID == 0 || p.Where.Hash == "" {
				t.Errorf("placed at %+v", p.Where)
			}
			if got := look(t, c, p)[0]; got.State != mailbox.Untouched {
				t.Errorf("looked: %+v", got)
			}
			if err := c.Withdraw(t.Context(), p); err != nil {
				t.Error(err)
			}
			b.law(t)
		})
	}
}
