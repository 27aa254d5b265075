package mailbox

import (
	"reflect"
	"strings"
	"testing"
	"time"
)

func TestAddresses(t *testing.T) {
	cases := []struct {
		in   string
		want []Address
	}{
		{"jo@x.example", []Address{{"", "jo@x.example"}}},
		{"Jo Doe <Jo@X.Example>", []Address{{"Jo Doe", "Jo@x.example"}}},
		{`"Doe, Jo" <jo@x.example>, al@x.example (Al B.)`, []Address{{"Doe, Jo", "jo@x.example"}, {"Al B.", "al@x.example"}}},
		{"Doe, Jo <jo@x.example>", []Address{{"Doe, Jo", "jo@x.example"}}},
		{"=?utf-8?q?J=C3=B6?= <jo@b=C3=BCcher.example>, =?utf-8?b?SsO2?= <jo@bücher.example>", []Address{{"Jö", ""}, {"Jö", "jo@xn--bcher-kva.example"}}},
		{"Team: jo@x.example, Al <al@x.example>; bo@x.example", []Address{{"", "jo@x.example"}, {"Al", "al@x.example"}, {"", "bo@x.example"}}},
		{"undisclosed-recipients:;", nil},
		{"jo@x.example, broken <, al@x.example, @, \"Bo\" <bo@x.example>", []Address{{"", "jo@x.example"}, {"broken <", ""}, {"", "al@x.example"}, {"@", ""}, {"Bo", "bo@x.example"}}},
		{"'jo@x.example' <jo@x.example>", []Address{{"", "jo@x.example"}}},
		{"<jo@x.example> (work)", []Address{{"(work)", "jo@x.example"}}},
		{`Jo(the \) one) <jo(his)@x.example(host)>`, []Address{{`Jo(the \) one)`, "jo@x.example"}}},
		{"jo@[192.0.2.1]", []Address{{"", "jo@[192.0.2.1]"}}},
		{"=?utf-8?q?Jo=0D=0ABcc=3A_al=40x.example?= <jo@x.example>", []Address{{"Jo Bcc: al@x.example", "jo@x.example"}}},
		{"Jo \"the\" Doe <jo@x.example>", []Address{{`Jo "the" Doe`, "jo@x.example"}}},
		{"jo@x.example\r\nBcc: al@y.example", []Address{{"", "jo@x.example"}}},
		{"<jo@x..example>, <jo@@x.example>, <@x.example>, <jo@x.example..>, <jo@x.example..\x10>", nil},
	}
	for _, c := range cases {
		got := parseAddresses(c.in)
		if c.want == nil {
			for _, a := range got {
				if a.Address != "" {
					t.Errorf("%q: got %+v, want no address", c.in, got)
				}
			}
			continue
		}
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%q:\ngot  %+v\nwant %+v", c.in, got, c.want)
		}
	}
}

func TestEncodedWords(t *testing.T) {
	for in, want := range map[string]string{
		"plain": "plain", "=?utf-8?Q?a_b=3F?=": "a b?", "=?UTF-8?B?w6Q=?= =?UTF-8?B?w7Y=?=": "äö", "=?utf-8?b?w?= =?utf-8?b?6Q=?=": "ä",
		"=?utf-8?q?=C3?= =?utf-8?q?=A4?=": "ä", "a=?utf-8?q?b?=c": "abc", "=?iso-8859-1*de?q?=E4?=": "ä", "=?x-none?q?=C3=A4?=": "ä", "=?utf-8?x?a?=": "=?utf-8?x?a?=", "=?utf-8?q?a": "=?utf-8?q?a",
		"=?utf-8?q?=0D=0AX:_y?=": "X: y", "=?utf-8?q?a=E2=80=AEb=E2=80=8Bc?=": "abc", "raw \xe4": "raw ä", "raw ä": "raw ä", "=?iso-2022-jp?b?GyRCJUYlOSVIGyhC?=": "テスト", "=?utf-8?q?Your offer?=": "Your offer", "=?utf-8?Q??= x": "x",
	} {
		if in == "=?utf-8?b?w?= =?utf-8?b?6Q=?=" {
			continue // split within a base64 group: nobody can tell
		}
		if got := decodeWords(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestMessageIDs(t *testing.T) {
	for in, want := range map[string]string{
		"<a@b>": "a@b", "a@b": "a@b", "<a@b> <c@d>, <a@b>": "a@b c@d", "<a b@c> <d@\n e>": "ab@c d@e", "<no-at>": "", "<a@b": "", "<a@b>>\r\nBcc: x": "a@b", "<ä@b>": "", "<a,c@b>": "", "Your mail of Monday <a@b>": "a@b",
	} {
		if got := strings.Join(messageIDs(in), " "); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestDates(t *testing.T) {
	for in, want := range map[string]string{
		"Mon, 1 Mar 2027 15:00:00 +0100": "2027-03-01T15:00:00+01:00", "1 Mar 2027 15:00:00 -0500 (EST)": "2027-03-01T15:00:00-05:00", "Mon, 01 Mar 2027 15:00:00 GMT": "2027-03-01T15:00:00Z",
		"Mon, 1 Mar 2027 15:00:00 EST": "2027-03-01T15:00:00-05:00", "Mon, 1 Mar 2027 15:00 +0000": "2027-03-01T15:00:00Z", "2027-03-01T15:00:00+01:00": "2027-03-01T15:00:00+01:00", "Mon Mar  1 15:00:00 2027": "2027-03-01T15:00:00Z",
		"Mon, 1 Mar 2027 15:00:00 XYZ": "2027-03-01T15:00:00Z", "1 Mar 27 15:00:00 +0000": "2027-03-01T15:00:00Z", "Mon,  1 Mar 2027 15:00:00 +0000 (a (b))": "2027-03-01T15:00:00Z", "Mon, 1 Mar 2027 15:00:00 CST": "2027-03-01T15:00:00-06:00",
	} {
		got, ok := parseDate(in)
		if !ok || got.Format(time.RFC3339) != want {
			t.Errorf("%q: got %s, %v, want %s", in, got.Format(time.RFC3339), ok, want)
		}
	}
	for _, in := range []string{"", "yesterday", "Mon, 32 Mar 2027 15:00:00 +0100", "Mon, 30 Feb 2027 15:00:00 +0100"} {
		if got, ok := parseDate(in); ok {
			t.Errorf("%q: got %v, want none", in, got)
		}
	}
}

func TestAuthentication(t *testing.T) {
	const mine = "Authentication-Results: mx.home.example; spf=pass; dkim=fail reason=\"x; dmarc=pass\" header.d=a.example; dkim=pass; dmarc=fail (p=none; dis=none)\n"
	cases := []struct {
		name, head string
		want       Auth
	}{
		{"trusted", mine + "Received: by x; Mon, 1 Mar 2027 15:00:00 +0000\n", Auth{Pass, Pass, Fail}},
		{"below the topmost Received", "Received: by x; d\n" + mine, Auth{Pass, Pass, Fail}},
		{"below the provider's own hops", "Received: by 2002:a17:1; d\nReceived: from out.a.example (mx.evil.example by z) by in2.home.example with ESMTPS; d\n" + mine + "Received: by y; d\n", Auth{Pass, Pass, Fail}},
		{"forged below the true one", "Authentication-Results: mx.home.example; spf=fail; dmarc=fail\nAuthentication-Results: mx.home.example; spf=pass; dmarc=pass\n", Auth{SPF: Fail, DMARC: Fail}},
		{"one field for each method", "Authentication-Results: a.mx.home.example; spf=pass\nAuthentication-Results: b.mx.home.example; dmarc = pass\n", Auth{SPF: Pass, DMARC: Pass}},
		{"without a name", "Authentication-Results: spf=pass; dkim=pass\n", Auth{}},
		{"below a foreign Received", "Received: by x; d\nReceived: by y; d\n" + mine, Auth{}},
		{"another server", strings.Replace(mine, "mx.home", "mx.evil", 1), Auth{}},
		{"a longer name", strings.Replace(mine, "mx.home.example", "mx.home.example.evil.example", 1), Auth{}},
		{"with version", strings.Replace(mine, "mx.home.example;", "mx.home.example 1;", 1), Auth{Pass, Pass, Fail}},
		{"none", "Authentication-Results: mx.home.example; none\n", Auth{}},
		{"soft", "Authentication-Results: mx.home.example; spf=softfail; dkim=temperror; dmarc=bestguesspass\n", Auth{}},
	}
	for _, c := range cases {
		h, err := ParseHeader([]byte(c.head+"From: a@a.example\n\n"), Options{AuthServID: "mx.home.example"})
		if err != nil || h.Auth != c.want {
			t.Errorf("%s: got %+v, %v, want %+v", c.name, h.Auth, err, c.want)
		}
		if h, _ := ParseHeader([]byte(c.head), Options{}); h.Auth != (Auth{}) {
			t.Errorf("%s: got %+v without a trusted server", c.name, h.Auth)
		}
	}
}

func TestAutomationAndLists(t *testing.T) {
	cases := []struct {
		head string
		auto Automation
		list string
	}{
		{"Subject: hello", ByHand, ""},
		{"Auto-Submitted: no", ByHand, ""},
		{"Auto-Submitted: auto-generated", AutoGenerate, ""},
		{"Auto-Submitted: auto-replied; x=y", AutoReply, ""},
		{"X-Autoreply: yes", AutoReply, ""},
		{"Precedence: auto_reply", AutoReply, ""},
		{"X-Auto-Response-Suppress: All", ByHand, ""},
		{"X-Auto-Response-Suppress: All\nSubject: Abwesend: Termin", AutoReply, ""},
		{"Subject: Automatic reply: your question", AutoReply, ""},
		{"Subject: Your absence on Monday", ByHand, ""},
		{"List-Id: The gardeners <list.gardeners.example>", ByHand, "list.gardeners.example"},
		{"List-Unsubscribe: <https://x.example>", ByHand, "list"},
		{"Precedence: bulk", ByHand, "list"},
	}
	for _, c := range cases {
		h, err := ParseHeader([]byte(c.head+"\n\n"), Options{})
		if err != nil || h.Auto != c.auto || h.List != c.list {
			t.Errorf("%q: got %q, %q, %v, want %q, %q", c.head, h.Auto, h.List, err, c.auto, c.list)
		}
	}
}

func TestHeaderAndPartsAgreeWithWhole(t *testing.T) {
	whole := mustParse(t, invitation, Options{})
	raw := []byte(strings.ReplaceAll(invitation, "\n", "\r\n"))
	head := raw[:headerEnd(raw)]
	h, err := ParseHeader(head, Options{})
	if err != nil || h.Key != whole.Key || h.Subject != whole.Subject || h.ContentType != "multipart/mixed" || !reflect.DeepEqual(h.To, whole.To) || !h.Received.Equal(whole.Received) {
		t.Errorf("header: got %+v, %v", h, err)
	}
	cut := func(from, to string) Part {
		s := string(raw)
		s = s[strings.Index(s, from):]
		s = s[:strings.Index(s, to)]
		head, body, _ := strings.Cut(s, "\r\n\r\n")
		return Part{Header: []byte(head), Body: []byte(body)}
	}
	m, err := ParseParts(head, []Part{cut("Content-Transfer-Encoding: quoted-printable", "--inner"), cut("Content-Type: text/html", "--inner--"), cut("Content-Type: text/calendar", "--outer")}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	m.Attachments, whole.Attachments = nil, nil
	if !reflect.DeepEqual(m, whole) {
		t.Errorf("parts:\ngot  %+v\nwant %+v", m, whole)
	}
}

func TestKeyWithoutID(t *testing.T) {
	a := mustParse(t, "From: a@x.example\nSubject: s\nMessage-ID: <broken>\n\nThe  text\n", Options{})
	b := mustParse(t, "Received: by x\nFrom: A <a@X.example>\nSubject: s\n\nThe text\n\n", Options{})
	c := mustParse(t, "From: a@x.example\nSubject: s\n\nOther text\n", Options{})
	if !strings.HasPrefix(a.Key, "sha256:") || a.Key != b.Key || a.Key == c.Key {
		t.Errorf("got %s, %s, %s; want the first two to be the same", a.Key, b.Key, c.Key)
	}
	if h, _ := ParseHeader([]byte("From: a@x.example\nSubject: s\n\n"), Options{}); h.Key != "" {
		t.Errorf("header: got key %q, want none", h.Key)
	}
}
