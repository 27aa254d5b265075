package round

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"sync"
	"sync/atomic"

	"heardback/mailbox"
)

// A message upon which the program dies, of what no recover catches, must not end all reading for good (MAIL.md section 4). That an account
// is being read is noted; whoever finds such a note after a death reads one message after the other, each noted before; one that was at
// hand at two deaths is passed over and reported.

const (
	metaReading = "reading:" // and the account's name: a careful
	// carefulFor is how many messages are looked at one by one after a death: as many as are asked about at once. If the next death comes
	// before the reading ended, it is twice as many, since the batches of several folders may hold more.
	carefulFor = 1000
	mostDeaths = 5 // after which that many messages are no more
	deadly     = 2
)

// careful is the reading of one account.
type careful struct {
	store   Store
	account string
	ctx     context.Context
	once    sync.Once
	noted   atomic.Bool
	after   bool // a death

	mu     sync.Mutex
	left   int             // messages to be looked at one by one
	near   map[string]bool // those that were
	over   map[string]bool
	passed []mailbox.Failure
	note   readingNote
}

// readingNote is what the store keeps while an account is read.
type readingNote struct {
	At     string         `json:",omitzero"` // the message at hand
	Deaths int            `json:",omitzero"` // since a reading ended
	Times  map[string]int `json:",omitzero"` // deaths by message
}

// beginReading learns from the note of an earlier process, which is there only if that one died.
func (r *Round) beginReading(ctx context.Context, account string) (*careful, error) {
	c := &careful{store: r.Store, account: account, ctx: ctx}
	text, err := r.Store.Meta(ctx, metaReading+account)
	if err != nil || text == "" {
		return c, err
	}
	if err := json.Unmarshal([]byte(text), &c.note); err != nil {
		return nil, fmt.Errorf("reading what was being read: %w", err)
	}
	if c.note.Times == nil {
		c.note.Times = map[string]int{}
	}
	if c.note.At != "" {
		c.note.Times[c.note.At]++
		c.note.At = ""
	}
	c.note.Deaths++
	c.after, c.left, c.near, c.over = true, carefulFor<<min(c.note.Deaths-1, mostDeaths-1), map[string]bool{}, map[string]bool{}
	return c, nil
}

// want asks how much of a message is worth reading, once it is noted that it is being read.
func (c *careful) want(h *mailbox.Header, ask func(*mailbox.Header) mailbox.Want) mailbox.Want {
	if !c.after {
		c.once.Do(c.keep)
		return ask(h)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	key := c.key(h)
	switch {
	case c.note.Times[key] >= deadly:
		if !c.over[key] {
			c.over[key] = true
			c.passed = append(c.passed, mailbox.Failure{Err: fmt.Sprintf("the program died %d times while it read the message %q of %s: it is passed over", deadly, h.Subject, h.Author().Address)})
		}
		return mailbox.WantHeader
	case c.left == 0 && !c.near[key]:
		if c.note.At != "" { // a death from here on is not that message's
			c.note.At = ""
			c.keep()
		}
		return ask(h)
	}
	if !c.near[key] {
		c.near[key] = true
		c.left--
	}
	if c.note.At != key {
		c.note.At = key
		c.keep()
	}
	w := ask(h)
	if w != mailbox.WantHeader {
		w = mailbox.WantAlone
	}
	return w
}

// key names a message in the note and says nothing of it.
func (c *careful) key(h *mailbox.Header) string {
	sum := sha256.Sum256([]byte(identity(h)))
	return hex.EncodeToString(sum[:8])
}

// passedOver reports whether a message is not to be read whatever it says.
func (c *careful) passedOver(h *mailbox.Header) bool {
	if c == nil || !c.after {
		return false
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.over[c.key(h)]
}

// failures are the messages that were passed over since it was last asked.
func (c *careful) failures() []mailbox.Failure {
	c.mu.Lock()
	defer c.mu.Unlock()
	all := c.passed
	c.passed = nil
	return all
}

// keep writes the note. A store that fails says so when the batch is stored.
func (c *careful) keep() {
	text, err := json.Marshal(c.note)
	if err == nil {
		err = c.store.SetMeta(c.ctx, metaReading+c.account, string(text))
	}
	if err == nil {
		c.noted.Store(true)
	}
}

// end takes the note away: the reading ended, well or badly, and the program lives.
func (c *careful) end() error {
	if !c.noted.Load() && !c.after {
		return nil
	}
	return c.store.SetMeta(context.WithoutCancel(c.ctx), metaReading+c.account, "")
}
