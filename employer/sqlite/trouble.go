package sqlite

import (
	"errors"
	"fmt"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// explain says in the user's words what is wrong with the file and what to do about it. A nil error stays nil.
func explain(path string, err error) error {
	if err == nil {
		return nil
	}
	damaged := errors.Is(err, ErrCorrupt)
	var e *sqlite.Error
	if errors.As(err, &e) {
		switch e.Code() & 0xff {
		case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB:
			damaged = true
		case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH:
			return fmt.Errorf("%s cannot be written: check the owner and the permissions of the file and its folder (600 and 700): %w", path, err)
		case sqlite3.SQLITE_CANTOPEN:
			return fmt.Errorf("%s cannot be opened: check that the folder is there and belongs to this user: %w", path, err)
		case sqlite3.SQLITE_FULL:
			return fmt.Errorf("the disk that holds %s is full; nothing of this round was stored: make room and start again: %w", path, err)
		case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
			return fmt.Errorf("%s is in use by another program: %w", path, err)
		case sqlite3.SQLITE_IOERR:
			return fmt.Errorf("%s cannot be read or written reliably: check the disk: %w", path, err)
		}
	}
	if damaged {
		if !errors.Is(err, ErrCorrupt) {
			err = fmt.Errorf("%w: %w", ErrCorrupt, err)
		}
		return fmt.Errorf("%s: %w\nIt was left as it is. Stop heardback, move the file and its -wal and -shm aside, and put the last `heardback backup` in its place; "+
			"without one, start with a new file: the mailbox is read again, only what you logged or corrected by command is lost", path, err)
	}
	return err
}
