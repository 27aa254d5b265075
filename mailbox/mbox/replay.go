package mbox

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"heardback/mailbox"
)

// Replay is an account that plays back messages from files as if they arrived now: what rehearse runs its rounds on.
// Nothing is written anywhere; a placed draft lies untouched until the user's own mail shows that something like it was sent.
type Replay struct {
	name     string
	messages []mailbox.Message // by arrival
	now      time.Time
	next     uint32
	placed   map[string]bool // by Message-ID
}

// NewReplay returns an account that holds messages; each arrives at its Received time.
func NewReplay(name string, messages []mailbox.Message) *Replay {
	slices.SortStableFunc(messages, func(a, b mailbox.Message) int { return a.Received.Compare(b.Received) })
	return &Replay{name: name, messages: messages, next: 1, placed: map[string]bool{}}
}

// Advance sets the clock of the account: messages that arrive later are not there yet.
func (r *Replay) Advance(now time.Time) { r.now = now }

// Arrivals returns when messages arrive, in order, each moment once.
func (r *Replay) Arrivals() []time.Time {
	var at []time.Time
	for i := range r.messages {
		t := r.messages[i].Received
		if len(at) == 0 || !at[len(at)-1].Equal(t) {
			at = append(at, t)
		}
	}
	return at
}

// Name implements round.Mailbox.
func (r *Replay) Name() string { return r.name }

// Sync hands over the messages that have arrived since the cursor, which counts messages.
func (r *Replay) Sync(_ context.Context, cursor mailbox.Cursor, want func(*mailbox.Header) mailbox.Want, take func(mailbox.Batch) error) error {
	start := 0
	if cursor != nil {
		n, err := strconv.Atoi(string(cursor))
		if err != nil || n < 0 || n > len(r.messages) {
			return fmt.Errorf("cursor %q is not one of this replay", cursor)
		}
		start = n
	}
	end := start
	batch := mailbox.Batch{Total: len(r.messages)}
	for end < len(r.messages) && !r.messages[end].Received.After(r.now) {
		m := r.messages[end]
		h := mailbox.Header{Message: m}
		h.Text, h.Quoted, h.Signature, h.Links, h.Calendars, h.Attachments = "", "", "", nil, nil, nil
		if want(&h) != mailbox.WantHeader {
			batch.Messages = append(batch.Messages, m)
		} else {
			batch.Skipped = append(batch.Skipped, h)
		}
		end++
	}
	if end == start {
		return nil
	}
	batch.Cursor, batch.Done = mailbox.Cursor(strconv.Itoa(end)), end
	return take(batch)
}

// Look implements round.Mailbox: a letter was sent when the user's own mail has its Message-ID, and perhaps when one answers the same mail
// to the same person, or carries its subject to the same person. Otherwise one that was placed lies untouched.
func (r *Replay) Look(_ context.Context, letters []mailbox.Placed) ([]mailbox.Sighting, error) {
	var seen []mailbox.Sighting
	for _, l := range letters {
		for i := range r.messages {
			m := &r.messages[i]
			if m.Received.After(r.now) {
				break
			}
			if m.Own && m.Received.After(l.At) && sentAs(m, l) {
				seen = append(seen, mailbox.Sighting{Key: l.Key, State: mailbox.SentByNow, At: m.Sent(), Where: l.Where, MessageID: m.ID, Perhaps: m.ID != l.MessageID})
			}
		}
		state := mailbox.Untouched
		if !r.placed[l.MessageID] {
			state = mailbox.Gone
		}
		seen = append(seen, mailbox.Sighting{Key: l.Key, State: state, Where: l.Where, MessageID: l.MessageID})
	}
	return seen, nil
}

func sentAs(m *mailbox.Message, l mailbox.Placed) bool {
	if m.ID != "" && m.ID == l.MessageID {
		return true
	}
	to := slices.ContainsFunc(m.To, func(a mailbox.Address) bool { return strings.EqualFold(a.Address, l.To) })
	if !to {
		return false
	}
	if l.InReplyTo != "" {
		return slices.Contains(m.InReplyTo, l.InReplyTo) || slices.Contains(m.References, l.InReplyTo)
	}
	return bareSubject(m.Subject) == bareSubject(l.Subject)
}

// bareSubject is the subject without reply prefixes, folded for comparison.
func bareSubject(s string) string {
	s = strings.ToLower(strings.Join(strings.Fields(s), " "))
	for {
		prefix, rest, ok := strings.Cut(s, ":")
		if !ok || len(prefix) > 4 {
			return s
		}
		s = strings.TrimSpace(rest)
	}
}

// Place implements round.Mailbox; the letter is kept nowhere.
func (r *Replay) Place(_ context.Context, l mailbox.Letter) (mailbox.Where, error) {
	w := mailbox.Where{Folder: string(l.Folder), UIDValidity: 1, UID: r.next, Hash: l.MessageID}
	r.next++
	r.placed[l.MessageID] = true
	return w, nil
}

// Next implements round.Mailbox.
func (r *Replay) Next(_ context.Context, f mailbox.Folder) (mailbox.Where, error) {
	return mailbox.Where{Folder: string(f), UIDValidity: 1, UID: r.next}, nil
}

// Withdraw implements round.Mailbox.
func (r *Replay) Withdraw(context.Context, mailbox.Placed) error { return nil }
