package imap

import (
	"errors"
	"slices"
	"sort"

	"github.com/emersion/go-imap/v2"

	"heardback/mailbox"
)

// fields are the header fields of the first stage: what decides whether the text is worth reading. Received and
// Authentication-Results are half of many a header and come with the text.
var fields = []string{
	"Message-ID", "In-Reply-To", "References", "Date", "From", "Sender", "Reply-To", "To", "Cc", "Subject", "Content-Type", "Content-Transfer-Encoding",
	"List-Id", "List-Unsubscribe", "List-Post", "Precedence", "Auto-Submitted", "X-Failed-Recipients",
}

var headerSection = &imap.FetchItemBodySection{Specifier: imap.PartSpecifierHeader, HeaderFields: fields, Peek: true}

// headerItems is what the first stage asks of every message.
func headerItems() *imap.FetchOptions {
	return &imap.FetchOptions{
		Flags: true, InternalDate: true, RFC822Size: true, BodySection: []*imap.FetchItemBodySection{headerSection},
	}
}

// isHeader reports whether the first stage got all that it needs of a message.
func isHeader(r *record) bool {
	_, ok := r.body(headerSection)
	return ok && r.sized
}

const (
	// A first stage of more than this is read in smaller pieces: honest headers of a chunk are a tenth of it.
	gatherOctets = 48 << 20
	// breaksFor is how often the connection may break in the hunt for one message, maxAside how many may be set aside so:
	// beyond that it is not the messages.
	breaksFor = 20
	maxAside  = 10
	// triesOfOne is how often a single message is asked for: the network breaks connections too, and under load shows it in many ways.
	triesOfOne = 4
)

// gather fetches items of uids and sees to it that nothing goes missing without a word. What is incomplete is asked for
// again; a response that breaks the connection is hunted down by halves to the one UID that does it, which is set aside,
// as is one that exists and yet is not given. A UID that is simply gone is left out.
func (r *reading) gather(j *job, uids []imap.UID, items func() *imap.FetchOptions, complete func(*record) bool) (map[imap.UID]*record, []mailbox.Failure, error) {
	got := make(map[imap.UID]*record, len(uids))
	failed, err := r.hunt(j, uids, items, complete, got, 1)
	if err != nil {
		return nil, nil, err
	}
	missing := incomplete(uids, got, failed, complete)
	if len(missing) == 0 {
		return got, failed, nil
	}
	more, err := r.hunt(j, missing, items, complete, got, 1)
	if err != nil {
		return nil, nil, err
	}
	failed = append(failed, more...)
	missing = incomplete(missing, got, failed, complete)
	for len(missing) > 0 {
		n := min(len(missing), 100)
		left, err := r.c.s.search(r.ctx, missing[0], missing[n-1], imap.SearchCriteria{UID: []imap.UIDSet{imap.UIDSetNum(missing[:n]...)}})
		if err != nil {
			return nil, nil, err
		}
		for _, uid := range left {
			delete(got, uid)
			failed = append(failed, r.failure(j, uid, errors.New("the server lists it and does not give it")))
		}
		missing = missing[n:]
	}
	slices.SortFunc(failed, func(a, b mailbox.Failure) int { return int(int64(a.Where.UID) - int64(b.Where.UID)) })
	return got, failed, nil
}

// incomplete lists those of uids that are neither there in full nor set aside.
func incomplete(uids []imap.UID, got map[imap.UID]*record, failed []mailbox.Failure, complete func(*record) bool) []imap.UID {
	aside := map[imap.UID]bool{}
	for _, f := range failed {
		aside[imap.UID(f.Where.UID)] = true
	}
	var out []imap.UID
	for _, uid := range uids {
		if rec := got[uid]; !aside[uid] && (rec == nil || !complete(rec)) {
			out = append(out, uid)
		}
	}
	return out
}

// hunt fetches uids into got; try counts how often a single UID was asked for.
func (r *reading) hunt(j *job, uids []imap.UID, items func() *imap.FetchOptions, complete func(*record) bool, got map[imap.UID]*record, try int) ([]mailbox.Failure, error) {
	records, err := r.c.s.fetch(r.ctx, imap.UIDSetNum(uids...), gatherOctets, items())
	if err == nil {
		for uid, rec := range records {
			if complete(rec) {
				got[uid] = rec
			}
		}
		return nil, nil
	}
	lost := r.c.s.lost() || Is(err, Broken) // go-imap returns the error of an answer a moment before it closes
	switch {
	case r.ctx.Err() != nil:
		return nil, r.ctx.Err()
	case lost && !Is(err, Broken), !lost && !Is(err, Refused):
		return nil, err // silent, or asked to slow down: no message is to blame
	case lost:
		if r.breaks++; r.breaks > breaksFor {
			return nil, err
		}
		r.c.s.close()
		r.c.s = nil
		if _, _, fresh := r.c.session(r.ctx, false); fresh != nil {
			return nil, fresh
		}
		if err := r.reopen(j); err != nil {
			return nil, err
		}
	}
	if len(uids) == 1 {
		if try < triesOfOne && Is(err, Broken) {
			return r.hunt(j, uids, items, complete, got, try+1)
		}
		if Is(err, Broken) {
			if r.aside++; r.aside > maxAside {
				return nil, err
			}
			r.breaks = 0
		}
		return []mailbox.Failure{r.failure(j, uids[0], err)}, nil
	}
	half := len(uids) / 2
	first, err := r.hunt(j, uids[:half], items, complete, got, 1)
	if err != nil {
		return nil, err
	}
	second, err := r.hunt(j, uids[half:], items, complete, got, 1)
	return append(first, second...), err
}

// insertFailure keeps the list in the order of UIDs.
func insertFailure(l []mailbox.Failure, f mailbox.Failure) []mailbox.Failure {
	i := sort.Search(len(l), func(i int) bool { return l[i].Where.UID > f.Where.UID })
	return slices.Insert(l, i, f)
}

// failure says of a message that it is set aside, and why, in one line.
func (r *reading) failure(j *job, uid imap.UID, err error) mailbox.Failure {
	return mailbox.Failure{
		Where: mailbox.Where{Folder: j.folder, UIDValidity: j.validity, UID: uint32(uid)},
		Err:   firstLine(err.Error()),
	}
}
