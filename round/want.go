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
	s := signsOf(h)
	switch {
	case h.Begun && !known:
		return begun(h, s)
	case s.job || s.sounds && !h.Begun:
		return mailbox.WantAll
	case known: // what it sends to many
		return mailbox.WantWords
	case s.machine && s.other, h.List != "" && r.posted(h):
		return mailbox.WantHeader
	case s.machine:
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
func begun(h *mailbox.Header, s signs) mailbox.Want {
	said := words(h.Text)
	told := s.machine && said >= ofMachines || !h.Truncated && said >= ofLetters
	if s.job || s.unclear || h.Bounce != nil || !told {
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

// signs are what is seen of a message of a stranger.
type signs struct {
	job     bool // it has to do with a job
	sounds  bool // a sentence sounds like news of an application
	other   bool // it has to do with something else: many an employer writes "Thank you from Acme", so most subjects say neither
	unclear bool // its language is not known, or it leads to a test or an appointment
	machine bool // a machine wrote it, or it went to many
}

func signsOf(h *mailbox.Header) signs {
	s := signs{machine: h.List != "" || h.Auto == mailbox.AutoGenerate}
	event := false
	for _, f := range classifier.Features(&h.Message, classifier.Context{}) {
		switch f.Name {
		case "sender.ats", "sender.board", "sender.agency", "sender.jobbox", "context.weak", "context.some", "context.strong":
			s.job = true
		case "foreign.alone":
			s.other = true
		case "event":
			event = true // employers invite to them
		case "language.unknown", "links.test", "links.booking", "reply.times":
			s.unclear = true
		case "sender.noreply", "sender.bulk":
			s.machine = true
		}
		said, ok := strings.CutPrefix(f.Name, "says.")
		said, plainly := strings.CutSuffix(said, ".plainly")
		if ok && !idle[said] {
			s.job, s.sounds = s.job || plainly, true
		}
	}
	s.other = s.other && !s.job && !s.sounds && !event
	return s
}

// idle are the classes of sentences that are no news of an application.
var idle = map[string]bool{"life": true, "chat": true}
