package round

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"heardback/classifier"
	"heardback/classifier/eval"
	"heardback/mailbox"
)

// openingShown is about how much of a text shows where want asks for its opening: mailbox/imap's openingOfPlain.
const openingShown = 720

// TestBeginningLosesNoJobMail shows of the labelled mail, and of what else the classifier takes for news, nothing but how the text begins: as mail
// of machines without a sender and a subject.
func TestBeginningLosesNoJobMail(t *testing.T) {
	rows := labelled(t)
	r := &Round{index: newIndex(nil)}
	for _, shown := range []int{ofMachines, openingShown, 1000, 1500} { // octets
		jobs, cut := 0, 0
		for i := range rows {
			m := rows[i].Message()
			m.From, m.Subject = nil, ""
			f := classifier.Classify(m, classifier.Context{}, classifier.UserLayer{})
			news := f.Kind != classifier.Other && f.Kind != classifier.JobAlert && f.Accepted || f.Ask
			if !news && (rows[i].Label == "other" || rows[i].Label == "job_alert") {
				continue
			}
			jobs++
			h := &mailbox.Header{Message: mailbox.Message{List: mailbox.AnyList, Text: m.Text}, Begun: true}
			if len(m.Text) > shown {
				h.Text, h.Truncated = strings.ToValidUTF8(m.Text[:shown], ""), true
				cut++
			}
			if r.want(h) == mailbox.WantHeader {
				t.Errorf("%s is left unread after %d octets", rows[i].ID, shown)
			}
		}
		t.Logf("%d messages about applications, %d of them longer than the %d octets of text that are shown", jobs, cut, shown)
	}
	for _, kind := range []string{"ham", "spam"} {
		asked, left, octets, saved := 0, 0, 0, 0
		for _, raw := range ordinary(t, kind) {
			m, err := mailbox.Parse(bytes.NewReader(raw), mailbox.Options{})
			if err != nil {
				continue
			}
			head, _, _ := bytes.Cut(raw, []byte("\n\n"))
			h, err := mailbox.ParseHeader(head, mailbox.Options{})
			if err != nil {
				continue
			}
			if h.List != "" {
				h.List = mailbox.AnyList // else nearly all of it is posts to lists, and unread by the header
			}
			shown := 1500
			switch r.want(&h) {
			case mailbox.WantOpening:
				shown = openingShown
			case mailbox.WantWords:
			default:
				continue
			}
			asked++
			octets += len(raw)
			h.Begun, h.Text, h.Truncated = true, m.Text, m.Truncated
			if len(h.Text) > shown {
				h.Text, h.Truncated = strings.ToValidUTF8(h.Text[:shown], ""), true
			}
			if r.want(&h) == mailbox.WantHeader {
				left++
				saved += max(len(raw)-len(head)-shown, 0)
			}
		}
		t.Logf("%s: of %d whose beginning is read %d are left at that, which leaves %d %% of their octets", kind, asked, left, 100*saved/octets)
	}
}

// corpus is the folder of the labelled mail, which is not part of the project.
func corpus() string {
	if dir := os.Getenv("HEARDBACK_CORPUS"); dir != "" {
		return dir
	}
	return "../../shared/corpus"
}

// labelled reads the labelled mail; without it the test is skipped.
func labelled(t *testing.T) []eval.Row {
	t.Helper()
	f, err := os.Open(filepath.Join(corpus(), "jobmail.jsonl"))
	if err != nil {
		t.Skipf("SKIPPED: no labelled mail, set HEARDBACK_CORPUS: %v", err)
	}
	defer f.Close()
	rows, err := eval.ReadRows(f)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// ordinary reads the mail of a kind that has to do with no application.
func ordinary(t *testing.T, kind string) [][]byte {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(corpus(), kind, "*"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no %s: %v", kind, err)
	}
	var all [][]byte
	for _, path := range files {
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, raw)
	}
	return all
}

// TestWantLosesNoJobMail asks for the labelled mail, as it is and as if all of it had come as bulk mail of strangers, and for other mail.
func TestWantLosesNoJobMail(t *testing.T) {
	rows := labelled(t)
	r := &Round{index: newIndex(nil)}
	jobs, lost := 0, 0
	for i := range rows {
		row := &rows[i]
		if row.Label == "other" || row.Label == "job_alert" {
			continue
		}
		jobs++
		m := row.Message()
		h := &mailbox.Header{Message: mailbox.Message{ID: m.ID, From: m.From, Subject: m.Subject, Date: m.Date, List: m.List, Auto: m.Auto}}
		if r.want(h) == mailbox.WantHeader {
			t.Errorf("%s is left unread", row.ID)
		}
		for _, from := range []mailbox.Address{h.Author(), {Name: "Acme", Address: "no-reply@mail.acme.example"}, {Address: "news@acme.example"}} {
			for _, list := range []string{"", mailbox.AnyList} {
				h.From, h.List = []mailbox.Address{from}, list
				if r.want(h) == mailbox.WantHeader {
					t.Errorf("%s would be left unread from %s, list %q", row.ID, from.Address, list)
					lost++
				}
			}
		}
	}
	t.Logf("of %d messages about applications %d would be left unread if all were a machine's mail or bulk mail of strangers", jobs, lost)
	for _, kind := range []string{"ham", "spam"} {
		all := ordinary(t, kind)
		posts, advertisements, bytesAll, bytesLeft := 0, 0, 0, 0
		for _, raw := range all {
			head, _, _ := bytes.Cut(raw, []byte("\n\n"))
			h, err := mailbox.ParseHeader(head, mailbox.Options{})
			if err != nil {
				continue
			}
			bytesAll += len(raw)
			if r.want(&h) == mailbox.WantHeader {
				posts++
				bytesLeft += len(raw)
			}
			if h.List != "" {
				h.List = mailbox.AnyList
			}
			if r.want(&h) == mailbox.WantHeader {
				advertisements++
			}
		}
		t.Logf("%s: of %d left unread %d (%d %% of the octets) as posts to lists, %d if none has a List-Id", kind, len(all), posts, 100*bytesLeft/bytesAll, advertisements)
	}
}
