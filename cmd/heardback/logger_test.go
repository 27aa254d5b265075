package main

import (
	"bytes"
	"errors"
	"log/slog"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestJournal has no time twice, and a priority for each line.
func TestJournal(t *testing.T) {
	t.Setenv("JOURNAL_STREAM", "8:1")
	var out bytes.Buffer
	log := (&Program{Stderr: &out}).log(slog.LevelInfo)
	log.Info("draft placed", "employer", "Acme")
	log.Error("the login failed")
	log.Debug("evidence")
	if got, want := out.String(), "<6>msg=\"draft placed\" employer=Acme\n<3>msg=\"the login failed\"\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	t.Setenv("JOURNAL_STREAM", "")
	out.Reset()
	(&Program{Stderr: &out}).log(slog.LevelInfo).Info("started")
	if !strings.HasPrefix(out.String(), "time=") {
		t.Errorf("without journal a line has no time: %q", out.String())
	}
}

// TestLogsHoldNoMail puts canaries into what mails say and into the password, and has the daemon log all that it can: decisions with
// employer and rule, the evidence, each command that writes, and no canary.
func TestLogsHoldNoMail(t *testing.T) {
	t.Parallel()
	h := newHosted(t)
	for _, m := range search {
		m.text = strings.Replace(m.text, "\nBest regards,", "\nThe canary code is 4711-CANARYBODY.\n\nBest regards,", 1)
		m.text = strings.Replace(m.text, "Hi Robin,\n", "Hi Robin,\n\nCANARYBODY opens this letter, which we hope finds you well.\n", 1)
		h.deliver(m)
	}
	h.deliver(delivery{"INBOX", "2021-01-22T10:00:00-05:00", "Message-ID: <private@family.example>\nFrom: Aunt <aunt@family.example>\nSubject: CANARYSUBJECT\nContent-Type: text/plain\n\nCANARYBODY eats at one.\n"})
	d := h.startWith(due, []string{"--verbose", "--trace-writes"})
	if got := h.until(dueDrafts); !slices.Equal(got, dueDrafts) {
		t.Fatalf("it placed %q", got)
	}
	for end := time.Now().Add(time.Minute); strings.Count(d.out.String(), `msg="draft placed"`) < len(dueDrafts) && time.Now().Before(end); {
		time.Sleep(50 * time.Millisecond) // a draft lies in the mailbox before it is told
	}
	if err := errors.Join(d.cmd.Process.Signal(os.Interrupt), d.cmd.Wait()); err != nil {
		t.Error(err)
	}
	log := d.out.String()
	for _, canary := range []string{"CANARYBODY", "CANARYSUBJECT", "4711", h.server.Password, "aunt@"} {
		if strings.Contains(log, canary) {
			t.Errorf("the log holds %q:\n%s", canary, log)
		}
	}
	for _, want := range []string{
		`msg="draft placed" employer="Larkfield Analytics" kind=thank-you rule=`, `msg=understood kind=rejection employer="Mapleton Press" rule=`, "level=DEBUG msg=evidence",
		`APPEND "Drafts" (\Draft \Seen) {`,
	} {
		if !strings.Contains(log, want) {
			t.Errorf("the log does not hold %q:\n%s", want, log)
		}
	}
	if got := strings.Count(log, "APPEND "); got != len(dueDrafts) {
		t.Errorf("%d commands that write are traced, want %d", got, len(dueDrafts))
	}
}
