package main

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	goimap "github.com/emersion/go-imap/v2"
)

// TestBookLost: a book that does not know of the drafts placed before, since an older copy was put back, the state folder was lost, or
// heardback runs on a second machine, places none of them a second time: neither one that lies in Drafts nor one that the user deleted.
func TestBookLost(t *testing.T) {
	t.Parallel()
	h := newHosted(t)
	h.searching()
	lose := func() {
		t.Helper()
		if err := os.RemoveAll(filepath.Join(h.dir, "state")); err != nil {
			t.Fatal(err)
		}
	}
	again := func(when, at string, want []string) {
		t.Helper()
		out, code := h.run(at, "once")
		if got := h.drafts(); code != 0 || !slices.Equal(got, want) {
			t.Fatalf("%s: exit code %d, got %q, want %q; it said\n%s", when, code, got, want, out)
		}
	}
	again("first", due, dueDrafts)
	lose()
	again("with a new book", "2021-02-04T12:06:00-05:00", dueDrafts)
	again("in the round after", "2021-02-04T12:20:00-05:00", dueDrafts)

	c := h.user()
	defer c.Close()
	if _, err := c.Select("Drafts", nil).Wait(); err != nil {
		t.Fatal(err)
	}
	if _, err := c.Move(goimap.SeqSetNum(1, 2), "Trash").Wait(); err != nil {
		t.Fatal(err)
	}
	lose()
	again("after the user deleted them", "2021-02-04T12:30:00-05:00", nil)
	again("in the round after that", "2021-02-04T12:50:00-05:00", nil)
	const at = "2021-02-04T12:55:00-05:00"
	if out, code := h.run(at, "drafts", "restore", "Larkfield Analytics"); code != 0 {
		t.Fatalf("exit code %d: %s", code, out)
	}
	again("after the user asked for one of them", at, dueDrafts[:1])
}
