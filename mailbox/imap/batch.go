package imap

import (
	"errors"
	"sort"

	"github.com/emersion/go-imap/v2"

	"heardback/mailbox"
)

// flush reads the texts of what was picked and hands it over as one batch.
func (r *reading) flush(jobs []*job) error {
	var passed []mailbox.Failure
	for _, j := range jobs {
		if len(j.chunk) == 0 {
			continue
		}
		// All messages beneath next are in this batch, or were passed over for good.
		next := j.chunk[len(j.chunk)-1] + 1
		if len(j.items) > 0 {
			next = j.items[0].uid
		}
		for len(j.failed) > 0 && imap.UID(j.failed[0].Where.UID) < next {
			passed = append(passed, j.failed[0])
			j.failed = j.failed[1:]
		}
		for len(j.chunk) > 0 && j.chunk[0] < next {
			j.chunk = j.chunk[1:]
			r.done++
		}
		r.advance(j, next)
	}
	if r.stored {
		return nil // nothing was passed
	}
	b := mailbox.Batch{Failed: passed}
	for _, j := range jobs {
		if err := r.texts(j, j.picked, &b); err != nil {
			return err
		}
	}
	for {
		b.Skipped = nil
		for _, j := range jobs {
			for i := range j.picked {
				if it := &j.picked[i]; it.want == mailbox.WantHeader {
					b.Skipped = append(b.Skipped, it.header)
				}
			}
		}
		err := r.hand(b)
		if !errors.Is(err, mailbox.ErrAgain) {
			for _, j := range jobs {
				j.picked = nil
			}
			return err
		}
		found := false
		for _, j := range jobs {
			more := r.more(j.picked)
			found = found || len(more) > 0
			if err := r.texts(j, more, &b); err != nil {
				return err
			}
		}
		if !found {
			return err
		}
	}
}

// more returns those of items that were left unread and are worth reading by now.
func (r *reading) more(items []item) (more []item) {
	for i := range items {
		if it := &items[i]; it.want == mailbox.WantHeader && r.want(&it.header) >= mailbox.WantAll {
			it.want = mailbox.WantAll
			more = append(more, *it)
		}
	}
	return more
}

// hand gives a batch to the caller, messages by their arrival.
func (r *reading) hand(b mailbox.Batch) error {
	if err := r.ctx.Err(); err != nil {
		return err
	}
	sort.SliceStable(b.Messages, func(i, j int) bool { return b.Messages[i].Received.Before(b.Messages[j].Received) })
	var err error
	if b.Cursor, err = r.at.encode(); err != nil {
		return err
	}
	b.Done, b.Total = r.done, r.total
	if err := r.take(b); err != nil {
		return err
	}
	r.stored = true
	return nil
}
