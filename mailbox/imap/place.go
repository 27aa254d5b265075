package imap

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"

	"github.com/emersion/go-imap/v2"

	"heardback/mailbox"
)

// Next returns UIDNEXT of the folder that a letter would go to, as UID.
func (c *Client) Next(ctx context.Context, f mailbox.Folder) (mailbox.Where, error) {
	var at mailbox.Where
	err := c.do(ctx, true, func(s *session) error {
		o, err := s.role(ctx, f)
		if err != nil {
			return err
		}
		at = mailbox.Where{Folder: o.name, UIDValidity: o.UIDValidity, UID: uint32(o.UIDNext)}
		return nil
	})
	return at, err
}

// Place appends a letter to its folder: a draft with \Draft and \Seen, a letter to the user with no flags, so that it is
// unseen; never with an INTERNALDATE. The APPEND is sent once. An error that is mailbox.ErrUnknown says that the server may
// have taken it; after any other error it has not.
//
// The place it returns has the hash of the bytes as they lie there, since servers may rewrite them; Hash and UID stay empty
// where they could not be learned.
func (c *Client) Place(ctx context.Context, l mailbox.Letter) (mailbox.Where, error) {
	var at mailbox.Where
	if l.Folder != mailbox.Drafts && l.Folder != mailbox.Inbox {
		return at, fmt.Errorf("placing a letter: nothing is ever put into %q", l.Folder)
	}
	if len(l.Raw) == 0 {
		return at, errors.New("placing a letter: it is empty")
	}
	err := c.do(ctx, false, func(s *session) error {
		o, err := s.role(ctx, l.Folder)
		if err != nil {
			return err
		}
		at = mailbox.Where{Folder: o.name, UIDValidity: o.UIDValidity}
		next := o.UIDNext
		data, err := s.append(ctx, l, o.name)
		if err != nil {
			return err
		}
		// From here on the letter lies there, whatever fails.
		if data.UID != 0 {
			at.UIDValidity, at.UID = data.UIDValidity, uint32(data.UID)
		}
		if found, err := s.identify(ctx, l, at, next); err == nil {
			at = found
		}
		return nil
	})
	return at, err
}

// append sends the one command that must never be repeated.
func (s *session) append(ctx context.Context, l mailbox.Letter, folder string) (*imap.AppendData, error) {
	o := &imap.AppendOptions{}
	if l.Folder == mailbox.Drafts {
		o.Flags = []imap.Flag{imap.FlagDraft, imap.FlagSeen}
	}
	before := s.conn.sent()
	var data *imap.AppendData
	err := s.run(ctx, small, func() error {
		cmd := s.Append(folder, int64(len(l.Raw)), o)
		_, writing := cmd.Write(l.Raw)
		if err := cmd.Close(); writing == nil {
			writing = err
		}
		var err error
		if data, err = cmd.Wait(); err == nil && writing != nil {
			err = writing
		}
		return err
	})
	var no *imap.Error
	switch {
	case err == nil:
		return data, nil
	case errors.As(err, &no):
		return nil, refusal{s.notAppended(no, folder)}
	case s.conn.sent()-before < int64(len(l.Raw)):
		return nil, err // the letter never left in full
	}
	return nil, fmt.Errorf("placing a letter in %s: %w: %w", folder, mailbox.ErrUnknown, err)
}

// refusal is a [mailbox.ErrRefused] in the words of its cause.
type refusal struct{ error }

func (r refusal) Unwrap() error        { return r.error }
func (r refusal) Is(target error) bool { return target == mailbox.ErrRefused }

// notAppended words why a server refused a letter (RFC 5530, RFC 9051 section 7.1).
func (s *session) notAppended(no *imap.Error, folder string) error {
	a, text := s.acc, clip(no.Text)
	switch {
	case no.Code == imap.ResponseCodeTryCreate || no.Code == imap.ResponseCodeNonExistent:
		return a.err(NoFolder, no, "the folder %s is gone from %s: create it in your mail program", folder, a.Host)
	case no.Code == imap.ResponseCodeOverQuota:
		return a.err(Refused, no, "the mailbox at %s is full (%s): make room", a.Host, text)
	case no.Code == imap.ResponseCodeNoPerm || strings.Contains(strings.ToLower(text), "read-only") || strings.Contains(strings.ToLower(text), "permission"):
		return a.err(ReadOnly, no, "the folder %s at %s is read-only (%s): allow writing to it, or name another one in the configuration", folder, a.Host, text)
	}
	return s.refused(no)
}

// identify finds the letter just appended and hashes it.
func (s *session) identify(ctx context.Context, l mailbox.Letter, at mailbox.Where, next imap.UID) (mailbox.Where, error) {
	o, err := s.examine(ctx, at.Folder)
	if err != nil {
		return at, err
	}
	if o.UIDValidity != at.UIDValidity {
		return at, mailbox.ErrTouched
	}
	if at.UID == 0 { // no UIDPLUS
		uids, err := s.search(ctx, next, 0, byMessageID(l.MessageID))
		if err != nil {
			return at, err
		}
		if len(uids) == 0 {
			return at, mailbox.ErrTouched
		}
		at.UID = uint32(uids[len(uids)-1])
	}
	at.Hash, err = s.hash(ctx, imap.UID(at.UID))
	return at, err
}

// byMessageID finds messages whose Message-ID contains id; the caller compares.
func byMessageID(id string) imap.SearchCriteria {
	return imap.SearchCriteria{Header: []imap.SearchCriteriaHeaderField{{Key: "Message-ID", Value: id}}}
}

// hash reads a message of the open folder; "" and no error if it is not there.
func (s *session) hash(ctx context.Context, uid imap.UID) (string, error) {
	records, err := s.fetch(ctx, imap.UIDSetNum(uid), 2*maxRaw, wholeItems())
	if err != nil {
		return "", err
	}
	rec := records[uid]
	if rec == nil {
		return "", nil
	}
	raw, ok := rec.body(wholeSection)
	if !ok || len(raw) == 0 {
		return "", nil
	}
	sum := sha256.Sum256(raw)
	return hex.EncodeToString(sum[:]), nil
}

// Withdraw moves an untouched draft of ours to Trash, where the user can find it again. It reads the draft first:
// mailbox.ErrTouched says that it is gone or no longer what was placed, mailbox.ErrCannot that the server has no MOVE
// (RFC 6851) or no Trash. Nothing is ever expunged (MAIL.md section 2).
func (c *Client) Withdraw(ctx context.Context, p mailbox.Placed) error {
	return c.do(ctx, false, func(s *session) error {
		switch {
		case p.Where.UID == 0 || p.Where.Hash == "" || p.Open:
			return fmt.Errorf("withdrawing a draft: what was placed is not known: %w", mailbox.ErrTouched)
		case !s.caps.Has(imap.CapMove):
			return fmt.Errorf("withdrawing a draft: %s has no MOVE: %w", c.acc.Host, mailbox.ErrCannot)
		}
		trash, err := s.role(ctx, mailbox.Trash)
		if Is(err, NoFolder) {
			return fmt.Errorf("withdrawing a draft: %w: %w", mailbox.ErrCannot, err)
		}
		if err != nil {
			return err
		}
		return s.withdraw(ctx, p.Where, trash.name)
	})
}

// withdraw opens the folder for writing, verifies, moves one UID, and closes it for writing again.
func (s *session) withdraw(ctx context.Context, at mailbox.Where, trash string) error {
	o, err := s.selectFolder(ctx, at.Folder, true)
	if Is(err, Refused) {
		return fmt.Errorf("withdrawing a draft: %w: %w", mailbox.ErrTouched, err)
	}
	if err != nil {
		return err
	}
	// Whatever happens, the folder does not stay open for writing.
	defer s.examine(ctx, at.Folder)
	if o.UIDValidity != at.UIDValidity {
		return fmt.Errorf("withdrawing a draft: %s was renumbered: %w", at.Folder, mailbox.ErrTouched)
	}
	hash, err := s.hash(ctx, imap.UID(at.UID))
	if err != nil {
		return err
	}
	if hash != at.Hash {
		return fmt.Errorf("withdrawing a draft: %w", mailbox.ErrTouched)
	}
	err = s.run(ctx, small, func() error {
		_, err := s.Move(imap.UIDSetNum(imap.UID(at.UID)), trash).Wait()
		return err
	})
	if Is(err, Refused) {
		return fmt.Errorf("withdrawing a draft: %w: %w", mailbox.ErrCannot, err)
	}
	return err
}
