package imap

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/emersion/go-imap/v2"
)

// Kind says what a user can do about an Error.
type Kind string

const (
	BadConfig      Kind = "configuration"
	Unreachable    Kind = "unreachable"
	BadCertificate Kind = "certificate"
	LoginRefused   Kind = "login"
	NoFolder       Kind = "folder"
	ReadOnly       Kind = "read-only"
	Limited        Kind = "limit"    // the provider asks to slow down
	Silent         Kind = "silent"   // no answer in time
	Broken         Kind = "protocol" // the server said what no server may say, or closed the connection
	Refused        Kind = "refused"  // any other NO
)

// Error is a failure in one clear sentence that says what to do.
type Error struct {
	Kind    Kind
	Account string
	Text    string
	Err     error // nil where there is nothing beneath
}

func (e *Error) Error() string {
	if e.Account == "" {
		return e.Text
	}
	return "account " + e.Account + ": " + e.Text
}

func (e *Error) Unwrap() error { return e.Err }

// err makes an Error of this account. The format must hold no secret and makes one sentence.
func (a *Account) err(k Kind, err error, format string, args ...any) *Error {
	return &Error{Kind: k, Account: a.Name, Text: fmt.Sprintf(format, args...), Err: err}
}

// Is reports whether err is an Error of this kind.
func Is(err error, k Kind) bool {
	var e *Error
	return errors.As(err, &e) && e.Kind == k
}

// Causes of a broken connection that are the server's doing.
var (
	errSilent  = errors.New("no answer in time")
	errHostile = errors.New("the server's answer breaks a limit")
	errClosed  = errors.New("the server closed the connection")
)

// hostile: trying again at once would give the same.
func hostile(err error) bool { return errors.Is(err, errHostile) }

// explain turns what go-imap returned into an Error, with the cause that the connection knows and go-imap hides.
func (s *session) explain(ctx context.Context, err error) error {
	if err == nil {
		return nil
	}
	var no *imap.Error
	if errors.As(err, &no) {
		return s.refused(no)
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	a, host := s.acc, s.acc.Host
	cause := s.conn.failure()
	switch {
	case errors.Is(cause, errSilent) || errors.Is(err, os.ErrDeadlineExceeded):
		return a.err(Silent, cause, "%s did not answer within %s: it will be tried again; raise timeout_seconds if the connection is slow", host, a.Timeout)
	case errors.Is(cause, errHostile):
		return a.err(Broken, cause, "%s answered in a way that no mail server should (%v): check that host and port are those of the provider", host, cause)
	case s.conn.farewell() != "" && limited(s.conn.farewell()):
		return a.err(Limited, cause, "%s asks to slow down (%s): it will be tried again later", host, s.conn.farewell())
	case s.conn.farewell() != "":
		return a.err(Broken, cause, "%s said good-bye (%s): it will be tried again", host, s.conn.farewell())
	case cause != nil:
		return a.err(Broken, cause, "the connection to %s broke (%v): it will be tried again", host, cause)
	}
	return a.err(Broken, err, "%s gave an answer that cannot be read (%s)", host, firstLine(err.Error()))
}

// refused words a NO or BAD.
func (s *session) refused(no *imap.Error) error {
	text := clip(no.Text)
	switch {
	case strings.Contains(strings.ToLower(text), "authenticated but not connected"):
		// Microsoft's way of saying that the token has the wrong scope or belongs to another user.
		s.conn.abort(errClosed)
		return s.acc.err(LoginRefused, no, "%s took the token and gives no mailbox (%s): %s", s.acc.Host, text, s.advice())
	case no.Code == imap.ResponseCodeAuthenticationFailed || no.Code == imap.ResponseCodeExpired || no.Code == imap.ResponseCodeAuthorizationFailed:
		// A token that ran out in a live session: the next call logs in anew.
		s.conn.abort(errClosed)
		return s.acc.err(LoginRefused, no, "%s no longer takes the login of %s (%s): %s", s.acc.Host, s.acc.Username, text, s.advice())
	case no.Code == imap.ResponseCodeLimit || no.Code == imap.ResponseCodeOverQuota || limited(text):
		return s.acc.err(Limited, no, "%s asks to slow down (%s): it will be tried again later", s.acc.Host, text)
	case no.Code == imap.ResponseCodeUnavailable || no.Type == imap.StatusResponseTypeBye:
		return s.acc.err(Unreachable, no, "%s is not available at the moment (%s): it will be tried again", s.acc.Host, text)
	}
	return s.acc.err(Refused, no, "%s refused a command (%s)", s.acc.Host, text)
}

// limited recognises a request to slow down by its words; not all providers give it the code LIMIT (RFC 5530).
func limited(text string) bool {
	t := strings.ToLower(text)
	for _, hint := range []string{"[limit]", "[overquota]", "rate limit", "too many", "bandwidth", "throttl"} {
		if strings.Contains(t, hint) {
			return true
		}
	}
	return false
}

// clip keeps a server's words printable and short.
func clip(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return ' '
		}
		return r
	}, s)
	if len(s) > 200 {
		s = strings.ToValidUTF8(s[:200], "") + "…"
	}
	return s
}

// firstLine is what of an error fits a sentence: go-imap appends stacks to some.
func firstLine(s string) string {
	s, _, _ = strings.Cut(s, "\n")
	return clip(s)
}
