package drafts

import (
	"regexp"
	"strings"
)

// doubleStop is what an abbreviation leaves at the end of a sentence: "at Acme Inc..".
var doubleStop = regexp.MustCompile(`([^.])\.\.([^.]|$)`)

// tidy lays out what a template gave: paragraphs are separated by one empty line and stand on one line each (MAIL.md
// section 1), items of a list keep their own. Templates may therefore break lines as they like.
func tidy(s string) string {
	var out []string
	var para []string
	flush := func() {
		if len(para) > 0 {
			out = append(out, strings.Join(para, "\n"))
			para = nil
		}
	}
	for line := range strings.Lines(strings.ReplaceAll(s, "\r\n", "\n")) {
		line = strings.Join(strings.Fields(line), " ")
		switch {
		case line == "":
			flush()
		case len(para) == 0 || strings.HasPrefix(line, "- ") || strings.HasPrefix(para[len(para)-1], "- "):
			para = append(para, line)
		default:
			para[len(para)-1] += " " + line
		}
	}
	flush()
	return doubleStop.ReplaceAllString(strings.Join(out, "\n\n"), "$1.$2")
}

// oneLine makes a subject of what a template broke over lines.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
