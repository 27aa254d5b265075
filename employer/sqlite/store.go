// Package sqlite keeps the book's events on disk. It is the only opener of the database.
//
// The file is an SQLite database in WAL mode with synchronous FULL: what Commit returned for is on disk. One process writes; see
// Lock. The file holds header facts and short quotes, never whole mails, and is readable by its owner alone.
package sqlite

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"time"

	driver "modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"heardback/employer"
	"heardback/mailbox"
)

// Store is an open database. It may be used by several goroutines; writes take turns.
type Store struct {
	db   *sql.DB
	path string
}

// ErrCorrupt says that the file is damaged. It is never overwritten: the error's text says what to do.
var ErrCorrupt = errors.New("the database is damaged")

// Open opens the database at path and makes it, and its folder, if it is not there. It checks the integrity of the file and brings the
// schema up to date.
func Open(ctx context.Context, path string) (*Store, error) {
	if err := prepare(path); err != nil {
		return nil, err
	}
	q := url.Values{"_pragma": {"busy_timeout(10000)", "synchronous(FULL)", "foreign_keys(ON)", "secure_delete(ON)"}, "_txlock": {"immediate"}}
	db, err := sql.Open("sqlite", (&url.URL{Scheme: "file", Opaque: url.PathEscape(path), RawQuery: q.Encode()}).String())
	if err != nil {
		return nil, fmt.Errorf("opening %s: %w", path, err)
	}
	db.SetMaxOpenConns(1)
	s := &Store{db: db, path: path}
	if err = wal(ctx, db); err == nil {
		err = s.check(ctx)
	}
	if err == nil {
		err = migrate(ctx, db, path)
	}
	if err != nil {
		db.Close()
		return nil, explain(path, err)
	}
	return s, nil
}

// wal switches the database to WAL mode. SQLite waits for nobody there: who opens a new file at the same moment as another may find it
// busy. To write it does wait, so that is asked for before the next try.
func wal(ctx context.Context, db *sql.DB) (err error) {
	for range 100 {
		var mode string
		err = db.QueryRowContext(ctx, "PRAGMA journal_mode = WAL").Scan(&mode)
		var busy *driver.Error
		if !errors.As(err, &busy) || busy.Code()&0xff != sqlite3.SQLITE_BUSY {
			return err
		}
		if tx, err := db.BeginTx(ctx, nil); err == nil {
			tx.Rollback()
		}
	}
	return err
}

// prepare makes the folder and the file with permissions for the owner alone, and refuses a file that cannot be written.
func prepare(path string) error {
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return fmt.Errorf("making the state folder %s: %w", dir, err)
	}
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	switch {
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("%s cannot be read and written by this user: give it back with `chown` and `chmod 600`, or choose another state folder: %w", path, err)
	case err != nil:
		return fmt.Errorf("opening %s: %w", path, err)
	}
	defer f.Close()
	st, err := f.Stat()
	if err != nil {
		return fmt.Errorf("opening %s: %w", path, err)
	}
	return private(path, st)
}

// private takes the file back from others who may read it.
func private(path string, st fs.FileInfo) error {
	if st.Mode().Perm()&0o077 == 0 {
		return nil
	}
	if err := os.Chmod(path, 0o600); err != nil {
		return fmt.Errorf("%s can be read by others, and that cannot be changed: %w", path, err)
	}
	return nil
}

// check runs SQLite's own check of the file.
func (s *Store) check(ctx context.Context) error {
	rows, err := s.db.QueryContext(ctx, "PRAGMA quick_check(3)")
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var line string
		if err := rows.Scan(&line); err != nil {
			return err
		}
		if line != "ok" {
			return fmt.Errorf("%w: %s", ErrCorrupt, line)
		}
	}
	return rows.Err()
}

// Close closes the database.
func (s *Store) Close() error { return s.db.Close() }

// Path returns where the database lies.
func (s *Store) Path() string { return s.path }

// Commit appends events and sets the cursor of account in one transaction. An event whose content is stored already is passed over, so
// that a repeated Commit changes nothing. A nil cursor leaves the old one.
func (s *Store) Commit(ctx context.Context, account string, events []employer.Event, cursor mailbox.Cursor) error {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return explain(s.path, err)
	}
	defer tx.Rollback()
	if len(events) > 0 {
		insert, err := tx.PrepareContext(ctx, "INSERT INTO event (id, rules, kind, at, learned, account, firm, digest, body) VALUES (?,?,?,?,?,?,?,?,?) ON CONFLICT (digest) DO NOTHING")
		if err != nil {
			return explain(s.path, err)
		}
		defer insert.Close()
		for i := range events {
			e := &events[i]
			body, err := json.Marshal(e)
			if err != nil {
				return fmt.Errorf("writing event %s: %w", e.ID, err)
			}
			digest, err := contentDigest(e)
			if err != nil {
				return fmt.Errorf("writing event %s: %w", e.ID, err)
			}
			if _, err := insert.ExecContext(ctx, e.ID, e.Rules, string(e.Kind), e.At.UnixMicro(), e.Learned.UnixMicro(), e.Account,
				firmKey(e), digest, body); err != nil {
				return explain(s.path, err)
			}
		}
	}
	if cursor != nil {
		if _, err := tx.ExecContext(ctx, "INSERT INTO cursor (account, value) VALUES (?, ?) ON CONFLICT (account) DO UPDATE SET value = excluded.value", account, []byte(cursor)); err != nil {
			return explain(s.path, err)
		}
	}
	if err := tx.Commit(); err != nil {
		return explain(s.path, err)
	}
	return nil
}

func firmKey(e *employer.Event) string {
	if e.Party.Name == "" {
		return ""
	}
	return employer.FoldName(e.Party.Name)
}

// contentDigest identifies the content of an event without the time at which it was learned.
func contentDigest(e *employer.Event) ([]byte, error) {
	c := *e
	c.Learned = c.At
	body, err := json.Marshal(&c)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(body)
	return sum[:16], nil
}

// Cursor returns how far the account was read, nil if it never was.
func (s *Store) Cursor(ctx context.Context, account string) (mailbox.Cursor, error) {
	var c []byte
	err := s.db.QueryRowContext(ctx, "SELECT value FROM cursor WHERE account = ?", account).Scan(&c)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	return c, explain(s.path, err)
}

// Latest returns when the newest event was learned, the zero time in an empty book.
func (s *Store) Latest(ctx context.Context) (time.Time, error) {
	var at sql.NullInt64
	if err := s.db.QueryRowContext(ctx, "SELECT max(learned) FROM event").Scan(&at); err != nil || !at.Valid {
		return time.Time{}, explain(s.path, err)
	}
	return time.UnixMicro(at.Int64), nil
}

// Meta returns a value kept under key, "" if there is none.
func (s *Store) Meta(ctx context.Context, key string) (string, error) {
	var v string
	err := s.db.QueryRowContext(ctx, "SELECT value FROM meta WHERE key = ?", key).Scan(&v)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return v, explain(s.path, err)
}

// SetMeta keeps a value under key; "" removes it.
func (s *Store) SetMeta(ctx context.Context, key, value string) error {
	query, args := "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", []any{key, value}
	if value == "" {
		query, args = "DELETE FROM meta WHERE key = ?", args[:1]
	}
	_, err := s.db.ExecContext(ctx, query, args...)
	return explain(s.path, err)
}
