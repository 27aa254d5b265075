// Package eval measures the classifier on labelled rows (JSONL) and says how sure it may be of itself.
//
// It is pure: rows come from a reader, the report is a value, predictions go to a writer. `heardback eval` prints it; the
// training command cross-validates with it.
package eval

import (
	"bufio"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"mime"
	"strings"
	"time"

	"heardback/classifier"
	"heardback/mailbox"
)

// Row is one labelled message. Fields that a row lacks are empty; InText fields say whether the text shows the value.
type Row struct {
	ID             string `json:"id"`
	Source         string `json:"source"`
	Real           string `json:"real"` // real, template, synthetic
	Lang           string `json:"lang"`
	Label          string `json:"label"`
	Subject        string `json:"subject"`
	From           string `json:"from"`
	Body           string `json:"body"`
	Date           string `json:"date"`
	Ambiguous      bool   `json:"ambiguous"`
	Employer       string `json:"employer"`
	Role           string `json:"role"`
	Contact        any    `json:"contact"`
	Timeline       string `json:"timeline"`
	EmployerInText *bool  `json:"employer_in_text"`
	RoleInText     *bool  `json:"role_in_text"`
	// Kind refines Label where a file of our own says more: hold, filled.
	Kind string `json:"kind"`
	Own  bool   `json:"own"`
}

// ReadRows reads JSON lines.
func ReadRows(r io.Reader) ([]Row, error) {
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 16<<20)
	var rows []Row
	for n := 1; sc.Scan(); n++ {
		line := strings.TrimSpace(sc.Text())
		if line == "" || strings.HasPrefix(line, "//") {
			continue
		}
		var row Row
		if err := json.Unmarshal([]byte(line), &row); err != nil {
			return nil, fmt.Errorf("reading row %d: %w", n, err)
		}
		rows = append(rows, row)
	}
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("reading rows: %w", err)
	}
	return rows, nil
}

// Message builds the message that the row describes, by way of the parser, so that quoted replies and signatures are cut
// off as in real mail. A body that is not there makes a message of a subject alone.
func (r *Row) Message() *mailbox.Message {
	from := address(r.From)
	when := date(r.Date)
	var b strings.Builder
	if from.Address != "" {
		fmt.Fprintf(&b, "From: %s <%s>\r\n", mime.QEncoding.Encode("utf-8", strings.NewReplacer("<", " ", ">", " ", ",", " ", "\"", " ").Replace(from.Name)), from.Address)
	}
	fmt.Fprintf(&b, "Subject: %s\r\nDate: %s\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n",
		mime.BEncoding.Encode("utf-8", strings.Join(strings.Fields(r.Subject), " ")), when.Format(time.RFC1123Z))
	body := base64.StdEncoding.EncodeToString([]byte(r.Body))
	for len(body) > 76 {
		b.WriteString(body[:76] + "\r\n")
		body = body[76:]
	}
	b.WriteString(body + "\r\n")
	m, err := mailbox.Parse(strings.NewReader(b.String()), mailbox.Options{})
	if err != nil {
		m = mailbox.Message{Subject: r.Subject, Text: r.Body, Date: when, Received: when}
	}
	if len(m.From) == 0 && from != (mailbox.Address{}) {
		m.From = []mailbox.Address{from}
	}
	m.Key, m.Own = r.ID, r.Own
	return &m
}

// address reads "Name <local@domain>", "local@domain" or a bare name.
func address(s string) mailbox.Address {
	s = strings.TrimSpace(s)
	name, rest, ok := strings.Cut(s, "<")
	if !ok {
		if strings.Contains(s, "@") && !strings.Contains(s, " ") {
			return mailbox.Address{Address: strings.ToLower(s)}
		}
		return mailbox.Address{Name: s}
	}
	addr, _, _ := strings.Cut(rest, ">")
	return mailbox.Address{Name: strings.Trim(strings.TrimSpace(name), `"`), Address: strings.ToLower(strings.TrimSpace(addr))}
}

// fallback stands for the date of rows that have none: a Monday, so that relative dates resolve.
var fallback = time.Date(2027, time.February, 1, 9, 0, 0, 0, time.UTC)

func date(s string) time.Time {
	for _, layout := range []string{time.RFC3339, time.RFC1123Z, time.RFC1123, "2006-01-02 15:04:05", "2006-01-02T15:04:05", "2006-01-02 15:04", "2006-01-02", "02/01/2006", "Mon, 2 Jan 2006 15:04:05 -0700"} {
		if t, err := time.Parse(layout, strings.TrimSpace(s)); err == nil {
			return t
		}
	}
	return fallback
}

// LabelOf maps a finding to the labels of the rows: hold counts as other, a filled position as rejection.
func LabelOf(k classifier.Kind) string {
	switch k {
	case classifier.Hold:
		return string(classifier.Other)
	case classifier.Filled:
		return string(classifier.Rejection)
	}
	return string(k)
}

// Group joins the labels that tell the user nothing new: telling them apart harms nobody.
func Group(label string) string {
	switch label {
	case "outreach", "job_alert", "other":
		return LeftAlone
	}
	return label
}

// LeftAlone is the group of outreach, job_alert and other.
const LeftAlone = "left-alone"
