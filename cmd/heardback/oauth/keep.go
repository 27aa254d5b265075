package oauth

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"golang.org/x/oauth2"
)

// kept is the file of a mailbox's tokens.
type kept struct {
	Client string        `json:"client_id"` // the application that got them
	Token  *oauth2.Token `json:"token"`
}

// early is how long before its end a token is refreshed: a login takes a while, and clocks differ.
const early = 2 * time.Minute

// Keep writes tokens to c.Path, for the owner's eyes alone, in one step: who reads meanwhile gets the old ones or the new.
func (c *Client) Keep(t *oauth2.Token) error {
	dir := filepath.Dir(c.Path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return fmt.Errorf("making the folder of the tokens: %w", err)
	}
	text, err := json.Marshal(kept{Client: c.ID, Token: t})
	if err != nil {
		return err
	}
	f, err := os.CreateTemp(dir, ".token-*") // mode 0600
	if err != nil {
		return fmt.Errorf("keeping the token: %w", err)
	}
	_, err = f.Write(text)
	if err := errors.Join(err, f.Sync(), f.Close()); err != nil {
		_ = os.Remove(f.Name())
		return fmt.Errorf("keeping the token: %w", err)
	}
	if err := os.Rename(f.Name(), c.Path); err != nil {
		_ = os.Remove(f.Name())
		return fmt.Errorf("keeping the token: %w", err)
	}
	return nil
}

// ErrNone says that nobody logged in yet, or with another application.
var ErrNone = errors.New("nobody has logged in yet")

// read returns the tokens of the file. A file that others can read is an error: what they read cannot be taken back.
func (c *Client) read() (*oauth2.Token, error) {
	fi, err := os.Stat(c.Path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, ErrNone
	}
	if err == nil && runtime.GOOS != "windows" && fi.Mode().Perm()&0o077 != 0 {
		return nil, fmt.Errorf("%s can be read by others (mode %04o): run chmod 600 %s", c.Path, fi.Mode().Perm(), c.Path)
	}
	if err != nil {
		return nil, fmt.Errorf("reading the token: %w", err)
	}
	text, err := os.ReadFile(c.Path)
	if err != nil {
		return nil, fmt.Errorf("reading the token: %w", err)
	}
	var k kept
	if err := json.Unmarshal(text, &k); err != nil || k.Token == nil {
		return nil, fmt.Errorf("%w: %s is damaged", ErrNone, c.Path)
	}
	if k.Client != c.ID {
		return nil, fmt.Errorf("%w with the application of oauth_client_id", ErrNone)
	}
	return k.Token, nil
}

// Check returns an error when there is no token, or when others can read it. It asks nobody.
func (c *Client) Check() error {
	_, err := c.read()
	return err
}

// Token returns an access token, a fresh one where the kept one is about to end. NeedsLogin tells whether only the user can help.
func (c *Client) Token(ctx context.Context) (string, error) {
	t, err := c.read()
	if err != nil {
		return "", err
	}
	if t.AccessToken != "" && (t.Expiry.IsZero() || time.Until(t.Expiry) > early) {
		return t.AccessToken, nil
	}
	fresh, err := c.refresh(ctx, t.RefreshToken)
	if errors.Is(err, errOver) {
		// Another heardback may have refreshed meanwhile, and some servers take each refresh token but once.
		if now, rerr := c.read(); rerr == nil && now.RefreshToken != t.RefreshToken {
			return now.AccessToken, nil
		}
	}
	if err != nil {
		return "", err
	}
	return fresh.AccessToken, c.Keep(fresh)
}

// refresh asks for a new token. One that came without a new refresh token keeps the old one.
func (c *Client) refresh(ctx context.Context, refresh string) (*oauth2.Token, error) {
	ctx = over(ctx)
	t, err := c.config("").TokenSource(ctx, &oauth2.Token{RefreshToken: refresh}).Token()
	if err != nil {
		return nil, c.explain(ctx, err)
	}
	return t, nil
}

// NeedsLogin reports whether only a login of the user helps.
func NeedsLogin(err error) bool { return errors.Is(err, ErrNone) || errors.Is(err, errOver) }

// Refused notes that the mail server does not take an access token any more, so that Token gets a fresh one. It does nothing where
// another token has taken its place already.
func (c *Client) Refused(access string) error {
	t, err := c.read()
	if err != nil || t.AccessToken != access {
		return err
	}
	t.AccessToken = ""
	return c.Keep(t)
}
