// Package sample is the mailbox of the demo: eight weeks of an invented job search, written as a story file.
//
// Employers and people are fictional and live under reserved domains (RFC 2606). The addresses of hiring systems and job
// boards are those of the real products, because they are what a sender family is recognised by.
package sample

import (
	"bytes"
	_ "embed" // the mailbox is a file
	"fmt"
	"time"

	"heardback/round/story"
)

//go:embed mailbox.story
var text []byte

// Message is one mail of the sample mailbox.
type Message struct {
	Folder string    // INBOX or Sent
	At     time.Time // arrival
	Raw    []byte    // RFC 5322, CRLF lines
}

// Mailbox is the sample: whose it is, which days it spans, and what lies in it by arrival.
type Mailbox struct {
	Name, Address string
	Zone          *time.Location
	Country       string
	From, Until   time.Time // midnight of the first and of the last day
	Messages      []Message
}

// Load reads the embedded mailbox. It fails only if the text itself is broken, which a test rules out.
func Load() (Mailbox, error) {
	s, err := story.Parse("mailbox.story", bytes.NewReader(text))
	if err != nil {
		return Mailbox{}, fmt.Errorf("reading the sample mailbox: %w", err)
	}
	m := Mailbox{Name: s.Me.Name, Address: s.Me.Address, Zone: s.Zone, Country: s.Country, From: s.From, Until: s.Until}
	for _, x := range s.Mails() {
		folder := "INBOX"
		if x.Folder == "sent" {
			folder = "Sent"
		}
		m.Messages = append(m.Messages, Message{Folder: folder, At: x.At, Raw: x.Raw})
	}
	return m, nil
}

// Messages returns the mails of the sample by arrival. It panics if the embedded text is broken.
func Messages() []Message {
	m, err := Load()
	if err != nil {
		panic(err)
	}
	return m.Messages
}
