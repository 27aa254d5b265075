package cadence

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"heardback/employer"
)

// A world is a generated job search of six months: employers who confirm, invite, move, cancel, promise, ask, offer, reject or
// fall silent, and a user who sends, edits, deletes or forgets drafts and writes letters of their own. It keeps its own ledger
// of what happened, apart from the fold and the planner, by which the invariants are judged.
type world struct {
	*sim
	rnd   *rand.Rand
	jobs  []*job
	mine  []*placed // what stands or stood in Drafts
	idle  []*job    // whose drafts the user never touches
	taken string    // the employer whose offer was accepted, "" if none
	since time.Time // when
	wrong []string  // violations
	down  [2]time.Time
}

// job is the ledger of one application.
type job struct {
	firm       firmT
	hr         writerT
	country    string
	ball       bool // with the user
	docs       bool // and it is documents that they wait for
	fixed      time.Time
	held       time.Time
	rejected   time.Time
	offered    bool
	over       bool // closed by either side
	mute       string
	promised   day // the last date named
	life       time.Time
	heard      time.Time // the last human mail
	touched    time.Time // the last mail of the recruiter about any role there
	changed    time.Time // anything that may take a draft's reason
	sent, open int       // nudges sent at all, and unanswered
	away       day       // until when they are away
	asked      day       // applied then, acknowledged, and nothing since; 0 for no
	doubtful   bool      // a question about it is open
	noCalls    bool
	wrote      time.Time // the user's last letter that asked nothing
	sentDocs   time.Time // when the user sent what they had asked for
	begun      time.Time // the first mail of either side
	unclear    bool      // nothing was recognised in their last mail
	stopped    bool      // a nudge was deleted or lay for ten business days: nothing follows until they write
	after      int       // letters after a rejection
}

// placed is a draft of ours in the ledger.
type placed struct {
	step  Step
	at    time.Time
	state string // "", sent, deleted, withdrawn
	jobs  []*job
}

func (w *world) fail(rule, format string, args ...any) {
	w.wrong = append(w.wrong, fmt.Sprintf("%s: %s: %s", w.now.In(w.zone).Format("2006-01-02 15:04"), rule, fmt.Sprintf(format, args...)))
}

// newWorld makes the search of a seed.
func newWorld(s *sim, seed uint64) *world {
	w := &world{sim: s, rnd: rand.New(rand.NewPCG(seed, 2027))}
	s.seeker.CurrentEmployerDomains = []string{"current.example"}
	s.check = w.watch
	begin := d(2027, 1, 5)
	names := []string{"Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fir", "Gorse", "Hazel", "Iris", "Juniper", "Kelp", "Larch"}
	n := 2 + w.rnd.IntN(3)
	if seed%16 == 15 {
		n = len(names)
	}
	for i := range n {
		j := &job{country: []string{"US", "US", "DE", "FR"}[w.rnd.IntN(4)]}
		dom := strings.ToLower(names[i]) + "works.example"
		switch j.country {
		case "DE":
			dom = strings.ToLower(names[i]) + "works.de"
		case "FR":
			dom = strings.ToLower(names[i]) + "works.fr"
		}
		j.firm = firmT{name: names[i] + " Works", domain: dom, role: "Clerk"}
		j.hr = writerT{name: "Person " + names[i], address: "person@" + dom, human: true}
		if w.rnd.IntN(15) == 0 {
			j.hr.address = "person@current.example"
		}
		w.jobs = append(w.jobs, j)
		w.life(j, begin+day(w.rnd.IntN(90)))
		if w.rnd.IntN(3) == 0 {
			// A second and a third role with the same recruiter.
			for _, role := range []string{"Driver", "Painter", "Welder"}[:1+w.rnd.IntN(3)] {
				k := &job{country: j.country, firm: j.firm, hr: j.hr}
				k.firm.role = role
				w.jobs = append(w.jobs, k)
				w.life(k, begin+day(w.rnd.IntN(90)))
			}
		}
	}
	w.cameo(seed)
	if w.rnd.IntN(4) == 0 {
		from := begin + day(20+w.rnd.IntN(100))
		w.down = [2]time.Time{from.at(0, 0, s.zone), (from + day(5+w.rnd.IntN(25))).at(0, 0, s.zone)}
	}
	return w
}

// happens plans something on a day at a random hour, unless the application is over by then.
func (w *world) happens(j *job, on day, do func()) {
	at := on.at(8+w.rnd.IntN(10), w.rnd.IntN(60), w.zone)
	w.script = append(w.script, act{at, func(*sim) { do() }})
}

func (w *world) chance(percent int) bool { return w.rnd.IntN(100) < percent }

// life plans the way of one application.
func (w *world) life(j *job, on day) {
	bot := writerT{name: j.firm.name, address: "noreply@" + j.firm.domain}
	w.happens(j, on, func() {
		var more []func(*sim, *employer.Event)
		switch w.rnd.IntN(12) {
		case 0:
			j.mute = "assume-no"
			more = append(more, states("assume-no", dayOf(w.now, w.zone).plus(21)))
		case 1:
			j.mute = "shortlist-only"
			more = append(more, states("shortlist-only", ""))
		case 2:
			j.mute = "no-enquiries"
			more = append(more, states("no-enquiries", ""))
		case 3:
			end := dayOf(w.now, w.zone) + 14
			j.promised = end
			more = append(more, states("window", end.plus(0)))
		}
		w.theirs(j, employer.KindConfirmation, bot, more...)
	})
	on += day(1 + w.rnd.IntN(5))
	if w.chance(60) {
		w.happens(j, on, func() { w.theirs(j, employer.KindContact, j.hr, acts("acknowledge")) })
	}
	for range 1 + w.rnd.IntN(6) {
		on += day(1 + w.rnd.IntN(25))
		w.happens(j, on, func() { w.chapter(j, bot) })
	}
}

// plus is a day later, as the statements of the tests name days.
func (x day) plus(n int) string {
	y, m, dd := (x + day(n)).date()
	return fmt.Sprintf("%04d-%02d-%02d", y, m, dd)
}

// chapter is the employer's next move.
func (w *world) chapter(j *job, bot writerT) {
	if j.over {
		return
	}
	today := dayOf(w.now, w.zone)
	switch n := w.rnd.IntN(100); {
	case n < 30 && j.fixed.Before(w.now):
		w.fixTalk(j, today+day(2+w.rnd.IntN(10)))
	case n < 36 && !j.fixed.Before(w.now):
		start := today + day(2+w.rnd.IntN(8))
		j.fixed = start.at(10, 0, w.zone)
		w.theirs(j, employer.KindRescheduled, j.hr, talk("u"+j.firm.name+j.firm.role, start.plus(0)+" 10:00"), sequence(w.n))
		j.ball = true
		w.holds(j, start)
		w.answers(j)
	case n < 42 && !j.fixed.Before(w.now):
		j.fixed = time.Time{}
		w.theirs(j, employer.KindCancelled, j.hr)
		j.ball = true
		w.answers(j)
	case n < 56:
		j.promised = today + day(3+w.rnd.IntN(12))
		w.theirs(j, employer.KindContact, j.hr, states("window", j.promised.plus(0)))
	case n < 61:
		w.theirs(j, employer.KindContact, j.hr, acts("human", "moving-forward"))
	case n < 64:
		w.theirs(j, employer.KindContact, j.hr, acts("human"))
		j.unclear = true
	case n < 72:
		w.theirs(j, employer.KindInfoRequest, j.hr)
		j.ball, j.docs = true, true
		w.answers(j)
	case n < 78:
		w.theirs(j, employer.KindHold, j.hr)
		j.ball = j.ball && j.docs
	case n < 81:
		w.theirs(j, employer.KindOffer, j.hr, deadline((today + 10).plus(0)))
		j.offered = true
		w.later(3+w.rnd.IntN(10), func() {
			if !j.over && j.offered {
				j.over = true
				verb := "declined"
				if w.chance(30) && w.taken == "" {
					verb, w.taken, w.since = "accepted", j.firm.name, w.now
				}
				signed := w.chance(50)
				w.says(j, verb, func(_ *sim, e *employer.Event) { e.User.Signed = signed })
			}
		})
	case n < 92:
		who := bot
		if w.chance(50) {
			who = j.hr
		}
		w.theirs(j, employer.KindRejection, who)
		j.rejected, j.over, j.ball = w.now, true, false
	case n < 97:
		w.mine1(j, employer.KindFollowup)
	}
}

// fixTalk fixes an interview, sometimes after an invitation that the user answers.
func (w *world) fixTalk(j *job, start day) {
	fix := func() {
		if j.over || !j.fixed.Before(w.now) {
			return
		}
		j.fixed, j.ball = start.at(10, 0, w.zone), false
		uid := fmt.Sprintf("u%s%s%d", j.firm.name, j.firm.role, start)
		if start.at(10, 0, w.zone).Before(w.now) {
			return
		}
		w.theirs(j, employer.KindScheduled, j.hr, talk(uid, start.plus(0)+" 10:00"))
		w.holds(j, start)
	}
	if w.chance(50) {
		w.theirs(j, employer.KindInvite, j.hr)
		j.ball = true
		w.later(1, fix)
		return
	}
	fix()
}

// holds notes that a talk took place, unless it was moved or cancelled by then.
func (w *world) holds(j *job, start day) {
	fixed := j.fixed
	w.later(int(start-dayOf(w.now, w.zone))+1, func() {
		if j.over || !j.fixed.Equal(fixed) {
			return
		}
		j.held, j.life = j.fixed, latest(j.life, j.fixed)
		j.ball = j.ball && j.docs
		if j.mute != "no-enquiries" {
			j.mute = ""
		}
	})
}

// later plans something for the user's or the employer's side some days from now.
func (w *world) later(days int, do func()) {
	at := w.now.Add(time.Duration(days)*24*time.Hour + time.Duration(w.rnd.IntN(120))*time.Minute)
	w.script = append(w.script, act{at, func(*sim) { do() }})
	w.sortScript()
}

// theirs is a mail of the employer, in the book and in the ledger.
func (w *world) theirs(j *job, kind employer.Kind, from writerT, more ...func(*sim, *employer.Event)) {
	mails(kind, j.firm, from, more...)(w.sim)
	e := w.events[len(w.events)-1]
	j.life, j.changed = w.now, w.now
	w.begins(j)
	w.settled(j)
	for _, k := range w.jobs {
		if from.human && k.firm.name == j.firm.name { // a mail of the shared recruiter may be taken for news of each role
			k.life, k.touched, k.stopped = w.now, w.now, k.stopped && k == j
		}
	}
	if from.human && kind != employer.KindConfirmation && !slices.Contains(e.Acts, "acknowledge") {
		j.heard, j.stopped = w.now, false
	}
	if kind != employer.KindConfirmation && !slices.Contains(e.Acts, "acknowledge") && (from.human || kind == employer.KindRejection) {
		j.open = 0
	}
	if from.human && kind != employer.KindConfirmation && !slices.Contains(e.Acts, "acknowledge") && j.mute == "assume-no" {
		j.mute = ""
	}
}

// begins notes the first mail of an application.
func (w *world) begins(j *job) {
	if j.begun.IsZero() {
		j.begun = w.now
	}
}

// settled notes that a mail went or came that may be about any role there: what was unclear before may be clear.
func (w *world) settled(j *job) {
	for _, k := range w.jobs {
		if k.firm.name == j.firm.name {
			k.unclear, k.asked = false, 0
		}
	}
}

// mine1 is a letter of the user's own.
func (w *world) mine1(j *job, kind employer.Kind) {
	writes(kind, j.firm, j.hr)(w.sim)
	w.begins(j)
	w.settled(j)
	j.changed, j.life = w.now, w.now
	switch kind {
	case employer.KindFollowup:
		j.sent++
		j.open++
	case employer.KindAnswer:
		j.wrote = w.now
	}
}

// says is a command of the user.
func (w *world) says(j *job, verb string, more ...func(*sim, *employer.Event)) {
	logs(verb, j.firm, more...)(w.sim)
	w.settled(j)
	for _, k := range w.jobs {
		k.changed = w.now
	}
}

// answers lets the user answer what was asked, by hand, some days later; now and then never.
func (w *world) answers(j *job) {
	if w.chance(15) {
		return
	}
	w.later(1+w.rnd.IntN(6), func() {
		if j.ball && !j.over {
			if j.docs {
				j.sentDocs = w.now
			}
			j.ball, j.docs = false, false
			w.mine1(j, employer.KindAnswer)
		}
	})
}

// reacts decides what the user does with a new draft.
func (w *world) reacts(p *placed) {
	do := func(what employer.Kind, state string) func() {
		return func() {
			if p.state != "" {
				return
			}
			st := p.step
			w.draft(what, employer.DraftAct{Key: st.Key, Kind: string(st.Kind), App: st.App, Apps: st.Apps, Cause: st.Cause,
				To: employer.Address{Name: st.To.Name, Address: st.To.Address}})
			p.state = state
			for _, j := range p.jobs {
				j.changed = w.now
				if state == "sent" {
					w.settled(j)
				}
				switch {
				case state == "sent" && st.Nudge:
					j.sent++
					j.open++
					j.life = w.now
				case state == "sent":
					j.life = w.now
					if st.Kind == Availability || st.Kind == ConfirmReschedule {
						j.ball = false
					}
				case state == "deleted" && st.Nudge:
					j.stopped = true
				}
			}
		}
	}
	switch n := w.rnd.IntN(100); {
	case len(p.jobs) > 0 && slices.Contains(w.idle, p.jobs[0]):
	case n < 50:
		w.later(0, do(employer.KindDraftSent, "sent"))
	case n < 65:
		w.later(1+w.rnd.IntN(8), do(employer.KindDraftSent, "sent"))
	case n < 80:
		w.later(w.rnd.IntN(3), do(employer.KindDraftDeleted, "deleted"))
	}
}
