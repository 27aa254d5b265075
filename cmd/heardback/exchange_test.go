package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	ics "github.com/arran4/golang-ical"

	"heardback/employer"
)

func (o *offline) file(name, text string) string {
	o.t.Helper()
	path := filepath.Join(o.dir, name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		o.t.Fatal(err)
	}
	return path
}

// status returns the JSON of heardback status, by employer and role.
func (o *offline) status() map[string]applicationStatus {
	o.t.Helper()
	out, code := o.run("status", "--json")
	var s struct{ Applications []applicationStatus }
	if err := json.Unmarshal([]byte(out), &s); code != 0 || err != nil {
		o.t.Fatalf("status: code %d, %v\n%s", code, err, out)
	}
	m := map[string]applicationStatus{}
	for _, a := range s.Applications {
		m[a.Employer+", "+a.Role] = a
	}
	return m
}

func TestImportOfASpreadsheet(t *testing.T) {
	t.Parallel()
	o := newOffline(t, "")
	o.learn(o.mail(22, employer.KindConfirmation, ""))
	file := o.file("applications.csv", "Company,Position,Applied,Status,Status date,City\nNorthwind Example,Data Analyst,02/21/2027,waiting,,Oslo\nArden Mills,Miller,02/03/2027,Rejected,02/10/2027,\nBriar Foods,Cook,02/04/2027,Rejected,,\nCedar,Baker,,Wishlist,,\nArden Mills,Miller,02/03/2027,Rejected,02/10/2027,\n")
	out, code := o.run("import", file)
	for _, want := range []string{`role from "Position"`, "month/day/year", "known from your mail", "2 new, 1 known, 0 imported before, 2 left out", "Nothing is stored yet", "the same as line 3"} {
		if code != 0 || !strings.Contains(out, want) {
			t.Errorf("dry run: code %d, it lacks %q:\n%s", code, want, out)
		}
	}
	if got := o.status(); len(got) != 1 {
		t.Fatalf("a dry run stored something: %v", got)
	}
	for i, want := range []string{"2 new, 1 known, 0 imported before", "0 new, 0 known, 3 imported before"} {
		if out, code := o.run("import", file, "--yes"); code != 0 || !strings.Contains(out, want) {
			t.Errorf("time %d: code %d, want %q:\n%s", i+1, code, want, out)
		}
		got := o.status()
		a, b, n := got["Arden Mills, Miller"], got["Briar Foods, Cook"], got["Northwind Example, Data Analyst"]
		if len(got) != 3 || a.Stage != employer.Rejected || a.Since.Format(time.DateOnly) != "2027-02-10" || b.Stage != employer.Rejected || n.Stage != employer.Confirmed {
			t.Errorf("time %d: got %v", i+1, got)
		}
	}
	if out, code := o.run("show", "northwind", "--json"); code != 0 || !strings.Contains(out, "2027-02-21T00:00:00Z") {
		t.Errorf("the application before the confirmation is not in the timeline:\n%s", out)
	}
}

// TestImportSaysWhatItLeaves: an offer or a talk without a date says too little, and the dry run shows what will be stored.
func TestImportSaysWhatItLeaves(t *testing.T) {
	t.Parallel()
	o := newOffline(t, "")
	file := o.file("a.csv", "Company,Applied,Status\nArden,2027-02-01,Offer\n")
	if out := o.ok("import", file); strings.Contains(out, "2027  offered") || !strings.Contains(out, "1 Feb 2027  applied") || !strings.Contains(out, "not taken over: offered, which has no date") {
		t.Errorf("got\n%s", out)
	}
}

func TestImportStoresAllOrNothing(t *testing.T) {
	t.Parallel()
	o := newOffline(t, "")
	for name, c := range map[string]struct {
		text string
		code int
		want []string
	}{
		"a.csv":  {"Company,Applied\nArden,2027-02-01\nBriar,sometime\n,2027-02-01\n", 1, []string{"line 3", "line 4", "nothing was stored"}},
		"b.csv":  {"Company,Applied\nArden,2027-02-01\nBriar,2028-02-01\n", 1, []string{"line 3", "future"}},
		"c.csv":  {"Company,Applied,Status,Status date\nArden,2027-02-05,rejected,2027-02-01\n", 1, []string{"line 2", "before the application"}},
		"d.csv":  {"Name,When\nArden,2027-02-01\n", 1, []string{"line 1", "Employer"}},
		"e.xlsx": {"PK\x03\x04", 2, []string{"save the spreadsheet as CSV"}},
	} {
		out, code := o.run("import", o.file(name, c.text), "--yes")
		if code != c.code {
			t.Errorf("%s: code %d", name, code)
		}
		for _, w := range c.want {
			if !strings.Contains(out, w) {
				t.Errorf("%s lacks %q: %s", name, w, out)
			}
		}
	}
	if got := o.status(); len(got) != 0 {
		t.Errorf("something was stored: %v", got)
	}
}

// TestExportComesBack exports a book and imports it into an empty one.
func TestExportComesBack(t *testing.T) {
	t.Parallel()
	o := newOffline(t, "")
	risky := o.other(21, employer.KindConfirmation)
	risky.Role = "=cmd|' /C calc'!A0"
	o.learn(o.mail(20, employer.KindConfirmation, ""), o.mail(25, employer.KindRejection, ""), risky)
	file := filepath.Join(o.dir, "out.csv")
	if out, code := o.run("export", file); code != 0 {
		t.Fatal(out)
	}
	if out, code := o.run("export", file); code != 1 || !strings.Contains(out, "is there already") {
		t.Errorf("a second time: code %d %s", code, out)
	}
	text, err := os.ReadFile(file)
	if info, serr := os.Stat(file); err != nil || serr != nil || info.Mode().Perm() != 0o600 || !strings.Contains(string(text), ",'=cmd") {
		t.Fatalf("%v %v\n%s", err, serr, text)
	}
	want := o.status()
	o2 := newOffline(t, "")
	if out, code := o2.run("import", file, "--yes"); code != 0 || !strings.Contains(out, "2 new") {
		t.Fatalf("code %d\n%s", code, out)
	}
	got := o2.status()
	if len(got) != len(want) || got["Northwind Example, Data Analyst"].Stage != employer.Rejected {
		t.Errorf("got %v, want %v", got, want)
	}
	if _, ok := got["Oakmere Parcel, "+risky.Role]; !ok {
		t.Errorf("the role did not come back: %v", got)
	}
}

func TestExportAsCalendar(t *testing.T) {
	t.Parallel()
	o := newOffline(t, "")
	iv := o.mail(24, employer.KindScheduled, "")
	iv.Interview = &employer.Interview{UID: "u1", Start: time.Date(2027, 3, 4, 15, 0, 0, 0, time.UTC), End: time.Date(2027, 3, 4, 16, 0, 0, 0, time.UTC), Place: "Room 4, first floor; ring twice", Method: "on-site"}
	test := o.other(26, employer.KindAssessment)
	test.ID, test.Mail.Key, test.Mail.MessageID, test.Deadline = "mail:test", "t@oakmere.example", "t@oakmere.example", time.Date(2027, 3, 9, 17, 0, 0, 0, time.UTC)
	o.learn(o.mail(20, employer.KindConfirmation, ""), iv, o.other(21, employer.KindConfirmation), test)
	out, code := o.run("export", "--format", "ics")
	if code != 0 {
		t.Fatal(out)
	}
	cal, err := ics.ParseCalendar(strings.NewReader(out))
	if err != nil || len(cal.Events()) != 2 || strings.Count(out, "\n") != strings.Count(out, "\r\n") {
		t.Fatalf("%d entries, %v\n%s", len(cal.Events()), err, out)
	}
	for _, want := range []string{"DTSTART:20270304T150000Z", "SUMMARY:Interview: Northwind Example — Data Analyst", `LOCATION:Room 4\, first floor\; ring twice`, "STATUS:CONFIRMED", "DTSTART;VALUE=DATE:20270309", "SUMMARY:Deadline (assessment): Oakmere Parcel — Route Planner"} {
		if !strings.Contains(out, want) {
			t.Errorf("it lacks %q:\n%s", want, out)
		}
	}
	if again, _ := o.run("export", "--format", "ics"); again != out {
		t.Error("the entries of a second export are others")
	}
	cancel := o.mail(27, employer.KindCancelled, "")
	cancel.Interview = &employer.Interview{UID: "u1", Sequence: 1}
	o.learn(cancel)
	if out, _ := o.run("export", "--format", "ics"); !strings.Contains(out, "STATUS:CANCELLED") {
		t.Errorf("a cancelled interview stands as it was:\n%s", out)
	}
}

// A calendar without entries has a component all the same (RFC 5545 section 3.6).
func TestExportWithoutEntriesIsACalendar(t *testing.T) {
	t.Parallel()
	o := newOffline(t, "")
	out := o.ok("export", "--format", "ics")
	cal, err := ics.ParseCalendar(strings.NewReader(out))
	if err != nil || len(cal.Components) != 1 || len(cal.Events()) != 0 {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, want := range []string{"BEGIN:VTIMEZONE\r\nTZID:Etc/UTC\r\nBEGIN:STANDARD\r\n", "DTSTART:19700101T000000\r\n", "TZOFFSETFROM:+0000\r\n", "TZOFFSETTO:+0000\r\n"} {
		if !strings.Contains(out, want) {
			t.Errorf("it lacks %q:\n%s", want, out)
		}
	}
}

func TestExportAsJSON(t *testing.T) {
	t.Parallel()
	o := newOffline(t, "")
	o.learn(o.mail(20, employer.KindConfirmation, ""))
	var got []exported
	out, code := o.run("export", "--format", "json")
	if err := json.Unmarshal([]byte(out), &got); err != nil || code != 0 || len(got) != 1 || got[0].Employer != "Northwind Example" || len(got[0].Events) != 1 || len(got[0].Contacts) != 1 {
		t.Errorf("code %d, %v\n%s", code, err, out)
	}
	if out, code := o.run("export", "--format", "xml"); code != 2 || !strings.Contains(out, "csv, json or ics") {
		t.Errorf("code %d\n%s", code, out)
	}
}

// TestImportOfOldMail: an archive in any order gives the stages that the mailbox would have given; a dry run stores nothing, and a
// second import changes nothing.
func TestImportOfOldMail(t *testing.T) {
	t.Parallel()
	o := newOffline(t, "")
	var forward, backward string
	for _, d := range search {
		raw, when := d.raw(t)
		text := "From MAILER Mon Jan 18 09:00:00 2021\n" + strings.ReplaceAll(string(raw), "\r\n", "\n") + "\n"
		forward, backward = forward+text, text+backward
		if err := os.MkdirAll(filepath.Join(o.dir, "eml"), 0o700); err != nil {
			t.Fatal(err)
		}
		o.file(filepath.Join("eml", when.Format("20060102T1504")+".eml"), string(raw))
	}
	o.now = time.Date(2021, 2, 4, 17, 0, 0, 0, time.UTC)
	want := map[string]employer.Stage{"Larkfield Analytics, Research Associate": employer.Interviewed, "Mapleton Press, Production Editor": employer.Rejected, "Oakmere Parcel, Route Planner": employer.Rejected}
	check := func(o *offline, what string) {
		t.Helper()
		got := o.status()
		for name, stage := range want {
			if got[name].Stage != stage {
				t.Errorf("%s: %s is %q, want %q", what, name, got[name].Stage, stage)
			}
		}
		if len(got) != len(want) {
			t.Errorf("%s: got %v", what, got)
		}
	}
	for name, path := range map[string]string{"oldest first": o.file("forward.mbox", forward), "newest first": o.file("backward.mbox", backward), "single messages": filepath.Join(o.dir, "eml")} {
		in := newOffline(t, "")
		in.now = o.now
		if out := in.ok("import", path); !strings.Contains(out, "Nothing is stored yet") || !strings.Contains(out, "3 applications") || len(in.status()) != 0 {
			t.Errorf("%s: the dry run said\n%s", name, out)
		}
		if out := in.ok("import", path, "--yes"); !strings.Contains(out, "6 messages read, 0 known before") {
			t.Errorf("%s: it said\n%s", name, out)
		}
		check(in, name)
		if out := in.ok("import", path, "--yes", "--json"); !strings.Contains(out, `"known": 6`) || !strings.Contains(out, `"understood": 0`) {
			t.Errorf("%s: a second time it said\n%s", name, out)
		}
		check(in, name+", twice")
	}
	for _, c := range []struct {
		args []string
		code int
		want string
	}{
		{[]string{"import", filepath.Join(o.dir, "nothing")}, 1, "cannot be read"},
		{[]string{"import", o.file("empty.mbox", "")}, 1, "no message"},
		{[]string{"import", "a.csv", "b.mbox"}, 2, "by itself"},
		{[]string{"import", o.file("x.mbox", forward), "--account", "other"}, 2, "no account"},
	} {
		if out, code := o.run(c.args...); code != c.code || !strings.Contains(out, c.want) {
			t.Errorf("%v: code %d\n%s", c.args, code, out)
		}
	}
}
