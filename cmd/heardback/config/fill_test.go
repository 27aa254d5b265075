package config

import (
	"strings"
	"testing"

	"heardback"
)

// TestFill sets what a guide sets: the values are read back as they were given, and every comment stays.
func TestFill(t *testing.T) {
	name := `Zoë "Z" O'Neil \ <b>` + "\t#1"
	text, err := Fill(heardback.ExampleConfig, map[string]Value{
		"seeker.name": Text(name), "seeker.phone": Unset, "seeker.zone": Text("Europe/Berlin"), "seeker.current_employer_domains": Text([]string{"a.example", "b.example"}),
		"account.name": Unset, "account.addresses": Text([]string{"zoe@example.com"}), "account.host": Text("127.0.0.1"), "account.port": "1143",
		"account.tls": Text("starttls"), "account.username": Text("zoe"), "account.password_command": Unset, "account.password_file": Text("/home/zoe/password"),
		"policy.mode": Text("draft"),
	})
	if err != nil {
		t.Fatal(err)
	}
	c, err := Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	a := c.Accounts[0]
	if c.Seeker.Name != name || c.Seeker.Phone != "" || c.Seeker.Zone != "Europe/Berlin" || len(c.Seeker.CurrentEmployerDomains) != 2 || a.Name != "zoe" || a.Port != 1143 ||
		a.TLS != "starttls" || len(a.PasswordCommand) != 0 || a.PasswordFile != "/home/zoe/password" || c.Policy.Mode != "draft" {
		t.Errorf("got %+v %+v %q", c.Seeker, a, c.Policy.Mode)
	}
	was, is := strings.Split(heardback.ExampleConfig, "\n"), strings.Split(text, "\n")
	if len(was) != len(is) {
		t.Fatalf("%d lines became %d", len(was), len(is))
	}
	for i := range was {
		_, comment, _ := strings.Cut(was[i], "  # ")
		if !strings.Contains(is[i], comment) {
			t.Errorf("line %d lost its comment %q: %s", i+1, comment, is[i])
		}
	}
	if _, err := Fill(heardback.ExampleConfig, map[string]Value{"seeker.nmae": Text("x")}); err == nil || !strings.Contains(err.Error(), "seeker.nmae") {
		t.Errorf("an unknown key gives %v", err)
	}
}
