package imap

import (
	"bytes"
	"fmt"
	"iter"
	"maps"
	"mime"
	"slices"
	"strings"

	"github.com/emersion/go-imap/v2"

	"heardback/mailbox"
)

// structures asks for the structure of the items that which picks, unless shapes has it. A malformed one is no reason to miss the message:
// it is left out.
func (r *reading) structures(j *job, items []*item, which func(*item) bool, shapes map[imap.UID]*record) error {
	var uids []imap.UID
	for _, it := range items {
		if shapes[it.uid] == nil && which(it) {
			uids = append(uids, it.uid)
		}
	}
	if len(uids) == 0 {
		return nil
	}
	got, _, err := r.gather(j, uids, shapeItems, hasShape)
	maps.Copy(shapes, got)
	return err
}

// parts reads messages by their structure: the header, the text and calendar parts, and of all others the name only.
// It returns those whose structure is of no use; they are read from their beginning.
func (r *reading) parts(j *job, items []*item, shapes map[imap.UID]*record, messages map[imap.UID]mailbox.Message) (shapeless []imap.UID, err error) {
	alike := map[string][]shaped{} // by the parts to read: one command asks for them all
	for _, it := range items {
		rec := shapes[it.uid]
		if rec == nil {
			shapeless = append(shapeless, it.uid)
			continue
		}
		leaves := choose(rec.shape)
		if it.want == mailbox.WantWords {
			leaves = plainForm(rec.shape, leaves, plainFrom)
		}
		if enough(rec.shape, leaves) {
			shapeless = append(shapeless, it.uid)
			continue
		}
		paths := pathsOf(leaves)
		alike[paths] = append(alike[paths], shaped{it.uid, leaves})
	}
	for _, paths := range slices.Sorted(maps.Keys(alike)) {
		for group := range portions(alike[paths]) {
			unread, err := r.group(j, group, messages)
			if err != nil {
				return nil, err
			}
			shapeless = append(shapeless, unread...)
		}
	}
	slices.Sort(shapeless)
	return shapeless, nil
}

// shaped is a message whose structure is known.
type shaped struct {
	uid    imap.UID
	leaves []leaf
}

// octets is how much of the message is read, as its structure has it.
func (s shaped) octets() int64 {
	var n int64
	for _, l := range s.leaves {
		if l.read {
			n += min(int64(l.part.Size), maxPart)
		}
	}
	return n
}

// portions divides messages so that one answer stays small.
func portions(all []shaped) iter.Seq[[]shaped] {
	return func(yield func([]shaped) bool) {
		for len(all) > 0 {
			n, octets := 1, all[0].octets()
			for n < len(all) && octets+all[n].octets() <= maxBatchOctets {
				octets += all[n].octets()
				n++
			}
			if !yield(all[:n]) {
				return
			}
			all = all[n:]
		}
	}
}

// group reads messages of which the same parts are wanted, and returns those that could not be read so.
func (r *reading) group(j *job, group []shaped, messages map[imap.UID]mailbox.Message) (unread []imap.UID, err error) {
	items := func() *imap.FetchOptions {
		o := &imap.FetchOptions{BodySection: []*imap.FetchItemBodySection{fullHeader}}
		for _, l := range group[0].leaves {
			if l.read {
				o.BodySection = append(o.BodySection, partHeaderFor(l.path), partBodyFor(l.path))
			}
		}
		return o
	}
	complete := func(rec *record) bool { _, ok := rec.body(fullHeader); return ok }
	uids := make([]imap.UID, len(group))
	for i, s := range group {
		uids[i] = s.uid
	}
	got, _, err := r.gather(j, uids, items, complete)
	if err != nil {
		return nil, err
	}
	for _, s := range group {
		if rec := got[s.uid]; rec != nil {
			if m, err := r.assemble(rec, s.leaves); err == nil {
				messages[s.uid] = m
				continue
			}
		}
		unread = append(unread, s.uid)
	}
	return unread, nil
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

// A plain form of so many octets, with HTML of at most so many times its length beside it, is no stub: see mailbox.Parse.
const (
	plainFrom  = 2000
	htmlAtMost = 30
)

// plainForm leaves out the HTML beside a plain form of at least so many octets that says as much.
func plainForm(shape imap.BodyStructure, leaves []leaf, from int64) []leaf {
	leaves = slices.Clone(leaves)
	shape.Walk(func(path []int, part imap.BodyStructure) bool {
		if multi, ok := part.(*imap.BodyStructureMultiPart); !ok || !strings.EqualFold(multi.Subtype, "alternative") {
			return ok && len(path) < 20
		}
		within := func(l leaf, kind string) bool {
			return l.read && len(l.path) > len(path) && slices.Equal(l.path[:len(path)], path) && l.kind() == kind
		}
		plain := slices.IndexFunc(leaves, func(l leaf) bool { return within(l, "text/plain") })
		page := slices.IndexFunc(leaves, func(l leaf) bool { return within(l, "text/html") })
		if plain >= 0 && page >= 0 {
			if p, h := int64(leaves[plain].part.Size), int64(leaves[page].part.Size); p >= from && h <= htmlAtMost*p {
				leaves = slices.Delete(leaves, page, page+1)
			}
		}
		return false
	})
	return leaves
}

// enough reports whether the structure gains nothing: one long text, or a short message with another in it, whose text counts too.
func enough(shape imap.BodyStructure, leaves []leaf) bool {
	if _, single := shape.(*imap.BodyStructureSinglePart); single && leaves[0].read {
		return true
	}
	forwards, octets := false, int64(0)
	for _, l := range leaves {
		forwards = forwards || l.kind() == "message/rfc822"
		octets += int64(l.part.Size)
	}
	return forwards && octets <= wholeUpTo
}

// pathsOf names the parts to read.
func pathsOf(leaves []leaf) string {
	var b strings.Builder
	for _, l := range leaves {
		if l.read {
			fmt.Fprint(&b, l.path)
		}
	}
	return b.String()
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

// kind is the media type in lower case.
func (l leaf) kind() string { return strings.ToLower(l.part.Type + "/" + l.part.Subtype) }

// header writes the header of a part as its structure describes it.
func (l leaf) header() []byte {
	p, kind := l.part, l.kind()
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
