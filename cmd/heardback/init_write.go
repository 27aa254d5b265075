package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"

	"heardback"
	"heardback/cmd/heardback/config"
)

// firstLook shows what heardback understands until the user says that it is right.
func (g *guided) firstLook(ctx context.Context) error {
	c, _, err := g.configuration()
	if err != nil {
		return err
	}
	for {
		rep, err := g.look.round(ctx, g.p, c)
		if err != nil {
			return err
		}
		g.look.show(g.p.Stdout, rep, c.Seeker.Location)
		if len(rep.Book.Applications) == 0 {
			return nil
		}
		fmt.Fprintf(g.p.Stdout, "Press Enter if this is right. If a row is wrong, write its number and what is right: %s; for instance 1x.\n", keysHelp())
		answer, err := g.ask.ask(ctx, question{
			title: "Is this right?", check: checkRow(len(rep.Book.Applications)),
		})
		if err != nil {
			return err
		}
		if answer == "" || answer == "y" {
			return nil
		}
		events, err := g.look.correct(ctx, g.p, rep, answer)
		if err != nil {
			return err
		}
		g.fixes = append(g.fixes, events...)
		g.ask.asked-- // the same question again
	}
}

func keysHelp() string {
	var keys []string
	for _, k := range kindKeys {
		keys = append(keys, k.key+" = "+k.text)
	}
	return strings.Join(keys, ", ")
}

// mode asks how much heardback may do.
func (g *guided) mode(ctx context.Context) error {
	mode, err := g.ask.ask(ctx, question{title: "What may it do?", flag: "mode", given: g.flags.mode, fallback: "observe", choices: []choice{
		{"observe", "Observe: place nothing, the letters to you say what would be (good for the first week)"},
		{"draft", "Draft: place drafts into your Drafts folder; you send them, or not"},
	}, check: func(s string) error {
		if s != "observe" && s != "draft" {
			return fmt.Errorf(`mode %q: write "observe" or "draft"`, s)
		}
		return nil
	}})
	g.set("policy.mode", config.Text(mode))
	return err
}

// write keeps the secret in the best place that there is, then writes the configuration and what was corrected.
func (g *guided) write(ctx context.Context) error {
	dir := filepath.Dir(g.path)
	if err := os.MkdirAll(dir, g.reader.folder); err != nil {
		return fmt.Errorf("making the folder of the configuration: %w", err)
	}
	where := ""
	if g.token != nil {
		delete(g.values, "account.password")
		maps.Copy(g.values, g.oauth)
	}
	if g.secret != "" {
		keys, place, err := g.reader.keep(ctx, g.secret, g.login.Username, g.path)
		if err != nil {
			return err
		}
		delete(g.values, "account.password")
		maps.Copy(g.values, keys)
		where = place
	}
	c, text, err := g.configuration()
	if err != nil {
		return err
	}
	if g.token != nil {
		tokens := c.Accounts[0].Tokens()
		if err := tokens.Keep(g.token); err != nil {
			return err
		}
		where = tokens.Path
	}
	text = strings.Replace(text, "# Copy it to ~/.config/heardback/config.toml and make it yours (chmod 600). ", "# Written by heardback init; change what you like. ", 1)
	if err := writeNew(g.path, text, g.reader.file); err != nil {
		return err
	}
	fmt.Fprintf(g.p.Stdout, "\n✓ The configuration is written to %s\n", g.path)
	if where != "" {
		fmt.Fprintf(g.p.Stdout, "✓ The %s kept in %s\n", map[bool]string{false: "password is", true: "tokens are"}[g.token != nil], where)
	}
	if err := g.keepFixes(ctx, c); err != nil {
		return err
	}
	fmt.Fprintf(g.p.Stdout, "\nNext:%s", g.reader.next)
	return nil
}

// keepFixes puts the corrections into the book of the daemon, where they wait for the mails that they are about.
func (g *guided) keepFixes(ctx context.Context, c *config.Config) error {
	if len(g.fixes) == 0 {
		return nil
	}
	return record(ctx, c, g.fixes...)
}

// writeNew writes a file, and never over one that is there.
func writeNew(path, text string, mode os.FileMode) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s is there already and is not overwritten: move it aside", path)
	}
	if err != nil {
		return fmt.Errorf("writing what you answered: %w", err)
	}
	_, err = f.WriteString(text)
	return errors.Join(err, f.Sync(), f.Close())
}

// compose fills the manual with values; what is not known yet has a place-holder that lets it be read.
func compose(values map[string]config.Value) (*config.Config, string, error) {
	all := map[string]config.Value{
		"seeker.name": config.Text("Not Yet Known"), "seeker.phone": config.Unset, "seeker.zone": config.Text(config.LocalZone()), "seeker.country": config.Unset,
	}
	maps.Copy(all, values)
	text, err := config.Fill(heardback.ExampleConfig, all)
	if err != nil {
		return nil, "", err
	}
	c, err := config.Parse(text)
	return c, text, err
}
