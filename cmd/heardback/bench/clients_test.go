package bench

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	goimap "github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"
	"github.com/jhillyerd/enmime/v2"

	"heardback/mailbox/imap/dovecot"
)

// What the program is compared with.

// rawClient is the least that reading a mailbox can be: it asks for 13 header fields of all messages, all commands at once, and reads to the
// end of the answer without looking at it.
func rawClient(addr string) error {
	c, err := net.Dial("tcp", addr)
	if err != nil {
		return err
	}
	defer c.Close()
	io.WriteString(c, "a LOGIN robin secret\r\nb EXAMINE INBOX\r\nc FETCH 1:* (UID BODY.PEEK[HEADER.FIELDS (MESSAGE-ID IN-REPLY-TO REFERENCES "+
		"DATE FROM SENDER REPLY-TO TO CC SUBJECT CONTENT-TYPE LIST-ID AUTO-SUBMITTED)])\r\nd LOGOUT\r\n")
	lines := bufio.NewReaderSize(c, 64<<10)
	for {
		line, err := lines.ReadSlice('\n')
		if err != nil && err != bufio.ErrBufferFull {
			return err
		}
		if bytes.HasPrefix(line, []byte("d OK")) {
			return nil
		}
	}
}

// wholeClient reads every message as a whole and has enmime parse it.
func wholeClient(addr string) error {
	c, err := imapclient.DialInsecure(addr, nil)
	if err != nil {
		return err
	}
	defer c.Close()
	if err := c.Login("robin", "secret").Wait(); err != nil {
		return err
	}
	if _, err := c.Select("INBOX", &goimap.SelectOptions{ReadOnly: true}).Wait(); err != nil {
		return err
	}
	section := &goimap.FetchItemBodySection{Peek: true}
	all := c.Fetch(goimap.SeqSet{{Start: 1, Stop: 0}}, &goimap.FetchOptions{BodySection: []*goimap.FetchItemBodySection{section}})
	for m := all.Next(); m != nil; m = all.Next() {
		for item := m.Next(); item != nil; item = m.Next() {
			if body, ok := item.(imapclient.FetchItemDataBodySection); ok {
				raw := make([]byte, body.Literal.Size())
				if _, err := io.ReadFull(body.Literal, raw); err != nil {
					return err
				}
				io.Copy(io.Discard, body.Literal)
				if _, err := enmime.ReadEnvelope(bytes.NewReader(raw)); err != nil {
					return err
				}
			}
		}
	}
	if err := all.Close(); err != nil {
		return err
	}
	return c.Logout().Wait()
}

// compared is the test binary in the role of a client.
func compared(s *dovecot.Server, client string) *exec.Cmd {
	cmd := exec.Command(os.Args[0], fmt.Sprintf("127.0.0.1:%d", s.Port))
	cmd.Env = append(os.Environ(), role+"="+client)
	return cmd
}

// mbsync pulls the mailbox into an empty Maildir; nil where it is not installed.
func mbsync(b *testing.B, s *dovecot.Server) *exec.Cmd {
	b.Helper()
	path, err := exec.LookPath("mbsync")
	if err != nil {
		return nil
	}
	dir := b.TempDir()
	config := filepath.Join(dir, "mbsyncrc")
	text := fmt.Sprintf(`IMAPAccount a
Host 127.0.0.1
Port %d
User %s
Pass %s
SSLType None
AuthMechs LOGIN

IMAPStore far
Account a

MaildirStore near
Path %[4]s/
Inbox %[4]s/inbox

Channel c
Far :far:
Near :near:
Patterns INBOX
Create Near
Sync Pull
SyncState *
`, s.Port, s.User, s.Password, filepath.Join(dir, "mail"))
	if err := os.WriteFile(config, []byte(text), 0o600); err != nil {
		b.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(dir, "mail"), 0o700); err != nil {
		b.Fatal(err)
	}
	return exec.Command(path, strings.Fields("-q -c "+config+" c")...)
}
