package classifier

import (
	"slices"
	"strings"
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
	efIsWriter
	efTrade // a word of those whose trade are jobs: boards, agencies, tools
	efTradeOther
	efSpelled     // the sender's domain is the whole name
	efSpelledPart // it is the beginning of the name, or goes on behind it
	efSpelledElse // it is another name's
	efMarks       // slashes, brackets and the like within
	efPaper       // a word of the small print
	efJobLast     // words of rules/titles-*.txt
	efJobDoubtful
	efJobFirst
	efJobIn
	efGiven // it begins with the first name of a person
	efGivenDoubtful
	efGivenAlone
	efPersonTitle
	efPlaces // nothing but places
	efRunTail
	efAfterBody
	employerSeen
)

// employerFeatures names what is seen, and then the same of mail without a sender, of which the text must say more.
var employerFeatures = unsigned([employerSeen]string{"votes", "no-votes", "from-subject", "from-body", "from-signature", "from-display", "from-domain", "longer-votes", "shorter-votes",
	"longer-stands", "fuller", "display", "display-part", "display-more", "domain", "kin", "body-1", "body-2", "body-3", "subject", "nowhere", "at", "with", "from", "for", "of", "the",
	"team-after", "team-before", "verb-after", "possessive", "our-after", "line", "line-start", "after-comma", "bracket", "inside", "sign-part", "last-line",
	"words-1", "words-2", "words-3", "words-4", "words-5", "legal", "institution", "acronym", "digit", "lower", "person", "writer", "mine", "met", "role-word", "in-role",
	"generic-all", "generic-edge", "office-edge", "stop-edge", "small-tail", "agency", "tool", "system-display", "board-display", "other-display", "other-domain", "known", "common-all", "common-none", "common-first", "common-last", "subject-first", "subject-part", "run-head", "greeted", "signer", "after-closing", "before-title", "after-title", "robot-display", "robot-other", "client", "is-writer", "trade", "trade-other", "spelled", "spelled-part", "spelled-else", "marks", "paper", "job-last", "job-doubtful", "job-first", "job-in", "given", "given-doubtful", "given-alone", "person-title", "places", "run-tail", "after-body"})

func unsigned(names [employerSeen]string) []string {
	out := names[:]
	for _, n := range names {
		out = append(out, "unsigned."+n)
	}
	return out
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
	closed := ""
	for i, l := range last {
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
	trader := ofTrade(FoldName(company)) || ofTrade(display) || ofTrade(own)
	cells := p.rows(len(out), width)
	named, anySpelled := false, false
	label := strings.ReplaceAll(own, "-", "")
	for i := range out {
		anySpelled = anySpelled || out[i].from != "domain" && spelledWhole(label, out[i].name)
		out[i].seen = cells[i*width : (i+1)*width]
		if own != "" && out[i].from != "domain" && labelNames(own, out[i].name) {
			out[i].seen[efDomain], named = 1, true
		}
	}
	for i := range out {
		o := &out[i]
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
		set(efKin, own != "" && x[efDomain] == 0 && o.from != "domain" && h.sharesWord(o.name))
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
		set(efRunTail, at.runTail)
		set(efAfterBody, at.afterBody)
		set(efPlaces, placesOnly(words))
		set(efGreeted, at.before[besideGreeting])
		set(efSigner, signer != "" && o.folded == signer && h.signsOff(name))
		set(efAfterClosing, closed == o.folded)
		set(efRobotDisplay, robot && x[efDisplay] == 1)
		set(efRobotOther, robot && display != "" && x[efDisplay]+x[efDisplayPart]+x[efDisplayMore] == 0)
		set(efClient, h.clients[o.folded])
		set(efIsWriter, writer != "" && o.folded == writer)
		trade := ofTrade(o.folded)
		set(efTrade, trade)
		set(efTradeOther, trader && !trade)
		whole := o.from != "domain" && spelledWhole(label, o.name)
		set(efSpelled, whole)
		set(efSpelledPart, !whole && x[efDomain] == 1)
		set(efSpelledElse, !whole && anySpelled)
		set(efMarks, strings.ContainsAny(o.name, "/():|<>…"))
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
		for _, l := range last {
			for k := range l.parts {
				p := &l.parts[k]
				set(efSignLine, p.folded == o.folded || p.peeledFolded == o.folded)
				set(efBeforeTitle, p.beforeTitle && p.folded == o.folded)
				set(efAfterTitle, p.afterTitle && p.folded == o.folded)
			}
		}
		set(efLastLine, lastLine == o.folded)
		x[efWords1+min(max(len(words), 1), 5)-1] = 1
		set(efLegal, hasLegalForm(o.name))
		house := institution(o.name)
		set(efInstitution, house)
		set(efAcronym, allUpper(o.name) && len(o.name) > 1)
		set(efDigit, digitsAt(o.name) > 0)
		set(efLower, !capitalised(o.name))
		set(efPerson, !house && looksPerson(o.name))
		set(efWriter, writer != "" && within(o.folded, writer))
		set(efMine, h.isMyName(o.name))
		set(efMet, h.met[o.folded])
		set(efRoleWord, h.textLooksRole(o.name))
		for _, r := range h.roles {
			set(efInRole, r.score > 1 && within(o.folded, r.folded))
		}
		h.seeWords(x, o.name)
		set(efAgency, h.agency != "" && (o.folded == agency || partOf(agency, o.folded)))
		set(efPaper, slices.ContainsFunc(words, func(w string) bool { return paperWords[w] }))
		set(efTool, toolNames[words[0]] || len(words) > 1 && toolPairs[words[0]+" "+words[1]] || h.sender.Family != "" && (words[0] == h.sender.Family || strings.ReplaceAll(o.folded, " ", "") == h.sender.Family))
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
	yes := func(f int, ok bool) {
		if ok {
			x[f] = 1
		}
	}
	for i, w := range f {
		folded := foldWord(trim(w, ".,;:!?()\"'"))
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
		if !end {
			sure, _ := h.p.facts.jobs.sure([]byte(folded))
			yes(efJobIn, sure)
		} else {
			sure, doubtful := h.p.facts.jobs.sure([]byte(folded))
			yes(efJobFirst, sure && i == 0)
			yes(efJobLast, sure && i > 0)
			yes(efJobDoubtful, doubtful)
		}
		if h.p.facts.genericWord(folded) {
			generic++
			edge = edge || end
		}
		office = office || end && (officeWords[folded] || teamWords[folded] || bodyWords[folded]) && !firmWords[folded] && !nameArticles[folded]
		stop = stop || end && stopNames[folded] && !joiners[folded]
	}
	titled, given, doubtful := personLike(f)
	yes(efPersonTitle, titled)
	yes(efGiven, given && len(f) > 1)
	yes(efGivenAlone, given && len(f) == 1)
	yes(efGivenDoubtful, doubtful)
	yes(efCommonAll, common == len(f))
	yes(efCommonNone, common == 0)
	yes(efGenericAll, generic == len(f))
	yes(efGenericEdge, edge && generic < len(f))
	yes(efOfficeEdge, office)
	yes(efStopEdge, stop)
	yes(efSmallTail, len(f) > 1 && joiners[foldWord(f[len(f)-1])])
}

// spelledWhole reports whether a domain's label without hyphens is made of a name's words, none left out but small ones.
func spelledWhole(label, name string) bool {
	if label == "" {
		return false
	}
	folded := FoldName(german(name))
	return label == strings.ReplaceAll(folded, " ", "") || strings.Contains(folded, " ") && spelledRest(label, strings.Fields(folded), 0)
}

// ofTrade reports whether a folded name holds a word of those whose trade are jobs.
func ofTrade(folded string) bool {
	return slices.ContainsFunc(tradeWords, func(w string) bool { return strings.Contains(folded, w) })
}

// tradeWords stand in the names of boards, agencies and tools.
var tradeWords = strings.Fields("job recruit talent hunt search staffing hire hiring screening people placement interim empleo emploi lavoro vacature vagas trabajo personal bewerb stellen career karriere resourcing consult")

// genericWord reports whether a folded word is one of subject lines, by itself.
func (f *facts) genericWord(w string) bool {
	return f.alone(f.lang.lexicon.find([]byte(w)), cueGeneric)
}
