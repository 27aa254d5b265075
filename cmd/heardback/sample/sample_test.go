package sample

import (
	"bytes"
	"net/mail"
	"testing"
)

func TestMessages(t *testing.T) {
	box, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	if n := len(box.Messages); n < 55 || n > 70 {
		t.Errorf("messages = %d, want about 60", n)
	}
	ids, last := map[string]bool{}, box.From
	for _, m := range box.Messages {
		if m.At.Before(last) || !m.At.Before(box.Until.AddDate(0, 0, 1)) {
			t.Errorf("message of %s: out of order or out of range", m.At)
		}
		last = m.At
		read, err := mail.ReadMessage(bytes.NewReader(m.Raw))
		if err != nil {
			t.Fatalf("message of %s: %v", m.At, err)
		}
		id := read.Header.Get("Message-ID")
		if id == "" || ids[id] {
			t.Errorf("message of %s: Message-ID %q is empty or used twice", m.At, id)
		}
		ids[id] = true
		if sent, err := read.Header.Date(); err != nil || !sent.Equal(m.At) {
			t.Errorf("message of %s: Date = %v, %v", m.At, sent, err)
		}
		from, err := read.Header.AddressList("From")
		if err != nil {
			t.Fatalf("message of %s: From: %v", m.At, err)
		}
		if own := from[0].Address == box.Address; own != (m.Folder == "Sent") {
			t.Errorf("message of %s from %s lies in %s", m.At, from[0].Address, m.Folder)
		}
	}
}
