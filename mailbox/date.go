package mailbox

import (
	"net/mail"
	"strings"
	"time"
)

// parseDate reads the Date field (RFC 5322 section 3.3) and what senders write in its place. Without a zone, or with a
// zone name that says nothing here, it is taken as UTC.
func parseDate(value string) (time.Time, bool) {
	if t, ok := usualDate(value); ok {
		return t, true
	}
	if len(value) > 128 {
		value = value[:128]
	}
	value = cleanLine(value)
	if i := strings.IndexByte(value, '('); i >= 0 {
		value = strings.TrimSpace(value[:i])
	}
	if t, err := mail.ParseDate(value); err == nil {
		return zoned(t, value), true
	}
	if i := strings.IndexByte(value, ','); i >= 0 && i <= 10 {
		value = strings.TrimSpace(value[i+1:])
	} else if len(value) > 4 && value[3] == ' ' && strings.Contains("mon tue wed thu fri sat sun", strings.ToLower(value[:3])) {
		value = strings.TrimSpace(value[4:])
	}
	if t, err := mail.ParseDate(value); err == nil {
		return zoned(t, value), true
	}
	for _, layout := range dateLayouts {
		if t, err := time.Parse(layout, value); err == nil {
			return zoned(t, value), true
		}
	}
	return time.Time{}, false
}

// usualDate reads the form that nearly all mail has, "Mon, 1 Mar 2027 15:00:00 +0100", without trying layouts.
func usualDate(s string) (time.Time, bool) {
	s = strings.TrimSpace(s)
	if i := strings.IndexByte(s, ','); i == 3 {
		s = strings.TrimLeft(s[4:], " ")
	}
	day, s, ok := number(s, 2)
	if !ok || day < 1 || day > 31 || len(s) < 5 || s[0] != ' ' || s[4] != ' ' {
		return time.Time{}, false
	}
	month := strings.Index("JanFebMarAprMayJunJulAugSepOctNovDec", s[1:4])
	if month%3 != 0 {
		return time.Time{}, false
	}
	var clock [4]int // year, hour, minute, second
	rest := s[5:]
	for i, sep := range [...]byte{' ', ':', ':', ' '} {
		digits := 2
		if i == 0 {
			digits = 4
		}
		if clock[i], rest, ok = number(rest, digits); !ok || rest == "" || rest[0] != sep {
			return time.Time{}, false
		}
		rest = rest[1:]
	}
	if len(rest) < 5 || len(rest) > 5 && rest[5] != ' ' || (rest[0] != '+' && rest[0] != '-') {
		return time.Time{}, false
	}
	offset, ok := parseOffset(rest[:5])
	if !ok || clock[0] < 1000 || clock[1] > 23 || clock[2] > 59 || clock[3] > 60 {
		return time.Time{}, false
	}
	loc := time.UTC
	if offset != 0 {
		loc = time.FixedZone("", offset)
	}
	t := time.Date(clock[0], time.Month(month/3+1), day, clock[1], clock[2], min(clock[3], 59), 0, loc)
	return t, t.Day() == day
}

// number reads up to most digits.
func number(s string, most int) (n int, rest string, ok bool) {
	i := 0
	for i < len(s) && i < most && s[i] >= '0' && s[i] <= '9' {
		n = n*10 + int(s[i]-'0')
		i++
	}
	return n, s[i:], i > 0
}

// dateLayouts are tried where net/mail refuses a date: no zone, zone names, ISO 8601, two-digit years, US order.
var dateLayouts = []string{
	"2 Jan 2006 15:04:05", "2 Jan 2006 15:04", "2 Jan 2006 15:04:05 -07:00", "2 Jan 2006 15:04:05 GMT-0700", "2 Jan 2006 15:04:05 GMT-07:00",
	"2 Jan 06 15:04:05 -0700", "2 Jan 06 15:04:05 MST", "2 Jan 06 15:04:05",
	"2 Jan 2006 15.04.05 -0700", "2 January 2006 15:04:05 -0700", "2 Jan 2006 03:04:05 PM -0700", "2-Jan-2006 15:04:05 -0700",
	time.RFC3339, "2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05", "2006-01-02T15:04:05", "2006-01-02",
	"Jan 2 15:04:05 2006", "Jan 2 15:04:05 MST 2006", "Jan 2 15:04:05 -0700 2006", "Jan 2 2006 15:04:05", "1/2/2006 3:04:05 PM", "2 Jan 2006",
}

// zoneNames are the zone names of RFC 5322 section 4.3 and the European ones that old programs write. time.Parse
// gives a name that it does not know the offset zero.
var zoneNames = map[string]int{
	"EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
	"CET": 1, "CEST": 2, "MET": 1, "MEST": 2, "MEZ": 1, "MESZ": 2, "EET": 2, "EEST": 3, "WEST": 1, "BST": 1, "JST": 9, "BRT": -3,
}

// zoned gives t the offset that the zone's name in value means, and never the location of this machine.
func zoned(t time.Time, value string) time.Time {
	_, offset := t.Zone()
	last := value[strings.LastIndexByte(value, ' ')+1:]
	if hours, ok := zoneNames[strings.ToUpper(strings.Trim(last, "()"))]; ok {
		offset = hours * 3600
	} else if last != "" && last[0] >= 'A' && last[0] <= 'Z' {
		offset = 0
	}
	wall := time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), t.Nanosecond(), time.UTC)
	if offset == 0 {
		return wall
	}
	return wall.Add(-time.Duration(offset) * time.Second).In(time.FixedZone("", offset))
}
