package imap_test

import (
	"bytes"
	"context"
	"net"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	goimap "github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"

	"heardback/mailbox/imap"
	"heardback/mailbox/imap/dovecot"
	"heardback/mailbox/imap/embedded"
	"heardback/mailbox/imap/wire"
)

// box is a server together with what the user's own mail program does there.
type box interface {
	account() imap.Account
	deliver(t *testing.T, folder string, raw []byte, at time.Time, flags ...goimap.Flag) uint32
	fill(t *testing.T, folder string, raw [][]byte)
	messages(t *testing.T, folder string) []embedded.Message
	remove(t *testing.T, folder string, uid uint32)
	move(t *testing.T, folder string, uid uint32, dest string)
	renumber(t *testing.T, folder string)
	law(t *testing.T)
}

// everywhere runs a story against the embedded server and against Dovecot, there over TLS and, compressed, over STARTTLS.
func everywhere(t *testing.T, story func(t *testing.T, b box)) {
	t.Run("embedded", func(t *testing.T) {
		s := embedded.New(embedded.Options{Now: func() time.Time { return start }})
		t.Cleanup(func() { s.Close() })
		story(t, inProcess{s})
	})
	for _, tls := range []string{"implicit", "starttls"} {
		t.Run("dovecot "+tls, func(t *testing.T) { story(t, newDovecot(t, tls)) })
	}
}

type inProcess struct{ *embedded.Server }

func (b inProcess) account() imap.Account { return account(b.Server) }

func (b inProcess) deliver(t *testing.T, folder string, raw []byte, at time.Time, flags ...goimap.Flag) uint32 {
	t.Helper()
	uid, err := b.Deliver(folder, raw, at, flags...)
	if err != nil {
		t.Fatal(err)
	}
	return uid
}

func (b inProcess) fill(t *testing.T, folder string, raw [][]byte) {
	t.Helper()
	for _, m := range raw {
		b.deliver(t, folder, m, start)
	}
}

func (b inProcess) messages(t *testing.T, folder string) []embedded.Message {
	t.Helper()
	m, err := b.Messages(folder)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func (b inProcess) remove(t *testing.T, folder string, uid uint32) {
	t.Helper()
	if err := b.Delete(folder, uid); err != nil {
		t.Fatal(err)
	}
}

func (b inProcess) move(t *testing.T, folder string, uid uint32, dest string) {
	t.Helper()
	if err := b.Move(folder, uid, dest); err != nil {
		t.Fatal(err)
	}
}

func (b inProcess) renumber(t *testing.T, folder string) {
	t.Helper()
	if err := b.Renumber(folder); err != nil {
		t.Fatal(err)
	}
}

func (b inProcess) law(t *testing.T) { lawful(t, b.Server) }

// real is a private Dovecot; user is the user's own mail program there.
type real struct {
	*dovecot.Server
	tls      string
	commands *[]string
	user     *imapclient.Client
}

func newDovecot(t testing.TB, tls string, options ...dovecot.Option) real {
	if tls == "starttls" {
		options = append(options, dovecot.Compress)
	}
	s := dovecot.Start(t, options...)
	user, err := imapclient.DialInsecure(net.JoinHostPort("127.0.0.1", strconv.Itoa(s.Port)), nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { user.Close() })
	if err := user.Login(s.User, s.Password).Wait(); err != nil {
		t.Fatal(err)
	}
	return real{Server: s, tls: tls, commands: new([]string), user: user}
}

func (b real) account() imap.Account {
	a := imap.Account{
		Backoff: atOnce,
		Name:    "test", Host: b.Host, Port: b.TLSPort, TLS: b.tls, CAFile: b.CAFile, Username: b.User,
		Secret: func(context.Context) (string, error) { return b.Password, nil },
		Since:  -1, Timeout: 20 * time.Second, Now: func() time.Time { return start },
		Tap: func(c string) { *b.commands = append(*b.commands, c) },
	}
	if b.tls != "implicit" {
		a.Port = b.Port
	}
	a.Parse.Own = []string{"robin@seeker.example"}
	return a
}

func (b real) deliver(t *testing.T, folder string, raw []byte, at time.Time, flags ...goimap.Flag) uint32 {
	t.Helper()
	raw = bytes.ReplaceAll(bytes.ReplaceAll(raw, []byte("\r\n"), []byte("\n")), []byte("\n"), []byte("\r\n"))
	cmd := b.user.Append(folder, int64(len(raw)), &goimap.AppendOptions{Time: at, Flags: flags})
	if _, err := cmd.Write(raw); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Close(); err != nil {
		t.Fatal(err)
	}
	data, err := cmd.Wait()
	if err != nil {
		t.Fatal(err)
	}
	return uint32(data.UID)
}

func (b real) fill(t *testing.T, folder string, raw [][]byte) {
	t.Helper()
	if err := b.Deliver(folder, start, raw...); err != nil {
		t.Fatal(err)
	}
}

func (b real) open(t *testing.T, folder string) *goimap.SelectData {
	t.Helper()
	data, err := b.user.Select(folder, nil).Wait()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func (b real) messages(t *testing.T, folder string) []embedded.Message {
	t.Helper()
	if b.open(t, folder).NumMessages == 0 {
		return nil
	}
	whole := &goimap.FetchItemBodySection{Peek: true}
	got, err := b.user.Fetch(goimap.SeqSet{{Start: 1}}, &goimap.FetchOptions{
		UID: true, Flags: true, InternalDate: true, BodySection: []*goimap.FetchItemBodySection{whole},
	}).Collect()
	if err != nil {
		t.Fatal(err)
	}
	var out []embedded.Message
	for _, m := range got {
		o := embedded.Message{UID: uint32(m.UID), Date: m.InternalDate, Raw: m.FindBodySection(whole)}
		for _, f := range m.Flags {
			if f != `\Recent` {
				o.Flags = append(o.Flags, strings.ToLower(string(f)))
			}
		}
		out = append(out, o)
	}
	return out
}

func (b real) remove(t *testing.T, folder string, uid uint32) {
	t.Helper()
	b.open(t, folder)
	set := goimap.UIDSetNum(goimap.UID(uid))
	if err := b.user.Store(set, &goimap.StoreFlags{Op: goimap.StoreFlagsAdd, Flags: []goimap.Flag{goimap.FlagDeleted}}, nil).Close(); err != nil {
		t.Fatal(err)
	}
	if err := b.user.UIDExpunge(set).Close(); err != nil {
		t.Fatal(err)
	}
}

func (b real) move(t *testing.T, folder string, uid uint32, dest string) {
	t.Helper()
	b.open(t, folder)
	if _, err := b.user.Move(goimap.UIDSetNum(goimap.UID(uid)), dest).Wait(); err != nil {
		t.Fatal(err)
	}
}

var validity = regexp.MustCompile(`^(\d+ )V(\d+)`)

// renumber edits the UIDVALIDITY in the folder's list of UIDs and drops its index.
func (b real) renumber(t *testing.T, folder string) {
	t.Helper()
	if err := b.user.Unselect().Wait(); err != nil {
		t.Log(err) // nothing was open
	}
	list := filepath.Join(b.Folder(folder), "dovecot-uidlist")
	old, err := os.ReadFile(list)
	if err != nil {
		t.Fatal(err)
	}
	renumbered := validity.ReplaceAllFunc(old, func(m []byte) []byte {
		p := validity.FindSubmatch(m)
		n, _ := strconv.Atoi(string(p[2]))
		return []byte(string(p[1]) + "V" + strconv.Itoa(n+1))
	})
	if bytes.Equal(old, renumbered) {
		t.Fatalf("no UIDVALIDITY in %.80q", old)
	}
	if err := os.WriteFile(list, renumbered, 0o600); err != nil {
		t.Fatal(err)
	}
	indexes, err := filepath.Glob(filepath.Join(b.Folder(folder), "dovecot.index*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range indexes {
		if err := os.Remove(name); err != nil {
			t.Fatal(err)
		}
	}
}

func (b real) law(t *testing.T) {
	t.Helper()
	if len(*b.commands) == 0 {
		t.Error("no commands were captured")
	}
	if err := wire.Check(*b.commands); err != nil {
		t.Errorf("the law of the wire: %v", err)
	}
}
