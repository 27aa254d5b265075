package mailbox

import (
	"bytes"
	"strings"
	"testing"
)

// typicalMail is a job mail of about 8 KB as a hiring system sends it: a plain and an HTML form.
func typicalMail() []byte {
	var b strings.Builder
	b.WriteString(`Received: from out.hiring.example (out.hiring.example [192.0.2.9])
	by in.example.org with ESMTPS; Mon, 1 Mar 2027 10:00:02 -0500
Authentication-Results: in.example.org; spf=pass; dkim=pass header.d=hiring.example; dmarc=pass
Date: Mon, 1 Mar 2027 15:00:00 +0000
From: Orchard & Pike Careers <no-reply@hiring.example>
Reply-To: careers@orchardpike.example
To: Robin Sample <robin@example.org>
Subject: =?UTF-8?Q?We_received_your_application_=E2=80=93_Gardener?=
Message-ID: <20270301150000.1.abc@hiring.example>
List-Unsubscribe: <https://hiring.example/u/1>
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="=_part_1"

--=_part_1
Content-Transfer-Encoding: quoted-printable
Content-Language: en
Content-Type: text/plain; charset=utf-8

Hello Robin,

`)
	for range 9 {
		b.WriteString("your papers for the post of gardener have reached us and we look at each of them with =\ncare. It may take up to ten working days =E2=80=93 please bear with us until then.\n\n")
	}
	b.WriteString("Kind regards,\nThe people team of Orchard & Pike\n\n--=_part_1\nContent-Transfer-Encoding: quoted-printable\nContent-Type: text/html; charset=utf-8\n\n")
	b.WriteString("<html><head><style>p { margin: 0 } td { padding: 4px }</style></head><body><table role=3D\"presentation\" width=3D\"100%\"><tr><td>\n")
	for range 9 {
		b.WriteString("<p style=3D\"font-family: Arial, sans-serif; font-size: 14px; line-height: 20px; color: #333333; margin: 0 0 16px 0\">your papers for the post of gardener have reached us and we look at each of them with =\ncare. It may take up to ten working days =E2=80=93 please bear with us until then.</p>\n<table><tr><td style=3D\"padding: 12px 24px; border-radius: 4px; background: #006644\"><a href=3D\"https://hiring.example/status/1\" style=3D\"color: #ffffff; text-decoration: none\">See the state</a></td></tr></table>\n")
	}
	b.WriteString("</td></tr></table></body></html>\n--=_part_1--\n")
	return []byte(strings.ReplaceAll(b.String(), "\n", "\r\n"))
}

func BenchmarkParseTypical(b *testing.B) {
	raw := typicalMail()
	b.SetBytes(int64(len(raw)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Parse(bytes.NewReader(raw), Options{AuthServID: "in.example.org"}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkParseHTMLOnly reads the same mail without its plain form.
func BenchmarkParseHTMLOnly(b *testing.B) {
	raw := bytes.Replace(typicalMail(), []byte("text/plain"), []byte("text/x-none"), 1)
	b.SetBytes(int64(len(raw)))
	for b.Loop() {
		if _, err := Parse(bytes.NewReader(raw), Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkParseHeader reads the header alone: the first stage of a sync.
func BenchmarkParseHeader(b *testing.B) {
	raw := typicalMail()
	raw = raw[:headerEnd(raw)]
	b.SetBytes(int64(len(raw)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := ParseHeader(raw, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
