package drafts

import (
	"errors"
	"strings"
	"testing"

	"heardback/cadence"
	"heardback/employer"
)

// What strangers write stays text, or the letter is refused: it never becomes a header, a template or a second recipient.
func TestHostileContent(t *testing.T) {
	w := shipped(t)
	for _, evil := range []string{
		"Mira\r\nBcc: victim@victim.example", "Mira\nX-Evil: 1\n\nbody", "{{.Phone}}", "{{template \"1\" .}}", "{{define \"1\"}}x{{end}}",
		"%s%n%d", "=?utf-8?q?=0D=0ABcc=3A_v=40victim.example?=", "\x00\x1b[31mMira", "\u202eMira\u202c", "Mira\u2028Bcc: v@victim.example",
		"<script>alert(1)</script>", "\" <victim@victim.example>, \"", strings.Repeat("A", 5000), strings.Repeat("é", 3000), "[[fill me]]", "\xff\xfe",
	} {
		for name, put := range map[string]func(*cadence.Step){
			"name":     func(s *cadence.Step) { s.To.Name = evil; s.Facts.Recipient.Name = evil },
			"employer": func(s *cadence.Step) { s.Facts.Employer = evil; s.Facts.Agency = true },
			"role":     func(s *cadence.Step) { s.Facts.Role = evil },
			"roles":    func(s *cadence.Step) { s.Facts.Roles = []string{evil, "Data Analyst"} },
			"channel":  func(s *cadence.Step) { s.Facts.Channel = evil },
			"subject":  func(s *cadence.Step) { s.Thread = &employer.Mail{MessageID: "a@x.example", Subject: evil} },
			"thread": func(s *cadence.Step) {
				s.Thread = &employer.Mail{MessageID: evil, References: []string{evil}, Subject: "x"}
			},
			"zone":     func(s *cadence.Step) { s.Facts.Zone, s.Facts.InterviewZone = evil, evil },
			"language": func(s *cadence.Step) { s.Facts.Language = evil },
		} {
			s, id := Sample(cadence.ApplicationFollowup, "en", true)
			put(&s)
			l, err := w.Compose(s, id, now)
			if err != nil {
				var lintErr *LintError
				if !errors.As(err, &lintErr) {
					t.Errorf("%s %q: got %v, want a letter or a refusal by the lint", name, short(evil), err)
				}
				continue
			}
			h, body := parsed(t, l)
			if f := lintMessage(l.Raw); len(f) > 0 {
				t.Errorf("%s %q: %v", name, short(evil), f)
			}
			if to, err := h.AddressList("To"); err != nil || len(to) != 1 || to[0].Address != s.To.Address {
				t.Errorf("%s %q: To: got %v (%v), want only %s", name, short(evil), to, err, s.To.Address)
			}
			if strings.Contains(body, id.Phone+"\n\n") || strings.Contains(body, "{{") || strings.Contains(body, "[[") {
				t.Errorf("%s %q: became template text or a mark:\n%s", name, short(evil), body)
			}
			if strings.ContainsAny(body, "\x00\x1b\u202e\u202c\u2028") {
				t.Errorf("%s %q: control characters in the letter", name, short(evil))
			}
		}
	}
}

func short(s string) string { return cut(clean(s), 40) }

// Subjects in any script, long enough to be folded, come back as they were.
func TestLongSubjects(t *testing.T) {
	w := shipped(t)
	for _, subject := range []string{
		strings.Repeat("Gespräch über die Stelle ", 12), strings.Repeat("面接のご案内", 20), strings.Repeat("interview about the position ", 10),
		strings.Repeat("é", 200), "Gespräch " + strings.Repeat("x", 300) + " Übersicht",
	} {
		s, id := Sample(cadence.Status1, "en", true)
		s.Thread = &employer.Mail{MessageID: "a@x.example", Subject: subject}
		l, err := w.Compose(s, id, now)
		if err != nil {
			t.Errorf("%q: %v", short(subject), err)
			continue
		}
		h, _ := parsed(t, l)
		if got, want := decoded(t, h.Get("Subject")), "Re: "+strings.TrimSpace(subject); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
