package classifier

import (
	"bufio"
	"embed"
	"encoding/json"
	"strings"
	"sync"

	"heardback/mailbox"
)

//go:embed rules/examples/*.jsonl
var exampleFiles embed.FS

// example is a built-in message with the shipped decision on it.
type example struct {
	id       string
	language string
	want     Kind // as labelled
	message  mailbox.Message
	kind     Kind // as shipped
	accepted bool
}

// builtIn returns the examples of rules/examples, all written for this project, with the shipped decisions on them.
var builtIn = sync.OnceValue(func() []example {
	var out []example
	files, err := exampleFiles.ReadDir("rules/examples")
	if err != nil {
		panic(err) // embedded
	}
	for _, file := range files {
		f, err := exampleFiles.Open("rules/examples/" + file.Name())
		if err != nil {
			panic(err) // embedded
		}
		sc := bufio.NewScanner(f)
		sc.Buffer(nil, 1<<20)
		for sc.Scan() {
			var row struct {
				ID, Lang, Subject, From, Body string
				Kind                          Kind
			}
			if json.Unmarshal(sc.Bytes(), &row) != nil {
				continue
			}
			x := example{id: row.ID, language: row.Lang, want: row.Kind}
			x.message = mailbox.Message{Subject: row.Subject, Text: row.Body, From: []mailbox.Address{exampleSender(row.From)}}
			got := Shipped().Classify(&x.message, Context{}, UserLayer{})
			x.kind, x.accepted = got.Kind, got.Accepted
			out = append(out, x)
		}
		f.Close()
	}
	return out
})

func exampleSender(s string) mailbox.Address {
	name, rest, ok := strings.Cut(s, "<")
	if !ok {
		return mailbox.Address{Address: strings.TrimSpace(s)}
	}
	return mailbox.Address{Name: strings.TrimSpace(name), Address: strings.TrimSuffix(rest, ">")}
}
