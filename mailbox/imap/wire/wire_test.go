package wire_test

import (
	"slices"
	"testing"

	"heardback/mailbox/imap/wire"
)

func TestSplitter(t *testing.T) {
	in := "a1 LOGIN robin \"s3cret word\"\r\na2 LOGIN {5}\r\nrobin {6}\r\ns3cret\r\n" +
		"a3 AUTHENTICATE PLAIN\r\nAHJvYmluAHMzY3JldA==\r\na4 AUTHENTICATE XOAUTH2 dXNlcj1yb2Jpbg==\r\n" +
		"a5 APPEND Drafts (\\Draft \\Seen) {13+}\r\na6 NOOP\r\n....\r\na7 IDLE\r\nDONE\r\n"
	want := []string{
		"LOGIN …", "LOGIN …", "AUTHENTICATE PLAIN …", "AUTHENTICATE XOAUTH2 …",
		`APPEND Drafts (\Draft \Seen) {13+}`, "IDLE", "DONE",
	}
	for _, size := range []int{1, 7, len(in)} { // the bytes come in any pieces
		var s wire.Splitter
		var got []string
		for piece := range slices.Chunk([]byte(in), size) {
			got = append(got, s.Write(piece)...)
		}
		if !slices.Equal(got, want) {
			t.Errorf("in pieces of %d:\n%q\nwant\n%q", size, got, want)
		}
	}
}

func TestLaw(t *testing.T) {
	lawful := [][]string{
		{"CAPABILITY", "LOGIN …", `LIST "" "*"`, "EXAMINE INBOX", "UID SEARCH RETURN (ALL) UID 1:9", "UID FETCH 1:9 (UID FLAGS RFC822.SIZE BODY.PEEK[])", "IDLE", "DONE"},
		{"EXAMINE Drafts", `APPEND Drafts (\Draft \Seen) {300}`, "APPEND INBOX {300+}"},
		{"SELECT Drafts", "UID FETCH 7 (UID BODY.PEEK[]<0.100>)", "UID MOVE 7 Trash", "EXAMINE Drafts"},
	}
	for _, commands := range lawful {
		if err := wire.Check(commands); err != nil {
			t.Error(err)
		}
	}
	for _, commands := range [][]string{
		{"EXAMINE INBOX", "UID FETCH 1 (BODY[])"},
		{"EXAMINE INBOX", "UID FETCH 1 (RFC822)"},
		{"SELECT INBOX", `UID STORE 1 +FLAGS (\Seen)`},
		{"SELECT INBOX", "EXPUNGE"},
		{"SELECT INBOX", "CLOSE"},
		{"SELECT Drafts", "UID MOVE 7 Trash"},
		{"SELECT Drafts", "UID FETCH 6 (BODY.PEEK[])", "UID MOVE 7 Trash"},
		{"SELECT Drafts", "UID FETCH 7 (BODY.PEEK[])", "UID MOVE 7:9 Trash"},
		{"SELECT Drafts", "UID FETCH 7 (BODY.PEEK[])", "EXAMINE Drafts", "UID MOVE 7 Trash"},
		{"APPEND Drafts {10}"}, {`APPEND Drafts (\Seen) {10}`}, {`APPEND INBOX (\Seen) {10}`},
		{"CREATE Drafts"}, {"DELETE Drafts"}, {"UID COPY 1 Trash"}, {"XSEND"},
	} {
		if wire.Check(commands) == nil {
			t.Errorf("%q passed", commands)
		}
	}
}

func TestName(t *testing.T) {
	for in, want := range map[string]string{
		"Drafts": "Drafts", `"Mine &- yours"`: "Mine & yours", `"[Gmail]/Entw&APw-rfe"`: "[Gmail]/Entwürfe",
		"&BCcENQRABD0EPgQyBDgEOgQ4-": "Черновики", `"a\"b"`: `a"b`, "broken&x": "broken&x",
	} {
		if got := wire.Name(in); got != want {
			t.Errorf("%s: got %s, want %s", in, got, want)
		}
	}
}
