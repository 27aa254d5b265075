package classifier

import (
	"strings"
	"testing"

	"heardback/mailbox"
)

// wordingOf reads a text with a wording model made of lines and returns what it adds to each kind.
func wordingOf(t *testing.T, lines string, m mailbox.Message) (sight, []float64) {
	t.Helper()
	w, err := readWording(lines)
	if err != nil {
		t.Fatal(err)
	}
	s := sight{wording: w}
	rules().look(&s, &m, Context{})
	odds := make([]float64, len(Kinds))
	w.weigh(&s, odds)
	return s, odds
}

func TestWordingCountsEachGramOnceOverTheRoot(t *testing.T) {
	const lines = "gladly\toffer:1.00\ngladly say\toffer:2.00\n"
	_, odds := wordingOf(t, lines, mailbox.Message{Text: "We gladly say. We gladly say."})
	if got, want := odds[kindIndex[Offer]], WordingCounts*3/1.4142; got < want-0.01 || got > want+0.01 {
		t.Errorf("two grams, each twice in the text, weigh %.3f, want %.3f", got, want)
	}
}

func TestWordingKnowsConditions(t *testing.T) {
	const lines = "unable\trejection:2.00\nif:unable\tconfirmation:2.00\n"
	_, said := wordingOf(t, lines, mailbox.Message{Text: "We are unable to take you."})
	_, if_ := wordingOf(t, lines, mailbox.Message{Text: "If we are unable to take you, we will write."})
	if r, c := kindIndex[Rejection], kindIndex[Confirmation]; said[r] <= said[c] || if_[c] <= if_[r] {
		t.Errorf("said: refusal %.2f, receipt %.2f; under a condition: %.2f, %.2f", said[r], said[c], if_[r], if_[c])
	}
}

func TestWordingLeavesTheSubjectOfAReplyAlone(t *testing.T) {
	const lines = "gladly\toffer:1.00\n"
	_, odds := wordingOf(t, lines, mailbox.Message{Subject: "Re: gladly", Text: "See below."})
	if odds[kindIndex[Offer]] != 0 {
		t.Errorf("the subject of the thread weighs %.2f", odds[kindIndex[Offer]])
	}
}

func TestWordingReadsOnlyTheBeginning(t *testing.T) {
	text := strings.Repeat("Lorem ipsum. ", wordingLength) + "We gladly say."
	if _, odds := wordingOf(t, "gladly\toffer:1.00\n", mailbox.Message{Text: text}); odds[kindIndex[Offer]] != 0 {
		t.Errorf("a word behind the first %d weighs %.2f", wordingLength, odds[kindIndex[Offer]])
	}
}

func TestWordingIsEvidenceWithItsSentence(t *testing.T) {
	const lines = "gladly\toffer:1.00\n"
	w, err := readWording(lines)
	if err != nil {
		t.Fatal(err)
	}
	s, _ := wordingOf(t, lines, mailbox.Message{Text: "Good morning. We gladly say yes."})
	if e := w.evidence(&s, kindIndex[Offer]); e.Rule != "wording" || e.Weight <= 0 || !strings.Contains(e.Quote, "gladly") {
		t.Errorf("evidence %+v", e)
	}
}

func TestBadWordingIsAnError(t *testing.T) {
	for _, lines := range []string{"word\tnonsense:1.00\n", "word\toffer:much\n"} {
		if _, err := NewReader(strings.NewReader(""), lines); err == nil {
			t.Errorf("%q was read", lines)
		}
	}
}

// Every gram that training may write is found again by reading: names and hashes agree.
func TestWordingFindsWhatItNames(t *testing.T) {
	m := mailbox.Message{Subject: "Your application", Text: "Thank you, 7 times. If it fits, we will certainly write."}
	var lines strings.Builder
	names := Wording(&m, Context{})
	for _, n := range names {
		lines.WriteString(n + "\tother:0.50\n")
	}
	s, _ := wordingOf(t, lines.String(), m)
	if got := len(s.weighed.set); got != len(names) {
		t.Errorf("%d of %d grams were found", got, len(names))
	}
}
