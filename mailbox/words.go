package mailbox

import "strings"

// decodeWords decodes the encoded words of RFC 2047 in s and cleans the result. It accepts what senders get wrong:
// a character split over two words, blanks inside a word, raw 8-bit bytes, words glued to text.
func decodeWords(s string) string {
	if !strings.Contains(s, "=?") {
		if isASCII(s) {
			return cleanLine(s)
		}
		text, _ := toUTF8([]byte(s), "")
		return cleanLine(text)
	}
	var b strings.Builder
	var pending []byte // decoded bytes of adjacent words of one charset
	var label string
	flush := func() {
		if len(pending) > 0 {
			text, _ := toUTF8(pending, label)
			b.WriteString(text)
			pending = nil
		}
	}
	words := 0
	for len(s) > 0 {
		i := strings.Index(s, "=?")
		if i < 0 {
			break
		}
		w, n, ok := encodedWord(s[i:])
		if !ok {
			flush()
			writeRaw(&b, s[:i+2])
			s = s[i+2:]
			continue
		}
		if between := s[:i]; words == 0 || strings.TrimSpace(between) != "" {
			flush()
			writeRaw(&b, between)
		}
		if w.charset != label {
			flush()
		}
		label = w.charset
		pending = append(pending, w.data...)
		words++
		s = s[i+n:]
	}
	flush()
	writeRaw(&b, s)
	return cleanLine(b.String())
}

// writeRaw writes what stands between encoded words; raw 8-bit text is decoded by guess.
func writeRaw(b *strings.Builder, s string) {
	if !isASCII(s) {
		s, _ = toUTF8([]byte(s), "")
	}
	b.WriteString(s)
}

// word is one encoded word (RFC 2047 section 2), its text decoded to bytes of its charset.
type word struct {
	charset string
	data    []byte
}

// encodedWord reads the encoded word that s starts with and returns its length.
func encodedWord(s string) (w word, n int, ok bool) {
	rest := s[2:]
	i := strings.IndexByte(rest, '?')
	if i < 1 || i > 60 || i+2 >= len(rest) || rest[i+2] != '?' {
		return w, 0, false
	}
	w.charset = strings.ToLower(rest[:i])
	if j := strings.IndexByte(w.charset, '*'); j >= 0 { // RFC 2231 language
		w.charset = w.charset[:j]
	}
	kind, text := rest[i+1], rest[i+3:]
	const longest = 8 << 10
	end := strings.Index(text[:min(len(text), longest)], "?=")
	if end < 0 {
		return w, 0, false
	}
	// The first character of Q text may be encoded: "?Q?=41?=" holds "?=" at its very start.
	if end == 0 && (kind == 'q' || kind == 'Q') {
		if j := strings.Index(text[1:], "?="); j >= 0 && len(text) > 3 && hexDigit(text[2]) >= 0 {
			end = j + 1
		}
	}
	switch kind {
	case 'b', 'B':
		w.data, _ = decodeBase64([]byte(text[:end]), maxHeader)
	case 'q', 'Q':
		w.data, _ = decodeQuotedPrintable([]byte(strings.ReplaceAll(text[:end], "_", " ")), maxHeader)
	default:
		return w, 0, false
	}
	return w, 2 + i + 3 + end + 2, true
}

// isASCII says whether s has no byte above 127.
func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}
