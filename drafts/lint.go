package drafts

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"heardback/cadence"
)

// LintError says why a letter was refused. It is never placed, but reported.
type LintError struct {
	Kind     cadence.Kind
	File     string // template, where one was used
	Findings []LintFinding
}

// LintFinding is one thing wrong with a letter.
type LintFinding struct {
	Rule string // "length", "phrase", "template", "marks", "formality", "date", "link", "money", "recipient", …
	Text string // what was found, one line
}

func (e *LintError) Error() string {
	found := make([]string, len(e.Findings))
	for i, f := range e.Findings {
		found[i] = f.Rule + ": " + f.Text
	}
	file := ""
	if e.File != "" {
		file = " (template " + e.File + ")"
	}
	return fmt.Sprintf("the %s letter was refused%s: %s", e.Kind, file, strings.Join(found, "; "))
}

// MaxWords is what POLICY.md section 4 allows for a letter: greeting, text and closing, without the signature.
var MaxWords = map[cadence.Kind]int{
	cadence.ApplicationFollowup: 90,
	cadence.ArrivedSafely:       70,
	cadence.ThankYou:            130,
	cadence.Status1:             90,
	cadence.Status2:             70,
	cadence.DecisionDate:        70,
	cadence.FeedbackRequest:     110,
	cadence.KeepInMind:          80,
	cadence.Availability:        70,
	cadence.ConfirmReschedule:   80,
	cadence.OfferNextSteps:      90,
	cadence.CompetingDeadline:   80,
	cadence.AcknowledgeHold:     70,
	cadence.CheckIn:             70,
	cadence.Withdrawal:          60,
	cadence.Thanks:              40,
	Several:                     70, // the least of the kinds that are merged
}

// lintWords is the [lint] table of a language.
type lintWords struct {
	Forbidden []string // phrases, compared without case; a star at the end stands for any ending
	Formal    []string // words that only a formal letter holds, with case
	Informal  []string // words that only an informal one holds, without case
}

var marked = regexp.MustCompile(`\[\[[^\[\]\n]+\]\]`)

// lint reads a letter before it is placed (POLICY.md section 4) and returns all that is wrong with it.
//
// Names and titles of others could hold any word, so phrases, levels and holes are looked for in our words only, with the rest
// masked; links, marks and control characters in the whole. The user's own sentences keep to the same phrases, but may hold
// figures: "a ward of 1,200 beds" is no salary.
func lint(kind cadence.Kind, d Draft, f *facts, id Identity, l *language) []LintFinding {
	var out []LintFinding
	add := func(rule, format string, args ...any) {
		out = append(out, LintFinding{Rule: rule, Text: fmt.Sprintf(format, args...)})
	}
	sig := signature(id)
	text := strings.TrimSuffix(strings.TrimSuffix(d.Body, "\n"), sig)
	whole := d.Subject + "\n" + text
	ours := mask(whole, f.loose)
	letter := strings.TrimPrefix(text, l.Marks+"\n\n")
	// Length: the announcement of marked places is not sent and not counted.
	if n, limit := countWords(letter), MaxWords[kind]; n > limit {
		add("length", "%d words, at most %d", n, limit)
	}
	if len([]rune(d.Subject)) > 200 {
		add("length", "the subject is too long")
	}
	// Signature: somebody signs, and nothing stands below.
	if strings.TrimSpace(clean(id.Name)) == "" && strings.TrimSpace(id.Signature) == "" {
		add("signature", "the letter is not signed: the configuration holds no name")
	}
	if !strings.HasSuffix(d.Body, "\n"+sig+"\n") {
		add("signature", "the letter does not end with your signature")
	}
	// Template: what a template left behind, or a stranger wrote to look like one.
	if strings.Contains(whole, "{{") || strings.Contains(whole, "}}") {
		add("template", "template syntax is left over")
	}
	if m := hole(ours); m != "" {
		add("template", "an empty slot left a hole: %q", m)
	}
	out = append(out, lintMarks(kind, d.Body, l)...)
	if p := findPhrase(ours, l.Lint.Forbidden, true); p != "" {
		add("phrase", "says %q", p)
	}
	// The user's own sentences that the letter uses must keep to the rules of section 4 too; only names and titles are free.
	for _, s := range []string{f.Fit, f.Topic, f.Gap, f.News} {
		if p := findPhrase(s, l.Lint.Forbidden, true); p != "" && strings.Contains(oneLine(whole), oneLine(s)) {
			add("phrase", "your own sentence says %q", p)
		}
	}
	// Money: never a figure of pay, whoever asks (section 1).
	if m := currency(mask(text, f.names())); m != "" {
		add("money", "names a currency: %q", m)
	}
	if m := sumPattern.FindString(mask(ours, []string{f.Phone})); m != "" {
		add("money", "names a sum: %q", m)
	}
	// Formality: no word of the other level.
	if d.Formal {
		if p := findPhrase(ours, l.Lint.Informal, true); p != "" {
			add("formality", "%q in a formal letter", p)
		}
	} else if p := findPhrase(ours, l.Lint.Formal, false); p != "" {
		add("formality", "%q in an informal letter", p)
	}
	// Links: the user's alone.
	for _, link := range links(whole, ours) {
		if !slices.Contains(id.Links, strings.TrimRight(link, ".,;)")) {
			add("link", "holds a link that is not yours")
		}
	}
	for _, r := range d.Body {
		if r != '\n' && (unicode.IsControl(r) || unicode.Is(unicode.Cf, r)) {
			add("control", "holds the control character %U", r)
			break
		}
	}
	// Addressee: the greeting that the language has for this reader, and no other.
	first, _, _ := strings.Cut(letter, "\n")
	if strings.TrimSpace(strings.Trim(first, ",:")) == "" || first != l.greeting(f.name, d.Formal) {
		add("addressee", "the letter does not begin with a greeting")
	}
	return out
}

// lintMarks: only an availability letter holds visible marks, and its first line announces them.
func lintMarks(kind cadence.Kind, body string, l *language) []LintFinding {
	if !strings.Contains(body, "[[") && !strings.Contains(body, "]]") {
		return nil
	}
	switch {
	case kind != cadence.Availability:
		return []LintFinding{{Rule: "marks", Text: "only availability may hold marked places"}}
	case l.Marks == "" || !strings.HasPrefix(body, l.Marks+"\n"):
		return []LintFinding{{Rule: "marks", Text: "the first line does not announce the marked places"}}
	case strings.Contains(marked.ReplaceAllString(body, ""), "[[") || strings.Contains(marked.ReplaceAllString(body, ""), "]]"):
		return []LintFinding{{Rule: "marks", Text: "a mark is not closed"}}
	}
	return nil
}

// lintDates finds days and months of another language: the trace of a template that was copied and not translated. A word that
// both languages have is no finding.
func (w *Writer) lintDates(d Draft, f *facts) []LintFinding {
	l := w.languages[d.Language]
	text := mask(d.Subject+"\n"+d.Body, f.loose)
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' }) {
		if code, ok := w.days[strings.ToLower(word)]; ok && !l.hasDay(word) {
			return []LintFinding{{Rule: "date", Text: fmt.Sprintf("%q is a date in %s", word, w.languages[code].Name)}}
		}
	}
	return nil
}

func (l *language) hasDay(word string) bool {
	same := func(s string) bool { return strings.EqualFold(s, word) }
	return len([]rune(word)) > 2 && (slices.ContainsFunc(l.Weekdays, same) || slices.ContainsFunc(l.Months, same))
}

// names are the strings of others that may hold anything.
func (f *facts) names() []string {
	return []string{f.Employer, f.Role, f.name.full, f.name.first, f.Opening}
}

// countWords counts what holds a letter or a digit.
func countWords(s string) int {
	n := 0
	for _, f := range strings.Fields(s) {
		if strings.ContainsFunc(f, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			n++
		}
	}
	return n
}

func tooLong(f []LintFinding) bool {
	return slices.ContainsFunc(f, func(x LintFinding) bool { return x.Rule == "length" })
}
