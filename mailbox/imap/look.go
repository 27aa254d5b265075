package imap

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/emersion/go-imap/v2"

	"heardback/mailbox"
)

const (
	// maxDrafts and maxSent bound how many headers of a folder a look reads, the newest first.
	maxDrafts = 2000
	maxSent   = 4000
	// clockSkew is how much earlier than our APPEND the user's clock may date the mail that came of it.
	clockSkew = 10 * time.Minute
)

// lookFields are the header fields by which a letter is recognised after other programs had it in hand.
var lookFields = []string{"Message-ID", "In-Reply-To", "References", "To", "Cc", "From", "Subject", "Date"}

var lookSection = &imap.FetchItemBodySection{Specifier: imap.PartSpecifierHeader, HeaderFields: lookFields, Peek: true}

// trace is a message of Drafts, Sent or Trash that may have come of a letter of ours.
type trace struct {
	uid imap.UID
	mailbox.Header
	to []string // addresses of To and Cc
}

// Look reports what became of letters: by UID and bytes, then by what clients leave of a draft (MAIL.md section 2).
// Of a letter whose folder cannot be opened, and of which there is no trace elsewhere, it says nothing. It reads headers of Drafts and of recent Sent mail once for all letters, and asks Trash by Message-ID.
func (c *Client) Look(ctx context.Context, letters []mailbox.Placed) ([]mailbox.Sighting, error) {
	if len(letters) == 0 {
		return nil, nil
	}
	var out []mailbox.Sighting
	err := c.do(ctx, true, func(s *session) error {
		l := &looking{c: c, s: s, ctx: ctx, letters: letters, shut: map[int]bool{}, out: make([]mailbox.Sighting, len(letters))}
		for i, p := range letters {
			l.out[i] = mailbox.Sighting{Key: p.Key, State: mailbox.Gone}
		}
		for _, step := range []func() error{l.homes, l.sent, l.trash} {
			if err := step(); err != nil {
				return err
			}
		}
		out = nil
		for i, seen := range l.out {
			if !l.shut[i] || seen.State != mailbox.Gone { // what cannot be seen is not gone
				out = append(out, seen)
			}
		}
		return nil
	})
	return out, err
}

type looking struct {
	c       *Client
	s       *session
	ctx     context.Context
	letters []mailbox.Placed
	out     []mailbox.Sighting
	shut    map[int]bool // letters whose folder is there and cannot be opened
}

// homes looks into the folders that the letters were put into.
func (l *looking) homes() error {
	drafts, err := l.s.role(l.ctx, mailbox.Drafts)
	if err != nil && !Is(err, NoFolder) {
		return err
	}
	byFolder := map[string][]int{}
	for i, p := range l.letters {
		name := p.Where.Folder
		if name == "" && drafts != nil {
			name = drafts.name
		}
		if name != "" {
			byFolder[name] = append(byFolder[name], i)
		}
	}
	var moved []int
	for name, letters := range byFolder {
		o, err := l.s.examine(l.ctx, name)
		switch {
		case Is(err, Refused) && !l.s.lost():
			there, err := l.s.listed(l.ctx, name)
			if err != nil {
				return err
			}
			for _, i := range letters {
				l.shut[i] = there
			}
			moved = append(moved, letters...)
			continue
		case err != nil:
			return err
		}
		if err := l.home(*o, letters); err != nil {
			return err
		}
		for _, i := range letters {
			if l.out[i].State == mailbox.Gone && !strings.EqualFold(name, "INBOX") {
				moved = append(moved, i)
			}
		}
	}
	if drafts == nil {
		return nil
	}
	// The mailbox may have moved to another server, or the folder may be called otherwise by now.
	moved = slices.DeleteFunc(moved, func(i int) bool {
		at := l.letters[i].Where.Folder
		return at == "" || at == drafts.name
	})
	if len(moved) == 0 {
		return nil
	}
	o, err := l.s.examine(l.ctx, drafts.name)
	if err != nil {
		return err
	}
	return l.home(*o, moved)
}

// in reports whether the place of a letter names UIDs of the open folder o.
func in(p mailbox.Placed, o opened) bool {
	return p.Where.UIDValidity == o.UIDValidity && (p.Where.Folder == "" || p.Where.Folder == o.name)
}

// home settles the letters that were put into the open folder o.
func (l *looking) home(o opened, letters []int) error {
	var traces []trace
	if strings.EqualFold(o.name, "INBOX") {
		for _, i := range letters { // INBOX is large: ask for each letter instead
			found, err := l.byID(l.letters[i].MessageID)
			if err != nil {
				return err
			}
			traces = append(traces, found...)
		}
	} else {
		var err error
		if traces, err = l.find("all", imap.SearchCriteria{}, maxDrafts); err != nil {
			return err
		}
	}
	for _, i := range letters {
		gone, err := l.vanished(o, l.letters[i])
		if err != nil {
			return err
		}
		l.out[i].Vanished = l.out[i].Vanished || gone
		if err := l.inHome(o, i, traces); err != nil {
			return err
		}
	}
	return nil
}

// vanished holds the UIDs that the open folder gave since the open intent p (they only grow, RFC 9051 section 2.3.1.1) against what lies
// there now and against the other letters of ours.
func (l *looking) vanished(o opened, p mailbox.Placed) (bool, error) {
	first := imap.UID(p.Where.UID)
	if !p.Open || first == 0 || !in(p, o) || first >= o.UIDNext {
		return false, nil
	}
	uids, err := l.s.search(l.ctx, first, 0, imap.SearchCriteria{})
	if err != nil {
		return false, err
	}
	known := map[imap.UID]bool{}
	for _, uid := range p.Others {
		known[imap.UID(uid)] = true
	}
	for _, uid := range uids {
		known[uid] = true
	}
	given := o.UIDNext - first
	for uid := range known {
		if uid >= first && uid < o.UIDNext {
			given--
		}
	}
	return given > 0, nil
}

// inHome settles letter i by what lies in its folder.
func (l *looking) inHome(o opened, i int, traces []trace) error {
	p, same := l.letters[i], in(l.letters[i], o)
	var edited *trace
	for n := range traces {
		t := &traces[n]
		ours := p.MessageID != "" && t.ID == p.MessageID
		if same && !p.Open && p.Where.UID != 0 && uint32(t.uid) == p.Where.UID {
			ours = true
		}
		if !ours {
			// A draft that was there before ours cannot have come of it; nor has one that is another letter of ours.
			later := !same || uint32(t.uid) >= p.Where.UID
			if later && l.foreign(t) && related(p, t) {
				edited = t
			}
			continue
		}
		hash, err := l.hash(t.uid)
		if err != nil {
			return err
		}
		where := mailbox.Where{Folder: o.name, UIDValidity: o.UIDValidity, UID: uint32(t.uid), Hash: hash}
		// Of an open intent the bytes on the server may not be known; its Message-ID is ours alone. In all other cases
		// bytes that cannot be compared are taken for the user's.
		if hash != "" && (hash == p.Where.Hash || p.Open && p.Where.Hash == "") {
			l.out[i] = mailbox.Sighting{Key: p.Key, State: mailbox.Untouched, Where: where, MessageID: t.ID}
			return nil
		}
		edited = t
	}
	if edited != nil {
		l.out[i] = mailbox.Sighting{
			Key: p.Key, State: mailbox.Edited, MessageID: edited.ID,
			Where: mailbox.Where{Folder: o.name, UIDValidity: o.UIDValidity, UID: uint32(edited.uid)},
		}
	}
	return nil
}

// foreign reports whether a draft is none of the letters that are looked for.
func (l *looking) foreign(t *trace) bool {
	return !slices.ContainsFunc(l.letters, func(p mailbox.Placed) bool { return p.MessageID != "" && p.MessageID == t.ID })
}

// related: the same recipient and the same In-Reply-To, or, for a new thread and where In-Reply-To was dropped (Proton
// Bridge does), the same subject.
func related(p mailbox.Placed, t *trace) bool {
	if !slices.Contains(t.to, strings.ToLower(p.To)) {
		return false
	}
	if len(t.InReplyTo) > 0 {
		return slices.Contains(t.InReplyTo, p.InReplyTo)
	}
	return subject(t.Subject) == subject(p.Subject)
}

// sent looks for what was sent. A letter that still lies where it was may have been sent all the same, under its own
// Message-ID: some clients leave the draft behind.
func (l *looking) sent() error {
	var since time.Time
	for _, p := range l.letters {
		if since.IsZero() || p.At.Before(since) {
			since = p.At
		}
	}
	o, err := l.s.role(l.ctx, mailbox.Sent)
	if Is(err, NoFolder) {
		return nil
	}
	if err != nil {
		return err
	}
	var criteria imap.SearchCriteria
	if !since.IsZero() {
		criteria.Since = since.Add(-48 * time.Hour) // SINCE compares days, in the server's zone
	}
	traces, err := l.find("since "+criteria.Since.Format(time.DateOnly), criteria, maxSent)
	if err != nil {
		return err
	}
	for i, p := range l.letters {
		state := l.out[i].State
		for n := range traces {
			t := &traces[n]
			if !sentAs(p, t, l.out[i].MessageID, state == mailbox.Gone) {
				continue
			}
			l.out[i] = mailbox.Sighting{
				Key: p.Key, State: mailbox.SentByNow, At: t.Sent(), MessageID: t.ID,
				Where: mailbox.Where{Folder: o.name, UIDValidity: o.UIDValidity, UID: uint32(t.uid)},
			}
			break
		}
	}
	return nil
}

// sentAs reports whether the sent mail t came of letter p. Beyond the Message-ID only a letter that is gone is recognised:
// by its thread, or by recipient and subject, and only if it was sent after the letter was placed.
func sentAs(p mailbox.Placed, t *trace, draft string, gone bool) bool {
	if t.ID != "" && (t.ID == p.MessageID || t.ID == draft) {
		return true
	}
	if !gone || t.Sent().Before(p.At.Add(-clockSkew)) || !slices.Contains(t.to, strings.ToLower(p.To)) {
		return false
	}
	if p.InReplyTo != "" && (slices.Contains(t.InReplyTo, p.InReplyTo) || slices.Contains(t.References, p.InReplyTo)) {
		return true
	}
	return subject(t.Subject) == subject(p.Subject)
}

// trash asks for those letters that left no trace elsewhere.
func (l *looking) trash() error {
	gone := func(s mailbox.Sighting) bool { return s.State == mailbox.Gone }
	if !slices.ContainsFunc(l.out, gone) {
		return nil
	}
	o, err := l.s.role(l.ctx, mailbox.Trash)
	if Is(err, NoFolder) {
		return nil
	}
	if err != nil {
		return err
	}
	for i, p := range l.letters {
		if !gone(l.out[i]) || p.MessageID == "" {
			continue
		}
		found, err := l.byID(p.MessageID)
		if err != nil {
			return err
		}
		if len(found) > 0 {
			l.out[i] = mailbox.Sighting{
				Key: p.Key, State: mailbox.Deleted, MessageID: p.MessageID,
				Where: mailbox.Where{Folder: o.name, UIDValidity: o.UIDValidity, UID: uint32(found[len(found)-1].uid)},
			}
		}
	}
	return nil
}

// byID finds messages of the open folder by Message-ID. SEARCH looks for a substring, so the header decides.
func (l *looking) byID(id string) ([]trace, error) {
	if id == "" {
		return nil, nil
	}
	traces, err := l.find("id "+id, byMessageID(id), 20)
	return slices.DeleteFunc(slices.Clone(traces), func(t trace) bool { return t.ID != id }), err
}

// find returns the newest messages of the open folder that match, at most so many; question names the criteria.
func (l *looking) find(question string, criteria imap.SearchCriteria, most int) ([]trace, error) {
	return l.remembered(question, func() ([]trace, error) {
		uids, err := l.s.search(l.ctx, 1, 0, criteria)
		if err != nil {
			return nil, err
		}
		return l.read(uids[max(0, len(uids)-most):])
	})
}

// read fetches the headers of uids in the open folder. What cannot be read is left out: it is no letter of ours.
func (l *looking) read(uids []imap.UID) ([]trace, error) {
	var out []trace
	for len(uids) > 0 {
		n := min(len(uids), chunk)
		records, err := l.s.fetch(l.ctx, imap.UIDSetNum(uids[:n]...), gatherOctets, &imap.FetchOptions{
			InternalDate: true, BodySection: []*imap.FetchItemBodySection{lookSection},
		})
		if err != nil {
			return nil, err
		}
		for _, uid := range uids[:n] {
			if t, ok := newTrace(records[uid]); ok {
				out = append(out, t)
			}
		}
		uids = uids[n:]
	}
	return out, nil
}

// newTrace reads a header; it fails on one that cannot be read or was not given.
func newTrace(r *record) (trace, bool) {
	if r == nil {
		return trace{}, false
	}
	raw, _ := r.body(lookSection)
	h, err := mailbox.ParseHeader(raw, mailbox.Options{})
	if err != nil {
		return trace{}, false
	}
	h.Received = r.internal
	t := trace{uid: r.uid, Header: h}
	for _, a := range slices.Concat(h.To, h.Cc) {
		t.to = append(t.to, strings.ToLower(a.Address))
	}
	return t, true
}

// subject normalises a subject for comparison: without reply and forward marks, case and spacing.
func subject(s string) string {
	s = strings.ToLower(strings.Join(strings.Fields(s), " "))
	for {
		mark, rest, ok := strings.Cut(s, ":")
		if !ok || !replyMarks[strings.TrimSpace(mark)] {
			return s
		}
		s = strings.TrimSpace(rest)
	}
}

var replyMarks = map[string]bool{
	"re": true, "aw": true, "antw": true, "antwort": true, "sv": true, "vs": true, "rv": true, "ref": true, "rif": true,
	"r": true, "res": true, "odp": true, "fw": true, "fwd": true, "wg": true, "tr": true, "enc": true, "i": true, "doorst": true,
}
