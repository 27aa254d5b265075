package round

import (
	"context"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"time"

	"heardback/cadence"
	"heardback/digest"
	"heardback/drafts"
	"heardback/employer"
	"heardback/mailbox"
	"heardback/templates"
)

// inbox is an account whose mail is in the book already and whose letters can go wrong in every way.
type inbox struct {
	letters []mailbox.Letter
	late    []mailbox.Letter // taken by the server, to be seen from the next look but one
	unheard bool             // the next APPEND is done, and its answer lost
	lost    bool             // the next APPEND never reaches the server
	slow    bool             // what is unheard is stored only after the first look
	refuse  error
	failed  []mailbox.Failure
	sync    error
}

func (b *inbox) Name() string { return "home" }

func (b *inbox) Sync(_ context.Context, _ mailbox.Cursor, _ func(*mailbox.Header) mailbox.Want, take func(mailbox.Batch) error) error {
	if len(b.failed) > 0 {
		if err := take(mailbox.Batch{Cursor: mailbox.Cursor("1"), Failed: b.failed}); err != nil {
			return err
		}
		b.failed = nil
	}
	return b.sync
}

func (b *inbox) Look(_ context.Context, letters []mailbox.Placed) ([]mailbox.Sighting, error) {
	var out []mailbox.Sighting
	for _, p := range letters {
		s := mailbox.Sighting{Key: p.Key, State: mailbox.Gone}
		for _, l := range b.letters {
			if l.MessageID == p.MessageID {
				s.State = mailbox.Untouched
			}
		}
		out = append(out, s)
	}
	b.letters, b.late = append(b.letters, b.late...), nil
	return out, nil
}

func (b *inbox) Place(_ context.Context, l mailbox.Letter) (mailbox.Where, error) {
	switch {
	case b.refuse != nil:
		return mailbox.Where{}, b.refuse
	case b.lost:
		b.lost = false
		return mailbox.Where{}, mailbox.ErrUnknown
	case b.unheard:
		b.unheard = false
		if b.slow {
			b.late = append(b.late, l)
		} else {
			b.letters = append(b.letters, l)
		}
		return mailbox.Where{}, mailbox.ErrUnknown
	}
	b.letters = append(b.letters, l)
	return mailbox.Where{Folder: "INBOX"}, nil
}

func (b *inbox) Next(context.Context, mailbox.Folder) (mailbox.Where, error) {
	return mailbox.Where{Folder: "INBOX"}, nil
}

func (b *inbox) Withdraw(context.Context, mailbox.Placed) error { return nil }

// keys are those of the letters that lie in the INBOX.
func (b *inbox) keys() string {
	var keys []string
	for _, l := range b.letters {
		keys = append(keys, l.Key)
	}
	return strings.Join(keys, " ")
}

// reader is a user with an inbox, a book that survives restarts and a digest on Sunday at 18:00.
type reader struct {
	t     *testing.T
	box   *inbox
	store *Memory
	round *Round
}

func newReader(t *testing.T, events ...employer.Event) *reader {
	r := &reader{t: t, box: &inbox{}, store: NewMemory(events, nil)}
	r.restart()
	return r
}

// restart begins a new process on the same book.
func (r *reader) restart() {
	r.t.Helper()
	w := drafts.New(templates.FS, nil)
	r.round = &Round{
		Store: r.store, Accounts: []Account{{Box: r.box, Addresses: []string{"robin@example.com"}}}, Writer: w, Policy: cadence.Default(),
		Log: slog.New(slog.DiscardHandler),
		Letters: &Letters{Account: "home", To: mailbox.Address{Name: "Robin Hale", Address: "robin@example.com"}, Language: "en", Notices: true, Empty: true,
			Schedule: digest.Schedule{Frequency: "weekly", Day: time.Sunday, Hour: 18, Zone: time.UTC}},
	}
}

// at runs a round at a time of 2027: "02-28 18:00".
func (r *reader) at(when string) Report {
	r.t.Helper()
	now, err := time.Parse("2006-01-02 15:04", "2027-"+when)
	if err != nil {
		r.t.Fatal(err)
	}
	rep, err := r.round.Run(context.Background(), now)
	if err != nil {
		r.t.Fatal(err)
	}
	return rep
}

func (r *reader) has(want string) {
	r.t.Helper()
	if got := r.box.keys(); got != want {
		r.t.Errorf("letters: got %q, want %q", got, want)
	}
}

func TestOneDigestForEachPeriod(t *testing.T) {
	r := newReader(t)
	r.at("02-24 12:00")
	r.at("02-28 17:59")
	r.has("")
	for range 3 {
		r.at("02-28 18:00")
		r.at("03-01 09:00")
		r.restart()
	}
	r.has("digest-2027-W08")
	r.at("03-07 18:05")
	r.has("digest-2027-W08 digest-2027-W09")
	// Four weeks of downtime: the latest one comes, not a pile.
	r.restart()
	r.at("04-06 10:00")
	r.at("04-06 11:00")
	r.has("digest-2027-W08 digest-2027-W09 digest-2027-W13")
}

func TestALetterOfUnknownFateIsLookedForTwice(t *testing.T) {
	for _, c := range []struct {
		name                string
		lost, unheard, slow bool
	}{{"lost", true, false, false}, {"taken", false, true, false}, {"taken, and stored late", false, true, true}} {
		t.Run(c.name, func(t *testing.T) {
			r := newReader(t)
			r.at("02-24 12:00")
			r.box.lost, r.box.unheard, r.box.slow = c.lost, c.unheard, c.slow
			rep := r.at("02-28 18:00")
			if len(rep.Errors) != 1 || rep.Next.After(rep.Now.Add(lookAgain)) {
				t.Errorf("got the errors %v, the next round at %s", rep.Errors, rep.Next)
			}
			r.restart()
			for _, when := range []string{"02-28 18:01", "02-28 18:03", "02-28 18:10", "03-02 09:00"} {
				r.at(when)
			}
			r.has("digest-2027-W08")
		})
	}
}

// A refused letter is not there: it comes as soon as the server takes it.
func TestARefusedLetterComesLater(t *testing.T) {
	r := newReader(t)
	r.at("02-24 12:00")
	r.box.refuse = fmt.Errorf("over quota")
	r.at("02-28 18:00")
	r.box.refuse = nil
	r.at("02-28 18:01")
	r.has("digest-2027-W08")
	if text := string(r.box.letters[0].Raw); !strings.Contains(text, "over quota") {
		t.Error("the digest does not say that it was refused at first")
	}
}

// What went wrong is told in the next digest, through restarts, and once.
func TestTroubleIsToldOnce(t *testing.T) {
	r := newReader(t)
	r.at("02-24 12:00")
	r.box.sync = fmt.Errorf("the server refused the password")
	r.box.failed = []mailbox.Failure{{Where: mailbox.Where{Folder: "INBOX", UID: 812}, Err: "the header is too large"}}
	r.at("02-24 13:00")
	r.at("02-25 13:00")
	r.box.sync = nil
	r.restart()
	r.at("02-28 18:00")
	text := string(r.box.letters[0].Raw)
	for _, want := range []string{"Wed 24 Feb", "refused the password", "UID 812", "header is too large"} {
		if !strings.Contains(text, want) {
			t.Errorf("the digest lacks %q:\n%s", want, text)
		}
	}
	if strings.Contains(text, "Thu 25 Feb") {
		t.Error("the same trouble is told twice")
	}
	r.restart()
	r.at("03-07 18:00")
	if text := string(r.box.letters[1].Raw); strings.Contains(text, "refused the password") {
		t.Error("trouble of the week before is told again")
	}
}

// invited is the book of a user whom an employer of the book has invited at noon of 23 February.
func invited() []employer.Event {
	at := time.Date(2027, time.February, 23, 12, 0, 0, 0, time.UTC)
	mail := func(kind employer.Kind, key string, at time.Time) employer.Event {
		from := employer.Address{Name: "Kim Vale", Address: "kim.vale@northwind.example"}
		return employer.Event{ID: "mail:" + key, Kind: kind, At: at, Learned: at, Account: "home", Human: true, Confidence: 1, Role: "Data Analyst", Language: "en",
			Mail:     &employer.Mail{Key: key, MessageID: key, Account: "home", From: from, Subject: "Your application", Sent: at},
			Party:    employer.Party{Name: "Northwind Example", Domain: "northwind.example", From: "signature"},
			Contacts: []employer.Contact{{Name: from.Name, Address: from.Address, Human: true, Wrote: true}}}
	}
	return []employer.Event{mail(employer.KindConfirmation, "m1@northwind.example", at.AddDate(0, 0, -9)), mail(employer.KindInvite, "m2@northwind.example", at)}
}

// A notice is told once, also where its letter's fate was unknown over midnight.
func TestANoticeIsToldOnce(t *testing.T) {
	for _, c := range []struct {
		name          string
		lost, unheard bool
		want          string
	}{
		{"heard", false, false, "notice-2027-02-23"},
		{"taken, and not heard", false, true, "notice-2027-02-23"},
		{"lost", true, false, "notice-2027-02-24"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := newReader(t, invited()...)
			r.round.Observe = true // the draft is another matter
			r.box.lost, r.box.unheard = c.lost, c.unheard
			r.at("02-23 12:01")
			for _, when := range []string{"02-24 12:00", "02-24 13:00", "02-25 12:00"} {
				r.restart()
				r.round.Observe = true
				r.at(when)
			}
			r.has(c.want)
		})
	}
}
