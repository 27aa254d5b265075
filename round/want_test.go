package round

import (
	"strings"
	"testing"

	"heardback/digest"
	"heardback/employer"
	"heardback/mailbox"
)

func header(t *testing.T, raw string) *mailbox.Header {
	t.Helper()
	h, err := mailbox.ParseHeader([]byte(raw), mailbox.Options{Own: []string{"robin@seeker.example"}})
	if err != nil {
		t.Fatal(err)
	}
	return &h
}

func TestWant(t *testing.T) {
	r := &Round{Accounts: []Account{{Addresses: []string{"robin@seeker.example"}}}}
	r.index = newIndex([]employer.Event{
		{ID: "mail:1", Kind: employer.KindConfirmation, Party: employer.Party{Name: "Lindgrove", Domain: "lindgrove.example"}, Mail: &employer.Mail{MessageID: "1@lindgrove.example"}},
		{ID: "mail:2", Kind: employer.KindWritten, Mail: &employer.Mail{MessageID: "2@seeker.example", Own: true, To: []employer.Address{{Address: "ann@club.example"}}}},
	})
	const (
		bulk = "List-Unsubscribe: <mailto:off@shop.example>\n"
		me   = "To: robin@seeker.example\n"
		post = "List-Id: <garden.club.example>\nTo: garden@club.example\n"
		shop = "From: Shop <news@shop.example>\nSubject: Newsletter: 50% off all garden chairs this weekend\n"
	)
	for _, c := range []struct {
		name, raw string
		want      mailbox.Want
	}{
		{"a stranger", "From: Kim <kim@acme.example>\nSubject: Hello\n" + me, mailbox.WantWords},
		{"a system", "From: noreply@acme.example\nSubject: News\n" + me, mailbox.WantOpening},
		{"an advertisement", shop + bulk + me, mailbox.WantHeader},
		{"an advertisement of a system", "From: no-reply@shop.example\nSubject: Newsletter: 50% off all garden chairs this weekend\n" + me, mailbox.WantHeader},
		{"a person's mail with such a subject", "From: Kim <kim@club.example>\nSubject: Newsletter: 50% off all garden chairs this weekend\n" + me, mailbox.WantWords},
		{"a post to a list", "From: Ann <x@garden.example>\nSubject: Re: roses\n" + post, mailbox.WantHeader},
		{"a post without a subject", "From: Ann <x@garden.example>\n" + post, mailbox.WantHeader},
		{"a post by somebody whom the user wrote to", "From: Ann <ann@club.example>\nSubject: roses\n" + post, mailbox.WantAll},
		{"an answer on a list to the user", "From: Ann <x@garden.example>\nSubject: Re: roses\nIn-Reply-To: <2@seeker.example>\n" + post, mailbox.WantAll},
		{"an employer of the book", "From: Lindgrove <news@mail.lindgrove.example>\nSubject: Our year in pictures and numbers\n" + me, mailbox.WantAll},
		{"what an employer of the book sends to many", "From: Lindgrove <news@mail.lindgrove.example>\nSubject: Newsletter: 50% off all garden chairs\n" + bulk + me, mailbox.WantWords},
		{"… about an application", "From: Lindgrove <news@mail.lindgrove.example>\nSubject: Your application\n" + bulk + me, mailbox.WantAll},
		{"… in a thread", "From: Lindgrove <news@mail.lindgrove.example>\nSubject: Hello\nIn-Reply-To: <1@lindgrove.example>\n" + bulk + me, mailbox.WantAll},
		{"bulk mail about an application", "From: Acme <team@acme.example>\nSubject: Thank you for your application\n" + bulk + me, mailbox.WantAll},
		{"bulk mail of a hiring system", "From: Acme <no-reply@greenhouse.io>\nSubject: Hello again from all of us here\n" + bulk + me, mailbox.WantAll},
		{"bulk mail of a job box", "From: Acme <careers@acme.example>\nSubject: Hello again from all of us here\n" + bulk + me, mailbox.WantAll},
		{"bulk mail with a subject of one word", "From: Acme <team@acme.example>\nSubject: Update\n" + bulk + me, mailbox.WantOpening},
		{"bulk mail that thanks", "From: Acme <team@acme.example>\nSubject: Thank you from Acme Corporation\n" + bulk + me, mailbox.WantOpening},
		{"bulk mail to nobody in particular", "From: Acme <team@acme.example>\nSubject: From all of us at Acme\nTo: undisclosed-recipients:;\n" + bulk, mailbox.WantOpening},
		{"bulk mail in a language without rules", "From: Acme <team@acme.example>\nSubject: Twoja oferta czeka\n" + bulk + me, mailbox.WantOpening},
		{"an appointment", "From: Acme <team@acme.example>\nSubject: Newsletter: 50% off all garden chairs\nContent-Type: text/calendar\n" + bulk + me, mailbox.WantAll},
		{"own mail to a list", "From: robin@seeker.example\nSubject: roses\n" + post, mailbox.WantAll},
		{"a letter of ours", "From: robin@seeker.example\nList-Id: <" + digest.ListID + ">\nSubject: Your week\n" + me, mailbox.WantHeader},
	} {
		if got := r.want(header(t, c.raw)); got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
	filed := header(t, shop+bulk+me)
	filed.Filed = "rejected"
	if r.want(filed) != mailbox.WantAll {
		t.Error("what the user filed is not read")
	}
}

// Where only the text can tell, the beginning of it does.
func TestWantByTheBeginning(t *testing.T) {
	r := &Round{index: newIndex([]employer.Event{
		{ID: "mail:1", Kind: employer.KindConfirmation, Party: employer.Party{Name: "Lindgrove", Domain: "lindgrove.example"}, Mail: &employer.Mail{MessageID: "1@lindgrove.example"}},
	})}
	const (
		person = "From: Kim <kim@club.example>\nSubject: Hello\n"
		bulk   = "From: Shop <hello@shop.example>\nSubject: Hello from all of us\nList-Unsubscribe: <mailto:off@shop.example>\n"
		system = "From: Shop <no-reply@shop.example>\nSubject: Hello\n"
	)
	garden := strings.Repeat("The roses in the garden are out, and we sat under the old tree until the evening. ", 20)
	news := "Thank you for your application for the position as a buyer. "
	for _, c := range []struct {
		name, head, text string
		goesOn           bool
		want             mailbox.Want
	}{
		{"a person's letter to its end", person, garden, false, mailbox.WantHeader},
		{"a person's letter that goes on", person, garden, true, mailbox.WantWords},
		{"a person's letter about a job", person, garden + news, false, mailbox.WantWords},
		{"a short letter", person, garden[:300], false, mailbox.WantWords},
		{"a letter without a text", person, "", false, mailbox.WantWords},
		{"bulk mail that goes on", bulk, garden, true, mailbox.WantHeader},
		{"bulk mail of which next to nothing was seen", bulk, garden[:300], true, mailbox.WantWords},
		{"bulk mail that begins with the address of a page", bulk, "https://click.shop.example/?to=" + strings.Repeat("x", 600) + " " + garden[:500], true, mailbox.WantWords},
		{"bulk mail about a job", bulk, news + garden, true, mailbox.WantWords},
		{"a system's mail that goes on", system, garden, true, mailbox.WantHeader},
		{"a system's mail about a job", system, garden + news, true, mailbox.WantWords},
		{"a language without rules", bulk, strings.Repeat("Dziękujemy za zainteresowanie naszą ofertą, wkrótce odpowiemy na list. ", 12), true, mailbox.WantWords},
		{"somebody of the book", "From: Ann <ann@lindgrove.example>\nSubject: Hello\n", garden, false, mailbox.WantAll},
		{"what somebody of the book sends to many", "From: Ann <ann@lindgrove.example>\nSubject: Hello\nList-Unsubscribe: <mailto:off@lindgrove.example>\n", garden, false, mailbox.WantWords},
	} {
		h := header(t, c.head)
		h.Begun, h.Text, h.Truncated = true, c.text, c.goesOn
		if got := r.want(h); got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
	bounce := header(t, person)
	bounce.Begun, bounce.Text, bounce.Bounce = true, garden, &mailbox.Bounce{}
	if r.want(bounce) == mailbox.WantHeader {
		t.Error("a bounce is left unread")
	}
}

// An employer whose address has sent nothing but newsletters so far, all of them left unread, writes about an application: from the same bulk
// system, and with a subject that says nothing of it.
func TestWantAfterNewsletters(t *testing.T) {
	r := &Round{index: newIndex(nil)}
	const (
		bulk   = "From: Acme <news@acme.example>\nTo: robin@seeker.example\nList-Unsubscribe: <mailto:off@acme.example>\nSubject: "
		garden = "The roses in the garden are out, and we sat under the old tree until the evening. "
		news   = "Dear Robin, thank you for your application for the position as a buyer. We have received it and will come back to you. "
	)
	for range 50 {
		if got := r.want(header(t, bulk+"Newsletter: 50% off all garden chairs this weekend\n")); got != mailbox.WantHeader {
			t.Fatalf("a newsletter: %d", got)
		}
		h := header(t, bulk+"Hello from all of us\n")
		h.Begun, h.Text, h.Truncated = true, strings.Repeat(garden, 20), true
		if got := r.want(h); got != mailbox.WantHeader {
			t.Fatalf("the beginning of a newsletter: %d", got)
		}
	}
	for _, subject := range []string{"Hello from all of us", "Thank you from Acme", "Robin, we have news", ""} {
		h := header(t, bulk+subject+"\n")
		if got := r.want(h); got == mailbox.WantHeader {
			t.Errorf("%q: left unread by its header", subject)
		}
		h.Begun, h.Text, h.Truncated = true, (news + strings.Repeat(garden, 20))[:openingShown], true
		if got := r.want(h); got == mailbox.WantHeader {
			t.Errorf("%q: left unread by its beginning", subject)
		}
	}
}
