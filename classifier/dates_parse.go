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

func (d *dater) wordAt(i int) []byte {
	if i >= d.limit {
		return nil
	}
	return d.p.word(i)
}
