package embedded

import (
	"bytes"
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"
	"github.com/emersion/go-imap/v2/imapserver"
	"github.com/emersion/go-imap/v2/imapserver/imapmemserver"

	"heardback/mailbox/imap/wire"
)

// Message is a mail as it lies in a folder.
type Message struct {
	UID   uint32
	Flags []string // in lower case
	Date  time.Time
	Raw   []byte
}

type place struct {
	folder string
	uid    uint32
}

// Deliver puts a raw message into folder with its INTERNALDATE and returns its UID. Lone LFs become CRLFs.
func (s *Server) Deliver(folder string, raw []byte, at time.Time, flags ...imap.Flag) (uint32, error) {
	raw = bytes.ReplaceAll(bytes.ReplaceAll(raw, []byte("\r\n"), []byte("\n")), []byte("\n"), []byte("\r\n"))
	data, err := s.user.Append(folder, literal{bytes.NewReader(raw)}, &imap.AppendOptions{Time: at, Flags: flags})
	if err != nil {
		return 0, fmt.Errorf("delivering into %s: %w", folder, err)
	}
	s.wake()
	return uint32(data.UID), nil
}

type literal struct{ *bytes.Reader }

func (l literal) Size() int64 { return l.Reader.Size() }

// Create adds an empty folder.
func (s *Server) Create(f Folder) error {
	if err := s.user.Create(f.Name, nil); err != nil {
		return fmt.Errorf("creating %s: %w", f.Name, err)
	}
	s.mu.Lock()
	s.folders = append(s.folders, f)
	s.mu.Unlock()
	return nil
}

// Move moves a message as the user's own client would.
func (s *Server) Move(folder string, uid uint32, dest string) error {
	return s.as(folder, func(u *imapmemserver.UserSession) error {
		set := imap.UIDSetNum(imap.UID(uid))
		if _, err := u.Copy(set, dest); err != nil {
			return err
		}
		return remove(u, set)
	})
}

// Delete removes a message for good, as the user's own client would.
func (s *Server) Delete(folder string, uid uint32) error {
	return s.as(folder, func(u *imapmemserver.UserSession) error {
		return remove(u, imap.UIDSetNum(imap.UID(uid)))
	})
}

// Replace appends raw and removes the old message, as a client does that saves an edited draft.
func (s *Server) Replace(folder string, uid uint32, raw []byte, at time.Time) (uint32, error) {
	now, err := s.Deliver(folder, raw, at, imap.FlagDraft, imap.FlagSeen)
	if err != nil {
		return 0, err
	}
	return now, s.Delete(folder, uid)
}

// remove expunges messages of the open folder.
func remove(u *imapmemserver.UserSession, set imap.UIDSet) error {
	// Neither call writes to its writer: the store is silent, and Expunge of the memory server never does.
	deleted := &imap.StoreFlags{Op: imap.StoreFlagsAdd, Silent: true, Flags: []imap.Flag{imap.FlagDeleted}}
	if err := u.Store(nil, set, deleted, nil); err != nil {
		return err
	}
	return u.Expunge(nil, &set)
}

// as does something to a folder that is not empty, in a session of the user's own, and wakes who idles.
func (s *Server) as(folder string, do func(*imapmemserver.UserSession) error) error {
	u := imapmemserver.NewUserSession(s.user)
	if _, err := u.Select(folder, &imap.SelectOptions{}); err != nil {
		return fmt.Errorf("opening %s: %w", folder, err)
	}
	defer u.Close()
	found, err := u.Search(imapserver.NumKindUID, &imap.SearchCriteria{}, &imap.SearchOptions{})
	if err != nil {
		return err
	}
	if found.Count == 0 {
		return fmt.Errorf("%s is empty", folder)
	}
	if err := do(u); err != nil {
		return fmt.Errorf("in %s: %w", folder, err)
	}
	s.wake()
	return nil
}

// Messages returns what lies in folder, oldest UID first.
func (s *Server) Messages(folder string) ([]Message, error) {
	client, err := s.own(context.Background())
	if err != nil {
		return nil, err
	}
	defer client.Close()
	opened, err := client.Select(folder, &imap.SelectOptions{ReadOnly: true}).Wait()
	if err != nil {
		return nil, fmt.Errorf("opening %s: %w", folder, err)
	}
	if opened.NumMessages == 0 {
		return nil, nil
	}
	var all imap.SeqSet
	all.AddRange(1, 0)
	whole := &imap.FetchItemBodySection{Peek: true}
	got, err := client.Fetch(all, &imap.FetchOptions{
		UID: true, Flags: true, InternalDate: true, BodySection: []*imap.FetchItemBodySection{whole},
	}).Collect()
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", folder, err)
	}
	var out []Message
	for _, m := range got {
		o := Message{UID: uint32(m.UID), Date: m.InternalDate, Raw: m.FindBodySection(whole)}
		for _, f := range m.Flags {
			o.Flags = append(o.Flags, strings.ToLower(string(f)))
		}
		out = append(out, o)
	}
	return out, nil
}

// own connects the server to itself.
func (s *Server) own(ctx context.Context) (*imapclient.Client, error) {
	near, err := s.pipe.dial(ctx, true)
	if err != nil {
		return nil, err
	}
	client := imapclient.New(near, nil)
	if err := client.Login(s.o.User, s.o.Password).Wait(); err != nil {
		_ = client.Close()
		return nil, fmt.Errorf("logging in: %w", err)
	}
	return client, nil
}

// Renumber gives every message of folder a new UID under a new UIDVALIDITY and drops all connections, as a server does
// whose index was rebuilt.
func (s *Server) Renumber(folder string) error {
	messages, err := s.Messages(folder)
	if err != nil {
		return err
	}
	if err := s.user.Delete(folder); err != nil {
		return fmt.Errorf("renumbering %s: %w", folder, err)
	}
	if err := s.user.Create(folder, nil); err != nil {
		return fmt.Errorf("renumbering %s: %w", folder, err)
	}
	for _, m := range messages {
		flags := make([]imap.Flag, len(m.Flags))
		for i, f := range m.Flags {
			flags[i] = imap.Flag(f)
		}
		if _, err := s.Deliver(folder, m.Raw, m.Date, flags...); err != nil {
			return err
		}
	}
	s.Drop()
	return nil
}

// Drop closes every open connection; clients may come again.
func (s *Server) Drop() {
	s.mu.Lock()
	conns := append([]*conn(nil), s.conns...)
	s.mu.Unlock()
	for _, c := range conns {
		_ = c.Conn.Close()
	}
}

// Cut breaks the connection at the nth command from now, counted over all connections: before it is carried out, or
// after, but before the answer is read.
func (s *Server) Cut(n int, executed bool) {
	s.mu.Lock()
	s.cut = cut{left: n, executed: executed}
	s.mu.Unlock()
}

// Commands returns what each connection commanded so far, in order: tags and literals cut out, credentials hidden.
func (s *Server) Commands() [][]string {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out [][]string
	for _, c := range s.conns {
		if !c.own {
			out = append(out, append([]string(nil), c.commands...))
		}
	}
	return out
}

// Law returns the first command of any connection that broke the law of the wire, as an error.
func (s *Server) Law() error {
	for _, commands := range s.Commands() {
		l := wire.Law{Own: s.wasPlaced}
		for _, c := range commands {
			if err := l.Check(c); err != nil {
				return err
			}
		}
	}
	return nil
}

// wasPlaced reports whether a client appended the message.
func (s *Server) wasPlaced(folder, uid string) bool {
	n, err := strconv.ParseUint(uid, 10, 32)
	s.mu.Lock()
	defer s.mu.Unlock()
	return err == nil && s.placed[place{folder, uint32(n)}]
}
