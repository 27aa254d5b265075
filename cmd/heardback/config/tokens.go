package config

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"net/url"
	"path/filepath"
	"slices"
	"strings"

	"heardback/cmd/heardback/oauth"
)

// OAuth says where the tokens of an account come from, if heardback gets them itself. The zero value says that it does not.
type OAuth struct {
	Provider     string   `toml:"oauth"`
	ClientID     string   `toml:"oauth_client_id"`
	ClientSecret string   `toml:"oauth_client_secret"`
	Tenant       string   `toml:"oauth_tenant"`
	AuthURL      string   `toml:"oauth_auth_url"`
	TokenURL     string   `toml:"oauth_token_url"`
	DeviceURL    string   `toml:"oauth_device_url"`
	Scopes       []string `toml:"oauth_scopes"`

	TokenFile string `toml:"-"` // where they are kept
}

// completeOAuth fills in what is known of the authorization server.
func (a *Account) completeOAuth(stateDir string) error {
	o := &a.OAuth
	if o.Provider == "" {
		if o.ClientID != "" {
			return fmt.Errorf(`account %q: oauth_client_id needs oauth = "microsoft" or "google" beside it`, a.Name)
		}
		return nil
	}
	if a.Auth == "password" {
		return fmt.Errorf(`account %q: oauth gets tokens, which auth = "password" does not take: write "xoauth2" or "oauthbearer"`, a.Name)
	}
	s, known := oauth.Servers[o.Provider]
	if !known && o.TokenURL == "" {
		return fmt.Errorf("account %q: oauth = %q: write one of %s, or give oauth_auth_url and oauth_token_url as well", a.Name, o.Provider, strings.Join(slices.Sorted(maps.Keys(oauth.Servers)), ", "))
	}
	s = s.Tenant(o.Tenant)
	o.AuthURL, o.TokenURL, o.DeviceURL = cmp.Or(o.AuthURL, s.AuthURL), cmp.Or(o.TokenURL, s.TokenURL), cmp.Or(o.DeviceURL, s.DeviceURL)
	if len(o.Scopes) == 0 {
		o.Scopes = s.Scopes
	}
	if o.ClientID == "" {
		return fmt.Errorf("account %q: oauth_client_id is missing: register an application of your own, docs/providers.md says how", a.Name)
	}
	o.TokenFile = filepath.Join(stateDir, "tokens", url.PathEscape(a.Name)+".json")
	if err := a.Tokens().Server.Check(); err != nil {
		return fmt.Errorf("account %q: oauth_…_url: %w", a.Name, err)
	}
	return nil
}

// Tokens is what gets, keeps and refreshes the account's tokens; nil where heardback does not get them itself.
func (a *Account) Tokens() *oauth.Client {
	o := &a.OAuth
	if o.Provider == "" {
		return nil
	}
	s := oauth.Servers[o.Provider]
	s.Name = cmp.Or(s.Name, o.Provider)
	s.AuthURL, s.TokenURL, s.DeviceURL, s.Scopes = o.AuthURL, o.TokenURL, o.DeviceURL, o.Scopes
	return &oauth.Client{Server: s, ID: o.ClientID, Secret: o.ClientSecret, User: a.Username, Path: o.TokenFile}
}

// token returns an access token. The error names the command where only the user can help.
func (a *Account) token(ctx context.Context) (string, error) {
	t, err := a.Tokens().Token(ctx)
	return t, a.loginFirst(err)
}

// loginFirst adds to an error what to do about it.
func (a *Account) loginFirst(err error) error {
	if oauth.NeedsLogin(err) {
		return fmt.Errorf("%w: run heardback login %s", err, quoted(a.Name))
	}
	return err
}

// quoted is a name as it is typed on a command line.
func quoted(name string) string {
	if strings.ContainsAny(name, " \t'\"\\$&;|<>()*?") {
		return fmt.Sprintf("%q", name)
	}
	return name
}

// Refused is told that the server took a secret no more. A token is refreshed at the next Secret then; for all else it does nothing.
func (a *Account) Refused(secret string) error {
	if t := a.Tokens(); t != nil {
		return t.Refused(secret)
	}
	return nil
}
