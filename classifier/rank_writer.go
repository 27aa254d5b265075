package classifier

import (
	"strings"
)

// writer returns the folded name of the person who writes, empty where the display name is a house's or nobody's.
func (h *hearing) writer() string {
	name, _ := splitDisplay(h.m.Author().Name)
	local := localOf(h.m.Author().Address)
	if robotLocal(local) || roleLocal(local) && !personal[local] {
		return "" // nobody's own mailbox
	}
	if !looksPerson(name) || institution(name) || h.sender.namesake("display") || labelNames(h.label, name) {
		return ""
	}
	first, rest, _ := strings.Cut(orderName(name), " ")
	initialed := local != "" && rest != "" && foldWord(local) == foldWord(first)[:1]+strings.ReplaceAll(FoldName(rest), " ", "")
	if !initialed && (!strings.ContainsAny(local, "._-") || !localNames(local, orderName(name))) && !h.signsOff(first) && !h.signsAbove(name) {
		return "" // a firm's name may read like a person's
	}
	return FoldName(orderName(name))
}

// signsAbove reports whether a name stands on a line of its own at the end, and something below it.
func (h *hearing) signsAbove(name string) bool {
	ls := h.ends()
	for i, l := range ls {
		if i+1 < len(ls) && i > 0 && strings.EqualFold(strings.Trim(l.text, " ,.!"), name) {
			return true
		}
	}
	return false
}

// cutOf cuts "Jane from Acme" and its like.
func cutOf(s string) (person, house string, ok bool) {
	for _, of := range [...]string{" from ", " von der ", " von ", " vom ", " de l'", " de l’", " de la ", " del ", " du ", " della ", " bij ", " van ", " da ", " do ", " de ", " di "} {
		if person, house, ok = strings.Cut(s, of); ok && capitalised(house) {
			return person, house, true
		}
	}
	return "", "", false
}
