package drafts

import (
	"bytes"
	"fmt"
	netmail "net/mail"
	"strings"

	"github.com/wneessen/go-mail"
)

// build writes the message: one text/plain part, quoted-printable, CRLF, and only the headers that MAIL.md section 1 allows.
//
// go-mail composes here and nowhere else in the package. Its message never leaves this function: handed to an interface, as to
// text/template, it would link its sendmail writer. go-mail takes a message without From or To and writes header names as they
// are, so headers has checked every value, and only the constants below name a field.
func build(h header, body string) ([]byte, error) {
	m := mail.NewMsg(mail.WithNoDefaultUserAgent(), mail.WithEncoding(mail.EncodingQP), mail.WithCharset(mail.CharsetUTF8))
	m.SetDateWithValue(h.date)
	m.SetMessageIDWithValue(h.messageID)
	m.FromMailAddress(&netmail.Address{Name: h.from.Name, Address: h.from.Address})
	m.ToMailAddress(&netmail.Address{Name: h.to.Name, Address: h.to.Address})
	m.Subject(h.subject)
	if h.inReplyTo != "" {
		m.SetGenHeader(mail.HeaderInReplyTo, "<"+h.inReplyTo+">")
	}
	if len(h.references) > 0 {
		m.SetGenHeader(mail.HeaderReferences, "<"+strings.Join(h.references, "> <")+">")
	}
	m.SetBodyString(mail.TypeTextPlain, body)
	var b bytes.Buffer
	if _, err := m.WriteTo(&b); err != nil {
		return nil, fmt.Errorf("writing the message: %w", err)
	}
	return b.Bytes(), nil
}
