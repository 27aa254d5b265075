package classifier

import (
	"slices"
	"testing"
)

// TestInFirm: a word of another trade in the name of an employer says nothing of that trade.
func TestInFirm(t *testing.T) {
	for _, c := range []struct {
		subject, body, word, domain string
		want                        bool
	}{
		{"", "Your application for Clerk at Calder Vale College has arrived.", "college", "", true},
		{"", "Your application to the college has arrived.", "college", "", false},
		{"", "Your application for a Calder Vale College course has arrived.", "college", "", false},
		{"Welcome to Tideline Insurance!", "We are delighted.", "insurance", "", true},
		{"Tideline Insurance", "We are delighted.", "insurance", "tideline.example", true},
		{"Tideline Insurance", "We are delighted.", "insurance", "", false},
		{"Juniper Flats Brewing - Submitted", "Thanks for applying to Juniper Flats Brewing.", "flats", "", true},
		{"", "I can't see how Insurance can't help.", "insurance", "", false},
	} {
		var tx text
		tx.read(c.subject, c.body)
		i := slices.IndexFunc(tx.tokens, func(k token) bool { return string(tx.fold[k.start:k.end]) == c.word })
		if got := tx.inFirm(i, i+1, c.domain); got != c.want {
			t.Errorf("%q %q %q: got %v", c.subject, c.body, c.word, got)
		}
	}
}

// TestOccupations: sure words, doubtful ones, endings of compounds, and names of several words.
func TestOccupations(t *testing.T) {
	for _, c := range []struct {
		code, word     string
		sure, doubtful bool
	}{
		{"en", "bricklayer", true, false},
		{"en", "guide", false, true},
		{"en", "parcel", false, false},
		{"de", "notarfachangestellte", true, false},
		{"de", "sendung", false, false},
		{"nl", "boswachter", true, false},
		{"it", "bricklayer", true, false}, // titles are English everywhere
	} {
		if sure, doubtful := factsOf(c.code).jobs.sure([]byte(c.word)); sure != c.sure || doubtful != c.doubtful {
			t.Errorf("%s %q: got %v, %v", c.code, c.word, sure, doubtful)
		}
	}
}
