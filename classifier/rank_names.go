package classifier

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// houses collects the names that may be the employer's.
type houses struct {
	h     *hearing
	out   []option
	tried []tried
}

// tried is a name that was added, perhaps in vain, and from where.
type tried struct{ name, from string }

// mostHouses is how many names of a message are weighed.
const mostHouses = 60

// employerOptions lists the names that may be the employer's: those that the rules heard, and the other names of the text, of the
// sign-off and of the display name. The votes of h are settled before.
func (h *hearing) employerOptions() []option {
	n := houses{h: h, out: make([]option, 0, 16), tried: make([]tried, 0, 16)}
	base := h.employers
	for i := range base {
		n.add(base[i].name, base[i].from)
	}
	fuller := ""
	if win, ok := base.winner(1./2, 1./3); ok {
		name := h.fuller(win)
		fuller = FoldName(name)
		n.add(name, win.from)
	}
	n.fromEnds()
	n.fromDisplay()
	n.fromSentences()
	writer := h.writer()
	out := slices.DeleteFunc(n.out, func(o option) bool { return h.isMyName(o.name) || h.isTitle(&o) })
	h.seeEmployers(out, base, fuller, writer)
	return out
}

// whole adds a name as it stands.
func (n *houses) whole(name, from string) {
	folded := FoldName(name)
	if folded != "" && len(n.out) < mostHouses && !slices.ContainsFunc(n.out, func(o option) bool { return o.folded == folded }) {
		n.out = append(n.out, option{name: name, folded: folded, from: from})
	}
}

// add adds a name without the words around it that are not its own.
func (n *houses) add(name, from string) {
	h := n.h
	if slices.Contains(n.tried, tried{name, from}) {
		return
	}
	if len(n.tried) < mostHouses {
		n.tried = append(n.tried, tried{name, from})
	}
	var buf [16]string
	if f := appendFields(buf[:0], name); len(f) < 3 || !institutes[foldWord(f[0])] && foldWord(f[0]) != "department" {
		if (from != "sender-name" || peel(name, officeWords) == "") && !h.spelledAtHome(name) {
			name = cleanCompany(name)
		}
	}
	if from == "body" || from == "subject" || from == "signature" {
		if first, rest, _ := strings.Cut(name, " "); greetingWords[foldWord(first)] && rest != "" {
			return
		} else if ownWords[foldWord(first)] || houseArticles[foldWord(first)] && strings.Contains(rest, " ") {
			name = rest // "Your Acme", "Das Klinikum Lindau"
		}
		if !h.spelledAtHome(name) {
			name = h.bare(name)
		}
	}
	folded := FoldName(name)
	if strings.ContainsAny(name, "[]{}<>") || contracted(name) || from == "signature" && !nameLike(name) && !hasLegalForm(name) {
		return
	}
	if closes(name) || folded == "" || utf8.RuneCountInString(name) < 2 || len(n.out) >= mostHouses || numeral(folded) {
		return
	}
	for i := range n.out {
		if o := &n.out[i]; o.folded == folded {
			if len(name) > len(o.name) && len(o.seen) == 0 && hasLegalForm(name) && from != "" {
				o.name = name
			}
			return
		}
	}
	n.out = append(n.out, option{name: name, folded: folded, from: from})
}

// fromEnds adds the parts of the last lines.
func (n *houses) fromEnds() {
	for _, l := range n.h.ends() {
		for i := range l.parts {
			part := l.parts[i].text
			if _, named, ok := strings.Cut(part, ": "); ok {
				part = named
			}
			part = strings.TrimLeft(part, "©0123456789 ")
			var buf [16]string
			f := appendFields(buf[:0], part)
			if len(f) > 1 && len(f) < 6 && agencyTails[foldWord(f[len(f)-1])] && nameLike(strings.Join(f[:len(f)-1], " ")) {
				n.whole(part, "signature") // "Larch Talent" is a firm as often as its department
			}
			if len(f) > 7 || !capitalised(part) || strings.ContainsAny(part, "@<>:") {
				continue
			}
			part = strings.TrimPrefix(part, "For ")
			peeled := l.parts[i].peeled
			if part != l.parts[i].text {
				peeled = peel(part, officeWords)
			}
			n.add(part, "signature")
			if len(f) > 1 && len(f) < 7 && nameLike(part) || bodyName(f) {
				n.whole(part, "signature") // "Acme Data Services", with the words that are else cut off; "Centre hospitalier de Lindau"
			}
			if _, house, ok := strings.Cut(part, "behalf of "); ok {
				n.add(house, "signature")
			}
			for half := range strings.SplitSeq(part, " / ") {
				n.add(half, "signature")
			}
			n.add(peeled, "signature")
			if clean := cleanCompany(part); clean != part {
				n.add(peel(clean, officeWords), "signature")
			}
			if first, rest, ok := cutOf(part); ok && len(strings.Fields(first)) < 3 {
				n.add(rest, "signature") // "Jane from Acme"
			}
		}
	}
}

// fromDisplay adds the parts of the author's display name.
func (n *houses) fromDisplay() {
	name, company := splitDisplay(n.h.m.Author().Name)
	for _, s := range [...]string{name, company} {
		if s == "" {
			continue
		}
		n.add(peel(beforeOffice(s), officeWords), "sender-name")
		if head, rest, ok := strings.Cut(s, ", "); ok {
			n.add(head, "sender-name")
			n.add(rest, "sender-name")
		}
		if _, rest, ok := cutOf(s); ok {
			n.add(rest, "sender-name")
		}
		n.add(s, "sender-name")
		if spelledWhole(n.h.label, s) {
			n.whole(s, "sender-name") // "Garrison Staffing", whose domain says that the last word is its own
		}
	}
}

// fromSentences adds the runs of capitals.
func (n *houses) fromSentences() {
	h, p := n.h, n.h.p
	for s := range p.sents {
		first, end := int(p.sents[s].first), int(p.sents[s].last)
		n.fromSmall(s)
		for i := first; i < end; i++ {
			if !p.capital(i) {
				continue
			}
			if house := p.publicBody(i, end); house.to > i {
				n.whole(house.text, "body")
			}
			np := p.name(i, end)
			if np.text == "" || np.to <= i {
				continue
			}
			if own := strings.ReplaceAll(np.text, "’", "'"); strings.HasSuffix(own, "'s") {
				n.whole(own, "body")
			}
			if np.to < end && string(p.word(np.to)) == "s" && strings.ContainsAny(p.gap(np.to), "'’") && (np.to+1 >= end || p.gap(np.to+1) != " ") {
				n.whole(np.text+"'s", "body") // "thanks for applying at Bramley's!"
			}
			if rest, ok := strings.CutPrefix(strings.ReplaceAll(np.text, "’", "'"), "L'"); ok {
				n.add(rest, "body")
			}
			n.fromRest(np)
			if p.sents[s].subject {
				for k := np.from + 1; k < np.to; k++ {
					if fieldWords[p.folded(k-1)] && (fieldWords[p.folded(k)] || p.roleWord(k)) {
						continue // "Acme Software" of "Acme Software Engineer"
					}
					n.add(p.phrase(np.from, k).text, "subject")
				}
			}
			switch length := np.to - np.from; {
			case length == 1 && p.facts.code == "de" && !p.sents[s].subject && !h.kinOfSender(np.text):
				if i > first && housePlace[p.folded(i-1)] { // other nouns have capitals too
					n.add(np.text, "body")
				}
			case length > 1 || i > first || p.sents[s].subject || h.kinOfSender(np.text):
				n.add(np.text, "body")
			}
			if s >= len(p.sents)-3 && !p.sents[s].subject { // "Jane Acme Foods", where the lines are lost
				for k := np.from + 1; k <= np.from+2 && k+1 < np.to; k++ {
					n.add(p.phrase(k, np.to).text, "signature")
				}
			}
			i = np.to - 1
		}
	}
}

// bodyName reports whether words are the name of an institution that goes on in lower case.
func bodyName(f []string) bool {
	const longest = 7
	return len(f) > 2 && len(f) <= longest && bodyHeads[foldWord(f[0])] && capitalised(f[0]) && capitalised(f[len(f)-1])
}

// fromRest adds what stands behind a small word or a common one within a run of capitals: "Lehrer der Schule Lindau", "Behörde Stadt Lindau",
// and behind a dash within quotation marks.
func (n *houses) fromRest(np phrase) {
	p := n.h.p
	for k := np.from + 1; k < np.to; k++ {
		before := p.folded(k - 1)
		if !p.capital(k) || !joiners[before] && !strings.Contains(p.gap(k), " - ") && !strings.Contains(p.gap(k), " – ") && !(officeNouns[before] || shippedSentences().knows(hashString(before))) {
			continue
		}
		n.add(p.phrase(k, np.to).text, "body")
	}
	for k := np.from + 2; k < np.to; k++ {
		if shippedSentences().knows(hashString(p.folded(k))) && !joiners[p.folded(k-1)] {
			n.add(p.phrase(np.from, k).text, "body") // "Acme Transit Information Session"
		}
	}
}

// fromSmall adds names that are written small: words that our own sentences do not know, behind "at", "to" and the like.
func (n *houses) fromSmall(s int) {
	p := n.h.p
	for i := int(p.sents[s].first) + 1; i < int(p.sents[s].last); i++ {
		const short = 3
		if w := p.folded(i); len(w) > short && !p.capital(i) && p.gap(i) == " " && slices.Contains(beforeFirm, p.folded(i-1)) && !shippedSentences().knows(hashString(w)) {
			n.whole(p.written(i), "body")
		}
	}
}

func (h *hearing) votesFor(folded string) float64 {
	for _, c := range h.employers {
		if c.folded == folded {
			return c.score
		}
	}
	return 0
}

// agencyTails end the names of agencies, and the names of departments.
var agencyTails = setOf("recruitment recruiting staffing talent personalberatung personaldienstleistungen search consulting selezione seleccion uitzendbureau detachering interim partners personal people")

// isTitle reports whether an option is what the rules heard as the title of the job, and nothing else.
func (h *hearing) isTitle(o *option) bool {
	for _, r := range h.roles {
		if r.folded == o.folded && r.score > 1.5 && r.score > h.votesFor(o.folded) && h.textLooksRole(o.name) && (o.from == "body" || o.from == "subject") {
			return true
		}
	}
	return false
}
