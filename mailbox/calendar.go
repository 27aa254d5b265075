package mailbox

import (
	"slices"
	"strings"
	"time"
)

// Limits of one calendar part. A longer one is read up to them.
const (
	maxEvents       = 50
	maxZones        = 50
	maxRules        = 100
	maxCalendarLine = 64 << 10
	maxAttendees    = 200
)

// property is one content line (RFC 5545 section 3.1): its name in upper case, its parameters, its raw value.
type property struct {
	name, value string
	params      []string // NAME=value
}

// param returns the value of a parameter without its quotes.
func (p *property) param(name string) string {
	for _, s := range p.params {
		if k, v, ok := strings.Cut(s, "="); ok && strings.EqualFold(strings.TrimSpace(k), name) {
			return cleanLine(strings.Trim(v, `"`))
		}
	}
	return ""
}

// calendarPart is the text of a calendar part and the method parameter of its Content-Type (RFC 6047 section 2.4).
type calendarPart struct{ text, method string }

// addCalendars adds events that are not there yet: many programs send an invitation twice, inline and attached.
func addCalendars(have, more []Calendar) []Calendar {
	for _, c := range more {
		same := func(h Calendar) bool {
			return h.UID == c.UID && h.Sequence == c.Sequence && h.Start.Equal(c.Start) && h.Cancelled == c.Cancelled
		}
		if !slices.ContainsFunc(have, same) && len(have) < maxEvents {
			have = append(have, c)
		}
	}
	return have
}

// calendar reads a calendar part: one Calendar for each VEVENT. A line that cannot be read is passed over.
func (p *parser) calendar(part calendarPart) []Calendar {
	r := calendarReader{p: p, method: strings.ToUpper(cleanLine(part.method)), zones: map[string]*customZone{}}
	r.read(part.text)
	out := make([]Calendar, 0, len(r.events))
	for _, e := range r.events {
		out = append(out, r.event(e))
	}
	if len(out) == 0 {
		p.defect("calendar part without event")
	}
	return out
}

// calendarReader gathers the properties of the events first: the time zones may stand behind them.
type calendarReader struct {
	p        *parser
	method   string
	zoneName string // X-WR-TIMEZONE: the zone of floating times in files by Google and Apple
	zones    map[string]*customZone
	events   [][]property
}

// read gathers method, zones and events. Components may be nested wrongly or never closed; what belongs to no event and
// no zone, such as an alarm, is passed over.
func (r *calendarReader) read(text string) {
	var stack []string
	var zone *customZone
	inside := func(name string) bool { return len(stack) > 0 && stack[len(stack)-1] == name }
	for len(text) > 0 {
		var line string
		line, text = contentLine(text)
		prop, ok := parseProperty(line)
		if !ok {
			continue
		}
		switch prop.name {
		case "BEGIN":
			name := strings.ToUpper(strings.TrimSpace(prop.value))
			if len(stack) < maxDepth {
				stack = append(stack, name)
			}
			switch name {
			case "VEVENT":
				if len(r.events) >= maxEvents {
					r.p.defect("more than 50 events in a calendar part")
					return
				}
				r.events = append(r.events, nil)
			case "VTIMEZONE":
				zone = &customZone{}
			case "STANDARD", "DAYLIGHT":
				if zone != nil && len(zone.rules) < maxRules {
					zone.rules = append(zone.rules, zoneRule{})
				}
			}
			continue
		case "END":
			name := strings.ToUpper(strings.TrimSpace(prop.value))
			for i := len(stack) - 1; i >= 0; i-- { // an END that was forgotten
				if stack[i] == name {
					stack = stack[:i]
					break
				}
			}
			if name == "VTIMEZONE" && zone != nil {
				if len(r.zones) < maxZones {
					r.zones[zone.id] = zone
				}
				zone = nil
			}
			continue
		}
		switch {
		case inside("VEVENT"):
			last := &r.events[len(r.events)-1]
			if len(*last) < maxFields {
				*last = append(*last, prop)
			}
		case inside("VCALENDAR") || len(stack) == 0:
			switch prop.name {
			case "METHOD":
				r.method = strings.ToUpper(cleanLine(prop.value))
			case "X-WR-TIMEZONE":
				r.zoneName = cleanLine(prop.value)
			}
		case zone != nil && inside("VTIMEZONE"):
			switch prop.name {
			case "TZID":
				zone.id = cleanLine(strings.Trim(prop.value, `"`))
			case "X-LIC-LOCATION":
				zone.location = cleanLine(prop.value)
			}
		case zone != nil && len(zone.rules) > 0 && (inside("STANDARD") || inside("DAYLIGHT")):
			zone.rules[len(zone.rules)-1].set(prop)
		}
	}
}

// contentLine returns the first content line of text, unfolded, and the rest.
func contentLine(text string) (line, rest string) {
	line, rest = cutString(text)
	if rest == "" || (rest[0] != ' ' && rest[0] != '\t') {
		return line, rest
	}
	var b strings.Builder
	b.WriteString(line)
	for rest != "" && (rest[0] == ' ' || rest[0] == '\t') {
		var more string
		more, rest = cutString(rest)
		if b.Len() < maxCalendarLine {
			b.WriteString(more[1:])
		}
	}
	return b.String(), rest
}

// cutString returns the first line of s without its line end, and what follows.
func cutString(s string) (line, rest string) {
	i := strings.IndexByte(s, '\n')
	if i < 0 {
		return strings.TrimSuffix(s, "\r"), ""
	}
	return strings.TrimSuffix(s[:i], "\r"), s[i+1:]
}

// parseProperty splits a content line at its first colon outside of quotes.
func parseProperty(line string) (property, bool) {
	quoted, colon := false, -1
	for i := 0; i < len(line) && i < maxCalendarLine; i++ {
		if line[i] == '"' {
			quoted = !quoted
		} else if line[i] == ':' && !quoted {
			colon = i
			break
		}
	}
	if colon < 0 { // a quote that is never closed
		if colon = strings.IndexByte(line, ':'); colon < 0 {
			return property{}, false
		}
	}
	if strings.HasPrefix(line[colon+1:], "//") && prefixFold(line, "DT") { // TZID=tzone://…, which has to be quoted and is not
		colon = strings.LastIndexByte(line, ':')
	}
	head := splitOutside(line[:colon], ';')
	name := strings.ToUpper(strings.TrimSpace(head[0]))
	if i := strings.LastIndexByte(name, '.'); i >= 0 { // a group, as vCard writes it
		name = name[i+1:]
	}
	return property{name: name, value: line[colon+1:], params: head[1:]}, name != ""
}

// event builds the Calendar of one VEVENT.
func (r *calendarReader) event(props []property) Calendar {
	c := Calendar{Method: Method(r.method)}
	var duration time.Duration
	var endSeen, isRecurrence bool
	for i := range props {
		p := &props[i]
		switch p.name {
		case "UID":
			c.UID = cleanLine(p.value)
		case "SEQUENCE":
			c.Sequence = smallNumber(p.value)
		case "DTSTART":
			c.Start, c.Zone, c.AllDay = r.moment(p)
			if c.Start.IsZero() {
				r.p.defect("unreadable DTSTART")
			}
		case "DTEND":
			c.End, _, _ = r.moment(p)
			endSeen = !c.End.IsZero()
		case "DURATION":
			duration = parseDuration(p.value)
		case "SUMMARY":
			c.Summary = cleanLine(unescape(p.value))
		case "LOCATION":
			c.Location = cleanLine(unescape(p.value))
		case "DESCRIPTION":
			c.Text = calendarText(p.value)
		case "X-ALT-DESC":
			if c.Text == "" {
				text, _ := htmlText(unescape(p.value))
				c.Text = strings.TrimSpace(cleanText(text))
			}
		case "STATUS":
			c.Cancelled = c.Cancelled || strings.EqualFold(strings.TrimSpace(p.value), "CANCELLED")
		case "ORGANIZER":
			c.Organizer = calendarAddress(p)
		case "ATTENDEE":
			if len(c.Attendees) < maxAttendees {
				c.Attendees = append(c.Attendees, Attendee{Address: calendarAddress(p), PartStat: partStat(p)})
			}
		case "RRULE", "RDATE":
			c.Recurring = true
		case "RECURRENCE-ID":
			isRecurrence = true
		}
	}
	if isRecurrence {
		c.Recurring = false // one moved or cancelled occurrence stands for itself
	}
	if c.Method == MethodCancel {
		c.Cancelled = true
	}
	// DTEND, else DURATION, else one day or no time at all (RFC 5545 section 3.6.1).
	switch {
	case c.Start.IsZero() || endSeen && !c.End.Before(c.Start):
	case duration > 0:
		c.End = c.Start.Add(duration)
	case c.AllDay:
		c.End = c.Start.AddDate(0, 0, 1)
	default:
		c.End = c.Start
	}
	// Last, since place and description may stand in any order.
	c.URL = conference(props, c.Location, c.Text)
	return c
}

// smallNumber reads SEQUENCE; what is no number counts as 0.
func smallNumber(s string) int {
	n := 0
	for _, c := range strings.TrimSpace(s) {
		if c < '0' || c > '9' || n > 1<<24 {
			return n
		}
		n = n*10 + int(c-'0')
	}
	return n
}

// partStat returns what an attendee answered, NEEDS-ACTION where nothing or something unknown is said.
func partStat(p *property) string {
	switch s := strings.ToUpper(p.param("PARTSTAT")); s {
	case "ACCEPTED", "DECLINED", "TENTATIVE", "NEEDS-ACTION", "DELEGATED":
		return s
	}
	return "NEEDS-ACTION"
}

// calendarAddress reads a CAL-ADDRESS: the mailto value, or the EMAIL parameter where the value is no address.
func calendarAddress(p *property) Address {
	a := Address{Name: displayName(p.param("CN")), Address: normalAddress(strings.TrimSpace(p.value))}
	if a.Address == "" {
		a.Address = normalAddress(p.param("EMAIL"))
	}
	if strings.EqualFold(a.Name, a.Address) {
		a.Name = ""
	}
	return a
}

// unescape undoes the escapes of a TEXT value (RFC 5545 section 3.3.11).
func unescape(s string) string {
	if strings.IndexByte(s, '\\') < 0 {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' || i+1 == len(s) {
			b.WriteByte(s[i])
			continue
		}
		i++
		if s[i] == 'n' || s[i] == 'N' {
			b.WriteByte('\n')
		} else {
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

// calendarText reads a DESCRIPTION; Google writes HTML into it.
func calendarText(value string) string {
	s := unescape(value)
	if l := strings.ToLower(s); strings.Contains(l, "<br") || strings.Contains(l, "<p>") || strings.Contains(l, "</a>") || strings.Contains(l, "<html") {
		s, _ = htmlText(strings.ReplaceAll(s, "\n", "<br>"))
	}
	return strings.TrimSpace(cleanText(s))
}
