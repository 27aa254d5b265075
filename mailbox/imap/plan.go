package imap

import (
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/emersion/go-imap/v2"

	"heardback/mailbox"
)

// plan opens each folder and asks which UIDs are new. INBOX comes first in the list, and is opened last: news lies there most of the time, and
// is read without opening it again. Missing is the error for a configured folder that is not there; the others are read all the same.
func (r *reading) plan() (jobs []*job, missing, err error) {
	s := r.c.s
	seen := map[string]bool{}
	open := func(o *opened, own bool, filed string) (*job, error) {
		seen[o.name] = true
		j := &job{folder: o.name, own: own, filed: filed, validity: o.UIDValidity}
		return j, r.news(s, o, j)
	}
	add := func(o *opened, own bool, filed string) error {
		if seen[o.name] || strings.EqualFold(o.name, "INBOX") {
			return nil
		}
		j, err := open(o, own, filed)
		jobs = append(jobs, j)
		return err
	}
	switch o, err := s.role(r.ctx, mailbox.Sent); {
	case Is(err, NoFolder): // little of the user's own mail is known then; Check says so
		r.noSent = true
	case err != nil:
		return nil, nil, err
	default:
		if err := add(o, true, ""); err != nil {
			return nil, nil, err
		}
	}
	for _, name := range r.c.acc.Folders {
		o, err := s.examine(r.ctx, s.folders.find(name))
		switch {
		case Is(err, Refused) && !s.lost():
			missing = r.c.acc.err(NoFolder, err, "the folder %q in folders cannot be opened: it has %s", name, s.folders)
		case err != nil:
			return nil, nil, err
		default:
			if err := add(o, false, ""); err != nil {
				return nil, nil, err
			}
		}
	}
	if err := r.corrections(add); err != nil {
		return nil, nil, err
	}
	o, err := s.role(r.ctx, mailbox.Inbox)
	if err != nil {
		return nil, nil, err
	}
	j, err := open(o, false, "")
	return slices.Insert(jobs, 0, j), missing, err
}

// corrections adds the folders of corrections, listed anew once a minute at most, since the user makes one when it is wanted. One that
// cannot be opened is passed over.
func (r *reading) corrections(add func(o *opened, own bool, filed string) error) error {
	s := r.c.s
	if r.c.acc.Corrections == "" {
		return nil
	}
	if time.Since(s.folders.listed) > time.Minute {
		if err := s.discover(r.ctx); err != nil {
			return err
		}
	}
	found := s.folders.beneath(r.c.acc.Corrections)
	for _, name := range slices.Sorted(maps.Keys(found)) {
		o, err := s.examine(r.ctx, name)
		switch {
		case Is(err, Refused) && !s.lost():
			continue
		case err != nil:
			return err
		}
		if err := add(o, false, found[name]); err != nil {
			return err
		}
	}
	return nil
}

// few UIDs are asked for without a search for those that exist.
const few = 20

// news fills in the UIDs of j that the cursor has not passed, for the open folder o.
func (r *reading) news(s *session, o *opened, j *job) error {
	p, known := r.at[o.name]
	// Never read, renumbered, another mailbox under the account's name, where the same numbers mean other messages, or a server that was
	// put back to an older state and gives numbers anew: what is known already is recognised by its key.
	if !known || p.Validity != o.UIDValidity || p.Of != "" && p.Of != s.acc.mailbox() || uint32(o.UIDNext) < p.Next {
		p = position{Validity: o.UIDValidity, Next: 1, Until: uint32(o.UIDNext)}
	}
	p.Of = s.acc.mailbox()
	j.next = o.UIDNext
	if p.Until > p.Next {
		old := imap.SearchCriteria{}
		if since := r.c.acc.Since; since > 0 && j.filed == "" {
			old.Since = r.c.acc.Now().Add(-since)
		}
		uids, err := s.search(r.ctx, imap.UID(p.Next), imap.UID(p.Until)-1, old)
		if err != nil {
			return err
		}
		j.uids = uids
	}
	switch from := imap.UID(max(p.Next, p.Until)); {
	case from < j.next && j.next-from <= few && o.NumMessages > 0: // what is gone already will not be given
		for uid := from; uid < j.next; uid++ {
			j.uids = append(j.uids, uid)
		}
	case from < j.next:
		uids, err := s.search(r.ctx, from, j.next-1, imap.SearchCriteria{})
		if err != nil {
			return err
		}
		j.uids = append(j.uids, uids...)
	}
	slices.Sort(j.uids)
	j.uids = slices.Compact(j.uids)
	r.at[o.name] = p
	return nil
}

// advance moves the cursor: everything beneath next was handed over.
func (r *reading) advance(j *job, next imap.UID) {
	p := position{Validity: j.validity, Next: uint32(next), Of: r.c.acc.mailbox()}
	if old := r.at[j.folder]; old.Until > p.Next && old.Validity == p.Validity {
		p.Until = old.Until
	}
	if r.at[j.folder] != p {
		r.at[j.folder] = p
		r.stored = false
	}
}

// reopen sees to it that the job's folder is open on the present connection, which may be a new one.
func (r *reading) reopen(j *job) error {
	if o := r.c.s.open; o.name == j.folder && o.UIDValidity == j.validity {
		return nil
	}
	o, err := r.c.s.examine(r.ctx, j.folder)
	if err != nil {
		return err
	}
	if o.UIDValidity != j.validity {
		return r.c.acc.err(Broken, nil, "%s renumbered the folder %s meanwhile: it will be read again", r.c.acc.Host, j.folder)
	}
	return nil
}
