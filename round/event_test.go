package round

import (
	"testing"
	"time"

	"heardback/cadence"
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

// An automatic answer is sure to be one, whatever else its words resemble; a person who is about to be away and names a date has answered.
func TestAbsences(t *testing.T) {
	at := time.Date(2027, 3, 1, 9, 0, 0, 0, time.UTC)
	window := []classifier.Statement{{Class: classifier.Window, Until: at.AddDate(0, 0, 9)}}
	for _, c := range []struct {
		name       string
		auto       mailbox.Automation
		ask        bool
		statements []classifier.Statement
		want       employer.Kind
	}{
		{"automatic, asked about", mailbox.AutoReply, true, window, employer.KindOutOfOffice},
		{"by hand", mailbox.ByHand, false, nil, employer.KindOutOfOffice},
		{"by hand with a date", mailbox.ByHand, false, window, employer.KindContact},
	} {
		r := &Round{index: newIndex(nil)}
		r.index.people["ada@northwind.example"] = true
		m := &mailbox.Message{Subject: "Re: Weaver", From: []mailbox.Address{{Address: "ada@northwind.example"}}, Auto: c.auto}
		f := &classifier.Finding{Kind: classifier.Other, Ask: c.ask, Acts: []classifier.Act{classifier.ActOutOfOffice}, Statements: c.statements}
		e, ok := r.event(m, f, "home", at)
		if !ok || e.Kind != c.want || e.Uncertain || e.Human != (c.want == employer.KindContact) {
			t.Errorf("%s: %s, unsure %v, human %v", c.name, e.Kind, e.Uncertain, e.Human)
		}
	}
}

// A question names the news that a message may be, not that it is a message.
func TestQuestionNamesTheLikeliestNews(t *testing.T) {
	r := &Round{index: newIndex(nil)}
	r.index.people["ada@northwind.example"] = true
	m := &mailbox.Message{Subject: "Re: Weaver", From: []mailbox.Address{{Address: "ada@northwind.example"}}}
	for _, c := range []struct {
		alternatives map[classifier.Kind]float64
		want         employer.Kind
	}{
		{map[classifier.Kind]float64{classifier.Interview: 0.3, classifier.Offer: 0.1, classifier.JobAlert: 0.4}, employer.KindInvite},
		{nil, employer.KindContact},
	} {
		f := &classifier.Finding{Kind: classifier.Other, Ask: true, Acts: []classifier.Act{classifier.ActHuman}, Alternatives: c.alternatives}
		if e, ok := r.event(m, f, "home", m.Sent()); !ok || e.Kind != c.want {
			t.Errorf("%v: %s", c.alternatives, e.Kind)
		}
	}
}

// The user's answer to a recruiter is no private mail: it opens an application (POLICY.md rule 12).
func TestAnswerToARecruiterIsNotPrivate(t *testing.T) {
	out := employer.Event{ID: "mail:m1", Kind: employer.KindOutreach, Mail: &employer.Mail{Key: "m1", MessageID: "m1", From: employer.Address{Address: "quinn@saltmarsh.example"}}, Party: employer.Party{Name: "Saltmarsh"}}
	r := &Round{index: newIndex([]employer.Event{out})}
	m := &mailbox.Message{Key: "m2", Own: true, Subject: "Re: Clerk", To: []mailbox.Address{{Address: "quinn@saltmarsh.example"}}, InReplyTo: []string{"m1"}}
	f := &classifier.Finding{Acts: []classifier.Act{classifier.ActAvailability}}
	e, ok := r.event(m, f, "home", m.Sent())
	if !ok || e.Kind != employer.KindAnswer || len(e.Mail.InReplyTo) == 0 {
		t.Fatalf("the answer became %s", e.Kind)
	}
	if b := employer.Fold([]employer.Event{out, e}, m.Sent()); len(b.Applications) != 1 {
		t.Errorf("%d applications", len(b.Applications))
	}
}

// A person at an agency or with a free address writes in person, though the sender is in the list of families; a hiring system does not.
func TestWhoWritesThroughASystem(t *testing.T) {
	for _, c := range []struct{ address, family, agency, want string }{
		{"tom.reed@hays.com", "hays", "Hays", ""},
		{"ann.baker@gmail.com", "gmail", "", ""},
		{"ann.baker@gmail.com", "gmail", "Baker Search", ""},
		{"no-reply@us.greenhouse-mail.io", "greenhouse", "", "greenhouse"},
		{"no-reply@us.greenhouse-mail.io", "greenhouse", "Bright Staffing", "greenhouse"},
	} {
		r := &Round{index: newIndex(nil)}
		m := &mailbox.Message{Subject: "Your application", From: []mailbox.Address{{Address: c.address}}}
		f := &classifier.Finding{Kind: classifier.Confirmation, Accepted: true, Family: c.family, Employer: classifier.Employer{Name: "Hollis Foods", Agency: c.agency}}
		if e, ok := r.event(m, f, "home", m.Sent()); !ok || e.Source != c.want {
			t.Errorf("%s: source %q, want %q", c.address, e.Source, c.want)
		}
	}
}

// A draft lies where it can be sent as the address that the thread used.
func TestHomeOfADraft(t *testing.T) {
	r := &Round{Accounts: []Account{
		{Box: &named{name: "private"}, Addresses: []string{"robin@seeker.example", "r@seeker.example"}},
		{Box: &named{name: "work"}, Addresses: []string{"robin@work.example"}},
	}}
	for _, c := range []struct{ account, from, want string }{
		{"private", "robin@seeker.example", "private"}, {"private", "R@seeker.example", "private"}, {"private", "robin@work.example", "work"},
		{"work", "r@seeker.example", "private"}, {"work", "", "work"}, {"work", "robin@gone.example", "work"}, {"", "robin@work.example", "work"}, {"gone", "robin@work.example", ""},
	} {
		got := ""
		if a, ok := r.home(cadence.Step{Account: c.account, From: c.from}); ok {
			got = a.Box.Name()
		}
		if got != c.want {
			t.Errorf("thread in %q, from %q: %q, want %q", c.account, c.from, got, c.want)
		}
	}
}

type named struct {
	inbox
	name string
}

func (n *named) Name() string { return n.name }
