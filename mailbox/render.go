package mailbox

import (
	"html"
	"strings"
)

// render gives the text of a block: the plain form unless it is a stub beside an HTML form that says more.
func render(b block) (text string, links []Link) {
	plain := b.plain
	if strings.Contains(plain, "&nbsp;") || strings.Contains(plain, "&amp;") || strings.Contains(plain, "&#") {
		plain = html.UnescapeString(plain)
	}
	switch {
	case b.html == "":
		return plain, textLinks(plain)
	case strings.TrimSpace(plain) == "":
		return htmlText(b.html)
	case maybeStub(plain, b.html):
		text, links = htmlText(b.html)
		if isStub(plain, text) {
			return text, links
		}
		return plain, links
	}
	// The words of a button stand in the HTML alone.
	return plain, append(anchors(b.html), textLinks(plain)...)
}

// maybeStub says whether the plain form is so short, or so short beside the HTML, that the HTML must be read too.
func maybeStub(plain, htm string) bool {
	return len(plain) < 600 || len(htm) > 40*len(plain) || strings.Contains(plain, "<td") || strings.Contains(plain, "{margin")
}

// stubPhrases are what senders write in place of a plain form, in lower case.
var stubPhrases = []string{
	"not support html", "doesn't support html", "html-enabled", "html enabled", "html-compatible", "html compatible", "html capable", "view this email in", "view this message in",
	"view it in your browser", "view in browser", "to view this email", "unable to display html", "unable to view html", "cannot display html",
	"html-format", "html format", "kein html", "html nicht", "im browser an", "version html", "ne supporte pas", "no soporta html",
	"no admite html", "geen html", "non supporta", "não suporta html", "in your web browser", "html version",
}

// isStub says whether the plain form says much less than the HTML form.
func isStub(plain, fromHTML string) bool {
	p, h := letters(plain), letters(fromHTML)
	if h <= p {
		return false
	}
	if p*3 < h {
		return true
	}
	lower := strings.ToLower(plain)
	for _, s := range stubPhrases {
		if p < 400 && strings.Contains(lower, s) {
			return true
		}
	}
	return strings.Contains(plain, "<td") || strings.Contains(plain, "{margin")
}

// letters counts what is not white space, without web addresses.
func letters(s string) int {
	n := 0
	for w := range strings.FieldsSeq(s) {
		if !strings.Contains(w, "://") {
			n += len(w)
		}
	}
	return n
}

// anchors reads the hyperlinks of HTML without rendering the rest of it.
func anchors(src string) []Link {
	var links []Link
	for at := 0; len(links) < maxLinks; {
		i := strings.IndexByte(src[at:], '<')
		if i < 0 {
			break
		}
		at += i + 1
		if at+1 >= len(src) || src[at]|0x20 != 'a' || !strings.ContainsRune(" \n\t\r", rune(src[at+1])) {
			continue
		}
		tag := src[at:min(len(src), at+8<<10)]
		end := tagEnd(tag)
		if end < 0 {
			continue
		}
		href := attribute(tag[:end], "href")
		at += end + 1
		if href == "" {
			continue
		}
		links = addLink(links, anchorText(src[at:min(len(src), at+4<<10)]), html.UnescapeString(href))
	}
	return links
}

// tagEnd returns where the ">" of a start tag is, outside of quotes.
func tagEnd(tag string) int {
	var quote byte
	for i := 0; i < len(tag); i++ {
		switch c := tag[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			return i
		}
	}
	return -1
}

// attribute returns the value of an attribute of a start tag, still with its entities.
func attribute(tag, name string) string {
	for at := 0; at+len(name) < len(tag); at++ {
		if tag[at]|0x20 != name[0] || tag[at-min(at, 1)] > ' ' || !strings.EqualFold(tag[at:at+len(name)], name) {
			continue
		}
		rest := strings.TrimLeft(tag[at+len(name):], " \t\r\n")
		if rest == "" || rest[0] != '=' {
			continue
		}
		rest = strings.TrimLeft(rest[1:], " \t\r\n")
		if rest == "" {
			return ""
		}
		if q := rest[0]; q == '"' || q == '\'' {
			value, _, _ := strings.Cut(rest[1:], string(q))
			return value
		}
		if i := strings.IndexAny(rest, " \t\r\n"); i >= 0 {
			rest = rest[:i]
		}
		return rest
	}
	return ""
}

// anchorText returns the words up to the end of a hyperlink, without the tags between them.
func anchorText(src string) string {
	var b strings.Builder
	for src != "" && b.Len() < 500 {
		i := strings.IndexByte(src, '<')
		if i < 0 {
			break
		}
		b.WriteString(src[:i])
		src = src[i:]
		if len(src) > 2 && src[1] == '/' && src[2]|0x20 == 'a' && (len(src) == 3 || src[3] == '>' || src[3] <= ' ') {
			break
		}
		end := strings.IndexByte(src, '>')
		if end < 0 {
			break
		}
		b.WriteByte(' ')
		src = src[end+1:]
	}
	return html.UnescapeString(b.String())
}

// textLinks finds the web addresses that stand in plain text.
func textLinks(text string) []Link {
	var links []Link
	for at := 0; len(links) < maxLinks; {
		i := strings.Index(text[at:], "://")
		if i < 0 {
			break
		}
		i += at
		start := i
		for start > 0 && text[start-1]|0x20 >= 'a' && text[start-1]|0x20 <= 'z' {
			start--
		}
		end := i + 3
		for end < len(text) && text[end] > ' ' && !strings.ContainsRune("<>\"|\\^`{}", rune(text[end])) {
			end++
		}
		at = end
		links = addLink(links, "", strings.TrimRight(text[start:end], ".,;:!?)]'*_"))
	}
	return links
}
