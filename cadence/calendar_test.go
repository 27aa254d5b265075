package cadence

import (
	"testing"
	"time"
)

func regionFor(country string) *region {
	from, _ := parseMonthDay(Default().PauseFrom)
	until, _ := parseMonthDay(Default().PauseUntil)
	return regionOf(country, from, until)
}

func d(y int, m time.Month, dd int) day { return dateOf(y, m, dd) }

func TestHolidays(t *testing.T) {
	for _, tt := range []struct {
		country string
		day     day
		free    bool
	}{
		{"US", d(2027, 1, 18), true},   // Martin Luther King Jr. Day
		{"US", d(2027, 2, 15), true},   // Presidents' Day
		{"US", d(2027, 3, 26), false},  // Good Friday is no federal holiday
		{"US", d(2027, 5, 31), true},   // Memorial Day
		{"US", d(2027, 6, 18), true},   // Juneteenth, a Saturday, kept on Friday
		{"US", d(2027, 7, 5), true},    // Independence Day, a Sunday, kept on Monday
		{"US", d(2027, 11, 25), true},  // Thanksgiving
		{"DE", d(2027, 3, 26), true},   // Karfreitag
		{"DE", d(2027, 3, 29), true},   // Ostermontag
		{"DE", d(2027, 5, 27), false},  // Fronleichnam is not kept everywhere
		{"FR", d(2027, 3, 26), false},  // Vendredi saint only in the east
		{"FR", d(2027, 7, 14), true},   // Fête nationale
		{"GB", d(2027, 12, 27), true},  // in the pause anyway
		{"PT", d(2027, 4, 25), true},   // Sunday
		{"PT", d(2027, 6, 10), true},   // Dia de Portugal
		{"PT", d(2027, 10, 5), true},   // Implantação da República
		{"PT", d(2027, 2, 9), true},    // Carnaval
		{"FI", d(2027, 6, 25), true},   // Juhannusaatto
		{"BR", d(2027, 9, 7), true},    // Independência
		{"CH", d(2027, 3, 19), false},  // Josefstag only in some cantons
		{"SE", d(2027, 6, 25), true},   // Midsommarafton
		{"NO", d(2027, 5, 17), true},   // Grunnlovsdag
		{"SA", d(2027, 3, 5), true},    // Friday
		{"SA", d(2027, 3, 7), false},   // Sunday
		{"IL", d(2027, 3, 6), true},    // Saturday
		{"", d(2027, 2, 15), false},    // unknown country: weekends only
		{"US", d(2026, 12, 21), true},  // the pause at the turn of the year
		{"US", d(2026, 12, 18), false}, // the day before it
		{"US", d(2027, 1, 4), false},   // the day after it
	} {
		if got := !regionFor(tt.country).is(tt.day); got != tt.free {
			t.Errorf("%s %s: free = %v, want %v", tt.country, tt.day, got, tt.free)
		}
	}
}

func TestBusinessDays(t *testing.T) {
	us, de := regionFor("US"), regionFor("DE")
	for _, tt := range []struct {
		r    *region
		from day
		n    int
		want day
	}{
		{us, d(2027, 2, 4), 7, d(2027, 2, 16)},   // over Presidents' Day
		{us, d(2027, 2, 12), 2, d(2027, 2, 17)},  // Friday + 2
		{us, d(2027, 2, 13), 1, d(2027, 2, 16)},  // from a Saturday
		{us, d(2027, 2, 16), 0, d(2027, 2, 16)},  // nothing
		{us, d(2027, 2, 16), -1, d(2027, 2, 12)}, // back over the long weekend
		{us, d(2027, 2, 14), -1, d(2027, 2, 12)}, // back from a Sunday
		{de, d(2027, 3, 26), 2, d(2027, 3, 31)},  // Good Friday + 2
		{us, d(2026, 12, 17), 3, d(2027, 1, 5)},  // over the turn of the year
	} {
		if got := tt.r.add(tt.from, tt.n); got != tt.want {
			t.Errorf("%s %s %+d: got %s, want %s", tt.r.country, tt.from, tt.n, got, tt.want)
		}
	}
	if got := us.between(d(2027, 2, 4), d(2027, 2, 16)); got != 7 {
		t.Errorf("between: got %d, want 7", got)
	}
	if got, want := us.rollNudge(d(2027, 2, 12), time.Tuesday, time.Thursday), d(2027, 2, 16); got != want {
		t.Errorf("roll: got %s, want %s", got, want)
	}
}

func TestEveryCountryCounts(t *testing.T) {
	for country := range byCountry {
		r := regionFor(country)
		if n := r.between(d(2027, 1, 1), d(2027, 12, 31)); n < 225 || n > 255 {
			t.Errorf("%s has %d business days in 2027", country, n)
		}
		if r.note != "" {
			t.Errorf("%s: note %q", country, r.note)
		}
	}
	if regionFor("IN").note == "" || regionFor("").note == "" {
		t.Error("a country without known holidays has no note")
	}
}

func TestDayFollowsZoneAndSummerTime(t *testing.T) {
	ny, _ := time.LoadLocation("America/New_York")
	berlin, _ := time.LoadLocation("Europe/Berlin")
	at := time.Date(2027, 3, 13, 20, 0, 0, 0, ny)
	if got, want := dayOf(at, berlin), d(2027, 3, 14); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	// 14 March 2027 is the day on which US clocks go forward.
	if got := d(2027, 3, 14).at(7, 0, ny).UTC().Hour(); got != 11 {
		t.Errorf("07:00 in summer time is %d:00 UTC, want 11:00", got)
	}
	if got := d(2027, 3, 13).at(7, 0, ny).UTC().Hour(); got != 12 {
		t.Errorf("07:00 in winter time is %d:00 UTC, want 12:00", got)
	}
	if got, want := d(2027, 3, 14).weekday(), time.Sunday; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
