package sheet

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// DateOrder says how a date of three numbers is read.
type DateOrder string

const (
	DayFirst   DateOrder = "day/month/year"
	MonthFirst DateOrder = "month/day/year"
)

// numbers splits a date of three numbers; ok is false for anything else. A time of day behind the date does not matter.
func numbers(s string) (n [3]int, ok bool) {
	s, _, _ = strings.Cut(strings.TrimSpace(s), "T")
	if i := strings.IndexByte(s, ' '); i >= 0 && strings.Contains(s[i:], ":") {
		s = s[:i]
	}
	parts := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("./- ", r) })
	if len(parts) != 3 {
		return n, false
	}
	for i, p := range parts {
		v, err := strconv.Atoi(p)
		if err != nil || v < 0 {
			return n, false
		}
		n[i] = v
	}
	return n, true
}

// order says how the dates of a sheet are written: by the first whose numbers leave no choice, else as preferred. Points are
// written between day and month first only.
func order(dates []string, prefer DateOrder) DateOrder {
	for _, d := range dates {
		n, ok := numbers(d)
		switch {
		case !ok || n[0] > 31:
		case n[0] > 12 || strings.Contains(d, "."):
			return DayFirst
		case n[1] > 12:
			return MonthFirst
		}
	}
	return prefer
}

// written are the forms with a month in letters.
var written = []string{"2 Jan 2006", "2 January 2006", "Jan 2, 2006", "January 2, 2006", "Jan 2 2006", "January 2 2006", "02-Jan-2006", "2-Jan-2006", "2-Jan-06", "Mon 2 Jan 2006"}

// months are the beginnings of their names, folded: de, fr, es, nl, it, pt.
var months = [12][]string{
	{"jan", "gen", "ene"}, {"feb", "fev"}, {"mar", "mrt", "maa"}, {"apr", "avr", "abr"}, {"mai", "mei", "may", "mag"}, {"juin", "jun", "giu"},
	{"juil", "jul", "lug"}, {"aug", "aou", "ago"}, {"sep", "set"}, {"oct", "okt", "ott", "out"}, {"nov"}, {"dec", "dez", "dic"},
}

// inNumbers writes a date whose month is a word, "3. November 2026" or "3 de noviembre de 2026", with three numbers.
func inNumbers(s string) string {
	words := strings.Fields(fold(s))
	words = slices.DeleteFunc(words, func(w string) bool { return w == "de" || w == "do" || w == "del" })
	if len(words) != 3 {
		return s
	}
	for i, names := range months {
		if slices.ContainsFunc(names, func(n string) bool { return strings.HasPrefix(words[1], n) }) {
			return fmt.Sprintf("%s.%d.%s", strings.TrimSuffix(words[0], "er"), i+1, words[2])
		}
	}
	return s
}

// date reads a day.
func date(s string, o DateOrder, zone *time.Location) (time.Time, error) {
	for _, layout := range written {
		if t, err := time.ParseInLocation(layout, s, zone); err == nil {
			return t, nil
		}
	}
	if serial, err := strconv.Atoi(strings.TrimSuffix(s, ".0")); err == nil && serial > 30000 && serial < 80000 {
		return time.Date(1899, time.December, 30+serial, 0, 0, 0, 0, zone), nil // days, as a spreadsheet counts them
	}
	n, ok := numbers(inNumbers(s))
	if !ok {
		return time.Time{}, fmt.Errorf("%q is no date: write one such as 2027-01-31", s)
	}
	year, month, day := n[0], n[1], n[2]
	if n[0] <= 31 {
		year, month, day = n[2], n[1], n[0]
		if o == MonthFirst {
			month, day = n[0], n[1]
		}
	}
	if year < 100 {
		year += 2000
	}
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, zone)
	if t.Year() != year || int(t.Month()) != month || t.Day() != day || year < 1990 || year > 2200 {
		return time.Time{}, fmt.Errorf("%q is no date when read as %s: write one such as 2027-01-31", s, o)
	}
	return t, nil
}
