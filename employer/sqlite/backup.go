package sqlite

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
)

// Backup writes a consistent copy of the database to file while it is in use. It never overwrites: file must not be there.
func (s *Store) Backup(ctx context.Context, file string) error {
	// Made first, so that the copy is never readable by others.
	f, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s is there already: choose another name for the backup", file)
	}
	if err != nil {
		return fmt.Errorf("making the backup: %w", err)
	}
	if err := f.Close(); err != nil {
		return fmt.Errorf("making the backup: %w", err)
	}
	if _, err := s.db.ExecContext(ctx, "VACUUM INTO ?", file); err != nil {
		os.Remove(file)
		return fmt.Errorf("making the backup %s: %w", file, explain(s.path, err))
	}
	return nil
}

// Forget removes all readings of the events with these IDs, also from the free pages and the write-ahead log.
func (s *Store) Forget(ctx context.Context, ids ...string) error {
	if err := s.remove(ctx, ids); err != nil {
		return fmt.Errorf("forgetting: %w", explain(s.path, err))
	}
	for _, q := range []string{"VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"} {
		if _, err := s.db.ExecContext(ctx, q); err != nil {
			return fmt.Errorf("forgetting: clearing the free pages: %w", explain(s.path, err))
		}
	}
	return nil
}

func (s *Store) remove(ctx context.Context, ids []string) error {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	for len(ids) > 0 {
		n := min(len(ids), 500)
		args := make([]any, n)
		for i, id := range ids[:n] {
			args[i] = id
		}
		if _, err := tx.ExecContext(ctx, "DELETE FROM event WHERE id IN (?"+strings.Repeat(",?", n-1)+")", args...); err != nil {
			return err
		}
		ids = ids[n:]
	}
	return tx.Commit()
}
