package digest

import (
	"bytes"
	"flag"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"heardback/cadence"

	"encoding/base64"
)

var update = flag.Bool("update", false, "write the golden files anew")

// languages are all that the letters are written in.
var languages = []string{"de", "en", "es", "fr", "it", "nl", "pt"}

// leaf is one part of a message.
type leaf struct{ path, contentType, id, disposition, body string }

// leaves takes a message apart.
func leaves(t *testing.T, raw []byte) (mail.Header, []leaf) {
	t.Helper()
	m, err := mail.ReadMessage(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	var all []leaf
	var walk func(path, contentType, encoding, id, disposition string, body io.Reader)
	walk = func(path, contentType, encoding, id, disposition string, body io.Reader) {
		kind, params, err := mime.ParseMediaType(contentType)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(kind, "multipart/") {
			r := multipart.NewReader(body, params["boundary"])
			for {
				p, err := r.NextRawPart()
				if err == io.EOF {
					return
				}
				if err != nil {
					t.Fatal(err)
				}
				walk(path+"/"+kind, p.Header.Get("Content-Type"), p.Header.Get("Content-Transfer-Encoding"), p.Header.Get("Content-Id"), p.Header.Get("Content-Disposition"), p)
			}
		}
		switch strings.ToLower(encoding) {
		case "quoted-printable":
			body = quotedprintable.NewReader(body)
		case "base64":
			body = base64.NewDecoder(base64.StdEncoding, body)
		}
		text, err := io.ReadAll(body)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, leaf{path, kind, id, disposition, strings.ReplaceAll(string(text), "\r\n", "\n")})
	}
	walk("", m.Header.Get("Content-Type"), m.Header.Get("Content-Transfer-Encoding"), "", "", m.Body)
	return m.Header, all
}

// part returns the part of a type, "" if there is none.
func part(all []leaf, contentType string) string {
	for _, l := range all {
		if l.contentType == contentType {
			return l.body
		}
	}
	return ""
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; look at it and run go test ./digest -update\ngot:\n%s", path, got)
	}
}

func TestDigestOfSixStates(t *testing.T) {
	for _, s := range states {
		t.Run(s.name, func(t *testing.T) {
			l, empty, err := Weekly(s.build())
			if err != nil {
				t.Fatal(err)
			}
			if got, want := empty, s.name == "quiet"; got != want {
				t.Errorf("empty: got %v, want %v", got, want)
			}
			_, all := leaves(t, l.Raw)
			golden(t, s.name+".txt", part(all, "text/plain"))
		})
	}
}

func TestBusyDigestInEveryLanguage(t *testing.T) {
	for _, language := range languages {
		in := busy()
		in.Language = language
		text, err := Text(in)
		if err != nil {
			t.Fatal(err)
		}
		golden(t, "busy-"+language+".txt", text)
	}
}

func TestFormOfADigest(t *testing.T) {
	l, _, err := Weekly(busy())
	if err != nil {
		t.Fatal(err)
	}
	h, all := leaves(t, l.Raw)
	for name, want := range map[string]string{
		"Auto-Submitted": "auto-generated", "List-Id": "<" + ListID + ">", "Message-Id": "<" + l.MessageID + ">", "Precedence": "", "User-Agent": "", "X-Mailer": "",
	} {
		if got := h.Get(name); got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
	var got []string
	for _, l := range all {
		got = append(got, l.path+" "+l.contentType)
	}
	want := []string{
		"/multipart/mixed/multipart/related/multipart/alternative text/plain",
		"/multipart/mixed/multipart/related/multipart/alternative text/html",
		"/multipart/mixed/multipart/related image/png",
		"/multipart/mixed application/ics",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("parts: got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	html := part(all, "text/html")
	if !strings.Contains(html, `src="cid:`+pictureID+`"`) || !strings.Contains(string(l.Raw), "<"+pictureID+">") {
		t.Error("the picture is not found by its Content-ID")
	}
	again, _, err := Weekly(busy())
	if err != nil {
		t.Fatal(err)
	}
	if again.MessageID != l.MessageID {
		t.Errorf("Message-ID of one period: got %s and %s", l.MessageID, again.MessageID)
	}
	next := busy()
	next.Period.Key = "2027-W09"
	other, _, err := Weekly(next)
	if err != nil {
		t.Fatal(err)
	}
	if other.MessageID == l.MessageID {
		t.Error("two periods have one Message-ID")
	}
}

// Every line of the HTML part stands in the text part too.
func TestTextPartIsComplete(t *testing.T) {
	for _, s := range states {
		g, err := newGatherer(s.build())
		if err != nil {
			t.Fatal(err)
		}
		c := g.digest()
		text := strings.Join(strings.Fields(c.plain()), " ")
		for _, s := range c.Sections {
			for _, i := range s.Items {
				for _, x := range append([]string{i.Who, i.Text, i.By}, i.Lines...) {
					if !strings.Contains(text, strings.Join(strings.Fields(x), " ")) {
						t.Errorf("the text part lacks %q", x)
					}
				}
			}
		}
	}
}

// TestValuesAgainstTheAdvice: what the user allows with i_know stands in every digest, in every language, and makes a quiet week no other.
func TestValuesAgainstTheAdvice(t *testing.T) {
	for _, language := range languages {
		in := quiet()
		in.Language, in.Policy = language, cadence.Default()
		in.Policy.GapDays, in.Policy.MaxNudges, in.Policy.IKnow = 3, 4, true
		l, empty, err := Weekly(in)
		if err != nil || !empty {
			t.Fatalf("%s: empty %v, error %v", language, empty, err)
		}
		_, all := leaves(t, l.Raw)
		for _, want := range []string{"policy.gap_days: 3 goes against the advice", "policy.max_unanswered_nudges: 4"} {
			if text := strings.Join(strings.Fields(part(all, "text/plain")), " "); !strings.Contains(text, want) {
				t.Errorf("%s lacks %q:\n%s", language, want, text)
			}
		}
	}
}

func TestNoticeIsTold(t *testing.T) {
	in := busy()
	l, keys, ok, err := Notice(in, func(key string) bool { return key == "deadline:as1:2027-03-03:3" })
	if err != nil || !ok {
		t.Fatalf("got ok %v, error %v", ok, err)
	}
	if got, want := strings.Join(keys, " "), "invitation:inv1 interview-tomorrow:talk-1 2027-03-01T09:00:00Z assessment:as1"; got != want {
		t.Errorf("keys: got %s, want %s", got, want)
	}
	_, all := leaves(t, l.Raw)
	golden(t, "notice.txt", part(all, "text/plain"))
	for _, a := range in.Book.Applications {
		if strings.Contains(l.Subject, a.Employer) {
			t.Errorf("the subject names %s", a.Employer)
		}
	}
	if _, _, ok, _ := Notice(in, func(string) bool { return true }); ok {
		t.Error("a notice with nothing to tell was written")
	}
}

func TestObserveModeShowsTheWholeLetter(t *testing.T) {
	for _, language := range languages {
		in := troubled()
		in.Language = language
		digest, _, err := Weekly(in)
		if err != nil {
			t.Fatal(err)
		}
		notice, _, _, err := Notice(in, func(string) bool { return false })
		if err != nil {
			t.Fatal(err)
		}
		for name, raw := range map[string][]byte{"digest": digest.Raw, "notice": notice.Raw} {
			_, all := leaves(t, raw)
			for _, kind := range []string{"text/plain", "text/html"} {
				for _, want := range []string{"Dear Jo Brandt,", "thank you again for the talk on Friday.", "Robin Sample", "mode = "} {
					if text := strings.Join(strings.Fields(part(all, kind)), " "); !strings.Contains(text, want) {
						t.Errorf("%s %s %s lacks %q", language, name, kind, want)
					}
				}
			}
		}
	}
}
