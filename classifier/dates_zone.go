package classifier

import (
	"strconv"
	"strings"
	"time"
	_ "time/tzdata" // zones must not depend on the machine that reads the mail
)

// zoneNames maps the abbreviations and names of zones in mail to IANA names. An abbreviation means the zone of that name
// whether or not daylight saving is in force: writers say EST in July.
var zoneNames = map[string]string{
	"et": "America/New_York", "est": "America/New_York", "edt": "America/New_York", "eastern": "America/New_York",
	"ct": "America/Chicago", "cst": "America/Chicago", "cdt": "America/Chicago", "central": "America/Chicago",
	"mt": "America/Denver", "mst": "America/Denver", "mdt": "America/Denver", "mountain": "America/Denver",
	"pt": "America/Los_Angeles", "pst": "America/Los_Angeles", "pdt": "America/Los_Angeles", "pacific": "America/Los_Angeles",
	"akst": "America/Anchorage", "akdt": "America/Anchorage", "hst": "Pacific/Honolulu", "ast": "America/Halifax", "adt": "America/Halifax",
	"gmt": "Etc/GMT", "utc": "Etc/UTC", "bst": "Europe/London", "wet": "Europe/Lisbon", "west": "Europe/Lisbon",
	"cet": "Europe/Berlin", "cest": "Europe/Berlin", "mez": "Europe/Berlin", "mesz": "Europe/Berlin",
	"eet": "Europe/Helsinki", "eest": "Europe/Helsinki", "msk": "Europe/Moscow", "trt": "Europe/Istanbul",
	"ist": "Asia/Kolkata", "pkt": "Asia/Karachi", "gst": "Asia/Dubai", "sgt": "Asia/Singapore", "hkt": "Asia/Hong_Kong", "pht": "Asia/Manila",
	"jst": "Asia/Tokyo", "kst": "Asia/Seoul", "idt": "Asia/Jerusalem", "sast": "Africa/Johannesburg", "wat": "Africa/Lagos", "eat": "Africa/Nairobi",
	"aest": "Australia/Sydney", "aedt": "Australia/Sydney", "awst": "Australia/Perth", "acst": "Australia/Adelaide", "nzst": "Pacific/Auckland", "nzdt": "Pacific/Auckland",
	"brt": "America/Sao_Paulo", "art": "America/Argentina/Buenos_Aires", "clt": "America/Santiago", "cot": "America/Bogota", "pet": "America/Lima",
	// Cities, as in "London time" and "hora de Madrid".
	"london": "Europe/London", "dublin": "Europe/Dublin", "berlin": "Europe/Berlin", "munich": "Europe/Berlin", "paris": "Europe/Paris", "madrid": "Europe/Madrid",
	"amsterdam": "Europe/Amsterdam", "brussels": "Europe/Brussels", "rome": "Europe/Rome", "roma": "Europe/Rome", "vienna": "Europe/Vienna", "wien": "Europe/Vienna",
	"zurich": "Europe/Zurich", "lisbon": "Europe/Lisbon", "lisboa": "Europe/Lisbon", "warsaw": "Europe/Warsaw", "stockholm": "Europe/Stockholm",
	"brasilia": "America/Sao_Paulo", "york": "America/New_York", "chicago": "America/Chicago", "toronto": "America/Toronto", "mexico": "America/Mexico_City",
	"tokyo": "Asia/Tokyo", "singapore": "Asia/Singapore", "india": "Asia/Kolkata", "israel": "Asia/Jerusalem", "sydney": "Australia/Sydney", "uk": "Europe/London",
}

// centralEurope names the zone that CET means in a language.
var centralEurope = map[string]string{"fr": "Europe/Paris", "es": "Europe/Madrid", "nl": "Europe/Amsterdam", "it": "Europe/Rome"}

// zoneOf resolves a zone as written. offset is the offset of the mail's Date field in seconds, which tells the three ISTs
// and the two CSTs apart.
func zoneOf(written, language string, offset int) (name string, loc *time.Location) {
	z := strings.ToLower(written)
	if rest, ok := strings.CutPrefix(strings.TrimPrefix(z, "gmt"), "utc"); ok || rest != z {
		if h, err := strconv.Atoi(rest); err == nil && h >= -12 && h <= 14 && h != 0 {
			sign := '-' // POSIX: the sign of Etc zones is reversed
			if h < 0 {
				sign, h = '+', -h
			}
			z = "Etc/GMT" + string(sign) + strconv.Itoa(h)
			loc, err := time.LoadLocation(z)
			if err != nil {
				return "", nil
			}
			return z, loc
		}
	}
	name = zoneNames[z]
	switch z {
	case "cet", "cest":
		if n := centralEurope[language]; n != "" {
			name = n
		}
	case "ist":
		switch offset {
		case 0, 3600:
			name = "Europe/Dublin"
		case 2 * 3600, 3 * 3600:
			name = "Asia/Jerusalem"
		}
	case "cst":
		if offset == 8*3600 {
			name = "Asia/Shanghai"
		}
	}
	if name == "" {
		return "", nil
	}
	loc, err := time.LoadLocation(name)
	if err != nil {
		return "", nil
	}
	return name, loc
}
