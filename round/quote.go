package round

import "strings"

// maxQuote is how much of a sentence the book keeps as evidence, octets.
const maxQuote = 240

func clip(s string) string {
	if len(s) <= maxQuote {
		return s
	}
	return strings.ToValidUTF8(s[:maxQuote], "")
}

// sentence returns the whole sentence of a text in which a quote stands, on one line: what decided may have been half a line of it. A
// sentence that is too long to be kept begins with the quote; a quote from elsewhere, such as the subject, stays.
func sentence(text, quote string) string {
	quote = strings.Join(strings.Fields(quote), " ")
	if quote == "" {
		return ""
	}
	for paragraph := range strings.SplitSeq(text, "\n\n") {
		p := strings.Join(strings.Fields(paragraph), " ")
		from := strings.Index(p, quote)
		if from < 0 {
			continue
		}
		start, end := 0, len(p)
		for _, stop := range []string{". ", "! ", "? "} {
			if i := strings.LastIndex(p[:from], stop); i >= 0 {
				start = max(start, i+len(stop))
			}
			if i := strings.Index(p[from+len(quote)-1:]+" ", stop); i >= 0 {
				end = min(end, from+len(quote)+i)
			}
		}
		if end-start <= maxQuote {
			return p[start:end]
		}
		return clip(p[from:end])
	}
	return clip(quote)
}
