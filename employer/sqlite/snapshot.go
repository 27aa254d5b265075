package sqlite

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"

	"heardback/employer"
)

// Peek opens a database that is there for reading a snapshot, without the check of the whole file that Open makes. It fails for one
// whose schema is not the present one.
func Peek(ctx context.Context, path string) (*Store, error) {
	if _, err := os.Stat(path); err != nil {
		return nil, fmt.Errorf("opening %s: %w", path, err)
	}
	q := url.Values{"_pragma": {"busy_timeout(1000)"}}
	db, err := sql.Open("sqlite", (&url.URL{Scheme: "file", Opaque: url.PathEscape(path), RawQuery: q.Encode()}).String())
	if err != nil {
		return nil, fmt.Errorf("opening %s: %w", path, err)
	}
	db.SetMaxOpenConns(1)
	var version int
	if err = db.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err == nil && version != len(migrations) {
		err = fmt.Errorf("schema %d is not the present one", version)
	}
	if err != nil {
		db.Close()
		return nil, explain(path, err)
	}
	return &Store{db: db, path: path}, nil
}

// Since returns the events that were stored after the one with the number after, in their order, and the number of the newest. Since(0)
// gives all. The slice is the caller's.
func (s *Store) Since(ctx context.Context, after int64) ([]employer.Event, int64, error) {
	rows, err := s.db.QueryContext(ctx, "SELECT seq, body FROM event WHERE seq > ? ORDER BY seq", after)
	if err != nil {
		return nil, after, explain(s.path, err)
	}
	defer rows.Close()
	var bodies [][]byte
	for rows.Next() {
		var body []byte
		if err := rows.Scan(&after, &body); err != nil {
			return nil, after, explain(s.path, err)
		}
		bodies = append(bodies, body)
	}
	if err := rows.Err(); err != nil {
		return nil, after, explain(s.path, err)
	}
	events, err := decode(bodies)
	return events, after, explain(s.path, err)
}

// Remember keeps a snapshot: values by name, in place of all that was kept before, in one transaction. Of those whose sum is as it was
// the value is not asked for.
func (s *Store) Remember(ctx context.Context, sums map[string][]byte, value func(name string) ([]byte, error)) error {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return explain(s.path, err)
	}
	defer tx.Rollback()
	have := map[string][]byte{}
	rows, err := tx.QueryContext(ctx, "SELECT name, sum FROM snapshot")
	if err != nil {
		return explain(s.path, err)
	}
	for rows.Next() {
		var name string
		var sum []byte
		if err := rows.Scan(&name, &sum); err != nil {
			rows.Close()
			return explain(s.path, err)
		}
		have[name] = sum
	}
	if err := errors.Join(rows.Err(), rows.Close()); err != nil {
		return explain(s.path, err)
	}
	for name := range have {
		if _, ok := sums[name]; !ok {
			if _, err := tx.ExecContext(ctx, "DELETE FROM snapshot WHERE name = ?", name); err != nil {
				return explain(s.path, err)
			}
		}
	}
	put, err := tx.PrepareContext(ctx, "INSERT INTO snapshot (name, sum, value) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE SET sum = excluded.sum, value = excluded.value")
	if err != nil {
		return explain(s.path, err)
	}
	defer put.Close()
	for name, sum := range sums {
		if bytes.Equal(have[name], sum) {
			continue
		}
		v, err := value(name)
		if err != nil {
			return err
		}
		if _, err := put.ExecContext(ctx, name, sum, v); err != nil {
			return explain(s.path, err)
		}
	}
	return explain(s.path, tx.Commit())
}

// Recall reads from the snapshot within one transaction: read is handed the number of the newest event and what looks up a value,
// which is nil where none is kept.
func (s *Store) Recall(ctx context.Context, read func(newest int64, value func(name string) ([]byte, error)) error) error {
	tx, err := s.db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return explain(s.path, err)
	}
	defer tx.Rollback()
	var newest int64
	if err := tx.QueryRowContext(ctx, "SELECT coalesce(max(seq), 0) FROM event").Scan(&newest); err != nil {
		return explain(s.path, err)
	}
	return read(newest, func(name string) ([]byte, error) {
		var v []byte
		err := tx.QueryRowContext(ctx, "SELECT value FROM snapshot WHERE name = ?", name).Scan(&v)
		if errors.Is(err, sql.ErrNoRows) {
			return nil, nil
		}
		return v, explain(s.path, err)
	})
}
