// Package digest writes the letters to the user: the weekly digest and the same-day notice.
//
// Input in, a finished mailbox.Letter for the INBOX out. It decides nothing about employers; what it tells was decided by
// employer and cadence. Everything that comes from mail is text: no markup, no link, no image of it reaches the HTML part.
package digest

import (
	"time"

	"heardback/cadence"
	"heardback/employer"
	"heardback/mailbox"
)

// ListID marks heardback's own letters (RFC 2919), so that it never reads them as mail.
const ListID = "heardback.letters"

// Input is what a letter to the user is made of.
type Input struct {
	To       mailbox.Address // the user, also the sender
	Language string          // ISO 639-1; one without words falls back to English
	Zone     *time.Location  // in which times are shown
	Period   Period          // the digest: what it covers
	Now      time.Time
	Book     employer.Book
	Plan     cadence.Plan
	Stages   map[string]employer.Stage // cadence.Stages
	Would    []Would                   // observe mode: what would have been placed
	Trouble  []string                  // what the daemon could not do, a sentence each
}

// Would is a draft that observe mode did not place (POLICY.md rule 16).
type Would struct {
	At          time.Time
	To, Subject string
	Body        string
	Why         string
}

// Period is one digest's span. Its key is part of the Message-ID, so that there is one digest for each.
type Period struct {
	Key         string // "2027-W08", "2027-02-28"
	From, Until time.Time
}

// Schedule says when digests are due.
type Schedule struct {
	Frequency string // "weekly", "daily", "off"
	Day       time.Weekday
	Hour      int
	Zone      *time.Location
}

// Last returns the latest period that is over at now; ok is false when there is none because digests are off. After weeks of
// downtime it is the latest one only: old digests are not sent late.
func (s Schedule) Last(now time.Time) (p Period, ok bool) {
	if s.Frequency == "off" {
		return p, false
	}
	l := now.In(s.Zone)
	until := time.Date(l.Year(), l.Month(), l.Day(), s.Hour, 0, 0, 0, s.Zone)
	if s.Frequency == "daily" {
		if until.After(now) {
			until = until.AddDate(0, 0, -1)
		}
		return Period{Key: until.Format(time.DateOnly), From: until.AddDate(0, 0, -1), Until: until}, true
	}
	until = until.AddDate(0, 0, -int(l.Weekday()-s.Day+7)%7)
	if until.After(now) {
		until = until.AddDate(0, 0, -7)
	}
	year, week := until.ISOWeek()
	return Period{Key: weekKey(year, week), From: until.AddDate(0, 0, -7), Until: until}, true
}

// Next returns when the next digest is due, zero when digests are off.
func (s Schedule) Next(now time.Time) time.Time {
	p, ok := s.Last(now)
	if !ok {
		return time.Time{}
	}
	if s.Frequency == "daily" {
		return p.Until.AddDate(0, 0, 1)
	}
	return p.Until.AddDate(0, 0, 7)
}

// Weekly writes the digest of in.Period. Empty is true when there is nothing to tell: the caller decides whether the short
// letter is wanted then.
func Weekly(in Input) (l mailbox.Letter, empty bool, err error) {
	c := contentOf(in)
	w, err := wordsOf(in.Language)
	if err != nil {
		return l, false, err
	}
	subject := w.say("subject", "week", in.Period.Until.In(in.Zone).Format("2006-01-02"))
	l, err = compose(in, "digest-"+in.Period.Key, subject, c)
	return l, c.empty, err
}

// HTML returns the HTML part of the digest of in.Period, to be looked at in a browser.
func HTML(in Input) (string, error) {
	w, err := wordsOf(in.Language)
	if err != nil {
		return "", err
	}
	return render(in, w.say("subject", "week", in.Period.Until.In(in.Zone).Format("2006-01-02")), contentOf(in))
}

// Notice writes the same-day notice (POLICY.md rule 15) of the plan's notices in in.Plan that cannot wait and are not in
// told. ok is false when there is none. Keys are what the letter tells, to be remembered by the caller.
func Notice(in Input, told func(key string) bool) (l mailbox.Letter, keys []string, ok bool, err error) {
	w, err := wordsOf(in.Language)
	if err != nil {
		return l, nil, false, err
	}
	s := section{Title: w.say("needs")}
	for _, n := range in.Plan.Notices {
		if n.SameDay && !told(n.Key) {
			keys = append(keys, n.Key)
			s.Items = append(s.Items, noticeItem(n))
		}
	}
	if len(keys) == 0 {
		return l, nil, false, nil
	}
	c := content{Greeting: w.say("notice-lead"), Sections: []section{s}, Foot: w.say("foot")}
	l, err = compose(in, "notice-"+in.Now.In(in.Zone).Format(time.DateOnly), w.say("notice-subject"), c)
	return l, keys, true, err
}
