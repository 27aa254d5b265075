package classifier

// publicBody reads the name of an institution that goes on in lower case at token i: "Commission scolaire des Érables", "Agenzia regionale
// per l'Ambiente".
func (p *page) publicBody(i, last int) phrase {
	const longest, lower = 8, 2
	none := phrase{from: i, to: i}
	if !p.capital(i) || !bodyHeads[p.folded(i)] {
		return none
	}
	end, loose := i+1, 0
	for j := i + 1; j < last && j-i < longest; j++ {
		w, g := p.folded(j), p.gap(j)
		if g != " " && g != "'" && g != "’" && g != "-" || verbs[w] && !titleLinks[w] && len(w) > 1 {
			break
		}
		switch {
		case p.capital(j):
			end = j + 1
		case joiners[w] || titleLinks[w] || bodyLinks[w]:
		default:
			loose++
		}
		if loose > lower {
			break
		}
	}
	if end < i+3 {
		return none
	}
	return p.phrase(i, end)
}

// bodyHeads begin the names of public bodies and houses in the Romance languages, and bodyLinks stand within them.
var (
	bodyHeads = setOf(`commission conseil caisse ecole haute direction agence agenzia ministere ministero ministerio ayuntamiento comune universita universite universidad universidade
		cooperativa institut istituto instituto dipartimento departement service hopital ospedale hospital clinique clinica camara conselho junta gobierno secretaria fondation fundacion
		fondazione fundacao societe banque banca banco caja cassa azienda ente academie rectorat ville mairie centre centro theatre teatro musee museo museu diputacion consejeria prefeitura`)
	bodyLinks = setOf("d l des degli dell della pour per para la le les los las lo du dei delle y e et")
)
