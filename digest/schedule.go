package digest

import (
	"fmt"
	"time"
)

// Period is one digest's span. Its key is part of the Message-ID, so that there is one digest for each.
type Period struct {
	Key         string // "2027-W08", "2027-02-28"
	From, Until time.Time
}

// Schedule says when digests are due.
type Schedule struct {
	Frequency string // "weekly", "daily", "off"
	Day       time.Weekday
	Hour      int
	Zone      *time.Location
}

// Last returns the latest period that is over at now; ok is false when there is none because digests are off. After weeks of
// downtime it is the latest one only: old digests are not sent late.
func (s Schedule) Last(now time.Time) (p Period, ok bool) {
	if s.Frequency == "off" {
		return p, false
	}
	l := now.In(s.Zone)
	until := time.Date(l.Year(), l.Month(), l.Day(), s.Hour, 0, 0, 0, s.Zone)
	if s.Frequency == "daily" {
		if until.After(now) {
			until = until.AddDate(0, 0, -1)
		}
		return Period{Key: until.Format(time.DateOnly), From: until.AddDate(0, 0, -1), Until: until}, true
	}
	until = until.AddDate(0, 0, -int(l.Weekday()-s.Day+7)%7)
	if until.After(now) {
		until = until.AddDate(0, 0, -7)
	}
	year, week := until.ISOWeek()
	return Period{Key: fmt.Sprintf("%04d-W%02d", year, week), From: until.AddDate(0, 0, -7), Until: until}, true
}

// Next returns when the next digest is due, zero when digests are off.
func (s Schedule) Next(now time.Time) time.Time {
	p, ok := s.Last(now)
	if !ok {
		return time.Time{}
	}
	if s.Frequency == "daily" {
		return p.Until.AddDate(0, 0, 1)
	}
	return p.Until.AddDate(0, 0, 7)
}

// Now is the period of a digest that is asked for out of turn: the last week, or the last day of daily digests. Its key never
// is that of a digest in turn.
func (s Schedule) Now(now time.Time) Period {
	back := -7
	if s.Frequency == "daily" {
		back = -1
	}
	return Period{Key: "now-" + now.UTC().Format("2006-01-02T15:04:05"), From: now.AddDate(0, 0, back), Until: now}
}
