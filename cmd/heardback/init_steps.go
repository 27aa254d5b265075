package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"heardback/cmd/heardback/config"
	"heardback/cmd/heardback/provider"
	"heardback/mailbox/imap"
)

// server asks for the address and finds the settings that belong to it.
func (g *guided) server(ctx context.Context) error {
	address, err := g.ask.ask(ctx, question{title: "Your mail address", flag: "address", given: g.flags.address, check: provider.CheckAddress})
	if err != nil {
		return err
	}
	g.login = provider.Settings{Host: g.flags.host, TLS: "implicit", Username: address, Auth: "password", From: "flags"}
	if g.flags.host == "" {
		if g.login, err = g.p.settings(ctx, address, g.flags.offline); errors.Is(err, provider.ErrUnknown) && !g.ask.quiet {
			fmt.Fprintf(g.p.Stdout, "%s\n", sentence(err))
			g.login = provider.Settings{TLS: "implicit", Username: address, Auth: "password", From: "your word"}
			g.login.Host, err = g.ask.ask(ctx, question{title: "The IMAP server of your provider, such as imap.example.com", flag: "host", check: filled("the server")})
		}
		if err != nil {
			return err
		}
	}
	l := &g.login
	l.TLS, l.Username, l.Auth = or(g.flags.tls, l.TLS), or(g.flags.username, l.Username), or(g.flags.auth, l.Auth)
	if g.flags.port != 0 {
		l.Port = g.flags.port
	}
	if l.Port == 0 {
		l.Port = map[string]int{"implicit": 993}[l.TLS]
	}
	if l.Port == 0 {
		l.Port = 143
	}
	fmt.Fprintf(g.p.Stdout, "\nServer: %s, TLS: %s, user: %s (%s)\n", net.JoinHostPort(l.Host, strconv.Itoa(l.Port)), l.TLS, l.Username, strings.TrimPrefix(l.Provider+", "+l.From, ", "))
	if l.Login != "" {
		fmt.Fprintln(g.p.Stdout, l.Login)
	}
	fmt.Fprintln(g.p.Stdout)
	g.set("account.name", config.Unset)
	g.set("account.addresses", config.Text([]string{address}))
	g.set("account.host", config.Text(l.Host))
	g.set("account.port", config.Value(strconv.Itoa(l.Port)))
	g.set("account.tls", config.Text(l.TLS))
	g.set("account.username", config.Text(l.Username))
	g.set("account.auth", config.Text(l.Auth))
	if g.flags.caFile != "" {
		return g.file("account.ca_file", g.flags.caFile)
	}
	return nil
}

func (g *guided) set(key string, v config.Value) { g.values[key] = v }

// file sets a path that does not depend on where the program is started.
func (g *guided) file(key, path string) error {
	abs, err := filepath.Abs(path)
	if err == nil {
		g.set(key, config.Text(abs))
	}
	return err
}

// maxLogins is how often a password, or the command that prints one, may be mistyped.
const maxLogins = 3

// connect asks for the secret, logs in and shows the folders.
func (g *guided) connect(ctx context.Context) error {
	for try := 1; ; try++ {
		if err := g.credentials(ctx); err != nil {
			return err
		}
		c, _, err := g.configuration()
		if err != nil {
			return err
		}
		r, err := g.p.look(ctx, &c.Accounts[0])
		mistyped := g.secret != "" && imap.Is(err, imap.LoginRefused) || g.command && (imap.Is(err, imap.LoginRefused) || imap.Is(err, imap.BadConfig))
		if mistyped && !g.ask.quiet && try < maxLogins {
			fmt.Fprintf(g.p.Stdout, "✗ %s\n", sentence(err))
			continue
		}
		if err != nil {
			return err
		}
		fmt.Fprintf(g.p.Stdout, "\n✓ The login works. Folders:\n")
		for _, f := range r.Folders {
			by := ""
			if f.By != "" {
				by = ", by its " + f.By
			}
			fmt.Fprintf(g.p.Stdout, "    %-8s %s (%d messages%s)\n", f.Role, f.Name, f.Messages, by)
		}
		for _, n := range r.Notes {
			fmt.Fprintf(g.p.Stdout, "    %s\n", n)
		}
		fmt.Fprintf(g.p.Stdout, "\nReading the last 180 days; nothing is marked or changed …\n\n")
		return nil
	}
}

// credentials sets where the secret is, or holds the one that was typed.
func (g *guided) credentials(ctx context.Context) error {
	g.set("account.password_command", config.Unset)
	switch {
	case len(g.flags.passwordCommand) > 0:
		g.set("account.password_command", config.Text(g.flags.passwordCommand))
		return nil
	case g.flags.passwordFile != "" && g.path != config.SystemPath:
		return g.file("account.password_file", g.flags.passwordFile)
	case g.flags.passwordFile != "":
		a := config.Account{PasswordFile: g.flags.passwordFile}
		secret, err := a.Secret(ctx)
		g.secret = secret
		g.set("account.password", config.Text(secret))
		return err
	case g.flags.clientID != "" || g.login.Auth != "password" && g.login.OAuth != "":
		return g.tokens(ctx)
	case g.login.Auth != "password":
		command, err := g.ask.ask(ctx, question{title: "The command that prints a token", flag: "password-command", check: filled("the command")})
		g.command = true
		g.set("account.password_command", config.Text(strings.Fields(command)))
		return err
	}
	secret, err := g.ask.ask(ctx, question{title: "The password", flag: "password-file", secret: true, check: filled("the password")})
	g.secret = strings.TrimSpace(secret)
	if g.login.Provider == "Gmail" {
		g.secret = strings.ReplaceAll(g.secret, " ", "") // Google shows it in groups of four
	}
	g.set("account.password", config.Text(g.secret))
	return err
}

func filled(what string) func(string) error {
	return func(s string) error {
		if strings.TrimSpace(s) == "" {
			return fmt.Errorf("%s is missing", what)
		}
		return nil
	}
}

// none is the answer for nothing where there is a guess.
const none = "-"

// identity reads the mailbox, guesses who the user is and has it confirmed.
func (g *guided) identity(ctx context.Context) error {
	c, _, err := g.configuration()
	if err != nil {
		return err
	}
	if g.look, err = g.p.beginLook(c); err != nil {
		return err
	}
	rep, err := g.look.round(ctx, g.p, c)
	if err != nil {
		return err
	}
	if err := g.work(ctx); err != nil {
		return err
	}
	name, err := g.ask.ask(ctx, question{title: "Your name, as it signs your drafts", flag: "name", given: g.flags.name, fallback: most(g.look.seen.names), check: filled("your name")})
	if err != nil {
		return err
	}
	phone, err := g.ask.ask(ctx, question{title: "A telephone number under your name, or - for none", flag: "phone", given: g.flags.phone, fallback: or(most(g.look.seen.phones), none)})
	if err != nil {
		return err
	}
	g.set("seeker.name", config.Text(name))
	g.set("seeker.phone", config.Unset)
	if phone != none {
		g.set("seeker.phone", config.Text(phone))
	}
	return g.place(ctx, language(rep.News))
}

// work warns of a mailbox that looks like an employer's.
func (g *guided) work(ctx context.Context) error {
	n := len(g.look.seen.colleagues)
	_, private := provider.Known(g.login.Username)
	if private || n < enoughColleagues && !g.login.Business {
		return nil
	}
	why := fmt.Sprintf("%d other people of %s write to it", n, g.look.seen.domain)
	if n == 0 {
		why = fmt.Sprintf("%s has its mail hosted by a provider for companies", g.look.seen.domain)
	}
	fmt.Fprintf(g.p.Stdout, "This looks like an employer's mailbox: %s. Whoever runs it can read it, and the drafts in it; search for a job with a\nprivate mailbox.\n", why)
	if g.flags.atWork {
		return nil
	}
	if g.ask.quiet {
		return errors.New("the mailbox looks like an employer's: use a private one, or go on with --at-work if it is yours")
	}
	answer, err := g.ask.ask(ctx, question{title: "Go on with this mailbox?", fallback: "no", choices: []choice{{"no", "No: stop, nothing is written"}, {"yes", "Yes: it is mine"}}})
	if err == nil && answer != "yes" {
		err = errStopped
	}
	return err
}

// place has zone, country and language confirmed, which are guessed from this machine and the mail.
func (g *guided) place(ctx context.Context, spoken string) error {
	l, country := region()
	zone, country := or(g.flags.zone, config.LocalZone()), or(g.flags.country, country)
	lang := or(g.flags.language, spoken, known(l), "en")
	all := g.flags.zone != "" && g.flags.country != "" && g.flags.language != ""
	right := "yes"
	if !all {
		var err error
		title := fmt.Sprintf("Time zone %s, country %s, letters to you in %s", zone, or(country, "unknown"), lang)
		if right, err = g.ask.ask(ctx, question{title: title, fallback: "yes", choices: []choice{{"yes", "Right: all three"}, {"no", "Change: ask for each"}}}); err != nil {
			return err
		}
	}
	if right == "no" {
		for _, x := range []struct {
			title string
			to    *string
			check func(string) error
		}{
			{"Your time zone, such as Europe/Berlin", &zone, zoneName},
			{"Your country, two letters such as DE or US", &country, func(s string) error {
				if len(s) != 2 && s != "" {
					return fmt.Errorf("%q: write the two letters of ISO 3166, or nothing", s)
				}
				return nil
			}},
			{"Language of the letters to you: en, de, fr, es, nl, it or pt", &lang, func(s string) error {
				if known(s) == "" {
					return fmt.Errorf("%q: choose one of %s", s, strings.Join(config.Languages, ", "))
				}
				return nil
			}},
		} {
			got, err := g.ask.ask(ctx, question{title: x.title, fallback: *x.to, check: x.check})
			if err != nil {
				return err
			}
			*x.to = got
		}
	}
	g.set("seeker.zone", config.Text(zone))
	g.set("seeker.language", config.Text(lang))
	g.set("seeker.country", config.Unset)
	if country != "" {
		g.set("seeker.country", config.Text(strings.ToUpper(country)))
	}
	return nil
}

func zoneName(s string) error {
	if _, err := time.LoadLocation(s); err != nil || s == "" {
		return fmt.Errorf(`%q is no IANA time zone: write one such as "Europe/Berlin"`, s)
	}
	return nil
}

// known returns a language that letters are written in, else nothing.
func known(language string) string {
	for _, l := range config.Languages {
		if l == language {
			return l
		}
	}
	return ""
}
