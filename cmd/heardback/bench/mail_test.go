package bench

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"math/rand/v2"
	"strings"
	"time"
)

// The mailbox of somebody who looks for work: out of a hundred messages 40 are newsletters, half of them with a subject that says what they
// sell, 20 posts to a mailing list, 20 notices of shops, banks and parcel services, 18 private letters, a fifth of those with an attachment of 1 to
// 2.6 MB, and 2 mails about applications at one of 120 employers. A tenth of newsletters and notices has no plain form. That makes some 90 KB a message.

// generator makes the n-th message, always the same.
type generator struct{ attachment string }

func newGenerator() *generator {
	random := rand.New(rand.NewPCG(1, 1))
	raw := make([]byte, 57*34_000)
	for i := range raw {
		raw[i] = byte(random.Uint32())
	}
	var b strings.Builder
	for line := range bytes.Lines(wrap(base64.StdEncoding.EncodeToString(raw))) {
		b.Write(line)
	}
	return &generator{b.String()}
}

// wrap folds base64 into lines of 76.
func wrap(s string) []byte {
	var b bytes.Buffer
	for len(s) > 76 {
		b.WriteString(s[:76] + "\n")
		s = s[76:]
	}
	b.WriteString(s + "\n")
	return b.Bytes()
}

// message returns the n-th message with lone LFs, and when it arrives.
func (g *generator) message(n int, start time.Time) ([]byte, time.Time) {
	random := rand.New(rand.NewPCG(2, uint64(n)))
	at := start.Add(time.Duration(n) * time.Minute)
	m := &letter{n: n, at: at, random: random}
	switch p := random.IntN(100); {
	case p < 40:
		m.newsletter()
	case p < 60:
		m.post()
	case p < 80:
		m.notice()
	case p < 98:
		m.private(g.attachment)
	default:
		m.application()
	}
	return m.raw.Bytes(), at
}

// letter is a message that is being written.
type letter struct {
	n      int
	at     time.Time
	random *rand.Rand
	raw    bytes.Buffer
}

var (
	syllables = []string{"bel", "cor", "dan", "fen", "gar", "hol", "kes", "lin", "mar", "nor", "pel", "quin", "ros", "sel", "tor", "vel"}
	words     = strings.Fields(`morning window table summer garden letter river stone paper light colour winter street corner little green open quiet
		simple early clear north bread water house music travel weekend family story road field cloud yellow round market glass copper wooden silver`)
	roles  = []string{"Buyer", "Data Analyst", "Project Engineer", "Accountant", "Research Associate", "Product Designer"}
	sells  = []string{"Newsletter: 50% off all garden chairs", "Sale: save 30% on your next order", "Your travel newsletter for this weekend", "New arrivals: 20% off shoes"}
	vague  = []string{"Hello from %s", "What is new at %s", "You will like this", "%s in pictures", "Three ideas for the quiet days"}
	events = []string{
		"thank you for your application for the %s position at %s. We have received it and will review it carefully. You will hear from us within two weeks.",
		"we would like to invite you to an interview for the %s position at %s. Please let us know which times next week suit you.",
		"thank you for your interest in the %s position at %s. Unfortunately we have decided not to take your application forward. We wish you all the best.",
	}
)

func (m *letter) name() string {
	s := syllables[m.random.IntN(16)] + syllables[m.random.IntN(16)] + syllables[m.random.IntN(16)]
	return strings.ToUpper(s[:1]) + s[1:]
}

// prose is about so many octets of text.
func (m *letter) prose(octets int) string {
	var b strings.Builder
	for line := 0; b.Len() < octets; {
		w := words[m.random.IntN(len(words))]
		b.WriteString(w)
		if line += len(w) + 1; line > 70 {
			b.WriteString(".\n")
			line = 0
			continue
		}
		b.WriteByte(' ')
	}
	return b.String()
}

// page is about so many octets of HTML, as advertisers write it.
func (m *letter) page(octets int) string {
	var b strings.Builder
	b.WriteString("<html><body>")
	for b.Len() < octets {
		fmt.Fprintf(&b, "<table width=\"100%%\" cellpadding=\"0\" cellspacing=\"0\" style=\"border-collapse:collapse;font-family:Arial,sans-serif\"><tr>"+
			"<td style=\"padding:12px 24px;font-size:14px;color:#333333\">%s</td></tr>\n"+
			"<tr><td><a href=\"https://click.shop.example/%x\" style=\"color:#0055aa;text-decoration:none\">Read more</a></td></tr></table>\n", m.prose(80), m.random.Uint64())
	}
	b.WriteString("</body></html>\n")
	return b.String()
}

// head writes the header up to the Content fields: what servers add on the way is most of it.
func (m *letter) head(from, to, subject string, more ...string) {
	host := from[strings.LastIndexByte(from, '@')+1 : len(from)-1]
	for hop := range 3 {
		fmt.Fprintf(&m.raw, "Received: from out%d.%s (out%d.%s [192.0.2.%d])\n\tby mx%d.mail.example with ESMTPS id %x\n\tfor <robin@seeker.example>; %s\n",
			hop, host, hop, host, m.random.IntN(250), hop, m.random.Uint64(), m.at.Format(time.RFC1123Z))
	}
	fmt.Fprintf(&m.raw, "Authentication-Results: mx.mail.example; dkim=pass header.d=%s; spf=pass; dmarc=pass\n", host)
	fmt.Fprintf(&m.raw, "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=%s; s=k1;\n\th=from:to:subject:date; b=%s\n", host, strings.Repeat("Ab9x", 85))
	fmt.Fprintf(&m.raw, "Message-ID: <%d.%x@%s>\nDate: %s\nFrom: %s\nTo: %s\nSubject: %s\nMIME-Version: 1.0\n", m.n, m.random.Uint64(), host, m.at.Format(time.RFC1123Z), from, to, subject)
	for _, f := range more {
		m.raw.WriteString(f + "\n")
	}
}

// forms writes a text as plain form and as HTML, each if it is not empty.
func (m *letter) forms(plain, page string) {
	text := func(kind, body string) {
		fmt.Fprintf(&m.raw, "Content-Type: text/%s; charset=utf-8\n\n%s\n", kind, body)
	}
	switch {
	case page == "":
		text("plain", plain)
	case plain == "":
		text("html", page)
	default:
		m.raw.WriteString("Content-Type: multipart/alternative; boundary=\"alt\"\n\n--alt\n")
		text("plain", plain)
		m.raw.WriteString("--alt\n")
		text("html", page)
		m.raw.WriteString("--alt--\n")
	}
}

// both is a text in both forms; one in ten has HTML only.
func (m *letter) both(plain, page int) {
	if m.random.IntN(10) == 0 {
		m.forms("", m.page(page))
		return
	}
	m.forms(m.prose(plain), m.page(page))
}

const me = "Robin Hale <robin@seeker.example>"

func (m *letter) newsletter() {
	shop := m.name()
	subject := sells[m.random.IntN(len(sells))]
	if m.random.IntN(2) == 0 {
		if subject = vague[m.random.IntN(len(vague))]; strings.Contains(subject, "%s") {
			subject = fmt.Sprintf(subject, shop)
		}
	}
	host := strings.ToLower(shop) + ".example"
	m.head(fmt.Sprintf("%s <news@%s>", shop, host), me, subject, "List-Unsubscribe: <https://"+host+"/off>", "List-Unsubscribe-Post: List-Unsubscribe=One-Click")
	m.both(3000, 40_000)
}

func (m *letter) post() {
	m.head(fmt.Sprintf("%s <%s@club.example>", m.name(), strings.ToLower(m.name())), "Garden <garden@lists.club.example>", "Re: [garden] "+strings.TrimSpace(m.prose(30)),
		"List-Id: <garden.lists.club.example>", "List-Post: <mailto:garden@lists.club.example>", "Precedence: list")
	m.forms(m.prose(2500), "")
}

func (m *letter) notice() {
	shop := m.name()
	m.head(fmt.Sprintf("%s <no-reply@%s.example>", shop, strings.ToLower(shop)), me, fmt.Sprintf("Your %s is on its way (%d)", words[m.random.IntN(len(words))], m.n))
	m.both(2200, 20_000)
}

func (m *letter) private(attachment string) {
	name := m.name()
	m.head(fmt.Sprintf("%s <%s@family.example>", name, strings.ToLower(name)), me, strings.TrimSpace(m.prose(20)))
	plain := "Hi Robin,\n\n" + m.prose(1200) + "\n\n" + name
	page := ""
	if m.random.IntN(2) == 0 {
		page = m.page(4000)
	}
	if m.random.IntN(5) > 0 {
		m.forms(plain, page)
		return
	}
	m.raw.WriteString("Content-Type: multipart/mixed; boundary=\"mix\"\n\n--mix\n")
	m.forms(plain, page)
	n := (len(attachment)*2/5 + m.random.IntN(len(attachment)*3/5)) / 77 * 77
	fmt.Fprintf(&m.raw, "--mix\nContent-Type: image/jpeg; name=\"picture.jpg\"\nContent-Disposition: attachment; filename=\"picture.jpg\"\nContent-Transfer-Encoding: base64\n\n%s--mix--\n", attachment[:n])
}

func (m *letter) application() {
	employer := letter{random: rand.New(rand.NewPCG(4, m.random.Uint64N(120)))}
	firm, role := employer.name(), roles[m.random.IntN(len(roles))]
	person := m.name()
	m.head(fmt.Sprintf("%s Doe <%s.doe@%s.example>", person, strings.ToLower(person), strings.ToLower(firm)), me, fmt.Sprintf("Your application as %s at %s", role, firm))
	text := "Dear Robin,\n\n" + fmt.Sprintf(events[m.random.IntN(len(events))], role, firm) + "\n\nKind regards\n" + person + " Doe\n" + firm + "\n"
	page := ""
	if m.random.IntN(2) == 0 {
		page = "<html><body><p>" + strings.ReplaceAll(text, "\n\n", "</p><p>") + "</p>" + m.page(4000)[12:]
	}
	m.forms(text, page)
}

// job is the n-th mail about an application.
func (g *generator) job(n int) []byte {
	m := &letter{n: n, at: time.Now(), random: rand.New(rand.NewPCG(3, uint64(n)))}
	m.application()
	return m.raw.Bytes()
}
