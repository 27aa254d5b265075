package employer

import (
	"slices"
	"testing"
	"time"
)

// TestAboutSparesWhatOthersShare: an agency's other clients keep its mail and its people.
func TestAboutSparesWhatOthersShare(t *testing.T) {
	at := time.Date(2027, 2, 1, 9, 0, 0, 0, time.UTC)
	mail := func(id, client string, kind Kind) Event {
		at = at.Add(time.Hour)
		ann := Address{Name: "Ann Lee", Address: "ann@rightpeople.example"}
		return Event{ID: id, Kind: kind, At: at, Learned: at, Human: true, Confidence: 1, Role: "Role at " + client,
			Party:    Party{Name: client, Agency: "Right People", AgencyDomain: "rightpeople.example"},
			Contacts: []Contact{{Name: ann.Name, Address: ann.Address, Human: true, Wrote: true}},
			Mail:     &Mail{Key: id, MessageID: id + "@x", From: ann, To: []Address{{Address: "me@example.com"}}, Sent: at}}
	}
	events := []Event{mail("a1", "Arden Mills", KindConfirmation), mail("b1", "Briar Foods", KindConfirmation), mail("a2", "Arden Mills", KindInvite), mail("b2", "Briar Foods", KindInvite),
		{ID: "u1", Kind: KindCorrect, At: at, Learned: at, User: &UserAct{Verb: "role", Target: "a2", Value: "Miller"}},
		{ID: "u2", Kind: KindUndo, At: at, Learned: at, User: &UserAct{Verb: "undo", Target: "u1"}},
		{ID: "u3", Kind: KindCorrect, At: at, Learned: at, User: &UserAct{Verb: "role", Target: "b2", Value: "Cook"}}}
	b := Fold(events, at)
	apps, err := Find(b, "arden")
	if err != nil || len(apps) != 1 {
		t.Fatalf("%d applications, %v", len(apps), err)
	}
	got := About(events, b, apps)
	slices.Sort(got)
	if want := []string{"a1", "a2", "u1", "u2"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
