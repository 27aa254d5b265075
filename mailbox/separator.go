package mailbox

import (
	"regexp"
	"strings"
)

// separatorKind is what a line in front of earlier mail says of it.
type separatorKind int

const (
	noSeparator  separatorKind = iota
	forwardLine                // "Forwarded message": what follows is what the mail is about
	originalLine               // "Original Message"
	headerLine                 // "From: … Sent: … Subject: …" as Outlook writes it
	attribution                // "On … wrote:"
)

var (
	dashed = regexp.MustCompile(`^[-_=*\s]{2,}\s*([^-_=*]{6,60}?)\s*[-_=*\s]*:?$`)

	forwardWords = []string{"forwarded message", "forwarded by", "begin forwarded message", "weitergeleitete nachricht", "anfang der weitergeleiteten",
		"message transféré", "message transmis", "début du message", "mensaje reenviado", "inicio del mensaje reenviado", "doorgestuurd bericht",
		"begin doorgestuurd bericht", "messaggio inoltrato", "inizio messaggio inoltrato", "mensagem encaminhada", "início da mensagem"}
	originalWords = []string{"original message", "original email", "original appointment", "ursprüngliche nachricht", "originalnachricht", "ursprünglicher termin",
		"message d'origine", "message d’origine", "message original", "mensaje original", "oorspronkelijk bericht", "messaggio originale", "mensagem original",
		"reply message", "antwort nachricht"}
)

// startsQuote is a cheap test that a line may be a separator.
func startsQuote(line string) bool {
	t := strings.TrimLeft(line, " \t*")
	if t == "" {
		return false
	}
	switch t[0] {
	case '-', '_', '=':
		return len(t) > 8
	}
	c := t[0]
	if c >= 'a' && c <= 'z' {
		return false
	}
	return true
}

// separator says what the first of lines is, and how many lines it takes.
func separator(lines []string) (separatorKind, int) {
	line := strings.TrimSpace(lines[0])
	if len(line) > 300 {
		return noSeparator, 0
	}
	lower := strings.ToLower(strings.Trim(line, "*"))
	if line[0] == '-' || line[0] == '_' || line[0] == '=' {
		if m := dashed.FindStringSubmatch(lower); m != nil {
			if hasPrefixOf(m[1], forwardWords) {
				return forwardLine, 1
			}
			if hasPrefixOf(m[1], originalWords) {
				return originalLine, 1
			}
		}
		if strings.Trim(line, "-_= ") == "" { // Outlook's rule above its header block
			rest := skipBlank(lines[1:])
			if n := headerBlock(rest); n > 0 {
				return headerLine, len(lines) - len(rest) + n
			}
		}
		return noSeparator, 0
	}
	if strings.HasSuffix(lower, ":") && hasPrefixOf(lower, forwardWords) {
		return forwardLine, 1
	}
	if n := headerBlock(lines); n > 0 {
		return headerLine, n
	}
	if n := attributionLines(lines); n > 0 {
		return attribution, n
	}
	return noSeparator, 0
}

// hasPrefixOf says whether s starts with one of words.
func hasPrefixOf(s string, words []string) bool {
	for _, w := range words {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// Names of header fields as mail programs translate them above quoted text. fromNames open such a block.
var (
	fromNames  = []string{"from", "von", "de", "da", "van", "expéditeur", "remitente", "mittente", "afzender", "remetente"}
	otherNames = []string{"sent", "date", "to", "cc", "subject", "gesendet", "datum", "an", "betreff", "envoyé", "envoyé le", "à", "objet", "enviado",
		"enviado el", "fecha", "para", "asunto", "verzonden", "aan", "onderwerp", "inviato", "data", "a", "oggetto", "enviada em", "enviado em", "assunto",
		"reply-to", "importance", "wichtigkeit", "when", "where", "attachments", "anlagen"}
)

// headerBlock returns how many lines a translated header block takes: From and at least two others within eight lines.
func headerBlock(lines []string) int {
	if len(lines) == 0 || !fieldLine(lines[0], fromNames) {
		return 0
	}
	found, last := 0, 0
	for i := 1; i < len(lines) && i < 10; i++ {
		t := strings.TrimSpace(lines[i])
		switch {
		case t == "":
			if found > 0 {
				i = len(lines)
			}
		case fieldLine(t, otherNames):
			found++
			last = i
		case i > last+2: // a folded list of recipients may stand between
			i = len(lines)
		}
	}
	if found < 2 {
		return 0
	}
	return last + 1
}

// fieldLine says whether line starts with one of names and a colon.
func fieldLine(line string, names []string) bool {
	name, _, ok := strings.Cut(strings.TrimLeft(line, " \t*>"), ":")
	if !ok || len(name) > 20 {
		return false
	}
	name = strings.ToLower(strings.Trim(name, " *\t"))
	for _, n := range names {
		if name == n {
			return true
		}
	}
	return false
}

// attributionStart and attributionEnd are the two ends of "On … wrote:" in the languages that the program reads, and in
// some others that mail programs write.
var (
	attributionStart = wordSet("on am le el op il em a den dne w på lors hi quoting zitat citando citazione quote")
	attributionEnd   = regexp.MustCompile(`(?i)(?:\b(?:wrote|writes|said|a écrit|écrivait|escribi[oó]|escribió|ha scritto|escreveu|napisał|napisał\(a\))|\b(?:schrieb|schreef|skrev)\b.{0,160}?)\s*:\s*$`)
)

// wordSet makes a set of the words of a string.
func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// firstLower returns the first word of line in lower case, "" where it is longer than any that opens an attribution.
func firstLower(line string) string {
	i := strings.IndexByte(line, ' ')
	if i < 0 || i > 10 {
		return ""
	}
	return strings.ToLower(strings.TrimRight(line[:i], ",.:"))
}

// attributionLines returns how many lines an attribution takes: it may be wrapped over up to four.
func attributionLines(lines []string) int {
	var joined string
	for n := 1; n <= 4 && n <= len(lines); n++ {
		line := strings.TrimSpace(lines[n-1])
		if line == "" || strings.HasPrefix(line, ">") {
			return 0
		}
		joined += " " + line
		if n == 1 && !strings.HasSuffix(line, ":") && !attributionStart[firstLower(line)] {
			return 0
		}
		if len(joined) > 400 {
			return 0
		}
		if !strings.HasSuffix(line, ":") || !attributionEnd.MatchString(joined) {
			continue
		}
		if strings.ContainsAny(joined, "@<0123456789") {
			return n
		}
		// A name alone counts where quoted lines follow.
		if rest := skipBlank(lines[n:]); len(joined) < 100 && len(rest) > 0 && strings.HasPrefix(strings.TrimSpace(rest[0]), ">") {
			return n
		}
		return 0
	}
	return 0
}

// forwardSubject says whether the subject is that of a forwarded mail, by the marks that mail programs write.
func forwardSubject(subject string) bool {
	mark, _, ok := strings.Cut(strings.ToLower(strings.TrimSpace(subject)), ":")
	if !ok {
		return false
	}
	switch strings.TrimSpace(mark) {
	case "fw", "fwd", "wg", "tr", "rv", "rvl", "doorst", "i", "enc", "vs", "tfwd", "[fwd":
		return true
	}
	return false
}
