package round

import (
	"testing"

	"heardback/cadence"
	"heardback/classifier"
	"heardback/drafts"
	"heardback/mailbox"
	"heardback/templates"
)

// What a letter of ours does is known by its kind, unless the user made a decision of it. So none of our own texts may read as a
// decision that its kind does not make.
func TestOurOwnLettersDecideNothing(t *testing.T) {
	w := drafts.New(templates.FS, nil)
	for _, lang := range w.Languages() {
		for _, kind := range drafts.Kinds {
			for _, formal := range []bool{true, false} {
				letters, err := w.Preview(kind, lang, formal)
				if err != nil {
					t.Fatal(err)
				}
				for _, l := range letters {
					m := &mailbox.Message{Own: true, Subject: "Re: Nordlicht", Text: l.Body, To: []mailbox.Address{{Address: "mira.solberg@nordlicht.example"}}, InReplyTo: []string{"a@nordlicht.example"}}
					c := classifier.Context{Thread: []classifier.ThreadItem{{Employer: "Nordlicht", Kind: classifier.Offer}}}
					f := classifier.Classify(m, c, classifier.UserLayer{})
					for _, act := range []classifier.Act{classifier.ActWithdrawal, classifier.ActDocuments, classifier.ActDeclines, classifier.ActTakesOffer, classifier.ActRefusesOffer} {
						if f.Has(act) && !(act == classifier.ActWithdrawal && kind == cadence.Withdrawal) {
							t.Errorf("%s %s reads as %s:\n%s", lang, kind, act, l.Body)
						}
					}
				}
			}
		}
	}
}
