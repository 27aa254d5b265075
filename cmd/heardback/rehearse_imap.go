package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"

	"heardback/digest"
	"heardback/mailbox"
	"heardback/mailbox/imap"
	"heardback/round"
)

// fromAccounts returns the round of the user of the configuration, without letters to the user, and all messages of the accounts. The
// mailboxes are only read, and neither the database nor its lock is touched: the daemon may run meanwhile.
func (p *Program) fromAccounts(ctx context.Context, _ []string, _ rehearseFlags) (*round.Round, []mailbox.Message, error) {
	c, err := p.config()
	if err != nil {
		return nil, nil, err
	}
	r := newRound(c, round.NewMemory(nil, nil), p.log(slog.LevelError))
	r.Letters, r.Observe = nil, false // what a daemon that places drafts would have done
	var messages []mailbox.Message
	for i := range c.Accounts {
		read, err := p.readAccount(ctx, p.account(&c.Accounts[i]))
		if err != nil {
			return nil, nil, err
		}
		messages = append(messages, read...)
	}
	if len(messages) == 0 {
		return nil, nil, errors.New("there is no message in the mailbox: since in [[account]] says how far back it is read")
	}
	return r, messages, nil
}

// readAccount reads an account from its beginning, each message once, whichever folders it lies in.
func (p *Program) readAccount(ctx context.Context, a imap.Account) ([]mailbox.Message, error) {
	a.Corrections = "" // what the user has said by filing since was not known then
	box, err := imap.New(a)
	if err != nil {
		return nil, err
	}
	defer box.Close()
	var messages []mailbox.Message
	seen := map[string]bool{}
	want := func(h *mailbox.Header) mailbox.Want {
		if h.List == digest.ListID {
			return mailbox.WantHeader
		}
		return mailbox.WantAll
	}
	err = box.Sync(ctx, nil, want, func(b mailbox.Batch) error {
		for _, m := range b.Messages {
			if !seen[m.Key] {
				seen[m.Key] = true
				messages = append(messages, m)
			}
		}
		for _, f := range b.Failed {
			fmt.Fprintf(p.Stderr, "heardback: %s\n", f)
		}
		return nil
	})
	return messages, err
}
