package classifier

import (
	"testing"
	"time"

	"heardback/mailbox"
)

func TestDeadlines(t *testing.T) {
	for _, c := range []struct {
		lang string
		kind Kind
		text string
		at   string
		what string
	}{
		{"en", Assessment, "Please complete the coding challenge within five days.", "03-06 00:00", "assessment"},
		{"en", Assessment, "The test link expires in 72 hours.", "03-04 00:00", "assessment"},
		{"en", Offer, "Please sign and return the offer by Friday at 5 pm.", "03-05 17:00", "offer"},
		{"en", InfoRequest, "Please send us your references by 12 March.", "03-12 00:00", "documents"},
		{"en", Interview, "Please book a slot by Wednesday.", "03-03 00:00", "booking"},
		{"en", Interview, "Please let us know by tomorrow whether the time suits you.", "03-02 00:00", "reply"},
		{"en", Assessment, "Please finish the exercise in 3 business days.", "03-04 00:00", "assessment"},
		{"de", Assessment, "Bitte bearbeiten Sie den Test bis zum 12. März.", "03-12 00:00", "assessment"},
		{"de", InfoRequest, "Bitte senden Sie uns Ihre Zeugnisse bis Freitag.", "03-05 00:00", "documents"},
		{"fr", Assessment, "Merci de compléter le test avant le 12 mars.", "03-12 00:00", "assessment"},
		{"es", Assessment, "Por favor, completa la prueba antes del 12 de marzo.", "03-12 00:00", "assessment"},
		{"nl", InfoRequest, "Graag ontvangen wij je diploma. Stuur het uiterlijk 12 maart op.", "03-12 00:00", "documents"},
		{"it", Assessment, "La preghiamo di completare il test entro il 12 marzo.", "03-12 00:00", "assessment"},
		{"pt", Assessment, "Por favor, realize o teste até 12 de março.", "03-12 00:00", "assessment"},
		{"en", Assessment, "Please complete the test within 24 hours.", "03-02 00:00", "assessment"},
		// None of the user's.
		{"en", Assessment, "If you log out during the test, you must resume it within an hour.", "", ""},
		{"en", Confirmation, "We will get back to you by 12 March.", "", ""},
		{"en", Confirmation, "We keep your application for six months.", "", ""},
		{"en", Interview, "Please join us on Tuesday, 9 March at 10:00.", "", ""},
	} {
		m := &mailbox.Message{Text: c.text, Date: time.Date(2027, 3, 1, 10, 0, 0, 0, time.UTC)}
		f := Finding{Kind: c.kind, Language: c.lang}
		extract(m, Context{}, &f)
		at, what := "", ""
		if f.Deadline != nil {
			at, what = f.Deadline.At.Format("01-02 15:04"), f.Deadline.For
		}
		if at != c.at || what != c.what {
			t.Errorf("%s %q: got %s for %s, want %s for %s", c.lang, c.text, at, what, c.at, c.what)
		}
	}
}

func TestFormality(t *testing.T) {
	for _, c := range []struct {
		lang, text string
		want       Formality
	}{
		{"de", "Wir freuen uns, dass Sie sich bei uns beworben haben, und danken Ihnen.", Formal},
		{"de", "Wir freuen uns, dass du dich bei uns beworben hast, und danken dir.", Informal},
		{"fr", "Nous vous remercions de votre candidature.", Formal},
		{"fr", "Merci pour ta candidature, nous te répondrons vite.", Informal},
		{"es", "Le agradecemos su interés.", Formal},
		{"es", "Gracias por tu interés, te contactaremos.", Informal},
		{"nl", "Wij danken u voor uw sollicitatie.", Formal},
		{"nl", "Bedankt voor je sollicitatie, we bellen je.", Informal},
		{"it", "La ringraziamo per la sua candidatura.", Formal},
		{"it", "Ciao, grazie per la tua candidatura.", Informal},
		{"en", "Thank you for your application.", FormalityUnknown},
	} {
		f := Finding{Kind: Confirmation, Language: c.lang}
		extract(&mailbox.Message{Text: c.text}, Context{}, &f)
		if f.Formality != c.want {
			t.Errorf("%s %q: got %q, want %q", c.lang, c.text, f.Formality, c.want)
		}
	}
}

func TestReturnAt(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"en", "I am out of the office until Friday, 12 March and will answer when I am back.", "03-12"},
		{"en", "Thank you for your mail. I am on vacation and will be back on 15 March.", "03-15"},
		{"de", "Ich bin vom 1. bis zum 12. März nicht im Büro.", "03-12"},
		{"fr", "Je suis absente jusqu'au 12 mars.", "03-12"},
		{"nl", "Ik ben afwezig tot 15 maart.", "03-15"},
	} {
		m := &mailbox.Message{Text: c.text, Date: time.Date(2027, 3, 1, 10, 0, 0, 0, time.UTC)}
		f := Finding{Kind: Other, Language: c.lang, Acts: []Act{ActOutOfOffice}}
		extract(m, Context{}, &f)
		if got := f.ReturnAt.Format("01-02"); got != c.want {
			t.Errorf("%s %q: got %s, want %s", c.lang, c.text, got, c.want)
		}
	}
}

func TestRequisitionAndPlace(t *testing.T) {
	for _, c := range []struct{ lang, subject, text, ref, place string }{
		{"en", "Your application for Data Analyst (R-12345)", "", "R-12345", ""},
		{"en", "", "Requisition ID: 4471882\nLocation: Springfield, Ohio", "4471882", "Springfield, Ohio"},
		{"en", "Application JR00123 received", "", "JR00123", ""},
		{"de", "Ihre Bewerbung, Kennziffer 2027-118", "", "2027-118", ""},
		{"fr", "", "Votre candidature (réf. 88231) nous est bien parvenue.", "88231", ""},
		{"en", "", "The job is located in Springfield.", "", "Springfield"},
		{"en", "", "We received your application on 12 March.", "", ""},
	} {
		f := Finding{Kind: Confirmation, Language: c.lang}
		extract(&mailbox.Message{Subject: c.subject, Text: c.text}, Context{}, &f)
		if f.Requisition != c.ref || f.Location != c.place {
			t.Errorf("%q %q: got %q in %q, want %q in %q", c.subject, c.text, f.Requisition, f.Location, c.ref, c.place)
		}
	}
}
