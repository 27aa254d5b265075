package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"charm.land/huh/v2"
	"github.com/charmbracelet/x/term"
	"github.com/mattn/go-isatty"
)

// question is one thing that the guide has to know.
type question struct {
	title    string
	flag     string // that answers it
	given    string // the answer by flag, which is not asked again
	fallback string // a guess, to be confirmed
	secret   bool
	choices  []choice // one of these only
	check    func(string) error
}

type choice struct{ value, text string }

// answers asks questions on a terminal, or takes flags and guesses only.
type answers struct {
	in    io.Reader
	out   io.Writer
	quiet bool // never ask: take the flags and, where there is none, the guess
	asked int  // questions so far
}

var errStopped = errors.New("stopped; nothing was written")

// terminal reports whether a stream is one.
func terminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && isatty.IsTerminal(f.Fd())
}

// ask returns the answer to a question: that of its flag, else that of the person, else the guess.
func (a *answers) ask(ctx context.Context, q question) (string, error) {
	if q.check == nil {
		q.check = func(string) error { return nil }
	}
	if q.given != "" {
		if err := q.check(q.given); err != nil {
			return "", usageError{err}
		}
		return q.given, nil
	}
	if a.quiet {
		if err := q.check(q.fallback); err != nil {
			return "", usageError{fmt.Errorf("%w: give it with --%s, or answer on a terminal", err, q.flag)}
		}
		return q.fallback, nil
	}
	a.asked++
	q.title = fmt.Sprintf("Question %d: %s", a.asked, q.title)
	return a.prompt(ctx, q)
}

// prompt asks line by line, which works over every connection, with a screen reader, and with what was typed ahead.
func (a *answers) prompt(ctx context.Context, q question) (string, error) {
	got := q.fallback
	check := func(s string) error { return q.check(cmp.Or(strings.TrimSpace(s), q.fallback)) }
	var field huh.Field
	if len(q.choices) > 0 {
		var options []huh.Option[string]
		for _, c := range q.choices {
			text := c.text
			if c.value == q.fallback {
				text += " (just press Enter)"
			}
			options = append(options, huh.NewOption(text, c.value))
		}
		field = huh.NewSelect[string]().Title(q.title).Options(options...).Value(&got)
	} else {
		if q.fallback != "" {
			q.title += " [" + q.fallback + "]"
		}
		if !strings.HasSuffix(q.title, "?") {
			q.title += ":"
		}
		input := huh.NewInput().Title(q.title).Value(&got).Validate(check)
		if q.secret {
			input.EchoMode(huh.EchoModePassword)
		}
		field = input
	}
	restore := func() {}
	if f, ok := a.in.(*os.File); ok {
		if was, err := term.GetState(f.Fd()); err == nil {
			restore = func() { term.Restore(f.Fd(), was) } // Ctrl-C at a password leaves the echo off
		}
	}
	done := make(chan error, 1)
	go func() { done <- field.RunAccessible(a.out, a.in) }()
	select {
	case err := <-done:
		fmt.Fprintln(a.out)
		if err == nil {
			err = q.check(got) // an input that ended is no answer
		}
		return got, err
	case <-ctx.Done():
		restore()
		fmt.Fprintln(a.out)
		return "", errStopped
	}
}
