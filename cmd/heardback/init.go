package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"
	"golang.org/x/oauth2"

	"heardback/cmd/heardback/config"
	"heardback/cmd/heardback/provider"
	"heardback/employer"
)

// initFlags are the answers that are given in advance.
type initFlags struct {
	address, host, tls, username, auth, caFile string
	port                                       int
	passwordFile                               string
	passwordCommand                            []string
	clientID, clientSecret                     string
	name, phone                                string
	zone, country, language                    string
	mode                                       string
	yes, offline, atWork                       bool
}

// initCommand makes the configuration.
func (p *Program) initCommand() *cobra.Command {
	var f initFlags
	c := &cobra.Command{
		Use:   "init",
		Short: "Make the configuration: find the settings of your mailbox, look at it, and ask what cannot be guessed",
		Long: `init asks for your address and password, finds the settings of your provider, shows what heardback understands of the last
180 days and which drafts it would place now, and writes the configuration with its manual. It changes nothing in the mailbox and
never overwrites a file. Every question has a flag; with --yes the guesses are taken and nothing is asked.

With --config /etc/heardback/config.toml it writes the configuration of the system service, and the password to where systemd hands it
over from.

To find the settings of a domain that it does not know, it asks DNS and Mozilla's autoconfiguration about the domain, never about
your address; --offline forbids that.`,
		Example: `  heardback init
  heardback init --address alex@example.com --password-file ~/secret --name "Alex Morgan" --mode observe --yes`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return p.guide(c.Context(), f) },
	}
	s := c.Flags()
	s.StringVar(&f.address, "address", "", "your mail `ADDRESS`")
	s.StringVar(&f.host, "host", "", "the IMAP `SERVER`, where it cannot be found by itself")
	s.IntVar(&f.port, "port", 0, "its `PORT` (default: 993, or 143 where TLS is not implicit)")
	s.StringVar(&f.tls, "tls", "", "`HOW` the connection is encrypted: implicit, starttls, or none for a server on this machine")
	s.StringVar(&f.caFile, "ca-file", "", "PEM `FILE` of the authority that signed the server's certificate, if it is a private one")
	s.StringVar(&f.username, "username", "", "the `NAME` to log in with (default: the address)")
	s.StringVar(&f.auth, "auth", "", "`HOW` to log in: password, xoauth2 or oauthbearer")
	s.StringVar(&f.passwordFile, "password-file", "", "a `FILE` with the password that stays where it is (chmod 600)")
	s.StringSliceVar(&f.passwordCommand, "password-command", nil, "the `PROGRAM,ARGUMENT,…` that prints the password or token")
	s.StringVar(&f.clientID, "oauth-client-id", "", "the `ID` of your application at Microsoft or Google, for a mailbox that opens with tokens")
	s.StringVar(&f.clientSecret, "oauth-client-secret", "", "its `SECRET`, where the provider gives one")
	s.StringVar(&f.name, "name", "", "your `NAME`, which signs the drafts")
	s.StringVar(&f.phone, "phone", "", "your telephone `NUMBER`, which stands under your name")
	s.StringVar(&f.zone, "zone", "", "your time zone, an `IANA` name")
	s.StringVar(&f.country, "country", "", "your country, `CC` of ISO 3166")
	s.StringVar(&f.language, "language", "", "`LANGUAGE` of digest and notices: en, de, fr, es, nl, it or pt")
	s.StringVar(&f.mode, "mode", "", "`HOW` much it may do: observe or draft")
	s.BoolVar(&f.yes, "yes", false, "ask nothing: take the flags and, where there is none, the guesses")
	s.BoolVar(&f.offline, "offline", false, "ask neither DNS nor Mozilla's autoconfiguration about your domain")
	s.BoolVar(&f.atWork, "at-work", false, "go on although the mailbox looks like an employer's")
	return c
}

// guided is what the guide knows so far.
type guided struct {
	p       *Program
	ask     *answers
	flags   initFlags
	path    string
	reader  reader                  // of the configuration
	values  map[string]config.Value // of the configuration
	secret  string                  // typed, not yet kept anywhere
	command bool                    // that prints the secret was typed
	token   *oauth2.Token           // got by logging in, not yet kept anywhere
	oauth   map[string]config.Value // the keys of [[account]] that say where token came from
	login   provider.Settings
	look    *firstLook
	fixes   []employer.Event
}

// guide leads from nothing to a configuration.
func (p *Program) guide(ctx context.Context, f initFlags) error {
	g := &guided{p: p, flags: f, ask: &answers{in: p.Stdin, out: p.Stdout, quiet: f.yes || !terminal(p.Stdin)}, path: p.configPath, values: map[string]config.Value{}}
	if g.path == "" {
		g.path = config.DefaultPath()
	}
	g.reader = theUser
	if g.path == config.SystemPath {
		g.reader = theService
		g.set("state_dir", config.Text(serviceState))
	}
	if _, err := os.Stat(g.path); !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("there is a configuration at %s already, and init never overwrites: move it aside, or name another file with --config", g.path)
	}
	fmt.Fprintf(p.Stdout, "heardback reads your mailbox and drafts your follow-ups. It never sends anything. Up to the last question nothing is written;\nCtrl-C stops.\n\n")
	for _, step := range []func(context.Context) error{g.server, g.connect, g.identity, g.firstLook, g.mode, g.write} {
		if err := step(ctx); err != nil {
			if g.look != nil {
				g.look.box.Close()
			}
			return err
		}
	}
	g.look.box.Close()
	return nil
}

// configuration is what the values make so far; what is not known yet holds a place.
func (g *guided) configuration() (*config.Config, string, error) {
	c, text, err := compose(g.values)
	if err != nil {
		return nil, "", err
	}
	c.Path = g.path
	return c, text, nil
}
