package mailbox

import (
	"strings"
	"time"
	_ "time/tzdata" // the same zones on every machine
)

// moment reads DTSTART or DTEND: a date, a local time with or without zone, or a time in UTC. zone is the IANA name,
// "" when floating or unknown; a floating time is given in UTC.
func (r *calendarReader) moment(p *property) (t time.Time, zone string, allDay bool) {
	// Some programs write the extended form of ISO 8601 with its dashes and colons.
	value := strings.ToUpper(strings.TrimSpace(p.value))
	value = strings.NewReplacer("-", "", ":", "").Replace(value)
	if len(value) >= 8 && !strings.Contains(value, "T") {
		t, err := time.Parse("20060102", value[:8])
		if err != nil || !plausible(t) {
			return time.Time{}, "", false
		}
		return t, "", true
	}
	utc := strings.HasSuffix(value, "Z")
	value = strings.TrimSuffix(value, "Z")
	layout := "20060102T150405"
	if len(value) == 13 {
		layout = "20060102T1504"
	}
	if len(value) > 15 {
		value = value[:15]
	}
	wall, err := time.Parse(layout, value)
	if err != nil || !plausible(wall) {
		return time.Time{}, "", false
	}
	id := p.param("TZID")
	switch {
	case utc:
		return wall, "UTC", false
	case id != "":
		return r.zoned(wall, id)
	case r.zoneName != "":
		return r.zoned(wall, r.zoneName)
	}
	return wall, "", false
}

// plausible keeps years with which the calendar can be reckoned.
func plausible(t time.Time) bool { return t.Year() >= 1970 && t.Year() <= 2200 }

// zoned puts the wall clock time into the zone that id names: by the IANA name in it, by the Windows name, by the
// location that its definition names, by the rules of its definition, and last by a short name or an offset in it.
func (r *calendarReader) zoned(wall time.Time, id string) (time.Time, string, bool) {
	if name := zoneName(id); name != "" {
		return inZone(wall, name)
	}
	z := r.zones[id]
	if z == nil {
		z = r.zones[strings.Trim(id, `"`)]
	}
	if z != nil {
		if name := zoneName(z.location); name != "" {
			return inZone(wall, name)
		}
		if name := z.known(wall.Year()); name != "" {
			return inZone(wall, name)
		}
		if offset, ok := z.offset(wall); ok {
			loc := time.FixedZone("", offset)
			return time.Date(wall.Year(), wall.Month(), wall.Day(), wall.Hour(), wall.Minute(), wall.Second(), 0, loc), "", false
		}
	}
	if name := shortZones[strings.ToLower(id)]; name != "" {
		return inZone(wall, name)
	}
	if offset, ok := offsetIn(id); ok {
		loc := time.FixedZone("", offset)
		return time.Date(wall.Year(), wall.Month(), wall.Day(), wall.Hour(), wall.Minute(), wall.Second(), 0, loc), "", false
	}
	r.p.defect("unknown time zone in a calendar part")
	return wall, "", false
}

// inZone puts the wall clock time into the IANA zone of that name.
func inZone(wall time.Time, name string) (time.Time, string, bool) {
	loc, err := location(name)
	if err != nil {
		return wall, "", false
	}
	return time.Date(wall.Year(), wall.Month(), wall.Day(), wall.Hour(), wall.Minute(), wall.Second(), 0, loc), name, false
}

// parseDuration reads a DURATION (RFC 5545 section 3.3.6); what it cannot read, or more than a year, is 0.
func parseDuration(s string) time.Duration {
	s = strings.ToUpper(strings.TrimSpace(s))
	s = strings.TrimPrefix(strings.TrimPrefix(s, "+"), "P")
	var total time.Duration
	n, digits := 0, 0
	for _, c := range s {
		switch {
		case c >= '0' && c <= '9':
			if digits++; digits > 7 {
				return 0
			}
			n = n*10 + int(c-'0')
			continue
		case c == 'W':
			total += time.Duration(n) * 7 * 24 * time.Hour
		case c == 'D':
			total += time.Duration(n) * 24 * time.Hour
		case c == 'H':
			total += time.Duration(n) * time.Hour
		case c == 'M':
			total += time.Duration(n) * time.Minute
		case c == 'S':
			total += time.Duration(n) * time.Second
		case c == 'T':
		default:
			return 0
		}
		n, digits = 0, 0
		if total > 366*24*time.Hour {
			return 0
		}
	}
	return total
}
