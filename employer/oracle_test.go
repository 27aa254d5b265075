package employer

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
)

var long = flag.Bool("long", false, "run all of the generated sequences")

// The oracle plays job searches. It knows the truth, because it decides what employers and user do, and writes the mail that a search
// would leave behind: under varying names, in and out of threads, twice, late and in any order. The fold sees the mail alone.

// fact is what is true of one application at the end.
type fact struct {
	names, titles []string // every spelling that was used
	stage         Stage
	promised      time.Time
	asked         bool // a mail that nobody could attribute: the book may only ask
}

type firmSpec struct {
	names  []string
	domain string
}

var firmSpecs = []firmSpec{
	{[]string{"Northwind Traders", "Northwind Traders Ltd.", "NORTHWIND TRADERS", "Northwind Traders Recruiting Team"}, "northwindtraders.example"},
	{[]string{"Fabrikam", "Fabrikam GmbH & Co. KG", "Fabrikam Deutschland GmbH", "Fabrikam Careers"}, "fabrikam.example"},
	{[]string{"Müllersche Werke", "MÜLLERSCHE WERKE AG", "Mullersche Werke"}, "muellerschewerke.example"},
	{[]string{"Société Lumière", "Société Lumière S.A.S.", "Societe Lumiere"}, "societelumiere.example"},
	{[]string{"Acme Robotics", "ACME Robotics, Inc.", "Acme Robotics Hiring Team"}, "acmerobotics.example"},
	{[]string{"Blauwe Haven", "Blauwe Haven B.V."}, "blauwehaven.example"},
	{[]string{"Contoso", "Contoso Group", "Contoso Ltd", "The Contoso Group"}, "contoso.example"},
	{[]string{"Verde Energia", "Verde Energia S.p.A.", "Verde Energia SpA"}, "verdeenergia.example"},
	{[]string{"Tailspin", "Tailspin Technologies", "Tailspin Technologies LLC"}, "tailspin.example"},
	{[]string{"Östra Bruket", "Östra Bruket AB", "Ostra Bruket"}, "ostrabruket.example"},
	{[]string{"Wide World Importers", "Wide World Importers, Inc.", "WideWorld Importers"}, "wideworldimporters.example"},
	{[]string{"Litware", "Litware Inc", "Litware Talent Acquisition"}, "litware.example"},
}

var roleSpecs = [][]string{
	{"Data Engineer", "Data Engineer (m/w/d)", "DATA ENGINEER"},
	{"Product Manager", "Product Manager (f/m/d)", "Product Manager, Berlin"},
	{"Senior Accountant", "Senior Accountant (all genders)"},
	{"Warehouse Lead", "Warehouse Lead"},
	{"UX Designer", "UX Designer / Remote", "UX Designer (m/f/x)"},
	{"Registered Nurse", "Registered Nurse"},
	{"Junior Backend Developer", "Junior Backend Developer (h/f)"},
	{"Legal Counsel", "Legal Counsel"},
	{"Customer Success Manager", "Customer Success Manager"},
}

// world is one search.
type world struct {
	r      *rand.Rand
	events []Event
	facts  []*fact
	n      int
	now    time.Time
}

// hunt is one application while it is played.
type hunt struct {
	w        *world
	firm     firmSpec
	titles   []string
	req      string
	agency   *firmSpec
	twin     bool // another application at the same employer, or of the same agency, runs at the same time
	person   Contact
	ats      string
	last     *Mail // of the human thread
	t        time.Time
	fact     *fact
	rounds   int
	uid      string
	start    time.Time
	hasHuman bool
}

func (w *world) chance(p float64) bool { return w.r.Float64() < p }

func pickOf[T any](r *rand.Rand, list []T) T { return list[r.IntN(len(list))] }

func newWorld(seed uint64) *world {
	w := &world{r: rand.New(rand.NewPCG(seed, 7)), now: time.Date(2027, 12, 1, 9, 0, 0, 0, time.UTC)}
	firms := slices.Clone(firmSpecs)
	w.r.Shuffle(len(firms), func(i, j int) { firms[i], firms[j] = firms[j], firms[i] })
	roles := slices.Clone(roleSpecs)
	w.r.Shuffle(len(roles), func(i, j int) { roles[i], roles[j] = roles[j], roles[i] })
	agency := &firmSpec{[]string{"Bridgepoint Talent", "Bridgepoint Talent Ltd"}, "bridgepointtalent.example"}
	recruiter := w.contact("agent", agency.domain)
	n := 1 + w.r.IntN(4)
	var prev *hunt
	for i := range n {
		h := &hunt{w: w, firm: firms[i], titles: roles[i], t: time.Date(2027, 3, 1, 8, 0, 0, 0, time.UTC).Add(time.Duration(w.r.IntN(60*24)) * time.Hour)}
		h.person = w.contact(fmt.Sprintf("person%d", i), h.firm.domain)
		twins := i+1 < n && w.chance(0.25)
		switch {
		case i > 0 && prev.twin && firms[i-1].domain == firms[i].domain:
			h.twin = true
			if w.chance(0.4) {
				h.person = prev.person
			}
		case twins:
			h.twin = true
			firms[i+1] = h.firm
		case w.chance(0.2):
			h.agency, h.person = agency, recruiter
		}
		prev = h
		if w.chance(0.3) {
			h.req = fmt.Sprintf("R-%05d", 10000+w.r.IntN(90000))
		}
		h.ats = pickOf(w.r, []string{"greenhouse", "workday", "smartrecruiters", ""})
		h.fact = &fact{names: h.firm.names, titles: h.titles}
		w.facts = append(w.facts, h.fact)
		h.play()
	}
	return w
}

func (w *world) contact(local, domain string) Contact {
	name := "Kim " + strings.ToUpper(local[:1]) + local[1:]
	return Contact{Name: name, Address: local + "@" + domain, Human: true, Wrote: true}
}

func (h *hunt) wait(minHours, maxHours int) {
	h.t = h.t.Add(time.Duration(minHours+h.w.r.IntN(maxHours-minHours+1))*time.Hour + time.Duration(h.w.r.IntN(3600))*time.Second)
}

// event starts a mail of the employer's: by a person or by the hiring system.
func (h *hunt) event(k Kind, human bool) *Event {
	w := h.w
	w.n++
	id := fmt.Sprintf("%d.%d@id.example", w.n, w.r.Uint32())
	e := &Event{ID: "mail:" + id, Kind: k, At: h.t, Learned: h.t, Rules: "1", Human: human, Language: "en",
		Mail: &Mail{Key: id, MessageID: id, To: []Address{me}, Sent: h.t, Subject: h.titles[0]}}
	e.Party = Party{Name: pickOf(w.r, h.firm.names), From: "sender-name"}
	if h.agency != nil {
		e.Party.Agency, e.Party.AgencyDomain = pickOf(w.r, h.agency.names), h.agency.domain
	}
	e.Role, e.Req = pickOf(w.r, h.titles), h.req
	if human {
		e.Mail.From = Address{Name: h.person.Name, Address: h.person.Address}
		e.Contacts = []Contact{h.person}
		if h.last != nil && w.chance(0.8) {
			e.Mail.InReplyTo = []string{h.last.MessageID}
			e.Mail.References = append(slices.Clone(h.last.References), h.last.MessageID)
			if w.chance(0.5) {
				e.Role, e.Req = "", ""
			}
			if w.chance(0.5) && h.agency == nil {
				e.Party.Name = ""
			}
		} else if w.chance(0.15) && h.agency == nil {
			e.Role, e.Req = "", ""
			h.fact.asked = h.fact.asked || h.twin
		}
		h.last, h.hasHuman = e.Mail, true
	} else {
		e.Source = h.ats
		e.Mail.NoReply = true
		host := h.ats + "-mail.test"
		if h.ats == "" {
			host = h.firm.domain
		}
		if h.agency != nil && h.ats == "" {
			host = h.agency.domain
		}
		e.Mail.From = Address{Name: e.Party.Name, Address: "no-reply@" + host}
		if w.chance(0.3) {
			e.Req = ""
		}
		if w.chance(0.1) && !(h.twin && k == KindConfirmation) && h.agency == nil {
			e.Role, e.Req = "", ""
			h.fact.asked = h.fact.asked || h.twin
		}
	}
	return e
}

func (h *hunt) emit(e *Event) { h.w.events = append(h.w.events, *e) }

// own adds a mail of the user's to the person, mostly in the thread.
func (h *hunt) own(k Kind, acts ...string) {
	w := h.w
	w.n++
	id := fmt.Sprintf("own%d.%d@mail.example", w.n, w.r.Uint32())
	e := Event{ID: "mail:" + id, Kind: k, At: h.t, Learned: h.t, Rules: "1", Acts: acts, Mail: &Mail{Key: id, MessageID: id, From: me, Own: true, Sent: h.t,
		To: []Address{{Name: h.person.Name, Address: h.person.Address}}}}
	if h.last != nil && (h.twin || h.agency != nil || w.chance(0.9)) {
		e.Mail.InReplyTo = []string{h.last.MessageID}
		e.Mail.References = append(slices.Clone(h.last.References), h.last.MessageID)
	}
	h.last = e.Mail
	w.events = append(w.events, e)
}

// play lets the application run its course and keeps the truth.
func (h *hunt) play() {
	w, f := h.w, h.fact
	if w.chance(0.25) && h.agency == nil {
		h.own(KindApplied, "application")
		e := &w.events[len(w.events)-1]
		e.Party, e.Role = Party{Name: h.firm.names[0], From: "subject"}, h.titles[0]
		f.stage = Applied
		h.wait(0, 30)
	}
	if f.stage == "" || w.chance(0.8) {
		h.confirm()
	}
	for range 8 {
		h.wait(24, 240)
		if h.t.After(w.now.AddDate(0, 0, -30)) {
			return
		}
		if !h.turn() {
			return
		}
	}
}

func (h *hunt) confirm() {
	w := h.w
	e := h.event(KindConfirmation, false)
	if e.Role == "" && h.fact.stage == "" {
		e.Role = h.titles[0]
	}
	h.emit(e)
	h.fact.stage = Confirmed
	if w.chance(0.3) && h.agency == nil {
		// The board tells it too, a little earlier or later, in its own words.
		b := h.event(KindConfirmation, false)
		b.Source, b.Board, b.Req = "indeed", true, ""
		b.Mail.From.Address = "apply@indeed-mail.test"
		b.At = e.At.Add(time.Duration(w.r.IntN(120)-60) * time.Minute)
		b.Mail.Sent = b.At
		b.Role = pickOf(w.r, h.titles)
		h.emit(b)
	}
}

// turn is one thing that happens; false ends the application.
func (h *hunt) turn() bool {
	w, f := h.w, h.fact
	switch x := w.r.IntN(100); {
	case x < 12:
		e := h.event(KindContact, true)
		h.emit(e)
		if f.stage == Applied || f.stage == Confirmed {
			f.stage = InContact
		}
	case x < 20 && h.hasHuman:
		h.own(KindFollowup, "followup")
	case x < 28 && f.stage != OnHold:
		e := h.event(KindAssessment, false)
		h.emit(e)
		f.stage = Assessing
	case x < 60:
		h.invite()
	case x < 66 && f.stage != OnHold:
		h.emit(h.event(KindHold, h.hasHuman && w.chance(0.7)))
		f.stage = OnHold
	case x < 70:
		h.emit(h.event(KindFilled, false))
		f.stage = Filled
		return false
	case x < 88:
		h.reject()
		return w.chance(0.05) && h.revive()
	case x < 94 && h.rounds > 0:
		h.offer()
		return false
	case x < 96 && h.hasHuman:
		h.own(KindWithdrawal, "withdrawal")
		f.stage = Withdrawn
		return false
	}
	return true
}

func (h *hunt) reject() {
	e := h.event(KindRejection, h.hasHuman && h.w.chance(0.5))
	h.emit(e)
	h.fact.stage = Rejected
	if h.w.chance(0.1) {
		// The machine's copy of the same news.
		h.wait(0, 20)
		h.emit(h.event(KindRejection, false))
	}
}

func (h *hunt) revive() bool {
	h.wait(300, 500)
	h.invite()
	return true
}

// invite plays one round of talks to its end.
func (h *hunt) invite() {
	w, f := h.w, h.fact
	if w.chance(0.7) {
		h.emit(h.event(KindInvite, true))
		f.stage = Invited
		if w.chance(0.1) {
			return
		}
		h.wait(1, 20)
		h.own(KindAnswer, "availability")
		if w.chance(0.05) {
			return
		}
		h.wait(1, 20)
	}
	h.rounds++
	h.uid, h.start = "", h.t.Add(time.Duration(48+w.r.IntN(150))*time.Hour).Truncate(time.Hour)
	if w.chance(0.7) {
		h.uid = fmt.Sprintf("uid%d@cal.example", w.r.Uint32())
	}
	seq := 0
	talk := func(k Kind, human bool, previous time.Time) *Event {
		e := h.event(k, human)
		e.Interview = &Interview{UID: h.uid, Sequence: seq, Start: h.start, End: h.start.Add(45 * time.Minute), Previous: previous, Zone: "Europe/Berlin"}
		return e
	}
	h.emit(talk(KindScheduled, true, time.Time{}))
	f.stage = Scheduled
	if w.chance(0.2) {
		// A reminder by the machine.
		at := h.t
		h.t = h.start.Add(-20 * time.Hour)
		e := talk(KindScheduled, false, time.Time{})
		e.Interview.UID = ""
		h.emit(e)
		h.t = at
	}
	switch x := w.r.IntN(100); {
	case x < 12:
		h.t = h.start.Add(-time.Duration(2+w.r.IntN(15)) * time.Hour)
		old := h.start
		h.start = h.start.Add(time.Duration(24+w.r.IntN(100)) * time.Hour)
		seq++
		h.emit(talk(KindRescheduled, true, old))
		if w.chance(0.3) {
			// The person writes about the same move, without the calendar.
			h.wait(0, 1)
			e := talk(KindRescheduled, true, old)
			e.Interview.UID, e.Interview.Sequence = "", 0
			h.emit(e)
		}
	case x < 18:
		h.t = h.start.Add(-time.Duration(2+w.r.IntN(15)) * time.Hour)
		if w.chance(0.3) {
			h.t = h.start.Add(2 * time.Hour) // told too late
		}
		seq++
		h.emit(talk(KindCancelled, true, time.Time{}))
		f.stage = Invited
		h.rounds--
		return
	case x < 22:
		h.t = h.start.Add(90 * time.Minute)
		e := h.event(KindMissed, true)
		h.emit(e)
		f.stage = Invited
		h.rounds--
		return
	}
	h.t = h.start.Add(time.Hour)
	f.stage = Interviewed
	if f.promised.After(h.t) {
		f.stage = Pending
	}
	if w.chance(0.3) {
		h.wait(1, 20)
		h.own(KindThanks, "thanks")
	}
	if w.chance(0.3) {
		h.wait(1, 60)
		e := h.event(KindContact, true)
		e.Statements = []Statement{{Class: "window", Until: h.t.AddDate(0, 0, 7), Quote: "by next week"}}
		h.emit(e)
		f.stage, f.promised = Pending, h.t.AddDate(0, 0, 7)
	}
}

func (h *hunt) offer() {
	w, f := h.w, h.fact
	h.emit(h.event(KindOffer, true))
	f.stage = Offered
	h.wait(20, 90)
	switch x := w.r.IntN(10); {
	case x < 3:
		h.own(KindAnswer, "takes-offer")
		f.stage = Accepted
	case x < 5:
		h.own(KindAnswer, "refuses-offer")
		f.stage = Declined
	}
}

// spoil makes a share of the readings wrong: another kind, no name or a wrong one, a wrong role or time.
func (w *world) spoil(share float64) {
	kinds := []Kind{KindConfirmation, KindContact, KindInvite, KindRejection, KindAssessment, KindHold, KindOffer, KindInfoRequest}
	for i := range w.events {
		e := &w.events[i]
		if e.Mail.Own || !w.chance(share) {
			continue
		}
		switch w.r.IntN(4) {
		case 0:
			e.Kind = pickOf(w.r, kinds)
		case 1:
			e.Party.Name = ""
		case 2:
			e.Party.Name = "Wingtip Toys"
		case 3:
			e.Role, e.Req = "Chief of Staff", ""
		}
	}
}

// jumble repeats some events and puts them out of order.
func (w *world) jumble() []Event {
	out := slices.Clone(w.events)
	for range len(out) / 4 {
		out = append(out, pickOf(w.r, w.events))
	}
	w.r.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}

// score is how much of the truth the book holds.
type score struct{ applications, right, firm, role, stage, asked, extra int }

func (s score) String() string {
	share := func(n int) float64 { return float64(n) / float64(max(1, s.applications)) }
	return fmt.Sprintf("%d applications: %.4f right (employer %.4f, role %.4f, stage %.4f), %.4f asked about, %.4f too many",
		s.applications, share(s.right), share(s.firm), share(s.role), share(s.stage), share(s.asked), share(s.extra))
}

func (w *world) judge(b Book, s *score) (wrong []string) {
	used := make([]bool, len(b.Applications))
	for _, f := range w.facts {
		s.applications++
		best, at := -1, -1
		for i, a := range b.Applications {
			if used[i] {
				continue
			}
			n := 0
			if slices.ContainsFunc(f.names, func(n string) bool { return strings.HasPrefix(n, a.Employer) && len(a.Employer) > 4 }) {
				n += 4
			}
			if slices.Contains(f.titles, a.Role) {
				n += 2
			}
			if a.Stage == f.stage {
				n++
			}
			if n > best {
				best, at = n, i
			}
		}
		if at < 0 {
			wrong = append(wrong, fmt.Sprintf("missing: %s, %s, %s", f.names[0], f.titles[0], f.stage))
			continue
		}
		used[at] = true
		a := b.Applications[at]
		if best >= 4 {
			s.firm++
		}
		if best&2 != 0 {
			s.role++
		}
		if best&1 != 0 {
			s.stage++
		}
		switch {
		case best == 7:
			s.right++
		case f.asked || a.Suspended != "":
			s.asked++
		default:
			wrong = append(wrong, fmt.Sprintf("got %s, %s, %s; want %s, %s, %s", a.Employer, a.Role, a.Stage, f.names[0], f.titles[0], f.stage))
		}
	}
	for i := range used {
		if !used[i] {
			s.extra++
			a := b.Applications[i]
			wrong = append(wrong, fmt.Sprintf("too many: %s, %s, %s", a.Employer, a.Role, a.Stage))
		}
	}
	return wrong
}

func TestOracle(t *testing.T) {
	n := 300
	if *long {
		n = 10000
	}
	for _, c := range []struct {
		spoiled, right float64
	}{{0, 0.99}, {0.05, 0.80}} {
		var s score
		shown := 0
		for seed := range uint64(n) {
			w := newWorld(seed)
			w.spoil(c.spoiled)
			b := Fold(w.jumble(), w.now)
			if seed%10 == 0 {
				if again := Fold(w.jumble(), w.now); !reflect.DeepEqual(b, again) {
					t.Fatalf("seed %d: another order gives another book", seed)
				}
			}
			if wrong := w.judge(b, &s); len(wrong) > 0 && c.spoiled == 0 && shown < 12 {
				shown++
				t.Logf("seed %d: %s", seed, strings.Join(wrong, "; "))
			}
		}
		t.Logf("%.0f %% of the findings wrong: %v", c.spoiled*100, s)
		if got := float64(s.right) / float64(s.applications); got < c.right {
			t.Errorf("%.0f %% of the findings wrong: %.4f of the applications are right, want at least %.2f", c.spoiled*100, got, c.right)
		}
	}
}
