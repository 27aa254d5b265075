package classifier

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"heardback/mailbox"
)

// robotWords in the local part of an address mean that nobody reads an answer.
var robotWords = [...]string{"noreply", "no-reply", "no_reply", "no.reply", "donotreply", "do-not-reply", "do_not_reply", "nepasrepondre", "ne-pas-repondre", "nao-responda",
	"naoresponda", "noresponder", "no-responder", "norespond", "nichtantworten", "bounce", "mailer-daemon", "mailer", "postmaster", "notification", "notify", "automated", "autoreply",
	"unattended", "unmonitored", "jobalert", "alerts", "newsletter", "system", "workflow", "daemon", "geenantwoord", "nonrispondere", "donotrespond"}

// roleLocals are mailboxes that people answer but that belong to an office, not to a person.
var roleLocals = setOf(`careers career jobs job recruiting recruitment recruiter talent hr hiring people info contact office hello team apply application applications bewerbung
	bewerbungen karriere personal personalabteilung recrutement rh candidature candidatures emploi empleo rrhh seleccion talento trabajo werkenbij vacatures sollicitatie
	sollicitaties werving lavoro selezione risorseumane recursoshumanos vagas talentos curriculos cv mail support help admin service kontakt contacto contatto contato welcome staffing
	interviews interview scheduling coordinator talentacquisition ta campus university students jobsearch resume resumes personnel onboarding candidates candidate hrteam post`)

// robotLocal reports whether a local part belongs to a machine.
func robotLocal(local string) bool {
	for _, w := range robotWords {
		if strings.Contains(local, w) {
			return true
		}
	}
	return local == "messages" || local == "alert" || local == "reply" || local == "updates"
}

// roleLocal reports whether a local part is an office's.
func roleLocal(local string) bool {
	if roleLocals[local] {
		return true
	}
	f := strings.FieldsFunc(local, func(r rune) bool { return r == '.' || r == '-' || r == '_' || r == '+' })
	for _, w := range f {
		if roleLocals[w] {
			return true
		}
	}
	return strings.HasPrefix(local, "recruit") || strings.HasPrefix(local, "bewerb") || strings.HasPrefix(local, "career") || strings.HasPrefix(local, "karriere")
}

// humanAddress reports whether an address is a person's that can be replied to.
func humanAddress(address, display string) bool {
	local, domain := localOf(address), domainOf(address)
	if local == "" || domain == "" || robotLocal(local) || roleLocal(local) {
		return false
	}
	s := senderOfDomain(domain)
	for _, r := range s.robots {
		if strings.HasPrefix(local, r) {
			return false
		}
	}
	switch s.Type {
	case "ats", "board", "assessment", "calendar":
		return false // a relay
	}
	if strings.Count(local, "") > 34 || digitsAt(local) > 8 {
		return false // a token, not a name
	}
	return !officeName(display)
}

// officeName reports whether a display name is an office's: "Acme Careers", "HR Team".
func officeName(display string) bool {
	for _, w := range strings.Fields(display) {
		if teamWords[foldWord(trim(w, ".,()"))] {
			return true
		}
	}
	return false
}

// contacts lists who stands behind the message: its author, the person of the signature, and persons that the text says
// to turn to. The user is never among them; addresses that nobody reads are left out.
func (h *hearing) contacts(f *Finding) []Contact {
	out := []Contact{}
	if h.m.Own || h.m.Bounce != nil || f.Has(ActBounce) {
		return out
	}
	signer := h.signer(f.Employer.Name)
	out = h.authors(out, signer, f.Employer.Name)
	out = h.named(out, f.Employer.Name)
	if f.Has(ActHandover) || h.p.says1(cueHandoff) {
		for i, c := range out {
			if i > 0 && !c.Wrote && (c.Address != "" || c.Name != "") {
				copy(out[1:i+1], out[:i])
				out[0] = c
				break
			}
		}
	}
	return out
}

// authors adds the author and the person who signed.
func (h *hearing) authors(out []Contact, signer Contact, employer string) []Contact {
	a := h.m.Author()
	name, _ := splitDisplay(a.Name)
	if strings.Contains(name, "@") || officeName(a.Name) || !looksPerson(name) && FoldName(name) != FoldName(signer.Name) {
		name = ""
	}
	name = orderName(name)
	e, n := FoldName(employer), FoldName(name)
	switch w, _, _ := strings.Cut(n, " "); {
	case n == "":
	case n == e || partOf(n, e) || partOf(e, n) || hasLegalForm(name) || institution(name) || toolNames[w] || w == h.sender.Family:
		name = "" // the employer's, a system's
	case h.sender.Type == "ats" && !strings.Contains(strings.ToLower(h.m.Author().Name), " via ") && labelNames(labelOfLocal(h.m.Author().Address), name):
		name = ""
	}
	author := Contact{Name: name, Address: a.Address, Wrote: true, Human: humanAddress(a.Address, a.Name)}
	if robotLocal(localOf(a.Address)) || author.Address != "" && !author.Human && senderOf(h.m).system() && senderOf(h.m).Type != "agency" && senderOf(h.m).Type != "freemail" {
		author.Address = ""
	}
	for _, r := range h.m.ReplyTo {
		if !strings.EqualFold(r.Address, a.Address) && humanAddress(r.Address, r.Name) && !h.isMe(r) && author.Address == "" {
			author.Address, author.Human = r.Address, true
			if author.Name == "" && looksPerson(r.Name) {
				author.Name = orderName(r.Name)
			}
		}
	}
	if signer.Name != "" && (author.Name == "" || sameName(author.Name, signer.Name)) {
		if len(signer.Name) > len(author.Name) && author.Name == "" {
			author.Name = signer.Name
		}
		author.Phone, author.Title = signer.Phone, signer.Title
		signer = Contact{}
	}
	for s := range h.p.sents {
		if author.Phone == "" {
			author.Phone = h.p.callAt(s)
		}
	}
	if h.isMe(mailbox.Address{Address: a.Address}) {
		author = Contact{}
	}
	author.Human = author.Human && author.Address != ""
	if author.Name != "" || author.Address != "" {
		out = append(out, author)
	}
	if signer.Name != "" {
		signer.Wrote = len(out) == 0
		out = append(out, signer)
	}
	return out
}

// callAt returns the number under which sentence s asks to be called: no fax, and no number to dial into a meeting.
func (p *page) callAt(s int) string {
	if !p.has(s, cueCallMe) || p.has(s, cueNoCalls) {
		return ""
	}
	if p.dialsIn(s) {
		return ""
	}
	return phoneIn(p.sentence(s))
}

// dialsIn reports whether the numbers of sentence s are a fax's or a meeting's.
func (p *page) dialsIn(s int) bool {
	for i := p.sents[s].first; i < p.sents[s].last; i++ {
		switch string(p.word(int(i))) {
		case "fax", "telefax", "dial", "zoom", "teams", "webex", "pin", "passcode", "einwahl", "kenncode":
			return true
		}
	}
	return false
}

// labelOfLocal is the local part without what follows a plus sign.
func labelOfLocal(address string) string {
	l, _, _ := strings.Cut(localOf(address), "+")
	return l
}

// orderName writes a person's name as a letter does: "Roe, Jane" and "ROE Jane" are Jane Roe, and so is "Jane Roe, RN".
func orderName(s string) string {
	f := strings.Fields(strings.ReplaceAll(s, ",", " , "))
	for len(f) > 1 && (f[len(f)-1] == "," || postNominals[strings.ToLower(trim(f[len(f)-1], "."))]) {
		f = f[:len(f)-1]
	}
	s = strings.ReplaceAll(strings.Join(f, " "), " , ", ", ")
	if last, first, ok := strings.Cut(s, ","); ok && !strings.Contains(first, ",") {
		s = strings.TrimSpace(first) + " " + strings.TrimSpace(last)
	}
	f = strings.Fields(s)
	shouts := func(w string) bool { return len([]rune(w)) > 2 && allUpper(strings.ReplaceAll(w, "-", "")) }
	if n := len(f); n > 1 && shouts(f[0]) != shouts(f[n-1]) { // the family name in capitals, as French and Spanish offices write it
		var given, family []string
		for _, w := range f {
			if shouts(w) {
				family = append(family, inTitle(w))
			} else {
				given = append(given, w)
			}
		}
		f = append(given, family...)
	}
	return strings.Join(f, " ")
}

// inTitle writes a word of capitals with a capital at its beginning, and behind a hyphen.
func inTitle(w string) string {
	parts := strings.Split(strings.ToLower(w), "-")
	for i, p := range parts {
		r, n := utf8.DecodeRuneInString(p)
		parts[i] = string(unicode.ToUpper(r)) + p[n:]
	}
	return strings.Join(parts, "-")
}

// postNominals are degrees and memberships behind a name.
var postNominals = setOf("rn msn bsn lpn rvn phd mba cpa phr sphr shrm-cp shrm-scp md esq cipd mcipd fcipd bsc msc ba ma pmp cfa llm llb acca jd ph.d m.a b.a b.sc m.sc")

// sameName reports whether two names can be one person's: the same last word, or one is part of the other.
func sameName(a, b string) bool {
	x, y := plainName(a), plainName(b)
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	if len(x) == 1 || len(y) == 1 {
		return x[0] == y[0] || x[len(x)-1] == y[len(y)-1]
	}
	return x[len(x)-1] == y[len(y)-1] && x[0][0] == y[0][0]
}

// plainName are the words of a person's name without courtesies.
func plainName(s string) []string {
	var out []string
	for _, w := range nameWords(s) {
		if !courtesies[w] {
			out = append(out, w)
		}
	}
	return out
}

// signer reads the person of the signature: a name on a line of its own below the closing words, with title and phone.
func (h *hearing) signer(employer string) Contact {
	ls := append(h.closing(), lines(clip(h.m.Signature, 1500))...)
	var c Contact
	for i, l := range ls {
		if i > 10 {
			break
		}
		if c.Name == "" {
			for _, part := range h.cut(l) {
				if n := personName(part); n != "" && FoldName(n) != FoldName(employer) && !h.isMyName(n) && !h.textLooksRole(n) && i < 6 {
					c.Name = n
					break
				}
			}
			if c.Name != "" {
				for _, part := range h.cut(l) {
					if h.textLooksRole(part) {
						c.Title = strings.TrimSpace(part)
					}
				}
			}
			continue
		}
		if c.Title == "" && h.textLooksRole(l) && len(l) < 80 && phoneIn(l) == "" {
			c.Title = strings.TrimSpace(h.cut(l)[0])
		}
		if c.Phone == "" {
			c.Phone = phoneIn(l)
		}
	}
	return c
}

// closing returns the lines below the closing words of the text.
func (h *hearing) closing() []string {
	p := h.p
	from := -1
	for s := len(p.sents) - 1; s >= p.body && s >= len(p.sents)-14; s-- {
		if k, ok := p.find(s, cueBye); ok && int(k.from) == int(p.sents[s].first) {
			from = int(p.tokens[k.from].from)
			rest := p.orig[from:]
			i := strings.IndexByte(rest, '\n')
			j := strings.IndexByte(rest, ',')
			switch {
			case j >= 0 && j < 40 && (i < 0 || j < i):
				return lines(rest[j+1:])
			case i >= 0:
				return lines(rest[i+1:])
			case int(k.to) < int(p.sents[s].last):
				return lines(p.orig[p.tokens[k.to].from:])
			}
			return nil
		}
	}
	return nil
}

func (h *hearing) isMyName(n string) bool {
	return len(h.mine) > 0 && slices.Contains(h.mine, FoldName(n))
}

// degrees and courtesies around a person's name.
var courtesies = setOf("dr mag prof dipl ing mr mrs ms miss mx herr herrn frau monsieur madame mme mlle m sr sra srta senor senora don dona dhr mevr mevrouw dott dottssa sig sigra ir drs msc bsc ma ba mba phd cpp phr sphr llm di bed mas")

// notPersons begin or end lines of a signature that look like a name: "Im Auftrag", "Registergericht Mooringen", "Haltestelle Markt".
var notPersons = setOf(`im auftrag vertretung registergericht amtsgericht handelsregister haltestelle sitz geschaftsfuhrer geschaftsfuhrung vorstand vorsitzender aufsichtsrat
	strasse street road avenue square platz allee rue place calle plaza via piazza rua gebaude building floor raum room zimmer anfahrt parking registered vat ust steuernummer`)

// personName returns the name in s if s is one: two to four capitalised words apart from titles.
func personName(s string) string {
	s = strings.TrimSpace(s)
	if i := strings.IndexAny(s, "(<["); i > 0 {
		s = strings.TrimSpace(s[:i])
	}
	var kept []string
	for _, w := range strings.Fields(strings.ReplaceAll(s, ",", " ")) {
		bare := foldWord(trim(w, ".-"))
		if courtesies[strings.ReplaceAll(bare, ".", "")] || strings.Contains(bare, "dipl") {
			continue
		}
		kept = append(kept, w)
	}
	n := strings.Join(kept, " ")
	if !looksPerson(n) || len(n) > 50 {
		return ""
	}
	for _, w := range kept {
		bare := foldWord(trim(w, ".-"))
		if officeWords[bare] && !joiners[bare] || stopNames[bare] || notPersons[bare] || firmKinds[bare] || strings.HasSuffix(w, ".") && len(w) > 3 || allUpper(w) && len(w) < 4 && len(kept) < 3 {
			return ""
		}
	}
	return n
}

// named adds the persons that the text tells to turn to, and the addresses it holds.
func (h *hearing) named(out []Contact, employer string) []Contact {
	p := h.p
	for _, a := range addressesIn(p.orig) {
		if h.known(out, a.address) || robotLocal(localOf(a.address)) || h.isMe(mailbox.Address{Address: a.address}) {
			continue
		}
		if senderOfDomain(domainOf(a.address)).Type == "ats" || senderOfDomain(domainOf(a.address)).Type == "board" {
			continue
		}
		c := Contact{Name: h.nameBefore(a.at), Address: a.address, Human: humanAddress(a.address, "")}
		merged := false
		for i := range out {
			if out[i].Address == "" && out[i].Name != "" && (sameName(out[i].Name, c.Name) || localNames(localOf(a.address), out[i].Name)) {
				out[i].Address, out[i].Human, merged = c.Address, c.Human, true
				break
			}
		}
		if !merged {
			out = append(out, c)
		}
	}
	for s := range p.sents {
		for _, k := range p.in(s) {
			if k.cue != cueContact && k.cue != cueHandoff {
				continue
			}
			n := h.personAt(int(k.to), int(p.sents[s].last))
			if n == "" || h.isMyName(n) {
				continue
			}
			known := FoldName(n) == FoldName(employer)
			for _, c := range out {
				known = known || sameName(c.Name, n)
			}
			if !known {
				out = append(out, Contact{Name: n, Phone: phoneIn(p.whole(s))})
			}
		}
	}
	return out
}

// personAt reads a person's name within the next words of a sentence: after "contact", past a courtesy.
func (h *hearing) personAt(i, last int) string {
	p := h.p
	for j := i; j < last && j < i+6; j++ {
		polite := courtesies[string(p.word(j))]
		if !polite && !p.capital(j) {
			continue
		}
		np := p.name(j, last)
		if n := personName(np.text); n != "" && !h.textLooksRole(n) {
			for _, e := range h.employers {
				if e.folded == FoldName(n) {
					return ""
				}
			}
			return n
		}
		if polite && j+1 < last && p.capital(j+1) && !courtesies[string(p.word(j+1))] {
			return p.name(j+1, last).text
		}
		if np.to > j {
			return ""
		}
	}
	return ""
}

// nameBefore reads the person's name that stands before an address in the same sentence.
func (h *hearing) nameBefore(at int) string {
	p := h.p
	for i := range p.tokens {
		if int(p.tokens[i].from) < at {
			continue
		}
		s := p.sents[p.tokens[i].sent]
		for j := max(int(s.first), i-10); j < i; j++ {
			if n := personName(p.name(j, i).text); n != "" && !h.textLooksRole(n) {
				return n
			}
		}
		return ""
	}
	return ""
}

// localNames reports whether a local part is made of a person's name: jane.roe, jroe, j.roe.
func localNames(local, name string) bool {
	w := nameWords(name)
	if len(w) < 2 {
		return false
	}
	l := strings.NewReplacer(".", "", "-", "", "_", "").Replace(local)
	first, last := w[0], w[len(w)-1]
	return l == first+last || l == first[:1]+last || l == last+first || l == last || l == first
}

type addressAt struct {
	address string
	at      int
}

// addressesIn finds at most eight mail addresses in s.
func addressesIn(s string) []addressAt {
	var out []addressAt
	for i := 0; i < len(s) && len(out) < 8; i++ {
		if s[i] != '@' {
			continue
		}
		from, to := i, i+1
		for from > 0 && isLocalByte(s[from-1]) {
			from--
		}
		for to < len(s) && (isWordByte(s[to]) || s[to] == '-' || s[to] == '.') {
			to++
		}
		domain := strings.TrimRight(strings.ToLower(s[i+1:to]), ".-")
		if from < i && registrable(domain) != "" && !strings.HasSuffix(s[:from], "cid:") {
			out = append(out, addressAt{strings.ToLower(s[from:i]) + "@" + domain, from})
		}
		i = to - 1
	}
	return out
}

func isLocalByte(c byte) bool { return isWordByte(c) || c == '.' || c == '-' || c == '_' || c == '+' }

// phoneIn returns the first telephone number of a line: at least seven digits, begun by +, 0, ( or after a word for phone.
func phoneIn(l string) string {
	for i := 0; i < len(l); i++ {
		if l[i] != '+' && l[i] != '(' && !isDigit(l[i]) || i > 0 && (isWordByte(l[i-1]) || l[i-1] == '/' || l[i-1] == '-' || l[i-1] == '#') {
			continue
		}
		j, digits := i, 0
		for j < len(l) && (isDigit(l[j]) || strings.IndexByte(" ()-./+", l[j]) >= 0) {
			if isDigit(l[j]) {
				digits++
			}
			j++
		}
		n := strings.TrimRight(l[i:j], " (-./+")
		if digits >= 7 && digits <= 15 && (l[i] != ' ') && !strings.Contains(n, "..") && (j == len(l) || (!isWordByte(l[j]) || l[j-1] == ' ') && l[j] != ':' && l[j] != '@') {
			if l[i] == '+' || l[i] == '0' || l[i] == '(' || digits >= 9 {
				return n
			}
		}
		i = j
	}
	return ""
}
