package main

import (
	"context"
	"io"
	"log/slog"
	"strings"
	"time"

	goimap "github.com/emersion/go-imap/v2"
)

// recover starts the program again and again.
func (c *crash) recover() {
	c.t.Helper()
	for _, d := range c.later {
		c.clean(c.moment(c.at).Add(d).Format(time.RFC3339))
	}
}

// clean runs a round that nothing may trouble.
func (c *crash) clean(at string) {
	c.t.Helper()
	c.breaker.arm(breakPoint{})
	c.round(at, &fate{})
}

// round runs one round as the process does, up to its end or its fate, and returns how often it wrote to the book.
func (c *crash) round(at string, f *fate) int {
	c.t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	f.die = cancel
	p := &Program{Stdin: strings.NewReader(""), Stdout: io.Discard, Stderr: io.Discard, Now: func() time.Time { return c.moment(at) }, configPath: c.config}
	conf, err := p.config()
	if err != nil {
		c.t.Fatal(err)
	}
	h, err := p.open(ctx, conf, slog.New(slog.DiscardHandler))
	if err != nil {
		c.t.Fatal(err)
	}
	h.round.Store = mortal{h.store, f}
	rep, err := h.round.Run(ctx, p.Now())
	if cerr := h.close(nil); cerr != nil {
		c.t.Fatal(cerr)
	}
	if !f.gone() && (err != nil || f.at == 0 && len(rep.Errors) > 0 && !c.breaker.hasBroken()) {
		c.t.Fatalf("a round at %s: %v %v", at, err, rep.Errors)
	}
	return f.count
}

// letters returns the folders in which each of our letters lies, once for each copy.
func (c *crash) letters() map[string][]string {
	c.t.Helper()
	u := c.hand
	found := map[string][]string{}
	for _, folder := range []string{"INBOX", "Drafts", "Sent", "Trash"} {
		box, err := u.Select(folder, &goimap.SelectOptions{ReadOnly: true}).Wait()
		if err != nil {
			c.t.Fatal(err)
		}
		if box.NumMessages == 0 {
			continue
		}
		everything := goimap.SeqSet{}
		everything.AddRange(1, 0)
		messages, err := u.Fetch(everything, &goimap.FetchOptions{Envelope: true}).Collect()
		if err != nil {
			c.t.Fatal(err)
		}
		for _, m := range messages {
			if from := m.Envelope.From; len(from) == 1 && from[0].Addr() == "robin@example.com" {
				found[m.Envelope.MessageID] = append(found[m.Envelope.MessageID], folder)
			}
		}
	}
	return found
}

// moveAll moves what lies in a folder as the user's own program does.
func (c *crash) moveAll(from, to string) {
	c.t.Helper()
	u := c.hand
	box, err := u.Select(from, nil).Wait()
	if err != nil {
		c.t.Fatal(err)
	}
	if box.NumMessages == 0 {
		return
	}
	everything := goimap.SeqSet{}
	everything.AddRange(1, 0)
	if _, err := u.Move(everything, to).Wait(); err != nil {
		c.t.Fatal(err)
	}
}
