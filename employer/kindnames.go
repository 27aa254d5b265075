package employer

import (
	"strings"
)

// What a command or a folder may call a message besides the names of the kinds themselves, in English, German, French, Spanish, Dutch,
// Italian and Portuguese. A name means one kind in all languages. Case, accents and the marks between words do not count.
var kindNames = map[Kind][7]string{
	anInterview: {"interview, interviews", "gespräch, gespräche, vorstellungsgespräch, vorstellungsgespräche", "entretien, entretiens", "entrevista, entrevistas",
		"gesprek, gesprekken, sollicitatiegesprek, sollicitatiegesprekken", "colloquio, colloqui", "entrevista de emprego"},
	KindInvite: {"invite, invitation, invitations", "einladung, einladungen", "convocation, convocations", "invitación, invitaciones", "uitnodiging, uitnodigingen",
		"invito, inviti", "convite, convites"},
	KindScheduled: {"scheduled", "vereinbart", "planifié", "programada", "ingepland", "fissato", "agendada"},
	KindRescheduled: {"rescheduled, moved", "verschoben, verlegt", "reporté, déplacé", "aplazada, reprogramada", "verplaatst, verzet", "spostato, rinviato",
		"remarcada, adiada"},
	KindCancelled: {"cancelled, canceled", "termin abgesagt", "annulé", "cancelada", "geannuleerd", "annullato", "cancelado"},
	KindMissed:    {"missed", "verpasst", "manqué", "perdida", "gemist", "mancato", "faltou"},
	KindConfirmation: {"confirmation, confirmations, confirmed, applied, application, applications", "bestätigung, eingangsbestätigung, bestätigt, bewerbung, bewerbungen, beworben",
		"confirmé, candidature, candidatures, accusé de réception", "confirmación, confirmado, solicitud, solicitudes", "bevestiging, bevestigd, sollicitatie, sollicitaties",
		"conferma, confermato, candidature inviate", "confirmação, candidatura, candidaturas"},
	KindRejection: {"rejected, rejection, rejections", "absage, absagen, abgelehnt", "refus, refusé, refusée", "rechazo, rechazos, rechazado, rechazada", "afwijzing, afwijzingen, afgewezen",
		"rifiuto, rifiuti, rifiutato, rifiutata", "rejeição, rejeições, rejeitado, rejeitada, recusa, recusas"},
	KindOffer: {"offer, offers", "angebot, angebote, zusage, zusagen", "offre, offres", "oferta, ofertas", "aanbod, aanbieding, aanbiedingen", "offerta, proposte", "proposta, propostas"},
	KindAssessment: {"assessment, assessments, test, tests, task", "einstellungstest, aufgabe, aufgaben", "épreuve, épreuves, évaluation", "prueba, pruebas, evaluación", "opdracht, opdrachten",
		"prova, prove, valutazione", "teste, testes, avaliação, desafio"},
	KindHold: {"on hold, hold", "pausiert, ausgesetzt, zurückgestellt", "en attente, suspendu", "en espera, en pausa, suspendido", "aangehouden, in de wacht", "in sospeso, sospeso, sospesa",
		"em espera, em pausa, suspenso"},
	KindFilled: {"filled, position filled", "besetzt, stelle besetzt, vergeben", "pourvu, poste pourvu", "cubierto, cubierta, puesto cubierto", "vervuld, ingevuld", "coperta, posizione coperta",
		"preenchida, vaga preenchida"},
	KindInfoRequest: {"info, info request, documents", "unterlagen, rückfrage, rückfragen", "pièces, pièces demandées", "documentos, documentación", "documenten, gegevens", "documenti",
		"documentação"},
	notAJob: {"not a job, other, none, no, ignore", "kein job, keine stelle, keine bewerbung, sonstiges", "pas un emploi, pas une candidature, autre, autres", "no es un empleo, no es trabajo, otros",
		"geen baan, geen vacature, geen sollicitatie, overig", "non è un lavoro, non lavoro, altro", "não é um emprego, não é vaga, outro, outras"},
}

// Names that are no kind of the book: an interview is an invitation or a fixed time, as its mail says, and mail that is not about an
// application is none of the book's business.
const (
	anInterview Kind = "interview"
	notAJob     Kind = "not-a-job"
)

// kindByName finds the kinds by their folded names.
var kindByName = func() map[string]Kind {
	m := map[string]Kind{}
	for k, languages := range kindNames {
		for _, names := range languages {
			for name := range strings.SplitSeq(names, ",") {
				m[KindWord(name)] = k
			}
		}
	}
	return m
}()

// KindWord is the form in which two names for a kind are the same.
func KindWord(name string) string { return strings.Join(foldWords(name), "-") }

// KnownKind reports whether a command or a folder can call a message so: a kind of the book, a name of the classifier, one of the names of
// seven languages, or a word for mail that is not about an application.
func KnownKind(name string) bool {
	_, ok := kindCalled(name)
	return ok
}

func kindCalled(name string) (Kind, bool) {
	w := KindWord(name)
	if row, ok := rows[Kind(w)]; ok && (row.Source == "mail" || row.Source == "sent") {
		return Kind(w), true
	}
	k, ok := kindByName[w]
	return k, ok
}

// kindNamed reads a kind from a command or the name of a folder. False means that the mail is not about an application.
func kindNamed(name string, e *Event) (Kind, bool) {
	switch k, ok := kindCalled(name); {
	case !ok, k == notAJob:
		return "", false
	case k == anInterview && e.Interview != nil && !e.Interview.Start.IsZero():
		return KindScheduled, true
	case k == anInterview:
		return KindInvite, true
	default:
		return k, true
	}
}
