package drafts

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"testing"

	"heardback/cadence"
	"heardback/employer"
)

func TestReplySubject(t *testing.T) {
	for original, want := range map[string]string{
		"Interview on Thursday":              "Re: Interview on Thursday",
		"Re: Interview on Thursday":          "Re: Interview on Thursday",
		"AW: RE: Gespräch":                   "Re: Gespräch",
		"Re[2]: Gespräch":                    "Re: Gespräch",
		"RIF: R: Colloquio":                  "Re: Colloquio",
		"RES: Entrevista":                    "Re: Entrevista",
		"SV: Samtale":                        "Re: Samtale",
		"Antw: Gesprek":                      "Re: Gesprek",
		"Re : Entretien":                     "Re: Entretien",
		"[jobs] Re: Interview":               "Re: [jobs] Re: Interview",
		"Ref: 4711 Data Engineer":            "Re: Ref: 4711 Data Engineer", // a number, no answer
		"Fwd: Interview":                     "Re: Fwd: Interview",
		"Regarding your application":         "Re: Regarding your application",
		"Resource planner: next steps":       "Re: Resource planner: next steps",
		"R&D engineer":                       "Re: R&D engineer",
		"":                                   "Re: ours",
		"Re:":                                "Re: ours",
		"Hello\r\nBcc: x@attacker.example":   "Re: Hello Bcc: x@attacker.example",
		"\u202eInterview\u202c on\u200b Tue": "Re: Interview on Tue",
	} {
		if got := replySubject(original, "ours"); got != want {
			t.Errorf("%q: got %q, want %q", original, got, want)
		}
	}
}

func TestThread(t *testing.T) {
	w := shipped(t)
	s, id := Sample(cadence.Status1, "de", true)
	s.Thread = &employer.Mail{
		MessageID:  "third@nordlicht.example",
		InReplyTo:  []string{"second@vale.example"},
		References: []string{"first@nordlicht.example", "second@vale.example"},
		Subject:    "AW: Ihr Gespräch bei uns",
	}
	l, err := w.Compose(s, id, now)
	if err != nil {
		t.Fatal(err)
	}
	h, _ := parsed(t, l)
	for field, want := range map[string]string{
		"Subject":     "Re: Ihr Gespräch bei uns",
		"In-Reply-To": "<third@nordlicht.example>",
		"References":  "<first@nordlicht.example> <second@vale.example> <third@nordlicht.example>",
		"From":        `"Robin Vale" <robin@vale.example>`,
		"To":          `"Mira Solberg" <mira.solberg@nordlicht.example>`,
		"Message-Id":  "<" + l.MessageID + ">",
	} {
		if got := decoded(t, h.Get(field)); got != want {
			t.Errorf("%s: got %q, want %q", field, got, want)
		}
	}
	if l.InReplyTo != "third@nordlicht.example" || l.Subject != "Re: Ihr Gespräch bei uns" || l.Key != s.Key || len(l.To) != 1 {
		t.Errorf("the letter says %+v", l)
	}
}

// The identity of the thread: the own address that it used writes, and the Message-ID lies at its domain.
func TestFromOfTheThread(t *testing.T) {
	s, id := Sample(cadence.Status1, "en", true)
	s.From = "jobs@second.example"
	l, err := shipped(t).Compose(s, id, now)
	if err != nil {
		t.Fatal(err)
	}
	h, _ := parsed(t, l)
	if got, want := h.Get("From"), `"Robin Vale" <jobs@second.example>`; got != want {
		t.Errorf("From: got %q, want %q", got, want)
	}
	if !strings.HasSuffix(l.MessageID, "@second.example") {
		t.Errorf("Message-ID %q is not at the sender's domain", l.MessageID)
	}
}

// A new thread has a subject of its own and neither a false "Re:" nor thread fields; so has an answer to a mail that cannot be
// answered.
func TestNewThread(t *testing.T) {
	w := shipped(t)
	for name, thread := range map[string]*employer.Mail{
		"no thread": nil,
		"noreply":   {MessageID: "x@nordlicht.example", Subject: "Your application", NoReply: true},
	} {
		s, id := Sample(cadence.FeedbackRequest, "en", true)
		s.Thread = thread
		l, err := w.Compose(s, id, now)
		if err != nil {
			t.Fatal(err)
		}
		h, _ := parsed(t, l)
		if got, want := h.Get("Subject"), "Thank you, and one question about the Data Analyst position"; got != want {
			t.Errorf("%s: Subject: got %q, want %q", name, got, want)
		}
		if h.Get("In-Reply-To") != "" || h.Get("References") != "" || l.InReplyTo != "" {
			t.Errorf("%s: a new thread holds thread fields", name)
		}
	}
}

func TestReferences(t *testing.T) {
	var long []string
	for i := range 60 {
		long = append(long, "m"+strconv.Itoa(i)+"@nordlicht.example")
	}
	got := references(long, nil, "last@nordlicht.example")
	if len(got) != maxReferences || got[0] != long[0] || got[len(got)-1] != "last@nordlicht.example" || got[1] != long[60-maxReferences+2] {
		t.Errorf("long thread: got %d ids, %v", len(got), got)
	}
	for _, c := range []struct {
		name            string
		refs, inReplyTo []string
		last            string
		want            []string
	}{
		{"without References", nil, []string{"a@x.example"}, "b@x.example", []string{"a@x.example", "b@x.example"}},
		{"in angle brackets", []string{"<a@x.example>"}, nil, "<b@x.example>", []string{"a@x.example", "b@x.example"}},
		{"repeated", []string{"a@x.example", "a@x.example", "b@x.example"}, nil, "b@x.example", []string{"a@x.example", "b@x.example"}},
		{"hostile", []string{"a@x.example\r\nBcc: v@x.example", "no id", "=?utf-8?q?x?=@x.example", "a@x.example> <b@x.example", "ä@x.example"}, nil, "b@x.example", []string{"b@x.example"}},
		{"no usable last", []string{"a@x.example"}, nil, "sha256:77", []string{"a@x.example"}},
		{"too long", []string{strings.Repeat("a", 300) + "@x.example"}, nil, "b@x.example", []string{"b@x.example"}},
	} {
		if got := references(c.refs, c.inReplyTo, c.last); !slices.Equal(got, c.want) {
			t.Errorf("%s: got %v, want %v", c.name, got, c.want)
		}
	}
}

func TestRecipientsThatAreRefused(t *testing.T) {
	w := shipped(t)
	for _, to := range []string{
		"", "noreply@nordlicht.example", "no-reply@nordlicht.example", "jobs.donotreply@nordlicht.example", "ne-pas-repondre@nordlicht.example",
		"no_responder@nordlicht.example", "MAILER-DAEMON@nordlicht.example", "postmaster@nordlicht.example", "nao-responda@nordlicht.example",
		"robin@vale.example", "ROBIN@vale.example", "not an address", "a@b", "a@nordlicht.example, b@nordlicht.example",
		"a@nordlicht.example\r\nBcc: b@nordlicht.example", "ä@nordlicht.example", "<a@nordlicht.example>", "a@@nordlicht.example", ".a@nordlicht.example",
	} {
		s, id := Sample(cadence.Status1, "en", true)
		s.To.Address = to
		_, err := w.Compose(s, id, now)
		var lintErr *LintError
		if !errors.As(err, &lintErr) || lintErr.Findings[0].Rule != "recipient" {
			t.Errorf("%q: got %v, want a refused recipient", to, err)
		}
	}
	for _, from := range []string{"", "robin", "robin@vale.example\r\nBcc: b@nordlicht.example"} {
		s, id := Sample(cadence.Status1, "en", true)
		id.Address = from
		_, err := w.Compose(s, id, now)
		var lintErr *LintError
		if !errors.As(err, &lintErr) || lintErr.Findings[0].Rule != "sender" {
			t.Errorf("%q: got %v, want a refused sender", from, err)
		}
	}
}
