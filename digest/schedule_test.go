package digest

import (
	"testing"
	"time"
)

func TestPeriods(t *testing.T) {
	weekly := Schedule{Frequency: "weekly", Day: time.Sunday, Hour: 18, Zone: zone}
	daily := Schedule{Frequency: "daily", Hour: 18, Zone: zone}
	for _, c := range []struct {
		s    Schedule
		now  time.Time
		key  string
		next time.Time
	}{
		{weekly, at(28, 17, 59), "2027-W07", at(28, 18, 0)},
		{weekly, at(28, 18, 0), "2027-W08", at(28, 18, 0).AddDate(0, 0, 7)},
		{weekly, at(27, 12, 0), "2027-W07", at(28, 18, 0)},
		{weekly, time.Date(2027, time.January, 3, 18, 0, 0, 0, zone), "2026-W53", time.Date(2027, time.January, 10, 18, 0, 0, 0, zone)},
		// The clocks change on 28 March 2027: the digest still comes at 18:00.
		{weekly, time.Date(2027, time.March, 28, 19, 0, 0, 0, zone), "2027-W12", time.Date(2027, time.April, 4, 18, 0, 0, 0, zone)},
		{daily, at(27, 17, 0), "2027-02-26", at(27, 18, 0)},
		{daily, at(27, 18, 0), "2027-02-27", at(28, 18, 0)},
	} {
		p, ok := c.s.Last(c.now)
		if !ok || p.Key != c.key || p.Until.After(c.now) {
			t.Errorf("%s at %s: got %s until %s, want %s", c.s.Frequency, c.now, p.Key, p.Until, c.key)
		}
		if got := c.s.Next(c.now); !got.Equal(c.next) {
			t.Errorf("%s after %s: got %s, want %s", c.s.Frequency, c.now, got, c.next)
		}
	}
	off := Schedule{Frequency: "off", Zone: zone}
	if _, ok := off.Last(at(28, 18, 0)); ok || !off.Next(at(28, 18, 0)).IsZero() {
		t.Error("digests that are off have a period")
	}
	if a, b := weekly.Now(at(28, 18, 0)).Key, weekly.Now(at(28, 18, 1)).Key; a == b {
		t.Errorf("two digests out of turn have one key: %s", a)
	}
}
