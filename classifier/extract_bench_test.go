package classifier

import (
	"strings"
	"testing"
	"time"

	"heardback/mailbox"
)

const typicalMail = `Dear Alex,

thank you for your application for the Production Planner position at Pelican Works. We have received it and our hiring team will review
your qualifications over the next days. If your profile matches what we are looking for, a recruiter will contact you within two weeks to
arrange a first conversation by phone. If you do not hear from us within six weeks, please consider your application unsuccessful.

We keep your data for six months in line with our privacy notice. Please do not reply to this email.

Kind regards,
The Pelican Works Recruiting Team`

func BenchmarkExtract(b *testing.B) {
	m := &mailbox.Message{Subject: "Your application for Production Planner", Text: typicalMail, Date: time.Date(2027, 3, 1, 10, 0, 0, 0, time.UTC),
		From: []mailbox.Address{{Name: "Pelican Works", Address: "no-reply@us.greenhouse-mail.io"}}}
	extract(m, Context{}, &Finding{Language: "en"}) // loads the rules
	b.ReportAllocs()
	for b.Loop() {
		f := Finding{Kind: Confirmation, Language: "en"}
		extract(m, Context{}, &f)
	}
}

// hostileTexts are built to make the readers of names, dates and cues do as much work as they can.
var hostileTexts = map[string]string{
	"capitals":  strings.Repeat("Apply To The A Of B And C ", 40000),
	"brackets":  strings.Repeat("Role (", 200000),
	"numbers":   strings.Repeat("1/2/3 ", 200000),
	"please":    strings.Repeat("please we will let you know if you do not hear within ", 20000),
	"lines":     strings.Repeat("Position:\n", 100000),
	"addresses": strings.Repeat("a@b.example ", 90000),
	"ats":       strings.Repeat("@", 1000000),
	"one word":  strings.Repeat("a", 1000000),
	"quotes":    strings.Repeat("\"Role ", 200000),
	"lists":     strings.Repeat("Application for Aaa, Bbb - Ccc, ", 30000),
	"marks":     strings.Repeat("A (m/w/d) ", 100000),
}

func BenchmarkExtractHostile(b *testing.B) {
	for name, text := range hostileTexts {
		b.Run(name, func(b *testing.B) {
			m := &mailbox.Message{Subject: text[:400], Text: text, Signature: text, Date: time.Date(2027, 3, 1, 10, 0, 0, 0, time.UTC)}
			for b.Loop() {
				f := Finding{Kind: Interview, Language: "en"}
				extract(m, Context{}, &f)
			}
		})
	}
}

// TestHostileFacts only demands an end, in every language.
func TestHostileFacts(t *testing.T) {
	for name, text := range hostileTexts {
		for _, lang := range factLanguages {
			m := &mailbox.Message{Subject: text[:400], Text: text, Signature: text, From: []mailbox.Address{{Name: text[:300], Address: text[:300]}}}
			f := Finding{Kind: Interview, Language: lang}
			extract(m, Context{}, &f)
			if len(f.Employer.Name) > 300 || len(f.Role) > 300 || len(f.Contacts) > 64 || len(f.Statements) > 400 {
				t.Errorf("%s in %s: got an employer of %d bytes, a role of %d, %d contacts, %d statements", name, lang, len(f.Employer.Name), len(f.Role), len(f.Contacts), len(f.Statements))
			}
		}
	}
}

func FuzzExtract(f *testing.F) {
	f.Add("Your application", typicalMail, "Acme <x@y.example>")
	f.Add("", "4. März 14h30 (m/w/d) \"", "")
	f.Add("\xff", "(((", "@")
	f.Add("x", ",", "y")
	f.Fuzz(func(t *testing.T, subject, text, from string) {
		for _, lang := range factLanguages {
			m := &mailbox.Message{Subject: subject, Text: text, Signature: text, From: []mailbox.Address{{Name: from, Address: from}}, ReplyTo: []mailbox.Address{{Address: from}}}
			found := Finding{Kind: Interview, Language: lang}
			extract(m, Context{Me: []mailbox.Address{{Name: subject}}}, &found)
		}
	})
}
