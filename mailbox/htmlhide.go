package mailbox

import (
	"bytes"
	"strings"

	"golang.org/x/net/html/atom"
)

// invisibleStyle finds the declarations with which senders hide preview text.
func invisibleStyle(style []byte) bool {
	return declares(style, "display", "none") || declares(style, "visibility", "hidden") || declares(style, "mso-hide", "all")
}

// endsHidden says whether the start of tag ends the hidden element that has no end tag of its own: a paragraph, a list
// item, a cell or a row.
func (r *renderer) endsHidden(tag atom.Atom) bool {
	ends := false
	switch r.hidden {
	case atom.P:
		ends = blocks[tag] > 0
	case atom.Li, atom.Dt, atom.Dd, atom.Option:
		ends = tag == r.hidden && r.inner == 0
	case atom.Td, atom.Th:
		ends = r.tables == 0 && (tag == atom.Td || tag == atom.Th || tag == atom.Tr)
	case atom.Tr:
		ends = r.tables == 0 && tag == atom.Tr
	}
	if ends {
		r.hidden = 0
	}
	return ends
}

// closeHidden reads an end tag within the hidden element.
func (r *renderer) closeHidden(tag atom.Atom) {
	row := r.hidden == atom.Td || r.hidden == atom.Th || r.hidden == atom.Tr
	switch {
	case tag == r.hidden && r.inner > 0:
		r.inner--
	case tag == r.hidden, row && r.tables == 0 && (tag == atom.Tr || tag == atom.Table):
		if row || blocks[r.hidden] > 0 {
			r.lines(1)
		}
		r.hidden = 0
	case tag == atom.Table && r.tables > 0:
		r.tables--
	}
}

// declares says whether a style attribute sets the property to a value that starts with value, in any case.
func declares(style []byte, property, value string) bool {
	for at := 0; ; {
		i := indexFold(style[at:], property)
		if i < 0 {
			return false
		}
		at += i + len(property)
		rest := bytes.TrimLeft(style[at:], " \t\r\n")
		if len(rest) == 0 || rest[0] != ':' {
			continue
		}
		rest = bytes.TrimLeft(rest[1:], " \t\r\n")
		if len(rest) >= len(value) && strings.EqualFold(string(rest[:len(value)]), value) {
			return true
		}
	}
}

// indexFold is bytes.Index for a lower-case ASCII word in any case.
func indexFold(b []byte, word string) int {
	for i := 0; i+len(word) <= len(b); i++ {
		if b[i]|0x20 == word[0] && strings.EqualFold(string(b[i:i+len(word)]), word) {
			return i
		}
	}
	return -1
}
