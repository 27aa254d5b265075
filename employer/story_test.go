package employer

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"time"
)

// day gives a time in 2027 from "3-02 09:00", UTC.
func day(s string) time.Time {
	t, err := time.Parse("2006-1-02 15:04", "2027-"+s)
	if err != nil {
		panic(err)
	}
	return t
}

// story builds events as round would from mail.
type story struct {
	events []Event
	n      int
}

var (
	me  = Address{Name: "Alex Roe", Address: "alex@mail.example"}
	kim = Contact{Name: "Kim Doe", Address: "kim.doe@northwind.example", Human: true, Wrote: true}
)

// mail adds a mail of an employer's. From decides who writes: an address, or "ats" for a hiring system.
func (s *story) mail(at string, kind Kind, employer, role, from string, change ...func(*Event)) *Event {
	s.n++
	id := fmt.Sprintf("m%d@sender.example", s.n)
	e := Event{ID: "mail:" + id, Kind: kind, At: day(at), Learned: day(at).Add(time.Minute), Rules: "1", Party: Party{Name: employer, From: "sender-name"}, Role: role, Language: "en",
		Mail: &Mail{Key: id, MessageID: id, To: []Address{me}, Subject: "About " + role, Sent: day(at)}}
	if from == "ats" {
		e.Source = "greenhouse"
		e.Mail.From = Address{Name: employer, Address: "no-reply@hiring.test"}
		e.Mail.NoReply = true
	} else {
		e.Human = true
		name, _, _ := strings.Cut(from, "@")
		e.Mail.From = Address{Name: name, Address: from}
		e.Contacts = []Contact{{Name: name, Address: from, Human: true, Wrote: true}}
	}
	for _, c := range change {
		c(&e)
	}
	s.events = append(s.events, e)
	return &s.events[len(s.events)-1]
}

// own adds a mail of the user's that answers to, unless that is nil.
func (s *story) own(at string, kind Kind, to string, answers *Event, acts ...string) *Event {
	s.n++
	id := fmt.Sprintf("own%d@mail.example", s.n)
	e := Event{ID: "mail:" + id, Kind: kind, At: day(at), Learned: day(at).Add(time.Minute), Rules: "1", Acts: acts, Language: "en",
		Mail: &Mail{Key: id, MessageID: id, From: me, To: []Address{{Address: to}}, Sent: day(at), Own: true, Subject: "Mine"}}
	if answers != nil {
		e.Mail.InReplyTo = []string{answers.Mail.MessageID}
		e.Mail.References = append(append([]string(nil), answers.Mail.References...), answers.Mail.MessageID)
	}
	s.events = append(s.events, e)
	return &s.events[len(s.events)-1]
}

func (s *story) user(at string, kind Kind, act UserAct) *Event {
	s.n++
	s.events = append(s.events, Event{ID: fmt.Sprintf("user:%d", s.n), Kind: kind, At: day(at), Learned: day(at), User: &act})
	return &s.events[len(s.events)-1]
}

func acts(a ...string) func(*Event) { return func(e *Event) { e.Acts = a } }

func talkAt(uid string, seq int, start string) func(*Event) {
	return func(e *Event) {
		e.Interview = &Interview{UID: uid, Sequence: seq, Start: day(start), Zone: "Europe/Berlin"}
	}
}

func answering(m *Event) func(*Event) {
	return func(e *Event) {
		e.Mail.InReplyTo = []string{m.Mail.MessageID}
		e.Mail.References = []string{m.Mail.MessageID}
	}
}

// at folds the story and checks that order and repetition change nothing.
func (s *story) at(t *testing.T, now string) Book {
	t.Helper()
	b := Fold(s.events, day(now))
	r := rand.New(rand.NewPCG(1, uint64(len(s.events))))
	for range 3 {
		shuffled := append([]Event(nil), s.events...)
		for range len(s.events) / 2 {
			shuffled = append(shuffled, s.events[r.IntN(len(s.events))])
		}
		r.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		if again := Fold(shuffled, day(now)); !reflect.DeepEqual(b, again) {
			t.Fatalf("another order gives another book:\n%+v\n%+v", b, again)
		}
	}
	var f Folder
	for i, e := range s.events {
		f.Add(e)
		f.Book(e.At.Add(time.Duration(r.IntN(72)) * time.Hour))
		if got, want := f.Book(day(now)), Fold(s.events[:i+1], day(now)); !reflect.DeepEqual(got, want) {
			t.Fatalf("one event after the other gives another book:\n%+v\n%+v", got, want)
		}
	}
	return b
}

func one(t *testing.T, b Book) Application {
	t.Helper()
	if len(b.Applications) != 1 {
		for _, a := range b.Applications {
			t.Logf("application %s: %s, %s, %s", a.ID, a.Employer, a.Role, a.Stage)
		}
		t.Fatalf("got %d applications, want 1", len(b.Applications))
	}
	return *b.Applications[0]
}

func wantStage(t *testing.T, b Book, want Stage) {
	t.Helper()
	if got := one(t, b).Stage; got != want {
		for _, e := range one(t, b).Timeline {
			t.Log(e.At, e.Text)
		}
		t.Errorf("stage at %s: got %s, want %s", b.Now.Format("2 Jan 15:04"), got, want)
	}
}

func questionKinds(b Book) []string {
	var kinds []string
	for _, q := range b.Questions {
		kinds = append(kinds, q.Kind)
	}
	return kinds
}
