package mailbox

import "strings"

// windowsZones maps the names that Windows gives its zones to the IANA name of each for the world ("001"), as the
// Unicode CLDR lists them in windowsZones.
var windowsZones = map[string]string{
	"afghanistan standard time": "Asia/Kabul", "alaskan standard time": "America/Anchorage", "aleutian standard time": "America/Adak",
	"altai standard time": "Asia/Barnaul", "arab standard time": "Asia/Riyadh", "arabian standard time": "Asia/Dubai",
	"arabic standard time": "Asia/Baghdad", "argentina standard time": "America/Buenos_Aires", "astrakhan standard time": "Europe/Astrakhan",
	"atlantic standard time": "America/Halifax", "aus central standard time": "Australia/Darwin", "aus central w. standard time": "Australia/Eucla",
	"aus eastern standard time": "Australia/Sydney", "azerbaijan standard time": "Asia/Baku", "azores standard time": "Atlantic/Azores",
	"bahia standard time": "America/Bahia", "bangladesh standard time": "Asia/Dhaka", "belarus standard time": "Europe/Minsk",
	"bougainville standard time": "Pacific/Bougainville", "canada central standard time": "America/Regina", "cape verde standard time": "Atlantic/Cape_Verde",
	"caucasus standard time": "Asia/Yerevan", "cen. australia standard time": "Australia/Adelaide", "central america standard time": "America/Guatemala",
	"central asia standard time": "Asia/Almaty", "central brazilian standard time": "America/Cuiaba", "central europe standard time": "Europe/Budapest",
	"central european standard time": "Europe/Warsaw", "central pacific standard time": "Pacific/Guadalcanal", "central standard time": "America/Chicago",
	"central standard time (mexico)": "America/Mexico_City", "chatham islands standard time": "Pacific/Chatham", "china standard time": "Asia/Shanghai",
	"cuba standard time": "America/Havana", "dateline standard time": "Etc/GMT+12", "e. africa standard time": "Africa/Nairobi",
	"e. australia standard time": "Australia/Brisbane", "e. europe standard time": "Europe/Chisinau", "e. south america standard time": "America/Sao_Paulo",
	"easter island standard time": "Pacific/Easter", "eastern standard time": "America/New_York", "eastern standard time (mexico)": "America/Cancun",
	"egypt standard time": "Africa/Cairo", "ekaterinburg standard time": "Asia/Yekaterinburg", "fiji standard time": "Pacific/Fiji",
	"fle standard time": "Europe/Kiev", "georgian standard time": "Asia/Tbilisi", "gmt standard time": "Europe/London",
	"greenland standard time": "America/Godthab", "greenwich standard time": "Atlantic/Reykjavik", "gtb standard time": "Europe/Bucharest",
	"haiti standard time": "America/Port-au-Prince", "hawaiian standard time": "Pacific/Honolulu", "india standard time": "Asia/Calcutta",
	"iran standard time": "Asia/Tehran", "israel standard time": "Asia/Jerusalem", "jordan standard time": "Asia/Amman",
	"kaliningrad standard time": "Europe/Kaliningrad", "kamchatka standard time": "Asia/Kamchatka", "korea standard time": "Asia/Seoul",
	"libya standard time": "Africa/Tripoli", "line islands standard time": "Pacific/Kiritimati", "lord howe standard time": "Australia/Lord_Howe",
	"magadan standard time": "Asia/Magadan", "magallanes standard time": "America/Punta_Arenas", "marquesas standard time": "Pacific/Marquesas",
	"mauritius standard time": "Indian/Mauritius", "mexico standard time": "America/Mexico_City", "mexico standard time 2": "America/Mazatlan",
	"mid-atlantic standard time": "Etc/GMT+2", "middle east standard time": "Asia/Beirut", "montevideo standard time": "America/Montevideo",
	"morocco standard time": "Africa/Casablanca", "mountain standard time": "America/Denver", "mountain standard time (mexico)": "America/Mazatlan",
	"myanmar standard time": "Asia/Rangoon", "n. central asia standard time": "Asia/Novosibirsk", "namibia standard time": "Africa/Windhoek",
	"nepal standard time": "Asia/Katmandu", "new zealand standard time": "Pacific/Auckland", "newfoundland standard time": "America/St_Johns",
	"norfolk standard time": "Pacific/Norfolk", "north asia east standard time": "Asia/Irkutsk", "north asia standard time": "Asia/Krasnoyarsk",
	"north korea standard time": "Asia/Pyongyang", "omsk standard time": "Asia/Omsk", "pacific sa standard time": "America/Santiago",
	"pacific standard time": "America/Los_Angeles", "pacific standard time (mexico)": "America/Tijuana", "pakistan standard time": "Asia/Karachi",
	"paraguay standard time": "America/Asuncion", "qyzylorda standard time": "Asia/Qyzylorda", "romance standard time": "Europe/Paris",
	"russia time zone 3": "Europe/Samara", "russia time zone 10": "Asia/Srednekolymsk", "russia time zone 11": "Asia/Kamchatka",
	"russian standard time": "Europe/Moscow", "sa eastern standard time": "America/Cayenne", "sa pacific standard time": "America/Bogota",
	"sa western standard time": "America/La_Paz", "saint pierre standard time": "America/Miquelon", "sakhalin standard time": "Asia/Sakhalin",
	"samoa standard time": "Pacific/Apia", "sao tome standard time": "Africa/Sao_Tome", "saratov standard time": "Europe/Saratov",
	"se asia standard time": "Asia/Bangkok", "singapore standard time": "Asia/Singapore", "south africa standard time": "Africa/Johannesburg",
	"south sudan standard time": "Africa/Juba", "sri lanka standard time": "Asia/Colombo", "sudan standard time": "Africa/Khartoum",
	"syria standard time": "Asia/Damascus", "taipei standard time": "Asia/Taipei", "tasmania standard time": "Australia/Hobart",
	"tocantins standard time": "America/Araguaina", "tokyo standard time": "Asia/Tokyo", "tomsk standard time": "Asia/Tomsk",
	"tonga standard time": "Pacific/Tongatapu", "transbaikal standard time": "Asia/Chita", "turkey standard time": "Europe/Istanbul",
	"turks and caicos standard time": "America/Grand_Turk", "ulaanbaatar standard time": "Asia/Ulaanbaatar", "us eastern standard time": "America/Indianapolis",
	"us mountain standard time": "America/Phoenix", "utc-11": "Etc/GMT+11", "utc-09": "Etc/GMT+9", "utc-08": "Etc/GMT+8", "utc-02": "Etc/GMT+2",
	"utc+12": "Etc/GMT-12", "utc+13": "Etc/GMT-13", "venezuela standard time": "America/Caracas", "vladivostok standard time": "Asia/Vladivostok",
	"volgograd standard time": "Europe/Volgograd", "w. australia standard time": "Australia/Perth", "w. central africa standard time": "Africa/Lagos",
	"w. europe standard time": "Europe/Berlin", "w. mongolia standard time": "Asia/Hovd", "west asia standard time": "Asia/Tashkent",
	"west bank standard time": "Asia/Hebron", "west pacific standard time": "Pacific/Port_Moresby", "yakutsk standard time": "Asia/Yakutsk",
	"yukon standard time": "America/Whitehorse",
}

// shortZones are names that say little: they count only where the calendar does not define them itself.
var shortZones = map[string]string{
	"cet": "Europe/Berlin", "cest": "Europe/Berlin", "mez": "Europe/Berlin", "est": "America/New_York", "edt": "America/New_York", "est5edt": "America/New_York",
	"cst6cdt": "America/Chicago", "mst7mdt": "America/Denver", "pst8pdt": "America/Los_Angeles", "pst": "America/Los_Angeles", "pdt": "America/Los_Angeles", "mst": "America/Denver",
	"eet": "Europe/Athens", "wet": "Europe/Lisbon", "bst": "Europe/London", "eastern time": "America/New_York", "central time": "America/Chicago", "mountain time": "America/Denver",
	"pacific time": "America/Los_Angeles", "eastern": "America/New_York", "central": "America/Chicago", "pacific": "America/Los_Angeles",
}

// displayPlaces maps the first place in the names that Outlook shows, "(UTC+01:00) Amsterdam, Berlin, Bern, …", to the
// Windows zone of that name.
var displayPlaces = map[string]string{
	"international date line west": "dateline standard time", "aleutian islands": "aleutian standard time", "hawaii": "hawaiian standard time", "alaska": "alaskan standard time",
	"baja california": "pacific standard time (mexico)", "pacific time": "pacific standard time", "arizona": "us mountain standard time", "chihuahua": "mountain standard time (mexico)",
	"la paz": "mountain standard time (mexico)", "mazatlan": "mountain standard time (mexico)", "mountain time": "mountain standard time", "yukon": "yukon standard time",
	"central america": "central america standard time", "central time": "central standard time", "easter island": "easter island standard time", "guadalajara": "central standard time (mexico)",
	"saskatchewan": "canada central standard time", "bogota": "sa pacific standard time", "chetumal": "eastern standard time (mexico)", "eastern time": "eastern standard time",
	"haiti": "haiti standard time", "havana": "cuba standard time", "indiana": "us eastern standard time", "turks and caicos": "turks and caicos standard time",
	"asuncion": "paraguay standard time", "atlantic time": "atlantic standard time", "caracas": "venezuela standard time", "cuiaba": "central brazilian standard time",
	"georgetown": "sa western standard time", "santiago": "pacific sa standard time", "newfoundland": "newfoundland standard time", "araguaina": "tocantins standard time",
	"brasilia": "e. south america standard time", "cayenne": "sa eastern standard time", "city of buenos aires": "argentina standard time", "buenos aires": "argentina standard time",
	"greenland": "greenland standard time", "montevideo": "montevideo standard time", "punta arenas": "magallanes standard time", "salvador": "bahia standard time", "azores": "azores standard time",
	"cabo verde is.": "cape verde standard time", "dublin": "gmt standard time", "monrovia": "greenwich standard time", "sao tome": "sao tome standard time", "casablanca": "morocco standard time",
	"amsterdam": "w. europe standard time", "belgrade": "central europe standard time", "brussels": "romance standard time", "sarajevo": "central european standard time",
	"west central africa": "w. central africa standard time", "athens": "gtb standard time", "beirut": "middle east standard time", "cairo": "egypt standard time", "chisinau": "e. europe standard time",
	"damascus": "syria standard time", "gaza": "west bank standard time", "harare": "south africa standard time", "helsinki": "fle standard time", "jerusalem": "israel standard time",
	"juba": "south sudan standard time", "kaliningrad": "kaliningrad standard time", "khartoum": "sudan standard time", "tripoli": "libya standard time", "windhoek": "namibia standard time",
	"amman": "jordan standard time", "baghdad": "arabic standard time", "istanbul": "turkey standard time", "kuwait": "arab standard time", "minsk": "belarus standard time",
	"moscow": "russian standard time", "nairobi": "e. africa standard time", "volgograd": "volgograd standard time", "tehran": "iran standard time", "abu dhabi": "arabian standard time",
	"baku": "azerbaijan standard time", "izhevsk": "russia time zone 3", "port louis": "mauritius standard time", "tbilisi": "georgian standard time", "yerevan": "caucasus standard time",
	"kabul": "afghanistan standard time", "ashgabat": "west asia standard time", "ekaterinburg": "ekaterinburg standard time", "islamabad": "pakistan standard time",
	"chennai": "india standard time", "sri jayawardenepura": "sri lanka standard time", "kathmandu": "nepal standard time", "astana": "central asia standard time", "dhaka": "bangladesh standard time",
	"yangon (rangoon)": "myanmar standard time", "bangkok": "se asia standard time", "novosibirsk": "n. central asia standard time", "beijing": "china standard time", "irkutsk": "north asia east standard time",
	"kuala lumpur": "singapore standard time", "perth": "w. australia standard time", "taipei": "taipei standard time", "osaka": "tokyo standard time", "seoul": "korea standard time",
	"adelaide": "cen. australia standard time", "darwin": "aus central standard time", "brisbane": "e. australia standard time", "canberra": "aus eastern standard time", "guam": "west pacific standard time",
	"hobart": "tasmania standard time", "vladivostok": "vladivostok standard time", "auckland": "new zealand standard time", "fiji": "fiji standard time", "samoa": "samoa standard time",
	"stockholm": "w. europe standard time", "berlin": "w. europe standard time", "london": "gmt standard time", "paris": "romance standard time", "madrid": "romance standard time", "lisbon": "gmt standard time",
	"greenwich mean time": "gmt standard time", "prague": "central europe standard time", "warsaw": "central european standard time", "tokyo": "tokyo standard time", "sydney": "aus eastern standard time",
	"mumbai": "india standard time", "new delhi": "india standard time", "singapore": "singapore standard time", "hong kong": "china standard time",
}

// windowsZone returns the IANA name of a Windows zone, given by its name or by the name that Outlook shows.
func windowsZone(id string) string {
	s := strings.ToLower(strings.TrimSpace(id))
	if name := windowsZones[s]; name != "" {
		return name
	}
	// "W. Europe Daylight Time", "Eastern Summer Time" and a trailing number for duplicates.
	for _, other := range [...]string{"daylight time", "summer time"} {
		s = strings.Replace(s, other, "standard time", 1)
	}
	s = strings.TrimRight(s, " 0123456789")
	if name := windowsZones[s]; name != "" {
		return name
	}
	if !strings.HasPrefix(s, "(") {
		return ""
	}
	_, places, ok := strings.Cut(s, ")")
	if !ok {
		return ""
	}
	places = strings.TrimSpace(places)
	if name := windowsZones[displayPlaces[places]]; name != "" {
		return name
	}
	if i := strings.Index(places, " ("); i > 0 { // "Eastern Time (US & Canada)"
		if name := windowsZones[displayPlaces[places[:i]]]; name != "" {
			return name
		}
	}
	for place := range strings.SplitSeq(places, ",") {
		place = strings.TrimSpace(place)
		if name := windowsZones[displayPlaces[place]]; name != "" {
			return name
		}
	}
	return ""
}
