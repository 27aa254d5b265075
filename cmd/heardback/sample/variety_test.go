package sample

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"heardback/mailbox"
)

// senders are the domains of real products that sample mail comes from, or links to; everything else is reserved.
var senders = regexp.MustCompile(`(?:^|\.)(greenhouse-mail\.io|lever\.co|myworkday\.com|personio\.de|teamtailor-mail\.com|ashbyhq\.com|icims\.com|smartrecruiters\.com|indeed\.com|linkedin\.com|google\.com)$`)

var reserved = regexp.MustCompile(`(?:^|\.)(example|test|example\.(?:com|net|org))$`)

// TestParsed reads every message as the program does and looks for the variety that a demo needs.
func TestParsed(t *testing.T) {
	found := map[string]int{}
	domains := regexp.MustCompile(`(?:@|https?://)((?:[a-z0-9-]+\.)+[a-z]{2,})`)
	for _, m := range Messages() {
		p, err := mailbox.Parse(bytes.NewReader(m.Raw), mailbox.Options{Own: []string{"alex.morgan@example.com"}})
		if err != nil {
			t.Fatalf("message of %s: %v", m.At, err)
		}
		if strings.TrimSpace(p.Text) == "" || p.Subject == "" || len(p.Defects) > 0 {
			t.Errorf("message of %s: text %d bytes, subject %q, defects %v", m.At, len(p.Text), p.Subject, p.Defects)
		}
		for _, d := range domains.FindAllStringSubmatch(p.Text+" "+p.Quoted+" "+p.Author().Address, -1) {
			if !reserved.MatchString(d[1]) && !senders.MatchString(d[1]) {
				t.Errorf("message of %s: %s is neither reserved nor a sender family", m.At, d[1])
			}
		}
		host := p.Author().Address[strings.LastIndexByte(p.Author().Address, '@')+1:]
		if s := senders.FindStringSubmatch(host); s != nil {
			found["family "+s[1]]++
			found["families"] = 0
		}
		count := func(what string, is bool) {
			if is {
				found[what]++
			}
		}
		raw := string(m.Raw)
		count("sent", p.Own)
		count("list", p.List != "")
		count("html", strings.Contains(raw, "text/html"))
		count("quoted-printable", strings.Contains(raw, "quoted-printable"))
		count("base64 text", strings.Contains(raw, "charset=utf-8\r\nContent-Transfer-Encoding: base64"))
		count("calendar", len(p.Calendars) > 0)
		count("calendar update", len(p.Calendars) > 0 && p.Calendars[0].Sequence > 0)
		count("zone", len(p.Calendars) > 0 && p.Calendars[0].Zone != "")
		count("attachment", len(p.Attachments) > 0 && len(p.Calendars) == 0)
		count("automatic reply", p.Auto == mailbox.AutoReply)
		count("German", strings.Contains(p.Text, "Guten Tag"))
		count("French", strings.Contains(p.Text, "Bonjour"))
	}
	families := 0
	for k := range found {
		if strings.HasPrefix(k, "family ") {
			families++
		}
	}
	found["families"] = families
	for what, least := range map[string]int{
		"families": 9, "sent": 6, "list": 4, "html": 30, "quoted-printable": 30, "base64 text": 3, "calendar": 5,
		"calendar update": 1, "zone": 5, "attachment": 1, "automatic reply": 1, "German": 4, "French": 2,
	} {
		if found[what] < least {
			t.Errorf("%s: %d, want at least %d", what, found[what], least)
		}
	}
}
