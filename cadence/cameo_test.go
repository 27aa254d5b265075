package cadence

import (
	"fmt"

	"heardback/employer"
)

// cameos are what happens too seldom by chance: each rule that needs a rare moment has it in the worlds of one class of seeds.
var cameos = []func(w *world){
	1: (*world).chatty, 2: (*world).answering, 3: (*world).twins, 4: (*world).away, 5: (*world).onTheTelephone, 6: (*world).nameless,
	7: (*world).throughAnAgency, 8: (*world).inAugust, 9: (*world).manyInADay, 10: (*world).tooManyAtOnce, 11: (*world).manyInAWeek, 12: (*world).leftLying,
	13: (*world).refusedTwice,
}

// cameo adds the class's cameo to a world.
func (w *world) cameo(seed uint64) {
	if n := int(seed % 16); n < len(cameos) && cameos[n] != nil {
		cameos[n](w)
	}
}

// lastDay is the last day of the worlds of a seed: that of August runs on behind it.
func lastDay(seed uint64) string {
	if seed%16 == 8 {
		return "2027-09-30"
	}
	return "2027-07-05"
}

// firmOf makes a job that only the cameo speaks of.
func (w *world) firmOf(name, role, country string) *job {
	dom := map[string]string{"US": ".example", "FR": ".fr"}[country]
	j := &job{country: country, firm: firmT{name: name + " Cameo", domain: name + "cameo" + dom, role: role}}
	j.hr = writerT{name: "Person " + name, address: "person@" + j.firm.domain, human: true, phone: "+1 212 555 0100"}
	w.jobs = append(w.jobs, j)
	return j
}

// on plans something at ten in the morning of a day.
func (w *world) on(x day, do func()) {
	w.script = append(w.script, act{x.at(10, w.rnd.IntN(30), w.zone), func(*sim) { do() }})
}

// confirms lets a machine confirm and a person acknowledge on a day.
func (w *world) confirms(j *job, x day) {
	w.on(x, func() {
		w.theirs(j, employer.KindConfirmation, writerT{name: j.firm.name, address: "noreply@" + j.firm.domain})
	})
	w.on(x+1, func() { w.theirs(j, employer.KindContact, j.hr, acts("human", "acknowledge")) })
}

// meets lets a talk be fixed and take place.
func (w *world) meets(j *job, told, x day) {
	w.on(told, func() {
		j.fixed, j.ball = x.at(10, 0, w.zone), false
		w.theirs(j, employer.KindScheduled, j.hr, talk("u"+j.firm.name+j.firm.role, x.plus(0)+" 10:00"))
		w.holds(j, x)
	})
}

// chatty: the user asks and asks; in the one place nobody answers, in the other they do.
func (w *world) chatty() {
	x := d(2027, 2, 1) + day(w.rnd.IntN(20))
	for _, answered := range []bool{false, true} {
		j := w.firmOf(fmt.Sprintf("chatty%v", answered), "Clerk", "US")
		w.confirms(j, x)
		for i := range day(6) {
			if !answered && i > 3 {
				break
			}
			w.on(x+3+3*i, func() { w.mine1(j, employer.KindFollowup) })
			if answered {
				w.on(x+4+3*i, func() { w.theirs(j, employer.KindContact, j.hr, acts("human", "moving-forward")) })
			}
		}
		if answered {
			w.meets(j, x+24, x+26)
		} else {
			w.on(x+16, func() { w.says(j, "submitted") })
		}
	}
}

// answering: the user writes in the middle of a wait.
func (w *world) answering() {
	for i := range day(4) {
		j := w.firmOf(fmt.Sprintf("answering%d", i), "Clerk", "US")
		x := d(2027, 2, 1) + day(w.rnd.IntN(20))
		w.confirms(j, x)
		w.meets(j, x+5, x+8)
		w.on(x+15+i, func() { w.mine1(j, employer.KindAnswer) })
	}
}

// twins: one person acknowledges two applications of one day.
func (w *world) twins() {
	x := d(2027, 2, 1) + day(w.rnd.IntN(40))
	for _, role := range []string{"Clerk", "Painter"} {
		j := w.firmOf("twins", role, "US")
		w.confirms(j, x)
		w.on(x+2, func() { j.asked = x })
	}
}

// away: they are away when the letter would be due.
func (w *world) away() {
	for i := range day(4) {
		j := w.firmOf(fmt.Sprintf("away%d", i), "Clerk", "US")
		x := d(2027, 2, 1) + day(w.rnd.IntN(40))
		w.confirms(j, x)
		w.on(x+10+i, func() {
			j.away = x + 30
			if i == 3 {
				j.away = x + 90 // too long to ask after
			}
			w.theirs(j, employer.KindOutOfOffice, j.hr, func(s *sim, e *employer.Event) { e.ReturnAt = s.time(j.away.plus(0) + " 00:00") })
		})
	}
}

// onTheTelephone: a sales role, whose work is on the telephone; they want no calls.
func (w *world) onTheTelephone() {
	w.seeker.Phone = true
	j := w.firmOf("telephone", "Sales Clerk", "US")
	x := d(2027, 2, 1) + day(w.rnd.IntN(40))
	w.confirms(j, x)
	w.on(x+3, func() {
		j.noCalls = true
		w.theirs(j, employer.KindContact, j.hr, acts("human", "acknowledge"), states("no-calls", ""))
	})
	w.meets(j, x+5, x+8)
}

// nameless: a rejection that names no role, where two are open; nobody says which.
func (w *world) nameless() {
	var all []*job
	x := d(2027, 2, 1) + day(w.rnd.IntN(40))
	for _, role := range []string{"Clerk", "Painter"} {
		j := w.firmOf("nameless", role, "US")
		w.confirms(j, x)
		all = append(all, j)
	}
	w.on(x+7, func() {
		e := all[0].firm
		e.role = ""
		mails(employer.KindRejection, e, writerT{name: e.name, address: "noreply@" + e.domain})(w.sim)
		for _, j := range all {
			j.doubtful, j.changed = true, w.now
		}
	})
}

// throughAnAgency: the client's own person writes too, and at another place a stranger invites.
func (w *world) throughAnAgency() {
	x := d(2027, 2, 1) + day(w.rnd.IntN(40))
	j := w.firmOf("client", "Clerk", "US")
	j.firm.agency, j.firm.agencyDom = "Cameo Search", "cameosearch.example"
	j.hr.address = "person@cameosearch.example"
	w.on(x, func() { w.mine1(j, employer.KindApplied) })
	w.on(x+1, func() { w.theirs(j, employer.KindConfirmation, j.hr) })
	guest := writerT{name: "Guest", address: "guest@" + j.firm.domain, human: true}
	w.on(x+5, func() {
		mails(employer.KindContact, j.firm, guest, acts("human", "acknowledge"))(w.sim)
		j.changed = w.now
	})
	k := w.firmOf("strange", "Clerk", "US")
	w.confirms(k, x)
	w.on(x+4, func() {
		mails(employer.KindInvite, k.firm, writerT{name: "Stranger", address: "stranger@elsewhere.example", human: true})(w.sim)
		k.changed, k.ball = w.now, true
	})
}

// inAugust: a French employer whose wait lies in August.
func (w *world) inAugust() {
	for i := range day(3) {
		j := w.firmOf(fmt.Sprintf("august%d", i), "Clerk", "FR")
		x := d(2027, 7, 5) + i
		w.confirms(j, x)
		w.meets(j, x+5, x+24)
		w.on(x+25, func() { w.theirs(j, employer.KindContact, j.hr, acts("human", "moving-forward")) })
	}
}

// manyInADay: more letters are due on one day than may go.
func (w *world) manyInADay() {
	x := d(2027, 2, 1) + day(w.rnd.IntN(40))
	for i := range 12 {
		w.confirms(w.firmOf(fmt.Sprintf("day%c", 'a'+i), "Clerk", "US"), x)
	}
}

// tooManyAtOnce: so many are due at once that something must be wrong.
func (w *world) tooManyAtOnce() {
	x := d(2027, 2, 1) + day(w.rnd.IntN(40))
	var all []*job
	for i := range 24 {
		j := w.firmOf(fmt.Sprintf("crowd%c", 'a'+i), "Clerk", "US")
		w.confirms(j, x)
		all = append(all, j)
	}
	w.on(x+2, func() {
		for _, j := range all {
			w.theirs(j, employer.KindInvite, j.hr)
			j.ball = true
		}
	})
}

// manyInAWeek: four people of one employer.
func (w *world) manyInAWeek() {
	x := d(2027, 2, 1) + day(w.rnd.IntN(40))
	for i, role := range []string{"Clerk", "Painter", "Welder", "Driver"} {
		j := w.firmOf("week", role, "US")
		j.hr.address = fmt.Sprintf("person%d@%s", i, j.firm.domain)
		w.confirms(j, x)
	}
}

// refusedTwice: a person and the machine reject one after the other, in either order.
func (w *world) refusedTwice() {
	x := d(2027, 2, 1) + day(w.rnd.IntN(40))
	for i := range day(4) {
		j := w.firmOf(fmt.Sprintf("refused%d", i), "Clerk", "US")
		w.confirms(j, x)
		w.meets(j, x+5, x+8)
		first, second := j.hr, writerT{name: j.firm.name, address: "noreply@" + j.firm.domain}
		if i%2 == 1 {
			first, second = second, first
		}
		w.on(x+12, func() { w.theirs(j, employer.KindRejection, first); j.rejected, j.over, j.ball = w.now, true, false })
		w.on(x+13+day(w.rnd.IntN(15)), func() { w.theirs(j, employer.KindRejection, second) })
	}
}

// leftLying: after a talk nobody touches the letters, and an offer comes and goes for another role.
func (w *world) leftLying() {
	x := d(2027, 2, 1)
	j, k := w.firmOf("lying", "Clerk", "US"), w.firmOf("lying", "Painter", "US")
	w.idle = append(w.idle, j, k)
	w.confirms(j, x)
	w.confirms(k, x+12)
	w.meets(j, x+5, x+8)
	after := d(2027, 2, 23) // the morning on which the letter comes
	w.on(after, func() { w.theirs(k, employer.KindOffer, k.hr); k.offered = true })
	w.on(after+1, func() { k.over = true; w.says(k, "declined") })
}
