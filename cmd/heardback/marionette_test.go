//go:build linux

package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// marionette drives a program of Mozilla's by its own remote protocol (geckodriver speaks it too): scripts run in the program itself,
// with the commands that its menus have.
type marionette struct {
	t    *testing.T
	conn net.Conn
	in   *bufio.Reader
	id   int
}

// display is an X server of the test's own, without a screen. It returns DISPLAY.
func display(t *testing.T) string {
	t.Helper()
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	cmd := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "1280x1600x24", "-nolisten", "tcp")
	cmd.ExtraFiles = []*os.File{w}
	if err := cmd.Start(); err != nil {
		t.Fatalf("starting Xvfb: %v", err)
	}
	w.Close()
	t.Cleanup(func() { cmd.Process.Kill(); cmd.Wait() })
	number, err := bufio.NewReader(r).ReadString('\n')
	if err != nil {
		t.Fatalf("Xvfb names no display: %v", err)
	}
	return ":" + strings.TrimSpace(number)
}

// dial connects to the program whose profile is given, once it listens, and begins a session.
func dial(t *testing.T, profile string) *marionette {
	t.Helper()
	end := time.Now().Add(2 * time.Minute)
	for ; ; time.Sleep(100 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("the program never listens to Marionette")
		}
		port, err := os.ReadFile(filepath.Join(profile, "MarionetteActivePort"))
		if err != nil {
			continue
		}
		conn, err := net.Dial("tcp", "127.0.0.1:"+strings.TrimSpace(string(port)))
		if err != nil {
			continue
		}
		t.Cleanup(func() { conn.Close() })
		m := &marionette{t: t, conn: conn, in: bufio.NewReader(conn)}
		m.answer() // its greeting
		m.do("WebDriver:NewSession", map[string]any{})
		m.do("Marionette:SetContext", map[string]any{"value": "chrome"})
		m.do("WebDriver:SetTimeouts", map[string]any{"script": 60000})
		return m
	}
}

// answer reads one packet: its length, a colon, JSON.
func (m *marionette) answer() json.RawMessage {
	m.t.Helper()
	m.conn.SetReadDeadline(time.Now().Add(2 * time.Minute))
	head, err := m.in.ReadString(':')
	if err != nil {
		m.t.Fatalf("Marionette ended: %v", err)
	}
	n, err := strconv.Atoi(strings.TrimSuffix(head, ":"))
	if err != nil {
		m.t.Fatalf("Marionette says %q", head)
	}
	data := make([]byte, n)
	if _, err := io.ReadFull(m.in, data); err != nil {
		m.t.Fatalf("Marionette ended: %v", err)
	}
	return data
}

// do gives a command and returns its result.
func (m *marionette) do(command string, params any) json.RawMessage {
	m.t.Helper()
	m.id++
	data, err := json.Marshal([]any{0, m.id, command, params})
	if err != nil {
		m.t.Fatal(err)
	}
	if _, err := fmt.Fprintf(m.conn, "%d:%s", len(data), data); err != nil {
		m.t.Fatalf("Marionette ended: %v", err)
	}
	var reply [4]json.RawMessage
	if err := json.Unmarshal(m.answer(), &reply); err != nil {
		m.t.Fatal(err)
	}
	if string(reply[2]) != "null" {
		m.t.Fatalf("%s: %s", command, reply[2])
	}
	return reply[3]
}

// script runs the body of an async function in the program, with args, and puts what it returns into result.
func (m *marionette) script(body string, result any, args ...any) {
	m.t.Helper()
	if args == nil {
		args = []any{}
	}
	reply := m.do("WebDriver:ExecuteScript", map[string]any{"script": "return (async (...args) => {" + body + "})(...arguments)", "args": args, "newSandbox": false})
	var value struct{ Value json.RawMessage }
	if err := json.Unmarshal(reply, &value); err != nil {
		m.t.Fatal(err)
	}
	if result == nil {
		return
	}
	if err := json.Unmarshal(value.Value, result); err != nil {
		m.t.Fatalf("%s: %v", value.Value, err)
	}
}

// picture writes what the window shows to a file.
func (m *marionette) picture(path string) {
	m.t.Helper()
	var shot struct{ Value []byte }
	if err := json.Unmarshal(m.do("WebDriver:TakeScreenshot", map[string]any{"full": true, "hash": false}), &shot); err != nil {
		m.t.Fatal(err)
	}
	if err := os.WriteFile(path, shot.Value, 0o600); err != nil {
		m.t.Fatal(err)
	}
}
