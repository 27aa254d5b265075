package imap

import (
	"bytes"
	"fmt"
	"mime"
	"slices"
	"strings"

	"github.com/emersion/go-imap/v2"

	"heardback/mailbox"
)

const (
	wholeUpTo = 64 << 10 // a message up to this size is read as a whole
	maxRaw    = 2 << 20  // what is read of any message at most, as mailbox.Parse does
	maxPart   = 512 << 10
	maxHeader = 128 << 10
	maxParts  = 12
)

var (
	wholeSection = &imap.FetchItemBodySection{Peek: true, Partial: &imap.SectionPartial{Size: maxRaw}}
	fullHeader   = &imap.FetchItemBodySection{Specifier: imap.PartSpecifierHeader, Peek: true, Partial: &imap.SectionPartial{Size: maxHeader}}
	wholeItems   = func() *imap.FetchOptions {
		return &imap.FetchOptions{BodySection: []*imap.FetchItemBodySection{wholeSection}}
	}
	shapeItems = func() *imap.FetchOptions {
		return &imap.FetchOptions{BodyStructure: &imap.FetchItemBodyStructure{Extended: true}}
	}
	hasWhole      = func(r *record) bool { _, ok := r.body(wholeSection); return ok }
	hasShape      = func(r *record) bool { return r.shape != nil }
	partHeaderFor = func(path []int) *imap.FetchItemBodySection {
		return &imap.FetchItemBodySection{Part: path, Specifier: imap.PartSpecifierMIME, Peek: true, Partial: &imap.SectionPartial{Size: maxHeader}}
	}
	partBodyFor = func(path []int) *imap.FetchItemBodySection {
		return &imap.FetchItemBodySection{Part: path, Peek: true, Partial: &imap.SectionPartial{Size: maxPart}}
	}
)

// texts reads the text of the wanted items and adds all of them to the batch.
func (r *reading) texts(j *job, items []item, b *mailbox.Batch) error {
	var (
		whole    []imap.UID
		big      []imap.UID
		messages = map[imap.UID]mailbox.Message{}
	)
	for _, it := range items {
		switch {
		case !it.wanted:
		case it.header.Size <= wholeUpTo:
			whole = append(whole, it.uid)
		default:
			big = append(big, it.uid)
		}
	}
	if len(whole)+len(big) > 0 {
		if err := r.reopen(j); err != nil {
			return err
		}
	}
	read := func(uids []imap.UID) error {
		if len(uids) == 0 {
			return nil
		}
		records, failed, err := r.gather(j, uids, wholeItems, hasWhole)
		if err != nil {
			return err
		}
		b.Failed = append(b.Failed, failed...)
		for uid, rec := range records {
			raw, _ := rec.body(wholeSection)
			m, err := mailbox.Parse(bytes.NewReader(raw), r.c.acc.Parse)
			if err != nil {
				b.Failed = append(b.Failed, r.failure(j, uid, err))
				continue
			}
			m.Truncated = m.Truncated || len(raw) >= maxRaw
			messages[uid] = m
		}
		return nil
	}
	if err := read(whole); err != nil {
		return err
	}
	shapeless, err := r.parts(j, big, messages)
	if err != nil {
		return err
	}
	for _, uid := range shapeless { // one at a time: each may be large
		if err := read([]imap.UID{uid}); err != nil {
			return err
		}
	}
	for _, it := range items {
		m, ok := messages[it.uid]
		if !ok {
			if !it.wanted {
				b.Skipped = append(b.Skipped, it.header)
			}
			continue
		}
		m.Own = m.Own || it.header.Own
		m.Filed = it.header.Filed
		m.Received = it.header.Received
		b.Messages = append(b.Messages, m)
	}
	return nil
}

// parts reads large messages by their structure: the header, the text and calendar parts, and of all others the name only.
// It returns those whose structure is of no use; they are read from their beginning.
func (r *reading) parts(j *job, uids []imap.UID, messages map[imap.UID]mailbox.Message) (shapeless []imap.UID, err error) {
	if len(uids) == 0 {
		return nil, nil
	}
	shapes, failed, err := r.gather(j, uids, shapeItems, hasShape)
	if err != nil {
		return nil, err
	}
	for _, f := range failed { // a malformed structure is no reason to miss the message
		shapeless = append(shapeless, imap.UID(f.Where.UID))
	}
	for _, uid := range uids {
		rec := shapes[uid]
		if rec == nil {
			continue
		}
		leaves := choose(rec.shape)
		if len(leaves) == 1 && len(leaves[0].path) == 1 && leaves[0].read {
			shapeless = append(shapeless, uid) // one long text: nothing is gained by its structure
			continue
		}
		items := func() *imap.FetchOptions {
			o := &imap.FetchOptions{BodySection: []*imap.FetchItemBodySection{fullHeader}}
			for _, l := range leaves {
				if l.read {
					o.BodySection = append(o.BodySection, partHeaderFor(l.path), partBodyFor(l.path))
				}
			}
			return o
		}
		complete := func(rec *record) bool { _, ok := rec.body(fullHeader); return ok }
		got, failed, err := r.gather(j, []imap.UID{uid}, items, complete)
		if err != nil {
			return nil, err
		}
		if len(failed) > 0 || got[uid] == nil {
			shapeless = append(shapeless, uid)
			continue
		}
		m, err := r.assemble(got[uid], leaves)
		if err != nil {
			shapeless = append(shapeless, uid)
			continue
		}
		messages[uid] = m
	}
	slices.Sort(shapeless)
	return shapeless, nil
}

// assemble makes a message of its header and those leaves that were read; the others lend it their names.
func (r *reading) assemble(rec *record, leaves []leaf) (mailbox.Message, error) {
	header, _ := rec.body(fullHeader)
	var parts []mailbox.Part
	for _, l := range leaves {
		if !l.read {
			parts = append(parts, mailbox.Part{Header: l.header()})
			continue
		}
		h, _ := rec.body(partHeaderFor(l.path))
		body, ok := rec.body(partBodyFor(l.path))
		if !ok {
			continue
		}
		if len(bytes.TrimSpace(h)) == 0 {
			h = l.header()
		}
		parts = append(parts, mailbox.Part{Header: h, Body: body, Truncated: len(body) >= maxPart})
	}
	return mailbox.ParseParts(header, parts, r.c.acc.Parse)
}

// leaf is a part without parts of its own.
type leaf struct {
	path []int
	part *imap.BodyStructureSinglePart
	read bool
}

// choose lists the leaves of a message, at most maxParts of them to be read.
func choose(shape imap.BodyStructure) []leaf {
	var leaves []leaf
	reading := 0
	shape.Walk(func(path []int, part imap.BodyStructure) bool {
		single, ok := part.(*imap.BodyStructureSinglePart)
		if !ok {
			return len(path) < 20
		}
		l := leaf{path: slices.Clone(path), part: single, read: readable(single) && reading < maxParts}
		if l.read {
			reading++
		}
		if len(leaves) < 100 {
			leaves = append(leaves, l)
		}
		return false // what lies within a forwarded message is that message's
	})
	return leaves
}

// readable: text to read, calendars wherever they hang, and what a bounce says.
func readable(p *imap.BodyStructureSinglePart) bool {
	attached := p.Disposition() != nil && strings.EqualFold(p.Disposition().Value, "attachment")
	switch strings.ToLower(p.Type + "/" + p.Subtype) {
	case "text/plain", "text/html":
		return !attached
	case "text/calendar", "application/ics", "message/delivery-status", "text/rfc822-headers":
		return true
	}
	return false
}

// header writes the header of a part as its structure describes it.
func (l leaf) header() []byte {
	p := l.part
	kind := strings.ToLower(p.Type + "/" + p.Subtype)
	params := map[string]string{}
	for k, v := range p.Params {
		params[strings.ToLower(k)] = v
	}
	var b bytes.Buffer
	if ct := mime.FormatMediaType(kind, params); ct != "" {
		fmt.Fprintf(&b, "Content-Type: %s\r\n", ct)
	} else if ct := mime.FormatMediaType(kind, nil); ct != "" {
		fmt.Fprintf(&b, "Content-Type: %s\r\n", ct)
	}
	if l.read {
		if e := strings.ToLower(p.Encoding); e == "base64" || e == "quoted-printable" {
			fmt.Fprintf(&b, "Content-Transfer-Encoding: %s\r\n", e)
		}
	} else if d := mime.FormatMediaType("attachment", map[string]string{"filename": p.Filename()}); d != "" {
		fmt.Fprintf(&b, "Content-Disposition: %s\r\n", d)
	}
	b.WriteString("\r\n")
	return b.Bytes()
}
