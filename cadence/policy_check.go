package cadence

import (
	"fmt"
	"strings"
	"time"
)

// Problem is something wrong with a policy. A Warning is accepted and shown in the digest.
type Problem struct {
	Key     string // of the configuration
	Text    string // one English sentence
	Warning bool
}

func (p Problem) String() string { return "policy." + p.Key + ": " + p.Text }

// limit is the least or greatest value that the advice allows, and the floor below which a value makes no sense at all.
type limit struct {
	key           string
	value         func(*Policy) int
	least, most   int // of the advice; most 0 for none
	floor         int
	becauseAdvice string
}

var limits = []limit{
	{"gap_days", func(p *Policy) int { return p.GapDays }, 7, 0, 0, "two contacts within a week annoy (A38, A58)"},
	{"max_unanswered_nudges", func(p *Policy) int { return p.MaxNudges }, 0, 3, 0, "more than three unanswered letters do harm (A37)"},
	{"max_nudges", func(p *Policy) int { return p.MaxNudgesEver }, 0, 5, 0, "more than five letters to one employer do harm (A37)"},
	{"status_per_stage", func(p *Policy) int { return p.StatusPerStage }, 0, 2, 0, "two varied letters per stage are the most (A83, A84)"},
	{"application_followup_after_business_days", func(p *Policy) int { return p.ApplicationAfterBusinessDays }, 5, 0, 1, "five business days are the floor after an application"},
	{"contact_status_after_business_days", func(p *Policy) int { return p.ContactAfterBusinessDays }, 5, 0, 1, "five business days are the floor after an answer"},
	{"status_after_business_days", func(p *Policy) int { return p.StatusAfterBusinessDays }, 3, 10, 1, "three business days are the floor and ten the ceiling after an interview (A40, A69)"},
	{"slow_status_after_business_days", func(p *Policy) int { return p.SlowStatusAfterBusinessDays }, 3, 0, 1, "three business days are the floor after an interview (A69)"},
	{"second_status_after_business_days", func(p *Policy) int { return p.SecondStatusAfterBusinessDays }, 5, 0, 1, "a second letter needs at least a week's distance (A38)"},
	{"decision_date_after_business_days", func(p *Policy) int { return p.DecisionAfterBusinessDays }, 1, 0, 1, "one day after the promised date is the floor (A29)"},
	{"assessment_status_after_business_days", func(p *Policy) int { return p.AssessmentAfterBusinessDays }, 5, 0, 1, "five business days are the floor after an assessment"},
	{"info_status_after_business_days", func(p *Policy) int { return p.InfoAfterBusinessDays }, 5, 0, 1, "five business days are the floor after an answer"},
	{"nudges_per_day", func(p *Policy) int { return p.NudgesPerDay }, 0, 8, 0, "more than eight a day are no letters but a mailing"},
	{"nudges_per_employer_per_week", func(p *Policy) int { return p.NudgesPerEmployerWeek }, 0, 2, 0, "more than two a week to one employer annoy (A58)"},
	{"brake_drafts", func(p *Policy) int { return p.BrakeDrafts }, 0, 20, 1, "more than twenty drafts at once mean that something is wrong"},
	{"late_business_days", func(p *Policy) int { return p.LateBusinessDays }, 0, 5, 0, "late is worse than never"},
	{"late_reactive_business_days", func(p *Policy) int { return p.LateReactiveBusinessDays }, 0, 3, 0, "late is worse than never"},
	{"thank_you_after_hours", func(p *Policy) int { return p.ThankYouAfterHours }, 1, 24, 0, "thanks go out on the day of the interview (A39, A68)"},
	{"feedback_after_business_days", func(p *Policy) int { return p.FeedbackAfterBusinessDays }, 1, 0, 0, "a day passes before a question about a rejection"},
	{"stale_days", func(p *Policy) int { return p.StaleDays }, 0, 60, 1, "after sixty days of silence the time is better spent elsewhere (A75)"},
}

// Validate reports what is wrong with p. A value that breaks the advice, such as a gap under 7 days or more than 3 nudges, is
// an error unless iKnow (or p.IKnow) is set; then it is a warning for the digest.
func (p Policy) Validate(iKnow bool) []Problem {
	iKnow = iKnow || p.IKnow
	var found []Problem
	if p.Mode != "draft" && p.Mode != "observe" {
		found = append(found, Problem{Key: "mode", Text: fmt.Sprintf("%q is neither \"draft\" nor \"observe\"", p.Mode)})
	}
	for _, l := range limits {
		v := l.value(&p)
		switch {
		case v < l.floor:
			found = append(found, Problem{Key: l.key, Text: fmt.Sprintf("%d is less than %d", v, l.floor)})
		case v < l.least || l.most > 0 && v > l.most:
			text := fmt.Sprintf("%d goes against the advice: %s", v, l.becauseAdvice)
			if !iKnow {
				text += "; i_know = true accepts it"
			}
			found = append(found, Problem{Key: l.key, Text: text, Warning: iKnow})
		}
	}
	for _, t := range []struct{ key, value string }{{"place_at", p.PlaceAt}, {"send_from", p.SendFrom}, {"send_until", p.SendUntil}} {
		if _, ok := parseClock(t.value); !ok {
			found = append(found, Problem{Key: t.key, Text: fmt.Sprintf("%q is no time of day such as \"07:00\"", t.value)})
		}
	}
	for _, t := range []struct{ key, value string }{{"year_end_from", p.PauseFrom}, {"year_end_until", p.PauseUntil}} {
		if _, ok := parseMonthDay(t.value); !ok && t.value != "" {
			found = append(found, Problem{Key: t.key, Text: fmt.Sprintf("%q is no month and day such as \"12-20\"", t.value)})
		}
	}
	first, ok1 := parseWeekday(p.FirstWeekday)
	last, ok2 := parseWeekday(p.LastWeekday)
	if !ok1 || !ok2 || first > last {
		found = append(found, Problem{Key: "first_weekday", Text: "first_weekday and last_weekday must be two of sun to sat, in that order"})
	}
	for _, w := range p.CallWindows {
		if _, _, ok := parseWindow(w); !ok {
			found = append(found, Problem{Key: "call_windows", Text: fmt.Sprintf("%q is no span such as \"08:00-09:15\"", w)})
		}
	}
	return found
}

// clock is a time of day in minutes.
type clock int

func parseClock(s string) (clock, bool) {
	t, err := time.Parse("15:04", s)
	return clock(t.Hour()*60 + t.Minute()), err == nil
}

func (c clock) on(d day, loc *time.Location) time.Time { return d.at(int(c)/60, int(c)%60, loc) }

// parseWindow reads a span of the day such as "08:00-09:15".
func parseWindow(s string) (from, until clock, ok bool) {
	a, b, found := strings.Cut(s, "-")
	from, ok1 := parseClock(a)
	until, ok2 := parseClock(b)
	return from, until, found && ok1 && ok2 && from < until
}

// monthDay is a day of the year as month*100 + day; 0 for none.
type monthDay int

// parseMonthDay reads a day of the year such as "12-20".
func parseMonthDay(s string) (monthDay, bool) {
	t, err := time.Parse("01-02", s)
	if err != nil {
		return 0, false
	}
	return monthDay(int(t.Month())*100 + t.Day()), true
}

func parseWeekday(s string) (time.Weekday, bool) {
	for d := time.Sunday; d <= time.Saturday; d++ {
		if strings.EqualFold(s, d.String()[:3]) || strings.EqualFold(s, d.String()) {
			return d, true
		}
	}
	return 0, false
}
