package classifier

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
	"time"

	"heardback/mailbox"
)

// shreds is what hostile and broken mail is made of: pieces that a reader of names, titles, dates and signatures stops at.
var shreds = []string{
	",", ", ", " - ", " – ", "—", " | ", " / ", "·", "•", ":", ";", ".", "...", "(", ")", "[", "]", "<", ">", "\"", "'", "’", "`", "*", "_", "@", " @ ", "&", "#", "%", "+", "=", "\n", "\n\n", "\r\n", "\t", " ", "  ",
	"\xff", "\x00", "\u00a0", "\u200b", "\u202e", "\u0130", "ß", "ﬁ", "é", "e\u0301", "日本", "🙂", "-- \n", "> ", "On Monday, x wrote:\n", "Von: ", "a", "A", "I", "0", "7", "31.12.", "30.02.2027", "99:99", "14h30", "3 pm", "(m/w/d)", "(f/m/x)", "#12-3",
	"n't", "N'T.", "'s", "l'", "the ", "at ", " at ", "of ", "for ", "bei ", "chez ", "als ", "de la ", "di ", "van ", "para ", "your application", "Your application for ", "Ihre Bewerbung als ", "votre candidature ", "the position of ", "unfortunately", "leider",
	"we received ", "interview", "by Friday", "within 3 days", "until ", "if ", "Engineer", "engineer ", "Data Analyst", "Koch", "infirmière", "Senior ", "II", "GmbH", "Ltd", "Inc.", "S.A.", "e. V.", "The ", "Hospital", "Northwind", "northwind ",
	"NORTHWIND", "Kim Vale", "Dr. ", "HR", "Talent Team", "Regards", "Mit freundlichen Grüßen", "Cordialement", "kim@northwind.example", "https://x.example/a?b=c", "www.", "+49 ", "555 0100", "1000 Oslo", "12 rue ", "{{name}}", "[Company]", "%s",
}

// shredded joins some shreds.
func shredded(r *rand.Rand, most int) string {
	var b strings.Builder
	for range r.IntN(most) {
		b.WriteString(shreds[r.IntN(len(shreds))])
	}
	return b.String()
}

// TestShreds: no mail of broken pieces breaks the reader, whatever language it believes in. The seed of a mail that does is in the failure.
func TestShreds(t *testing.T) {
	mails := 1500
	if os.Getenv("HEARDBACK_FULL") != "" {
		mails = 20000
	}
	for seed := range mails {
		r := rand.New(rand.NewPCG(1, uint64(seed)))
		m := &mailbox.Message{Subject: shredded(r, 8), Text: shredded(r, 60), Signature: shredded(r, 12), Date: time.Date(2027, 3, 1, 10, 0, 0, 0, time.UTC),
			From: []mailbox.Address{{Name: shredded(r, 5), Address: shredded(r, 4)}}, ReplyTo: []mailbox.Address{{Name: shredded(r, 3), Address: shredded(r, 3)}}}
		func() {
			defer func() {
				if p := recover(); p != nil {
					panic(fmt.Sprintf("seed %d, subject %q, text %q, signature %q, from %q: %v", seed, m.Subject, m.Text, m.Signature, m.From, p))
				}
			}()
			Classify(m, Context{}, UserLayer{})
			f := Finding{Kind: Interview, Language: factLanguages[r.IntN(len(factLanguages))]}
			extract(m, Context{Me: []mailbox.Address{{Name: shredded(r, 3)}}}, &f)
		}()
	}
}
