package story

import (
	"net/mail"
	"time"
)

// Story is one file.
type Story struct {
	Name    string // as handed to Parse; with "/" and the variant's name in a run
	Title   string
	Zone    *time.Location
	Country string // ISO 3166 alpha-2
	Me      mail.Address
	From    time.Time // midnight of the first day
	Until   time.Time // midnight of the last day
	Options []string

	Entries  []Entry // by time
	Variants []Variant
}

// Variant is a branch of a story.
type Variant struct {
	Name, Title string
	Entries     []Entry // its own only, by time
}

// Entry is one line, or block of lines, of a story: a Mail, an Act or an Expectation.
type Entry interface {
	When() time.Time
	LineNo() int
}

// Mail arrives, or is sent by the user.
type Mail struct {
	At     time.Time
	Folder string // "inbox" or "sent"
	ID     string // Message-ID without angle brackets
	Raw    []byte // RFC 5322, CRLF lines
	// Means is what a careful reader takes the mail for, "KIND" or "KIND/SUBKIND" in the words of the classifier; "" is unsaid.
	Means string
	Line  int
}

// Act is something that the user does.
type Act struct {
	At   time.Time
	Verb string // "sends-draft", "edits-draft", "deletes-draft", "run", "restart", "reindex"
	Kind string // of the draft
	To   string // of the draft, "" for the only one of its kind
	Args []string
	Line int
}

// Mode says what a story demands of what an Expectation describes.
type Mode string

// The three demands.
const (
	Expect Mode = "expect"
	Allow  Mode = "allow"
	Forbid Mode = "forbid"
)

// Expectation describes something that the program does.
type Expectation struct {
	Mode  Mode
	At    time.Time // the minute, or the midnight of the first day
	End   time.Time // exclusive: a minute after At, or the midnight after the last day
	Exact bool      // a minute was given

	Action   string // "place", "withdraw", "keep", "ask", "notice", "call", "quiet", "revive", "close"
	Kind     string // of the draft; see Accepts
	To       string
	Employer string
	Role     string
	Lang     string
	About    string
	Line     int
}

// When returns the moment of arrival.
func (m Mail) When() time.Time { return m.At }

// LineNo returns the line of the file that begins the mail.
func (m Mail) LineNo() int { return m.Line }

// When returns the moment of the act.
func (a Act) When() time.Time { return a.At }

// LineNo returns the line of the file.
func (a Act) LineNo() int { return a.Line }

// When returns the first moment of the expectation.
func (e Expectation) When() time.Time { return e.At }

// LineNo returns the line of the file.
func (e Expectation) LineNo() int { return e.Line }

// Has reports whether option stands in the header.
func (s Story) Has(option string) bool {
	for _, o := range s.Options {
		if o == option {
			return true
		}
	}
	return false
}

// Mails returns the mails of the story in the order of their arrival.
func (s Story) Mails() []Mail {
	var mails []Mail
	for _, e := range s.Entries {
		if m, ok := e.(Mail); ok {
			mails = append(mails, m)
		}
	}
	return mails
}

// Runs returns what is to be run: the story itself, or, where it has variants, one story per variant with the common
// entries and its own.
func (s Story) Runs() []Story {
	if len(s.Variants) == 0 {
		return []Story{s}
	}
	var runs []Story
	for _, v := range s.Variants {
		r := s
		r.Name, r.Title, r.Variants = s.Name+"/"+v.Name, s.Title+": "+v.Title, nil
		r.Entries = append(append([]Entry{}, s.Entries...), v.Entries...)
		sortEntries(r.Entries)
		runs = append(runs, r)
	}
	return runs
}
