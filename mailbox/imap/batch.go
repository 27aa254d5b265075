package imap

import (
	"errors"
	"sort"

	"github.com/emersion/go-imap/v2"

	"heardback/mailbox"
)

// batch is what is handed over at once, by the job that each message belongs to.
type batch struct {
	mailbox.Batch
	picks   []pick
	outcome chan error // what came of it, once it is in flight
}

type pick struct {
	job   *job
	items []*item
}

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
	b := &batch{Batch: mailbox.Batch{Failed: passed}}
	for _, j := range jobs {
		b.picks = append(b.picks, pick{j, j.picked})
		if err := r.texts(j, j.picked, &b.Batch); err != nil {
			return err
		}
		j.picked = nil
	}
	return r.hand(b)
}

// hand lets the caller take a batch while the next one is read. The one before is taken by then, and what it taught decides once more how much
// of each message is worth reading.
func (r *reading) hand(b *batch) error {
	if err := r.taken(); err != nil {
		return err
	}
	if err := r.ctx.Err(); err != nil {
		return err
	}
	if _, err := r.more(b, mailbox.WantWords); err != nil {
		return err
	}
	var err error
	if b.Cursor, err = r.at.encode(); err != nil {
		return err
	}
	b.Done, b.Total = r.done, r.total
	b.fill()
	b.outcome = make(chan error, 1)
	r.flight, r.stored = b, true
	go func() { b.outcome <- r.take(b.Batch) }()
	return nil
}

// taken waits until the batch in flight is taken. Those of its messages that it showed to be worth reading are read first, as often as it asks
// for that.
func (r *reading) taken() error {
	b := r.flight
	if b == nil {
		return nil
	}
	r.flight = nil
	err := <-b.outcome
	for errors.Is(err, mailbox.ErrAgain) {
		found, failed := r.more(b, mailbox.WantHeader)
		if failed != nil {
			return failed
		}
		if !found {
			return err
		}
		b.fill()
		err = r.take(b.Batch)
	}
	return err
}

// more reads all of those messages of a batch of which only so much was read, and which are worth it by now.
func (r *reading) more(b *batch, read mailbox.Want) (found bool, err error) {
	for _, p := range b.picks {
		var items []*item
		for _, it := range p.items {
			if it.want == read && r.want(&it.header) >= mailbox.WantAll {
				it.want, it.message = mailbox.WantAll, nil
				items = append(items, it)
			}
		}
		if err := r.texts(p.job, items, &b.Batch); err != nil {
			return false, err
		}
		found = found || len(items) > 0
	}
	return found, nil
}

// fill makes the batch of its messages, by their arrival.
func (b *batch) fill() {
	read, all := 0, 0
	for _, p := range b.picks {
		for _, it := range p.items {
			if all++; it.message != nil {
				read++
			}
		}
	}
	b.Messages, b.Skipped = make([]mailbox.Message, 0, read), make([]mailbox.Header, 0, all-read)
	for _, p := range b.picks {
		for _, it := range p.items {
			switch {
			case it.want == mailbox.WantHeader:
				b.Skipped = append(b.Skipped, it.header)
			case it.message != nil:
				b.Messages = append(b.Messages, *it.message)
			}
		}
	}
	sort.SliceStable(b.Messages, func(i, j int) bool { return b.Messages[i].Received.Before(b.Messages[j].Received) })
}
