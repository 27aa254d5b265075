package round

import (
	"slices"
	"strings"
	"time"

	"heardback/classifier"
	"heardback/employer"
	"heardback/mailbox"
)

// meaning is a kind of finding with its sub-kind.
type meaning struct {
	kind classifier.Kind
	sub  classifier.SubKind
}

// kindOf turns what an employer's message means into the kind of its event.
var kindOf = map[meaning]employer.Kind{
	{classifier.Confirmation, ""}:                  employer.KindConfirmation,
	{classifier.Interview, ""}:                     employer.KindInvite,
	{classifier.Interview, classifier.Invite}:      employer.KindInvite,
	{classifier.Interview, classifier.Scheduled}:   employer.KindScheduled,
	{classifier.Interview, classifier.Rescheduled}: employer.KindRescheduled,
	{classifier.Interview, classifier.Cancelled}:   employer.KindCancelled,
	{classifier.Interview, classifier.Missed}:      employer.KindMissed,
	{classifier.Assessment, ""}:                    employer.KindAssessment,
	{classifier.Rejection, ""}:                     employer.KindRejection,
	{classifier.Offer, ""}:                         employer.KindOffer,
	{classifier.Hold, ""}:                          employer.KindHold,
	{classifier.Filled, ""}:                        employer.KindFilled,
	{classifier.InfoRequest, ""}:                   employer.KindInfoRequest,
	{classifier.Outreach, ""}:                      employer.KindOutreach,
}

// ownActs says what a mail of the user's is, the first act that it has decides.
var ownActs = []struct {
	act  classifier.Act
	kind employer.Kind
}{
	{classifier.ActWithdrawal, employer.KindWithdrawal},
	{classifier.ActApplication, employer.KindApplied},
	{classifier.ActTakesOffer, employer.KindAnswer},
	{classifier.ActRefusesOffer, employer.KindAnswer},
	{classifier.ActAccepts, employer.KindAnswer},
	{classifier.ActDeclines, employer.KindAnswer},
	{classifier.ActAvailability, employer.KindAnswer},
	{classifier.ActDocuments, employer.KindAnswer},
	{classifier.ActFollowup, employer.KindFollowup},
	{classifier.ActThanks, employer.KindThanks},
	{classifier.ActReply, employer.KindReply},
}

// event turns a finding into the event that the book keeps; false where the message is none of the book's business.
func (r *Round) event(m *mailbox.Message, f *classifier.Finding, account string, now time.Time) (employer.Event, bool) {
	if kind, entry := r.calendarReply(m); entry != nil && r.known(m) {
		e := r.eventOf(kind, m, f, account, now)
		answersEntry(&e, entry)
		return e, true
	}
	kind, ok := r.kind(m, f)
	if !ok {
		return employer.Event{}, false
	}
	return r.eventOf(kind, m, f, account, now), true
}

// eventOf is the event of a kind that a finding makes.
func (r *Round) eventOf(kind employer.Kind, m *mailbox.Message, f *classifier.Finding, account string, now time.Time) employer.Event {
	e := employer.Event{
		ID: "mail:" + m.Key, Kind: kind, At: m.Sent(), Learned: now, Rules: f.Rules, Account: account, Mail: mailOf(m, f, account),
	}
	if kind == employer.KindWritten && !r.known(m) {
		// Only that the user has written to these people matters: nothing else of private mail is kept.
		e.Mail.Subject, e.Mail.References, e.Mail.InReplyTo = "", nil, nil
		return e
	}
	e.Party = employer.Party{Name: f.Employer.Name, Domain: f.Employer.Domain, Agency: f.Employer.Agency, From: f.Employer.From}
	if own := ownDomain(m.Author().Address); f.Has(classifier.ActAgency) && e.Party.Agency == "" && e.Party.Name != "" &&
		strings.HasPrefix(label(own), strings.ReplaceAll(employer.FoldName(e.Party.Name), " ", "")) {
		e.Party.Agency, e.Party.Name = e.Party.Name, "" // it acts for somebody whom it does not name
	}
	if e.Party.Agency != "" {
		e.Party.AgencyDomain = ownDomain(m.Author().Address)
	}
	e.Role, e.Req, e.Location, e.Language, e.Formality = f.Role, f.Requisition, f.Location, f.Language, string(f.Formality)
	e.Human, e.Source, e.Board = f.Has(classifier.ActHuman) || promises(m, f), through(m, f, e.Party), f.Board
	e.Confidence, e.Uncertain = f.Confidence, f.Ask && !f.Accepted && !m.Own && kind != employer.KindOutOfOffice && kind != employer.KindBounce
	e.ReturnAt = f.ReturnAt
	for _, a := range f.Acts {
		e.Acts = append(e.Acts, string(a))
	}
	for _, c := range f.Contacts {
		e.Contacts = append(e.Contacts, contactOf(c))
	}
	for _, s := range f.Statements {
		if s.Class != classifier.NotAPromise {
			e.Statements = append(e.Statements, employer.Statement{Class: string(s.Class), From: s.From, Until: s.Until, BusinessDays: s.BusinessDays, Quote: clip(s.Quote)})
		}
	}
	if f.Deadline != nil {
		e.Deadline = f.Deadline.At
	}
	if i := f.Interview; i != nil {
		e.Interview = &employer.Interview{UID: i.UID, Sequence: i.Sequence, Start: i.Start, End: i.End, Previous: i.Previous, Zone: i.Zone, Method: i.Method, Place: i.Place, DateOnly: i.DateOnly, Options: i.Options}
		for _, c := range i.Interviewers {
			e.Interview.Interviewers = append(e.Interview.Interviewers, contactOf(c))
		}
	}
	best := 0.0
	for _, v := range f.Evidence {
		e.Features = append(e.Features, v.Rule)
		if v.Quote != "" && v.Weight > best {
			best, e.Quote = v.Weight, sentence(m.Text, v.Quote)
		}
	}
	return e
}

// kind says which event a message makes.
func (r *Round) kind(m *mailbox.Message, f *classifier.Finding) (employer.Kind, bool) {
	if m.Own {
		if len(m.To)+len(m.Cc) == 0 {
			return "", false
		}
		known := r.known(m)
		for _, o := range ownActs {
			if f.Has(o.act) && (known || o.act == classifier.ActApplication) { // thanks and answers to friends are private
				return o.kind, true
			}
		}
		return employer.KindWritten, true
	}
	known := r.known(m)
	switch {
	case m.Auto == mailbox.MDN || m.Bounce != nil && !m.Bounce.Failed():
		return "", false
	case m.Bounce != nil || m.Auto == mailbox.DSN || f.Has(classifier.ActBounce):
		return employer.KindBounce, known || m.Bounce != nil && r.index.written[fold(m.Bounce.Recipient)]
	case m.Auto == mailbox.AutoReply && f.Has(classifier.ActOutOfOffice):
		return employer.KindOutOfOffice, known
	case f.Has(classifier.ActOutOfOffice) && !f.Accepted && !f.Ask && !promises(m, f):
		return employer.KindOutOfOffice, known
	case f.Accepted || f.Ask:
		k, ok := kindOf[meaning{f.Kind, f.SubKind}]
		if !ok {
			k, ok = kindOf[meaning{f.Kind, ""}]
		}
		if !ok && f.Ask && !f.Accepted {
			k, ok = likeliest(f)
		}
		if ok {
			return k, true
		}
	}
	switch {
	case known && m.List == "" && (f.Has(classifier.ActHuman) || promises(m, f) || r.index.people[fold(m.Author().Address)]):
		return employer.KindContact, true
	}
	return "", false
}

// likeliest is the news that a message most probably is if it is any, which is what the user is asked.
func likeliest(f *classifier.Finding) (kind employer.Kind, ok bool) {
	best := 0.0
	for _, k := range classifier.Kinds {
		if to, known := kindOf[meaning{k, ""}]; known && f.Alternatives[k] > best {
			kind, ok, best = to, true, f.Alternatives[k]
		}
	}
	return kind, ok
}

// promises reports whether a person who is about to be away says when the news will come: that is an answer.
func promises(m *mailbox.Message, f *classifier.Finding) bool {
	return m.Auto == mailbox.ByHand && f.Has(classifier.ActOutOfOffice) && slices.ContainsFunc(f.Statements, func(s classifier.Statement) bool { return s.Class == classifier.Window })
}

// known reports whether the message belongs to something in the book: its thread, its people or its employer's domain.
func (r *Round) known(m *mailbox.Message) bool {
	for _, e := range r.index.thread(m) {
		if e.Draft != nil || moves(e) || e.Uncertain || m.Own && e.Kind == employer.KindOutreach {
			return true
		}
	}
	people := m.From
	if m.Own {
		people = append(append([]mailbox.Address{}, m.To...), m.Cc...)
	}
	for _, a := range people {
		if r.index.people[fold(a.Address)] {
			return true
		}
		if d := ownDomain(a.Address); r.index.domains[d] || r.index.names[label(d)] {
			return true
		}
	}
	return false
}

// label is the registrable label of a domain in one word: an employer's name, if the domain is the employer's own.
func label(domain string) string {
	l, _, _ := strings.Cut(domain, ".")
	return strings.ReplaceAll(l, "-", "")
}

func mailOf(m *mailbox.Message, f *classifier.Finding, account string) *employer.Mail {
	mail := &employer.Mail{
		Key: m.Key, Account: account, MessageID: m.ID, InReplyTo: m.InReplyTo, References: m.References,
		From: addressOf(m.Author()), Subject: m.Subject, Sent: m.Sent(), Own: m.Own,
		AuthFailed: m.Auth.DMARC == mailbox.Fail,
		NoReply:    NoReply(m.Author().Address) || m.List != "",
	}
	if len(m.ReplyTo) > 0 {
		mail.ReplyTo = addressOf(m.ReplyTo[0])
		mail.NoReply = NoReply(mail.ReplyTo.Address)
	}
	for _, s := range f.Statements {
		if s.Class == classifier.NoReply {
			mail.NoReply = true
		}
	}
	for _, a := range append(append([]mailbox.Address{}, m.To...), m.Cc...) {
		mail.To = append(mail.To, addressOf(a))
	}
	if m.Bounce != nil {
		mail.Bounced, mail.Original = m.Bounce.Recipient, m.Bounce.Original
	}
	return mail
}

func addressOf(a mailbox.Address) employer.Address {
	return employer.Address{Name: a.Name, Address: a.Address}
}

func contactOf(c classifier.Contact) employer.Contact {
	return employer.Contact{Name: c.Name, Address: c.Address, Phone: c.Phone, Title: c.Title, Human: c.Human, Wrote: c.Wrote}
}

// NoReply reports whether an address says of itself that nobody reads it.
func NoReply(address string) bool {
	local, _, _ := strings.Cut(strings.ToLower(address), "@")
	local = strings.NewReplacer("-", "", "_", "", ".", "", "+", "").Replace(local)
	for _, s := range []string{"noreply", "donotreply", "dontreply", "notreply", "nereply", "nichtantworten", "keineantwort", "nepasrepondre", "noresponder", "nonrispondere", "naoresponda", "mailerdaemon", "postmaster", "bounce", "notification", "automated"} {
		if strings.Contains(local, s) {
			return true
		}
	}
	return address == ""
}

// through names the hiring system or board that sent a message, "" for one that its writer sent: free mail, and the own address of an agency,
// stand in the list of senders too, and are none.
func through(m *mailbox.Message, f *classifier.Finding, p employer.Party) string {
	own := ownDomain(m.Author().Address)
	agency := strings.ReplaceAll(employer.FoldName(p.Agency), " ", "")
	if !f.Board && (own == "" || agency != "" && strings.HasPrefix(label(own), agency)) {
		return ""
	}
	return f.Family
}

// ownDomain returns the registrable domain of an address, "" for free mail.
func ownDomain(address string) string {
	_, d, _ := strings.Cut(address, "@")
	if d = employer.RegistrableDomain(d); d == "" || employer.FreeMail(d) {
		return ""
	}
	return d
}
