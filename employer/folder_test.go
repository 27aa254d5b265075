package employer

import (
	"fmt"
	"reflect"
	"slices"
	"testing"
	"time"
)

// TestFolderIsFold adds the events of many searches as they come, some late, and compares each book with the fold of all events.
func TestFolderIsFold(t *testing.T) {
	n := 60
	if *long {
		n = 1500
	}
	compared, kept, same, resting, shared := 0, 0, 0, 0, 0
	for seed := range uint64(n) {
		w := newWorld(seed)
		w.spoil(0.05)
		events := slices.Clone(w.events)
		if seed%2 == 1 { // a slow search: more rests meanwhile
			for i := range events {
				events[i].At = events[0].At.Add(4 * events[i].At.Sub(events[0].At))
			}
		}
		late := func(e Event) time.Time { // one in ten comes late
			if len(e.ID)%10 == 0 {
				return e.At.Add(40 * time.Hour)
			}
			return e.At
		}
		slices.SortStableFunc(events, func(a, b Event) int { return late(a).Compare(late(b)) })
		for i, at := 0, 0; i < len(events); i += 7 { // what the user says meanwhile
			e := events[i]
			act := UserAct{Verb: "note", Target: e.ID, Note: "n"}
			u := Event{ID: fmt.Sprint("user:", seed, i), Kind: KindLog, At: e.At.Add(time.Minute), Learned: e.At, User: &act}
			switch at++; at % 5 {
			case 1:
				u.Kind, act.Verb, act.Value = KindCorrect, "kind", "contact"
			case 2:
				act.Verb = "rejected"
			case 3:
				u.Kind, act.Verb, act.Target = KindUndo, "undo", fmt.Sprint("user:", seed, i-7)
			}
			events = slices.Insert(events, i+1, u)
		}
		for i := 3; i < len(events); i += 11 { // and what becomes of letters, some about two applications
			e := events[i]
			if e.Mail == nil {
				continue
			}
			act := DraftAct{Key: fmt.Sprint("step", seed, i), Kind: "status-1", App: e.ID, To: e.Mail.From, Subject: "Re: " + e.Mail.Subject}
			if i%2 == 0 {
				act.Apps = []string{e.ID, events[i/2].ID}
			}
			for n, kind := range []Kind{KindDraftIntended, KindDraftPlaced, []Kind{KindDraftEdited, KindDraftDeleted, KindDraftWithdrawn, KindDraftSent}[w.r.IntN(4)]} {
				act := act
				if n == 2 {
					act.App, act.Apps = events[i/2].ID, nil
				}
				d := Event{ID: fmt.Sprint("draft:", act.Key, kind), Kind: kind, At: e.At.Add(time.Duration(n+1) * time.Hour), Draft: &act}
				d.Learned = d.At
				at := i + 1
				for at < len(events) && !late(events[at]).After(d.At) {
					at++
				}
				events = slices.Insert(events, at, d)
			}
		}
		var f Folder
		before := map[string]*Application{}
		was := map[*Application]Application{}
		var shelf *Shelf
		shelves := map[*Shelf][]*Application{}
		for i, e := range events {
			f.Add(e)
			if f.b != nil {
				kept++
			}
			now := e.At.Add(time.Duration(w.r.IntN(400)) * time.Hour)
			got := f.Book(now)
			if w.chance(0.3) || i == len(events)-1 {
				compared++
				if want := Fold(events[:i+1], now); !reflect.DeepEqual(got, want) {
					t.Fatalf("seed %d, event %d %s %s: another book than that of all events\n%+v\n%+v", seed, i, e.ID, e.Kind, got, want)
				}
			}
			resting += len(got.Shelf().Applications)
			if shelf == got.Shelf() {
				shared++
			} else if shelf = got.Shelf(); shelves[shelf] == nil {
				shelves[shelf] = slices.Clone(shelf.Applications)
			}
			if all := slices.Concat(got.Active(), shelf.Applications); len(all) != len(got.Applications) || slices.ContainsFunc(got.Applications, func(a *Application) bool { return !slices.Contains(all, a) }) {
				t.Fatalf("seed %d, event %d: %d applications, %d active, %d at rest", seed, i, len(got.Applications), len(got.Active()), len(shelf.Applications))
			}
			for _, a := range got.Applications { // what is called the same is the same
				if b := before[a.ID]; b != nil && a.Same(b) {
					same++
					if !reflect.DeepEqual(a, b) {
						t.Fatalf("seed %d, event %d: not the same\n%+v\n%+v", seed, i, a, b)
					}
				}
				before[a.ID] = a
				if _, known := was[a]; !known {
					was[a] = *a
				}
			}
		}
		for h, then := range shelves {
			if !slices.Equal(h.Applications, then) {
				t.Fatalf("seed %d: an earlier shelf was changed", seed)
			}
		}
		for a, then := range was { // a book that was given out stays as it was
			if !reflect.DeepEqual(*a, then) {
				t.Fatalf("seed %d: an earlier book was changed\n%+v\n%+v", seed, *a, then)
			}
		}
	}
	t.Logf("%d books compared, %d events added to what stood, %d applications the same as in the book before, %d at rest, %d shelves shared", compared, kept, same, resting, shared)
	if kept < 100 || same < 100 || resting < 100 || shared < 100 {
		t.Error("nearly everything was folded anew")
	}
}

// TestCloneSharesNoList ranges over the fields, so that a new list of an application is cloned too.
func TestCloneSharesNoList(t *testing.T) {
	var a Application
	v := reflect.ValueOf(&a).Elem()
	for i := range v.NumField() {
		if f := v.Field(i); f.Kind() == reflect.Slice {
			f.Set(reflect.MakeSlice(f.Type(), 1, 4))
		}
	}
	c := a.clone()
	for i := range v.NumField() {
		if f := v.Field(i); f.Kind() == reflect.Slice && f.Pointer() == reflect.ValueOf(c).Field(i).Pointer() {
			t.Errorf("%s is shared", v.Type().Field(i).Name)
		}
	}
}
