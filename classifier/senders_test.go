package classifier

import (
	"slices"
	"strings"
	"testing"

	"heardback/mailbox"
)

func TestSenders(t *testing.T) {
	table, err := loadSenders()
	if err != nil {
		t.Fatal(err)
	}
	families := map[string]int{}
	for domain, s := range table {
		families[s.Family]++
		if domain != strings.ToLower(domain) || !strings.Contains(domain, ".") || registrable(domain) == "" && !strings.HasPrefix(domain, "jobs.") {
			t.Errorf("%s: %q is no domain", s.Family, domain)
		}
		for _, n := range s.names {
			if !slices.Contains([]string{"display", "local", "subdomain", "reply-to", "text"}, n) {
				t.Errorf("%s names the employer in %q", s.Family, n)
			}
		}
		for _, k := range s.sends {
			if !slices.Contains(Kinds, Kind(k)) {
				t.Errorf("%s sends %q, which is no kind", s.Family, k)
			}
		}
		if s.Type != "freemail" && len(s.sends) == 0 {
			t.Errorf("%s sends nothing", s.Family)
		}
	}
	if len(families) < 150 {
		t.Errorf("got %d families, want 150 at least", len(families))
	}
}

func TestSenderOf(t *testing.T) {
	for _, c := range []struct{ address, family, typ string }{
		{"no-reply@us.greenhouse-mail.io", "greenhouse", "ats"},
		{"pelican@myworkday.com", "workday", "ats"},
		{"notifications@pelican.wd5.myworkdayjobs.com", "workday", "ats"},
		{"pelican+autoreply@talent.icims.com", "icims", "ats"},
		{"jobs-noreply@linkedin.com", "linkedin", "board"},
		{"indeedapply@indeed.com", "indeed", "board"},
		{"someone@gmail.com", "gmail", "freemail"},
		{"support@hackerrankforwork.com", "hackerrank", "assessment"},
		{"notifications@calendly.com", "calendly", "calendar"},
		{"jane.roe@pelicanworks.example", "", ""},
		{"jane@notlinkedin.com", "", ""},
		{"", "", ""},
	} {
		got := senderOf(&mailbox.Message{From: []mailbox.Address{{Address: c.address}}})
		if got.Family != c.family || got.Type != c.typ {
			t.Errorf("%s: got %s (%s), want %s (%s)", c.address, got.Family, got.Type, c.family, c.typ)
		}
	}
	relayed := &mailbox.Message{From: []mailbox.Address{{Address: "jobs@pelicanworks.example"}}, Sender: mailbox.Address{Address: "x@us.greenhouse-mail.io"}}
	if got := senderOf(relayed); got.Family != "greenhouse" {
		t.Errorf("relayed: got %q, want greenhouse", got.Family)
	}
}
