package mailbox

import (
	"bytes"
	"encoding/base64"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
)

// toUTF8 decodes b from the named charset. ok is false where the name is unknown or b does not fit it; the text is
// then read as UTF-8 if it is valid, else as Windows-1252, which loses nothing.
func toUTF8(b []byte, label string) (text string, ok bool) {
	label = strings.ToLower(strings.Trim(strings.TrimSpace(label), `"'`))
	switch label {
	case "", "us-ascii", "ascii", "utf-8", "utf8", "unknown-8bit", "7bit", "8bit":
		if utf8.Valid(b) {
			return string(b), true
		}
		return latin(b), label == "unknown-8bit"
	}
	// Beyond the names of UTF-8 the declared charset is believed: 8-bit text is mostly valid in several of them.
	enc := lookup(label)
	if enc == nil {
		if utf8.Valid(b) {
			return string(b), false
		}
		return latin(b), false
	}
	out, err := enc.NewDecoder().Bytes(b)
	if err != nil {
		return latin(b), false
	}
	return string(out), true
}

// latin decodes Windows-1252, which contains ISO 8859-1 as senders mean it. It never fails.
func latin(b []byte) string {
	out, err := charmap.Windows1252.NewDecoder().Bytes(b)
	if err != nil {
		return strings.ToValidUTF8(string(b), "\uFFFD")
	}
	return string(out)
}

// lookup finds a charset by the names that the WHATWG table knows and by those that mail programs invent.
func lookup(label string) encoding.Encoding {
	if enc, _ := charset.Lookup(label); enc != nil && enc != encoding.Replacement {
		return enc
	}
	if alias, ok := charsetAlias[strings.NewReplacer("_", "-", " ", "-").Replace(label)]; ok {
		enc, _ := charset.Lookup(alias)
		return enc
	}
	if i := strings.IndexAny(label, " ;*"); i > 0 { // parameters or a language tag glued on
		enc, _ := charset.Lookup(label[:i])
		return enc
	}
	return nil
}

var charsetAlias = map[string]string{
	"iso-8859-1-windows-3.1-latin-1": "windows-1252", "iso8859": "windows-1252", "latin-1": "windows-1252", "ansi": "windows-1252",
	"iso-8859-8-i": "iso-8859-8", "iso-8859-8-e": "iso-8859-8", "iso-8859-6-i": "iso-8859-6", "iso-8859-11": "windows-874",
	"cp-850": "windows-1252", "cp850": "windows-1252", "cp1252": "windows-1252", "cp-1252": "windows-1252",
	"win-1251": "windows-1251", "cp932": "shift_jis", "ms932": "shift_jis", "cp936": "gbk", "cp949": "euc-kr",
	"ks-c-5601": "euc-kr", "utf-8-mac": "utf-8", "utf8mb4": "utf-8", "unicode-1-1-utf-8": "utf-8",
	"x-unknown": "windows-1252", "unknown": "windows-1252", "iso-2022-jp-1": "iso-2022-jp", "iso-2022-jp-ms": "iso-2022-jp",
	"gb18030-2000": "gb18030", "x-gbk": "gbk", "default-charset": "windows-1252", "default": "windows-1252",
}

// decodeTransfer undoes a Content-Transfer-Encoding leniently and writes at most limit bytes: a broken digit is passed
// over, a missing end is accepted. ok is false for an encoding it does not know, whose bytes come back unchanged.
func decodeTransfer(b []byte, enc string, limit int) (out []byte, ok, cut bool) {
	switch encodingName(enc) {
	case "base64", "b":
		out, cut = decodeBase64(b, limit)
		return out, true, cut
	case "quotedprintable", "qp", "q":
		out, cut = decodeQuotedPrintable(b, limit)
		return out, true, cut
	case "", "7bit", "8bit", "7bits", "8bits", "binary", "none", "plain", "text":
		ok = true
	}
	if len(b) > limit {
		return b[:limit], ok, true
	}
	return b, ok, false
}

// encodingName is the name of an encoding without what senders add to it: case, blanks, dashes, a semicolon.
func encodingName(s string) string {
	s, _, _ = strings.Cut(s, ";")
	switch s { // the usual ones at no cost
	case "quoted-printable":
		return "quotedprintable"
	case "base64", "7bit", "8bit":
		return s
	}
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == '-' || r == '_' || r == '\t' || r == '"' {
			return -1
		}
		return unicode.ToLower(r)
	}, s)
}

// decodeBase64 decodes whatever digits b holds and passes over everything else, so that line noise, missing padding and
// parts that were encoded one by one (RFC 2045 section 6.8) cost no text. It needs one buffer of the size of b.
func decodeBase64(b []byte, limit int) (out []byte, cut bool) {
	if most := limit/3*4 + limit/50 + 8; len(b) > most {
		b, cut = b[:most], true
	}
	digits := make([]byte, 0, len(b))
	padding := 0 // of the last group
	for _, c := range b {
		if c != '=' && c > ' ' {
			padding = 0
		}
		switch {
		case c >= 'A' && c <= 'Z', c >= 'a' && c <= 'z', c >= '0' && c <= '9', c == '+', c == '/':
			digits = append(digits, c)
		case c == '-':
			digits = append(digits, '+')
		case c == '_':
			digits = append(digits, '/')
		case c == '=': // padding, also between parts that were encoded one by one
			for len(digits)%4 != 0 {
				digits = append(digits, 'A')
				padding++
			}
		}
	}
	if len(digits)%4 == 1 {
		digits = digits[:len(digits)-1]
	}
	out = digits[:base64.RawStdEncoding.DecodedLen(len(digits))]
	n, _ := base64.RawStdEncoding.Decode(out, digits)
	return out[:max(n-padding, 0)], cut
}

// decodeQuotedPrintable decodes RFC 2045 section 6.7; an equals sign that starts no escape stays as it is.
func decodeQuotedPrintable(b []byte, limit int) (out []byte, cut bool) {
	out = make([]byte, 0, min(len(b), limit))
	for len(b) > 0 {
		if len(out) >= limit {
			return out, true
		}
		i := bytes.IndexByte(b, '=')
		if i < 0 {
			i = len(b)
		}
		if i > 0 {
			out, b = append(out, b[:i]...), b[i:]
			continue
		}
		if len(b) >= 3 && hexDigit(b[1]) >= 0 && hexDigit(b[2]) >= 0 {
			out, b = append(out, byte(hexDigit(b[1])<<4|hexDigit(b[2]))), b[3:]
			continue
		}
		j := 1 // a soft line break, with stray blanks before it
		for j < len(b) && (b[j] == ' ' || b[j] == '\t') {
			j++
		}
		switch {
		case j < len(b) && b[j] == '\n':
			b = b[j+1:]
		case j+1 < len(b) && b[j] == '\r' && b[j+1] == '\n':
			b = b[j+2:]
		case j >= len(b):
			b = nil
		default:
			out, b = append(out, '='), b[1:]
		}
	}
	return out, false
}

// hexDigit returns the value of a hexadecimal digit, -1 for anything else.
func hexDigit(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	}
	return -1
}
