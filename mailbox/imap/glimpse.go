package imap

import (
	"fmt"
	"maps"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/emersion/go-imap/v2"

	"heardback/mailbox"
)

// How much of a text is read to see whether the rest matters: of a page most is no text.
const (
	glimpseOfPlain = 1536
	glimpseOfPage  = 4 << 10
	// openingOfPlain is what shows the first sentences of a plain text.
	openingOfPlain = 720
	// plainSays is from how many octets on a plain form can stand for the HTML beside it: see mailbox.Parse.
	plainSays = 600
)

// beginning is where the text of a message begins.
type beginning struct {
	section *imap.FetchItemBodySection
	header  []byte // MIME header of the part; nil: the message's own
	page    bool   // there is HTML beside it
}

// glimpse reads how the texts of those items begin of which the opening or the words are wanted, and asks again whether they are, now by the
// header and the beginning. It leaves alone what has other parts than text.
func (r *reading) glimpse(j *job, items []*item, shapes map[imap.UID]*record) error {
	alike := map[string][]imap.UID{} // by section: one command asks for them all
	begins := map[imap.UID]beginning{}
	for _, it := range items {
		if !mayBegin(it) {
			continue
		}
		if b, ok := beginningOf(it, shapes[it.uid]); ok {
			begins[it.uid] = b
			key := fmt.Sprint(b.section.Part, b.section.Partial.Size)
			alike[key] = append(alike[key], it.uid)
		}
	}
	if len(begins) == 0 {
		settle(items)
		return nil
	}
	got, err := r.beginnings(j, alike, begins)
	if err != nil {
		return err
	}
	var judges sync.WaitGroup // what a text says has to do with no other: all processors take part
	for part := range slices.Chunk(items, len(items)/runtime.GOMAXPROCS(0)+1) {
		judges.Go(func() {
			for _, it := range part {
				if rec := got[it.uid]; rec != nil {
					it.want = r.again(it, rec, begins[it.uid])
				}
			}
		})
	}
	judges.Wait()
	settle(items)
	return nil
}

// settle has the words read of what has no beginning that could be read.
func settle(items []*item) {
	for _, it := range items {
		if it.want == mailbox.WantOpening {
			it.want = mailbox.WantWords
		}
	}
}

// beginnings reads how texts begin: all at once, and what is missing then, for whatever reason, one command after the other.
func (r *reading) beginnings(j *job, alike map[string][]imap.UID, begins map[imap.UID]beginning) (map[imap.UID]*record, error) {
	items := func(uids []imap.UID) *imap.FetchOptions {
		return &imap.FetchOptions{BodySection: []*imap.FetchItemBodySection{begins[uids[0]].section}}
	}
	var asks []ask
	for _, key := range slices.Sorted(maps.Keys(alike)) {
		asks = append(asks, ask{imap.UIDSetNum(alike[key]...), items(alike[key])})
	}
	got, err := r.c.s.fetchAll(r.ctx, gatherOctets, asks)
	if err != nil {
		got = map[imap.UID]*record{}
	}
	for _, key := range slices.Sorted(maps.Keys(alike)) {
		uids := alike[key]
		complete := func(rec *record) bool { _, ok := rec.body(begins[uids[0]].section); return ok }
		missing := incomplete(uids, got, nil, complete)
		if len(missing) == 0 {
			continue
		}
		records, _, err := r.gather(j, missing, func() *imap.FetchOptions { return items(uids) }, complete)
		if err != nil {
			return nil, err
		}
		for _, uid := range missing {
			delete(got, uid)
		}
		maps.Copy(got, records)
	}
	return got, nil
}

// mayBegin reports whether the beginning of a message may do.
func mayBegin(it *item) bool { return it.want == mailbox.WantOpening || it.want == mailbox.WantWords }

// again asks about a message of which the beginning is known. Where that cannot be read, it is wanted as before.
func (r *reading) again(it *item, rec *record, b beginning) mailbox.Want {
	octets, _ := rec.body(b.section)
	part := mailbox.Part{Header: b.header, Body: octets, Truncated: int64(len(octets)) >= b.section.Partial.Size}
	m, err := mailbox.ParseParts(it.raw, []mailbox.Part{part}, r.c.acc.Parse)
	if err != nil {
		return it.want
	}
	h := it.header
	h.Begun, h.Text, h.Links, h.Bounce = true, m.Text, m.Links, m.Bounce
	h.Truncated = m.Truncated || b.page && len(m.Text) < plainSays
	return r.want(&h)
}

// beginningOf tells where the text of a message begins; rec holds its structure, nil if that was not asked for. It is not ok where there is
// more than one text, and where something counts that is no text: a calendar, a bounce, another message.
func beginningOf(it *item, rec *record) (b beginning, ok bool) {
	if rec == nil {
		b.section = &imap.FetchItemBodySection{Specifier: imap.PartSpecifierText, Peek: true, Partial: &imap.SectionPartial{Size: glimpseOf(it, it.header.ContentType, "")}}
		return b, isText(it.header.ContentType)
	}
	leaves := choose(rec.shape)
	words := plainForm(rec.shape, leaves, plainSays)
	b.page = len(words) < len(leaves)
	var text []leaf
	for _, l := range words {
		switch {
		case l.kind() == "message/rfc822", l.read && !isText(l.kind()):
			return b, false
		case l.read:
			text = append(text, l)
		}
	}
	if len(text) != 1 {
		return b, false
	}
	b.header = text[0].header()
	b.section = &imap.FetchItemBodySection{Part: text[0].path, Peek: true, Partial: &imap.SectionPartial{Size: glimpseOf(it, text[0].kind(), text[0].part.Encoding)}}
	return b, true
}

func isText(kind string) bool { return kind == "" || kind == "text/plain" || kind == "text/html" }

// glimpseOf is how much of a text in this transfer encoding is read of an item.
func glimpseOf(it *item, kind, encoding string) int64 {
	switch {
	case kind == "text/html":
		return glimpseOfPage
	case it.want != mailbox.WantOpening:
		return glimpseOfPlain
	case strings.EqualFold(encoding, "base64"), strings.EqualFold(encoding, "quoted-printable"):
		return openingOfPlain * 4 / 3
	}
	return openingOfPlain
}
