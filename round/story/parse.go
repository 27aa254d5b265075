package story

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net/mail"
	"regexp"
	"sort"
	"strings"
	"time"
)

const day = "2006-01-02"

// variantLine is "NAME: title".
var variantLine = regexp.MustCompile(`^([a-z0-9-]+):\s+(.+)$`)

// Parse reads a story. It is strict: an error names the file and the line. name is the story's name.
func Parse(name string, r io.Reader) (Story, error) {
	p := parser{s: Story{Name: name}, ids: map[string][]string{}}
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		p.lines = append(p.lines, strings.TrimSuffix(sc.Text(), "\r"))
	}
	if err := sc.Err(); err != nil {
		return Story{}, fmt.Errorf("reading story %s: %w", name, err)
	}
	if err := p.run(); err != nil {
		return Story{}, fmt.Errorf("%s:%d: %w", name, p.n, err)
	}
	return p.s, nil
}

// parser holds the lines and how far they were read; n is the number of the line just read.
type parser struct {
	lines []string
	n     int
	s     Story
	ids   map[string][]string // References of each mail by its id
}

func (p *parser) run() error {
	if err := p.header(); err != nil {
		return err
	}
	for p.n < len(p.lines) {
		line := strings.TrimSpace(p.lines[p.n])
		p.n++
		if line == "" || line[0] == '#' {
			continue
		}
		if err := p.entry(line); err != nil {
			return err
		}
	}
	sortEntries(p.s.Entries)
	for _, v := range p.s.Variants {
		sortEntries(v.Entries)
	}
	return nil
}

// header reads "key: value" lines up to the first line that is none.
func (p *parser) header() error {
	for ; p.n < len(p.lines); p.n++ {
		line := strings.TrimSpace(p.lines[p.n])
		if line == "" || line[0] == '#' {
			continue
		}
		key, value, ok := strings.Cut(line, ":")
		if !ok || strings.Contains(key, " ") {
			break
		}
		if err := p.headerLine(key, strings.TrimSpace(value)); err != nil {
			p.n++
			return fmt.Errorf("%s: %w", key, err)
		}
	}
	s := &p.s
	switch {
	case s.Title == "":
		return errors.New("the header has no story: line")
	case s.Zone == nil || s.Country == "" || s.Me.Address == "" || s.From.IsZero() || s.Until.IsZero():
		return errors.New("the header needs zone, country, me, from and until")
	case s.Until.Before(s.From):
		return errors.New("until lies before from")
	}
	return nil
}

func (p *parser) headerLine(key, value string) (err error) {
	switch key {
	case "story":
		p.s.Title = value
	case "zone":
		p.s.Zone, err = time.LoadLocation(value)
	case "country":
		p.s.Country = value
	case "me":
		var a *mail.Address
		if a, err = mail.ParseAddress(value); err == nil {
			p.s.Me = *a
		}
	case "from", "until":
		if p.s.Zone == nil {
			return errors.New("zone has to come first")
		}
		var t time.Time
		t, err = time.ParseInLocation(day, value, p.s.Zone)
		if key == "from" {
			p.s.From = t
		} else {
			p.s.Until = t
		}
	case "option":
		p.s.Options = append(p.s.Options, value)
	default:
		err = errors.New("unknown key of the header")
	}
	return err
}

// entry reads what begins with line.
func (p *parser) entry(line string) error {
	words, err := split(line)
	if err != nil {
		return err
	}
	switch verb := words[0]; verb {
	case "variant":
		m := variantLine.FindStringSubmatch(strings.TrimSpace(strings.TrimPrefix(line, verb)))
		if m == nil {
			return errors.New("variant wants NAME: title")
		}
		p.s.Variants = append(p.s.Variants, Variant{Name: m[1], Title: m[2]})
		return nil
	case "mail":
		return p.mail(words[1:])
	case "user":
		return p.user(words[1:])
	case "expect", "allow", "forbid":
		return p.expectation(Mode(verb), words[1:])
	default:
		return fmt.Errorf("unknown entry %q", verb)
	}
}

func (p *parser) add(e Entry) error {
	_, early := e.(Mail)
	if at := e.When(); !early && at.Before(p.s.From) || !at.Before(p.s.Until.AddDate(0, 0, 1)) {
		return fmt.Errorf("%s lies outside the story", at.Format(day+" 15:04"))
	}
	if n := len(p.s.Variants); n > 0 {
		p.s.Variants[n-1].Entries = append(p.s.Variants[n-1].Entries, e)
	} else {
		p.s.Entries = append(p.s.Entries, e)
	}
	return nil
}

// moment reads DATE TIME.
func (p *parser) moment(words []string) (time.Time, []string, error) {
	if len(words) < 2 {
		return time.Time{}, nil, errors.New("a date and a time are wanted")
	}
	t, err := time.ParseInLocation(day+" 15:04", words[0]+" "+words[1], p.s.Zone)
	return t, words[2:], err
}

// user reads what follows the word "user".
func (p *parser) user(words []string) error {
	at, words, err := p.moment(words)
	if err != nil {
		return err
	}
	if len(words) == 0 {
		return errors.New("what does the user do?")
	}
	a := Act{At: at, Verb: words[0], Line: p.n}
	words = words[1:]
	switch a.Verb {
	case "sends-draft", "edits-draft", "deletes-draft":
		if len(words) != 1 && (len(words) != 3 || words[1] != "to") {
			return fmt.Errorf("%s wants KIND [to ADDRESS]", a.Verb)
		}
		a.Kind = words[0]
		if err := checkKind(a.Kind); err != nil {
			return err
		}
		if len(words) == 3 {
			a.To = words[2]
		}
	case "run":
		if len(words) < 2 {
			return errors.New("run wants a command")
		}
		a.Args = words
	case "restart", "reindex":
		if len(words) > 0 {
			return fmt.Errorf("%s takes nothing", a.Verb)
		}
	default:
		return fmt.Errorf("unknown act %q", a.Verb)
	}
	return p.add(a)
}

func sortEntries(e []Entry) {
	sort.SliceStable(e, func(i, j int) bool { return e[i].When().Before(e[j].When()) })
}

// split cuts a line into words; a word in "quotes" may hold spaces.
func split(line string) ([]string, error) {
	var words []string
	for line = strings.TrimSpace(line); line != ""; line = strings.TrimSpace(line) {
		if line[0] != '"' {
			word, rest, _ := strings.Cut(line, " ")
			words, line = append(words, word), rest
			continue
		}
		word, rest, ok := strings.Cut(line[1:], `"`)
		if !ok {
			return nil, errors.New("a quote is not closed")
		}
		words, line = append(words, word), rest
	}
	return words, nil
}
