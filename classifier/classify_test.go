package classifier

import (
	"strings"
	"testing"

	"heardback/mailbox"
)

// trapMessage is a mail whose words tempt to a wrong reading (POLICY.md section 5, traps).
type trapMessage struct {
	name, from, subject, text string
	kind                      Kind
	sub                       SubKind
}

var traps = []trapMessage{
	{"a condition in a confirmation is no rejection", "jobs@lindgrove.example", "Thank you for applying",
		"We have received your application for the Buyer position. If you are not selected for this job, we keep your resume on file.", Confirmation, ""},
	{"a decided fact beats a hypothetical one", "jobs@lindgrove.example", "Your application",
		"Thank you for applying for the Buyer position. If your profile matches a later opening we will invite you to an interview. For now we have decided that your application will not go further.", Rejection, ""},
	{"a refusal holds an invitation's words", "jobs@lindgrove.example", "Update on your application",
		"After the interview we discussed your application. We have decided not to invite you to the next round of interviews.", Rejection, ""},
	{"unfortunately opens a reschedule", "Ann Berg <ann@lindgrove.example>", "Your interview on Tuesday",
		"Unfortunately our hiring manager is ill. We need to reschedule your interview for the Buyer position to Thursday at 10:00.", Interview, Rescheduled},
	{"a cancelled interview is not a rejection", "Ann Berg <ann@lindgrove.example>", "Interview cancelled",
		"I am sorry, but we have to cancel your interview for the Buyer position tomorrow. I will write as soon as I know more.", Interview, Cancelled},
	{"next steps alone are no invitation", "jobs@lindgrove.example", "Application received - next steps",
		"We received your application for the position of Buyer. Next steps: our recruiters will review it and be in touch.", Confirmation, ""},
	{"application viewed is noise", "jobs-noreply@linkedin.com", "Your application was viewed by Lindgrove", "Your application for Buyer was viewed by Lindgrove.", Other, ""},
	{"offer words stand in mortgage mail", "loans@redhall-bank.example", "Your offer", "We are pleased to offer you a mortgage. Please sign the offer letter and return it.", Other, ""},
	{"schedule a call stands in newsletters", "news@saaskit.example", "Grow your business", "Schedule a call with our experts for a free trial of our platform. Unsubscribe at any time.", Other, ""},
	{"wrapped lines", "jobs@lindgrove.example", "Your application",
		"Thank you for your interest in the Buyer position. After careful consideration we have decided to move\nforward with other\ncandidates whose experience is closer to our needs.", Rejection, ""},
	{"straight and typographic apostrophes", "jobs@lindgrove.example", "Your application", "We’re sorry, but we won’t be moving forward with your application for the Buyer position.", Rejection, ""},
	{"a shortlist under a condition", "hr@lindgrove.example", "Application received", "Your application for the post of Clerk has been received. Only shortlisted candidates will be invited to an interview.", Confirmation, ""},
	{"a school refuses", "admissions@college-north.test", "Your application", "We regret that we cannot offer you a place at the university. Admission was competitive this year.", Other, ""},
	{"a flat goes to another", "letting@homes.example", "Your application", "The landlord has decided to go with another applicant for the apartment.", Other, ""},
}

func mail(from, subject, text string) *mailbox.Message {
	return &mailbox.Message{From: []mailbox.Address{exampleSender(from)}, Subject: subject, Text: text}
}

func TestTraps(t *testing.T) {
	for _, x := range traps {
		t.Run(x.name, func(t *testing.T) {
			f := Classify(mail(x.from, x.subject, x.text), Context{}, UserLayer{})
			if f.Kind != x.kind || x.sub != "" && f.SubKind != x.sub {
				t.Errorf("got %s %s (%.2f), want %s %s: %v", f.Kind, f.SubKind, f.Confidence, x.kind, x.sub, f.Evidence)
			}
		})
	}
}

func TestExamplesByLanguage(t *testing.T) {
	right, all, unsure := map[string]int{}, map[string]int{}, map[string]int{}
	for _, x := range builtIn() {
		all[x.language]++
		f := Classify(&x.message, Context{}, UserLayer{})
		if f.Language != x.language {
			unsure[x.language]++
		}
		if f.Kind == x.want || f.Kind.leftAlone() && x.want.leftAlone() {
			right[x.language]++
		}
		if f.Accepted && f.Kind.event() && f.Kind != x.want {
			t.Errorf("%s: %s accepted as %s (%.2f)", x.id, x.want, f.Kind, f.Confidence)
		}
	}
	for code, n := range all {
		if share := float64(right[code]) / float64(n); share < 0.90 {
			t.Errorf("%s: %d of %d right", code, right[code], n)
		}
		if unsure[code]*12 > n {
			t.Errorf("%s: language missed in %d of %d", code, unsure[code], n)
		}
	}
}

func (k Kind) leftAlone() bool { return !k.event() }

func TestCalendarSubKinds(t *testing.T) {
	for _, x := range []struct {
		name string
		cal  mailbox.Calendar
		want SubKind
	}{
		{"request", mailbox.Calendar{Method: mailbox.MethodRequest, Summary: "Interview"}, Scheduled},
		{"update", mailbox.Calendar{Method: mailbox.MethodRequest, Sequence: 2, Summary: "Interview"}, Rescheduled},
		{"cancel", mailbox.Calendar{Method: mailbox.MethodCancel, Cancelled: true, Summary: "Interview"}, Cancelled},
	} {
		m := mail("Ann Berg <ann@lindgrove.example>", "Interview for the Buyer position", "Interview for the Buyer position with the hiring team.")
		m.Calendars = []mailbox.Calendar{x.cal}
		f := Classify(m, Context{}, UserLayer{})
		if f.Kind != Interview || f.SubKind != x.want {
			t.Errorf("%s: got %s %s, want interview %s", x.name, f.Kind, f.SubKind, x.want)
		}
	}
}

func TestOwnMailIsNeverAnEmployersEvent(t *testing.T) {
	for _, x := range []struct {
		subject, text string
		want          Act
	}{
		{"Application for the position of Buyer", "Dear Ms Berg, I would like to apply for the position of Buyer. My CV is attached.", ActApplication},
		{"Re: Buyer", "Dear Ann, I wanted to follow up on my application and ask whether there is any news.", ActFollowup},
		{"Re: Interview", "Dear Ann, thank you very much for the interview today. I enjoyed our conversation.", ActThanks},
		{"Re: Buyer", "Dear Ann, I would like to withdraw my application, as I have accepted an offer elsewhere.", ActWithdrawal},
		{"Re: Interview", "Thanks Ann, Thursday at ten works for me. I look forward to meeting you.", ActAccepts},
		{"Re: Interview", "I am sorry, I can't make it on Thursday. Could we find another day?", ActDeclines},
		{"Re: Documents", "Please find attached my certificates, as requested.", ActDocuments},
		{"Re: Call", "I am available on Tuesday between 9 and 12 or any time on Friday.", ActAvailability},
		{"AW: Gespräch", "Vielen Dank für das Gespräch heute, es hat mich sehr gefreut.", ActThanks},
		{"Bewerbung als Einkäuferin", "Sehr geehrte Frau Berg, hiermit bewerbe ich mich als Einkäuferin. Anbei mein Lebenslauf.", ActApplication},
		{"Re: candidature", "Bonjour, je me permets de vous relancer au sujet de ma candidature : où en est le recrutement ?", ActFollowup},
	} {
		m := mail("me@home.example", x.subject, x.text)
		m.Own = true
		f := Classify(m, Context{}, UserLayer{})
		if f.Kind != Other || f.Accepted || f.Ask || !f.Has(x.want) {
			t.Errorf("%q: got %s accepted %v ask %v acts %v, want act %s", x.text, f.Kind, f.Accepted, f.Ask, f.Acts, x.want)
		}
	}
}

func TestOtherLanguagesBecomeAQuestion(t *testing.T) {
	for _, x := range []struct{ code, subject, text string }{
		{"pl", "Rekrutacja", "Dziękujemy za aplikację na stanowisko księgowej. Czy są Państwo zainteresowani rozmową?"},
		{"uk", "Вакансія", "Дякуємо за ваше резюме. Чи зручно вам прийти на співбесіду?"},
		{"ja", "選考結果", "この度はご応募いただきありがとうございます。面接の日程をご連絡いたします。"},
	} {
		f := Classify(mail("hr@lindgrove.example", x.subject, x.text), Context{}, UserLayer{})
		if f.Language != x.code || f.Accepted || !f.Ask {
			t.Errorf("%s: got language %q accepted %v ask %v", x.code, f.Language, f.Accepted, f.Ask)
		}
	}
}

func TestHostileText(t *testing.T) {
	for _, text := range []string{strings.Repeat("if you not ", 1<<17), strings.Repeat("(", 1<<20), strings.Repeat("\xff\xfe", 1<<19), strings.Repeat("interview invite to ", 1<<16), strings.Repeat("é\u0301", 1<<18)} {
		f := Classify(mail("x@y.example", text, text), Context{}, UserLayer{})
		if f.Kind == "" {
			t.Error("no kind")
		}
	}
}

func TestEvidenceQuotesTheMail(t *testing.T) {
	text := "Thank you for your time. We decided not to move ahead with you for the Buyer position."
	f := Classify(mail("jobs@lindgrove.example", "Your application", text), Context{}, UserLayer{})
	if len(f.Evidence) == 0 || !strings.Contains(f.Evidence[0].Quote, "decided not to move") || f.Evidence[0].Weight <= 0 {
		t.Errorf("got %+v", f.Evidence)
	}
}

func BenchmarkClassify(b *testing.B) {
	m := mail("no-reply@greenhouse.io", "Your application to Lindgrove", strings.Repeat("Thank you for applying to the Buyer position at Lindgrove. We appreciate the time that you took. Our team is reviewing all applications and will be in touch within two weeks if your experience matches. ", 4))
	Classify(m, Context{}, UserLayer{}) // loads the rules
	b.ReportAllocs()
	for b.Loop() {
		Classify(m, Context{}, UserLayer{})
	}
}

// BenchmarkClassifyPrivate is a letter between friends, of which a caller that has no use for its facts asks for nothing but news.
func BenchmarkClassifyPrivate(b *testing.B) {
	m := mail("bo@alder.example", "saturday", strings.Repeat("We are thinking of going to the lake on Saturday if the weather stays as it is. We could pick you up at ten and be back in the evening. ", 5))
	Classify(m, Context{NewsOnly: true}, UserLayer{}) // loads the rules
	b.ReportAllocs()
	for b.Loop() {
		Classify(m, Context{NewsOnly: true}, UserLayer{})
	}
}

// BenchmarkLook is the classification alone, without extraction.
func BenchmarkLook(b *testing.B) {
	m := mail("no-reply@greenhouse.io", "Your application to Lindgrove", strings.Repeat("Thank you for applying to the Buyer position at Lindgrove. We appreciate the time that you took. Our team is reviewing all applications and will be in touch within two weeks if your experience matches. ", 4))
	r := Shipped()
	s := r.sight()
	b.ReportAllocs()
	for b.Loop() {
		r.model.rules.look(s, m, Context{})
	}
}

func BenchmarkHostile(b *testing.B) {
	m := mail("x@y.example", "Interview", strings.Repeat("we would like to invite you if not ", 30000))
	for b.Loop() {
		Classify(m, Context{}, UserLayer{})
	}
}

// TestTimeAfterAvailability: a day and a time that follow the user's own free times are the talk, in whatever words; after thanks they are not
// believed.
func TestTimeAfterAvailability(t *testing.T) {
	m := mail("ada@lindgrove.example", "RE: Storekeeper", "Dear Robin, Tuesday 13 July, 11:15 to 12:00 then, same place. We'll tell everyone the outcome by Friday 23 July. Ada")
	for act, want := range map[Act]bool{ActAvailability: true, ActThanks: false} {
		c := Context{Thread: []ThreadItem{{Kind: Interview}, {Own: true, Acts: []Act{act}}}}
		f := Classify(m, c, UserLayer{})
		if talk := f.Kind == Interview && f.Accepted; talk != want || want && (f.SubKind != Scheduled || f.Interview == nil) {
			t.Errorf("after %s: %s %s accepted %v, talk %v; want %v", act, f.Kind, f.SubKind, f.Accepted, f.Interview, want)
		}
	}
}

// TestOwnAcceptanceOfAnOffer: "accept" right after an offer takes it, unless it agrees to a time; a time that suits takes nothing.
func TestOwnAcceptanceOfAnOffer(t *testing.T) {
	offer := Context{Thread: []ThreadItem{{Kind: Interview}, {Own: true, Acts: []Act{ActThanks}}, {Kind: Offer}}}
	for _, x := range []struct {
		text  string
		c     Context
		takes bool
	}{
		{"Dear Anil, I'm delighted to accept. Please send the final contract whenever it's ready.", offer, true},
		{"Hola Nerea: acepto encantado la propuesta, con mucho gusto. Mándame el contrato cuando quieras.", offer, true},
		{"Dear Anil, I'm happy to accept the call on Tuesday 8 June at 10:00 to talk it through.", offer, false},
		{"Dear Anil, that works for me, thank you.", offer, false},
		{"Dear Anil, thank you for your clear answer. I accept it, and would be pleased to hear of other roles.", offer, false},
		{"Dear Anil, I'm delighted to accept.", Context{Thread: []ThreadItem{{Kind: Interview}}}, false},
	} {
		m := mail("me@example.com", "Re: Operations Analyst", x.text)
		m.Own = true
		if f := Classify(m, x.c, UserLayer{}); f.Has(ActTakesOffer) != x.takes {
			t.Errorf("%q: acts %v", x.text, f.Acts)
		}
	}
}
