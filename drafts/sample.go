package drafts

import (
	"time"

	"heardback/cadence"
	"heardback/employer"
)

// Sample is an invented step of kind with every fact filled in, for previews and for checking templates. Its persons and firms
// do not exist.
func Sample(kind cadence.Kind, lang string, formal bool) (cadence.Step, Identity) {
	zone := time.FixedZone("CET", 3600)
	at := func(month time.Month, day, hour, minute int) time.Time {
		return time.Date(2027, month, day, hour, minute, 0, 0, zone)
	}
	role, ok := sampleRoles[lang]
	if !ok {
		role = "Data Analyst"
	}
	formality := "informal"
	if formal {
		formality = "formal"
	}
	to := employer.Contact{Name: "Mira Solberg", Address: "mira.solberg@nordlicht.example", Human: true, Wrote: true}
	s := cadence.Step{
		Key: "sample:" + string(kind), Kind: kind, App: "sample", To: to,
		Facts: cadence.Facts{
			Employer: "Nordlicht", Role: role, Recipient: to, Language: lang, Formality: formality,
			Applied: at(time.February, 9, 0, 0), Channel: "mail",
			Interview: at(time.March, 4, 15, 0), Method: "video", Round: 1,
			Promised: at(time.March, 12, 0, 0), Deadline: at(time.March, 19, 0, 0), Held: at(time.April, 1, 0, 0),
			Interviewed: true, Requested: true,
		},
	}
	if kind == cadence.ConfirmReschedule {
		s.Facts.NewTime = true
		s.Facts.InterviewOld = at(time.March, 2, 10, 30)
	}
	if kind == Several {
		s.Facts.Roles = []string{role, sampleSecond[lang]}
		s.Parts = []cadence.Part{{App: "sample", Kind: cadence.Status1}, {App: "other", Kind: cadence.CheckIn}}
	}
	id := Identity{Name: "Robin Vale", Address: "robin@vale.example", Phone: "+49 30 5550 1234"}
	return s, id
}

var sampleRoles = map[string]string{
	"de": "Datenanalystin",
	"en": "Data Analyst",
	"es": "Analista de datos",
	"fr": "Analyste de données",
	"it": "Analista dati",
	"nl": "Data-analist",
	"pt": "Analista de dados",
}

var sampleSecond = map[string]string{
	"de": "Referentin Berichtswesen",
	"en": "Reporting Specialist",
	"es": "Especialista en informes",
	"fr": "Chargée de reporting",
	"it": "Specialista reporting",
	"nl": "Rapportagespecialist",
	"pt": "Especialista em relatórios",
}
