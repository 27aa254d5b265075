package mailbox

import (
	"strings"
	"unicode/utf8"
)

// cleanLine makes s safe for one line: control characters become a blank, what is invisible or turns the direction
// of writing is dropped, white space is folded. A line break in an encoded word ends here.
func cleanLine(s string) string {
	if plainLine(s) {
		return s
	}
	return strings.Join(strings.Fields(strip(s, ' ', ' ')), " ")
}

// cleanText does the same for text of many lines: LF and TAB stay, CR LF and CR become LF.
func cleanText(s string) string {
	clean := true
	for i := 0; i < len(s); i++ {
		if c := s[i]; (c < ' ' && c != '\n' && c != '\t') || c >= 0x7f {
			clean = false
			break
		}
	}
	if clean {
		return s
	}
	return strip(s, '\n', '\t')
}

// plainLine says that s is printable ASCII without double or outer blanks: nothing to clean.
func plainLine(s string) bool {
	last := byte(' ')
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c < ' ' || c >= 0x7f || (c == ' ' && last == ' ') {
			return false
		}
		last = c
	}
	return last != ' ' || s == ""
}

// strip drops or replaces what must not be in decoded text: C0 and C1 controls, bidirectional controls, zero-width
// and filler characters. Line ends become lf and tabs become tab.
func strip(s string, lf, tab rune) string {
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); {
		c := s[i]
		if c >= ' ' && c < 0x7f {
			b.WriteByte(c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		switch {
		case r == '\r':
			if i < len(s) && s[i] == '\n' {
				continue
			}
			b.WriteRune(lf)
		case r == '\n', r == 0x85, r == 0x2028, r == 0x2029, r == '\v', r == '\f':
			b.WriteRune(lf)
		case r == '\t':
			b.WriteRune(tab)
		case r < ' ' || (r >= 0x7f && r < 0xa0):
			if lf == ' ' {
				b.WriteByte(' ')
			}
		case r == 0xa0 || (r >= 0x2000 && r <= 0x200a) || r == 0x202f || r == 0x205f || r == 0x3000:
			b.WriteByte(' ')
		case invisible(r):
		case r == utf8.RuneError && n == 1:
			b.WriteRune(utf8.RuneError)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// invisible holds the bidirectional controls, the zero-width characters and the fillers that senders of newsletters
// pad their previews with.
func invisible(r rune) bool {
	switch {
	case r < 0xad:
		return false
	case r == 0xad, r == 0x34f, r == 0x61c, r == 0x115f, r == 0x1160, r == 0x17b4, r == 0x17b5, r == 0x2800, r == 0x3164,
		r == 0xfeff, r == 0xffa0:
		return true
	case r >= 0x180b && r <= 0x180f, r >= 0x200b && r <= 0x200f, r >= 0x202a && r <= 0x202e, r >= 0x2060 && r <= 0x206f,
		r >= 0xfe00 && r <= 0xfe0f, r >= 0xfff9 && r <= 0xfffb, r >= 0xe0000 && r <= 0xe0fff:
		return true
	}
	return false
}
