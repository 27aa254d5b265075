package sqlite

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"heardback/employer"
)

func open(t *testing.T, path string) *Store {
	t.Helper()
	s, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func tempPath(t *testing.T) string { return filepath.Join(t.TempDir(), "state", "book.db") }

// examples are one event of each kind, with a zone that must survive.
func examples() []employer.Event {
	var events []employer.Event
	for _, k := range employer.Kinds {
		e := k.Example
		e.Learned = e.At.Add(time.Minute)
		events = append(events, e)
	}
	return events
}

func TestCommitIsIdempotent(t *testing.T) {
	ctx := t.Context()
	path := tempPath(t)
	s := open(t, path)
	want := examples()
	for range 2 {
		if err := s.Commit(ctx, "home", want, []byte("uid 7")); err != nil {
			t.Fatal(err)
		}
	}
	later := want[0]
	later.Learned = later.Learned.Add(time.Hour)
	if err := s.Commit(ctx, "home", []employer.Event{later}, nil); err != nil {
		t.Fatal(err)
	}
	s.Close()
	s = open(t, path)
	got, err := s.Events(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != len(want) {
		t.Fatalf("got %d events, want %d", len(got), len(want))
	}
	now := time.Date(2027, 4, 1, 9, 0, 0, 0, time.UTC)
	if !reflect.DeepEqual(employer.Fold(got, now), employer.Fold(want, now)) {
		t.Error("the stored events fold to another book")
	}
	if c, err := s.Cursor(ctx, "home"); err != nil || string(c) != "uid 7" {
		t.Errorf("cursor: got %q, %v", c, err)
	}
	if c, err := s.Cursor(ctx, "work"); err != nil || c != nil {
		t.Errorf("cursor of an unknown account: got %q, %v", c, err)
	}
}

func TestBetterRulesAreStoredToo(t *testing.T) {
	ctx := t.Context()
	s := open(t, tempPath(t))
	e := examples()[0]
	e.Rules = "1"
	better := e
	better.Rules = "2"
	if err := s.Commit(ctx, "home", []employer.Event{e, better}, nil); err != nil {
		t.Fatal(err)
	}
	if got, err := s.Events(ctx); err != nil || len(got) != 2 {
		t.Errorf("got %d events, %v", len(got), err)
	}
}

func TestCommitIsOneTransaction(t *testing.T) {
	s := open(t, tempPath(t))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := s.Commit(ctx, "home", examples(), []byte("x")); err == nil {
		t.Fatal("a cancelled commit succeeded")
	}
	got, err := s.Events(t.Context())
	c, cerr := s.Cursor(t.Context(), "home")
	if err != nil || cerr != nil || len(got) != 0 || c != nil {
		t.Errorf("after a failed commit: %d events, cursor %q, %v, %v", len(got), c, err, cerr)
	}
}

func TestPermissions(t *testing.T) {
	path := tempPath(t)
	s := open(t, path)
	if err := s.SetMeta(t.Context(), "digest", "2027-W09"); err != nil {
		t.Fatal(err)
	}
	check := func(p string, want os.FileMode) {
		st, err := os.Stat(p)
		if err != nil {
			t.Fatal(err)
		}
		if got := st.Mode().Perm(); got != want {
			t.Errorf("%s: got %o, want %o", filepath.Base(p), got, want)
		}
	}
	check(filepath.Dir(path), 0o700)
	check(path, 0o600)
	check(path+"-wal", 0o600)
	s.Close()
	if err := os.Chmod(path, 0o644); err != nil {
		t.Fatal(err)
	}
	peeked, err := Peek(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	peeked.Close()
	check(path, 0o600)
	if err := os.Chmod(path, 0o644); err != nil {
		t.Fatal(err)
	}
	s = open(t, path)
	check(path, 0o600)
	if v, err := s.Meta(t.Context(), "digest"); err != nil || v != "2027-W09" {
		t.Errorf("meta: got %q, %v", v, err)
	}
	if err := s.SetMeta(t.Context(), "digest", ""); err != nil {
		t.Fatal(err)
	}
	if v, err := s.Meta(t.Context(), "digest"); err != nil || v != "" {
		t.Errorf("removed meta: got %q, %v", v, err)
	}
}

func TestCorruptionIsReportedAndLeft(t *testing.T) {
	ctx := t.Context()
	garbage := bytes.Repeat([]byte("this is no database at all. "), 400)
	var many []employer.Event
	for i := range 2000 {
		e := examples()[0]
		e.ID = fmt.Sprintf("mail:%d", i)
		many = append(many, e)
	}
	for name, damage := range map[string]func(t *testing.T, path string){
		"no database": func(t *testing.T, path string) {
			if err := os.WriteFile(path, garbage, 0o600); err != nil {
				t.Fatal(err)
			}
		},
		"a page overwritten": func(t *testing.T, path string) {
			f, err := os.OpenFile(path, os.O_RDWR, 0)
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			for page := int64(3); page < 60; page += 4 {
				if _, err := f.WriteAt(garbage[:4096], page*4096); err != nil {
					t.Fatal(err)
				}
			}
		},
		"cut short": func(t *testing.T, path string) {
			if err := os.Truncate(path, 5*4096+100); err != nil {
				t.Fatal(err)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			path := tempPath(t)
			s := open(t, path)
			if err := s.Commit(ctx, "home", many, nil); err != nil {
				t.Fatal(err)
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			damage(t, path)
			before, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			s, err = Open(ctx, path)
			if err == nil {
				s.Close()
				t.Fatal("a damaged file was opened")
			}
			if !errors.Is(err, ErrCorrupt) || !strings.Contains(err.Error(), "backup") || !strings.Contains(err.Error(), path) {
				t.Errorf("the error does not help: %v", err)
			}
			after, err := os.ReadFile(path)
			if err != nil || !bytes.Equal(before, after) {
				t.Errorf("the damaged file was changed (%v)", err)
			}
		})
	}
}

func TestUnusableFilesSayWhatToDo(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "book.db"), 0o700); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(t.Context(), filepath.Join(dir, "book.db")); err == nil || !strings.Contains(err.Error(), dir) {
		t.Errorf("a folder in place of the file: %v", err)
	}
	path := tempPath(t)
	s := open(t, path)
	if _, err := s.db.Exec("PRAGMA user_version = 99"); err != nil {
		t.Fatal(err)
	}
	s.Close()
	if _, err := Open(t.Context(), path); err == nil || !strings.Contains(err.Error(), "newer heardback") {
		t.Errorf("a newer schema: %v", err)
	}
}

func TestFirstSchemaIsReadForEver(t *testing.T) {
	schema, err := os.ReadFile("testdata/schema1.sql")
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "book.db")
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	body := `{"ID":"mail:a@b.example","Kind":"confirmation","At":"2027-03-01T09:00:00+01:00","Learned":"2027-03-01T09:01:00Z","Party":{"Name":"Northwind"},"Role":"Data Engineer","Mail":{"Key":"a@b.example"}}`
	if _, err := db.Exec(string(schema)+"PRAGMA user_version = 1; INSERT INTO event VALUES (1, 'mail:a@b.example', '1', 'confirmation', 0, 0, 'home', 'northwind', x'00', CAST(? AS BLOB)); INSERT INTO cursor VALUES ('home', x'01');", body); err != nil {
		t.Fatal(err)
	}
	db.Close()
	s := open(t, path)
	events, err := s.Events(t.Context())
	if err != nil || len(events) != 1 {
		t.Fatalf("got %d events, %v", len(events), err)
	}
	b := employer.Fold(events, time.Date(2027, 3, 2, 0, 0, 0, 0, time.UTC))
	if len(b.Applications) != 1 || b.Applications[0].Employer != "Northwind" || b.Applications[0].Stage != employer.Confirmed {
		t.Errorf("book: %+v", b.Applications)
	}
	if err := s.Commit(t.Context(), "home", examples(), []byte("2")); err != nil {
		t.Errorf("writing to the old schema: %v", err)
	}
	var version int
	if err := s.db.QueryRow("PRAGMA user_version").Scan(&version); err != nil || version != len(migrations) {
		t.Errorf("version: got %d, %v", version, err)
	}
}

func TestBackupWhileInUse(t *testing.T) {
	ctx := t.Context()
	dir := t.TempDir()
	s := open(t, filepath.Join(dir, "book.db"))
	if err := s.Commit(ctx, "home", examples(), []byte("1")); err != nil {
		t.Fatal(err)
	}
	copyPath := filepath.Join(dir, "it's a copy.db")
	if err := s.Backup(ctx, copyPath); err != nil {
		t.Fatal(err)
	}
	if err := s.Backup(ctx, copyPath); err == nil {
		t.Error("a backup overwrote a file")
	}
	if st, err := os.Stat(copyPath); err != nil || st.Mode().Perm() != 0o600 {
		t.Errorf("backup: %v, %v", st.Mode(), err)
	}
	c := open(t, copyPath)
	got, err := c.Events(ctx)
	if err != nil || len(got) != len(examples()) {
		t.Errorf("backup holds %d events, %v", len(got), err)
	}
}

func TestForgetLeavesNoTrace(t *testing.T) {
	ctx := t.Context()
	path := tempPath(t)
	s := open(t, path)
	const secret = "unforgettable-quote-of-northwind"
	var events []employer.Event
	var ids []string
	for i := range 1200 {
		e := examples()[0]
		e.ID = fmt.Sprintf("mail:%d", i)
		if i%2 == 0 {
			e.Quote = secret
			ids = append(ids, e.ID)
		}
		events = append(events, e)
	}
	if err := s.Commit(ctx, "home", events, nil); err != nil {
		t.Fatal(err)
	}
	if err := s.Forget(ctx, ids...); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{path, path + "-wal", path + "-shm"} {
		if b, err := os.ReadFile(name); err == nil && bytes.Contains(b, []byte(secret)) {
			t.Errorf("%s still holds the quote", filepath.Base(name))
		}
	}
	if got, err := s.Events(ctx); err != nil || len(got) != len(events)-len(ids) {
		t.Errorf("got %d events, %v", len(got), err)
	}
}

func TestLockIsExclusive(t *testing.T) {
	dir := t.TempDir()
	unlock, err := Lock(dir)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Lock(dir); err == nil || !strings.Contains(err.Error(), fmt.Sprint(os.Getpid())) {
		t.Errorf("second lock: %v", err)
	}
	if err := unlock(); err != nil {
		t.Fatal(err)
	}
	again, err := Lock(dir)
	if err != nil {
		t.Fatal(err)
	}
	again()
}

// Several programs may open a book at the moment in which it is made.
func TestOpenedBySeveralAtOnce(t *testing.T) {
	for range 20 {
		path := tempPath(t)
		const programs = 6
		failed := make(chan error)
		for range programs {
			go func() {
				s, err := Open(context.Background(), path)
				if err == nil {
					err = errors.Join(s.SetMeta(context.Background(), "k", "v"), s.Close())
				}
				failed <- err
			}()
		}
		for range programs {
			if err := <-failed; err != nil {
				t.Error(err)
			}
		}
	}
}

// TestOpenedByProcessesAtOnce is the same with processes: this test's own program, asked by its environment to open a book.
func TestOpenedByProcessesAtOnce(t *testing.T) {
	const key = "HEARDBACK_TEST_OPENS"
	if path := os.Getenv(key); path != "" {
		open(t, path)
		return
	}
	for range 5 {
		var all []*exec.Cmd
		path := tempPath(t)
		for range 4 {
			c := exec.Command(os.Args[0], "-test.run", "^"+t.Name()+"$")
			c.Env = append(os.Environ(), key+"="+path)
			c.Stdout = t.Output()
			if err := c.Start(); err != nil {
				t.Fatal(err)
			}
			all = append(all, c)
		}
		for _, c := range all {
			if err := c.Wait(); err != nil {
				t.Error(err)
			}
		}
	}
}
