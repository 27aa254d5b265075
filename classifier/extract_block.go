package classifier

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// fromBlock reads the house in the block with which a person signs: behind the name, the title and the department, before the
// address. "Jane Roe / Practice Manager, Larch Veterinary Group".
func (h *hearing) fromBlock(ls []string) {
	const most = 5 // lines behind the closing formula
	at := -1
	for i, l := range ls {
		if closes(l) || h.isWriter(l) {
			at = i
			if h.isWriter(l) {
				at--
			}
		}
	}
	if at < -1 || at == -1 && (len(ls) == 0 || !h.isWriter(ls[0])) {
		return
	}
	person := false
	for _, l := range ls[at+1 : min(len(ls), at+1+most)] {
		if utf8.RuneCountInString(l) > 80 || strings.ContainsAny(l, "@<>[]{}") {
			continue
		}
		for _, part := range h.cut(l) {
			part = trim(part, " .,*_")
			f := strings.Fields(part)
			switch {
			case part == "" || len(f) > 7 || digitsAt(part) > 0 || strings.ContainsAny(part, ":;!?"):
				continue
			case h.isPersonHere(part) || h.isWriter(part):
				person = true
				continue
			case h.titled(f):
				person = true
				continue
			}
			rest := peel(part, officeWords)
			if rest == "" || !nameLike(rest) || strings.Contains(rest, ". ") {
				continue
			}
			kin := h.kinOfSender(rest)
			if !person && !kin && !institution(rest) {
				if looksPerson(rest) || len(f) == 1 {
					person = true
				}
				continue
			}
			switch {
			case kin:
				h.company(rest, "signature", 2.6)
			case institution(rest):
				h.company(rest, "signature", 1.2) // beside what [hearing.signed] gives
			case len(f) > 1 && !looksPlace(rest) || h.p.saysInBody(rest):
				h.company(rest, "signature", 1.6)
			default:
				continue
			}
			return
		}
	}
}

// titled reports whether the words are a person's title or a department's name.
func (h *hearing) titled(f []string) bool {
	for _, w := range f {
		if w := foldWord(trim(w, ".,()'’")); jobWords[w] || teamWords[w] && w != "people" && w != "personal" {
			return true
		}
	}
	return slices.ContainsFunc(f, h.wordOfRoles) && !institution(strings.Join(f, " "))
}

// isWriter reports whether a line is the author's name, whole or the first name alone.
func (h *hearing) isWriter(l string) bool {
	l = trim(l, " ,.!-")
	w := &h.writes
	return w.name != "" && (strings.EqualFold(l, w.name) || strings.EqualFold(l, w.first) || FoldName(l) == w.folded)
}

// person is somebody's name as written, the first word of it, and the whole as [FoldName] has it.
type person struct{ name, first, folded string }

// author returns the person whose display name the message bears, nobody where that is a house's.
func (h *hearing) author() person {
	name, _ := splitDisplay(h.m.Author().Name)
	if name == "" || !looksPerson(name) || institution(name) {
		return person{}
	}
	first, _, _ := strings.Cut(name, " ")
	return person{name, first, FoldName(orderName(name))}
}

// closes reports whether a line is a closing formula: "Kind regards,".
func closes(l string) bool {
	const most = 6 // words
	n, closing := 0, false
	for w := range strings.FieldsSeq(l) {
		if n++; n > most {
			return false
		}
		closing = closing || closings[foldWord(trim(w, ".,!-–"))]
	}
	return closing
}

// closings are words of closing formulas.
var closings = setOf(`regards wishes sincerely faithfully truly cheers yours gruß gruße grußen grusse grussen mfg cordialement salutations amicalement
	bientot saludo saludos atentamente cordialmente abrazo groet groeten groetjes hoogachtend saluti cordialita atenciosamente cumprimentos abraco abracos att atte respectfully warmly`)

// looksPlace reports whether a preposition of place ties the words of a part of a signature.
func looksPlace(s string) bool {
	for _, w := range strings.Fields(s) {
		switch foldWord(w) {
		case "upon", "sur", "bei", "aan", "am", "sul":
			return true
		}
	}
	return false
}

// kinOfSender reports whether a name shares a word of weight with the author's own domain or display name.
func (h *hearing) kinOfSender(name string) bool {
	k := h.kin()
	return k.label != "" && labelNames(k.label, name) || h.sharesWord(name)
}

// sharesWord is kinOfSender for a name that the domain as a whole does not spell.
func (h *hearing) sharesWord(name string) bool {
	k := h.kin()
	for w := range strings.SplitSeq(FoldName(german(name)), " ") {
		const weight = 4
		if len(w) < weight || officeWords[w] || joiners[w] {
			continue
		}
		if strings.Contains(k.joined, w) || within(w, k.display) {
			return true
		}
	}
	return k.label != "" && abbreviates(k.joined, FoldName(name))
}

// kin is what the sender shows by which names are told to be the sender's own.
type kin struct {
	label   string // of the domain, empty if that is a system's or the user's
	joined  string // the same without hyphens
	display string // the folded display name, empty if it is a person's
}

func (h *hearing) kin() *kin {
	if h.related == nil {
		a, k := h.m.Author(), &kin{}
		if domain := domainOf(a.Address); domain != "" && !h.m.Own && !senderOfDomain(domain).system() {
			k.label = h.label
		}
		k.joined = strings.ReplaceAll(k.label, "-", "")
		if !looksPerson(a.Name) || institution(a.Name) {
			k.display = FoldName(a.Name)
		}
		h.related = k
	}
	return h.related
}

// abbreviates reports whether a label is made of letters of a name in their order, the first of the name first, digits passed over:
// "cisss3lacs" of "CISSS des Trois-Lacs".
func abbreviates(label, folded string) bool {
	const short, long = 4, 14
	if len(label) < short || len(label) > long || folded == "" || label[0] != folded[0] {
		return false
	}
	i := 0
	for j := 0; j < len(folded) && i < len(label); j++ {
		if label[i] >= '0' && label[i] <= '9' {
			i++
		}
		if i < len(label) && folded[j] == label[i] {
			i++
		}
	}
	return i >= len(label)
}
