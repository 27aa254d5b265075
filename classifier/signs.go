package classifier

import (
	"strings"

	"heardback/mailbox"
)

// Signs are what is seen of a message by itself: enough to say how much of it is worth reading. Where the sender alone shows that it
// has to do with a job, its words are not looked at.
type Signs struct {
	Job     bool // it has to do with a job
	Sounds  bool // a sentence sounds like news of an application
	Other   bool // it has to do with something else: many an employer writes "Thank you from Acme", so most subjects say neither
	Unclear bool // its language is not known, or it leads to a test or an appointment
	Machine bool // a machine wrote it, or it went to many
}

// SignsOf looks at m, of which only a part may have been read.
func SignsOf(m *mailbox.Message) Signs {
	out := Signs{Machine: ByMachine(m)}
	switch senderOf(m).Type {
	case "ats", "board", "agency":
		out.Job = true
	}
	if out.Job = out.Job || hasAny(mailboxOf(m), jobBoxes); out.Job {
		return out
	}
	reader := Shipped()
	r, s := reader.model.rules, reader.sight()
	defer reader.sights.Put(s)
	r.look(s, m, Context{})
	structural := s.seen[len(r.concepts)*perConcept:]
	saw := func(names ...string) bool {
		for _, n := range names {
			if structural[structuralIndex[n]] {
				return true
			}
		}
		return false
	}
	for k := range meaningChat { // chat and life are no news
		plainly := structural[saysIndex[meanings+k]]
		out.Sounds = out.Sounds || plainly || structural[saysIndex[k]]
		out.Job = out.Job || plainly
	}
	out.Job = out.Job || saw("context.weak", "context.some", "context.strong")
	event := s.seen[int(r.byName["event"])*perConcept] // employers invite to them
	out.Other = saw("foreign.alone") && !out.Job && !out.Sounds && !event
	out.Unclear = saw("language.unknown", "links.test", "links.booking", "reply.times")
	return out
}

// ByMachine reports whether the header says that a machine wrote m, or that it went to many.
func ByMachine(m *mailbox.Message) bool {
	local := mailboxOf(m)
	return m.List != "" || m.Auto == mailbox.AutoGenerate || hasAny(local, noReplies) || hasAny(local, bulkBoxes)
}

// mailboxOf is the part of the author's address before the first "@", in lower case.
func mailboxOf(m *mailbox.Message) string {
	local, _, _ := strings.Cut(strings.ToLower(m.Author().Address), "@")
	return local
}
