package cadence

import (
	"fmt"
	"testing"
	"time"

	"heardback/employer"
)

// benchBook holds 5,000 applications as a long search leaves them: 200 alive, the others old or decided.
func benchBook() (book employer.Book, now time.Time) {
	now = time.Date(2027, 3, 16, 7, 0, 0, 0, time.UTC)
	book = employer.Book{Now: now}
	for i := range 5000 {
		at := now.AddDate(0, 0, -70-i%900)
		if i < 200 {
			at = now.AddDate(0, 0, -i%40)
		}
		who := employer.Address{Name: "Pat", Address: fmt.Sprintf("pat@employer%d.example", i)}
		mail := &employer.Mail{Key: fmt.Sprint(i), From: who}
		a := employer.Application{ID: fmt.Sprint("mail:", i), Employer: fmt.Sprint("Employer ", i), Firm: fmt.Sprint("employer ", i), Role: "Clerk", Country: []string{"US", "DE", "FR"}[i%3],
			Stage: employer.Confirmed, StageSince: at, AppliedAt: at, ConfirmedAt: at,
			Contacts: []employer.Contact{{Name: "Pat", Address: who.Address, Human: true, Wrote: true, KnownBecause: "known", LastWrote: at}},
			Inbound:  []employer.Touch{{At: at, Event: fmt.Sprint("mail:", i), Kind: string(employer.KindConfirmation), Who: who, Human: true, Ack: true, Mail: mail}}}
		switch i % 5 {
		case 1:
			a.Stage, a.RejectedAt = employer.Rejected, at
		case 2:
			a.Stage = employer.Interviewed
			a.Interviews = []employer.Interview{{Key: fmt.Sprint("u", i), Start: at, End: at.Add(time.Hour), State: "held"}}
		}
		book.Applications = append(book.Applications, &a)
	}
	return book, now
}

// BenchmarkMake plans 5,000 applications.
func BenchmarkMake(b *testing.B) {
	book, now := benchBook()
	p, s := Default(), Seeker{Zone: time.UTC, Country: "US"}
	Make(book, p, s, now)
	b.ReportAllocs()
	for b.Loop() {
		Make(book, p, s, now)
	}
}
