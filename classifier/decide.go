package classifier

import (
	"slices"
	"sort"
	"strings"
	"time"

	"heardback/mailbox"
)

// Limits of acceptance, chosen on predictions for sources that training had not seen (docs/accuracy.md).
const (
	// Probability from which a kind is accepted, and the same for mail from where news of an application is expected (see atHome).
	// Refusals, interviews and offers need more: a wrong one does the greatest harm.
	acceptAt        = 0.80
	acceptHome      = 0.65
	acceptTaskHome  = 0.80 // who is given a task has something to do
	acceptTwice     = 0.65 // a refusal that a phrase and a sentence state
	acceptReceipt   = 0.75 // a confirmation: all it does is start a clock
	acceptGrave     = 0.83
	acceptGraveHome = 0.75
	acceptPause     = 0.45 // an application on hold, said in so many words, from home: all it does is wait
	acceptSaid      = 0.50 // a confirmation from home that a phrase and a sentence state
	acceptRequest   = 0.45 // what is expected, from home: papers asked for, more time for an offer, a word after a missed interview

	acceptLight = 0.75 // outreach and lists of jobs, of which nothing follows

	plainReceipt = 0.93 // probability of a confirmation from which a sentence that only sounds like a refusal no longer matters

	doubtAt    = 0.10 // a rival among rejection, interview and offer from which the user is asked
	askAt      = 0.30 // probability of a refusal, an interview or an offer, below acceptance, from which the user is asked
	askAny     = 0.50 // the same for all of them together, where none is grave
	askContext = 2    // concepts of recruiting that a question needs

	askPlain  = 0.85 // probability of an event from which words of another trade are not believed where the text names an interview and a title
	askSound  = 0.6  // probability of an event, by everything and by the wording alone, from which a text without the words of recruiting becomes a question
	askBare   = 0.6  // probability of an event from which a short text without the words of recruiting becomes a question
	bareWords = 120

	acceptBare  = 0.93 // probability of an event from which a text without the words of recruiting is believed, if its wording alone says it too
	acceptFully = 0.99 // the same where its wording alone is not quite as sure, see soundsSurely
	acceptTrade = 0.95 // the same where it is long, or a word of another trade stands in it

	soundsRight = 0.5 // probability of an event by the wording alone below which a text without a position, a recruiter or a résumé is not believed

	soundsWell   = 0.7  // the same from which a word of housing in the subject is believed to be a trade
	soundsSurely = 0.85 // the same from which it bears out what is as good as certain

	acceptSurely = 0.97 // probability from which a receipt may hold the words of a refusal, and grave news speak to nobody or hardly of a job

	readable    = 0.7 // probability below which nothing is believed of a text in a language without rules
	foreignSure = 0.7 // a list of jobs in a language without rules, known by a word
)

// event reports the kinds that move an application.
func (k Kind) event() bool {
	switch k {
	case Confirmation, Interview, Assessment, Rejection, Offer, Hold, Filled, InfoRequest:
		return true
	}
	return false
}

// grave reports the kinds that change a life: a wrong one does the greatest harm.
func (k Kind) grave() bool { return k == Rejection || k == Filled || k == Interview || k == Offer }

// decide settles kind, confidence, acceptance and question from the probabilities p.
func decide(r *ruleSet, s *sight, m *mailbox.Message, c Context, p *[16]float64, f *Finding) {
	best, events := 0, 0.0
	for i, k := range Kinds {
		if sure(p, i) > sure(p, best) || sure(p, i) == sure(p, best) && p[i] > p[best] {
			best = i
		}
		if k.event() {
			events += p[i]
		}
	}
	f.Kind, f.Confidence = Kinds[best], sure(p, best)
	if r.appointed(s, m, c) && (f.Kind == Interview || !f.Kind.grave()) {
		f.Kind, f.Confidence = Interview, max(p[kindIndex[Interview]], acceptHome)
	}
	if s.home && r.has(s, "on-hold") && !r.refusesInWords(s) && f.Kind.grave() && f.Confidence < acceptGraveHome {
		f.Kind, f.Confidence = Hold, max(p[kindIndex[Hold]], acceptPause) // what sounds like bad news is the pause that the phrase names
	}
	missed := r.missedTalk(s, m, c) && !r.refusesInWords(s)
	if missed {
		f.Kind, f.Confidence = Interview, max(p[kindIndex[Interview]], acceptRequest) // who was waited for in vain is not refused by that
	}
	extended := f.Kind == Offer && offered(c) && r.has(s, "act-offer-extended")
	if extended {
		f.Confidence = max(f.Confidence, acceptRequest) // the offer stands already, only its deadline moves
	}
	if f.Kind == Outreach && c.aboutJob() && s.namesTime() && !r.refuses(s) {
		f.Kind, f.Confidence = Interview, max(p[kindIndex[Interview]], askAny) // no stranger: who knows the user and names a time invites
	}
	if f.Kind == Interview && s.namesTime() && !r.has(s, "test-word") {
		f.Confidence += p[kindIndex[Assessment]] // "it takes 45 minutes" is said of talks and of tests
	}
	if f.Kind == Rejection && r.has(s, "filled") && !r.has(s, "others-chosen") {
		f.Kind = Filled // the position is gone, and nobody was preferred
	}
	if s.lang.others && f.Confidence < readable {
		f.Kind, f.Confidence, events = Other, 0.5, 0 // a stray word that is spelt alike decides nothing
	}
	f.Alternatives = map[Kind]float64{}
	for i, k := range Kinds {
		if i != best && p[i] > 0.01 {
			f.Alternatives[k] = p[i]
		}
	}
	// A letter to many that never names a position, a recruiter or a résumé is no job mail, whatever one sentence in it sounds like.
	jobMail := r.aboutJob(s, m, c) && !(m.List != "" && m.List != mailbox.AnyList && !s.home && s.core == 0)
	refused := r.refuses(s) && m.List == "" && !s.thin() && (s.core > 0 || s.home)
	switch {
	case f.Kind == Other:
		f.Ask = jobMail && (events >= askAny || events > 0 && (gravest(p) >= askAt || refused))
	case f.Kind == Outreach || f.Kind == JobAlert:
		// Nothing is at stake between these and other mail, so no question unless an event hides behind.
		f.Accepted = f.Confidence >= acceptLight && events < askAt
		f.Accepted = f.Accepted && !(jobMail && refused)
		f.Ask = !f.Accepted && jobMail && (events >= askAt || refused)
	case !jobMail && (s.alien == 0 || s.alien == 1 && s.ctx >= askContext && !r.newsOfTrade(s)) && m.List == "" && events >= askBare && len(s.text.tokens) <= bareWords:
		// It speaks like an employer, yet never of a job.
		f.Accepted = s.believed(f) && !m.Forwarded
		f.Ask = !f.Accepted
	case !jobMail && events >= askSound && s.sounds >= askSound && m.List == "" && !r.newsOfTrade(s):
		f.Accepted = s.believed(f) && !m.Forwarded // as a whole it reads like an employer's
		f.Ask = !f.Accepted
	case !jobMail && events >= askPlain && m.List == "" && r.speaksOfJob(s):
		f.Ask = true // a word of another trade stands in it by the way: a train ticket, a tasting
	case !jobMail:
		f.Kind = Other
		f.Confidence = p[kindIndex[Other]]
	case f.Confidence < r.threshold(f.Kind, s, m, c) || rival(p) >= r.doubt(f.Kind, s, m, c) && !missed && !extended:
		f.Ask = true
	case f.Kind == InfoRequest && (p[kindIndex[Interview]] >= doubtAt || r.has(s, "times") && r.has(s, "want-talk")):
		f.Ask = true // questions may come with an invitation
	case f.Kind == Interview && r.has(s, "offer-made") && !s.namesTime() && !r.has(s, "invite") && !r.has(s, "interview-fixed") && !r.appointed(s, m, c):
		f.Ask = true // a call about an offer is no interview
	case f.Kind == Confirmation && p[kindIndex[InfoRequest]] >= doubtAt && r.has(s, "send-documents"):
		f.Ask = true // it arrived, and something is missing
	case f.Kind.event() && r.titled(s, "housing") && !s.home && (s.core == 0 || s.sounds < soundsWell):
		f.Ask = true // an application for a flat
	case f.Kind == Confirmation && refused && (f.Confidence < plainReceipt || f.Confidence < acceptSurely && r.refusesInWords(s)):
		f.Ask = true // asking after an application that was refused does harm
	case f.Kind == Rejection && !r.refusesInWords(s) && r.has(s, "received") && (r.has(s, "will-review") || r.has(s, "will-contact")):
		f.Ask = true // it says that an application arrived and is looked at, and no more than sounds like a refusal
	case f.Kind.event() && s.core == 0 && !s.home && s.sounds < soundsRight:
		f.Ask = true // an application for something, and the whole does not read like an employer's
	case m.Forwarded && !m.Own:
		f.Ask = true // somebody passes on what was said to somebody
	case f.Kind.grave() && m.List != "" && m.List != mailbox.AnyList && !s.home:
		f.Ask = true // nobody is refused or invited on a mailing list
	case f.Kind.grave() && f.Confidence >= acceptSurely && s.sounds >= acceptBare:
		f.Accepted = true
	case f.Kind.grave() && !s.home && !s.addresses():
		f.Ask = true // it tells of somebody's interview, offer or refusal, and speaks to nobody
	case f.Kind.grave() && (!r.tied(s, m, c) || !s.home && s.words < askContext && len(s.text.tokens) > bareWords && !s.seen[len(r.concepts)*perConcept+structuralIndex["sender.jobbox"]]):
		f.Ask = true // one word of recruiting is little for what would be so great
	default:
		f.Accepted = true
	}
	if s.lang.others && f.Kind == Other && !f.Ask {
		if r.foreignWord(s, true) > 0 {
			f.Kind, f.Accepted, f.Confidence = JobAlert, false, foreignSure
			return
		}
		f.Ask = r.foreignJobMail(s, m, c)
	}
}

// believed reports whether news in a text without the words of recruiting is sure enough by everything, and by its wording alone.
func (s *sight) believed(f *Finding) bool {
	need := acceptBare
	if s.alien > 0 || len(s.text.tokens) > bareWords {
		need = acceptTrade
	}
	sure := f.Confidence >= need && s.sounds >= acceptBare || f.Confidence >= acceptFully && s.sounds >= soundsSurely
	return f.Kind.event() && sure && s.addresses()
}

// addresses reports whether the text speaks to its reader. In languages that leave the pronoun out it always may.
func (s *sight) addresses() bool {
	words := factsOf(s.lang.code).reader
	if s.lang.others || len(words) == 0 {
		return true
	}
	for i := range s.text.tokens {
		if words[string(s.text.word(i))] {
			return true
		}
	}
	return false
}

// speaksOfJob reports whether the text names at least two of an interview, an application, a position and a title, and nothing that only looks
// like an application.
func (r *ruleSet) speaksOfJob(s *sight) bool {
	n := 0
	for _, c := range [...]string{"interview-word", "word-apply", "word-position", "word-title", "word-candidate"} {
		if r.has(s, c) {
			n++
		}
	}
	for _, c := range [...]string{"elsewhere", "journalism", "candidate-side", "fellow", "housing", "study", "paper"} {
		if r.has(s, c) {
			return false
		}
	}
	return n >= 2
}

// titled reports whether the subject names a concept.
func (r *ruleSet) titled(s *sight, concept string) bool {
	return slices.ContainsFunc(s.hits, func(h hit) bool {
		return h.concept == r.byName[concept] && h.mood == Decided && s.text.sents[h.sent].subject
	})
}

// newsOfTrade reports whether a word of another trade stands beside the news itself: "we are pleased to offer you a mortgage".
func (r *ruleSet) newsOfTrade(s *sight) bool {
	for _, h := range s.hits {
		if r.trade(h) && slices.ContainsFunc(s.hits, func(k hit) bool {
			return k.sent == h.sent && k.mood == Decided && newsConcepts[r.concepts[k.concept].Name]
		}) {
			return true
		}
	}
	return false
}

// newsConcepts are the phrases that state an employer's answer.
var newsConcepts = setOf("offer-made decided-no no-match others-chosen invite received")

// sure returns how probable kind i is. A refusal and a position that is gone are one answer to the applicant, so whether it is
// either of them is what counts.
func sure(p *[16]float64, i int) float64 {
	if i == kindIndex[Rejection] || i == kindIndex[Filled] {
		return p[kindIndex[Rejection]] + p[kindIndex[Filled]]
	}
	return p[i]
}

// gravest returns the highest probability among refusal, interview and offer.
func gravest(p *[16]float64) float64 {
	return max(p[kindIndex[Rejection]]+p[kindIndex[Filled]], p[kindIndex[Interview]], p[kindIndex[Offer]])
}

// rival returns the second highest probability among refusal, interview and offer: mistaking one for another does the
// greatest harm (POLICY.md rule 8).
func rival(p *[16]float64) float64 {
	three := []float64{p[kindIndex[Rejection]] + p[kindIndex[Filled]], p[kindIndex[Interview]], p[kindIndex[Offer]]}
	sort.Float64s(three)
	return three[1]
}

// aboutJob reports whether anything ties the message to an application. Without it no phrase makes an event.
func (r *ruleSet) aboutJob(s *sight, m *mailbox.Message, c Context) bool {
	return r.tied(s, m, c) || s.ctx == 1 && s.alien == 0 && len(s.text.tokens) < 40 && m.List == ""
}

// tied reports whether a message is tied to an application by the vocabulary of recruiting, a hiring system, a thread that is
// known, or an employer's own domain.
func (r *ruleSet) tied(s *sight, m *mailbox.Message, c Context) bool {
	if s.ctx >= askContext && !s.thin() && s.alien <= s.ctx && (s.alien == 0 || s.core > 0) {
		return true
	}
	base := len(r.concepts) * perConcept
	for _, name := range []string{"sender.ats", "thread.job", "sender.jobbox"} {
		if s.seen[base+structuralIndex[name]] {
			return true
		}
	}
	if s.seen[base+structuralIndex["calendar.request"]] && r.has(s, "interview-word") {
		return true
	}
	return s.home
}

// threshold returns the probability from which kind is accepted for this message.
func (r *ruleSet) threshold(kind Kind, s *sight, m *mailbox.Message, c Context) float64 {
	home := s.home
	if kind == Interview && r.appointed(s, m, c) {
		return acceptHome
	}
	if kind == Offer && offered(c) && r.has(s, "act-offer-extended") {
		return acceptRequest
	}
	if kind == Interview && r.missedTalk(s, m, c) {
		return acceptRequest // there was an interview to miss
	}
	switch grave := kind.grave(); {
	case kind == Rejection && r.refusesInWords(s) && s.seen[len(r.concepts)*perConcept+structuralIndex["says.refused"]]:
		return acceptTwice
	case grave && home:
		return acceptGraveHome
	case grave:
		return acceptGrave
	case home && kind == InfoRequest && r.has(s, "send-documents"):
		return acceptRequest
	case home && kind == Confirmation && r.has(s, "received") && s.seen[len(r.concepts)*perConcept+structuralIndex["says.received"]]:
		return acceptSaid
	case home && kind == Hold && r.has(s, "on-hold"):
		return acceptPause
	case home && (kind == Assessment || kind == InfoRequest):
		return acceptTaskHome
	case home:
		return acceptHome
	case kind == Confirmation:
		return acceptReceipt
	}
	return acceptAt
}

// atHome reports whether the message comes from where news of an application is expected: its thread, a hiring system, or the own
// domain of an employer of the book.
func atHome(m *mailbox.Message, c Context) bool {
	return senderOf(m).Type == "ats" || c.aboutJob() || len(c.Employers.at(m)) > 0
}

// appointed reports whether an employer of the book, or somebody in its thread, asks for a time in the calendar part (RFC 5546 section
// 3.2.2): that is an appointment, whatever the few words beside it say.
func (r *ruleSet) appointed(s *sight, m *mailbox.Message, c Context) bool {
	return r.agreed(s, c) || s.seen[len(r.concepts)*perConcept+structuralIndex["calendar.request"]] && s.home && !r.refuses(s)
}

// agreed reports whether the message names a day and a time right after the user has said when there is time for a talk.
func (r *ruleSet) agreed(s *sight, c Context) bool {
	n := len(c.Thread)
	return n > 0 && c.Thread[n-1].Own && slices.Contains(c.Thread[n-1].Acts, ActAvailability) && s.home && s.namesTime() && !r.refuses(s)
}

// doubt returns the probability of a rival among the grave kinds from which the user is asked.
func (r *ruleSet) doubt(kind Kind, s *sight, m *mailbox.Message, c Context) float64 {
	if kind == Interview && r.missedTalk(s, m, c) {
		return askAt
	}
	return doubtAt
}

// missedTalk reports whether the message speaks of a missed interview, and there was one to miss.
func (r *ruleSet) missedTalk(s *sight, m *mailbox.Message, c Context) bool {
	return r.has(s, "missed") && justTalked(m, c)
}

// refuses reports whether a phrase or a sentence plainly refuses the applicant, whatever the rest says.
func (r *ruleSet) refuses(s *sight) bool {
	return r.refusesInWords(s) || s.seen[len(r.concepts)*perConcept+structuralIndex["says.refused.plainly"]]
}

// refusesInWords is refuses by the phrases alone.
func (r *ruleSet) refusesInWords(s *sight) bool {
	for i := range r.concepts {
		if r.concepts[i].Refuses && r.concepts[i].Name != "filled" && s.seen[i*perConcept] {
			return true
		}
	}
	return false
}

// justTalked reports whether an interview at the sender's employer was due in the days before m.
func justTalked(m *mailbox.Message, c Context) bool {
	const days = 3 * 24 * time.Hour
	return slices.ContainsFunc(c.Employers.at(m), func(k *KnownEmployer) bool {
		since := m.Sent().Sub(k.Talk)
		return since >= 0 && since < days
	})
}

// ownDomain reports whether a registrable domain is the employer's own, whose folded name is given: one that is known, or one that is its
// name.
func ownDomain(k *KnownEmployer, folded, domain string) bool {
	if slices.Contains(k.Domains, domain) {
		return true
	}
	label, _, _ := strings.Cut(domain, ".")
	return label != "" && spells(strings.ReplaceAll(label, "-", ""), strings.Fields(folded))
}

// spells reports whether a domain's label is the words of a name, with or without a word for "&" between them.
func spells(label string, words []string) bool {
	for i, w := range words {
		rest, ok := strings.CutPrefix(label, w)
		for _, and := range ampersands {
			if ok || i == 0 {
				break
			}
			rest, ok = strings.CutPrefix(label, and+w)
		}
		if !ok {
			return false
		}
		label = rest
	}
	return label == ""
}

// ampersands are the words for "&".
var ampersands = []string{"and", "und", "et", "y", "en", "e"}

// foreignJobMail reports whether a message in a language without rules is job mail by its sender, its thread or a few words.
func (r *ruleSet) foreignJobMail(s *sight, m *mailbox.Message, c Context) bool {
	for _, t := range c.Thread {
		if t.Kind.event() {
			return true
		}
	}
	sender := senderOf(m)
	if sender.Type == "board" || m.List != "" {
		return false
	}
	n := r.foreignWord(s, false)
	return sender.Type == "ats" || sender.Type == "assessment" || n >= 2 || n == 1 && c.Correspondent
}

// foreignWord counts the words of rules/other-languages.toml that the text holds: of lists of jobs, or of applications.
func (r *ruleSet) foreignWord(s *sight, alert bool) int {
	words := r.foreign[s.lang.code].job
	if alert {
		words = r.foreign[s.lang.code].alert
	}
	low, n := strings.ToLower(s.text.orig), 0
	for _, w := range words {
		if strings.Contains(low, w) {
			n++
		}
	}
	return n
}
