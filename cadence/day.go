package cadence

import (
	"strconv"
	"time"
)

// day is a calendar day, counted from 1970-01-01. It has no zone: the zone that made it decides which day an instant is on.
type day int32

// dayOf returns the day that t falls on in loc.
func dayOf(t time.Time, loc *time.Location) day {
	t = t.In(loc)
	_, offset := t.Zone()
	return day(floorDiv(t.Unix()+int64(offset), 86400))
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// dateOf makes a day from a date.
func dateOf(year int, month time.Month, dayOfMonth int) day {
	return day(time.Date(year, month, dayOfMonth, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

// at returns the instant of hour:minute on the day in loc. In the hour that daylight saving skips it follows time.Date.
func (d day) at(hour, minute int, loc *time.Location) time.Time {
	y, m, dd := d.date()
	return time.Date(y, m, dd, hour, minute, 0, 0, loc)
}

func (d day) date() (int, time.Month, int) {
	return time.Unix(int64(d)*86400, 0).UTC().Date()
}

// weekday needs no zone either: it is the same for everybody who calls the day by this date.
func (d day) weekday() time.Weekday {
	return time.Weekday(((int(d)+4)%7 + 7) % 7) // 1970-01-01 was a Thursday
}

// String writes the day as in "Tue 16 Mar 2027", the form of every sentence of a plan.
func (d day) String() string {
	y, m, dd := d.date()
	b := make([]byte, 0, 16)
	b = append(b, d.weekday().String()[:3]...)
	b = strconv.AppendInt(append(b, ' '), int64(dd), 10)
	b = append(append(b, ' '), m.String()[:3]...)
	b = strconv.AppendInt(append(b, ' '), int64(y), 10)
	return string(b)
}
