package cadence

import (
	"cmp"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"heardback/employer"
)

// recorder takes down what a test would complain about.
type recorder struct {
	testing.TB
	said []string
}

func (r *recorder) Errorf(format string, args ...any) {
	r.said = append(r.said, fmt.Sprintf(format, args...))
}

// mutations are the rules that can be switched off, together where the fold says two at once, with the seed of a world in which their
// absence breaks an invariant.
var mutations = []struct {
	rules string
	seed  uint64
}{
	{"1.accepted", 6}, {"1.ball", 3}, {"1.offer", 46}, {"1.rejected", 0}, {"1.scheduled", 1},
	{"2.1.unanswered", 1}, {"2.1.ever", 1}, {"2.1.gap", 19}, {"2.1.merge", 3},
	{"2.2", 2}, {"2.3", 8}, {"2.3.absence", 4}, {"2.4", 2}, {"2.5", 1},
	{"2.6", 0}, {"2.6.again", 12}, {"2.6.unsent", 0}, {"2.7", 2}, {"2.7.calls", 5},
	{"2.8 2.9", 6}, {"2.8.unclear", 15}, {"2.10", 1}, {"2.10.august", 8}, {"2.11", 0}, {"2.11.agency", 7}, {"2.12", 7},
	{"2.13", 4}, {"2.13.stale", 4}, {"2.14.day", 9}, {"2.14.week", 11}, {"2.14.brake", 10},
	{"5.assume-no", 2}, {"5.shortlist-only", 2},
}

var mutants = flag.Int("mutants", 0, "print for every rule what its absence breaks in so many worlds, as docs/policy.md shows it")

// TestEveryRuleIsNeeded switches rules off one by one: each absence must break an invariant of the generated worlds.
func TestEveryRuleIsNeeded(t *testing.T) {
	for _, m := range mutations {
		off := strings.Fields(m.rules)
		t.Run(m.rules, func(t *testing.T) {
			t.Parallel()
			if wrong, _ := playWorld(t, m.seed, off...); len(wrong) == 0 {
				t.Errorf("without it nothing breaks in world %d", m.seed)
			}
		})
		if *mutants == 0 {
			continue
		}
		worlds, first, broken := 0, "", map[string]int{}
		for seed := range uint64(*mutants) {
			wrong, _ := playWorld(t, seed, off...)
			if len(wrong) == 0 {
				continue
			}
			if worlds++; worlds == 1 {
				first = fmt.Sprint(seed)
			}
			for _, v := range wrong {
				_, v, _ = strings.Cut(v, ": ")
				v, _, _ = strings.Cut(v, ": ")
				broken[v]++
			}
		}
		var said []string
		for _, v := range slices.SortedFunc(maps.Keys(broken), func(a, b string) int { return cmp.Or(broken[b]-broken[a], strings.Compare(a, b)) }) {
			said = append(said, fmt.Sprintf("%s (%d)", v, broken[v]))
		}
		fmt.Printf("| %s | %d | %s | %s |\n", strings.ReplaceAll(m.rules, " ", ", "), worlds, first, strings.Join(said[:min(3, len(said))], "; "))
	}
}

// TestNoRuleIsForgotten: every rule that can be switched off is in the list.
func TestNoRuleIsForgotten(t *testing.T) {
	var listed, used []string
	for _, m := range mutations {
		listed = append(listed, strings.Fields(m.rules)...)
	}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil || strings.HasSuffix(name, "_test.go") {
			continue
		}
		for _, m := range regexp.MustCompile(`\.on\("([^"]+)"\)`).FindAllSubmatch(text, -1) {
			used = append(used, string(m[1]))
		}
	}
	slices.Sort(listed)
	slices.Sort(used)
	if used = slices.Compact(used); !slices.Equal(used, listed) {
		t.Errorf("in use:\n%q\nlisted:\n%q", used, listed)
	}
}

// stories show a rule at work; each must come out differently when the rule is switched off.
var stories = []struct {
	rule  string
	play  func(*sim)
	until string
	want  []string
}{
	{"2.1.merge", func(s *sim) {
		for _, e := range []firmT{north, north2} {
			s.at("2027-03-01 10:00", mails(employer.KindConfirmation, e, noreply))
			s.at("2027-03-01 15:00", mails(employer.KindContact, e, ada, acts("acknowledge")))
		}
	}, "2027-03-18", []string{"Tue 16 Mar 07:00 place application-followup ada@northwindlooms.example (merged)"}},
	{"2.1.unanswered", func(s *sim) {
		// Two questions by hand, then a machine's test: handed in, a third question; then none.
		s.at("2027-03-01 10:00", mails(employer.KindConfirmation, north, noreply))
		s.at("2027-03-01 15:00", mails(employer.KindContact, north, ada, acts("acknowledge")))
		s.at("2027-03-04 10:00", writes(employer.KindFollowup, north, ada))
		s.at("2027-03-05 10:00", writes(employer.KindFollowup, north, ada))
		s.at("2027-03-08 10:00", writes(employer.KindFollowup, north, ada))
		s.at("2027-03-09 10:00", logs("submitted", north))
	}, "2027-03-25", nil},
	{"2.1.ever", func(s *sim) {
		// Five answered questions, and a sixth is never asked.
		s.at("2027-03-01 10:00", mails(employer.KindConfirmation, north, noreply))
		for i := range 5 {
			s.at(fmt.Sprintf("2027-03-%02d 10:00", 2+i), writes(employer.KindFollowup, north, ada))
			s.at(fmt.Sprintf("2027-03-%02d 12:00", 2+i), mails(employer.KindContact, north, ada, acts("human", "moving-forward")))
		}
	}, "2027-03-30", nil},
	{"2.3.absence", func(s *sim) {
		met(s, north, ada, "2027-01-04 10:00", "2027-01-05 10:00", "u1", "2027-01-12 10:00")
		s.at("2027-01-12 15:00", sends(ThankYou))
		s.at("2027-01-20 10:00", mails(employer.KindOutOfOffice, north, ada, func(s *sim, e *employer.Event) { e.ReturnAt = s.time("2027-02-01 00:00") }))
	}, "2027-02-04", []string{"Tue 12 Jan 12:00 place thank-you ada@northwindlooms.example", "Wed 3 Feb 07:00 place status-1 ada@northwindlooms.example"}},
	{"2.4", func(s *sim) {
		met(s, north, ada, "2027-01-04 10:00", "2027-01-05 10:00", "u1", "2027-01-12 10:00")
		s.at("2027-01-12 15:00", sends(ThankYou))
		s.at("2027-01-20 10:00", writes(employer.KindAnswer, north, ada))
	}, "2027-02-02", []string{"Tue 12 Jan 12:00 place thank-you ada@northwindlooms.example", "Tue 2 Feb 07:00 place status-1 ada@northwindlooms.example"}},
	{"2.6.unsent", func(s *sim) {
		met(s, north, ada, "2027-01-04 10:00", "2027-01-05 10:00", "u1", "2027-01-12 10:00")
		s.at("2027-01-12 15:00", sends(ThankYou))
	}, "2027-03-01", []string{"Tue 12 Jan 12:00 place thank-you ada@northwindlooms.example", "Tue 26 Jan 07:00 place status-1 ada@northwindlooms.example",
		"Tue 9 Feb 07:00 quiet Northwind Looms", "Tue 9 Feb 07:00 withdraw status-1 Northwind Looms"}},
	{"2.6.again", func(s *sim) {
		// An offer for the other role freezes this one; declined, it sets it free, but the letter was withdrawn for good.
		met(s, north, ada, "2027-01-04 10:00", "2027-01-05 10:00", "u1", "2027-01-12 10:00")
		s.at("2027-01-04 11:00", mails(employer.KindConfirmation, north2, noreply))
		s.at("2027-01-12 15:00", sends(ThankYou))
		s.at("2027-01-27 10:00", mails(employer.KindOffer, north2, ada))
		s.at("2027-01-28 10:00", logs("declined", north2))
	}, "2027-02-03", []string{"Tue 12 Jan 12:00 place thank-you ada@northwindlooms.example", "Tue 26 Jan 07:00 place status-1 ada@northwindlooms.example",
		"Wed 27 Jan 10:00 withdraw status-1 Northwind Looms", "Wed 27 Jan 10:00 place offer-next-steps ada@northwindlooms.example",
		"Thu 28 Jan 10:00 withdraw offer-next-steps Northwind Looms"}},
	{"2.12", func(s *sim) {
		stranger := writerT{name: "Pat Unknown", address: "pat@elsewhere.example", human: true}
		s.at("2027-03-01 10:00", mails(employer.KindConfirmation, north, noreply))
		s.at("2027-03-03 10:00", mails(employer.KindInvite, north, stranger))
	}, "2027-03-04", nil},
	{"2.7.calls", func(s *sim) {
		sales, boss := north, ada
		sales.role, boss.phone, s.seeker.Phone = "Sales Clerk", "+1 212 555 0100", true
		met(s, sales, boss, "2027-01-04 10:00", "2027-01-05 10:00", "u1", "2027-01-12 10:00")
		s.at("2027-01-06 10:00", mails(employer.KindContact, sales, boss, acts("acknowledge"), states("no-calls", "")))
		s.calls = true
	}, "2027-01-18", []string{"Tue 12 Jan 12:00 place thank-you ada@northwindlooms.example", "Sat 16 Jan 00:00 withdraw thank-you Northwind Looms"}},
	{"2.9", func(s *sim) {
		for _, e := range []firmT{north, north2} {
			s.at("2027-03-01 10:00", mails(employer.KindConfirmation, e, noreply))
			s.at("2027-03-01 15:00", mails(employer.KindContact, e, ada, acts("acknowledge")))
		}
		nameless := north
		nameless.role = ""
		s.at("2027-03-10 10:00", mails(employer.KindRejection, nameless, noreply))
		s.off["2.8"] = true // the fold says both at once: let rule 9 alone speak
	}, "2027-03-18", nil},
	{"2.10.august", func(s *sim) {
		loire := firmT{name: "Ateliers Loire", domain: "ateliersloire.fr", role: "Clerk"}
		zoe := writerT{name: "Zoe Marin", address: "zoe@ateliersloire.fr", human: true}
		met(s, loire, zoe, "2027-07-05 10:00", "2027-07-12 10:00", "u1", "2027-08-03 10:00")
		s.at("2027-08-03 15:00", sends(ThankYou))
	}, "2027-08-26", []string{"Tue 3 Aug 12:00 place thank-you zoe@ateliersloire.fr", "Tue 24 Aug 07:00 place status-1 zoe@ateliersloire.fr"}},
	{"2.11.agency", func(s *sim) {
		s.at("2027-04-12 10:00", writes(employer.KindApplied, clientA, cleo))
		s.at("2027-04-13 10:00", mails(employer.KindConfirmation, clientA, cleo))
		guest := writerT{name: "Kit Client", address: "kit@aldermills.example", human: true}
		s.at("2027-04-20 10:00", mails(employer.KindContact, clientA, guest, acts("acknowledge")))
		s.at("2027-04-20 11:00", writes(employer.KindThanks, clientA, guest))
	}, "2027-04-28", []string{"Tue 27 Apr 07:00 place application-followup cleo@brightpathsearch.example"}},
	{"2.8.unclear", func(s *sim) {
		// A person's mail after the interview of which nothing was recognised may be the no.
		met(s, north, ada, "2027-01-20 10:00", "2027-01-27 10:00", "u1", "2027-02-04 10:00")
		s.at("2027-02-04 18:00", sends(ThankYou))
		s.at("2027-02-09 10:00", mails(employer.KindContact, north, ada, acts("human")))
	}, "2027-02-23", []string{"Thu 4 Feb 12:00 place thank-you ada@northwindlooms.example"}},
	{"2.13.stale", func(s *sim) {
		met(s, north, ada, "2027-01-04 10:00", "2027-01-05 10:00", "u1", "2027-01-12 10:00")
		s.at("2027-01-12 15:00", sends(ThankYou))
		s.at("2027-01-20 10:00", mails(employer.KindOutOfOffice, north, ada, func(s *sim, e *employer.Event) { e.ReturnAt = s.time("2027-04-05 00:00") }))
	}, "2027-04-08", []string{"Tue 12 Jan 12:00 place thank-you ada@northwindlooms.example", "Sat 13 Mar 15:00 quiet Northwind Looms"}},
	{"2.14.day", func(s *sim) { employers(s, 9) }, "2027-03-17", eachOf(9, 8)},
	{"2.14.week", func(s *sim) {
		for i, role := range []string{"Weaver", "Dyer", "Spinner"} {
			e := north
			e.role = role
			p := writerT{name: "Pat " + role, address: fmt.Sprintf("pat%d@northwindlooms.example", i), human: true}
			s.at("2027-03-01 10:00", mails(employer.KindConfirmation, e, noreply))
			s.at("2027-03-01 15:00", mails(employer.KindContact, e, p, acts("acknowledge")))
		}
		s.count = true
	}, "2027-03-24", []string{"2 Tue 16 Mar 07:00", "1 Tue 23 Mar 07:00"}},
	{"2.14.brake", func(s *sim) {
		// Twenty-one invitations at once: nothing is placed.
		for i := range 21 {
			e := firmT{name: fmt.Sprintf("Employer %c", 'A'+i), domain: fmt.Sprintf("employer%c.example", 'a'+i), role: "Clerk"}
			p := writerT{name: "Pat", address: "pat@" + e.domain, human: true}
			s.at("2027-03-01 10:00", mails(employer.KindConfirmation, e, writerT{name: e.name, address: "noreply@" + e.domain}))
			s.at("2027-03-03 10:00", mails(employer.KindInvite, e, p))
		}
	}, "2027-03-03", nil},
}

// employers lets n employers confirm on one day, each by a person.
func employers(s *sim, n int) {
	for i := range n {
		e := firmT{name: fmt.Sprintf("Employer %c", 'A'+i), domain: fmt.Sprintf("employer%c.example", 'a'+i), role: "Clerk"}
		s.at("2027-03-01 10:00", mails(employer.KindConfirmation, e, writerT{name: "Pat", address: "pat@" + e.domain, human: true}))
	}
	s.count = true
}

// eachOf is a diary of n letters, of which so many come on the first day.
func eachOf(n, first int) []string {
	return []string{fmt.Sprintf("%d Tue 16 Mar 07:00", first), fmt.Sprintf("%d Wed 17 Mar 07:00", n-first)}
}

func TestStoriesNeedTheirRules(t *testing.T) {
	for _, st := range stories {
		t.Run(st.rule, func(t *testing.T) {
			for _, off := range []bool{false, true} {
				r := &recorder{TB: t}
				s := newSim(r, "America/New_York")
				s.off = map[string]bool{st.rule: off}
				st.play(s)
				s.run(st.until)
				s.expect(st.want...)
				if off == (len(r.said) == 0) {
					t.Errorf("with the rule off = %v: %v; diary: %q", off, r.said, s.diary)
				}
			}
		})
	}
}
