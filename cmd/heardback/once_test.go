package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	goimap "github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"

	"heardback/mailbox/imap/dovecot"
)

// hosted is a user with a mailbox on a Dovecot of the test's own, and the program as a process.
type hosted struct {
	t       *testing.T
	server  *dovecot.Server
	breaker *breaker
	dir     string
	config  string

	environment []string // of the next process
}

func newHosted(t *testing.T, options ...dovecot.Option) *hosted {
	t.Helper()
	h := &hosted{t: t, server: dovecot.Start(t, options...), dir: t.TempDir()}
	h.breaker = newBreaker(t, h.server.Port)
	h.write(`mode = "draft"`, `tls = "none"`, fmt.Sprintf("port = %d", h.breaker.port()))
	return h
}

// write makes a configuration: a line for [policy], lines for [[account]].
func (h *hosted) write(policy string, account ...string) {
	h.t.Helper()
	h.config = filepath.Join(h.dir, "config.toml")
	text := fmt.Sprintf("state_dir = %q\n[seeker]\nname = \"Robin Hale\"\nzone = \"America/New_York\"\ncountry = \"US\"\n[policy]\n%s\n[digest]\nfrequency = \"off\"\nnotices = false\n[[account]]\naddresses = [\"robin@example.com\"]\nhost = \"localhost\"\nusername = %q\npassword = %q\nsince = \"all\"\n%s\n",
		filepath.Join(h.dir, "state"), policy, h.server.User, h.server.Password, strings.Join(account, "\n"))
	if err := os.WriteFile(h.config, []byte(text), 0o600); err != nil {
		h.t.Fatal(err)
	}
}

// run runs the program at a time and returns what it printed and its exit code; -1 after it was killed.
func (h *hosted) run(now string, args ...string) (string, int) {
	h.t.Helper()
	return h.runKilled(now, 0, false, args...)
}

func (h *hosted) runKilled(now string, at int, executed bool, args ...string) (string, int) {
	h.t.Helper()
	file := program(h.t)
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, file, append([]string{"--config", h.config}, args...)...)
	cmd.Env = append(os.Environ(), envProgram+"=1", envNow+"="+now)
	cmd.Env = append(cmd.Env, h.environment...)
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	ready := make(chan struct{})
	h.breaker.arm(breakPoint{command: at, done: executed, then: func() { <-ready; cmd.Process.Kill() }})
	if err := cmd.Start(); err != nil {
		h.t.Fatal(err)
	}
	close(ready)
	err := cmd.Wait()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return out.String(), exit.ExitCode()
	}
	if err != nil {
		h.t.Fatal(err)
	}
	return out.String(), 0
}

// user connects as the user's own mail program does.
func (h *hosted) user() *imapclient.Client {
	h.t.Helper()
	c, err := imapclient.DialInsecure(net.JoinHostPort("127.0.0.1", fmt.Sprint(h.server.Port)), nil)
	if err != nil {
		h.t.Fatal(err)
	}
	if err := c.Login(h.server.User, h.server.Password).Wait(); err != nil {
		h.t.Fatal(err)
	}
	return c
}

// delivery is one mail of a test's mailbox.
type delivery struct{ folder, at, text string }

// raw returns the message with the fields that all have in common, and when it arrives.
func (d delivery) raw(t *testing.T) ([]byte, time.Time) {
	t.Helper()
	when, err := time.Parse(time.RFC3339, d.at)
	if err != nil {
		t.Fatal(err)
	}
	text := "Date: " + when.Format(time.RFC1123Z) + "\nTo: Robin Hale <robin@example.com>\nMIME-Version: 1.0\n" + d.text
	return []byte(strings.ReplaceAll(text, "\n", "\r\n")), when
}

// searching delivers the mails of search.
func (h *hosted) searching() {
	h.t.Helper()
	h.deliver(search...)
}

// deliver puts mails where they arrive.
func (h *hosted) deliver(mails ...delivery) {
	h.t.Helper()
	c := h.user()
	defer c.Close()
	for _, m := range mails {
		text, when := m.raw(h.t)
		cmd := c.Append(m.folder, int64(len(text)), &goimap.AppendOptions{Time: when})
		if _, err := cmd.Write(text); err != nil {
			h.t.Fatal(err)
		}
		if err := cmd.Close(); err != nil {
			h.t.Fatal(err)
		}
		if _, err := cmd.Wait(); err != nil {
			h.t.Fatal(err)
		}
	}
}

var toField = regexp.MustCompile(`(?m)^To: .*<(.*)>`)
var subjectField = regexp.MustCompile(`(?m)^Subject: (.*)\r`)

// drafts returns "recipient: subject" of all that lies in Drafts, sorted, and checks the flags.
func (h *hosted) drafts() []string {
	h.t.Helper()
	c := h.user()
	defer c.Close()
	box, err := c.Select("Drafts", &goimap.SelectOptions{ReadOnly: true}).Wait()
	if err != nil {
		h.t.Fatal(err)
	}
	if box.NumMessages == 0 {
		return nil
	}
	section := &goimap.FetchItemBodySection{Peek: true}
	all := goimap.SeqSet{}
	all.AddRange(1, 0)
	messages, err := c.Fetch(all, &goimap.FetchOptions{Flags: true, BodySection: []*goimap.FetchItemBodySection{section}}).Collect()
	if err != nil {
		h.t.Fatal(err)
	}
	var found []string
	for _, m := range messages {
		raw := m.FindBodySection(section)
		if !slices.Contains(m.Flags, goimap.FlagDraft) || !slices.Contains(m.Flags, goimap.FlagSeen) {
			h.t.Errorf("a draft has the flags %v", m.Flags)
		}
		to, subject := toField.FindSubmatch(raw), subjectField.FindSubmatch(raw)
		if to == nil || subject == nil {
			h.t.Fatalf("a draft without To or Subject:\n%s", raw)
		}
		found = append(found, fmt.Sprintf("%s: %s", to[1], subject[1]))
	}
	slices.Sort(found)
	return found
}

// search is a mailbox: at one employer a confirmation and an interview that ends on Thu 4 Feb 2021 at
// 11:00, at another an interview and then a rejection, at a third a rejection without an interview.
var search = []delivery{
	{"INBOX", "2021-01-19T10:00:00-05:00", `Message-ID: <1@us.greenhouse-mail.io>
From: Larkfield Analytics <no-reply@us.greenhouse-mail.io>
Subject: Thank you for applying to Larkfield Analytics
Content-Type: text/plain; charset=utf-8

Hi Robin,

Thank you for applying for the Research Associate position at Larkfield Analytics. We have received your application and our team
will review it. If you are not chosen this time, come back to our careers page.

The Larkfield Analytics Recruiting Team
`},
	{"INBOX", "2021-01-28T14:00:00-05:00", interviewMail("2@larkfieldanalytics.example", "Dana Ostrow", "dana.ostrow@larkfieldanalytics.example", "Larkfield Analytics", "Research Associate", "20210204T150000Z", "20210204T160000Z")},
	{"INBOX", "2021-01-18T09:00:00-05:00", `Message-ID: <3@hire.lever.co>
From: Mapleton Press <no-reply@hire.lever.co>
Subject: Thank you for your application to Mapleton Press
Content-Type: text/plain; charset=utf-8

Hi Robin,

Thanks for applying to Mapleton Press for the role of Production Editor. We have received your application and will be in touch.

Mapleton Press
`},
	{"INBOX", "2021-01-26T09:00:00-05:00", interviewMail("4@mapletonpress.example", "Gil Santoro", "gil.santoro@mapletonpress.example", "Mapleton Press", "Production Editor", "20210201T150000Z", "20210201T160000Z")},
	{"INBOX", "2021-02-02T15:00:00-05:00", `Message-ID: <5@mapletonpress.example>
From: Gil Santoro <gil.santoro@mapletonpress.example>
In-Reply-To: <4@mapletonpress.example>
References: <4@mapletonpress.example>
Subject: Re: Invitation: Interview Production Editor
Content-Type: text/plain; charset=utf-8

Dear Robin,

Thank you for taking the time to talk to us about the Production Editor position. We are sorry: the panel decided to go on with
another candidate whose experience is closer to what we need. We wish you all the best in your search.

Best regards,
Gil Santoro
Mapleton Press
`},
	{"INBOX", "2021-02-01T12:00:00-05:00", `Message-ID: <6@myworkday.com>
From: Oakmere Parcel <oakmere@myworkday.com>
Subject: Your application for Route Planner at Oakmere Parcel
Content-Type: text/plain; charset=utf-8

Dear Robin,

Thank you for your interest in Oakmere Parcel. After careful consideration we regret to inform you that you have not been selected for
the position of Route Planner. We will not be moving forward with your application.

Oakmere Parcel Talent Acquisition
Please do not reply to this email.
`},
}

func interviewMail(id, name, address, employer, role, start, end string) string {
	return fmt.Sprintf(`Message-ID: <%[1]s>
From: %[2]s <%[3]s>
Subject: Invitation: Interview %[5]s
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/plain; charset=utf-8

Hi Robin,

as discussed on the phone, this confirms your interview for the %[5]s position at %[4]s. We look forward to meeting you.

Best regards,
%[2]s
%[4]s
--b
Content-Type: text/calendar; charset=utf-8; method=REQUEST

BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//test//EN
METHOD:REQUEST
BEGIN:VEVENT
UID:%[1]s
DTSTAMP:20210115T120000Z
DTSTART:%[6]s
DTEND:%[7]s
SUMMARY:Interview %[5]s
ORGANIZER;CN=%[2]s:mailto:%[3]s
ATTENDEE;CN=Robin Hale;PARTSTAT=ACCEPTED:mailto:robin@example.com
END:VEVENT
END:VCALENDAR
--b--
`, id, name, address, employer, role, start, end)
}

// due lies in the past, since Dovecot takes no INTERNALDATE of the future: a moment at which exactly two drafts are due, and what they are.
const due = "2021-02-04T12:05:00-05:00"

var dueDrafts = []string{
	"dana.ostrow@larkfieldanalytics.example: Re: Invitation: Interview Research Associate",
	"gil.santoro@mapletonpress.example: Re: Invitation: Interview Production Editor",
}

func TestOnceOnDovecot(t *testing.T) {
	t.Parallel()
	h := newHosted(t)
	h.searching()
	out, code := h.run(due, "once", "--dry-run")
	if code != 0 || len(h.drafts()) != 0 || !strings.Contains(out, "thank-you to dana.ostrow@") {
		t.Fatalf("dry run: exit code %d, drafts %q, it said\n%s", code, h.drafts(), out)
	}
	out, code = h.run(due, "once")
	if got := h.drafts(); code != 0 || !slices.Equal(got, dueDrafts) {
		t.Fatalf("first run: exit code %d, got %q, want %q; it said\n%s", code, got, dueDrafts, out)
	}
	again := 100
	if testing.Short() {
		again = 3
	}
	for i := range again {
		out, code = h.run(due, "once")
		if got := h.drafts(); code != 0 || !slices.Equal(got, dueDrafts) {
			t.Fatalf("run %d: exit code %d, got %q, want %q; it said\n%s", i+2, code, got, dueDrafts, out)
		}
	}
}

// TestDryRunOnTheEve: a dry run writes no notice either, and that is no error.
func TestDryRunOnTheEve(t *testing.T) {
	t.Parallel()
	h := newHosted(t)
	text, err := os.ReadFile(h.config)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(h.config, bytes.Replace(text, []byte("notices = false"), []byte("notices = true"), 1), 0o600); err != nil {
		t.Fatal(err)
	}
	h.searching()
	inbox := func() uint32 {
		t.Helper()
		c := h.user()
		defer c.Close()
		box, err := c.Select("INBOX", &goimap.SelectOptions{ReadOnly: true}).Wait()
		if err != nil {
			t.Fatal(err)
		}
		return box.NumMessages
	}
	const eve = "2021-02-03T09:00:00-05:00"
	before := inbox()
	if out, code := h.run(eve, "once", "--dry-run"); code != 0 || inbox() != before {
		t.Errorf("dry run: exit code %d, %d mails became %d; it said\n%s", code, before, inbox(), out)
	}
	if out, code := h.run(eve, "once"); code != 0 || inbox() != before+1 {
		t.Errorf("no notice was due that a dry run could leave out: exit code %d, %d mails became %d; it said\n%s", code, before, inbox(), out)
	}
}

// TestKilledBetweenCommands ends the process at every IMAP command of its first round, before and after the server had it, and
// starts it again.
func TestKilledBetweenCommands(t *testing.T) {
	t.Parallel()
	h := newHosted(t)
	h.searching()
	if out, code := h.run(due, "once"); code != 0 {
		t.Fatal(out)
	}
	commands, _ := h.breaker.count()
	if commands < 10 {
		t.Fatalf("a round of %d commands is no round", commands)
	}
	step := 3
	if os.Getenv("HEARDBACK_FULL") != "" {
		step = 1
	}
	for _, executed := range []bool{false, true} {
		for n := 1; n <= commands; n += step {
			h.reset()
			if _, code := h.runKilled(due, n, executed, "once"); code == 0 {
				t.Fatalf("command %d: the process was not killed", n)
			}
			for _, later := range []string{"2021-02-04T12:06:00-05:00", "2021-02-04T12:10:00-05:00", "2021-02-04T12:20:00-05:00"} {
				if out, code := h.run(later, "once"); code != 0 {
					t.Fatalf("command %d: exit code %d:\n%s", n, code, out)
				}
			}
			if got := h.drafts(); !slices.Equal(got, dueDrafts) {
				t.Errorf("killed at command %d (executed %v): got %q, want %q", n, executed, got, dueDrafts)
			}
		}
	}
}

// reset empties Drafts and forgets the book.
func (h *hosted) reset() {
	h.t.Helper()
	if err := os.RemoveAll(filepath.Join(h.dir, "state")); err != nil {
		h.t.Fatal(err)
	}
	c := h.user()
	defer c.Close()
	h.empty(c, "Drafts")
}

// empty removes all that lies in a folder.
func (h *hosted) empty(c *imapclient.Client, folder string) {
	h.t.Helper()
	box, err := c.Select(folder, nil).Wait()
	if err != nil {
		h.t.Fatal(err)
	}
	if box.NumMessages == 0 {
		return
	}
	all := goimap.SeqSet{}
	all.AddRange(1, 0)
	if err := c.Store(all, &goimap.StoreFlags{Op: goimap.StoreFlagsAdd, Flags: []goimap.Flag{goimap.FlagDeleted}}, nil).Close(); err != nil {
		h.t.Fatal(err)
	}
	if err := c.Expunge().Close(); err != nil {
		h.t.Fatal(err)
	}
}
