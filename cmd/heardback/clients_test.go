//go:build linux

package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	netmail "net/mail"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	goimap "github.com/emersion/go-imap/v2"

	"heardback/employer"
)

// Drafts in the hands of real mail programs: opened, edited, sent and deleted in a pseudo-terminal, against a real IMAP server and
// an SMTP server that keeps what it gets. What heardback concludes must be true, and what the employer gets must not show it.

// client is a mail program of the user's.
type client struct {
	name string
	// setup writes its configuration below home.
	setup func(c *desk)
	// edit opens the draft to Petra, changes its text by $EDITOR and saves it; send sends it as it lies; remove deletes the
	// one to Gil.
	edit, send, remove func(c *desk)
	// fields are what the program itself adds to a mail.
	fields []string
}

// desk is where the user sits: a home folder, a mailbox, a way to send.
type desk struct {
	*hosted
	home string
	sink *sink

	screen string        // DISPLAY of an X server, "" before there is one
	ended  chan struct{} // closed when the last program with windows has ended
}

// open starts the client.
func (d *desk) open(name string, args ...string) *typist {
	d.t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Env = append(os.Environ(), "HOME="+d.home, "XDG_CONFIG_HOME="+filepath.Join(d.home, ".config"), "XDG_RUNTIME_DIR="+d.home, "XDG_CACHE_HOME="+d.home,
		"XDG_DATA_HOME="+d.home, "EDITOR="+filepath.Join(d.home, "edit"), "TMPDIR="+d.home, "TERM=xterm", "LC_ALL=C.UTF-8")
	return sitBefore(d.t, cmd)
}

// file writes a file below home.
func (d *desk) file(name string, mode os.FileMode, text string) {
	d.t.Helper()
	path := filepath.Join(d.home, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		d.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), mode); err != nil {
		d.t.Fatal(err)
	}
}

var clients = []client{neomutt, aerc}

var neomutt = client{
	name: "neomutt",
	setup: func(d *desk) {
		d.file("rc", 0o600, fmt.Sprintf(`set imap_user="%s" imap_pass="%s" folder="imap://localhost:%d/"
set spoolfile="+Drafts" postponed="+Drafts" record="+Sent" trash="+Trash" mbox_type=Maildir
set smtp_url="smtp://localhost:%d/" ssl_starttls=no ssl_force_tls=no
set from="robin@example.com" realname="Robin Hale" use_envelope_from=yes
set editor="%s" edit_headers=no recall=yes postpone=yes quit=yes delete=yes copy=yes confirm_append=no
set abort_nosubject=no abort_unmodified=no include=no wait_key=no beep=no sleep_time=0
`, d.server.User, d.server.Password, d.server.Port, d.sink.port, filepath.Join(d.home, "edit")))
	},
	edit: func(d *desk) {
		t := neomuttRecall(d)
		t.types("e")
		t.sees("y:Send")
		t.types("P")
		t.sees("postponed")
		t.types("q")
		t.leaves()
	},
	send: func(d *desk) {
		t := neomuttRecall(d)
		t.types("y")
		t.sees("Mail sent")
		t.types("q")
		t.leaves()
	},
	remove: func(d *desk) {
		t := d.open("neomutt", "-F", filepath.Join(d.home, "rc"))
		t.sees("Production Editor")
		t.types("D")
		t.sees("Delete messages matching")
		t.types("~t gil\n")
		t.types("$")
		t.sees("deleted")
		t.types("q")
		t.leaves()
	},
	fields: []string{"User-Agent", "Content-Disposition"},
}

// neomuttRecall opens the draft to Petra, up to the menu from which it is sent.
func neomuttRecall(d *desk) *typist {
	d.t.Helper()
	t := d.open("neomutt", "-F", filepath.Join(d.home, "rc"))
	t.sees("Research Associate")
	t.types("R")
	if t.seesOne("y:Send", "Postponed Messages") != "y:Send" { // there are two to choose from
		t.types("/~t petra\n")
		t.types("\n")
		t.sees("y:Send")
	}
	return t
}

var aerc = client{
	name: "aerc",
	setup: func(d *desk) {
		d.file(".config/aerc/accounts.conf", 0o600, fmt.Sprintf(`[robin]
source = imap+insecure://%s:%s@localhost:%d
outgoing = smtp+none://localhost:%d
smtp-starttls = no
from = Robin Hale <robin@example.com>
default = Drafts
postpone = Drafts
copy-to = Sent
`, d.server.User, d.server.Password, d.server.Port, d.sink.port))
		d.file(".config/aerc/aerc.conf", 0o600, "[compose]\neditor = "+filepath.Join(d.home, "edit")+"\n[general]\nunsafe-accounts-conf = true\n")
		binds, err := os.ReadFile("/usr/share/aerc/binds.conf")
		if err != nil {
			d.t.Fatal(err)
		}
		d.file(".config/aerc/binds.conf", 0o600, string(binds))
	},
	edit: func(d *desk) {
		t := aercRecall(d)
		t.types(":postpone\n")
		t.sees("Delete recalled message?")
		t.types("\x1b[C\r")     // proceed
		d.holds("Drafts", 2, 4) // the edited one has taken the place of the one before
		t.types(":quit\n")
		t.leaves()
	},
	send: func(d *desk) {
		t := aercRecall(d)
		t.types(":send\n")
		d.holds("Sent", 1, 2)
		d.holds("Drafts", 1, 4)
		t.types(":quit\n")
		t.leaves()
	},
	remove: func(d *desk) {
		t := d.open("aerc")
		t.sees("Production Editor")
		t.types(":delete-message\n")
		d.holds("Drafts", 0, 4)
		t.types(":quit\n")
		t.leaves()
	},
	fields: []string{"User-Agent", "Content-Disposition"},
}

// aercRecall opens the draft to Petra, lets the editor run and waits for the review.
func aercRecall(d *desk) *typist {
	d.t.Helper()
	t := d.open("aerc")
	t.sees("Research Associate")
	for range 50 { // until the list is loaded, and the right one is open
		t.types(":recall\n")
		from := t.read
		if t.seesOne("Send this email?", "message not loaded") == "message not loaded" {
			continue
		}
		if strings.Contains(squeezed(t.screen)[from:], "petra.lindqvist@") {
			return t
		}
		t.types(":abort\n")
		t.sees("Delete recalled message?")
		t.types("\r") // no
		t.types(":next-message\n")
	}
	d.t.Fatal("aerc never opens the draft")
	return nil
}

// TestRealClients needs the programs of contrib/test-tools full.
func TestRealClients(t *testing.T) {
	if !full() {
		t.Skip("real mail programs run in make test-full")
	}
	for _, c := range clients {
		t.Run(c.name, func(t *testing.T) {
			if _, err := exec.LookPath(c.name); err != nil {
				if os.Getenv("HEARDBACK_REQUIRE") == "1" {
					t.Fatalf("%s is required and not installed", c.name)
				}
				t.Skipf("SKIPPED, NOT TESTED: %s is not installed; on Debian: apt-get install %s", c.name, c.name)
			}
			d := &desk{hosted: newHosted(t), home: t.TempDir(), sink: newSink(t)}
			d.file("edit", 0o700, "#!/bin/sh\nprintf 'It will be a pleasure.\\n' >> \"$1\"\n")
			c.setup(d)
			d.goesThrough(c)
		})
	}
}

// goesThrough tells the life of two drafts: one is edited and sent, the other deleted.
func (d *desk) goesThrough(c client) {
	t := d.t
	start := time.Now()
	d.deliver(invited(start)...)
	d.at(start, 0)
	petra, gil := "petra.lindqvist@larkfieldanalytics.example", "gil.santoro@mapletonpress.example"
	want := map[string]employer.DraftState{petra: employer.DraftUntouched, gil: employer.DraftUntouched}
	d.states("placed", want)

	c.edit(d)
	d.at(start, 20*time.Minute)
	want[petra] = employer.DraftEdited
	d.states("edited", want)

	c.send(d)
	d.at(start, 40*time.Minute)
	want[petra] = employer.DraftSent
	d.states("sent", want)
	d.arrived(c, petra)

	c.remove(d)
	for _, later := range []time.Duration{time.Hour, 26 * time.Hour, 3 * 24 * time.Hour} {
		d.at(start, later)
	}
	want[gil] = employer.DraftDeleted
	d.states("deleted", want)
	if left := d.drafts(); len(left) > 0 {
		t.Errorf("in Drafts lies %q after all", left)
	}
}

// holds waits until a folder holds so many messages, and the next UID is at least next.
func (d *desk) holds(folder string, messages, next uint32) {
	d.t.Helper()
	c := d.user()
	defer c.Close()
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		box, err := c.Select(folder, &goimap.SelectOptions{ReadOnly: true}).Wait()
		if err != nil {
			d.t.Fatal(err)
		}
		if box.NumMessages == messages && uint32(box.UIDNext) >= next {
			return
		}
	}
	d.t.Fatalf("%s does not come to hold %d messages", folder, messages)
}

// at runs a round.
func (d *desk) at(start time.Time, later time.Duration) {
	d.t.Helper()
	if out, code := d.run(start.Add(later).Format(time.RFC3339), "once"); code != 0 {
		d.t.Fatalf("a round after %s: code %d\n%s", later, code, out)
	}
}

// states compares what heardback concludes.
func (d *desk) states(when string, want map[string]employer.DraftState) {
	d.t.Helper()
	out, code := d.run(time.Now().AddDate(0, 0, 30).Format(time.RFC3339), "drafts", "--json")
	var list []draftEntry
	if err := json.Unmarshal([]byte(out), &list); err != nil || code != 0 {
		d.t.Fatalf("%s: code %d, %v\n%s", when, code, err, out)
	}
	got := map[string]employer.DraftState{}
	for _, e := range list {
		got[e.To] = e.State
	}
	for to, state := range want {
		if got[to] != state {
			d.t.Fatalf("%s: the draft to %s is %q, want %q", when, to, got[to], state)
		}
	}
}

// arrived looks at the one mail that was sent: it is the letter as it was edited, in its thread, and nothing in it tells of
// heardback.
func (d *desk) arrived(c client, to string) {
	d.t.Helper()
	mails := d.sink.all()
	if len(mails) != 1 || !slices.Equal(mails[0].to, []string{to}) {
		d.t.Fatalf("the sink got %+v", mails)
	}
	raw := mails[0].raw
	m, err := netmail.ReadMessage(bytes.NewReader(raw))
	if err != nil {
		d.t.Fatal(err)
	}
	allowed := append([]string{"Date", "From", "To", "Subject", "Message-Id", "In-Reply-To", "References", "Mime-Version", "Content-Type", "Content-Transfer-Encoding"}, c.fields...)
	for field := range m.Header {
		if !slices.Contains(allowed, field) {
			d.t.Errorf("the employer sees the field %s: %s", field, m.Header.Get(field))
		}
	}
	if bytes.Contains(bytes.ToLower(raw), []byte("heardback")) {
		d.t.Errorf("the employer sees heardback:\n%s", raw)
	}
	for field, want := range map[string]string{"In-Reply-To": "<7@larkfieldanalytics.example>", "References": "<7@larkfieldanalytics.example>", "Subject": "Re: Research Associate: second interview"} {
		if got := m.Header.Get(field); !strings.Contains(got, want) {
			d.t.Errorf("%s is %q, want %q", field, got, want)
		}
	}
	if !bytes.Contains(raw, []byte("It will be a pleasure.")) {
		d.t.Errorf("the letter does not hold what was edited:\n%s", raw)
	}
}

// invited are mails of the last days: two employers who confirmed an application and now ask for times.
func invited(now time.Time) []delivery {
	at := func(d time.Duration) string { return now.Add(-d).Format(time.RFC3339) }
	mapleton := strings.NewReplacer("Petra Lindqvist", "Gil Santoro", "petra.lindqvist@larkfieldanalytics", "gil.santoro@mapletonpress", "7@larkfieldanalytics", "9@mapletonpress",
		"Larkfield Analytics", "Mapleton Press", "Research Associate", "Production Editor", "second interview", "interview").Replace(invitation.text)
	return []delivery{
		{"INBOX", at(240 * time.Hour), search[0].text}, {"INBOX", at(230 * time.Hour), search[2].text},
		{"INBOX", at(2 * time.Hour), invitation.text}, {"INBOX", at(time.Hour), mapleton},
	}
}
