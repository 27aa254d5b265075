package sqlite

import (
	"context"
	"database/sql"
	"fmt"
)

// migrations brings a database from user_version i to i+1. A migration that has been released is never changed.
var migrations = []string{
	`CREATE TABLE event (
		seq     INTEGER PRIMARY KEY,
		id      TEXT NOT NULL,     -- employer.Event.ID; one per reading of a message
		rules   TEXT NOT NULL,
		kind    TEXT NOT NULL,
		at      INTEGER NOT NULL,  -- Unix microseconds
		learned INTEGER NOT NULL,
		account TEXT NOT NULL,
		firm    TEXT NOT NULL,     -- employer.FoldName of the employer, '' if the event names none
		digest  BLOB NOT NULL UNIQUE, -- of the content: an event that is stored already is passed over
		body    BLOB NOT NULL      -- the event, JSON
	) STRICT;
	CREATE INDEX event_id ON event (id);
	CREATE INDEX event_firm ON event (firm) WHERE firm <> '';
	CREATE TABLE cursor (
		account TEXT PRIMARY KEY,
		value   BLOB NOT NULL
	) STRICT, WITHOUT ROWID;
	CREATE TABLE meta (
		key   TEXT PRIMARY KEY,
		value TEXT NOT NULL
	) STRICT, WITHOUT ROWID;`,
	`CREATE TABLE snapshot ( -- what was made of the events, by name: see Remember; it may be emptied at any time
		name  TEXT NOT NULL UNIQUE,
		sum   BLOB NOT NULL,
		value BLOB NOT NULL
	) STRICT;`,
	`DROP TABLE snapshot;
	CREATE TABLE snapshot ( -- as before, with neighbours by name side by side: many small ones are read in one go
		name  TEXT PRIMARY KEY,
		sum   BLOB NOT NULL,
		value BLOB NOT NULL
	) STRICT, WITHOUT ROWID;`,
}

// migrate brings the schema to the present version, one transaction for each step. Two processes may do so at once.
func migrate(ctx context.Context, db *sql.DB, path string) error {
	for {
		version, err := schemaVersion(ctx, db)
		if err != nil {
			return err
		}
		if version > len(migrations) {
			return fmt.Errorf("%s was written by a newer heardback (schema %d, this one knows %d): install the newer version, or restore a backup", path, version, len(migrations))
		}
		if version == len(migrations) {
			return nil
		}
		if err := step(ctx, db, version); err != nil {
			return fmt.Errorf("migrating to schema %d: %w", version+1, err)
		}
	}
}

// step brings the schema from version to the next, unless somebody else did so meanwhile.
func step(ctx context.Context, db *sql.DB, version int) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if now, err := schemaVersion(ctx, tx); err != nil || now != version {
		return err
	}
	if _, err := tx.ExecContext(ctx, migrations[version]+fmt.Sprintf("\nPRAGMA user_version = %d;", version+1)); err != nil {
		return err
	}
	return tx.Commit()
}

func schemaVersion(ctx context.Context, db interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}) (version int, err error) {
	if err := db.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return 0, fmt.Errorf("reading the version of the schema: %w", err)
	}
	return version, nil
}
