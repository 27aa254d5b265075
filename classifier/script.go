package classifier

import (
	"unicode"
	"unicode/utf8"
)

// The scripts that language recognition tells apart.
const (
	latin = iota
	hebrew
	arabic
	cyrillic
	kana
	han
	hangul
	thai
	greek
	otherScript
	scripts
)

func scriptOf(r rune) int {
	switch {
	case r < 0x250 || r >= 0x1E00 && r < 0x1F00:
		return latin
	case r >= 0x370 && r < 0x400:
		return greek
	case r >= 0x400 && r < 0x530:
		return cyrillic
	case r >= 0x590 && r < 0x600:
		return hebrew
	case r >= 0x600 && r < 0x780:
		return arabic
	case r >= 0xE00 && r < 0xE80:
		return thai
	case r >= 0x3040 && r < 0x3100:
		return kana
	case r >= 0x4E00 && r < 0xA000:
		return han
	case r >= 0xAC00 && r < 0xD7B0:
		return hangul
	}
	return otherScript
}

// bases maps Latin letters with diacritics to their base letters.
var bases = func() (t [0x180]string) {
	for base, letters := range map[string]string{
		"a": "àáâãäåāăą", "c": "çćĉċč", "d": "ďđð", "e": "èéêëēĕėęě", "g": "ĝğġģ", "h": "ĥħ", "i": "ìíîïĩīĭįı", "j": "ĵ", "k": "ķ",
		"l": "ĺļľŀł", "n": "ñńņňŉ", "o": "òóôõöøōŏő", "r": "ŕŗř", "s": "śŝşš", "t": "ţťŧ", "u": "ùúûüũūŭůűų", "w": "ŵ", "y": "ýÿŷ",
		"z": "źżž", "ss": "ß", "ae": "æ", "oe": "œ",
	} {
		for _, r := range letters {
			t[r] = base
		}
	}
	return t
}()

// appendBase appends r in lower case and without diacritics.
func appendBase(b []byte, r rune) []byte {
	if r >= 0 && r < utf8.RuneSelf {
		if r >= 'A' && r <= 'Z' {
			r += 'a' - 'A'
		}
		return append(b, byte(r))
	}
	r = unicode.ToLower(r)
	if r < 0x180 && bases[r] != "" {
		return append(b, bases[r]...)
	}
	return utf8.AppendRune(b, r)
}
