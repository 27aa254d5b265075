package sqlite

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

// The byte that is locked lies beyond the text of the file, which stays readable for the others.
func lockFile(f *os.File) error {
	at := &windows.Overlapped{Offset: 1 << 20}
	err := windows.LockFileEx(windows.Handle(f.Fd()), windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, at)
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return errLocked
	}
	return err
}

// unlockFile does nothing: closing the file gives the lock back.
func unlockFile(*os.File) error { return nil }
