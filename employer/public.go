package employer

import (
	"slices"
	"strings"
)

// publicSector reports whether an employer is a public one, as far as its domain or its name says so.
func publicSector(a *Application) bool {
	if a.Agency != "" {
		return false
	}
	for _, d := range a.Domains {
		for _, label := range strings.Split(d, ".")[1:] {
			if publicLabels[label] {
				return true
			}
		}
		if label := domainLabel(d); label == "bund" || label == "europa" && strings.HasSuffix(d, ".eu") || label == "admin" && strings.HasSuffix(d, ".ch") {
			return true
		}
	}
	for _, name := range append([]string{a.Employer}, a.Names...) {
		words := foldWords(name)
		if n := len(words); n > 1 && words[n-2] == "school" && words[n-1] == "district" {
			return true
		}
		if slices.ContainsFunc(words, func(w string) bool { return publicWords[w] }) && words[len(words)-1] != "press" { // a university's publisher is a company
			return true
		}
	}
	return false
}

var (
	publicLabels = set("gov", "gob", "gouv", "govt", "gv", "gub", "mil", "ac", "edu", "overheid", "nhs")

	publicWords = set("ministry", "ministerium", "bundesministerium", "ministere", "ministerio", "ministero", "ministerie", "bundesamt", "landesamt",
		"behorde", "stadtverwaltung", "landkreis", "landratsamt", "bezirksamt", "magistrat", "municipality", "gemeente", "provincie", "ayuntamiento", "comune",
		"mairie", "prefecture", "prefeitura", "camara", "council", "university", "universitat", "universite", "universidad", "universita", "universiteit",
		"universidade", "hochschule", "federal", "government", "nhs", "bundeswehr", "polizei", "police", "agenzia", "regione", "comunidad", "junta", "rijksoverheid")
)
