package story

import (
	"bytes"
	"net/mail"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// files parses every story that the planner's tests run, and returns the runs.
func files(t *testing.T) []Story {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join("..", "testdata", "stories", "*.story"))
	if err != nil {
		t.Fatal(err)
	}
	var runs []Story
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		s, err := Parse(filepath.Base(path), f)
		f.Close()
		if err != nil {
			t.Error(err)
			continue
		}
		runs = append(runs, s.Runs()...)
	}
	return runs
}

// TestFiles finds that each mail is one that net/mail reads, that no Message-ID is used twice in a run, and that each run
// demands something.
func TestFiles(t *testing.T) {
	for _, run := range files(t) {
		ids, demands := map[string]bool{}, 0
		for _, e := range run.Entries {
			switch e := e.(type) {
			case Mail:
				if _, err := mail.ReadMessage(bytes.NewReader(e.Raw)); err != nil || ids[e.ID] {
					t.Errorf("%s:%d: id %s used twice, or unreadable: %v", run.Name, e.Line, e.ID, err)
				}
				ids[e.ID] = true
			case Expectation:
				demands++
			}
		}
		if demands == 0 {
			t.Errorf("%s demands nothing", run.Name)
		}
	}
}

// nudges of POLICY.md rule 10: they are placed on Tuesday to Thursday at 07:00.
var nudges = map[string]bool{
	"application-followup": true, "arrived-safely": true, "status-1": true, "status-2": true, "decision-date": true, "check-in": true,
}

// TestDemands finds expectations that contradict the policy's weekdays or each other.
func TestDemands(t *testing.T) {
	for _, run := range files(t) {
		for i, e := range run.Entries {
			want, ok := e.(Expectation)
			if !ok || want.Action != "place" || want.Mode != Expect {
				continue
			}
			weekday := want.At.Weekday()
			for _, kind := range strings.Split(want.Kind, "|") {
				nudge := weekday < time.Tuesday || weekday > time.Thursday || want.Exact && want.At.Format("15:04") != "07:00"
				if nudges[kind] && nudge {
					t.Errorf("%s:%d: a nudge on %s", run.Name, want.Line, want.At.Format("Mon 15:04"))
				}
			}
			for j, other := range run.Entries {
				no, ok := other.(Expectation)
				if !ok || i == j || no.Mode != Forbid || no.Action != "place" || no.To != "" && no.To != want.To {
					continue
				}
				if no.Accepts(want.Kind) && no.Covers(want.At) {
					t.Errorf("%s:%d is forbidden by line %d", run.Name, want.Line, no.Line)
				}
			}
		}
	}
}
