// Package oauth gets the tokens that open a mailbox instead of a password (RFC 6749), keeps them in a file for the owner's eyes and
// refreshes them. Two ways lead to the first one: a code that is typed in on any device (RFC 8628), and the browser of this machine
// (RFC 8252, with PKCE). The application is the user's own: heardback has no client id of its own.
package oauth

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"

	"golang.org/x/oauth2"
)

// Server is an authorization server. AuthURL and TokenURL are required; without DeviceURL there is only the browser.
type Server struct {
	Name                         string // for sentences
	AuthURL, TokenURL, DeviceURL string
	Scopes                       []string
	// Loopback is how this machine is called in the address to which the browser comes back: "127.0.0.1" or "localhost".
	Loopback string
}

// Servers are the known ones by their names in the configuration: data. "{tenant}" stands for the tenant of an organisation.
var Servers = map[string]Server{
	"google": {
		Name:    "Google",
		AuthURL: "https://accounts.google.com/o/oauth2/v2/auth", TokenURL: "https://oauth2.googleapis.com/token",
		// Google gives no code for devices for mail.
		Scopes: []string{"https://mail.google.com/"}, Loopback: "127.0.0.1",
	},
	"microsoft": {
		Name:      "Microsoft",
		AuthURL:   "https://login.microsoftonline.com/{tenant}/oauth2/v2.0/authorize",
		TokenURL:  "https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token",
		DeviceURL: "https://login.microsoftonline.com/{tenant}/oauth2/v2.0/devicecode",
		Scopes:    []string{"https://outlook.office.com/IMAP.AccessAsUser.All", "offline_access"}, Loopback: "localhost",
	},
}

// Tenant puts the tenant of an organisation into the addresses; "" is "common", for everybody.
func (s Server) Tenant(tenant string) Server {
	if tenant == "" {
		tenant = "common"
	}
	for _, u := range []*string{&s.AuthURL, &s.TokenURL, &s.DeviceURL} {
		*u = strings.ReplaceAll(*u, "{tenant}", url.PathEscape(tenant))
	}
	return s
}

// Check returns an error when a token could be read on its way: all addresses are https, or on this machine.
func (s Server) Check() error {
	if s.AuthURL == "" || s.TokenURL == "" {
		return errors.New("the addresses for logging in and for tokens are needed")
	}
	for _, a := range []string{s.AuthURL, s.TokenURL, s.DeviceURL} {
		if a == "" {
			continue // there are no codes for devices
		}
		u, err := url.Parse(a)
		if err != nil || u.Host == "" || u.Scheme != "https" && (u.Scheme != "http" || u.Hostname() != "127.0.0.1" && u.Hostname() != "localhost") {
			return fmt.Errorf("%q is no https address", a)
		}
	}
	return nil
}

// Client is the user's own application at a server, for one mailbox.
type Client struct {
	Server
	ID     string
	Secret string // Google gives one to an application that runs on a computer; it is none in the sense of the word (RFC 8252 section 8.5)
	User   string // of the mailbox: a hint for the page on which the user logs in
	Path   string // of the file in which the tokens are kept
}

// maxWait bounds how long the user may take to log in.
const maxWait = 15 * time.Minute

func (c *Client) config(redirect string) *oauth2.Config {
	return &oauth2.Config{
		ClientID: c.ID, ClientSecret: c.Secret, Scopes: c.Scopes, RedirectURL: redirect,
		Endpoint: oauth2.Endpoint{AuthURL: c.AuthURL, TokenURL: c.TokenURL, DeviceAuthURL: c.DeviceURL, AuthStyle: oauth2.AuthStyleInParams},
	}
}

// over gives x/oauth2 an HTTP client that waits for nobody for ever and carries no secret to another address than was configured.
func over(ctx context.Context) context.Context {
	return context.WithValue(ctx, oauth2.HTTPClient, &http.Client{
		Timeout:       30 * time.Second,
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	})
}

// Device asks for a code, has say show it with the page on which it is typed in, and waits until the user has done so.
func (c *Client) Device(ctx context.Context, say func(page, code string)) (*oauth2.Token, error) {
	ctx, cancel := context.WithTimeout(over(ctx), maxWait)
	defer cancel()
	config := c.config("")
	d, err := config.DeviceAuth(ctx)
	if err != nil {
		return nil, c.late(ctx, err)
	}
	if d.UserCode == "" || d.VerificationURI == "" {
		return nil, fmt.Errorf("%s gave no code: it may not offer this way in, try --browser", c.Name)
	}
	d.Interval = min(max(d.Interval, 1), 60)
	say(printable(d.VerificationURI), printable(d.UserCode))
	t, err := config.DeviceAccessToken(ctx, d)
	if err != nil {
		return nil, c.late(ctx, err)
	}
	return c.whole(t)
}

// whole refuses a token that cannot be refreshed: the login would be over within the hour.
func (c *Client) whole(t *oauth2.Token) (*oauth2.Token, error) {
	if t.RefreshToken == "" {
		return nil, fmt.Errorf("%s gave a token that cannot be refreshed: allow the application offline access", c.Name)
	}
	return t, nil
}

// late says of a login that the user took too long; all else it leaves to explain.
func (c *Client) late(ctx context.Context, err error) error {
	if err == context.DeadlineExceeded || errors.Is(ctx.Err(), context.DeadlineExceeded) {
		return fmt.Errorf("nobody logged in at %s in time: try again", c.Name)
	}
	return c.explain(ctx, err)
}

// explain words what x/oauth2 returned in a sentence that says what to do. It holds no token.
func (c *Client) explain(ctx context.Context, err error) error {
	var no *oauth2.RetrieveError
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case !errors.As(err, &no):
		return fmt.Errorf("%s cannot be reached (%s): check the network; it will be tried again", c.Name, plain(err))
	}
	why := printable(no.ErrorCode)
	if no.ErrorDescription != "" {
		why += ": " + printable(no.ErrorDescription)
	}
	switch no.ErrorCode {
	case "":
		return fmt.Errorf("%s answered with status %d: it will be tried again", c.Name, no.Response.StatusCode)
	case "access_denied", "authorization_declined":
		return fmt.Errorf("the login was refused at %s (%s): try again and allow it", c.Name, why)
	case "expired_token":
		return fmt.Errorf("nobody logged in at %s in time (%s): try again", c.Name, why)
	case "invalid_grant", "interaction_required", "consent_required":
		return fmt.Errorf("%w at %s (%s)", errOver, c.Name, why)
	case "invalid_client", "unauthorized_client":
		return fmt.Errorf("%s does not take the application (%s): correct oauth_client_id and oauth_client_secret, see docs/providers.md", c.Name, why)
	case "invalid_scope":
		return fmt.Errorf("%s does not give this application access to mail (%s): add the permission, see docs/providers.md", c.Name, why)
	}
	return fmt.Errorf("%s refused (%s)", c.Name, why)
}

// errOver says that only the user can go on: by logging in again.
var errOver = errors.New("the login has expired or was revoked")

// plain drops the address from an error of net/http: it may hold a code.
func plain(err error) string {
	var u *url.Error
	if errors.As(err, &u) {
		err = u.Err
	}
	return printable(err.Error())
}

// printable keeps a server's words on one short line.
func printable(s string) string {
	s, _, _ = strings.Cut(strings.TrimSpace(s), "\n")
	s = strings.Map(func(r rune) rune {
		if r < ' ' || r >= 0x7f && r < 0xa0 {
			return -1
		}
		return r
	}, s)
	if len(s) > 200 {
		s = strings.ToValidUTF8(s[:200], "") + "…"
	}
	return s
}
