package cadence

import (
	"fmt"
	"strings"
	"time"

	"heardback/employer"
)

// notices says what the user has to know or to do about one application (rule 15). What cannot wait for the digest is marked as
// same-day while it is news; the same fact has the same key, so that it is told once.
func (f *file) notices() {
	for i := range f.a.Requests {
		if q := &f.a.Requests[i]; f.waits(q) && f.a.Stage.Open() {
			f.requestNotice(q)
		}
	}
	f.offerNotices()
	f.interviewNotices()
	f.bounceNotices()
	f.draftNotices()
	f.tellUnclear()
	f.digestLines()
}

// who names an application in a sentence.
func who(a *employer.Application) string {
	if a.Role == "" {
		return a.Employer
	}
	return a.Employer + " (" + a.Role + ")"
}

// tell adds a notice about the application.
func (f *file) tell(n Notice) {
	n.App = f.a.ID
	f.pl.plan.Notices = append(f.pl.plan.Notices, n)
}

// news reports whether something that happened at t is recent enough for a same-day notice (rule 13).
func (f *file) news(t time.Time) bool {
	return f.r.between(f.day(t), f.day(f.pl.now)) <= f.pl.p.LateBusinessDays
}

// log is the command by which the user says what happened.
func (f *file) log(what string) string {
	return "heardback log " + employer.ShellWord(f.a.Employer) + " " + what
}

// requestNotice tells what an employer waits for.
func (f *file) requestNotice(q *employer.Request) {
	n := Notice{Key: q.Kind + ":" + q.Key, Kind: "info", At: q.At, By: q.Deadline, SameDay: f.news(q.At), Rule: "2.15", Command: f.log("answered")}
	name := who(f.a)
	switch q.Kind {
	case "invitation", "reschedule":
		n.Kind = "invitation"
		iv := f.proposed(q)
		switch {
		case q.ByPage || !f.usable(&q.From) && f.contact(q.From.Address) == nil:
			n.Text = fmt.Sprintf("%s invites you: book a time as their mail of %s says.", name, f.day(q.At))
		case q.Kind == "reschedule" && iv != nil:
			n.Text = fmt.Sprintf("%s moved the interview to %s: confirm the new time.", name, f.local(iv.Start))
		case iv != nil && !iv.Start.IsZero() && dayOf(iv.Start, f.pl.zone) == f.pl.today:
			n.Text = fmt.Sprintf("%s invites you for today, %s: answer now.", name, f.local(iv.Start))
		default:
			n.Text = fmt.Sprintf("%s invited you on %s: answer with times that suit you.", name, f.day(q.At))
		}
	case "assessment":
		n.Kind, n.Command = "assessment", f.log("submitted")
		n.Text = fmt.Sprintf("%s set you a test or a task on %s%s: hand it in.", name, f.day(q.At), f.by(q.Deadline))
	case "references":
		n.Text = fmt.Sprintf("%s asked for references on %s%s: send them; no letter goes out meanwhile.", name, f.day(q.At), f.by(q.Deadline))
	case "info":
		n.Text = fmt.Sprintf("%s asked you for something on %s%s: send it; no letter goes out meanwhile.", name, f.day(q.At), f.by(q.Deadline))
	case "call":
		n.Kind, n.Command = "call-asked", f.log("called")
		n.Text = fmt.Sprintf("%s asked you on %s to call: call, and write down how it went.", name, f.day(q.At))
	case "offer":
		return // see offerNotices
	default:
		n.SameDay = false
		n.Text = fmt.Sprintf("%s asked you a question on %s: answer it.", name, f.day(q.At))
	}
	f.tell(n)
	f.deadline(q.Event, q.Deadline, "an answer to their mail of "+f.day(q.At).String())
}

// by is " (by DATE)" for a deadline, "" without one.
func (f *file) by(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return " (by " + f.stated(t).String() + ")"
}

// local writes a time for the user.
func (f *file) local(t time.Time) string { return t.In(f.pl.zone).Format("Mon 2 Jan 2006 15:04 MST") }

// deadline tells of a deadline 3 and 1 business days before it. A new date has new notices.
func (f *file) deadline(event string, by time.Time, what string) {
	if by.IsZero() {
		return
	}
	d := f.stated(by)
	for _, before := range []int{f.pl.p.DeadlineNoticeBusiness, 1} {
		from := f.pl.place.on(f.r.add(d, -before), f.pl.zone)
		f.pl.soon(from)
		if f.pl.now.Before(from) || f.day(f.pl.now) > d {
			continue
		}
		f.tell(Notice{Key: fmt.Sprintf("deadline:%s:%s:%d", event, d, before), Kind: "deadline", At: from, By: by, SameDay: true, Rule: "2.15",
			Text: fmt.Sprintf("%s expects %s by %s.", who(f.a), what, d), Command: f.log("answered")})
	}
}

// offerNotices tells of an offer, of its deadline, and of what an acceptance means for the others.
func (f *file) offerNotices() {
	a, o := f.a, f.a.Offer
	if a.Stage == employer.Offered && o != nil {
		f.tell(Notice{Key: "offer:" + o.Event, Kind: "offer", At: o.At, By: o.Deadline, SameDay: f.news(o.At), Rule: "1.offer",
			Text: fmt.Sprintf("%s made you an offer on %s%s: decide; nothing accepts or declines it for you.", who(a), f.day(o.At), f.by(o.Deadline)), Command: f.log("accepted")})
		f.deadline(o.Event, o.Deadline, "your decision about the offer")
	}
	if a.Stage == employer.Accepted && !a.Signed && a.AcceptedAt.After(f.pl.stale) {
		f.tell(Notice{Key: "accepted:" + a.ID, Kind: "accepted", At: a.AcceptedAt, SameDay: f.news(a.AcceptedAt), Rule: "1.accepted",
			Text:    fmt.Sprintf("You accepted at %s: letters elsewhere are frozen. Withdraw there when the contract is signed and the checks are through.", who(a)),
			Command: f.log("accepted --signed")})
	}
	if x := f.taken(); x != nil && x.Signed && a.Stage.Open() && f.held == nil && !f.begun().After(x.AcceptedAt) {
		f.tell(Notice{Key: "withdraw:" + a.ID, Kind: "withdraw", At: x.AcceptedAt, Rule: "1.withdrawal",
			Text: fmt.Sprintf("You signed at %s; %s has only your application: withdraw it on their page if you like.", x.Employer, who(a)), Command: f.log("withdrew")})
	}
}

// interviewNotices tells of an interview tomorrow, with what to ask there, and asks whether one that nobody confirmed took place.
func (f *file) interviewNotices() {
	for i := range f.a.Interviews {
		iv := &f.a.Interviews[i]
		if iv.Start.IsZero() || iv.State != "scheduled" && iv.State != "held" || !f.a.Stage.Open() {
			continue
		}
		key := identity(iv.Key, iv.Event) + " " + iv.Start.UTC().Format(time.RFC3339)
		start, end := dayOf(iv.Start, f.pl.zone), f.end(iv)
		switch {
		case iv.Start.After(f.pl.now) && start <= f.pl.today+1:
			when := "tomorrow"
			if start == f.pl.today {
				when = "today"
			}
			f.tell(Notice{Key: "interview-tomorrow:" + key, Kind: "interview-tomorrow", At: iv.Start, By: iv.Start, SameDay: true, Rule: "1.scheduled",
				Text: fmt.Sprintf("Interview %s, %s, at %s. Ask there for their timeline, for the address of the one who decides, and whether and how you may follow up.",
					when, f.local(iv.Start), who(f.a))})
		case !end.After(f.pl.now) && !iv.Confirmed && !f.sentSince(end, ""):
			ask := f.pl.place.on(dayOf(end, f.pl.zone)+1, f.pl.zone)
			f.pl.soon(ask)
			if asked := f.pl.within(end, time.Duration(f.pl.p.AskedWhetherHeldAfterDays)*24*time.Hour); !asked || f.pl.now.Before(ask) {
				continue
			}
			f.tell(Notice{Key: "took-place:" + key, Kind: "took-place", At: end, SameDay: true, Rule: "2.15",
				Text: fmt.Sprintf("Did the interview of %s at %s take place? You never confirmed it; it counts as held.", f.local(iv.Start), who(f.a)), Command: f.log("no-show")})
		}
	}
}

// bounceNotices tells of mail that came back.
func (f *file) bounceNotices() {
	for i := range f.a.Bounces {
		b := &f.a.Bounces[i]
		f.tell(Notice{Key: "bounce:" + b.Event, Kind: "bounce", At: b.At, SameDay: f.news(b.At), Rule: "1.applied.arrived-safely",
			Text: fmt.Sprintf("Your mail to %s at %s came back on %s: find another way in.", strings.TrimSpace(b.Who.Address), who(f.a), f.day(b.At))})
	}
}

// draftNotices tells of drafts whose time is nearly over.
func (f *file) draftNotices() {
	for _, s := range f.steps {
		if s.gone || s.Suppressed {
			continue
		}
		d := f.pl.drafts[s.Key]
		if d != nil && d.State == employer.DraftRefused && !s.Drafted {
			f.tell(Notice{Key: "refused:" + s.Key, Kind: "refused", At: d.StateAt, Rule: "4", Step: s.Key, Command: "heardback templates check",
				Text: fmt.Sprintf("The %s to %s at %s was not placed: %s.", s.Kind, s.To.Address, who(f.a), strings.TrimSuffix(d.Reason, "."))})
		}
		if !s.Drafted {
			continue
		}
		if d == nil || !unsent(d) {
			continue
		}
		last := dayOf(s.Expires.Add(-time.Second), f.pl.zone)
		if s.Nudge {
			last = f.r.add(f.r.add(f.day(placedAt(d)), f.pl.p.UnsentBusinessDays), -1)
		} else if !expires(s.Kind) {
			continue
		}
		if f.pl.today != last {
			f.pl.soon(f.pl.place.on(last, f.pl.zone))
			continue
		}
		f.tell(Notice{Key: "expiring:" + s.Key, Kind: "expiring", At: placedAt(d), By: s.Expires, SameDay: true, Rule: "2.15", Step: s.Key,
			Text: fmt.Sprintf("The %s to %s at %s lies unsent and its time is nearly over: send it today or let it go.", s.Kind, s.To.Name, who(f.a))})
	}
}

// digestLines are what the digest says without hurry: late steps, letters that wait, applications that nobody can be asked about.
func (f *file) digestLines() {
	for _, s := range f.steps {
		if s.gone || s.Drafted || !s.Suppressed || s.Due.After(f.pl.now) || f.r.between(f.day(s.Due), f.day(f.pl.now)) > 2*f.pl.p.LateBusinessDays {
			continue
		}
		reason := s.Against[len(s.Against)-1]
		switch {
		case s.To.Address == "" && s.Nudge:
			f.tell(Notice{Key: "no-contact:" + s.Cause, Kind: "no-contact", At: s.Due, Rule: s.Rule,
				Text: fmt.Sprintf("%s: %s, but no person's address is known, so nothing is asked.", who(f.a), s.Why)})
		case reason.Rule == "2.13":
			f.tell(Notice{Key: "late:" + s.Key, Kind: "late", At: s.Due, Rule: "2.13", Step: s.Key,
				Text: fmt.Sprintf("%s: the %s was due on %s and is too late now.", who(f.a), s.Kind, dayOf(s.Due, f.pl.zone))})
		case reason.Rule == "2.12":
			f.tell(Notice{Key: "stranger:" + s.Key, Kind: "question", At: s.Due, Rule: "2.12", SameDay: s.Reactive && f.news(s.Due), Step: s.Key,
				Text: fmt.Sprintf("%s: the %s is not drafted: %s.", who(f.a), s.Kind, reason.Reason)})
		}
	}
	if st := f.assumeNo(); st != nil && f.held != nil && f.a.Stage.Open() && f.until(st) < f.day(f.pl.now) && !(st.Until.IsZero() && st.BusinessDays == 0) {
		f.tell(Notice{Key: "assume-no:" + st.Event, Kind: "assume-no", At: st.At, Rule: "5.assume-no",
			Text:    fmt.Sprintf("%s said that silence until %s means no, and you were interviewed there: is it over?", who(f.a), f.until(st)),
			Command: f.log("rejected")})
	}
	if f.again() && f.news(f.begun()) {
		f.tell(Notice{Key: "applied-again:" + f.a.ID, Kind: "applied-again", At: f.begun(), Rule: "1.applied-again",
			Text: fmt.Sprintf("You applied at %s again after a rejection there: think twice.", f.a.Employer)})
	}
	if f.r.note != "" && len(f.steps) > 0 {
		f.tell(Notice{Key: "holidays:" + f.r.country, Kind: "holidays", At: f.pl.now, Rule: "2.10", Text: strings.ToUpper(f.r.note[:1]) + f.r.note[1:] + "."})
	}
}

// bookNotices tells what concerns no single application: urgent questions, the brake, and new silences.
func (pl *planner) bookNotices() {
	for i := range pl.book.Questions {
		q := &pl.book.Questions[i]
		if !q.Urgent {
			continue
		}
		pl.plan.Notices = append(pl.plan.Notices, Notice{Key: "question:" + q.ID, Kind: "question", App: q.App, At: q.At, Rule: "2.8",
			SameDay: pl.within(q.At, 7*24*time.Hour), Text: q.Text, Command: q.Command})
	}
	for _, c := range pl.plan.Changes {
		if !pl.within(c.At, 8*24*time.Hour) {
			continue
		}
		pl.plan.Notices = append(pl.plan.Notices, Notice{Key: string(c.To) + ":" + c.App + ":" + c.At.Format(time.DateOnly), Kind: string(c.To), App: c.App, At: c.At, Rule: c.Rule,
			Text: pl.name(c.App) + ": " + c.Why + "."})
	}
	pl.onceEach()
}

func (pl *planner) name(app string) string {
	if a := pl.book.Application(app); a != nil {
		return who(a)
	}
	return app
}

// onceEach leaves one of several notices with the same key.
func (pl *planner) onceEach() {
	seen := map[string]bool{}
	kept := pl.plan.Notices[:0]
	for _, n := range pl.plan.Notices {
		if !seen[n.Key] {
			seen[n.Key] = true
			kept = append(kept, n)
		}
	}
	pl.plan.Notices = kept
}
