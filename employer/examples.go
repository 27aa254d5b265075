package employer

import "time"

// examples hold one event of each kind, as a row of [Kinds] shows it.
var examples = func() map[Kind]Event {
	at := time.Date(2027, 3, 2, 9, 0, 0, 0, time.UTC)
	party := Party{Name: "Northwind Example", Domain: "northwind.example", From: "sender-name"}
	from := Address{Name: "Kim Doe", Address: "kim.doe@northwind.example"}
	me := Address{Name: "Alex Roe", Address: "alex@example.com"}
	kim := Contact{Name: "Kim Doe", Address: "kim.doe@northwind.example", Human: true, Wrote: true}
	talk := &Interview{UID: "42@northwind.example", Start: at.AddDate(0, 0, 7), End: at.AddDate(0, 0, 7).Add(time.Hour), Zone: "Europe/Berlin", Method: "video"}
	m := map[Kind]Event{}
	mail := func(k Kind, human bool, change func(*Event)) {
		key := string(k) + "@northwind.example"
		e := Event{ID: "mail:" + key, Kind: k, At: at, Party: party, Role: "Data Engineer", Language: "en", Human: human, Confidence: 0.98,
			Mail: &Mail{Key: key, MessageID: key, From: from, To: []Address{me}, Subject: "Data Engineer", Sent: at}}
		if human {
			e.Contacts = []Contact{kim}
		}
		if change != nil {
			change(&e)
		}
		m[k] = e
	}
	own := func(k Kind, acts ...string) {
		key := string(k) + "@example.com"
		m[k] = Event{ID: "mail:" + key, Kind: k, At: at, Party: party, Acts: acts, Confidence: 0.9,
			Mail: &Mail{Key: key, MessageID: key, InReplyTo: []string{"interview-invite@northwind.example"}, From: me, To: []Address{from}, Subject: "Re: Data Engineer", Sent: at, Own: true}}
	}
	user := func(k Kind, act UserAct) {
		m[k] = Event{ID: "user:" + string(k), Kind: k, At: at, User: &act}
	}
	withTalk := func(e *Event) { e.Interview = talk }
	mail(KindConfirmation, false, nil)
	mail(KindInvite, true, func(e *Event) { e.Acts = []string{"question"} })
	mail(KindScheduled, true, withTalk)
	mail(KindRescheduled, true, withTalk)
	mail(KindCancelled, true, withTalk)
	mail(KindMissed, true, withTalk)
	mail(KindAssessment, false, func(e *Event) { e.Deadline = at.AddDate(0, 0, 5) })
	mail(KindRejection, false, nil)
	mail(KindOffer, true, func(e *Event) { e.Deadline = at.AddDate(0, 0, 7) })
	mail(KindHold, true, nil)
	mail(KindFilled, true, nil)
	mail(KindInfoRequest, true, func(e *Event) { e.Acts = []string{"references"} })
	mail(KindOutreach, true, nil)
	mail(KindContact, true, func(e *Event) {
		e.Statements = []Statement{{Class: "window", Until: at.AddDate(0, 0, 10), Quote: "We decide next week."}}
	})
	mail(KindOutOfOffice, false, func(e *Event) { e.ReturnAt = at.AddDate(0, 0, 14) })
	mail(KindBounce, false, func(e *Event) { e.Mail.Bounced = from.Address })
	mail(KindNotice, false, nil)
	own(KindApplied, "application")
	own(KindReply, "reply")
	own(KindFollowup, "followup")
	own(KindThanks, "thanks")
	own(KindWithdrawal, "withdrawal")
	own(KindAnswer, "availability")
	own(KindWritten)
	user(KindLog, UserAct{Verb: "called", Target: "mail:confirmation@northwind.example", Outcome: "reached", Date: at.AddDate(0, 0, 10)})
	user(KindCorrect, UserAct{Verb: "kind", Target: "mail:rejection@northwind.example", Value: "confirmation"})
	user(KindMerge, UserAct{Verb: "merge", Target: "mail:confirmation@northwind.example", Other: "mail:sent-application@example.com"})
	user(KindSplit, UserAct{Verb: "split", Target: "mail:interview-invite@northwind.example"})
	user(KindUndo, UserAct{Verb: "undo", Target: "user:correct"})
	for _, r := range Kinds {
		if r.Source == "draft" {
			m[r.Kind] = Event{ID: "draft:k1:" + string(r.Kind), Kind: r.Kind, At: at, Draft: &DraftAct{Key: "k1", Kind: "status-1", To: from,
				MessageID: "k1@example.com", App: "mail:confirmation@northwind.example", Reason: "1.interviewed.status-1"}}
		}
	}
	return m
}()
