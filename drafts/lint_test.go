package drafts

import (
	"slices"
	"strings"
	"testing"

	"heardback/cadence"
)

// letter is a good letter and what the lint needs to read it.
func letter(t *testing.T, w *Writer, kind cadence.Kind, lang string, formal bool) (Draft, *facts, Identity, *language) {
	t.Helper()
	s, id := Sample(kind, lang, formal)
	l := w.languages[lang]
	f := factsOf(s, id, l)
	text := l.texts[kind]
	d, err := w.write(l, text, text.variants[0], f, id)
	if err != nil {
		t.Fatal(err)
	}
	return d, f, id, l
}

func rules(found []LintFinding) []string {
	var out []string
	for _, f := range found {
		out = append(out, f.Rule)
	}
	return out
}

// Each rule of the lint can fail: one change to a good letter, and it is named.
func TestLint(t *testing.T) {
	w := shipped(t)
	say := func(s string) func(*Draft, *facts, *Identity) {
		return func(d *Draft, _ *facts, _ *Identity) {
			d.Body = strings.Replace(d.Body, "Many thanks", s+" Many thanks", 1)
		}
	}
	for _, c := range []struct {
		name, rule string
		change     func(*Draft, *facts, *Identity)
	}{
		{"nothing", "", say("I look forward to it.")},
		{"own link", "", func(d *Draft, _ *facts, id *Identity) {
			id.Links = []string{"https://vale.example/work"}
			d.Body = strings.Replace(d.Body, "Robin Vale\n+49 30 5550 1234\n", signature(*id)+"\n", 1)
			d.Body = strings.Replace(d.Body, "Many thanks", "See https://vale.example/work. Many thanks", 1)
		}},
		{"employer called like a phrase", "", func(d *Draft, f *facts, _ *Identity) {
			f.loose = append(f.loose, "Urgent Salary Ltd")
			d.Body = strings.Replace(d.Body, "Many thanks", "Urgent Salary Ltd. Many thanks", 1)
		}},
		{"role like a link", "", func(d *Draft, f *facts, _ *Identity) {
			f.loose = append(f.loose, "Node.js/React Developer")
			d.Body = strings.Replace(d.Body, "Many thanks", "Node.js/React Developer. Many thanks", 1)
		}},
		{"figure of the user's", "", func(d *Draft, f *facts, _ *Identity) {
			f.Fit = "I led a plant of 1,200 people."
			f.loose = append(f.loose, f.Fit)
			d.Body = strings.Replace(d.Body, "Many thanks", f.Fit+" Many thanks", 1)
		}},
		{"too long", "length", say(strings.Repeat("word ", 60))},
		{"phrase", "phrase", say("I am just checking in.")},
		{"phrase across cases", "phrase", say("This is URGENT.")},
		{"reproach", "phrase", say("I haven’t heard from you.")},
		{"salary", "phrase", say("What about the salary?")},
		{"attachment", "phrase", say("My CV is attached.")},
		{"sum", "money", say("I expect 65.000 a year.")},
		{"sum with k", "money", say("I expect 65k a year.")},
		{"currency", "money", say("I expect € 300 a day.")},
		{"currency as a code", "money", say("I expect 300 CHF a day.")},
		{"template syntax", "template", say("{{.Role}}")},
		{"no value", "template", say("<no value>")},
		{"hole", "template", say("I spoke with .")},
		{"empty brackets", "template", say("At noon ().")},
		{"empty quotation", "template", say(`The opening " " is good.`)},
		{"two stops", "template", say("For the role of, , I wrote.")},
		{"word of a program", "template", say("The role of null is good.")},
		{"format error", "template", say("%!s(int=4)")},
		{"mark", "marks", say("[[here]]")},
		{"foreign link", "link", say("See https://attacker.example/x.")},
		{"link without a slash", "link", say("See WWW.attacker.example for it.")},
		{"bare link", "link", say("See attacker.example/x.")},
		{"control character", "control", say("a\x07b")},
		{"bidi", "control", say("a\u202eb")},
		{"zero width", "control", say("a\u200bb")},
		{"no greeting", "addressee", func(d *Draft, _ *facts, _ *Identity) {
			d.Body = strings.TrimPrefix(d.Body, "Dear Mira Solberg,\n\n")
		}},
		{"empty addressee", "addressee", func(d *Draft, _ *facts, _ *Identity) {
			d.Body = strings.Replace(d.Body, "Dear Mira Solberg,", "Dear ,", 1)
		}},
		{"somebody else addressed", "addressee", func(d *Draft, _ *facts, _ *Identity) {
			d.Body = strings.Replace(d.Body, "Dear Mira Solberg,", "Dear Mr Solberg,", 1)
		}},
		{"wrong signature", "signature", func(d *Draft, _ *facts, _ *Identity) {
			d.Body = strings.Replace(d.Body, "Robin Vale", "Robert Vale", 1)
		}},
		{"no name in the configuration", "signature", func(d *Draft, _ *facts, id *Identity) {
			d.Body = strings.Replace(d.Body, "Robin Vale\n", "", 1)
			id.Name = ""
		}},
		{"long subject", "length", func(d *Draft, _ *facts, _ *Identity) { d.Subject = strings.Repeat("word ", 50) }},
		{"template syntax in the subject", "template", func(d *Draft, _ *facts, _ *Identity) { d.Subject += " {{" }},
		{"own sentence", "phrase", func(d *Draft, f *facts, _ *Identity) {
			f.Fit = "I am the perfect candidate."
			d.Body = strings.Replace(d.Body, "Many thanks", f.Fit+" Many thanks", 1)
		}},
		{"own sentence that the letter does not use", "", func(_ *Draft, f *facts, _ *Identity) { f.Fit = "I am the perfect candidate." }},
		{"date of another language", "date", say("Bis Donnerstag.")},
	} {
		d, f, id, l := letter(t, w, cadence.Status1, "en", true)
		c.change(&d, f, &id)
		got := rules(append(lint(cadence.Status1, d, f, id, l), w.lintDates(d, f)...))
		if c.rule == "" && len(got) > 0 {
			t.Errorf("%s: got %v, want nothing", c.name, got)
		}
		if c.rule != "" && !slices.Contains(got, c.rule) {
			t.Errorf("%s: got %v, want %s", c.name, got, c.rule)
		}
	}
}

// Marked places are for availability alone, closed and announced.
func TestLintMarks(t *testing.T) {
	w := shipped(t)
	for _, lang := range w.Languages() {
		d, f, id, l := letter(t, w, cadence.Availability, lang, true)
		if got := lint(cadence.Availability, d, f, id, l); len(got) > 0 {
			t.Errorf("%s: got %v, want nothing", lang, got)
		}
		if !strings.HasPrefix(d.Body, l.Marks+"\n") {
			t.Errorf("%s: the first line is not the announcement", lang)
		}
		silent := d
		silent.Body = strings.TrimPrefix(d.Body, l.Marks+"\n\n")
		if got := rules(lint(cadence.Availability, silent, f, id, l)); !slices.Contains(got, "marks") {
			t.Errorf("%s: marks without announcement: got %v", lang, got)
		}
		open := d
		open.Body = strings.Replace(d.Body, l.Window, strings.TrimSuffix(l.Window, "]]"), 1)
		if got := rules(lint(cadence.Availability, open, f, id, l)); !slices.Contains(got, "marks") {
			t.Errorf("%s: an open mark: got %v", lang, got)
		}
	}
}

// Every forbidden phrase of every language is found in a letter, in any case and after any sentence.
func TestForbiddenPhrases(t *testing.T) {
	w := shipped(t)
	for _, lang := range w.Languages() {
		for _, phrase := range w.languages[lang].Lint.Forbidden {
			for _, p := range []string{strings.TrimSuffix(phrase, "*"), strings.ToUpper(strings.TrimSuffix(phrase, "*"))} {
				d, f, id, l := letter(t, w, cadence.Status1, lang, true)
				d.Body = strings.Replace(d.Body, "\n"+l.closing(true), "Ah, "+p+".\n"+l.closing(true), 1)
				if got := rules(lint(cadence.Status1, d, f, id, l)); !slices.Contains(got, "phrase") {
					t.Errorf("%s: %q: got %v, want phrase", lang, p, got)
				}
			}
		}
	}
}

// Every word of one level is found in a letter of the other.
func TestMixedFormality(t *testing.T) {
	w := shipped(t)
	for _, lang := range w.Languages() {
		for _, formal := range []bool{true, false} {
			words := w.languages[lang].Lint.Formal
			if formal {
				words = w.languages[lang].Lint.Informal
			}
			if lang != "en" && len(words) == 0 {
				t.Errorf("%s: no words of the other level", lang)
			}
			for _, word := range words {
				d, f, id, l := letter(t, w, cadence.Status1, lang, formal)
				d.Body = strings.Replace(d.Body, "\n"+l.closing(formal), "Ah, "+strings.TrimSuffix(word, "*")+" .\n"+l.closing(formal), 1)
				if got := rules(lint(cadence.Status1, d, f, id, l)); !slices.Contains(got, "formality") {
					t.Errorf("%s formal=%v: %q: got %v, want formality", lang, formal, word, got)
				}
			}
		}
	}
}

// Both levels differ wherever the language has two.
func TestLevelsDiffer(t *testing.T) {
	w := shipped(t)
	for _, e := range w.List() {
		formal, err := w.Preview(e.Kind, e.Language, true)
		if err != nil {
			t.Fatal(err)
		}
		informal, err := w.Preview(e.Kind, e.Language, false)
		if err != nil {
			t.Fatal(err)
		}
		for i := range formal {
			if formal[i].Body == informal[i].Body {
				t.Errorf("%s variant %s: formal and informal are the same", e.File, formal[i].Variant)
			}
		}
	}
}

// Days and months of each language are found in letters of the others, where the word is not theirs too.
func TestDatesOfOtherLanguages(t *testing.T) {
	w := shipped(t)
	for _, lang := range w.Languages() {
		for _, other := range w.Languages() {
			for _, word := range slices.Concat(w.languages[other].Weekdays, w.languages[other].Months) {
				d, f, _, l := letter(t, w, cadence.Status1, lang, true)
				d.Body += word + "\n"
				got := len(w.lintDates(d, f)) > 0
				if want := !l.hasDay(word); got != want && len([]rune(word)) > 2 {
					t.Errorf("%s in a letter in %s: got refused=%v, want %v", word, lang, got, want)
				}
			}
		}
	}
}

// All variants keep to the word caps of POLICY.md section 4 under long roles, employers and names; the user's own sentences
// give way, and nothing is refused.
func TestWordCaps(t *testing.T) {
	w := shipped(t)
	const long = "Senior Software Development Engineer for Distributed Storage Platforms (Europe)"
	for _, lang := range w.Languages() {
		for _, kind := range Kinds {
			for _, formal := range []bool{true, false} {
				s, id := Sample(kind, lang, formal)
				s.To.Name = "Prof. Dr. Maria Clara Albuquerque von Hohenstein"
				s.Facts.Role, s.Facts.Employer, s.Facts.Agency = long, "Northern Lights Research and Development Partners", true
				n := samples[lang].notes
				n.Topic = strings.Repeat("topic ", 20)
				n.Gap = strings.Repeat("gap ", 25)
				id.Notes = map[string]Notes{s.App: n}
				id.Fit = map[string]string{long: strings.Repeat("fit ", 25)}
				for s.Variant = range 4 {
					d, err := w.Render(s, id)
					if err != nil {
						t.Errorf("%s %s: %v", lang, kind, err)
						continue
					}
					if !strings.Contains(d.Body, "Distributed Storage Platforms") && kind != cadence.ConfirmReschedule {
						t.Errorf("%s %s: the role is missing:\n%s", lang, kind, d.Body)
					}
				}
			}
		}
	}
}

// The finished message is looked at once more.
func TestLintMessage(t *testing.T) {
	const good = "Date: Tue, 16 Mar 2027 07:00:00 +0100\r\nFrom: <a@vale.example>\r\nTo: <b@x.example>\r\nSubject: s\r\nMessage-ID: <1@vale.example>\r\n\r\ntext\r\n"
	if got := lintMessage([]byte(good)); len(got) > 0 {
		t.Errorf("a good message: got %v", got)
	}
	for name, raw := range map[string]string{
		"extra field":    "X-Mailer: x\r\n" + good,
		"Bcc":            "Bcc: <c@x.example>\r\n" + good,
		"User-Agent":     "User-Agent: x\r\n" + good,
		"Reply-To":       "Reply-To: <c@x.example>\r\n" + good,
		"receipt":        "Disposition-Notification-To: <a@vale.example>\r\n" + good,
		"twice":          "Subject: t\r\n" + good,
		"two recipients": strings.Replace(good, "<b@x.example>", "<b@x.example>, <c@x.example>", 1),
		"no recipient":   strings.Replace(good, "To: <b@x.example>\r\n", "", 1),
		"no sender":      strings.Replace(good, "From: <a@vale.example>\r\n", "", 1),
		"no date":        strings.Replace(good, "Date: Tue, 16 Mar 2027 07:00:00 +0100\r\n", "", 1),
		"no id":          strings.Replace(good, "Message-ID: <1@vale.example>\r\n", "", 1),
		"bare LF":        strings.Replace(good, "text\r\n", "text\n", 1),
		"bare CR":        strings.Replace(good, "text\r\n", "te\rxt\r\n", 1),
		"long line":      good + strings.Repeat("x", 1200) + "\r\n",
		"no header":      "text",
	} {
		if got := lintMessage([]byte(raw)); len(got) == 0 {
			t.Errorf("%s: got nothing, want a finding", name)
		}
	}
}
