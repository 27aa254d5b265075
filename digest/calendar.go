package digest

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"heardback/employer"
)

// stamp is the form of a UTC date and time (RFC 5545 section 3.3.5, form 2).
const stamp = "20060102T150405Z"

// calendar writes the interviews as an iCalendar object to be imported (RFC 5545, METHOD:PUBLISH of RFC 5546 section 1.4): it
// asks nobody for an answer. An interview keeps the UID of its invitation, so that one that is in the user's calendar already
// is not doubled.
func calendar(talks []employer.Interview, titles, notes []string, now time.Time) []byte {
	var b strings.Builder
	line := func(name, value string) { b.WriteString(fold(name + ":" + value)) }
	line("BEGIN", "VCALENDAR")
	line("VERSION", "2.0")
	line("PRODID", "-//heardback//digest//EN")
	line("METHOD", "PUBLISH")
	for i, v := range talks {
		line("BEGIN", "VEVENT")
		line("UID", escape(uid(v)))
		line("SEQUENCE", fmt.Sprint(max(0, v.Sequence)))
		line("DTSTAMP", now.UTC().Format(stamp))
		if v.DateOnly {
			b.WriteString(fold("DTSTART;VALUE=DATE:" + v.Start.Format("20060102")))
		} else {
			line("DTSTART", v.Start.UTC().Format(stamp))
			end := v.End
			if !end.After(v.Start) {
				end = v.Start.Add(time.Hour)
			}
			line("DTEND", end.UTC().Format(stamp))
		}
		line("SUMMARY", escape(titles[i]))
		if p := clean(v.Place, quoteLength); p != "" {
			line("LOCATION", escape(p))
		}
		if len(notes) > 0 {
			line("DESCRIPTION", escape(strings.Join(notes, "\n")))
		}
		line("STATUS", "CONFIRMED")
		line("END", "VEVENT")
	}
	line("END", "VCALENDAR")
	return []byte(b.String())
}

// uid is the identity of an interview in a calendar.
func uid(v employer.Interview) string {
	if u := clean(v.UID, 200); u != "" {
		return u
	}
	sum := sha256.Sum256([]byte("interview\x00" + v.Key + "\x00" + v.Event))
	return hex.EncodeToString(sum[:12]) + "@" + ListID
}

// escape writes a text value (RFC 5545 section 3.3.11).
func escape(s string) string {
	return strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r\n", `\n`, "\n", `\n`, "\r", `\n`).Replace(s)
}

// fold breaks a content line after at most 75 octets, never within a character (RFC 5545 section 3.1).
func fold(s string) string {
	var b strings.Builder
	n := 0
	for _, r := range s {
		size := utf8.RuneLen(r)
		if n+size > 75 {
			b.WriteString("\r\n ")
			n = 1
		}
		b.WriteRune(r)
		n += size
	}
	b.WriteString("\r\n")
	return b.String()
}
