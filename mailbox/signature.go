package mailbox

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// closings are the formulas that end a letter, in lower case. What follows such a line is the signature.
var closings = []string{
	// English
	"best regards", "kind regards", "warm regards", "warmest regards", "with kind regards", "with best regards", "many regards", "kindest regards", "regards", "best wishes", "with best wishes",
	"sincerely", "yours sincerely", "sincerely yours", "yours faithfully", "yours truly", "respectfully", "cheers", "all the best", "best", "warmly", "cordially", "kindly", "rgds",
	// German
	"mit freundlichen grüßen", "mit freundlichen grüssen", "mit freundlichem gruß", "mit freundlichem gruss", "freundliche grüße", "freundliche grüsse", "freundlichen gruß", "mit besten grüßen", "mit besten grüssen",
	"beste grüße", "beste grüsse", "besten gruß", "viele grüße", "viele grüsse", "liebe grüße", "liebe grüsse", "herzliche grüße", "herzliche grüsse", "schöne grüße", "sonnige grüße", "mfg", "vg", "lg", "hochachtungsvoll", "mit herzlichen grüßen", "mit vielen grüßen", "gruß",
	// French
	"cordialement", "bien cordialement", "très cordialement", "bien à vous", "sincères salutations", "salutations distinguées", "bonne journée", "respectueusement", "amicalement", "à bientôt", "cdlt",
	// Spanish
	"saludos", "un saludo", "saludos cordiales", "un cordial saludo", "cordiales saludos", "atentamente", "un abrazo", "muchos saludos", "reciba un cordial saludo", "atte", "cordialmente",
	// Dutch
	"met vriendelijke groet", "met vriendelijke groeten", "vriendelijke groet", "vriendelijke groeten", "hartelijke groet", "hartelijke groeten", "groet", "groeten", "groetjes", "mvg", "hoogachtend", "met hartelijke groet",
	// Italian
	"cordiali saluti", "distinti saluti", "un cordiale saluto", "saluti", "un saluto", "i migliori saluti", "a presto", "buona giornata", "in fede",
	// Portuguese
	"atenciosamente", "cumprimentos", "com os melhores cumprimentos", "melhores cumprimentos", "abraços", "um abraço", "cordiais saudações", "saudações", "com cumprimentos", "att",
}

// deviceLines open the line that telephones put under a mail.
var deviceLines = []string{"sent from my", "sent from outlook", "get outlook for", "sent via", "von meinem", "gesendet von", "holen sie sich outlook", "outlook für", "envoyé de mon", "envoyé depuis", "télécharger outlook",
	"enviado desde mi", "enviado desde", "obtener outlook", "verzonden vanaf", "verstuurd vanaf", "outlook voor", "inviato da", "ottieni outlook", "enviado do meu", "enviado a partir", "obter o outlook"}

var closing = func() map[string]bool {
	m := make(map[string]bool, len(closings))
	for _, c := range closings {
		m[c] = true
	}
	return m
}()

// thanks end a letter only where a few lines of a signature and nothing else follow: elsewhere they are what it says.
var thanks = map[string]bool{"thanks": true, "thank you": true, "many thanks": true, "thanks & regards": true, "thanks and regards": true, "thanks again": true, "thank you and regards": true,
	"vielen dank": true, "danke": true, "besten dank": true, "merci": true, "merci beaucoup": true, "gracias": true, "muchas gracias": true, "bedankt": true, "dank": true, "grazie": true, "grazie mille": true, "obrigado": true, "obrigada": true}

const (
	thanksLines    = 6   // at most so many lines follow such a line
	signatureLines = 18  // at most so many lines are a signature
	signatureLine  = 110 // longer lines are prose
)

// splitSignature cuts the signature off the new text: what follows the line "-- " (RFC 3676 section 4.3), or a closing
// formula with the short lines of name, title, phone and address after it, and the line of a telephone. Prose after
// any of them stays in the text: hiring systems write their notices there. Each is looked for once, near the end.
func splitSignature(lines []string) (body, signature []string) {
	body, device := cutDevice(lines)
	body, delimited := cutDelimited(body)
	body, closed := cutClosing(body)
	for _, part := range [...][]string{closed, delimited, device} {
		if len(part) > 0 && len(signature) > 0 {
			signature = append(signature, "")
		}
		signature = append(signature, part...)
	}
	return body, signature
}

// cutDevice cuts the line off that a telephone wrote.
func cutDevice(lines []string) (body, signature []string) {
	n := len(lines)
	if n < 2 || len(lines[n-1]) > 80 || !hasPrefixOf(strings.ToLower(strings.TrimSpace(lines[n-1])), deviceLines) {
		return lines, nil
	}
	return trimBlank(lines[:n-1]), lines[n-1:]
}

// cutDelimited cuts what follows the line "-- ".
func cutDelimited(lines []string) (body, signature []string) {
	for i := len(lines) - 1; i > 0 && i >= len(lines)-40; i-- {
		if (lines[i] != "-- " && lines[i] != "--") || !hasWords(lines[:i]) {
			continue
		}
		end := signatureEnd(lines, i)
		body = append(append([]string{}, lines[:i]...), "")
		return trimBlank(append(body, lines[end:]...)), lines[i+1 : end]
	}
	return lines, nil
}

// cutClosing cuts the closing formula and what belongs to it.
func cutClosing(lines []string) (body, signature []string) {
	for i := len(lines) - 1; i > 0 && i >= len(lines)-60; i-- {
		formula := isClosing(lines[i])
		if formula == noClosing || !hasWords(lines[:i]) {
			continue
		}
		end := signatureEnd(lines, i)
		if formula == weakClosing && (end < len(lines) || filled(lines[i+1:]) == 0 || filled(lines[i+1:]) > thanksLines) {
			continue
		}
		return append(append([]string{}, lines[:i]...), lines[end:]...), lines[i:end]
	}
	return lines, nil
}

// filled counts the lines that are not empty.
func filled(lines []string) int {
	n := 0
	for _, l := range lines {
		if strings.TrimSpace(l) != "" {
			n++
		}
	}
	return n
}

// formula says how surely a line ends a letter.
type formula int

const (
	noClosing formula = iota
	weakClosing
	sureClosing
)

// isClosing says whether line is a closing formula, alone or with a name behind a comma.
func isClosing(line string) formula {
	t := strings.ToLower(strings.TrimSpace(line))
	if len(t) < 2 || len(t) > 70 {
		return noClosing
	}
	if i := strings.IndexAny(t, ",!.;"); i >= 0 {
		if len(strings.Fields(t[i:])) > 5 {
			return noClosing
		}
		t = t[:i]
	}
	t = strings.TrimSpace(strings.Trim(t, " -–—*_"))
	switch {
	case closing[t]:
		return sureClosing
	case thanks[t]:
		return weakClosing
	}
	// "Best regards from Vienna", "Viele Grüße aus Köln"
	for _, c := range [...]string{"best regards from ", "kind regards from ", "viele grüße aus ", "liebe grüße aus ", "beste grüße aus ", "herzliche grüße aus ", "freundliche grüße aus "} {
		if strings.HasPrefix(t, c) && len(strings.Fields(t)) < 7 {
			return sureClosing
		}
	}
	return noClosing
}

// signatureEnd returns where the signature that lines[i] opens ends: in front of the first line of prose.
func signatureEnd(lines []string, i int) int {
	end, filled := i+1, 0
	for j := i + 1; j < len(lines); j++ {
		t := strings.TrimSpace(lines[j])
		if t == "" {
			continue
		}
		if filled >= signatureLines || prose(t) {
			break
		}
		filled++
		end = j + 1
	}
	return end
}

// prose says whether a line reads like a sentence, or tells something that no signature does: it is long, has many words
// and ends in a full stop, asks, names a time of day, or is a postscript.
func prose(t string) bool {
	for _, ps := range [...]string{"ps:", "p.s.", "ps ", "pps", "nb:", "p.d."} {
		if prefixFold(t, ps) {
			return true
		}
	}
	if strings.HasSuffix(t, "?") || clockTime.MatchString(t) {
		return true
	}
	words := len(strings.Fields(t))
	if words <= 3 && utf8.RuneCountInString(t) > 15 && !isASCII(t) && unspaced(t) {
		return true
	}
	if len(t) > signatureLine {
		return words > 6
	}
	return words >= 6 && strings.ContainsAny(t[len(t)-1:], ".!:") || words >= 10 && !strings.ContainsAny(t, "|@•·+")
}

var clockTime = regexp.MustCompile(`\b[0-2]?[0-9]:[0-5][0-9]\b`)

// unspaced says whether t is in a script that puts no blanks between words.
func unspaced(t string) bool {
	n := 0
	for _, r := range t {
		if r >= 0x0e00 && r <= 0x0eff || r >= 0x3040 && r <= 0x9fff || r >= 0x1000 && r <= 0x109f || r >= 0x1780 && r <= 0x17ff {
			n++
		}
	}
	return n > 12
}
