package mailbox

import (
	"crypto/sha256"
	"encoding/hex"
	"net/mail"
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
	m.Received = m.Date
	if value := get(fields, "received"); value != "" {
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

// dateLayouts are tried where net/mail refuses a date: no zone, zone names, ISO 8601, two-digit years, US order.
var dateLayouts = []string{
	"2 Jan 2006 15:04:05", "2 Jan 2006 15:04", "2 Jan 2006 15:04:05 -07:00", "2 Jan 2006 15:04:05 GMT-0700", "2 Jan 2006 15:04:05 GMT-07:00",
	"2 Jan 06 15:04:05 -0700", "2 Jan 06 15:04:05 MST", "2 Jan 06 15:04:05",
	"2 Jan 2006 15.04.05 -0700", "2 January 2006 15:04:05 -0700", "2 Jan 2006 03:04:05 PM -0700", "2-Jan-2006 15:04:05 -0700",
	time.RFC3339, "2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05", "2006-01-02T15:04:05", "2006-01-02",
	"Jan 2 15:04:05 2006", "Jan 2 15:04:05 MST 2006", "Jan 2 15:04:05 -0700 2006", "Jan 2 2006 15:04:05", "1/2/2006 3:04:05 PM", "2 Jan 2006",
}

// parseDate reads the Date field (RFC 5322 section 3.3) and what senders write in its place. Without a zone it is
// taken as UTC. A zone name that says nothing here counts as UTC too.
func parseDate(value string) (time.Time, bool) {
	if len(value) > 128 {
		value = value[:128]
	}
	value = cleanLine(value)
	if i := strings.IndexByte(value, '('); i >= 0 {
		value = strings.TrimSpace(value[:i])
	}
	if t, err := mail.ParseDate(value); err == nil {
		return zoned(t, value), true
	}
	if i := strings.IndexByte(value, ','); i >= 0 && i <= 10 {
		value = strings.TrimSpace(value[i+1:])
	} else if len(value) > 4 && value[3] == ' ' && strings.Contains("mon tue wed thu fri sat sun", strings.ToLower(value[:3])) {
		value = strings.TrimSpace(value[4:])
	}
	if t, err := mail.ParseDate(value); err == nil {
		return zoned(t, value), true
	}
	for _, layout := range dateLayouts {
		if t, err := time.Parse(layout, value); err == nil {
			return zoned(t, value), true
		}
	}
	return time.Time{}, false
}

// zoneNames are the zone names of RFC 5322 section 4.3 and the European ones that old programs write. time.Parse
// gives a name that it does not know the offset zero.
var zoneNames = map[string]int{
	"EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
	"CET": 1, "CEST": 2, "MET": 1, "MEST": 2, "MEZ": 1, "MESZ": 2, "EET": 2, "EEST": 3, "WEST": 1, "BST": 1, "JST": 9, "BRT": -3,
}

// zoned gives t the offset that the zone's name in value means, and never the location of this machine.
func zoned(t time.Time, value string) time.Time {
	_, offset := t.Zone()
	last := value[strings.LastIndexByte(value, ' ')+1:]
	if hours, ok := zoneNames[strings.ToUpper(strings.Trim(last, "()"))]; ok {
		offset = hours * 3600
	} else if last != "" && last[0] >= 'A' && last[0] <= 'Z' {
		offset = 0
	}
	wall := time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), t.Nanosecond(), time.UTC)
	if offset == 0 {
		return wall
	}
	return wall.Add(-time.Duration(offset) * time.Second).In(time.FixedZone("", offset))
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
