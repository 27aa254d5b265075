package mailbox

import (
	"strings"
	"testing"
	"time"
)

// event wraps the lines of one event into a calendar.
func event(lines string) string {
	return "BEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VEVENT\n" + lines + "\nEND:VEVENT\nEND:VCALENDAR\n"
}

func one(t *testing.T, text string) Calendar {
	t.Helper()
	p := parser{}
	got := p.calendar(calendarPart{text: text})
	if len(got) != 1 {
		t.Fatalf("got %d events, want 1", len(got))
	}
	return got[0]
}

func TestCalendarZones(t *testing.T) {
	cases := []struct{ id, zone, utc string }{
		{"Europe/Vienna", "Europe/Vienna", "2027-07-01T07:00"},
		{"W. Europe Standard Time", "Europe/Berlin", "2027-07-01T07:00"},
		{"Romance Standard Time", "Europe/Paris", "2027-07-01T07:00"},
		{"GMT Standard Time", "Europe/London", "2027-07-01T08:00"},
		{"Eastern Standard Time", "America/New_York", "2027-07-01T13:00"},
		{"Eastern Daylight Time", "America/New_York", "2027-07-01T13:00"},
		{"US Mountain Standard Time", "America/Phoenix", "2027-07-01T16:00"},
		{"India Standard Time", "Asia/Calcutta", "2027-07-01T03:30"},
		{"E. South America Standard Time", "America/Sao_Paulo", "2027-07-01T12:00"},
		{`"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna"`, "Europe/Berlin", "2027-07-01T07:00"},
		{`"(UTC-05:00) Eastern Time (US & Canada)"`, "America/New_York", "2027-07-01T13:00"},
		{`"(GMT+01:00) Brussels, Copenhagen, Madrid, Paris"`, "Europe/Paris", "2027-07-01T07:00"},
		{`"(UTC+00:00) Dublin, Edinburgh, Lisbon, London"`, "Europe/London", "2027-07-01T08:00"},
		{"/freeassociation.sourceforge.net/Tzfile/Europe/Madrid", "Europe/Madrid", "2027-07-01T07:00"},
		{"/mozilla.org/20050126_1/America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires", "2027-07-01T12:00"},
		{"tzone://Microsoft/Utc", "UTC", "2027-07-01T09:00"},
		{"GMT+0530", "", "2027-07-01T03:30"},
		{"Nowhere/At_All", "", "2027-07-01T09:00"},
	}
	for _, c := range cases {
		got := one(t, event("DTSTART;TZID="+c.id+":20270701T090000"))
		if u := got.Start.UTC().Format("2006-01-02T15:04"); u != c.utc || got.Zone != c.zone {
			t.Errorf("%s: got %s in %q, want %s in %q", c.id, u, got.Zone, c.utc, c.zone)
		}
	}
}

// Every name of the table has to be a zone that Go knows.
func TestWindowsZonesExist(t *testing.T) {
	for id, name := range windowsZones {
		if _, err := time.LoadLocation(name); err != nil {
			t.Errorf("%s: %v", id, err)
		}
	}
	for place, id := range displayPlaces {
		if windowsZones[id] == "" {
			t.Errorf("%s: no zone %q", place, id)
		}
	}
}

// zoneRules returns a VTIMEZONE as Outlook writes it.
func zoneRules(id, standard, daylight, toStandard, toDaylight string) string {
	return "BEGIN:VTIMEZONE\nTZID:" + id + "\nBEGIN:STANDARD\nDTSTART:16010101T030000\nTZOFFSETFROM:" + toDaylight + "\nTZOFFSETTO:" + toStandard + "\nRRULE:FREQ=YEARLY;INTERVAL=1;" + standard +
		"\nEND:STANDARD\nBEGIN:DAYLIGHT\nDTSTART:16010101T020000\nTZOFFSETFROM:" + toStandard + "\nTZOFFSETTO:" + toDaylight + "\nRRULE:FREQ=YEARLY;INTERVAL=1;" + daylight + "\nEND:DAYLIGHT\nEND:VTIMEZONE\n"
}

func TestCustomZones(t *testing.T) {
	cases := []struct{ name, zone, wantZone, summer, winter string }{
		{"rules of Berlin", zoneRules("Z", "BYDAY=-1SU;BYMONTH=10", "BYDAY=-1SU;BYMONTH=3", "+0100", "+0200"), "Europe/Berlin", "07:00", "08:00"},
		{"rules of New York", zoneRules("Z", "BYDAY=1SU;BYMONTH=11", "BYDAY=2SU;BYMONTH=3", "-0500", "-0400"), "America/New_York", "13:00", "14:00"},
		{"days of the month", zoneRules("Z", "BYMONTHDAY=1,2,3,4,5,6,7;BYDAY=SU;BYMONTH=11", "BYMONTHDAY=8,9,10,11,12,13,14;BYDAY=SU;BYMONTH=3", "-0800", "-0700"), "America/Los_Angeles", "16:00", "17:00"},
		{"rules of no zone", zoneRules("Z", "BYDAY=1SA;BYMONTH=9", "BYDAY=1SA;BYMONTH=5", "+0400", "+0500"), "", "04:00", "05:00"},
		{"no change", "BEGIN:VTIMEZONE\nTZID:Z\nBEGIN:STANDARD\nDTSTART:16010101T000000\nTZOFFSETTO:+0545\nEND:STANDARD\nEND:VTIMEZONE\n", "", "03:15", "03:15"},
		{"its location", "BEGIN:VTIMEZONE\nTZID:Z\nX-LIC-LOCATION:Europe/Lisbon\nEND:VTIMEZONE\n", "Europe/Lisbon", "08:00", "09:00"},
	}
	for _, c := range cases {
		for month, want := range map[string]string{"07": c.summer, "12": c.winter} {
			// The definition stands behind the event: some programs write it there.
			got := one(t, "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;TZID=Z:2027"+month+"01T090000\nEND:VEVENT\n"+c.zone+"END:VCALENDAR\n")
			if u := got.Start.UTC().Format("15:04"); u != want || got.Zone != c.wantZone {
				t.Errorf("%s in month %s: got %s in %q, want %s in %q", c.name, month, u, got.Zone, want, c.wantZone)
			}
		}
	}
}

func TestCalendarTimes(t *testing.T) {
	at := func(s string) time.Time {
		v, err := time.Parse("2006-01-02 15:04", s)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	cases := []struct {
		name, lines string
		start, end  time.Time
		allDay      bool
		zone        string
	}{
		{"utc", "DTSTART:20270701T090000Z\nDTEND:20270701T100000Z", at("2027-07-01 09:00"), at("2027-07-01 10:00"), false, "UTC"},
		{"floating", "DTSTART:20270701T090000\nDTEND:20270701T100000", at("2027-07-01 09:00"), at("2027-07-01 10:00"), false, ""},
		{"duration", "DURATION:PT1H15M\nDTSTART:20270701T090000Z", at("2027-07-01 09:00"), at("2027-07-01 10:15"), false, "UTC"},
		{"a day", "DTSTART;VALUE=DATE:20270701", at("2027-07-01 00:00"), at("2027-07-02 00:00"), true, ""},
		{"end before start", "DTSTART:20270701T090000Z\nDTEND:20270701T080000Z", at("2027-07-01 09:00"), at("2027-07-01 09:00"), false, "UTC"},
		{"negative duration", "DTSTART:20270701T090000Z\nDURATION:-PT1H", at("2027-07-01 09:00"), at("2027-07-01 09:00"), false, "UTC"},
		{"with dashes", "DTSTART:2027-07-01T09:00:00Z", at("2027-07-01 09:00"), at("2027-07-01 09:00"), false, "UTC"},
		{"nonsense", "DTSTART:tomorrow", time.Time{}, time.Time{}, false, ""},
	}
	for _, c := range cases {
		got := one(t, event(c.lines))
		if !got.Start.Equal(c.start) || !got.End.Equal(c.end) || got.AllDay != c.allDay || got.Zone != c.zone {
			t.Errorf("%s: got %v to %v, all day %v, zone %q", c.name, got.Start, got.End, got.AllDay, got.Zone)
		}
	}
}

func TestCalendarProperties(t *testing.T) {
	got := one(t, strings.ReplaceAll(`BEGIN:VCALENDAR
METHOD:cancel
X-WR-TIMEZONE:Europe/Rome
BEGIN:VEVENT
UID:u1
SEQUENCE:7
STATUS:CANCELLED
DTSTART:20270701T090000
RRULE:FREQ=WEEKLY
SUMMARY;LANGUAGE=en:First talk\; with
  Jo
LOCATION:Hall \, 2
DESCRIPTION:<p>Join: <a href="https://meet.google.com/abc-defg-hij">here</a></p>\n<br>See you
X-GOOGLE-CONFERENCE:https://meet.google.com/abc-defg-hij
ORGANIZER;CN="Doe, Jo":mailto:Jo@X.example
ATTENDEE;CN=Al;PARTSTAT=ACCEPTED;X-NUM-GUESTS=0:mailto:al@x.example
ATTENDEE;EMAIL=bo@x.example;PARTSTAT=WHATEVER:urn:uuid:1
BEGIN:VALARM
DESCRIPTION:reminder
TRIGGER:-PT10M
END:VALARM
END:VEVENT
END:VCALENDAR
`, "\n", "\r\n"))
	want := Calendar{Method: MethodCancel, UID: "u1", Sequence: 7, Zone: "Europe/Rome", Summary: "First talk; with Jo", Location: "Hall , 2", Text: "Join: here\n\nSee you",
		URL: "https://meet.google.com/abc-defg-hij", Organizer: Address{"Doe, Jo", "Jo@x.example"}, Cancelled: true, Recurring: true}
	if got.Start.UTC().Hour() != 7 {
		t.Errorf("Start: got %v, want nine in Rome", got.Start)
	}
	if len(got.Attendees) != 2 || got.Attendees[0] != (Attendee{Address{"Al", "al@x.example"}, "ACCEPTED"}) || got.Attendees[1] != (Attendee{Address{"", "bo@x.example"}, "NEEDS-ACTION"}) {
		t.Errorf("Attendees: got %+v", got.Attendees)
	}
	got.Start, got.End, got.Attendees = time.Time{}, time.Time{}, nil
	if a, b := got, want; a.Text != b.Text || a.Summary != b.Summary || a.Location != b.Location || a.URL != b.URL || a.Organizer != b.Organizer || a.Method != b.Method || a.UID != b.UID ||
		a.Sequence != b.Sequence || a.Zone != b.Zone || a.Cancelled != b.Cancelled || a.Recurring != b.Recurring {
		t.Errorf("got  %+v\nwant %+v", a, b)
	}
}

// A broken line costs itself, not the invitation.
func TestCalendarSurvivesBrokenLines(t *testing.T) {
	got := one(t, "BEGIN:VCALENDAR\nno colon here\nBEGIN:VEVENT\nATTENDEE;CN=\"open:mailto:a@x.example\nDTSTART:20270701T090000Z\n;;;\nSUMMARY:Talk\nEND:WRONG\nUID:u")
	if got.UID != "u" || got.Summary != "Talk" || got.Start.IsZero() {
		t.Errorf("got %+v", got)
	}
}

func TestCalendarPartsAreFound(t *testing.T) {
	ics := event("UID:found\nDTSTART:20270701T090000Z")
	for name, head := range map[string]string{
		"alone": "Content-Type: text/calendar; method=REQUEST", "attached": "Content-Type: application/octet-stream; name=invite.ics\nContent-Disposition: attachment; filename=invite.ics",
		"application": "Content-Type: application/ics",
	} {
		m := mustParse(t, "From: a@x.example\n"+head+"\n\n"+ics, Options{})
		if len(m.Calendars) != 1 || m.Calendars[0].UID != "found" {
			t.Errorf("%s: got %+v", name, m.Calendars)
		}
	}
}
