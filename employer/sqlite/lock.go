package sqlite

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// errLocked says that another process holds the lock.
var errLocked = errors.New("locked")

// Lock makes this process the only one that works on a state folder, and returns what gives it back. The lock is the operating
// system's: it ends with the process, however that ends.
func Lock(dir string) (unlock func() error, err error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("making the state folder %s: %w", dir, err)
	}
	path := filepath.Join(dir, "lock")
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, fmt.Errorf("locking %s: %w", dir, err)
	}
	if err := lockFile(f); err != nil {
		holder := readHolder(f)
		f.Close()
		if errors.Is(err, errLocked) {
			return nil, fmt.Errorf("another heardback%s works on %s: stop it first, or wait until it is done", holder, dir)
		}
		return nil, fmt.Errorf("locking %s: %w", dir, err)
	}
	if err := f.Truncate(0); err == nil {
		f.WriteAt([]byte(strconv.Itoa(os.Getpid())+"\n"), 0)
	}
	return func() error {
		f.Truncate(0)
		return errors.Join(unlockFile(f), f.Close())
	}, nil
}

func readHolder(f *os.File) string {
	if pid := readPID(f); pid != "" {
		return " (process " + pid + ")"
	}
	return ""
}

// Holder reports whether a process works on the state folder at the moment, and its number where it left one. It changes nothing; a
// folder that is not there is held by nobody.
func Holder(dir string) (pid string, held bool, err error) {
	f, err := os.OpenFile(filepath.Join(dir, "lock"), os.O_RDWR, 0)
	if errors.Is(err, os.ErrNotExist) {
		return "", false, nil
	}
	if err != nil {
		return "", false, fmt.Errorf("looking at the lock of %s: %w", dir, err)
	}
	defer f.Close()
	switch err := lockFile(f); {
	case err == nil:
		return "", false, unlockFile(f)
	case errors.Is(err, errLocked):
		return readPID(f), true, nil
	default:
		return "", false, fmt.Errorf("looking at the lock of %s: %w", dir, err)
	}
}

func readPID(f *os.File) string {
	buf := make([]byte, 20)
	n, _ := f.ReadAt(buf, 0)
	return strings.TrimSpace(string(buf[:n]))
}
