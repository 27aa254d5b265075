package round

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

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
		{"a system", "From: noreply@acme.example\nSubject: News\n" + me, mailbox.WantWords},
		{"an advertisement", shop + bulk + me, mailbox.WantHeader},
		{"a post to a list", "From: Ann <x@garden.example>\nSubject: Re: roses\n" + post, mailbox.WantHeader},
		{"a post without a subject", "From: Ann <x@garden.example>\n" + post, mailbox.WantHeader},
		{"a post by somebody whom the user wrote to", "From: Ann <ann@club.example>\nSubject: roses\n" + post, mailbox.WantAll},
		{"an answer on a list to the user", "From: Ann <x@garden.example>\nSubject: Re: roses\nIn-Reply-To: <2@seeker.example>\n" + post, mailbox.WantAll},
		{"an employer of the book", "From: Lindgrove <news@mail.lindgrove.example>\nSubject: Our year in pictures and numbers\n" + bulk + me, mailbox.WantAll},
		{"bulk mail about an application", "From: Acme <team@acme.example>\nSubject: Thank you for your application\n" + bulk + me, mailbox.WantAll},
		{"bulk mail of a hiring system", "From: Acme <no-reply@greenhouse.io>\nSubject: Hello again from all of us here\n" + bulk + me, mailbox.WantAll},
		{"bulk mail of a job box", "From: Acme <careers@acme.example>\nSubject: Hello again from all of us here\n" + bulk + me, mailbox.WantAll},
		{"bulk mail with a subject of one word", "From: Acme <team@acme.example>\nSubject: Update\n" + bulk + me, mailbox.WantWords},
		{"bulk mail that thanks", "From: Acme <team@acme.example>\nSubject: Thank you from Acme Corporation\n" + bulk + me, mailbox.WantWords},
		{"bulk mail to nobody in particular", "From: Acme <team@acme.example>\nSubject: From all of us at Acme\nTo: undisclosed-recipients:;\n" + bulk, mailbox.WantWords},
		{"bulk mail in a language without rules", "From: Acme <team@acme.example>\nSubject: Twoja oferta czeka\n" + bulk + me, mailbox.WantWords},
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

// TestWantLosesNoJobMail asks for the labelled mail, as it is and as if all of it had come as bulk mail of strangers, and for other mail.
func TestWantLosesNoJobMail(t *testing.T) {
	dir := os.Getenv("HEARDBACK_CORPUS")
	if dir == "" {
		dir = "../../shared/corpus"
	}
	f, err := os.Open(filepath.Join(dir, "jobmail.jsonl"))
	if err != nil {
		t.Skipf("SKIPPED: no labelled mail, set HEARDBACK_CORPUS: %v", err)
	}
	defer f.Close()
	rows, err := eval.ReadRows(f)
	if err != nil {
		t.Fatal(err)
	}
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
		files, err := filepath.Glob(filepath.Join(dir, kind, "*"))
		if err != nil || len(files) == 0 {
			t.Fatalf("no %s: %v", kind, err)
		}
		posts, advertisements, bytesAll, bytesLeft := 0, 0, 0, 0
		for _, path := range files {
			raw, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
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
		t.Logf("%s: of %d left unread %d (%d %% of the octets) as posts to lists, %d if none has a List-Id", kind, len(files), posts, 100*bytesLeft/bytesAll, advertisements)
	}
}
