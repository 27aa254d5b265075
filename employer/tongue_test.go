package employer

import "testing"

// TestLanguageOfAPerson: one mail that reads as another language does not change the language of a person who wrote twice; two in a row do.
func TestLanguageOfAPerson(t *testing.T) {
	for _, c := range []struct {
		mails []string
		want  string
	}{
		{[]string{"en", "de"}, "de"},
		{[]string{"en", "en", "fr"}, "en"},
		{[]string{"en", "en", "fr", "en"}, "en"},
		{[]string{"en", "en", "fr", "de"}, "en"},
		{[]string{"en", "en", "en", "de", "de"}, "de"},
		{[]string{"en", "en", "de", "", "de"}, "de"},
		{[]string{"de", ""}, "de"},
	} {
		var s story
		m := *s.mail("3-01 09:00", KindConfirmation, "Northwind", "Data Engineer", "ats")
		for i, language := range c.mails {
			s.mail([]string{"3-02 09:00", "3-03 09:00", "3-04 09:00", "3-05 09:00", "3-06 09:00"}[i], KindContact, "Northwind", "", kim.Address, answering(&m),
				func(e *Event) { e.Language = language })
		}
		if got := contactOf(t, one(t, s.at(t, "3-08 09:00")), kim.Address).Language; got != c.want {
			t.Errorf("%q: got %q, want %q", c.mails, got, c.want)
		}
	}
}
