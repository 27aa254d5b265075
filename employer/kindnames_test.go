package employer

import (
	"strings"
	"testing"
	"time"
)

// Every kind has a name in each of the seven languages, and no name means two kinds.
func TestKindNames(t *testing.T) {
	means := map[string]Kind{}
	for k, languages := range kindNames {
		for i, names := range languages {
			for name := range strings.SplitSeq(names, ",") {
				w := KindWord(name)
				if w == "" {
					t.Errorf("%s has no name in language %d", k, i)
				}
				if other, ok := means[w]; ok && other != k {
					t.Errorf("%q means %s and %s", name, k, other)
				}
				means[w] = k
			}
		}
	}
	fixed := &Event{Interview: &Interview{Start: time.Date(2027, 3, 1, 9, 0, 0, 0, time.UTC)}}
	for _, c := range []struct {
		name  string
		of    *Event
		kind  Kind
		known bool
	}{
		{"Rejected", &Event{}, KindRejection, true}, {"ABSAGE", &Event{}, KindRejection, true}, {"refuses", &Event{}, "", false},
		{"Refusé", &Event{}, KindRejection, true}, {"On_hold", &Event{}, KindHold, true}, {"Zurückgestellt", &Event{}, KindHold, true},
		{"Entretiens", &Event{}, KindInvite, true}, {"entretiens", fixed, KindScheduled, true}, {"interview-cancelled", &Event{}, KindCancelled, true},
		{"Não é um emprego", &Event{}, "", true}, {"Not a job", &Event{}, "", true}, {"Holiday", &Event{}, "", false}, {"", &Event{}, "", false},
	} {
		if got := KnownKind(c.name); got != c.known {
			t.Errorf("%q is known: %v, want %v", c.name, got, c.known)
		}
		if got, ok := kindNamed(c.name, c.of); got != c.kind || ok != (c.kind != "") {
			t.Errorf("%q: got %q, %v; want %q", c.name, got, ok, c.kind)
		}
	}
}
