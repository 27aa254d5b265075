package sheet

import (
	"strings"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

// Column is what heardback takes from a spreadsheet.
type Column string

const (
	Employer    Column = "employer"
	Role        Column = "role"
	Applied     Column = "date of application"
	Status      Column = "status"
	StatusDate  Column = "date of the status"
	Requisition Column = "requisition"
	Location    Column = "location"
	Notes       Column = "notes"
)

// english is how many of an employer's headers are English: they come first.
const english = 6

// headers are the names that columns have in the spreadsheets of job seekers, folded: en, de, fr, es, nl, it, pt.
var headers = map[Column][]string{
	Employer: {"employer", "company", "company name", "organisation", "organization", "firm",
		"arbeitgeber", "firma", "unternehmen", "betrieb", "entreprise", "societe", "employeur", "empresa", "compania", "empleador",
		"werkgever", "bedrijf", "bedrijfsnaam", "organisatie", "azienda", "societa", "datore di lavoro", "ditta", "empregador", "companhia"},
	Role: {"role", "position", "job title", "job", "title", "vacancy", "position title", "job role",
		"stelle", "stellenbezeichnung", "jobtitel", "beruf", "poste", "intitule du poste", "emploi", "metier", "offre", "puesto", "cargo", "posicion", "vacante", "oferta",
		"functie", "functietitel", "vacature", "baan", "ruolo", "posizione", "mansione", "vaga", "posicao", "funcao"},
	Applied: {"applied", "date applied", "applied on", "application date", "date of application", "applied date", "date", "applied at", "date submitted",
		"datum", "bewerbungsdatum", "beworben am", "beworben", "bewerbung am", "datum der bewerbung", "bewerbung vom", "date de candidature", "candidature", "postule le", "candidature envoyee le", "date d'envoi",
		"fecha", "fecha de solicitud", "fecha de candidatura", "aplicado", "fecha de aplicacion", "fecha de postulacion",
		"sollicitatiedatum", "gesolliciteerd op", "datum sollicitatie", "data", "data candidatura", "data di candidatura", "candidato il", "data invio",
		"data da candidatura", "data de candidatura", "candidatura", "data de envio"},
	Status: {"status", "stage", "state", "result", "outcome", "response", "stand", "ergebnis", "ruckmeldung", "antwort", "statut", "etat", "resultat", "reponse", "suivi",
		"estado", "resultado", "respuesta", "resultaat", "reactie", "uitkomst", "stato", "esito", "risultato", "risposta", "situacao", "resposta"},
	StatusDate: {"since", "status date", "date of status", "last update", "last updated", "updated", "response date", "decision date", "last contact",
		"statusdatum", "status seit", "letzter kontakt", "letzte anderung", "antwort am", "date du statut", "date de reponse", "derniere mise a jour",
		"fecha de estado", "fecha de respuesta", "ultima actualizacion", "datum status", "datum reactie", "laatste update", "data stato", "data risposta", "ultimo aggiornamento",
		"data do estado", "data do status", "data da resposta", "data de resposta", "ultima atualizacao"},
	Requisition: {"requisition", "req", "requisition id", "job id", "reference", "reference number", "ref", "job reference", "job number",
		"referenz", "referenznummer", "kennziffer", "stellen id", "stellennummer", "reference de l'offre", "numero de reference", "referencia", "numero de referencia",
		"referentie", "referentienummer", "vacaturenummer", "riferimento", "codice", "codigo", "codigo da vaga"},
	Location: {"location", "city", "place", "ort", "standort", "arbeitsort", "stadt", "lieu", "ville", "localisation", "ubicacion", "lugar", "ciudad", "localidad",
		"locatie", "plaats", "stad", "luogo", "citta", "sede", "local", "cidade", "localizacao"},
	Notes: {"notes", "note", "comment", "comments", "remarks", "notiz", "notizen", "bemerkung", "bemerkungen", "kommentar", "anmerkungen", "remarques", "commentaire", "commentaires",
		"notas", "comentarios", "observaciones", "notities", "opmerking", "opmerkingen", "annotazioni", "commenti", "comentario", "observacoes"},
}

// verbs say what a status means to the book, as a verb of heardback log; "" is one that a mere application has. A cell counts if it
// begins with one of the words, the longest first.
var verbs = map[string][]string{
	"rejected": {"reject", "declined by", "refused", "turned down", "no thanks", "unsuccessful", "absage", "abgelehnt", "abgesagt", "refus", "rejete", "non retenu", "rechaz", "no seleccionad", "descartad",
		"afgewezen", "afwijzing", "rifiut", "respint", "scartat", "rejeitad", "recusad", "reprovad"},
	"withdrew": {"withdr", "zuruckgezogen", "zuruckgenommen", "retire", "desist", "retirad", "teruggetrokken", "ingetrokken", "ritirat", "desisti"},
	"accepted": {"accepted", "hired", "angenommen", "zusage angenommen", "eingestellt", "accepte", "embauche", "aceptad", "contratad", "geaccepteerd", "aangenomen", "accettat", "assunt", "aceit", "aceite"},
	"declined": {"declined", "offer declined", "angebot abgelehnt", "selbst abgesagt", "decline", "oferta rechazada", "bedankt", "rinunciat", "recusei"},
	"offered":  {"offer", "angebot", "zusage", "offre", "oferta", "aanbod", "offerta", "proposta"},
	"interviewed": {"interviewed", "interview done", "gesprach gefuhrt", "gesprach gehabt", "entretien passe", "entrevistad", "entrevista hecha", "gesprek gehad",
		"colloquio fatto", "colloquio sostenuto", "entrevista feita"},
	"": {"applied", "sent", "submitted", "open", "pending", "waiting", "no response", "no reply", "no answer", "ghosted", "confirmed", "in contact", "in progress", "in review", "under review", "quiet", "closed", "filled", "on hold", "assessment", "invited", "interview", "decision",
		"beworben", "versendet", "gesendet", "offen", "laufend", "wartet", "warten", "keine antwort", "keine ruckmeldung", "eingegangen", "eingeladen", "einladung", "in bearbeitung", "vorstellungsgesprach", "gesprach",
		"envoye", "en attente", "en cours", "sans reponse", "pas de reponse", "postule", "entretien", "relance",
		"enviad", "pendiente", "en proceso", "en curso", "sin respuesta", "aplicad", "postulad", "entrevista",
		"verstuurd", "verzonden", "lopend", "wacht", "geen reactie", "gesolliciteerd", "uitgenodigd", "gesprek",
		"inviat", "in attesa", "in corso", "nessuna risposta", "candidat", "colloquio",
		"pendente", "em andamento", "em analise", "aguardando", "sem resposta"},
	"-": {"wishlist", "wish list", "saved", "to apply", "not applied", "bookmarked", "draft", "planned", "interested", "geplant", "merkliste", "gemerkt", "entwurf", "noch nicht", "a postuler", "a envoyer", "brouillon", "pendiente de enviar",
		"por enviar", "borrador", "guardad", "nog niet", "nog te", "concept", "da inviare", "bozza", "salvat", "por candidatar", "rascunho", "salv", "a enviar"},
}

// meaning returns the verb of a status; ok is false for a word that says nothing to heardback.
func meaning(status string) (verb string, ok bool) {
	s := fold(status)
	if s == "" {
		return "", true
	}
	best := 0
	for v, words := range verbs {
		for _, w := range words {
			if len(w) > best && strings.HasPrefix(s, w) {
				best, verb, ok = len(w), v, true
			}
		}
	}
	return verb, ok
}

// columnOf says which column a header names.
func columnOf(header string) (Column, bool) {
	h := fold(header)
	for c, names := range headers {
		for _, n := range names {
			if h == n {
				return c, true
			}
		}
	}
	return "", false
}

// fold makes a header or a status comparable: no accents, no case, single spaces, no punctuation around words.
func fold(s string) string {
	bare := transform.Chain(norm.NFKD, runes.Remove(runes.In(unicode.Mn)), norm.NFC) // has a state, so that it cannot be shared
	if t, _, err := transform.String(bare, s); err == nil {
		s = t
	}
	s = strings.ToLower(strings.NewReplacer("ß", "ss", "ø", "o", "’", "'", "_", " ", "-", " ", "/", " ", ":", " ", ".", " ", "#", " ", "*", " ", "(", " ", ")", " ").Replace(s))
	return strings.Join(strings.Fields(s), " ")
}
