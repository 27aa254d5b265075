package main

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"time"

	goimap "github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"

	"heardback/employer"
)

// The life of a draft on a real server (MAIL.md section 2), with and without UIDPLUS: what the user does with one draft, and what
// heardback concludes, hours and days later.

const dana = "dana.ostrow@larkfieldanalytics.example"

// hand is the user at the mailbox, some hours into the story.
type hand struct {
	*hosted
	c *imapclient.Client
}

// draft is the one to Dana as it lies in Drafts.
func (h *hand) draft() (uid goimap.UID, raw []byte) {
	h.t.Helper()
	if _, err := h.c.Select("Drafts", nil).Wait(); err != nil {
		h.t.Fatal(err)
	}
	section := &goimap.FetchItemBodySection{Peek: true}
	messages, err := h.c.Fetch(goimap.UIDSet{{Start: 1, Stop: 0}}, &goimap.FetchOptions{UID: true, BodySection: []*goimap.FetchItemBodySection{section}}).Collect()
	if err != nil {
		h.t.Fatal(err)
	}
	for _, m := range messages {
		if b := m.FindBodySection(section); bytes.Contains(b, []byte("<"+dana+">")) {
			uid, raw = m.UID, b
		}
	}
	if uid == 0 {
		h.t.Fatal("there is no draft to Dana")
	}
	return uid, raw
}

// remove takes the draft away without a trace.
func (h *hand) remove() {
	h.t.Helper()
	uid, _ := h.draft()
	if err := h.c.Store(goimap.UIDSetNum(uid), &goimap.StoreFlags{Op: goimap.StoreFlagsAdd, Flags: []goimap.Flag{goimap.FlagDeleted}}, nil).Close(); err != nil {
		h.t.Fatal(err)
	}
	if err := h.c.Expunge().Close(); err != nil {
		h.t.Fatal(err)
	}
}

// put appends a message.
func (h *hand) put(folder string, raw []byte, flags ...goimap.Flag) {
	h.t.Helper()
	cmd := h.c.Append(folder, int64(len(raw)), &goimap.AppendOptions{Flags: flags, Time: h.moment("2021-02-04T12:30:00-05:00")})
	if _, err := cmd.Write(raw); err != nil {
		h.t.Fatal(err)
	}
	if err := cmd.Close(); err != nil {
		h.t.Fatal(err)
	}
	if _, err := cmd.Wait(); err != nil {
		h.t.Fatal(err)
	}
}

// wrote is a mail of the user's to Dana.
func wrote(fields, text string) []byte {
	return []byte(strings.ReplaceAll("From: Robin Hale <robin@example.com>\nTo: Dana Ostrow <"+dana+">\nDate: Thu, 04 Feb 2021 12:30:00 -0500\nMIME-Version: 1.0\n"+
		fields+"Content-Type: text/plain; charset=utf-8\n\n"+text+"\n", "\n", "\r\n"))
}

// lifeStep is what the user does, when heardback looks next, and what it must conclude.
type lifeStep struct {
	do    func(h *hand)
	at    string
	state employer.DraftState
}

const thanked = "Dear Dana,\n\nThank you for the interview today. I enjoyed our conversation very much.\n\nRobin Hale"

var lives = []struct {
	name   string
	steps  []lifeStep
	copies int // of letters to Dana in Drafts in the end
}{
	{"left alone", []lifeStep{{nil, "12:20", employer.DraftUntouched}}, 1},
	{"edited, then without its reason: the user's, and told", []lifeStep{
		{func(h *hand) {
			_, raw := h.draft()
			h.remove()
			h.put("Drafts", append(raw, "One more line.\r\n"...), goimap.FlagDraft)
		}, "12:40", employer.DraftEdited},
		{func(h *hand) { h.deliver(noShow) }, "13:00", employer.DraftReported},
		{nil, "14:00", employer.DraftReported},
	}, 2}, // with the answer to what came
	{"edited under a new Message-ID", []lifeStep{
		{func(h *hand) {
			_, raw := h.draft()
			h.remove()
			h.put("Drafts", bytes.Replace(raw, []byte("Message-ID: <"), []byte("Message-ID: <new"), 1))
		}, "12:40", employer.DraftEdited},
	}, 1},
	{"held by an editor for hours", []lifeStep{
		{func(h *hand) { h.remove() }, "12:40", employer.DraftGone},
		{nil, "15:00", employer.DraftGone},
		{func(h *hand) {
			h.put("Drafts", wrote("Message-ID: <edited@example.com>\nSubject: Re: Invitation: Interview Research Associate\nIn-Reply-To: <2@larkfieldanalytics.example>\n", thanked))
		}, "16:00", employer.DraftEdited},
	}, 1},
	{"untouched, then without its reason: taken back", []lifeStep{
		{func(h *hand) { h.deliver(noShow) }, "13:00", employer.DraftWithdrawn},
		{nil, "14:00", employer.DraftWithdrawn},
	}, 1},
	{"sent", []lifeStep{
		{func(h *hand) {
			_, raw := h.draft()
			h.remove()
			h.put("Sent", raw)
		}, "12:40", employer.DraftSent},
	}, 0},
	{"sent under a new Message-ID and subject", []lifeStep{
		{func(h *hand) {
			h.remove()
			h.put("Sent", wrote("Message-ID: <x@example.com>\nSubject: Thanks!\nIn-Reply-To: <2@larkfieldanalytics.example>\nReferences: <2@larkfieldanalytics.example>\n", thanked))
		}, "12:40", employer.DraftSent},
	}, 0},
	{"sent outside the thread", []lifeStep{
		{func(h *hand) {
			h.remove()
			h.put("Sent", wrote("Message-ID: <x@example.com>\nSubject: AW: Invitation: Interview Research Associate\n", thanked))
		}, "12:40", employer.DraftSent},
	}, 0},
	{"answered by hand, and the draft left behind", []lifeStep{
		{func(h *hand) {
			h.put("Sent", wrote("Message-ID: <x@example.com>\nSubject: Re: Invitation: Interview Research Associate\nIn-Reply-To: <2@larkfieldanalytics.example>\nReferences: <2@larkfieldanalytics.example>\n", thanked))
		}, "12:40", employer.DraftWithdrawn},
	}, 0},
	{"a new mail to the same person, and the draft left behind", []lifeStep{
		{func(h *hand) {
			h.put("Sent", wrote("Message-ID: <x@example.com>\nSubject: Thank you for today\n", thanked))
		}, "12:40", employer.DraftWithdrawn},
	}, 0},
	{"deleted", []lifeStep{
		{func(h *hand) {
			uid, _ := h.draft()
			if _, err := h.c.Move(goimap.UIDSetNum(uid), "Trash").Wait(); err != nil {
				h.t.Fatal(err)
			}
		}, "12:40", employer.DraftDeleted},
		{nil, "18:00", employer.DraftDeleted},
	}, 0},
	{"deleted without a trace", []lifeStep{
		{func(h *hand) { h.remove() }, "12:40", employer.DraftGone},
		{nil, "18:00", employer.DraftGone},
		{nil, "24:00", employer.DraftGone},
		{nil, "37:00", employer.DraftDeleted},
		{nil, "61:00", employer.DraftDeleted},
	}, 0},
}

func TestLifeOfADraft(t *testing.T) {
	t.Parallel()
	for _, noUIDPlus := range []bool{false, true} {
		h := newHosted(t)
		h.breaker.noUIDPlus = noUIDPlus
		for _, l := range lives {
			hd := &hand{h, h.user()}
			for _, folder := range []string{"INBOX", "Drafts", "Sent", "Trash"} {
				h.empty(hd.c, folder)
			}
			h.reset()
			h.searching()
			h.once(due)
			for _, s := range l.steps {
				if s.do != nil {
					s.do(hd)
				}
				at := h.clock(s.at)
				h.once(at)
				if got := h.state(at, dana, "thank-you"); got != s.state {
					t.Errorf("%s, no UIDPLUS %v: at %s it is %q, want %q", l.name, noUIDPlus, s.at, got, s.state)
				}
			}
			if got := h.lies(hd.c); got != l.copies {
				t.Errorf("%s, no UIDPLUS %v: %d letters to Dana in Drafts, want %d", l.name, noUIDPlus, got, l.copies)
			}
			hd.c.Close()
		}
	}
}

// TestDraftsRestore: what the user deleted comes back when they ask for it, under an id of its own, and once.
func TestDraftsRestore(t *testing.T) {
	t.Parallel()
	h := newHosted(t)
	hd := &hand{h, h.user()}
	defer hd.c.Close()
	h.searching()
	h.once(due)
	delete := func() (id []byte) {
		uid, raw := hd.draft()
		if _, err := hd.c.Move(goimap.UIDSetNum(uid), "Trash").Wait(); err != nil {
			t.Fatal(err)
		}
		_, id, _ = bytes.Cut(raw, []byte("Message-ID: "))
		id, _, _ = bytes.Cut(id, []byte("\r\n"))
		return id
	}
	first := delete()
	h.once(h.clock("12:20"))
	out, code := h.run(h.clock("12:30"), "drafts", "restore", "larkfield")
	if code != 0 || !strings.Contains(out, "placed in the next round") {
		t.Fatalf("restore: code %d\n%s", code, out)
	}
	h.once(h.clock("12:40"))
	h.once(h.clock("12:50"))
	if got := h.lies(hd.c); got != 1 {
		t.Fatalf("%d letters to Dana after restore, want 1", got)
	}
	if second := delete(); bytes.Equal(first, second) {
		t.Errorf("the restored letter has the Message-ID of the deleted one, %s", second)
	}
	for _, at := range []string{"13:00", "15:00", "39:00"} {
		h.once(h.clock(at))
	}
	if got := h.lies(hd.c); got != 0 {
		t.Errorf("%d letters to Dana after the second deletion", got)
	}
	if got := h.state(h.clock("39:00"), dana, "thank-you"); got != employer.DraftDeleted {
		t.Errorf("in the end it is %q", got)
	}
}

// inside runs the program in the test's own process, which is faster.
func (h *hosted) inside(at string, args ...string) (string, int) {
	h.t.Helper()
	h.breaker.arm(breakPoint{})
	var out bytes.Buffer
	p := &Program{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &out, Now: func() time.Time { return h.moment(at) }}
	code := p.Run(h.t.Context(), append([]string{"--config", h.config}, args...))
	return out.String(), code
}

// once runs a round that must go well.
func (h *hosted) once(at string) {
	h.t.Helper()
	if out, code := h.inside(at, "once"); code != 0 {
		h.t.Fatalf("a round at %s: code %d\n%s", at, code, out)
	}
}

func (h *hosted) moment(at string) time.Time {
	h.t.Helper()
	t, err := time.Parse(time.RFC3339, at)
	if err != nil {
		h.t.Fatal(err)
	}
	return t
}

// clock is a time of day of the story's day, or of a later one beyond 24:00.
func (h *hosted) clock(at string) string {
	h.t.Helper()
	hours, minutes, _ := strings.Cut(at, ":")
	d, err := time.ParseDuration(hours + "h" + minutes + "m")
	if err != nil {
		h.t.Fatal(err)
	}
	return h.moment("2021-02-04T00:00:00-05:00").Add(d).Format(time.RFC3339)
}

// state is what heardback says of the draft of a kind to somebody.
func (h *hosted) state(at, to, kind string) employer.DraftState {
	h.t.Helper()
	out, code := h.inside(at, "drafts", "--json")
	var list []draftEntry
	if err := json.Unmarshal([]byte(out), &list); err != nil || code != 0 {
		h.t.Fatalf("drafts --json: code %d, %v\n%s", code, err, out)
	}
	for _, e := range list {
		if e.To == to && e.Kind == kind {
			return e.State
		}
	}
	return ""
}

// lies counts the letters to Dana in Drafts.
func (h *hosted) lies(c *imapclient.Client) int {
	h.t.Helper()
	if _, err := c.Select("Drafts", &goimap.SelectOptions{ReadOnly: true}).Wait(); err != nil {
		h.t.Fatal(err)
	}
	found, err := c.Search(&goimap.SearchCriteria{Header: []goimap.SearchCriteriaHeaderField{{Key: "To", Value: dana}}}, nil).Wait()
	if err != nil {
		h.t.Fatal(err)
	}
	return len(found.AllSeqNums())
}

// A letter that a check refuses is never placed; status, drafts and digest say so with the reason, once, and it is placed when the
// reason is mended.
func TestRefusedDraft(t *testing.T) {
	t.Parallel()
	h := newHosted(t)
	h.replace("[policy]", "fit = {\"*\" = \"I am desperate for this position.\"}\n[policy]")
	h.searching()
	out, code := h.inside(due, "once")
	if code != 1 || !strings.Contains(out, `the thank-you to `+dana+` was not placed`) || !strings.Contains(out, `(template en/thank-you.txt): phrase: your own sentence says "desperate"`) {
		t.Fatalf("code %d\n%s", code, out)
	}
	later := h.clock("12:30")
	h.once(later) // no news: the same refusal is no error again
	if got := h.state(later, dana, "thank-you"); got != employer.DraftRefused {
		t.Errorf("it is %q, want refused", got)
	}
	for _, command := range []string{"status", "drafts", "digest"} {
		if out, code := h.inside(later, command); code != 0 || !strings.Contains(strings.Join(strings.Fields(out), " "), `your own sentence says "desperate"`) {
			t.Errorf("%s: code %d\n%s", command, code, out)
		}
	}
	if out, _ := h.inside(later, "drafts"); !strings.Contains(out, "refused by a check on Thu 4 Feb 2021") {
		t.Errorf("drafts says\n%s", out)
	}
	c := h.user()
	defer c.Close()
	if got := h.lies(c); got != 0 {
		t.Fatalf("%d letters to Dana were placed", got)
	}
	h.replace("I am desperate for this position.", "I have run such studies before.")
	h.once(h.clock("12:40"))
	h.once(h.clock("12:50"))
	if got := h.lies(c); got != 1 {
		t.Errorf("%d letters to Dana when the reason is mended, want 1", got)
	}
	if got := h.state(h.clock("12:50"), dana, "thank-you"); got != employer.DraftUntouched {
		t.Errorf("in the end it is %q", got)
	}
}
