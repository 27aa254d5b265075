package mailbox

import (
	"strconv"
	"strings"
	"sync"
	"time"
)

// zoneName returns the IANA name that id means: the name itself, its tail behind a vendor's prefix, or the zone of a
// Windows name or of the display name that Outlook shows. "" where it means none.
func zoneName(id string) string {
	id = strings.TrimSpace(strings.Trim(id, `"`))
	if id == "" || len(id) > 200 || strings.EqualFold(id, "local") {
		return ""
	}
	if outlook := "tzone://microsoft/"; prefixFold(id, outlook) {
		id = id[len(outlook):]
	}
	switch strings.ToUpper(id) {
	case "UTC", "GMT", "ETC/UTC", "ETC/GMT", "COORDINATED UNIVERSAL TIME", "(UTC) COORDINATED UNIVERSAL TIME":
		return "UTC"
	}
	if isIANA(id) {
		return id
	}
	if name := windowsZone(id); name != "" {
		return name
	}
	if strings.Contains(id, "/") { // "/freeassociation.sourceforge.net/Tzfile/Europe/Vienna"
		parts := strings.Split(strings.Trim(id, "/"), "/")
		for n := min(3, len(parts)); n >= 2; n-- {
			if tail := strings.Join(parts[len(parts)-n:], "/"); isIANA(tail) {
				return tail
			}
		}
	}
	return ""
}

// isIANA says whether the time zone database has a zone of that name with a region in it.
func isIANA(id string) bool {
	if !strings.Contains(id, "/") || strings.HasPrefix(id, "/") || strings.Contains(id, "..") {
		return false
	}
	_, err := location(id)
	return err == nil
}

// locations holds the zones that were loaded: reading one from the database takes longer than reading a mail.
var locations sync.Map

// location is time.LoadLocation with a memory.
func location(name string) (*time.Location, error) {
	if loc, ok := locations.Load(name); ok {
		return loc.(*time.Location), nil
	}
	loc, err := time.LoadLocation(name)
	if err == nil {
		locations.Store(name, loc)
	}
	return loc, err
}

// offsetIn reads the offset of names such as "(UTC+01:00) Somewhere" and "GMT-0500" in seconds.
func offsetIn(id string) (int, bool) {
	upper := strings.ToUpper(id)
	i := strings.Index(upper, "UTC")
	if i < 0 {
		if i = strings.Index(upper, "GMT"); i < 0 {
			return 0, false
		}
	}
	rest := strings.ReplaceAll(upper[i+3:], "\u2212", "-")
	if rest == "" || (rest[0] != '+' && rest[0] != '-') {
		return 0, false
	}
	return parseOffset(rest)
}

// parseOffset reads +hh, +hhmm, +hh:mm and +hhmmss.
func parseOffset(s string) (int, bool) {
	if s == "" {
		return 0, false
	}
	sign := 1
	switch s[0] {
	case '-':
		sign, s = -1, s[1:]
	case '+':
		s = s[1:]
	}
	var digits string
	for i := 0; i < len(s) && len(digits) < 4; i++ {
		if s[i] >= '0' && s[i] <= '9' {
			digits += s[i : i+1]
		} else if s[i] != ':' {
			break
		}
	}
	if len(digits) == 0 {
		return 0, false
	}
	if len(digits) == 1 || len(digits) == 3 {
		digits = "0" + digits
	}
	hours, _ := strconv.Atoi(digits[:2])
	minutes := 0
	if len(digits) == 4 {
		minutes, _ = strconv.Atoi(digits[2:])
	}
	if hours > 15 || minutes > 59 {
		return 0, false
	}
	return sign * (hours*3600 + minutes*60), true
}

// customZone is a VTIMEZONE (RFC 5545 section 3.6.5).
type customZone struct {
	id, location string
	rules        []zoneRule
	names        map[int]string // what known has found, by year
}

// zoneRule is a STANDARD or DAYLIGHT part: from start on, every year on the day that the rule names, the offset is to.
type zoneRule struct {
	start  time.Time // wall clock
	to     int       // seconds east of UTC
	hasTo  bool
	yearly bool
	month  time.Month
	week   int // 1..5, negative from the end; 0: day of the month
	day    time.Weekday
	date   int // BYMONTHDAY, the first of the days that qualify
	until  time.Time
}

// set reads one property of the rule.
func (z *zoneRule) set(p property) {
	switch p.name {
	case "TZOFFSETTO":
		z.to, z.hasTo = parseOffset(strings.TrimSpace(p.value))
	case "DTSTART":
		value := strings.TrimSuffix(strings.TrimSpace(p.value), "Z")
		if t, err := time.Parse("20060102T150405", value); err == nil {
			z.start = t
		}
	case "RRULE":
		z.rule(p.value)
	}
}

var weekdays = map[string]time.Weekday{"SU": time.Sunday, "MO": time.Monday, "TU": time.Tuesday, "WE": time.Wednesday, "TH": time.Thursday, "FR": time.Friday, "SA": time.Saturday}

// rule reads the parts of an RRULE that zones use: yearly, on a month and a weekday or a day of the month.
func (z *zoneRule) rule(value string) {
	for part := range strings.SplitSeq(strings.ToUpper(value), ";") {
		name, v, _ := strings.Cut(strings.TrimSpace(part), "=")
		switch name {
		case "FREQ":
			z.yearly = v == "YEARLY"
		case "BYMONTH":
			if n, err := strconv.Atoi(v); err == nil && n >= 1 && n <= 12 {
				z.month = time.Month(n)
			}
		case "BYDAY":
			if len(v) >= 2 {
				if day, ok := weekdays[v[len(v)-2:]]; ok {
					z.day = day
					z.week = 1
					if n, err := strconv.Atoi(strings.TrimPrefix(v[:len(v)-2], "+")); err == nil && n >= -5 && n <= 5 && n != 0 {
						z.week = n
					}
				}
			}
		case "BYMONTHDAY":
			first, _, _ := strings.Cut(v, ",")
			if n, err := strconv.Atoi(first); err == nil && n >= 1 && n <= 31 {
				z.date = n
			}
		case "UNTIL":
			if t, err := time.Parse("20060102", v[:min(8, len(v))]); err == nil {
				z.until = t
			}
		}
	}
}

// in returns when the rule sets in within that year, in wall clock time.
func (z *zoneRule) in(year int) (time.Time, bool) {
	if z.start.IsZero() || !z.hasTo {
		return time.Time{}, false
	}
	if !z.yearly || z.month == 0 && z.week == 0 {
		if z.yearly && year >= z.start.Year() {
			return time.Date(year, z.start.Month(), z.start.Day(), z.start.Hour(), z.start.Minute(), 0, 0, time.UTC), true
		}
		return z.start, z.start.Year() == year
	}
	if year < z.start.Year() || (!z.until.IsZero() && year > z.until.Year()) {
		return time.Time{}, false
	}
	month := z.month
	if month == 0 {
		month = z.start.Month()
	}
	at := func(day int) time.Time {
		return time.Date(year, month, day, z.start.Hour(), z.start.Minute(), z.start.Second(), 0, time.UTC)
	}
	switch {
	case z.week == 0:
		return at(max(z.date, z.start.Day())), true
	case z.date > 0: // the weekday on or after that day
		t := at(z.date)
		return t.AddDate(0, 0, (int(z.day)-int(t.Weekday())+7)%7), true
	case z.week > 0:
		t := at(1)
		t = t.AddDate(0, 0, (int(z.day)-int(t.Weekday())+7)%7+7*(z.week-1))
		if t.Month() != month { // a fifth one that the month does not have
			t = t.AddDate(0, 0, -7)
		}
		return t, true
	}
	t := at(1).AddDate(0, 1, -1)
	return t.AddDate(0, 0, -((int(t.Weekday())-int(z.day)+7)%7)+7*(z.week+1)), true
}

// offset returns the offset that the rules give for a wall clock time.
func (z *customZone) offset(wall time.Time) (seconds int, ok bool) {
	var latest time.Time
	// The latest rule that has set in counts. Early in a year that may be one of the year before.
	for _, year := range [...]int{wall.Year() - 1, wall.Year()} {
		for i := range z.rules {
			if at, here := z.rules[i].in(year); here && !at.After(wall) && (!ok || !at.Before(latest)) {
				latest, seconds, ok = at, z.rules[i].to, true
			}
		}
	}
	if ok {
		return seconds, true
	}
	for i := range z.rules { // rules that set in once, long ago
		if r := &z.rules[i]; r.hasTo && !r.start.After(wall) && (!ok || r.start.After(latest)) {
			latest, seconds, ok = r.start, r.to, true
		}
	}
	if !ok && len(z.rules) == 1 && z.rules[0].hasTo {
		return z.rules[0].to, true
	}
	return seconds, ok
}

// usualZones are tried, in this order, for a VTIMEZONE that has a name of its own but the rules of a known zone.
var usualZones = []string{"Europe/Berlin", "Europe/London", "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles", "Europe/Athens", "America/Halifax", "America/Anchorage",
	"Australia/Sydney", "Pacific/Auckland", "America/Sao_Paulo", "Asia/Kolkata", "Asia/Tokyo", "Asia/Shanghai", "Asia/Dubai", "Europe/Moscow", "Europe/Istanbul", "America/Phoenix", "Asia/Jerusalem",
	"Africa/Johannesburg", "Africa/Lagos", "America/Bogota", "America/Mexico_City", "Australia/Brisbane", "Australia/Adelaide", "Asia/Karachi", "Asia/Dhaka", "Asia/Bangkok", "Pacific/Honolulu", "America/St_Johns"}

// known returns the zone among usualZones that agrees with the rules at noon of every fifth day of the year.
func (z *customZone) known(year int) string {
	if len(z.rules) == 0 {
		return ""
	}
	if name, ok := z.names[year]; ok {
		return name
	}
	name := z.search(year)
	if z.names == nil {
		z.names = map[int]string{}
	}
	z.names[year] = name
	return name
}

func (z *customZone) search(year int) string {
	for _, name := range usualZones {
		loc, err := location(name)
		if err != nil {
			continue
		}
		if z.agrees(loc, year) {
			return name
		}
	}
	return ""
}

// agrees compares the rules with a known zone over one year.
func (z *customZone) agrees(loc *time.Location, year int) bool {
	// Noon lies far from every change of the clock; five days are finer than what sets two zones' rules apart.
	for day := 1; day <= 365; day += 5 {
		wall := time.Date(year, 1, day, 12, 0, 0, 0, time.UTC)
		want, ok := z.offset(wall)
		if !ok {
			return false
		}
		if _, got := time.Date(year, 1, day, 12, 0, 0, 0, loc).Zone(); got != want {
			return false
		}
	}
	return true
}
