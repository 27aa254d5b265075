package main

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"heardback/employer"
)

// drafted is an event of a draft to Kim Vale on a day of February.
func (o *offline) drafted(key string, kind employer.Kind, day int) employer.Event {
	at := time.Date(2027, time.February, day, 12, 0, 0, 0, time.UTC)
	return employer.Event{ID: fmt.Sprintf("draft:%s:%s:%d", key, kind, at.Unix()), Kind: kind, At: at, Learned: at, Account: "robin@example.com",
		Draft: &employer.DraftAct{Key: key, Kind: "status-1", Account: "robin@example.com", App: "mail:m10@northwind.example", Subject: "Re: Your application",
			To: employer.Address{Name: "Kim Vale", Address: "kim.vale@northwind.example"}, Reason: "1.status: seven business days without a word"}}
}

func TestDraftsCommand(t *testing.T) {
	o := newOffline(t, "")
	if out := o.ok("drafts"); !strings.Contains(out, "no drafts yet") {
		t.Errorf("an empty book: %s", out)
	}
	const first, second = "aaaaaaaa11112222", "aaaabbbb33334444"
	o.learn(o.mail(10, employer.KindConfirmation, ""), o.drafted(first, employer.KindDraftIntended, 20), o.drafted(first, employer.KindDraftPlaced, 20), o.drafted(first, employer.KindDraftDeleted, 21),
		o.drafted(second, employer.KindDraftPlaced, 22))
	out := o.ok("drafts")
	if !strings.Contains(out, "aaaaaaaa  Northwind Example  status-1") || !strings.Contains(out, "declined by you on Sun 21 Feb 2027") ||
		!strings.Contains(out, "lies in Drafts on Mon 22 Feb 2027") || !strings.Contains(out, "seven business days") {
		t.Errorf("drafts said\n%s", out)
	}
	var list []draftEntry
	if err := json.Unmarshal([]byte(o.ok("drafts", "--json")), &list); err != nil || len(list) != 2 || list[0].ID != second || list[1].State != employer.DraftDeleted {
		t.Errorf("drafts --json: %+v, %v", list, err)
	}
	for query, want := range map[string]string{"aaaab": "not one that you deleted", "bbbb": "there is no draft", "nobody": "there is no draft"} {
		if out, code := o.run("drafts", "restore", query); code != 1 || !strings.Contains(out, want) {
			t.Errorf("restore %s: code %d\n%s", query, code, out)
		}
	}
	if out := o.ok("drafts", "restore", "northwind"); !strings.Contains(out, "allowed again") {
		t.Errorf("restore said %s", out)
	}
	if out := o.ok("drafts"); !strings.Contains(out, "allowed again on Mon 1 Mar 2027") {
		t.Errorf("after restore:\n%s", out)
	}
	o.now = o.now.AddDate(0, 0, 2)
	o.learn(o.drafted(first, employer.KindDraftDeleted, 30), o.drafted(second, employer.KindDraftDeleted, 30))
	if out, code := o.run("drafts", "restore", "northwind"); code != 1 || !strings.Contains(out, "say which one, aaaa") {
		t.Errorf("two of them: code %d\n%s", code, out)
	}
}
