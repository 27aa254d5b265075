package digest

import (
	"strings"
	"testing"

	"heardback/employer"
)

func TestCallSheet(t *testing.T) {
	for _, language := range languages {
		in := busy()
		in.Language = language
		for i := range in.Book.Applications {
			in.Book.Applications[i].Language = language
		}
		s, err := CallSheet(in, in.Plan.Calls[0], in.To.Name, in.Phone)
		if err != nil {
			t.Fatal(err)
		}
		golden(t, "call-"+language+".txt", s.Text())
	}
}

// Before an interview the sheet asks for no decision (POLICY.md section 4).
func TestCallSheetBeforeAnInterview(t *testing.T) {
	in := busy()
	c := in.Plan.Calls[0]
	c.Before, c.Reason = true, "hourly-local"
	in.Book.Applications[3].Interviews = nil
	s, err := CallSheet(in, c, in.To.Name, in.Phone)
	if err != nil {
		t.Fatal(err)
	}
	text := s.Text()
	for _, bad := range []string{"decision been made", "still being considered", "Yes, hired", "We talked"} {
		if strings.Contains(text, bad) {
			t.Errorf("the sheet says %q:\n%s", bad, text)
		}
	}
	if !strings.Contains(text, "do not ask for a decision") || !strings.Contains(text, "leave you my number") {
		t.Errorf("the sheet lacks what it is for:\n%s", text)
	}
}

// What is said aloud is in the language of the application, the rest in the user's.
func TestCallSheetSpeaksTheEmployersLanguage(t *testing.T) {
	in := busy()
	in.Language = "de"
	in.Book.Applications[3].Language = "nl"
	s, err := CallSheet(in, in.Plan.Calls[0], in.To.Name, in.Phone)
	if err != nil {
		t.Fatal(err)
	}
	if text := s.Text(); !strings.Contains(text, "Zum Einstieg") || !strings.Contains(text, "u spreekt met Robin Sample") {
		t.Errorf("got\n%s", text)
	}
}

// A call that is not allowed stands in no digest.
func TestForbiddenCallIsNotOffered(t *testing.T) {
	in := busy()
	in.Plan.Calls[0].Allowed = false
	text, err := Text(in)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(text, "+44 20 5550 0199") || strings.Contains(text, "WORTH A CALL") {
		t.Error("a forbidden call is offered")
	}
	in.Plan.Calls[0].App = "no such application"
	if _, err := CallSheet(in, in.Plan.Calls[0], "", ""); err == nil {
		t.Error("a sheet without an application")
	}
	in = busy()
	in.Book.Applications = []*employer.Application{}
	if _, err := Text(in); err != nil {
		t.Errorf("a plan about applications that are gone: %v", err)
	}
}
