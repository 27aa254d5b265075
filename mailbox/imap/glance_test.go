package imap_test

import (
	"strings"
	"testing"

	"heardback/mailbox"
)

// A folder that has not changed since the last look is opened, and not read again.
func TestLookReadsWhatChanged(t *testing.T) {
	everywhere(t, func(t *testing.T, b box) {
		a := b.account()
		var commands []string
		a.Tap = func(c string) { commands = append(commands, c) }
		c := client(t, a)
		first, second := place(t, c, "thanks"), place(t, c, "status")
		states := func() (mailbox.DraftState, mailbox.DraftState, int) {
			commands = nil
			got := look(t, c, first, second)
			reads := 0
			for _, c := range commands {
				if strings.HasPrefix(c, "UID ") {
					reads++
				}
			}
			return got[0].State, got[1].State, reads
		}
		if x, y, n := states(); x != mailbox.Untouched || y != mailbox.Untouched || n == 0 {
			t.Errorf("first look: %s, %s, %d reads", x, y, n)
		}
		if x, y, n := states(); x != mailbox.Untouched || y != mailbox.Untouched || n != 0 {
			t.Errorf("nothing changed: %s, %s, %d reads", x, y, n)
		}
		b.move(t, "Drafts", first.Where.UID, "Trash")
		if x, y, n := states(); x != mailbox.Deleted || y != mailbox.Untouched || n == 0 {
			t.Errorf("one was deleted: %s, %s, %d reads", x, y, n)
		}
		b.move(t, "Drafts", second.Where.UID, "Sent")
		if _, y, n := states(); y != mailbox.SentByNow || n == 0 {
			t.Errorf("the other was sent: %s, %d reads", y, n)
		}
		if _, y, n := states(); y != mailbox.SentByNow || n != 0 {
			t.Errorf("nothing changed again: %s, %d reads", y, n)
		}
	})
}
