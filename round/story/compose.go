package story

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"html"
	"mime"
	"mime/quotedprintable"
	"net/mail"
	"regexp"
	"strings"
)

// compose turns what was written into the bytes that a mail system would deliver: encoded words in the header; text alone, or
// text and HTML as alternatives (RFC 2046 section 5.1.4), encoded as the entry says; a calendar part as one of the alternatives
// and, as Google sends it, once more as a file (RFC 6047); attachments. The form "raw" is kept word by word.
func (w *written) compose() ([]byte, error) {
	if w.form == "raw" {
		return append(w.header(), crlf(strings.Join(w.text, "\n"))...), nil
	}
	var alternatives []string
	text := strings.TrimRight(strings.Join(w.text, "\n"), "\n") + "\n"
	if w.form != "htmlonly" {
		alternatives = append(alternatives, w.part("text/plain; charset=utf-8", text))
	}
	if w.form != "plain" {
		page := strings.Join(w.html, "\n")
		if page == "" {
			page = htmlPage(text)
		}
		alternatives = append(alternatives, w.part("text/html; charset=utf-8", page))
	}
	ics, method := "", ""
	if w.calendar != nil {
		var err error
		if ics, err = w.calendar.ics(); err != nil {
			return nil, err
		}
		method = w.calendar.method
	} else if len(w.ics) > 0 {
		ics = strings.Join(w.ics, "\r\n") + "\r\n"
		if m := regexp.MustCompile(`(?m)^METHOD:(\w+)`).FindStringSubmatch(ics); m != nil {
			method = m[1]
		}
	}
	if ics != "" {
		alternatives = append(alternatives, w.part("text/calendar; charset=utf-8; method="+method, ics))
	}
	body := w.multipart("alternative", alternatives)
	rest := []string{body}
	if ics != "" && w.calendar != nil && w.calendar.style == "google" {
		rest = append(rest, "Content-Type: application/ics; name=\"invite.ics\"\r\nContent-Disposition: attachment; filename=\"invite.ics\"\r\n"+
			"Content-Transfer-Encoding: base64\r\n\r\n"+wrap64(ics))
	}
	for _, a := range w.attachment {
		rest = append(rest, fmt.Sprintf("Content-Type: %s; name=%q\r\nContent-Disposition: attachment; filename=%q\r\n"+
			"Content-Transfer-Encoding: base64\r\n\r\n%s", a.mediaType, a.name, a.name, wrap64("a file named "+a.name+"\n")))
	}
	return append(w.header(), w.multipart("mixed", rest)...), nil
}

// header writes the fields, with encoded words (RFC 2047) where they need it.
func (w *written) header() []byte {
	var b bytes.Buffer
	for _, f := range w.fields {
		v := f.value
		switch strings.ToLower(f.name) {
		case "from", "to", "cc", "reply-to", "sender":
			if list, err := mail.ParseAddressList(v); err == nil {
				var all []string
				for _, a := range list {
					all = append(all, a.String())
				}
				v = strings.Join(all, ", ")
			}
		default:
			v = mime.QEncoding.Encode("utf-8", v)
		}
		fmt.Fprintf(&b, "%s: %s\r\n", f.name, strings.ReplaceAll(v, "?= =?", "?=\r\n =?"))
	}
	if w.form == "raw" {
		b.WriteString("\r\n")
	}
	return b.Bytes()
}

// part is a body part with its header. Its first line continues the header of the mail when it is the only one.
func (w *written) part(mediaType, text string) string {
	if w.encoding == "base64" {
		return "Content-Type: " + mediaType + "\r\nContent-Transfer-Encoding: base64\r\n\r\n" + wrap64(string(crlf(text)))
	}
	var b bytes.Buffer
	q := quotedprintable.NewWriter(&b)
	// A bytes.Buffer takes every write.
	_, _ = q.Write(crlf(text))
	_ = q.Close()
	return "Content-Type: " + mediaType + "\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" + b.String()
}

// multipart joins parts; one alone stays as it is.
func (w *written) multipart(subtype string, parts []string) string {
	if len(parts) == 1 {
		return parts[0]
	}
	sum := sha256.Sum256([]byte(subtype + w.id()))
	boundary := "=_" + hex.EncodeToString(sum[:12])
	var b strings.Builder
	fmt.Fprintf(&b, "Content-Type: multipart/%s; boundary=%q\r\n\r\n", subtype, boundary)
	for _, p := range parts {
		fmt.Fprintf(&b, "--%s\r\n%s\r\n", boundary, strings.TrimRight(p, "\r\n"))
	}
	fmt.Fprintf(&b, "--%s--\r\n", boundary)
	return b.String()
}

func crlf(s string) []byte {
	return []byte(strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\n", "\r\n"))
}

func wrap64(s string) string {
	enc := base64.StdEncoding.EncodeToString([]byte(s))
	var b strings.Builder
	for len(enc) > 76 {
		b.WriteString(enc[:76] + "\r\n")
		enc = enc[76:]
	}
	b.WriteString(enc + "\r\n")
	return b.String()
}

var address = regexp.MustCompile(`https?://[^\s<>()]+[^\s<>().,;:!?]`)

// htmlPage sets text as hiring systems do: a page that is a table, one paragraph per block, a bullet list per block of
// lines with a dash, links as links.
func htmlPage(text string) string {
	var b strings.Builder
	b.WriteString("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\">\n" +
		"<style>p{margin:0 0 14px} .f{font-size:11px;color:#888}</style></head>\n<body style=\"margin:0;background:#f4f5f7\">\n" +
		"<table role=\"presentation\" width=\"600\" align=\"center\" cellpadding=\"24\"><tr><td style=\"font-family:Helvetica,Arial,sans-serif;font-size:15px\">\n")
	for _, block := range strings.Split(text, "\n\n") {
		block = strings.TrimSpace(block)
		if block == "" {
			continue
		}
		lines := strings.Split(html.EscapeString(block), "\n")
		for i, l := range lines {
			lines[i] = address.ReplaceAllStringFunc(l, func(u string) string { return `<a href="` + u + `">` + u + `</a>` })
		}
		if strings.HasPrefix(lines[0], "- ") {
			b.WriteString("<ul>\n")
			for _, l := range lines {
				b.WriteString("<li>" + strings.TrimPrefix(l, "- ") + "</li>\n")
			}
			b.WriteString("</ul>\n")
			continue
		}
		b.WriteString("<p>" + strings.Join(lines, "<br>\n") + "</p>\n")
	}
	b.WriteString("</td></tr></table>\n</body></html>\n")
	return b.String()
}
