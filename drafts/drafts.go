// Package drafts turns a due step into a letter that a person would be glad to sign.
//
// A letter is a template of the thread's language filled with the step's facts (POLICY.md section 4), read once more by a
// lint, and built as one plain-text message (MAIL.md section 1). Mail is data and never becomes template text. The same step
// gives the same Message-ID and the same words for ever, so that placing it twice can be noticed. Nothing here sends.
package drafts

import (
	"fmt"
	"strings"
	"time"

	"heardback/cadence"
	"heardback/mailbox"
)

// Identity is the user as a letter shows them.
type Identity struct {
	Name      string
	Address   string // used where the step names no own address
	Phone     string
	Signature string   // lines under the closing; empty: name, phone and links
	Links     []string // the only links that a letter may hold
	// Fit holds one sentence per role that says why the user fits, in Language. Roles are compared without case,
	// punctuation and gender marks; "*" stands for every other role.
	Fit map[string]string
	// Language of Fit and Notes (ISO 639-1); they are left out of letters in another one. Empty: they fit every letter.
	Language string
	// Notes are what the user noted, by Application.ID.
	Notes map[string]Notes
	// MessageIDDomain is the right side of Message-IDs; empty: the domain of the sender's address.
	MessageIDDomain string
}

// Notes are facts that only the user knows. Each is optional and takes its sentence with it when absent.
type Notes struct {
	Topic   string // one topic of the talk, fits after "about": "the move to the new warehouse"
	Gap     string // a sentence that fills a gap left in the talk
	News    string // a sentence of news: about the company, or new information about the user
	Opening string // another real opening at the employer, as its title
}

// Draft is a letter in words, before it becomes a message.
type Draft struct {
	Subject  string
	Body     string // LF lines, one paragraph per line
	Language string
	Formal   bool
	Variant  string // name of the define that was used
	File     string // template file, for reports
}

// Compose writes the letter of a step as one message for the Drafts folder.
//
// The error is a *LintError when the lint refuses the letter: such a letter is never placed but reported. Any other error is a
// template's or the library's. Compose is deterministic in its arguments, and only the Date field depends on now, so that it may
// be called again for the same step: after a crash the same Message-ID is looked for (MAIL.md section 5).
func (w *Writer) Compose(s cadence.Step, id Identity, now time.Time) (mailbox.Letter, error) {
	d, err := w.Render(s, id)
	if err != nil {
		return mailbox.Letter{}, err
	}
	h, err := headers(s, id, d.Subject, now)
	if err != nil {
		return mailbox.Letter{}, err
	}
	raw, err := build(h, d.Body)
	if err != nil {
		return mailbox.Letter{}, fmt.Errorf("building %s for %s: %w", s.Kind, s.Key, err)
	}
	if f := lintMessage(raw); len(f) > 0 {
		return mailbox.Letter{}, &LintError{Kind: s.Kind, File: d.File, Findings: f}
	}
	return mailbox.Letter{
		Folder:    mailbox.Drafts,
		MessageID: h.messageID,
		Key:       s.Key,
		Date:      now,
		To:        []mailbox.Address{h.to},
		Subject:   h.subject,
		InReplyTo: h.inReplyTo,
		Raw:       raw,
	}, nil
}

// Render writes the words of a step and lets the lint read them; observe mode shows them without a message.
//
// The language is the thread's. There is no second choice: a letter in a language that the reader did not use would be worse
// than none. A step merged from several (rule 1) is written from [Several]. Where the letter would be too long, what it can do
// without is left out first, see facts.shorten.
func (w *Writer) Render(s cadence.Step, id Identity) (Draft, error) {
	lang, _, _ := strings.Cut(strings.ToLower(s.Facts.Language), "-") // "pt-BR" is written as "pt"
	if lang == "" || lang == "und" {
		lang = id.Language
	}
	if lang == "" {
		lang = "en"
	}
	l, ok := w.languages[lang]
	if !ok {
		return Draft{}, &LintError{Kind: s.Kind, Findings: []LintFinding{{Rule: "language", Text: "no templates in " + clean(lang)}}}
	}
	kind := s.Kind
	if len(s.Parts) > 1 {
		kind = Several
	}
	t, ok := l.texts[kind]
	if !ok {
		return Draft{}, fmt.Errorf("no template for %q in %s", kind, lang)
	}
	variant := t.variants[pick(s, len(t.variants))]
	facts := factsOf(s, id, l)
	if m := facts.missing(kind); m != "" {
		return Draft{}, &LintError{Kind: s.Kind, Findings: []LintFinding{{Rule: "facts", Text: m + " is not known"}}}
	}
	for {
		d, err := w.write(l, t, variant, facts, id)
		if err != nil {
			return Draft{}, err
		}
		findings := append(lint(s.Kind, d, facts, id, l), w.lintDates(d, facts)...)
		if len(findings) == 0 {
			return d, nil
		}
		if !tooLong(findings) || !facts.shorten() {
			return Draft{}, &LintError{Kind: s.Kind, File: t.file, Findings: findings}
		}
	}
}

// write fills one variant. The frame is the language's and not the template's: a first line that announces marked places, the
// greeting, the closing and the signature stand in every letter, whoever wrote its text.
func (w *Writer) write(l *language, t *text, variant string, f *facts, id Identity) (Draft, error) {
	set := t.informal
	if f.Formal {
		set = t.formal
	}
	subject, err := execute(set, "subject", f)
	if err != nil {
		return Draft{}, fmt.Errorf("template %s: %w", t.file, err)
	}
	body, err := execute(set, variant, f)
	if err != nil {
		return Draft{}, fmt.Errorf("template %s: %w", t.file, err)
	}
	parts := []string{l.greeting(f.name, f.Formal), l.spaced(tidy(body)), l.closing(f.Formal) + "\n" + signature(id)}
	if strings.Contains(body, "[[") {
		parts = append([]string{l.Marks}, parts...)
	}
	return Draft{
		Subject:  l.spaced(oneLine(subject)),
		Body:     strings.Join(parts, "\n\n") + "\n",
		Language: l.code,
		Formal:   f.Formal,
		Variant:  variant,
		File:     t.file,
	}, nil
}

// signature returns the lines under the closing. POLICY.md section 4 wants the phone number there.
func signature(id Identity) string {
	var lines []string
	if id.Signature != "" {
		for line := range strings.Lines(id.Signature) {
			lines = append(lines, clean(line))
		}
	} else {
		lines = append(lines, clean(id.Name))
		for _, link := range id.Links {
			lines = append(lines, clean(link))
		}
	}
	all := strings.Join(lines, "\n")
	if id.Phone != "" && !strings.Contains(digits(all), digits(id.Phone)) {
		at := 1
		if id.Signature != "" {
			at = len(lines)
		}
		lines = append(lines[:at:at], append([]string{clean(id.Phone)}, lines[at:]...)...)
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}
