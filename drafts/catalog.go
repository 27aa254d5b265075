package drafts

import (
	"fmt"
	"maps"
	"slices"
	"time"

	"heardback/cadence"
)

// Entry is one template as `templates list` shows it.
type Entry struct {
	Kind     cadence.Kind
	Language string
	File     string
	Variants int
	Own      bool // the user's file
}

func (w *Writer) codes() []string { return slices.Sorted(maps.Keys(w.languages)) }

// Languages returns the codes of the languages that letters can be written in, sorted.
func (w *Writer) Languages() []string { return w.codes() }

// List returns every template in use, by language and in the order of [Kinds].
func (w *Writer) List() []Entry {
	var out []Entry
	for _, code := range w.codes() {
		for _, kind := range append(Kinds[:len(Kinds):len(Kinds)], Several) {
			if t, ok := w.languages[code].texts[kind]; ok {
				out = append(out, Entry{Kind: kind, Language: code, File: t.file, Variants: len(t.variants), Own: t.own})
			}
		}
	}
	return out
}

// Show returns the source of the template in use.
func (w *Writer) Show(kind cadence.Kind, lang string) (string, error) {
	t, err := w.text(kind, lang)
	if err != nil {
		return "", err
	}
	return t.source, nil
}

// Check lists what is wrong with the templates: the problems found on reading, kinds that a language lacks, and shipped
// texts that do not stand the trial with sample facts. It takes a second.
func (w *Writer) Check() []Problem {
	out := w.Problems()
	for _, code := range w.codes() {
		for _, kind := range append(Kinds[:len(Kinds):len(Kinds)], Several) {
			file := code + "/" + string(kind) + ".txt"
			t, ok := w.languages[code].texts[kind]
			if !ok {
				out = append(out, Problem{File: file, Err: "is missing"})
			} else if err := w.try(w.languages[code], t, kind); err != nil {
				out = append(out, problem(t.file, err))
			}
		}
	}
	return out
}

// Preview writes every variant of a template with sample facts.
func (w *Writer) Preview(kind cadence.Kind, lang string, formal bool) ([]Draft, error) {
	s, id := Sample(kind, lang, formal)
	return w.Variants(s, id)
}

// Variants writes every variant of the template of a step, in the language of its facts. No lint reads them: that is for what is
// to be placed. The error is a *LintError where the step lacks the fact that its kind is about.
func (w *Writer) Variants(s cadence.Step, id Identity) ([]Draft, error) {
	t, err := w.text(s.Kind, s.Facts.Language)
	if err != nil {
		return nil, err
	}
	l := w.languages[s.Facts.Language]
	if m := factsOf(s, id, l).missing(s.Kind); m != "" {
		return nil, &LintError{Kind: s.Kind, Findings: []LintFinding{{Rule: "facts", Text: m + " is not known"}}}
	}
	var out []Draft
	for _, v := range t.variants {
		d, err := w.write(l, t, v, factsOf(s, id, l), id)
		if err != nil {
			return nil, err
		}
		out = append(out, d)
	}
	return out, nil
}

func (w *Writer) text(kind cadence.Kind, lang string) (*text, error) {
	l, ok := w.languages[lang]
	if !ok {
		return nil, fmt.Errorf("no templates in %q", lang)
	}
	t, ok := l.texts[kind]
	if !ok {
		return nil, fmt.Errorf("no kind of draft %q", kind)
	}
	return t, nil
}

// try writes every variant of a file with rich and with poor facts and lints it.
func (w *Writer) try(l *language, t *text, kind cadence.Kind) error {
	for _, formal := range []bool{true, false} {
		for _, c := range trials(kind, l.code, formal) {
			for _, v := range t.variants {
				f := factsOf(c.Step, c.Identity, l)
				d, err := w.write(l, t, v, f, c.Identity)
				if err != nil {
					return err
				}
				if found := append(lint(kind, d, f, c.Identity, l), w.lintDates(d, f)...); len(found) > 0 {
					err := fmt.Errorf("variant %s with %s: %s: %s", v, c.name, found[0].Rule, found[0].Text)
					return &lineError{lineOf(t.source, `define\s+"`+v+`"`), err}
				}
			}
		}
	}
	return nil
}

// trial is one set of facts that a template must stand.
type trial struct {
	name     string
	Step     cadence.Step
	Identity Identity
}

// trials are facts at their richest and their poorest.
func trials(kind cadence.Kind, lang string, formal bool) []trial {
	full, id := Sample(kind, lang, formal)
	poor := full
	poor.Facts = cadence.Facts{Language: lang, Formality: full.Facts.Formality, Round: 1}
	switch kind { // what [facts.missing] demands is there
	case cadence.DecisionDate:
		poor.Facts.Promised = full.Facts.Promised
	case cadence.CompetingDeadline:
		poor.Facts.Deadline = full.Facts.Deadline
	case cadence.ConfirmReschedule:
		poor.Facts.Interview = full.Facts.Interview
	}
	poor.To.Name = ""
	agency := full
	agency.Facts.Agency, agency.Facts.Requested, agency.Facts.Method = true, false, ""
	agency.Facts.Slots = []time.Time{full.Facts.Interview}
	panel, notes := full, id
	panel.Facts.Panel = true
	n := samples[lang].notes
	notes.Fit = map[string]string{"*": n.News}
	notes.Notes = map[string]Notes{full.App: n}
	several := full
	several.Facts.Roles = []string{full.Facts.Role, samples[lang].second}
	several.Facts.Slots = []time.Time{full.Facts.Interview, full.Facts.Promised}
	return []trial{{"all facts", full, id}, {"no facts", poor, id}, {"an agency", agency, id}, {"a panel and notes", panel, notes}, {"several roles", several, id}}
}
