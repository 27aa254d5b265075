package classifier

import (
	"testing"
	"time"

	"heardback/mailbox"
)

// statementCase is one sentence, written on Monday 1 March 2027, and the one statement that it must give: a class with a
// last day (month-day) or working days; "" for none.
type statementCase struct {
	lang, text string
	class      StatementClass
	until      string
	days       int
}

var statementCases = []statementCase{
	{"en", "We will get back to you within two weeks.", Window, "03-15", 0},
	{"en", "Our team will be in touch by Friday.", Window, "03-05", 0},
	{"en", "You can expect to hear from us early next week.", Window, "03-10", 0},
	{"en", "We'll let you know at the end of the week.", Window, "03-05", 0},
	{"en", "We hope to reach a decision by the end of next week.", Window, "03-12", 0},
	{"en", "You'll receive an update in 3-5 business days.", Window, "", 5},
	{"en", "A recruiter will contact you in the coming weeks.", Window, "", 15},
	{"en", "We will make a decision by the end of the month.", Window, "03-31", 0},
	{"en", "I will let you know tomorrow.", Window, "03-02", 0},
	{"en", "Our hiring manager will reach out in the next few days.", Window, "", 5},
	{"en", "Reviewing all applications takes about three weeks.", Window, "03-22", 0},
	{"en", "We aim to respond to every applicant within ten working days.", Window, "", 10},
	{"en", "You will hear from us by 19 March.", Window, "03-19", 0},
	{"en", "We expect to notify all candidates no later than March 24.", Window, "03-24", 0},
	{"en", "Please allow us up to 48 hours to get back to you.", Window, "03-03", 0},
	{"en", "We will contact you next week.", Window, "03-12", 0},
	{"en", "We'll be in touch soon.", DecisionPending, "", 0},
	{"en", "We will let you know as soon as we have made a decision.", DecisionPending, "", 0},
	{"en", "If you do not hear from us within three weeks, please consider your application unsuccessful.", AssumeNo, "03-22", 0},
	{"en", "If you haven't heard back within 14 days, your application has not been successful.", AssumeNo, "03-15", 0},
	{"en", "If you have not heard from us within two weeks, please feel free to contact us.", Window, "03-15", 0},
	{"en", "Only shortlisted candidates will be contacted.", ShortlistOnly, "", 0},
	{"en", "Due to the volume we are unable to respond to every applicant.", ShortlistOnly, "", 0},
	{"en", "No phone calls please.", NoCalls, "", 0},
	{"en", "Please do not call us about your application.", NoCalls, "", 0},
	{"en", "Please refrain from contacting us about the status of your application.", NoEnquiries, "", 0},
	{"en", "Please do not reply to this email.", NoReply, "", 0},
	{"en", "Replies to this mailbox are not monitored.", NoReply, "", 0},
	{"en", "The vacancy closes on 31 March.", ClosingDate, "03-31", 0},
	{"en", "The position has been put on hold until June.", HoldUntil, "06-01", 0},
	{"en", "We cannot provide individual feedback.", FeedbackPolicy, "", 0},
	// Traps.
	{"en", "We keep your data for six months and delete it afterwards.", NotAPromise, "09-01", 0},
	{"en", "Our support team answers tickets within 24 hours.", NotAPromise, "03-02", 0},
	{"en", "The probation period is six months.", NotAPromise, "09-01", 0},
	{"en", "Please complete the test within five days.", NotAPromise, "03-06", 0},
	{"en", "The link is valid for 72 hours.", NotAPromise, "03-04", 0},
	{"en", "The interview takes place on Tuesday, 9 March at 10:00.", "", "", 0},
	{"en", "We have been building robots for twelve years.", "", "", 0},
}

func TestStatements(t *testing.T) {
	for _, c := range statementCases {
		m := &mailbox.Message{Text: c.text, Date: time.Date(2027, 3, 1, 10, 0, 0, 0, time.FixedZone("", 3600))}
		f := Finding{Kind: Confirmation, Language: c.lang}
		extract(m, Context{}, &f)
		got := f.Statements
		if c.class == "" {
			if len(got) != 0 {
				t.Errorf("%s %q: got %+v, want none", c.lang, c.text, got)
			}
			continue
		}
		if len(got) != 1 {
			t.Errorf("%s %q: got %+v, want one %s", c.lang, c.text, got, c.class)
			continue
		}
		until := ""
		if !got[0].Until.IsZero() {
			until = got[0].Until.Format("01-02")
		}
		if got[0].Class != c.class || until != c.until || got[0].BusinessDays != c.days {
			t.Errorf("%s %q: got %s %q %d, want %s %q %d", c.lang, c.text, got[0].Class, until, got[0].BusinessDays, c.class, c.until, c.days)
		}
	}
}
