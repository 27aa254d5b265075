package imap

import (
	"bytes"
	"iter"
	"slices"
	"strings"

	"github.com/emersion/go-imap/v2"

	"heardback/mailbox"
)

const (
	wholeUpTo = 64 << 10 // a message up to this size that can have no attachment is read as a whole
	formsUpTo = 8 << 10  // up to this size, plain form and HTML are read together even where the one would do
	maxRaw    = 2 << 20  // what is read of any message at most, as mailbox.Parse does
	maxPart   = 512 << 10
	maxHeader = 128 << 10
	maxParts  = 12
)

var (
	wholeSection = &imap.FetchItemBodySection{Peek: true, Partial: &imap.SectionPartial{Size: maxRaw}}
	fullHeader   = &imap.FetchItemBodySection{Specifier: imap.PartSpecifierHeader, HeaderFieldsNot: bulky, Peek: true, Partial: &imap.SectionPartial{Size: maxHeader}}
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

// bulky are fields that tell us nothing and are half of many a header.
var bulky = []string{
	"DKIM-Signature", "X-Google-DKIM-Signature", "ARC-Seal", "ARC-Message-Signature", "ARC-Authentication-Results", "X-Google-Smtp-Source", "X-Gm-Message-State",
	"X-Microsoft-Antispam", "X-Microsoft-Antispam-Message-Info", "X-Forefront-Antispam-Report", "X-MS-Exchange-AntiSpam-MessageData-0", "X-SG-EID", "X-SG-ID",
}

// textOnly are the types of messages without attachments, besides bounces, of which every part counts.
var textOnly = map[string]bool{"": true, "text/plain": true, "text/html": true, "multipart/alternative": true, "multipart/report": true, "text/calendar": true}

// asWhole reports whether a message is read without asking for its structure first: it is small, and has nothing that would be left out.
func asWhole(it *item) bool {
	limit := int64(wholeUpTo)
	if it.want == mailbox.WantWords && it.header.ContentType == "multipart/alternative" {
		limit = formsUpTo
	}
	return it.header.Size <= limit && textOnly[it.header.ContentType]
}

// texts reads the text of the wanted items; what failed is told in the batch. What turns out not to be wanted has its want changed.
func (r *reading) texts(j *job, items []*item, b *mailbox.Batch) error {
	if slices.ContainsFunc(items, func(it *item) bool { return it.want != mailbox.WantHeader }) {
		if err := r.reopen(j); err != nil {
			return err
		}
	}
	shapes := map[imap.UID]*record{}
	manifold := func(it *item) bool { return mayBegin(it) && !isText(it.header.ContentType) }
	if err := r.structures(j, items, manifold, shapes); err != nil {
		return err
	}
	if err := r.glimpse(j, items, shapes); err != nil {
		return err
	}
	inParts := func(it *item) bool { return it.want != mailbox.WantHeader && !asWhole(it) }
	if err := r.structures(j, items, inParts, shapes); err != nil {
		return err
	}
	var whole, parted []*item
	for _, it := range items {
		switch {
		case it.want == mailbox.WantHeader:
		case asWhole(it):
			whole = append(whole, it)
		default:
			parted = append(parted, it)
		}
	}
	messages := map[imap.UID]mailbox.Message{}
	for group := range lightly(whole) {
		if err := r.whole(j, group, b, messages); err != nil {
			return err
		}
	}
	shapeless, err := r.parts(j, parted, shapes, messages)
	if err != nil {
		return err
	}
	for _, uid := range shapeless { // one at a time: each may be large
		if err := r.whole(j, []imap.UID{uid}, b, messages); err != nil {
			return err
		}
	}
	for _, it := range items {
		m, ok := messages[it.uid]
		if !ok {
			continue
		}
		m.Own = m.Own || it.header.Own
		if r.claimed(j, &m) {
			continue
		}
		m.Filed = it.header.Filed
		m.Received = it.header.Received
		it.message = &m
	}
	return nil
}

// claimed reports whether a message bears the user's address as its sender and that is nothing but a claim: it was delivered to INBOX, as
// a stranger's mail is, and the user's provider does not vouch for it. What it says would count as the user's own word, so it is passed
// over; what the user wrote lies in Sent. Where the server has no Sent folder, it is believed.
func (r *reading) claimed(j *job, m *mailbox.Message) bool {
	return m.Own && !j.own && m.Delivered && !r.noSent && strings.EqualFold(j.folder, "INBOX") && m.Auth.DMARC != mailbox.Pass
}

// lightly divides messages so that one answer stays small.
func lightly(items []*item) iter.Seq[[]imap.UID] {
	return func(yield func([]imap.UID) bool) {
		var group []imap.UID
		octets := int64(0)
		for _, it := range items {
			if octets += it.header.Size; octets > maxBatchOctets && len(group) > 0 {
				if !yield(group) {
					return
				}
				group, octets = nil, it.header.Size
			}
			group = append(group, it.uid)
		}
		if len(group) > 0 {
			yield(group)
		}
	}
}

// whole reads messages from their beginning to their end, or to the limit.
func (r *reading) whole(j *job, uids []imap.UID, b *mailbox.Batch, messages map[imap.UID]mailbox.Message) error {
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
