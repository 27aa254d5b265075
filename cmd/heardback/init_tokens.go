package main

import (
	"context"
	"fmt"
	"maps"
	"regexp"
	"strings"

	"golang.org/x/oauth2"

	"heardback/cmd/heardback/config"
	"heardback/cmd/heardback/oauth"
)

// clientID is how the ids of applications look at Microsoft (a GUID) and at Google.
var clientID = regexp.MustCompile(`^([0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|\S+\.apps\.googleusercontent\.com)$`)

// tokens asks for the user's application and leads through the login there, or takes a command that prints tokens. The tokens are kept
// when the configuration is written; until then the access token stands for a password.
func (g *guided) tokens(ctx context.Context) error {
	if g.login.OAuth == "" {
		return usageError{fmt.Errorf("--oauth-client-id is for a provider that is known to hand out tokens: set oauth in the configuration by hand, see config.example.toml")}
	}
	id, err := g.ask.ask(ctx, question{title: "The client id of your application, or the command that prints a token", flag: "oauth-client-id", given: g.flags.clientID, check: filled("the client id")})
	if err != nil {
		return err
	}
	id = strings.TrimSpace(id)
	if g.flags.clientID == "" && !clientID.MatchString(id) {
		g.command = true
		g.set("account.password_command", config.Text(strings.Fields(id)))
		return nil
	}
	g.oauth = map[string]config.Value{"account.oauth": config.Text(g.login.OAuth), "account.oauth_client_id": config.Text(id)}
	secret := g.flags.clientSecret
	if secret == "" && strings.HasSuffix(id, ".com") {
		if secret, err = g.ask.ask(ctx, question{title: "Its client secret", flag: "oauth-client-secret", check: filled("the client secret")}); err != nil {
			return err
		}
	}
	if secret != "" {
		g.oauth["account.oauth_client_secret"] = config.Text(strings.TrimSpace(secret))
	}
	if g.login.Auth == "password" {
		g.login.Auth = "xoauth2"
		g.set("account.auth", config.Text(g.login.Auth))
	}
	values := maps.Clone(g.values)
	delete(values, "account.password")
	maps.Copy(values, g.oauth)
	c, _, err := compose(values)
	if err != nil {
		return err
	}
	client := c.Accounts[0].Tokens()
	if client.DeviceURL != "" {
		g.token, err = client.Device(ctx, g.p.showCode(client))
	} else {
		g.token, err = g.browser(ctx, client)
	}
	if err != nil {
		return err
	}
	g.set("account.password", config.Text(g.token.AccessToken))
	return nil
}

// browser asks one question beside the login, so that no line is taken away from the next one.
func (g *guided) browser(ctx context.Context, client *oauth.Client) (*oauth2.Token, error) {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	type result struct {
		token *oauth2.Token
		err   error
	}
	shown, done, pasted := make(chan struct{}), make(chan result, 1), make(chan string, 1)
	go func() {
		t, err := client.Browser(ctx, func(page string) { g.p.showPage(client, page); close(shown) }, pasted)
		done <- result{t, err}
	}()
	select {
	case <-shown:
	case r := <-done:
		return r.token, r.err
	}
	address, err := g.ask.ask(ctx, question{title: "Press Enter when the page says that you are logged in, or paste the address at which the browser ended", flag: "oauth-client-id"})
	if err != nil {
		return nil, err
	}
	pasted <- strings.TrimSpace(address)
	r := <-done
	return r.token, r.err
}
