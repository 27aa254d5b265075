package sheet

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

func read(t *testing.T, text string) *Sheet {
	t.Helper()
	s, err := Read(strings.NewReader(text), time.UTC, DayFirst)
	if err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
	return s
}

// say writes rows in one line each.
func say(s *Sheet) string {
	var out []string
	for _, r := range s.Rows {
		line := fmt.Sprintf("%d %s|%s|%s|%s", r.Line, r.Employer, r.Role, r.Applied.Format(time.DateOnly), r.Verb)
		if !r.StatusDate.IsZero() {
			line += "|" + r.StatusDate.Format(time.DateOnly)
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

func TestSpreadsheetsOfSevenLanguages(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"en": {"Company,Job Title,Date Applied,Status,Salary\nAcme,Engineer,2027-03-01,Rejected,50\n\nArden,Cook,2027-03-02,No response,\n", "2 Acme|Engineer|2027-03-01|rejected\n4 Arden|Cook|2027-03-02|"},
		"de": {"Firma;Stelle;Beworben am;Rückmeldung\nAcme;Ingenieur;01.03.2027;Absage\n\"Arden;Söhne\";Koch;2.3.27;Einladung zum Gespräch\n", "2 Acme|Ingenieur|2027-03-01|rejected\n3 Arden;Söhne|Koch|2027-03-02|"},
		"fr": {"Société;Intitulé du poste;Date de candidature;Réponse;Date de réponse\nAcme;Ingénieur;01/03/2027;Refusé;15/03/2027\n", "2 Acme|Ingénieur|2027-03-01|rejected|2027-03-15"},
		"es": {"Empresa\tPuesto\tFecha de solicitud\tEstado\nAcme\t\t01/03/2027\tRechazado\n", "2 Acme||2027-03-01|rejected"},
		"nl": {"Bedrijf;Functie;Sollicitatiedatum;Reactie\nAcme;Kok;01-03-2027;Afgewezen\n", "2 Acme|Kok|2027-03-01|rejected"},
		"it": {"Azienda;Ruolo;Data candidatura;Esito\nAcme;Cuoco;01/03/2027;Colloquio\n", "2 Acme|Cuoco|2027-03-01|"},
		"pt": {"Empresa;Vaga;Data da candidatura;Situação\nAcme;Cozinheiro;01/03/2027;Recusado\n", "2 Acme|Cozinheiro|2027-03-01|rejected"},
	} {
		if got := say(read(t, c.text)); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, c.want)
		}
	}
}

// TestHeadersAreFolded: a name that the fold changes could never match, and one name for two columns would be chance.
func TestHeadersAreFolded(t *testing.T) {
	owner := map[string]Column{}
	for c, names := range headers {
		for _, n := range names {
			if fold(n) != n {
				t.Errorf("%s: %q must be written %q", c, n, fold(n))
			}
			if o, ok := owner[n]; ok && o != c {
				t.Errorf("%q names both %s and %s", n, o, c)
			}
			owner[n] = c
		}
	}
	words := map[string]string{}
	for v, list := range verbs {
		for _, w := range list {
			if fold(w) != w {
				t.Errorf("status %q must be written %q", w, fold(w))
			}
			if o, ok := words[w]; ok && o != v {
				t.Errorf("status %q means both %q and %q", w, o, v)
			}
			words[w] = v
		}
	}
}

// TestSheetsAreReadAtOnce: what folds a header keeps nothing that two readers would share. It fails under the race detector.
func TestSheetsAreReadAtOnce(t *testing.T) {
	for range 4 {
		t.Run("", func(t *testing.T) {
			t.Parallel()
			for range 50 {
				if got := fold("Prénom – ÉTAT"); got != fold("prenom – etat") {
					t.Errorf("got %q", got)
				}
			}
		})
	}
}

func TestEncodings(t *testing.T) {
	const text = "Firma;Datum\nMüller & Söhne;01.03.2027\n"
	latin, err := charmap.Windows1252.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	wide, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	for name, s := range map[string]string{"utf-8": text, "with a mark": "\ufeff" + text, "Windows-1252": latin, "UTF-16": wide, "old line ends": strings.ReplaceAll(text, "\n", "\r\n")} {
		if got := say(read(t, s)); got != "2 Müller & Söhne||2027-03-01|" {
			t.Errorf("%s: got %q", name, got)
		}
	}
}

func TestDates(t *testing.T) {
	for _, c := range []struct {
		cells  string
		prefer DateOrder
		want   string
	}{
		{"03/04/2027", DayFirst, "2027-04-03"},
		{"03/04/2027", MonthFirst, "2027-03-04"},
		{"03/04/2027 03/25/2027", DayFirst, "2027-03-04 2027-03-25"}, // the second tells how the first is meant
		{"03/04/2027 25/03/2027", MonthFirst, "2027-04-03 2027-03-25"},
		{"03.04.2027", MonthFirst, "2027-04-03"},
		{"2027-04-03T10:00", MonthFirst, "2027-04-03"},
		{"1-Feb-2027", DayFirst, "2027-02-01"},
	} {
		s, err := Read(strings.NewReader("Company,Date\nA,"+strings.ReplaceAll(c.cells, " ", "\nA,")+"\n"), time.UTC, c.prefer)
		if err != nil {
			t.Errorf("%s: %v", c.cells, err)
			continue
		}
		var got []string
		for _, r := range s.Rows {
			got = append(got, r.Applied.Format(time.DateOnly))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: got %v, want %s", c.cells, got, c.want)
		}
	}
}

func TestWhatIsWrongIsToldWithItsLine(t *testing.T) {
	for text, want := range map[string][]string{
		"":                          {"no header"},
		"Name,Date\nA,2027-03-01\n": {"line 1", "Employer"},
		"Company,Role\nA,B\n":       {"line 1", "Applied"},
		"Company,Date\n,2027-03-01\nA,soon\nB,2027-02-30\n": {"line 2: the employer is missing", `line 3: "soon"`, `line 4: "2027-02-30"`},
		"Company,Date\n\"A,2027-03-01\nB,2027-03-01\n":      {"line", "quotation"},
		"PK\x03\x04": {"workbook"},
		"Company,Date\nA,03/13/2027\nB,13/03/2027\n": {`line 3: "13/03/2027"`},
	} {
		if _, err := Read(strings.NewReader(text), time.UTC, DayFirst); err == nil {
			t.Errorf("%q was read", text)
		} else {
			for _, w := range want {
				if !strings.Contains(err.Error(), w) {
					t.Errorf("%q: %v lacks %q", text, err, w)
				}
			}
		}
	}
}

func TestLinesThatAreNoApplication(t *testing.T) {
	s := read(t, "Company,Date,Status\nA,2027-03-01,Wishlist\nB,,Applied\nC,2027-03-01,Something odd\n")
	if len(s.Skipped) != 2 || len(s.Rows) != 1 || s.Rows[0].Notes != "Something odd" || s.Rows[0].Verb != "" {
		t.Errorf("got %+v", s)
	}
}

func TestFormulasAreHarmlessAndComeBack(t *testing.T) {
	cells := []string{"=HYPERLINK(\"http://x.example\")", "+1", "-1+1", "@SUM(A1)", "\tx", " =1", "＝1", "Acme", "'t Hart", "", "a=b", "|cmd"}
	var out bytes.Buffer
	if err := Write(&out, []string{"Employer", "Applied", "Notes"}, [][]string{{"A", "2027-03-01", cells[0]}}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), `'=HYPERLINK`) {
		t.Errorf("a formula went out: %s", out.String())
	}
	if s := read(t, out.String()); s.Rows[0].Notes != cells[0] {
		t.Errorf("it came back as %q", s.Rows[0].Notes)
	}
	for _, c := range cells {
		h := harmless(c)
		if first := strings.TrimLeft(h, " "); first != "" && strings.ContainsAny(first[:1], "=+-@\t\r|") {
			t.Errorf("%q stays a formula: %q", c, h)
		}
		if original(h) != c {
			t.Errorf("%q comes back as %q", c, original(h))
		}
	}
	if slices.Contains(cells, harmless("'t Hart")) == false {
		t.Error("a name with an apostrophe is changed")
	}
}

// What Excel and people put into a sheet besides the plain form.
func TestSheetsAsTheyCome(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"Excel's separator line": {"sep=;\r\nEmployer;Role;Applied\r\n\"Line\r\nbreak, Ltd\";\"A,B\";2026-11-01\r\n", "3 Line\nbreak, Ltd|A,B|2026-11-01|"},
		"a title above":          {"My applications 2026,,\n,,\nCompany,Job title,Date\nAcme,Clerk,2026-11-03T10:00:00\n", "4 Acme|Clerk|2026-11-03|"},
		"days as Excel counts":   {"Company,Job title,Date\nAcme,Clerk,46329\nAcme,Cook,46329.0\n", "2 Acme|Clerk|2026-11-03|\n3 Acme|Cook|2026-11-03|"},
		"months in words": {"Arbeitgeber;Datum\nA;3. November 2026\nB;1er août 2026\nC;3 de marzo de 2026\nD;2 mrt 2026\nE;4 dicembre 2025\nF;5 Okt. 2026\nG;15 juin 2026\nH;15 juil. 2026\nI;3. März 2026\nJ;7 mai 2026\nK;7 out 2026\n",
			"2 A||2026-11-03|\n3 B||2026-08-01|\n4 C||2026-03-03|\n5 D||2026-03-02|\n6 E||2025-12-04|\n7 F||2026-10-05|\n8 G||2026-06-15|\n9 H||2026-07-15|\n10 I||2026-03-03|\n11 J||2026-05-07|\n12 K||2026-10-07|"},
	} {
		if got := say(read(t, c.text)); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, c.want)
		}
	}
	s, err := Read(strings.NewReader("Société;Date\nAcme;03/11/2026\n"), time.UTC, MonthFirst)
	if err != nil || s.Order != DayFirst {
		t.Errorf("a French sheet: %v, %v", s, err)
	}
	if _, err := Read(strings.NewReader("Name,Phone\nBob,1\n"), time.UTC, DayFirst); err == nil || !strings.Contains(err.Error(), "line 1: no column is called Employer or Company (there are: Name, Phone)") {
		t.Errorf("no header: %v", err)
	}
}
