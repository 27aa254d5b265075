package round

import (
	"strings"
	"testing"
)

func TestAQuoteIsTheWholeSentence(t *testing.T) {
	text := "Dear Robin,\n\nThank you for the talk. We are sorry: the panel decided\nto go on with another candidate! We wish you all\nthe best\n\nGil"
	long := strings.Repeat("word ", 60) + "we decided otherwise " + strings.Repeat("word ", 60)
	for _, c := range []struct{ text, quote, want string }{
		{text, "the panel decided", "We are sorry: the panel decided to go on with another candidate!"},
		{text, "decided\nto go on", "We are sorry: the panel decided to go on with another candidate!"},
		{text, "Thank you for the talk.", "Thank you for the talk."},
		{text, "all the best", "We wish you all the best"},
		{text, "from the subject", "from the subject"},
		{"", "x", "x"},
		{text, "", ""},
		{long, "we decided otherwise", "we decided otherwise word"},
	} {
		got := sentence(c.text, c.quote)
		if c.text == long {
			if !strings.HasPrefix(got, c.want) || len(got) > maxQuote {
				t.Errorf("a long sentence: got %q", got)
			}
			continue
		}
		if got != c.want {
			t.Errorf("%q: got %q, want %q", c.quote, got, c.want)
		}
	}
}
