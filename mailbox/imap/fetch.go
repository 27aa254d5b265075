package imap

import (
	"context"
	"io"
	"slices"
	"sync"
	"time"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"
)

// record is what FETCH responses said of one message.
type record struct {
	uid      imap.UID
	size     int64
	internal time.Time
	flags    []imap.Flag
	shape    imap.BodyStructure
	bodies   []body
	sized    bool // RFC822.SIZE was there
}

type body struct {
	section *imap.FetchItemBodySection
	octets  []byte
}

// body returns what was fetched of a section, and whether it was there at all. Servers echo lists of header fields in
// their own spelling, so a list matches any other.
func (r *record) body(want *imap.FetchItemBodySection) ([]byte, bool) {
	for _, b := range r.bodies {
		if b.section.Specifier == want.Specifier && slices.Equal(b.section.Part, want.Part) {
			return b.octets, true
		}
	}
	return nil, false
}

// strays collects what go-imap does not take for an answer: when a server slips in flags of a message, go-imap takes those
// for the answer and hands the real one, body and all, to its handler of unasked data. So both are merged by UID.
type strays struct {
	mu   sync.Mutex
	into *gathering // nil between commands
}

// gathering is the answer to one FETCH, from both sources.
type gathering struct {
	mu      sync.Mutex
	wanted  imap.UIDSet
	records map[imap.UID]*record
	pending sync.WaitGroup
}

// set says where strays go from now on; nil drops them.
func (s *strays) set(g *gathering) {
	s.mu.Lock()
	s.into = g
	s.mu.Unlock()
}

// take is called by go-imap in a goroutine of its own. A body blocks go-imap's reader until it is read, so a stray with a
// body is always known to the gathering before its command completes.
func (s *strays) take(msg *imapclient.FetchMessageData) {
	s.mu.Lock()
	g := s.into
	if g != nil {
		g.pending.Add(1)
		defer g.pending.Done()
	}
	s.mu.Unlock()
	r, err := readMessage(msg)
	if g != nil && err == nil {
		g.add(r)
	}
}

// add merges what one response said of a message into what is known of it.
func (g *gathering) add(r *record) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if r.uid == 0 || !g.wanted.Contains(r.uid) {
		return
	}
	have := g.records[r.uid]
	if have == nil {
		g.records[r.uid] = r
		return
	}
	if r.sized {
		have.size, have.sized = r.size, true
	}
	if !r.internal.IsZero() {
		have.internal = r.internal
	}
	if r.flags != nil {
		have.flags = r.flags
	}
	if r.shape != nil {
		have.shape = r.shape
	}
	have.bodies = append(have.bodies, r.bodies...)
}

// fetch reads items of the messages in set. What the server left out is left out of the answer; the caller compares.
// Nothing is returned unless the command completed: a connection that breaks inside a body gives an error.
func (s *session) fetch(ctx context.Context, set imap.UIDSet, allow int64, o *imap.FetchOptions) (map[imap.UID]*record, error) {
	if len(set) == 0 {
		return nil, nil // go-imap closes the connection over an empty set
	}
	return s.fetchAll(ctx, allow, []ask{{set, o}})
}

// ask is one FETCH.
type ask struct {
	set   imap.UIDSet // not empty
	items *imap.FetchOptions
}

// fetchAll is fetch for several commands about different messages, which are sent without waiting for each other's answers (RFC 9051
// section 5.5).
func (s *session) fetchAll(ctx context.Context, allow int64, asks []ask) (map[imap.UID]*record, error) {
	g := &gathering{records: map[imap.UID]*record{}}
	for _, a := range asks {
		g.wanted.AddSet(a.set)
	}
	s.stray.set(g)
	defer s.stray.set(nil)
	err := s.run(ctx, allow, func() error {
		outcomes := make(chan outcome, len(asks))
		for _, a := range asks {
			a.items.UID = true
			cmd := s.Fetch(a.set, a.items)
			go func() { outcomes <- g.read(cmd) }() // a server may answer in another order
		}
		var failed error
		for range asks {
			o := <-outcomes
			if o.broken {
				return o.err
			}
			if failed == nil {
				failed = o.err
			}
		}
		return failed
	})
	if err != nil {
		return nil, err
	}
	s.stray.set(nil)
	g.pending.Wait()
	return g.records, nil
}

// outcome of a command. After one that broke the connection no other may ever end.
type outcome struct {
	err    error
	broken bool
}

// read takes the answer to one command to its end.
func (g *gathering) read(cmd *imapclient.FetchCommand) outcome {
	for msg := cmd.Next(); msg != nil; msg = cmd.Next() {
		r, err := readMessage(msg)
		if err != nil {
			return outcome{err, true} // reading on would race with go-imap's own reader
		}
		g.add(r)
	}
	return outcome{err: cmd.Close()}
}

// readMessage reads one FETCH response to its end, or up to the error that ended the connection.
func readMessage(msg *imapclient.FetchMessageData) (*record, error) {
	r := &record{}
	for item := msg.Next(); item != nil; item = msg.Next() {
		switch item := item.(type) {
		case imapclient.FetchItemDataUID:
			r.uid = item.UID
		case imapclient.FetchItemDataFlags:
			r.flags = item.Flags
		case imapclient.FetchItemDataRFC822Size:
			r.size, r.sized = item.Size, true
		case imapclient.FetchItemDataInternalDate:
			r.internal = item.Time
		case imapclient.FetchItemDataBodyStructure:
			r.shape = item.BodyStructure
		case imapclient.FetchItemDataBodySection:
			octets, err := readLiteral(item.Literal)
			if err != nil {
				return nil, err
			}
			r.bodies = append(r.bodies, body{item.Section, octets})
		}
	}
	return r, nil
}

// readLiteral reads a literal of the announced size; one that ends early is an error, which go-imap itself does not report.
// The scanner beneath has bounded the size.
func readLiteral(lit imap.LiteralReader) ([]byte, error) {
	if lit == nil { // NIL: the server has nothing to show
		return nil, nil
	}
	octets := make([]byte, lit.Size())
	if _, err := io.ReadFull(lit, octets); err != nil {
		return nil, err
	}
	// One more read sees the end, which lets go-imap's reader go on.
	if n, err := lit.Read(make([]byte, 1)); n != 0 || err != io.EOF {
		return nil, io.ErrUnexpectedEOF
	}
	return octets, nil
}
