package drafts

import (
	"strconv"
	"strings"
	"text/template"
	"time"

	"heardback/cadence"
)

// language is one folder of templates: language.toml and the texts.
type language struct {
	code string

	Name     string
	Weekdays []string // Sunday first
	Months   []string
	First    string // the first of the month where it is no plain number: "1er"
	And      string
	AndI     string `toml:"and_before_i"` // Spanish: "e" before a word that sounds like i
	// NoBreak are signs that a space stands before which must not end a line: French ?!;:
	NoBreak  string `toml:"no_break_before"`
	Marks    string // first line of a draft with marked places
	Window   string // a marked place for a window
	Date     dateForms
	Dialect  []dateForms
	Zones    map[string]string // abbreviations that the language writes otherwise: CET = "MEZ"
	Position map[string]forms  // cases of "the position"; "at" joins an agency's client to them
	Channel  map[string]string
	Method   map[string]string
	Greeting map[string]string
	Closing  map[string]string
	Lint     lintWords

	texts map[cadence.Kind]*text
}

// forms are the shapes of a phrase: without a role, with one, with several; or a single one.
type forms []string

// UnmarshalTOML takes a string for a list of one.
func (f *forms) UnmarshalTOML(v any) error {
	switch v := v.(type) {
	case string:
		*f = forms{v}
	case []any:
		for _, x := range v {
			if s, ok := x.(string); ok {
				*f = append(*f, s)
			}
		}
	}
	return nil
}

// dateForms are the shapes of a date, with the slots {weekday} {day} {month} {time} {zone} and the keys of Words. A dialect
// replaces them all, except At, for recipients in its zones.
type dateForms struct {
	Zones    []string // prefixes of IANA names and of offsets, in a dialect
	On       string   // "on Tuesday, 4 March"
	Of       string   // "of Tuesday, 4 March"
	By       string
	Until    string
	Bare     string
	Short    string              // without the weekday, for subjects
	Time     string              // layout of package time
	FullHour string              `toml:"full_hour"` // layout when the minutes are zero
	At       string              // time with its zone
	Full     string              // date, time and zone; empty: Bare and At
	Words    map[string][]string // words that bend with the weekday, Sunday first: na = ["no", "na", …]
}

// text is one template file. It is parsed once for each level of formality, because the function f means one thing in the one
// and another in the other.
type text struct {
	file             string
	source           string
	own              bool // an override of the user's
	formal, informal *template.Template
	variants         []string // names of the defines that are letters, sorted
}

// dates returns the forms for a reader in zone.
func (l *language) dates(zone string) dateForms {
	for _, d := range l.Dialect {
		for _, prefix := range d.Zones {
			if strings.HasPrefix(zone, prefix) {
				if d.At == "" {
					d.At = l.Date.At
				}
				return d
			}
		}
	}
	return l.Date
}

// join writes a list as the language does: "A, B and C".
func (l *language) join(list []string) string {
	switch n := len(list); n {
	case 0:
		return ""
	case 1:
		return list[0]
	default:
		and, last := l.And, list[n-1]
		if l.AndI != "" && soundsLikeI(last) {
			and = l.AndI
		}
		return strings.Join(list[:n-1], ", ") + and + last
	}
}

// soundsLikeI: Ingeniería and Hilandería, but not Hierro.
func soundsLikeI(word string) bool {
	w := strings.ToLower(word)
	if h, ok := strings.CutPrefix(w, "h"); ok && (strings.HasPrefix(h, "ia") || strings.HasPrefix(h, "ie") || strings.HasPrefix(h, "io")) {
		return false
	}
	w = strings.TrimPrefix(w, "h")
	return strings.HasPrefix(w, "i") || strings.HasPrefix(w, "í")
}

// spaced makes the spaces before the signs of NoBreak hard.
func (l *language) spaced(s string) string {
	for _, r := range l.NoBreak {
		s = strings.ReplaceAll(s, " "+string(r), "\u00a0"+string(r))
	}
	return s
}

// greeting addresses a person by the name they use themselves, never with a Mr or Ms that nobody gave.
func (l *language) greeting(n name, formal bool) string {
	level := "informal"
	if formal {
		level = "formal"
	}
	if n.full == "" {
		return l.Greeting[level+"_none"]
	}
	return strings.NewReplacer("{name}", n.full, "{first}", n.first).Replace(l.Greeting[level])
}

func (l *language) closing(formal bool) string {
	if formal {
		return l.Closing["formal"]
	}
	return l.Closing["informal"]
}

// Day is a date as templates see it. A nil Day is an unknown date; calling it is a template's mistake and an error.
//
// Dates carry no year: nothing is drafted about a date more than 60 days off (rule 13).
type Day struct {
	t    time.Time
	l    *language
	form dateForms
	zone string
}

// On is the adverbial: "on Tuesday, 4 March".
func (d *Day) On() string { return d.fill(d.form.On) }

// Of is the genitive: "of Tuesday, 4 March".
func (d *Day) Of() string { return d.fill(d.form.Of) }

// By is the limit: "by Tuesday, 4 March".
func (d *Day) By() string { return d.fill(d.form.By) }

// Until is the end of a wait: "until Tuesday, 4 March".
func (d *Day) Until() string { return d.fill(d.form.Until) }

// Bare is the date without a preposition.
func (d *Day) Bare() string { return d.fill(d.form.Bare) }

// Short leaves the weekday out, for subjects.
func (d *Day) Short() string { return d.fill(d.form.Short) }

// Full is date, time and zone: "Tuesday, 4 March at 15:00 (CET)"; the date alone where no time is known.
func (d *Day) Full() string {
	if d.dateOnly() {
		return d.Bare()
	}
	if d.form.Full != "" {
		return d.fill(d.form.Full)
	}
	return d.Bare() + " " + d.At()
}

// OnFull is Full after a preposition: "on Tuesday, 4 March at 15:00 (CET)".
func (d *Day) OnFull() string {
	if d.dateOnly() {
		return d.On()
	}
	return d.On() + " " + d.At()
}

// At is the time with its zone: "at 15:00 (CET)".
func (d *Day) At() string { return d.fill(d.form.At) }

// dateOnly reports a day without a time: midnight is no hour for an interview.
func (d *Day) dateOnly() bool { return d.t.Hour() == 0 && d.t.Minute() == 0 }

// fill writes one of the forms. Hours have no leading zero in any of the languages.
func (d *Day) fill(form string) string {
	day := strconv.Itoa(d.t.Day())
	if d.t.Day() == 1 && d.l.First != "" {
		day = d.l.First
	}
	layout := d.form.Time
	if d.t.Minute() == 0 {
		layout = d.form.FullHour
	}
	pairs := []string{
		"{weekday}", d.l.Weekdays[d.t.Weekday()],
		"{day}", day,
		"{month}", d.l.Months[d.t.Month()-1],
		"{time}", strings.TrimPrefix(d.t.Format(layout), "0"),
		"{zone}", d.zoneName(),
	}
	for word, shapes := range d.form.Words {
		pairs = append(pairs, "{"+word+"}", shapes[d.t.Weekday()])
	}
	return strings.NewReplacer(pairs...).Replace(form)
}

// zoneName is the abbreviation that the language uses, or the offset where the zone has no letters.
func (d *Day) zoneName() string {
	abbr, offset := d.t.Zone()
	if s, ok := d.l.Zones[abbr]; ok {
		return s
	}
	if abbr != "" && strings.Trim(abbr, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == "" {
		return abbr
	}
	sign := "+"
	if offset < 0 {
		sign, offset = "−", -offset
	}
	s := "UTC" + sign + strconv.Itoa(offset/3600)
	if m := offset % 3600 / 60; m != 0 {
		s += ":" + strconv.Itoa(100 + m)[1:]
	}
	return s
}
