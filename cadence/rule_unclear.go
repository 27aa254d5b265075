package cadence

import (
	"fmt"
	"slices"

	"heardback/employer"
)

// unclear is the last mail of a person there, if nothing was recognised in it: neither news nor a date, a question, an acknowledgement or
// thanks. It may be a question, or the no that came in unusual words, and the ball may be with the user, so that rule 8 asks and drafts
// nothing that asks where things stand. The employer's next mail settles it, and so do the user's own letter that asks or agrees, and any
// word of the user's about the application.
func (f *file) unclear() *employer.Touch {
	a := f.a
	if len(a.Inbound) == 0 || !f.pl.on("2.8.unclear") {
		return nil
	}
	t := &a.Inbound[len(a.Inbound)-1]
	if t.Kind != string(employer.KindContact) || !t.Human || t.Ack || t.Mail == nil {
		return nil
	}
	if slices.ContainsFunc(t.Acts, func(act string) bool { return act != "human" && act != "agency" }) {
		return nil
	}
	if slices.ContainsFunc(a.Statements, func(s employer.Statement) bool { return s.Event == t.Event }) {
		return nil
	}
	for i := range a.Outbound {
		o := &a.Outbound[i]
		if o.At.After(t.At) && (o.Nudge || o.Kind == string(employer.KindAnswer) || o.Kind == string(employer.KindFollowup)) {
			return nil
		}
	}
	for i := range a.Timeline {
		if e := &a.Timeline[i]; e.Source == "user" && e.At.After(t.At) {
			return nil
		}
	}
	return t
}

// tellUnclear asks what the mail was, in the digest.
func (f *file) tellUnclear() {
	t := f.unclear()
	if t == nil || !f.a.Stage.Open() || f.a.Suspended != "" {
		return
	}
	name := identity(t.Who.Name, t.Who.Address)
	f.tell(Notice{Key: "unclear:" + t.Event, Kind: "question", At: t.At, Rule: "2.8",
		Text:    fmt.Sprintf("%s: nothing was recognised in the mail of %s of %s. If it was a decision, say so (--kind rejection, offer, filled or hold), if they asked you something, answer it; until then no letter asks where things stand.", who(f.a), name, f.day(t.At)),
		Command: "heardback correct " + employer.ShellWord(t.Mail.Key) + " --kind contact"})
}
