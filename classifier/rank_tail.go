package classifier

import "strings"

// possessives make a title that of somebody in the house.
var possessives = setOf("our my unser unsere unserem unseren unserer mein meine meiner meinem notre nos mon ma nuestro nuestra mi nostro nostra mio mia ons onze mijn nosso nossa meu minha")

var andWords = setOf("and und oder et y e ed en or ou")

// asWords announce what one works as, whether or not that was applied for.
var asWords = setOf("as como come comme")

// fieldHeads are titles of which the field that follows is a part, behind one of fieldLinks: "Lecturer in Nursing".
var fieldHeads = setOf(`lecturer lectureship professor professorship reader fellow fellowship postdoc researcher chair phd doctorate studentship student apprentice apprenticeship trainee traineeship intern internship
	placement tutor demonstrator engineer consultant specialist professur professorin juniorprofessur doktorand doktorandin promotionsstelle mitarbeiter mitarbeiterin ausbildung praktikum volontariat lehrstuhl
	enseignant enseignante professeur professeure doctorant doctorante chercheur chercheuse stage alternance profesor profesora investigador investigadora becario becaria practicas ingeniero ingeniera
	professore professoressa ricercatore ricercatrice dottorato assegnista tirocinio ingegnere hoogleraar docent promovendus stagiair onderzoeker leerkracht professora pesquisador pesquisadora bolseiro bolseira estagio engenheiro engenheira`)

var fieldLinks = setOf("in of for fur en de d di em voor im pour para per")

// tailGap reports whether the gap in front of a token sets off the tail of a title.
func tailGap(g string) bool {
	switch g {
	case ", ", " - ", " – ", " (", " — ", ",":
		return true
	}
	return false
}

// stray reports whether what begins at token i is no part of a title but a place, a number, how long one works, a gender mark, or the employer, whose
// folded name is given.
func (p *page) stray(i int, house string) bool {
	w := p.word(i)
	if strayWords[string(w)] || institutionWords[string(w)] || digitsAt(string(w)) > 0 || p.kind(i).any(wordDate) || p.isPlaceAt(i) || house != "" && p.saysAt(i, house) {
		return true
	}
	from := int(p.tokens[i].from)
	n := strings.IndexAny(p.orig[from:min(len(p.orig), from+24)], ")],;")
	return n > 0 && isGenderMark(p.orig[from:from+n])
}

// strayWords begin what stands behind a title without being part of it.
var strayWords = setOf(`ref reference referenz kennziffer kennzahl kennz req requisition job id nr no number vacancy vacature announcement code exam position stelle stellen posting r jr
	full part fulltime parttime vollzeit teilzeit permanent temporary temp contract befristet unbefristet cdi cdd tempo temps jornada tijdelijk hours stunden std fte remote hybrid location standort raum region
	at bei chez presso and und et y e en with for we our i you your thank thanks please which who that m w f d x h all`)

// plainIn reports whether a title goes on with a field behind this word: "Kundenberater im Firmenkundengeschäft".
func plainIn(gap string, w []byte) bool { return gap == " " && inWords[string(w)] }

var inWords = setOf("in im fur zur")

// goesWith reports whether token i may go on a title.
func (p *page) goesWith(i int) bool {
	return i < len(p.tokens) && !p.kind(i).any(wordStop|wordPronoun|wordVerb|wordDate) && !p.isPlaceAt(i)
}
