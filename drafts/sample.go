package drafts

import (
	"time"

	"heardback/cadence"
	"heardback/employer"
)

// Sample is an invented step of kind with every fact filled in, for previews and for checking templates. Its persons and firms
// do not exist. A language without sample words of its own uses the English ones.
func Sample(kind cadence.Kind, lang string, formal bool) (cadence.Step, Identity) {
	zone := time.FixedZone("CET", 3600)
	at := func(month time.Month, day, hour, minute int) time.Time {
		return time.Date(2027, month, day, hour, minute, 0, 0, zone)
	}
	own, ok := samples[lang]
	if !ok {
		own = samples["en"]
	}
	formality := "informal"
	if formal {
		formality = "formal"
	}
	to := employer.Contact{Name: "Mira Solberg", Address: "mira.solberg@nordlicht.example", Human: true, Wrote: true}
	s := cadence.Step{
		Key: "sample:" + string(kind), Kind: kind, App: "sample", To: to,
		Facts: cadence.Facts{
			Employer: "Nordlicht", Role: own.role, Recipient: to, Language: lang, Formality: formality,
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
		s.Facts.Roles = []string{own.role, own.second}
		s.Parts = []cadence.Part{{App: "sample", Kind: cadence.Status1}, {App: "other", Kind: cadence.CheckIn}}
	}
	id := Identity{Name: "Robin Vale", Address: "robin@vale.example", Phone: "+49 30 5550 1234"}
	return s, id
}

// sample is what a language adds to the invented facts.
type sample struct {
	role, second string
	notes        Notes
}

var samples = map[string]sample{
	"de": {"Datenanalystin", "Referentin Berichtswesen", Notes{
		Topic:   "der Umzug des Lagers auf das neue System",
		Gap:     "Einen ähnlichen Umzug habe ich im letzten Jahr begleitet.",
		News:    "Den Bericht über das neue Lager habe ich gern gelesen.",
		Opening: "Leitung Datenqualität",
	}},
	"en": {"Data Analyst", "Reporting Specialist", Notes{
		Topic:   "the move of the warehouse to the new system",
		Gap:     "I worked on a similar move last year.",
		News:    "I enjoyed reading about the new warehouse.",
		Opening: "Data Quality Lead",
	}},
	"es": {"Analista de datos", "Especialista en informes", Notes{
		Topic:   "el traslado del almacén al nuevo sistema",
		Gap:     "El año pasado participé en un traslado parecido.",
		News:    "He leído con gusto la noticia sobre el nuevo almacén.",
		Opening: "Responsable de calidad de datos",
	}},
	"fr": {"Analyste de données", "Spécialiste reporting", Notes{
		Topic:   "le passage de l’entrepôt au nouveau système",
		Gap:     "J’ai accompagné un projet semblable l’an dernier.",
		News:    "J’ai lu avec plaisir l’article sur le nouvel entrepôt.",
		Opening: "Responsable qualité des données",
	}},
	"it": {"Analista dati", "Specialista reporting", Notes{
		Topic:   "il passaggio del magazzino al nuovo sistema",
		Gap:     "L’anno scorso ho seguito un progetto simile.",
		News:    "Ho letto con piacere la notizia sul nuovo magazzino.",
		Opening: "Responsabile qualità dei dati",
	}},
	"nl": {"Data-analist", "Rapportagespecialist", Notes{
		Topic:   "de overstap van het magazijn op het nieuwe systeem",
		Gap:     "Vorig jaar heb ik aan een soortgelijke overstap gewerkt.",
		News:    "Met plezier las ik het bericht over het nieuwe magazijn.",
		Opening: "Teamleider datakwaliteit",
	}},
	"pt": {"Analista de dados", "Especialista em relatórios", Notes{
		Topic:   "a mudança do depósito para o novo sistema",
		Gap:     "No ano passado, acompanhei uma mudança parecida.",
		News:    "Li com prazer a notícia sobre o novo depósito.",
		Opening: "Coordenação de qualidade de dados",
	}},
}
