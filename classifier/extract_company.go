package classifier

import (
	"strings"
	"unicode/utf8"
)

// company votes for a name after cleaning; words that name nobody are dropped.
func (h *hearing) company(s, from string, score float64) {
	s = cleanCompany(s)
	if s == "" || stopNames[foldWord(s)] || utf8.RuneCountInString(s) < 2 {
		return
	}
	f := FoldName(s)
	if f == "" {
		return
	}
	for w := range strings.SplitSeq(f, " ") {
		if toolNames[w] && h.label != w && (w != "zoom" && w != "teams" || from == "body") {
			return
		}
	}
	if h.dateName(f) || clockName(f) || isDigit(f[0]) && strings.Contains(s, ",") { // "12 rue des Lilas, Lyon"
		return
	}
	if first, rest, _ := strings.Cut(f, " "); referenceWords[first] && rest != "" && isDigit(rest[0]) {
		return // "Kennzahl 2300"
	}
	if genericCompany[f] || h.nobody(f) || h.p.facts.code == "de" && !strings.Contains(f, " ") && abstract(f) && !allUpper(s) || numeral(f) {
		return
	}
	h.employers.voteFolded(s, f, from, score)
}

// referenceWords stand before the number of an opening.
var referenceWords = setOf("kennzahl kennziffer vacancy vacature ref reference requisition req aviso concurso expediente dossier offre vacante")

// nobody reports whether a folded name holds nothing but the words of offices and the bodies that select: "Personnel Services",
// "Appointing Committee".
func (h *hearing) nobody(folded string) bool {
	for w := range strings.SplitSeq(folded, " ") {
		if !officeWords[w] && !teamWords[w] && !bodyWords[w] && !joiners[w] {
			return false
		}
	}
	return strings.Contains(folded, " ") || !systemNames[folded]
}

// systemNames are firms whose names stand among the office words because their systems carry them.
var systemNames = setOf("workday greenhouse lever icims smartrecruiters")

// bodyWords name those who select.
var bodyWords = setOf(`direction direccion direzione direcao committee panel board jury commission kommission comite comision comissao commissione selecting appointing appointments search oral shortlisting examination
	one two three shared civil government federal programs programmes`)

// clockName reports whether a folded name is a time of day: "14h30".
func clockName(folded string) bool {
	left, right, ok := strings.Cut(folded, "h")
	return ok && left != "" && len(left) <= 2 && strings.Trim(left+right, "0123456789") == ""
}

// dateName reports whether a folded name is a date: "march 2", "tuesday".
func (h *hearing) dateName(folded string) bool {
	dated := false
	for w := range strings.SplitSeq(folded, " ") {
		x := h.p.facts.words[w]
		switch {
		case x.is&(isMonth|isWeekday) != 0:
			dated = true
		case x.is&^isPhrase != 0 || digitsAt(w) > 0:
		default:
			return false
		}
	}
	return dated
}

func cleanCompany(s string) string {
	s = strings.TrimSpace(s)
	if i := strings.Index(s, " ("); i > 0 { // "Acme (Lindau)"
		s = s[:i]
	}
	for _, end := range []string{"'s", "’s", "'", "’", "-Team", "-Recruiting", "-HR", "-Karriere"} {
		s = strings.TrimSuffix(s, end)
	}
	var buf [16]string
	all := appendFields(buf[:0], s)
	f, first := all, 0
	for len(f) > 1 && trailWords[foldWord(trim(f[len(f)-1], ".,"))] {
		f = f[:len(f)-1]
	}
	for len(f) > 2 && isTeam(foldWord(f[0])) { // "Personalabteilung der X", "Talent Team at X"
		k := 1
		for k < len(f)-1 && (isTeam(foldWord(f[k])) || officeWords[foldWord(f[k])] && !capitalised(f[k])) {
			k++
		}
		if k < 2 || !joiners[foldWord(f[k-1])] && !officeWords[foldWord(f[k-1])] {
			break
		}
		f, first = f[k:], first+k
	}
	s = trim(wordsOf(s, all, first, first+len(f)), " ,;:-–—|\"“”„«»*_")
	if len(f) == 0 {
		return ""
	}
	if last := f[len(f)-1]; strings.HasSuffix(last, ".") && !legalForms[foldWord(trim(last, "."))] && !abbreviated(strings.TrimSuffix(last, ".")) && strings.Count(last, ".") == 1 {
		s = strings.TrimSuffix(s, ".")
	}
	return strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(s, "The "), "the "))
}

// trailWords end a stretch of capitals after a company's name without belonging to it.
var trailWords = setOf(`team careers career recruiting recruitment talent acquisition hr application interview position role opening job jobs human resources hiring staff
	staffing early resourcing campus opportunity opportunities website site page portal blog culture process and candidate candidates`)

// genericCompany are phrases that stand where a company's name would.
var genericCompany = setOf(`cdi cdd interim alternance vollzeit teilzeit corporate headquarters remote home community talent
	programs program programme technical awesome account details date again company organization organisation team hr recruiting recruitment careers career us our employer unternehmen firma entreprise empresa bedrijf azienda
	home interview zoom phone talent acquisition human resources applicant candidate monday tuesday wednesday thursday friday saturday sunday january february march april may
	june july august september october november december linkedin job jobs position role future full time part
	mitarbeit vertrauen ausdruck zukunft fragen zeit moglichkeit verfugung rahmen grund haus standort bereich abteilung beruf leben kandidat kandidatin bewerber bewerberin qualifikationen profil termin
	job ort nachricht absage zusage kunde kunden mandant herrn herr frau poste entreprise societe equipe puesto proceso functie vacature baan posizione ruolo selezione vaga cargo processo servico direction direccion direzione dirigente desarrollo eignungstest portale portal unsubscribe atentamente`)

// stopNames never begin or make a name, even with a capital.
var stopNames = setOf(`i we you your our us it this that these those they he she if when while after before as so but or unfortunately however please thank thanks dear hello hi
	regards best sincerely kind there here all any some each every more other others further possible general reference response regards question questions accordance what which who
	how where why not no yes with at in on for from by to is are was were has have had will would can could should may might do does did
	ihnen dir dich mir mich euch hallo guten tag liebe lieber gruße grusse freundliche schonen
	wir sie ihr ihre ihren ihrem ihrer ich du dein deine uns unser unsere es er leider bitte vielen danke mit freundlichen viele sehr bei fur und oder aber wenn falls sollten nach
	nous vous votre vos notre il elle je merci malheureusement cordialement bonjour madame monsieur si et ou mais dans pour avec sur
	usted su sus tu nos nosotros gracias lamentablemente estimado estimada hola saludos si y o pero para con por que
	wij u uw jij je jouw ons onze helaas dank bedankt beste geachte met vriendelijke groet als en of maar
	lei suo sua voi noi grazie purtroppo gentile cordiali saluti se e o ma per con che
	voce seu sua nos nosso obrigado obrigada infelizmente prezado prezada ola atenciosamente se mas para com por que`)
