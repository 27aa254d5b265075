package imap

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"
	"github.com/emersion/go-sasl"
)

const (
	authPassword    = "password"
	authXOAuth2     = "xoauth2"
	authOAuthBearer = "oauthbearer"
)

// connect opens a connection and logs in, a second time after LoginAgain if the first secret was refused.
func (a *Account) connect(ctx context.Context) (*session, error) {
	s, err := a.connectOnce(ctx)
	if !Is(err, LoginRefused) || a.LoginAgain == 0 {
		return s, err
	}
	t := time.NewTimer(a.LoginAgain)
	defer t.Stop()
	select {
	case <-t.C:
		return a.connectOnce(ctx)
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// connectOnce asks for the secret anew, since tokens age, and before it dials, so that no server waits for a slow command.
func (a *Account) connectOnce(ctx context.Context) (*session, error) {
	secret, err := a.Secret(ctx)
	if err != nil {
		return nil, a.err(BadConfig, err, "no %s could be had: %v", a.secretName(), err)
	}
	if secret == "" || strings.ContainsAny(secret, "\r\n\x00") {
		return nil, a.err(BadConfig, nil, "the %s is empty or has a line break in it: correct it", a.secretName())
	}
	conn, err := a.dial(ctx)
	if err != nil {
		return nil, err
	}
	s := &session{acc: a, conn: conn, news: make(chan struct{}, 1)}
	s.Client = imapclient.New(conn, &imapclient.Options{UnilateralDataHandler: &imapclient.UnilateralDataHandler{
		Mailbox: s.announced,
		Fetch:   s.stray.take,
	}})
	if err := s.login(ctx, secret); err != nil {
		s.close()
		if a.Refused != nil && Is(err, LoginRefused) {
			if told := a.Refused(secret); told != nil {
				err = errors.Join(err, told)
			}
		}
		return nil, err
	}
	if err := s.compress(ctx); err != nil {
		s.close()
		if a.uncompressed {
			return a.connectOnce(ctx)
		}
		return nil, err
	}
	return s, nil
}

// secretName is how the secret is called in sentences.
func (a *Account) secretName() string {
	if a.Auth == authPassword {
		return "password"
	}
	return "token"
}

// announced is called by go-imap's reader and must not block.
func (s *session) announced(d *imapclient.UnilateralDataMailbox) {
	if d.NumMessages == nil {
		return
	}
	select {
	case s.news <- struct{}{}:
	default:
	}
}

// login brings a new connection to the authenticated state. An unknown cause is explained by the connection.
func (s *session) login(ctx context.Context, secret string) error {
	// Cyrus hangs when LOGIN comes before its greeting was read and its capabilities asked.
	err := s.run(ctx, small, func() error {
		if err := s.WaitGreeting(); err != nil {
			return err
		}
		s.caps = s.Caps()
		return nil
	})
	if err != nil {
		return err
	}
	if s.State() != imap.ConnStateAuthenticated { // unless the greeting was PREAUTH
		if err := s.authenticate(ctx, secret); err != nil {
			return err
		}
	}
	if err := s.run(ctx, small, func() error { s.caps = s.Caps(); return nil }); err != nil {
		return err
	}
	if s.caps == nil {
		return s.explain(ctx, errClosed)
	}
	if s.acc.provider().sendID && s.caps.Has(imap.CapID) {
		return s.run(ctx, small, func() error {
			_, err := s.ID(&imap.IDData{Name: "heardback"}).Wait()
			return err
		})
	}
	return nil
}

// authenticate sends the secret, once. A refusal is of kind LoginRefused and says what this provider wants.
func (s *session) authenticate(ctx context.Context, secret string) error {
	mech, err := s.mechanism(secret)
	if err != nil {
		return err
	}
	err = s.run(ctx, small, func() error {
		if mech == nil {
			return s.Login(s.acc.Username, secret).Wait()
		}
		return s.Authenticate(mech)
	})
	if err == nil || ctx.Err() != nil {
		return err
	}
	var no *imap.Error
	x, challenged := mech.(*xoauth2)
	switch {
	case Is(err, Limited) || Is(err, Silent):
		return err
	case challenged && x.problem != "":
		return s.acc.err(LoginRefused, err, "%s refused the token for %s (%s): %s", s.acc.Host, s.acc.Username, x.problem, s.advice())
	case errors.As(err, &no):
		return s.acc.err(LoginRefused, err, "%s refused the login of %s (%s): %s", s.acc.Host, s.acc.Username, clip(no.Text), s.advice())
	case isBearer(mech):
		// Its client gives up on the server's challenge, which is how this mechanism says no.
		return s.acc.err(LoginRefused, err, "%s refused the token for %s: %s", s.acc.Host, s.acc.Username, s.advice())
	}
	return err
}

// isBearer recognises go-sasl's OAUTHBEARER client, whose type is not exported.
func isBearer(c sasl.Client) bool {
	if c == nil {
		return false
	}
	mech, _, err := c.Start()
	return err == nil && mech == sasl.OAuthBearer
}

// mechanism picks how to log in; nil stands for the LOGIN command.
func (s *session) mechanism(secret string) (sasl.Client, error) {
	a := s.acc
	offered := func(m string) bool { return s.caps.Has(imap.AuthCap(m)) }
	switch a.Auth {
	case authXOAuth2:
		if !offered("XOAUTH2") {
			return nil, a.err(LoginRefused, nil, `%s does not offer XOAUTH2: use auth = "password", or "oauthbearer"`, a.Host)
		}
		return &xoauth2{user: a.Username, token: secret}, nil
	case authOAuthBearer:
		if !offered(sasl.OAuthBearer) {
			return nil, a.err(LoginRefused, nil, `%s does not offer OAUTHBEARER: use auth = "xoauth2", or "password"`, a.Host)
		}
		return sasl.NewOAuthBearerClient(&sasl.OAuthBearerOptions{Username: a.Username, Token: secret, Host: a.Host, Port: a.Port}), nil
	}
	if offered(sasl.Plain) {
		return sasl.NewPlainClient("", a.Username, secret), nil
	}
	if s.caps.Has(imap.CapLoginDisabled) {
		return nil, a.err(LoginRefused, nil, "%s takes no passwords on this connection: %s", a.Host, s.advice())
	}
	return nil, nil
}

// advice is what to do about a refused login: the provider's own way first.
func (s *session) advice() string {
	if p := s.acc.provider(); p.login != "" {
		return p.login
	}
	if s.acc.Auth == authPassword {
		return "check username and password; many providers want an app password instead of the one for the web"
	}
	return "log in again with heardback login, or check the command that prints the token"
}

// xoauth2 is Google's and Microsoft's XOAUTH2, which go-sasl has dropped. A refusal comes as a challenge that has to be
// answered with an empty response before the server says NO.
type xoauth2 struct {
	user, token string
	problem     string
}

// Start gives the token as the initial response.
func (x *xoauth2) Start() (string, []byte, error) {
	return "XOAUTH2", fmt.Appendf(nil, "user=%s\x01auth=Bearer %s\x01\x01", x.user, x.token), nil
}

// Next is only ever asked about an error, a JSON text that names its status.
func (x *xoauth2) Next(challenge []byte) ([]byte, error) {
	x.problem = clip(string(challenge))
	return []byte{}, nil
}
