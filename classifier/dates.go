package classifier

import (
	"time"
)

// when is a time expression of a text: a day, a span of days, a clock time, a duration, or several of them together.
// Dates are midnight in the zone of the mail; see [clockTimes.on] for an instant.
type when struct {
	first, last int // tokens [first, last)
	lead        int // the first token of the prepositions in front
	day         time.Time
	until       time.Time // last day of a span, else day
	clock       bool
	hour, min   int
	endHour     int // -1 without an end
	endMin      int
	zone        string // as written: "CET", "Eastern", "UTC+2"; "" when the text gave none
	span        span   // a duration instead of a day
	by          bool   // until, by, before: the day is a last day
	within      bool
	weekOnly    bool // a whole week, month or part of one: no single day
	relative    bool // tomorrow, next week
	weekdayOnly bool
}

// span is a duration: from n to most units.
type span struct {
	n, most int
	unit    unit
	biz     bool // counted in working days
	vague   bool // few, several, coming
}

type unit uint8

const (
	noUnit unit = iota
	minutes
	hours
	days
	weeks
	months
	years
)

func (w *when) hasDay() bool { return !w.day.IsZero() }

// past reports whether the expression lies before the day of the mail.
func (w *when) past(base time.Time) bool { return w.hasDay() && w.until.Before(base) }

// calendarDays returns when the duration ends, counted from base. Hours are rounded up to days. ok is false for minutes
// and for no duration.
func (s span) after(base time.Time) (end time.Time, ok bool) {
	n := s.most
	switch s.unit {
	case hours:
		return base.AddDate(0, 0, (n+23)/24), true
	case days:
		return base.AddDate(0, 0, n), true
	case weeks:
		return base.AddDate(0, 0, 7*n), true
	case months:
		return base.AddDate(0, n, 0), true
	case years:
		return base.AddDate(n, 0, 0), true
	}
	return time.Time{}, false
}

// midnight returns the day of t in its own zone.
func midnight(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, t.Location())
}

// onWeekday returns the first day on or after from that is d.
func onWeekday(from time.Time, d time.Weekday) time.Time {
	return from.AddDate(0, 0, (int(d)-int(from.Weekday())+7)%7)
}

// monday returns the Monday of t's week.
func monday(t time.Time) time.Time { return t.AddDate(0, 0, -(int(t.Weekday())+6)%7) }

// endOfMonth returns the last day of t's month.
func endOfMonth(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month()+1, 0, 0, 0, 0, 0, t.Location())
}

// dayInYear resolves a day and month without a year: the next such day seen from base, where the last three weeks
// still count as this year, because mail also speaks of what has just been. A weekday that is named decides between years.
func dayInYear(base time.Time, m time.Month, d int, weekday int) (time.Time, bool) {
	var best time.Time
	for _, y := range []int{base.Year() - 1, base.Year(), base.Year() + 1} {
		t, ok := civil(y, m, d, base.Location())
		if !ok || t.Before(base.AddDate(0, 0, -21)) || t.After(base.AddDate(1, 0, 0)) {
			continue
		}
		if weekday >= 0 && int(t.Weekday()) != weekday {
			continue
		}
		if best.IsZero() {
			best = t
		}
	}
	if best.IsZero() && weekday >= 0 {
		return dayInYear(base, m, d, -1)
	}
	return best, !best.IsZero()
}

// civil makes a date, refusing the 31st of February.
func civil(y int, m time.Month, d int, loc *time.Location) (time.Time, bool) {
	if m < 1 || m > 12 || d < 1 || d > 31 {
		return time.Time{}, false
	}
	t := time.Date(y, m, d, 0, 0, 0, 0, loc)
	return t, t.Day() == d && t.Month() == m
}
