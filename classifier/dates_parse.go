package classifier

import (
	"strings"
	"time"
)

// dater reads the time expressions of a page. It is a recursive descent over tokens: clock times and days, in either
// order, then durations; what does not parse is skipped.
type dater struct {
	p     *page
	base  time.Time // midnight of the mail's day in the mail's zone
	us    bool      // 3/4 is the fourth of March
	limit int       // one after the last token of the sentence
}

// readDates fills p.whens, in the order of the text.
func (p *page) readDates(sent time.Time, us bool) {
	d := dater{p: p, base: midnight(sent), us: us}
	p.dated = p.dated[:0]
	d.limit = len(p.tokens)
	for i := range p.tokens {
		p.dated = append(p.dated, d.read(i))
	}
	for _, s := range p.sents {
		d.limit = int(s.last)
		for i := int(s.first); i < d.limit; {
			if p.dated[i].is == 0 && !isDigit(p.word(i)[0]) {
				i++
				continue
			}
			w, n := d.at(i)
			if n == 0 {
				i++
				continue
			}
			w.first, w.last = i, i+n
			d.preposition(&w, int(s.first))
			p.whens = append(p.whens, w)
			i += n
		}
	}
}

// whensIn returns the time expressions of sentence s.
func (p *page) whensIn(s int) []when {
	from, to := -1, len(p.whens)
	for i := range p.whens {
		t := int(p.tokens[p.whens[i].first].sent)
		if t == s && from < 0 {
			from = i
		}
		if t > s {
			to = i
			break
		}
	}
	if from < 0 {
		return nil
	}
	return p.whens[from:to]
}

// word says what token i means in a time expression.
func (d *dater) word(i int) dateWord {
	if i >= d.limit {
		return dateWord{}
	}
	return d.p.dated[i]
}

// read looks token i up.
func (d *dater) read(i int) dateWord {
	b := d.p.word(i)
	if n, ok := number(b); ok {
		return dateWord{is: isNumber, value: n}
	}
	if n, ok := ordinal(b); ok {
		return dateWord{is: isNumber | isOrdinal, value: n}
	}
	w, ok := d.p.facts.words[string(b)]
	if ok && d.p.facts.capital && w.is&(isMonth|isWeekday) != 0 && !d.p.capital(i) && len(b) <= 5 {
		w.is &^= isMonth | isWeekday // "may", "sun", "march"
	}
	return w
}

func number(b []byte) (int, bool) {
	if len(b) == 0 || len(b) > 4 {
		return 0, false
	}
	n := 0
	for _, c := range b {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, true
}

// ordinal reads "4th", "1er", "2º", "3e".
func ordinal(b []byte) (int, bool) {
	i := 0
	for i < len(b) && i < 2 && b[i] >= '0' && b[i] <= '9' {
		i++
	}
	if i == 0 || i == len(b) {
		return 0, false
	}
	switch string(b[i:]) {
	case "st", "nd", "rd", "th", "er", "ro", "ero", "do", "e", "de", "ste", "eme", "o", "a", "º", "ª":
		n, ok := number(b[:i])
		return n, ok
	}
	return 0, false
}

func (d *dater) is(i int, m dateMask) bool { return d.word(i).is&m != 0 }

// tight reports whether only these characters stand between tokens i-1 and i.
func (d *dater) tight(i int, allowed string) bool {
	return i < d.limit && strings.Trim(d.p.gap(i), allowed) == ""
}

// at reads one time expression at token i and returns how many tokens it takes, 0 for none.
func (d *dater) at(i int) (when, int) {
	if w, n := d.day(i); n > 0 {
		return d.withClock(w, i, n)
	}
	if w, n := d.duration(i); n > 0 {
		return w, n
	}
	if w, n := d.clock(i, i > 0 && d.is(i-1, isAt)); n > 0 {
		return d.withDay(w, i, n)
	}
	return when{}, 0
}

// withClock looks for a time behind a day: "Tuesday, 4 March at 2:30 pm CET".
func (d *dater) withClock(w when, i, n int) (when, int) {
	if w.weekOnly {
		return w, n
	}
	for j, glue := i+n, 0; j < d.limit && glue <= 4; j, glue = j+1, glue+1 {
		if !d.tight(j, " ,\t\n-–—|@·:()/") {
			break
		}
		if c, k := d.clock(j, j > 0 && d.is(j-1, isAt) || strings.Contains(d.p.gap(j), "@")); k > 0 {
			c.day, c.until, c.weekdayOnly, c.relative = w.day, w.until, w.weekdayOnly, w.relative
			return c, j + k - i
		}
		if !d.is(j, isAt|isGlue|isTo|isBy|isBegin) {
			break
		}
	}
	return w, n
}

// withDay looks for a day behind a time: "at 2:30 pm on Tuesday".
func (d *dater) withDay(w when, i, n int) (when, int) {
	for j, glue := i+n, 0; j < d.limit && glue <= 3; j, glue = j+1, glue+1 {
		if !d.tight(j, " ,\t\n-–—|()") {
			break
		}
		if day, k := d.day(j); k > 0 {
			if day.weekOnly {
				break
			}
			w.day, w.until, w.weekdayOnly, w.relative = day.day, day.until, day.weekdayOnly, day.relative
			return w, j + k - i
		}
		if !d.is(j, isAt|isGlue) {
			break
		}
	}
	return w, n
}

// preposition looks back from an expression for by, before, within.
func (d *dater) preposition(w *when, first int) {
	w.lead = w.first
	for j, n := w.first-1, 0; j >= first && n < 4; j, n = j-1, n+1 {
		x := d.word(j)
		if x.is&isBy != 0 {
			w.by = true
		}
		if x.is&isWithin != 0 {
			w.within = true
		}
		if x.is&(isBy|isWithin|isGlue|isAt|isTo|isLate) == 0 || !d.tight(j+1, " \n'’-") {
			return
		}
		w.lead = j
	}
}

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

func (d *dater) wordAt(i int) []byte {
	if i >= d.limit {
		return nil
	}
	return d.p.word(i)
}

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
