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

// An agency that names no client is not the employer.
func TestAgencyWithoutItsClient(t *testing.T) {
	for _, c := range []struct{ address, name, employer, agency string }{
		{"cleo@brightpathsearch.example", "Brightpath", "", "Brightpath"},
		{"cleo@brightpathsearch.example", "Alder Mills", "Alder Mills", ""},
	} {
		r := &Round{index: newIndex(nil)}
		m := &mailbox.Message{Subject: "Your application", From: []mailbox.Address{{Address: c.address}}}
		f := &classifier.Finding{Kind: classifier.Confirmation, Accepted: true, Acts: []classifier.Act{classifier.ActHuman, classifier.ActAgency}, Employer: classifier.Employer{Name: c.name}}
		e, ok := r.event(m, f, "home", m.Sent())
		if !ok || e.Party.Name != c.employer || e.Party.Agency != c.agency {
			t.Errorf("%s of %s: employer %q, agency %q", c.name, c.address, e.Party.Name, e.Party.Agency)
		}
	}
}
