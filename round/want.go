package round

import (
	"slices"
	"strings"

	"heardback/classifier"
	"heardback/digest"
	"heardback/mailbox"
)

// want says by the header how much of a message is worth reading. What a person or a system writes to the user always is, by whomever:
// the first word of an employer comes from a stranger. Only bulk mail can be left unread, and only where neither its sender, its thread nor
// its subject has anything to do with a job.
func (r *Round) want(h *mailbox.Header) mailbox.Want {
	switch {
	case h.List == digest.ListID:
		return mailbox.WantHeader
	case h.Own || h.Filed != "" || h.Auto == mailbox.DSN || h.ContentType == "text/calendar":
		return mailbox.WantAll
	case r.index.written[fold(h.Author().Address)] || r.known(&h.Message) || len(r.index.thread(&h.Message)) > 0:
		return mailbox.WantAll
	}
	job, other := signs(h)
	switch {
	case job:
		return mailbox.WantAll
	case h.List != "" && (other || r.posted(h)) && !r.also[identity(h)]:
		return mailbox.WantHeader
	}
	return mailbox.WantWords
}

// alsoRead has want say yes to a message until the end of the sync.
func (r *Round) alsoRead(h *mailbox.Header) {
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

// signs reports whether sender and subject of a message of a stranger have to do with a job, and whether with something else. Many an
// employer writes "Thank you from Acme", so most subjects say neither.
func signs(h *mailbox.Header) (job, other bool) {
	event := false
	for _, f := range classifier.Features(&h.Message, classifier.Context{}) {
		switch f.Name {
		case "sender.ats", "sender.board", "sender.agency", "sender.jobbox", "context.weak", "context.some", "context.strong":
			job = true
		case "foreign.alone":
			other = true
		case "event":
			event = true // employers invite to them
		}
		said, ok := strings.CutPrefix(f.Name, "says.")
		job = job || ok && !idle[strings.TrimSuffix(said, ".plainly")]
	}
	return job, other && !job && !event
}

// idle are the classes of sentences that are no news of an application.
var idle = map[string]bool{"life": true, "chat": true}
