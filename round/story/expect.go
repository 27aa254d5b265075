package story

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// kinds of drafts, POLICY.md section 4.
var kinds = map[string]bool{
	"application-followup": true, "arrived-safely": true, "thank-you": true, "status-1": true, "status-2": true,
	"decision-date": true, "feedback-request": true, "keep-in-mind": true, "availability": true,
	"confirm-reschedule": true, "offer-next-steps": true, "competing-deadline": true, "acknowledge-hold": true,
	"check-in": true, "withdrawal": true, "thanks": true,
}

// checkKind looks at one kind of draft, or at several with | between them.
func checkKind(s string) error {
	for _, k := range strings.Split(s, "|") {
		if !kinds[k] {
			return fmt.Errorf("unknown kind of draft %q", k)
		}
	}
	return nil
}

// actions say whether a kind of draft follows.
var actions = map[string]bool{
	"place": true, "withdraw": true, "keep": true,
	"ask": false, "notice": false, "call": false, "quiet": false, "revive": false, "close": false,
}

// Exhaustive reports whether what the program does of this action must be expected or allowed.
func Exhaustive(action string) bool { return actions[action] || action == "call" }

// expectation reads what follows the mode.
func (p *parser) expectation(mode Mode, words []string) error {
	e := Expectation{Mode: mode, Line: p.n}
	words, err := p.span(&e, words)
	if err != nil {
		return err
	}
	if len(words) == 0 {
		return errors.New("an action is wanted")
	}
	e.Action, words = words[0], words[1:]
	drafted, ok := actions[e.Action]
	if !ok {
		return fmt.Errorf("unknown action %q", e.Action)
	}
	if drafted {
		if len(words) == 0 {
			return fmt.Errorf("%s wants a kind of draft", e.Action)
		}
		e.Kind, words = words[0], words[1:]
		if e.Kind != "*" || mode == Expect {
			if err := checkKind(e.Kind); err != nil {
				return err
			}
		}
	}
	for ; len(words) > 0; words = words[2:] {
		if len(words) == 1 {
			return fmt.Errorf("%q wants a value", words[0])
		}
		field := map[string]*string{"to": &e.To, "employer": &e.Employer, "role": &e.Role, "lang": &e.Lang, "about": &e.About}[words[0]]
		if field == nil {
			return fmt.Errorf("unknown word %q", words[0])
		}
		*field = words[1]
	}
	if mode == Expect && e.Action == "place" && e.To == "" {
		return errors.New("place wants to ADDRESS")
	}
	return p.add(e)
}

// span reads DATE [TIME] or DATE [DATE], and returns the words that follow. Only expect takes a time.
func (p *parser) span(e *Expectation, words []string) ([]string, error) {
	if len(words) == 0 {
		return nil, errors.New("a date is wanted")
	}
	var err error
	if e.At, err = time.ParseInLocation(day, words[0], p.s.Zone); err != nil {
		return nil, err
	}
	e.End = e.At.AddDate(0, 0, 1)
	words = words[1:]
	if len(words) == 0 {
		return words, nil
	}
	if e.Mode == Expect {
		if clock, err := time.Parse("15:04", words[0]); err == nil {
			y, m, d := e.At.Date()
			e.At = time.Date(y, m, d, clock.Hour(), clock.Minute(), 0, 0, p.s.Zone)
			e.End, e.Exact = e.At.Add(time.Minute), true
			return words[1:], nil
		}
	}
	if last, err := time.ParseInLocation(day, words[0], p.s.Zone); err == nil {
		if last.Before(e.At) {
			return nil, errors.New("the last day lies before the first")
		}
		e.End = last.AddDate(0, 0, 1)
		words = words[1:]
	}
	return words, nil
}

// Accepts reports whether kind is one that the expectation names.
func (e Expectation) Accepts(kind string) bool {
	for _, k := range strings.Split(e.Kind, "|") {
		if k == "*" || k == kind {
			return true
		}
	}
	return false
}

// Covers reports whether t lies in the time of the expectation.
func (e Expectation) Covers(t time.Time) bool { return !t.Before(e.At) && t.Before(e.End) }
