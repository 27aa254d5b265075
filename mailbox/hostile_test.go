package mailbox

import (
	"bytes"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
)

// nested returns n multiparts, each inside of the one before and none of them closed.
func nested(n int) string {
	var b strings.Builder
	b.WriteString("From: a@example.com\nSubject: nested\nMessage-ID: <nested@example.com>\nMIME-Version: 1.0\n")
	for i := range n {
		fmt.Fprintf(&b, "Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n", i, i)
	}
	b.WriteString("Content-Type: text/plain\n\ninnermost\n")
	return b.String()
}

// endless counts what is read from it.
type endless struct{ read int64 }

func (e *endless) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = 'a'
	}
	e.read += int64(len(b))
	return len(b), nil
}

func TestHostileMail(t *testing.T) {
	const head = "From: a@example.com\r\nSubject: hostile\r\nMessage-ID: <h@example.com>\r\nMIME-Version: 1.0\r\n"
	var continued strings.Builder
	for i := range 10000 {
		fmt.Fprintf(&continued, ";\r\n filename*%d=a", i)
	}
	var boundaries strings.Builder
	for range 3000 {
		boundaries.WriteString("--b\r\n\r\nx\r\n")
	}
	cases := []struct {
		name, raw string
		allocated uint64 // MiB at most
		cut       bool
		defect    string
	}{
		{"nested unterminated multiparts", strings.ReplaceAll(nested(120), "\n", "\r\n"), 2, true, "120 multiparts"},
		{"as many as allowed", strings.ReplaceAll(nested(12), "\n", "\r\n"), 2, false, "multipart without end"},
		{"parameter continuations", head + "Content-Type: application/pdf" + continued.String() + "\r\n\r\nx", 4, true, "header longer"},
		{"continuations in a part", head + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain" + continued.String() + "\r\n\r\nx\r\n--b--\r\n", 4, true, "10000 parameter continuations"},
		{"broken base64", head + "Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n" + strings.Repeat("=A!~*#\r\n", 5<<20/8), 24, true, "2 MiB"},
		{"boundaries", head + "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + boundaries.String(), 4, true, "3000 boundaries"},
		{"long header", head + "X-Long: " + strings.Repeat("x", 1<<20) + "\r\n\r\ntext", 8, true, "header longer"},
		{"many fields", head + strings.Repeat("X-A: b\r\n", 15000) + "\r\ntext", 4, true, "too many header fields"},
		{"many addresses", "To: " + strings.Repeat("a@example.com, ", 8000) + "\r\n\r\n", 8, false, ""},
		{"open quotes", "To: " + strings.Repeat("\"(<", 30000) + "\r\n\r\n", 8, false, "unreadable address"},
		{"encoded words", "Subject: " + strings.Repeat("=?utf-8?q?=", 10000) + "\r\n\r\n", 8, false, ""},
		{"deep HTML", head + "Content-Type: text/html\r\n\r\n" + strings.Repeat("<blockquote type=cite><div>", 40000), 24, true, "long text"},
		{"many links", head + "Content-Type: text/html\r\n\r\n" + strings.Repeat("<a href=http://a.example>x", 15000), 24, false, ""},
		{"one line", head + "\r\n" + strings.Repeat("> ", 200000), 24, false, ""},
		{"attributions", head + "\r\n" + strings.Repeat("On it\r\n", 60000), 64, false, ""},
		{"calendar", head + "Content-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR\r\n" + strings.Repeat("BEGIN:VEVENT\r\nDTSTART;TZID=X:20270101T000000\r\n", 9000), 24, false, "more than 50 events"},
		{"messages in messages", head + strings.Repeat("Content-Type: message/rfc822\r\n\r\nSubject: x\r\n", 2000) + "\r\n", 24, true, "enclosed message"},
		{"forwarded quotes", head + "\r\n---------- Forwarded message ---------\r\n" + strings.Repeat(">\n", 200000), 64, false, ""},
		{"delimiters", head + "\r\nx\r\n" + strings.Repeat("--\na\n", 80000), 64, false, ""},
		{"telephones", head + "\r\nx\r\n" + strings.Repeat("Sent from my x\n", 30000), 64, false, ""},
		{"open parentheses", "To: a@example.com " + strings.Repeat("(", 120000) + "\r\n\r\n", 8, false, ""},
		{"open words", "Subject: " + strings.Repeat("=?a?q?b", 18000) + "\r\n\r\n", 8, false, ""},
		{"only boundaries", head + "Content-Type: multipart/mixed; boundary=\"\"\r\n\r\n" + strings.Repeat("--\r\n", 1000), 4, false, "multipart without boundary"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			m, err := Parse(strings.NewReader(c.raw), Options{})
			runtime.ReadMemStats(&after)
			if err != nil {
				t.Fatalf("Parse: %v", err)
			}
			if got := (after.TotalAlloc - before.TotalAlloc) >> 20; got > c.allocated {
				t.Errorf("allocated: got %d MiB, want at most %d", got, c.allocated)
			}
			if m.Truncated != c.cut {
				t.Errorf("Truncated: got %v, want %v", m.Truncated, c.cut)
			}
			if got := strings.Join(m.Defects, "; "); !strings.Contains(got, c.defect) {
				t.Errorf("Defects: got %q, want %q in it", got, c.defect)
			}
			if strings.HasPrefix(c.raw, head) && m.Subject != "hostile" {
				t.Errorf("Subject: got %q, want the header to be read", m.Subject)
			}
			checkMessage(t, c.name, &m)
		})
	}
}

func TestParseReadsNoMoreThanItsLimit(t *testing.T) {
	var e endless
	m, err := Parse(io.MultiReader(strings.NewReader("Subject: x\r\n\r\n"), &e), Options{})
	if err != nil || !m.Truncated || m.Subject != "x" || !strings.HasPrefix(m.Text, "aaa") {
		t.Errorf("got %q, truncated %v, %v; want the header and the start of the text", m.Subject, m.Truncated, err)
	}
	if e.read > maxRaw+1 {
		t.Errorf("read %d bytes, want at most %d", e.read, maxRaw+1)
	}
}

func TestParseFailsOnlyOnNothing(t *testing.T) {
	for _, raw := range []string{"", " \r\n\r\n\t"} {
		if _, err := Parse(strings.NewReader(raw), Options{}); err == nil {
			t.Errorf("Parse(%q): got no error", raw)
		}
	}
	for _, raw := range []string{"x", ":", "\x00", "no header\n\nat all", "From nobody\n", "A: b"} {
		m, err := Parse(strings.NewReader(raw), Options{})
		if err != nil {
			t.Errorf("Parse(%q): %v", raw, err)
		}
		checkMessage(t, raw, &m)
	}
}

// A fault of the parser is an error of one message.
func TestGuard(t *testing.T) {
	fails := func() (err error) {
		defer guard(&err)
		var none []int
		_ = none[len(t.Name())]
		return nil
	}
	if err := fails(); err == nil || !strings.Contains(err.Error(), "out of range") {
		t.Errorf("got %v", err)
	}
}

// The pre-scan alone decides; a message that it refuses is never handed on.
func TestPrescanCounts(t *testing.T) {
	cases := []struct {
		raw  string
		want scan
	}{
		{"A: b\r\n\r\nbody", scan{header: 8}},
		{"Content-Type: multipart/mixed\n\n--b\n--b--\n", scan{header: 31, multiparts: 1, boundaries: 2}},
		{"content-type:\n MULTIPART/x; a*0=b;\n a*1*=c\n\n", scan{header: 44, multiparts: 1, continuations: 2}},
		{"X: y\n\n2*3=6 5*x=1 multipart/mixed\n--\n", scan{header: 6, continuations: 1}},
	}
	for _, c := range cases {
		if got := prescan([]byte(c.raw)); got != c.want {
			t.Errorf("prescan(%q): got %+v, want %+v", c.raw, got, c.want)
		}
	}
}

// Twelve nested unterminated multiparts pass the pre-scan; enmime must not see them all the same.
func TestEnmimeSeesLittleNesting(t *testing.T) {
	raw := []byte(strings.Replace(nested(12), "boundary=b0", "boundary=", 1))
	p := parser{}
	w := walker{p: &p, declined: "test"}
	if got := p.slowly(raw, w, prescan(raw)); len(got.blocks) != 0 || got.seen != 0 {
		t.Errorf("got %d parts and %d blocks, want none", got.seen, len(got.blocks))
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(strings.ReplaceAll(invitation, "\n", "\r\n")))
	f.Add([]byte(invitation))
	f.Add([]byte(nested(5)))
	f.Add([]byte("From: =?utf-8?q?a=0D=0Ab?= <a@b.example>\nTo: x: a@b.example, <c@d.example>;\nContent-Type: text/html\n\n<p>a<blockquote type=cite>b<a href=http://x.example>"))
	f.Add([]byte("Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\nfailed\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\nFinal-Recipient: rfc822; a@b.example\nAction: failed\nStatus: 5.1.1\n--b\nContent-Type: message/rfc822\n\nMessage-ID: <a@b.example>\n\n--b--"))
	f.Add([]byte("Content-Type: text/plain; charset=utf-7\n\n+AGE-"))
	f.Add([]byte("Content-Type: multipart/mixed\n\n--x\nContent-Type: text/plain\n\na\n--x--"))
	f.Add([]byte("Subject: FW: a\nContent-Type: text/plain; format=flowed; delsp=yes\nContent-Transfer-Encoding: quoted-printable\n\na \nb=\n\n-- \nsig\n\nOn Mon, x wrote:\n> y\n"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		o := Options{Own: []string{"a@b.example"}, AuthServID: "x"}
		m, err := Parse(bytes.NewReader(raw), o)
		if (err != nil) != (len(bytes.TrimSpace(raw)) == 0) {
			t.Fatalf("Parse: %v", err)
		}
		checkMessage(t, "fuzz", &m)
		again, _ := Parse(bytes.NewReader(raw), o)
		if again.Key != m.Key || again.Text != m.Text {
			t.Error("reading twice gives two messages")
		}
		if _, err := ParseHeader(raw, o); err != nil && len(bytes.TrimSpace(raw)) > 0 {
			t.Errorf("ParseHeader: %v", err)
		}
		head := raw[:headerEnd(raw)]
		parts, err := ParseParts(head, []Part{{Body: raw[len(head):]}}, o)
		if err != nil && len(bytes.TrimSpace(raw)) > 0 {
			t.Errorf("ParseParts: %v", err)
		}
		checkMessage(t, "parts", &parts)
	})
}

func FuzzPrescan(f *testing.F) {
	f.Add([]byte(nested(13)))
	f.Add([]byte("a*0=b;a*1*=c\n--\n----"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		s := prescan(raw)
		if s.header < 0 || s.header > len(raw) || s.multiparts > len(raw) || s.boundaries > len(raw) || s.continuations > len(raw) {
			t.Errorf("got %+v of %d bytes", s, len(raw))
		}
		// What enmime may still see has to come back.
		if s.reason == "" && s.multiparts <= enmimeMultiparts && len(raw) <= 16<<10 {
			readWithEnmime(raw)
		}
	})
}

func FuzzCalendar(f *testing.F) {
	f.Add("BEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VTIMEZONE\nTZID:Customized Time Zone\nBEGIN:STANDARD\nDTSTART:16010101T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\nEND:STANDARD\nBEGIN:DAYLIGHT\nDTSTART:16010101T020000\nTZOFFSETTO:+0200\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\nEND:DAYLIGHT\nEND:VTIMEZONE\nBEGIN:VEVENT\nDTSTART;TZID=Customized Time Zone:20270701T090000\nDURATION:PT1H30M\nEND:VEVENT\nEND:VCALENDAR\n")
	f.Add("BEGIN:VEVENT\nDTSTART;VALUE=DATE:20270701\nATTENDEE;CN=\"a;b\":mailto:a@b.example\nDESCRIPTION:a\\nb\\, https://zoom.us/j/1\n c\nEND:VEVENT")
	f.Add("BEGIN:VEVENT\nDTSTART;TZID=\"(UTC+01:00) Amsterdam, Berlin\":20270701T090000\nEND:X\nEND:VEVENT\n")
	f.Fuzz(func(t *testing.T, text string) {
		p := parser{}
		m := Message{Calendars: p.calendar(calendarPart{text: strings.ToValidUTF8(text, "")})}
		checkMessage(t, "fuzz", &m)
		if len(m.Calendars) > maxEvents {
			t.Errorf("got %d events, want at most %d", len(m.Calendars), maxEvents)
		}
	})
}
