package classifier

import (
	"strings"
	"time"
)

// clock reads a time of day, or a span of two. bare allows an hour alone: after "at".
func (d *dater) clock(i int, bare bool) (when, int) {
	w := when{clock: true, endHour: -1}
	h, m, half, n := d.oneClock(i, bare)
	if n == 0 && !bare { // "4-5pm"
		if g := d.p.gap(i + 1); g == "-" || g == "–" {
			if _, _, half2, n2 := d.oneClock(i+1, false); n2 > 0 && (half2 == 1 || half2 == 2) {
				h, m, half, n = d.oneClock(i, true)
			}
		}
	}
	if n == 0 {
		return when{}, 0
	}
	w.hour, w.min = h, m
	j := i + n
	// "2:30 - 3:30 pm", "von 10 bis 11 Uhr"
	k := j
	to := false
	switch {
	case d.tight(k, " \n") && d.is(k, isTo):
		k++
		to = true
		for d.is(k, isAt|isGlue) && k < j+3 {
			k++
		}
	case d.tight(k, " -–—\n") && strings.ContainsAny(d.p.gap(k), "-–—"):
		to = true
	}
	if to {
		if h2, m2, half2, n2 := d.oneClock(k, true); n2 > 0 {
			if half == 0 && half2 != 0 { // "2 - 3 pm": the first is in the same half unless that turns it round
				w.hour = in12(h, half2)
				if w.hour > h2 {
					w.hour = h
				}
			}
			w.endHour, w.endMin = h2, m2
			j = k + n2
			half = half2
		}
	}
	if half == 0 && n == 1 && w.endHour < 0 && !bare {
		return when{}, 0
	}
	if half == 0 && bare && n <= 2 && w.hour >= 1 && w.hour <= 6 && d.p.facts.code == "en" {
		w.hour += 12 // "at 3" is in the afternoon
		if w.endHour >= 0 && w.endHour < w.hour {
			w.endHour += 12
		}
	}
	zone, nz := d.zone(j)
	w.zone = zone
	return w, j + nz - i
}

func in12(h, half int) int {
	switch {
	case half == 2 && h < 12:
		return h + 12
	case half == 1 && h == 12:
		return 0
	}
	return h
}

// oneClock reads one time: "2:30 pm", "14h30", "14.30 Uhr", "noon", "3". half is 1 for am, 2 for pm, 3 for a 24-hour form.
func (d *dater) oneClock(i int, bare bool) (h, m, half, n int) {
	x := d.word(i)
	if x.is&isNoon != 0 {
		return 12, 0, 3, 1
	}
	b := d.wordAt(i)
	if h, m, half, ok := packed(b); ok {
		if half == 3 && len(b) <= 3 && !bare && d.is(i+1, isUnit) {
			return 0, 0, 0, 0
		}
		if half == 0 {
			if hf, k := d.half(i + 1); k > 0 {
				return in12(h, hf), m, hf, 1 + k
			}
		}
		return h, m, max(half, 0), 1
	}
	h, ok := number(b)
	if !ok || h > 24 || len(b) > 2 {
		return 0, 0, 0, 0
	}
	if g := d.p.gap(i + 1); g == ":" || g == "." { // "3:30pm", "3.30pm"
		if b := d.wordAt(i + 1); len(b) == 4 && (b[2] == 'a' || b[2] == 'p') && b[3] == 'm' {
			if mm, ok := number(b[:2]); ok && mm < 60 && h <= 12 {
				hf := 1
				if b[2] == 'p' {
					hf = 2
				}
				return in12(h, hf), mm, hf, 2
			}
		}
	}
	if mm, ok := d.figure(i + 1); ok && mm < 60 && len(d.p.word(i+1)) == 2 {
		switch d.p.gap(i + 1) {
		case ":", "h", " h ", "：":
			hf, k := d.half(i + 2)
			if k == 0 {
				if h > 12 || b[0] == '0' {
					hf = 3
				}
				if d.tight(i+2, " \n") && d.is(i+2, isClock) {
					hf, k = 3, 1
				}
			}
			return in12(h, hf), mm, hf, 2 + k
		case ".":
			if hf, k := d.half(i + 2); k > 0 {
				return in12(h, hf), mm, hf, 2 + k
			}
			if d.tight(i+2, " \n") && d.is(i+2, isClock) {
				return h, mm, 3, 3
			}
			if bare && d.p.gap(i+2) != "." {
				return h, mm, 3, 2
			}
			return 0, 0, 0, 0
		}
	}
	if hf, k := d.half(i + 1); k > 0 && h <= 12 {
		return in12(h, hf), 0, hf, 1 + k
	}
	if d.tight(i+1, " \n") && d.is(i+1, isClock) {
		if mm, ok := d.figure(i + 2); ok && mm < 60 && len(d.p.word(i+2)) == 2 && d.p.gap(i+2) == " " { // "14 Uhr 30"
			return h, mm, 3, 3
		}
		return h, 0, 3, 2
	}
	if bare && !d.is(i+1, isUnit|isMonth|isWorkday) && d.p.gap(i+1) != "/" && (d.p.gap(i+1) != "." || i+1 == d.limit) && !strings.HasPrefix(d.p.gap(i+1), "%") {
		return h, 0, 0, 1
	}
	return 0, 0, 0, 0
}

// half reads am or pm, also as "p.m.".
func (d *dater) half(i int) (half, n int) {
	if !d.tight(i, " \n.") {
		return 0, 0
	}
	if b := d.wordAt(i); len(b) == 1 && d.p.gap(i+1) == "." && string(d.wordAt(i+1)) == "m" {
		switch b[0] {
		case 'a':
			return 1, 2
		case 'p':
			return 2, 2
		}
	}
	x := d.word(i)
	switch {
	case x.is&isAM != 0:
		return 1, 1
	case x.is&isPM != 0:
		return 2, 1
	case x.is&isGlue != 0 && d.is(i+1, isPM): // "de la tarde"
		return 2, 2
	case x.is&isGlue != 0 && d.is(i+1, isGlue) && d.is(i+2, isPM):
		return 2, 3
	case x.is&isGlue != 0 && d.is(i+1, isAM):
		return 1, 2
	case x.is&isGlue != 0 && d.is(i+1, isGlue) && d.is(i+2, isAM):
		return 1, 3
	}
	return 0, 0
}

// packed reads a time in one word: "14h30", "14h", "2pm", "1430h", "10uhr", "04t14".
func packed(b []byte) (h, m, half int, ok bool) {
	k := 0
	for k < len(b) && isDigit(b[k]) {
		k++
	}
	if k == 0 || k > 2 || k == len(b) {
		return 0, 0, 0, false
	}
	h, _ = number(b[:k])
	rest := string(b[k:])
	switch rest {
	case "am":
		return in12(h, 1), 0, 1, h <= 12
	case "pm":
		return in12(h, 2), 0, 2, h <= 12
	case "h", "hs", "hrs", "uhr", "uur", "u":
		return h, 0, 3, h <= 23
	}
	if len(rest) >= 3 && (rest[0] == 'h' || rest[0] == 'u') && isDigit(rest[1]) && isDigit(rest[2]) {
		m, _ = number([]byte(rest[1:3]))
		return h, m, 3, h <= 23 && m < 60 && (len(rest) == 3 || rest[3:] == "h" || rest[3:] == "min")
	}
	return 0, 0, 0, false
}

// zone reads a zone behind a time: "CET", "(Pacific Time)", "UTC+2", "London time", "hora de Madrid".
func (d *dater) zone(i int) (zone string, n int) {
	if i >= d.limit || !d.tight(i, " (,\n/.") {
		return "", 0
	}
	w := d.p.written(i)
	f := string(d.p.word(i))
	switch {
	case (f == "utc" || f == "gmt") && i+1 < d.limit && (d.p.gap(i+1) == "+" || d.p.gap(i+1) == "-" || d.p.gap(i+1) == "−") && digitsAt(d.p.written(i+1)) == len(d.p.written(i+1)):
		sign := "+"
		if d.p.gap(i+1) != "+" {
			sign = "-"
		}
		num := strings.TrimLeft(d.p.written(i+1), "0")
		n := 2
		if d.p.gap(i+2) == ":" {
			n++
		}
		if num == "" {
			return "utc", n
		}
		return "utc" + sign + num, n
	case allUpper(w) && len(w) >= 2 && len(w) <= 5 && zoneNames[f] != "" && len(f) <= 5 && !cityZones[f]:
		return f, 1
	case zoneNames[f] != "" && d.p.capital(i):
		for k := 1; k <= 2; k++ {
			if s := string(d.wordAt(i + k)); s == "time" {
				return f, k + 1
			}
		}
	case f == "new" && string(d.wordAt(i+1)) == "york":
		if string(d.wordAt(i+2)) == "time" {
			return "york", 3
		}
	case f == "hora" || f == "heure" || f == "ora" || f == "horario" || f == "ortszeit" || f == "zeit" || f == "tijd":
		for k := 1; k <= 3; k++ {
			if s := string(d.wordAt(i + k)); zoneNames[s] != "" && len(s) > 3 {
				return s, k + 1
			}
		}
	}
	if s := strings.TrimSuffix(f, "er"); s != f && string(d.wordAt(i+1)) == "zeit" && zoneNames[s] != "" { // "Berliner Zeit"
		return s, 2
	}
	return "", 0
}

var cityZones = setOf("uk york")

// on returns the instant of the clock time w on its day in loc, and that of its end, zero without one.
func (w *when) on(loc *time.Location) (start, end time.Time) {
	y, m, day := w.day.Date()
	start = time.Date(y, m, day, w.hour, w.min, 0, 0, loc)
	if w.endHour >= 0 {
		end = time.Date(y, m, day, w.endHour, w.endMin, 0, 0, loc)
		if end.Before(start) {
			end = time.Time{}
		}
	}
	return start, end
}
