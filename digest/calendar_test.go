package digest

import (
	"strings"
	"testing"
	"time"

	"heardback/employer"
)

func TestCalendarFile(t *testing.T) {
	start := time.Date(2027, time.March, 1, 10, 0, 0, 0, zone)
	got := string(calendar([]employer.Interview{
		{UID: "talk-1@firm.example", Sequence: 2, Start: start, End: start.Add(45 * time.Minute), Place: "Room 4; second floor, left"},
		{Key: "mail:7", Start: start, DateOnly: true},
	}, []string{"Firm · Äußerst lange Bezeichnung einer Stelle, die über fünfundsiebzig Zeichen hinausgeht", "Firm"}, []string{"Ask, and listen"}, at(28, 18, 0)))
	want := strings.ReplaceAll(`BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//heardback//digest//EN
METHOD:PUBLISH
BEGIN:VEVENT
UID:talk-1@firm.example
SEQUENCE:2
DTSTAMP:20270228T170000Z
DTSTART:20270301T090000Z
DTEND:20270301T094500Z
SUMMARY:Firm · Äußerst lange Bezeichnung einer Stelle\, die über fünfu
 ndsiebzig Zeichen hinausgeht
LOCATION:Room 4\; second floor\, left
DESCRIPTION:Ask\, and listen
STATUS:CONFIRMED
END:VEVENT
BEGIN:VEVENT
UID:`+uid(employer.Interview{Key: "mail:7"})+`
SEQUENCE:0
DTSTAMP:20270228T170000Z
DTSTART;VALUE=DATE:20270301
SUMMARY:Firm
DESCRIPTION:Ask\, and listen
STATUS:CONFIRMED
END:VEVENT
END:VCALENDAR
`, "\n", "\r\n")
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// An interview that is known from text alone keeps its identity from letter to letter.
func TestCalendarIdentity(t *testing.T) {
	a, b := uid(employer.Interview{Key: "mail:1"}), uid(employer.Interview{Key: "mail:2"})
	if a == b || a != uid(employer.Interview{Key: "mail:1"}) || !strings.HasSuffix(a, "@"+ListID) {
		t.Errorf("got %q and %q", a, b)
	}
}
