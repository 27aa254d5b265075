package cadence

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"

	"heardback/employer"
)

// A planner that remembers plans as one that looks at everything anew, for a book that grows over a year.
func TestPlannerIsMake(t *testing.T) {
	kinds := []employer.Kind{employer.KindConfirmation, employer.KindContact, employer.KindInvite, employer.KindScheduled, employer.KindHold, employer.KindRejection, employer.KindAssessment, employer.KindInfoRequest}
	statements := []employer.Statement{{Class: "assume-no", BusinessDays: 15}, {Class: "window", BusinessDays: 40}, {Class: "assume-no"}, {Class: "decision-no-date"}}
	remembered, settled := 0, 0
	for seed := range uint64(12) {
		rng := rand.New(rand.NewPCG(seed, 3))
		now := time.Date(2026, 1, 5, 9, 0, 0, 0, time.UTC)
		planner := &Planner{Policy: Default(), Seeker: Seeker{Zone: time.UTC, Country: "US"}}
		var folder employer.Folder
		for n := range 200 {
			now = now.Add(time.Duration(1+rng.IntN(120)) * time.Hour)
			for range rng.IntN(3) {
				i := rng.IntN(25)
				host := fmt.Sprintf("works%d.%s", i, []string{"example", "de", "fr"}[i%3])
				them := employer.Address{Name: "Kim Vale", Address: "kim@" + host}
				id := fmt.Sprintf("%d@%s", n*10+rng.IntN(9), host)
				e := employer.Event{ID: "mail:" + id, Kind: kinds[rng.IntN(len(kinds))], At: now, Learned: now, Rules: "1", Human: rng.IntN(2) == 0, Role: "Clerk",
					Party: employer.Party{Name: fmt.Sprintf("%c%c Works", 'A'+i%26, 'a'+i), From: "sender-name"},
					Mail:  &employer.Mail{Key: id, MessageID: id, From: them, To: []employer.Address{{Address: "robin@example.com"}}, Sent: now}}
				switch {
				case rng.IntN(5) == 0:
					e.Kind, e.Mail.Own, e.Mail.From, e.Mail.To = employer.KindFollowup, true, e.Mail.To[0], []employer.Address{them}
				case e.Kind == employer.KindScheduled:
					e.Interview = &employer.Interview{Start: now.Add(time.Duration(rng.IntN(200)) * time.Hour), DateOnly: rng.IntN(2) == 0}
				case rng.IntN(3) == 0:
					e.Statements = []employer.Statement{statements[rng.IntN(len(statements))]}
				}
				folder.Add(e)
				if rng.IntN(6) == 0 { // a letter, and mostly what became of it
					act := employer.DraftAct{Key: "k" + id, Kind: string([]Kind{Status1, ThankYou, ApplicationFollowup}[rng.IntN(3)]), App: e.ID, To: them, Cause: id}
					fate := []employer.Kind{employer.KindDraftSent, employer.KindDraftDeleted, employer.KindDraftWithdrawn, employer.KindDraftEdited, employer.KindDraftPlaced}[rng.IntN(5)]
					for i, k := range []employer.Kind{employer.KindDraftIntended, employer.KindDraftPlaced, fate} {
						at := now.Add(time.Duration(i) * time.Minute)
						folder.Add(employer.Event{ID: fmt.Sprint("draft:", act.Key, k, i), Kind: k, At: at, Learned: at, Draft: &act})
					}
				}
			}
			b := folder.Book(now)
			got, want := planner.Make(b, now), Make(b, planner.Policy, planner.Seeker, now)
			settled += len(got.Settled)
			// One that knows no shelf says the same of all that is due, and of what lost its reason.
			all := Make(employer.Book{Now: b.Now, Next: b.Next, Applications: b.Applications, Questions: b.Questions, Drafts: b.Drafts}, planner.Policy, planner.Seeker, now)
			if !reflect.DeepEqual(got.Due(), all.Due()) || !reflect.DeepEqual(got.Withdraw, all.Withdraw) {
				t.Fatalf("seed %d, %v: due with the shelf\n%+v %+v\nwithout it\n%+v %+v", seed, now, got.Due(), got.Withdraw, all.Due(), all.Withdraw)
			}
			stages, plain := Stages(b, got), Stages(b, all)
			for _, a := range b.Applications {
				if got.Stage(a) != stages[a.ID] {
					t.Fatalf("seed %d, %v: two stages of %s: %s, %s", seed, now, a.ID, got.Stage(a), stages[a.ID])
				}
				// What the employer waited for two months ago keeps an application that rests from silence no more.
				asked := a.Stage == employer.Assessing || slices.ContainsFunc(a.Requests, func(q employer.Request) bool { return q.Answered.IsZero() })
				if stages[a.ID] != plain[a.ID] && !(asked && stages[a.ID] == employer.Quiet) {
					t.Fatalf("seed %d, %v: %s is %s with the shelf, %s without", seed, now, a.ID, stages[a.ID], plain[a.ID])
				}
			}
			if !reflect.DeepEqual(got, want) {
				t.Fatalf("seed %d, %v: got\n%+v\nwant\n%+v", seed, now, got, want)
			}
		}
		remembered += len(planner.silent)
	}
	t.Logf("%d remembered, %d changes settled", remembered, settled)
	if remembered < 50 || settled < 1000 {
		t.Errorf("%d applications were remembered only, %d changes settled: the test proves little", remembered, settled)
	}
}
