package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"heardback/cmd/heardback/config"
	"heardback/employer/sqlite"
)

// backup copies the database.
func (p *Program) backup() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "backup FILE",
		Short: "Copy the database to a new file, also while heardback runs",
		Long: `backup writes a consistent copy of the database to a file that must not be there yet; it is readable by you alone.
To go back to it, stop heardback and put the copy in the place of the database in the state folder, without the -wal and -shm beside it.`,
		Example: `  heardback backup heardback-2027-03-01.db`,
		Args:    cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if err := p.makeBackup(c.Context(), args[0]); err != nil {
				return err
			}
			info, err := os.Stat(args[0])
			if err != nil {
				return err
			}
			if asJSON {
				return writeJSON(p.Stdout, struct {
					File  string `json:"file"`
					Bytes int64  `json:"bytes"`
				}{args[0], info.Size()})
			}
			fmt.Fprintf(p.Stdout, "written to %s (%d KB)\n", args[0], (info.Size()+1023)/1024)
			return nil
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print the result as JSON")
	return c
}

func (p *Program) makeBackup(ctx context.Context, file string) (err error) {
	c, err := p.config()
	if err != nil {
		return err
	}
	store, err := existing(ctx, c)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	return store.Backup(ctx, file)
}

// existing opens the database of a command that has nothing to do without one.
func existing(ctx context.Context, c *config.Config) (*sqlite.Store, error) {
	path := filepath.Join(c.StateDir, databaseName)
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("there is no database at %s yet: start with heardback once, or set state_dir", path)
	}
	return sqlite.Open(ctx, path)
}
