package mailbox

import "strings"

// finish puts the message together from what the header and the parts gave; w is nil where only the header was read.
func (p *parser) finish(w *walker) Message {
	m := &p.msg
	if w == nil {
		m.Key = key(m, "")
		return *m
	}
	var own, attached string
	for _, b := range w.blocks {
		text, links := render(b)
		text = strings.Trim(cleanText(text), "\n\t ")
		for _, l := range links {
			m.Links = addLink(m.Links, l.Text, l.URL)
		}
		if len(own)+len(attached)+len(text) > maxText {
			p.truncate("long text: the rest is not read")
			break
		}
		if b.forwarded {
			attached = joinText(attached, text)
		} else {
			own = joinText(own, text)
		}
	}
	m.Key = key(m, own)
	t := splitText(own, m.Subject, len(m.InReplyTo) > 0 || len(m.References) > 0)
	m.Text, m.Quoted, m.Signature = joinText(t.text, attached), t.quoted, t.signature
	m.Forwarded = attached != "" || t.forwarded
	for _, c := range w.calendars {
		m.Calendars = addCalendars(m.Calendars, p.calendar(c))
	}
	if m.Bounce = bounceOf(m, w, own); m.Bounce != nil {
		m.Auto = DSN
	}
	return *m
}
