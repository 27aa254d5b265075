package story

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"net/mail"
	"strings"
	"time"
)

// written is a mail as it stands in the story.
type written struct {
	at         time.Time
	folder     string
	form       string // "plain", "html", "htmlonly", "raw"
	encoding   string // "qp", "base64"
	zone       *time.Location
	means      string
	fields     []field
	text       []string
	html       []string // the author's own HTML, else it is made from text
	calendar   *calendar
	ics        []string // a calendar part word by word
	attachment []attachment
}

type field struct{ name, value string }

type attachment struct{ name, mediaType string }

// mail reads what follows the word "mail": the rest of the line, and the block up to the dot.
func (p *parser) mail(words []string) error {
	at, words, err := p.moment(words)
	if err != nil {
		return err
	}
	w := written{at: at, form: "plain", encoding: "qp", zone: p.s.Zone}
	line := p.n
	if len(words) == 0 || words[0] != "inbox" && words[0] != "sent" {
		return errors.New("mail goes to inbox or sent")
	}
	w.folder = words[0]
	for words = words[1:]; len(words) > 0; words = words[1:] {
		switch words[0] {
		case "plain", "html", "htmlonly", "raw":
			w.form = words[0]
		case "qp", "base64":
			w.encoding = words[0]
		case "means":
			if len(words) < 2 {
				return errors.New("means wants a kind")
			}
			w.means = words[1]
			words = words[1:]
		case "zone":
			if len(words) < 2 {
				return errors.New("zone wants a name")
			}
			if w.zone, err = time.LoadLocation(words[1]); err != nil {
				return err
			}
			words = words[1:]
		default:
			return fmt.Errorf("unknown word %q", words[0])
		}
	}
	if err := p.block(&w); err != nil {
		return err
	}
	p.complete(&w, line)
	raw, err := w.compose()
	if err != nil {
		return err
	}
	return p.add(Mail{At: at, Folder: w.folder, ID: w.id(), Raw: raw, Means: w.means, Line: line})
}

// block reads header, text and parts up to the line with the dot. A line "--- NAME" begins another part.
func (p *parser) block(w *written) error {
	into, fields := &w.text, true
	var keys []string // of a calendar in key: value form
	for ; p.n < len(p.lines); p.n++ {
		line := p.lines[p.n]
		name, isPart := strings.CutPrefix(line, "--- ")
		switch {
		case line == ".":
			p.n++
			if fields {
				return errors.New("the mail has no text")
			}
			var err error
			if keys != nil {
				w.calendar, err = parseCalendar(keys, w.zone)
			}
			return err
		case fields && line == "":
			fields = false
		case fields:
			if err := w.field(line); err != nil {
				p.n++
				return err
			}
		case isPart && w.form != "raw":
			part, rest, _ := strings.Cut(name, " ")
			switch part {
			case "html":
				into, w.form = &w.html, "html"
			case "ics":
				into = &w.ics
			case "calendar":
				keys = []string{}
				into = &keys
			case "attachment":
				file, mediaType, _ := strings.Cut(rest, " ")
				w.attachment = append(w.attachment, attachment{file, mediaType})
				into = new([]string)
			default:
				p.n++
				return fmt.Errorf("unknown part %q", part)
			}
		default:
			if strings.HasPrefix(line, "..") {
				line = line[1:]
			}
			*into = append(*into, line)
		}
	}
	return errors.New("the mail does not end with a dot")
}

// field reads a header line; a line that begins with white space continues the one before.
func (w *written) field(line string) error {
	if line[0] == ' ' || line[0] == '\t' {
		if len(w.fields) == 0 {
			return errors.New("a continuation without a header line")
		}
		w.fields[len(w.fields)-1].value += " " + strings.TrimSpace(line)
		return nil
	}
	name, value, ok := strings.Cut(line, ":")
	if !ok || name == "" || strings.ContainsAny(name, " \t") {
		return fmt.Errorf("%q is no header line", line)
	}
	w.fields = append(w.fields, field{name, strings.TrimSpace(value)})
	return nil
}

func (w *written) get(name string) string {
	for _, f := range w.fields {
		if strings.EqualFold(f.name, name) {
			return f.value
		}
	}
	return ""
}

// fill adds a field unless the author wrote it.
func (w *written) fill(name, value string) {
	if w.get(name) == "" && value != "" {
		w.fields = append(w.fields, field{name, value})
	}
}

func (w *written) id() string { return strings.Trim(w.get("Message-ID"), "<>") }

// complete adds what every mail has and the author need not write: Received, From, To, Date, Message-ID, References.
func (p *parser) complete(w *written, line int) {
	if w.folder == "sent" {
		w.fill("From", p.s.Me.String())
	} else {
		w.fill("To", p.s.Me.String())
		// The topmost Received field says when the mail arrived.
		w.fields = append([]field{{"Received", "from mail.example.net (mail.example.net [192.0.2.25]) by mx.example.com with ESMTPS; " +
			w.at.Format(time.RFC1123Z)}}, w.fields...)
	}
	w.fill("Date", w.at.In(w.zone).Format(time.RFC1123Z))
	if w.get("Message-ID") == "" {
		host := "mail.example.net"
		if a, err := mail.ParseAddress(w.get("From")); err == nil {
			host = a.Address[strings.LastIndexByte(a.Address, '@')+1:]
		}
		sum := sha256.Sum256([]byte(fmt.Sprintf("%s %s %d", p.s.Title, w.at, line)))
		w.fill("Message-ID", "<"+hex.EncodeToString(sum[:10])+"@"+host+">")
	}
	if parent := w.get("In-Reply-To"); parent != "" {
		w.fill("References", strings.Join(append(append([]string{}, p.ids[parent]...), parent), " "))
	}
	p.ids[w.get("Message-ID")] = strings.Fields(w.get("References"))
	w.fill("MIME-Version", "1.0")
}
