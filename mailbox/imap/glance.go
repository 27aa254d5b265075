package imap

import "github.com/emersion/go-imap/v2"

// glance is what looks have read of a folder. It holds as long as the folder's state does: then no message came or went, and where the server
// has CONDSTORE (RFC 7162) no flag changed either. What a UID names never changes (RFC 9051 section 2.3.1.1).
type glance struct {
	state  folderState
	traces map[string][]trace // by what was asked
	hashes map[imap.UID]string
}

// folderState is what opening a folder tells of it.
type folderState struct {
	validity, messages uint32
	next               imap.UID
	modseq             uint64 // 0 without CONDSTORE
}

// maxGlances bounds how many questions about one folder are remembered.
const maxGlances = 500

// glance returns what is remembered of the open folder.
func (c *Client) glance(o *opened) *glance {
	state := folderState{o.UIDValidity, o.NumMessages, o.UIDNext, o.HighestModSeq}
	g := c.glances[o.name]
	if g == nil || g.state != state || len(g.traces) > maxGlances {
		g = &glance{state: state, traces: map[string][]trace{}, hashes: map[imap.UID]string{}}
		c.glances[o.name] = g
	}
	return g
}

// remembered returns the traces that question gives in the open folder, and reads them only if the folder has changed.
func (l *looking) remembered(question string, read func() ([]trace, error)) ([]trace, error) {
	g := l.c.glance(&l.s.open)
	if known, ok := g.traces[question]; ok {
		return known, nil
	}
	traces, err := read()
	if err == nil {
		g.traces[question] = traces
	}
	return traces, err
}

// hash is session.hash, remembered.
func (l *looking) hash(uid imap.UID) (string, error) {
	g := l.c.glance(&l.s.open)
	if known := g.hashes[uid]; known != "" {
		return known, nil
	}
	hash, err := l.s.hash(l.ctx, uid)
	if err == nil {
		g.hashes[uid] = hash
	}
	return hash, err
}
