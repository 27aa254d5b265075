package story

import "fmt"

// zone is what a VTIMEZONE needs: the offsets, and the rule by which summer time changes, "" where there is none.
type zone struct{ windows, standard, summer, rule string }

// zones are those in which stories take place.
var zones = map[string]zone{
	"America/Chicago":     {"Central Standard Time", "-0600", "-0500", "us"},
	"America/Los_Angeles": {"Pacific Standard Time", "-0800", "-0700", "us"},
	"America/New_York":    {"Eastern Standard Time", "-0500", "-0400", "us"},
	"America/Sao_Paulo":   {"E. South America Standard Time", "-0300", "", ""},
	"Asia/Kolkata":        {"India Standard Time", "+0530", "", ""},
	"Europe/Amsterdam":    {"W. Europe Standard Time", "+0100", "+0200", "eu"},
	"Europe/Berlin":       {"W. Europe Standard Time", "+0100", "+0200", "eu"},
	"Europe/Lisbon":       {"GMT Standard Time", "+0000", "+0100", "eu"},
	"Europe/London":       {"GMT Standard Time", "+0000", "+0100", "eu"},
	"Europe/Madrid":       {"Romance Standard Time", "+0100", "+0200", "eu"},
	"Europe/Paris":        {"Romance Standard Time", "+0100", "+0200", "eu"},
	"Europe/Rome":         {"W. Europe Standard Time", "+0100", "+0200", "eu"},
}

// component writes the VTIMEZONE under the name tzid.
func (z zone) component(tzid string) []string {
	lines := []string{"BEGIN:VTIMEZONE", "TZID:" + tzid}
	observance := func(name, from, to, start, rule string) {
		lines = append(lines, "BEGIN:"+name, "DTSTART:"+start, fmt.Sprintf("TZOFFSETFROM:%s", from), "TZOFFSETTO:"+to)
		if rule != "" {
			lines = append(lines, "RRULE:FREQ=YEARLY;"+rule)
		}
		lines = append(lines, "END:"+name)
	}
	switch z.rule {
	case "us":
		observance("DAYLIGHT", z.standard, z.summer, "20070311T020000", "BYMONTH=3;BYDAY=2SU")
		observance("STANDARD", z.summer, z.standard, "20071104T020000", "BYMONTH=11;BYDAY=1SU")
	case "eu":
		observance("DAYLIGHT", z.standard, z.summer, "19960331T020000", "BYMONTH=3;BYDAY=-1SU")
		observance("STANDARD", z.summer, z.standard, "19961027T030000", "BYMONTH=10;BYDAY=-1SU")
	default:
		observance("STANDARD", z.standard, z.standard, "19700101T000000", "")
	}
	return append(lines, "END:VTIMEZONE")
}
