package classifier

import "strings"

// moreWords is by how many words the full name of a firm is longer than the short one, at most.
const moreWords = 3

// fuller returns the name by which the text itself calls the employer, where win holds but a part of it: "Gorse" of a display name is
// "Gorse Foods" in the signature, and the label "dunmorecu" of a domain is "Dunmore Credit Union" in the text.
func (h *hearing) fuller(win candidate) string {
	best := win.name
	if len(strings.Fields(win.folded)) > moreWords {
		return best
	}
	domain := domainOf(h.m.Author().Address)
	own := ""
	if domain != "" && !h.m.Own && !senderOfDomain(domain).system() && (win.from == "domain" || labelNames(label(domain), win.name)) {
		own = strings.NewReplacer("-", "", "_", "").Replace(label(domain))
	}
	given := win.from == "domain" || win.from == "sender-name"
	if own == "" && !given {
		return best
	}
	spelt := false
	consider := func(part string, whole bool) {
		part = cleanCompany(part)
		if !nameLike(part) || strings.ContainsAny(part, "[]{}<>:") || strings.Contains(part, ". ") {
			return
		}
		folded := FoldName(part)
		words := strings.Fields(folded)
		if len(words) < 2 || len(words) > 7 || h.isPersonHere(part) {
			return
		}
		spells := own != "" && (spelled(own, words) || labelNames(own, part) || whole && endsName(label(domain), words))
		if !spells && h.textLooksRole(part) {
			return
		}
		longer := whole && given && strings.HasPrefix(folded, win.folded+" ") && len(words)-len(strings.Fields(win.folded)) <= moreWords
		if (spells || longer && !spelt) && (len(folded) > len(FoldName(best)) || spells && !spelt) {
			best, spelt = part, spells
		}
	}
	ls := append(lines(tail(h.m.Text, 900)), lines(clip(h.m.Signature, 600))...)
	for _, l := range ls {
		for _, part := range h.cut(l) {
			consider(part, true)
		}
	}
	for _, sen := range h.p.sents {
		for i := int(sen.first); i < int(sen.last); i++ {
			if i+1 >= int(sen.last) || !h.p.capital(i) || i > int(sen.first) && h.p.capital(i-1) {
				continue
			}
			_, placed := h.p.is(max(i-1, 0), cuePlace)
			np := h.p.name(i, int(sen.last))
			if np.to-np.from < 2 {
				continue
			}
			consider(np.text, placed && i > int(sen.first) && !sen.subject)
		}
	}
	return best
}

// endsName reports whether a domain's label is the end of a name, behind the word for the kind of house or its short form: "nachtvlinder"
// is "Uitgeverij Nachtvlinder", "gs-lerchenfeld" "Grundschule am Lerchenfeld".
func endsName(label string, words []string) bool {
	const shortForm, long = 4, 5
	if kind, rest, ok := strings.Cut(label, "-"); ok && len(kind) <= shortForm {
		label = rest
	}
	label = strings.ReplaceAll(label, "-", "")
	for i := 1; i < len(words) && len(label) >= long; i++ {
		if strings.Join(words[i:], "") == label {
			return true
		}
	}
	return false
}

// nameLike reports whether every word but the joiners has a capital and none says what a department does.
func nameLike(s string) bool {
	first, before := true, ""
	for w := range strings.FieldsSeq(s) {
		folded, begins := foldWord(trim(w, ".,;:!?()\"'")), first
		first = false
		if (folded == "fur" || folded == "voor") && officeOf(before) {
			continue // "Bundesamt für Statistik"
		}
		before = folded
		if !begins && (joiners[folded] || placeJoiners[folded] || w == "&" || w == "+" || nameArticles[folded] && capitalised(w)) {
			continue
		}
		if !capitalised(w) || (officeWords[folded] || teamWords[folded] || stopNames[folded]) && !firmWords[folded] && !(begins && nameArticles[folded]) {
			return false
		}
	}
	return true
}

// placeJoiners tie a place to a name: "Apotheke am Markt".
var placeJoiners = setOf("am im an zum zur bei upon by on the sur sous les lez aux aan op in sul al")

// firmWords name departments and firms alike.
var firmWords = setOf("university services service center centre development partner partners contact corporate global operations business support")

// spelled reports whether a domain's label is made of a name's words: whole ones, their beginnings or their initials, of which the first is
// whole. Words in front of and behind those may be left out.
func spelled(label string, words []string) bool {
	const whole, behind = 4, 2
	for i, w := range words {
		if !strings.HasPrefix(label, w) {
			continue
		}
		rest, next := label[len(w):], words[i+1:]
		if len(w) < whole && !(len(next) > 0 && len(next[0]) >= whole && rest == next[0]) { // "deklimop" is "De Klimop"
			continue
		}
		if rest == "" {
			continue
		}
		if spelledRest(rest, next, behind) || len(next) == 2 && rest == next[1] { // "larkspurhealth" is "Larkspur Community Health"
			return true
		}
	}
	return false
}

func spelledRest(label string, words []string, behind int) bool {
	if label == "" {
		return len(words) <= behind
	}
	if len(words) == 0 {
		return false
	}
	for n := 1; n <= len(words[0]) && n <= len(label) && label[:n] == words[0][:n]; n++ {
		if spelledRest(label[n:], words[1:], behind) {
			return true
		}
	}
	return joiners[words[0]] && spelledRest(label, words[1:], behind)
}
