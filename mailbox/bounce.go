package mailbox

import (
	"regexp"
	"strings"
)

// deliveryStatus reads the groups of fields of a message/delivery-status part (RFC 3464 section 2.1): the first is of
// the message, each other one of a recipient.
func (w *walker) deliveryStatus(text string) {
	const maxGroups = 20
	rest := []byte(text)
	for len(rest) > 0 && len(w.status) < maxGroups {
		var scratch parser
		fields, next := readFields(rest, &scratch)
		if len(fields) > 0 {
			w.status = append(w.status, fields)
		}
		if len(next) >= len(rest) {
			return
		}
		rest = next
	}
}

// bounceOf builds the Bounce of a delivery status notification: from its status part where it has one, else from what
// mail servers write into the text of their own bounces. nil where the mail is none.
func bounceOf(m *Message, w *walker, text string) *Bounce {
	var b *Bounce
	for _, group := range w.status {
		recipient := get(group, "final-recipient")
		if original := get(group, "original-recipient"); original != "" {
			recipient = original
		}
		action := strings.ToLower(cleanLine(get(group, "action")))
		if recipient == "" && action == "" {
			continue
		}
		found := Bounce{Recipient: typedAddress(recipient), Action: firstWord(action), Status: statusCode(get(group, "status"))}
		if found.Recipient == "" {
			found.Recipient = typedAddress(get(group, "final-recipient"))
		}
		// Of several recipients the one that failed counts.
		if b == nil || b.Action != "failed" && found.Action == "failed" {
			b = &found
		}
	}
	if b == nil {
		b = plainBounce(m, w, text)
	}
	if b == nil {
		return nil
	}
	// What the status part leaves out may stand in the header, or in the mail that came back.
	if b.Recipient == "" {
		b.Recipient = normalAddress(get(w.header, "x-failed-recipients"))
	}
	if b.Original = messageID(get(w.original, "message-id")); b.Original == "" {
		b.Original = quotedID(m, text)
	}
	if b.Recipient == "" {
		if to := parseAddresses(get(w.original, "to")); len(to) > 0 {
			b.Recipient = to[0].Address
		}
	}
	return b
}

// Failed reports whether the mail came back: a report may also say that it is late, and still tried, or that it arrived (RFC 3464 section
// 2.3.3). Where it says nothing, the class of the status decides (RFC 3463 section 3.1).
func (b *Bounce) Failed() bool {
	switch b.Action {
	case "delayed", "delivered", "relayed", "expanded":
		return false
	case "":
		return !strings.HasPrefix(b.Status, "2.") && !strings.HasPrefix(b.Status, "4.")
	}
	return true
}

// typedAddress reads "rfc822; user@example.com".
func typedAddress(value string) string {
	if _, addr, ok := strings.Cut(value, ";"); ok {
		value = addr
	}
	if list := parseAddresses(value); len(list) > 0 {
		return list[0].Address
	}
	return ""
}

// firstWord returns the first word of s: "failed" of "failed (unknown user)".
func firstWord(s string) string {
	word, _, _ := strings.Cut(strings.TrimSpace(s), " ")
	return strings.Trim(word, ";,()")
}

var (
	enhanced   = regexp.MustCompile(`\b([245]\.[0-9]{1,3}\.[0-9]{1,3})\b`)
	basicCode  = regexp.MustCompile(`\b([45])[0-9]{2}[ -]`)
	angleAddr  = regexp.MustCompile(`<?([^\s<>"'():;,]+@[^\s<>"'():;,]+\.[^\s<>"'():;,]+[^\s<>"'():;,.])>?`)
	idInText   = regexp.MustCompile(`(?im)^[> ]*message-id:\s*(<[^<>\s]+>)`)
	gaveUp     = regexp.MustCompile(`fail|return|undeliver|not delivered|fehlgeschlagen|zustellbar|échec|non remis|non distribuable|no entregado|error de entrega|onbestelbaar|niet bezorgd|mancato|falha`)
	mailSystem = map[string]bool{"mailer-daemon": true, "postmaster": true, "mail-daemon": true, "mailerdaemon": true, "maildaemon": true, "mdaemon": true, "microsoftexchange": true}
)

// statusCode finds an enhanced status code (RFC 3463) in s.
func statusCode(s string) string {
	if found := enhanced.FindString(s); found != "" {
		return found
	}
	return ""
}

// bounceSubjects open the subjects of bounces, in lower case; each is written by a program, or by the mail servers of
// one language.
var bounceSubjects = []string{
	"undelivered mail", "undeliverable", "mail delivery failed", "mail delivery failure", "mail delivery subsystem", "delivery status notification", "delivery failure", "delivery failed",
	"delivery notification", "returned mail", "failure notice", "mail system error", "message undeliverable", "message not delivered", "mail could not be delivered", "warning: could not send", "delayed:", "delivery delayed",
	"mail delivery system", "non delivery", "nondeliverable", "could not deliver", "rejected:", "unzustellbar", "nicht zustellbar", "zustellung fehlgeschlagen", "fehler bei der zustellung", "non remis", "non distribuable", "échec de la remise", "échec de la distribution",
	"no se puede entregar", "no entregado", "mensaje no entregado", "error de entrega", "onbestelbaar", "niet bezorgd", "non recapitabile", "mancato recapito", "não entregue", "não é possível entregar", "falha na entrega",
}

// plainBounce reads bounces that are no RFC 3464 report: by qmail, Exim, Exchange and Gmail's older forms. It wants a
// mail system as author and a subject or a field of a bounce.
func plainBounce(m *Message, w *walker, text string) *Bounce {
	local, _, _ := strings.Cut(strings.ToLower(m.Author().Address), "@")
	system := mailSystem[local] || strings.HasPrefix(local, "microsoftexchange") || strings.HasPrefix(local, "mailer-daemon")
	empty := strings.TrimSpace(get(w.header, "return-path")) == "<>"
	subject := strings.ToLower(m.Subject)
	named := hasPrefixOf(subject, bounceSubjects)
	failed := get(w.header, "x-failed-recipients") != ""
	if !failed && !w.report && !(system && named) && !(empty && named && len(m.References) == 0 && system) {
		return nil
	}
	b := &Bounce{Action: "failed", Status: statusCode(text)}
	temporary := strings.HasPrefix(b.Status, "4.")
	if b.Status == "" {
		code := basicCode.FindStringSubmatch(text)
		temporary = code != nil && code[1] == "4"
	}
	// Who gives up in the end reports the same code.
	if strings.Contains(subject, "delay") || strings.Contains(subject, "warning") || temporary && !gaveUp.MatchString(subject) {
		b.Action = "delayed"
	}
	for _, found := range angleAddr.FindAllStringSubmatch(text[:min(len(text), 8<<10)], 40) {
		addr := normalAddress(found[1])
		l, _, _ := strings.Cut(strings.ToLower(addr), "@")
		if addr != "" && !mailSystem[l] && !strings.EqualFold(addr, m.Author().Address) && !isTo(m, addr) {
			b.Recipient = addr
			break
		}
	}
	return b
}

// isTo says whether addr is one to whom the bounce itself went.
func isTo(m *Message, addr string) bool {
	for _, a := range m.To {
		if strings.EqualFold(a.Address, addr) {
			return true
		}
	}
	return false
}

// quotedID finds the id of the mail that came back: in the text of the bounce, else in its own thread fields.
func quotedID(m *Message, text string) string {
	if found := idInText.FindStringSubmatch(text); found != nil {
		if id := messageID(found[1]); id != "" {
			return id
		}
	}
	if len(m.InReplyTo) > 0 {
		return m.InReplyTo[0]
	}
	if n := len(m.References); n > 0 {
		return m.References[n-1]
	}
	return ""
}
