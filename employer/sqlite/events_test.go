package sqlite

import (
	"encoding/json"
	"reflect"
	"testing"
	"time"

	"heardback/employer"
)

// TestEventsAreWhatWasStored: many batches, each in its place, and each event as encoding/json, which wrote it, reads it, in any zone
// and with what is no text.
func TestEventsAreWhatWasStored(t *testing.T) {
	var events, want []employer.Event
	for _, row := range employer.Kinds {
		events = append(events, row.Example)
	}
	for i, e := range search(60) { // 2,400
		e.At = e.At.In(time.FixedZone("", (i%27-12)*3600))
		e.Quote = "\xff \u2028 <ü> \"\\ 日本"
		events = append(events, e)
	}
	for i := range events {
		text, err := json.Marshal(&events[i])
		if err != nil {
			t.Fatal(err)
		}
		var e employer.Event
		if err := json.Unmarshal(text, &e); err != nil {
			t.Fatal(err)
		}
		want = append(want, e)
	}
	s := open(t, tempPath(t))
	if err := s.Commit(t.Context(), "home", events, nil); err != nil {
		t.Fatal(err)
	}
	same := func(got, want []employer.Event) {
		t.Helper()
		if len(got) != len(want) {
			t.Fatalf("%d events, want %d", len(got), len(want))
		}
		for i := range got {
			if !reflect.DeepEqual(got[i], want[i]) {
				t.Errorf("event %d: got %+v, want %+v", i, got[i], want[i])
			}
		}
	}
	got, err := s.Events(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	same(got, want)
	got, newest, err := s.Since(t.Context(), 700)
	if err != nil || newest != int64(len(want)) {
		t.Fatalf("the newest is %d, %v", newest, err)
	}
	same(got, want[700:])
	if got, newest, err = s.Since(t.Context(), newest); err != nil || len(got) != 0 || newest != int64(len(want)) {
		t.Errorf("nothing new: %d events, newest %d, %v", len(got), newest, err)
	}
	if _, err := s.db.Exec("UPDATE event SET body = CAST('{\"ID\":' AS BLOB) WHERE seq = 1300"); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Events(t.Context()); err == nil {
		t.Error("a damaged event was read")
	}
}
