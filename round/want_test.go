package round

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"heardback/classifier"
	"heardback/classifier/eval"
	"heardback/digest"
	"heardback/employer"
	"heardback/mailbox"
)

func header(t *testing.T, raw string) *mailbox.Header {
	t.Helper()
	h, err := mailbox.ParseHeader([]byte(raw), mailbox.Options{Own: []string{"robin@seeker.example"}})
	if err != nil {
		t.Fatal(err)
	}
	return &h
}

func TestWant(t *testing.T) {
	r := &Round{Accounts: []Account{{Addresses: []string{"robin@seeker.example"}}}}
	r.index = newIndex([]employer.Event{
		{ID: "mail:1", Kind: employer.KindConfirmation, Party: employer.Party{Name: "Lindgrove", Domain: "lindgrove.example"}, Mail: &employer.Mail{MessageID: "1@lindgrove.example"}},
		{ID: "mail:2", Kind: employer.KindWritten, Mail: &employer.Mail{MessageID: "2@seeker.example", Own: true, To: []employer.Address{{Address: "ann@club.example"}}}},
	})
	const (
		bulk = "List-Unsubscribe: <mailto:off@shop.example>\n"
		me   = "To: robin@seeker.example\n"
		post = "List-Id: <garden.club.example>\nTo: garden@club.example\n"
		shop = "From: Shop <news@shop.example>\nSubject: Newsletter: 50% off all garden chairs this weekend\n"
	)
	for _, c := range []struct {
		name, raw string
		want      mailbox.Want
	}{
		{"a stranger", "From: Kim <kim@acme.example>\nSubject: Hello\n" + me, mailbox.WantWords},
		{"a system", "From: noreply@acme.example\nSubject: News\n" + me, mailbox.WantOpening},
		{"an advertisement", shop + bulk + me, mailbox.WantHeader},
		{"an advertisement of a system", "From: no-reply@shop.example\nSubject: Newsletter: 50% off all garden chairs this weekend\n" + me, mailbox.WantHeader},
		{"a person's mail with such a subject", "From: Kim <kim@club.example>\nSubject: Newsletter: 50% off all garden chairs this weekend\n" + me, mailbox.WantWords},
		{"a post to a list", "From: Ann <x@garden.example>\nSubject: Re: roses\n" + post, mailbox.WantHeader},
		{"a post without a subject", "From: Ann <x@garden.example>\n" + post, mailbox.WantHeader},
		{"a post by somebody whom the user wrote to", "From: Ann <ann@club.example>\nSubject: roses\n" + post, mailbox.WantAll},
		{"an answer on a list to the user", "From: Ann <x@garden.example>\nSubject: Re: roses\nIn-Reply-To: <2@seeker.example>\n" + post, mailbox.WantAll},
		{"an employer of the book", "From: Lindgrove <news@mail.lindgrove.example>\nSubject: Our year in pictures and numbers\n" + bulk + me, mailbox.WantAll},
		{"bulk mail about an application", "From: Acme <team@acme.example>\nSubject: Thank you for your application\n" + bulk + me, mailbox.WantAll},
		{"bulk mail of a hiring system", "From: Acme <no-reply@greenhouse.io>\nSubject: Hello again from all of us here\n" + bulk + me, mailbox.WantAll},
		{"bulk mail of a job box", "From: Acme <careers@acme.example>\nSubject: Hello again from all of us here\n" + bulk + me, mailbox.WantAll},
		{"bulk mail with a subject of one word", "From: Acme <team@acme.example>\nSubject: Update\n" + bulk + me, mailbox.WantOpening},
		{"bulk mail that thanks", "From: Acme <team@acme.example>\nSubject: Thank you from Acme Corporation\n" + bulk + me, mailbox.WantOpening},
		{"bulk mail to nobody in particular", "From: Acme <team@acme.example>\nSubject: From all of us at Acme\nTo: undisclosed-recipients:;\n" + bulk, mailbox.WantOpening},
		{"bulk mail in a language without rules", "From: Acme <team@acme.example>\nSubject: Twoja oferta czeka\n" + bulk + me, mailbox.WantOpening},
		{"an appointment", "From: Acme <team@acme.example>\nSubject: Newsletter: 50% off all garden chairs\nContent-Type: text/calendar\n" + bulk + me, mailbox.WantAll},
		{"own mail to a list", "From: robin@seeker.example\nSubject: roses\n" + post, mailbox.WantAll},
		{"a letter of ours", "From: robin@seeker.example\nList-Id: <" + digest.ListID + ">\nSubject: Your week\n" + me, mailbox.WantHeader},
	} {
		if got := r.want(header(t, c.raw)); got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
	filed := header(t, shop+bulk+me)
	filed.Filed = "rejected"
	if r.want(filed) != mailbox.WantAll {
		t.Error("what the user filed is not read")
	}
}

// Where only the text can tell, the beginning of it does.
func TestWantByTheBeginning(t *testing.T) {
	r := &Round{index: newIndex([]employer.Event{
		{ID: "mail:1", Kind: employer.KindConfirmation, Party: employer.Party{Name: "Lindgrove", Domain: "lindgrove.example"}, Mail: &employer.Mail{MessageID: "1@lindgrove.example"}},
	})}
	const (
		person = "From: Kim <kim@club.example>\nSubject: Hello\n"
		bulk   = "From: Shop <hello@shop.example>\nSubject: Hello from all of us\nList-Unsubscribe: <mailto:off@shop.example>\n"
		system = "From: Shop <no-reply@shop.example>\nSubject: Hello\n"
	)
	garden := strings.Repeat("The roses in the garden are out, and we sat under the old tree until the evening. ", 20)
	news := "Thank you for your application for the position as a buyer. "
	for _, c := range []struct {
		name, head, text string
		goesOn           bool
		want             mailbox.Want
	}{
		{"a person's letter to its end", person, garden, false, mailbox.WantHeader},
		{"a person's letter that goes on", person, garden, true, mailbox.WantWords},
		{"a person's letter about a job", person, garden + news, false, mailbox.WantWords},
		{"a short letter", person, garden[:300], false, mailbox.WantWords},
		{"a letter without a text", person, "", false, mailbox.WantWords},
		{"bulk mail that goes on", bulk, garden, true, mailbox.WantHeader},
		{"bulk mail of which next to nothing was seen", bulk, garden[:300], true, mailbox.WantWords},
		{"bulk mail about a job", bulk, news + garden, true, mailbox.WantWords},
		{"a system's mail that goes on", system, garden, true, mailbox.WantHeader},
		{"a system's mail about a job", system, garden + news, true, mailbox.WantWords},
		{"a language without rules", bulk, strings.Repeat("Dziękujemy za zainteresowanie naszą ofertą, wkrótce odpowiemy na list. ", 12), true, mailbox.WantWords},
		{"somebody of the book", "From: Ann <ann@lindgrove.example>\nSubject: Hello\n", garden, false, mailbox.WantAll},
	} {
		h := header(t, c.head)
		h.Begun, h.Text, h.Truncated = true, c.text, c.goesOn
		if got := r.want(h); got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
	bounce := header(t, person)
	bounce.Begun, bounce.Text, bounce.Bounce = true, garden, &mailbox.Bounce{}
	if r.want(bounce) == mailbox.WantHeader {
		t.Error("a bounce is left unread")
	}
}

// TestBeginningLosesNoJobMail shows of the labelled mail, and of what else the classifier takes for news, nothing but how the text begins: as mail
// of machines without a sender and a subject.
func TestBeginningLosesNoJobMail(t *testing.T) {
	rows := labelled(t)
	r := &Round{index: newIndex(nil)}
	for _, shown := range []int{ofMachines, 1000, 1500} { // octets
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
			if w := r.want(&h); w != mailbox.WantOpening && w != mailbox.WantWords {
				continue
			}
			asked++
			octets += len(raw)
			h.Begun, h.Text, h.Truncated = true, m.Text, m.Truncated
			if len(h.Text) > 1500 {
				h.Text, h.Truncated = strings.ToValidUTF8(h.Text[:1500], ""), true
			}
			if r.want(&h) == mailbox.WantHeader {
				left++
				saved += max(len(raw)-len(head)-1536, 0)
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
		if h.List = mailbox.AnyList; r.want(h) == mailbox.WantHeader {
			lost++
		}
	}
	t.Logf("of %d messages about applications %d would be left unread if all were bulk mail of strangers", jobs, lost)
	if lost > 0 {
		t.Errorf("%d of %d would be left unread as bulk mail", lost, jobs)
	}
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
