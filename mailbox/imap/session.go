package imap

import (
	"context"
	"slices"
	"time"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"
)

// What an answer may hold, in octets.
const (
	small  = 1 << 20
	medium = 16 << 20
)

// session is one logged-in connection. One goroutine at a time uses it.
type session struct {
	*imapclient.Client
	acc     *Account
	conn    *conn
	caps    imap.CapSet
	folders *folders
	open    opened
	news    chan struct{} // EXISTS was announced
	stray   strays
}

// opened is the folder that is selected.
type opened struct {
	name string
	imap.SelectData
}

// open connects and logs in.
func (a *Account) open(ctx context.Context) (*session, error) {
	s, err := a.connect(ctx)
	if err != nil {
		return nil, err
	}
	if err := s.discover(ctx); err != nil {
		s.close()
		return nil, err
	}
	return s, nil
}

// run performs one command: it starts the deadline and bounds the answer, and it closes the connection when ctx ends.
func (s *session) run(ctx context.Context, allow int64, f func() error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	s.conn.begin(allow)
	stop := context.AfterFunc(ctx, func() { s.conn.abort(ctx.Err()) })
	err := f()
	stop()
	s.conn.end()
	return s.explain(ctx, err)
}

// lost reports whether the connection is of no more use.
func (s *session) lost() bool {
	if s.conn.failure() != nil {
		return true
	}
	select {
	case <-s.Closed():
		return true
	default:
		return false
	}
}

// close drops the connection. go-imap may still wait for somebody to read a body, so nobody waits for it.
func (s *session) close() {
	s.conn.abort(errClosed)
}

// parting is how long a server is waited for once nothing more is wanted of it; a program that is told to stop has five seconds.
const parting = 2 * time.Second

// logout leaves politely, and does not wait long for the answer.
func (s *session) logout() {
	if s.lost() {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), min(s.acc.Timeout, parting))
	defer cancel()
	_ = s.run(ctx, small, func() error { return s.Logout().Wait() }) // leaving without a word is no harm
	s.close()
}

// examine opens a folder read-only and learns its UIDNEXT anew.
func (s *session) examine(ctx context.Context, name string) (*opened, error) {
	return s.selectFolder(ctx, name, false)
}

// selectFolder opens a folder; write is for the withdrawal alone.
func (s *session) selectFolder(ctx context.Context, name string, write bool) (*opened, error) {
	var data *imap.SelectData
	err := s.run(ctx, small, func() (err error) {
		data, err = s.Select(name, &imap.SelectOptions{ReadOnly: !write}).Wait()
		return err
	})
	s.open = opened{}
	if err != nil {
		return nil, err
	}
	if data.UIDValidity == 0 {
		return nil, s.acc.err(Broken, nil, "%s gives no UIDVALIDITY for the folder %s: it cannot be followed", s.acc.Host, name)
	}
	s.open = opened{name: name, SelectData: *data}
	if s.open.UIDNext == 0 { // RFC 3501 let servers leave it out
		all, err := s.search(ctx, 1, 0, imap.SearchCriteria{})
		if err != nil {
			return nil, err
		}
		s.open.UIDNext = 1
		if len(all) > 0 {
			s.open.UIDNext = slices.Max(all) + 1
		}
	}
	o := s.open
	return &o, nil
}

// search returns the UIDs in [from, to] of the open folder that match, ascending; to 0 means no end.
func (s *session) search(ctx context.Context, from, to imap.UID, c imap.SearchCriteria) ([]imap.UID, error) {
	if from == 0 {
		from = 1
	}
	if s.open.NumMessages == 0 || (to != 0 && from > to) {
		return nil, nil
	}
	set := imap.UIDSet{{Start: from, Stop: to}}
	c.UID = append(c.UID, set)
	var o *imap.SearchOptions
	if s.caps.Has(imap.CapESearch) {
		o = &imap.SearchOptions{ReturnAll: true}
	}
	var data *imap.SearchData
	err := s.run(ctx, medium, func() (err error) {
		data, err = s.UIDSearch(&c, o).Wait()
		return err
	})
	if err != nil {
		return nil, err
	}
	return s.uids(data, from, to)
}

// uids unfolds an answer, within what the folder can hold: a range costs a server nothing and us memory.
// "n:*" always names the last message too (RFC 9051 section 6.4.8), so what lies outside [from, to] goes.
func (s *session) uids(data *imap.SearchData, from, to imap.UID) ([]imap.UID, error) {
	set, ok := data.All.(imap.UIDSet)
	if !ok { // no hits under ESEARCH
		return nil, nil
	}
	var out []imap.UID
	for _, r := range set {
		if r.Start == 0 || r.Stop == 0 {
			return nil, s.acc.err(Broken, nil, "%s answers a search with an open range", s.acc.Host)
		}
		lo, hi := max(min(r.Start, r.Stop), from), max(r.Start, r.Stop)
		if to != 0 {
			hi = min(hi, to)
		}
		if hi < lo {
			continue
		}
		if int64(hi-lo) >= int64(maxMessages-len(out)) {
			return nil, s.acc.err(Broken, nil, "%s answers a search with more messages than a folder can hold", s.acc.Host)
		}
		for uid := lo; ; uid++ {
			out = append(out, uid)
			if uid == hi {
				break
			}
		}
	}
	return out, nil
}

// maxMessages bounds what is believed to lie in one folder.
const maxMessages = 5_000_000
