package cadence

import (
	"sync"
	"time"

	"github.com/rickar/cal/v2"
)

// The years for which business days are known; dates beyond count as the first or last day.
const (
	firstYear = 1995
	lastYear  = 2075
)

// region counts business days as one country does: its weekend, its holidays, and the pause at the turn of the year
// (POLICY.md rule 10).
type region struct {
	country string
	note    string // what is not known about the country's holidays, "" if nothing
	first   day
	upTo    []int32 // business days from the first day up to and including each day
	days    []day   // the business days in order
	names   map[day]string
	free    [7]bool // the weekend
}

type regionKey struct {
	country     string
	from, until monthDay
}

// regions remembers what regionOf computed: the same country always gives the same days.
var regions sync.Map

// regionOf returns the business days of a country (ISO 3166 alpha-2, "" for one without known holidays).
func regionOf(country string, pauseFrom, pauseUntil monthDay) *region {
	key := regionKey{country, pauseFrom, pauseUntil}
	if r, ok := regions.Load(key); ok {
		return r.(*region)
	}
	r, _ := regions.LoadOrStore(key, newRegion(key))
	return r.(*region)
}

// newRegion counts all business days once; add and between are then look-ups, whatever the distance.
func newRegion(key regionKey) *region {
	list, note := holidays(key.country)
	r := &region{country: key.country, note: note, first: dateOf(firstYear, time.January, 1), names: observed(list), free: weekend(key.country)}
	last := dateOf(lastYear, time.December, 31)
	r.upTo = make([]int32, 0, int(last-r.first)+1)
	for d := r.first; d <= last; d++ {
		_, holiday := r.names[d]
		if !holiday && !r.free[d.weekday()] && !paused(d, key.from, key.until) {
			r.days = append(r.days, d)
		}
		r.upTo = append(r.upTo, int32(len(r.days)))
	}
	return r
}

// observed returns the days on which the holidays are kept, with their names.
func observed(list []*cal.Holiday) map[day]string {
	names := make(map[day]string, len(list)*(lastYear-firstYear+1))
	for year := firstYear; year <= lastYear+1; year++ {
		for _, h := range list {
			actual, kept := h.Calc(year)
			for _, t := range []time.Time{actual, kept} {
				if !t.IsZero() {
					names[dateOf(t.Date())] = h.Name
				}
			}
		}
	}
	return names
}

// paused reports whether d lies between the two days of the year, both included; the span may hold the turn of the year.
func paused(d day, from, until monthDay) bool {
	if from == 0 || until == 0 {
		return false
	}
	_, month, dom := d.date()
	md := monthDay(int(month)*100 + dom)
	if from <= until {
		return from <= md && md <= until
	}
	return md >= from || md <= until
}

// clamp keeps a day of a broken date within what is known.
func (r *region) clamp(d day) day {
	return max(r.first, min(d, r.first+day(len(r.upTo))-1))
}

// is reports whether d is a business day.
func (r *region) is(d day) bool {
	d = r.clamp(d)
	i := int(d - r.first)
	if i == 0 {
		return r.upTo[0] == 1
	}
	return r.upTo[i] > r.upTo[i-1]
}

// add returns the n-th business day after d, the day after d being the first that may count; for n = 0 it returns d.
// A negative n counts back.
func (r *region) add(d day, n int) day {
	if n == 0 {
		return d
	}
	i := int(r.clamp(d) - r.first)
	before := int(r.upTo[i])
	k := before + n - 1
	if n < 0 {
		if r.is(d) {
			before--
		}
		k = before + n
	}
	return r.days[max(0, min(k, len(r.days)-1))]
}

// between returns how many business days lie after a, up to and including b.
func (r *region) between(a, b day) int {
	return int(r.upTo[r.clamp(b)-r.first]) - int(r.upTo[r.clamp(a)-r.first])
}

// roll moves d forward to a business day.
func (r *region) roll(d day) day {
	if r.is(d) {
		return d
	}
	return r.add(d, 1)
}

// rollOff moves d off weekends and holidays only: whoever holds talks in the pause at the turn of the year is at work.
func (r *region) rollOff(d day) day {
	for {
		if _, holiday := r.names[d]; !holiday && !r.free[d.weekday()] {
			return d
		}
		d++
	}
}

// rollNudge moves d forward to a business day from first to last weekday (rule 10: Tuesday to Thursday).
func (r *region) rollNudge(d day, first, last time.Weekday) day {
	for i := 0; i < 60; i++ {
		if w := d.weekday(); w >= first && w <= last && r.is(d) {
			return d
		}
		d++
	}
	return r.roll(d)
}
