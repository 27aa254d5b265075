package employer

import "testing"

func TestFoldName(t *testing.T) {
	for name, want := range map[string]string{
		"Northwind GmbH & Co. KG":             "northwind",
		"NORTHWIND":                           "northwind",
		"The Northwind Company":               "northwind",
		"Northwind S.p.A.":                    "northwind",
		"Northwind A/S":                       "northwind",
		"Northwind, Inc.":                     "northwind",
		"Müller & Söhne AG":                   "muller and sohne",
		"Société Générique SAS":               "societe generique",
		"Østlandet Bygg AS":                   "ostlandet bygg",
		"Straße 7 e.V.":                       "strasse 7",
		"Northwind Careers":                   "northwind",
		"Northwind Talent Acquisition Team":   "northwind",
		"Northwind via Hiring Test":           "northwind",
		"Ｎｏｒｔｈｗｉｎｄ":                           "northwind",
		"O'Reilly’s":                          "oreillys",
		"Careers":                             "careers",
		"Co":                                  "co",
		"":                                    "",
		"İstanbul Lojistik A.Ş.":              "istanbul lojistik",
		"Ελληνική Εταιρεία":                   "ελληνικη εταιρεια",
		"株式会社 例":                              "株式会社 例",
		"UG Northwind (haftungsbeschränkt)":   "ug northwind",
		"Northwind Besloten Vennootschap":     "northwind",
		"Northwind – Recruiting Team, Berlin": "northwind recruiting team berlin",
	} {
		if got := FoldName(name); got != want {
			t.Errorf("FoldName(%q): got %q, want %q", name, got, want)
		}
	}
}

func TestCompareNames(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want sameness
	}{
		{"Northwind Ltd", "NORTHWIND GmbH", same},
		{"Northwind", "Northwind Technologies", same},
		{"Northwind Germany", "Northwind", same},
		{"North Wind", "Northwind", same},
		{"Northwind Bakery", "Northwind", doubtful},
		{"Northwind Software", "Northwind Consulting", doubtful},
		{"Northwind Bakery", "Northwind Shipping", different},
		{"Allied Generic Motors", "AGM", doubtful},
		{"Group", "Global Group", different},
		{"Fabrikam", "Contoso", different},
		{"", "Contoso", different},
	} {
		for _, p := range [][2]string{{c.a, c.b}, {c.b, c.a}} {
			if got := compareNames(nameTokens(p[0]), nameTokens(p[1])); got != c.want {
				t.Errorf("compareNames(%q, %q): got %d, want %d", p[0], p[1], got, c.want)
			}
		}
	}
}

func TestLabelMatches(t *testing.T) {
	for _, c := range []struct {
		domain, name string
		want         bool
	}{
		{"northwind.example", "Northwind Ltd", true},
		{"northwind-traders.example", "Northwind Traders", true},
		{"northwind.example", "Northwind Group", true},
		{"mueller.example", "Müller GmbH", true},
		{"xn--mller-kva.example", "Müller GmbH", true},
		{"agm.example", "Allied Generic Motors", true},
		{"northwind-careers.example", "Northwind", false},
		{"northvvind.example", "Northwind", false},
		{"hiring.test", "Northwind", false},
		{"group.example", "Group Northwind", false},
		{"", "Northwind", false},
	} {
		if got := labelMatches(c.domain, nameTokens(c.name)); got != c.want {
			t.Errorf("labelMatches(%q, %q): got %v", c.domain, c.name, got)
		}
	}
}

func TestRegistrableDomain(t *testing.T) {
	for in, want := range map[string]string{
		"kim@jobs.northwind.co.uk": "northwind.co.uk",
		"NORTHWIND.Example":        "northwind.example",
		"x@müller.example":         "xn--mller-kva.example",
		"x@[192.0.2.1]":            "",
		"192.0.2.1":                "",
		"localhost":                "",
		"co.uk":                    "",
		"":                         "",
	} {
		if got := RegistrableDomain(in); got != want {
			t.Errorf("RegistrableDomain(%q): got %q, want %q", in, got, want)
		}
	}
	for domain, want := range map[string]bool{"gmail.com": true, "mail.yahoo.co.jp": true, "gmx.at": true, "northwind.example": false, "": false} {
		if got := FreeMail(domain); got != want {
			t.Errorf("FreeMail(%q): got %v", domain, got)
		}
	}
}

func TestRolesCompared(t *testing.T) {
	for _, c := range []struct {
		a, b string
		near bool
	}{
		{"Data Engineer (m/w/d)", "data engineer", true},
		{"Data Engineer", "Data Engineer, Payments", true},
		{"Softwareentwickler*in", "Softwareentwickler (m/w/d)", true},
		{"Développeur Backend (H/F)", "Développeur backend", true},
		{"Senior Data Engineer", "Junior Data Engineer", false},
		{"Data Engineer", "Product Manager", false},
		{"Product Manager", "Project Manager", false},
		{"Data Engineer II", "Data Engineer III", false},
	} {
		if got := parseRole(c.a).similar(parseRole(c.b)); got >= roleNear != c.near {
			t.Errorf("%q and %q: %.2f", c.a, c.b, got)
		}
	}
}
