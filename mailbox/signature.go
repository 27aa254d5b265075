package mailbox

import "strings"

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

var closing = func() map[string]bool {
	m := make(map[string]bool, len(closings))
	for _, c := range closings {
		m[c] = true
	}
	return m
}()

const (
	signatureLines = 18  // at most so many lines are a signature
	signatureLine  = 110 // longer lines are prose
)

// splitSignature cuts the signature off the new text: what follows the line "-- " (RFC 3676 section 4.3), or a closing
// formula with the short lines of name, title, phone and address after it. Prose after them stays in the text: hiring
// systems write their notices there.
func splitSignature(lines []string) (body, signature []string) {
	for i := len(lines) - 1; i > 0 && i >= len(lines)-40; i-- {
		if (lines[i] == "-- " || lines[i] == "--") && hasWords(lines[:i]) {
			body, signature = lines[:i], lines[i+1:]
			if b, s := splitSignature(body); len(s) > 0 {
				body, signature = b, append(append(append([]string{}, s...), ""), signature...)
			}
			return body, signature
		}
	}
	for i := len(lines) - 1; i > 0; i-- {
		if !isClosing(lines[i]) || !hasWords(lines[:i]) {
			continue
		}
		end := signatureEnd(lines, i)
		if end < 0 {
			continue
		}
		body = append(append([]string{}, lines[:i]...), lines[end:]...)
		return body, lines[i:end]
	}
	return lines, nil
}

// isClosing says whether line is a closing formula, alone or with a name behind a comma.
func isClosing(line string) bool {
	t := strings.ToLower(strings.TrimSpace(line))
	if len(t) < 2 || len(t) > 70 {
		return false
	}
	if i := strings.IndexAny(t, ",!.;"); i >= 0 {
		if len(strings.Fields(t[i:])) > 5 {
			return false
		}
		t = t[:i]
	}
	t = strings.TrimSpace(strings.Trim(t, " -–—*_"))
	if closing[t] {
		return true
	}
	// "Best regards from Vienna", "Viele Grüße aus Köln"
	for _, c := range [...]string{"best regards from ", "kind regards from ", "viele grüße aus ", "liebe grüße aus ", "beste grüße aus ", "herzliche grüße aus ", "freundliche grüße aus "} {
		if strings.HasPrefix(t, c) && len(strings.Fields(t)) < 7 {
			return true
		}
	}
	return false
}

// signatureEnd returns where the signature that starts with the closing at lines[i] ends, -1 where prose follows so
// closely that it is none.
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

// prose says whether a line reads like a sentence: long, or many words that end in a full stop, or a postscript.
func prose(t string) bool {
	lower := strings.ToLower(t)
	if strings.HasPrefix(lower, "ps:") || strings.HasPrefix(lower, "p.s.") || strings.HasPrefix(lower, "ps ") || strings.HasPrefix(lower, "pps") {
		return true
	}
	words := len(strings.Fields(t))
	if len(t) > signatureLine {
		return words > 6
	}
	return words >= 6 && strings.ContainsAny(t[len(t)-1:], ".?!:") || words >= 10 && !strings.ContainsAny(t, "|@•·+")
}
