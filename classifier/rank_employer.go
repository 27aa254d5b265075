package classifier

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// What is seen of a name that may be the employer's. The names stand in rules/names.txt.
const (
	efVotes = iota // what the rules of extract_*.go say of it, and whether they say anything
	efNoVotes
	efFromSubject
	efFromBody
	efFromSignature
	efFromDisplay
	efFromDomain
	efLonger // votes for longer names that begin or end with it
	efShorter
	efLongerStands
	efFuller // the form that [hearing.fuller] chooses
	efDisplay
	efDisplayPart
	efDisplayMore
	efDomain
	efKin
	efBody1
	efBody2
	efBody3
	efSubject
	efNowhere
	efAt
	efWith
	efFromWord
	efFor
	efOf
	efThe
	efTeamAfter
	efTeamBefore
	efVerb
	efOwn
	efOur
	efLine
	efLineStart
	efAfterComma
	efBracket
	efInside
	efSignLine
	efLastLine
	efWords1
	efWords2
	efWords3
	efWords4
	efWords5
	efLegal
	efInstitution
	efAcronym
	efDigit
	efLower
	efPerson
	efWriter
	efMine
	efMet
	efRoleWord
	efInRole
	efGenericAll
	efGenericEdge
	efOfficeEdge
	efStopEdge
	efSmallTail
	efAgency
	efTool
	efSystemDisplay
	efBoardDisplay
	efBetterDisplay // another name fills the display name
	efBetterDomain  // the domain stands for another name
	efKnown
	efCommonAll // words of our own sentences, which are seldom names
	efCommonNone
	efCommonFirst
	efCommonLast
	efSubjectFirst
	efSubjectPart
	efRunHead // the beginning of a longer run of capitals in the subject
	efGreeted
	efSigner // the writer, who signs with this name
	efAfterClosing
	efBeforeTitle
	efAfterTitle
	efRobotDisplay // the display name of a mailbox that is nobody's own
	efRobotOther
	efClient // named as the one for whom an agency writes
	employerSeen
)

// employerFeatures names what is seen, and then the same of mail without a sender, of which the text must say more.
var employerFeatures = unsigned([employerSeen]string{"votes", "no-votes", "from-subject", "from-body", "from-signature", "from-display", "from-domain", "longer-votes", "shorter-votes",
	"longer-stands", "fuller", "display", "display-part", "display-more", "domain", "kin", "body-1", "body-2", "body-3", "subject", "nowhere", "at", "with", "from", "for", "of", "the",
	"team-after", "team-before", "verb-after", "possessive", "our-after", "line", "line-start", "after-comma", "bracket", "inside", "sign-part", "last-line",
	"words-1", "words-2", "words-3", "words-4", "words-5", "legal", "institution", "acronym", "digit", "lower", "person", "writer", "mine", "met", "role-word", "in-role",
	"generic-all", "generic-edge", "office-edge", "stop-edge", "small-tail", "agency", "tool", "system-display", "board-display", "other-display", "other-domain", "known", "common-all", "common-none", "common-first", "common-last", "subject-first", "subject-part", "run-head", "greeted", "signer", "after-closing", "before-title", "after-title", "robot-display", "robot-other", "client"})

func unsigned(names [employerSeen]string) []string {
	out := names[:]
	for _, n := range names {
		out = append(out, "unsigned."+n)
	}
	return out
}

// employerOptions lists the names that may be the employer's: those that the rules heard, and the other names of the text, of the
// sign-off and of the display name. The votes of h are settled before.
func (h *hearing) employerOptions() []option {
	const most = 60
	base := h.employers
	var out []option
	whole := func(name, from string) {
		folded := FoldName(name)
		if folded != "" && len(out) < most && !slices.ContainsFunc(out, func(o option) bool { return o.folded == folded }) {
			out = append(out, option{name: name, folded: folded, from: from})
		}
	}
	add := func(name, from string) {
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
		if closes(name) || folded == "" || utf8.RuneCountInString(name) < 2 || len(out) >= most || strings.Trim(folded, "0123456789 ") == "" {
			return
		}
		for i := range out {
			if out[i].folded == folded {
				if len(name) > len(out[i].name) && len(out[i].seen) == 0 && hasLegalForm(name) && from != "" {
					out[i].name = name
				}
				return
			}
		}
		out = append(out, option{name: name, folded: folded, from: from})
	}
	for i := range base {
		add(base[i].name, base[i].from)
	}
	fuller := ""
	if win, ok := base.winner(1./2, 1./3); ok {
		name := h.fuller(win)
		fuller = FoldName(name)
		add(name, win.from)
	}
	p := h.p
	for _, l := range h.ends() {
		for _, part := range l.parts {
			if _, named, ok := strings.Cut(part, ": "); ok {
				part = named
			}
			part = strings.TrimLeft(part, "©0123456789 ")
			if f := strings.Fields(part); len(f) > 1 && len(f) < 6 && agencyTails[foldWord(f[len(f)-1])] && nameLike(strings.Join(f[:len(f)-1], " ")) {
				whole(part, "signature") // "Larch Talent" is a firm as often as its department
			}
			if len(strings.Fields(part)) <= 7 && capitalised(part) && !strings.ContainsAny(part, "@<>:") {
				part = strings.TrimPrefix(part, "For ")
				add(part, "signature")
				add(peel(part, officeWords), "signature")
				add(peel(cleanCompany(part), officeWords), "signature")
				if first, rest, ok := cutOf(part); ok && len(strings.Fields(first)) < 3 {
					add(rest, "signature") // "Jane from Acme"
				}
			}
		}
	}
	name, company := splitDisplay(h.m.Author().Name)
	for _, s := range [...]string{name, company} {
		if s == "" {
			continue
		}
		add(peel(beforeOffice(s), officeWords), "sender-name")
		if head, _, ok := strings.Cut(s, ", "); ok {
			add(head, "sender-name")
		}
		if _, rest, ok := cutOf(s); ok {
			add(rest, "sender-name")
		}
		add(s, "sender-name")
	}
	for s := range p.sents {
		first, end := int(p.sents[s].first), int(p.sents[s].last)
		for i := first; i < end; i++ {
			if !p.capital(i) {
				continue
			}
			if house := p.publicBody(i, end); house.to > i {
				whole(house.text, "body")
			}
			np := p.name(i, end)
			if np.text == "" || np.to <= i {
				continue
			}
			if own := strings.ReplaceAll(np.text, "’", "'"); strings.HasSuffix(own, "'s") && len(out) < most {
				out = append(out, option{name: own, folded: FoldName(own), from: "body"})
			}
			if np.to < end && string(p.word(np.to)) == "s" && strings.ContainsAny(p.gap(np.to), "'’") && (np.to+1 >= end || p.gap(np.to+1) != " ") {
				own := np.text + "'s" // "thanks for applying at Bramley's!"
				if out = append(out, option{name: own, folded: FoldName(own), from: "body"}); len(out) > most {
					break
				}
			}
			if rest, ok := strings.CutPrefix(strings.ReplaceAll(np.text, "’", "'"), "L'"); ok {
				add(rest, "body")
			}
			if p.sents[s].subject {
				for k := np.from + 1; k < np.to; k++ {
					if fieldWords[p.folded(k-1)] && (fieldWords[p.folded(k)] || p.roleWord(k)) {
						continue // "Acme Software" of "Acme Software Engineer"
					}
					add(p.phrase(np.from, k).text, "subject")
				}
			}
			switch n := np.to - np.from; {
			case n == 1 && p.facts.code == "de" && !p.sents[s].subject && !h.kinOfSender(np.text):
				if i > first && housePlace[p.folded(i-1)] { // other nouns have capitals too
					add(np.text, "body")
				}
			case n > 1 || i > first || p.sents[s].subject || h.kinOfSender(np.text):
				add(np.text, "body")
			}
			if s >= len(p.sents)-3 && !p.sents[s].subject { // "Jane Acme Foods", where the lines are lost
				for k := np.from + 1; k <= np.from+2 && k+1 < np.to; k++ {
					add(p.phrase(k, np.to).text, "signature")
				}
			}
			i = np.to - 1
		}
	}
	writer := h.writer()
	out = slices.DeleteFunc(out, func(o option) bool { return o.folded == writer || h.isMyName(o.name) || h.isTitle(&o) })
	h.seeEmployers(out, base, fuller, writer)
	return out
}

func (h *hearing) votesFor(folded string) float64 {
	for _, c := range h.employers {
		if c.folded == folded {
			return c.score
		}
	}
	return 0
}

// bare cuts what stands around a name in a run of capitals: words of subject lines, titles of those who write, fields of work.
func (h *hearing) bare(name string) string {
	if owner, rest, ok := strings.Cut(strings.ReplaceAll(name, "’", "'"), "'s "); ok && h.onlyWords(strings.Fields(rest)) {
		return owner // "Acme's SDE"
	}
	var buf [16]string
	f := appendFields(buf[:0], name)
	if len(f) > 1 && housePrepositions[foldWord(f[0])] {
		f = f[1:]
	}
	n := len(f)
	if n > 2 && institution(name) {
		return strings.Join(f, " ")
	}
	for n > 1 && h.onlyWords(f[n-1:n]) {
		n--
	}
	k := n
	for k > 1 && fieldWords[foldWord(f[k-1])] {
		k--
	}
	if n-k > 1 || k < n && n < len(f) { // "Premise Data" is a firm, "Acme Software Development" is none
		n = k
	}
	return strings.Join(f[:n], " ")
}

// onlyWords reports whether the words name nobody: titles of those who write and words of subject lines.
func (h *hearing) onlyWords(f []string) bool {
	for _, s := range f {
		w := foldWord(strings.Trim(s, ".,;:!?"))
		if firmWords[w] || legalForms[w] || w == "re" || !jobWords[w] && !h.p.facts.genericWord(w) && !h.titleLike(w) {
			return false
		}
	}
	return true
}

// agencyTails end the names of agencies, and the names of departments.
var agencyTails = setOf("recruitment recruiting staffing talent personalberatung personaldienstleistungen search consulting selezione seleccion uitzendbureau detachering interim partners personal people")

// publicBody reads the name of an institution that goes on in lower case at token i: "Commission scolaire des Érables", "Agenzia regionale
// per l'Ambiente".
func (p *page) publicBody(i, last int) phrase {
	const longest, lower = 8, 2
	none := phrase{from: i, to: i}
	if !p.capital(i) || !bodyHeads[p.folded(i)] {
		return none
	}
	end, loose := i+1, 0
	for j := i + 1; j < last && j-i < longest; j++ {
		w, g := p.folded(j), p.gap(j)
		if g != " " && g != "'" && g != "’" && g != "-" || verbs[w] && !titleLinks[w] && len(w) > 1 {
			break
		}
		switch {
		case p.capital(j):
			end = j + 1
		case joiners[w] || titleLinks[w] || bodyLinks[w]:
		default:
			loose++
		}
		if loose > lower {
			break
		}
	}
	if end < i+3 {
		return none
	}
	return p.phrase(i, end)
}

// bodyHeads begin the names of public bodies and houses in the Romance languages, and bodyLinks stand within them.
var (
	bodyHeads = setOf(`commission conseil caisse ecole haute direction agence agenzia ministere ministero ministerio ayuntamiento comune universita universite universidad universidade
		cooperativa institut istituto instituto dipartimento departement service hopital ospedale hospital clinique clinica camara conselho junta gobierno secretaria fondation fundacion
		fondazione fundacao societe banque banca banco caja cassa azienda ente academie rectorat ville mairie centre centro theatre teatro musee museo museu diputacion consejeria prefeitura`)
	bodyLinks = setOf("d l des degli dell della pour per para la le les los las lo du dei delle y e et")
)

// spelledAtHome reports whether the author's own domain spells a name whole, with the words that are else cut off: "Larch Staffing".
func (h *hearing) spelledAtHome(name string) bool {
	domain := domainOf(h.m.Author().Address)
	return domain != "" && strings.Contains(name, " ") && strings.ReplaceAll(FoldName(umlauts.Replace(name)), " ", "") == strings.ReplaceAll(label(domain), "-", "")
}

// houseArticles begin a sentence that names its house, and housePlace are the words before one.
var (
	houseArticles = setOf("das der die the le la les el il het o a os")
	housePlace    = setOf("bei beim von vom at via fur zur zu mit")
)

// ownWords say whose something is.
var ownWords = setOf(`your our my their ihr ihre ihren ihrem ihrer dein deine unser unsere unserem votre notre vos nuestro nuestra uw jouw onze tuo tua suo sua nostro nostra
	seu teu nosso nossa`)

// contracted reports whether a name holds a pronoun with its verb: "We've".
func contracted(name string) bool {
	for _, w := range strings.Fields(strings.ReplaceAll(name, "’", "'")) {
		if _, end, ok := strings.Cut(w, "'"); ok && (end == "ve" || end == "re" || end == "m" || end == "ll" || end == "t" || end == "d") {
			return true
		}
	}
	return false
}

// isTitle reports whether an option is what the rules heard as the title of the job, and nothing else.
func (h *hearing) isTitle(o *option) bool {
	for _, r := range h.roles {
		if r.folded == o.folded && r.score > 1.5 && r.score > h.votesFor(o.folded) && h.textLooksRole(o.name) && (o.from == "body" || o.from == "subject") {
			return true
		}
	}
	return false
}

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

// signLine is a line of a sign-off, cut at its separators.
type signLine struct {
	text  string
	parts []string
}

// ends returns the lines of the end of the text and of the signature.
func (h *hearing) ends() []signLine {
	if h.signature == nil {
		const most = 8
		ls := lines(tail(h.m.Text, 900))
		sig := lines(clip(h.m.Signature, 900))
		ls = append(ls[max(len(ls)-most, 0):], sig[:min(len(sig), most)]...)
		h.signature = make([]signLine, len(ls))
		for i, l := range ls {
			h.signature[i] = signLine{l, signParts(l)}
		}
	}
	return h.signature
}

// seeEmployers fills in what is seen of each option.
func (h *hearing) seeEmployers(out []option, base ballot, fuller, writer string) {
	const step = 2. // votes are worth a unit each
	p, a := h.p, h.m.Author()
	own := h.kin().label
	name, company := splitDisplay(a.Name)
	display := FoldName(peel(beforeOffice(name), officeWords))
	if writer != "" {
		display = ""
	}
	if company != "" {
		display = FoldName(peel(company, officeWords))
	}
	local := localOf(a.Address)
	robot := h.sender.Type == "" && (robotLocal(local) || roleLocal(local))
	signer := ""
	if writer == "" && name != "" {
		signer = FoldName(name)
	}
	agency := FoldName(h.agency)
	subject := make([]string, len(h.parts))
	for i, s := range h.parts {
		subject[i] = FoldName(s)
	}
	last := h.ends()
	parts := make([]string, 0, 4*len(last))
	closed, untitled, titledBefore := "", map[string]bool{}, map[string]bool{}
	for i, l := range last {
		for k, part := range l.parts {
			folded := FoldName(part)
			parts = append(parts, FoldName(peel(part, officeWords)), folded)
			next, previous := "", ""
			switch {
			case k+1 < len(l.parts):
				next = l.parts[k+1]
			case i+1 < len(last):
				next = signParts(last[i+1].text + " ")[0]
			}
			switch {
			case k > 0:
				previous = l.parts[k-1]
			case i > 0 && len(last[i-1].parts) > 0:
				previous = last[i-1].parts[len(last[i-1].parts)-1]
			}
			var buf [16]string
			if f := appendFields(buf[:0], next); len(f) <= 7 && h.titled(f) {
				untitled[folded] = true
			}
			if f := appendFields(buf[:0], previous); len(f) <= 7 && h.titled(f) {
				titledBefore[folded] = true
			}
		}
		if i > 0 && closes(last[i-1].text) {
			closed = FoldName(strings.Trim(l.text, " .,"))
		}
	}
	lastLine := ""
	if len(last) > 0 {
		lastLine = FoldName(last[len(last)-1].text)
	}
	unsigned, width := a.Address == "" && a.Name == "", employerSeen
	if unsigned {
		width *= 2
	}
	cells := p.rows(len(out), width)
	named := false
	for i := range out {
		named = named || own != "" && labelNames(own, out[i].name) && out[i].from != "domain"
	}
	for i := range out {
		o := &out[i]
		o.seen = cells[i*width : (i+1)*width]
		x := o.seen[:employerSeen]
		set := func(f int, yes bool) {
			if yes {
				x[f] = 1
			}
		}
		votes, voted := 0., false
		for j := range base {
			switch b := &base[j]; {
			case b.folded == o.folded:
				votes, voted = b.score-b.known, b.score != b.known
				x[efKnown] = b.known
			case partOf(o.folded, b.folded) && b.score > 0:
				x[efLonger] += b.score
			case partOf(b.folded, o.folded) && b.score > 0:
				x[efShorter] += b.score
			}
		}
		x[efVotes] = clipTo(votes, -4, 8) / step
		x[efLonger], x[efShorter] = clipTo(x[efLonger], 0, 6)/step, clipTo(x[efShorter], 0, 6)/step
		set(efNoVotes, !voted)
		set(efFromSubject, o.from == "subject")
		set(efFromBody, o.from == "body")
		set(efFromSignature, o.from == "signature")
		set(efFromDisplay, o.from == "sender-name")
		set(efFromDomain, o.from == "domain")
		for j := range out {
			set(efLongerStands, j != i && partOf(o.folded, out[j].folded) && out[j].from != "")
		}
		set(efFuller, o.folded == fuller)
		set(efDisplay, display != "" && o.folded == display)
		set(efDisplayPart, display != "" && o.folded != display && within(o.folded, display))
		set(efDisplayMore, display != "" && o.folded != display && within(display, o.folded))
		set(efBetterDisplay, display != "" && x[efDisplay]+x[efDisplayPart]+x[efDisplayMore] == 0)
		set(efDomain, own != "" && o.from != "domain" && labelNames(own, o.name))
		set(efKin, own != "" && x[efDomain] == 0 && o.from != "domain" && h.kinOfSender(o.name))
		set(efBetterDomain, named && x[efDomain] == 0)
		words := strings.Fields(o.folded)
		at := p.look(words)
		set(efBody1, at.inBody > 0)
		set(efBody2, at.inBody > 1)
		set(efBody3, at.inBody > 2)
		set(efSubject, at.inSubject > 0)
		set(efNowhere, at.first < 0)
		set(efSubjectFirst, at.subjectFirst)
		set(efSubjectPart, slices.Contains(subject, o.folded))
		set(efRunHead, at.runHead)
		set(efGreeted, at.before[besideGreeting])
		set(efSigner, signer != "" && o.folded == signer && h.signsOff(name))
		set(efAfterClosing, closed == o.folded)
		set(efBeforeTitle, untitled[o.folded])
		set(efAfterTitle, titledBefore[o.folded])
		set(efRobotDisplay, robot && x[efDisplay] == 1)
		set(efRobotOther, robot && display != "" && x[efDisplay]+x[efDisplayPart]+x[efDisplayMore] == 0)
		set(efClient, h.clients[o.folded])
		set(efAt, at.before[besideAt])
		set(efWith, at.before[besideWith])
		set(efFromWord, at.before[besideFrom])
		set(efFor, at.before[besideFor])
		set(efOf, at.before[besideOf])
		set(efThe, at.before[besideThe])
		set(efTeamAfter, at.after[besideTeam])
		set(efTeamBefore, at.before[besideTeam])
		set(efVerb, at.after[besideVerb])
		set(efOwn, at.after[besideOwn])
		set(efOur, at.after[besideOur])
		set(efLine, at.lineStart && at.lineEnd)
		set(efLineStart, at.lineStart)
		set(efAfterComma, at.before[besideComma])
		set(efBracket, at.before[besideBracket])
		set(efInside, at.inside)
		set(efSignLine, slices.Contains(parts, o.folded))
		set(efLastLine, lastLine == o.folded)
		x[efWords1+min(max(len(words), 1), 5)-1] = 1
		set(efLegal, hasLegalForm(o.name))
		set(efInstitution, institution(o.name))
		set(efAcronym, allUpper(o.name) && len(o.name) > 1)
		set(efDigit, digitsAt(o.name) > 0)
		set(efLower, !capitalised(o.name))
		set(efPerson, looksPerson(o.name) && !institution(o.name))
		set(efWriter, writer != "" && within(o.folded, writer))
		set(efMine, h.isMyName(o.name))
		set(efMet, h.met[o.folded])
		set(efRoleWord, h.textLooksRole(o.name))
		for _, r := range h.roles {
			set(efInRole, r.score > 1 && within(o.folded, r.folded))
		}
		h.seeWords(x, o.name)
		set(efAgency, h.agency != "" && (o.folded == agency || partOf(agency, o.folded)))
		set(efTool, toolNames[words[0]] || h.sender.Family != "" && (words[0] == h.sender.Family || strings.ReplaceAll(o.folded, " ", "") == h.sender.Family))
		set(efSystemDisplay, h.sender.Type == "ats" && x[efDisplay] == 1)
		set(efBoardDisplay, h.sender.Type == "board" && x[efDisplay] == 1)
		if unsigned {
			copy(o.seen[employerSeen:], x)
		}
	}
}

// seeWords notes what kinds of words a name begins and ends with.
func (h *hearing) seeWords(x []float64, name string) {
	var buf [16]string
	f := appendFields(buf[:0], name)
	generic, edge, office, stop := 0, false, false, false
	common, model := 0, shippedSentences()
	for i, w := range f {
		folded := foldWord(strings.Trim(w, ".,;:!?()\"'"))
		end := i == 0 || i == len(f)-1
		if model.knows(hashString(folded)) {
			common++
			if i == 0 {
				x[efCommonFirst] = 1
			}
			if i == len(f)-1 {
				x[efCommonLast] = 1
			}
		}
		if h.p.facts.genericWord(folded) {
			generic++
			edge = edge || end
		}
		office = office || end && (officeWords[folded] || teamWords[folded] || bodyWords[folded]) && !firmWords[folded] && !nameArticles[folded]
		stop = stop || end && stopNames[folded] && !joiners[folded]
	}
	yes := func(f int, ok bool) {
		if ok {
			x[f] = 1
		}
	}
	yes(efCommonAll, common == len(f))
	yes(efCommonNone, common == 0)
	yes(efGenericAll, generic == len(f))
	yes(efGenericEdge, edge && generic < len(f))
	yes(efOfficeEdge, office)
	yes(efStopEdge, stop)
	yes(efSmallTail, len(f) > 1 && joiners[foldWord(f[len(f)-1])])
}

// genericWord reports whether a folded word is one of subject lines, by itself.
func (f *facts) genericWord(w string) bool {
	return f.alone(f.lang.lexicon.find([]byte(w)), cueGeneric)
}
