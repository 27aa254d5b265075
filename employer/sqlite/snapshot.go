package sqlite

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"net/url"
	"os"
	"slices"
)

// Peek opens a database that is there for reading a snapshot. As Open does it takes the file back from others who may read it, but it leaves
// out the check of the whole file. It fails for one whose schema is not the present one.
func Peek(ctx context.Context, path string) (*Store, error) {
	st, err := os.Stat(path)
	if err != nil {
		return nil, fmt.Errorf("opening %s: %w", path, err)
	}
	if err := private(path, st); err != nil {
		return nil, err
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

// ErrOther says that the snapshot is not the one that was to be amended.
var ErrOther = errors.New("another program has kept a snapshot since")

// Remember keeps a snapshot: values by name, in place of all that was kept before, in one transaction. Of those whose sum is as it was
// the value is not asked for. The others are asked for one after the other, in a goroutine that is over when Remember returns.
func (s *Store) Remember(ctx context.Context, sums map[string][]byte, value func(name string) ([]byte, error)) error {
	return s.snapshot(ctx, func(tx *sql.Tx) error {
		have, err := kept(ctx, tx)
		if err != nil {
			return err
		}
		var gone []string
		fresh := map[string][]byte{}
		for name := range have {
			if _, ok := sums[name]; !ok {
				gone = append(gone, name)
			}
		}
		for name, sum := range sums {
			if !bytes.Equal(have[name], sum) {
				fresh[name] = sum
			}
		}
		return amend(ctx, tx, fresh, gone, value)
	})
}

// Amend changes a snapshot whose value under name has the sum was: it keeps the values of sums, drops those that are gone and leaves the
// others, in one transaction. For any other snapshot the error is ErrOther.
func (s *Store) Amend(ctx context.Context, name string, was []byte, sums map[string][]byte, gone []string, value func(name string) ([]byte, error)) error {
	return s.snapshot(ctx, func(tx *sql.Tx) error {
		var sum []byte
		err := tx.QueryRowContext(ctx, "SELECT sum FROM snapshot WHERE name = ?", name).Scan(&sum)
		switch {
		case errors.Is(err, sql.ErrNoRows) || err == nil && !bytes.Equal(sum, was):
			return ErrOther
		case err != nil:
			return err
		}
		return amend(ctx, tx, sums, gone, value)
	})
}

// snapshot changes the snapshot in one transaction.
func (s *Store) snapshot(ctx context.Context, change func(*sql.Tx) error) error {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return explain(s.path, err)
	}
	defer tx.Rollback()
	if err := change(tx); err != nil {
		return explain(s.path, err)
	}
	return explain(s.path, tx.Commit())
}

// kept returns the sums of what is kept, by name.
func kept(ctx context.Context, tx *sql.Tx) (map[string][]byte, error) {
	rows, err := tx.QueryContext(ctx, "SELECT name, sum FROM snapshot")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	have := map[string][]byte{}
	for rows.Next() {
		var name string
		var sum []byte
		if err := rows.Scan(&name, &sum); err != nil {
			return nil, err
		}
		have[name] = sum
	}
	return have, rows.Err()
}

// amend drops what is gone and keeps the values of sums.
func amend(ctx context.Context, tx *sql.Tx, sums map[string][]byte, gone []string, value func(name string) ([]byte, error)) error {
	for _, name := range gone {
		if _, err := tx.ExecContext(ctx, "DELETE FROM snapshot WHERE name = ?", name); err != nil {
			return err
		}
	}
	put, err := tx.PrepareContext(ctx, "INSERT INTO snapshot (name, sum, value) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE SET sum = excluded.sum, value = excluded.value")
	if err != nil {
		return err
	}
	defer put.Close()
	names := slices.Sorted(maps.Keys(sums)) // neighbours one after the other
	values, stop := ahead(names, value)
	defer stop()
	for _, name := range names {
		v := <-values
		if v.err != nil {
			return v.err
		}
		if _, err := put.ExecContext(ctx, name, sums[name], v.is); err != nil {
			return err
		}
	}
	return nil
}

// made is a value of a snapshot, or why there is none.
type made struct {
	is  []byte
	err error
}

// ahead asks for values, some of them before they are wanted: the next is made while the last is written. After stop it asks for none.
func ahead(names []string, value func(name string) ([]byte, error)) (values <-chan made, stop func()) {
	out, quit, over := make(chan made, 64), make(chan struct{}), make(chan struct{})
	go func() {
		defer close(over)
		for _, name := range names {
			v, err := value(name)
			select {
			case out <- made{v, err}:
			case <-quit:
				return
			}
		}
	}()
	return out, func() {
		close(quit)
		<-over
	}
}

// Snapshot is what Recall reads from. Its values are valid until the read is over.
type Snapshot struct {
	Newest int64 // number of the newest event
	ctx    context.Context
	tx     *sql.Tx
	path   string
}

// Recall reads from the snapshot within one transaction.
func (s *Store) Recall(ctx context.Context, read func(*Snapshot) error) error {
	tx, err := s.db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return explain(s.path, err)
	}
	defer tx.Rollback()
	k := &Snapshot{ctx: ctx, tx: tx, path: s.path}
	if err := tx.QueryRowContext(ctx, "SELECT coalesce(max(seq), 0) FROM event").Scan(&k.Newest); err != nil {
		return explain(s.path, err)
	}
	return read(k)
}

// Value returns what is kept under a name, nil for nothing.
func (k *Snapshot) Value(name string) ([]byte, error) {
	var v []byte
	err := k.tx.QueryRowContext(k.ctx, "SELECT value FROM snapshot WHERE name = ?", name).Scan(&v)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	return v, explain(k.path, err)
}

// All hands take what is kept under the names with a prefix, in the order of their bytes. The value is valid during the call.
func (k *Snapshot) All(prefix string, take func(value []byte) error) error {
	rows, err := k.tx.QueryContext(k.ctx, "SELECT value FROM snapshot WHERE name >= ? AND name < ? ORDER BY name", prefix, prefix+"\U0010FFFF")
	if err != nil {
		return explain(k.path, err)
	}
	defer rows.Close()
	for rows.Next() {
		var v sql.RawBytes
		if err := rows.Scan(&v); err != nil {
			return explain(k.path, err)
		}
		if err := take(v); err != nil {
			return err
		}
	}
	return explain(k.path, rows.Err())
}
