package classifier

import (
	"strings"
)

// robotWords in the local part of an address mean that nobody reads an answer.
var robotWords = [...]string{"noreply", "no-reply", "no_reply", "no.reply", "donotreply", "do-not-reply", "do_not_reply", "nepasrepondre", "ne-pas-repondre", "nao-responda",
	"naoresponda", "noresponder", "no-responder", "norespond", "nichtantworten", "bounce", "mailer-daemon", "mailer", "postmaster", "notification", "notify", "automated", "autoreply",
	"unattended", "unmonitored", "jobalert", "alerts", "newsletter", "system", "workflow", "daemon", "geenantwoord", "nonrispondere", "donotrespond"}

// roleLocals are mailboxes that people answer but that belong to an office, not to a person.
var roleLocals = setOf(`careers career jobs job recruiting recruitment recruiter talent hr hiring people info contact office hello team apply application applications bewerbung
	bewerbungen karriere personal personalabteilung recrutement rh candidature candidatures emploi empleo rrhh seleccion talento trabajo werkenbij vacatures sollicitatie
	sollicitaties werving lavoro selezione risorseumane recursoshumanos vagas talentos curriculos cv mail support help admin service kontakt contacto contatto contato welcome staffing
	interviews interview scheduling coordinator talentacquisition ta campus university students jobsearch resume resumes personnel onboarding candidates candidate hrteam post`)

// robotLocal reports whether a local part belongs to a machine.
func robotLocal(local string) bool {
	for _, w := range robotWords {
		if strings.Contains(local, w) {
			return true
		}
	}
	return local == "messages" || local == "alert" || local == "reply" || local == "updates"
}

// roleLocal reports whether a local part is an office's.
func roleLocal(local string) bool {
	if roleLocals[local] {
		return true
	}
	f := strings.FieldsFunc(local, func(r rune) bool { return r == '.' || r == '-' || r == '_' || r == '+' })
	for _, w := range f {
		if roleLocals[w] {
			return true
		}
	}
	return strings.HasPrefix(local, "recruit") || strings.HasPrefix(local, "bewerb") || strings.HasPrefix(local, "career") || strings.HasPrefix(local, "karriere")
}

// humanAddress reports whether an address is a person's that can be replied to.
func humanAddress(address, display string) bool {
	local, domain := localOf(address), domainOf(address)
	if local == "" || domain == "" || robotLocal(local) || roleLocal(local) {
		return false
	}
	s := senderOfDomain(domain)
	for _, r := range s.robots {
		if strings.HasPrefix(local, r) {
			return false
		}
	}
	switch s.Type {
	case "ats", "board", "assessment", "calendar":
		return false // a relay
	}
	if strings.Count(local, "") > 34 || digitsAt(local) > 8 {
		return false // a token, not a name
	}
	return !officeName(display)
}

// officeName reports whether a display name is an office's: "Acme Careers", "HR Team".
func officeName(display string) bool {
	for _, w := range strings.Fields(display) {
		if teamWords[foldWord(strings.Trim(w, ".,()"))] {
			return true
		}
	}
	return false
}
