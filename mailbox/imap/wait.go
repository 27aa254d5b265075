package imap

import (
	"context"
	"time"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"

	"heardback/mailbox"
)

// Wait returns once there may be news in INBOX, or when it is time to look anyway. While it waits, no other method runs.
// IDLE (RFC 2177) is issued anew every Account.Idle, since both NAT and go-imap lose it in the end; without IDLE only the
// timer wakes. Mail that came after the last Sync and before Wait counts as news, and so does a server that answers again after a Sync
// that failed. Called after a failure it first leaves the server alone as Backoff says. What failed here is told by the next other call.
func (c *Client) Wait(ctx context.Context) error {
	if err := c.health.rest(ctx); err != nil {
		return err
	}
	err := c.turns(ctx, true, func(s *session) error {
		o, err := s.orderly(ctx, func(ctx context.Context) (*opened, error) { return s.role(ctx, mailbox.Inbox) })
		if err != nil {
			return err
		}
		if seen, ok := c.next[o.name]; ok && uint32(o.UIDNext) > seen || c.health.missed() {
			return nil
		}
		poll := time.NewTimer(c.acc.Poll)
		defer poll.Stop()
		if !s.caps.Has(imap.CapIdle) {
			select {
			case <-poll.C:
				return nil
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		for {
			news, err := s.idle(ctx, min(c.acc.Idle, c.acc.Poll), poll.C)
			if news || err != nil {
				return err
			}
		}
	})
	c.health.waited(err)
	return err
}

// orderly lets a short command end although ctx has ended, within the time of parting: cutting it off would cost the connection, which the next
// call needs.
func (s *session) orderly(ctx context.Context, command func(context.Context) (*opened, error)) (*opened, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	late, cancel := context.WithCancel(context.WithoutCancel(ctx))
	defer cancel()
	stop := context.AfterFunc(ctx, func() {
		t := time.AfterFunc(parting, cancel)
		context.AfterFunc(late, func() { t.Stop() })
	})
	defer stop()
	o, err := command(late)
	if err != nil && ctx.Err() != nil {
		err = ctx.Err()
	}
	return o, err
}

// idle is one IDLE command: it ends with news, when the timer fires (which counts as news), or after the time, without.
func (s *session) idle(ctx context.Context, d time.Duration, poll <-chan time.Time) (news bool, err error) {
	select {
	case <-s.news: // of before
	default:
	}
	var cmd *imapclient.IdleCommand
	if _, err := s.orderly(ctx, func(ctx context.Context) (*opened, error) {
		return nil, s.run(ctx, small, func() (err error) { cmd, err = s.Idle(); return err })
	}); err != nil {
		return false, err
	}
	// Until DONE the server owes nothing, yet a connection that is dead for sure must not be waited on.
	s.conn.expect(d+s.conn.timeout, medium)
	again := time.NewTimer(d)
	defer again.Stop()
	select {
	case <-s.news:
		news = true
	case <-poll:
		news = true
	case <-again.C:
	case <-s.Closed():
	case <-ctx.Done():
	}
	// DONE keeps the connection for the next call; whoever is told to stop does not wait long for it.
	s.conn.expect(s.conn.timeout, medium)
	if ctx.Err() != nil {
		hurry := time.AfterFunc(parting, func() { s.conn.abort(errSilent) })
		defer hurry.Stop()
	}
	done := cmd.Close()
	if done == nil {
		done = cmd.Wait()
	}
	s.conn.end()
	if err := ctx.Err(); err != nil {
		return false, err
	}
	return news, s.explain(ctx, done)
}
