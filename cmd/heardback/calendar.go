package main

import (
	"crypto/sha256"
	"fmt"
	"io"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"

	"heardback/employer"
)

// deadline is a date by which the user has to do something.
type deadline struct {
	at       time.Time
	what     string // "offer", "assessment", "closing date", …
	identity string
}

// deadlines returns what an application asks of the user by a date, as far as it is open.
func deadlines(a *employer.Application) []deadline {
	var out []deadline
	add := func(d deadline) {
		for _, have := range out {
			if have.at.Equal(d.at) && have.what == d.what {
				return
			}
		}
		if !d.at.IsZero() {
			out = append(out, d)
		}
	}
	for _, r := range a.Requests {
		if r.Answered.IsZero() {
			add(deadline{r.Deadline, r.Kind, r.Event})
		}
	}
	if a.Offer != nil && a.Stage == employer.Offered {
		add(deadline{a.Offer.Deadline, "offer", a.Offer.Event})
	}
	return out
}

// calendar writes interviews, and the deadlines of open applications. An entry keeps its UID from export to export, so that a
// calendar changes it instead of adding another one.
func (v *view) calendar(w io.Writer) error {
	cal := ics.NewCalendarFor("heardback")
	cal.SetMethod(ics.MethodPublish)
	cal.SetName("heardback")
	entry := func(identity, summary string, a *employer.Application) *ics.VEvent {
		sum := sha256.Sum256([]byte(a.ID + "\x00" + identity))
		e := cal.AddEvent(fmt.Sprintf("%x@heardback.invalid", sum[:12]))
		e.SetDtStampTime(v.plan.Now)
		e.SetSummary(strings.TrimSuffix(summary+a.Employer+" — "+a.Role, " — "))
		return e
	}
	for _, a := range v.book.Applications {
		for _, iv := range a.Interviews {
			if iv.Start.IsZero() || iv.State == "invited" {
				continue
			}
			e := entry("interview "+iv.Key, "Interview: ", a)
			if iv.DateOnly {
				e.SetAllDayStartAt(iv.Start)
				e.SetAllDayEndAt(iv.Start.AddDate(0, 0, 1))
			} else {
				end := iv.End
				if !end.After(iv.Start) {
					end = iv.Start.Add(time.Hour)
				}
				e.SetStartAt(iv.Start)
				e.SetEndAt(end)
			}
			e.SetSequence(iv.Sequence)
			e.SetStatus(ics.ObjectStatusConfirmed)
			if iv.State != "scheduled" && iv.State != "held" {
				e.SetStatus(ics.ObjectStatusCancelled)
			}
			if iv.Place != "" {
				e.SetLocation(iv.Place)
			}
			var who []string
			for _, c := range iv.Interviewers {
				who = append(who, or(c.Name, c.Address))
			}
			about := fmt.Sprintf("Round %d", iv.Round)
			if iv.Method != "" {
				about += ", " + iv.Method
			}
			if len(who) > 0 {
				about += ", with " + strings.Join(who, ", ")
			}
			e.SetDescription(about)
		}
		if !v.stages[a.ID].Open() {
			continue
		}
		for _, d := range deadlines(a) {
			e := entry("deadline "+d.what+" "+d.identity, "Deadline ("+d.what+"): ", a)
			day := d.at.In(v.zone)
			e.SetAllDayStartAt(day)
			e.SetAllDayEndAt(day.AddDate(0, 0, 1))
			e.SetDescription("By " + day.Format("Mon 2 Jan 2006 15:04 MST"))
		}
	}
	if len(cal.Components) == 0 {
		utc := cal.AddTimezone("Etc/UTC").AddStandard() // a calendar has at least one component (RFC 5545 section 3.6)
		utc.SetProperty(ics.ComponentPropertyDtStart, "19700101T000000")
		utc.SetProperty(ics.ComponentProperty(ics.PropertyTzoffsetfrom), "+0000")
		utc.SetProperty(ics.ComponentProperty(ics.PropertyTzoffsetto), "+0000")
	}
	return cal.SerializeTo(w, ics.WithNewLineWindows)
}
