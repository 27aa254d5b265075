// Package imap is the only opener of a mail connection: it connects, reads what is new, idles, appends letters of ours and
// takes an untouched one back (RFC 9051, RFC 3501). It never sends, and marks, moves and deletes nothing of the user's.
//
// A Client is one account with at most one connection, on which its methods take turns. Beneath go-imap lies a net.Conn of
// our own that keeps deadlines, bounds what a server may say, and closes when a context ends, since go-imap does none of it.
package imap

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"
	"time"

	"heardback/mailbox"
)

// Account is one mailbox of the user. Name, Host, Username and Secret are required.
type Account struct {
	Name string
	Host string
	Port int // 0: 993, or 143 where TLS is not implicit
	// TLS is "implicit" (the default), "starttls", or "none", which is for loopback only.
	TLS    string
	CAFile string // PEM; instead of the system's authorities
	Pin    string // hex SHA-256 of the server's certificate; instead of any authority

	Username string
	// Auth is "password" (the default), "xoauth2" or "oauthbearer".
	Auth string
	// Secret returns the password or token. It is called at every login and never logged.
	Secret func(context.Context) (string, error)
	// LoginAgain, if not 0, asks Secret once more that long after a refused login: a token command may have refreshed it.
	LoginAgain time.Duration
	// Refused, if set, is told each secret that the server refused, before Secret is asked again.
	Refused func(secret string) error

	// Folders are read besides INBOX and Sent.
	Folders []string
	// Corrections is the folder beneath which the user files messages by what they are; "" for none. What lies there is read and has
	// Message.Filed set.
	Corrections string
	// Names overrides which folder has a role, by its name on the server.
	Names map[mailbox.Folder]string
	// Since bounds how far back the first sync goes: 0 is 180 days, negative is everything.
	Since time.Duration
	Parse mailbox.Options

	Timeout time.Duration // how long a server may be silent while it owes an answer; 0: 45 s
	Idle    time.Duration // IDLE is issued anew after it; 0: 9 min
	Poll    time.Duration // Wait returns after it at the latest; 0: 15 min

	Backoff Backoff // between attempts after failures

	// Dial replaces the dialer; "none" is then allowed, since the connection is the caller's own.
	Dial func(ctx context.Context, network, addr string) (net.Conn, error)
	// Now is the clock that Since counts back from; time.Now when nil.
	Now func() time.Time
	// Tap is told every command as it is sent, without literals and credentials.
	Tap func(command string)
	// Trace gets a line for every command that changes something on the server.
	Trace io.Writer

	uncompressed bool // the server cannot be understood when it compresses
}

const (
	defaultSince   = 180 * 24 * time.Hour
	defaultTimeout = 45 * time.Second
	defaultIdle    = 9 * time.Minute
	defaultPoll    = 15 * time.Minute
)

// withDefaults fills in what the configuration left out, and refuses what it must not say.
func (a Account) withDefaults() (Account, error) {
	if a.TLS == "" {
		a.TLS = implicitTLS
	}
	if a.Auth == "" {
		a.Auth = authPassword
	}
	if a.Port == 0 {
		a.Port = 143
		if a.TLS == implicitTLS {
			a.Port = 993
		}
	}
	if a.Since == 0 {
		a.Since = defaultSince
	}
	if a.Timeout <= 0 {
		a.Timeout = defaultTimeout
	}
	if a.Idle <= 0 {
		a.Idle = defaultIdle
	}
	if a.Poll <= 0 {
		a.Poll = defaultPoll
	}
	if a.Now == nil {
		a.Now = time.Now
	}
	switch a.TLS {
	case implicitTLS, startTLS:
	case noTLS:
		if a.Dial == nil && !loopback(a.Host) {
			return a, a.err(BadConfig, nil, `tls = "none" is for a server on this machine only: use "implicit" or "starttls" for %s`, a.Host)
		}
	default:
		return a, a.err(BadConfig, nil, `tls = %q is unknown: use "implicit", "starttls" or "none"`, a.TLS)
	}
	switch a.Auth {
	case authPassword, authXOAuth2, authOAuthBearer:
	default:
		return a, a.err(BadConfig, nil, `auth = %q is unknown: use "password", "xoauth2" or "oauthbearer"`, a.Auth)
	}
	if a.Host == "" || a.Username == "" || a.Secret == nil {
		return a, a.err(BadConfig, nil, "host, username and a password are needed to log in")
	}
	if _, err := a.tlsConfig(); err != nil {
		return a, err
	}
	return a, nil
}

// addr is host and port, as a dialer and an error sentence want them.
func (a Account) addr() string { return net.JoinHostPort(a.Host, fmt.Sprint(a.Port)) }

// mailbox says which mailbox it is, whatever the user calls the account.
func (a Account) mailbox() string { return strings.ToLower(a.Username + " at " + a.addr()) }

// Client is one account. Its methods take turns on one connection, which is opened when it is first needed and again after
// it broke. It implements round.Mailbox.
type Client struct {
	acc  Account
	turn chan struct{} // holds one token
	s    *session      // nil while disconnected; owned by whoever has the token
	// next is UIDNEXT of each folder at the end of the last sync: what lies above is news that Wait need not wait for.
	next map[string]uint32
	// glances are what Look read of each folder.
	glances map[string]*glance
	health  health
}

// New returns the client of an account, or an *Error that says what is wrong with its configuration. It does not connect.
func New(a Account) (*Client, error) {
	a, err := a.withDefaults()
	if err != nil {
		return nil, err
	}
	c := &Client{acc: a, turn: make(chan struct{}, 1), next: map[string]uint32{}, glances: map[string]*glance{}, health: health{backoff: a.Backoff}}
	c.turn <- struct{}{}
	return c, nil
}

// Name is the account's name in the configuration.
func (c *Client) Name() string { return c.acc.Name }

// Close ends the connection. The client may be used again afterwards: it connects anew.
func (c *Client) Close() error {
	<-c.turn
	defer func() { c.turn <- struct{}{} }()
	if c.s != nil {
		c.s.logout()
		c.s = nil
	}
	return nil
}

// do runs op on a live session. A session that had gone stale between two calls is replaced; op is repeated only if
// repeat says that this is harmless. While the server is left alone after a failure it returns mailbox.ErrLater at once.
func (c *Client) do(ctx context.Context, repeat bool, op func(*session) error) error {
	if err := c.health.resting(); err != nil {
		return err
	}
	err := c.turns(ctx, repeat, op)
	c.health.tell(err)
	return err
}

// turns waits for the connection to be free and learns from the outcome of op.
func (c *Client) turns(ctx context.Context, repeat bool, op func(*session) error) error {
	select {
	case <-c.turn:
		defer func() { c.turn <- struct{}{} }()
	case <-ctx.Done():
		return ctx.Err()
	}
	err := c.attempt(ctx, repeat, op)
	if c.s == nil && ctx.Err() != nil {
		c.health.interrupted()
	}
	c.health.failed(err)
	return err
}

// attempt runs op for whoever has the turn.
func (c *Client) attempt(ctx context.Context, repeat bool, op func(*session) error) error {
	s, fresh, err := c.session(ctx, !repeat)
	if err != nil {
		return err
	}
	err = op(s)
	if err != nil && c.s == s && s.lost() && repeat && !fresh && ctx.Err() == nil && !hostile(err) {
		if s, _, err = c.session(ctx, false); err != nil {
			return err
		}
		err = op(s)
	}
	if c.s != nil && c.s.lost() {
		c.s.close()
		c.s = nil
	}
	if err != nil && ctx.Err() != nil && !errors.Is(err, mailbox.ErrUnknown) {
		return ctx.Err()
	}
	return err
}

// session returns the live session, or opens one. Sure asks the server whether an old one still lives.
func (c *Client) session(ctx context.Context, sure bool) (s *session, fresh bool, err error) {
	if c.s != nil && c.s.lost() {
		c.s.close()
		c.s = nil
	}
	if c.s != nil && sure {
		if err := c.s.run(ctx, small, func() error { return c.s.Noop().Wait() }); err != nil {
			c.s.close()
			c.s = nil
		}
	}
	if c.s != nil {
		return c.s, false, nil
	}
	if c.s, err = c.acc.open(ctx); err != nil {
		c.s = nil
		return nil, true, err
	}
	return c.s, true, nil
}

// tapped tells Tap of every command, and Trace of those that write.
func (a *Account) tapped() func(string) {
	if a.Tap == nil && a.Trace == nil {
		return nil
	}
	return func(command string) {
		if a.Tap != nil {
			a.Tap(command)
		}
		if a.Trace != nil && (strings.HasPrefix(command, "APPEND ") || strings.HasPrefix(command, "UID MOVE ")) {
			fmt.Fprintf(a.Trace, "%s: %s\n", a.Name, command)
		}
	}
}
