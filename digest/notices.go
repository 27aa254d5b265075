package digest

import (
	"slices"
	"strings"
	"time"

	"heardback/cadence"
	"heardback/employer"
)

// Ranks of what needs the user: the lower stands first. Within one, the nearer deadline does.
const (
	rankBrake = iota
	rankDeadline
	rankOffer
	rankInvited
	rankAsked
	rankTalk
	rankExpiring
	rankBounce
	rankQuestion
	rankDraft
	rankOther
)

// asides are the kinds of notices that ask for nothing: they stand under what waits.
var asides = []string{"no-contact", "late", "applied-again", "holidays", "waiting"}

// elsewhere are the kinds of notices that the digest tells in a section of their own.
var elsewhere = []string{"interview-tomorrow", "quiet", "closed"}

// noticeItem words a notice of the plan in the user's language from the facts of the book. The English sentence that it carries is
// used for a kind that has no words here.
func (g *gatherer) noticeItem(n cadence.Notice) item {
	a := g.application(n.App)
	i := item{Who: g.name(a), at: n.At, rank: rankOther}
	switch n.Kind {
	case "invitation", "assessment", "info", "call-asked":
		g.requestItem(&i, n, a)
	case "offer":
		i.rank, i.By = rankOffer, g.by(n.By)
		i.Text = g.w.say("notice.offer", "date", g.date(n.At))
		i.Commands = g.either(a, "accept", "accepted", "decline", "declined")
	case "deadline":
		g.deadlineItem(&i, n, a)
	case "accepted":
		i.rank, i.Text = rankOffer, g.w.say("notice.accepted")
		i.Commands = g.one(a, "signed", "accepted --signed")
	case "withdraw":
		i.Text = g.w.say("notice.withdraw", "other", g.signedAt())
		i.Commands = g.one(a, "done", "withdrew")
	case "interview-tomorrow":
		i.rank, i.at = rankDeadline, n.By
		key := "notice.interview"
		switch days(g.in.Now, n.By, g.in.Zone) {
		case 0:
			key = "notice.interview-today"
		case 1:
			key = "notice.interview-tomorrow"
		}
		i.Text = g.w.say(key, "time", g.clock(n.By))
		i.List = g.checklist()
	case "took-place":
		i.rank = rankTalk
		i.Text = g.w.say("notice.took-place", "time", g.clock(start(n)))
		i.Commands = g.either(a, "held", "interviewed", "missed", "no-show")
	case "bounce":
		i.rank, i.Text = rankBounce, g.w.say("notice.bounce", "address", bounced(a, n.Key), "date", g.date(n.At))
	case "expiring", "late", "waiting", "no-contact":
		g.stepItem(&i, n)
	case "refused":
		g.stepItem(&i, n)
		i.rank, i.Commands = rankDraft, []command{{g.w.say("cmd.see"), clean(n.Command, quoteLength)}}
		for _, d := range g.in.Book.Drafts {
			if d.Key == n.Step && d.State == employer.DraftRefused {
				i.Lines = []string{clean(d.Reason, quoteLength*2)}
			}
		}
	case "question":
		g.strangerItem(&i, n)
	case "assume-no":
		i.rank, i.Text = rankQuestion, g.w.say("notice.assume-no")
		i.Commands = g.one(a, "over", "rejected")
	case "brake":
		i.rank, i.Text = rankBrake, g.w.count("notice.brake", g.due())
		i.Commands = []command{{g.w.say("cmd.see"), "heardback status"}}
	case "applied-again", "holidays", "quiet", "closed":
		i.Text = g.w.say("notice." + n.Kind)
	}
	if i.Text == "" {
		i.Text = clean(n.Text, quoteLength*2)
		if n.Command != "" {
			i.Commands = []command{{"", clean(n.Command, quoteLength*2)}}
		}
	}
	return i
}

// requestItem words what an employer waits for.
func (g *gatherer) requestItem(i *item, n cadence.Notice, a *employer.Application) {
	i.rank, i.By = rankAsked, g.by(n.By)
	kind, key, _ := strings.Cut(n.Key, ":")
	date := g.date(n.At)
	switch {
	case n.Kind == "call-asked":
		i.Text, i.Commands = g.w.say("notice.call-asked", "date", date), g.one(a, "done", "called --outcome reached")
		return
	case n.Kind == "assessment":
		i.Text, i.Commands = g.w.say("notice.assessment", "date", date), g.one(a, "done", "submitted")
		return
	case n.Kind == "info" && g.w.has("notice."+kind):
		i.Text = g.w.say("notice."+kind, "date", date)
	case n.Kind == "info":
		i.Text = g.w.say("notice.info", "date", date)
	default:
		i.rank = rankInvited
		i.Text = g.invitation(a, kind, key, n)
	}
	i.Commands = g.one(a, "done", "answered")
}

// invitation words an invitation by what can be done about it.
func (g *gatherer) invitation(a *employer.Application, kind, key string, n cadence.Notice) string {
	var request *employer.Request
	var talk *employer.Interview
	if a != nil {
		for i := range a.Requests {
			if a.Requests[i].Kind == kind && a.Requests[i].Key == key {
				request = &a.Requests[i]
			}
		}
		for i := range a.Interviews {
			if v := &a.Interviews[i]; request != nil && (v.Key == key || v.Event == request.Event) && !v.Start.IsZero() {
				talk = v
			}
		}
	}
	switch {
	case request != nil && (request.ByPage || !request.From.Human):
		return g.w.say("notice.invitation-page", "date", g.date(n.At))
	case kind == "reschedule" && talk != nil:
		return g.w.say("notice.invitation-moved", "time", g.clock(talk.Start))
	case talk != nil && days(g.in.Now, talk.Start, g.in.Zone) == 0:
		return g.w.say("notice.invitation-today", "time", g.clock(talk.Start))
	}
	return g.w.say("notice.invitation", "date", g.date(n.At))
}

func (g *gatherer) deadlineItem(i *item, n cadence.Notice, a *employer.Application) {
	i.rank, i.By, i.at = rankDeadline, g.by(n.By), n.By
	if a != nil && a.Offer != nil && strings.HasPrefix(n.Key, "deadline:"+a.Offer.Event+":") {
		i.Text = g.w.say("notice.deadline-offer")
		i.Commands = g.either(a, "accept", "accepted", "decline", "declined")
		return
	}
	i.Text, i.Commands = g.w.say("notice.deadline-answer"), g.one(a, "done", "answered")
}

// stepItem words what concerns a draft.
func (g *gatherer) stepItem(i *item, n cadence.Notice) {
	if n.Kind == "no-contact" {
		i.Text = g.w.say("notice.no-contact")
		return
	}
	kind, to, due, until := "", "", n.At, n.At
	if s := g.steps[n.Step]; s != nil {
		kind, to, due, until = string(s.Kind), person(s.To.Name, s.To.Address), s.Due, s.Due
		for _, x := range s.Against {
			if x.Until.After(until) {
				until = x.Until
			}
		}
	}
	if n.Kind == "expiring" {
		i.rank = rankExpiring
	}
	date := due
	if n.Kind == "waiting" {
		date = until
	}
	i.Text = g.w.say("notice."+n.Kind, "kind", g.letter(kind), "to", to, "date", g.date(date))
}

// strangerItem words a draft that is not written because its recipient is not sure. Questions of the book are worded by
// questionItem.
func (g *gatherer) strangerItem(i *item, n cadence.Notice) {
	i.rank = rankQuestion
	if id, ok := strings.CutPrefix(n.Key, "question:"); ok {
		for _, q := range g.in.Book.Questions {
			if q.ID == id {
				*i = g.questionItem(q)
				return
			}
		}
	}
	if s := g.steps[n.Step]; s != nil {
		i.Text = g.w.say("notice.stranger", "kind", g.letter(string(s.Kind)))
	}
}

// one is a single command about an application.
func (g *gatherer) one(a *employer.Application, when, what string) []command {
	if a == nil {
		return nil
	}
	return []command{{g.w.say("cmd." + when), g.log(a, what)}}
}

// either is a choice between two commands about an application.
func (g *gatherer) either(a *employer.Application, when, what, when2, what2 string) []command {
	if a == nil {
		return nil
	}
	return append(g.one(a, when, what), g.one(a, when2, what2)...)
}

// start is the time of the interview that a took-place notice asks about; its key ends with it.
func start(n cadence.Notice) time.Time {
	if i := strings.LastIndex(n.Key, " "); i >= 0 {
		if t, err := time.Parse(time.RFC3339, n.Key[i+1:]); err == nil {
			return t
		}
	}
	return n.At
}

// bounced is the address that a mail could not reach.
func bounced(a *employer.Application, key string) string {
	if a != nil {
		for _, b := range a.Bounces {
			if "bounce:"+b.Event == key {
				return clean(b.Who.Address, nameLength)
			}
		}
	}
	return "?"
}

// signedAt names the employer with whom the user has signed.
func (g *gatherer) signedAt() string {
	for _, a := range g.in.Book.Active() {
		if a.Signed && g.stage(a) == employer.Accepted {
			return clean(a.Employer, nameLength)
		}
	}
	return g.w.say("question.unknown")
}

// due counts the drafts that the brake holds back.
func (g *gatherer) due() int {
	n := 0
	for _, s := range g.in.Plan.Steps {
		if !s.Suppressed && !s.Drafted && !s.Due.After(g.in.Plan.Now) {
			n++
		}
	}
	return n
}

// redundant reports whether a deadline's notice says what the notice of its request says as well.
func redundant(n cadence.Notice, all []cadence.Notice) bool {
	return n.Kind == "deadline" && slices.ContainsFunc(all, func(o cadence.Notice) bool {
		return o.Kind != "deadline" && o.App == n.App && !o.By.IsZero() && o.By.Equal(n.By)
	})
}
