package imap

import (
	"context"
	"fmt"
	"slices"
	"sort"
	"time"

	"github.com/emersion/go-imap/v2"

	"heardback/mailbox"
)

// Report is what `heardback check` shows of an account.
type Report struct {
	Server       string
	Provider     string // "" for one without a row of its own
	Capabilities []string
	Folders      []FolderReport
	Notes        []string // what will not work, one sentence each
	// Newest is when the server took the last message of INBOX, by its own clock; zero for an empty INBOX.
	Newest time.Time
}

// FolderReport is a folder that heardback uses.
type FolderReport struct {
	Name     string
	Role     mailbox.Folder // "" for one named in folders
	Messages uint32
	By       string // how the role was found: "configuration", "special use" (RFC 6154) or "name"; "" where there is no role
}

// Check connects, logs in and looks at every folder that would be used, read-only. An *Error says what has to be mended;
// what is merely worse than it could be is a note.
func (c *Client) Check(ctx context.Context) (Report, error) {
	r := Report{Server: c.acc.addr(), Provider: c.acc.provider().name}
	err := c.do(ctx, true, func(s *session) error {
		r.Capabilities, r.Folders, r.Notes = nil, nil, nil
		for cap := range s.caps {
			r.Capabilities = append(r.Capabilities, string(cap))
		}
		sort.Strings(r.Capabilities)
		for _, role := range []mailbox.Folder{mailbox.Inbox, mailbox.Drafts, mailbox.Sent, mailbox.Trash} {
			o, err := s.role(ctx, role)
			switch {
			case Is(err, NoFolder) && role == mailbox.Sent:
				r.Notes = append(r.Notes, "no Sent folder: what you write yourself is not seen, name the folder in the configuration")
			case Is(err, NoFolder) && role == mailbox.Trash:
				r.Notes = append(r.Notes, "no Trash folder: a draft that lost its reason stays where it is and is reported")
			case err != nil:
				return err
			default:
				r.Folders = append(r.Folders, FolderReport{Name: o.name, Role: role, Messages: o.NumMessages, By: s.foundBy(role, o.name)})
			}
			if role == mailbox.Inbox && err == nil {
				if r.Newest, err = s.newest(ctx, o); err != nil {
					return err
				}
			}
		}
		for _, name := range c.acc.Folders {
			o, err := s.examine(ctx, s.folders.find(name))
			if Is(err, Refused) {
				return c.acc.err(NoFolder, err, "the folder %q in folders cannot be opened: it has %s", name, s.folders)
			}
			if err != nil {
				return err
			}
			if !slices.ContainsFunc(r.Folders, func(f FolderReport) bool { return f.Name == o.name }) {
				r.Folders = append(r.Folders, FolderReport{Name: o.name, Messages: o.NumMessages})
			}
		}
		if !s.caps.Has(imap.CapIdle) {
			r.Notes = append(r.Notes, fmt.Sprintf("no IDLE: new mail is looked for every %s", c.acc.Poll))
		}
		if !s.caps.Has(imap.CapMove) {
			r.Notes = append(r.Notes, "no MOVE: a draft that lost its reason stays where it is and is reported")
		}
		return nil
	})
	return r, err
}

// foundBy says how a folder came to its role.
func (s *session) foundBy(role mailbox.Folder, name string) string {
	switch {
	case role == mailbox.Inbox:
		return ""
	case s.acc.Names[role] != "":
		return "configuration"
	case slices.Contains(s.folders.special[role], name):
		return "special use"
	}
	return "name"
}

// newest returns the latest INTERNALDATE among the last messages of a folder.
func (s *session) newest(ctx context.Context, o *opened) (at time.Time, err error) {
	const last = 50
	if o.UIDNext <= 1 || o.NumMessages == 0 {
		return at, nil
	}
	set := imap.UIDSet{}
	set.AddRange(max(1, o.UIDNext-min(last, o.UIDNext-1)), o.UIDNext-1)
	records, err := s.fetch(ctx, set, small, &imap.FetchOptions{InternalDate: true})
	for _, r := range records {
		if r.internal.After(at) {
			at = r.internal
		}
	}
	return at, err
}
