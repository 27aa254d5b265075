package cadence

import (
	"strings"
	"sync"
	"time"

	"heardback/employer"
)

// zones remembers loaded locations: loading one reads the zone database.
var zones sync.Map

// location returns the zone of an IANA name or of an offset such as "+02:00"; nil if it is neither.
func location(name string) *time.Location {
	if name == "" {
		return nil
	}
	if l, ok := zones.Load(name); ok {
		return l.(*time.Location)
	}
	l, err := time.LoadLocation(name)
	if err != nil || name == "Local" {
		t, err := time.Parse("-07:00", name)
		if err != nil {
			return nil
		}
		_, offset := t.Zone()
		l = time.FixedZone(name, offset)
	}
	zones.Store(name, l)
	return l
}

// recipientZone is where the recipient reads, in the order of rule 11: the application's zone, which the fold takes from the
// invitation's TZID first; the person's stable offset; the country; the user's own.
func recipientZone(a *employer.Application, c *employer.Contact, user *time.Location) *time.Location {
	if l := location(a.Zone); l != nil {
		return l
	}
	if c != nil {
		if l := location(c.Zone); l != nil {
			return l
		}
	}
	if l := location(mainZone[a.Country]); l != nil {
		return l
	}
	return user
}

// country is the region whose holidays count: the employer's, else the one of its zone, else the user's.
func country(a *employer.Application, s *Seeker) string {
	if a.Country != "" {
		return strings.ToUpper(a.Country)
	}
	if c := zoneCountry[a.Zone]; c != "" {
		return c
	}
	if strings.HasPrefix(a.Zone, "Australia/") {
		return "AU"
	}
	return strings.ToUpper(s.Country)
}

// mainZone is the zone of the countries that have one, or one in which almost everybody lives.
var mainZone = map[string]string{
	"AT": "Europe/Vienna", "BE": "Europe/Brussels", "CH": "Europe/Zurich", "CZ": "Europe/Prague", "DE": "Europe/Berlin",
	"DK": "Europe/Copenhagen", "ES": "Europe/Madrid", "FI": "Europe/Helsinki", "FR": "Europe/Paris", "GB": "Europe/London",
	"GR": "Europe/Athens", "HU": "Europe/Budapest", "IE": "Europe/Dublin", "IL": "Asia/Jerusalem", "IN": "Asia/Kolkata",
	"IT": "Europe/Rome", "JP": "Asia/Tokyo", "LU": "Europe/Luxembourg", "NL": "Europe/Amsterdam", "NO": "Europe/Oslo",
	"NZ": "Pacific/Auckland", "PL": "Europe/Warsaw", "PT": "Europe/Lisbon", "RO": "Europe/Bucharest", "SA": "Asia/Riyadh",
	"SE": "Europe/Stockholm", "SG": "Asia/Singapore", "AE": "Asia/Dubai", "QA": "Asia/Qatar", "KW": "Asia/Kuwait", "EG": "Africa/Cairo",
}

// zoneCountry tells the country of the zones of the countries whose holidays or weekends are known.
var zoneCountry = func() map[string]string {
	m := map[string]string{
		"Europe/Busingen": "DE", "Europe/Belfast": "GB", "Atlantic/Canary": "ES", "Africa/Ceuta": "ES", "Atlantic/Madeira": "PT", "Atlantic/Azores": "PT",
		"Asia/Calcutta": "IN", "Asia/Tel_Aviv": "IL", "Asia/Bahrain": "BH", "Asia/Muscat": "OM", "Asia/Amman": "JO", "Asia/Baghdad": "IQ", "Asia/Dhaka": "BD",
		"Asia/Tehran": "IR", "Asia/Kathmandu": "NP", "Africa/Algiers": "DZ", "Africa/Tripoli": "LY",
	}
	for c, z := range mainZone {
		m[z] = c
	}
	for c, names := range map[string]string{
		"US": "America/New_York America/Chicago America/Denver America/Los_Angeles America/Phoenix America/Detroit America/Boise America/Anchorage " +
			"America/Indiana/Indianapolis America/Indianapolis America/Kentucky/Louisville Pacific/Honolulu US/Eastern US/Central US/Mountain US/Pacific",
		"CA": "America/Toronto America/Montreal America/Vancouver America/Edmonton America/Winnipeg America/Halifax America/St_Johns America/Regina",
		"BR": "America/Sao_Paulo America/Bahia America/Fortaleza America/Recife America/Manaus America/Belem America/Cuiaba America/Campo_Grande",
	} {
		for _, z := range strings.Fields(names) {
			m[z] = c
		}
	}
	return m
}()
