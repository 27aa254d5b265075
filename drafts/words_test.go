package drafts

import (
	"testing"
	"time"

	"heardback/cadence"
)

func TestReadName(t *testing.T) {
	for display, want := range map[string]name{
		"Mira Solberg":               {"Mira Solberg", "Mira"},
		"Solberg, Mira":              {"Mira Solberg", "Mira"},
		"MIRA SOLBERG":               {"Mira Solberg", "Mira"},
		"SOLBERG Mira":               {"Mira Solberg", "Mira"},
		"Mira SOLBERG":               {"Mira Solberg", "Mira"},
		"VAN DER BERG Mira":          {"Mira Van Der Berg", "Mira"},
		"Mira Solberg MBA":           {"Mira Solberg", "Mira"},
		"Dr. Solberg":                {"Dr. Solberg", "Dr. Solberg"},
		"JP Solberg":                 {"JP Solberg", "JP"},
		"mira solberg-lind":          {"Mira Solberg-Lind", "Mira"},
		"Mira Solberg (Nordlicht)":   {"Mira Solberg", "Mira"},
		"Mira Solberg | Nordlicht":   {"Mira Solberg", "Mira"},
		"Mira Solberg via Jobbrett":  {"Mira Solberg", "Mira"},
		"Mira from Nordlicht":        {"Mira", "Mira"},
		"Mira von Nordlicht":         {"Mira", "Mira"},
		"Mira Solberg von Xaver AG":  {"Mira Solberg", "Mira"},
		"Mira von Solberg":           {"Mira von Solberg", "Mira"},
		"von Solberg, Mira":          {"Mira von Solberg", "Mira"},
		"Mira von und zu Solberg":    {"Mira von und zu Solberg", "Mira"},
		"Dr. Mira von der Solberg":   {"Dr. Mira von der Solberg", "Mira"},
		"Dr. Mira Solberg":           {"Dr. Mira Solberg", "Mira"},
		"Mira Solberg, PhD":          {"Mira Solberg", "Mira"},
		"Frau Solberg":               {"Frau Solberg", "Frau Solberg"},
		"Siân O’Neill":               {"Siân O’Neill", "Siân"},
		"Mira":                       {"Mira", "Mira"},
		"\"Mira Solberg\"":           {"Mira Solberg", "Mira"},
		"":                           {},
		"Nordlicht":                  {},
		"Nordlicht Recruiting Team":  {},
		"Talent Acquisition":         {},
		"HR":                         {},
		"[Your Name]":                {},
		"Phone Number":               {},
		"Indeed Apply":               {},
		"mira.solberg@nordlicht.com": {},
		"Service RH Nordlicht":       {},
		"Mira {{.Phone}}":            {},
		"Mira <b>Solberg</b>":        {},
		"M1ra":                       {},
		"a b c d e f g h":            {},
	} {
		if got := readName(display, "Nordlicht"); got != want {
			t.Errorf("%q: got %+v, want %+v", display, got, want)
		}
	}
}

func TestCleanRole(t *testing.T) {
	for in, want := range map[string]string{
		"ENTRY-LEVEL WEB PROGRAMMER":   "Entry-Level WEB Programmer",
		"SRE":                          "SRE",
		"90":                           "",
		"3/8":                          "",
		"[Job Title]":                  "",
		"the Lead Engineer":            "Lead Engineer",
		"Theatre Manager":              "Theatre Manager",
		"{{role}}":                     "",
		"Data Analyst (m/w/d)":         "Data Analyst",
		"Projektleitung (w/m/x)":       "Projektleitung",
		"Comptable (H/F)":              "Comptable",
		"Engineer [all genders]":       "Engineer",
		"Engineer - Req #12345":        "Engineer",
		"Engineer (Job ID: R-0042)":    "Engineer",
		"Engineer (Remote)":            "Engineer (Remote)",
		"  Data\r\n Analyst ":          "Data Analyst",
		"C++ Developer":                "C++ Developer",
		"Engineer | REF 2027-11":       "Engineer",
		"Sachbearbeitung (m/w/divers)": "Sachbearbeitung",
	} {
		if got := cleanRole(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestElided(t *testing.T) {
	for word, want := range map[string]string{
		"analyste": "d’analyste", "Ingénieur": "d’Ingénieur", "étude": "d’étude", "comptable": "de comptable",
		"hôte d’accueil": "d’hôte d’accueil", "Hardware engineer": "de Hardware engineer", "hydraulicien": "d’hydraulicien",
	} {
		if got := elided("de", word); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// Lists of roles and the cases of "the position" bend with the language.
func TestPosition(t *testing.T) {
	w := shipped(t)
	for _, c := range []struct {
		lang, form string
		roles      []string
		client     string
		want       string
	}{
		{"en", "the", nil, "", "the position"},
		{"en", "the", []string{"Clerk"}, "Nordlicht", "the Clerk position at Nordlicht"},
		{"en", "the", []string{"Clerk", "Analyst", "Driver"}, "", "the Clerk, Analyst and Driver positions"},
		{"de", "dat", []string{"Fahrerin"}, "", "der Stelle als Fahrerin"},
		{"de", "dat", []string{"Fahrerin", "Köchin"}, "", "den Stellen als Fahrerin und Köchin"},
		{"fr", "du", []string{"analyste"}, "", "du poste d’analyste"},
		{"fr", "au", []string{"analyste", "comptable"}, "", "aux postes d’analyste et de comptable"},
		{"es", "del", []string{"Analista", "Ingeniera"}, "", "de los puestos de Analista e Ingeniera"},
		{"es", "el", []string{"Analista", "Hielero"}, "", "los puestos de Analista y Hielero"},
		{"nl", "de", []string{"analist"}, "Noorderlicht", "de functie van analist bij Noorderlicht"},
		{"it", "alla", []string{"analista"}, "", "alla posizione di analista"},
		{"pt", "na", []string{"analista", "motorista"}, "", "nas vagas de analista e motorista"},
	} {
		if got := w.languages[c.lang].position(c.roles, c.client)[c.form]; got != c.want {
			t.Errorf("%s %s: got %q, want %q", c.lang, c.form, got, c.want)
		}
	}
}

// Dates in the language, with the time and its zone.
func TestDates(t *testing.T) {
	w := shipped(t)
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Skip("no time zones on this machine:", err)
	}
	saoPaulo, err := time.LoadLocation("America/Sao_Paulo")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		lang, zone     string
		at             time.Time
		on, by, onFull string
	}{
		{"en", "Europe/London", time.Date(2027, 3, 4, 15, 0, 0, 0, berlin), "on Thursday, 4 March", "by Thursday, 4 March", "on Thursday, 4 March at 15:00 (CET)"},
		{"en", "America/New_York", time.Date(2027, 7, 4, 15, 30, 0, 0, berlin), "on Sunday, July 4", "by Sunday, July 4", "on Sunday, July 4 at 3:30 pm (CEST)"},
		{"en", "-05:00", time.Date(2027, 7, 4, 15, 0, 0, 0, time.FixedZone("", -5*3600)), "on Sunday, July 4", "by Sunday, July 4", "on Sunday, July 4 at 3:00 pm (UTC−5)"},
		{"de", "", time.Date(2027, 3, 4, 15, 0, 0, 0, berlin), "am Donnerstag, dem 4. März", "bis Donnerstag, den 4. März", "am Donnerstag, dem 4. März um 15 Uhr (MEZ)"},
		{"fr", "", time.Date(2027, 4, 1, 9, 30, 0, 0, berlin), "le jeudi 1er avril", "au plus tard le jeudi 1er avril", "le jeudi 1er avril à 9 h 30 (CEST)"},
		{"es", "", time.Date(2027, 3, 3, 9, 0, 0, 0, berlin), "el miércoles 3 de marzo", "a más tardar el miércoles 3 de marzo", "el miércoles 3 de marzo a las 9:00 (CET)"},
		{"nl", "", time.Date(2027, 3, 6, 9, 5, 0, 0, berlin), "op zaterdag 6 maart", "uiterlijk zaterdag 6 maart", "op zaterdag 6 maart om 9.05 uur (CET)"},
		{"it", "", time.Date(2027, 5, 1, 9, 0, 0, 0, berlin), "sabato 1° maggio", "entro sabato 1° maggio", "sabato 1° maggio alle 9:00 (CEST)"},
		{"pt", "", time.Date(2027, 3, 6, 9, 0, 0, 0, saoPaulo), "no sábado, 6 de março", "até sábado, 6 de março", "no sábado, 6 de março às 9h (UTC−3)"},
		{"pt", "", time.Date(2027, 3, 5, 14, 30, 0, 0, saoPaulo), "na sexta-feira, 5 de março", "até sexta-feira, 5 de março", "na sexta-feira, 5 de março às 14h30 (UTC−3)"},
		{"en", "", time.Date(2027, 3, 4, 0, 0, 0, 0, berlin), "on Thursday, 4 March", "by Thursday, 4 March", "on Thursday, 4 March"},
		{"en", "", time.Date(2027, 3, 4, 15, 0, 0, 0, time.FixedZone("", 19800)), "on Thursday, 4 March", "by Thursday, 4 March", "on Thursday, 4 March at 15:00 (UTC+5:30)"},
	} {
		l := w.languages[c.lang]
		d := &Day{t: c.at, l: l, form: l.dates(c.zone)}
		if got := d.On(); got != c.on {
			t.Errorf("%s on: got %q, want %q", c.lang, got, c.on)
		}
		if got := d.By(); got != c.by {
			t.Errorf("%s by: got %q, want %q", c.lang, got, c.by)
		}
		if got := d.OnFull(); got != c.onFull {
			t.Errorf("%s full: got %q, want %q", c.lang, got, c.onFull)
		}
	}
}

// The fit fact of the role is used in the user's language only, compared without case and gender marks.
func TestFit(t *testing.T) {
	w := shipped(t)
	id := Identity{Language: "de", Fit: map[string]string{"Datenanalystin": "Ich rechne gern", "*": "Ich lerne schnell"}}
	for _, c := range []struct{ lang, role, want string }{
		{"de", "DATENANALYSTIN (m/w/d)", "Ich rechne gern."},
		{"de", "Fahrerin", "Ich lerne schnell."},
		{"en", "Datenanalystin", ""},
	} {
		s, _ := Sample(cadence.ApplicationFollowup, c.lang, true)
		s.Facts.Role = c.role
		if got := factsOf(s, id, w.languages[c.lang]).Fit; got != c.want {
			t.Errorf("%s %s: got %q, want %q", c.lang, c.role, got, c.want)
		}
	}
}

// Whoever gets several letters of a kind reads other words each time, in every language.
func TestThreeVariants(t *testing.T) {
	for _, e := range shipped(t).List() {
		if e.Variants < 3 {
			t.Errorf("%s has %d variants, want at least 3", e.File, e.Variants)
		}
	}
}

// A title that is cut ends with a word that can end one.
func TestCut(t *testing.T) {
	for in, want := range map[string]string{
		"Engineer for Storage": "Engineer",
		"Head of the Archives": "Head",
		"Leiterin der und von": "Leiterin",
		"Lead Data Engineer x": "Lead Data",
		"Clerk and & Archives": "Clerk",
	} {
		if got := cut(in, 14); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}
