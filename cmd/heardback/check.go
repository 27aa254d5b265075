package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"heardback/cmd/heardback/config"
	"heardback/mailbox"
	"heardback/mailbox/imap"
)

// checkLine is the outcome of one check.
type checkLine struct {
	Check   string `json:"check"`
	Account string `json:"account,omitempty"`
	OK      bool   `json:"ok"`
	Text    string `json:"text"` // what is so; where it is not ok, with the remedy
}

// checks collects the outcomes in order.
type checks struct{ lines []checkLine }

// say notes what was found: the error, which tells its remedy, or the text.
func (c *checks) say(check, account string, err error, format string, args ...any) {
	line := checkLine{Check: check, Account: account, OK: err == nil, Text: fmt.Sprintf(format, args...)}
	if err != nil {
		line.Text = sentence(err)
	}
	c.lines = append(c.lines, line)
}

// failed counts what is not ok.
func (c *checks) failed() (n int) {
	for _, l := range c.lines {
		if !l.OK {
			n++
		}
	}
	return n
}

// check looks at everything that has to be right and changes nothing.
func (p *Program) check() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "check",
		Short: "Look at everything that has to be right: configuration, login, folders, clock, disk, database, service",
		Long: `check says in one line each what is right (✓) and what is not (✗), with the remedy. It changes nothing. The exit code is 0 when
all is right and 1 otherwise.`,
		Example: `  heardback check
  heardback check --json`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			found := p.checkAll(c.Context())
			if err := c.Context().Err(); err != nil {
				return err
			}
			if asJSON {
				if err := writeJSON(p.Stdout, found.lines); err != nil {
					return err
				}
			} else {
				p.printChecks(found.lines)
			}
			if n := found.failed(); n > 0 {
				return fmt.Errorf("%d of %d checks failed", n, len(found.lines))
			}
			return nil
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print the outcomes as JSON")
	return c
}

func (p *Program) printChecks(lines []checkLine) {
	for _, l := range lines {
		mark, name := "✓", l.Check
		if !l.OK {
			mark = "✗"
		}
		if l.Account != "" {
			name += " of " + l.Account
		}
		fmt.Fprintf(p.Stdout, "%s %s: %s\n", mark, name, l.Text)
	}
}

func (p *Program) checkAll(ctx context.Context) *checks {
	found := &checks{}
	c, err := p.config()
	if err != nil {
		found.say("configuration", "", err, "")
		return found // nothing else can be looked at without one
	}
	found.say("configuration", "", nil, "%s, %s mode, %d account(s)%s", c.Path, c.Policy.Mode, len(c.Accounts), departs(c))
	found.say("permissions", "", permissions(c), "nobody else can read the secrets or change the configuration")
	var boxes []imap.Report
	for i := range c.Accounts {
		if r, ok := p.checkAccount(ctx, &c.Accounts[i], found); ok {
			boxes = append(boxes, r)
		}
	}
	p.checkMachine(ctx, c, boxes, found)
	return found
}

// departs tells of policy values that break the advice.
func departs(c *config.Config) string {
	if n := len(c.Warnings); n > 0 {
		return fmt.Sprintf("; %d value(s) of [policy] depart from the advice, as i_know allows", n)
	}
	return ""
}

// checkAccount logs in and looks at the folders.
func (p *Program) checkAccount(ctx context.Context, a *config.Account, found *checks) (imap.Report, bool) {
	r, err := p.look(ctx, a)
	if err != nil && !imap.Is(err, imap.NoFolder) {
		found.say("login", a.Name, err, "")
		return r, false
	}
	provider := ""
	if r.Provider != "" {
		provider = ", " + r.Provider
	}
	found.say("login", a.Name, nil, "%s at %s%s", a.Username, r.Server, provider)
	if err != nil {
		found.say("folders", a.Name, err, "")
		return r, true
	}
	text, guessed := "", ""
	for i, f := range r.Folders {
		if i > 0 {
			text += ", "
		}
		text += fmt.Sprintf("%s (%d)", f.Name, f.Messages)
		if f.By == "name" {
			guessed += fmt.Sprintf(", %s by its name", f.Name)
		}
	}
	for _, n := range r.Notes {
		text += "; " + n
	}
	found.say("folders", a.Name, nil, "%s", text)
	if guessed == "" {
		guessed = ", by the server's own marks or the configuration"
	}
	found.say("special-use", a.Name, missing(r), "Drafts, Sent and Trash are known%s", guessed)
	return r, true
}

// missing is an error when a folder is not there that heardback can do without, at a price.
func missing(r imap.Report) error {
	have := map[mailbox.Folder]bool{}
	for _, f := range r.Folders {
		have[f.Role] = true
	}
	switch {
	case !have[mailbox.Sent]:
		return errors.New("no Sent folder is known, so what you write yourself is not seen: name it with sent_folder in the configuration")
	case !have[mailbox.Trash]:
		return errors.New("no Trash folder is known, so a draft that lost its reason stays: name it with trash_folder in the configuration")
	}
	return nil
}

// look connects to an account, read-only, and says what is there.
func (p *Program) look(ctx context.Context, a *config.Account) (imap.Report, error) {
	box, err := imap.New(p.account(a))
	if err != nil {
		return imap.Report{}, err
	}
	defer box.Close()
	r, err := box.Check(ctx)
	var own *imap.Error
	if errors.As(err, &own) {
		short := *own
		short.Account = "" // the line names it
		err = &short
	}
	return r, err
}
