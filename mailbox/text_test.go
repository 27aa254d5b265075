package mailbox

import (
	"strings"
	"testing"
)

func TestSplitText(t *testing.T) {
	cases := []struct {
		name, subject string
		reply         bool
		in            string
		want          pieces
	}{
		{name: "plain", in: "Hello,\n\nall is well.", want: pieces{text: "Hello,\n\nall is well."}},
		{name: "on wrote", reply: true, in: "Yes.\n\nOn Mon, 1 Mar 2027 at 10:00, Jo Doe <jo@x.example> wrote:\n> Well?\n>\n>> Deeper",
			want: pieces{text: "Yes.", quoted: "On Mon, 1 Mar 2027 at 10:00, Jo Doe <jo@x.example> wrote:\nWell?\n\nDeeper"}},
		{name: "wrapped attribution", reply: true, in: "Yes.\n\nOn Mon, 1 Mar 2027 at 10:00, Jo Doe\n<jo@x.example> wrote:\n\n> Well?",
			want: pieces{text: "Yes.", quoted: "On Mon, 1 Mar 2027 at 10:00, Jo Doe\n<jo@x.example> wrote:\nWell?"}},
		{name: "attribution without marks", reply: true, in: "Yes.\n\nOn Mon, 1 Mar 2027 at 10:00, Jo Doe wrote:\n\nWell?\nMore",
			want: pieces{text: "Yes.", quoted: "On Mon, 1 Mar 2027 at 10:00, Jo Doe wrote:\n\nWell?\nMore"}},
		{name: "interleaved", reply: true, in: "Jo Doe wrote:\n> When?\n\nAt ten.\n\n> Where?\n\nHere.",
			want: pieces{text: "At ten.\n\nHere.", quoted: "Jo Doe wrote:\nWhen?\nWhere?"}},
		{name: "said in prose", in: "As the author wrote:\nnothing is lost.", want: pieces{text: "As the author wrote:\nnothing is lost."}},
		{name: "outlook", reply: true, in: "Gut.\n\n________________________________\nVon: Jo Doe <jo@x.example>\nGesendet: Montag, 1. März 2027 10:00\nAn: Al\nBetreff: AW: Termin\n\nPasst es?",
			want: pieces{text: "Gut.", quoted: "________________________________\nVon: Jo Doe <jo@x.example>\nGesendet: Montag, 1. März 2027 10:00\nAn: Al\nBetreff: AW: Termin\n\nPasst es?"}},
		{name: "outlook forward", subject: "WG: Termin", in: "Siehe unten.\n\nVon: Jo <jo@x.example>\nGesendet: Montag\nAn: Al\nBetreff: Termin\n\nPasst es?",
			want: pieces{text: "Siehe unten.\n\nVon: Jo <jo@x.example>\nGesendet: Montag\nAn: Al\nBetreff: Termin\n\nPasst es?", forwarded: true}},
		{name: "gmail forward", subject: "Fwd: x", in: "FYI\n\n---------- Forwarded message ---------\nFrom: Jo <jo@x.example>\nDate: Mon\nSubject: x\nTo: <al@x.example>\n\nPlease come.",
			want: pieces{text: "FYI\n\n---------- Forwarded message ---------\nFrom: Jo <jo@x.example>\nDate: Mon\nSubject: x\nTo: <al@x.example>\n\nPlease come.", forwarded: true}},
		{name: "original message", reply: true, in: "Ok\n\n-----Ursprüngliche Nachricht-----\nVon: x\n\nalt", want: pieces{text: "Ok", quoted: "-----Ursprüngliche Nachricht-----\nVon: x\n\nalt"}},
		{name: "signature", in: "Hello.\n\n-- \nJo Doe\nHead of Things", want: pieces{text: "Hello.", signature: "Jo Doe\nHead of Things"}},
		{name: "closing", in: "Hello.\n\nKind regards,\n\nJo Doe\n\nHead of Things\n\n+1 555 0100", want: pieces{text: "Hello.", signature: "Kind regards,\n\nJo Doe\n\nHead of Things\n\n+1 555 0100"}},
		{name: "notice after closing", in: "Hello.\n\nBest regards,\nThe Team\n\nThis mailbox is not read, so please do not answer to it.",
			want: pieces{text: "Hello.\n\nThis mailbox is not read, so please do not answer to it.", signature: "Best regards,\nThe Team"}},
		{name: "postscript", in: "Hello.\n\nCheers\nJo\n\nPS: bring a pen", want: pieces{text: "Hello.\n\nPS: bring a pen", signature: "Cheers\nJo"}},
		{name: "time after closing", in: "See you.\n\nSaludos\nJo\n\nRoom 4, 10:30", want: pieces{text: "See you.\n\nRoom 4, 10:30", signature: "Saludos\nJo"}},
		{name: "thanks is no closing", in: "Thanks\n\nWe have your papers and come back to you within two weeks from now on.", want: pieces{text: "Thanks\n\nWe have your papers and come back to you within two weeks from now on."}},
		{name: "thanks closes", in: "See you.\n\nMany thanks,\nJo Doe", want: pieces{text: "See you.", signature: "Many thanks,\nJo Doe"}},
		{name: "from a telephone", in: "See you.\n\nSent from my phone", want: pieces{text: "See you.", signature: "Sent from my phone"}},
		{name: "only a signature", in: "-- \nJo", want: pieces{text: "--\nJo"}},
		{name: "nothing but quoted", in: "> Hello\n> there", want: pieces{text: "Hello\nthere", forwarded: true}},
		{name: "header lines in new text", reply: true, in: "From: Berlin\nTo: Hamburg\nall by train", want: pieces{text: "From: Berlin\nTo: Hamburg\nall by train"}},
		{name: "from and to in an invitation", in: "Dear Jo,\n\nplease come.\n\nDate: Monday\nTime: ten\nTo: the front desk", want: pieces{text: "Dear Jo,\n\nplease come.\n\nDate: Monday\nTime: ten\nTo: the front desk"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := splitText(c.in, c.subject, c.reply); got != c.want {
				t.Errorf("got  %#v\nwant %#v", got, c.want)
			}
		})
	}
}

func TestAttributionInEveryLanguage(t *testing.T) {
	for _, line := range []string{
		"On Tue, Feb 2, 2027 at 9:00 AM Jo Doe <jo@x.example> wrote:", "Am Di., 2. Feb. 2027 um 09:00 Uhr schrieb Jo Doe <jo@x.example>:", "Am 02.02.27 um 09:00 schrieb Jo Doe:",
		"Le mar. 2 févr. 2027 à 09:00, Jo Doe <jo@x.example> a écrit :", "El mar, 2 feb 2027 a las 9:00, Jo Doe (<jo@x.example>) escribió:", "Op di 2 feb 2027 om 09:00 schreef Jo Doe <jo@x.example>:",
		"Il giorno mar 2 feb 2027 alle ore 09:00 Jo Doe <jo@x.example> ha scritto:", "Em ter., 2 de fev. de 2027 às 09:00, Jo Doe <jo@x.example> escreveu:", "2027-02-02 9:00 GMT+01:00 Jo Doe <jo@x.example> wrote:",
	} {
		got := splitText("New.\n\n"+line+"\n\n> Old.", "Re: x", true)
		if got.text != "New." || !strings.HasSuffix(got.quoted, "Old.") {
			t.Errorf("%s: got %#v", line, got)
		}
	}
}

func TestHeaderBlockInEveryLanguage(t *testing.T) {
	for _, block := range []string{
		"From: Jo\nSent: Monday\nTo: Al\nSubject: x", "Von: Jo\nGesendet: Montag\nAn: Al\nBetreff: x", "De : Jo\nEnvoyé : lundi\nÀ : Al\nObjet : x", "De: Jo\nEnviado el: lunes\nPara: Al\nAsunto: x",
		"Van: Jo\nVerzonden: maandag\nAan: Al\nOnderwerp: x", "Da: Jo\nInviato: lunedì\nA: Al\nOggetto: x", "De: Jo\nEnviada em: segunda\nPara: Al\nAssunto: x", "*From:* Jo\n*Date:* Monday\n*To:* Al", "Von: Jo\nDatum: Montag\nAn: Al",
	} {
		got := splitText("New.\n\n"+block+"\n\nOld.", "Re: x", true)
		if got.text != "New." || !strings.HasSuffix(got.quoted, "Old.") {
			t.Errorf("%s: got %#v", block, got)
		}
	}
}

func TestHTMLText(t *testing.T) {
	cases := []struct{ name, in, want string }{
		{"blocks", "<div>a</div><div>b<br>c</div><p>d</p>e", "a\nb\nc\n\nd\n\ne"},
		{"white space", " a\n  b\t<b> c</b>d ", "a b cd"},
		{"entities", "a&nbsp;b &amp; c&#8211;d &lt;e&gt;", "a b & c–d <e>"},
		{"unseen", "<head><title>no</title><style>p{}</style></head>a<script>no</script><!-- no -->b", "ab"},
		{"hidden preview", `<div style="font-size:1px; Display : NONE">no<p>no</p></div><span style="visibility:hidden">no</span>yes`, "yes"},
		{"hidden without end", "<p style=display:none>no<p>yes<table><tr><td style='display:none'>no<td>yes<tr hidden><td>no<table><tr><td>no</table></table>yes", "yes\nyes\nyes"},
		{"unclosed within hidden", "<div hidden><p>no<li>no<td>no</div>yes", "yes"},
		{"hidden until shown", "<body style='display:none'><p>" + strings.Repeat("yes ", 20) + "</p></body>", strings.TrimSpace(strings.Repeat("yes ", 20))},
		{"hidden attribute", "<p hidden>no<br><b>no</b></p><p>yes</p>", "yes"},
		{"decoration is not hiding", `<a style="text-decoration:none">yes</a>`, "yes"},
		{"table", "<table><tr><td>Date</td><td>Monday</td></tr><tr><td>Room</td><td>4</td></tr></table>", "Date Monday\nRoom 4"},
		{"lists", "<ul><li>a<li>b</ul><ol><li>c</li><li>d</li></ol>", "- a\n- b\n1. c\n2. d"},
		{"quote", "new<blockquote type=\"cite\"><p>old</p><blockquote class=gmail_quote>older</blockquote></blockquote>", "new\n\n> old\n\n> > older"},
		{"indentation is no quote", "a<blockquote>b</blockquote>", "a\nb"},
		{"pre", "<pre>a\n  b\nc</pre>", "a\n  b\nc"},
		{"unclosed", "<p>a<p>b<table><tr><td>c", "a\n\nb\nc"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got, _ := htmlText(c.in)
			if got = cleanText(got); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestLinks(t *testing.T) {
	const page = `<a href="https://a.example/?x=1&amp;y=2">Book <b>now</b></a> <a name=x>no</a> <A HREF='mailto:jo@x.example'>mail</A> <a href=javascript:alert(1)>no</a> <a href="https://a.example/?x=1&amp;y=2">again</a> <a href=http://b.example>`
	want := []Link{{"Book now", "https://a.example/?x=1&y=2"}, {"mail", "mailto:jo@x.example"}, {"", "http://b.example"}}
	_, rendered := htmlText(page)
	for name, got := range map[string][]Link{"rendered": rendered, "scanned": anchors(page)} {
		if len(got) != len(want) {
			t.Errorf("%s: got %v, want %v", name, got, want)
			continue
		}
		for i := range want {
			if got[i] != want[i] {
				t.Errorf("%s: got %v, want %v", name, got[i], want[i])
			}
		}
	}
	text := textLinks("see (https://a.example/b_(c)), http://c.example/. <https://d.example>\nftp://no.example")
	if len(text) != 3 || text[1].URL != "http://c.example/" || text[2].URL != "https://d.example" {
		t.Errorf("text: got %v", text)
	}
}

func TestPlainStubGivesWayToHTML(t *testing.T) {
	page := "<p>" + strings.Repeat("We look forward to meeting you. ", 8) + "</p>"
	for plain, want := range map[string]bool{
		"": true, "   \n": true, "Your mail program does not support HTML.": true, "View this email in your browser: https://x.example/v": true,
		strings.Repeat("We look forward to meeting you. ", 7): false, "<html><p>" + strings.Repeat("We look forward to meeting you. ", 8): false,
	} {
		text, _ := render(block{plain: plain, html: page})
		if got := strings.HasPrefix(text, "We look") && text != plain; got != want {
			t.Errorf("%q: HTML used: got %v, want %v", plain, got, want)
		}
	}
}
