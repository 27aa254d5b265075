package mailbox

import "strings"

// mailingList returns the List-Id (RFC 2919) without its angle brackets, or "list" where only other fields say so.
func mailingList(fields []field) string {
	if id := cleanLine(get(fields, "list-id")); id != "" {
		if i := strings.LastIndexByte(id, '<'); i >= 0 {
			if inner := strings.Trim(id[i:], "<> "); inner != "" {
				return inner
			}
		}
		return strings.Trim(id, "<> ")
	}
	for i := range fields {
		switch fields[i].name {
		case "list-unsubscribe", "list-post", "mailing-list", "x-mailing-list":
			return "list"
		case "precedence":
			if v := strings.ToLower(fields[i].value); v == "list" || v == "bulk" {
				return "list"
			}
		}
	}
	return ""
}

// automation reads the fields that tell of automatic origin: Auto-Submitted (RFC 3834) and the older X- ones. An
// out-of-office subject decides only together with a field that hints at a machine or with a reply's own fields.
func automation(fields []field, m *Message) Automation {
	found := ByHand
	suppress := false
	for i := range fields {
		value := strings.ToLower(strings.TrimSpace(fields[i].value))
		switch fields[i].name {
		case "auto-submitted":
			word, _, _ := strings.Cut(value, ";")
			switch strings.TrimSpace(word) {
			case "auto-replied":
				return AutoReply
			case "no", "":
			default:
				found = AutoGenerate
			}
		case "x-autoreply", "x-autorespond", "x-autoresponder", "x-auto-reply", "x-autoreply-from", "x-mail-autoreply":
			if value != "no" && value != "false" {
				return AutoReply
			}
		case "precedence", "x-precedence":
			if value == "auto_reply" || value == "auto-reply" {
				return AutoReply
			}
		case "x-auto-response-suppress":
			suppress = true
		case "x-failed-recipients":
			return DSN
		case "content-type":
			if t := value; strings.HasPrefix(t, "multipart/report") && strings.Contains(t, "delivery-status") {
				return DSN
			}
		}
	}
	if awaySubject(m.Subject) && (suppress || found != ByHand || (len(m.InReplyTo) > 0 && strings.Contains(get(fields, "return-path"), "<>"))) {
		return AutoReply
	}
	if awaySubjectSure(m.Subject) {
		return AutoReply
	}
	return found
}

// awayWords open the subjects of out-of-office replies. Those of sureAway are written by programs only.
var (
	sureAway = []string{"automatic reply:", "automatische antwort:", "réponse automatique", "respuesta automática", "automatisch antwoord:", "risposta automatica",
		"resposta automática", "autoreply:", "auto-reply:", "auto reply:", "automatic response:", "abwesenheitsnotiz", "out of office autoreply", "out of office:", "out-of-office:"}
	awayWords = []string{"out of office", "out of the office", "away from", "on leave", "on vacation", "on holiday", "annual leave", "abwesend", "abwesenheit", "im urlaub", "nicht im büro",
		"absence du bureau", "absent du bureau", "en congé", "absence", "fuera de la oficina", "ausente de la oficina", "ausencia", "de vacaciones", "afwezig", "niet aanwezig",
		"fuori ufficio", "fuori sede", "assente", "in ferie", "fora do escritório", "ausente", "ausência", "de férias", "auto:", "automatic"}
)

func awaySubjectSure(subject string) bool {
	return hasPrefixOf(strings.ToLower(subject), sureAway)
}

func awaySubject(subject string) bool {
	s := strings.ToLower(subject)
	for _, w := range awayWords {
		if strings.Contains(s, w) {
			return true
		}
	}
	return awaySubjectSure(subject)
}
