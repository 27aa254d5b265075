package dovecot

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"syscall"
)

// KillSessions kills the processes that serve logged-in clients, as a crash or the kernel would, and returns how many there were.
func (s *Server) KillSessions() (int, error) { return s.signal(syscall.SIGKILL) }

// HangSessions stops the processes that serve logged-in clients, so that they neither answer nor hang up, and returns how many there were.
func (s *Server) HangSessions() (int, error) { return s.signal(syscall.SIGSTOP) }

// signal sends a signal to the processes that serve logged-in clients. Only children of the Dovecot that was started here are touched. It
// reads /proc, so it works on Linux only.
func (s *Server) signal(sig syscall.Signal) (int, error) {
	stats, err := filepath.Glob("/proc/[0-9]*/stat")
	if err != nil {
		return 0, fmt.Errorf("listing processes: %w", err)
	}
	reached := 0
	for _, path := range stats {
		stat, err := os.ReadFile(path)
		if err != nil {
			continue // it has ended meanwhile
		}
		// pid (comm) state ppid …, see proc_pid_stat(5)
		open, end := bytes.IndexByte(stat, '('), bytes.LastIndexByte(stat, ')')
		if open < 0 || end < open || string(stat[open+1:end]) != "imap" {
			continue
		}
		fields := bytes.Fields(stat[end+1:])
		if len(fields) < 2 || string(fields[1]) != strconv.Itoa(s.cmd.Process.Pid) {
			continue
		}
		pid, err := strconv.Atoi(filepath.Base(filepath.Dir(path)))
		if err != nil {
			continue
		}
		if err := syscall.Kill(pid, sig); err == nil {
			reached++
		}
	}
	return reached, nil
}
