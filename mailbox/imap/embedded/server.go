// Package embedded is an IMAP server inside the process: what `heardback demo` shows its sample mailbox on, and what the
// stories in the tests are told on. It runs over loopback TCP or over net.Pipe, the latter also inside testing/synctest.
//
// It wraps go-imap's in-memory server, which ignores special-use on creation and never announces a message that arrives
// between EXAMINE and IDLE; both are mended here. Switches make it behave as badly as real servers do (see Quirks).
package embedded

import (
	"context"
	"fmt"
	"net"
	"slices"
	"sync"
	"time"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapserver"
	"github.com/emersion/go-imap/v2/imapserver/imapmemserver"
)

// Options describe the one account of a Server.
type Options struct {
	User, Password string // "user" and "secret" when empty
	// Token, if set, lets XOAUTH2 and OAUTHBEARER in besides the password.
	Token string
	// Folders in the order of LIST; DefaultFolders when nil. INBOX is always there.
	Folders []Folder
	// Now dates what is appended without an INTERNALDATE; time.Now when nil.
	Now    func() time.Time
	Quirks Quirks
}

// Folder is a mailbox with its special use (RFC 6154).
type Folder struct {
	Name string
	Use  imap.MailboxAttr
	// NoSelect lists a name that cannot be opened, as Gmail's [Gmail] (RFC 9051 section 7.3.1).
	NoSelect bool
	// Phantom lists the folder as if it could be opened; opening it fails, as with iCloud.
	Phantom bool
	// ReadOnly answers NO to every APPEND.
	ReadOnly bool
}

// DefaultFolders are those of a well-behaved server.
func DefaultFolders() []Folder {
	return []Folder{
		{Name: "INBOX"},
		{Name: "Drafts", Use: imap.MailboxAttrDrafts},
		{Name: "Sent", Use: imap.MailboxAttrSent},
		{Name: "Trash", Use: imap.MailboxAttrTrash},
	}
}

// Quirks are the ways in which real servers differ. The zero value behaves well.
type Quirks struct {
	NoSpecialUse bool
	NoUIDPlus    bool
	NoMove       bool
	NoIdle       bool
	NoESearch    bool
	Separator    rune // '/' when 0
}

// caps is what the server announces besides what go-imap announces by itself.
func (q Quirks) caps() imap.CapSet {
	caps := imap.CapSet{imap.CapIMAP4rev1: {}, imap.CapListExtended: {}, imap.CapNamespace: {}}
	for c, missing := range map[imap.Cap]bool{
		imap.CapSpecialUse: q.NoSpecialUse,
		imap.CapUIDPlus:    q.NoUIDPlus,
		imap.CapMove:       q.NoMove,
		imap.CapESearch:    q.NoESearch,
	} {
		if !missing {
			caps[c] = struct{}{}
		}
	}
	return caps
}

// Server is one account on an IMAP server. Its methods may be called at any time, from any goroutine.
type Server struct {
	o    Options
	imap *imapserver.Server
	pipe *pipeListener

	mu      sync.Mutex
	user    *imapmemserver.User
	folders []Folder
	waking  map[chan struct{}]struct{} // one per idling session
	conns   []*conn
	placed  map[place]bool // what clients appended
	cut     cut
}

// New starts a server that is reached by Dial; Listen opens it to other programs. Close stops it.
func New(o Options) *Server {
	if o.User == "" {
		o.User, o.Password = "user", "secret"
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Folders == nil {
		o.Folders = DefaultFolders()
	}
	if !slices.ContainsFunc(o.Folders, func(f Folder) bool { return f.Name == "INBOX" }) {
		o.Folders = append([]Folder{{Name: "INBOX"}}, o.Folders...)
	}
	if o.Quirks.Separator == 0 {
		o.Quirks.Separator = '/'
	}
	s := &Server{
		o:       o,
		folders: o.Folders,
		user:    imapmemserver.NewUser(o.User, o.Password),
		pipe:    newPipeListener(),
		waking:  map[chan struct{}]struct{}{},
		placed:  map[place]bool{},
	}
	for _, f := range o.Folders {
		if !f.NoSelect && !f.Phantom {
			// Only an existing name can fail, and these are new.
			_ = s.user.Create(f.Name, nil)
		}
	}
	s.imap = imapserver.New(&imapserver.Options{
		NewSession:   s.session,
		Caps:         o.Quirks.caps(),
		Logger:       silent{},
		InsecureAuth: true, // loopback and pipes only
	})
	s.Serve(s.pipe)
	return s
}

// Dial connects over net.Pipe; the arguments are ignored, so that it can stand for any dialer.
func (s *Server) Dial(ctx context.Context, _, _ string) (net.Conn, error) {
	return s.pipe.dial(ctx, false)
}

// Listen serves addr as well, which must be on a loopback interface: the protocol is spoken in plain text there.
func (s *Server) Listen(addr string) (*net.TCPAddr, error) {
	ln, err := net.Listen("tcp", addr)
	if err != nil {
		return nil, fmt.Errorf("listening: %w", err)
	}
	at := ln.Addr().(*net.TCPAddr)
	if !at.IP.IsLoopback() {
		_ = ln.Close()
		return nil, fmt.Errorf("listening: %s is not a loopback address", addr)
	}
	s.Serve(ln)
	return at, nil
}

// Serve serves ln in the background, for tests that bring TLS. Closing the server closes ln.
func (s *Server) Serve(ln net.Listener) {
	l := &listener{Listener: ln, s: s, accepting: make(chan struct{})}
	go func() {
		_ = s.imap.Serve(l) // it ends when ln is closed
		l.started()
	}()
	<-l.accepting // Close must not come before go-imap's own bookkeeping
}

// Close drops all connections and stops listening.
func (s *Server) Close() error {
	return s.imap.Close()
}

// User and Password let a client in.
func (s *Server) User() string     { return s.o.User }
func (s *Server) Password() string { return s.o.Password }

// folder returns what was said of a folder when it was created.
func (s *Server) folder(name string) (Folder, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	i := slices.IndexFunc(s.folders, func(f Folder) bool { return f.Name == name })
	if i < 0 {
		return Folder{}, false
	}
	return s.folders[i], true
}

// wake makes every idling session look for news.
func (s *Server) wake() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for ch := range s.waking {
		select {
		case ch <- struct{}{}:
		default: // it is about to look anyway
		}
	}
}

type silent struct{}

func (silent) Printf(string, ...any) {}
