package classifier

import (
	"testing"
	"time"

	"heardback/mailbox"
)

// timeCase is a sentence of an interview mail, written on Monday 1 March 2027 at 10:00 with offset, and the start that it must give.
type timeCase struct {
	lang   string
	offset int // hours of the Date field
	text   string
	start  string // month-day hour:minute, or a day alone
	end    string // hour:minute
	zone   string
}

var timeCases = []timeCase{
	{"en", -5, "Your interview is scheduled for Tuesday, 9 March at 2:30 pm CET.", "03-09 14:30", "", "Europe/Berlin"},
	{"en", 0, "Your interview: Tuesday 9 March, 4-5pm, Building C.", "03-09 16:00", "17:00", ""},
	{"en", -5, "Could we talk about the role on Tuesday 9 March at 3:45pm?", "03-09 15:45", "", ""},
	{"en", 0, "Your interview is on Tuesday 9 March, 9.15am to 10.15am.", "03-09 09:15", "10:15", ""},
	{"en", -5, "Your interview is confirmed for Tuesday, March 9th, 2027 from 2:00 - 3:30 PM ET.", "03-09 14:00", "15:30", "America/New_York"},
	{"en", -5, "We have your interview on 3/9/2027 at 10am PT.", "03-09 10:00", "", "America/Los_Angeles"},
	{"en", 0, "We have your interview on 9/3/2027 at 10am.", "03-09 10:00", "", ""},
	{"en", -8, "Let's schedule a call for tomorrow at 3.", "03-02 15:00", "", ""},
	{"en", -8, "Could we talk next Tuesday at 10? The call takes 45 minutes.", "03-09 10:00", "10:45", ""},
	{"en", 0, "The interview will be on 2027-03-12 at 16:00 (UTC).", "03-12 16:00", "", "Etc/UTC"},
	{"en", 5, "Your telephone interview: Friday 12 March, 11:15 a.m. IST", "03-12 11:15", "", "Asia/Kolkata"},
	{"en", 0, "Interview details\n\nDate: Thursday 11 March 2027\nTime: 09:30 - 10:30\nPlace: our office", "03-11 09:30", "10:30", ""},
	{"en", 0, "We would like to meet you on Wednesday.", "03-03", "", ""},
	{"en", 0, "We look forward to meeting you at noon on Friday.", "03-05 12:00", "", ""},
	{"en", 0, "Please reply by Friday. The interview takes place on 18 March at 15:00.", "03-18 15:00", "", ""},
	{"de", 1, "Ihr Vorstellungsgespräch findet am Dienstag, den 9. März um 14.30 Uhr statt.", "03-09 14:30", "", ""},
	{"de", 1, "Wir laden Sie zum Gespräch am 12.03.2027 um 9 Uhr ein.", "03-12 09:00", "", ""},
	{"de", 1, "Gerne bestätige ich den Termin am Do., 11.3., von 10:00 bis 11:30 Uhr (MEZ).", "03-11 10:00", "11:30", "Europe/Berlin"},
	{"de", 1, "Passt dir morgen um 15 Uhr für ein kurzes Telefonat?", "03-02 15:00", "", ""},
	{"de", 1, "Das Gespräch ist am kommenden Donnerstag um 16:15.", "03-04 16:15", "", ""},
	{"fr", 1, "Votre entretien aura lieu le mardi 9 mars à 14h30.", "03-09 14:30", "", ""},
	{"fr", 1, "Nous vous proposons un entretien jeudi prochain à 9 heures.", "03-04 09:00", "", ""},
	{"fr", 1, "Je vous confirme notre rendez-vous du 12/03/2027 à 11h, heure de Paris.", "03-12 11:00", "", "Europe/Paris"},
	{"fr", 1, "L'entretien se tiendra demain de 15h à 16h.", "03-02 15:00", "16:00", ""},
	{"es", 1, "Tu entrevista será el martes 9 de marzo a las 14:30.", "03-09 14:30", "", ""},
	{"es", 1, "Le convocamos a una entrevista el día 12 de marzo de 2027 a las 10 h.", "03-12 10:00", "", ""},
	{"es", 1, "¿Podemos hablar mañana a las 5 de la tarde?", "03-02 17:00", "", ""},
	{"nl", 1, "Het gesprek vindt plaats op dinsdag 9 maart om 14.30 uur.", "03-09 14:30", "", ""},
	{"nl", 1, "Graag nodig ik je uit voor een kennismaking op 12-03-2027 om 9:00 uur.", "03-12 09:00", "", ""},
	{"it", 1, "Il colloquio si terrà martedì 9 marzo alle ore 14:30.", "03-09 14:30", "", ""},
	{"it", 1, "Confermiamo l'incontro di venerdì 12 marzo dalle 10 alle 11.", "03-12 10:00", "11:00", ""},
	{"pt", -3, "Sua entrevista será na terça-feira, 9 de março às 14h30.", "03-09 14:30", "", ""},
	{"pt", -3, "A entrevista está marcada para amanhã às 15h (horário de Brasília).", "03-02 15:00", "", "America/Sao_Paulo"},
}

func TestInterviewTimes(t *testing.T) {
	for _, c := range timeCases {
		zone := time.FixedZone("", c.offset*3600)
		m := &mailbox.Message{Text: c.text, Date: time.Date(2027, 3, 1, 10, 0, 0, 0, zone)}
		f := Finding{Kind: Interview, Language: c.lang}
		extract(m, Context{}, &f)
		if f.Interview == nil {
			t.Errorf("%s %q: no interview, want %s", c.lang, c.text, c.start)
			continue
		}
		got, end := f.Interview.Start.Format("01-02 15:04"), ""
		if f.Interview.DateOnly {
			got = f.Interview.Start.Format("01-02")
		}
		if !f.Interview.End.IsZero() {
			end = f.Interview.End.Format("15:04")
		}
		if got != c.start || end != c.end || f.Interview.Zone != c.zone {
			t.Errorf("%s %q: got %s-%s %q, want %s-%s %q", c.lang, c.text, got, end, f.Interview.Zone, c.start, c.end, c.zone)
		}
	}
}

func TestInterviewMoves(t *testing.T) {
	for _, c := range []struct {
		lang, text string
		sub        SubKind
		start, old string
		options    int
	}{
		{"en", "Your interview originally scheduled for Monday, 8 March at 10:00 has been moved to Thursday, 11 March at 14:00.", Rescheduled, "03-11 14:00", "03-08 10:00", 0},
		{"en", "We need to reschedule our call from Tuesday 9 March at 9am to Friday 12 March at 11am.", Rescheduled, "03-12 11:00", "03-09 09:00", 0},
		{"en", "Unfortunately we have to cancel the interview on Wednesday, 10 March at 15:00.", Cancelled, "", "03-10 15:00", 0},
		{"en", "We would like to interview you. Does one of these work?\n\n- Tuesday 9 March at 10:00\n- Wednesday 10 March at 14:00\n- Thursday 11 March at 16:00", Invite, "03-09 10:00", "", 3},
		{"de", "Leider müssen wir das Gespräch vom Montag, 8. März um 10 Uhr auf Donnerstag, 11. März um 14 Uhr verschieben.", Rescheduled, "03-11 14:00", "03-08 10:00", 0},
		{"fr", "Votre entretien initialement prévu le lundi 8 mars à 10h est reporté au jeudi 11 mars à 14h.", Rescheduled, "03-11 14:00", "03-08 10:00", 0},
		{"es", "La entrevista prevista para el lunes 8 de marzo a las 10:00 se traslada al jueves 11 de marzo a las 14:00.", Rescheduled, "03-11 14:00", "03-08 10:00", 0},
		{"nl", "Het geplande gesprek van maandag 8 maart om 10 uur wordt verplaatst naar donderdag 11 maart om 14 uur.", Rescheduled, "03-11 14:00", "03-08 10:00", 0},
		{"it", "Il colloquio previsto per lunedì 8 marzo alle 10 è spostato a giovedì 11 marzo alle 14.", Rescheduled, "03-11 14:00", "03-08 10:00", 0},
		{"pt", "A entrevista marcada para segunda-feira, 8 de março às 10h foi remarcada para quinta-feira, 11 de março às 14h.", Rescheduled, "03-11 14:00", "03-08 10:00", 0},
	} {
		m := &mailbox.Message{Text: c.text, Date: time.Date(2027, 3, 1, 10, 0, 0, 0, time.FixedZone("", 3600))}
		f := Finding{Kind: Interview, SubKind: c.sub, Language: c.lang}
		extract(m, Context{}, &f)
		if f.Interview == nil {
			t.Errorf("%q: no interview", c.text)
			continue
		}
		show := func(x time.Time) string {
			if x.IsZero() {
				return ""
			}
			return x.Format("01-02 15:04")
		}
		i := f.Interview
		if show(i.Start) != c.start || show(i.Previous) != c.old || i.Options != c.options {
			t.Errorf("%q: got start %s, previous %s, %d options, want %s, %s, %d", c.text, show(i.Start), show(i.Previous), i.Options, c.start, c.old, c.options)
		}
	}
}

func TestNoInterviewFromOtherDates(t *testing.T) {
	for _, text := range []string{
		"We would like to get to know you in an interview. Your start date would be 1 June 2027.",
		"We would like to invite you for an interview. The job was posted on 12 February 2027.",
		"We would like to invite you to an interview. Please send us your availability by Friday.",
	} {
		m := &mailbox.Message{Text: text, Date: time.Date(2027, 3, 1, 10, 0, 0, 0, time.UTC)}
		f := Finding{Kind: Interview, SubKind: Invite, Language: "en"}
		extract(m, Context{}, &f)
		if f.Interview != nil && !f.Interview.Start.IsZero() {
			t.Errorf("%q: got start %v, want none", text, f.Interview.Start)
		}
	}
}

// TestFloatingTime reads a calendar time without a zone in the zone of the mail, or in the user's where the mail has none.
func TestFloatingTime(t *testing.T) {
	newYork, err := time.LoadLocation("America/New_York")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		sent string
		zone *time.Location
		want string
	}{
		{"2027-06-28T09:00:00+02:00", newYork, "2027-07-01T09:00:00+02:00"},
		{"2027-06-28T09:00:00Z", newYork, "2027-07-01T09:00:00-04:00"},
	} {
		sent, err := time.Parse(time.RFC3339, c.sent)
		if err != nil {
			t.Fatal(err)
		}
		m := &mailbox.Message{Text: "See you then.", Date: sent, Calendars: []mailbox.Calendar{{Method: mailbox.MethodRequest, UID: "1", Start: time.Date(2027, 7, 1, 9, 0, 0, 0, time.UTC)}}}
		f := Finding{Kind: Interview, Language: "en"}
		extract(m, Context{Zone: c.zone}, &f)
		if got := f.Interview.Start.Format(time.RFC3339); got != c.want {
			t.Errorf("sent %s: got %s, want %s", c.sent, got, c.want)
		}
	}
}
