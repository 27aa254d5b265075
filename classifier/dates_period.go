package classifier

import (
	"strings"
	"time"
)

// part reads "early next week", "end of the month", "next week", "Ende nächster Woche", "la semaine prochaine".
func (d *dater) part(i int) (when, int) {
	var end, begin, mid, late, next, this bool
	j := i
	var u dateWord
	for ; j < d.limit && j-i < 7; j++ {
		x := d.word(j)
		if j > i && !d.tight(j, " \n-'’") {
			return when{}, 0
		}
		if x.is&isUnit != 0 && (x.unit == weeks || x.unit == months || x.unit == years) || x.is&isQuarter != 0 {
			u = x
			break
		}
		if x.is&isMonth != 0 && (end || begin || mid || late || j == i && i > 0 && d.is(i-1, isBy|isWithin|isTo)) {
			u = x
			break
		}
		switch {
		case x.is&isEnd != 0:
			end = true
		case x.is&isBegin != 0:
			begin = true
		case x.is&isMid != 0:
			mid = true
		case x.is&isLate != 0:
			late = true
		case x.is&isNext != 0:
			next = true
		case x.is&isComing != 0:
			next = true // "in the coming week" lasts into the next
		case x.is&isThis != 0:
			this = true
		case x.is&(isGlue|isTo) != 0 && j > i:
		default:
			return when{}, 0
		}
	}
	if u.is == 0 || u.is&isPlural != 0 {
		return when{}, 0
	}
	j++
	if y := d.word(j); d.tight(j, " \n") && y.is&isNext != 0 && u.is&isMonth == 0 { // "semana próxima"
		next = true
		j++
	} else if d.tight(j, " \n") && d.is(j, isGlue) && d.is(j+1, isNext|isComing) { // "semana que viene", "semaine à venir"
		next = true
		j += 2
	} else if d.tight(j, " \n") && y.is&(isThis|isComing) != 0 && !this && !next {
		this = true
		j++
	}
	if !end && !begin && !mid && !late && !next && !this && u.is&isMonth == 0 {
		return when{}, 0
	}
	from, to, ok := d.period(u, next)
	if !ok {
		return when{}, 0
	}
	if j == i+1 && u.is&isMonth != 0 && d.is(i-1, isBy) && !d.is(i-1, isWithin) {
		to = from // "until June" ends where June begins
	}
	from, to = portion(from, to, u.unit == weeks, begin, mid, end || late)
	if to.Before(d.base) {
		to = d.base
	}
	return when{day: maxTime(from, d.base), until: to, weekOnly: true, relative: true, endHour: -1}, j - i
}

// period returns the first and last day of this or the next week (Monday to Friday), month, quarter, year, or of a month
// by name.
func (d *dater) period(u dateWord, next bool) (from, to time.Time, ok bool) {
	b, loc := d.base, d.base.Location()
	switch {
	case u.is&isMonth != 0:
		from, ok = dayInYear(b, time.Month(u.month), 28, -1)
		if !ok {
			return from, to, false
		}
		from = time.Date(from.Year(), from.Month(), 1, 0, 0, 0, 0, loc)
		return from, endOfMonth(from), true
	case u.is&isQuarter != 0:
		q := (int(b.Month()) - 1) / 3 * 3
		if next {
			q += 3
		}
		from = time.Date(b.Year(), time.Month(q+1), 1, 0, 0, 0, 0, loc)
		return from, time.Date(b.Year(), time.Month(q+4), 0, 0, 0, 0, 0, loc), true
	case u.unit == weeks:
		from = monday(b)
		if next || b.Weekday() == time.Sunday || b.Weekday() == time.Saturday && !next {
			from = from.AddDate(0, 0, 7)
		}
		return from, from.AddDate(0, 0, 4), true
	case u.unit == months:
		from = time.Date(b.Year(), b.Month(), 1, 0, 0, 0, 0, loc)
		if next {
			from = from.AddDate(0, 1, 0)
		}
		return from, endOfMonth(from), true
	case u.unit == years:
		y := b.Year()
		if next {
			y++
		}
		return time.Date(y, 1, 1, 0, 0, 0, 0, loc), time.Date(y, 12, 31, 0, 0, 0, 0, loc), true
	}
	return from, to, false
}

// portion narrows a period: its beginning (of a week: to Wednesday, POLICY.md section 5), its middle, its end.
func portion(from, to time.Time, week, begin, mid, end bool) (time.Time, time.Time) {
	n := int(to.Sub(from).Hours()/24+0.5) + 1
	switch {
	case begin && week:
		return from, from.AddDate(0, 0, 2)
	case mid && week:
		return from.AddDate(0, 0, 2), from.AddDate(0, 0, 3)
	case end && week:
		return from.AddDate(0, 0, 3), to
	case begin:
		return from, from.AddDate(0, 0, n/3-1)
	case mid:
		return from.AddDate(0, 0, n/3), from.AddDate(0, 0, 2*n/3-1)
	case end:
		return from.AddDate(0, 0, 2*n/3), to
	}
	return from, to
}

func maxTime(a, b time.Time) time.Time {
	if a.Before(b) {
		return b
	}
	return a
}

// duration reads "two weeks", "2-3 business days", "the next few days", "48 hours", "15 jours ouvrés".
func (d *dater) duration(i int) (when, int) {
	var s span
	j := i
	for ; j < i+3 && j < d.limit; j++ { // "the next", "in den kommenden"
		x := d.word(j)
		if x.is&isFew != 0 || x.is&isNumber != 0 {
			break
		}
		if x.is&(isNext|isComing) != 0 {
			s.vague = true
			continue
		}
		if x.is&isUnit != 0 && s.vague {
			break
		}
		return when{}, 0
	}
	x := d.word(j)
	switch {
	case x.is&isUnit != 0 && x.is&isNumber != 0: // "fortnight"
		s.n, s.most, s.unit, s.vague = x.value, x.value, x.unit, false
		return when{span: s, endHour: -1}, j + 1 - i
	case x.is&isFew != 0:
		s.vague = true
		j++
	case x.is&isNumber != 0:
		s.n, s.most, s.vague = x.value, x.value, false
		j++
		j = d.upTo(j, &s)
	case x.is&isUnit != 0 && s.vague:
	default:
		return d.compact(i)
	}
	for k := 0; k < 2 && d.is(j, isGlue|isNext|isComing|isFew) && !d.is(j, isUnit|isWorkday) && d.tight(j, " \n)"); k++ {
		j++
	}
	if d.is(j, isWorkday) && !d.is(j, isUnit) {
		s.biz = true
		j++
	}
	u := d.word(j)
	if !d.tight(j, " \n)-'’") {
		return when{}, 0
	}
	switch {
	case u.is&isWorkdays != 0:
		s.unit, s.biz = days, true
	case u.is&isUnit != 0:
		s.unit = u.unit
		if s.vague && s.n == 0 && u.is&isPlural == 0 {
			return when{}, 0
		}
	default:
		return when{}, 0
	}
	j++
	if d.tight(j, " \n") && d.is(j, isWorkday|isWorkdays) {
		s.biz = true
		j++
	}
	if s.vague && s.n == 0 && s.unit == hours {
		return when{}, 0
	}
	return when{span: s, endHour: -1}, j - i
}

// upTo reads the second figure of "2-3", "two to three", "five (5)".
func (d *dater) upTo(j int, s *span) int {
	x := d.word(j)
	if x.is&isNumber != 0 && j < d.limit {
		switch strings.TrimSpace(d.p.gap(j)) {
		case "-", "–", "—", "/":
			if x.value >= s.n {
				s.most = x.value
			}
			return j + 1
		case "(":
			return j + 1
		}
	}
	if (x.is&isTo != 0 || isOr[string(d.wordAt(j))]) && d.is(j+1, isNumber) && d.tight(j, " \n") && d.tight(j+1, " \n") {
		if n := d.word(j + 1).value; n >= s.n {
			s.most = n
			return j + 2
		}
	}
	return j
}

var isOr = setOf("or oder ou o of")

// compact reads "48h" and "72hrs" where it is no clock time.
func (d *dater) compact(i int) (when, int) {
	b := d.wordAt(i)
	k := 0
	for k < len(b) && isDigit(b[k]) {
		k++
	}
	if k == 0 || k == len(b) || k > 3 {
		return when{}, 0
	}
	n, _ := number(b[:k])
	switch suffix := string(b[k:]); {
	case (suffix == "h" || suffix == "hrs") && (n > 23 || i > 0 && d.is(i-1, isWithin)):
		return when{span: span{n: n, most: n, unit: hours}, endHour: -1}, 1
	case suffix == "d" || suffix == "j":
		return when{span: span{n: n, most: n, unit: days}, endHour: -1}, 1
	case suffix == "min" || suffix == "mins":
		return when{span: span{n: n, most: n, unit: minutes}, endHour: -1}, 1
	}
	return when{}, 0
}
