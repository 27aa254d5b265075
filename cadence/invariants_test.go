package cadence

import (
	"cmp"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"heardback/employer"
)

// free2027 names the holidays of the world's countries on weekdays, written down by hand, apart from the planner's calendar.
var free2027 = map[string]string{
	"US": "01-18 02-15 05-31 06-18 07-05 09-06",
	"DE": "03-26 03-29 05-06 05-17",
	"FR": "03-29 05-06 05-17 07-14",
}

func (w *world) free(j *job, x day) bool {
	_, m, dd := x.date()
	return x.weekday() == time.Saturday || x.weekday() == time.Sunday || strings.Contains(free2027[j.country], fmt.Sprintf("%02d-%02d", m, dd))
}

// businessDays counts the business days after a up to and including b, by the test's own list.
func (w *world) businessDays(j *job, a, b day) int {
	n := 0
	for x := a + 1; x <= b; x++ {
		if !w.free(j, x) {
			n++
		}
	}
	return n
}

// watch judges a plan before it is carried out: every step that is about to be placed and every draft about to be withdrawn.
func (w *world) watch(_ *sim, b employer.Book, plan Plan) {
	due := plan.Due()
	nudges := 0
	for _, s := range due {
		p := &placed{step: s, at: w.now}
		for _, id := range s.Apps {
			for i := range b.Applications {
				for _, j := range w.jobs {
					if a := b.Applications[i]; a.ID == id && a.Employer == j.firm.name && a.Role == j.firm.role {
						p.jobs = append(p.jobs, j)
					}
				}
			}
		}
		if s.Nudge {
			nudges++
		}
		w.judge(p)
		w.mine = append(w.mine, p)
		w.reacts(p)
	}
	today := dayOf(w.now, w.zone)
	w.judgeCaps(today, len(due))
	w.judgeCalls(b, plan)
	for _, l := range plan.Withdraw {
		w.judgeWithdrawal(l, today)
	}
	w.judgeLying(today)
}

// judge states each invariant about one placed draft.
func (w *world) judge(p *placed) {
	s, today := p.step, dayOf(w.now, w.zone)
	if len(p.jobs) == 0 {
		w.fail("book", "%s belongs to no application", s.Kind)
		return
	}
	if strings.HasPrefix(s.To.Address, "noreply") {
		w.fail("never to noreply", "%s to %s", s.Kind, s.To.Address)
	}
	if !slices.ContainsFunc(w.jobs, func(j *job) bool { return j.hr.address == s.To.Address }) {
		w.fail("never without a human address", "%s to %q", s.Kind, s.To.Address)
	}
	if strings.HasSuffix(s.To.Address, "@current.example") {
		w.fail("never to the current employer", "%s to %s", s.Kind, s.To.Address)
	}
	for _, o := range w.mine {
		if o.step.Key == s.Key {
			w.fail("never again", "%s was placed on %s and is %s", s.Kind, o.at.Format("2 Jan"), cmp.Or(o.state, "there"))
		}
	}
	for _, j := range p.jobs {
		if !j.rejected.IsZero() {
			if j.after++; j.after > 1 || s.Kind != FeedbackRequest && s.Kind != KeepInMind && s.Kind != Thanks {
				w.fail("after a rejection one request", "%s for %s", s.Kind, j.firm.name)
			}
		}
		if w.now.Sub(j.life) > 61*24*time.Hour && s.Kind != CompetingDeadline && s.Kind != Withdrawal {
			w.fail("nothing after 60 days of silence", "%s for %s, last sign %s", s.Kind, j.firm.name, j.life.Format("2 Jan"))
		}
		if late := w.businessDays(j, dayOf(s.Due, w.zone), today); late > 5 || s.Reactive && late > 3 {
			w.fail("late is worse than never", "%s for %s was due %s", s.Kind, j.firm.name, s.Due.Format("2 Jan"))
		}
		if s.Nudge {
			w.judgeNudge(p, j, today)
		}
	}
}

// judgeNudge states the invariants of nudges.
func (w *world) judgeNudge(p *placed, j *job, today day) {
	s := p.step
	what := fmt.Sprintf("%s for %s %s", s.Kind, j.firm.name, j.firm.role)
	if today <= j.promised {
		w.fail("never before a stated date", "%s, they named %s", what, j.promised)
	}
	if w.free(j, today) || today.weekday() == time.Monday || today.weekday() == time.Friday {
		w.fail("never on a weekend or holiday, only Tue to Thu", "%s", what)
	}
	if j.ball {
		w.fail("nothing while the ball is with the user", "%s", what)
	}
	if today <= j.away {
		w.fail("nothing while they are away", "%s, back on %s", what, j.away)
	}
	if j.doubtful {
		w.fail("nothing while a question is open", "%s", what)
	}
	if s.Kind != DecisionDate && s.Kind != CheckIn {
		w.judgeWait(j, today, what)
	}
	for _, k := range w.jobs {
		if k.asked > 0 && k.hr.address == j.hr.address && !slices.Contains(p.jobs, k) && w.businessDays(k, k.asked, today) >= 10 {
			w.fail("two for one person are one letter", "%s, and %s is due too", what, k.firm.role)
		}
	}
	if j.unclear {
		w.fail("nothing while a mail is not understood", "%s", what)
	}
	if j.fixed.After(w.now) {
		w.fail("frozen by an interview", "%s, fixed for %s", what, j.fixed.Format("2 Jan"))
	}
	if j.sent >= 5 {
		w.fail("at most five", "%s after %d", what, j.sent)
	}
	if j.open >= 3 {
		w.fail("at most three unanswered", "%s after %d", what, j.open)
	}
	if j.stopped {
		w.fail("nothing follows a deleted letter", "%s", what)
	}
	if j.mute != "" && !(j.mute == "no-enquiries" && s.Kind == DecisionDate) {
		w.fail("no contact where they said so", "%s in spite of %s", what, j.mute)
	}
	if !j.heard.IsZero() && w.businessDays(j, dayOf(j.heard, w.zone), today) < 2 {
		w.fail("never on the heels of their mail", "%s, they wrote on %s", what, j.heard.Format("2 Jan"))
	}
	for _, k := range w.jobs {
		if k.offered && !k.over && k.firm.name == j.firm.name {
			w.fail("frozen by an offer", "%s", what)
		}
	}
	if w.taken != "" && w.taken != j.firm.name && j.begun.Sub(w.since) < 60*24*time.Hour {
		w.fail("frozen by an acceptance", "%s", what)
	}
	for _, o := range w.mine {
		days := today - dayOf(o.at, w.zone)
		if o == p || !o.step.Nudge {
			continue
		}
		if o.state == "" || o.state == "sent" {
			if o.step.To.Address == s.To.Address && days < 7 {
				w.fail("never two within 7 days", "%s, and %s on %s", what, o.step.Kind, o.at.Format("2 Jan"))
			}
		}
		if o.state == "" && slices.Contains(o.jobs, j) && w.businessDays(j, dayOf(o.at, w.zone), today) >= 10 && j.touched.Before(o.at) {
			w.fail("nothing follows a letter left unsent", "%s, %s lies there since %s", what, o.step.Kind, o.at.Format("2 Jan"))
		}
		if o.state == "withdrawn" && slices.Contains(o.jobs, j) && !slices.ContainsFunc(o.jobs, func(k *job) bool { return !k.changed.Before(o.at) || !k.touched.Before(o.at) }) {
			w.fail("nothing follows a letter left unsent", "%s, %s was taken back", what, o.step.Kind)
		}
	}
}

// judgeWait states how long a letter without a date waits at least after the user's own letter, and in August.
func (w *world) judgeWait(j *job, today day, what string) {
	if !j.wrote.IsZero() && w.businessDays(j, dayOf(j.wrote, w.zone), today) < 5 {
		w.fail("the user's own letter starts the wait anew", "%s, they wrote on %s", what, j.wrote.Format("2 Jan"))
	}
	if j.country != "FR" || j.heard.IsZero() {
		return
	}
	from, least, august := dayOf(j.heard, w.zone), 10+5, false
	if j.wrote.After(j.heard) {
		from = dayOf(j.wrote, w.zone)
		switch { // the shorter waits of the rows that begin with the user's answer
		case j.sentDocs.Equal(j.wrote):
			least = 7 + 5
		case j.held.IsZero():
			least = 5 + 5
		}
	}
	for x := from + 1; x <= today; x++ {
		_, m, _ := x.date()
		august = august || m == time.August
	}
	if n := w.businessDays(j, from, today); august && n < least {
		w.fail("in August five days more", "%s after %d days", what, n)
	}
}

// judgeCalls states that nobody is called who wants no calls.
func (w *world) judgeCalls(b employer.Book, plan Plan) {
	for _, c := range plan.Calls {
		for _, j := range w.jobs {
			if j.noCalls && c.Allowed && strings.EqualFold(c.To.Address, j.hr.address) {
				w.fail("no calls where they said so", "%s", c.Reason)
			}
		}
	}
}

// judgeLying states that a letter which nobody sends is taken back in time, unless no round could run.
func (w *world) judgeLying(today day) {
	for _, o := range w.mine {
		if o.step.Nudge && o.state == "" && len(o.jobs) > 0 && w.businessDays(o.jobs[0], dayOf(o.at, w.zone), today) > 11 && w.now.After(w.down[1].AddDate(0, 0, 2)) {
			w.fail("a letter left unsent is taken back", "%s of %s", o.step.Kind, o.at.Format("2 Jan"))
		}
	}
}

// judgeCaps states the most that may be placed in a day, in a week and at once.
func (w *world) judgeCaps(today day, due int) {
	if due > 20 {
		w.fail("the brake", "%d at once", due)
	}
	perDay, perWeek := 0, map[string]int{}
	for _, o := range w.mine {
		placed := dayOf(o.at, w.zone)
		if !o.step.Nudge || len(o.jobs) == 0 {
			continue
		}
		if placed == today {
			perDay++
		}
		if today-placed < 7 {
			perWeek[o.jobs[0].firm.name]++
		}
	}
	if perDay > 8 {
		w.fail("at most eight a day", "%d", perDay)
	}
	for name, n := range perWeek {
		if n > 2 {
			w.fail("at most two a week", "%d to %s", n, name)
		}
	}
}

// judgeWithdrawal states that a draft is only taken back when something happened since, or when its time is over.
func (w *world) judgeWithdrawal(l Lost, today day) {
	for _, o := range w.mine {
		if o.step.Key != l.Key {
			continue
		}
		o.state = "withdrawn"
		lost := false
		for _, j := range o.jobs {
			age := w.businessDays(j, dayOf(o.at, w.zone), today)
			lost = lost || !j.changed.Before(o.at) || age >= 10 || expires(l.Kind) && !w.now.Before(o.step.Expires)
		}
		if l.Kind == ConfirmReschedule && !w.now.Before(o.step.Facts.Interview) {
			lost = true // the time that it confirms has come
		}
		if l.Kind == CompetingDeadline {
			lost = true // the other offer's deadline or answer, which stands in no ledger of this application
		}
		for _, k := range w.jobs { // an offer freezes the employer's other roles, a mail without a role suspends them
			lost = lost || k.changed.After(o.at) && slices.ContainsFunc(o.jobs, func(j *job) bool { return j.firm.name == k.firm.name })
		}
		if !lost {
			w.fail("a withdrawn draft had lost its reason", "%s of %s: %s", l.Kind, o.at.Format("2 Jan"), l.Reason)
		}
	}
}

// playWorld plays one seed and returns the violations.
func playWorld(t testing.TB, seed uint64, off ...string) (wrong []string, placed int) {
	r := &recorder{TB: t}
	s := newSim(r, "America/New_York")
	s.off = map[string]bool{}
	for _, rule := range off {
		s.off[rule] = true
	}
	w := newWorld(s, seed)
	s.down = w.down
	s.jump = seed%4 != 0
	s.run(lastDay(seed))
	return append(w.wrong, r.said...), len(w.mine)
}

var (
	worlds     = flag.Int("worlds", 50, "how many generated job searches to play")
	firstWorld = flag.Int("first-world", 0, "seed of the first of them")
)

// TestInvariants plays generated searches; HEARDBACK_WORLDS=1000 or -worlds 1000 plays all of them, -first-world 1000 others.
func TestInvariants(t *testing.T) {
	n := *worlds
	if v := os.Getenv("HEARDBACK_WORLDS"); v != "" {
		if _, err := fmt.Sscan(v, &n); err != nil {
			t.Fatal(err)
		}
	}
	var played, letters atomic.Int64
	t.Cleanup(func() {
		t.Logf("%d worlds, %d drafts placed", played.Load(), letters.Load())
		if letters.Load() < played.Load() {
			t.Error("fewer drafts than worlds: the worlds are too quiet to prove anything")
		}
	})
	for seed := *firstWorld; seed < *firstWorld+n; seed++ {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			wrong, placed := playWorld(t, uint64(seed))
			played.Add(1)
			letters.Add(int64(placed))
			for _, v := range wrong {
				t.Error(v)
			}
		})
	}
}
