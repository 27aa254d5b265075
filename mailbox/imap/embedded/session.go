package embedded

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapserver"
	"github.com/emersion/go-imap/v2/imapserver/imapmemserver"
	"github.com/emersion/go-sasl"
)

// session is one client's session: the in-memory one with its gaps mended and the quirks laid on.
type session struct {
	*imapmemserver.UserSession // nil before login
	s                          *Server
	conn                       *conn
	folder                     string
	readOnly                   bool
}

var (
	_ imapserver.SessionIMAP4rev2 = (*session)(nil)
	_ imapserver.SessionSASL      = (*session)(nil)
)

// session begins the session of a connection that listener accepted.
func (s *Server) session(c *imapserver.Conn) (imapserver.Session, *imapserver.GreetingData, error) {
	nc, ok := c.NetConn().(*conn)
	if !ok {
		return nil, nil, fmt.Errorf("a connection of unknown origin")
	}
	return &session{s: s, conn: nc}, &imapserver.GreetingData{}, nil
}

// Login lets in whoever has the one user's password.
func (s *session) Login(user, password string) error {
	if err := s.s.user.Login(user, password); err != nil {
		return err
	}
	s.UserSession = imapmemserver.NewUserSession(s.s.user)
	return nil
}

// AuthenticateMechanisms and Authenticate let a password or a token in.
func (s *session) AuthenticateMechanisms() []string {
	if s.s.o.Token == "" {
		return []string{sasl.Plain}
	}
	return []string{sasl.Plain, "XOAUTH2", sasl.OAuthBearer}
}

// Authenticate is go-imap's hook for mechanisms besides LOGIN.
func (s *session) Authenticate(mech string) (sasl.Server, error) {
	switch {
	case mech == sasl.Plain:
		return sasl.NewPlainServer(func(_, user, password string) error { return s.Login(user, password) }), nil
	case mech == sasl.OAuthBearer && s.s.o.Token != "":
		return sasl.NewOAuthBearerServer(func(o sasl.OAuthBearerOptions) *sasl.OAuthBearerError {
			if s.token(o.Username, o.Token) != nil {
				return &sasl.OAuthBearerError{Status: "invalid_token", Schemes: "bearer"}
			}
			return nil
		}), nil
	case mech == "XOAUTH2" && s.s.o.Token != "":
		return &xoauth2{s: s}, nil
	}
	return nil, &imap.Error{Type: imap.StatusResponseTypeNo, Text: "mechanism not supported"}
}

// token lets in whoever has the one user's token.
func (s *session) token(user, token string) error {
	if user != s.s.o.User || token != s.s.o.Token {
		return imapserver.ErrAuthFailed
	}
	s.UserSession = imapmemserver.NewUserSession(s.s.user)
	return nil
}

// xoauth2 is the server's side of Google's XOAUTH2: a wrong token is answered by a JSON challenge, then by NO.
type xoauth2 struct {
	s      *session
	failed bool
}

// Next takes the initial response, or the empty one that follows a refusal.
func (x *xoauth2) Next(response []byte) ([]byte, bool, error) {
	if x.failed {
		return nil, true, imapserver.ErrAuthFailed
	}
	if response == nil {
		return []byte{}, false, nil
	}
	var user, token string
	for _, f := range strings.Split(string(response), "\x01") {
		if v, ok := strings.CutPrefix(f, "user="); ok {
			user = v
		}
		if v, ok := strings.CutPrefix(f, "auth=Bearer "); ok {
			token = v
		}
	}
	if x.s.token(user, token) == nil {
		return nil, true, nil
	}
	x.failed = true
	challenge, err := json.Marshal(map[string]string{"status": "400", "schemes": "Bearer"})
	return challenge, false, err
}

// Select opens a folder, and remembers whether by EXAMINE: the memory server would let EXAMINE write.
func (s *session) Select(name string, o *imap.SelectOptions) (*imap.SelectData, error) {
	f, ok := s.s.folder(name)
	if !ok || f.NoSelect || f.Phantom {
		return nil, &imap.Error{Type: imap.StatusResponseTypeNo, Code: imap.ResponseCodeNonExistent, Text: "No such mailbox"}
	}
	data, err := s.UserSession.Select(name, o)
	if err != nil {
		return nil, err
	}
	s.folder, s.readOnly = name, o.ReadOnly
	return data, nil
}

// List answers from the server's own list of folders, which knows special uses, separators and phantoms.
func (s *session) List(w *imapserver.ListWriter, ref string, patterns []string, o *imap.ListOptions) error {
	sep := s.s.o.Quirks.Separator
	if len(patterns) == 0 {
		return w.WriteList(&imap.ListData{Attrs: []imap.MailboxAttr{imap.MailboxAttrNoSelect}, Delim: sep})
	}
	s.s.mu.Lock()
	folders := append([]Folder(nil), s.s.folders...)
	s.s.mu.Unlock()
	for _, f := range folders {
		if !matches(f.Name, sep, ref, patterns) {
			continue
		}
		data := &imap.ListData{Mailbox: f.Name, Delim: sep}
		if f.NoSelect {
			data.Attrs = append(data.Attrs, imap.MailboxAttrNoSelect)
		}
		if f.Use != "" && !s.s.o.Quirks.NoSpecialUse {
			data.Attrs = append(data.Attrs, f.Use)
		} else if o.SelectSpecialUse {
			continue
		}
		if err := w.WriteList(data); err != nil {
			return err
		}
	}
	return nil
}

// matches reports whether LIST asks for a name.
func matches(name string, sep rune, ref string, patterns []string) bool {
	for _, p := range patterns {
		if imapserver.MatchList(name, sep, ref, p) {
			return true
		}
	}
	return false
}

// Append stores a message, notes that a client placed it, and hides its UID where there is no UIDPLUS.
func (s *session) Append(name string, r imap.LiteralReader, o *imap.AppendOptions) (*imap.AppendData, error) {
	if f, ok := s.s.folder(name); ok && f.ReadOnly {
		return nil, &imap.Error{Type: imap.StatusResponseTypeNo, Code: imap.ResponseCodeNoPerm, Text: "Mailbox is read-only"}
	}
	if o.Time.IsZero() {
		o.Time = s.s.o.Now()
	}
	data, err := s.UserSession.Append(name, r, o)
	if err != nil {
		return nil, err
	}
	s.s.mu.Lock()
	s.s.placed[place{name, uint32(data.UID)}] = true
	s.s.mu.Unlock()
	s.s.wake()
	if s.s.o.Quirks.NoUIDPlus {
		return nil, nil
	}
	return data, nil
}

// Idle announces what is new at once, also what came between EXAMINE and IDLE, and then whenever something changes.
func (s *session) Idle(w *imapserver.UpdateWriter, stop <-chan struct{}) error {
	wake := make(chan struct{}, 1)
	wake <- struct{}{}
	s.s.mu.Lock()
	s.s.waking[wake] = struct{}{}
	s.s.mu.Unlock()
	defer func() {
		s.s.mu.Lock()
		delete(s.s.waking, wake)
		s.s.mu.Unlock()
	}()
	for {
		select {
		case <-wake:
			if err := s.Poll(w, true); err != nil {
				return err
			}
		case <-stop:
			return nil
		}
	}
}

// writable is the answer to a command that changes messages.
func (s *session) writable() error {
	if s.readOnly {
		return &imap.Error{Type: imap.StatusResponseTypeNo, Text: "Mailbox was opened read-only"}
	}
	return nil
}

func (s *session) Store(w *imapserver.FetchWriter, set imap.NumSet, f *imap.StoreFlags, o *imap.StoreOptions) error {
	if err := s.writable(); err != nil {
		return err
	}
	defer s.s.wake()
	return s.UserSession.Store(w, set, f, o)
}

func (s *session) Expunge(w *imapserver.ExpungeWriter, uids *imap.UIDSet) error {
	if err := s.writable(); err != nil {
		return err
	}
	defer s.s.wake()
	return s.UserSession.Expunge(w, uids)
}

func (s *session) Move(w *imapserver.MoveWriter, set imap.NumSet, dest string) error {
	if s.s.o.Quirks.NoMove {
		return &imap.Error{Type: imap.StatusResponseTypeBad, Text: "Unknown command"}
	}
	if err := s.writable(); err != nil {
		return err
	}
	defer s.s.wake()
	return s.UserSession.Move(w, set, dest)
}
