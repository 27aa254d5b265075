package mailbox

import "strings"

// AnyList is Message.List where no List-Id names the list.
const AnyList = "list"

// mailingList returns the List-Id (RFC 2919) without its angle brackets, or AnyList where only other fields say so.
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
			return AnyList
		case "precedence":
			if v := strings.ToLower(fields[i].value); v == "list" || v == "bulk" {
				return AnyList
			}
		}
	}
	return ""
}

// automationFields are the fields that automation looks at.
var automationFields = map[string]bool{"auto-submitted": true, "x-autoreply": true, "x-autorespond": true, "x-autoresponder": true, "x-auto-reply": true, "x-autoreply-from": true,
	"x-mail-autoreply": true, "precedence": true, "x-precedence": true, "x-auto-response-suppress": true, "x-failed-recipients": true, "content-type": true}

// automation reads the fields that tell of automatic origin: Auto-Submitted (RFC 3834) and the older X- ones. An
// out-of-office subject decides only together with a field that hints at a machine or with a reply's own fields.
func automation(fields []field, m *Message) Automation {
	found := ByHand
	suppress := false
	if t := strings.ToLower(get(fields, "content-type")); strings.HasPrefix(t, "multipart/report") && strings.Contains(t, "disposition-notification") {
		return MDN
	}
	for i := range fields {
		name := fields[i].name
		if !automationFields[name] {
			continue
		}
		value := strings.ToLower(strings.TrimSpace(fields[i].value))
		switch name {
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
			suppress = suppress || value == "bulk" || value == "junk"
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
	subject := strings.ToLower(m.Subject)
	if hasPrefixOf(subject, sureAway) {
		return AutoReply
	}
	hinted := suppress || found != ByHand || len(m.InReplyTo) > 0 && strings.Contains(get(fields, "return-path"), "<>")
	if hinted && awaySubject(subject) {
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

// awaySubject says whether a subject, in lower case, holds the words of an out-of-office reply.
func awaySubject(subject string) bool {
	for _, w := range awayWords {
		if strings.Contains(subject, w) {
			return true
		}
	}
	return false
}
