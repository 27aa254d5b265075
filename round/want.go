package round

import (
	"slices"
	"strings"

	"heardback/classifier"
	"heardback/digest"
	"heardback/mailbox"
)

// want says by the header how much of a message is worth reading. What a person writes to the user always is, by whomever: the first word of
// an employer comes from a stranger. A machine's mail is left unread where its subject names another trade, and so is a post to a list, unless
// sender or thread have to do with a job. Of a stranger's other mail the beginning is read, and want asked again: see begun. A message that shows a fault of the program is read:
// then it is told.
func (r *Round) want(h *mailbox.Header) (w mailbox.Want) {
	defer func() {
		if recover() != nil {
			w = mailbox.WantAll
		}
	}()
	if h.List == digest.ListID {
		return mailbox.WantHeader
	}
	r.learned.RLock()
	concerns, known := r.concerns(h), r.known(&h.Message)
	r.learned.RUnlock()
	if concerns || known && h.List == "" {
		return mailbox.WantAll
	}
	if h.Begun && !known {
		return begun(h)
	}
	s := classifier.SignsOf(&h.Message)
	switch {
	case s.Job || s.Sounds && !h.Begun:
		return mailbox.WantAll
	case known: // what it sends to many
		return mailbox.WantWords
	case s.Machine && s.Other, h.List != "" && r.posted(h):
		return mailbox.WantHeader
	case s.Machine:
		return mailbox.WantOpening
	}
	return mailbox.WantWords
}

// concerns reports whether all of a message is worth reading whatever it says: the user's own, what the user filed or wrote to, and threads of the
// book.
func (r *Round) concerns(h *mailbox.Header) bool {
	return h.Own || h.Filed != "" || h.Auto == mailbox.DSN || h.ContentType == "text/calendar" || len(r.also) > 0 && r.also[identity(h)] ||
		r.index.written[fold(h.Author().Address)] || len(r.index.thread(&h.Message)) > 0
}

// How much text, in octets, is enough to tell that it has nothing to do with a job: of a machine's mail, which says at its beginning what it
// is about, and of a letter that was seen to its end. A shorter one is read whatever it says.
const (
	ofMachines = 600
	ofLetters  = 1000
)

// begun says by how the text of a stranger's mail begins whether the rest is worth reading: if anything in it has to do with a job, or if it
// cannot be told. A person's letter is left at that only where its end was seen.
func begun(h *mailbox.Header) mailbox.Want {
	said := words(h.Text)
	if told := said >= ofMachines && classifier.ByMachine(&h.Message) || said >= ofLetters && !h.Truncated; !told || h.Bounce != nil {
		return mailbox.WantWords
	}
	if s := classifier.SignsOf(&h.Message); s.Job || s.Unclear {
		return mailbox.WantWords
	}
	return mailbox.WantHeader
}

// words counts the octets of a text without the addresses of pages: many a program puts long ones before its first sentence.
func words(text string) (n int) {
	for w := range strings.FieldsSeq(text) {
		if !strings.Contains(w, "://") {
			n += len(w) + 1
		}
	}
	return n
}

// alsoRead has a message read until the end of the sync.
func (r *Round) alsoRead(h *mailbox.Header) {
	r.learned.Lock()
	defer r.learned.Unlock()
	if r.also == nil {
		r.also = map[string]bool{}
	}
	r.also[identity(h)] = true
}

// identity tells messages apart by their headers, whether or not they have a Message-ID.
func identity(h *mailbox.Header) string {
	return strings.Join([]string{h.Key, h.Author().Address, h.Date.String(), h.Subject}, "\x00")
}

// posted reports whether h went to a mailing list that has a name and not to the user: nobody is answered so.
func (r *Round) posted(h *mailbox.Header) bool {
	to := append(append([]mailbox.Address{}, h.To...), h.Cc...)
	return h.List != mailbox.AnyList && len(to) > 0 && !slices.ContainsFunc(to, func(a mailbox.Address) bool { return r.mine(a.Address) })
}

// mine reports whether an address is one of the user's.
func (r *Round) mine(address string) bool {
	return slices.ContainsFunc(r.Accounts, func(a Account) bool {
		return slices.ContainsFunc(a.Addresses, func(own string) bool { return strings.EqualFold(own, address) })
	})
}
