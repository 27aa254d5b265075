package imap

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/emersion/go-imap/v2"

	"heardback/mailbox"
)

const (
	chunk = 1000 // UIDs per command of the first stage; chunks of 100 cost half as much again
	// A batch ends when this many texts, or octets of them, are due.
	maxBatch       = 400
	maxBatchOctets = 4 << 20
)

// due is what of a long message is read in all likelihood.
var due = map[mailbox.Want]int64{mailbox.WantOpening: openingOfPlain, mailbox.WantWords: glimpseOfPage, mailbox.WantAll: wholeUpTo}

// Sync reads what is new since the cursor: INBOX, Sent, the configured folders and those of corrections. It works in stages: size, date and
// the deciding header fields of every message; of those whose words are wanted how the text begins, upon which want is asked again, by several
// goroutines at once; then as much of the text as want says. Attachments are never read.
//
// The next batch is read while one is taken. Each batch's cursor is valid once the batch is stored. An error of take ends the sync and is
// returned, but for mailbox.ErrAgain, upon which want is asked anew about the messages of the batch that were left unread. A message that the server cannot give, or gives so that it breaks the connection, is set
// aside as a Failure and passed over.
func (c *Client) Sync(ctx context.Context, from mailbox.Cursor, want func(*mailbox.Header) mailbox.Want, take func(mailbox.Batch) error) error {
	var refused error // by take: never handed over again
	err := c.do(ctx, true, func(*session) error {
		if refused != nil {
			return refused
		}
		at, err := readCursor(from)
		if err != nil {
			return err
		}
		r := &reading{c: c, ctx: ctx, at: at, want: want}
		r.take = func(b mailbox.Batch) error {
			switch err := take(b); {
			case err == nil:
				from = b.Cursor // a second try goes on here
				c.health.synced(nil)
			case !errors.Is(err, mailbox.ErrAgain):
				refused = err
			default:
				return err
			}
			return refused
		}
		return r.all()
	})
	c.health.synced(err)
	return err
}

// reading is one Sync.
type reading struct {
	c    *Client
	ctx  context.Context
	at   cursor
	want func(*mailbox.Header) mailbox.Want
	take func(mailbox.Batch) error

	done, total int
	noSent      bool   // the server has no folder for what the user sent
	stored      bool   // the cursor of the last batch is the present one
	flight      *batch // what is being taken
	breaks      int    // connections that broke in the present hunt
	aside       int    // messages set aside because they break connections
}

// job is what is to be read of one folder: UIDs not looked at yet, messages between the two stages in the order of their
// UIDs, and those that the next batch takes.
type job struct {
	folder   string
	own      bool   // Sent
	filed    string // a folder of corrections: what it is called
	validity uint32
	next     imap.UID // UIDNEXT when it was opened
	uids     []imap.UID

	chunk  []imap.UID // whose headers were read last, less what was handed over
	items  []*item
	picked []*item
	failed []mailbox.Failure // by UID
}

// item is a message between the two stages.
type item struct {
	uid    imap.UID
	header mailbox.Header
	raw    []byte // the header as it came, until the second stage is through
	want   mailbox.Want

	message *mailbox.Message // as far as it was read; nil if only the header was
}

// all reads the folders side by side, so that a mail in INBOX that answers one in Sent comes after it: of the folders'
// next messages the one that arrived first is next.
func (r *reading) all() error {
	defer func() {
		if r.flight != nil {
			<-r.flight.outcome // of no matter beside the error that ended this
		}
	}()
	jobs, missing, err := r.plan()
	if err != nil {
		return err
	}
	r.stored = true
	for _, j := range jobs {
		r.total += len(j.uids)
	}
	wanted, octets := 0, int64(0)
	for {
		j, err := r.earliest(jobs)
		if err != nil {
			return err
		}
		if j == nil {
			break
		}
		it := j.items[0]
		j.items = j.items[1:]
		it.want = r.want(&it.header) // as late as can be: what was read before may decide
		alone := it.want == mailbox.WantAlone
		if alone {
			it.want = mailbox.WantAll
		}
		j.picked = append(j.picked, it)
		if it.want != mailbox.WantHeader {
			wanted++
			octets += min(it.header.Size, due[it.want])
		}
		if alone || wanted >= maxBatch || octets >= maxBatchOctets {
			if err := r.flush(jobs); err != nil {
				return err
			}
			if alone {
				if err := r.taken(); err != nil {
					return err
				}
			}
			wanted, octets = 0, 0
		}
	}
	if err := r.flush(jobs); err != nil {
		return err
	}
	for _, j := range jobs {
		r.advance(j, j.next)
	}
	if !r.stored {
		if err := r.hand(&batch{}); err != nil {
			return err
		}
	}
	if err := r.taken(); err != nil {
		return err
	}
	for _, j := range jobs {
		r.c.next[j.folder] = uint32(j.next)
	}
	return missing
}

// earliest returns the job whose next message arrived first, nil when all is read. It reads headers where they run out.
func (r *reading) earliest(jobs []*job) (*job, error) {
	var first *job
	for _, j := range jobs {
		for len(j.items) == 0 && len(j.uids) > 0 {
			if err := r.headers(j); err != nil {
				return nil, err
			}
		}
		if len(j.items) > 0 && (first == nil || j.items[0].header.Received.Before(first.items[0].header.Received)) {
			first = j
		}
	}
	return first, nil
}

// headers reads the headers of the next chunk of a job.
func (r *reading) headers(j *job) error {
	if len(j.chunk) > 0 { // the chunk before is not handed over yet
		if err := r.flush([]*job{j}); err != nil {
			return err
		}
	}
	if err := r.reopen(j); err != nil {
		return err
	}
	j.chunk = j.uids[:min(chunk, len(j.uids))]
	j.uids = j.uids[len(j.chunk):]
	records, failed, err := r.gather(j, j.chunk, headerItems, isHeader)
	if err != nil {
		return err
	}
	j.failed = failed
	for _, uid := range j.chunk {
		rec := records[uid]
		delete(records, uid)
		if rec == nil || (!j.own && isDraft(rec)) {
			continue
		}
		raw, _ := rec.body(headerSection)
		h, err := r.header(j, rec, raw)
		if err != nil {
			j.failed = insertFailure(j.failed, r.failure(j, uid, err))
			continue
		}
		j.items = append(j.items, &item{uid: uid, header: h, raw: raw})
	}
	return nil
}

// isDraft: Gmail's All Mail holds the drafts too, ours among them.
func isDraft(r *record) bool {
	return slices.ContainsFunc(r.flags, func(f imap.Flag) bool { return strings.EqualFold(string(f), string(imap.FlagDraft)) })
}

// header reads what the first stage fetched; Size and Received are the server's.
func (r *reading) header(j *job, rec *record, raw []byte) (mailbox.Header, error) {
	h, err := mailbox.ParseHeader(raw, r.c.acc.Parse)
	if err != nil {
		return h, fmt.Errorf("its header cannot be read: %w", err)
	}
	h.Size = rec.size
	r.stamp(j, rec, &h.Message)
	return h, nil
}

// stamp adds what the folder knows of a message.
func (r *reading) stamp(j *job, rec *record, m *mailbox.Message) {
	m.Own = m.Own || j.own
	m.Filed = j.filed
	if !rec.internal.IsZero() {
		m.Received = rec.internal
	}
}
