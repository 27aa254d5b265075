package classifier

import (
	"strings"
	"time"
)

// day reads a day or a span of days.
func (d *dater) day(i int) (when, int) {
	if w, n := d.phrase(i); n > 0 {
		return w, n
	}
	if w, n := d.fullDate(i); n > 0 {
		return w, n
	}
	x := d.word(i)
	if x.is&isDay != 0 {
		day := d.base.AddDate(0, 0, x.value)
		return when{day: day, until: day, relative: true, endHour: -1}, 1
	}
	if w, n := d.part(i); n > 0 {
		return w, n
	}
	return d.weekday(i)
}

// phrase reads a relative day of several words.
func (d *dater) phrase(i int) (when, int) {
	if d.word(i).is&isPhrase == 0 {
		return when{}, 0
	}
next:
	for _, ph := range d.p.facts.phrases {
		if i+len(ph.words) > d.limit {
			continue
		}
		for k, s := range ph.words {
			if string(d.p.word(i+k)) != s {
				continue next
			}
		}
		day := d.base.AddDate(0, 0, ph.days)
		return when{day: day, until: day, relative: true, endHour: -1}, len(ph.words)
	}
	return when{}, 0
}

// fullDate reads "[Tuesday,] 4 March [2027]", "[Tuesday,] March 4[, 2027]", "4.3.2027", "2027-03-04", "3/4".
func (d *dater) fullDate(i int) (when, int) {
	j, weekday := i, -1
	if x := d.word(i); x.is&isWeekday != 0 {
		weekday = x.weekday
		j++
		for k := 0; k < 3 && d.is(j, isGlue|isAt|isDay) && d.tight(j, " ,.\n-"); k++ {
			j++
		}
		if !d.tight(j, " ,.\n(–-") {
			return when{}, 0
		}
	}
	day, n := d.written(j, weekday)
	if n == 0 {
		day, n = d.numeric(j, weekday)
	}
	if n == 0 {
		return when{}, 0
	}
	return when{day: day, until: day, endHour: -1}, j + n - i
}

// written reads a date whose month is a word.
func (d *dater) written(i, weekday int) (time.Time, int) {
	x := d.word(i)
	day, month, j := 0, 0, i
	switch {
	case x.is&isNumber != 0 && x.value >= 1 && x.value <= 31 && len(d.p.word(i)) <= 4 && isDigit(d.p.word(i)[0]), x.is&isOrdinal != 0:
		day = x.value
		for j = i + 1; j < i+4 && d.is(j, isGlue) && !d.is(j, isMonth) && d.tight(j, " .\n"); j++ {
		}
		if !d.is(j, isMonth) || !d.tight(j, " .-/\n'’") {
			return time.Time{}, 0
		}
		month = d.word(j).month
		j++
	case x.is&isMonth != 0:
		j = i + 1
		if d.is(j, isGlue) && d.tight(j, " ") {
			j++
		}
		y := d.word(j)
		if y.is&isNumber == 0 || y.value < 1 || y.value > 31 || !isDigit(d.p.word(j)[0]) || !d.tight(j, " .\n") || strings.HasPrefix(d.p.gap(j+1), ":") {
			return time.Time{}, 0
		}
		day, month = y.value, x.month
		j++
	default:
		return time.Time{}, 0
	}
	// The year, if it follows.
	k := j
	for ; k < j+2 && d.is(k, isGlue) && d.tight(k, " ,"); k++ {
	}
	if y := d.word(k); y.is&isNumber != 0 && y.value >= 2000 && y.value < 2100 && d.tight(k, " ,.\n") {
		if t, ok := civil(y.value, time.Month(month), day, d.base.Location()); ok {
			return t, k + 1 - i
		}
	}
	t, ok := dayInYear(d.base, time.Month(month), day, weekday)
	if !ok {
		return time.Time{}, 0
	}
	return t, j - i
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// numeric reads a date of figures.
func (d *dater) numeric(i, weekday int) (time.Time, int) {
	a, ok := d.figure(i)
	if !ok || i+1 >= d.limit {
		return time.Time{}, 0
	}
	sep := d.p.gap(i + 1)
	if sep != "/" && sep != "." && sep != "-" && sep != ". " {
		return time.Time{}, 0
	}
	b, ok := d.figure(i + 1)
	if !ok {
		return time.Time{}, 0
	}
	if c, ok := d.figure(i + 2); ok && d.p.gap(i+2) == sep {
		if a >= 2000 && a < 2100 {
			t, ok := civil(a, time.Month(b), c, d.base.Location())
			if !ok {
				return t, 0
			}
			return t, 3
		}
		if c < 100 && len(d.p.word(i+2)) == 2 {
			c += 2000
		}
		if c < 2000 || c >= 2100 {
			return time.Time{}, 0
		}
		if t, ok := d.ordered(a, b, c, sep, weekday); ok {
			return t, 3
		}
		return time.Time{}, 0
	}
	if a > 31 || b > 31 || sep == "-" {
		return time.Time{}, 0
	}
	// Without a year, only where something says that it is a date.
	german := strings.HasPrefix(sep, ".") && strings.HasPrefix(d.p.gap(i+2), ".") && !isClockFigure(d.p.word(i+1))
	announced := weekday >= 0 || i > 0 && d.is(i-1, isBy|isAt|isGlue|isBegin) && len(d.p.word(i)) <= 2
	if sep == "/" && !announced || strings.HasPrefix(sep, ".") && !german && !(weekday >= 0 && a > 0 && b <= 12 && !isClockAfter(d, i+2)) {
		return time.Time{}, 0
	}
	if t, ok := d.ordered(a, b, 0, sep, weekday); ok {
		return t, 2
	}
	return time.Time{}, 0
}

func isClockFigure(b []byte) bool { return len(b) == 2 && (b[0] >= '2' || b[0] == '1' && b[1] > '2') }

func isClockAfter(d *dater, i int) bool { return d.is(i, isClock|isAM|isPM) }

// ordered decides between day-month and month-day: by what is possible, by the weekday, by the region.
func (d *dater) ordered(a, b, year int, sep string, weekday int) (time.Time, bool) {
	make := func(m, day int) (time.Time, bool) {
		if year == 0 {
			if m < 1 || m > 12 || day < 1 {
				return time.Time{}, false
			}
			return dayInYear(d.base, time.Month(m), day, weekday)
		}
		return civil(year, time.Month(m), day, d.base.Location())
	}
	us := d.us && !strings.HasPrefix(sep, ".")
	first, second := [2]int{b, a}, [2]int{a, b} // month, day
	if us {
		first, second = second, first
	}
	t, ok := make(first[0], first[1])
	if u, other := make(second[0], second[1]); other && (!ok || weekday >= 0 && int(t.Weekday()) != weekday && int(u.Weekday()) == weekday) {
		return u, true
	}
	return t, ok
}

func (d *dater) figure(i int) (int, bool) {
	if i >= d.limit {
		return 0, false
	}
	return number(d.p.word(i))
}

// weekday reads "next Tuesday", "Tuesday next", "this coming Friday", "Friday".
func (d *dater) weekday(i int) (when, int) {
	j, next, this := i, false, false
	for k := 0; k < 3; k++ {
		x := d.word(j)
		if x.is&isWeekday != 0 {
			break
		}
		switch {
		case x.is&isNext != 0:
			next = true
		case x.is&(isThis|isComing) != 0:
			this = true
		case x.is&isGlue != 0 && k > 0:
		default:
			return when{}, 0
		}
		j++
	}
	x := d.word(j)
	if x.is&isWeekday == 0 || j > i && !d.tight(j, " \n") {
		return when{}, 0
	}
	j++
	// "mardi prochain", "martes que viene", "Tuesday next week", "Dienstag nächster Woche"
	week := false
	k := j
	for ; k < j+3 && d.tight(k, " \n"); k++ {
		y := d.word(k)
		if y.is&isNext != 0 {
			next = true
			j = k + 1
			if d.word(j).unit == weeks {
				week = true
				j++
			}
			break
		}
		if y.is&isUnit != 0 && y.unit == weeks && next { // "de la semaine prochaine" reads backwards below
			break
		}
		if y.unit == weeks && d.is(k+1, isNext) {
			next, week = true, true
			j = k + 2
			break
		}
		if y.is&isGlue == 0 {
			break
		}
	}
	day := onWeekday(d.base, time.Weekday(x.weekday))
	switch {
	case week || next && d.p.facts.code == "de" && j > i+2:
		day = onWeekday(monday(d.base).AddDate(0, 0, 7), time.Weekday(x.weekday))
	case next && d.p.facts.code == "en" && day.Sub(d.base) < 7*24*time.Hour && monday(day).Equal(monday(d.base)):
		day = day.AddDate(0, 0, 7) // "next Friday", said on a Tuesday
	case day.Equal(d.base) && (next || this):
		day = day.AddDate(0, 0, 7) // "by Friday" alone, said on a Friday, is today
	}
	return when{day: day, until: day, relative: true, weekdayOnly: true, endHour: -1}, j - i
}
