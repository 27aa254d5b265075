package drafts

import (
	"bytes"
	"errors"
	"io"
	"mime"
	"mime/quotedprintable"
	netmail "net/mail"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"heardback/cadence"
	"heardback/employer"
	"heardback/mailbox"
	"heardback/templates"
)

var now = time.Date(2027, time.March, 16, 7, 0, 0, 0, time.FixedZone("CET", 3600))

var shippedOnce = sync.OnceValue(func() *Writer { return New(templates.FS, nil) })

// shipped is the writer that users get.
func shipped(t testing.TB) *Writer {
	t.Helper()
	w := shippedOnce()
	for _, p := range w.Problems() {
		t.Errorf("shipped template: %s", p)
	}
	return w
}

// parsed is a letter as a stranger's mail program reads it.
func parsed(t *testing.T, l mailbox.Letter) (netmail.Header, string) {
	t.Helper()
	m, err := netmail.ReadMessage(bytes.NewReader(l.Raw))
	if err != nil {
		t.Fatalf("reading the letter: %v\n%s", err, l.Raw)
	}
	body, err := io.ReadAll(quotedprintable.NewReader(m.Body))
	if err != nil {
		t.Fatalf("decoding the body: %v", err)
	}
	return m.Header, string(body)
}

func decoded(t *testing.T, s string) string {
	t.Helper()
	out, err := new(mime.WordDecoder).DecodeHeader(s)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestShippedTemplatesStandTheTrial(t *testing.T) {
	w := shipped(t)
	for _, p := range w.Check() {
		t.Errorf("shipped template: %s", p)
	}
	if got, want := w.Languages(), []string{"de", "en", "es", "fr", "it", "nl", "pt"}; !slices.Equal(got, want) {
		t.Errorf("languages: got %v, want %v", got, want)
	}
	if got, want := len(w.List()), 7*(16+1); got != want {
		t.Errorf("templates: got %d, want %d", got, want)
	}
}

// Kinds that can come twice to one person have three variants at least.
func TestVariantsOfKindsThatRepeat(t *testing.T) {
	repeat := []cadence.Kind{cadence.ApplicationFollowup, cadence.ThankYou, cadence.Status1, cadence.Status2, cadence.DecisionDate,
		cadence.Availability, cadence.ConfirmReschedule, cadence.CheckIn, Several}
	for _, e := range shipped(t).List() {
		want := 2
		if slices.Contains(repeat, e.Kind) {
			want = 3
		}
		if e.Variants < want {
			t.Errorf("%s: got %d variants, want %d", e.File, e.Variants, want)
		}
	}
}

// The exact header of a draft: what MAIL.md section 1 lists and nothing else.
func TestHeaderAllowList(t *testing.T) {
	w := shipped(t)
	for _, kind := range Kinds {
		for _, lang := range w.Languages() {
			s, id := Sample(kind, lang, true)
			s.Thread = &employer.Mail{MessageID: "b@nordlicht.example", References: []string{"a@vale.example"}, Subject: "Gespräch"}
			l, err := w.Compose(s, id, now)
			if err != nil {
				t.Errorf("%s %s: %v", lang, kind, err)
				continue
			}
			h, _ := parsed(t, l)
			var got []string
			for field := range h {
				got = append(got, field)
			}
			slices.Sort(got)
			want := slices.Sorted(slices.Values(allowedHeaders))
			if !slices.Equal(got, want) {
				t.Errorf("%s %s: header fields: got %v, want %v", lang, kind, got, want)
			}
			if got, want := h.Get("Content-Type"), "text/plain; charset=UTF-8"; got != want {
				t.Errorf("%s %s: Content-Type: got %q, want %q", lang, kind, got, want)
			}
			if got, want := h.Get("Content-Transfer-Encoding"), "quoted-printable"; got != want {
				t.Errorf("%s %s: encoding: got %q, want %q", lang, kind, got, want)
			}
			if bytes.Contains(bytes.ToLower(l.Raw), []byte("heardback")) || bytes.Contains(bytes.ToLower(l.Raw), []byte("go-mail")) {
				t.Errorf("%s %s: the letter names the tool", lang, kind)
			}
		}
	}
}

// The same step gives the same Message-ID, words and bytes; another key another id.
func TestComposeIsDeterministic(t *testing.T) {
	s, id := Sample(cadence.Status1, "en", true)
	first, err := shipped(t).Compose(s, id, now)
	if err != nil {
		t.Fatal(err)
	}
	again, err := shipped(t).Compose(s, id, now)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first.Raw, again.Raw) {
		t.Errorf("the same step gave two letters:\n%s\n%s", first.Raw, again.Raw)
	}
	later, err := shipped(t).Compose(s, id, now.Add(48*time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	if later.MessageID != first.MessageID || first.MessageID != MessageID(s.Key, 0, "vale.example") {
		t.Errorf("Message-ID: got %q and %q, want %q", first.MessageID, later.MessageID, MessageID(s.Key, 0, "vale.example"))
	}
	s.Key += "2"
	other, err := shipped(t).Compose(s, id, now)
	if err != nil {
		t.Fatal(err)
	}
	if other.MessageID == first.MessageID {
		t.Errorf("two keys share the Message-ID %q", other.MessageID)
	}
}

// One who gets a second letter of a kind reads other words, and so do several people thanked for one round.
func TestVariants(t *testing.T) {
	w := shipped(t)
	body := func(s cadence.Step, id Identity) string {
		t.Helper()
		d, err := w.Render(s, id)
		if err != nil {
			t.Fatal(err)
		}
		_, text, _ := strings.Cut(d.Body, "\n")
		return text
	}
	for _, kind := range []cadence.Kind{cadence.Status1, cadence.Status2, cadence.CheckIn, cadence.Availability} {
		s, id := Sample(kind, "en", true)
		seen := map[string]bool{}
		for s.Variant = range 3 {
			seen[body(s, id)] = true
		}
		if len(seen) != 3 {
			t.Errorf("%s: got %d texts for three letters, want 3", kind, len(seen))
		}
	}
	for _, lang := range w.Languages() {
		s, id := Sample(cadence.ThankYou, lang, true)
		seen := map[string]bool{}
		for i, who := range []string{"a", "b", "c"} {
			s.To.Address = who + "@nordlicht.example"
			s.Facts.Among = i + 1
			seen[body(s, id)] = true
		}
		if len(seen) != 3 {
			t.Errorf("%s: three people thanked for one round got %d texts, want 3", lang, len(seen))
		}
	}
}

// No run of five words of a first status letter comes again in a second one (POLICY.md section 4: no reuse).
func TestSecondStatusReusesNothing(t *testing.T) {
	w := shipped(t)
	for _, lang := range w.Languages() {
		runs := map[string]bool{}
		for _, d := range previews(t, w, cadence.Status1, lang) {
			for _, r := range fiveWords(d, lang) {
				runs[r] = true
			}
		}
		for _, d := range previews(t, w, cadence.Status2, lang) {
			for _, r := range fiveWords(d, lang) {
				if runs[r] {
					t.Errorf("%s: status-2 variant %s repeats %q", lang, d.Variant, r)
				}
			}
		}
	}
}

func previews(t *testing.T, w *Writer, kind cadence.Kind, lang string) []Draft {
	t.Helper()
	var out []Draft
	for _, formal := range []bool{true, false} {
		ds, err := w.Preview(kind, lang, formal)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, ds...)
	}
	return out
}

// fiveWords lists the runs of five words of the text between greeting and closing, the role taken out.
func fiveWords(d Draft, lang string) []string {
	text := strings.ReplaceAll(cell(d), samples[lang].role, "")
	text = strings.ReplaceAll(text, "<br>", " ")
	words := strings.Fields(strings.ToLower(text))
	var out []string
	for i := 5; i+5 < len(words)-3; i++ {
		out = append(out, strings.Join(words[i:i+5], " "))
	}
	return out
}

// A language without templates gives no letter, rather than one in another language.
func TestUnknownLanguageIsRefused(t *testing.T) {
	s, id := Sample(cadence.Status1, "sv", true)
	_, err := shipped(t).Compose(s, id, now)
	var lintErr *LintError
	if !errors.As(err, &lintErr) || lintErr.Findings[0].Rule != "language" {
		t.Errorf("got %v, want a refusal for the language", err)
	}
}

// A letter lacking the fact that it turns on is refused.
func TestMissingFactIsRefused(t *testing.T) {
	for kind, forget := range map[cadence.Kind]func(*cadence.Facts){
		cadence.DecisionDate:      func(f *cadence.Facts) { f.Promised = time.Time{} },
		cadence.CompetingDeadline: func(f *cadence.Facts) { f.Deadline = time.Time{} },
		cadence.ConfirmReschedule: func(f *cadence.Facts) { f.Interview = time.Time{} },
	} {
		s, id := Sample(kind, "en", true)
		forget(&s.Facts)
		_, err := shipped(t).Compose(s, id, now)
		var lintErr *LintError
		if !errors.As(err, &lintErr) || lintErr.Findings[0].Rule != "facts" {
			t.Errorf("%s: got %v, want a refusal for a missing fact", kind, err)
		}
	}
}

// Merged from several steps, a letter names each role once and no date, since the dates differ.
func TestMergedLetter(t *testing.T) {
	w := shipped(t)
	for _, lang := range w.Languages() {
		s, id := Sample(cadence.Status1, lang, true)
		s.Facts.Roles = []string{samples[lang].role, samples[lang].second}
		s.Parts = []cadence.Part{{App: "sample", Kind: cadence.Status1}, {App: "other", Kind: cadence.CheckIn}}
		for s.Variant = range 3 {
			d, err := w.Render(s, id)
			if err != nil {
				t.Fatalf("%s: %v", lang, err)
			}
			for _, role := range s.Facts.Roles {
				if n := strings.Count(d.Body, role); n != 1 {
					t.Errorf("%s variant %s: names %q %d times, want once\n%s", lang, d.Variant, role, n, d.Body)
				}
			}
			text := strings.TrimSuffix(d.Body, signature(id)+"\n")
			if strings.ContainsAny(text, "0123456789") {
				t.Errorf("%s variant %s: names a date\n%s", lang, d.Variant, d.Body)
			}
		}
	}
}

// The agency's client is named, and the agency is not thanked for an interview that it did not hold.
func TestAgency(t *testing.T) {
	s, id := Sample(cadence.Status1, "en", true)
	s.Facts.Agency = true
	d, err := shipped(t).Render(s, id)
	if err != nil {
		t.Fatal(err)
	}
	if want := "the Data Analyst position at Nordlicht"; !strings.Contains(d.Body, want) {
		t.Errorf("got %q, want it to hold %q", d.Body, want)
	}
}

func TestSignature(t *testing.T) {
	for _, c := range []struct {
		name string
		id   Identity
		want string
	}{
		{"name and phone", Identity{Name: "Robin Vale", Phone: "+1 555 0100"}, "Robin Vale\n+1 555 0100"},
		{"links", Identity{Name: "Robin Vale", Phone: "+1 555 0100", Links: []string{"https://vale.example"}}, "Robin Vale\n+1 555 0100\nhttps://vale.example"},
		{"own signature with the number", Identity{Name: "Robin Vale", Phone: "+1 555 0100", Signature: "R. Vale\nTel. +1 (555) 0100"}, "R. Vale\nTel. +1 (555) 0100"},
		{"own signature without it", Identity{Name: "Robin Vale", Phone: "+1 555 0100", Signature: "R. Vale"}, "R. Vale\n+1 555 0100"},
		{"no phone", Identity{Name: "Robin Vale"}, "Robin Vale"},
	} {
		if got := signature(c.id); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}
