package mailbox

import (
	"strings"
	"testing"
)

func TestStructures(t *testing.T) {
	const head = "From: a@x.example\nMIME-Version: 1.0\n"
	cases := []struct{ name, raw, text, attachments string }{
		{"no content type", head + "\nplain ä", "plain ä", ""},
		{"unknown charset", head + "Content-Type: text/plain; charset=x-martian\n\nb\xe4r", "bär", ""},
		{"wrong charset", head + "Content-Type: text/plain; charset=us-ascii\n\nb\xc3\xa4r \xe2\x82\xac", "bär €", ""},
		{"utf-16 by its name", head + "Content-Type: text/plain; charset=utf-16le\nContent-Transfer-Encoding: base64\n\naABpAA==", "hi", ""},
		{"utf-7", head + "Content-Type: text/plain; charset=utf-7\n\nb+AOQ-r", "bär", ""},
		{"charset in the page", head + "Content-Type: text/html\n\n<meta charset=\"iso-8859-1\"><p>b\xe4r", "bär", ""},
		{"spaced encoding", head + "Content-Type: text/plain\nContent-Transfer-Encoding: Quoted Printable;\n\na=3Db=\nc", "a=bc", ""},
		{"base64 with noise", head + "Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\naGVs\n bG8=!\n", "hello", ""},
		{"flowed", head + "Content-Type: text/plain; format=flowed\n\none \ntwo\n three\n", "one two\nthree", ""},
		{"page declared as plain", head + "Content-Type: text/plain\n\n<!DOCTYPE html><html><body><p>a<p>b</body></html>", "a\n\nb", ""},
		{"mixed with texts around a file", head + "Content-Type: multipart/mixed; boundary=b\n\npreamble\n--b\n\none\n--b\nContent-Type: application/pdf; name=\"=?utf-8?q?L=C3=A4uf.pdf?=\"\n\nx\n--b\nContent-Type: text/plain\n\ntwo\n--b--\nepilogue", "one\n\ntwo", "Läuf.pdf application/pdf"},
		{"text file attached", head + "Content-Type: multipart/mixed; boundary=b\n\n--b\n\none\n--b\nContent-Type: text/plain; name=notes.txt\nContent-Disposition: attachment\n\nnotes\n--b--", "one", "notes.txt text/plain"},
		{"alternative in related in mixed", head + "Content-Type: multipart/mixed; boundary=m\n\n--m\nContent-Type: multipart/related; boundary=r\n\n--r\nContent-Type: multipart/alternative; boundary=a\n\n--a\nContent-Type: text/plain\n\n\n--a\nContent-Type: text/html\n\n<p>page</p>\n--a--\n--r\nContent-Type: image/png\nContent-ID: <i>\n\nx\n--r--\n--m--", "page", " image/png"},
		{"boundary missing in the header", head + "Content-Type: multipart/mixed\n\n--x\nContent-Type: text/plain\n\none\n--x--\n", "one", ""},
		{"boundary wrong in the header", head + "Content-Type: multipart/mixed; boundary=y\n\n--x\nContent-Type: text/plain\n\none\n--x--\n", "one", ""},
		{"boundary that starts alike", head + "Content-Type: multipart/mixed; boundary=b\n\n--b\n\none\n--bb\ntwo\n--b--", "one\n--bb\ntwo", ""},
		{"cut in the middle", head + "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\none\nand", "one\nand", ""},
		{"no empty line after the part's header", head + "Content-Type: multipart/mixed; boundary=b\n\n--b\njust text\n--b--", "just text", ""},
		{"signed", head + "Content-Type: multipart/signed; boundary=b\n\n--b\nContent-Type: text/plain\n\none\n--b\nContent-Type: application/pgp-signature\n\nx\n--b--", "one", " application/pgp-signature"},
		{"no empty line after the header", head + "Subject: x\nThis is text: really\nand more", "This is text: really\nand more", ""},
		{"a broken line in the header", head + "this is no field\nSubject: x\n\ntext", "text", ""},
		{"mbox line in front", "From a@x.example Mon Mar  1 10:00:00 2027\n" + head + "\ntext", "text", ""},
		{"bare line feeds and byte order mark", "\xef\xbb\xbf" + head + "\n\xef\xbb\xbftext", "text", ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			m, err := Parse(strings.NewReader(c.raw), Options{})
			if err != nil {
				t.Fatalf("Parse: %v", err)
			}
			if m.Text != c.text {
				t.Errorf("Text: got %q, want %q", m.Text, c.text)
			}
			var files []string
			for _, a := range m.Attachments {
				files = append(files, a.Name+" "+a.Type)
			}
			if got := strings.Join(files, ", "); got != c.attachments {
				t.Errorf("Attachments: got %q, want %q", got, c.attachments)
			}
			if m.Author().Address != "a@x.example" {
				t.Errorf("From: got %v", m.From)
			}
		})
	}
}

func TestAttachedMessageIsForwarded(t *testing.T) {
	m := mustParse(t, `From: friend@x.example
Subject: have a look
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/plain

See below.

-- 
A friend
--b
Content-Type: message/rfc822

From: Jo Doe <jo@firm.example>
Subject: Your application
Date: Mon, 1 Mar 2027 15:00:00 +0100
Content-Type: text/plain

Please come on Monday.
--b--
`, Options{})
	want := "See below.\n\nFrom: Jo Doe <jo@firm.example>\nDate: Mon, 1 Mar 2027 15:00 +0100\nSubject: Your application\n\nPlease come on Monday."
	if m.Text != want || !m.Forwarded || m.Signature != "A friend" || m.Author().Address != "friend@x.example" {
		t.Errorf("got %q, forwarded %v, signature %q; want %q", m.Text, m.Forwarded, m.Signature, want)
	}
}
