package classifier

import (
	"strings"
	"time"
)

// formality is how the writer addresses the user: the words for "you" counted, the greeting not. English has one word.
func (p *page) formality() Formality {
	formal, informal := 0, 0
	for _, k := range p.cues {
		switch k.cue {
		case cueFormal:
			if p.facts.code == "de" && !p.capital(int(k.from)) {
				continue // "sie" is also "they"
			}
			formal++
		case cueInformal:
			informal++
		}
	}
	switch {
	case formal == 0 && informal == 0:
		return FormalityUnknown
	case informal >= formal:
		return Informal
	}
	return Formal
}

// location reads where the job is: a place behind a word for it, on the same line.
func (p *page) location() string {
	for s := range p.sents {
		for _, k := range p.in(s) {
			if k.cue != cueLocated || int(k.to) >= len(p.tokens) {
				continue
			}
			g := p.gap(int(k.to))
			if strings.Count(g, "\n") > 1 || !strings.Contains(g, ":") && strings.TrimSpace(g) != "" {
				continue
			}
			if !strings.Contains(g, ":") && !p.says(k, "in") && !p.says(k, "a") && !p.says(k, "en") && !p.says(k, "at") {
				continue
			}
			rest := p.orig[p.tokens[k.to].from:]
			if i := strings.IndexAny(rest, "\n;|"); i >= 0 {
				rest = rest[:i]
			}
			if i := strings.Index(rest, ". "); i >= 0 {
				rest = rest[:i]
			}
			if !strings.Contains(g, ":") {
				last := int(p.sents[p.tokens[k.to].sent].last)
				rest = p.name(int(k.to), last).text
			}
			if rest = strings.Trim(squeeze(rest, 80), " .,*"); rest != "" && capitalised(rest) {
				return rest
			}
		}
	}
	return ""
}

// returns reads the end of an absence. "until Friday" ends on that day, "back on Monday" is the day itself.
func (p *page) returns(base time.Time) time.Time {
	var at time.Time
	for s := range p.sents {
		away := p.has(s, cueAway)
		for _, w := range p.whensIn(s) {
			if !w.hasDay() || w.past(base) || !away && !p.nearReturn(s, &w) {
				continue
			}
			if w.until.After(at) {
				at = w.until
			}
		}
	}
	return at
}

func (p *page) nearReturn(s int, w *when) bool {
	for _, k := range p.in(s) {
		if k.cue == cueReturn && w.distance(k) <= 4 {
			return true
		}
	}
	return false
}

// bookingPages are where times are booked on a page.
var bookingPages = [...]string{"calendly.com", "cal.com/", "goodtime.io", "savvycal.com", "youcanbook.me", "doodle.com", "chilipiper.com", "acuityscheduling.com", "meetings.hubspot",
	"outlook.office365.com/owa/calendar", "outlook.office.com/book", "bookings.microsoft", "calendar.app.google", "calendar.google.com/calendar/appointments", "modernloop.io", "prelude.co",
	"interviewplanner", "appointlet.com", "tidycal.com", "zcal.co", "koalendar.com", "meetergo.com", "zeeg.me", "setmore.com", "simplybook.me", "harmonizely", "x.ai/", "reclaim.ai", "picktime.com",
	"paradox.ai", "olivia.paradox", "greenhouse.io/availability", "ashbyhq.com/self-schedule", "hire.lever.co/interview", "calendar/appointments/schedules"}

// bookingLink reports whether the mail asks to book a time on a page.
func (h *hearing) bookingLink() bool {
	for _, l := range h.m.Links {
		if bookingURL(l.URL) {
			return true
		}
	}
	return bookingURL(h.p.orig)
}

func bookingURL(s string) bool {
	s = strings.ToLower(s)
	for _, b := range bookingPages {
		if i := strings.Index(s, b); i >= 0 && (i == 0 || s[i-1] == '/' || s[i-1] == '.' || s[i-1] == ' ' || s[i-1] == '\n' || s[i-1] == '(' || s[i-1] == '<') {
			return true
		}
	}
	return false
}
