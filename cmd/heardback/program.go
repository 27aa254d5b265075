package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"heardback/cmd/heardback/config"
	"heardback/cmd/heardback/provider"
)

// Program is the command line as a value, so that tests can start it.
type Program struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Now            func() time.Time                                                     // the only clock that decides anything
	Find           func(ctx context.Context, address string) (provider.Settings, error) // settings of a mailbox; nil: by the table only

	configPath  string
	verbose     bool
	traceWrites bool
	dial        func(ctx context.Context, network, addr string) (net.Conn, error) // instead of the network's, for tests
}

// version is set when a release is built.
var version = "development"

// extra are commands that only some builds have.
var extra []func(*Program) *cobra.Command

// usageError is what the person at the keyboard got wrong: exit code 2.
type usageError struct{ error }

// Run executes one command line and returns the exit code: 0, 1 for a failure, 2 for wrong usage.
func (p *Program) Run(ctx context.Context, args []string) int {
	root := p.root()
	root.SetArgs(args)
	c, err := root.ExecuteContextC(ctx)
	if err == nil {
		return 0
	}
	var usage usageError
	if errors.As(err, &usage) {
		fmt.Fprintf(p.Stderr, "heardback: %s\nSee %s --help.\n", sentence(err), c.CommandPath())
		return 2
	}
	fmt.Fprintf(p.Stderr, "heardback: %s\n", sentence(err))
	return 1
}

func sentence(err error) string {
	return strings.TrimSpace(strings.ReplaceAll(err.Error(), "\n", "; "))
}

// root builds the command tree anew for every run.
func (p *Program) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "heardback",
		Short: "Keeps track of your job applications from your mailbox and drafts the follow-ups. It never sends anything.",
		Long: `heardback reads your mailbox over IMAP, recognises confirmations, interviews, rejections and offers, keeps the state of every
employer, and places polite drafts into your Drafts folder at the recommended time. You review and send them in your own mail
program. It never sends anything.`,
		Version:       version,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return fmt.Errorf("there is no command %q", args[0])
			}
			return nil
		},
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	root.SetOut(p.Stdout)
	root.SetErr(p.Stderr)
	root.SetIn(p.Stdin)
	root.PersistentFlags().StringVar(&p.configPath, "config", "", "configuration `FILE` (default: heardback/config.toml in your configuration folder)")
	root.PersistentFlags().BoolVarP(&p.verbose, "verbose", "v", false, "log every decision; with run, its evidence too")
	root.PersistentFlags().BoolVar(&p.traceWrites, "trace-writes", false, "print every IMAP command that changes anything")
	root.AddCommand(p.initCommand(), p.loginCommand(), p.check())
	root.AddCommand(p.demo(), p.run(), p.once(), p.status(), p.show(), p.digest(), p.call(), p.explain(), p.eval(), p.rehearse())
	root.AddCommand(p.draftsCommand(), p.templatesCommand(), p.logCommand(), p.correctCommand(), p.importCommand(), p.export(), p.backup(), p.forget())
	for _, c := range extra {
		root.AddCommand(c(p))
	}
	usage(root)
	return root
}

// usage makes every complaint about flags and arguments a usageError.
func usage(c *cobra.Command) {
	c.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	if check := c.Args; check != nil {
		c.Args = func(c *cobra.Command, args []string) error {
			if err := check(c, args); err != nil {
				if c.HasParent() { // it says how many there are, not which
					err = fmt.Errorf("write %s", strings.TrimSuffix(c.UseLine(), " [flags]"))
				}
				return usageError{err}
			}
			if err := c.ValidateFlagGroups(); err != nil {
				return usageError{exclusive(err)}
			}
			return nil
		}
	}
	for _, sub := range c.Commands() {
		usage(sub)
	}
}

// exclusive says in plain words which flags do not go together.
func exclusive(err error) error {
	_, names, _ := strings.Cut(strings.TrimSuffix(err.Error(), "] were all set"), "; [")
	if names == "" {
		return err
	}
	return fmt.Errorf("write only one of --%s", strings.Join(strings.Fields(names), " and --"))
}

// config loads the configuration that the flags name.
func (p *Program) config() (*config.Config, error) {
	path := p.configPath
	if path == "" {
		path = config.DefaultPath()
	}
	return config.Load(path)
}

// settings finds those of a mailbox; offline it asks nobody.
func (p *Program) settings(ctx context.Context, address string, offline bool) (provider.Settings, error) {
	if p.Find == nil || offline {
		return (*provider.Finder)(nil).Find(ctx, address)
	}
	return p.Find(ctx, address)
}

// or returns the first text that is not empty.
func or(texts ...string) string { return cmp.Or(texts...) }
