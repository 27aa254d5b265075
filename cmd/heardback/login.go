package main

import (
	"bufio"
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/oauth2"

	"heardback/cmd/heardback/config"
	"heardback/cmd/heardback/oauth"
)

// loginCommand gets the first token of an account.
func (p *Program) loginCommand() *cobra.Command {
	var browser bool
	c := &cobra.Command{
		Use:   "login [ACCOUNT]",
		Short: "Log in at Microsoft or Google once, where an account opens with tokens; heardback refreshes them from then on",
		Long: `login is for an account with oauth in the configuration. At Microsoft it shows a code that you type in on a page, on any device; at
Google, and with --browser, you open a page in the browser of this machine, and where the browser runs on another one you paste the address
at which it ended. The tokens are kept in the state folder for you alone. A daemon that runs takes them at its next try.

The application is your own: docs/providers.md says how to register one. It reads mail of nobody else.`,
		Example: `  heardback login
  heardback login private --browser`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			name := ""
			if len(args) > 0 {
				name = args[0]
			}
			return p.login(c.Context(), name, browser)
		},
	}
	c.Flags().BoolVar(&browser, "browser", false, "log in in a browser, also where there is a code for devices")
	return c
}

func (p *Program) login(ctx context.Context, name string, browser bool) error {
	c, err := p.config()
	if err != nil {
		return err
	}
	a, err := tokenAccount(c, name)
	if err != nil {
		return err
	}
	client := a.Tokens()
	t, err := p.authorize(ctx, client, browser)
	if err != nil {
		return err
	}
	if err := client.Keep(t); err != nil {
		return err
	}
	fmt.Fprintf(p.Stdout, "✓ %s let you in; the tokens are kept in %s\n", client.Name, client.Path)
	r, err := p.look(ctx, a)
	if err != nil {
		return err
	}
	fmt.Fprintf(p.Stdout, "✓ %s at %s opens with them\n", a.Username, r.Server)
	return nil
}

// tokenAccount returns the account that is meant: the only one with tokens for "".
func tokenAccount(c *config.Config, name string) (*config.Account, error) {
	var names []string
	var found *config.Account
	for i := range c.Accounts {
		a := &c.Accounts[i]
		switch {
		case a.Name == name && a.Tokens() == nil:
			return nil, usageError{fmt.Errorf(`account %q opens with a password: there is nothing to log in for, unless you set oauth = "microsoft" or "google"`, name)}
		case a.Tokens() == nil:
			continue
		case a.Name == name || name == "":
			found = a
		}
		names = append(names, a.Name)
	}
	switch {
	case len(names) == 0 && name == "":
		return nil, usageError{fmt.Errorf(`no account opens with tokens of its own: set oauth = "microsoft" or "google" for one, see docs/providers.md`)}
	case found == nil:
		return nil, usageError{fmt.Errorf("there is no account %q with oauth: choose one of %s", name, strings.Join(names, ", "))}
	case name == "" && len(names) > 1:
		return nil, usageError{fmt.Errorf("several accounts open with tokens: choose one of %s", strings.Join(names, ", "))}
	}
	return found, nil
}

// authorize leads the user through the login. Nothing is kept.
func (p *Program) authorize(ctx context.Context, c *oauth.Client, browser bool) (*oauth2.Token, error) {
	if c.DeviceURL != "" && !browser {
		return c.Device(ctx, p.showCode(c))
	}
	return c.Browser(ctx, func(page string) {
		p.showPage(c, page)
		fmt.Fprintf(p.Stdout, "If the browser runs on another machine, it ends on a page that cannot be shown: paste that page's address here. Waiting …\n")
	}, p.lines(ctx))
}

func (p *Program) showCode(c *oauth.Client) func(page, code string) {
	return func(page, code string) {
		fmt.Fprintf(p.Stdout, "Open %s on any device, type in the code\n\n    %s\n\nand log in as %s. Waiting …\n", page, code, c.User)
	}
}

func (p *Program) showPage(c *oauth.Client, page string) {
	fmt.Fprintf(p.Stdout, "Open this page in your browser and log in as %s:\n\n%s\n\n", c.User, page)
}

// lines hands over what is typed, line by line, until it ends.
func (p *Program) lines(ctx context.Context) <-chan string {
	typed := make(chan string)
	go func() {
		defer close(typed)
		for in := bufio.NewScanner(p.Stdin); in.Scan(); {
			select {
			case typed <- strings.TrimSpace(in.Text()):
			case <-ctx.Done():
				return
			}
		}
	}()
	return typed
}
