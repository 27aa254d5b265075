package round

import (
	"context"
	"reflect"
	"slices"
	"sync"

	"heardback/employer"
	"heardback/mailbox"
)

// Memory is a Store that leaves no trace: rehearse, demo and dry runs keep their book in it.
type Memory struct {
	events  []employer.Event
	ids     map[string][]int // places of the readings of an event
	cursors map[string]mailbox.Cursor
	mu      sync.Mutex // guards meta: a note may be written while a batch is taken
	meta    map[string]string
}

// NewMemory returns a store that begins with events and cursors as another store has them.
func NewMemory(events []employer.Event, cursors map[string]mailbox.Cursor) *Memory {
	m := &Memory{ids: map[string][]int{}, cursors: map[string]mailbox.Cursor{}, meta: map[string]string{}}
	for name, c := range cursors {
		m.cursors[name] = c
	}
	m.Commit(context.Background(), "", events, nil)
	return m
}

// Events implements Store.
func (m *Memory) Events(context.Context) ([]employer.Event, error) {
	return append([]employer.Event(nil), m.events...), nil
}

// Since implements Store.
func (m *Memory) Since(_ context.Context, after int64) ([]employer.Event, int64, error) {
	return slices.Clone(m.events[after:]), int64(len(m.events)), nil
}

// Commit implements Store.
func (m *Memory) Commit(_ context.Context, account string, events []employer.Event, cursor mailbox.Cursor) error {
	for _, e := range events {
		known := slices.ContainsFunc(m.ids[e.ID], func(i int) bool {
			old := m.events[i]
			old.Learned = e.Learned
			return reflect.DeepEqual(old, e)
		})
		if !known {
			m.ids[e.ID] = append(m.ids[e.ID], len(m.events))
			m.events = append(m.events, e)
		}
	}
	if cursor != nil {
		m.cursors[account] = cursor
	}
	return nil
}

// Cursor implements Store.
func (m *Memory) Cursor(_ context.Context, account string) (mailbox.Cursor, error) {
	return m.cursors[account], nil
}

// Meta implements Store.
func (m *Memory) Meta(_ context.Context, key string) (string, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.meta[key], nil
}

// SetMeta implements Store.
func (m *Memory) SetMeta(_ context.Context, key, value string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.meta[key] = value
	return nil
}
