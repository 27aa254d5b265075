package mailbox

import (
	"strings"
	"testing"
)

// Replies as the HTML of the great mail programs holds them, without a plain form beside it.
func TestHTMLReplies(t *testing.T) {
	cases := []struct{ name, page string }{
		{"gmail", `<div dir="ltr">Thursday suits us.<div><br></div><div>Best regards</div><div>Jo</div></div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">On Mon, Mar 1, 2027 at 3:00 PM Al &lt;<a href="mailto:al@x.example">al@x.example</a>&gt; wrote:<br></div><blockquote class="gmail_quote" style="margin:0px"><div>Does Friday suit you?</div></blockquote></div>`},
		{"outlook", `<html><body><p class=MsoNormal>Thursday suits us.<o:p></o:p></p><p class=MsoNormal>Best regards<o:p></o:p></p><p class=MsoNormal>Jo</p><div style='border:none;border-top:solid #E1E1E1 1.0pt'><p class=MsoNormal><b>Von:</b> Al &lt;al@x.example&gt;<br><b>Gesendet:</b> Montag, 1. M&auml;rz 2027 15:00<br><b>An:</b> Jo<br><b>Betreff:</b> AW: Termin</p></div><p>Does Friday suit you?</p></body></html>`},
		{"outlook on the web", `<div>Thursday suits us.</div><div><br></div><div>Best regards</div><div>Jo</div><div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1"><div id="divRplyFwdMsg" dir="ltr"><b>De :</b> Al &lt;al@x.example&gt;<br><b>Envoyé :</b> lundi 1 mars 2027 15:00<br><b>À :</b> Jo<br><b>Objet :</b> Re: rendez-vous</div><div>Does Friday suit you?</div>`},
		{"apple", `<html><body>Thursday suits us.<br><br>Best regards<br>Jo<br><div><blockquote type="cite"><div>On 1. Mar 2027, at 15:00, Al &lt;al@x.example&gt; wrote:</div><br><div>Does Friday suit you?</div></blockquote></div></body></html>`},
		{"thunderbird", `<html><body><p>Thursday suits us.</p><p>Best regards<br>Jo</p><div class="moz-cite-prefix">Am 01.03.27 um 15:00 schrieb Al:<br></div><blockquote type="cite" cite="mid:x@x.example"><p>Does Friday suit you?</p></blockquote></body></html>`},
		{"yahoo", `<div>Thursday suits us.</div><div>Best regards</div><div>Jo</div><div id="x" class="yahoo_quoted"><div>On Monday, March 1, 2027 at 03:00:00 PM GMT+1, Al &lt;al@x.example&gt; wrote: </div><div><br></div><div>Does Friday suit you?</div></div>`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			m := mustParse(t, "From: jo@x.example\nSubject: Re: x\nIn-Reply-To: <a@x.example>\nContent-Type: text/html; charset=utf-8\n\n"+c.page, Options{})
			if m.Text != "Thursday suits us." || m.Forwarded {
				t.Errorf("Text: got %q, forwarded %v", m.Text, m.Forwarded)
			}
			if !strings.HasSuffix(m.Quoted, "Does Friday suit you?") {
				t.Errorf("Quoted: got %q", m.Quoted)
			}
			if got := strings.Join(strings.Fields(m.Signature), " "); got != "Best regards Jo" {
				t.Errorf("Signature: got %q", m.Signature)
			}
		})
	}
}
