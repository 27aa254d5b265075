package digest

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	netmail "net/mail"
	"strings"

	"github.com/wneessen/go-mail"

	"heardback/mailbox"
)

// compose makes the message (MAIL.md section 7): text and HTML of the same content, the picture related to the HTML, the calendar
// file beside them. go-mail composes here and nowhere else in this package. The Message-ID depends on the key and the user
// alone, so that a letter that may have been placed can be looked for.
func compose(in Input, key string, c content, html string) (mailbox.Letter, error) {
	_, domain, _ := strings.Cut(in.To.Address, "@")
	id := digestOf("letter", key, in.To.Address) + "@" + domain

	m := mail.NewMsg(mail.WithNoDefaultUserAgent(), mail.WithEncoding(mail.EncodingQP), mail.WithCharset(mail.CharsetUTF8))
	m.SetDateWithValue(in.Now)
	m.SetMessageIDWithValue(id)
	m.FromMailAddress(&netmail.Address{Name: "heardback", Address: in.To.Address})
	m.ToMailAddress(&netmail.Address{Name: clean(in.To.Name, nameLength), Address: in.To.Address})
	m.Subject(c.Title)
	m.SetGenHeader("Auto-Submitted", "auto-generated")
	m.SetGenHeader("List-Id", "<"+ListID+">")
	m.SetBodyString(mail.TypeTextPlain, c.plain())
	m.AddAlternativeString(mail.TypeTextHTML, html)
	for _, s := range c.Sections {
		if s.Picture == nil {
			continue
		}
		if err := m.EmbedReader("search.png", bytes.NewReader(s.Picture.PNG), mail.WithFileContentID("<"+pictureID+">"), mail.WithFileContentType("image/png")); err != nil {
			return mailbox.Letter{}, fmt.Errorf("embedding the picture: %w", err)
		}
	}
	if len(c.events) > 0 {
		ics := calendar(c.events, c.titles, c.notes, in.Now)
		// Not text/calendar: Thunderbird puts such a part above the letter, as an invitation with a link.
		if err := m.AttachReader("interviews.ics", bytes.NewReader(ics), mail.WithFileContentType("application/ics")); err != nil {
			return mailbox.Letter{}, fmt.Errorf("attaching the interviews: %w", err)
		}
	}
	var raw bytes.Buffer
	if _, err := m.WriteTo(&raw); err != nil {
		return mailbox.Letter{}, fmt.Errorf("writing a letter: %w", err)
	}
	return mailbox.Letter{Folder: mailbox.Inbox, MessageID: id, Key: key, Date: in.Now, To: []mailbox.Address{in.To}, Subject: c.Title, Raw: raw.Bytes()}, nil
}

// digestOf names something for ever.
func digestOf(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:16])
}
