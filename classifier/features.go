package classifier

import (
	"slices"
	"strings"

	"heardback/mailbox"
)

// Structural features: what is known beside the words. Their prior weights stand in rules/structure.toml.
var structural = []string{
	"bias", "sender.ats", "sender.board", "sender.agency", "sender.freemail", "sender.jobbox", "sender.noreply", "sender.bulk",
	"thread.job", "thread.reply", "thread.correspondent", "thread.asked", "mail.list", "mail.auto-reply", "mail.generated", "mail.bounce",
	"links.many", "links.test", "links.booking", "calendar.request", "calendar.cancel", "calendar.only",
	"context.none", "context.weak", "context.some", "context.strong", "context.thin", "foreign.one", "foreign.many", "foreign.alone", "foreign.nojob",
	"reply.times", "time.named", "length.empty", "length.short", "length.long", "subject.only", "language.unknown", "signals.none",
	"says.received", "says.process", "says.refused", "says.filled", "says.hold", "says.invite", "says.fixed", "says.moved", "says.cancelled", "says.test",
	"says.offer", "says.ask", "says.pending", "says.outreach", "says.alert", "says.chat", "says.life",
	"says.received.plainly", "says.process.plainly", "says.refused.plainly", "says.filled.plainly", "says.hold.plainly", "says.invite.plainly", "says.fixed.plainly",
	"says.moved.plainly", "says.cancelled.plainly", "says.test.plainly", "says.offer.plainly", "says.ask.plainly", "says.pending.plainly", "says.outreach.plainly", "says.alert.plainly", "says.chat.plainly", "says.life.plainly",
}

// Feature is one thing that Classify saw, by its name: a concept with its mood ("decided-no", "invite?" under a condition,
// "invite!" negated, "received@subject") or a structural feature ("sender.ats").
type Feature struct {
	Name  string
	Quote string
}

// sight is the features of one message, as indices into the model.
type sight struct {
	seen        []bool // by feature
	list        []int32
	first       []int32 // hit that first showed a concept feature, -1 for structural ones; see quoteSentence
	hits        []hit
	readings    []said // by sentence
	text        text
	vocabulary  vocabulary
	matcher     matcher
	wording     *wordingModel
	sounds      float64     // probability of an event by the words of the whole message alone
	wordingOdds [16]float64 // what the wording model adds to each kind
	weighed     places      // what the wording model has counted
	lang        guess
	words       int  // of recruiting: ctx without what a sentence adds to it
	known       bool // the thread or the employer is
	inherited   bool // the subject is that of the thread
	home        bool // from where news of an application is expected
	core        int  // words that only recruiting uses: the position, the recruiting, the résumé
	strays      int  // phrases of other trades passed over in a text that is plainly about a job
	ctx         int  // distinct concepts of recruiting
	alien       int  // distinct concepts of other trades
}

const perConcept = int(moods) + 1 // the moods, and the subject

func (r *ruleSet) featureCount() int { return len(r.concepts)*perConcept + len(structural) }

func (r *ruleSet) featureName(f int) string {
	n := len(r.concepts) * perConcept
	if f >= n {
		return structural[f-n]
	}
	c, k := r.concepts[f/perConcept].Name, f%perConcept
	if k == int(moods) {
		return c + "@subject"
	}
	return c + moodMarks[k]
}

// structural is the feature of [structural] with a name.
func (r *ruleSet) structural(name string) int {
	return len(r.concepts)*perConcept + structuralIndex[name]
}

func (s *sight) add(f int, hit int32) {
	if !s.seen[f] {
		s.seen[f] = true
		s.list = append(s.list, int32(f))
		s.first = append(s.first, hit)
	}
}

// quote returns the words that first showed the i-th feature seen, "" for what stands beside the words.
func (s *sight) quote(i int) string {
	switch h := s.first[i]; {
	case h >= 0:
		return s.text.quote(int(s.hits[h].from), int(s.hits[h].to))
	case h <= quoteSentence:
		sen := s.text.sents[quoteSentence-h]
		return s.text.quote(int(sen.first), int(sen.last))
	}
	return ""
}

// reset makes s ready for another message of a model with n features.
func (s *sight) reset(n int) {
	if len(s.seen) != n {
		s.seen = make([]bool, n)
	}
	for _, f := range s.list {
		s.seen[f] = false
	}
	s.list, s.first, s.hits = s.list[:0], s.first[:0], s.hits[:0]
	s.ctx, s.alien, s.core, s.strays = 0, 0, 0, 0
}

// look finds the features of m in its context.
func (r *ruleSet) look(s *sight, m *mailbox.Message, c Context) {
	s.reset(r.featureCount())
	s.home, s.known = !m.Own && atHome(m, c), c.aboutJob() || len(c.Employers.at(m)) > 0
	s.text.read(bareSubject(m.Subject), bodyOf(m))
	s.vocabulary.learn(r, s.wording, &s.text)
	s.lang = r.recognise(&s.text, &s.vocabulary)
	s.matcher.t, s.matcher.words = &s.text, &s.vocabulary
	for _, i := range s.lang.known {
		s.matcher.lang = r.languages[i].rules()
		s.hits = s.matcher.find(s.hits)
	}
	if s.lang.code == "" || !s.lang.sure && !s.lang.others {
		r.languageByHits(s)
	}
	_, domain, _ := strings.Cut(m.Author().Address, "@")
	s.hits = slices.DeleteFunc(s.hits, func(h hit) bool {
		c := &r.concepts[h.concept]
		if c.Foreign && s.lang.code != h.lang.code && s.lang.code != "" && !s.lang.others {
			return true // a word of another language that is spelt alike
		}
		return c.Subject && !s.text.sents[h.sent].subject || c.Foreign && (s.text.named(int(h.sent)) || h.lang.code != "de" && r.trade(h) && s.text.inFirm(int(h.from), int(h.to), domain))
	})
	s.inherited = (len(m.InReplyTo) > 0 || isReply(m.Subject)) && s.text.body < len(s.text.sents)
	refused, received := r.states(s, r.refusing), r.states(s, r.receipt)
	r.readSentences(s, refused)
	native := r.native(s) || c.aboutJob() || s.home && (s.core > 0 || senderOf(m).Type == "ats")
	for i, h := range s.hits {
		f := int(h.concept) * perConcept
		if c := &r.concepts[h.concept]; refused && c.Moot || (refused || received) && c.Advert {
			continue
		}
		if s.inherited && s.text.sents[h.sent].subject {
			continue // the subject of a reply says what the thread began with, not what this mail says
		}
		if native && r.trade(h) || r.strays(s, h) {
			s.strays++
			continue
		}
		s.add(f+int(h.mood), int32(i))
		if s.text.sents[h.sent].subject && h.mood == Decided {
			s.add(f+int(moods), int32(i))
		}
	}
	var topic [256]bool // what the subject of a thread is about still shows that it is about a job
	for _, h := range s.hits {
		topic[h.concept] = topic[h.concept] || s.inherited && s.text.sents[h.sent].subject
	}
	for ci := range r.concepts {
		f := ci * perConcept
		if s.seen[f] || s.seen[f+1] || s.seen[f+2] || topic[ci] {
			if r.concepts[ci].Job {
				s.ctx++
			}
			if r.concepts[ci].Foreign && s.seen[f] {
				s.alien++
			}
		}
	}
	s.words = s.ctx
	if s.ctx > 0 && s.brings() {
		s.ctx++ // a sentence that plainly brings news of an application is context as good as a word
	}
	r.structure(s, m, c)
}

// brings reports whether a sentence of a letter, as opposed to an article, plainly brings news of an application.
func (s *sight) brings() bool {
	const letter = 250
	return len(s.text.tokens) <= letter && slices.ContainsFunc(s.readings[min(s.text.body, len(s.readings)):], said.jobNews)
}

// states reports whether the text states a concept of the kind that which tells; an inherited subject does not count.
func (r *ruleSet) states(s *sight, which func(concept int32) bool) bool {
	for _, h := range s.hits {
		if h.mood == Decided && which(h.concept) && !(s.inherited && s.text.sents[h.sent].subject) {
			return true
		}
	}
	return false
}

func (r *ruleSet) refusing(concept int32) bool { return r.concepts[concept].Refuses }

func (r *ruleSet) receipt(concept int32) bool { return r.concepts[concept].Name == "received" }

// native reports whether the text is so plainly about a job that the words of other trades in it are no sign: a long mail of an
// employer speaks of travel, benefits and studies too. Applications are made for flats, loans and schools as well, so a word for the
// position, the recruiting or the résumé is needed.
func (r *ruleSet) native(s *sight) bool {
	var seen [256]bool
	words := 0
	for _, h := range s.hits {
		if seen[h.concept] {
			continue
		}
		seen[h.concept] = true
		switch r.concepts[h.concept].Name {
		case "word-position", "word-recruit", "word-resume", "word-title":
			s.core++
			words++
		case "word-apply", "word-candidate", "interview-word":
			words++
		}
	}
	if s.brings() {
		words++
	}
	clear(seen[:])
	alien, titled := 0, false
	for _, h := range s.hits {
		if c := &r.concepts[h.concept]; c.Foreign && !r.strays(s, h) {
			titled = titled || s.text.sents[h.sent].subject && !weakForeign[c.Name]
			if !seen[h.concept] {
				seen[h.concept] = true
				alien++
			}
		}
	}
	return !titled && s.core >= 1 && (words >= 3 || words >= 2 && alien <= 2)
}

// thin reports a long text in which the words of recruiting are rare: an article speaks of everything once.
func (s *sight) thin() bool {
	const long, each = 450, 150
	return len(s.text.tokens) > long && s.ctx < len(s.text.tokens)/each
}

// strays reports whether a word of another trade stands in a sentence that plainly says something of an application, in a text
// with a word that only recruiting uses, or in one that hardly speaks of that trade at all.
func (r *ruleSet) strays(s *sight, h hit) bool {
	g := s.readings[h.sent]
	return r.trade(h) && s.core > 0 && (g.jobNews() || g.life < incidental && !s.text.sents[h.sent].subject)
}

// incidental is the probability of having nothing to do with a job below which a sentence names another trade by the way.
const incidental = 0.10

// trade reports whether a phrase is a word of another trade, and not one of a thing that looks like an application by itself.
func (r *ruleSet) trade(h hit) bool {
	c := &r.concepts[h.concept]
	return c.Foreign && c.Name != "journalism" && c.Name != "candidate-side" && c.Name != "fellow"
}

// weakForeign are the trades that a subject of job mail may name: a role can be in any of them.
var weakForeign = map[string]bool{"software": true, "selling": true, "business": true, "event": true, "newsletter": true, "finance": true, "health": true, "travel": true, "social": true}

// languageByHits lets the phrases found settle the language of a text too short for its function words.
func (r *ruleSet) languageByHits(s *sight) {
	var n [8]int
	best := -1
	for i, l := range r.languages {
		for k := range s.hits {
			if s.hits[k].lang.code == l.code {
				n[i] += int(s.hits[k].to - s.hits[k].from)
			}
		}
		if l.code == s.lang.code {
			n[i] *= 2
		}
		if n[i] > 0 && (best < 0 || n[i] > n[best]) {
			best = i
		}
	}
	if best >= 0 {
		s.lang.code = r.languages[best].code
	}
}

// bodyOf is the text that a decision rests on: the new text, else what a calendar part says.
func bodyOf(m *mailbox.Message) string {
	if strings.TrimSpace(m.Text) != "" || len(m.Calendars) == 0 {
		return m.Text
	}
	c := m.Calendars[0]
	return c.Summary + "\n\n" + c.Text
}

func (r *ruleSet) structure(s *sight, m *mailbox.Message, c Context) {
	base := len(r.concepts) * perConcept
	on := func(name string, yes bool) {
		if yes {
			s.add(base+structuralIndex[name], -1)
		}
	}
	on("bias", true)
	sender := senderOf(m)
	on("sender.ats", sender.Type == "ats")
	on("sender.board", sender.Type == "board")
	on("sender.agency", sender.Type == "agency")
	on("sender.freemail", sender.Type == "freemail")
	local := mailboxOf(m)
	on("sender.jobbox", hasAny(local, jobBoxes))
	on("sender.noreply", hasAny(local, noReplies))
	on("sender.bulk", hasAny(local, bulkBoxes))

	on("thread.job", c.aboutJob())
	on("thread.asked", len(c.Thread) > 0 && c.Thread[len(c.Thread)-1].Own)
	on("thread.reply", len(m.InReplyTo) > 0 || isReply(m.Subject))
	on("thread.correspondent", c.Correspondent)
	on("mail.list", m.List != "")
	on("mail.auto-reply", m.Auto == mailbox.AutoReply)
	on("mail.generated", m.Auto == mailbox.AutoGenerate)
	on("mail.bounce", m.Auto == mailbox.DSN || m.Bounce != nil)

	tests, bookings := false, false
	for i := range m.Links {
		host := hostOf(m.Links[i].URL)
		tests = tests || hasAny(host, testHosts)
		bookings = bookings || hasAny(host, bookingHosts)
	}
	on("links.many", len(m.Links) >= 12)
	on("links.test", tests)
	on("links.booking", bookings)
	for i := range m.Calendars {
		cal := &m.Calendars[i]
		on("calendar.request", cal.Method == mailbox.MethodRequest && !cal.Cancelled)
		on("calendar.cancel", cal.Cancelled)
		on("calendar.only", strings.TrimSpace(m.Text) == "")
	}
	on("context.none", s.ctx == 0)
	on("context.weak", s.ctx == 1)
	on("context.some", s.ctx >= 2 && s.ctx <= 3)
	on("context.strong", s.ctx >= 4)
	on("context.thin", s.thin())
	on("foreign.one", s.alien == 1)
	on("foreign.many", s.alien >= 2)
	on("foreign.nojob", s.alien >= 1 && s.core == 0)
	on("foreign.alone", s.alien >= 1 && s.ctx <= 1)
	on("reply.times", isReply(m.Subject) && (r.has(s, "times") || r.has(s, "time-fixed") || r.has(s, "want-talk")))
	on("time.named", s.namesTime())
	words := len(s.text.tokens)
	on("length.empty", words < 4)
	on("length.short", words < 40)
	on("length.long", words > 400)
	on("subject.only", s.text.body == len(s.text.sents))
	on("language.unknown", s.lang.others || s.lang.code == "")
	on("signals.none", len(s.hits) == 0)
}

var structuralIndex = func() map[string]int {
	t := make(map[string]int, len(structural))
	for i, n := range structural {
		t[n] = i
	}
	return t
}()

var (
	jobBoxes = []string{"career", "jobs", "recruit", "talent", "hiring", "hr@", "humanresource", "people", "bewerb", "karriere", "personal", "candidat",
		"emploi", "recrut", "seleccion", "rrhh", "empleo", "vacature", "sollicit", "werken", "selezione", "risorseumane", "lavora", "candidatura",
		"vagas", "selecao", "applicant", "application"}
	noReplies    = []string{"noreply", "no-reply", "no_reply", "donotreply", "do-not-reply", "do_not_reply", "notification", "mailer", "nicht-antworten", "nepasrepondre", "automat", "robot", "system"}
	bulkBoxes    = []string{"alert", "newsletter", "marketing", "news", "digest", "promo", "offers", "deals", "update", "info@mail", "bounce", "campaign"}
	testHosts    = []string{"hackerrank.", "codility.", "hackerearth.", "testgorilla.", "codesignal.", "coderbyte.", "karat.", "hirevue.", "testdome.", "mettl.", "shl.", "harver.", "pymetrics.", "vidcruiter.", "sparkhire.", "willo.video", "coderpad.", "devskiller.", "imocha.", "assessfirst.", "cut-e.", "cubiks.", "wonderlic.", "criteriacorp.", "predictiveindex.", "mercer"}
	bookingHosts = []string{"calendly.", "cal.com", "goodtime.", "youcanbook.", "savvycal.", "doodle.", "x.ai", "chilipiper.", "meetings.hubspot", "bookings.office", "calendar.app.google", "koalendar.", "zcal.", "picktime.", "acuityscheduling.", "paradox.", "timetap."}
)

func hasAny(s string, parts []string) bool {
	for _, p := range parts {
		if strings.Contains(s, p) {
			return true
		}
	}
	return false
}

func hostOf(url string) string {
	if _, rest, ok := strings.Cut(url, "://"); ok {
		url = rest
	}
	if i := strings.IndexAny(url, "/?#"); i >= 0 {
		url = url[:i]
	}
	return strings.ToLower(url)
}

// replyMarks and forwardMarks begin the subject of a reply and of a forwarded mail, in the languages of the rules.
var (
	replyMarks   = []string{"re:", "aw:", "antw:", "ré:", "rif:", "res:", "sv:", "re :"}
	forwardMarks = []string{"fw:", "fwd:", "wg:", "tr:", "rv:", "enc:", "doorst:", "i:", "tr :"}
)

// isReply reports a reply's subject.
func isReply(subject string) bool { return marked(subject, replyMarks) > 0 }

// bareSubject is a subject without the marks in front of it.
func bareSubject(subject string) string {
	for {
		n := max(marked(subject, replyMarks), marked(subject, forwardMarks))
		if n == 0 {
			return subject
		}
		subject = subject[n:]
	}
}

// marked returns how long the mark at the beginning of a subject is, 0 for none.
func marked(subject string, marks []string) int {
	bare := strings.TrimLeft(subject, " \t")
	for _, mark := range marks {
		if len(bare) >= len(mark) && strings.EqualFold(bare[:len(mark)], mark) {
			return len(subject) - len(bare) + len(mark)
		}
	}
	return 0
}
