package classifier

import (
	"strings"
	"time"

	"heardback/mailbox"
)

// defaultZone is where a time without a zone is meant: the writer's, as the Date field tells it. A machine's +0000 says
// nothing, then the user's zone is meant; so it is where both have the same offset, because it knows of daylight saving.
func defaultZone(sent time.Time, c *Context) *time.Location {
	_, offset := sent.Zone()
	if c.Zone != nil {
		if _, own := sent.In(c.Zone).Zone(); offset == 0 || own == offset {
			return c.Zone
		}
	}
	return sent.Location()
}

// interview reads when, where and how a talk takes place: calendar parts first, then text.
func (h *hearing) interview(f *Finding, sent time.Time) *InterviewInfo {
	if f.Kind != Interview {
		return nil
	}
	in := &InterviewInfo{}
	if c := chooseEvent(h.m.Calendars); c != nil {
		h.fromEvent(in, c, defaultZone(sent, h.c))
	}
	if in.Start.IsZero() {
		h.fromTimes(in, f, sent)
	} else if f.SubKind == Rescheduled && in.Previous.IsZero() {
		var text InterviewInfo
		h.fromTimes(&text, f, sent)
		if !text.Previous.IsZero() && !text.Previous.Equal(in.Start) {
			in.Previous = text.Previous
		}
	}
	if in.Method == "" {
		in.Method = h.method()
	}
	if in.Start.IsZero() && in.Previous.IsZero() && in.Method == "" && in.UID == "" {
		return nil
	}
	return in
}

// chooseEvent picks the event that the mail is about: the first that is no answer of an attendee.
func chooseEvent(events []mailbox.Calendar) *mailbox.Calendar {
	for i := range events {
		if e := &events[i]; e.Method != mailbox.MethodReply && !e.Start.IsZero() {
			return e
		}
	}
	return nil
}

func (h *hearing) fromEvent(in *InterviewInfo, e *mailbox.Calendar, floats *time.Location) {
	in.Start, in.End, in.Zone, in.UID, in.Sequence = e.Start, e.End, e.Zone, e.UID, e.Sequence
	in.DateOnly = e.AllDay
	if e.Zone == "" && !e.AllDay && e.Start.Location() == time.UTC { // RFC 5545 section 3.3.5: a floating time is the reader's
		in.Start, in.End = wallClock(e.Start, floats), wallClock(e.End, floats)
	}
	if e.Cancelled {
		in.Previous = in.Start
	}
	switch where := strings.ToLower(e.Location + " " + e.URL); {
	case videoHost(where) || e.URL != "":
		in.Method = "video"
	case strings.Contains(where, "phone") || strings.Contains(where, "tel:") || strings.Contains(where, "telefon"):
		in.Method = "phone"
	case e.Location != "":
		if videoHost(strings.ToLower(e.Text)) {
			in.Method = "video"
		} else {
			in.Method = "on-site"
		}
	}
	if e.Location != "" && !strings.Contains(e.Location, "://") {
		in.Place = squeeze(e.Location, 120)
	}
	for _, a := range append([]mailbox.Attendee{{Address: e.Organizer}}, e.Attendees...) {
		if a.Address.Address == "" || h.isMe(a.Address) || roomAddress(a.Address) || h.known(in.Interviewers, a.Address.Address) {
			continue
		}
		if s := senderOfDomain(domainOf(a.Address.Address)); s.Type != "" && s.Type != "freemail" && s.Type != "agency" || robotLocal(localOf(a.Address.Address)) {
			continue
		}
		name := a.Name
		if strings.Contains(name, "@") {
			name = ""
		}
		in.Interviewers = append(in.Interviewers, Contact{Name: name, Address: a.Address.Address, Human: humanAddress(a.Address.Address, name)})
	}
}

// wallClock is the same clock time in another zone.
func wallClock(t time.Time, loc *time.Location) time.Time {
	if t.IsZero() {
		return t
	}
	return time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, loc)
}

func (h *hearing) known(list []Contact, address string) bool {
	for _, c := range list {
		if strings.EqualFold(c.Address, address) {
			return true
		}
	}
	return false
}

// isMe reports whether an address is the user's.
func (h *hearing) isMe(a mailbox.Address) bool {
	for _, me := range h.c.Me {
		if strings.EqualFold(me.Address, a.Address) && a.Address != "" {
			return true
		}
	}
	if h.m.Own {
		return strings.EqualFold(h.m.Author().Address, a.Address)
	}
	for _, to := range h.m.To {
		if len(h.m.To) == 1 && strings.EqualFold(to.Address, a.Address) {
			return true
		}
	}
	return false
}

// roomAddress reports whether an attendee is a room or another resource.
func roomAddress(a mailbox.Address) bool {
	if strings.Contains(a.Address, "resource.calendar") || strings.HasPrefix(a.Address, "c_") {
		return true
	}
	for _, w := range strings.Fields(a.Name + " " + strings.NewReplacer("-", " ", ".", " ", "_", " ").Replace(localOf(a.Address))) {
		if roomWords[foldWord(trim(w, ".,()"))] {
			return true
		}
	}
	return false
}

var roomWords = setOf("room rooms conf conference raum besprechungsraum meetingraum sitzungszimmer salle sala vergaderruimte zaal huddle beamer projector floor phonebooth")

var videoHosts = [...]string{"zoom.us", "zoom.com", "teams.microsoft", "teams.live", "microsoft teams", "meet.google", "google meet", "webex", "whereby.com", "gotomeet", "chime.aws", "bluejeans", "meet.jit.si", "skype", "hangouts"}

func videoHost(s string) bool {
	for _, h := range videoHosts {
		if strings.Contains(s, h) {
			return true
		}
	}
	return false
}

// fromTimes reads the times that the text names.
func (h *hearing) fromTimes(in *InterviewInfo, f *Finding, sent time.Time) {
	p := h.p
	base := midnight(sent)
	times := p.meetingTimes(base)
	var fresh, old []when
	moved := f.SubKind == Rescheduled || f.SubKind == Cancelled
	for _, w := range times {
		if moved && p.old(&w) {
			old = append(old, w)
		} else {
			fresh = append(fresh, w)
		}
	}
	if f.SubKind == Cancelled && len(old) == 0 && len(fresh) > 0 {
		old, fresh = fresh[:1], nil
	}
	if f.SubKind == Rescheduled && len(old) == 0 && len(fresh) > 1 && !samePlace(fresh) {
		if !p.announced(&fresh[0]) {
			old, fresh = fresh[:1], fresh[1:]
		}
	}
	if len(old) > 0 && old[0].clock {
		in.Previous, _, _ = h.instant(&old[0], sent, times)
	}
	fresh = later(fresh, base)
	if len(fresh) == 0 {
		return
	}
	w := fresh[0]
	if !w.clock {
		in.Start, in.DateOnly = w.day, true
	} else {
		in.Start, in.End, in.Zone = h.instant(&w, sent, times)
		if in.End.IsZero() {
			if n := p.duration(); n > 0 {
				in.End = in.Start.Add(n)
			}
		}
	}
	if f.SubKind != Scheduled && f.SubKind != Cancelled && len(fresh) > 1 {
		in.Options = len(fresh)
	}
}

func samePlace(ws []when) bool {
	for _, w := range ws[1:] {
		if !w.day.Equal(ws[0].day) {
			return false
		}
	}
	return true
}

// later drops times before the mail, and days without a clock where others have one.
func later(ws []when, base time.Time) []when {
	clock := false
	for _, w := range ws {
		clock = clock || w.clock && !w.past(base)
	}
	var out []when
	for _, w := range ws {
		dup := false
		for _, o := range out {
			dup = dup || o.day.Equal(w.day) && o.clock == w.clock && o.hour == w.hour && o.min == w.min
		}
		if !dup && !w.past(base) && (w.clock || !clock) {
			out = append(out, w)
		}
	}
	return out
}

// meetingTimes collects the days and times of a talk. A clock time alone takes the last day named before it; a day that
// stands for a deadline, a start of employment or a posting is none.
func (p *page) meetingTimes(base time.Time) []when {
	var out []when
	var day *when
	for i := range p.whens {
		w := p.whens[i]
		s := int(p.tokens[w.first].sent)
		if w.span.unit != noUnit || w.weekOnly {
			continue
		}
		if p.elsewhere(s, &w) {
			continue
		}
		switch {
		case w.hasDay() && !w.clock:
			day = &p.whens[i]
			out = append(out, w)
		case w.hasDay():
			day = &p.whens[i]
			out = append(out, w)
		case w.clock && day != nil && s-int(p.tokens[day.first].sent) <= 6:
			w.day, w.until = day.day, day.until
			if n := len(out); n > 0 && !out[n-1].clock && out[n-1].day.Equal(w.day) {
				w.first = out[n-1].first
				out[n-1] = w
			} else if n > 0 && out[n-1].day.Equal(w.day) && s != int(p.tokens[out[n-1].first].sent) {
				continue // the agenda of the same day
			} else {
				out = append(out, w)
			}
		case w.clock:
			// "Time: 14:30" above "Date: 4 March"
			for j := i + 1; j < len(p.whens) && j <= i+2; j++ {
				if n := &p.whens[j]; n.hasDay() && !n.clock && !n.weekOnly && int(p.tokens[n.first].sent)-s <= 1 {
					w.day, w.until = n.day, n.until
					out = append(out, w)
					break
				}
			}
		}
	}
	return out
}

// elsewhere reports whether a time belongs to something else than a talk.
func (p *page) elsewhere(s int, w *when) bool {
	if w.by && !w.clock && (p.facts.code != "nl" || p.has(s, cueTask) || p.has(s, cueReply)) {
		return true // "by Friday" is a last day; Dutch "voor" also means "for"
	}
	meet, other := 1<<20, 1<<20
	for _, k := range p.in(s) {
		switch k.cue {
		case cueMeet, cuePrevious:
			meet = min(meet, w.distance(k))
		case cueNotInterview, cueContract, cueClosing, cueRetention, cueValidity:
			other = min(other, w.distance(k))
		case cueTask:
			if w.by {
				other = min(other, w.distance(k))
			}
		}
	}
	return other < meet
}

// old reports whether a time is the one that a new time replaces: after "originally scheduled for", with nothing new between.
func (p *page) old(w *when) bool {
	s := int(p.tokens[w.first].sent)
	last, isOld := -1, false
	for _, k := range p.in(s) {
		if int(k.from) > w.first {
			break
		}
		if k.cue == cuePrevious && w.first-int(k.to) <= 6 && int(k.to) > last {
			last, isOld = int(k.to), true
		}
		if k.cue == cueFresh && int(k.to) >= last && int(k.to) <= w.first {
			last, isOld = int(k.to), false
		}
	}
	if isOld {
		for _, o := range p.whens { // "moved from Monday to Thursday": the second is new
			if o.first >= last && o.last <= w.first && o.hasDay() && int(p.tokens[o.first].sent) == s {
				return false
			}
		}
	}
	return isOld
}

// announced reports whether a time stands right behind words for a new one.
func (p *page) announced(w *when) bool {
	for _, k := range p.in(int(p.tokens[w.first].sent)) {
		if k.cue == cueFresh && int(k.to) <= w.first+1 && w.first-int(k.to) <= 8 {
			return true
		}
	}
	return false
}

// instant resolves a time of day in the zone that the text names, there or at another of its times, else in the default.
func (h *hearing) instant(w *when, sent time.Time, all []when) (start, end time.Time, zone string) {
	_, offset := sent.Zone()
	written := w.zone
	for i := 0; written == "" && i < len(all); i++ {
		written = all[i].zone
	}
	loc := defaultZone(sent, h.c)
	if written != "" {
		if name, l := zoneOf(written, h.p.facts.code, offset); l != nil {
			zone, loc = name, l
		}
	} else if h.c.Zone != nil && h.p.says1(cueYourTime) {
		loc, zone = h.c.Zone, h.c.Zone.String()
	}
	start, end = w.on(loc)
	return start, end, zone
}

// says1 reports whether a cue stands anywhere on the page.
func (p *page) says1(c cue) bool {
	for _, k := range p.cues {
		if k.cue == c {
			return true
		}
	}
	return false
}

// duration reads how long the talk will take: minutes or hours in a sentence about it that do not tell how early to come.
func (p *page) duration() time.Duration {
	for i := range p.whens {
		w := &p.whens[i]
		if w.span.unit != minutes && w.span.unit != hours || w.span.most == 0 {
			continue
		}
		d := time.Duration(w.span.most) * time.Minute
		if w.span.unit == hours {
			d *= 60
		}
		if d < 10*time.Minute || d > 9*time.Hour {
			continue
		}
		s := int(p.tokens[w.first].sent)
		if p.has(s, cueTask) || p.has(s, cueReply) || w.last < int(p.sents[s].last) && earlyWords[string(p.word(w.last))] {
			continue
		}
		return d
	}
	return 0
}

var earlyWords = setOf("early before prior ahead fruher vor vorher avant antes prima eerder vroeger earlier in notice")

// method tells video, phone and on-site apart: by the host of a link, then by the words nearest to the talk.
func (h *hearing) method() string {
	for _, l := range h.m.Links {
		if videoHost(strings.ToLower(l.URL)) {
			return "video"
		}
	}
	count := map[cue]int{}
	for s := range h.p.sents {
		weight := 1
		if h.p.has(s, cueMeet) {
			weight = 3
		}
		for _, k := range h.p.in(s) {
			switch k.cue {
			case cueVideo, cuePhone, cueOnsite:
				count[k.cue] += weight
			}
		}
	}
	switch v, o, t := count[cueVideo], count[cueOnsite], count[cuePhone]; {
	case v == 0 && o == 0 && t == 0:
		return ""
	case v >= o && v >= t:
		return "video"
	case o >= t:
		return "on-site"
	}
	return "phone"
}
