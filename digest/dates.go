package digest

import (
	"strconv"
	"time"
)

// day writes a date in the language: "Tue 2 Mar", with the year where it is not that of now.
func (w words) day(t, now time.Time) string {
	s := w.say("date.day",
		"weekday", w.phrases["date.weekdays."+strconv.Itoa(int(t.Weekday()))],
		"day", w.dayOfMonth(t),
		"month", w.phrases["date.months."+strconv.Itoa(int(t.Month())-1)])
	if t.Year() != now.Year() {
		s = w.say("date.year", "date", s, "year", strconv.Itoa(t.Year()))
	}
	return s
}

// dayOfMonth writes the number of the day; the first has a form of its own in some languages.
func (w words) dayOfMonth(t time.Time) string {
	if t.Day() == 1 {
		return w.phrases["date.first"]
	}
	return strconv.Itoa(t.Day())
}

// dayMonth writes day and month alone; months is the list of their names, "months" or "short".
func (w words) dayMonth(t time.Time, months string) string {
	return w.say("date.axis", "day", w.dayOfMonth(t), "month", w.phrases["date."+months+"."+strconv.Itoa(int(t.Month())-1)])
}

// aloud writes day and month as they are said on the telephone.
func (w words) aloud(t time.Time) string {
	return w.say("date.aloud", "day", w.dayOfMonth(t), "month", w.phrases["date.spoken."+strconv.Itoa(int(t.Month())-1)])
}

// date writes the day of t for the user.
func (g *gatherer) date(t time.Time) string { return g.w.day(t.In(g.in.Zone), g.in.Now.In(g.in.Zone)) }

// clock writes day and time of t for the user.
func (g *gatherer) clock(t time.Time) string { return g.clockIn(t, g.in.Zone) }

func (g *gatherer) clockIn(t time.Time, zone *time.Location) string {
	l := t.In(zone)
	return g.w.say("date.at", "date", g.w.day(l, g.in.Now.In(zone)), "time", l.Format(g.w.phrases["date.clock"]))
}

// span writes the day with both ends.
func (g *gatherer) span(from, until time.Time, zone *time.Location) string {
	if !until.After(from) {
		return g.clockIn(from, zone)
	}
	l := from.In(zone)
	return g.w.say("date.span", "date", g.w.day(l, g.in.Now.In(zone)), "time", l.Format(g.w.phrases["date.clock"]), "end", until.In(zone).Format(g.w.phrases["date.clock"]))
}

// days counts calendar days from a to b in zone; negative when b is before a.
func days(a, b time.Time, zone *time.Location) int {
	midnight := func(t time.Time) time.Time {
		l := t.In(zone)
		return time.Date(l.Year(), l.Month(), l.Day(), 0, 0, 0, 0, time.UTC)
	}
	return int(midnight(b).Sub(midnight(a)).Hours() / 24)
}

// by says until when, and how many days are left; "" for no date.
func (g *gatherer) by(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	left := ""
	switch n := days(g.in.Now, t, g.in.Zone); {
	case n < 0:
		left = g.w.say("left.past")
	case n == 0:
		left = g.w.say("left.today")
	case n == 1:
		left = g.w.say("left.tomorrow")
	default:
		left = g.w.count("left.days", n)
	}
	return g.w.say("left.by", "date", g.date(t), "left", left)
}
