package round

import (
	"testing"
	"time"

	"heardback/drafts"
	"heardback/employer"
)

func TestNotes(t *testing.T) {
	day := func(d int) time.Time { return time.Date(2027, 3, d, 9, 0, 0, 0, time.UTC) }
	b := employer.Book{Now: day(20), Applications: []*employer.Application{
		{ID: "a", Interviews: []employer.Interview{{Start: day(5), State: "held"}, {Start: day(10), State: "held"}, {Start: day(25), State: "scheduled"}},
			Notes: []employer.Note{{At: day(6), Text: "topic: the first talk"}, {At: day(6), Text: "news: I have finished the course."}, {At: day(11), Text: "Gap: I forgot the second plant."},
				{At: day(12), Text: "they like tea"}, {At: day(13), Text: "news: I have a certificate."}}},
		{ID: "b", Notes: []employer.Note{{At: day(6), Text: "a mere note: nothing for a letter"}}},
		{ID: "c", Notes: []employer.Note{{At: day(6), Text: "topic: the move"}, {At: day(7), Text: "opening:Reporting Lead"}}},
	}}
	got := Notes(b)
	want := map[string]drafts.Notes{"a": {Gap: "I forgot the second plant.", News: "I have a certificate."}, "c": {Topic: "the move", Opening: "Reporting Lead"}}
	if len(got) != len(want) || got["a"] != want["a"] || got["c"] != want["c"] {
		t.Errorf("got %+v, want %+v", got, want)
	}
}
