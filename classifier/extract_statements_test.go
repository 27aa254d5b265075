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
	{"en", "I have no decision today: the position is on hold.", HoldUntil, "", 0},
	// Traps.
	{"en", "We keep your data for six months and delete it afterwards.", NotAPromise, "09-01", 0},
	{"en", "Our support team answers tickets within 24 hours.", NotAPromise, "03-02", 0},
	{"en", "The probation period is six months.", NotAPromise, "09-01", 0},
	{"en", "Please complete the test within five days.", NotAPromise, "03-06", 0},
	{"en", "The link is valid for 72 hours.", NotAPromise, "03-04", 0},
	{"en", "The interview takes place on Tuesday, 9 March at 10:00.", "", "", 0},
	{"en", "We have been building robots for twelve years.", "", "", 0},
	{"de", "Wir melden uns innerhalb von zwei Wochen bei Ihnen.", Window, "03-15", 0},
	{"de", "Sie hören bis Ende nächster Woche von uns.", Window, "03-12", 0},
	{"de", "Wir geben Ihnen bis zum 12. März Bescheid.", Window, "03-12", 0},
	{"de", "Wir kommen Anfang nächster Woche auf Sie zu.", Window, "03-10", 0},
	{"de", "Sie erhalten in den nächsten Tagen eine Rückmeldung von uns.", Window, "", 5},
	{"de", "In den kommenden Wochen informieren wir Sie über unsere Entscheidung.", Window, "", 15},
	{"de", "Die Prüfung Ihrer Unterlagen dauert etwa drei bis vier Wochen.", Window, "03-29", 0},
	{"de", "Ich melde mich bis Freitag bei dir.", Window, "03-05", 0},
	{"de", "Wir antworten Ihnen innerhalb von 10 Werktagen mit einer Rückmeldung.", Window, "", 10},
	{"de", "Wir melden uns zeitnah bei Ihnen.", DecisionPending, "", 0},
	{"de", "Sollten Sie innerhalb von vier Wochen nichts von uns hören, betrachten Sie dies bitte als Absage.", AssumeNo, "03-29", 0},
	{"de", "Bitte sehen Sie von Nachfragen ab.", NoEnquiries, "", 0},
	{"de", "Bitte antworten Sie nicht auf diese E-Mail.", NoReply, "", 0},
	{"de", "Das Verfahren ist vorerst ausgesetzt.", HoldUntil, "", 0},
	{"de", "Ihre Daten werden nach sechs Monaten gelöscht.", NotAPromise, "09-01", 0},
	{"de", "Die Probezeit beträgt sechs Monate.", NotAPromise, "09-01", 0},
	{"de", "Bitte senden Sie uns Ihre Zeugnisse bis zum 12. März.", "", "", 0},
	{"fr", "Nous reviendrons vers vous sous 15 jours.", Window, "03-16", 0},
	{"fr", "Vous recevrez une réponse d'ici vendredi.", Window, "03-05", 0},
	{"fr", "Nous vous recontacterons dans les prochains jours.", Window, "", 5},
	{"fr", "Nous vous donnerons une réponse avant le 19 mars.", Window, "03-19", 0},
	{"fr", "Nous vous tiendrons informé d'ici la fin de la semaine prochaine.", Window, "03-12", 0},
	{"fr", "L'étude de votre dossier prend environ trois semaines.", Window, "03-22", 0},
	{"fr", "Nous reviendrons vers vous dans les meilleurs délais.", DecisionPending, "", 0},
	{"fr", "Sans réponse de notre part sous trois semaines, veuillez considérer que votre candidature n'a pas été retenue.", AssumeNo, "03-22", 0},
	{"fr", "Seuls les candidats retenus seront contactés.", ShortlistOnly, "", 0},
	{"fr", "Merci de ne pas répondre à ce message.", NoReply, "", 0},
	{"fr", "Vos données sont conservées pendant deux ans.", NotAPromise, "03-01", 0},
	{"es", "Nos pondremos en contacto contigo en un plazo de dos semanas.", Window, "03-15", 0},
	{"es", "Te responderemos antes del viernes.", Window, "03-05", 0},
	{"es", "Recibirá una respuesta en los próximos días.", Window, "", 5},
	{"es", "Te informaremos la semana que viene.", Window, "03-12", 0},
	{"es", "Le contactaremos en un plazo máximo de 10 días hábiles.", Window, "", 10},
	{"es", "Si no recibe respuesta en tres semanas, entienda que su candidatura ha sido descartada.", AssumeNo, "03-22", 0},
	{"es", "Por favor, no responda a este correo.", NoReply, "", 0},
	{"es", "Conservaremos sus datos durante un año.", NotAPromise, "03-01", 0},
	{"nl", "Je hoort binnen twee weken van ons.", Window, "03-15", 0},
	{"nl", "We laten je uiterlijk vrijdag weten wat we besloten hebben.", Window, "03-05", 0},
	{"nl", "Wij nemen eind volgende week contact met u op.", Window, "03-12", 0},
	{"nl", "U ontvangt binnen 5 werkdagen een reactie.", Window, "", 5},
	{"nl", "Hoort u binnen drie weken niets van ons, dan gaan wij niet verder met uw sollicitatie.", AssumeNo, "03-22", 0},
	{"nl", "Wij bewaren uw gegevens vier weken.", NotAPromise, "03-29", 0},
	{"it", "Le daremo un riscontro entro due settimane.", Window, "03-15", 0},
	{"it", "Ti ricontatteremo entro venerdì.", Window, "03-05", 0},
	{"it", "Riceverà una risposta nei prossimi giorni.", Window, "", 5},
	{"it", "Ti faremo sapere entro la fine della prossima settimana.", Window, "03-12", 0},
	{"it", "In assenza di riscontro entro tre settimane, la candidatura è da considerarsi non accolta.", AssumeNo, "03-22", 0},
	{"it", "Si prega di non rispondere a questa mail.", NoReply, "", 0},
	{"it", "I suoi dati saranno conservati per sei mesi.", NotAPromise, "09-01", 0},
	{"pt", "Entraremos em contato em até 15 dias.", Window, "03-16", 0},
	{"pt", "Você receberá uma resposta até sexta-feira.", Window, "03-05", 0},
	{"pt", "Daremos retorno na próxima semana.", Window, "03-12", 0},
	{"pt", "Retornaremos em até 10 dias úteis.", Window, "", 10},
	{"pt", "Caso não receba retorno até 20 de março, considere que não foi selecionado.", AssumeNo, "03-20", 0},
	{"pt", "Seus dados serão armazenados por seis meses.", NotAPromise, "09-01", 0},
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

// TestMoreTime reads "we need another week", written on Tuesday 16 March 2027, and words by which silence is a no.
func TestMoreTime(t *testing.T) {
	for _, c := range []statementCase{
		{"en", "We need another week before we can decide.", Window, "03-23", 0},
		{"en", "Sorry, the panel needs one more week.", Window, "03-23", 0},
		{"en", "It will take us two more weeks.", Window, "03-30", 0},
		{"en", "Things move slowly here; please give us another week.", Window, "03-23", 0},
		{"de", "Wir brauchen noch eine Woche.", Window, "03-23", 0},
		{"de", "Es wird leider noch eine Woche dauern.", Window, "03-23", 0},
		{"de", "Bitte geben Sie uns noch zwei Wochen Zeit.", Window, "03-30", 0},
		{"fr", "Il nous faut encore une semaine.", Window, "03-23", 0},
		{"fr", "Nous avons besoin de deux semaines supplémentaires.", Window, "03-30", 0},
		{"es", "Necesitamos otra semana más.", Window, "03-23", 0},
		{"es", "Vamos a necesitar una semana más para decidir.", Window, "03-23", 0},
		{"nl", "We hebben nog een week nodig.", Window, "03-23", 0},
		{"nl", "Het duurt nog een week.", Window, "03-23", 0},
		{"it", "Ci serve un'altra settimana.", Window, "03-23", 0},
		{"it", "Abbiamo bisogno di altre due settimane.", Window, "03-30", 0},
		{"pt", "Precisamos de mais uma semana.", Window, "03-23", 0},
		{"pt", "Vamos precisar de outra semana.", Window, "03-23", 0},
		{"en", "We need another copy of your certificate.", "", "", 0},
		{"en", "Please take it that we have chosen someone else should you hear nothing by 2 April.", AssumeNo, "04-02", 0},
		{"en", "Should you hear nothing by 2 April, please take it that the post has gone to somebody else.", AssumeNo, "04-02", 0},
		{"en", "If you have had no reply from us by 2 April, you may assume that you were not successful.", AssumeNo, "04-02", 0},
		{"de", "Wenn Sie bis zum 2. April nichts von uns hören, gehen Sie bitte davon aus, dass wir uns anders entschieden haben.", AssumeNo, "04-02", 0},
		{"de", "Hören Sie bis zum 2. April nichts von uns, ist die Stelle anderweitig besetzt.", AssumeNo, "04-02", 0},
		{"fr", "Sans nouvelles de notre part d'ici le 2 avril, veuillez considérer que votre candidature n'est pas retenue.", AssumeNo, "04-02", 0},
		{"fr", "Si vous n'avez pas de nos nouvelles avant le 2 avril, considérez que le poste a été attribué à un autre candidat.", AssumeNo, "04-02", 0},
		{"es", "Si antes del 2 de abril no tienes noticias nuestras, entiende que hemos elegido a otra persona.", AssumeNo, "04-02", 0},
		{"nl", "Hoort u voor 2 april niets van ons, gaat u er dan van uit dat wij voor een ander kiezen.", AssumeNo, "04-02", 0},
		{"nl", "Als je op 2 april niets van ons hebt gehoord, kun je ervan uitgaan dat je niet bent gekozen.", AssumeNo, "04-02", 0},
		{"it", "Se entro il 2 aprile non riceve nostre notizie, consideri la candidatura non accolta.", AssumeNo, "04-02", 0},
		{"pt", "Se até 2 de abril não tiver notícias nossas, considere que escolhemos outra pessoa.", AssumeNo, "04-02", 0},
	} {
		m := &mailbox.Message{Text: c.text, Date: time.Date(2027, 3, 16, 10, 0, 0, 0, time.FixedZone("", 3600))}
		f := Finding{Kind: Confirmation, Language: c.lang}
		extract(m, Context{}, &f)
		var class StatementClass
		until := ""
		if len(f.Statements) > 0 {
			class = f.Statements[0].Class
			if u := f.Statements[0].Until; !u.IsZero() {
				until = u.Format("01-02")
			}
		}
		if class != c.class || until != c.until {
			t.Errorf("%s %q: got %+v, want %s %s", c.lang, c.text, f.Statements, c.class, c.until)
		}
	}
}
