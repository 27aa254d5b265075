package round

import (
	"testing"

	"heardback/classifier"
	"heardback/employer"
	"heardback/mailbox"
)

// What the user writes to friends is private: a reply or thanks to somebody who is not in the book becomes no event that names an
// employer, so that no later mail of theirs is taken for one's.
func TestMailToFriendsStaysPrivate(t *testing.T) {
	r := &Round{index: newIndex(nil)}
	for _, act := range []classifier.Act{classifier.ActReply, classifier.ActThanks, classifier.ActAvailability, classifier.ActDeclines, classifier.ActFollowup} {
		m := &mailbox.Message{Own: true, Subject: "Re: Sunday", To: []mailbox.Address{{Address: "aunt@family.example"}}}
		f := &classifier.Finding{Acts: []classifier.Act{act}, Employer: classifier.Employer{Name: "Family", Domain: "family.example", From: "domain"}}
		e, ok := r.event(m, f, "home", m.Sent())
		if !ok || e.Kind != employer.KindWritten || e.Party.Name != "" || e.Mail.Subject != "" {
			t.Errorf("%s to a friend became %s of %q, subject %q; want only that the user wrote", act, e.Kind, e.Party.Name, e.Mail.Subject)
		}
		r.index.add(e)
	}
	if m := (&mailbox.Message{Subject: "Aunt Greta", From: []mailbox.Address{{Address: "uncle@family.example"}}}); r.known(m) {
		t.Error("a friend's family counts as an employer")
	}
}
