package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// rehearsed are the drafts of search that the summary of a rehearsal names, with their days.
var rehearsed = []string{
	"2021-02-01 thank-you gil.santoro@mapletonpress.example",
	"2021-02-04 feedback-request gil.santoro@mapletonpress.example",
	"2021-02-04 thank-you dana.ostrow@larkfieldanalytics.example",
	"2021-02-16 status-1 dana.ostrow@larkfieldanalytics.example",
}

var placedLine = regexp.MustCompile(`"at":"([0-9-]+)T[^"]*","action":"place".*"kind":"([a-z0-9-]+)","to":"([^"]+)"`)

// places lists what a rehearsal says in JSON that it would have placed.
func places(out string) (list []string) {
	for _, m := range placedLine.FindAllStringSubmatch(out, -1) {
		list = append(list, strings.Join(m[1:], " "))
	}
	slices.Sort(list)
	return list
}

// TestRehearseTheMailbox: --imap says the same of a mailbox as files do of the same mail, and leaves no trace on the server or on disk.
func TestRehearseTheMailbox(t *testing.T) {
	t.Parallel()
	h := newHosted(t)
	h.searching()
	out, code := h.run(due, "rehearse", "--imap", "--until", "2021-02-20", "--json", "--trace-writes")
	if got := places(out); code != 0 || !slices.Equal(got, rehearsed) {
		t.Errorf("code %d, got %q\n%s", code, got, out)
	}
	if strings.Contains(out, "APPEND") || strings.Contains(out, "UID MOVE") || strings.Contains(out, "STORE") {
		t.Errorf("it wrote to the server:\n%s", out)
	}
	if got := h.drafts(); len(got) != 0 {
		t.Errorf("drafts: %q", got)
	}
	if list, _ := os.ReadDir(filepath.Join(h.dir, "state")); len(list) != 0 {
		t.Errorf("the state folder holds %v", list)
	}
	dir := t.TempDir()
	for i, m := range search {
		raw, _ := m.raw(t)
		if err := os.WriteFile(filepath.Join(dir, string(rune('a'+i))+".eml"), raw, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	out, code = h.run(due, "rehearse", dir, "--me", "robin@example.com", "--zone", "America/New_York", "--country", "US", "--until", "2021-02-20", "--json")
	if got := places(out); code != 0 || !slices.Equal(got, rehearsed) {
		t.Errorf("files: code %d, got %q\n%s", code, got, out)
	}
	for _, args := range [][]string{{"rehearse"}, {"rehearse", "--imap", dir}, {"rehearse", "--imap", "--zone", "UTC"}} {
		if out, code := h.run(due, args...); code != 2 {
			t.Errorf("%v: code %d\n%s", args, code, out)
		}
	}
}

// TestRehearsalTellsItsDraftFromOtherMail: what the user wrote instead of a draft counts as the draft only where it does the same.
func TestRehearsalTellsItsDraftFromOtherMail(t *testing.T) {
	t.Parallel()
	for own, want := range map[string]string{
		"thank you very much for the good conversation today. I enjoyed it and would like to work with you.": "",
		"I left my umbrella in the meeting room. Would you please ask at the reception for it?":              "withdraw",
	} {
		dir := t.TempDir()
		for i, m := range []delivery{search[0], search[1], {"Sent", "2021-02-04T13:00:00-05:00", `Message-ID: <own@example.com>
From: Robin Hale <robin@example.com>
To: Dana Ostrow <dana.ostrow@larkfieldanalytics.example>
In-Reply-To: <2@larkfieldanalytics.example>
References: <2@larkfieldanalytics.example>
Subject: Re: Invitation: Interview Research Associate
Content-Type: text/plain; charset=utf-8

Dear Dana,

` + own + "\n\nRobin Hale\n"}} {
			raw, _ := m.raw(t)
			if m.folder == "Sent" {
				raw = []byte(strings.Replace(string(raw), "To: Robin Hale <robin@example.com>\r\n", "", 1))
			}
			if err := os.WriteFile(filepath.Join(dir, string(rune('a'+i))+".eml"), raw, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		o := newOffline(t, "")
		out := o.ok("rehearse", dir, "--me", "robin@example.com", "--zone", "America/New_York", "--country", "US", "--until", "2021-02-05")
		if got := regexp.MustCompile(`withdraw`).FindString(out); got != want || !strings.Contains(out, "place     Larkfield Analytics (Research Associate)  thank-you") {
			t.Errorf("%s: got %q, want %q\n%s", own, got, want, out)
		}
	}
}
