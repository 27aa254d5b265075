package digest

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"heardback/cadence"
	"heardback/employer"
)

// hostile are texts that mail may bring into every field.
var hostile = []string{
	`<script>alert(1)</script><img src=x onerror=alert(1)>`,
	`"><a href="https://evil.example">click</a>`,
	"Acme\r\nBcc: everyone@evil.example\r\n\r\n<b>body",
	"Acme\u202Egnp.exe\u2066\u200B\u0007\u001b[31m",
	"$(touch /tmp/x) `id` '; rm -rf ~; echo '",
	strings.Repeat("Donaudampfschifffahrt", 60),
	"{date} {{.}} %s \xff\xfe",
}

func hostileInput(evil string) Input {
	in := busy()
	for i := range in.Book.Applications {
		a := in.Book.Applications[i]
		a.Employer, a.Role = evil, evil
		for j := range a.Timeline {
			a.Timeline[j].Quote = evil
		}
		for j := range a.Interviews {
			a.Interviews[j].Place, a.Interviews[j].UID = evil, evil
			a.Interviews[j].Interviewers = []employer.Contact{{Name: evil}}
		}
		a.Board, a.System = evil, evil
	}
	for i := range in.Book.Questions {
		in.Book.Questions[i].Mail.Subject = evil
	}
	for i := range in.Book.Drafts {
		in.Book.Drafts[i].To.Name, in.Book.Drafts[i].Subject = evil, evil
	}
	for i := range in.Plan.Calls {
		in.Plan.Calls[i].To.Name, in.Plan.Calls[i].To.Title, in.Plan.Calls[i].To.Phone = evil, evil, evil
	}
	in.Plan.Notices = append(in.Plan.Notices, cadence.Notice{Kind: "news from tomorrow", App: "mail:1", Text: evil, Command: evil})
	in.Trouble = []Trouble{{Kind: Failed, Text: evil}}
	in.Would = []Would{{At: in.Now, To: evil, Subject: evil, Body: evil, Kind: evil}}
	in.To.Name = evil
	return in
}

func TestHostileTextStaysText(t *testing.T) {
	allowed := map[string]bool{}
	for e, attrs := range elements(t, mustHTML(t, busy())) {
		allowed[e] = true
		_ = attrs
	}
	allowed["em"], allowed["caption"], allowed["th"] = true, true, true
	for _, evil := range hostile {
		in := hostileInput(evil)
		l, _, err := Weekly(in)
		if err != nil {
			t.Fatal(err)
		}
		h, all := leaves(t, l.Raw)
		if h.Get("Bcc") != "" {
			t.Errorf("%q: a header came in", evil)
		}
		for e, attrs := range elements(t, part(all, "text/html")) {
			if !allowed[e] {
				t.Errorf("%q: brought the element %s", evil, e)
			}
			for _, a := range attrs {
				if strings.HasPrefix(a, "on") || a == "href" {
					t.Errorf("%q: brought the attribute %s", evil, a)
				}
			}
		}
		for _, r := range part(all, "text/plain") + part(all, "text/html") + part(all, "application/ics") {
			if r < ' ' && r != '\n' && r != '\t' || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0x200b {
				t.Errorf("%q: the character %U came through", evil, r)
				break
			}
		}
		for line := range strings.SplitSeq(part(all, "application/ics"), "\n") {
			if len(line) > 75 {
				t.Errorf("%q: a calendar line has %d octets", evil, len(line))
			}
		}
	}
}

// A command that is copied from a letter does what it says and nothing else, whatever the employer is called.
func TestNamesAreOneWordOfACommand(t *testing.T) {
	for _, c := range []struct{ name, want string }{
		{"Acme", "Acme"}, {"Acme Inc.", "'Acme Inc.'"}, {"$(id)", "'$(id)'"}, {"`id`", "'`id`'"}, {"O'Neil", `'O'\''Neil'`}, {"-rf", "'-rf'"}, {"", "''"}, {"a\nb", "'a\nb'"},
	} {
		if got := shellWord(c.name); got != c.want {
			t.Errorf("%q: got %s, want %s", c.name, got, c.want)
		}
	}
	in := hostileInput("$(id) x")
	text, err := Text(in)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(text, "heardback log '$(id) x' answered") {
		t.Error("the name is not quoted in the command")
	}
}

func mustHTML(t *testing.T, in Input) string {
	t.Helper()
	l, _, err := Weekly(in)
	if err != nil {
		t.Fatal(err)
	}
	_, all := leaves(t, l.Raw)
	return part(all, "text/html")
}

// elements returns the elements of a page with the names of their attributes.
func elements(t *testing.T, page string) map[string][]string {
	t.Helper()
	found := map[string][]string{}
	z := html.NewTokenizer(strings.NewReader(page))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return found
		case html.StartTagToken, html.SelfClosingTagToken:
			tok := z.Token()
			found[tok.Data] = append(found[tok.Data], "")
			for _, a := range tok.Attr {
				found[tok.Data] = append(found[tok.Data], a.Key)
			}
		}
	}
}

// In every letter of every state and language: no remote resource, alternatives for pictures, headings, and the size.
func TestFormOfTheHTML(t *testing.T) {
	for _, s := range states {
		for _, language := range languages {
			if language != "en" && s.name != "busy" && s.name != "trouble" {
				continue // these two hold every part
			}
			in := s.build()
			in.Language = language
			page := mustHTML(t, in)
			z := html.NewTokenizer(strings.NewReader(page))
			h1, lang := 0, ""
			for z.Next() != html.ErrorToken {
				tok := z.Token()
				if tok.Type != html.StartTagToken && tok.Type != html.SelfClosingTagToken {
					continue
				}
				if tok.Data == "h1" {
					h1++
				}
				for _, a := range tok.Attr {
					switch {
					case a.Key == "lang" && tok.Data == "html":
						lang = a.Val
					case a.Key == "src" && !strings.HasPrefix(a.Val, "cid:"):
						t.Errorf("%s %s: %s loads %s", s.name, language, tok.Data, a.Val)
					case a.Key == "href" || a.Key == "background" || a.Key == "srcset" || a.Key == "style" && strings.Contains(a.Val, "url("):
						t.Errorf("%s %s: %s has %s=%s", s.name, language, tok.Data, a.Key, a.Val)
					case a.Key == "alt" && len(a.Val) < 40:
						t.Errorf("%s %s: the alternative of the picture says too little: %q", s.name, language, a.Val)
					}
				}
				if tok.Data == "script" || tok.Data == "link" || tok.Data == "iframe" || tok.Data == "form" {
					t.Errorf("%s %s: a %s", s.name, language, tok.Data)
				}
			}
			if h1 != 1 || lang != language {
				t.Errorf("%s %s: %d first headings, language %q", s.name, language, h1, lang)
			}
			if strings.Contains(page, "@import") || strings.Contains(page, "data:") || strings.Contains(page, "ENGLISH FALLBACK") {
				t.Errorf("%s %s: an import, a data address or a fallback", s.name, language)
			}
		}
	}
}

// A search of 200 applications in every stage.
func twoHundred() Input {
	s := newSearch()
	stages := []employer.Stage{employer.Confirmed, employer.Interviewed, employer.Invited, employer.Rejected, employer.Quiet, employer.Applied, employer.Closed, employer.InContact}
	for i := range 200 {
		stage := stages[i%len(stages)]
		a := s.app(fmt.Sprintf("Überlange Unternehmensgruppe Nummer %d Holding", i), "Sachbearbeiter für Qualitätsprüfung und Übergabe (m/w/d)", stage, 1+i%27)
		heard(a, at(22+i%6, 9, i%60), employer.KindContact, strings.Repeat("Größere Sätze für die Prüfung der Länge. ", 6))
		switch stage {
		case employer.Invited:
			a.Requests = []employer.Request{{Kind: "invitation", Key: fmt.Sprint(i), At: at(26, 9, 0), From: employer.Contact{Human: true}}}
			s.notice(a, "invitation", fmt.Sprintf("invitation:%d", i), at(26, 9, 0), time.Time{})
		case employer.Confirmed, employer.Interviewed:
			s.step(a, cadence.Status1, "Jörg Müßiggang", at(28, 18, 0).AddDate(0, 0, 3+i%9))
		case employer.Quiet:
			s.Plan.Changes = append(s.Plan.Changes, cadence.Change{App: a.ID, To: employer.Quiet, At: at(26, 7, 0)})
		}
		if i%10 == 0 {
			s.draft(a, cadence.Status1, "Jörg Müßiggang", employer.DraftUntouched, at(27, 7, 0))
		}
	}
	return s.Input
}

func TestDigestOfTwoHundredApplicationsFits(t *testing.T) {
	for _, language := range []string{"en", "de", "fr"} { // the longest words
		in := twoHundred()
		in.Language = language
		l, _, err := Weekly(in)
		if err != nil {
			t.Fatal(err)
		}
		if len(l.Raw) > most {
			t.Errorf("%s: %d bytes, more than %d", language, len(l.Raw), most)
		}
		_, all := leaves(t, l.Raw)
		text := part(all, "text/plain")
		if got, want := strings.Count(text, "heardback log"), 25; got < want {
			t.Errorf("%s: %d of %d invitations are told: what needs the user was cut", language, got, want)
		}
		w, _ := wordsOf(language)
		more, _, _ := strings.Cut(w.phrases["more.other"], "{n}")
		if !strings.Contains(text, "… "+strings.TrimSpace(more)) {
			t.Errorf("%s: nothing says that there is more", language)
		}
		t.Logf("%s: %d bytes, HTML %d", language, len(l.Raw), len(part(all, "text/html")))
	}
}

// A question about a mail shows where it came from: behind a known name may stand any address.
func TestQuestionShowsTheSender(t *testing.T) {
	for from, want := range map[string]string{
		"hr@acme.example":                                  "hr@acme.example",
		"hr@xn--cme-6cd.example":                           "hr@xn--cme-6cd.example",
		"hr@acme.com.jobs.offers.example":                  "hr@acme.com.jobs.offers.example (offers.example)",
		strings.Repeat("acme.com", 20) + "@offers.example": "(offers.example)",
	} {
		for _, kind := range []string{"kind", "auth", "stranger", "address"} {
			in := busy()
			in.Book.Questions = []employer.Question{{ID: kind + ":x", Kind: kind, Event: "mail:x", Guess: "offer", At: in.Now, Urgent: true,
				Mail: &employer.Mail{Key: "x", Subject: "Your offer", From: employer.Address{Name: "Acme", Address: from}}}}
			text, err := Text(in)
			if err != nil {
				t.Fatal(err)
			}
			if !strings.Contains(text, want) {
				t.Errorf("%s: %q is not shown:\n%s", kind, want, text)
			}
		}
	}
}
