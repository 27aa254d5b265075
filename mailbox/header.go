package mailbox

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"time"
)

// header reads everything that the header alone says.
func (p *parser) header(fields []field) {
	m := &p.msg
	m.ID = messageID(get(fields, "message-id"))
	if m.ID == "" && get(fields, "message-id") != "" {
		p.defect("unusable Message-ID")
	}
	m.InReplyTo = messageIDs(get(fields, "in-reply-to"))
	m.References = messageIDs(get(fields, "references"))
	m.Subject = decodeWords(get(fields, "subject"))
	m.From = p.addresses(fields, "from")
	m.ReplyTo = p.addresses(fields, "reply-to")
	m.To = p.addresses(fields, "to")
	m.Cc = p.addresses(fields, "cc")
	if s := parseAddresses(get(fields, "sender")); len(s) > 0 {
		m.Sender = s[0]
	}
	if value := get(fields, "date"); value != "" {
		var ok bool
		if m.Date, ok = parseDate(value); !ok {
			p.defect("unreadable Date")
		}
	}
	// The topmost Received is the last one written: the time of delivery stands behind its last semicolon.
	m.Received = m.Date
	if value := get(fields, "received"); value != "" {
		m.Delivered = true
		if i := strings.LastIndexByte(value, ';'); i >= 0 {
			if at, ok := parseDate(value[i+1:]); ok {
				m.Received = at
			}
		}
	}
	m.Auth = authentication(fields, p.opt.AuthServID)
	m.List = mailingList(fields)
	m.Auto = automation(fields, m)
	m.Own = isOwn(m.From, p.opt.Own)
}

// addresses reads all fields of that name: some senders repeat To and Cc. Of From only the first counts, as the
// one that mail programs show.
func (p *parser) addresses(fields []field, name string) []Address {
	var out []Address
	seen := 0
	for i := range fields {
		if fields[i].name != name {
			continue
		}
		if seen++; seen > 1 && name == "from" {
			p.defect("more than one From field")
			break
		}
		out = append(out, parseAddresses(fields[i].value)...)
		if len(out) > maxAddresses {
			return out[:maxAddresses]
		}
	}
	for _, a := range out {
		if a.Address == "" {
			p.defect("unreadable address in " + name)
			break
		}
	}
	return out
}

// isOwn compares whole addresses without regard to case.
func isOwn(from []Address, own []string) bool {
	for _, a := range from {
		for _, o := range own {
			if a.Address != "" && strings.EqualFold(a.Address, strings.TrimSpace(o)) {
				return true
			}
		}
	}
	return false
}

// key names a message that has no usable Message-ID: the hash of Date, From, Subject and the start of the text, white
// space folded, so that copies in several folders and files agree.
func key(m *Message, text string) string {
	if m.ID != "" {
		return m.ID
	}
	const start = 512
	if len(text) > 4*start {
		text = text[:4*start]
	}
	text = strings.Join(strings.Fields(text), " ")
	if len(text) > start {
		text = text[:start]
	}
	h := sha256.New()
	h.Write([]byte(m.Date.UTC().Format(time.RFC3339) + "\n" + strings.ToLower(m.Author().Address) + "\n" + m.Subject + "\n" + text))
	return "sha256:" + hex.EncodeToString(h.Sum(nil))
}
