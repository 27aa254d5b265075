package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"runtime"
	"sync"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"heardback/employer"
)

// Events returns all events in the order in which they were stored. The slice is the caller's.
func (s *Store) Events(ctx context.Context) ([]employer.Event, error) {
	events, _, err := s.Since(ctx, 0)
	return events, err
}

// Since returns the events that were stored after the one with the number after, in their order, and the number of the newest. Since(0)
// gives all. The slice is the caller's.
func (s *Store) Since(ctx context.Context, after int64) ([]employer.Event, int64, error) {
	newest := after
	if err := s.db.QueryRowContext(ctx, "SELECT coalesce(max(seq), ?1) FROM event WHERE seq > ?1", after).Scan(&newest); err != nil || newest == after {
		return nil, after, explain(s.path, err)
	}
	room := newest - after
	if after == 0 { // numbers of forgotten events are not given again
		if err := s.db.QueryRowContext(ctx, "SELECT count(*) FROM event").Scan(&room); err != nil {
			return nil, after, explain(s.path, err)
		}
	}
	rows, err := s.db.QueryContext(ctx, "SELECT body FROM event WHERE seq > ? AND seq <= ? ORDER BY seq", after, newest)
	if err != nil {
		return nil, after, explain(s.path, err)
	}
	defer rows.Close()
	events, err := decode(rows, int(room))
	if err != nil {
		return nil, after, explain(s.path, err)
	}
	return events, newest, nil
}

// batch is how many events are decoded at a time.
const batch = 500

// decode reads events from rows, at most so many, and decodes some while the next are read, on all processors.
func decode(rows *sql.Rows, atMost int) ([]employer.Event, error) {
	type job struct {
		bodies [][]byte
		to     []employer.Event
		first  int
	}
	events := make([]employer.Event, 0, atMost)
	workers := min(runtime.GOMAXPROCS(0), 1+atMost/batch)
	errs := make([]error, workers)
	jobs := make(chan job, workers)
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() {
			for j := range jobs {
				for i, body := range j.bodies {
					if err := json.Unmarshal(body, &j.to[i], lenient); err != nil && errs[w] == nil {
						errs[w] = fmt.Errorf("%w: reading event %d: %w", ErrCorrupt, j.first+i+1, err)
					}
				}
			}
		})
	}
	var bodies [][]byte
	hand := func() {
		n := len(events)
		events = events[:n+len(bodies)]
		jobs <- job{bodies, events[n:], n}
		bodies = nil
	}
	var broken error
	for rows.Next() {
		var body []byte
		if broken = rows.Scan(&body); broken != nil {
			break
		}
		if bodies = append(bodies, body); len(bodies) == batch {
			hand()
		}
	}
	if len(bodies) > 0 {
		hand()
	}
	close(jobs)
	wg.Wait()
	if err := errors.Join(append(errs, broken, rows.Err())...); err != nil {
		return nil, err
	}
	return events, nil
}

// lenient leaves out the checks of what [Store.Commit] never writes.
var lenient = json.JoinOptions(jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true))
