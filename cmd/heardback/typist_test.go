//go:build linux

package main

import (
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"
	"golang.org/x/sys/unix"
)

// typist sits at a pseudo-terminal before the program.
type typist struct {
	t      *testing.T
	cmd    *exec.Cmd
	tty    *os.File
	output chan string
	screen string // all that was shown
	read   int    // how much of it was waited for already
}

// sit starts the program in an environment of its own with a terminal.
func sit(t *testing.T, env []string, args ...string) *typist {
	t.Helper()
	cmd := exec.Command(os.Args[0], args...)
	cmd.Env = append(env, envProgram+"=1", "TERM=xterm-256color")
	return sitBefore(t, cmd)
}

// sitBefore starts any program with a terminal.
func sitBefore(t *testing.T, cmd *exec.Cmd) *typist {
	t.Helper()
	tty, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 50, Cols: 160})
	if err != nil {
		t.Fatal(err)
	}
	y := &typist{t: t, cmd: cmd, tty: tty, output: make(chan string)}
	go func() {
		defer close(y.output)
		buf := make([]byte, 4096)
		for {
			n, err := tty.Read(buf)
			if n > 0 {
				y.output <- string(buf[:n])
			}
			if err != nil {
				return // a pseudo-terminal ends with EIO
			}
		}
	}()
	t.Cleanup(func() {
		cmd.Process.Kill()
		tty.Close()
		for range y.output {
		}
	})
	return y
}

// escape is a control sequence of a terminal (ECMA-48), a request to it, or a carriage return.
var escape = regexp.MustCompile(`\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(\x07|\x1b\\)|\x1b[()][0-9A-Z]|\x1b[=>]|\r`)

// squeezed is what a screen shows, without the spaces: a program may draw them, or move over them.
func squeezed(screen string) string {
	return strings.Join(strings.Fields(escape.ReplaceAllString(screen, " ")), "")
}

// sees waits until the program shows a text that it did not show before.
func (y *typist) sees(text string) {
	y.t.Helper()
	y.seesOne(text)
}

// seesOne waits for one of several texts and returns it.
func (y *typist) seesOne(texts ...string) string {
	y.t.Helper()
	enough := time.After(30 * time.Second)
	for {
		plain := squeezed(y.screen)
		for _, text := range texts {
			if i := strings.Index(plain[min(y.read, len(plain)):], squeezed(text)); i >= 0 {
				y.read += i + len(squeezed(text))
				return text
			}
		}
		select {
		case s, ok := <-y.output:
			if !ok {
				y.t.Fatalf("the program ended and never showed %q; it showed\n%s", texts, plain)
			}
			y.screen += s
		case <-enough:
			y.t.Fatalf("the program does not show %q; it showed\n%s", texts, plain)
		}
	}
}

// answers waits for a question and types.
func (y *typist) answers(question, keys string) {
	y.t.Helper()
	y.sees(question)
	if _, err := y.tty.WriteString(keys); err != nil {
		y.t.Fatal(err)
	}
}

// types sends keys, and looks only at what comes after them.
func (y *typist) types(keys string) {
	y.t.Helper()
	y.read = len(squeezed(y.screen))
	if _, err := y.tty.WriteString(keys); err != nil {
		y.t.Fatal(err)
	}
}

// leaves waits for the program's end and returns all that it showed and the exit code.
func (y *typist) leaves() (string, int) {
	y.t.Helper()
	enough := time.After(30 * time.Second)
	for ended := false; !ended; {
		select {
		case s, ok := <-y.output:
			y.screen += s
			ended = !ok
		case <-enough:
			y.t.Fatalf("the program does not end; it showed\n%s", escape.ReplaceAllString(y.screen, ""))
		}
	}
	_ = y.cmd.Wait() // the code says it
	return escape.ReplaceAllString(y.screen, ""), y.cmd.ProcessState.ExitCode()
}

// types a secret when the program asks for it and the terminal no longer echoes.
func (y *typist) secret(question, keys string) {
	y.t.Helper()
	y.sees(question)
	for end := time.Now().Add(30 * time.Second); time.Now().Before(end); time.Sleep(time.Millisecond) {
		if t, err := unix.IoctlGetTermios(int(y.tty.Fd()), unix.TCGETS); err == nil && t.Lflag&unix.ECHO == 0 {
			y.answers("", keys)
			return
		}
	}
	y.t.Fatalf("the program asks %q and shows what is typed", question)
}
