package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"strings"
	"testing"

	goimap "github.com/emersion/go-imap/v2"

	"heardback/employer"
	"heardback/mailbox/imap/dovecot"
	"heardback/mailbox/imap/embedded"
)

// file moves or copies the mails with a Message-ID from a folder to another one, which is made if it is not there.
func (h *hosted) file(from, to, id string, move bool) {
	h.t.Helper()
	c := h.user()
	defer c.Close()
	c.Create(to, nil).Wait() // it may be there
	if _, err := c.Select(from, nil).Wait(); err != nil {
		h.t.Fatal(err)
	}
	found, err := c.UIDSearch(&goimap.SearchCriteria{Header: []goimap.SearchCriteriaHeaderField{{Key: "Message-ID", Value: id}}}, nil).Wait()
	if err != nil || len(found.AllUIDs()) != 1 {
		h.t.Fatalf("%s in %s: %v, %v", id, from, found, err)
	}
	uids := goimap.UIDSetNum(found.AllUIDs()...)
	if move {
		_, err = c.Move(uids, to).Wait()
	} else {
		_, err = c.Copy(uids, to).Wait()
	}
	if err != nil {
		h.t.Fatal(err)
	}
}

func (h *hosted) stages(now string) map[string]employer.Stage {
	h.t.Helper()
	out, code := h.run(now, "status", "--json")
	var s struct{ Applications []applicationStatus }
	if err := json.Unmarshal([]byte(out), &s); code != 0 || err != nil {
		h.t.Fatalf("status: code %d, %v\n%s", code, err, out)
	}
	m := map[string]employer.Stage{}
	for _, a := range s.Applications {
		m[a.Employer] = a.Stage
	}
	return m
}

// TestFilingIsCorrecting: what the user files under Heardback/… is a correction, once; without the line of configuration nobody looks.
func TestFilingIsCorrecting(t *testing.T) {
	t.Parallel()
	h := newHosted(t)
	h.searching()
	h.deliver(delivery{"INBOX", "2021-02-01T09:00:00-05:00", `Message-ID: <odd@elmstead.example>
From: Rhea Lind <rhea.lind@elmstead.example>
Subject: News
Content-Type: text/plain; charset=utf-8

Hi Robin, the parcel is at the counter.
`})
	var traced []string
	const letter = "5@mapletonpress.example" // a rejection
	round := func(now string) string {
		t.Helper()
		out, code := h.run(now, "once", "--trace-writes")
		if code != 0 {
			t.Fatal(out)
		}
		for line := range strings.Lines(out) {
			if strings.Contains(line, "APPEND") || strings.Contains(line, "UID MOVE") {
				traced = append(traced, line)
			}
		}
		return out
	}
	corrections := func(now string) (list []string) {
		t.Helper()
		out, code := h.run(now, "show", "mapleton", "--json")
		var apps []applicationStatus
		if err := json.Unmarshal([]byte(out), &apps); code != 0 || err != nil || len(apps) != 1 {
			t.Fatalf("code %d, %v\n%s", code, err, out)
		}
		for _, e := range apps[0].Events {
			if e.Kind == "correct" {
				list = append(list, e.Text)
			}
		}
		return list
	}
	round("2021-02-04T09:00:00-05:00")
	h.file("INBOX", "Heardback/Interview", letter, false)
	round("2021-02-04T09:10:00-05:00")
	if s := h.stages("2021-02-04T09:11:00-05:00"); s["Mapleton Press"] != employer.Rejected {
		t.Errorf("off by default: %v", s)
	}
	h.write(`mode = "draft"`, `tls = "none"`, fmt.Sprintf("port = %d", h.breaker.port()), `correction_folder = "Heardback"`)
	if out := round("2021-02-04T09:20:00-05:00"); !strings.Contains(out, "is Interview") {
		t.Errorf("the round does not tell it:\n%s", out)
	}
	if s := h.stages("2021-02-04T09:21:00-05:00"); s["Mapleton Press"] == employer.Rejected {
		t.Errorf("copied to Interview: %v", s)
	}
	round("2021-02-04T09:30:00-05:00")
	if got := corrections("2021-02-04T09:31:00-05:00"); len(got) != 1 {
		t.Errorf("one copy, %q", got)
	}
	h.file("Heardback/Interview", "Heardback/Rejected", letter, true)
	round("2021-02-04T09:40:00-05:00")
	h.file("Heardback/Rejected", "Heardback/Interview", letter, true)
	h.file("Heardback/Interview", "Heardback/Rejected", letter, true)
	round("2021-02-04T09:50:00-05:00")
	if got, s := corrections("2021-02-04T09:51:00-05:00"), h.stages("2021-02-04T09:51:00-05:00"); len(got) != 2 || s["Mapleton Press"] != employer.Rejected {
		t.Errorf("moved to Rejected: %q, %v", got, s)
	}
	// A message that was taken for private mail, one that is called no job mail, and a folder that is no kind.
	h.file("INBOX", "Heardback/Rejected", "odd@elmstead.example", true)
	h.file("INBOX", "Heardback/Not a job", "6@myworkday.com", true)
	h.file("INBOX", "Heardback/Holiday", "3@hire.lever.co", false)
	h.file("INBOX", "Heardback/Absagen", "2@larkfieldanalytics.example", false) // in the user's own language
	round("2021-02-04T10:00:00-05:00")
	s := h.stages("2021-02-04T10:01:00-05:00")
	if _, ok := s["Oakmere Parcel"]; ok || s["Mapleton Press"] != employer.Rejected || s["Larkfield Analytics"] != employer.Rejected {
		t.Errorf("after three more: %v", s)
	}
	out, _ := h.run("2021-02-04T10:01:00-05:00", "show", "elmstead")
	if !strings.Contains(out, "rejected") || !strings.Contains(out, "You corrected the kind: Rejected") {
		t.Errorf("a message that was taken for private mail: %v\n%s", s, out)
	}
	for _, line := range traced {
		if !strings.Contains(line, "APPEND") && !strings.Contains(line, `"Trash"`) || strings.Contains(line, "Heardback") { // its own drafts may go
			t.Errorf("something was changed there: %s", line)
		}
	}
}

// TestFiledByCopyAndMove: into Heardback/Rejected, on both servers, a copy and a move are the same correction; where the message lies then is
// the user's affair.
func TestFiledByCopyAndMove(t *testing.T) {
	t.Parallel()
	servers := map[string]func(*testing.T) *hosted{
		"dovecot": func(t *testing.T) *hosted { return newHosted(t) },
		"embedded": func(t *testing.T) *hosted {
			s := embedded.New(embedded.Options{User: "robin", Password: "secret"})
			t.Cleanup(func() { s.Close() })
			if err := s.Create(embedded.Folder{Name: "Heardback/Rejected"}); err != nil {
				t.Fatal(err)
			}
			at, err := s.Listen("127.0.0.1:0")
			if err != nil {
				t.Fatal(err)
			}
			h := &hosted{t: t, server: &dovecot.Server{Host: "127.0.0.1", Port: at.Port, User: "robin", Password: "secret"}, dir: t.TempDir()}
			h.breaker = newBreaker(t, at.Port)
			return h
		},
	}
	const letter = "2@larkfieldanalytics.example" // no rejection
	for name, server := range servers {
		for how, move := range map[string]bool{"copy": false, "move": true} {
			t.Run(name+" "+how, func(t *testing.T) {
				h := server(t)
				h.searching()
				h.write(`mode = "observe"`, `tls = "none"`, fmt.Sprintf("port = %d", h.breaker.port()), `correction_folder = "Heardback"`)
				once := func(now string) {
					t.Helper()
					if out, code := h.run(now, "once"); code != 0 {
						t.Fatalf("code %d\n%s", code, out)
					}
				}
				once("2021-02-04T09:00:00-05:00")
				before := h.stages("2021-02-04T09:01:00-05:00")
				h.file("INBOX", "Heardback/Rejected", letter, move)
				once("2021-02-04T09:10:00-05:00")
				after := h.stages("2021-02-04T09:11:00-05:00")
				if before["Larkfield Analytics"] == employer.Rejected || after["Larkfield Analytics"] != employer.Rejected {
					t.Errorf("before %v, after %v", before, after)
				}
				before["Larkfield Analytics"] = employer.Rejected
				if !maps.Equal(before, after) {
					t.Errorf("others changed: before %v, after %v", before, after)
				}
				once("2021-02-04T09:20:00-05:00")
				if again := h.stages("2021-02-04T09:21:00-05:00"); !maps.Equal(after, again) {
					t.Errorf("after one round more: %v", again)
				}
				c := h.user()
				defer c.Close()
				for folder, want := range map[string]bool{"INBOX": !move, "Heardback/Rejected": true} {
					if _, err := c.Select(folder, nil).Wait(); err != nil {
						t.Fatal(err)
					}
					found, err := c.UIDSearch(&goimap.SearchCriteria{Header: []goimap.SearchCriteriaHeaderField{{Key: "Message-ID", Value: letter}}}, nil).Wait()
					if err != nil || len(found.AllUIDs()) == 1 != want {
						t.Errorf("%s: %v, %v, want %t", folder, found, err, want)
					}
				}
			})
		}
	}
}
