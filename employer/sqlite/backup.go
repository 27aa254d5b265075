package sqlite

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// Backup writes a consistent copy of the database to file while it is in use. It never overwrites: file must not be there. When it
// returns nil the copy is on disk, readable by its owner alone.
func (s *Store) Backup(ctx context.Context, file string) error {
	// Made first, so that the copy is never readable by others.
	f, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s is there already: choose another name for the backup", file)
	}
	if err != nil {
		return fmt.Errorf("making the backup: %w", err)
	}
	defer f.Close()
	if _, err := s.db.ExecContext(ctx, "VACUUM INTO ?", file); err != nil {
		os.Remove(file)
		return fmt.Errorf("making the backup %s: %w", file, explain(s.path, err))
	}
	if err := f.Sync(); err != nil {
		os.Remove(file)
		return fmt.Errorf("making the backup %s: %w", file, err)
	}
	return nil
}

// Forget removes all readings of the events with these IDs and the notes about them, also from the free pages and the write-ahead log.
// It may be repeated. No other program may have the database open meanwhile.
func (s *Store) Forget(ctx context.Context, ids ...string) error {
	if err := s.remove(ctx, ids); err != nil {
		return fmt.Errorf("forgetting: %w", explain(s.path, err))
	}
	if _, err := s.db.ExecContext(ctx, "VACUUM"); err != nil {
		return fmt.Errorf("forgetting: clearing the free pages: %w", explain(s.path, err))
	}
	var busy, pages, moved int
	if err := s.db.QueryRowContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)").Scan(&busy, &pages, &moved); err != nil {
		return fmt.Errorf("forgetting: emptying the log: %w", explain(s.path, err))
	}
	if busy != 0 {
		return fmt.Errorf("the events are removed, but another program reads %s and its log still holds them: end that program and repeat this", s.path)
	}
	return nil
}

// remove deletes the events, and the notes whose key names one of them.
func (s *Store) remove(ctx context.Context, ids []string) error {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	for _, id := range ids {
		if _, err := tx.ExecContext(ctx, "DELETE FROM event WHERE id = ?", id); err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, "DELETE FROM meta WHERE instr(key, ?) > 0", id); err != nil {
			return err
		}
	}
	if _, err := tx.ExecContext(ctx, "DELETE FROM snapshot"); err != nil {
		return err
	}
	return tx.Commit()
}
