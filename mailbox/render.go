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
	for _, w := range strings.Fields(s) {
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
		i := strings.Index(src[at:], "<")
		if i < 0 {
			break
		}
		at += i + 1
		if at+1 >= len(src) || src[at]|0x20 != 'a' || (src[at+1] != ' ' && src[at+1] != '\n' && src[at+1] != '\t' && src[at+1] != '\r') {
			continue
		}
		end := strings.Index(src[at:], "</a")
		if end < 0 {
			end = strings.Index(src[at:], "</A")
		}
		if end < 0 || end > 20000 {
			end = min(4000, len(src)-at)
		}
		_, found := htmlText(src[at-1 : at+end])
		for _, l := range found {
			links = addLink(links, l.Text, l.URL)
		}
		at += end
	}
	return links
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
