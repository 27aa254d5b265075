package story

import (
	"errors"
	"fmt"
	"net/mail"
	"strings"
	"time"
)

// calendar is an invitation in short form, the lines after "--- calendar":
//
//	method: REQUEST (default) | CANCEL | REPLY
//	uid: …              sequence: 0 (default)
//	start: 2027-02-04 10:00      in zone, else in the zone of the mail
//	end: 2027-02-04 11:00        zone: Europe/Berlin
//	summary: …          location: …          description: …
//	organizer: Dana Reyes <dana@brightwell.example>
//	attendee: Jamie Fox <jamie@example.com> [NEEDS-ACTION|ACCEPTED|DECLINED]     may be repeated
//	style: google (default) | outlook
type calendar struct {
	method, uid, sequence, summary, location, description, style string
	start, end                                                   time.Time
	zone                                                         *time.Location
	organizer                                                    *mail.Address
	attendees                                                    []attendee
}

type attendee struct {
	*mail.Address
	partStat string
}

func parseCalendar(lines []string, zone *time.Location) (*calendar, error) {
	c := &calendar{method: "REQUEST", sequence: "0", style: "google", zone: zone}
	var start, end string
	for _, line := range lines {
		if strings.TrimSpace(line) == "" {
			continue
		}
		key, value, ok := strings.Cut(line, ":")
		value = strings.TrimSpace(value)
		if !ok {
			return nil, fmt.Errorf("%q is no line of a calendar", line)
		}
		var err error
		switch key {
		case "method":
			c.method = value
		case "uid":
			c.uid = value
		case "sequence":
			c.sequence = value
		case "summary":
			c.summary = value
		case "location":
			c.location = value
		case "description":
			c.description = value
		case "style":
			c.style = value
		case "start":
			start = value
		case "end":
			end = value
		case "zone":
			c.zone, err = time.LoadLocation(value)
		case "organizer":
			c.organizer, err = mail.ParseAddress(value)
		case "attendee":
			a := attendee{partStat: "NEEDS-ACTION"}
			if i := strings.LastIndexByte(value, '>'); i >= 0 && strings.TrimSpace(value[i+1:]) != "" {
				value, a.partStat = value[:i+1], strings.TrimSpace(value[i+1:])
			}
			a.Address, err = mail.ParseAddress(value)
			c.attendees = append(c.attendees, a)
		default:
			err = errors.New("unknown key")
		}
		if err != nil {
			return nil, fmt.Errorf("calendar %s: %w", key, err)
		}
	}
	var err error
	if c.start, err = time.ParseInLocation(day+" 15:04", start, c.zone); err != nil {
		return nil, err
	}
	if c.end, err = time.ParseInLocation(day+" 15:04", end, c.zone); err != nil {
		return nil, err
	}
	if c.uid == "" || c.organizer == nil {
		return nil, errors.New("a calendar needs uid and organizer")
	}
	return c, nil
}

// ics writes the object with its VTIMEZONE (RFC 5545 section 3.6.5). Google names the zone by IANA, Outlook by Windows.
func (c *calendar) ics() (string, error) {
	z, ok := zones[c.zone.String()]
	if !ok {
		return "", fmt.Errorf("no VTIMEZONE is written down for %s", c.zone)
	}
	tzid, prodid := c.zone.String(), "-//Google Inc//Google Calendar 70.9054//EN"
	if c.style == "outlook" {
		tzid, prodid = z.windows, "Microsoft Exchange Server 2010"
	}
	status := "CONFIRMED"
	if c.method == "CANCEL" {
		status = "CANCELLED"
	}
	lines := append([]string{"BEGIN:VCALENDAR", "PRODID:" + prodid, "VERSION:2.0", "CALSCALE:GREGORIAN", "METHOD:" + c.method}, z.component(tzid)...)
	lines = append(lines, "BEGIN:VEVENT",
		"UID:"+c.uid, "SEQUENCE:"+c.sequence,
		"DTSTAMP:"+c.start.UTC().AddDate(0, 0, -3).Format("20060102T150405Z"),
		"DTSTART;TZID="+tzid+":"+c.start.Format("20060102T150405"),
		"DTEND;TZID="+tzid+":"+c.end.Format("20060102T150405"),
		"SUMMARY:"+escape(c.summary), "STATUS:"+status,
		fmt.Sprintf("ORGANIZER;CN=%q:mailto:%s", c.organizer.Name, c.organizer.Address))
	for _, a := range c.attendees {
		lines = append(lines, fmt.Sprintf("ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=%s;RSVP=TRUE;CN=%q:mailto:%s", a.partStat, a.Name, a.Address.Address))
	}
	if c.location != "" {
		lines = append(lines, "LOCATION:"+escape(c.location))
	}
	if c.description != "" {
		lines = append(lines, "DESCRIPTION:"+escape(c.description))
	}
	if c.style == "outlook" {
		lines = append(lines, "X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE", "X-MICROSOFT-CDO-IMPORTANCE:1")
	}
	lines = append(lines, "END:VEVENT", "END:VCALENDAR")
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(fold(l) + "\r\n")
	}
	return b.String(), nil
}

// escape writes a TEXT value (RFC 5545 section 3.3.11); "\n" in the story is a line break already.
func escape(s string) string {
	return strings.NewReplacer(";", `\;`, ",", `\,`).Replace(s)
}

// fold breaks a content line after at most 74 octets (RFC 5545 section 3.1), never within a character.
func fold(l string) string {
	var b strings.Builder
	n := 0
	for _, r := range l {
		size := len(string(r))
		if n+size > 74 {
			b.WriteString("\r\n ")
			n = 1
		}
		b.WriteRune(r)
		n += size
	}
	return b.String()
}
