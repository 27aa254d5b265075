package drafts

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxData is how long a name from outside may be, in runes.
const maxData = 120

// clean makes one line of data from outside: no control, format (bidi, zero-width) or private characters, single spaces.
// mailbox.Parse has done so already; events that were stored by an older version, and what the user typed, come here as well.
func clean(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == utf8.RuneError:
			return -1
		case unicode.IsSpace(r) || unicode.IsControl(r):
			return ' '
		case unicode.In(r, unicode.Cf, unicode.Co, unicode.Cs):
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// genderMark is what job titles carry for the law's sake and no letter repeats: (m/w/d), (H/F), (m/v/x), (all genders).
var genderMark = regexp.MustCompile(`(?i)\s*[(\[](?:[a-z*]{1,4}(?:\s*[/|,]\s*[a-z*]{1,7}){1,3}|all genders?|any gender|gn\*?)[)\]]`)

// requisition is a number at the end of a title.
var requisition = regexp.MustCompile(`(?i)\s*(?:[-–,|]\s*|[(\[]\s*)(?:req(?:uisition)?|job|ref|id|nr|no)[\s.:#-]*(?:id[\s.:#-]*)?[a-z]{0,4}[-_]?\d[\w-]*\s*[)\]]?$`)

// article stands before a title in running text; a letter has its own.
var article = regexp.MustCompile(`(?i)^the\s+`)

// placeholder is a slot that a sender forgot to fill.
var placeholder = regexp.MustCompile(`^[\[<{].*[\]>}]$`)

// cleanRole is a job title as one writes it in a sentence.
func cleanRole(s string) string {
	s = clean(s)
	s = requisition.ReplaceAllString(s, "")
	s = genderMark.ReplaceAllString(s, "")
	s = cut(strings.Trim(article.ReplaceAllString(s, ""), " -–|,;:"), maxData)
	if strings.IndexFunc(s, unicode.IsLetter) < 0 || placeholder.MatchString(s) {
		return "" // "90", "3/8" or "[Job Title]" is no title
	}
	return quiet(s)
}

// quiet writes a title that is all in capitals as one writes it in a sentence. Words of up to three letters may be abbreviations
// and stay.
func quiet(s string) string {
	words := strings.Fields(s)
	if s != strings.ToUpper(s) || s == strings.ToLower(s) || len(words) < 2 {
		return s
	}
	for i, w := range words {
		if n := len([]rune(w)); n > 3 {
			words[i] = titled(w)
		}
	}
	return strings.Join(words, " ")
}

// titled writes a word with a capital at the start and behind a hyphen or an apostrophe, the rest small.
func titled(w string) string {
	start := true
	return strings.Map(func(r rune) rune {
		if start {
			start = !unicode.IsLetter(r)
			return unicode.ToUpper(r)
		}
		start = strings.ContainsRune("-/'’(", r)
		return unicode.ToLower(r)
	}, w)
}

// foldRole makes titles comparable: letters and digits of the cleaned title in lower case.
func foldRole(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, cleanRole(s))
}

// danglers are words that end no title: what they led to was cut off.
var danglers = regexp.MustCompile(`(?i)(?:[\s,&/–-]+(?:for|of|in|at|on|to|the|and|with|für|im|und|am|der|die|das|von|mit|de|du|des|la|le|les|et|en|el|los|y|para|con|di|del|della|per|e|il|van|voor|het|met|da|do|dos|em))*[\s,&/–-]*$`)

// cut shortens s to n runes at a space, behind a word that a title may end with.
func cut(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	s = string(r[:n])
	if i := strings.LastIndexByte(s, ' '); i > n/2 {
		s = danglers.ReplaceAllString(s[:i], "")
	}
	return s
}

// sentence makes a clean sentence with its full stop.
func sentence(s string) string {
	s = clean(s)
	if s == "" || strings.ContainsAny(s[len(s)-1:], ".!?") {
		return s
	}
	return s + "."
}

// elided joins a French particle to a word: "d'ingénieur" but "de comptable". English words with a sounded h keep it whole.
func elided(particle, word string) string {
	vowels := "aàâäeéèêëiîïoôöuùûüAÀÂÄEÉÈÊËIÎÏOÔÖUÙÛÜ"
	silent := []string{"hô", "hyd", "hyg", "hor", "hui", "hom", "hum"}
	r, _ := utf8.DecodeRuneInString(word)
	mute := strings.ContainsRune(vowels, r)
	for _, h := range silent {
		mute = mute || strings.HasPrefix(strings.ToLower(word), h)
	}
	if mute {
		return particle[:len(particle)-1] + "’" + word
	}
	return particle + " " + word
}
