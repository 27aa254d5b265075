package wire

import (
	"encoding/base64"
	"strings"
	"unicode/utf16"
)

var base64IMAP = base64.NewEncoding("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+,").WithPadding(base64.NoPadding)

// Name reads a folder's name as it stands in a command: quoted or not, in modified UTF-7 (RFC 3501 section 5.1.3).
// What is malformed is left as it stands.
func Name(s string) string {
	if q, ok := strings.CutPrefix(s, `"`); ok {
		s = strings.NewReplacer(`\\`, `\`, `\"`, `"`).Replace(strings.TrimSuffix(q, `"`))
	}
	var out strings.Builder
	for {
		plain, rest, shifted := strings.Cut(s, "&")
		out.WriteString(plain)
		if !shifted {
			return out.String()
		}
		code, after, ended := strings.Cut(rest, "-")
		b, err := base64IMAP.DecodeString(code)
		switch {
		case !ended || err != nil || len(b)%2 != 0:
			out.WriteString("&" + rest)
			return out.String()
		case code == "":
			out.WriteByte('&')
		default:
			units := make([]uint16, len(b)/2)
			for i := range units {
				units[i] = uint16(b[2*i])<<8 | uint16(b[2*i+1])
			}
			out.WriteString(string(utf16.Decode(units)))
		}
		s = after
	}
}
