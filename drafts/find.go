package drafts

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// What the lint looks for in the words of a letter. Thousands of letters are read by "templates check": what can be looked for
// without a pattern is.

var (
	linkPattern     = regexp.MustCompile(`(?i)\b(?:[a-z]+://|www\.)\S+`)
	bareLinkPattern = regexp.MustCompile(`(?i)\b[a-z0-9-]+\.[a-z0-9.-]+/\S+`)  // looked for in our words: a role may be "Node.js/React"
	sumPattern      = regexp.MustCompile(`(?i)\d{1,3}[.,]\d{3}\b|\b\d+\s?k\b`) // looked for in our words: the user may have led 1,200 people
)

// findPhrase returns the first of the phrases that stands in text as whole words, "" for none. Typographic apostrophes count
// as plain ones.
func findPhrase(text string, phrases []string, fold bool) string {
	norm := func(s string) string {
		if fold {
			s = strings.ToLower(s)
		}
		return strings.ReplaceAll(s, "’", "'")
	}
	text = norm(strings.Join(strings.Fields(text), " "))
	for _, phrase := range phrases {
		stem, open := strings.CutSuffix(norm(phrase), "*")
		for at := 0; ; {
			i := strings.Index(text[at:], stem)
			if i < 0 {
				break
			}
			from, to := at+i, at+i+len(stem)
			before, _ := utf8.DecodeLastRuneInString(text[:from])
			after, _ := utf8.DecodeRuneInString(text[to:])
			if !wordRune(before) && (open || !wordRune(after)) {
				return phrase
			}
			at = to
		}
	}
	return ""
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// hole finds what an empty slot leaves behind: a stop on its own, empty brackets, two stops in a row, a word of the program.
func hole(text string) string {
	words := strings.Fields(text)
	if i := slices.IndexFunc(words, func(w string) bool { return w == "," || w == "." }); i >= 0 {
		return words[i]
	}
	for _, h := range []string{"..", "  ", "?.", "%!", "<nil>", "<no value>"} {
		if strings.Contains(text, h) {
			return h
		}
	}
	tight := strings.Join(words, "")
	for _, h := range []string{"()", `""`, ",,", ",.", ",;", ";,", ";.", ";;"} {
		if strings.Contains(tight, h) {
			return h
		}
	}
	return findPhrase(text, []string{"null"}, false)
}

func currency(text string) string {
	if i := strings.IndexAny(text, "€$£¥₹"); i >= 0 {
		_, n := utf8.DecodeRuneInString(text[i:])
		return text[i : i+n]
	}
	return findPhrase(text, []string{"eur", "usd", "gbp", "chf", "brl"}, true)
}

// links finds links in a letter, and what only looks like one in our words.
func links(whole, ours string) []string {
	if !strings.Contains(whole, "/") && !strings.Contains(strings.ToLower(whole), "www.") {
		return nil
	}
	return append(linkPattern.FindAllString(whole, -1), bareLinkPattern.FindAllString(linkPattern.ReplaceAllString(ours, ""), -1)...)
}

// mask takes the given strings out of s where they stand as whole words, the longest first.
func mask(s string, out []string) string {
	out = slices.Clone(out)
	slices.SortFunc(out, func(a, b string) int { return len(b) - len(a) })
	for _, o := range out {
		if o == "" {
			continue
		}
		var b strings.Builder
		for {
			i := strings.Index(s, o)
			if i < 0 {
				break
			}
			before, _ := utf8.DecodeLastRuneInString(s[:i])
			after, _ := utf8.DecodeRuneInString(s[i+len(o):])
			b.WriteString(s[:i])
			if wordRune(before) || wordRune(after) {
				b.WriteString(o)
			} else {
				b.WriteString("…")
			}
			s = s[i+len(o):]
		}
		s = b.String() + s
	}
	return s
}
