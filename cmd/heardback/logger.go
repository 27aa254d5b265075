package main

import (
	"bytes"
	"io"
	"log/slog"
	"os"
)

// log returns the logger: text on Stderr. With --verbose it tells what it would keep to itself: decisions, and where those are told
// anyway, their evidence. Under journald the lines carry their priority instead of a time, which the journal has itself.
func (p *Program) log(level slog.Level) *slog.Logger {
	switch {
	case p.verbose && level > slog.LevelInfo:
		level = slog.LevelInfo
	case p.verbose:
		level = slog.LevelDebug
	}
	o := &slog.HandlerOptions{Level: level}
	if os.Getenv("JOURNAL_STREAM") == "" || terminal(p.Stderr) {
		return slog.New(slog.NewTextHandler(p.Stderr, o))
	}
	o.ReplaceAttr = func(groups []string, a slog.Attr) slog.Attr {
		if len(groups) == 0 && a.Key == slog.TimeKey {
			return slog.Attr{}
		}
		return a
	}
	return slog.New(slog.NewTextHandler(journal{p.Stderr}, o))
}

// journal puts the priority before each line, as sd-daemon(3) has it.
type journal struct{ w io.Writer }

// priorities are those of syslog(3) for the levels of slog.
var priorities = map[string]string{"level=DEBUG ": "<7>", "level=INFO ": "<6>", "level=WARN ": "<4>", "level=ERROR ": "<3>"}

// Write takes one line, as slog's handlers write it.
func (j journal) Write(line []byte) (int, error) {
	rest := line
	for level, priority := range priorities {
		if text, ok := bytes.CutPrefix(line, []byte(level)); ok {
			rest = append([]byte(priority), text...)
		}
	}
	if _, err := j.w.Write(rest); err != nil {
		return 0, err
	}
	return len(line), nil
}
