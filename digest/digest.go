// Package digest writes the letters to the user: the weekly digest, the same-day notice, and call sheets.
//
// Input in, a finished mailbox.Letter for the INBOX out. It decides nothing about employers; what it tells was decided by
// employer and cadence, and is worded here in the user's language. Everything that comes from mail is text: no markup, no
// link, no image of it reaches the HTML part, and no line break or invisible mark of it the text.
package digest

import (
	"encoding/json"
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
	Phone    string          // the user's, for call sheets
	Language string          // ISO 639-1; one without words falls back to English
	Zone     *time.Location  // in which times are shown
	Period   Period          // the digest: what it covers
	Now      time.Time
	Book     employer.Book
	Plan     cadence.Plan
	Policy   cadence.Policy            // zero: the default
	Stages   map[string]employer.Stage // where it differs from the plan
	Would    []Would                   // observe mode: what would have been placed
	Trouble  []Trouble                 // what the daemon could not do
}

// Trouble is something that the daemon could not do.
type Trouble struct {
	At   time.Time   // zero for what holds now
	Kind TroubleKind // says what that means for the user
	Text string      // in the words of the log
}

// TroubleKind is a kind of trouble; each has words of its own.
type TroubleKind string

const (
	Failed     TroubleKind = "error"      // is tried again
	Unreadable TroubleKind = "unreadable" // a mail that was passed over
	Template   TroubleKind = "template"   // a template of the user's has an error
)

// Would is a draft that observe mode did not place (POLICY.md rule 16).
type Would struct {
	At          time.Time
	Kind        string // of the draft, POLICY.md section 4
	To, Subject string
	Body        string
	Why         string
}

// Weekly writes the digest of in.Period. Empty is true when there is nothing to tell: the caller decides whether the short
// letter is wanted then.
func Weekly(in Input) (l mailbox.Letter, empty bool, err error) {
	g, err := newGatherer(in)
	if err != nil {
		return l, false, err
	}
	c := g.digest()
	l, _, err = fitted(g, "digest-"+in.Period.Key, c)
	return l, c.empty, err
}

// HTML returns the digest of in.Period as a page to be looked at in a browser: the HTML part with the picture in it.
func HTML(in Input) (string, error) {
	g, err := newGatherer(in)
	if err != nil {
		return "", err
	}
	_, c, err := fitted(g, "", g.digest())
	if err != nil {
		return "", err
	}
	return c.html(g.w.language, inPlace)
}

// Text returns the text part of the digest of in.Period.
func Text(in Input) (string, error) {
	g, err := newGatherer(in)
	if err != nil {
		return "", err
	}
	_, c, err := fitted(g, "", g.digest())
	return c.plain(), err
}

// JSON returns for programs what the text part of the digest of in.Period says.
func JSON(in Input) (json.RawMessage, error) {
	g, err := newGatherer(in)
	if err != nil {
		return nil, err
	}
	_, c, err := fitted(g, "", g.digest())
	if err != nil {
		return nil, err
	}
	if c.Sections == nil {
		c.Sections = []section{}
	}
	return json.Marshal(c)
}

// Notice writes the same-day notice (POLICY.md rule 15) of the plan's notices in in.Plan that cannot wait and are not in
// told. ok is false when there is none. Keys are what the letter tells, to be remembered by the caller.
func Notice(in Input, told func(key string) bool) (l mailbox.Letter, keys []string, ok bool, err error) {
	g, err := newGatherer(in)
	if err != nil {
		return l, nil, false, err
	}
	items, keys := g.sameDay(told)
	if len(keys) == 0 {
		return l, nil, false, nil
	}
	l, _, err = fitted(g, "notice-"+in.Now.In(g.in.Zone).Format(time.DateOnly), g.notice(items, fresh(in.Would, in.Now)))
	return l, keys, true, err
}

// fresh are the drafts that observe mode held back within a day: the digest tells of the others.
func fresh(all []Would, now time.Time) []Would {
	var some []Would
	for _, x := range all {
		if now.Sub(x.At) < 24*time.Hour {
			some = append(some, x)
		}
	}
	return some
}
