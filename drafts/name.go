package drafts

import (
	"regexp"
	"strings"
	"unicode"
)

// name is a recipient as a greeting needs it; empty when no person's name is known.
type name struct{ full, first string }

var (
	// afterName is what display names carry behind the person: "(Acme)", "| Acme", "via Board", "from Acme".
	afterName = regexp.MustCompile(`(?i)\s*(?:[(\[|/].*|[-–—@]\s.*|\s@.*|,?\s+(?:via|from|at|bei|chez|de chez|presso)\s.*)$`)
	// machine is a word that no person is called.
	machine = regexp.MustCompile(`(?i)(?:^|[^\pL])(?:team|teams|recruiting|recruitment|recruiter|recruiters|careers?|jobs?|talent|hiring|hr|human|resources|people|` +
		`personal|personalabteilung|bewerbung|bewerbermanagement|karriere|équipe|recrutement|rh|candidatures|empleo|selección|seleccion|recursos|humanos|` +
		`vacatures|werving|selectie|personeelszaken|risorse|umane|selezione|recrutamento|seleção|vagas|equipe|equipo|support|info|service|no-?reply|notifications?|` +
		`phone|number|name|representative|apply|application|candidate|kandidat|sender|company|university|universität|hochschule|fachhochschule|hotel|bank|` +
		`group|gruppe|solutions|systems|technologies|consulting|workday|greenhouse|lever|indeed|linkedin|xing|stepstone|glassdoor|` +
		`office|admin|mail|department|abteilung|gmbh|inc|ltd|llc|ag|sa|bv|srl|spa|ltda)(?:[^\pL]|$)`)
	honorific = regexp.MustCompile(`(?i)^(?:mrs?|ms|mx|miss|sir|madam|herrn?|frau|hr|fr|m|mme|mlle|monsieur|madame|sr|sra|srta|señor|señora|don|doña|dhr|mevr|mw|heer|mevrouw|sig|sigra|signora?|dott|dottssa|senhora?)\.?$`)
	academic  = regexp.MustCompile(`(?i)^(?:dr|prof|professor|ing|dipl|mag|msc|mba|phd|ba|bsc|med|jur|rer|nat|phil|ir|drs)\.?(?:-ing\.?)?$`)
)

// readName finds the person in a display name.
//
// It is strict: what does not look like a person's name is no name, and the greeting does without, which is polite in every
// language; "Dear Recruiting" is not. The employer's own name is never a person. Gender is never guessed: a Frau or a Mr is used
// only where the person's own display name says so.
func readName(display, employer string) name {
	s := clean(display)
	s = strings.Trim(s, `"' `)
	s = strings.TrimSpace(afterName.ReplaceAllString(s, ""))
	if person, of, ok := strings.Cut(s, " von "); ok && (machine.MatchString(of) || sameStart(of, employer)) {
		s = person // else it is part of the name, as in "Mira von Solberg"
	}
	if last, first, ok := strings.Cut(s, ","); ok {
		first, last = strings.TrimSpace(first), strings.TrimSpace(last)
		if academic.MatchString(first) || first == "" {
			s = last
		} else {
			s = first + " " + last
		}
	}
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 6 || len([]rune(s)) > 60 || machine.MatchString(s) {
		return name{}
	}
	if e := foldRole(employer); e != "" && foldRole(s) == e {
		return name{}
	}
	for _, w := range words {
		if !personal(w) {
			return name{}
		}
	}
	for len(words) > 1 && academic.MatchString(words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	words = recase(surnameLast(words))
	n := name{full: strings.Join(words, " ")}
	var own []string // the words without titles
	for _, w := range words {
		if honorific.MatchString(w) {
			n.first = n.full // "Frau Berg" is all we know: no first name to use
			return n
		}
		if !academic.MatchString(w) {
			own = append(own, w)
		}
	}
	switch {
	case len(own) == 0:
		return name{}
	case len(own) == 1:
		n.first = n.full // "Dr. Berg", or one name that may be either
	default:
		n.first = own[0]
	}
	return n
}

// sameStart reports whether two names of firms begin with the same word.
func sameStart(a, b string) bool {
	x, _, _ := strings.Cut(clean(a), " ")
	y, _, _ := strings.Cut(clean(b), " ")
	return x != "" && foldRole(x) == foldRole(y)
}

// surnameLast reorders BERG Mira, as offices write it.
func surnameLast(words []string) []string {
	n := 0
	for n < len(words) && shouted(words[n]) {
		n++
	}
	if n == 0 || n == len(words) || shouted(words[len(words)-1]) {
		return words
	}
	return append(words[n:len(words):len(words)], words[:n]...)
}

// shouted reports whether w is written in capitals and no initials.
func shouted(w string) bool {
	return len([]rune(w)) > 2 && w == strings.ToUpper(w) && w != strings.ToLower(w) && !strings.Contains(w, ".")
}

// personal reports whether w can be a word of a name: letters, with hyphen, apostrophe and a closing point.
func personal(w string) bool {
	letters := 0
	for _, r := range w {
		switch {
		case unicode.IsLetter(r):
			letters++
		case unicode.Is(unicode.Mn, r), strings.ContainsRune("-‐'’.", r):
		default:
			return false
		}
	}
	return letters > 0
}

// recase writes MIRA BERG, Mira BERG and mira berg as one writes a name.
func recase(words []string) []string {
	all := strings.Join(words, "")
	plain := all == strings.ToUpper(all) || all == strings.ToLower(all)
	out := make([]string, len(words))
	for i, w := range words {
		if !plain && !shouted(w) {
			out[i] = w
			continue
		}
		out[i] = titled(w)
	}
	return out
}
