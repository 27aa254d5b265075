package imap_test

import (
	"bufio"
	"bytes"
	"context"
	"net"
	"testing"
	"time"

	"heardback/mailbox/imap"
)

// FuzzServer lets a server say anything: each command is answered by the next piece of the input, in which %T stands for
// the command's tag. The client must end, with or without an error, and must not crash.
func FuzzServer(f *testing.F) {
	session := "* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR ESEARCH] hi\r\n\x00%T OK [CAPABILITY IMAP4rev1 ESEARCH UIDPLUS MOVE] in\r\n\x00" +
		"* LIST (\\Drafts) \"/\" {6}\r\nDrafts\r\n* LIST (\\NoSelect) NIL \"a&APw-\"\r\n%T OK\r\n\x00" +
		"* 2 EXISTS\r\n* OK [UIDVALIDITY 7] a\r\n* OK [UIDNEXT 3] b\r\n* FLAGS (\\Seen)\r\n* OK [PERMANENTFLAGS (\\*)] c\r\n%T OK [READ-ONLY] d\r\n\x00" +
		"* ESEARCH (TAG \"%T\") UID ALL 1:2\r\n%T OK\r\n\x00"
	f.Add([]byte(session + "* 1 FETCH (UID 1 FLAGS (\\Seen) RFC822.SIZE 90000 INTERNALDATE \"02-Mar-2026 09:00:00 +0000\" BODY[HEADER.FIELDS (\"From\")] {16}\r\nFrom: a@b.test\r\n)\r\n%T OK\r\n\x00" +
		"* 1 FETCH (UID 1 BODYSTRUCTURE ((\"text\" \"plain\" (\"charset\" \"utf-8\") NIL NIL \"7bit\" 5 1 NIL NIL NIL)(\"application\" \"pdf\" NIL NIL NIL \"base64\" 90000 NIL (\"attachment\" (\"filename\" \"a.pdf\")) NIL) \"mixed\" (\"boundary\" \"b\") NIL NIL))\r\n%T OK\r\n\x00" +
		"* 1 FETCH (UID 1 BODY[HEADER]<0> \"From: a@b.test\" BODY[1.MIME]<0> NIL BODY[1]<0> {5}\r\nhello)\r\n%T OK\r\n"))
	words := "* 1 FETCH (UID 1 FLAGS () RFC822.SIZE 90000 INTERNALDATE \"02-Mar-2026 09:00:00 +0000\" BODY[HEADER.FIELDS (\"From\")] {16}\r\nSubject: words\r\n)\r\n%T OK\r\n\x00"
	f.Add([]byte(session + words + "* 1 FETCH (UID 1 BODY[TEXT]<0> {5}\r\nhello)\r\n%T OK\r\n\x00* 1 FETCH (UID 1 BODY[]<0> {7}\r\n\r\nhello)\r\n%T OK\r\n"))
	f.Add([]byte(session + "* 2 FETCH (FLAGS () UID 2)\r\n* 1 EXPUNGE\r\n* 1 FETCH (UID 1 BODY[HEADER.FIELDS (\"From\")] {99999999999}\r\n"))
	f.Add([]byte(session + "* SEARCH 1 2 3\r\n* BYE [LIMIT] bye\r\n"))
	f.Add([]byte("* PREAUTH hi\r\n\x00* CAPABILITY IMAP4rev2\r\n%T OK\r\n\x00* LIST () \"/\" INBOX\r\n%T NO [X y] z\r\n"))
	f.Fuzz(func(t *testing.T, said []byte) {
		a := imap.Account{
			Name: "fuzz", Host: "localhost", TLS: "none", Username: "robin", Timeout: 30 * time.Millisecond, Since: -1,
			Secret: func(context.Context) (string, error) { return "secret", nil },
			Dial: func(context.Context, string, string) (net.Conn, error) {
				near, far := net.Pipe()
				go answerWith(far, bytes.Split(said, []byte{0}))
				return near, nil
			},
		}
		c, err := imap.New(a)
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
		defer cancel()
		_, _ = tryRead(ctx, c, nil) // only that it ends counts
		if ctx.Err() != nil {
			t.Error("it did not end")
		}
	})
}

// answerWith greets with the first piece, answers each command with the next one, and closes after the last.
func answerWith(c net.Conn, pieces [][]byte) {
	defer c.Close()
	lines := bufio.NewReader(c)
	tag := []byte("*")
	for _, p := range pieces {
		if _, err := c.Write(bytes.ReplaceAll(p, []byte("%T"), tag)); err != nil {
			return
		}
		line, err := lines.ReadBytes('\n')
		if err != nil {
			return
		}
		tag, _, _ = bytes.Cut(line, []byte(" "))
	}
}
