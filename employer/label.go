package employer

import "strings"

// Whether a domain is called as an employer or its agency (POLICY.md rule 12).

// labelMatches reports whether the first label of a registrable domain is the employer's name (POLICY.md rule 12): the name in
// one word or with hyphens, the name without generic words at its end, or the initials of three words and more, after the first one or all.
func labelMatches(domain string, name []string) bool {
	if domain == "" || len(name) == 0 {
		return false
	}
	label := strings.Join(foldWords(domainLabel(domain)), "")
	if label == "" {
		return false
	}
	for _, l := range labelsOf(name) {
		if label == l || umlautPlain(label) == l {
			return true
		}
	}
	return false
}

// ofTrade reports whether a domain is an agency's name with its trade behind it: "brightmoortalent" of Brightmoor.
func ofTrade(domain string, agency []string) bool {
	rest, ok := strings.CutPrefix(strings.Join(foldWords(domainLabel(domain)), ""), strings.Join(agency, ""))
	return ok && len(agency) > 0 && agencyTrades[rest]
}

var agencyTrades = set("talent", "search", "recruitment", "recruiting", "recruiters", "staffing", "personnel", "resourcing", "executive", "consulting", "associates", "partners", "personal", "personalberatung", "recrutement", "seleccion")

// leads reports whether the first label of a domain is the beginning of a longer name, its first word or several in one, and one that
// tells employers apart: "fernhollow" of Fernhollow Analytics.
func leads(domain string, name []string) bool {
	label := strings.Join(foldWords(domainLabel(domain)), "")
	if len([]rune(label)) < distinctive {
		return false
	}
	for n := 1; n < len(name); n++ {
		if head := strings.Join(name[:n], ""); (label == head || umlautPlain(label) == head) && !allGeneric(name[:n]) {
			return true
		}
	}
	return false
}

// labelsOf are the domain labels that a name may have.
func labelsOf(name []string) []string {
	var labels []string
	for n := len(name); n > 0; n-- {
		if n < len(name) && (!allGeneric(name[n:]) || allGeneric(name[:n])) {
			break
		}
		joined := strings.Join(name[:n], "")
		labels = append(labels, joined)
		if plain := umlautPlain(joined); plain != joined {
			labels = append(labels, plain)
		}
	}
	if len(name) >= 3 {
		labels = append(labels, initials(name), name[0]+initials(name[1:]))
	}
	return labels
}

// umlautPlain undoes the German way to write umlauts in ASCII: "mueller" is "muller", as folding makes of "Müller".
func umlautPlain(s string) string { return umlautsPlain.Replace(s) }

var umlautsPlain = strings.NewReplacer("ae", "a", "oe", "o", "ue", "u")
