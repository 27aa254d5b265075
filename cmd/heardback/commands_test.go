package main

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/mattn/go-runewidth"

	"heardback/employer"
)

// shown returns the applications of show --json.
func (o *offline) shown(name string) []applicationStatus {
	o.t.Helper()
	var apps []applicationStatus
	if err := json.Unmarshal([]byte(o.ok("show", name, "--json")), &apps); err != nil {
		o.t.Fatal(err)
	}
	return apps
}

// TestLogVerbs logs every verb at an employer that the mailbox never saw and at one with a confirmation.
func TestLogVerbs(t *testing.T) {
	t.Parallel()
	stages := map[string]employer.Stage{"applied": employer.Applied, "submitted": employer.Assessing, "interviewed": employer.Interviewed, "offered": employer.Offered,
		"rejected": employer.Rejected, "withdrew": employer.Withdrawn, "accepted": employer.Accepted, "declined": employer.Declined}
	for _, v := range logVerbs {
		for _, known := range []bool{false, true} {
			o := newOffline(t, "")
			name, before := "Arden Mills", employer.InContact
			if known {
				o.learn(o.mail(22, employer.KindConfirmation, ""))
				name, before = "northw", employer.Confirmed
			}
			if !known && slices.Contains([]string{"pause", "resume", "allow-contact", "note"}, v.verb) {
				if out, code := o.run("log", name, v.verb, "x"); code != 1 || !strings.Contains(out, "no employer") {
					t.Errorf("log %s of an unknown employer: code %d %s", v.verb, code, out)
				}
				continue
			}
			args := []string{"log", name, v.verb, "--json"}
			switch v.verb {
			case "interviewed", "no-show":
				args = append(args, "--date", "2027-02-25T10:00")
			case "called":
				args = append(args, "--outcome", "reached", "--warmth", "warm", "--given", "2027-03-12")
				before = employer.InContact
			case "accepted":
				args = append(args, "--signed")
			case "note":
				args = append(args, "they", "like", "tea")
			case "applied":
				if known {
					args[1] = "Northwind Example"
					args = append(args, "--role", "Data Analyst")
					stages["applied"] = employer.Confirmed
				}
			}
			var got []noted
			out := o.ok(args...)
			if err := json.Unmarshal([]byte(out), &got); err != nil || len(got) != 1 || len(got[0].Applications) != 1 {
				t.Errorf("%v: %v\n%s", args, err, out)
				continue
			}
			a := got[0].Applications[0]
			want, ok := stages[v.verb]
			if !ok {
				want = before
			}
			if a.New == known || a.Stage != want {
				t.Errorf("%v: got %+v, want stage %q", args, a, want)
			}
			timeline := o.ok("show", a.Employer)
			if !strings.Contains(timeline, "You logged: "+v.verb) || !strings.Contains(timeline, handle(got[0].ID)) {
				t.Errorf("%v: the timeline does not tell it:\n%s", args, timeline)
			}
			if v.verb == "note" && !strings.Contains(timeline, "they like tea") || v.verb == "called" && !strings.Contains(timeline, "(reached, warm, about 12 Mar 2027)") {
				t.Errorf("%v: the timeline lacks the note:\n%s", args, timeline)
			}
			o.ok("correct", "undo", handle(got[0].ID))
			if !known {
				if n := len(o.status()); n != 0 {
					t.Errorf("%v: after undo there are %d applications", args, n)
				}
			} else if s := o.status()["Northwind Example, Data Analyst"]; s.Stage != employer.Confirmed {
				t.Errorf("%v: after undo the stage is %s", args, s.Stage)
			} else if timeline := o.ok("show", a.Employer); !strings.Contains(timeline, "taken back") || !strings.Contains(timeline, "You took back") {
				t.Errorf("%v: the timeline does not tell the undo:\n%s", args, timeline)
			}
		}
	}
}

// TestNamesThatLookLikeFlags: a name, a role and a message key that begin with "-" go through the commands that heardback suggests.
func TestNamesThatLookLikeFlags(t *testing.T) {
	t.Parallel()
	o := newOffline(t, "")
	e := o.mail(22, employer.KindConfirmation, "")
	e.ID, e.Mail.Key, e.Mail.MessageID, e.Party.Name, e.Role = "mail:--json@northwind.example", "--json@northwind.example", "--json@northwind.example", "--at Books", "-r"
	o.learn(e)
	run := func(command string) {
		t.Helper()
		o.ok(words(t, command)[1:]...)
	}
	run("heardback log " + employer.ShellWord("-v Mills") + " applied --role " + employer.ShellWord("-x"))
	run("heardback correct " + employer.ShellWord("--json@northwind.example") + " --employer " + employer.ShellWord("--version Books"))
	run("heardback log " + employer.ShellWord("--version Books") + " called --outcome reached --role " + employer.ShellWord("-r"))
	apps := o.status()
	if len(apps) != 2 || apps["-v Mills, -x"].ID == "" || apps["--version Books, -r"].ID == "" {
		t.Errorf("got %+v", apps)
	}
	run("heardback correct merge " + employer.ShellWord("-v Mills") + " " + employer.ShellWord("--version Books"))
	if apps := o.status(); len(apps) != 1 {
		t.Errorf("after the merge: %+v", apps)
	}
}

func TestLogRefusesWhatItWouldLose(t *testing.T) {
	t.Parallel()
	o := newOffline(t, "")
	cook := o.other(21, employer.KindConfirmation)
	cook.ID, cook.Mail.Key, cook.Mail.MessageID, cook.Role = "mail:cook", "c@oakmere.example", "c@oakmere.example", "Cook"
	north := o.other(23, employer.KindConfirmation)
	north.ID, north.Mail.Key, north.Mail.MessageID, north.Party = "mail:n", "n@northgate.example", "n@northgate.example", employer.Party{Name: "Northgate Books"}
	o.learn(o.mail(22, employer.KindConfirmation, ""), o.other(20, employer.KindConfirmation), cook, north)
	before := o.ok("status", "--json")
	for _, c := range []struct {
		args []string
		code int
		want string
	}{
		{[]string{"log", "north", "rejected"}, 1, `"Northgate Books" or "Northwind Example"`},
		{[]string{"show", "north"}, 1, `"Northgate Books" or "Northwind Example"`},
		{[]string{"forget", "north", "--yes"}, 1, `"Northgate Books" or "Northwind Example"`},
		{[]string{"log", "oakmere", "rejected"}, 1, `"Cook", "Route Planner"`},
		{[]string{"log", "oakmere", "rejected", "--role", "Baker"}, 1, `"Cook", "Route Planner"`},
		{[]string{"log", "oakmere", "rejectd"}, 2, "write one of applied, submitted"},
		{[]string{"log", "oakmere"}, 2, "write heardback log EMPLOYER WHAT"},
		{[]string{"log", "oakmere", "note"}, 2, "no text"},
		{[]string{"log", "northwind", "rejected", "--outcome", "reached"}, 2, "--outcome goes with"},
		{[]string{"log", "northwind", "called", "--outcome", "maybe"}, 2, "reached, voicemail, silent"},
		{[]string{"log", "northwind", "called", "--warmth", "hot"}, 2, "warm, neutral or cold"},
		{[]string{"log", "northwind", "rejected", "--signed"}, 2, "--signed goes with accepted"},
		{[]string{"log", "northwind", "rejected", "--given", "2027-03-12"}, 2, "go with called"},
		{[]string{"log", "northwind", "rejected", "--at", "2027-03-12"}, 2, "still to come"},
		{[]string{"log", "northwind", "interviewed", "--date", "2027-03-12"}, 2, "still to come"},
		{[]string{"log", "northwind", "rejected", "--date", "soon"}, 2, "2027-01-31"},
		{[]string{"correct", "nothing", "--kind", "rejection"}, 1, "show EMPLOYER names them"},
		{[]string{"correct", "m22@northwind.example", "--kind", "rejektion"}, 2, "no kind of message"},
		{[]string{"correct", "m22@northwind.example"}, 2, "--kind, --employer, --role or --date"},
		{[]string{"correct", "undo", "m22@northwind.example"}, 1, "no command of yours"},
		{[]string{"correct", "merge", "oakmere", "northwind"}, 1, "several applications"},
		{[]string{"correct", "merge", "northw", "northwind"}, 1, "one application already"},
		{[]string{"correct", "merge", "northw"}, 2, "two employers"},
		{[]string{"correct", "split"}, 2, "wants one message"},
		{[]string{"correct", "split", "m22@northwind.example", "--kind", "offer"}, 2, "split takes none"},
	} {
		if out, code := o.run(c.args...); code != c.code || !strings.Contains(out, c.want) {
			t.Errorf("%v: code %d, want %d and %q:\n%s", c.args, code, c.code, c.want, out)
		}
	}
	if after := o.ok("status", "--json"); after != before {
		t.Errorf("something was noted:\n%s", after)
	}
	o.ok("log", "oakmere", "rejected", "--role", "coo")
	if got := o.status(); got["Oakmere Parcel, Cook"].Stage != employer.Rejected || got["Oakmere Parcel, Route Planner"].Stage != employer.Confirmed {
		t.Errorf("got %v", got)
	}
	o.ok("log", "oakmere", "answered") // one of the two is open
	var paused []noted
	if err := json.Unmarshal([]byte(o.ok("log", "oakmere", "pause", "--json")), &paused); err != nil || len(paused) != 2 {
		t.Errorf("pause holds for the employer: %d events, %v", len(paused), err)
	}
	o.ok("log", "all", "pause")
	if v := o.ok("show", "northwind"); strings.Contains(v, "  next  application") {
		t.Errorf("everything is paused:\n%s", v)
	}
}

func TestCorrections(t *testing.T) {
	t.Parallel()
	o := newOffline(t, "")
	iv := o.mail(24, employer.KindScheduled, "")
	iv.Interview = &employer.Interview{UID: "u", Start: time.Date(2027, 3, 4, 15, 0, 0, 0, time.UTC), End: time.Date(2027, 3, 4, 16, 0, 0, 0, time.UTC)}
	o.learn(o.mail(22, employer.KindConfirmation, ""), iv, o.other(20, employer.KindConfirmation))
	key := "m24@northwind.example"
	northwind := func() applicationStatus {
		t.Helper()
		return o.status()["Northwind Example, Data Analyst"]
	}
	undo := func(out string) {
		t.Helper()
		_, id, _ := strings.Cut(out, "undo ")
		o.ok("correct", "undo", strings.TrimSpace(id))
	}
	out := o.ok("correct", "<"+key+">", "--kind", "rejection")
	if s := northwind(); s.Stage != employer.Rejected {
		t.Errorf("kind: %s", s.Stage)
	}
	if text := o.ok("show", "northwind"); !strings.Contains(text, "You corrected the kind: rejection") {
		t.Errorf("the timeline lacks the correction:\n%s", text)
	}
	undo(out)
	if s := northwind(); s.Stage != employer.Scheduled {
		t.Errorf("undo: %s", s.Stage)
	}
	undo(o.ok("correct", handle("mail:"+key), "--kind", "other"))
	o.ok("correct", handle("mail:" + key)[:5], "--date", "2027-03-05T10:00")
	if text := o.ok("export", "--format", "ics"); !strings.Contains(text, "DTSTART:20270305T100000Z") {
		t.Errorf("date:\n%s", text)
	}
	out = o.ok("correct", "mail:"+key, "--employer", "Arden Mills", "--role", "Miller")
	if strings.Count(out, "take it back") != 2 {
		t.Errorf("two corrections, two ways back:\n%s", out)
	}
	out = o.ok("correct", "merge", "northwind", "oakmere")
	if apps := o.shown("northwind"); len(apps) != 1 || len(apps[0].Events) < 3 {
		t.Errorf("merge: %+v", apps)
	}
	undo(out)
	if got := o.status(); got["Oakmere Parcel, Route Planner"].Stage != employer.Confirmed {
		t.Errorf("undo of merge: %v", got)
	}
	n := len(o.status())
	out = o.ok("correct", "split", "m22@northwind.example", "--role", "Data Steward")
	undo(out)
	if len(o.status()) != n {
		t.Errorf("undo of split: %v", o.status())
	}
}

// TestNotesReachTheLetter: what the user notes of a talk stands in the letter that has a place for it, until it is taken back.
func TestNotesReachTheLetter(t *testing.T) {
	t.Parallel()
	o := newOffline(t, "")
	iv := o.mail(24, employer.KindScheduled, "")
	iv.Interview = &employer.Interview{UID: "u", Start: time.Date(2027, 3, 1, 9, 0, 0, 0, time.UTC), End: time.Date(2027, 3, 1, 10, 0, 0, 0, time.UTC)}
	o.learn(o.mail(22, employer.KindConfirmation, ""), iv)
	note := o.ok("log", "northwind", "note", "topic:", "the", "move", "to the new warehouse")
	if out := o.ok("templates", "preview", "thank-you", "--employer", "northwind"); !strings.Contains(out, "the move to the new warehouse") {
		t.Errorf("the letter lacks the topic:\n%s", out)
	}
	_, undo, _ := strings.Cut(note, "undo ")
	o.ok("correct", "undo", strings.TrimSpace(undo))
	if out := o.ok("templates", "preview", "thank-you", "--employer", "northwind"); strings.Contains(out, "warehouse") {
		t.Errorf("the letter has what was taken back:\n%s", out)
	}
}

// TestStatusSaysCommandsThatWork: where the employer has two applications, the command of a notice names the one.
func TestStatusSaysCommandsThatWork(t *testing.T) {
	t.Parallel()
	o := newOffline(t, "")
	other := o.mail(21, employer.KindConfirmation, "")
	other.Role = "Cook"
	o.learn(o.mail(22, employer.KindConfirmation, ""), other, o.mail(26, employer.KindInvite, ""))
	_, command, ok := strings.Cut(o.ok("status"), "heardback log 'Northwind Example' ")
	command, _, _ = strings.Cut(command, "\n")
	if want := "answered --role 'Data Analyst'"; !ok || command != want {
		t.Fatalf("got %q, want %q", command, want)
	}
	if out := o.ok("log", "Northwind Example", "answered", "--role", "Data Analyst"); !strings.Contains(out, "Data Analyst") {
		t.Errorf("noted elsewhere:\n%s", out)
	}
}

// TestTablesFitTheTerminal: no line of a table is wider than the terminal, in any script; names give way before dates.
func TestTablesFitTheTerminal(t *testing.T) {
	t.Parallel()
	tab := table{soft: 2}
	tab.add("Gesellschaft für angewandte Gewässerkunde und Küstenschutz mbH", "Sachbearbeiterin Öffentlichkeitsarbeit (m/w/d)", "heard 12 Feb 2027", "application-followup on Tue 9 Mar")
	tab.add("株式会社サンプル技術研究所東京本社第二営業部", "データアナリスト", "heard 2 Feb 2027", "")
	tab.add("Acme", "Cook", "nothing heard", "status-1 due now")
	for _, width := range []int{40, 60, 80, 100, 140} {
		for line := range strings.SplitSeq(strings.Join(tab.lines("  ", width), "\n"), "\n") {
			if got := runewidth.StringWidth(line); got > width {
				t.Errorf("%d columns in %d: %s", got, width, line)
			}
		}
		text := strings.Join(tab.lines("  ", width), "\n")
		if width >= 60 && !strings.Contains(text, "application-followup on Tue 9 Mar") || !strings.Contains(text, "heard 12 Feb 2027") || !strings.Contains(text, "status-1 due now") {
			t.Errorf("in %d columns a date is cut:\n%s", width, text)
		}
	}
	if text := strings.Join(tab.lines("", 0), "\n"); !strings.Contains(text, "Sachbearbeiterin Öffentlichkeitsarbeit (m/w/d)") {
		t.Errorf("without a terminal a name is cut:\n%s", text)
	}
	var out bytes.Buffer
	paragraph(&out, "  ", strings.Repeat("word ", 40), 50)
	for line := range strings.SplitSeq(strings.TrimSpace(out.String()), "\n") {
		if len(line) > 50 {
			t.Errorf("a long line: %q", line)
		}
	}
}

// TestQuestionsAreListedOnceWithBothAnswers: an urgent one is a notice too.
func TestQuestionsAreListedOnceWithBothAnswers(t *testing.T) {
	t.Parallel()
	o := newOffline(t, "")
	from := func(day int, kind employer.Kind, name, role string) employer.Event {
		e := o.mail(day, kind, "")
		e.Party, e.Role, e.Source, e.Human, e.Contacts = employer.Party{Name: name}, role, "greenhouse", false, nil
		e.Mail.From = employer.Address{Address: "no-reply@system.example"}
		return e
	}
	o.learn(from(20, employer.KindConfirmation, "Harbor Bank", "Risk Analyst"), from(21, employer.KindConfirmation, "Harbor Bank Leasing", "Risk Analyst"),
		from(22, employer.KindConfirmation, "Oakmere", "Clerk"), from(24, employer.KindRejection, "Oakmere Parcel", ""))
	out := o.ok("status")
	for _, want := range []string{"correct merge 'Harbor Bank' 'Harbor Bank Leasing'", "correct split m21@northwind.example  # if not",
		"correct m24@northwind.example --employer Oakmere\n", "correct m24@northwind.example --employer 'Oakmere Parcel'  # if not"} {
		if n := strings.Count(out, want); n != 1 {
			t.Errorf("%q stands there %d times:\n%s", want, n, out)
		}
	}
	o.ok("correct", "split", "m21@northwind.example")
	o.ok("correct", "m24@northwind.example", "--employer", "Oakmere")
	if out := o.ok("status"); strings.Contains(out, "# if not") || !strings.Contains(out, "Rejected (1)") {
		t.Errorf("after the answers:\n%s", out)
	}
}

// TestLogWantsAnEmployer: without a name nothing is noted, and all is for pause and resume.
func TestLogWantsAnEmployer(t *testing.T) {
	t.Parallel()
	o := newOffline(t, "")
	for _, args := range [][]string{{"", "applied"}, {"  ", "rejected"}, {"…", "applied"}, {"", "pause"}, {"all", "applied"}, {"all", "note", "x"}} {
		if out, code := o.run(append([]string{"log"}, args...)...); code != 2 {
			t.Errorf("log %q: code %d\n%s", args, code, out)
		}
	}
	o.ok("log", "all", "pause")
	if out := o.ok("status", "--json"); !strings.Contains(out, `"applications": []`) {
		t.Errorf("something was noted:\n%s", out)
	}
}

// TestAnEmployerWithoutANameIsShown: it can be seen, and named.
func TestAnEmployerWithoutANameIsShown(t *testing.T) {
	t.Parallel()
	o := newOffline(t, "")
	e := o.mail(20, employer.KindConfirmation, "")
	e.Party, e.Source, e.Human, e.Contacts = employer.Party{}, "lever", false, nil
	e.Mail.From = employer.Address{Address: "no-reply@system.example"}
	o.learn(e)
	for _, args := range [][]string{{"status"}, {"show", e.ID}} {
		if out := o.ok(args...); !strings.Contains(out, "employer unknown") {
			t.Errorf("%q:\n%s", args, out)
		}
	}
	o.ok("correct", e.Mail.Key, "--employer", "X")
	if out := o.ok("status"); strings.Contains(out, "employer unknown") {
		t.Errorf("after it was named:\n%s", out)
	}
}
