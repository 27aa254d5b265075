package digest

import (
	"bytes"
	"crypto/sha256"
	_ "embed" // the HTML of a letter is a file
	"encoding/hex"
	"fmt"
	"html/template"
	netmail "net/mail"
	"strings"

	"github.com/wneessen/go-mail"

	"heardback/mailbox"
)

//go:embed letter.html
var letterHTML string

var page = template.Must(template.New("letter.html").Parse(letterHTML))

func weekKey(year, week int) string { return fmt.Sprintf("%04d-W%02d", year, week) }

// compose makes the message: text and HTML of the same content (MAIL.md section 7). go-mail composes here and nowhere else
// in this package.
func compose(in Input, key, subject string, c content) (mailbox.Letter, error) {
	html, err := render(in, subject, c)
	if err != nil {
		return mailbox.Letter{}, err
	}
	_, domain, _ := strings.Cut(in.To.Address, "@")
	sum := sha256.Sum256([]byte("letter\x00" + key + "\x00" + in.To.Address))
	id := hex.EncodeToString(sum[:16]) + "@" + domain

	m := mail.NewMsg(mail.WithNoDefaultUserAgent(), mail.WithEncoding(mail.EncodingQP), mail.WithCharset(mail.CharsetUTF8))
	m.SetDateWithValue(in.Now)
	m.SetMessageIDWithValue(id)
	m.FromMailAddress(&netmail.Address{Name: "heardback", Address: in.To.Address})
	m.ToMailAddress(&netmail.Address{Name: in.To.Name, Address: in.To.Address})
	m.Subject(subject)
	m.SetGenHeader("Auto-Submitted", "auto-generated")
	m.SetGenHeader("List-Id", "<"+ListID+">")
	m.SetBodyString(mail.TypeTextPlain, plain(c))
	m.AddAlternativeString(mail.TypeTextHTML, html)
	var raw bytes.Buffer
	if _, err := m.WriteTo(&raw); err != nil {
		return mailbox.Letter{}, fmt.Errorf("writing a letter: %w", err)
	}
	return mailbox.Letter{Folder: mailbox.Inbox, MessageID: id, Key: key, Date: in.Now, To: []mailbox.Address{in.To}, Subject: subject, Raw: raw.Bytes()}, nil
}

// render is the HTML part.
func render(in Input, subject string, c content) (string, error) {
	var b strings.Builder
	if err := page.Execute(&b, map[string]any{"Lang": in.Language, "Title": subject, "Content": c}); err != nil {
		return "", fmt.Errorf("writing the HTML of a letter: %w", err)
	}
	return b.String(), nil
}

// plain is the complete text part.
func plain(c content) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", c.Greeting)
	for _, s := range c.Sections {
		fmt.Fprintf(&b, "\n%s\n%s\n", strings.ToUpper(s.Title), strings.Repeat("-", len([]rune(s.Title))))
		for _, i := range s.Items {
			fmt.Fprintf(&b, "* %s\n", i.Text)
			for _, d := range i.Detail {
				fmt.Fprintf(&b, "    %s\n", d)
			}
			if i.Command != "" {
				fmt.Fprintf(&b, "    > %s\n", i.Command)
			}
			if i.Letter != "" {
				fmt.Fprintf(&b, "\n    | %s\n\n", strings.ReplaceAll(strings.TrimSpace(i.Letter), "\n", "\n    | "))
			}
		}
	}
	fmt.Fprintf(&b, "\n%s\n", c.Foot)
	return b.String()
}
